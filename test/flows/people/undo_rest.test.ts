import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { sendReady } from '../../../src/jobs/ready.ts';
import { work } from '../../support/exchange/archives.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', country: 'DE', timezone: 'Europe/Berlin' });
beforeEach(() => house.reset());

const FILE = Buffer.from(
  'Name,Email,Tags\nAnna Ruiz,anna@example.com,vip\nBen Meyer,ben@example.com,vip\nCara Lee,cara@example.com,\n',
);

/** A shop is connected, and three people come from a file. */
const imported = async () => {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.say('/task tomorrow 10am call the roaster');
  await house.type('', { attachments: [{ kind: 'document', ref: 'f1', name: 'people.csv' }] });
  await work(house, 100, async () => FILE);
  await house.say('/import 1 go');
  await work(house, 100, async () => FILE);
};

const mailFrom = (address: string): DomainEvent => ({
  ...{ kind: 'message.received', channel: 'email', chat: address, private: false, externalId: `<${address}>` },
  ...{ from: { address, name: '' }, text: 'Hello, what does it cost?', attachments: [], answers: [], sentAt: NOON },
});
const orderOf = (email: string, id = 1) =>
  shopifyEvent(
    shopifyOrder({
      id,
      name: `#${id}`,
      email,
      customer: { id: 70 + id, email, first_name: 'Anna', last_name: 'Ruiz' },
    }),
  );
/** Nothing but the order itself says whose it is. */
const guestOrder = (email: string) =>
  shopifyEvent(shopifyOrder({ id: 9, name: '#9', email, customer: null, billing_address: { name: 'Anna Ruiz' } }));
const names = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map((c) => c.name);
const labels = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ label }) => label);

describe('an import of whom one has been heard since', () => {
  beforeEach(house.startingWith(imported));

  it.each([
    ['bought', 'bought', () => orderOf('anna@example.com')],
    ['bought as a guest', 'bought', () => guestOrder('anna@example.com')],
    ['written', 'written', () => mailFrom('anna@example.com')],
  ])('is not undone unasked: who has %s stays and is named, and the others go exactly', async (_, what, event) => {
    await house.happen(event());
    const asked = await house.say('/undo');
    expect(asked.text).toContain(`Anna Ruiz (has ${what} since)`);
    expect(labels(asked)[0]).toBe('Undo all but Anna Ruiz');
    expect(labels(asked)).toContain('Undo the one before: /task tomorrow 10am call the …');
    expect(await names()).toEqual(['Anna Ruiz', 'Ben Meyer', 'Cara Lee']);
    const done = await house.press(buttonsOf(asked)[0]!);
    expect(done.failed).toBeUndefined();
    expect(done.text).toContain(`What stays as it is: Anna Ruiz (has ${what} since).`);
    expect(await names()).toEqual(['Anna Ruiz']);
    expect(await house.db.sql`select tags from contacts`).toEqual([{ tags: ['vip'] }]);
    expect(await house.db.sql`select address from contact_identities where channel = 'email'`).toEqual([
      { address: 'anna@example.com' },
    ]);
    // what is over does not stand before what was done earlier
    expect((await house.say('/undo')).text).toContain('/task');
  });

  it('goes whole where nobody was: no question', async () => {
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await names()).toEqual([]);
  });

  it('names several, and leaves each of them', async () => {
    await house.happen(orderOf('anna@example.com'), mailFrom('cara@example.com'));
    const asked = await house.say('/undo');
    expect(asked.text).toContain('Anna Ruiz (has bought since), Cara Lee (has written since)');
    expect(labels(asked)[0]).toBe('Undo all but 2 of them');
    await house.press(buttonsOf(asked)[0]!);
    expect(await names()).toEqual(['Anna Ruiz', 'Cara Lee']);
  });

  it('asks nothing that would take back nobody', async () => {
    await house.happen(mailFrom('anna@example.com'), mailFrom('ben@example.com'), mailFrom('cara@example.com'));
    const asked = await house.say('/undo');
    expect(labels(asked)).toEqual(['Undo the one before: /task tomorrow 10am call the …']);
  });
});

it('somebody added who has written since stays whole, and the act before is offered', async () => {
  await house.say('/task tomorrow 10am call the roaster');
  await house.say('/add Zoe Ott zoe@example.com #vip');
  await house.happen(mailFrom('zoe@example.com'));
  const asked = await house.say('/undo');
  expect(asked.text).toContain('Zoe Ott (has written since)');
  expect(labels(asked)).toEqual(['Undo the one before: /task tomorrow 10am call the …']);
  expect(await house.db.sql`select name, tags from contacts`).toEqual([{ name: 'Zoe Ott', tags: ['vip'] }]);
  await house.press(buttonsOf(asked)[0]!);
  expect(await house.db.sql`select from tasks`).toEqual([]);
});

it('a tag given to many goes off all but whose tags were changed since, which is named', async () => {
  for (const name of ['Anna', 'Ben', 'Cara']) await house.say(`/add ${name} #tea`);
  await house.say('/tagall 3 #winter where #tea');
  await house.say('/tag Ben #spring');
  const [bulk] = await house.db.sql<{ id: string }>`select id from journal where command like '/tagall%'`;
  const asked = await house.say(`/undo ${bulk!.id}`);
  expect(labels(asked)).toEqual(['Undo all but Ben', 'Undo first: /tag Ben #spring']);
  await house.press(buttonsOf(asked)[0]!);
  const tags = await house.db.sql`select name, tags from contacts order by name`;
  expect(tags).toMatchObject([{ tags: ['tea'] }, { tags: ['spring', 'tea', 'winter'] }, { tags: ['tea'] }]);
});

it('a shop that has told something stays connected: it can be disconnected, and what was done before is offered', async () => {
  await house.say('/task tomorrow 10am call the roaster');
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.happen(orderOf('anna@example.com'));
  const asked = await house.say('/undo');
  expect(labels(asked)).toEqual(['Disconnect', 'Undo the one before: /task tomorrow 10am call the …']);
  await house.press(buttonsOf(asked)[1]!);
  expect(await house.db.sql`select from tasks`).toEqual([]);
});

it('what a purchase has done by itself is named where it stands in the way, and undone first', async () => {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.say('/add Anna Ruiz anna@example.com');
  await house.say('/lead Anna pots');
  await house.happen(orderOf('anna@example.com'));
  expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'won' }]);
  const asked = await house.say('/undo');
  expect(asked.text).toContain('By itself: /won 1');
  expect(labels(asked)[0]).toBe('Undo first: By itself: /won 1');
  await house.press(buttonsOf(asked)[0]!);
  expect((await house.say('/undo')).failed).toBeUndefined();
  expect(await house.db.sql`select from leads`).toEqual([]);
});

it('what stands in the way is that very thing, whatever else was done later', async () => {
  await house.say('/add Anna');
  await house.say('/order Anna 2x green tea $30');
  await house.say('/order M-1 paid');
  await house.say('/task tomorrow call');
  await house.say('/field add Size number');
  const [made] = await house.db.sql<{ id: string }>`select id from journal where command like '/order Anna%'`;
  const asked = await house.say(`/undo ${made!.id}`);
  expect(labels(asked)[0]).toBe('Undo first: /order M-1 paid');
  await house.press(buttonsOf(asked)[0]!);
  expect(await house.db.sql`select from tasks`).toHaveLength(1);
  expect((await house.say(`/undo ${made!.id}`)).failed).toBeUndefined();
});

describe('an address given to somebody, by which another has come since', () => {
  const ann = (text: string): DomainEvent =>
    telegramMessage(text, { from: { address: '1001', name: 'Ann Cole', language: 'en' }, sentAt: house.now });
  const bob = { first_name: 'Bob', last_name: 'Reed' };
  const bought = (id: number, customer: object | null, more: object = {}) =>
    shopifyEvent(shopifyOrder({ id, name: `#${id}`, email: null, customer, ...more }));
  const account = (id: number, more: object = {}) =>
    bought(id, { id: 70, ...bob, email: 'bob@example.com', ...more }, { email: 'bob@example.com' });
  const byMail = (id: number) => bought(id, null, { email: 'bob@example.com', billing_address: { name: 'Bob Reed' } });
  const wrote = {
    ...mailFrom('bob@example.com'),
    from: { address: 'bob@example.com', name: 'Bob Reed' },
  } as DomainEvent;
  const whose = async () =>
    (
      await house.db.sql<{ name: string; has: string }>`
        select c.name, concat_ws(' ', (select string_agg(channel || ':' || address, ' ' order by channel, address) from contact_identities where contact_id = c.id),
          (select string_agg(number, ' ' order by id) from orders where contact_id = c.id),
          (select string_agg('v' || id, ' ' order by id) from conversations where contact_id = c.id)) as has
        from contacts c order by c.id`
    ).map(({ name, has }) => `${name}: ${has}`);
  const ANN = 'Ann Cole: telegram:1001 v1';

  beforeEach(
    house.startingWith(async () => {
      await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
      await house.say('/autoreply orders on');
      await house.happen(ann('hi'));
    }),
  );

  it.each([
    ['an account', () => [account(1), account(2)], 'email:bob@example.com shopify:1/70 #1 #2', ', with their 2 orders'],
    ['a guest', () => [byMail(1)], 'email:bob@example.com #1', ', with their order'],
    ['a mail', () => [wrote], 'email:bob@example.com v2', ''],
    [
      'a mail and an account',
      () => [wrote, account(1)],
      'email:bob@example.com shopify:1/70 #1 v2',
      ', with their order',
    ],
  ])('goes with them and all that is theirs, and it is said: %s', async (_, events, has, orders) => {
    await house.say('/edit Ann mail bob@example.com');
    for (const event of events()) await house.happen(event);
    const undone = await house.say('/undo');
    expect(undone.text).toContain(
      `Somebody has come by bob@example.com since: that is Bob Reed (c2), a contact of their own${orders}.`,
    );
    expect(labels(undone)).toEqual(['Bob Reed', 'Same person after all']);
    expect(await whose()).toEqual([ANN, `Bob Reed: ${has}`]);
    // what comes later is theirs too
    await house.happen(account(9));
    await house.happen(byMail(10));
    expect((await whose())[0]).toBe(ANN);
    await house.press(buttonsOf(undone).at(-1)!);
    expect(await whose()).toHaveLength(1);
  });

  it('tells nobody how another’s order stands, also where that was ready to leave', async () => {
    await house.say('/edit Ann mail bob@example.com');
    await house.happen(account(1));
    await house.happen(ann('where is my order?'));
    await house.say('/undo');
    const late = async () => {
      house.now = new Date(house.now.getTime() + 3 * 60_000);
      await house.act(sendReady);
      return (await house.outbox()).filter(({ audience }) => audience === 'customer');
    };
    expect(await late()).toEqual([]);
    await house.happen(ann('where is my order please?'));
    expect(await late()).toEqual([]);
  });

  it.each([
    [
      'a phone in their account',
      () => [bought(1, { id: 70, phone: '+4930901822' })],
      'phone:+4930901822 shopify:1/70 #1',
    ],
    [
      'a text',
      () => [
        telegramMessage('hi', {
          channel: 'sms',
          chat: '+4930901822',
          from: { address: '+4930901822', name: '', phone: '+4930901822' },
        }),
      ],
      'phone:+4930901822 sms:+4930901822 v2',
    ],
  ])('goes with whoever a phone brought: %s', async (_, events, has) => {
    await house.say('/edit Ann phone +4930901822');
    for (const event of events()) await house.happen(event);
    const undone = await house.say('/undo');
    expect(undone.text).toContain('Somebody has come by +4930901822 since');
    const [first, second] = await whose();
    expect(first).toBe(ANN);
    expect(second).toContain(`: ${has}`);
  });

  it('goes alone: what came by their other addresses stays, and what a shop has given to another already is left there', async () => {
    const own = { id: 60, first_name: 'Ann', last_name: 'Cole', email: 'ann@example.com' };
    await house.say('/edit Ann mail ann@example.com');
    await house.happen(bought(3, own, { email: 'ann@example.com' }));
    await house.say('/edit Ann mail bob@example.com');
    await house.happen(account(1));
    const has = [
      'Ann Cole: email:ann@example.com shopify:1/60 telegram:1001 #3 v1',
      'Bob Reed: email:bob@example.com shopify:1/70 #1',
    ];
    expect(await whose()).toEqual(has);
    const undone = await house.say('/undo');
    expect(undone.text).toContain('that is Bob Reed (c2), a contact of their own.');
    expect(await whose()).toEqual(has);
  });

  it('is said in Chinese too', async () => {
    await house.say('/edit Ann mail bob@example.com');
    await house.happen(account(1));
    const [edit] = await house.db.sql<{ id: string }>`select max(id) as id from journal where command like '/edit%'`;
    await house.say('/settings language zh-CN');
    expect((await house.say(`/undo ${edit!.id}`)).text).toContain(
      '之后有人用 bob@example.com 来过：现在单独记为客户 Bob Reed (c2)，1 个订单也归到对方名下。',
    );
  });

  it('goes with an account that came by it while two were one', async () => {
    await house.say('/add Bob Reed bob@example.com');
    await house.say('/merge c1 c2');
    await house.happen(account(1));
    expect(await whose()).toHaveLength(1);
    await house.say('/undo');
    expect(await whose()).toEqual([ANN, 'Bob Reed: email:bob@example.com shopify:1/70 #1']);
  });

  it('is taken off them only together with the account of another that it brought, whose orders would stay', async () => {
    await house.say('/edit Ann mail bob@example.com');
    await house.happen(account(1));
    const refused = await house.say('/edit c1 -bob@example.com');
    expect(refused.text).toContain('A shop’s account came to Ann Cole by bob@example.com (Mail), with its orders.');
    expect(labels(refused)).toEqual(['Split off']);
    const with70 = [`Ann Cole: email:bob@example.com shopify:1/70 telegram:1001 #1 v1`];
    expect(await whose()).toEqual(with70);
    await house.press(buttonsOf(refused)[0]!);
    const apart = [ANN, 'bob@example.com: email:bob@example.com shopify:1/70 #1'];
    expect(await whose()).toEqual(apart);
    await house.say('/undo');
    expect(await whose()).toEqual(with70);
  });

  it('is taken off whose own account it brought, as before', async () => {
    await house.say('/edit Ann mail ann@example.com');
    await house.happen(
      bought(
        3,
        { id: 60, first_name: 'Ann', last_name: 'Cole', email: 'ann@example.com' },
        { email: 'ann@example.com' },
      ),
    );
    expect((await house.say('/edit c1 -ann@example.com')).failed).toBeUndefined();
    expect(await whose()).toEqual(['Ann Cole: shopify:1/60 telegram:1001 #3 v1']);
  });

  it('is plainly taken back where nobody has come by it', async () => {
    await house.happen(account(1));
    await house.say('/edit c1 mail ann@example.com');
    const undone = await house.say('/undo');
    expect(undone.text).toBe('↩︎ Undone: /edit c1 mail ann@example.com');
    expect(await whose()).toEqual([ANN, 'Bob Reed: email:bob@example.com shopify:1/70 #1']);
  });

  it('stays, and is named, where an import gave it to somebody who was here', async () => {
    await house.say('/edit Ann mail anna@example.com');
    const file = Buffer.from('Name,Email,Phone\nAnn Cole,anna@example.com,+4930901822\nBen Meyer,ben@example.com,\n');
    await house.type('', { attachments: [{ kind: 'document', ref: 'f1', name: 'people.csv' }] });
    await work(house, 100, async () => file);
    await house.say('/import 1 go');
    await work(house, 100, async () => file);
    await house.happen(bought(1, { id: 70, phone: '+4930901822' }));
    const asked = await house.say('/undo');
    expect(asked.text).toContain('Ann Cole (has bought since)');
  });
});
