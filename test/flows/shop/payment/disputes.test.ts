import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { shopify } from '../../../../src/webhooks/shopify/index.ts';
import { testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';
import { stripeEvent, stripeRefund, stripeSession } from '../../../support/shops/stripe_event.ts';

const house = await testHouse();

const spent = async () =>
  (await house.db.sql<{ spent: string }>`select spent_minor as spent from purchases`).map((row) => row.spent);
const lastHint = async () => (await house.cards()).at(-1)?.hint;

describe('the money of a payment that was disputed with Stripe', () => {
  beforeEach(
    house.startingWith(async () => {
      await connectShop(house, 'stripe');
      await house.happen(stripeEvent('checkout.session.completed', stripeSession(), 0));
    }),
  );
  const dispute = (status: string, more: object = {}, second = 60) =>
    stripeEvent(
      'charge.dispute.closed',
      { id: 'dp_1', status, amount: 5000, currency: 'usd', payment_intent: 'pi_1', ...more },
      second,
    );

  it.each([
    ['lost', dispute('lost'), []],
    ['lost in part', dispute('lost', { amount: 1500 }), ['3500']],
    ['won', dispute('won'), ['5000']],
    ['still open', dispute('needs_response'), ['5000']],
    ['only a question', dispute('warning_closed'), ['5000']],
    ['lost in other money', dispute('lost', { currency: 'eur' }), ['5000']],
    ['lost without a sum', dispute('lost', { amount: undefined }), ['5000']],
  ])('is what they have spent without what the bank took: %s', async (_, event, left) => {
    await house.happen(event);
    expect(await spent()).toEqual(left);
  });

  it.each([
    ['warning_closed', '银行对一笔付款的询问已结束'],
    ['won', '胜诉'],
  ])('says what %s is', async (status, words) => {
    await house.happen(dispute(status));
    expect((await house.cards()).at(-1)?.title).toContain(words);
  });

  it.each([
    [5000, 5000, '退款 US$50.00 · 实收 US$0.00', '50.00'],
    [1000, 5000, '退款 US$10.00 · 银行扣走 US$40.00', '10.00'],
    [1000, 1500, '退款 US$10.00 · 银行扣走 US$15.00（拒付败诉） · 实收 US$25.00', '不再算作'],
  ])(
    'keeps what had been refunded before, and counts no money twice: %d, then %d lost',
    async (back, lost, said, hint) => {
      const refund = () => stripeEvent('refund.created', stripeRefund('re_1', back, { created: 1_795_226_430 }), 30);
      const takings = async () => JSON.stringify((await house.say('/takings')).lists);
      await house.happen(refund(), dispute('lost', { amount: lost }), refund(), dispute('lost', { amount: lost }));
      expect(await takings()).toContain(said);
      expect((await house.cards()).find(({ title }) => title?.includes('败诉'))?.hint).toContain(hint);
      await house.reset();
      await connectShop(house, 'stripe');
      await house.happen(dispute('lost', { amount: lost }), refund());
      await house.happen(stripeEvent('checkout.session.completed', stripeSession(), 0));
      expect(await takings()).toContain(said);
    },
  );

  it.each([
    [{}, 1],
    [{ actionable: true }, 1],
    [{ actionable: false }, 0],
  ])('tells once that the bank suspects fraud, while something can be done: %j', async (more, told) => {
    const warned = () =>
      stripeEvent('radar.early_fraud_warning.created', {
        id: 'issfr_1',
        charge: 'ch_1',
        payment_intent: 'pi_1',
        ...more,
      });
    await house.happen(warned(), warned());
    expect((await house.cards()).filter(({ title }) => title?.includes('盗刷'))).toHaveLength(told);
    expect(await spent()).toEqual(['5000']);
  });

  it('counts once, whatever is delivered twice or comes of the order later, and is said', async () => {
    await house.happen(dispute('lost', { amount: 1500 }), dispute('lost', { amount: 1500 }, 61));
    expect(await lastHint()).toContain('15.00');
    await house.happen(
      stripeEvent('checkout.session.completed', stripeSession({ payment_status: 'paid', metadata: { a: 'b' } }), 90),
      stripeEvent('refund.created', stripeRefund('re_1', 500), 100),
    );
    expect(await spent()).toEqual(['3000']);
  });

  it('is told as still counted where nobody says what was taken', async () => {
    await house.happen(dispute('lost', { currency: 'eur' }));
    expect(await lastHint()).toContain('仍算已付款');
  });

  it('is no refund of ours: neither that nor thanks for it is offered, and nothing is to be sent', async () => {
    const said = async () => JSON.stringify((await house.say('/order pi_1 tell')).lists ?? []);
    const unsent = async () => JSON.stringify((await house.say('/orders unsent')).lists ?? []);
    const t = texts('zh-CN').order;
    expect([await said(), await unsent()]).toEqual([
      expect.stringContaining(t.send.paid),
      expect.stringContaining('pi_1'),
    ]);
    await house.happen(dispute('lost'));
    for (const word of [t.send.paid, t.send.refunded]) expect(await said()).not.toContain(word);
    expect(await unsent()).not.toContain('pi_1');
    await house.happen(dispute('won', {}, 90));
    expect(await said()).toContain(t.send.paid);
  });

  it('is said as taken by the bank, beside what was refunded, wherever the order is shown', async () => {
    await house.happen(stripeEvent('refund.created', stripeRefund('re_1', 500), 50), dispute('lost', { amount: 1500 }));
    const t = texts('zh-CN').order;
    const [refunded, taken] = [t.refunded('US$5.00'), t.taken('US$15.00')];
    const page = await house.say('/order pi_1');
    expect(page.title).toContain(`${refunded} · ${taken}`);
    expect(page.fields).toEqual(
      expect.arrayContaining([
        { label: t.refund, value: expect.stringContaining('$5.00') },
        { label: t.takenByBank, value: expect.stringContaining('$15.00') },
      ]),
    );
    expect(JSON.stringify((await house.say('/orders')).lists)).toContain(`${refunded} · ${taken}`);
    expect(JSON.stringify((await house.say('/takings')).lists)).toContain(`退款 US$5.00 · ${taken} · 实收 US$30.00`);
    const said = JSON.stringify((await house.say('/order pi_1 tell')).lists);
    expect(said).toContain('$5.00');
    expect(said).not.toContain(t.send.paid);
    await house.happen(dispute('won', {}, 90));
    expect((await house.say('/order pi_1')).title).not.toContain(taken);
    expect(JSON.stringify((await house.say('/takings')).lists)).toContain('实收 US$45.00');
  });

  it('is no refund in the list of those', async () => {
    await house.happen(dispute('lost'));
    expect((await house.say('/orders refunded')).lists).toBeUndefined();
  });

  it('is back when the dispute is won after all', async () => {
    await house.happen(dispute('lost'), dispute('won', {}, 90));
    expect(await spent()).toEqual(['5000']);
  });
});

describe('the money of a payment that was disputed in a Shopify shop', () => {
  beforeEach(
    house.startingWith(async () => {
      await connectShop(house, 'shopify');
      await house.happen(shopifyEvent(shopifyOrder()));
    }),
  );
  const dispute = (status: string, more: object = {}) => ({
    ...{ id: 8, order_id: 3001, type: 'chargeback', amount: '100.00', currency: 'CNY', status },
    ...{ evidence_due_by: '2026-12-01T00:00:00Z', finalized_on: '2026-11-21' },
    ...more,
  });

  it.each([
    ['lost', {}, []],
    ['accepted', { amount: '30.00' }, ['7000']],
    ['won', {}, ['10000']],
    ['under_review', {}, ['10000']],
    ['lost', { type: 'inquiry' }, ['10000']],
    // it comes as a refund as well
    ['charge_refunded', {}, ['10000']],
  ])('is without what the bank took: %s %j', async (status, more, left) => {
    await house.happen(shopifyEvent(dispute(status, more), 'disputes/update'));
    await house.happen(shopifyEvent(shopifyOrder({ updated_at: '2026-11-22T05:00:00Z', note: 'x' })));
    expect(await spent()).toEqual(left);
  });

  it.each([
    ['lost', [], '银行'],
    ['under_review', ['10000'], '争议'],
    ['won', ['10000'], ''],
  ])('counts and is said where it came before its order: %s', async (status, left, word) => {
    await house.reset();
    await connectShop(house, 'shopify');
    await house.happen(shopifyEvent(dispute('needs_response'), 'disputes/create'));
    if (status !== 'under_review') await house.happen(shopifyEvent(dispute(status), 'disputes/update'));
    await house.happen(shopifyEvent(shopifyOrder()));
    expect(await spent()).toEqual(left);
    const hint = (await lastHint()) ?? '';
    expect(word === '' ? hint.includes('争议') : hint.includes(word)).toBe(word !== '');
  });

  it('is over, whatever earlier word of it comes late', async () => {
    const said = (status: string, finalized: string | null, at: string) =>
      shopifyEvent(dispute(status, { finalized_on: finalized }), 'disputes/update', at);
    const told = () => house.cards().then((cards) => cards.length);
    await house.happen(said('lost', '2026-11-22', '2026-11-22T12:00:00Z'));
    const before = await told();
    await house.happen(said('under_review', null, '2026-11-22T10:00:00Z'));
    expect(await told()).toBe(before);
    // the control: what was said later is told
    await house.happen(said('under_review', null, '2026-11-22T13:00:00Z'));
    expect(await told()).toBe(before + 1);
  });

  it('is handled in turn with its order', () => {
    const lane = (body: object, topic: string) =>
      shopify.identify(Buffer.from(JSON.stringify(body)), new Headers({ 'x-shopify-topic': topic }))?.lane;
    expect(lane(dispute('lost'), 'disputes/update')).toBe(lane(shopifyOrder(), 'orders/updated'));
  });
});
