import { expect, it } from 'vitest';
import type { Sql } from '../../src/db/sql.ts';
import type { OrderUpdated } from '../../src/domain/shop_event.ts';
import { OWNER, telegramMessage, testHouse } from '../support/house.ts';

const house = await testHouse({ locale: 'en' }, { anew: true });

/** After so many runs the server settles on one plan, unless it thinks that knowing the values is worth planning each time. */
const TRIED = 5;

/** Statements of a connection that are planned anew each time they run. */
const plannedAnew = async (sql: Sql): Promise<string[]> => {
  const rows = await sql<{ statement: string }>`
    select regexp_replace(statement, '\\s+', ' ', 'g') as statement from pg_prepared_statements
    where custom_plans > ${TRIED} and generic_plans = 0`;
  return rows.map(({ statement }) => statement);
};

/** Of the connections that have just been used. */
const ofHouse = async (): Promise<string[]> => [
  ...(await plannedAnew(house.db.sql)),
  ...(await plannedAnew(house.db.autocommit)),
];

async function write(chat: string, nth: number): Promise<void> {
  const more = { chat, from: { address: chat, name: `Zed ${chat}` }, externalId: `${chat}-${nth}` };
  await house.happen(telegramMessage(`How much is tea ${nth}?`, more));
  await house.deliver();
}

/** Bought by one of a few, some of them namesakes. */
const paidOrder = (nth: number): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    ...{ externalId: `${nth}`, number: `#${nth}`, payment: 'paid', fulfillment: null, currency: 'CNY' },
    ...{ totalMinor: '100', test: false, placedAt: house.now, cancelledAt: null, lines: [] },
  },
  customer: {
    ...{ externalId: `${nth % 20}`, name: 'Bea Stone', email: `bea${nth % 20}@x.example`, phone: null, country: 'CN' },
    ...{ city: null, language: 'en' },
  },
  updatedAt: house.now,
});

it('no statement of a customer’s message is planned anew each time it runs', async () => {
  for (let nth = 0; nth < 2 * TRIED; nth += 1) await write(String(100 + nth), 1);
  for (let nth = 0; nth < 2 * TRIED; nth += 1) await write('100', 2 + nth);
  expect(await ofHouse()).toEqual([]);
});

it('nor of an answer to a card', async () => {
  for (let nth = 0; nth < 2 * TRIED; nth += 1) {
    await write('100', 100 + nth);
    const card = (await house.outbox()).findLast(({ conversationId }) => conversationId !== null)!.externalId!;
    await house.type(`5 a box ${nth}`, { answers: [card] });
    await house.deliver();
  }
  expect(await ofHouse()).toEqual([]);
});

it('nor of a paid order, alone or in a flood', async () => {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  for (let nth = 0; nth < 6 * TRIED; nth += 1) await house.happen(paidOrder(nth));
  expect(await ofHouse()).toEqual([]);
});

it('nor of an order whose money went back, or of an answer that names its reader', async () => {
  for (let nth = 0; nth < 2 * TRIED; nth += 1) {
    await house.happen(paidOrder(200 + nth));
    const { order, ...event } = paidOrder(200 + nth);
    const refund = { externalId: `r${nth}`, minor: '40', refundedAt: house.now };
    await house.happen({
      ...event,
      order: { ...order, payment: 'paid', refunds: [refund] },
      updatedAt: new Date(+house.now + 1),
    });
    await write('100', 200 + nth);
    const card = (await house.outbox()).findLast(({ conversationId }) => conversationId !== null)!.externalId!;
    await house.type(`Dear Bea, 5 a box ${nth}`, { answers: [card] });
    await house.deliver();
    await house.say('/resolve c1');
  }
  expect(await ofHouse()).toEqual([]);
});

it('sees one that is (control)', async () => {
  for (let nth = 0; nth < 2 * TRIED; nth += 1) {
    await house.db.sql`
      select from unnest(${[OWNER]}::text[]) one
      cross join lateral (select from contact_identities where channel = 'telegram' and address = one limit 1) i`;
  }
  expect(await ofHouse()).toHaveLength(1);
});
