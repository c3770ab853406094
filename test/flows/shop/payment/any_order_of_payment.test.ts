import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { testHouse } from '../../../support/house.ts';
import {
  connectThree,
  mirrorSays,
  NOT_PAID,
  PENDING,
  shopSays,
  stripeDispute,
  stripeRefunds,
  stripeSays,
  stripeSum,
} from '../../../support/shops/one_payment.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;

const refunds = (...sums: string[]) => ({ refunds: sums.map((total, nth) => ({ id: 901 + nth, total: `-${total}` })) });

/** In which money whoever takes it does so. */
type Taken = { currency: 'eur' | 'usd' };
const sessionIn = (taken: Taken) => ({ ...taken, amount_total: taken.currency === 'eur' ? 3100 : 3400 });

/** Its buyer tried by another payment before. */
const FIRST_TRY = { transaction_id: 'pi_1' };
const firstTry = { id: 'cs_1', payment_intent: 'pi_1' };

/** What may be told of one payment, by the shop, by whoever takes its money, and by a system that mirrors the shop. */
const TOLD: Record<string, (taken: Taken) => DomainEvent> = {
  'shop: waits': () => shopSays(1, { ...PENDING, transaction_id: '' }),
  'shop: waits for it': () => shopSays(2, PENDING),
  'shop: paid': () => shopSays(4),
  'shop: waits for the first try': () => shopSays(0, { ...PENDING, ...FIRST_TRY }),
  'shop: calls it by its charge': () => shopSays(6, { transaction_id: 'ch_9' }),
  'shop: sent': () => shopSays(7, { status: 'completed' }),
  'shop: refunded 6': () => shopSays(10, refunds('6.00')),
  'shop: refunded 6 and 4': () => shopSays(20, refunds('6.00', '4.00')),
  'shop: cancelled': () => shopSays(30, { status: 'cancelled', ...NOT_PAID }),
  'stripe: the first try failed': (taken) =>
    stripeSays('completed', { ...firstTry, payment_status: 'unpaid', ...sessionIn(taken) }, 20),
  'stripe: the first try came': (taken) =>
    stripeSays('async_payment_succeeded', { ...firstTry, ...sessionIn(taken) }, 30),
  'stripe: the first try was given back': (taken) =>
    stripeRefunds('re_0', taken.currency === 'eur' ? 3100 : 3400, 40, {
      ...taken,
      payment_intent: 'pi_1',
      charge: 'ch_1',
    }),
  'stripe: on its way': (taken) => stripeSays('completed', { payment_status: 'unpaid', ...sessionIn(taken) }, 100),
  'stripe: paid': (taken) => stripeSays('async_payment_succeeded', sessionIn(taken), 150),
  'stripe: failed': (taken) =>
    stripeSays('async_payment_failed', { payment_status: 'unpaid', ...sessionIn(taken) }, 200),
  'stripe: refunded 6': (taken) => stripeRefunds('re_1', 600, 500, taken),
  'stripe: 6 went back': (taken) => stripeSum(600, 501, taken),
  'stripe: refunded 4': (taken) => stripeRefunds('re_2', 400, 600, taken),
  'stripe: 10 went back': (taken) => stripeSum(1000, 601, taken),
  'stripe: refund of 6 failed': (taken) => stripeRefunds('re_1', 600, 700, { status: 'failed', ...taken }),
  'stripe: disputed': (taken) => stripeDispute('needs_response', 800, taken),
  'stripe: dispute lost': (taken) => stripeDispute('lost', 900, taken),
  'stripe: dispute won': (taken) => stripeDispute('won', 950, taken),
  'mirror: created': () => mirrorSays('order.created', 3, { status: 'pending' }),
  'mirror: paid': () => mirrorSays('order.paid', 5),
  'mirror: sent': () => mirrorSays('order.shipped', 8, { shipments: [{ carrier: 'DHL', tracking_number: 'JD0001' }] }),
  'mirror: sent in part': () => mirrorSays('order.updated', 9, { fulfillment: 'partial' }),
  'mirror: less': () => mirrorSays('order.updated', 12, { total: '25.00' }),
  'mirror: cancelled': () => mirrorSays('order.cancelled', 40, { status: 'cancelled' }),
  'mirror: refunded 6': () => mirrorSays('order.partially_refunded', 11, { refunds: [{ id: 'R1', amount: '6.00' }] }),
};

/** Those that change what is kept by themselves. */
const COUNTS = [
  ...['shop: paid', 'shop: cancelled', 'stripe: paid', 'stripe: refunded 6'],
  ...['stripe: 6 went back', 'stripe: dispute lost', 'mirror: paid', 'mirror: refunded 6'],
];

/** All that is kept of the money. */
const kept = async () => ({
  orders: await sql`
    select number, payment, fulfillment, mirror_fulfillment, currency, came_minor, came_currency, came_at, refunded_minor, taken_minor, spent_minor, cancelled_at
    from orders order by number`,
  payments: await sql`
    select o.number, p.at, received_minor, returned_minor from order_payments p join orders o on o.id = p.order_id order by 1, 2`,
  refunds: await sql`
    select o.number, r.external_id, minor, failed_minor, by_payment, taken, withdrawn
    from order_refunds r join orders o on o.id = r.order_id where not (taken and minor = 0) order by 1, 2`,
  takings: (await house.say('/takings month')).lists ?? [],
});

async function told(names: readonly string[], taken: Taken = { currency: 'eur' }) {
  await house.reset();
  await connectThree(house);
  await house.happen(...names.map((name) => TOLD[name]!(taken)));
  return kept();
}

const inTheirOrder = (names: readonly string[]): string[] => Object.keys(TOLD).filter((name) => names.includes(name));

/** Some of it in any order. */
const some = fc.shuffledSubarray(Object.keys(TOLD), { minLength: 3, maxLength: 7 });
const taken = fc.record({ currency: fc.constantFrom('eur' as const, 'eur' as const, 'usd' as const) });

/** Orders of arrival that came to something else once. */
const ARRIVED: [string[], Taken][] = [
  [['stripe: dispute won', 'shop: paid', 'stripe: dispute lost'], { currency: 'eur' }],
  [['mirror: paid', 'stripe: dispute lost', 'stripe: paid'], { currency: 'usd' }],
  [['stripe: paid', 'shop: paid', 'stripe: failed', 'shop: waits for it'], { currency: 'eur' }],
  // what is said last of the money is what was said first, and another word of it comes late between the two
  [['shop: cancelled', 'shop: waits for it', 'shop: refunded 6 and 4'], { currency: 'eur' }],
  [['shop: waits for it', 'shop: cancelled', 'shop: paid', 'mirror: paid'], { currency: 'eur' }],
  // that it failed is heard late, when more is known that was said after it
  [['stripe: paid', 'stripe: refund of 6 failed', 'stripe: failed'], { currency: 'eur' }],
  [['stripe: 10 went back', 'stripe: paid', 'stripe: disputed', 'stripe: failed'], { currency: 'eur' }],
  // its shop calls it otherwise, and a mirror as before
  [['mirror: refunded 6', 'shop: calls it by its charge', 'shop: waits for it'], { currency: 'eur' }],
];

beforeEach(house.startingWith(() => connectThree(house)));

describe('what is told of one payment', () => {
  it('comes to the same in whatever order it is told', async () => {
    await fc.assert(
      fc.asyncProperty(some, taken, async (names, by) => {
        const arrived = await told(names, by);
        expect(arrived, names.join(', ')).toEqual(await told(inTheirOrder(names), by));
      }),
      { numRuns: Number(process.env.RUNS ?? 5), ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it.each(ARRIVED)('comes to the same as in its own order: %j', async (names, by) => {
    expect(await told(names, by)).toEqual(await told(inTheirOrder(names), by));
  });

  it('is looked at: each that says something of the money makes a difference (control)', async () => {
    const names = ['shop: waits for it', 'stripe: on its way'];
    const before = await told(names);
    for (const name of COUNTS) expect(await told([...names, name]), name).not.toEqual(before);
  });
});
