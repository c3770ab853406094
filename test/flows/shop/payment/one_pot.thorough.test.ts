import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { takings } from '../../../../src/domain/sell/order_money.ts';
import { tellRefundSums } from '../../../../src/jobs/refund_sums.ts';
import { testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { stripeEvent, stripeRefund, stripeSession } from '../../../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const of = (connectionId: string, event: DomainEvent): DomainEvent => Object.assign(event, { connectionId });

/** A version of the shop's order, with what it lists as refunded. */
const shop = (minute: number, refunds: number[] = [], more: object = {}) =>
  wooEvent(
    wooOrder({
      ...{ transaction_id: 'ch_9', date_modified_gmt: `2026-11-22T05:${String(minute).padStart(2, '0')}:00` },
      ...{ refunds: refunds.map((sum, nth) => ({ id: 901 + nth, total: `-${sum}` })), ...more },
    }),
  );
const created = (id: string, sum: number, second: number, more: object = {}) =>
  of(
    '2',
    stripeEvent(
      'refund.created',
      stripeRefund(id, sum * 100, { currency: 'eur', charge: 'ch_9', payment_intent: 'pi_9', ...more }),
      second,
    ),
  );
const checkout = (amount: number, payment = 'pi_9') =>
  of(
    '2',
    stripeEvent(
      'checkout.session.completed',
      stripeSession({ currency: 'eur', amount_total: amount, payment_intent: payment, id: `cs_${payment}` }),
      0,
    ),
  );
const NOT_PAID = { status: 'pending', date_paid_gmt: null };
const paidBy = (minute: number, more: object = {}) => shop(minute, [], { transaction_id: 'pi_9', ...more });
const failed = (sum: number, second: number) => created('re_1', sum, second, { status: 'failed' });
/** The shop makes a refund of its own with another number. */
const again = (minute: number, sum: number) => shop(minute, [], { refunds: [{ id: 990, total: `-${sum}` }] });
const sumSoFar = (sum: number, second: number) =>
  of(
    '2',
    stripeEvent(
      'charge.refunded',
      {
        ...{ id: 'ch_9', object: 'charge', payment_intent: 'pi_9', currency: 'eur', amount: 3100 },
        ...{ amount_captured: 3100, amount_refunded: sum * 100, paid: true },
      },
      second,
    ),
  );
const lost = (second = 60) =>
  of(
    '2',
    stripeEvent(
      'charge.dispute.closed',
      { id: 'dp_1', status: 'lost', amount: 3100, currency: 'eur', payment_intent: 'pi_9', charge: 'ch_9' },
      second,
    ),
  );
const titles = async (mark: string) =>
  (await house.cards()).map(({ title }) => String(title)).filter((one) => one.includes(mark));
/** What the cards tell of refunds, in euros. */
const told = async () => (await titles('↩️')).map((title) => Number(/([\d.]+) refunded/.exec(title)?.[1]));
const refunded = async () =>
  (await sql<{ minor: string }>`select refunded_minor as minor from orders order by id`).map(({ minor }) => minor);

async function anew() {
  await house.reset();
  await connectShop(house, 'woocommerce');
  await connectShop(house, 'stripe');
}

beforeEach(
  house.startingWith(async () => {
    await connectShop(house, 'woocommerce');
    await connectShop(house, 'stripe');
  }),
);

describe('what went back of a payment that a shop and Stripe both tell', () => {
  it.each<[string, DomainEvent[], number[], string]>([
    ['one piece, two of the shop’s', [created('re_1', 10, 10), shop(1, [6]), shop(2, [6, 4])], [10], '1000'],
    ['all of it, two of the shop’s', [created('re_1', 31, 10), shop(1, [25]), shop(2, [25, 6])], [31], '3100'],
    ['two pieces, one of the shop’s', [created('re_1', 6, 10), shop(1, [10]), created('re_2', 4, 20)], [6, 4], '1000'],
    ['the shop’s one piece first', [shop(1, [10]), created('re_1', 6, 10), created('re_2', 4, 20)], [10], '1000'],
    [
      'sums alone, each as it happens',
      [sumSoFar(6, 10), shop(1, [6]), sumSoFar(10, 20), shop(2, [6, 4])],
      [6, 4],
      '1000',
    ],
    ['the shop before the sums', [shop(1, [6]), sumSoFar(6, 10), shop(2, [6, 4]), sumSoFar(10, 20)], [6, 4], '1000'],
    [
      'the sum before each refund',
      [sumSoFar(6, 10), created('re_1', 6, 11), sumSoFar(31, 20), created('re_2', 25, 21)],
      [6, 25],
      '3100',
    ],
    [
      'more pieces after one that the two cut otherwise',
      [created('re_1', 6, 10), created('re_2', 4, 11), shop(1, [10]), shop(2, [10, 6])],
      [6, 4, 6],
      '1600',
    ],
    ['a cent apart', [created('re_1', 6.01, 10), shop(1, [6])], [6.01], '601'],
  ])('counts once, is told once, and has not failed: %s', async (_, events, cards, sum) => {
    await house.happen(shop(0), ...events);
    expect(await told()).toEqual(cards);
    expect(await titles('did not go through')).toEqual([]);
    expect(await refunded()).toEqual([sum]);
  });

  it('has failed where Stripe says so, and its second try is told (control)', async () => {
    await house.happen(shop(0), created('re_1', 6, 10), shop(1, [6]), failed(6, 30), created('re_2', 6, 40));
    expect(await titles('did not go through')).toHaveLength(1);
    expect(await told()).toEqual([6, 6]);
  });

  it.each<[string, () => DomainEvent[], string]>([
    ['the shop lists it', () => [shop(1, [6]), failed(6, 30)], '0'],
    ['heard first of its failure', () => [failed(6, 30), shop(1, [6])], '0'],
    ['the shop takes it back, and makes it anew', () => [shop(1, [6]), failed(6, 30), shop(2, []), again(3, 6)], '600'],
    ['it is tried again at Stripe', () => [shop(1, [6]), failed(6, 30), created('re_2', 6, 40)], '600'],
    ['the shop lists the second try too', () => [shop(1, [6]), failed(6, 30), shop(2, [6, 6])], '600'],
    ['another went through', () => [shop(1, [6, 4]), failed(6, 30), created('re_2', 4, 40)], '400'],
    ['all of it', () => [shop(1, [31], { status: 'refunded' }), failed(31, 30)], '0'],
  ])('is not what Stripe says did not go through, whatever the shop lists: %s', async (_, events, sum) => {
    await house.happen(shop(0), ...events());
    await house.happen(...events());
    expect(await refunded()).toEqual([sum]);
    const [taken] = await takings(sql, new Date(0), new Date('2027-01-01'));
    expect(taken?.refundedMinor ?? '0').toBe(sum);
  });

  it.each<[string, () => DomainEvent[], string[]]>([
    ['Stripe more', () => [created('re_1', 6, 10), shop(1, [5])], ['€6.00', '€5.00']],
    ['the shop more', () => [shop(1, [9]), created('re_1', 6, 10)], ['€6.00', '€9.00']],
    ['the same in two pieces', () => [created('re_1', 10, 10), shop(1, [6]), shop(2, [6, 4])], []],
    ['only one of them', () => [created('re_1', 6, 10)], []],
    ['a cent apart', () => [created('re_1', 6.01, 10), shop(1, [6])], []],
    ['what failed was told', () => [shop(1, [6]), failed(6, 30)], []],
    ['the bank took it too', () => [created('re_1', 6, 10), shop(1, [31]), lost()], []],
  ])('is said once the day after where the two tell other sums: %s', async (_, events, sums) => {
    await house.happen(shop(0), ...events());
    await house.act((ctx) => tellRefundSums(ctx));
    expect(await titles('⚖️')).toEqual([]);
    for (const day of ['2026-11-23T04:00:00Z', '2026-11-24T04:00:00Z']) {
      house.now = new Date(day);
      await house.act((ctx) => tellRefundSums(ctx));
    }
    const said = await titles('⚖️');
    expect(said).toHaveLength(sums.length > 0 ? 1 : 0);
    for (const sum of sums) expect(said[0]).toContain(sum);
  });

  it.each<[string, () => DomainEvent[], number]>([
    ['the shop first', () => [paidBy(0), checkout(3000)], 1],
    ['Stripe first', () => [checkout(3000), paidBy(0)], 1],
    ['the shop has not said yet', () => [paidBy(0, NOT_PAID), checkout(3000), paidBy(1)], 1],
    ['all of it', () => [checkout(3100), paidBy(0)], 0],
    [
      'in two',
      () => [paidBy(0, { transaction_id: 'pi_8', ...NOT_PAID }), checkout(1600, 'pi_8'), paidBy(1), checkout(1500)],
      0,
    ],
  ])('is told once where less came in than the shop takes for paid: %s', async (_, events, cards) => {
    await house.happen(...events(), ...events());
    expect(await titles('€30.00 came in for order')).toHaveLength(cards);
  });

  it('comes to the same, told and counted, in every order in which it arrives', async () => {
    const events = () => [
      ...[shop(1, [6]), shop(2, [6, 4])],
      ...[sumSoFar(6, 10), created('re_1', 6, 11), sumSoFar(10, 20), created('re_2', 4, 21)],
    ];
    let seed = 7;
    const next = (most: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % most;
    };
    for (let round = 0; round < 12; round++) {
      const left = events();
      const mixed: DomainEvent[] = [];
      while (left.length > 0) mixed.push(...left.splice(next(left.length), 1));
      await anew();
      await house.happen(shop(0), ...mixed);
      expect(await refunded()).toEqual(['1000']);
      expect((await told()).reduce((all, one) => all + one, 0)).toBe(10);
      expect(await titles('did not go through')).toEqual([]);
    }
  });

  it.each<[string, () => DomainEvent[]]>([
    ['the shop closes its books after it', () => [lost(), shop(1, [31], { status: 'refunded' })]],
    ['Stripe tells a refund before it', () => [created('re_1', 31, 10), lost()]],
  ])('and was taken by a lost dispute went back once: %s', async (_, events) => {
    await house.happen(shop(0), ...events());
    expect(await refunded()).toEqual(['3100']);
    expect(JSON.stringify(await house.say('/takings month'))).toContain('net -€31.00');
  });
});
