import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { claim } from '../../../../src/inbox/claim.ts';
import { workTogether } from '../../../../src/inbox/together.ts';
import { work } from '../../../../src/inbox/worker.ts';
import { providers } from '../../../../src/webhooks/providers.ts';
import { testHouse } from '../../../support/house.ts';
import { connectShop, shopState } from '../../../support/shops/any_order.ts';
import { stripeBody, stripeEvent, stripeRefund, stripeSession } from '../../../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const titles = async () => (await house.cards()).map(({ title }) => String(title));
const of = (connectionId: string, event: DomainEvent): DomainEvent => Object.assign(event, { connectionId });

const MODIFIED = '2026-11-22T05:00:00';
const woo = (more: object = {}) => wooEvent(wooOrder({ transaction_id: 'ch_9', ...more }));
const back = (id: string, sum: number, second = 0, more: object = {}) =>
  of(
    '2',
    stripeEvent(
      'refund.created',
      stripeRefund(id, sum, { currency: 'eur', charge: 'ch_9', payment_intent: 'pi_9', ...more }),
      second,
    ),
  );
const dispute = (status: string, second = 60) =>
  of(
    '2',
    stripeEvent(
      'charge.dispute.closed',
      { id: 'dp_1', status, amount: 3100, currency: 'eur', payment_intent: 'pi_9', charge: 'ch_9' },
      second,
    ),
  );
const session = (more: object = {}) =>
  of(
    '2',
    stripeEvent(
      'checkout.session.completed',
      stripeSession({ currency: 'eur', amount_total: 3100, payment_intent: 'pi_9', ...more }),
      0,
    ),
  );
const shopSays = (...refunds: [number, string][]) =>
  woo({ date_modified_gmt: MODIFIED, refunds: refunds.map(([id, total]) => ({ id, total: `-${total}` })) });
const refunded = async () =>
  (await sql<{ minor: string }>`select refunded_minor as minor from orders`).map(({ minor }) => minor);
const spent = async () =>
  (await sql<{ minor: string }>`select spent_minor as minor from purchases`).map(({ minor }) => minor);
const say = async (line: string) => JSON.stringify(await house.say(line));

const NUMBER = `#${wooOrder().number}`;

beforeEach(
  house.startingWith(async () => {
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
  }),
);

describe('a refund that Stripe tells of an order of a WooCommerce shop', () => {
  it('is counted in the takings, by whoever bought it, with the order and in what is to be packed', async () => {
    await house.happen(woo(), back('re_1', 3100));
    expect([await refunded(), await spent()]).toEqual([['3100'], []]);
    expect(await say('/takings month')).toContain('31.00 refunded');
    expect(await say(`/order ${NUMBER}`)).toContain('refunded');
    expect(await say('/orders unsent')).not.toContain(NUMBER);
    // control
    await house.happen(back('re_1', 3100, 90, { status: 'failed' }));
    expect(await say('/orders unsent')).toContain(NUMBER);
    expect(await spent()).toEqual(['3100']);
  });

  it.each([
    ['the same', [back('re_1', 600)], shopSays([901, '6.00']), '600', 1],
    ['the same with another one', [back('re_1', 600)], shopSays([901, '6.00'], [902, '4.00']), '1000', 2],
    ['both in one', [back('re_1', 600), back('re_2', 400)], shopSays([901, '10.00']), '1000', 2],
    ['one of two', [back('re_1', 600), back('re_2', 600)], shopSays([901, '6.00']), '1200', 2],
    ['a part of it', [back('re_1', 600)], shopSays([901, '4.00']), '600', 1],
  ])('counts once when the shop tells it too, and is told once: %s', async (_, told, said, sum, cards) => {
    await house.happen(woo(), ...told, said);
    expect(await refunded()).toEqual([sum]);
    expect((await titles()).filter((one) => one.startsWith('↩️'))).toHaveLength(cards);
    const state = await shopState(house);
    await house.reset();
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
    await house.happen(woo(), said, ...told);
    expect(await shopState(house)).toEqual(state);
  });

  it('is kept when it comes before the order, and said on its card', async () => {
    await house.happen(woo(), back('re_1', 600), dispute('needs_response'));
    const state = await shopState(house);
    await house.reset();
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
    await house.happen(back('re_1', 600), dispute('needs_response'), woo());
    expect(await shopState(house)).toEqual(state);
    const [paid] = (await house.cards()).filter(({ title }) => title?.includes('paid'));
    expect(paid).toMatchObject({ title: expect.stringContaining(NUMBER), hint: expect.stringContaining('€6.00') });
    expect(paid?.hint).toContain('disputed');
    expect((await titles()).filter((one) => one.startsWith('↩️'))).toHaveLength(1);
  });

  it('is told where the shop names the payment only later', async () => {
    await house.happen(woo({ transaction_id: '' }), back('re_1', 600), woo({ date_modified_gmt: MODIFIED }));
    expect((await titles()).at(-1)).toMatch(new RegExp(`${NUMBER}.*6\\.00 refunded`));
    expect(await refunded()).toEqual(['600']);
  });

  it('comes to the same where what the bank took came before', async () => {
    await house.happen(dispute('lost'), woo());
    expect([await refunded(), await spent()]).toEqual([['3100'], []]);
    expect((await house.cards()).at(-1)?.hint).toContain('bank');
    await house.happen(dispute('won', 90));
    expect(await spent()).toEqual(['3100']);
  });

  it('is told once, and as what it is, beside what the bank took, wherever both become known at once', async () => {
    const both = woo({ date_modified_gmt: MODIFIED, refunds: [{ id: 901, total: '-10.00' }] });
    await house.happen(woo({ transaction_id: '' }), back('re_1', 1000), dispute('lost'), both);
    const refunds = (await house.cards()).filter(({ title }) => title?.startsWith('↩️'));
    expect(refunds.filter(({ title }) => title?.includes('€10.00'))).toHaveLength(refunds.length);
    expect(JSON.stringify(await house.cards())).not.toContain('€41.00');
    await house.happen(woo({ date_modified_gmt: '2026-11-22T06:00:00', refunds: [{ id: 901, total: '-10.00' }] }));
    expect((await house.cards()).filter(({ title }) => title?.startsWith('↩️'))).toHaveLength(refunds.length);
  });

  it('names both orders that were paid at once', async () => {
    await house.happen(woo(), woo({ id: 999, number: '999' }), back('re_1', 600));
    expect((await titles()).at(-1)).toMatch(/999/);
    expect(await refunded()).toEqual(['0', '0']);
  });
});

describe('one payment that a shop and Stripe both tell', () => {
  const paying = (more: object = {}) => woo({ transaction_id: 'pi_9', ...more });

  it.each([
    ['the shop first', [paying(), session()]],
    ['Stripe first', [session(), paying()]],
  ])('is one order, and counts once: %s', async (__, events) => {
    await house.happen(...events);
    expect(await sql`select number from orders`).toEqual([{ number: NUMBER }]);
    expect(await spent()).toEqual(['3100']);
    expect(await say('/takings month')).toContain('1 order');
    const { payments: _, ...state } = (await shopState(house)) as Record<string, unknown>;
    await house.reset();
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
    await house.happen(...events.toReversed());
    expect(await shopState(house)).toMatchObject(state);
  });

  it('stays the order that cards lead to, with the number of the shop', async () => {
    await house.happen(session());
    const [was] = await sql<{ id: string }>`select id from orders`;
    await house.happen(paying(), session({ metadata: { a: 'b' } }), back('re_1', 3100));
    expect(await sql`select id, refunded_minor as back from orders`).toEqual([{ id: was!.id, back: '3100' }]);
    expect((await titles()).filter((one) => one.includes('paid'))).toHaveLength(1);
    expect(await titles()).toContainEqual(expect.stringContaining('🔗'));
  });

  it('becomes one where only a refund ties the two, and that is said', async () => {
    await house.happen(woo(), session());
    expect(await sql`select id from orders`).toHaveLength(2);
    await house.happen(back('re_1', 600));
    expect(await sql`select refunded_minor as back from orders`).toEqual([{ back: '600' }]);
    expect(await titles()).toContainEqual(expect.stringContaining('🔗'));
  });

  it('is two where the payments differ', async () => {
    await house.happen(paying(), session({ id: 'cs_2', payment_intent: 'pi_2' }));
    expect(await sql`select id from orders`).toHaveLength(2);
  });
});

it('is told of the order that stands before it in the same turn', async () => {
  const rows = [
    ...['ch_9', 'ch_8'].map((payment, nth) => ({
      ...{ source: 'woocommerce:1', externalId: payment, lane: `woocommerce:1:order:${nth}` },
      headers: { 'x-wc-webhook-topic': 'order.updated' },
      body: wooOrder({ transaction_id: payment, ...(nth > 0 && { id: 999, number: '999' }) }),
    })),
    {
      ...{ source: 'stripe:2', externalId: 's', lane: 'stripe:2:order:pi_9', headers: {} },
      body: stripeBody('refund.created', stripeRefund('re_1', 600, { currency: 'eur', charge: 'ch_9' }), 90),
    },
  ];
  await house.store(...rows.map((row) => ({ ...row, body: Buffer.from(JSON.stringify(row.body)) })));
  const errors: unknown[] = [];
  const options = {
    ...house.worker,
    routeOf: (source: string) => providers.find(({ name }) => source.startsWith(name))!.parse,
    onError: (error: unknown) => errors.push(error),
  };
  await workTogether(options, await claim(house.db, 4, { orders: 8 }), (row) => work(options, row));
  expect(errors).toEqual([]);
  expect((await titles()).filter((one) => one.startsWith('↩️'))).toEqual([expect.stringContaining(NUMBER)]);
});
