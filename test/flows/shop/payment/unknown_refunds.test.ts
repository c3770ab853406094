import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';
import { stripeEvent, stripeInvoice, stripeRefund, stripeSession } from '../../../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse();
const titles = async () => (await house.cards()).map(({ title }) => title);
const refunds = async () => (await titles()).filter((title) => title?.startsWith('↩️'));

const charge = (sum: number, second: number, more: object = {}) =>
  stripeEvent(
    'charge.refunded',
    { id: 'ch_1', payment_intent: 'pi_1', amount_refunded: sum, currency: 'eur', ...more },
    second,
  );
const refund = (id: string, sum: number, second: number, more: object = {}) =>
  stripeEvent('refund.created', stripeRefund(id, sum, { currency: 'eur', ...more }), second);

describe('a refund of a payment of which Stripe has told nothing else', () => {
  beforeEach(house.startingWith(async () => connectShop(house, 'stripe')));

  it('is told once with its sum and what the payment is called, whichever of its events comes first', async () => {
    await house.happen(charge(600, 0), refund('re_1', 600, 0), refund('re_1', 600, 1));
    expect(await refunds()).toEqual([expect.stringContaining('6.00')]);
    expect((await house.cards()).at(-1)).toMatchObject({ text: expect.stringContaining('pi_1') });
    await house.happen(refund('re_2', 100, 60), charge(700, 60));
    expect(await refunds()).toEqual([expect.stringContaining('6.00'), expect.stringContaining('1.00')]);
  });

  it('is told as not gone through after all', async () => {
    await house.happen(refund('re_1', 600, 0), refund('re_1', 600, 90, { status: 'failed' }));
    expect((await titles()).at(-1)).toMatch(/^⚠️.*6\.00/);
  });

  it.each([
    ['one that is pending', refund('re_1', 600, 0, { status: 'pending' })],
    ['one of a test', stripeEvent('refund.created', stripeRefund('re_1', 600), 0, { livemode: false })],
    ['one of long ago', refund('re_1', 600, -40 * 86_400)],
  ])('is not told: %s', async (_, event) => {
    await house.happen(event);
    expect(await titles()).toEqual([]);
  });

  it('is no news once its checkout comes, and counts', async () => {
    await house.happen(
      stripeEvent('refund.created', stripeRefund('re_1', 600), 0),
      stripeEvent('checkout.session.completed', stripeSession(), 0),
    );
    expect(await refunds()).toHaveLength(1);
    expect(await house.db.sql`select refunded_minor from orders`).toEqual([{ refunded_minor: '600' }]);
  });
});

it('is told of an order of an own system that is not known here, too', async () => {
  await house.reset();
  await connectShop(house, 'standard');
  await house.happen(
    standardEvent('order.refunded', { order_id: 'SO-88', currency: 'CNY', refunds: [{ id: 'R1', amount: '50' }] }, 1),
  );
  expect(await refunds()).toEqual([expect.stringContaining('50.00')]);
  await house.happen(standardEvent('order.paid', standardOrder(), 0));
  expect(await refunds()).toHaveLength(1);
});

describe('what Stripe says of the payment of an order of a WooCommerce shop', () => {
  const woo = (more: object = {}) => wooEvent(wooOrder({ transaction_id: 'ch_1', ...more }));
  const back = {
    ...{ refunds: [{ id: 901, total: '-6.00' }], date_modified_gmt: '2026-11-22T05:00:00' },
  };
  beforeEach(
    house.startingWith(async () => {
      await connectShop(house, 'woocommerce');
      await connectShop(house, 'stripe');
      await house.happen(woo());
    }),
  );
  const ofStripe = <E extends object>(event: E): E => ({ ...event, connectionId: '2' });

  it('is told of that order, and is no news when the shop says it too', async () => {
    await house.happen(ofStripe(refund('re_1', 600, 0)), ofStripe(charge(600, 1)));
    expect(await refunds()).toEqual([expect.stringMatching(/#\d+.*6\.00/)]);
    await house.happen(woo(back));
    expect(await refunds()).toHaveLength(1);
    expect(await house.db.sql`select refunded_minor from orders`).toEqual([{ refunded_minor: '600' }]);
  });

  it('is no news where the shop has said it before', async () => {
    await house.happen(woo(back), ofStripe(refund('re_1', 600, 0)));
    expect(await refunds()).toHaveLength(1);
  });

  it.each([
    ['told by Stripe alone', []],
    ['told by Stripe alone, with what was refunded of its charge', [ofStripe(charge(600, 1))]],
    ['told by the shop, too', [woo(back)]],
  ])('is told where it failed after all, and again where it is tried again: %s', async (_, others) => {
    await house.happen(ofStripe(refund('re_1', 600, 0)), ...others);
    await house.happen(ofStripe(refund('re_1', 600, 60, { status: 'failed' })));
    expect((await titles()).at(-1)).toMatch(/^⚠️.*#\d+.*6\.00/);
    await house.happen(ofStripe(refund('re_2', 600, 120)));
    expect(await refunds()).toHaveLength(2);
    await house.happen(woo({ ...back, date_modified_gmt: '2026-11-22T06:00:00' }));
    expect(await refunds()).toHaveLength(2);
  });

  it('is told where the shop had said it and it failed before it had left', async () => {
    await house.happen(woo(back), ofStripe(refund('re_1', 600, 0, { status: 'pending' })));
    await house.happen(ofStripe(refund('re_1', 600, 60, { status: 'failed' })));
    expect((await titles()).at(-1)).toMatch(/^⚠️.*#\d+.*6\.00/);
  });

  it('is no news where the shop lists what has failed, and is where it gives back once more', async () => {
    await house.happen(ofStripe(refund('re_1', 600, 0)), ofStripe(refund('re_1', 600, 60, { status: 'failed' })));
    await house.happen(woo(back));
    expect(await refunds()).toHaveLength(1);
    const [first] = back.refunds;
    await house.happen(
      woo({ ...back, date_modified_gmt: '2026-11-22T07:00:00', refunds: [first, { ...first, id: 990 }] }),
    );
    expect(await refunds()).toHaveLength(2);
  });

  it('is told of that order where it is disputed', async () => {
    const [order] = await house.db.sql<{ number: string }>`select number from orders`;
    const dispute = { id: 'dp_1', status: 'needs_response', amount: 600, currency: 'eur', payment_intent: 'pi_1' };
    await house.happen(ofStripe(stripeEvent('charge.dispute.created', { ...dispute, charge: 'ch_1' }, 0)));
    expect((await house.cards()).at(-1)?.fields).toContainEqual(expect.objectContaining({ value: order!.number }));
  });
});

describe('an order that is called as another one’s payment', () => {
  const refunded = (order: string, id: string, second: number, currency = 'CNY') =>
    standardEvent('order.refunded', { order_id: order, currency, refunds: [{ id, amount: '5' }] }, second);

  it('is not taken for that in one system, and that one’s own refund is told', async () => {
    await house.reset();
    await connectShop(house, 'standard');
    await house.happen(
      standardEvent('order.paid', { ...standardOrder(), payment_id: '88' }, 0),
      refunded('88', 'R1', 1),
    );
    expect((await refunds()).at(-1)).not.toContain('SO-88');
    await house.happen(refunded('SO-88', 'R2', 2));
    expect(await refunds()).toEqual([expect.any(String), expect.stringContaining('SO-88')]);
  });

  it('is not taken for that of another shop', async () => {
    await house.reset();
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'standard');
    const order = wooOrder({ transaction_id: '1042' });
    await house.happen(wooEvent(order), Object.assign(refunded('1042', 'R1', 1, 'EUR'), { connectionId: '2' }));
    expect(await refunds()).toEqual([expect.not.stringContaining(`#${order.number}`)]);
  });
});

describe('the payment of an invoice that has failed', () => {
  beforeEach(house.startingWith(async () => connectShop(house, 'stripe')));
  const failed = (second: number, next: number | null) =>
    stripeEvent('invoice.payment_failed', stripeInvoice({ status: 'open', next_payment_attempt: next }), second);

  it('is told at its first attempt and at its last, not in between', async () => {
    await house.happen(failed(0, 1_795_300_000), failed(60, 1_795_400_000));
    expect(await titles()).toHaveLength(1);
    await house.happen(failed(120, null), failed(180, null));
    expect(await titles()).toHaveLength(2);
    expect((await house.cards()).at(-1)?.fields).toContainEqual(
      expect.objectContaining({ value: expect.stringMatching(/不会|none/) }),
    );
  });

  it('is told once where the first is the last', async () => {
    await house.happen(failed(0, null), failed(60, null));
    expect(await titles()).toHaveLength(1);
  });
});
