import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { settleKeptPayments } from '../../../../src/jobs/payments.ts';
import { testHouse } from '../../../support/house.ts';
import { addHook, type HookPeer, hookPeer, tellHooks } from '../../../support/platforms/hook_peer.ts';
import {
  connectThree,
  mirrorSays,
  NUMBER,
  PENDING,
  shopSays,
  stripeRefunds,
  stripeSays,
} from '../../../support/shops/one_payment.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
let peer: HookPeer;
beforeEach(house.startingWith(() => connectThree(house)));

const ANA = { name: 'Ana Ruiz', email: 'ana@example.org', phone: null };
const paid = () => stripeSays('completed', { customer: null, customer_details: ANA });

const JOINS: [string, () => DomainEvent[]][] = [
  ['its shop told it first', () => [shopSays(0, { ...PENDING, transaction_id: '' }), paid(), shopSays(3)]],
  ['Stripe did', () => [paid(), shopSays(3)]],
  ['a mirror did', () => [mirrorSays('order.paid', 1), shopSays(3)]],
];

/** What other systems heard of orders, by the order's id here. */
async function heard(): Promise<Record<string, string[]>> {
  await house.deliver();
  await tellHooks(house);
  const all: Record<string, string[]> = {};
  for (const { body } of peer.calls) {
    const { type, data } = JSON.parse(body) as { type: string; data: { id: string } };
    if (!type.startsWith('order.')) continue;
    all[data.id] = [...(all[data.id] ?? []), type];
  }
  return all;
}

describe('two orders that turn out to be one', () => {
  beforeEach(async () => {
    peer = await hookPeer();
    await addHook(house, peer.url);
  });

  it.each(JOINS)('are paid once for other systems, who hear of the one that is gone: %s', async (_, events) => {
    await house.happen(...events());
    const [order] = await sql<{ id: string }>`select id from orders`;
    const told = await heard();
    const paidOnes = Object.values(told)
      .flat()
      .filter((type) => type === 'order.paid');
    expect(paidOnes).toHaveLength(1);
    expect(told[`o${order!.id}`]).toContain('order.paid');
    for (const [id, types] of Object.entries(told))
      if (id !== `o${order!.id}`) expect(types).toContain('order.deleted');
  });
});

describe('a lead that was won by an order that turns out to be another', () => {
  it.each(JOINS)('is won by that one, once, and is asked about when all of it goes back: %s', async (_, events) => {
    await house.say(`/add Ana Ruiz ${ANA.email}`);
    await house.say('/lead c1 pots €31');
    await house.happen(...events());
    expect(await sql`select l.stage, o.number from leads l left join orders o on o.id = l.won_order_id`).toEqual([
      { stage: 'won', number: NUMBER },
    ]);
    await house.happen(stripeRefunds('re_1', 3100, 900));
    expect(JSON.stringify(await house.cards())).toContain('Still won?');
  });
});

/** One turn of the job; gives what failed. */
async function settle(): Promise<unknown[]> {
  const errors: unknown[] = [];
  await settleKeptPayments(house.act, (error) => errors.push(error));
  return errors;
}

const cursor = () => sql`select position ->> 'id' as id from cursors where source = 'orders:payments'`;

describe('orders that were kept before money was taken from whoever took it', () => {
  it('have it after the start, range by range, and nobody is told', async () => {
    await house.happen(shopSays(0, PENDING), stripeSays('completed'));
    const now = await sql`select payment, came_minor, came_currency, said_payment, spent_minor from orders`;
    await house.act(
      ({ tx }) =>
        tx`update orders set came_minor = null, came_currency = null, came_at = null, payment = 'pending', said_payment = null`,
    );
    const cards = (await house.cards()).length;
    await settle();
    expect(await sql`select payment, came_minor, came_currency, said_payment, spent_minor from orders`).toEqual(now);
    expect(await house.cards()).toHaveLength(cards);
  });

  /** #400, of whose payment nothing was noted. */
  const another = async () => {
    await house.happen(
      shopSays(0, { ...PENDING, id: 400, number: '400', transaction_id: 'pi_400' }),
      stripeSays('completed', { id: 'cs_400', payment_intent: 'pi_400' }),
    );
    await house.act(
      ({ tx }) => tx`
        update orders set came_minor = null, came_currency = null, came_at = null, payment = 'pending', said_payment = null
        where number = '#400'`,
    );
  };
  const standing = () => sql`select number, payment, spent_minor as spent from orders order by number`;

  it.each<[string, () => DomainEvent[]]>([
    ['the shop’s', () => [shopSays(0), mirrorSays('order.paid', 1, { transaction_id: 'pi_8' })]],
    ['the mirror’s', () => [mirrorSays('order.paid', 1, { transaction_id: 'pi_8' }), shopSays(2)]],
  ])('become one where two of them were, and hold up no other: first %s', async (_, events) => {
    await house.happen(...events());
    await another();
    await house.act(async ({ tx }) => {
      await tx`update orders set paid_by = 'pi_9' where paid_by = 'pi_8'`;
      await tx`update order_reports set says = says || '{"paidBy": "pi_9"}' where says ->> 'paidBy' = 'pi_8'`;
    });
    expect(await settle()).toEqual([]);
    expect(await standing()).toEqual([
      { number: NUMBER, payment: 'paid', spent: '3100' },
      { number: '#400', payment: 'paid', spent: '3100' },
    ]);
    expect(await cursor()).toEqual([{ id: '0' }]);
  });

  it('are noted although one of them cannot be, which is reported', async () => {
    await house.happen(shopSays(0, PENDING), stripeSays('completed'));
    await another();
    await house.act(
      ({ tx }) =>
        tx`update orders set came_minor = null, came_currency = null, came_at = null, payment = 'pending', said_payment = null`,
    );
    await house.db.autocommit`
      create or replace function no_money() returns trigger language plpgsql as $$
      begin raise exception 'of this one it cannot be noted'; end $$`;
    await house.db.autocommit.unsafe(
      `create trigger no_money before update on orders for each row when (new.number = '${NUMBER}' and new.came_minor > 0) execute function no_money()`,
    );
    try {
      expect(await settle()).toHaveLength(1);
    } finally {
      await house.db.autocommit.unsafe('drop trigger no_money on orders');
    }
    expect(await standing()).toMatchObject([{ payment: 'pending' }, { payment: 'paid' }]);
    expect(await cursor()).toEqual([{ id: '0' }]);
  });
});
