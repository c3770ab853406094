import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { OWN } from '../connection.ts';

/**
 * What the bank took, as far as that can be: what had gone back before by the word of others is no money that it could take. `before`:
 * `beforeTaken`.
 */
export const takenOnce = (sql: Sql, { taken, came, before }: Record<'taken' | 'came' | 'before', Fragment>): Fragment =>
  sql`least(${taken}, greatest(${came} - ${before}, 0))`;

/** What had gone back of an order when the bank first took of it. */
export const beforeTaken = (sql: Sql, orderId: Fragment): Fragment => sql`(
  select greatest(coalesce(sum(r.minor) filter (where not by_payment), 0) - coalesce(sum(failed_minor) filter (where by_payment), 0),
    coalesce(sum(r.minor) filter (where by_payment), 0))
  from order_refunds r
  where r.order_id = ${orderId} and not taken and not withdrawn
    and r.at < (select min(at) from order_refunds where order_id = ${orderId} and taken and minor > 0))`;

/**
 * What the shop of an order says that it gave back, without what whoever took the money says did not go through (`failed`): the shop may
 * still list that. `over`: what the shop itself says is gone of its refunds.
 */
export const backByShop = (sql: Sql, { shop, failed, over }: Record<'shop' | 'failed' | 'over', Fragment>): Fragment =>
  sql`greatest(${shop} - greatest(${failed} - ${over}, 0), 0)`;

/** The sums that `refundedOnce` is made of, in minor units. */
interface BackTold {
  /** By the order's own shop. */
  shop: Fragment;
  /** By whoever took the money. */
  taker: Fragment;
  /** What the bank took by disputes that were lost. */
  taken: Fragment;
  /** What came in. */
  came: Fragment;
}

/**
 * What was refunded, where two tell of one pot of money: what the one says who says more. Whoever took the money may have taken it for
 * more than this order, and no money goes back twice: neither by a refund and by the bank.
 */
export const refundedOnce = (sql: Sql, { shop, taker, taken, came }: BackTold): Fragment => sql`(
  case when ${taken} > 0 then least(greatest(${shop}, least(${taker}, ${came})), greatest(${came} - ${taken}, 0))
    else greatest(${shop}, least(${taker}, ${came})) end)`;

/** All that an order comes to at most, or what came in for it, if that is more. */
export const cameOf = (sql: Sql): Fragment =>
  sql`greatest(total_minor, current_minor, case when came_currency = currency then came_minor end)`;

/** What came in for an order beyond what it comes to: that goes back first, and the order is none the less for it. */
const beyond = (sql: Sql): Fragment =>
  sql`(greatest(${cameOf(sql)}, ${notedByHand(sql)}) - greatest(total_minor, current_minor))`;

/** Of an order by hand all that its owner noted as come: what went back and came once more makes it no dearer. Null: it is a shop's. */
const notedByHand = (sql: Sql): Fragment => sql`(
  select max(p.received_minor) from order_payments p join connections n on n.id = o.connection_id
  where p.order_id = o.id and n.provider = ${OWN})`;

/**
 * What went back: whatever is listed, at least as much as a version says was refunded in total, unless the newest says
 * that all the money is here; and what the bank took besides, which no version knows of.
 */
export async function sumRefunds(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await tx`
    update orders o set taken_minor = greatest(least(gone.taken, gone.minor - ${beyond(tx)}), 0),
      refunded_minor = greatest(gone.minor - ${beyond(tx)}, 0)
    from unnest((select ${[...orderIds]}::bigint[])) given (id) cross join lateral (
      select ${backTold(tx)} from order_refunds where order_id = given.id
    ) back cross join lateral (
      select ${takenOnce(tx, { taken: tx`back.taken`, came: cameOf(tx), before: beforeTaken(tx, tx`given.id`) })} as taken
      from orders where id = given.id
    ) once cross join lateral (
      select once.taken, once.taken + ${refundedOnce(tx, {
        shop: backByShop(tx, {
          shop: tx`greatest(back.shop, case when payment in ('paid', 'partially_paid') then 0
          else (select max(returned_minor) from order_payments where order_id = given.id) end)`,
          ...{ failed: tx`back.taker_failed`, over: tx`back.shop_over` },
        }),
        ...{ taker: tx`back.taker`, taken: tx`once.taken`, came: cameOf(tx) },
      })} as minor from orders where id = given.id
    ) gone where o.id = given.id`;
}

/** What is told of an order's money that went back, by whom, and of what of it did not after all. */
export const backTold = (sql: Sql): Fragment => sql`
  coalesce(sum(minor) filter (where taken and not withdrawn), 0) as taken,
  coalesce(sum(minor) filter (where not taken and not by_payment and not withdrawn), 0) as shop,
  coalesce(sum(minor) filter (where by_payment and not withdrawn), 0) as taker,
  coalesce(sum(failed_minor) filter (where by_payment and not withdrawn), 0) as taker_failed,
  coalesce(sum(coalesce(failed_minor, 0) + case when withdrawn then minor else 0 end) filter (where not taken and not by_payment), 0) as shop_over`;

/** What went back, by a refund or taken by the bank, the first first: in the pieces of whoever tells of more. */
export async function refundsMade(sql: Sql, orderId: string): Promise<{ minor: string; at: Date; taken: boolean }[]> {
  return sql<{ minor: string; at: Date; taken: boolean }>`
    with made as (
      select r.*, o.taken_minor, coalesce(sum(minor) filter (where by_payment) over (), 0) as taker,
        coalesce(sum(minor) filter (where not by_payment and not taken) over (), 0) as shop,
        coalesce(sum(failed_minor) filter (where by_payment) over (), 0) as failed, o.refunded_minor - o.taken_minor as counted
      from order_refunds r join orders o on o.id = r.order_id where r.order_id = ${orderId} and not withdrawn
    )
    select case when taken then least(minor, taken_minor) else minor end::text as minor, at, taken from made
    where minor > 0 and case when taken then taken_minor > 0
      -- what the shop lists that did not go through is none of it
      else by_payment = (taker > shop or failed > 0 and shop > counted) end
    order by at, id`;
}
