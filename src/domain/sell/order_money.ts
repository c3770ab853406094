import type { Sql, Tx } from '../../db/sql.ts';
import type { OrderUpdated, Payment, Refund } from '../shop_event.ts';
import { allRefunds } from './order_refund.ts';
import { backByShop, beforeTaken, cameOf, refundedOnce, sumRefunds, takenOnce } from './payment/went_back.ts';

type ShopOrder = OrderUpdated['order'];

const DAY_MS = 24 * 3_600_000;

/** Those whose money is here, or was here. */
const RECEIVED: readonly Payment[] = ['paid', 'partially_refunded', 'refunded'];

/** What a version of an order says about its money, in minor units. */
export interface OrderMoney {
  /** Everything received by then, including what has been refunded since. */
  received: bigint;
  /** Everything refunded by then, if that is certainly more than the listed refunds; else 0. */
  returned: bigint;
}

/** What this version says was received, and was refunded without being listed. */
export function moneyBy(order: ShopOrder): OrderMoney {
  const received = receivedBy(order);
  const listed = sumOf(order.refunds ?? []);
  const hasFailed = allRefunds(order).some(({ failedMinor }) => failedMinor !== undefined);
  if (order.refundUnderWay || hasFailed) return { received, returned: 0n };
  const returned = order.payment === 'refunded' ? received : listed > 0n ? 0n : givenBack(order);
  const [more, said] = [returned, BigInt(order.returnedMinor ?? '0')];
  const most = more > said ? more : said;
  return { received, returned: most > listed ? most : 0n };
}

/** By how much a partial refund without a stated sum has reduced the order's worth. */
function givenBack(order: ShopOrder): bigint {
  if (order.payment !== 'partially_refunded') return 0n;
  const { worth, most, open = 0n } = sumsOf(order);
  return most - between(0n, worth - open, most);
}

function receivedBy(order: ShopOrder): bigint {
  const { worth, most, open } = sumsOf(order);
  if (order.payment === 'partially_paid') return between(0n, worth - (open ?? 0n), most);
  if (!RECEIVED.includes(order.payment)) return 0n;
  const refunded = sumOf(order.refunds ?? []);
  // it was paid before it was refunded, and the amount paid is not listed
  if (refunded === 0n && order.payment !== 'paid') return most;
  if (open !== undefined) return between(0n, worth - open + refunded, most);
  if (order.cancelledAt || order.payment === 'refunded') return most;
  return between(0n, worth + refunded, most);
}

/** `most`: the amount placed, or what it grew to. */
function sumsOf(order: ShopOrder): { worth: bigint; most: bigint; open: bigint | undefined } {
  const total = BigInt(order.totalMinor);
  const worth = BigInt(order.currentMinor ?? order.totalMinor);
  const open = order.outstandingMinor == null ? undefined : BigInt(order.outstandingMinor);
  return { worth, most: worth > total ? worth : total, open };
}

function between(least: bigint, value: bigint, most: bigint): bigint {
  if (value < least) return least;
  return value > most ? most : value;
}

function sumOf(refunds: readonly Refund[]): bigint {
  return refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
}

/** What a version says of the money of its order, at its time. */
interface PaymentTold {
  orderId: string;
  at: Date;
  money: OrderMoney;
}

/**
 * Any version of an order, even a late one, says what had been received by its time. Each time is kept, also where nothing changed: what
 * comes late between two of them holds only until the next, so it does not matter in which order the versions come. One version of each
 * order.
 */
export async function notePayments(tx: Tx, told: readonly PaymentTold[]): Promise<void> {
  const rows = told.map(({ orderId, at, money: { received, returned } }) => ({
    ...{ order_id: orderId, at, received_minor: String(received), returned_minor: String(returned) },
  }));
  await tx`
    insert into order_payments (order_id, at, received_minor, returned_minor)
    select order_id, at, received_minor, returned_minor from jsonb_populate_recordset(null::order_payments, ${tx.json(rows)})
    on conflict (order_id, at) do update
    set received_minor = greatest(order_payments.received_minor, excluded.received_minor),
      returned_minor = greatest(order_payments.returned_minor, excluded.returned_minor)
    where order_payments.received_minor < excluded.received_minor or order_payments.returned_minor < excluded.returned_minor`;
  const back = told.filter(({ money }) => money.returned > 0n).map(({ orderId }) => orderId);
  await sumRefunds(tx, back);
}

/** All that is known of an order's payments, where everything that says something of them is at hand: in its own order. */
export async function rewritePayments(
  tx: Tx,
  orderId: string,
  payments: readonly ({ at: Date } & OrderMoney)[],
): Promise<void> {
  const rows = payments.map(({ at, received, returned }) => ({
    at,
    received: String(received),
    returned: String(returned),
  }));
  await tx`delete from order_payments where order_id = ${orderId}`;
  await tx`
    insert into order_payments (order_id, at, received_minor, returned_minor)
    select ${orderId}, at, received, returned from (
      select *, lag((received, returned)) over (order by at) as before from (
        select at, max(received) as received, max(returned) as returned
        from jsonb_to_recordset(${tx.json(rows)}) as r (at timestamptz, received bigint, returned bigint) group by at
      ) each
    ) known where before is distinct from (received, returned)`;
  await sumRefunds(tx, [orderId]);
}

/**
 * An old order that was paid when we first heard of it is history, unless the shop says that its money came just then:
 * then nothing had been received when it was placed. True if it counted as history until now.
 */
export async function notePaidNow(
  tx: Tx,
  orderId: string,
  { updatedAt }: OrderUpdated,
  newest?: { placedAt: Date },
): Promise<boolean> {
  // the first that is known of its money is not later than this version
  if (newest && updatedAt.getTime() - newest.placedAt.getTime() < HISTORY_DAYS * DAY_MS) return false;
  const { count } = await tx`
    insert into order_payments (order_id, at, received_minor, returned_minor)
    select o.id, o.placed_at, 0, 0 from orders o cross join lateral (
      select at, received_minor from order_payments where order_id = o.id order by at limit 1
    ) first
    where o.id = ${orderId} and received_minor > 0 and at >= placed_at + ${HISTORY_DAYS} * interval '1 day'
    on conflict do nothing`;
  return count > 0;
}

/** When the first part of its money came. */
export async function firstPaidAt(sql: Sql, orderId: string): Promise<Date | undefined> {
  const [first] = await sql<{ at: Date }>`
    select at from payments_known where order_id = ${orderId} and received_minor > 0 order by at limit 1`;
  return first?.at;
}

/** Purchases in one currency. */
export interface Bought {
  currency: string;
  orders: number;
  totalMinor: string;
}

/** What this contact has bought so far, one row for each currency: as filters find them by it. */
export const boughtBy = (sql: Sql, contactId: string) => sql<Bought>`
  select currency, orders, spent_minor::text as "totalMinor"
  from contact_purchases where contact_id = ${contactId} and currency <> '*'
  order by spent_minor desc`;

/** Money that came in, and money that went back. */
export interface Takings extends Bought {
  refundedMinor: string;
  /** What the bank took by disputes that were lost; it is no part of what was refunded. */
  takenMinor: string;
}

/**
 * An order is history if it was paid longer than this after it was placed and we knew nothing of it while it was
 * unpaid.
 */
export const HISTORY_DAYS = 7;

/**
 * What came in and went back in [from, to), whenever the orders were placed: one row for each currency. What went back
 * of an order by a given time is what is listed until then, or more if one of its versions says so.
 */
export async function takings(sql: Sql, from: Date, to: Date): Promise<Takings[]> {
  return sql<Takings>`
    with touched as (
      select id, currency, placed_at, payment in ('paid', 'partially_paid') as here, ${cameOf(sql)} as came,
        coalesce(${beforeTaken(sql, sql`o.id`)}, 0) as back_before
      from orders o where not test and deleted_at is null and id in (
        select order_id from order_payments where at >= ${from} and at < ${to}
        union select id from orders where came_at >= ${from} and came_at < ${to}
        union select order_id from order_refunds where not withdrawn and at >= ${from} and at < ${to}
      )
    ), version as (
      select t.*, p.order_id, p.at, p.received_minor, p.returned_minor,
        lag(p.received_minor) over (partition by p.order_id order by p.at) as before
      from touched t cross join lateral (select * from payments_known where order_id = t.id) p
    ), heard as (
      select * from version
      where before is not null or at < placed_at + ${HISTORY_DAYS} * interval '1 day'
    ), back as (
      select order_id, at, 0 as listed, case when here then 0 else returned_minor end as told, 0 as taker, 0 as taken, 0 as failed, 0 as over
      from heard
      union all select r.order_id, r.at, case when r.by_payment or r.taken or r.withdrawn then 0 else r.minor end, 0,
        case when r.by_payment then r.minor else 0 end, case when r.taken then r.minor else 0 end,
        case when r.by_payment then coalesce(r.failed_minor, 0) else 0 end,
        case when r.by_payment or r.taken then 0 else coalesce(r.failed_minor, 0) + case when r.withdrawn then r.minor else 0 end end
      from touched t join order_refunds r on r.order_id = t.id and not (r.withdrawn and (r.taken or r.by_payment))
    ), by_then as (
      select order_id, way, ${backByShop(sql, {
        ...{ shop: sql`greatest(sum(listed), max(told))`, failed: sql`sum(failed)`, over: sql`sum(over)` },
      })} as shop, sum(taker) as taker, sum(taken) as taken
      from back join (values (${from}::timestamptz, -1), (${to}::timestamptz, 1)) span (until, way) on at < until
      group by order_id, way
    ), once as (
      select b.order_id, way, shop, taker, ${takenOnce(sql, {
        ...{ taken: sql`taken`, came: sql`came`, before: sql`back_before` },
      })} as taken, came
      from by_then b join touched t on t.id = b.order_id
    ), gone as (
      select t.id, t.currency, sum(way * ${refundedOnce(sql, {
        ...{ shop: sql`shop`, taker: sql`taker`, taken: sql`taken`, came: sql`b.came` },
      })}) as refunded, sum(way * taken) as taken
      from once b join touched t on t.id = b.order_id group by t.id, t.currency
    ), moved as (
      select id, currency, received_minor - coalesce(before, 0) as received, 0 as refunded, 0 as taken
      from heard where at >= ${from} and at < ${to}
      union all select id, currency, 0, refunded, taken from gone
      -- what whoever took it has in other money, while the shop of the order knows of none
      union all select id, came_currency, came_minor, 0, 0 from orders o
      where came_at >= ${from} and came_at < ${to} and came_currency <> currency and not test and deleted_at is null
        and not exists (select from order_payments p where p.order_id = o.id and p.received_minor > 0)
    )
    select currency, (count(*) filter (where received > 0))::int as orders,
      sum(received)::text as "totalMinor", sum(refunded)::text as "refundedMinor", sum(taken)::text as "takenMinor"
    from (
      -- what was said to have come and did not is of no order
      select id, currency, sum(received) as received, sum(refunded) as refunded, sum(taken) as taken from moved group by id, currency
    ) each where received <> 0 or refunded <> 0 or taken <> 0
    group by currency order by sum(received - refunded - taken) desc, currency`;
}
