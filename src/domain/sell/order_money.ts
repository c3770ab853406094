import type { Sql, Tx } from '../../db/sql.ts';
import type { OrderUpdated, Payment, Refund, ReturnedPieces } from '../shop_event.ts';

type ShopOrder = OrderUpdated['order'];

/** Those whose money is here, or was here. */
const RECEIVED: readonly Payment[] = ['paid', 'partially_refunded', 'refunded'];

/** Everything that a version lists. */
export const allRefunds = ({ refunds = [], emptyRefunds = [] }: ShopOrder): Refund[] => [...refunds, ...emptyRefunds];

/** The ids of all a version lists; null: it does not say. */
export const listedIn = (order: ShopOrder): string[] | null =>
  order.refunds || order.emptyRefunds ? allRefunds(order).map(({ externalId }) => externalId) : null;

/** What a version of an order says of its money; minor units. */
export interface OrderMoney {
  /** All that had been received by then, including what has been given back since. */
  received: bigint;
  /** All that had gone back by then, where more is certain than the refunds that are listed; else 0. */
  returned: bigint;
}

/** What this version says had come, and had gone back without being listed. */
export function moneyBy(order: ShopOrder): OrderMoney {
  const received = receivedBy(order);
  const listed = sumOf(order.refunds ?? []);
  const hasFailed = allRefunds(order).some(({ failedMinor }) => failedMinor !== undefined);
  if (order.refundUnderWay || hasFailed) return { received, returned: 0n };
  const returned = order.payment === 'refunded' ? received : listed > 0n ? 0n : givenBack(order);
  return { received, returned: returned > listed ? returned : 0n };
}

/** What a part that was given back, with no sum named, has made the order worth less. */
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
  // it was paid before it was given back, and what was paid is not listed
  if (refunded === 0n && order.payment !== 'paid') return most;
  if (open !== undefined) return between(0n, worth - open + refunded, most);
  if (order.cancelledAt || order.payment === 'refunded') return most;
  return between(0n, worth + refunded, most);
}

/** `most`: what was placed, or what it grew to. */
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

/**
 * Any version of an order, even a late one, says what had been received by its time. The times at which that sum changed are kept,
 * so it does not matter in which order the versions come.
 */
export async function notePayment(
  tx: Tx,
  orderId: string,
  at: Date,
  { received, returned }: OrderMoney,
): Promise<void> {
  await tx`
    insert into order_payments (order_id, at, received_minor, returned_minor)
    values (${orderId}, ${at}, ${String(received)}, ${String(returned)})
    on conflict (order_id, at) do update
    set received_minor = greatest(order_payments.received_minor, excluded.received_minor),
      returned_minor = greatest(order_payments.returned_minor, excluded.returned_minor)`;
  await tx`
    delete from order_payments p where order_id = ${orderId} and (received_minor, returned_minor) = (
      select b.received_minor, b.returned_minor from order_payments b where b.order_id = p.order_id and b.at < p.at
      order by b.at desc limit 1
    )`;
  if (returned > 0n) await sumRefunds(tx, orderId);
}

/** What was learnt of an order's refunds. */
export interface RefundsNoted {
  /** Not known before, or gone only now. */
  fresh: Refund[];
  failed: Refund[];
  /** Those that had gone back and are listed no more. */
  withdrawn: Pick<Refund, 'externalId' | 'minor'>[];
  /** How much of what had gone back has not; minor units. */
  less: bigint;
}

const NONE: RefundsNoted = { fresh: [], failed: [], withdrawn: [], less: 0n };

/** Begun or done, failed, done after that: what is known of one never goes back. */
const stageOf = ({ failedMinor, again }: Refund): number => (again ? 2 : failedMinor === undefined ? 0 : 1);

/** What a version of an order lists of its refunds. `before`: what the newest before it listed. Gives what is new. */
export async function noteListed(
  tx: Tx,
  orderId: string,
  order: ShopOrder,
  before: readonly string[] | null,
): Promise<RefundsNoted> {
  const refunds = allRefunds(order);
  if (refunds.length === 0 && !before?.length) return NONE;
  const known = await refundsOf(tx, orderId);
  for (const refund of refunds) await noteRefund(tx, orderId, refund, { listed: true });
  const turned = await withdrawUnlisted(tx, orderId);
  await sumRefunds(tx, orderId);
  return withTurned(newsIn(refunds, known), turned, known);
}

/**
 * A refund that is told by itself, with what it gave back of the order's lines; gives what is new. One whose money has not left yet is 0,
 * and news once more when it has, or could not.
 */
export async function noteAlone(
  tx: Tx,
  orderId: string,
  refund: Refund,
  returned: readonly ReturnedPieces[],
): Promise<RefundsNoted> {
  const known = await refundsOf(tx, orderId);
  await noteRefund(tx, orderId, refund, { returned });
  await sumRefunds(tx, orderId);
  return newsIn([refund], known);
}

interface KnownRefund {
  id: string;
  minor: string;
  stage: number;
}

type Known = ReadonlyMap<string, KnownRefund>;

async function refundsOf(sql: Sql, orderId: string): Promise<Known> {
  const known = await sql<KnownRefund>`
    select external_id as id, minor, stage from order_refunds where order_id = ${orderId}`;
  return new Map(known.map((one) => [one.id, one]));
}

async function noteRefund(
  tx: Tx,
  orderId: string,
  refund: Refund,
  { returned = [], listed = false }: { returned?: readonly ReturnedPieces[]; listed?: boolean },
): Promise<void> {
  const { externalId, minor, refundedAt, failedMinor = null } = refund;
  await tx`
    insert into order_refunds (order_id, external_id, minor, at, returned, failed_minor, stage, listed)
    values (
      ${orderId}, ${externalId}, ${minor}, ${refundedAt}, ${tx.json(returned)}, ${failedMinor}, ${stageOf(refund)}, ${listed}
    )
    on conflict (order_id, external_id) do update
    set at = least(order_refunds.at, excluded.at), stage = greatest(order_refunds.stage, excluded.stage),
      listed = order_refunds.listed or excluded.listed,
      failed_minor = greatest(order_refunds.failed_minor, excluded.failed_minor),
      minor = case
        when excluded.stage > order_refunds.stage then excluded.minor
        when excluded.stage < order_refunds.stage then order_refunds.minor
        when excluded.stage = 1 then least(order_refunds.minor, excluded.minor)
        else greatest(order_refunds.minor, excluded.minor)
      end`;
}

/** One that is withdrawn now, or has come back. */
interface Turned {
  externalId: string;
  minor: string;
  refundedAt: Date;
  withdrawn: boolean;
}

/** A version has listed it, and the newest does not: in whatever order they come, it is withdrawn. Gives those that have turned. */
async function withdrawUnlisted(tx: Tx, orderId: string): Promise<Turned[]> {
  return tx<Turned>`
    update order_refunds r set withdrawn = not r.withdrawn from orders o
    where o.id = r.order_id and r.order_id = ${orderId}
      and r.withdrawn <> (r.listed and coalesce(r.external_id <> all(o.listed_refunds), false))
    returning r.external_id as "externalId", r.minor, r.at as "refundedAt", r.withdrawn`;
}

/** One that was withdrawn before it was heard of is no news. */
function withTurned(news: RefundsNoted, turned: readonly Turned[], known: Known): RefundsNoted {
  const withdrawn = turned.filter((one) => one.withdrawn);
  const gone = withdrawn.filter(({ externalId, minor }) => known.has(externalId) && minor !== '0');
  const isOut = (one: Refund) => turned.some(({ externalId }) => externalId === one.externalId);
  const back = turned.filter((one) => !one.withdrawn).map((one) => ({ ...one, again: true as const }));
  return {
    fresh: [...news.fresh.filter((one) => !isOut(one)), ...back],
    failed: news.failed.filter((one) => !withdrawn.some(({ externalId }) => externalId === one.externalId)),
    withdrawn: gone,
    less: gone.reduce((sum, { minor }) => sum + BigInt(minor), news.less),
  };
}

function newsIn(refunds: readonly Refund[], known: Known): RefundsNoted {
  const stage = ({ externalId }: Refund) => known.get(externalId)?.stage ?? -1;
  const failed = refunds.filter((one) => stageOf(one) === 1 && stage(one) < 1);
  const less = failed.reduce((sum, { externalId, minor }) => {
    const fell = BigInt(known.get(externalId)?.minor ?? '0') - BigInt(minor);
    return fell > 0n ? sum + fell : sum;
  }, 0n);
  const isFresh = (one: Refund) => {
    const before = known.get(one.externalId);
    return !before || (before.minor === '0' && one.minor !== '0' && stageOf(one) >= before.stage);
  };
  return { fresh: refunds.filter(isFresh), failed, withdrawn: [], less };
}

/**
 * An old order that was paid when it was first heard of is history, unless the shop says that its money came just then: so nothing had
 * been received when it was placed. True: it was history until now.
 */
export async function notePaidNow(tx: Tx, orderId: string): Promise<boolean> {
  const { count } = await tx`
    insert into order_payments (order_id, at, received_minor, returned_minor)
    select o.id, o.placed_at, 0, 0 from orders o cross join lateral (
      select at, received_minor from order_payments where order_id = o.id order by at limit 1
    ) first
    where o.id = ${orderId} and received_minor > 0 and at >= placed_at + ${HISTORY_DAYS} * interval '1 day'
    on conflict do nothing`;
  return count > 0;
}

/** When the first of its money came. */
export async function firstPaidAt(sql: Sql, orderId: string): Promise<Date | undefined> {
  const [first] = await sql<{ at: Date }>`
    select at from order_payments where order_id = ${orderId} and received_minor > 0 order by at limit 1`;
  return first?.at;
}

/** Whatever is listed, at least what a version says has gone back in all; unless the newest says that all the money is here. */
export async function sumRefunds(tx: Tx, orderId: string): Promise<void> {
  await tx`
    update orders set refunded_minor = greatest(
      coalesce((select sum(minor) from order_refunds where order_id = ${orderId} and not withdrawn), 0),
      case when payment in ('paid', 'partially_paid') then 0
        else (select max(returned_minor) from order_payments where order_id = ${orderId}) end
    ) where id = ${orderId}`;
}

/** Money of one currency. */
export interface Bought {
  currency: string;
  orders: number;
  totalMinor: string;
}

/** What this contact has bought so far, one line for each currency. */
export const boughtBy = (sql: Sql, contactId: string) => sql<Bought>`
  select currency, count(*)::int as orders, sum(spent_minor)::text as "totalMinor"
  from purchases where contact_id = ${contactId}
  group by currency order by sum(spent_minor) desc`;

/** Money that came, and what went back. */
export interface Takings extends Bought {
  refundedMinor: string;
}

/** An order paid longer than this after it was placed, of which nothing was known while it was not paid, is history. */
export const HISTORY_DAYS = 7;

/**
 * What came in and went back in [from, to), whenever the orders were placed: one line for each currency. What has gone back of an order
 * by any time is what is listed until then, or more if a version of it says so by then.
 */
export async function takings(sql: Sql, from: Date, to: Date): Promise<Takings[]> {
  return sql<Takings>`
    with touched as (
      select id, currency, placed_at, payment in ('paid', 'partially_paid') as here from orders o where not test and deleted_at is null and id in (
        select order_id from order_payments where at >= ${from} and at < ${to}
        union select order_id from order_refunds where not withdrawn and at >= ${from} and at < ${to}
      )
    ), version as (
      select t.*, p.order_id, p.at, p.received_minor, p.returned_minor,
        lag(p.received_minor) over (partition by p.order_id order by p.at) as before
      from touched t join order_payments p on p.order_id = t.id
    ), heard as (
      select * from version
      where before is not null or at < placed_at + ${HISTORY_DAYS} * interval '1 day'
    ), back as (
      select order_id, at, 0 as listed, case when here then 0 else returned_minor end as told from heard
      union all select r.order_id, r.at, r.minor, 0 from touched t join order_refunds r on r.order_id = t.id and not r.withdrawn
    ), gone as (
      select order_id, greatest(sum(listed) filter (where at < ${to}), max(told) filter (where at < ${to}))
        - coalesce(greatest(sum(listed) filter (where at < ${from}), max(told) filter (where at < ${from})), 0) as refunded
      from back group by order_id
    ), moved as (
      select id, currency, received_minor - coalesce(before, 0) as received, 0 as refunded
      from heard where at >= ${from} and at < ${to}
      union all select t.id, t.currency, 0, g.refunded from gone g join touched t on t.id = g.order_id
    )
    select currency, (count(distinct id) filter (where received > 0))::int as orders,
      sum(received)::text as "totalMinor", sum(refunded)::text as "refundedMinor"
    from moved where received <> 0 or refunded <> 0
    group by currency order by sum(received - refunded) desc, currency`;
}
