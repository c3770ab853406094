import { beforeEach, expect, it } from 'vitest';
import type { CustomerUpdated } from '../../../src/domain/shop_event.ts';
import { exported, give } from '../../support/exchange/archives.ts';
import { NOON, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const [house, other] = [await testHouse({ locale: 'en' }), await testHouse({ locale: 'en' })];
beforeEach(async () => {
  for (const one of [house, other]) await one.reset();
});

const says = (name: string, email: string | null, wanted?: boolean, externalId = '21'): CustomerUpdated => ({
  ...{ kind: 'customer.updated', provider: 'shopify', connectionId: '1', updatedAt: NOON },
  customer: { externalId, name, email, phone: null, country: 'CN', city: null, language: 'en' },
  ...(wanted !== undefined && { marketing: { email: email!, wanted, confirmed: true, at: NOON } }),
});
const moved = async () => (await give(other, await exported(house))).go();
const people = () =>
  other.db.sql`
    select c.name, array_agg(i.address order by i.address) as at from contacts c
    join contact_identities i on i.contact_id = c.id group by c.id order by c.name`;

it('an archive’s customer is not who has the same number in another shop', async () => {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.happen(says('Bea Stone', 'bea@x.example'));
  await other.say('/connect shopify shpss_0123456789abcdef0123456789abcdee');
  await other.happen(says('Tom Reed', 'tom@x.example'));
  await moved();
  const [, taken] = await other.db.sql<{ id: string }>`select id::text as id from connections order by id`;
  expect(await people()).toEqual([
    { name: 'Bea Stone', at: [`${taken!.id}/21`, 'bea@x.example'] },
    { name: 'Tom Reed', at: ['1/21', 'tom@x.example'] },
  ]);
  expect(taken!.id).not.toBe('1');
});

it('what is known of a shop’s customer names the shop by its number here: who bought, who agreed, who wants no more', async () => {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.happen(
    shopifyEvent(shopifyOrder()),
    says('Bea Stone', 'bea@x.example', true, '900'),
    says('Ann Lake', 'ann@x.example', true, '901'),
  );
  await house.happen({
    ...says('Ann Lake', 'ann@x.example', false, '901'),
    updatedAt: new Date(NOON.getTime() + 1000),
  });
  await other.say('/connect woocommerce');
  await moved();
  const [shop] = await other.db.sql<{ id: string }>`select id::text as id from connections where provider = 'shopify'`;
  const id = shop!.id;
  expect(id).not.toBe('1');
  const [was] = await house.db.sql<{ buyer: string }>`select buyer from orders`;
  expect(was!.buyer).toMatch(/^1\//);
  expect(await other.db.sql`select buyer from orders`).toEqual([{ buyer: was!.buyer.replace(/^1\//, `${id}/`) }]);
  const sources = (one: typeof house) => one.db.sql<{ source: string }>`
    select source from consents union all select source from suppressions order by source`;
  const before = (await sources(house)).map(({ source }) => source);
  expect(before).toEqual(expect.arrayContaining(['shop:1', 'shop:1/901']));
  expect((await sources(other)).map(({ source }) => source)).toEqual(
    before.map((source) => source.replace(/^shop:1(?=\/|$)/, `shop:${id}`)),
  );
});
