import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(() => house.reset());

let count = 0;
const byChat = (text: string) =>
  telegramMessage(text, { from: { address: '1001', name: 'Zoe' }, externalId: `m${++count}` });
const byMail = (text: string, more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, {
    ...{ channel: 'email', chat: 'zoe@x.org', private: false, from: { address: 'zoe@x.org', name: 'Zoe' } },
    ...{ subject: 'Order', externalId: `<${++count}@x.org>`, ...more },
  });
const texts = async (contactId: string) =>
  (
    await house.db.sql<{ text: string }>`
      select m.text from messages m join conversations v on v.id = m.conversation_id
      where v.contact_id = ${contactId} order by m.occurred_at, m.id`
  ).map(({ text }) => text);
const people = async () =>
  (await house.db.sql<{ id: string }>`select id from contacts order by id`).map(({ id }) => id);

it.each([
  // a mail that answers none is a thread of its own
  ['in a chat', byChat, { waiting: 1, threads: 1 }],
  ['by mail', byMail, { waiting: 3, threads: 4 }],
])(
  'somebody deleted who has written again %s comes back, with what came before and since',
  async (_, event, { waiting, threads }) => {
    await house.happen(event('Is it ready?'));
    await house.say('/task Call back Zoe tomorrow');
    await house.say('/note c1 likes tea');
    await house.say('/delete c1 !');
    await house.happen(event('Hello?'), event('Are you there?'));
    await house.say('/tag c2 #vip');
    const deleted = (
      await house.db.sql<{ id: string }>`
    select id from journal where command like '/delete%' and undone_at is null`
    )[0]!;
    const undone = await house.say(`/undo ${deleted.id}`);
    expect(undone.failed).toBeUndefined();
    expect(await people()).toEqual(['1']);
    expect((await texts('1')).sort()).toEqual(['Are you there?', 'Hello?', 'Is it ready?', 'likes tea']);
    const [contact] = await house.db.sql`select name, tags from contacts`;
    expect(contact).toMatchObject({ name: 'Zoe', tags: ['vip'] });
    expect((await house.db.sql`select from tasks`).length).toBe(1);
    const items = (await house.say('/inbox')).lists![0]!.items;
    expect(items).toHaveLength(waiting);
    await house.happen(event('Last try'));
    expect(await people()).toEqual(['1']);
    expect(await texts('1')).toContain('Last try');
    const open = await house.db.sql`select from conversations where joined_to is null and channel <> 'note'`;
    expect(open.length).toBe(threads);
  },
);

it('a card told meanwhile is still answered to them', async () => {
  await house.happen(byChat('Is it ready?'));
  await house.say('/delete c1 !');
  await house.happen(byChat('Hello?'));
  await house.deliver();
  const card = (await house.outbox()).filter((row) => row.conversationId && row.audience === 'owner').at(-1)!;
  await house.say('/undo');
  await house.type('It is', { answers: [card.externalId!] });
  expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toMatchObject([
    { address: '1001', payload: { reply: { text: 'It is' } } },
  ]);
});

it('an address given to somebody else since is not taken from them: it is said who has it', async () => {
  await house.say('/add Zoe zoe@x.org');
  await house.say('/delete c1 !');
  await house.say('/add Ann zoe@x.org');
  const [entry] = await house.db.sql<{ id: string }>`select id from journal where command like '/delete%'`;
  const before = await house.state();
  const refused = await house.say(`/undo ${entry!.id}`);
  expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('Ann (c2)') });
  expect(await house.state()).toEqual(before);
});

const person = async () =>
  (
    await house.db.sql<{ name: string; blocked: boolean; locale: string | null; city: string | null }>`
      select name, blocked_at is not null as blocked, locale, city from contacts`
  )[0]!;
const undoDeletion = async () => {
  const [entry] = await house.db.sql<{ id: string }>`select id from journal where command like '/delete%'`;
  return house.say(`/undo ${entry!.id}`);
};

it.each([
  ['in a chat', byChat],
  ['by mail', byMail],
])('somebody blocked and deleted who has written again %s comes back blocked, and that is said', async (_, event) => {
  await house.happen(event('Is it ready?'));
  await house.say('/later c1 tomorrow 9am deal');
  await house.say('/block c1');
  await house.say('/delete c1 !');
  await house.happen(event('Hello?'));
  const undone = await undoDeletion();
  expect(undone.text).toContain('Zoe had written again meanwhile');
  expect(undone.text).toContain('Zoe is still blocked');
  expect(await person()).toMatchObject({ blocked: true });
  expect((await house.say('/inbox')).lists ?? []).toEqual([]);
  house.now = new Date(house.now.getTime() + 24 * 3_600_000);
  await house.act(sendScheduled);
  expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
});

it('of who has written again after a deletion, what a user said of them last stands', async () => {
  await house.happen(byChat('Is it ready?'));
  for (const line of ['/rename c1 Mia', '/language c1 en', '/city c1 Bonn', '/block c1', '/delete c1 !'])
    await house.say(line);
  await house.happen(byChat('Hello?'));
  for (const line of ['/rename c2 Mia Wong', '/language c2 zh', '/city c2 Rome', '/block c2', '/unblock c2'])
    await house.say(line);
  expect((await undoDeletion()).text).not.toContain('blocked');
  expect(await person()).toEqual({ name: 'Mia Wong', locale: 'zh-CN', city: 'Rome', blocked: false });
});

it('of who has written again after a deletion, what a user took back does not count', async () => {
  await house.happen(byChat('Is it ready?'));
  for (const line of ['/rename c1 Mia', '/city c1 Bonn', '/delete c1 !']) await house.say(line);
  await house.happen(byChat('Hello?'));
  for (const line of ['/rename c2 Eve', '/undo', '/city c2 Rome', '/undo']) await house.say(line);
  await undoDeletion();
  expect(await person()).toMatchObject({ name: 'Mia', city: 'Bonn' });
});

it('somebody blocked only after they had written again is blocked when they come back', async () => {
  await house.happen(byChat('Is it ready?'));
  await house.say('/delete c1 !');
  await house.happen(byChat('Hello?'));
  await house.say('/block c2');
  expect((await undoDeletion()).text).toContain('Zoe is still blocked');
  expect(await person()).toMatchObject({ blocked: true });
});

it('a conversation snoozed after they had written again stays snoozed when they come back', async () => {
  await house.happen(byChat('Is it ready?'));
  await house.say('/delete c1 !');
  await house.happen(byChat('Hello?'));
  await house.say('/snooze c2 tomorrow');
  await undoDeletion();
  expect((await house.say('/inbox')).lists ?? []).toEqual([]);
});
