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
