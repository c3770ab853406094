import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(house.startingWith(async () => {}));

const UNPAID = { date_paid: null, date_paid_gmt: null };
const COD = { status: 'processing', payment_method: 'cod', ...UNPAID };
const BANK = { status: 'on-hold', payment_method: 'bacs', ...UNPAID };
const LATER = { date_modified_gmt: '2026-11-20T04:00:00' };
const woo = (more: object, topic?: string) => wooEvent(wooOrder(more), topic);
const shopify = (more: object, topic?: string) => shopifyEvent(shopifyOrder(more), topic);
const titles = async () =>
  (await house.cards()).map(({ title }) => title ?? '').filter((title) => /^\p{So}/u.test(title));

beforeEach(() => {
  house.now = new Date('2026-11-21T05:00:00Z');
});

describe('an order that was placed for good and is paid later', () => {
  it.each([
    ['woocommerce', 'on delivery', () => woo(COD, 'order.created'), /to be paid on delivery$/],
    ['woocommerce', 'by bank transfer', () => woo(BANK, 'order.created'), /to be paid by transfer$/],
    ['woocommerce', 'in a plugin’s way', () => woo({ ...COD, payment_method: 'invoice_b2b' }), /not paid yet$/],
    [
      'shopify',
      'on delivery',
      () =>
        shopify({ financial_status: 'pending', payment_gateway_names: ['Cash on Delivery (COD)'] }, 'orders/create'),
      /to be paid on delivery$/,
    ],
    [
      'shopify',
      'by transfer',
      () => shopify({ financial_status: 'pending', payment_gateway_names: ['Bank Deposit'] }),
      /to be paid by transfer$/,
    ],
    ['shopify', 'somehow', () => shopify({ financial_status: 'pending' }), /not paid yet$/],
    ['shopify', 'not at all', () => shopify({ financial_status: null, total_price: '0.00' }), /nothing to pay$/],
    ['standard', 'somehow', () => standardEvent('order.created', standardOrder()), /not paid yet$/],
    [
      'standard',
      'on delivery',
      () => standardEvent('order.created', standardOrder({ payment_method: 'cash_on_delivery' })),
      /to be paid on delivery$/,
    ],
  ] as const)(
    'is told when it comes, with what is in it and what is done next: %s, %s',
    async (shop, _, event, title) => {
      await connectShop(house, shop);
      await house.happen(event());
      const [card] = await house.cards();
      expect(card).toMatchObject({
        title: expect.stringMatching(title),
        hint: expect.stringMatching(/./),
        lists: [{ items: [expect.anything(), ...(shop === 'shopify' ? [expect.anything()] : [])] }],
      });
      await house.happen(event());
      expect(await titles()).toHaveLength(1);
    },
  );

  it.each([
    [
      'woocommerce',
      () => woo(COD, 'order.created'),
      () => woo({ date_modified_gmt: '2026-11-21T04:30:00', status: 'completed', payment_method: 'cod' }),
    ],
    [
      'shopify',
      () =>
        shopify({ financial_status: 'pending', payment_gateway_names: ['Cash on Delivery (COD)'] }, 'orders/create'),
      () =>
        shopify({
          ...{ financial_status: 'paid', fulfillment_status: 'fulfilled', updated_at: '2026-11-21T04:30:00Z' },
          payment_gateway_names: ['Cash on Delivery (COD)'],
        }),
    ],
    [
      'standard',
      () => standardEvent('order.created', standardOrder({ payment_method: 'cod' })),
      () => standardEvent('order.paid', { ...standardOrder({ payment_method: 'cod' }), status: 'delivered' }),
    ],
  ] as const)('waits to be sent where it is paid on delivery: %s', async (shop, placed, paid) => {
    await connectShop(house, shop);
    await house.happen(placed());
    for (const words of ['cod', '货到付款', 'unsent', '未发货', 'unpaid']) {
      const [list] = (await house.say(`/orders ${words}`)).lists ?? [];
      expect(list?.items).toEqual([
        expect.objectContaining({ detail: expect.stringContaining('to be paid on delivery') }),
      ]);
    }
    await house.happen(paid());
    for (const words of ['cod', 'unsent', 'unpaid'])
      expect((await house.say(`/orders ${words}`)).lists ?? []).toEqual([]);
  });

  it.each([
    ['woocommerce', 'its buyer is still at the checkout', () => woo({ status: 'pending', ...UNPAID })],
    ['woocommerce', 'it was sent long ago', () => woo({ status: 'completed', ...UNPAID })],
    ['standard', 'it is a draft', () => standardEvent('order.created', standardOrder({ status: 'draft' }))],
    ['shopify', 'it is a trial', () => shopify({ financial_status: 'pending', test: true })],
    [
      'shopify',
      'it is called off already',
      () => shopify({ financial_status: 'pending', cancelled_at: '2026-11-21T02:00:10Z' }),
    ],
  ] as const)('control: is not told where %s says that %s', async (shop, _, event) => {
    await connectShop(house, shop);
    await house.happen(event());
    expect(await titles()).toEqual([]);
  });

  it('is told once its checkout is through, and again when its money has come, without its articles', async () => {
    await connectShop(house, 'woocommerce');
    await house.happen(woo({ status: 'pending', ...UNPAID, date_modified_gmt: '2026-11-20T03:00:00' }));
    await house.happen(woo({ ...BANK, ...LATER }));
    await house.happen(woo({ status: 'processing', payment_method: 'bacs', date_modified_gmt: '2026-11-20T05:00:00' }));
    expect(await titles()).toEqual([expect.stringMatching(/^🆕/), expect.stringMatching(/^🛒/)]);
    expect((await house.cards()).at(-1)?.lists).toBeUndefined();
  });

  it('is told to be called off, because it may have been packed; control: one of which nothing was told is not', async () => {
    await connectShop(house, 'woocommerce');
    await house.happen(woo({ ...BANK, date_modified_gmt: '2026-11-20T03:00:00' }));
    await house.happen(woo({ ...BANK, status: 'cancelled', ...LATER }));
    expect(await titles()).toEqual([expect.stringMatching(/^🆕/), expect.stringMatching(/^🚫/)]);
    await house.happen(woo({ id: 99, status: 'pending', ...UNPAID, date_modified_gmt: '2026-11-20T03:00:00' }));
    await house.happen(woo({ id: 99, status: 'cancelled', ...UNPAID, ...LATER }));
    expect(await titles()).toHaveLength(2);
  });

  const PENDING = { financial_status: 'pending', payment_gateway_names: ['Cash on Delivery (COD)'] };
  const paidBy = (gateway: string, more: object) => shopify({ ...PENDING, payment_gateway_names: [gateway], ...more });
  const GONE = { cancelled_at: '2026-11-20T05:00:00Z', updated_at: '2026-11-20T05:00:00Z' };
  it.each([
    [
      'shopify',
      'voided',
      () => [
        shopify({ ...PENDING, updated_at: '2026-11-20T03:00:00Z' }),
        shopify({ ...PENDING, financial_status: 'voided', updated_at: '2026-11-20T04:00:00Z' }),
        shopify({ ...PENDING, financial_status: 'voided', ...GONE }),
      ],
    ],
    [
      'shopify',
      'expired',
      () => [
        paidBy('Bank Deposit', { updated_at: '2026-11-20T03:00:00Z' }),
        paidBy('Bank Deposit', { financial_status: 'expired', updated_at: '2026-11-20T04:00:00Z' }),
        paidBy('Bank Deposit', { financial_status: 'expired', ...GONE }),
      ],
    ],
    [
      'woocommerce',
      'failed',
      () => [
        woo({ ...BANK, date_modified_gmt: '2026-11-20T03:00:00' }),
        woo({ ...BANK, status: 'failed', ...LATER }),
        woo({ ...BANK, status: 'cancelled', date_modified_gmt: '2026-11-20T05:00:00' }),
      ],
    ],
  ] as const)(
    'is told to be called off also where its payment did not come before: %s, %s',
    async (shop, _, events) => {
      await connectShop(house, shop);
      const all = events();
      for (const event of all) await house.happen(event);
      await house.happen(all.at(-1)!);
      // nothing was ever reserved that could be released
      expect(await titles()).toEqual([/^🆕/, /^⚠️/, /^🚫/].map((title) => expect.stringMatching(title)));
    },
  );

  it('is told as paid without its articles also where its payment had failed before', async () => {
    await connectShop(house, 'woocommerce');
    await house.happen(woo({ ...BANK, date_modified_gmt: '2026-11-20T03:00:00' }));
    await house.happen(woo({ ...BANK, status: 'failed', ...LATER }));
    await house.happen(woo({ status: 'processing', payment_method: 'bacs', date_modified_gmt: '2026-11-20T05:00:00' }));
    expect(await titles()).toEqual([/^🆕/, /^⚠️/, /^🛒/].map((title) => expect.stringMatching(title)));
    expect((await house.cards()).at(-1)?.lists).toBeUndefined();
  });

  it('of a history alerts nobody, nor does one of last month', async () => {
    await connectShop(house, 'shopify');
    await house.happen({ ...shopify({ financial_status: 'pending' }), pulled: 'history' });
    house.now = new Date('2026-12-21T05:00:00Z');
    await house.happen(shopify({ id: 3002, name: '#3002', financial_status: 'pending' }));
    expect(await titles()).toEqual([]);
  });
});
