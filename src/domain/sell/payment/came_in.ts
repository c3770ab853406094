import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Payment } from '../../shop_event.ts';
import type { Order } from '../order.ts';
import { orderOf } from '../order_report.ts';
import type { PaymentReport } from './paid_by.ts';

/** How a shop says that it has no money for an order. */
const WITHOUT: readonly Payment[] = ['pending', 'unpaid', 'failed', 'declined', 'expired', 'other'];
const RECEIVED: readonly Payment[] = ['paid', 'partially_refunded', 'refunded'];

/** How an order is paid: as its shop says, unless it knows of no money and whoever took it says that it came. */
export const paidAsTold = (sql: Sql, said: Fragment): Fragment =>
  sql`case when orders.came_minor > 0 and ${said} = any(${[...WITHOUT]}::text[]) then 'paid' else ${said} end`;

/**
 * Notes what whoever took the money of an order says came in; it counts from then on (`liftPayments`). Returns whether the order is
 * paid by that, of which its shop has said nothing.
 */
export async function noteCame(
  tx: Tx,
  { id, currency }: Pick<Order, 'id' | 'currency'>,
  reports: readonly PaymentReport[],
): Promise<boolean> {
  const came = cameIn(reports, currency);
  if (!came) return false;
  await tx`update orders set came_minor = ${came.minor}, came_at = ${came.at} where id = ${id}`;
  const { count } = await tx`
    update orders set payment = 'paid' where id = ${id} and payment = any(${[...WITHOUT]}::text[])`;
  await liftPayments(tx, [id]);
  return count > 0;
}

function cameIn(reports: readonly PaymentReport[], currency: string): { minor: string; at: Date } | undefined {
  const told = orderOf(reports.filter(({ says }) => !says.disputes).map((one) => ({ ...one, isNew: false })));
  if (!told || told.order.currency !== currency || !RECEIVED.includes(told.order.payment)) return undefined;
  const first = reports.find(({ says }) => says.payment !== undefined && RECEIVED.includes(says.payment));
  return first && { minor: told.order.totalMinor, at: first.at };
}

/** A version of its shop that knows of no money, or of less, says nothing against what has come by then. */
export async function liftPayments(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await tx`
    update order_payments p set received_minor = o.came_minor from orders o
    where o.id = any(${[...orderIds]}::bigint[]) and p.order_id = o.id and p.at >= o.came_at and p.received_minor < o.came_minor`;
  await tx`
    insert into order_payments (order_id, at, received_minor)
    select id, came_at, came_minor from orders o where id = any(${[...orderIds]}::bigint[]) and came_at is not null
      and not exists (select from order_payments p where p.order_id = o.id and p.at <= o.came_at and p.received_minor >= o.came_minor)
    on conflict do nothing`;
}
