import type { Sql, Tx } from '../../../db/sql.ts';
import type { DisputeState, PaymentDispute } from '../../shop_ask_event.ts';
import type { Refund } from '../../shop_event.ts';
import type { Order } from '../order.ts';
import { noteTakenBack, sumRefunds } from '../order_refund.ts';
import { goneBack } from '../order_report.ts';
import { type PaymentReport, reportsOfPayment } from './paid_by.ts';

/** What is new of the money of a payment that went back, beside what the order's own shop has said. Minor units. */
export interface BackNews {
  /** Refunds of which neither has said anything before. */
  fresh: Pick<Refund, 'externalId' | 'minor'>[];
  failed: Refund[];
  /** By how much less has gone back than was said before, though nothing has failed. */
  less: bigint;
}

interface Row {
  externalId: string;
  minor: string;
  failedMinor: string | null;
  at: Date;
}

/** What went back of one payment beyond the refunds that are listed. */
const REST = 'payment';

/**
 * Notes what whoever took an order's money has reported of what went back: it counts until the order's own shop lists it too
 * (`sumRefunds`). Written anew from all reports each time, so it does not matter in which order they and the order come.
 */
export async function noteByPayment(
  tx: Tx,
  { id, currency }: Pick<Order, 'id' | 'currency'>,
  reports: readonly PaymentReport[],
): Promise<BackNews> {
  const before = await backRows(tx, id);
  const inMoney = reports.filter(({ says }) => says.currency === undefined || says.currency === currency);
  const now = rowsOf(inMoney);
  await tx`
    delete from order_refunds where order_id = ${id} and by_payment and external_id <> all(${now.map((row) => row.externalId)}::text[])`;
  for (const { externalId, minor, failedMinor, at } of now)
    await tx`
      insert into order_refunds (order_id, external_id, minor, at, failed_minor, stage, by_payment)
      values (${id}, ${externalId}, ${minor}, ${at}, ${failedMinor}, ${failedMinor === null ? 0 : 1}, true)
      on conflict (order_id, external_id) do update
      set minor = excluded.minor, at = excluded.at, failed_minor = excluded.failed_minor, stage = excluded.stage`;
  await sumRefunds(tx, [id]);
  return newsIn(before, now);
}

interface Known {
  byPayment: Row[];
  byShop: string[];
}

async function backRows(sql: Sql, orderId: string): Promise<Known> {
  const rows = await sql<Row & { byPayment: boolean }>`
    select external_id as "externalId", minor, failed_minor as "failedMinor", at, by_payment as "byPayment" from order_refunds
    where order_id = ${orderId} and (by_payment or not withdrawn and minor > 0 and not taken)`;
  return {
    byPayment: rows.filter(({ byPayment }) => byPayment),
    byShop: rows.filter(({ byPayment }) => !byPayment).map(({ minor }) => minor),
  };
}

/** Its refunds, and what a sum of all that went back says beyond them. */
function rowsOf(reports: readonly PaymentReport[]): Row[] {
  const { sum, listed } = goneBack(reports);
  const rows = listed.map(({ externalId, minor, failedMinor = null, refundedAt: at }) => ({
    ...{ externalId: `${REST}:${externalId}`, minor, failedMinor, at },
  }));
  const rest = sum - rows.reduce((all, { minor }) => all + BigInt(minor), 0n);
  const summed = reports.filter(({ says }) => says.returnedMinor !== undefined);
  const last = summed.at(-1)?.says.returnedMinor;
  const at = summed.find(({ says }) => says.returnedMinor === last)?.at;
  return rest > 0n && at ? [...rows, { externalId: REST, minor: String(rest), failedMinor: null, at }] : rows;
}

/** One that failed was heard of: its second try is another. */
const amountOf = ({ minor, failedMinor }: Row): string => (minor === '0' ? (failedMinor ?? '0') : minor);

const sumOf = (amounts: readonly string[]): bigint => amounts.reduce((all, minor) => all + BigInt(minor), 0n);

const howMany = (amounts: readonly string[], minor: string): number => amounts.filter((one) => one === minor).length;

/** Of two refunds of one sum that the two have told, each is the other's. */
function newsIn({ byPayment, byShop }: Known, now: readonly Row[]): BackNews {
  const [was, is] = [byPayment.map(amountOf), now.map(amountOf)];
  const failed = now.flatMap(({ externalId, failedMinor, at }) => {
    const isKnown = byPayment.some((one) => one.externalId === externalId && one.failedMinor !== null);
    return failedMinor === null || isKnown ? [] : { externalId, minor: '0', failedMinor, refundedAt: at };
  });
  const more = sumOf(is) - sumOf(was);
  const less = more < 0n && failed.length === 0 ? -more : 0n;
  if (more <= 0n) return { fresh: [], failed, less };
  const left = new Map<string, number>();
  const fresh = now.filter((row) => {
    const minor = amountOf(row);
    const known = byPayment.some((one) => one.externalId === row.externalId && amountOf(one) === minor);
    if (minor === '0' || row.failedMinor !== null || known) return false;
    const heard = howMany(byShop, minor);
    const unsaid = left.get(minor) ?? Math.max(howMany(is, minor), heard) - Math.max(howMany(was, minor), heard);
    left.set(minor, unsaid - 1);
    return unsaid > 0;
  });
  const isSplit = sumOf(fresh.map(({ minor }) => minor)) > more;
  return { fresh: isSplit ? [{ externalId: `to ${sumOf(is)}`, minor: String(more) }] : fresh, failed, less };
}

/** What whoever took the money had said of an order's payment before the order came. */
export interface SaidBefore {
  /** Who says so, as connections call it. */
  provider: string;
  /** What has gone back; minor units. */
  backMinor: string;
  /** Whether it is disputed, or the bank has taken it. */
  disputed: 'open' | 'lost' | undefined;
}

/** Ties what was reported of an order's payment to the order, of which it was not known before. Undefined if there is nothing to say. */
export async function tieToPayment(tx: Tx, order: Order, connectionId: string): Promise<SaidBefore | undefined> {
  if (order.paidBy === null || order.test) return undefined;
  const reports = await reportsOfPayment(tx, { connectionId, paidBy: order.paidBy });
  const [first] = reports;
  if (!first) return undefined;
  const ids = reports.map(({ id }) => id);
  await tx`update order_reports set order_id = ${order.id} where id = any(${ids}::bigint[]) and order_id is distinct from ${order.id}`;
  await noteByPayment(tx, order, reports);
  const disputed = await countDisputes(tx, order, reports);
  const [back] = await tx<{ minor: string; provider: string }>`
    select coalesce((
      select sum(minor) from order_refunds where order_id = ${order.id} and by_payment
    ), 0)::text as minor, (select provider from connections where id = ${first.connectionId}) as provider`;
  const { minor: backMinor, provider } = back!;
  return backMinor === '0' && !disputed ? undefined : { provider, backMinor, disputed };
}

/** Counts what disputes have taken that were reported before their order came; says how they stand. */
export async function countDisputes(
  tx: Tx,
  order: Pick<Order, 'id' | 'currency'>,
  reports: readonly Pick<PaymentReport, 'says'>[],
): Promise<SaidBefore['disputed']> {
  const disputes = disputesIn(reports);
  for (const one of disputes) await countDispute(tx, order, one);
  return disputes.some(isLost) ? 'lost' : disputes.some(isOpen) ? 'open' : undefined;
}

/** How far each of the disputes has got by now. */
const disputesIn = (reports: readonly Pick<PaymentReport, 'says'>[]): PaymentDispute[] => [
  ...new Map(reports.flatMap(({ says }) => says.disputes ?? []).map((one) => [one.externalId, one])).values(),
];

const LOST: readonly DisputeState[] = ['lost', 'accepted'];

const isLost = ({ state, inquiry }: PaymentDispute): boolean => !inquiry && LOST.includes(state);

/** Whether nothing more is to come of a dispute that stands so. */
export const isOver = (state: DisputeState): boolean => [...LOST, 'won', 'charge_refunded'].includes(state);

const isOpen = ({ state }: PaymentDispute): boolean => !isOver(state);

/**
 * The money that a lost dispute takes is not spent any more; one that is won after all gives it back. Undefined if nothing
 * is to be counted: what a shop has given back comes as a refund, and a question of the bank's takes nothing.
 */
export async function countDispute(
  tx: Tx,
  order: Pick<Order, 'id' | 'currency'>,
  dispute: PaymentDispute,
): Promise<'taken' | 'unclear' | undefined> {
  const { externalId, state, inquiry, sum, saidAt: at } = dispute;
  const isBack = state === 'won';
  if (inquiry || !(isBack || LOST.includes(state))) return undefined;
  if (sum?.currency !== order.currency) return isBack ? undefined : 'unclear';
  await noteTakenBack(tx, order.id, { externalId, minor: sum.minor, at, isBack });
  return isBack ? undefined : 'taken';
}
