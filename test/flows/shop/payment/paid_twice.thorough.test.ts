import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { testHouse } from '../../../support/house.ts';
import {
  connectThree,
  mirrorSays,
  NOT_PAID,
  NUMBER,
  PENDING,
  shopSays,
  stripeRefunds,
  stripeSays,
} from '../../../support/shops/one_payment.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;

const begin = house.startingWith(() => connectThree(house));

beforeEach(async () => {
  await begin();
  house.now = new Date('2026-11-22T06:00:00Z');
});

const FIRST = { id: 'cs_1', payment_intent: 'pi_1' };
const first = (more: object = {}) => stripeSays('completed', { ...FIRST, ...more });
const second = () => stripeSays('completed', {}, 30);
/** The shop names the payment that its buyer tried last. */
const waits = () => shopSays(0, { ...PENDING, transaction_id: 'pi_1' });
const paid = () => shopSays(5);

const titles = async (about: string): Promise<string[]> =>
  (await house.cards()).map(({ title }) => String(title)).filter((title) => title.includes(about));
const orders = () =>
  sql`select number, payment, came_minor as came, refunded_minor as back, spent_minor as spent from orders`;
const takings = async () => JSON.stringify((await house.say('/takings month')).lists ?? []);

function* orderings<T>(all: readonly T[]): Generator<T[]> {
  if (all.length < 2) yield [...all];
  for (const [nth, one] of all.entries())
    for (const rest of orderings([...all.slice(0, nth), ...all.slice(nth + 1)])) yield [one, ...rest];
}

describe('an order that its buyer has paid twice', () => {
  it('is told so, is one, and counts both payments as they came, in whichever order they and the shop tell it', async () => {
    for (const events of orderings([waits, paid, first, second])) {
      await begin();
      await house.happen(...events.map((event) => event()));
      expect(await orders()).toEqual([{ number: NUMBER, payment: 'paid', came: '6200', back: '0', spent: '3100' }]);
      expect(await titles('💰')).toEqual([`💰 A second payment of €31.00 came in for order ${NUMBER}`]);
      expect(await takings()).toContain('1 order, €62.00');
    }
  });

  it('is whole again, and none the less for it, once one of them was given back', async () => {
    await house.happen(waits(), first(), paid(), second());
    await house.happen(stripeRefunds('re_1', 3100, 90, { payment_intent: 'pi_1', charge: 'ch_1' }));
    expect(await orders()).toMatchObject([{ payment: 'paid', back: '0', spent: '3100' }]);
    expect(await titles('↩️')).toEqual([`↩️ Order ${NUMBER}: €31.00 refunded`]);
    expect(await takings()).toContain('1 order, €62.00 · €31.00 refunded');
    // the other too: then nothing of it is left
    await house.happen(stripeRefunds('re_9', 3100, 95));
    expect(await orders()).toMatchObject([{ back: '3100', spent: null }]);
  });

  it.each<[string, () => DomainEvent[]]>([
    ['the first try was declined', () => [waits(), first({ payment_status: 'unpaid' }), paid(), second()]],
    [
      'the first was given back before',
      () => [
        waits(),
        first(),
        stripeRefunds('re_1', 3100, 20, { payment_intent: 'pi_1', charge: 'ch_1' }),
        paid(),
        second(),
      ],
    ],
    ['the shop has another name for the one', () => [waits(), first(), shopSays(5, { transaction_id: 'ch_1' })]],
  ])('is not told so where %s (control)', async (_, events) => {
    await house.happen(...events());
    expect(await titles('💰')).toEqual([]);
    expect(await orders()).toMatchObject([{ number: NUMBER, payment: 'paid', back: '0', spent: '3100' }]);
  });

  it('is told where more came by one payment than the order comes to', async () => {
    await house.happen(paid(), stripeSays('completed', { amount_total: 5000 }));
    expect(await titles('💰')).toEqual([`💰 €50.00 came in for order ${NUMBER}, which comes to €31.00`]);
  });
});

describe('a payment that went back, of an order that was paid anew in another way', () => {
  const anew = () => shopSays(15, { transaction_id: 'BAR-17' });

  it('stays the order’s, whatever is said of it later', async () => {
    await house.happen(paid(), second(), stripeRefunds('re_1', 3100, 60), anew());
    await house.happen(stripeRefunds('re_1', 3100, 900, { status: 'failed' }));
    expect(await orders()).toMatchObject([{ number: NUMBER, payment: 'paid', back: '0', spent: '3100' }]);
    expect(await titles('🛒')).toHaveLength(1);
    expect(await titles('did not go through')).toHaveLength(1);
  });
});

describe('money that a mirror calls paid', () => {
  const fails = () => stripeSays('async_payment_failed', { payment_status: 'unpaid' }, 600);
  const onItsWay = () => stripeSays('completed', { payment_status: 'unpaid' }, 100);
  const came = () => stripeSays('async_payment_succeeded', {}, 150);
  const mirrored = () => mirrorSays('order.paid', 5);

  it.each<[string, () => DomainEvent]>([
    ['waits for it', () => shopSays(2, { status: 'on-hold', ...NOT_PAID })],
    ['takes it for paid', paid],
  ])('has failed all the same where whoever takes it says so, and that is told: the shop %s', async (_, shop) => {
    await house.happen(shop(), onItsWay(), came(), mirrored());
    expect(await titles('⚠️')).toEqual([]);
    await house.happen(fails());
    expect(await titles('⚠️')).toHaveLength(1);
    const after = await orders();
    await house.happen(mirrorSays('order.paid', 30));
    expect(await orders()).toEqual(after);
    expect(after).toMatchObject([{ came: null }]);
  });
});

describe('one payment for several orders', () => {
  const holds = { status: 'on-hold', ...NOT_PAID };
  const paidForTwo = () => stripeSays('async_payment_succeeded', { amount_total: 6200 }, 150);

  it('is told where it failed after it was told as come', async () => {
    await house.happen(shopSays(0, holds), shopSays(0, { id: 312, number: '312', ...holds }));
    await house.happen(paidForTwo());
    expect(await titles('came in for')).toHaveLength(1);
    await house.happen(stripeSays('async_payment_failed', { amount_total: 6200, payment_status: 'unpaid' }, 600));
    expect(await titles('⚠️')).toEqual([`⚠️ €62.00, one payment for ${NUMBER}, #312, did not come after all`]);
  });
});

describe('an order of an own system', () => {
  it('is told as paid where that is heard only after it was cancelled', async () => {
    await house.happen(mirrorSays('order.created', 1, { status: 'pending', transaction_id: null }));
    await house.happen(mirrorSays('order.cancelled', 9, { status: 'cancelled', transaction_id: null }));
    expect(await titles('💰')).toEqual([]);
    await house.happen(mirrorSays('order.paid', 5, { transaction_id: null }));
    expect(await titles('💰')).toEqual(['💰 €31.00 came in for order SO-88, which is cancelled']);
  });

  it('is told where it names the payment of another shop’s order and another buyer, once, whichever comes first', async () => {
    const theirs = () => mirrorSays('order.paid', 5, { customer: { name: 'Office', email: 'office@ruiz.example' } });
    for (const events of orderings([paid, theirs])) {
      await begin();
      await house.happen(...events.map((event) => event()));
      expect(await orders()).toHaveLength(2);
      expect(await titles('❓')).toHaveLength(1);
      await house.happen(theirs(), shopSays(25));
      expect(await titles('❓')).toHaveLength(1);
    }
    await house.happen(mirrorSays('order.updated', 30));
    expect(await orders()).toHaveLength(1);
  });

  it('is one with the shop’s where it came to the same sum once, whichever comes first', async () => {
    const events = [paid, () => mirrorSays('order.paid', 5), () => mirrorSays('order.updated', 7, { total: '25.00' })];
    for (const all of orderings(events)) {
      await begin();
      await house.happen(...all.map((event) => event()));
      expect(await orders()).toHaveLength(1);
    }
  });

  it('takes back nothing of what the shop has sent, whichever comes first', async () => {
    const events = [
      () => shopSays(8, { status: 'completed' }),
      () => mirrorSays('order.shipped', 10, { shipments: [{ carrier: 'DHL', tracking_number: 'JD0001' }] }),
      () => mirrorSays('order.updated', 12, { fulfillment: 'partial' }),
    ];
    for (const all of orderings(events)) {
      await begin();
      await house.happen(...all.map((event) => event()));
      expect(await sql`select fulfillment from orders`).toEqual([{ fulfillment: 'fulfilled' }]);
    }
  });
});
