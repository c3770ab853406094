import type { Tx } from '../../../db/sql.ts';
import type { Refund } from '../../shop_event.ts';
import { loadOrders, type Order } from '../order.ts';
import { takenName } from '../order_refund.ts';
import { goneBack } from '../order_report.ts';
import { cameIn, leftBehind, noteCame, someUnpaid, withdrawCame } from './came_in.ts';
import { countDisputes, type Disputed, disputesIn, dropDisputes, isLost } from './dispute.ts';
import { noteSent, reportsOfPayment } from './mirror.ts';
import { eachOf, ordersPaidBy, type PaymentReport, paymentsIn, tellersOf } from './paid_by.ts';
import { beforeTaken, cameOf, refundedOnce, sumRefunds, takenOnce } from './went_back.ts';

interface Row {
  externalId: string;
  minor: string;
  failedMinor: string | null;
  at: Date;
}

/** What went back of one payment beyond the refunds that are listed. */
const REST = 'payment';

/** What is noted of all that others than its shop report of an order's payments. */
interface Noted {
  /** The reports that count for it. */
  counted: PaymentReport[];
  /** It is paid by that alone, which it was not before. */
  isPaidBy: boolean;
  /** Refunds that failed, which nobody had said before. */
  failed: Refund[];
}

/** Notes for an order all that others than its shop report of its money and goods, written anew each time; but for what disputes took. */
export async function noteReported(
  tx: Tx,
  order: Pick<Order, 'id' | 'currency' | 'paidBy' | 'totalMinor'>,
  reports: readonly PaymentReport[],
): Promise<Noted> {
  const left = leftBehind(order, reports);
  const counted = reports.filter((one) => !left.includes(one));
  const isPaidBy = await noteCame(tx, order, counted);
  await noteSent(tx, order, counted);
  await dropDisputes(tx, order.id, left);
  const failed = await noteByPayment(tx, order, counted);
  return { counted, isPaidBy, failed };
}

/**
 * Notes what whoever took an order's money has reported of what went back, beside what the order's own shop says (`sumRefunds`). Written
 * anew from all reports each time, so it does not matter in which order they and the order come. Returns the refunds that failed, which
 * nobody had said before.
 */
async function noteByPayment(
  tx: Tx,
  { id, currency }: Pick<Order, 'id' | 'currency'>,
  reports: readonly PaymentReport[],
): Promise<Refund[]> {
  const known = await tx<{ externalId: string }>`
    select external_id as "externalId" from order_refunds where order_id = ${id} and by_payment and failed_minor is not null`;
  const inMoney = reports.filter(({ says }) => says.currency === undefined || says.currency === currency);
  const now = rowsOfAll(tellersOf(inMoney));
  await tx`
    delete from order_refunds where order_id = ${id} and by_payment and external_id <> all(${now.map((row) => row.externalId)}::text[])`;
  for (const { externalId, minor, failedMinor, at } of now)
    await tx`
      insert into order_refunds (order_id, external_id, minor, at, failed_minor, stage, by_payment)
      values (${id}, ${externalId}, ${minor}, ${at}, ${failedMinor}, ${failedMinor === null ? 0 : 1}, true)
      on conflict (order_id, external_id) do update
      set minor = excluded.minor, at = excluded.at, failed_minor = excluded.failed_minor, stage = excluded.stage`;
  await sumRefunds(tx, [id]);
  return now.flatMap(({ externalId, failedMinor, at }) => {
    const isKnown = known.some((one) => one.externalId === externalId);
    return failedMinor === null || isKnown ? [] : { externalId, minor: '0', failedMinor, refundedAt: at };
  });
}

/** What of the money that went back the owner has not heard of, and the sum that it reaches; minor units. */
export interface BackUnheard {
  minor: string;
  reached: string;
}

/**
 * What went back of an order of which more than its own shop tells, beyond what the owner has heard of; that is heard of from now on.
 * It grows by the sum that was given back so far, each try of one that failed included: so it does not matter in which pieces, by whom
 * and in which order it is told. `risen`: by how much more counts than before, minor units: where one had failed, the shop may say it
 * again. Undefined where its shop alone tells of it, piece by piece.
 */
export async function hearBack(tx: Tx, orderId: string, risen = 0n): Promise<BackUnheard | undefined> {
  // its refunds are read once nobody else writes them
  await tx`select from orders where id = ${orderId} for update`;
  const taken = takenOnce(tx, { taken: tx`taken`, came: cameOf(tx), before: tx`back_before` });
  const [row] = await tx<BackUnheard & { isToldByTwo: boolean }>`
    with told as (
      select coalesce(sum(minor) filter (where taken), 0) as taken,
        coalesce(sum(minor) filter (where not taken and not by_payment), 0) as shop,
        coalesce(sum(minor) filter (where by_payment), 0) as taker,
        coalesce(sum(failed_minor) filter (where not taken and not by_payment), 0) as shop_failed,
        coalesce(sum(failed_minor) filter (where by_payment), 0) as taker_failed,
        coalesce(bool_or(by_payment), false) as two, ${beforeTaken(tx, tx`${orderId}`)} as back_before
      from order_refunds where order_id = ${orderId} and not withdrawn
    ), was as (
      select id, heard_back_minor as heard, told.two, taker_failed > 0 as failed, greatest(${refundedOnce(tx, {
        shop: tx`shop_failed + greatest(shop, case when payment in ('paid', 'partially_paid') then 0
          else (select max(returned_minor) from order_payments where order_id = orders.id) end)`,
        taker: tx`0`,
        ...{ taken, came: tx`${cameOf(tx)} + shop_failed` },
      })}, taker_failed + ${refundedOnce(tx, {
        ...{ shop: tx`0`, taker: tx`taker`, taken, came: cameOf(tx) },
      })}) as reached
      from orders cross join told where id = ${orderId}
    ), news as (
      select *, greatest(reached - heard, case when failed then ${String(risen)}::bigint else 0 end, 0) as minor from was
    )
    update orders o set heard_back_minor = news.heard + news.minor from news where o.id = news.id
    returning news.two as "isToldByTwo", news.minor::text as minor, o.heard_back_minor::text as reached`;
  return row?.isToldByTwo ? { minor: row.minor, reached: row.reached } : undefined;
}

/** What the one says who says more, and what failed by the word of any. */
function rowsOfAll(tellers: readonly PaymentReport[][]): Row[] {
  const each = tellers.map((told) => eachOf(told).flatMap(rowsOf)).toSorted((a, b) => Number(sumOf(b) - sumOf(a)));
  const [most = [], ...others] = each;
  const failed = others.flat().filter(({ failedMinor }) => failedMinor !== null);
  return [...most, ...failed.filter((one) => !most.some(({ externalId }) => externalId === one.externalId))];
}

const sumOf = (rows: readonly Row[]): bigint => rows.reduce((all, { minor }) => all + BigInt(minor), 0n);

/** Of a payment: its refunds, and what a sum of all that went back says beyond them. `nth`: which of an order's it is, in their order. */
function rowsOf(reports: readonly PaymentReport[], nth: number): Row[] {
  const { sum, listed } = goneBack(reports);
  const rows = listed.map(({ externalId, minor, failedMinor = null, refundedAt: at }) => ({
    ...{ externalId: `${REST}:${externalId}`, minor, failedMinor, at },
  }));
  const rest = sum - sumOf(rows);
  const summed = reports.filter(({ says }) => says.returnedMinor !== undefined);
  const last = summed.at(-1)?.says.returnedMinor;
  const at = summed.find(({ says }) => says.returnedMinor === last)?.at;
  const externalId = nth === 0 ? REST : `${REST} ${nth + 1}`;
  return rest > 0n && at ? [...rows, { externalId, minor: String(rest), failedMinor: null, at }] : rows;
}

/** What whoever took the money had said of an order's payment before the order came. */
export interface SaidBefore {
  /** Who says so, as connections call it. */
  provider: string;
  /** What has gone back; minor units. */
  backMinor: string;
  /** Whether it is disputed, or the bank has taken it. */
  disputed: Disputed | undefined;
  /** The orders that the payment is for, where that is said of several: it counts for none until their shop says of which. */
  oneOf?: readonly string[];
  /** Its shop has not said that it is paid. */
  isUnsaid?: boolean;
  /** What came in, where it is another sum than the order's (`totalMinor`), in other money, or of several of which not all are paid. */
  came?: { minor: string; currency: string; totalMinor: string };
}

/** Ties what was reported of an order's payments to the order. Undefined if none of it is new of it, or there is nothing to say. */
export async function tieToPayment(tx: Tx, order: Order, connectionId: string): Promise<SaidBefore | undefined> {
  if (order.paidBy === null || order.test) return undefined;
  const { id, paidBy, currency, totalMinor } = order;
  const reports = await reportsOfPayment(tx, { id, connectionId, paidBy, currency, totalMinor });
  const [first] = reports;
  if (!first) return undefined;
  const several = await ordersPaidBy(tx, first.connectionId, [paidBy, ...paymentsIn(reports)]);
  if (several.length > 1) return countForNone(tx, several, reports);
  const ids = reports.map(({ id }) => id);
  const isNews = reports.some(({ orderId }) => orderId !== order.id);
  await tx`update order_reports set order_id = ${order.id} where id = any(${ids}::bigint[]) and order_id is distinct from ${order.id}`;
  const { counted } = await noteReported(tx, order, reports);
  const disputed = await countDisputes(tx, order, counted);
  const [back] = await tx<{ minor: string; provider: string }>`
    select coalesce((
      select sum(minor) from order_refunds where order_id = ${order.id} and by_payment
    ), 0)::text as minor, (select provider from connections where id = ${first.connectionId}) as provider`;
  const { minor: backMinor, provider } = back!;
  // that is said with the order; what its shop tells besides is news
  await tx`
    update orders set heard_back_minor = greatest(heard_back_minor, (
      select sum(minor + coalesce(failed_minor, 0)) from order_refunds where order_id = ${order.id} and by_payment
    )) where id = ${order.id}`;
  return !isNews || (backMinor === '0' && !disputed) ? undefined : { provider, backMinor, disputed };
}

/** What went back of one payment of several orders: which of them it is of only their shop can say. */
async function countForNone(
  tx: Tx,
  orders: readonly Order[],
  reports: readonly PaymentReport[],
): Promise<SaidBefore | undefined> {
  const ids = orders.map(({ id }) => id);
  const disputes = disputesIn(reports).map(({ externalId }) => takenName(externalId));
  await tx`
    delete from order_refunds
    where order_id = any(${ids}::bigint[]) and (by_payment or taken and external_id = any(${disputes}::text[]))`;
  await tx`update order_reports set order_id = null where id = any(${reports.map(({ id }) => id)}::bigint[])`;
  await withdrawCame(tx, ids);
  await sumRefunds(tx, ids);
  const { sum } = goneBack(reports);
  const disputed = disputesIn(reports).some(isLost) ? 'lost' : undefined;
  const [by] = await tx<{ provider: string }>`select provider from connections where id = ${reports[0]!.connectionId}`;
  const oneOf = orders.map(({ number }) => number);
  const { totalMinor } = orders[0]!;
  const money = someUnpaid(await loadOrders(tx, ids)) ? cameIn(reports) : undefined;
  const came = money && { minor: money.minor, currency: money.currency, totalMinor };
  const isNews = sum > 0n || disputed || came;
  return isNews
    ? { provider: by!.provider, backMinor: String(sum), disputed, oneOf, ...(came && { came }) }
    : undefined;
}
