import type { Tx } from '../../../db/sql.ts';
import { columns, type Order } from '../order.ts';
import { joinPayments, type PaidOrder } from './one_payment.ts';
import { reportedPayments } from './paid_by.ts';
import { tieToPayment } from './payment_back.ts';

/** Ids of orders after `after`, up to and including `last`. */
export interface OrderRange {
  after: string;
  last: string;
}

/** Ties orders of which nothing is noted that came in to what was reported of their payments. Returns how many there were. */
export async function settlePayments(tx: Tx, { after, last }: OrderRange): Promise<number> {
  const orders = await tx<Order & PaidOrder>`
    select ${columns(tx)}, connection_id as "connectionId", external_id as "externalId" from orders
    where id > ${after} and id <= ${last} and paid_by is not null and came_at is null and not test and deleted_at is null order by id`;
  const reported = await reportedPayments(
    tx,
    orders.map(({ paidBy }) => paidBy),
  );
  const those = orders.filter(({ paidBy }) => reported.has(paidBy));
  await joinPayments(tx, those);
  for (const order of those) await tieToPayment(tx, order, order.connectionId);
  return those.length;
}
