import type { Sql } from '../../db/sql.ts';
import { columns, type Order } from './order.ts';

/**
 * The order whose payment goes by one of these names at whoever took the money, of whichever shop: a WooCommerce order that was paid
 * through Stripe. Undefined if there is none, or more than one.
 */
export async function orderPaidBy(sql: Sql, names: readonly string[]): Promise<Order | undefined> {
  if (names.length === 0) return undefined;
  const found = await sql<Order>`
    select ${columns(sql)} from orders
    where paid_by = any(${[...names]}::text[]) and paid_by is not null and deleted_at is null and not test limit 2`;
  return found.length === 1 ? found[0] : undefined;
}
