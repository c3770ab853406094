import type { Sql, Tx } from '../../../db/sql.ts';
import { OWN } from '../connection.ts';
import { loadOrders, type Order, orderKeys } from '../order.ts';
import type { Report } from '../order_report.ts';
import { dueOf, type OwnOrder, payOwn } from '../own_order.ts';
import { quoteCalled, shownNumber } from '../quote/number.ts';
import { loadQuote } from '../quote/quote.ts';
import { dropInto } from './one_order.ts';
import { lockPayments, notePaidBefore, paymentsIn } from './paid_by.ts';
import { tieToPayment } from './payment_back.ts';

/** What of ours a payment says that it is for. */
export type Meant = { orderId: string } | { quote: string };

const REFERENCE = /^[\w-]{1,200}$/;

/** The last reference that was said of it. */
export const referenceIn = (reports: readonly Pick<Report, 'says'>[]): string | undefined =>
  reports.findLast(({ says }) => says.reference)?.says.reference;

/** The own order of an invoice, an order or a quote that is numbered so; a quote without one. Undefined: nothing of ours is, or several are. */
export async function meantBy(sql: Sql, reference: string): Promise<Meant | undefined> {
  if (!REFERENCE.test(reference)) return undefined;
  const found = await sql<{ orderId: string }>`
    select order_id as "orderId" from invoices
    where upper(regexp_replace(number, '[^A-Za-z0-9_-]', '-', 'g')) = upper(${reference})
    union
    select id from orders
    where connection_id = any((select array(select id from connections where provider = ${OWN}))::bigint[]) and external_id = upper(${reference})
    limit 2`;
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const id = await quoteCalled(sql, reference);
  const quote = id && (await loadQuote(sql, id));
  if (!quote) return undefined;
  return quote.orderId === null ? { quote: shownNumber(quote) } : { orderId: quote.orderId };
}

/** How what came stands to what is due; only `exact` leaves nothing to ask. */
export type Fit = 'exact' | 'part' | 'more' | 'currency' | 'paid' | 'cancelled';

export function fitOf(own: OwnOrder, came: Pick<Order, 'totalMinor' | 'currency'>): Fit {
  if (own.cancelledAt !== null) return 'cancelled';
  const due = dueOf(own);
  if (due <= 0n) return 'paid';
  if (came.currency !== own.currency) return 'currency';
  const minor = BigInt(came.totalMinor);
  return minor === due ? 'exact' : minor < due ? 'part' : 'more';
}

/** So much of it counts for the order: nothing where it is the same money that was noted by hand. */
const counts = (own: OwnOrder, came: Pick<Order, 'totalMinor' | 'currency'>): bigint => {
  const fit = fitOf(own, came);
  if (fit === 'paid') return 0n;
  return fit === 'currency' ? dueOf(own) : BigInt(came.totalMinor);
};

/**
 * What whoever took the money has made an order of (`taken`) is the payment of an own order from now on, in one pot: its refunds and disputes are
 * that order's too. Gives what came by it, in minor units of the own order.
 */
export async function countFor(tx: Tx, own: OwnOrder & { id: string }, taken: Order, now: Date): Promise<bigint> {
  const reports = await tx<Pick<Report, 'says' | 'names'>>`
    select says, names from order_reports where order_id = ${taken.id} order by at, rank, body`;
  const [payment] = paymentsIn(reports);
  const paidBy = payment ?? reports[0]?.names[0] ?? taken.number;
  await lockPayments(tx, [paidBy]);
  const came = counts(own, taken);
  if (came > 0n) await payOwn(tx, own, { came, at: undefined }, now);
  const [before] = await loadOrders(tx, [own.id]);
  await dropInto(tx, own.id, [taken.id]);
  await tx`update orders set paid_by = ${paidBy} where id = ${own.id}`;
  await notePaidBefore(
    tx,
    own.id,
    [before?.paidBy ?? null].filter((name) => name !== paidBy),
  );
  const [order] = await loadOrders(tx, [own.id]);
  const { connectionId } = (await orderKeys(tx, [own.id])).get(own.id)!;
  await tieToPayment(tx, order!, connectionId);
  return came;
}

/** Whether it is what whoever took money has told of, and of no shop that sells. */
export async function isTaken(sql: Sql, orderId: string): Promise<boolean> {
  const rows = await sql`select from order_reports where order_id = ${orderId} and says ? 'payments' limit 1`;
  return rows.length > 0;
}
