import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' });
beforeEach(async () => {
  await house.reset();
});

let count = 0;
const writes = (...names: string[]) =>
  house.happen(
    ...names.map((name) =>
      telegramMessage('Is it ready?', {
        ...{ chat: name, from: { address: name, name }, externalId: `n${++count}`, sentAt: house.now },
      }),
    ),
  );
const left = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );
const offered = async (text: string) => {
  await house.type(text);
  return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
};

describe('a name whose end may begin the words behind it', () => {
  it.each([
    ['a number of things', '/reply julia 5 mugs are ready', ['mugs are ready', '5 mugs are ready']],
    ['numbers in a row', '/reply Julia 5, 6 and 7 are ready', ['6 and 7 are ready', '5, 6 and 7 are ready']],
    ['a number in a note', '/note julia 5 mugs wanted', ['mugs wanted', '5 mugs wanted']],
  ])('is asked about, though nobody else is called so: %s', async (_, line, words) => {
    await writes('Julia 5');
    const command = line.split(' ')[0];
    expect(await offered(line)).toEqual(words.map((one) => `${command} c1 ${one}`));
    expect(await left()).toEqual([]);
  });

  it.each([
    ['/reply julia 5 we are open', 'we are open'],
    ['/reply julia 5 your mugs are ready', 'your mugs are ready'],
    ['/reply julia 5 are you coming', 'are you coming'],
    ['/reply julia 5: mugs are ready', 'mugs are ready'],
    ['/reply julia 5, mugs are ready', 'mugs are ready'],
  ])('is the end of the name where nothing is counted: %s', async (line, words) => {
    await writes('Julia 5');
    await house.type(line);
    expect(await left()).toEqual([words]);
  });

  it('is asked about where somebody else has the shorter name', async () => {
    await writes('Julia 5', 'Julia Stone');
    expect(await offered('/reply julia 5 mugs are ready')).toEqual([
      '/reply c1 mugs are ready',
      '/reply c2 5 mugs are ready',
    ]);
  });

  it.each([false, true])(
    'is asked about where it is said of that word, by whomever it was named (by a user: %s)',
    async (byUser) => {
      await writes('Julia', 'Julia Ann');
      if (byUser)
        for (const [id, name] of ['Julia', 'Julia Ann'].entries()) await house.say(`/edit c${id + 1} name: ${name}`);
      const ways = ['/reply c2 will call you', '/reply c1 ann will call you'];
      expect(await offered('/reply julia ann will call you')).toEqual(ways);
      expect(await left()).toEqual([]);
      for (const line of ['/reply julia ann we will call you', '/reply julia ann: will call you'])
        await house.type(line);
      expect(await left()).toEqual(['we will call you', 'will call you']);
    },
  );

  it('is asked about where the name is what sentences begin with', async () => {
    await writes('the customer', 'Anna Smith');
    expect(await offered('/reply the customer is right')).toEqual([
      '/reply v1 is right',
      '/reply v1 the customer is right',
    ]);
    expect(await left()).toEqual([]);
    for (const line of ['/reply the customer: is right', '/reply the customer yes we do', '/reply Anna is ready'])
      await house.type(line);
    expect(await left()).toEqual(['is right', 'yes we do', 'is ready']);
  });
});

describe('a name that is the beginning of another', () => {
  beforeEach(() => writes('赵敏', '赵敏敏', 'Julia', 'Julia Ann'));

  it.each([
    ['告诉赵敏敏感肌可用', ['感肌可用', '敏感肌可用']],
    ['回复赵敏敏感肌可用', ['感肌可用', '敏感肌可用']],
    ['/reply 赵敏敏感肌可用', ['感肌可用', '敏感肌可用']],
    ['/note 赵敏敏感肌', ['感肌', '敏感肌']],
  ])('is offered with its own words, beside the longer one: %s', async (line, words) => {
    const sends = (await offered(line)).filter((one) => line.startsWith('/note') || one.startsWith('/reply'));
    expect(sends.map((one) => one.split(' ').slice(2).join(' '))).toEqual(words);
    expect(sends.map((one) => one.split(' ')[1]!.slice(1))).toEqual(['2', '1']);
    expect(await left()).toEqual([]);
  });

  it('is offered for a sentence too, in which its end is a word', async () => {
    const sends = (await offered('tell Julia Ann will call you')).filter((one) => one.startsWith('/reply'));
    expect(sends).toEqual(['/reply v4 will call you', '/reply v3 Ann will call you']);
    expect(await offered('tell Julia Ann we open at 9')).toContain('/reply v4 we open at 9');
    expect(await offered('tell Julia Ann we open at 9')).not.toContain('/reply v3 Ann we open at 9');
  });

  it('is not asked about where a blank or a colon ends the longer one', async () => {
    await house.type('/reply 赵敏敏 明天到');
    expect(await left()).toEqual(['明天到']);
    expect(await offered('告诉赵敏敏：明天到')).not.toContain('/reply v1 敏：明天到');
  });
});

describe('a name of one character', () => {
  beforeEach(() => writes('丽', '明'));

  it.each(['告诉丽货到了', '回复丽货到了', '/reply 丽货到了'])('is read as longer ones are: %s', async (line) => {
    expect((await offered(line))[0]).toMatch(/^\/reply [cv]1 货到了$/);
    expect(await left()).toEqual([]);
  });

  it.each(['告诉明天到', '告诉明天的客户', '告诉大家货到了', '/reply 明天到'])(
    'is none where a word begins with it: %s',
    async (line) => {
      expect((await offered(line)).filter((one) => /^\/reply [cv]2 /.test(one))).toEqual([]);
      expect(await left()).toEqual([]);
    },
  );
});

describe('an address in the place of a name', () => {
  beforeEach(async () => {
    await house.say('/add Bob Jones bob@example.com');
    await house.say('/add Kim Li 07400 123456');
  });

  it.each([
    ['tell bob@example.com we open at 9', '/reply bob@example.com: we open at 9'],
    ['write bob@example.com that we open at 9', '/reply bob@example.com: we open at 9'],
    ['let bob@example.com know we open at 9', '/reply bob@example.com: we open at 9'],
    ['reply to bob@example.com: we open at 9', '/reply bob@example.com: we open at 9'],
    ['bob@example.com: we open at 9', '/reply bob@example.com: we open at 9'],
    ['告诉bob@example.com明天到', '/reply bob@example.com: 明天到'],
    ['text 07400 123456 we open at 9', '/reply 07400 123456: we open at 9'],
    ['note for bob@example.com: likes blue', '/note c1 likes blue'],
  ])('is where the words go: %s', async (line, command) => {
    expect(await offered(line)).toContain(command);
    expect(await left()).toEqual([]);
  });

  it.each(['tell zoe@example.com we open at 9', 'text 07400 999999 we open at 9'])('nobody has: %s', async (line) => {
    const commands = await offered(line);
    expect(commands[0]).toMatch(/^\/add (?:zoe@example\.com|07400 999999) goesOn:"\/reply c0 we open at 9"$/);
    expect((await house.cards()).at(-1)).toMatchObject({ quote: 'we open at 9' });
  });

  it.each(['call 07400 123456 at 9', 'pay bob@example.com £20', 'bob@example.com wants a mug'])(
    'is no place for words that are something to do: %s',
    async (line) => {
      expect((await offered(line)).filter((one) => one.startsWith('/reply'))).toEqual([]);
    },
  );
});

describe('commas behind a Chinese name', () => {
  it.each([
    ['/reply 赵敏：有货，明天发。', '有货，明天发。'],
    ['/reply 赵敏，有货，明天发', '有货，明天发'],
  ])('stay in the words as they were typed: %s', async (line, said) => {
    await writes('赵敏');
    await house.type(line);
    expect(await left()).toEqual([said]);
  });

  it('may be those of the words, where nobody is called what stands between them', async () => {
    await writes('赵敏');
    expect(await offered('/reply 赵敏，有货，一共三个：红、蓝、绿。要吗？')).toContain(
      '/reply c1 有货，一共三个：红、蓝、绿。要吗？',
    );
    expect(await left()).toEqual([]);
  });
});
