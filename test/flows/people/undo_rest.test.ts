import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { work } from '../../support/exchange/archives.ts';
import { buttonsOf, NOON, testHouse } from '../../support/house.ts';
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
