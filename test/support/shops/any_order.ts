import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { createConnection } from '../../../src/domain/sell/connection.ts';
import type { House } from '../house.ts';

/** Opens the hook of a shop, the first of the house. */
export const connectShop = (house: House, provider: string): Promise<unknown> =>
  house.act(({ tx }) => createConnection(tx, { provider, token: `${provider}-token`, secret: Buffer.from('sealed') }));

/** Everything that is known of the shop's orders and people, without the numbers that only say what came first. */
export async function shopState(house: House): Promise<object> {
  const { sql } = house.db;
  return {
    orders: await sql`
      select external_id, number, payment, fulfillment, currency, total_minor, refunded_minor, test, placed_at, cancelled_at,
        deleted_at is null as there, words, delivery, discount_minor, contact_details, buyer, c.name
      from orders o left join contacts c on c.id = o.contact_id order by external_id`,
    lines: await sql`
      select o.external_id, l.position, l.title, l.sku, l.quantity, l.current_quantity, l.price_minor
      from order_lines l join orders o on o.id = l.order_id order by 1, 2`,
    refunds: await sql`
      select o.external_id as "order", r.external_id, r.minor, r.at, r.failed_minor, r.withdrawn
      from order_refunds r join orders o on o.id = r.order_id order by 1, 2`,
    payments: await sql`
      select o.external_id, p.at, p.received_minor, p.returned_minor
      from order_payments p join orders o on o.id = p.order_id order by 1, 2`,
    spent: await sql`select number, spent_minor from purchases order by number`,
    shipments: await sql`
      select order_external_id as "order", external_id, state, carrier, tracking, lines, shipped_at, delivered_at, version_at
      from shipments order by 1, 2`,
    products: await sql`
      select product_external_id, external_id, variant_of, product, variant, sku, price, currency, stock, url, published
      from product_variants order by 1, 2`,
    checkouts: await sql`
      select k.external_id, k.name, k.currency, k.total_minor, k.lines, k.url, k.started_at, k.completed_at, c.name as whose
      from checkouts k left join contacts c on c.id = k.contact_id order by 1`,
    people: await sql`
      select c.name, c.city, array_agg(i.channel || ':' || i.address order by i.channel, i.address) as known
      from contacts c join contact_identities i on i.contact_id = c.id group by c.id order by c.name`,
  };
}

/** Whether a history comes to the same in whatever order it is delivered, and with any of it delivered again. */
export async function expectAnyOrder(
  house: House,
  provider: string,
  history: DomainEvent[],
  runs = 12,
): Promise<object> {
  const begin = async () => {
    await house.reset();
    await connectShop(house, provider);
  };
  await begin();
  await house.happen(...history);
  const expected = await shopState(house);
  const deliveries = fc.tuple(
    fc.shuffledSubarray(history, { minLength: history.length }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(deliveries, async ([shuffled, again]) => {
      const all = [...shuffled];
      for (const [which, where] of again) all.splice(where % (all.length + 1), 0, history[which % history.length]!);
      await begin();
      await house.happen(...all);
      expect(await shopState(house)).toEqual(expected);
    }),
    { numRuns: runs },
  );
  return expected;
}
