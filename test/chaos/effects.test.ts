import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../chaos/pairs.ts';
import { compare, effectsIn, effectsOf } from '../../chaos/support/effects.ts';
import { shopEvents } from '../../chaos/support/shop.ts';
import { createConnection } from '../../src/domain/sell/connection.ts';
import { shopify } from '../../src/webhooks/shopify/index.ts';
import { testHouse } from '../support/house.ts';

const house = await testHouse();
house.worker.routeOf = () => shopify.parse;
const shop = shopEvents(randomFrom(1));
const events = Array.from({ length: 60 }, () => shop.next().value);

/** Handles the events as the service does, without a fault. */
async function handle(): Promise<string[]> {
  house.now = new Date();
  await house.act(({ tx }) => createConnection(tx, { provider: 'shopify', token: 'token', secret: Buffer.from('x') }));
  const rows = events.map(({ id, body }) => ({
    source: 'shopify:1',
    externalId: id,
    lane: id,
    body: Buffer.from(body),
  }));
  await house.store(...rows);
  await house.handleAll();
  return effectsIn(house.db.sql);
}

const found = await handle();

describe('the judge of the fault runs', () => {
  test('finds nothing wrong where nothing went wrong', () => {
    expect(compare(effectsOf(events, []), found)).toEqual({ lost: [], doubled: [] });
  });

  test('names what is missing', () => {
    const missing = found.find((line) => line.startsWith('contact'))!;
    const rest = found.filter((line) => line !== missing);
    expect(compare(effectsOf(events, []), rest)).toEqual({ lost: [missing], doubled: [] });
  });

  test('names what is there twice', async () => {
    await house.db.transaction((tx) => tx`insert into contacts (name) values ('Buyer 1')`);
    expect(compare(effectsOf(events, []), await effectsIn(house.db.sql))).toEqual({ lost: [], doubled: ['contact ?'] });
  });

  test('takes an order that stands at an older version for lost', async () => {
    const [order] = await house.db.transaction(
      (tx) => tx<{ external_id: string }>`
        update orders set payment = 'pending' where id = (select min(id) from orders where payment = 'paid')
        returning external_id`,
    );
    const { lost } = compare(effectsOf(events, []), await effectsIn(house.db.sql));
    expect(lost).toEqual([expect.stringContaining(`order ${order!.external_id}`)]);
  });
});
