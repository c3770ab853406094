import type { Sql } from '../../../db/sql.ts';
import { columns, type Order } from '../order.ts';
import { type GoneBack, goneBack, type Report } from '../order_report.ts';

/**
 * The order whose payment goes by one of these names at whoever took the money, of whichever other shop: a WooCommerce order that was
 * paid through Stripe, whose connection is `takenBy`. Undefined if there is none, or more than one.
 */
export async function orderPaidBy(sql: Sql, takenBy: string, names: readonly string[]): Promise<Order | undefined> {
  if (names.length === 0) return undefined;
  const found = await sql<Order>`
    select ${columns(sql)} from orders
    where paid_by = any(${[...names]}::text[]) and paid_by is not null and connection_id <> ${takenBy} and deleted_at is null and not test limit 2`;
  return found.length === 1 ? found[0] : undefined;
}

/** What has gone back of an order by what whoever took its money has reported; undefined: nothing was. */
export async function backByPayment(sql: Sql, orderId: string): Promise<GoneBack | undefined> {
  const reports = await sql<Pick<Report, 'says'>>`
    select r.says from orders o join order_reports r
      on r.names && array[o.paid_by] and r.says->'payments' ? o.paid_by and r.connection_id <> o.connection_id
    where o.id = ${orderId} and o.paid_by is not null order by r.at, r.rank, r.body`;
  return reports.length > 0 ? goneBack(reports) : undefined;
}
