import type { Sql, Tx } from '../../../db/sql.ts';
import { columns, findOrder, type Order } from '../order.ts';
import { joinPayment, type PaidOrder } from './one_payment.ts';
import { lockPayments, reportedPayments } from './paid_by.ts';
import { tieToPayment } from './payment_back.ts';

/** Ids of orders after `after`, up to and including `last`. */
export interface OrderRange {
  after: string;
  last: string;
}

/** Orders of which nothing is noted that came in, though something was reported of their payments; their ids. */
export async function ordersToSettle(sql: Sql, { after, last }: OrderRange): Promise<string[]> {
  const orders = await sql<{ id: string; paidBy: string }>`
    select id, paid_by as "paidBy" from orders
    where id > ${after} and id <= ${last} and ${isToSettle(sql)} order by id`;
  const reported = await reportedPayments(
    sql,
    orders.map(({ paidBy }) => paidBy),
  );
  return orders.flatMap(({ id, paidBy }) => (reported.has(paidBy) ? id : []));
}

const isToSettle = (sql: Sql) => sql`paid_by is not null and came_at is null and not test and deleted_at is null`;

/** Ties such an order to what was reported of its payment; nothing if it is gone by now, as another has turned out to be the same. */
export async function settlePayment(tx: Tx, id: string): Promise<void> {
  const [named] = await tx<{
    paidBy: string;
  }>`select paid_by as "paidBy" from orders where id = ${id} and ${isToSettle(tx)}`;
  if (!named) return;
  await lockPayments(tx, [named.paidBy]);
  const [order] = await tx<Order & PaidOrder>`
    select ${columns(tx)}, connection_id as "connectionId", external_id as "externalId" from orders
    where id = ${id} and ${isToSettle(tx)} and paid_by = ${named.paidBy}`;
  if (!order) return;
  await joinPayment(tx, order);
  // it may go on in the row that reports had made
  const kept = await findOrder(tx, order.connectionId, order.externalId);
  if (kept) await tieToPayment(tx, kept, order.connectionId);
}
