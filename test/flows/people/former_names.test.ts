import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en', country: 'US', currency: 'USD' });
});
beforeEach(() => house.reset());

let count = 0;
async function writes(address: string, name: string, text = 'hello'): Promise<void> {
  await house.happen(telegramMessage(text, { chat: address, from: { address, name }, externalId: `m${++count}` }));
}

/** Several people write from one office. */
async function mails(name: string): Promise<void> {
  const from = { address: 'office@x.example', name };
  await house.happen(
    telegramMessage('hello', {
      ...{ channel: 'email', chat: from.address, private: false, from },
      externalId: `<${++count}@x>`,
    }),
  );
}

const lines = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const sent = () => house.db.sql`select from messages where direction <> 'in'`;
const lastCard = async (): Promise<string> => JSON.stringify((await house.cards()).at(-1));

/** Contact 1 was Carla Diaz and is Moon; contact 2 is Carla Diaz. */
async function nameTaken(former = 'Carla Diaz', now = 'Moon'): Promise<void> {
  await writes('910', former);
  await writes('910', now);
  await writes('911', former);
}

describe('a name that a customer has given up', () => {
  it.each([
    ['/reply Carla Diaz bank 6222', 'bank 6222'],
    ['/reply carla diaz: bank 6222', 'bank 6222'],
    ['/reply Carla bank 6222', 'bank 6222'],
    ['/note Carla Diaz likes blue', 'likes blue'],
    ['/note Carla likes blue', 'likes blue'],
    ['/lead Carla Diaz logo 300', 'logo 300'],
    ['/later Carla Diaz tomorrow 9am bank', 'tomorrow 9am bank'],
    ['/delete Carla Diaz', ''],
    ['/block Carla Diaz', ''],
    ['/contact Carla Diaz', ''],
    ['/tag Carla Diaz #vip', '#vip'],
  ])('is asked about beside who has it now: %s', async (text, rest) => {
    await nameTaken();
    const before = await house.state();
    const reply = await house.say(text);
    expect(reply.failed, JSON.stringify(reply)).toBe(true);
    expect(await house.state()).toEqual(before);
    const verb = text.split(' ')[0];
    expect(lines(reply)).toEqual(expect.arrayContaining([1, 2].map((id) => `${verb} c${id} ${rest}`.trim())));
    expect(labels(reply).find((label) => label.startsWith('Moon'))).toContain('Carla Diaz');
  });

  it.each([
    ['/回复 王小明 八百'],
    ['/回复 小明 八百'],
    ['王小明：八百'],
    ['/线索 王小明 龙井 500'],
    ['/任务 明天10点 给王小明打电话'],
  ])('is asked about in Chinese: %s', async (text) => {
    await nameTaken('王小明', 'Sunshine');
    await house.say(text);
    expect(await sent()).toHaveLength(0);
    expect(await house.db.sql`select from leads union all select from tasks`).toHaveLength(0);
  });

  it.each(['Carla Diaz', 'Carla'])(
    'still finds its customer, and nothing leaves before that is confirmed: %s',
    async (name) => {
      await writes('910', 'Carla Diaz');
      await writes('910', 'Moon');
      const reply = await house.say(`/reply ${name} the bank details`);
      expect(reply.failed).toBe(true);
      expect(lines(reply)).toEqual(['/reply c1 the bank details']);
      expect(await sent()).toHaveLength(0);
      expect(JSON.stringify(await house.say(`/contact ${name}`))).toContain('Moon');
      expect(JSON.stringify(await house.say('/find Carla Diaz'))).toContain('Moon');
    },
  );

  it('stands on the card of whoever had it, and warns on that of whoever has it now', async () => {
    await writes('910', 'Carla Diaz');
    expect(await lastCard()).not.toContain('was ');
    await writes('910', 'Moon');
    expect(await lastCard()).toContain('was Carla Diaz');
    await writes('911', 'Carla Diaz');
    expect(await lastCard()).toContain('911 (someone else you know had this name)');
    expect(JSON.stringify(await house.say('/contact c1'))).toContain('Carla Diaz');
  });

  it('is theirs again once they take it back', async () => {
    await writes('910', 'Carla Diaz');
    await writes('910', 'Moon');
    await writes('910', 'Carla Diaz');
    expect(JSON.stringify(await house.say('/contact c1'))).toContain('Moon (former name)');
    await house.say('/reply Carla Diaz all good');
    expect(await sent()).toHaveLength(1);
  });

  it('that only stood in for one is none', async () => {
    await writes('910', '');
    await writes('910', 'Moon');
    expect(await house.db.sql`select from contact_signs where channel = 'name'`).toHaveLength(0);
  });

  it('goes with its contact when two are made one', async () => {
    await nameTaken();
    await writes('912', 'Stella');
    await house.say('/merge c3 c1');
    const reply = await house.say('/reply Carla Diaz hi');
    expect(lines(reply)).toEqual(expect.arrayContaining(['/reply c3 hi', '/reply c2 hi']));
  });

  it('is kept of the last few, however often somebody changes it', async () => {
    for (let nth = 0; nth < 14; nth += 1) await writes('910', `Name Number${nth}`);
    const kept = await house.db.sql<{ address: string }>`
      select address from contact_signs where channel = 'name' order by id`;
    expect(kept).toHaveLength(10);
    expect(kept.at(-1)!.address).toBe('Name Number12');
  });

  it('before a merge counts as well', async () => {
    await writes('910', 'Carla Diaz');
    await writes('912', 'Stella');
    await house.say('/merge c2 c1');
    await writes('911', 'Carla Diaz');
    expect(await lastCard()).toContain('911 (someone else you know had this name)');
    expect((await house.say('/reply Carla Diaz hi')).failed).toBe(true);
  });

  it.each(['before they were called so', 'while they were called so'])(
    'is former though somebody wrote under it, too, %s',
    async (when) => {
      await writes('910', 'Moon');
      await mails('Ann Lee');
      if (when.startsWith('before')) await mails('Bea Miller');
      await house.say('/merge c1 c2');
      await writes('910', 'Bea Miller');
      if (when.startsWith('while'))
        await house.db.autocommit`
          insert into contact_signs (contact_id, channel, address, source) values (1, 'name', 'Bea Miller', 'writer')`;
      await writes('910', 'Stella');
      expect(JSON.stringify(await house.say('/contact c1'))).toContain('Bea Miller (former name)');
      await writes('911', 'Bea Miller');
      expect(await lastCard()).toContain('(someone else you know had this name)');
      expect((await house.say('/reply Bea Miller hi')).failed).toBe(true);
      expect(await sent()).toHaveLength(0);
    },
  );

  it('is former where two are made one, though the other wrote under it, and comes back as it was', async () => {
    await writes('910', 'Bea Miller');
    await writes('910', 'Moon');
    await mails('Ann Lee');
    await mails('Bea Miller');
    const before = await house.state();
    await house.say('/merge c2 c1');
    await writes('911', 'Bea Miller');
    expect(await lastCard()).toContain('(someone else you know had this name)');
    await house.say('/undo');
    expect((await house.state()).contact_signs).toEqual(before.contact_signs);
  });
});

describe('a name that the owner took away', () => {
  it.each([
    ['/rename Carla Diaz -> Carol'],
    ['/rename c1 Carol'],
    ['/edit Carla Diaz name: Carol'],
    ['/edit c1 把名字改成 Carol'],
  ])('is asked about once somebody else comes with it: %s', async (line) => {
    await writes('910', 'Carla Diaz');
    await house.say(line);
    await writes('911', 'Carla Diaz');
    expect(await lastCard()).toContain('someone else you know had this name');
    const reply = await house.say('/reply Carla Diaz the bank details');
    expect(lines(reply)).toEqual(['/reply c1 the bank details', '/reply c2 the bank details']);
    expect(await sent()).toHaveLength(0);
  });

  it('still finds its customer, and nothing leaves before that is confirmed', async () => {
    await writes('910', 'Carla Diaz');
    await house.say('/rename c1 Carol');
    expect(lines(await house.say('/reply Carla Diaz hi'))).toEqual(['/reply c1 hi']);
    expect(await sent()).toHaveLength(0);
  });

  it('is forgotten as if it had never been changed when that is undone', async () => {
    await writes('910', 'Carla Diaz');
    const before = await house.state();
    await house.say('/rename c1 Carol');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('that only stood in for one is none', async () => {
    await writes('910', '');
    await house.say('/rename c1 Carol');
    expect(await house.db.sql`select from contact_signs where channel = 'name'`).toHaveLength(0);
  });
});

describe('a name that somebody had and nobody has', () => {
  beforeEach(async () => {
    await writes('910', 'Anna Lee');
    await writes('910', 'Moon');
  });

  it.each(['/cancel Anna', '/cancel anna lee', '/cancel Moon'])('finds what is to leave to them: %s', async (line) => {
    await house.say('/later Moon tomorrow 9am hi');
    expect(lines(await house.say(line))).toEqual([expect.stringMatching(/^\/cancel s/)]);
  });

  it.each(['Anna: hi', 'Anna Lee: hi', 'tell Anna hi'])('is offered for what is said to them: %s', async (line) => {
    expect(lines(await house.say(line))).toContain('/note c1 hi');
  });

  it.each(['Anna: hi', 'Hi Anna, your proofs are ready'])('is asked about under another card: %s', async (words) => {
    await writes('911', 'Dave');
    await house.deliver();
    const cards = await house.outbox();
    const card = cards.find(
      ({ payload, conversationId }) => conversationId && JSON.stringify(payload).includes('Dave'),
    )!;
    await house.type(words, { answers: [card.externalId!] });
    expect(await lastCard()).toContain('Moon');
    expect(await sent()).toEqual([]);
  });

  it('is asked about when somebody of that name is added', async () => {
    const asked = await house.say('/add Anna Lee +12025550123');
    expect(lines(asked)).toEqual(['/add c1 Anna Lee +12025550123', '/add + Anna Lee +12025550123']);
    expect(labels(asked)[0]).toContain('was Anna Lee');
  });
});
