import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { handle, handleOrders, isOrder } from '../../../../src/domain/on/index.ts';
import { type House, testHouse } from '../../../support/house.ts';
import { shopState } from '../../../support/shops/any_order.ts';
import {
  connectThree,
  mirrorSays,
  NOT_PAID,
  PENDING,
  shopSays,
  stripeRefunds,
  stripeSays,
} from '../../../support/shops/one_payment.ts';

const [house, other] = await Promise.all([testHouse({ locale: 'en' }), testHouse({ locale: 'en' })]);
const begin = (one: House): Promise<void> => one.start('three', () => connectThree(one));

const retried = { id: 'cs_1', payment_intent: 'pi_1' };
const ofOther = { id: 312, number: '312', billing: { first_name: 'Bo', last_name: 'Li', email: 'bo@example.org' } };

/** What others had told before. */
const BEFORE: Record<string, () => DomainEvent> = {
  'the shop waits': () => shopSays(0, { ...PENDING, transaction_id: '' }),
  'the first try failed': () => stripeSays('completed', { ...retried, payment_status: 'unpaid' }, 10),
  'the first try came': () => stripeSays('async_payment_succeeded', retried, 15),
  'the second came': () => stripeSays('completed', {}, 30),
  'some went back': () => stripeRefunds('re_1', 600, 60),
  'the mirror was paid': () => mirrorSays('order.paid', 3),
  'another order is there': () => shopSays(0, { ...ofOther, ...PENDING, transaction_id: '' }),
};

/** What the shop tells in one turn. */
const TURN: Record<string, () => DomainEvent> = {
  'waits, unnamed': () => shopSays(1, { status: 'on-hold', ...NOT_PAID, transaction_id: '' }),
  'the first try': () => shopSays(2, { ...PENDING, transaction_id: 'pi_1' }),
  'the first try failed': () => shopSays(3, { status: 'failed', ...NOT_PAID, transaction_id: 'pi_1' }),
  paid: () => shopSays(5),
  'by its charge': () => shopSays(6, { transaction_id: 'ch_9' }),
  refunded: () => shopSays(10, { refunds: [{ id: 901, total: '-6.00' }] }),
  completed: () => shopSays(20, { status: 'completed' }),
  'another order': () => shopSays(4, { ...ofOther, transaction_id: 'pi_5' }),
  'another order by the same payment': () => shopSays(8, { ...ofOther }),
};

/** What is told, each with the goods that it shows. */
const told = async (one: House): Promise<string[]> =>
  (await one.cards()).map((card) => `${card.title} ${JSON.stringify(card.lists ?? [])}`);

async function handleBoth(before: readonly string[], turn: readonly string[]): Promise<void> {
  await Promise.all([begin(house), begin(other)]);
  for (const one of [house, other]) for (const name of before) await one.act((ctx) => handle(ctx, BEFORE[name]!()));
  const events = () => turn.map((name) => TURN[name]!()).filter(isOrder);
  const alone: (string | undefined)[] = [];
  for (const event of events()) alone.push(...(await house.act((ctx) => handleOrders(ctx, [event]))));
  expect(await other.act((ctx) => handleOrders(ctx, events()))).toEqual(alone);
  expect(await shopState(other)).toEqual(await shopState(house));
  expect((await told(other)).sort()).toEqual((await told(house)).sort());
}

describe('orders of payments that others have told of', () => {
  it('come to the same together as one after the other, in what is kept and what is told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.keys(BEFORE), { maxLength: 4 }),
        fc.shuffledSubarray(Object.keys(TURN), { minLength: 2, maxLength: 5 }),
        handleBoth,
      ),
      { numRuns: Number(process.env.RUNS ?? 6), ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it.each<[string, string[], string[]]>([
    [
      'the first card was declined',
      ['the shop waits', 'the first try failed', 'the second came'],
      ['the first try failed', 'paid'],
    ],
    ['that is heard late', ['the first try failed', 'the second came'], ['paid', 'the first try failed']],
    ['both came', ['the first try came', 'the second came'], ['paid', 'the first try']],
    [
      'two orders by one payment',
      ['some went back'],
      ['by its charge', 'another order by the same payment', 'completed'],
    ],
  ])('say what is to be packed: %s', async (_, before, turn) => {
    await handleBoth(before, turn);
    expect((await told(other)).join()).toContain('Notebook');
  });
});
