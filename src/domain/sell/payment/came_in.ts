import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Payment } from '../../shop_event.ts';
import type { Order } from '../order.ts';
import { orderOf } from '../order_report.ts';
import { type PaymentReport, tellersOf } from './paid_by.ts';

/** How a shop says that it has no money for an order. */
const WITHOUT: readonly Payment[] = ['pending', 'unpaid', 'failed', 'declined', 'expired', 'other'];
const RECEIVED: readonly Payment[] = ['paid', 'partially_refunded', 'refunded'];
const FAILED: readonly Payment[] = ['failed', 'declined', 'expired'];

const knowsOfNone = (sql: Sql, said: Fragment): Fragment =>
  sql`orders.came_minor > 0 and ${said} = any(${[...WITHOUT]}::text[])`;

/** How an order is paid: as its shop says, unless it knows of no money and whoever took it says that it came. */
export const paidAsTold = (sql: Sql, said: Fragment): Fragment =>
  sql`case when ${knowsOfNone(sql, said)} then 'paid' else ${said} end`;

/** What its shop says itself, where it is paid by the word of whoever took the money; else null. */
export const saidByShop = (sql: Sql, said: Fragment): Fragment =>
  sql`case when ${knowsOfNone(sql, said)} then ${said} end`;

/**
 * Notes what whoever took the money of an order says came in; it counts from then on (`payments_known`), until they say that it did not
 * come after all. Returns whether the order is paid by that alone, which it was not before.
 */
export async function noteCame(tx: Tx, { id }: Pick<Order, 'id'>, reports: readonly PaymentReport[]): Promise<boolean> {
  const came = cameIn(reports);
  if (!came) {
    await withdrawCame(tx, [id]);
    return false;
  }
  await tx`
    update orders set came_minor = ${came.minor}, came_currency = ${came.currency}, came_at = ${came.at} where id = ${id}`;
  const { count } = await tx`
    update orders set said_payment = payment, payment = 'paid' where id = ${id} and payment = any(${[...WITHOUT]}::text[])`;
  return count > 0;
}

/** Whether the shop of one of these orders knows of no money for it. */
export const someUnpaid = (orders: readonly Pick<Order, 'payment'>[]): boolean =>
  orders.some(({ payment }) => WITHOUT.includes(payment));

/** What was said to have come for these orders has not: they are paid as their shops say. */
export async function withdrawCame(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await tx`
    update orders set came_minor = null, came_currency = null, came_at = null,
      payment = coalesce(said_payment, payment), said_payment = null
    where id = any(${[...orderIds]}::bigint[]) and came_minor is not null`;
}

interface Came {
  minor: string;
  currency: string;
  at: Date;
}

/** An order as one of them tells it; of a dispute the bank speaks. */
const orderBy = (told: readonly PaymentReport[]) => orderOf(told.filter(({ says }) => !says.disputes))?.order;

/** By the word of whoever took it before that of a system that mirrors the shop. */
export function cameIn(reports: readonly PaymentReport[]): Came | undefined {
  for (const told of tellersOf(reports)) {
    const order = orderBy(told);
    const first = told.find(({ says }) => says.payment !== undefined && RECEIVED.includes(says.payment));
    if (order && first && RECEIVED.includes(order.payment))
      return { minor: order.totalMinor, currency: order.currency, at: first.at };
  }
  return undefined;
}

/** Whether what is reported is that the payment failed. */
export const saysFailed = ({ says }: Pick<PaymentReport, 'says'>): boolean =>
  says.payment !== undefined && FAILED.includes(says.payment);
