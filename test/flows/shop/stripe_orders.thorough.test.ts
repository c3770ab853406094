import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { handle } from '../../../src/domain/on/index.ts';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';
import { connectShop, expectAnyOrder, shopState } from '../../support/shops/any_order.ts';
import { stripeEvent, stripeInvoice, stripeRefund, stripeSession } from '../../support/shops/stripe_event.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
  await connectShop(house, 'stripe');
});

const titles = async () => (await house.cards()).map(({ title }) => title);

describe('an order that Stripe tells in parts', () => {
  it('is one with what was paid and refunded of it, in whatever order its events come', async () => {
    const state = await expectAnyOrder(house, 'stripe', [
      stripeEvent(
        'customer.created',
        { id: 'cus_9', name: 'Bo Lee', email: 'bo@example.org', address: { city: 'Paris' } },
        0,
      ),
      stripeEvent('checkout.session.completed', stripeSession({ payment_status: 'unpaid' }), 1),
      stripeEvent('checkout.session.async_payment_succeeded', stripeSession(), 100),
      stripeEvent('refund.created', stripeRefund('re_1', 1000, { status: 'pending' }), 500),
      stripeEvent('refund.updated', stripeRefund('re_1', 1000), 500),
      stripeEvent(
        'charge.refunded',
        { id: 'ch_1', payment_intent: 'pi_1', amount_refunded: 1000, currency: 'usd' },
        500,
      ),
      stripeEvent('refund.created', stripeRefund('re_2', 500), 600),
      stripeEvent('refund.failed', stripeRefund('re_2', 500, { status: 'failed' }), 700),
    ]);
    expect(state).toMatchObject({
      orders: [
        {
          external_id: 'pi_1',
          payment: 'partially_refunded',
          total_minor: '5000',
          refunded_minor: '1000',
          name: 'Bo Lee',
        },
      ],
      refunds: [
        { external_id: 're_1', minor: '1000' },
        { external_id: 're_2', minor: '0', failed_minor: '500' },
      ],
      payments: [{ received_minor: '0' }, { received_minor: '5000' }],
      spent: [{ spent_minor: '4000' }],
    });
  });

  it('is one with its invoice, its payment and its refund, which name each other in turn', async () => {
    const state = await expectAnyOrder(house, 'stripe', [
      stripeEvent(
        'checkout.session.completed',
        stripeSession({ mode: 'subscription', payment_intent: null, invoice: 'in_1' }),
        20,
      ),
      stripeEvent('invoice.paid', stripeInvoice(), 20),
      stripeEvent(
        'invoice_payment.paid',
        { id: 'inpay_1', invoice: 'in_1', payment: { type: 'payment_intent', payment_intent: 'pi_1' } },
        20,
      ),
      stripeEvent('refund.created', stripeRefund('re_1', 5000), 90),
    ]);
    expect(state).toMatchObject({
      orders: [{ external_id: 'in_1', number: 'A1B2-0001', payment: 'refunded', refunded_minor: '5000' }],
      lines: [{ title: '1 × Tea of the month', quantity: 1, price_minor: '5000' }],
    });
  });

  it('is one where only the payment ties a checkout to an invoice that was made after it', async () => {
    const state = await expectAnyOrder(house, 'stripe', [
      stripeEvent('checkout.session.completed', stripeSession(), 20),
      stripeEvent('invoice.paid', stripeInvoice(), 25),
      stripeEvent(
        'invoice_payment.paid',
        { id: 'inpay_1', invoice: 'in_1', payment: { type: 'payment_intent', payment_intent: 'pi_1' } },
        26,
      ),
    ]);
    expect(state).toMatchObject({ orders: [{ external_id: 'in_1', number: 'A1B2-0001' }] });
  });

  it('is one although its events are handled at the same time', async () => {
    const events = () => [
      stripeEvent('checkout.session.completed', stripeSession({ invoice: 'in_1' }), 20),
      stripeEvent('invoice.paid', stripeInvoice(), 20),
      stripeEvent('refund.created', stripeRefund('re_1', 1000), 90),
      stripeEvent('refund.created', stripeRefund('re_2', 500), 91),
    ];
    // as the inbox does: who stands in another's way is handled again
    const handled = (event: DomainEvent): Promise<unknown> =>
      house
        .act((ctx) => handle(ctx, event))
        .catch((error: { code?: string }) => {
          if (error.code !== '40P01' && error.code !== '23505') throw error;
          return handled(event);
        });
    for (let round = 0; round < 5; round++) {
      await house.reset();
      await connectShop(house, 'stripe');
      await Promise.all(events().map(handled));
      expect(await shopState(house)).toMatchObject({
        orders: [{ external_id: 'in_1', payment: 'partially_refunded', refunded_minor: '1500' }],
      });
    }
  });

  it('is told as paid under the only name that it has, and its number is no change when it comes', async () => {
    house.now = new Date('2026-11-21T03:00:00Z');
    await house.happen(
      stripeEvent('checkout.session.completed', stripeSession({ invoice: 'in_1' }), 20),
      stripeEvent('invoice.paid', stripeInvoice(), 20),
    );
    const cards = (await house.cards()).slice(-2);
    expect(cards.map(({ title }) => title)).toEqual(['🛒 订单 in_1 已付款 · US$50.00', '✏️ 订单 A1B2-0001 有改动']);
    expect(JSON.stringify(cards[1])).not.toContain('in_1');
    expect(JSON.stringify(cards[1])).toContain('Tea of the month');
  });

  it('goes by a number that people can say where Stripe gives it none, and is found by it', async () => {
    house.now = new Date('2026-11-21T03:00:00Z');
    const payment_intent = 'pi_3MtwBwLkdIwHu7ix28a3tqPd';
    await house.happen(stripeEvent('checkout.session.completed', stripeSession({ payment_intent }), 20));
    const said = /订单 (\d{8}) 已付款/.exec((await titles()).at(-1)!)![1]!;
    expect(JSON.stringify(await house.cards())).not.toContain(payment_intent);
    const page = await house.say(`/order ${said}`);
    expect(page.title).toContain(said);
    expect(page.fields?.map(({ value }) => value)).toContain(`https://dashboard.stripe.com/payments/${payment_intent}`);
  });

  it.each([
    ['in three days', 1_795_485_600, /周二 10:00/],
    ['never', null, /不会再自动扣款/],
    ['when it does not say', undefined, undefined],
  ])(
    'says of a failed payment what comes next, once, and what can be said of it: tried again %s',
    async (_, at, next) => {
      house.now = new Date('2026-11-21T03:00:00Z');
      const more = { number: 'A1B2-0002', ...(at !== undefined && { next_payment_attempt: at }) };
      await house.happen(stripeEvent('invoice.payment_failed', stripeInvoice(more), 10));
      const card = (await house.cards()).at(-1)!;
      expect(card.title).toBe('⚠️ 订单 A1B2-0002 付款失败 · US$50.00');
      expect(card.fields?.some(({ label }) => label === '紧急') ?? false).toBe(false);
      if (next) expect(card.fields?.map(({ value }) => value).join()).toMatch(next);
      else expect(card.fields ?? []).toEqual([]);
      const offered = await house.press(buttonsOf(card).find(({ label }) => label === '告诉客户')!);
      expect(buttonsOf(offered).map(({ label }) => label)).toEqual(['说付款没成功']);
    },
  );

  it('failed, then paid after all, wins and is told as that', async () => {
    await house.happen(stripeEvent('invoice.payment_failed', stripeInvoice(), 10));
    await house.happen(stripeEvent('invoice.paid', stripeInvoice(), 4000));
    expect(await shopState(house)).toMatchObject({ orders: [{ payment: 'paid' }], spent: [{ spent_minor: '5000' }] });
    expect((await titles()).filter((title) => title?.includes('A1B2-0001'))).toHaveLength(2);
  });

  it('of the test mode makes nobody and tells nobody', async () => {
    await house.happen(stripeEvent('checkout.session.completed', stripeSession(), 0, { livemode: false }));
    expect(await shopState(house)).toMatchObject({ orders: [{ test: true }], people: [], spent: [] });
    expect(await titles()).toEqual([]);
  });

  it('is what a dispute of its payment is about, whatever name that has', async () => {
    await house.happen(
      stripeEvent('checkout.session.completed', stripeSession({ payment_intent: 'pi_1', invoice: 'in_1' }), 0),
      stripeEvent('charge.dispute.created', { id: 'dp_1', status: 'needs_response', payment_intent: 'pi_1' }, 60),
    );
    const card = (await house.cards()).at(-1);
    expect(card).toMatchObject({ fields: [{ value: 'in_1' }], buttons: [[{ command: '/contact c1' }]] });
  });

  it('goes with its buyer when they are deleted, and comes back with them', async () => {
    await house.happen(stripeEvent('checkout.session.completed', stripeSession(), 0));
    const reports = async () => JSON.stringify(await house.db.sql`select says from order_reports`);
    const before = await house.state();
    expect(await reports()).toContain('bo@example.com');
    await house.say('/delete c1 !');
    expect(await reports()).not.toMatch(/bo@example|Bo Li|Lyon/);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });
});

describe('a subscription that stops', () => {
  const subscription = (more: object) => ({ id: 'sub_1', customer: 'cus_9', status: 'active', ...more });

  it('is told once for each thing that happens to it, with who it is', async () => {
    house.now = new Date('2026-11-21T03:00:00Z');
    await house.happen(
      stripeEvent('customer.created', { id: 'cus_9', name: 'Bo Li', email: 'bo@example.com' }, 0),
      stripeEvent('customer.subscription.created', subscription({}), 1),
      stripeEvent('customer.subscription.updated', subscription({ status: 'past_due' }), 2),
      stripeEvent('customer.subscription.updated', subscription({ status: 'past_due', metadata: { a: 1 } }), 3),
      stripeEvent('customer.subscription.deleted', subscription({ status: 'canceled' }), 4),
    );
    expect((await house.cards()).map(({ title, text }) => [title, text])).toEqual([
      ['⚠️ 订阅续费失败', 'Bo Li'],
      ['👋 订阅已结束', 'Bo Li'],
    ]);
  });
});

describe('the number of an order that Stripe tells in parts', () => {
  const session = stripeEvent(
    'checkout.session.completed',
    stripeSession({ mode: 'subscription', payment_intent: null, invoice: 'in_1MtHbELkdIwHu7ixl4OzzPMv' }),
    20,
  );
  const changes = async () =>
    JSON.stringify((await house.cards()).filter(({ fields }) => JSON.stringify(fields)?.includes('→')));

  it('ties the invoice of a subscription to what it was told as before', async () => {
    await house.happen(session);
    const [before] = await house.db.sql<{ number: string }>`select number from orders`;
    await house.happen(stripeEvent('invoice.paid', stripeInvoice({ id: 'in_1MtHbELkdIwHu7ixl4OzzPMv' }), 21));
    expect(await house.db.sql`select number from orders`).toEqual([{ number: 'A1B2-0001' }]);
    expect(await changes()).toContain('A1B2-0001');
    expect(await changes()).toContain(before!.number);
  });

  it('is no news where it only was called by its id until now', async () => {
    const id = 'pi_3MtwBwLkdIwHu7ix28a3tqPd';
    await house.happen(stripeEvent('checkout.session.completed', stripeSession({ payment_intent: id }), 20));
    await house.db.autocommit`update orders set number = ${id}`;
    await house.happen(stripeEvent('refund.created', stripeRefund('re_1', 600, { payment_intent: id }), 60));
    expect(await house.db.sql`select number from orders`).toEqual([{ number: expect.stringMatching(/^\d{8}$/) }]);
    expect(await changes()).toBe('[]');
  });
});
