import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';
import { connectShop } from '../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../../support/shops/standard_event.ts';

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

describe('an address taken from somebody', () => {
  const phone = '+447400123456';
  const bought = (name: string, more: object) => () => {
    const [first_name, last_name] = name.split(' ');
    const customer = { id: 77, first_name, last_name, email: null, updated_at: '2026-11-20T00:00:00Z', ...more };
    return house.happen(shopifyEvent(shopifyOrder({ id: 1003, name: '#1003', email: null, customer })));
  };
  const boughtOwn = (name: string, more: object) => () =>
    house.happen(
      standardEvent('order.paid', standardOrder({ order_id: 'B1', customer: { id: 'A2', name, ...more } }), 1),
    );
  const wrote = (name: string) => () => house.happen(byMail('My refund', { from: { address: 'zoe@x.org', name } }));
  const tagged = async () => void (await house.say('/edit c2 #vip'));
  const undoRemoval = async () => {
    const [entry] = await house.db.sql<{ id: string }>`
      select id from journal where command ~ '^/(delete|edit c1 -)' order by id desc limit 1`;
    return house.say(`/undo ${entry!.id}`);
  };
  beforeEach(async () => {
    for (const shop of ['shopify', 'standard']) await connectShop(house, shop);
    await house.say(`/add Zoe Berg zoe@x.org ${phone}`);
  });

  type Came = () => Promise<unknown>;
  it.each<[string, string, Came[]]>([
    ['the account of a platform by phone', `/edit c1 -${phone}`, [bought('Carl Fox', { phone })]],
    ['one by phone, with a mail address', `/edit c1 -${phone}`, [bought('Carl Fox', { phone, email: 'carl@x.org' })]],
    ['one by phone, which the owner has tagged', `/edit c1 -${phone}`, [bought('Carl Fox', { phone }), tagged]],
    ['one of a name that says more', `/edit c1 -${phone}`, [bought('Zoe Berg-Fox', { phone })]],
    [
      'one of her name with another mail address',
      `/edit c1 -${phone}`,
      [bought('Zoe Berg', { phone, email: 'zb@y.org' })],
    ],
    ['one of an own system by phone', `/edit c1 -${phone}`, [boughtOwn('Carl Fox', { phone })]],
    ['one of an own system in Chinese', `/edit c1 -${phone}`, [boughtOwn('李强', { phone })]],
    ['an account by mail', '/edit c1 -zoe@x.org', [bought('Carl Fox', { email: 'zoe@x.org' })]],
    ['a mail under another name', '/edit c1 -zoe@x.org', [wrote('Carl Fox')]],
    ['an account by mail, after a deletion', '/delete c1 !', [bought('Carl Fox', { email: 'zoe@x.org' })]],
    ['a mail under another name, after a deletion', '/delete c1 !', [wrote('Carl Fox')]],
  ])('stays with whoever came by it and is called otherwise, and that is said: %s', async (_, line, came) => {
    await house.say(line);
    for (const one of came) await one();
    const before = await house.state();
    expect(await undoRemoval()).toMatchObject({ failed: true, text: expect.stringContaining('(c2)') });
    expect(await house.state()).toEqual(before);
  });

  it.each<[string, string, Came]>([
    ['an account by phone', `/edit c1 -${phone}`, bought('Zoe Berg', { phone })],
    ['one of an own system', `/edit c1 -${phone}`, boughtOwn('Berg, Zoe', { phone })],
    ['one without a name', `/edit c1 -${phone}`, boughtOwn('', { phone })],
    ['an account by mail', '/edit c1 -zoe@x.org', bought('Zoe Berg', { email: 'zoe@x.org' })],
    ['a mail', '/edit c1 -zoe@x.org', wrote('Zoe')],
    ['a mail after a deletion', '/delete c1 !', wrote('Zoe Berg')],
  ])('comes back with what came by it under her name: %s', async (_, line, came) => {
    await house.say(line);
    await came();
    expect((await undoRemoval()).failed).toBeUndefined();
    expect(await people()).toEqual(['1']);
  });
});

it('who writes in a chat is whose it was, and what they are called there now is kept', async () => {
  await house.happen(byChat('Is it ready?'));
  await house.say('/delete c1 !');
  await house.happen(telegramMessage('Hello?', { from: { address: '1001', name: 'Mia Wong' }, externalId: 'renamed' }));
  await undoDeletion();
  expect(await person()).toMatchObject({ name: 'Zoe' });
  expect(await house.db.sql`select address, source from contact_signs`).toEqual([
    { address: 'Mia Wong', source: 'writer' },
  ]);
});
