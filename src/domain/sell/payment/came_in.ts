import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Payment } from '../../shop_event.ts';
import type { Order } from '../order.ts';
import { goneBack, orderOf } from '../order_report.ts';
import { lostIn } from './dispute.ts';
import { eachOf, isOfStripe, type PaymentReport, paidByIn, paymentsIn, tellersOf } from './paid_by.ts';

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

/** A payment, or a mirror's order, as reports tell it together; of a dispute the bank speaks. */
const orderBy = (told: readonly PaymentReport[]) => orderOf(told.filter(({ says }) => !says.disputes))?.order;

/** What came by one payment, or one order of a mirror, as its reports say it. */
function cameBy(told: readonly PaymentReport[]): Came | undefined {
  const order = orderBy(told);
  const first = told.find(({ says }) => says.payment !== undefined && RECEIVED.includes(says.payment));
  if (!order || !first || !RECEIVED.includes(order.payment)) return undefined;
  return { minor: order.totalMinor, currency: order.currency, at: first.at };
}

const isOfTaker = ({ says }: PaymentReport): boolean => says.payments !== undefined;

/** What whoever took money for an order reports, each payment by itself: the buyer may have paid twice. */
const paymentsTold = (reports: readonly PaymentReport[]): PaymentReport[][] =>
  tellersOf(reports.filter(isOfTaker)).flatMap(eachOf);

/**
 * What came by all payments for an order, in the money of the first. Whoever took it has the first word and the last: a system that
 * mirrors the shop is believed only where nobody has the money, and the payment that it names has not failed.
 */
export function cameIn(reports: readonly PaymentReport[]): Came | undefined {
  const payments = paymentsTold(reports);
  const came = payments.flatMap((told) => cameBy(told) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const [first] = came;
  if (first) return { ...first, minor: sumOf(came.filter(({ currency }) => currency === first.currency)) };
  const failed = paymentsIn(payments.filter((told) => FAILED.includes(orderBy(told)?.payment ?? 'other')).flat());
  const mirrors = tellersOf(reports.filter((one) => !isOfTaker(one)));
  const [mirrored] = mirrors.flatMap((told) => (failed.includes(paidByIn(told) ?? '') ? [] : (cameBy(told) ?? [])));
  return mirrored;
}

const sumOf = (sums: readonly { minor: string }[]): string =>
  String(sums.reduce((all, { minor }) => all + BigInt(minor), 0n));

/** What is here by the payments for an order in its money, in minor units: of how many, and how much the last of them brought. */
export interface CameOver {
  payments: number;
  minor: string;
  lastMinor: string;
  /** Who says so of the last, as connections call it. */
  provider: string;
}

/** More than an order comes to, of which nothing has gone back yet; undefined if it is not. */
export function cameOver(
  { currency, totalMinor, currentMinor }: Pick<Order, 'currency' | 'totalMinor' | 'currentMinor'>,
  reports: readonly PaymentReport[],
): CameOver | undefined {
  const here = paymentsTold(reports).flatMap((told) => {
    const came = cameBy(told);
    const left = came && BigInt(came.minor) - backBy(told);
    return came?.currency === currency && left! > 0n ? [{ ...came, left: left!, by: told[0]!.provider }] : [];
  });
  const all = here.reduce((sum, { left }) => sum + left, 0n);
  const most = [totalMinor, currentMinor ?? '0'].map(BigInt).reduce((a, b) => (a > b ? a : b));
  const last = here.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (!last || all <= most) return undefined;
  return { payments: here.length, minor: String(all), lastMinor: last.minor, provider: last.by };
}

/** What went back of one payment, to the buyer or to the bank. */
const backBy = (told: readonly PaymentReport[]): bigint =>
  lostIn(told).reduce((all, { sum }) => all + BigInt(sum?.minor ?? '0'), goneBack(told).sum);

/**
 * What is told of payments that went back whole, where the shop says that the order is paid in another way: they count for it no more,
 * and stay its own.
 */
export function leftBehind(
  { paidBy, totalMinor }: Pick<Order, 'paidBy' | 'totalMinor'>,
  reports: readonly PaymentReport[],
): PaymentReport[] {
  const payments = paymentsTold(reports);
  if (paidBy === null || isOfStripe(paidBy) || paymentsIn(reports).includes(paidBy)) return [];
  return payments.filter((told) => backBy(told) >= BigInt(orderBy(told)?.totalMinor ?? totalMinor)).flat();
}

/** Whether what is reported is that the payment failed. */
export const saysFailed = ({ says }: Pick<PaymentReport, 'says'>): boolean =>
  says.payment !== undefined && FAILED.includes(says.payment);
