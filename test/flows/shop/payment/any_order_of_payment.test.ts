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

/** What may be told of one payment, by the shop, by whoever takes its money, and by a system that mirrors the shop. */
const TOLD: Record<string, () => DomainEvent> = {
  'shop: waits': () => shopSays(1, { ...PENDING, transaction_id: '' }),
  'shop: waits for it': () => shopSays(2, PENDING),
  'shop: paid': () => shopSays(4),
  'shop: refunded 6': () => shopSays(10, refunds('6.00')),
  'shop: refunded 6 and 4': () => shopSays(20, refunds('6.00', '4.00')),
  'shop: cancelled': () => shopSays(30, { status: 'cancelled', ...NOT_PAID }),
  'stripe: on its way': () => stripeSays('completed', { payment_status: 'unpaid' }, 100),
  'stripe: paid': () => stripeSays('async_payment_succeeded', {}, 150),
  'stripe: paid in dollars': () => stripeSays('async_payment_succeeded', { currency: 'usd', amount_total: 3400 }, 150),
  'stripe: failed': () => stripeSays('async_payment_failed', { payment_status: 'unpaid' }, 200),
  'stripe: refunded 6': () => stripeRefunds('re_1', 600, 500),
  'stripe: 6 went back': () => stripeSum(600, 501),
  'stripe: refunded 4': () => stripeRefunds('re_2', 400, 600),
  'stripe: 10 went back': () => stripeSum(1000, 601),
  'stripe: refund of 6 failed': () => stripeRefunds('re_1', 600, 700, { status: 'failed' }),
  'stripe: disputed': () => stripeDispute('needs_response', 800),
  'stripe: dispute lost': () => stripeDispute('lost', 900),
  'stripe: dispute won': () => stripeDispute('won', 950),
  'mirror: created': () => mirrorSays('order.created', 3, { status: 'pending' }),
  'mirror: paid': () => mirrorSays('order.paid', 5),
  'mirror: refunded 6': () => mirrorSays('order.partially_refunded', 11, { refunds: [{ id: 'R1', amount: '6.00' }] }),
};

/** All that is kept of the money. */
const kept = async () => ({
  orders: await sql`
    select number, payment, currency, came_minor, came_currency, came_at, refunded_minor, taken_minor, spent_minor, cancelled_at
    from orders order by number`,
  payments: await sql`
    select o.number, p.at, received_minor, returned_minor from order_payments p join orders o on o.id = p.order_id order by 1, 2`,
  refunds: await sql`
    select o.number, r.external_id, minor, failed_minor, by_payment, taken, withdrawn
    from order_refunds r join orders o on o.id = r.order_id order by 1, 2`,
  takings: (await house.say('/takings month')).lists ?? [],
});

async function told(names: readonly string[]) {
  await house.reset();
  await connectThree(house);
  await house.happen(...names.map((name) => TOLD[name]!()));
  return kept();
}

const inTheirOrder = (names: readonly string[]): string[] => Object.keys(TOLD).filter((name) => names.includes(name));

/** Some of it in any order; whoever takes the money does so in one currency. */
const some = fc
  .shuffledSubarray(Object.keys(TOLD), { minLength: 3, maxLength: 7 })
  .map((names) => names.filter((name) => name !== 'stripe: paid' || !names.includes('stripe: paid in dollars')));

beforeEach(house.startingWith(() => connectThree(house)));

describe('what is told of one payment', () => {
  it('comes to the same in whatever order it is told', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (names) => {
        const arrived = await told(names);
        expect(arrived, names.join(', ')).toEqual(await told(inTheirOrder(names)));
      }),
      { numRuns: Number(process.env.RUNS ?? 8), ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it.each(Object.keys(TOLD))('is looked at (control): %s', async (name) => {
    const names = ['shop: waits for it', 'stripe: on its way'];
    expect(await told([...names, name])).not.toEqual(await told(names.filter((one) => one !== name)));
  });
});
