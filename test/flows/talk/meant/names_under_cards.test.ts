import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });
beforeEach(() => house.reset());

/** Each has written by Telegram: c1, c2, … in this order; the card of c1 is answered. */
const known = (...names: string[]) =>
  house.start(names.join(), async () => {
    for (const [at, name] of names.entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
    await house.deliver();
  });

async function under(text: string): Promise<void> {
  const card = (await house.outbox()).find(
    ({ audience, conversationId }) => audience === 'owner' && conversationId === '1',
  )!;
  await house.type(text, { answers: [card.externalId!] });
}

const asked = async () => buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
const kept = async () => {
  const rows = await house.db.sql<{ line: string }>`
    select v.address || ' ' || m.direction || ' ' || m.text as line from messages m join conversations v on v.id = m.conversation_id
    where m.user_id is not null
    union all select c.name || ' lead ' || l.title from leads l join contacts c on c.id = l.contact_id
    union all select c.name || ' ticket ' || k.title from tickets k join contacts c on c.id = k.contact_id where k.title <> ''
    union all select coalesce(c.name, 'nobody') || ' task ' || t.title from tasks t left join contacts c on c.id = t.contact_id
    union all select c.name || ' city ' || c.city from contacts c where c.city is not null`;
  return rows.map(({ line }) => line);
};
const names = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);

describe('under a card, a command that begins with somebody else’s name', () => {
  it.each([
    ['/reply Anna proofs are ready', '/reply c2 proofs are ready', '/reply c1 Anna proofs are ready'],
    ['/reply anna proofs are ready', '/reply c2 proofs are ready', '/reply c1 anna proofs are ready'],
    ['/reply Anna: proofs are ready', '/reply c2 proofs are ready', '/reply c1 Anna: proofs are ready'],
    ['/reply Anna, proofs are ready', '/reply c2 proofs are ready', '/reply c1 Anna, proofs are ready'],
    ['/reply @Anna proofs are ready', '/reply c2 proofs are ready', '/reply c1 @Anna proofs are ready'],
    ['/reply @Anna Lee proofs are ready', '/reply c2 proofs are ready', '/reply c1 @Anna Lee proofs are ready'],
    ['/reply Lee proofs are ready', '/reply c2 proofs are ready', '/reply c1 Lee proofs are ready'],
    ['/reply Ann proofs are ready', '/reply c2 proofs are ready', '/reply c1 Ann proofs are ready'],
    ['/note Anna likes blue', '/note c2 likes blue', '/note c1 Anna likes blue'],
    ['/lead Anna menu 900', '/lead c2 menu 900', '/lead c1 Anna menu 900'],
    ['/ticket Anna cup broken', '/ticket c2 cup broken', '/ticket c1 Anna cup broken'],
    ['/rename Anna Annie', '/rename c2 Annie', '/rename c1 Anna Annie'],
    ['/city Anna London', '/city c2 London', '/city c1 Anna London'],
    ['/edit Anna city:London', '/edit c2 city:London', '/edit c1 Anna city:London'],
    ['/later tomorrow 9am Anna hi', '/later c2 tomorrow 9am hi', '/later c1 tomorrow 9am Anna hi'],
    ['/later Anna tomorrow 9am hi', '/later c2 tomorrow 9am hi', '/later c1 Anna tomorrow 9am hi'],
    ['/task Anna send the proofs', '/task c2 Anna send the proofs', '/task c1 Anna send the proofs'],
    ['/task tomorrow 9am call Anna Lee', '/task c2 tomorrow 9am call Anna Lee', '/task c1 tomorrow 9am call Anna Lee'],
  ])('asks whom it is for: %s', async (text, theirs, asTyped) => {
    await known('Dave Brown', 'Anna Lee');
    await under(text);
    expect(await kept()).toEqual([]);
    expect(await asked()).toEqual([theirs, asTyped]);
    expect(await names()).toEqual(['Dave Brown', 'Anna Lee']);
  });

  it.each([
    ['/回复 小明 茶发了', '/reply c2 茶发了', '/reply c1 小明 茶发了'],
    ['/回复 @王小明 茶发了', '/reply c2 茶发了', '/reply c1 @王小明 茶发了'],
    ['/回复 ＠小明 茶发了', '/reply c2 茶发了', '/reply c1 ＠小明 茶发了'],
    ['/回复 小明：茶发了', '/reply c2 茶发了', '/reply c1 小明：茶发了'],
    ['/改名 小明 王大明', '/rename c2 王大明', '/rename c1 小明 王大明'],
    ['/备注 小明 爱喝红茶', '/note c2 爱喝红茶', '/note c1 小明 爱喝红茶'],
  ])('asks in Chinese too: %s', async (text, theirs, asTyped) => {
    await known('李四', '王小明');
    await under(text);
    expect(await asked()).toEqual([theirs, asTyped]);
    expect(await kept()).toEqual([]);
    expect(await names()).toEqual(['李四', '王小明']);
  });

  it('goes where the owner then says, with the words as they were typed or without the name', async () => {
    await known('Dave Brown', 'Anna Lee');
    await under('/reply Anna proofs are ready');
    await house.press('/reply c1 Anna proofs are ready');
    await under('/reply Anna proofs are done');
    await house.press('/reply c2 proofs are done');
    expect((await kept()).sort()).toEqual(['700 out Anna proofs are ready', '701 out proofs are done']);
  });

  it('asks about everybody who may be meant', async () => {
    await known('Dave Brown', 'Anna Lee', 'Anna Jones');
    await under('/reply Anna Lee proofs');
    expect(await asked()).toEqual(['/reply c2 proofs', '/reply c1 Anna Lee proofs']);
    await under('/reply Anna proofs');
    expect((await asked()).sort()).toEqual(['/reply c1 Anna proofs', '/reply c2 proofs', '/reply c3 proofs']);
  });

  it('asks where somebody has taken the name that the card’s person gave up', async () => {
    await known('Carla Diaz', 'Bob');
    await house.happen(
      telegramMessage('hi', { chat: '700', from: { address: '700', name: 'Moon' }, externalId: 'n1' }),
    );
    await house.happen(
      telegramMessage('hi', { chat: '911', from: { address: '911', name: 'Carla Diaz' }, externalId: 'n2' }),
    );
    await under('/reply Carla Diaz bank');
    expect((await asked()).sort()).toEqual(['/reply c1 Carla Diaz bank', '/reply c3 bank']);
  });

  it('says whose address it is where it begins with one', async () => {
    await known('Dave Brown');
    await house.say('/add Anna Lee anna@example.com');
    await under('/reply anna@example.com proofs');
    expect(await asked()).toEqual(['/reply c2 proofs', '/reply c1 anna@example.com proofs']);
  });
});

describe('under a card, its own person’s name', () => {
  it.each([
    ['/reply Dave £80', '700 out £80'],
    ['/reply dave: £80', '700 out £80'],
    ['/reply @Dave £80', '700 out £80'],
    ['/reply Dave Brown £80', '700 out £80'],
    ['/reply Brown £80', '700 out £80'],
    ['/note Dave likes blue', '700 note likes blue'],
    ['/lead Dave Brown menu', 'Dave Brown lead menu'],
    ['/ticket Dave cup broken', 'Dave Brown ticket cup broken'],
  ])('is no part of what is said: %s', async (text, line) => {
    await known('Dave Brown', 'Anna Lee');
    await under(text);
    expect(await kept()).toEqual([line]);
  });

  it('is no part of it in Chinese', async () => {
    await known('王小明', '李四');
    await under('/回复 王小明 八百');
    await under('/回复 小明：九百');
    expect(await kept()).toEqual(expect.arrayContaining(['700 out 八百', '700 out 九百']));
  });

  it('means them where another has the same', async () => {
    await known('Dave Brown', 'Dave Brown', 'Dave Smith');
    await under('/reply Dave Brown £80');
    await under('/reply Dave £90');
    expect((await kept()).sort()).toEqual(['700 out £80', '700 out £90']);
  });

  it('stays in words that are no command', async () => {
    await known('Dave Brown', 'Anna Lee');
    await under('Dave £80');
    expect(await kept()).toEqual(['700 out Dave £80']);
  });

  it.each([
    ['/rename Dave Browne', '/rename c1 Browne', '/rename c1 Dave Browne'],
    ['/city Dave London', '/city c1 London', '/city c1 Dave London'],
    ['/reply Will be there', undefined, undefined],
  ])('may belong to the value: %s', async (text, without, whole) => {
    await known('Dave Brown');
    await under(text);
    if (without) expect(await asked()).toEqual([without, whole]);
    else expect(await kept()).toEqual(['700 out Will be there']);
  });

  it('that is a word of every sentence is asked about', async () => {
    await known('Will Smith');
    await under('/reply Will be there');
    expect(await asked()).toEqual(['/reply c1 be there', '/reply c1 Will be there']);
  });

  it('alone is the new value', async () => {
    await known('Dave Brown', 'Paris Moore');
    await under('/rename Dave');
    await under('/city Paris');
    expect(await names()).toEqual(['Dave', 'Paris Moore']);
    expect(await kept()).toEqual(['Dave city Paris']);
  });
});

describe('under a card, words', () => {
  it.each([
    '/reply Thanks for the order',
    '/reply Hi, all good',
    '/reply The proofs are ready',
    '/reply an order',
    '/reply 12 pots',
    '/reply 好 茶发了',
  ])('that merely stand in somebody’s name leave as they are: %s', async (text) => {
    await known('Dave Brown', 'The Tea House', 'Hi Thanks', 'Anna Lee', 'Cafe 12', '好再来');
    await under(text);
    expect(await kept()).toEqual([`700 out ${text.replace('/reply ', '')}`]);
  });
});
