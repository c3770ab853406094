import type { Sql, Tx } from '../../../db/sql.ts';
import type { DisputeState, PaymentDispute } from '../../shop_ask_event.ts';
import type { Order } from '../order.ts';
import { noteTakenBack, takenName } from '../order_refund.ts';
import type { PaymentReport } from './paid_by.ts';
import { beforeTaken, cameOf, sumRefunds } from './went_back.ts';

/** That a payment is disputed, or the bank has taken it. */
export type Disputed = 'open' | 'lost';

/** Counts what disputes have taken that were reported before their order came; says how they stand. */
export async function countDisputes(
  tx: Tx,
  order: Pick<Order, 'id' | 'currency'>,
  reports: readonly Pick<PaymentReport, 'says'>[],
): Promise<Disputed | undefined> {
  const disputes = disputesIn(reports);
  for (const one of disputes) await countDispute(tx, order, one);
  return disputes.some(isLost) ? 'lost' : disputes.some(isOpen) ? 'open' : undefined;
}

/** The same anew, for an order whose money may be another from now on. */
export async function recountDisputes(
  tx: Tx,
  order: Pick<Order, 'id' | 'currency'>,
  reports: readonly PaymentReport[],
): Promise<void> {
  if (disputesIn(reports).length === 0) return;
  await dropDisputes(tx, order.id, reports);
  await countDisputes(tx, order, reports);
}

/** What disputes of these payments took counts for the order no more. */
export async function dropDisputes(tx: Tx, orderId: string, reports: readonly PaymentReport[]): Promise<void> {
  const names = disputesIn(reports).map(({ externalId }) => takenName(externalId));
  if (names.length === 0) return;
  await tx`delete from order_refunds where order_id = ${orderId} and taken and external_id = any(${names}::text[])`;
  await sumRefunds(tx, [orderId]);
}

/** Disputes that took the money. */
export const lostIn = (reports: readonly Pick<PaymentReport, 'says'>[]): PaymentDispute[] =>
  disputesIn(reports).filter(isLost);

/** How far each of the disputes has got by now. */
export const disputesIn = (reports: readonly Pick<PaymentReport, 'says'>[]): PaymentDispute[] => [
  ...new Map(reports.flatMap(({ says }) => says.disputes ?? []).map((one) => [one.externalId, one])).values(),
];

const LOST: readonly DisputeState[] = ['lost', 'accepted'];

export const isLost = ({ state, inquiry }: PaymentDispute): boolean => !inquiry && LOST.includes(state);

/** Whether nothing more is to come of a dispute that stands so. */
export const isOver = (state: DisputeState): boolean => [...LOST, 'won', 'charge_refunded'].includes(state);

const isOpen = ({ state }: PaymentDispute): boolean => !isOver(state);

/** What had gone back of an order when the bank took so much of it that it may be the same money; minor units, '0' if it is not. */
export async function backBefore(sql: Sql, orderId: string): Promise<string> {
  const [row] = await sql<{ minor: string }>`
    select case when before + taken > ${cameOf(sql)} then before else 0 end::text as minor
    from orders cross join (select ${beforeTaken(sql, sql`${orderId}`)} as before) was cross join (
      select coalesce(sum(minor), 0) as taken from order_refunds where order_id = ${orderId} and taken
    ) bank where id = ${orderId}`;
  return row!.minor;
}

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
