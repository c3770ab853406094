import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { begunMeanwhile } from '../../support/lock.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', country: 'DE', timezone: 'Europe/Berlin' });
const { sql } = house.db;
const [FIRST, SECOND] = ['+4930901822', '+4930901833'];

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const from = { address: '1001', name: 'Ann Cole', language: 'en' };
    await house.happen(telegramMessage('hi', { from, sentAt: house.now }));
  }),
);

let orders = 0;
/** The account buys: by which phone or mail address it comes. */
const account = (
  id: number,
  { phone = null as string | null, email = null as string | null, name = ['Ann', 'Cole'] },
) => {
  orders += 1;
  const customer = { id, first_name: name[0], last_name: name[1], phone, email };
  return shopifyEvent(shopifyOrder({ id: orders, name: `#${orders}`, email, customer }));
};
/** Whose the addresses are, the chats left out. */
const whose = async () => {
  const rows = await sql<{ id: string; has: string }>`
    select c.id, coalesce((select string_agg(address, ' ' order by channel, address) from contact_identities where contact_id = c.id and channel <> 'telegram'), '') as has
    from contacts c order by c.id`;
  return rows.map(({ id, has }) => `c${id} ${has}`);
};
beforeEach(() => {
  orders = 0;
});

describe('of two phones of one customer', () => {
  const twoPhones = async () => {
    await house.say(`/edit Ann phone ${FIRST}`);
    await house.say(`/edit Ann phone ${SECOND}`);
  };

  it.each([
    ['the first', FIRST, SECOND],
    ['the second', SECOND, FIRST],
  ])('only that by which an account came takes it along: %s', async (_, through, other) => {
    await twoPhones();
    await house.happen(account(70, { phone: through, email: 'ann@example.com' }));
    await house.say(`/split c1 phone:${other}`);
    expect(await whose()).toEqual([`c1 ann@example.com ${through} 1/70`, `c2 ${other}`]);
    await house.say(`/split c1 phone:${through}`);
    expect(await whose()).toEqual(['c1 ', `c2 ${other}`, `c3 ann@example.com ${through} 1/70`]);
  });

  it('an undo takes back that one alone, and nobody has come by it', async () => {
    await twoPhones();
    await house.happen(account(70, { phone: FIRST, email: 'ann@example.com' }));
    const undone = await house.say('/undo');
    expect(undone.text).not.toContain('Somebody has come');
    expect(await whose()).toEqual([`c1 ann@example.com ${FIRST} 1/70`]);
  });

  it('an undo of a merge gives the other back alone', async () => {
    await house.say(`/edit Ann phone ${FIRST}`);
    await house.say(`/add Bob Reed ${SECOND}`);
    await house.say('/merge c1 c2');
    await house.happen(account(70, { phone: FIRST, email: 'ann@example.com' }));
    expect(await whose()).toHaveLength(1);
    await house.say('/undo');
    expect(await whose()).toEqual([`c1 ann@example.com ${FIRST} 1/70`, `c2 ${SECOND}`]);
  });

  it('the other can be taken off, whatever the account is called', async () => {
    await twoPhones();
    await house.happen(account(70, { phone: FIRST }));
    await house.db.autocommit`update contact_identities set told_name = 'Bob Reed' where channel = 'shopify'`;
    expect((await house.say(`/edit c1 -${SECOND}`)).failed).toBeUndefined();
    const refused = await house.say(`/edit c1 -${FIRST}`);
    expect(buttonsOf(refused).map(({ label }) => label)).toEqual(['Split off']);
  });
});

it('of two mail addresses too, where the shop has not said which is the account’s', async () => {
  await house.say('/edit Ann mail ann@example.com');
  await house.say('/edit Ann mail bob@example.com');
  await house.happen(account(70, { email: 'ann@example.com' }));
  await house.db.autocommit`update contact_identities set told_email = null`;
  await house.say('/split c1 email:bob@example.com');
  expect(await whose()).toEqual(['c1 ann@example.com 1/70', 'c2 bob@example.com']);
});

describe('what came by what an address brought', () => {
  const byTurns = async () => {
    await house.say(`/edit Ann phone ${FIRST}`);
    await house.happen(account(70, { phone: FIRST, email: 'ann@example.com' }));
    // an account of another shop comes by the mail address that the first one brought
    await house.db.autocommit`
      insert into connections (id, provider, token) overriding system value values (99, 'woocommerce', 'other')`;
    await house.db.autocommit`
      insert into contact_identities (contact_id, channel, address, joined_by, joined_through)
      values (1, 'woocommerce', '99/5', 'email', 'ann@example.com')`;
    await house.db.autocommit`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at, buyer)
      values (99, 'w1', 1, 'W1', 'paid', 'EUR', 1000, ${house.now}, ${house.now}, '99/5')`;
  };
  const ALL = `ann@example.com ${FIRST} 1/70 99/5`;
  const buyers = async () =>
    (await sql<{ id: string }>`select contact_id as id from orders order by id`).map(({ id }) => id);

  it('goes along in a split, with its orders', async () => {
    await byTurns();
    await house.say(`/split c1 phone:${FIRST}`);
    expect(await whose()).toEqual(['c1 ', `c2 ${ALL}`]);
    expect(await buyers()).toEqual(['2', '2']);
  });

  it('goes along in an undo', async () => {
    await byTurns();
    expect((await house.say('/undo')).text).toContain('with their 2 orders');
    expect(await whose()).toEqual(['c1 ', `c2 ${ALL}`]);
    expect(await buyers()).toEqual(['2', '2']);
  });

  it('and control: stays where only something later of its own was taken out', async () => {
    await byTurns();
    await house.say('/split c1 shopify:1/70');
    expect(await whose()).toEqual([`c1 ann@example.com ${FIRST} 99/5`, 'c2 1/70']);
  });
});

it('somebody who only left a cart has come too, and goes with it', async () => {
  await house.say('/edit Ann mail bob@example.com');
  await house.happen({
    ...{ kind: 'checkout.updated', connectionId: '1', provider: 'shopify', updatedAt: house.now },
    checkout: {
      ...{ externalId: 'k1', currency: 'EUR', totalMinor: '3000', lines: [], url: 'https://shop.example/k1' },
      ...{ startedAt: house.now, completedAt: null, test: false },
    },
    customer: { externalId: null, name: 'Bob Reed', email: 'bob@example.com', phone: null, city: null, language: null },
  } as unknown as DomainEvent);
  expect(await sql`select contact_id, buyer from checkouts`).toEqual([{ contact_id: '1', buyer: 'bob@example.com' }]);
  const undone = await house.say('/undo');
  expect(undone.text).toContain(
    'Somebody has come by bob@example.com since: that is Bob Reed (c2), a contact of their own.',
  );
  expect(await sql`select contact_id from checkouts`).toEqual([{ contact_id: '2' }]);
  expect(await whose()).toEqual(['c1 ', 'c2 bob@example.com']);
});

describe('an order that comes while an undo looks', () => {
  const buys = (n: number) => (tx: Parameters<Parameters<typeof house.db.transaction>[0]>[0]) =>
    tx`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at, buyer)
    values (1, ${`late${n}`}, 1, ${`L${n}`}, 'paid', 'EUR', 1000, ${house.now}, ${house.now}, 'bob@example.com')`;
  const owners = () =>
    sql<{ name: string; id: string }>`select number as name, contact_id as id from orders order by id`;

  it.each([
    ['the first', 0],
    ['one more', 1],
  ])('goes with whoever came by the address: %s', async (_, before) => {
    await house.say('/edit Ann mail bob@example.com');
    for (let n = 0; n < before; n += 1) await house.db.transaction(buys(n));
    const undone = await begunMeanwhile(house.db, buys(7), () => house.say('/undo'));
    expect((await undone).text).toContain('Somebody has come by bob@example.com since');
    expect((await owners()).map(({ id }) => id)).toEqual(Array(before + 1).fill('2'));
  });
});
