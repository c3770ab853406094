import type { Context } from '../../context.ts';
import { forgetNoted } from '../../hooks/history.ts';
import { noteEvent } from '../../sell/connection.ts';
import { findOrder, isPaid, type Order, orderKeys } from '../../sell/order.ts';
import { moneyBy, type OrderMoney, rewritePayments } from '../../sell/order_money.ts';
import { dropRefunds } from '../../sell/order_refund.ts';
import {
  inOtherMoney,
  keepReport,
  noteOrder,
  orderOf,
  orderSinceEach,
  type Report,
  refundsInOtherMoney,
  settleName,
} from '../../sell/order_report.ts';
import { cameIn, someUnpaid } from '../../sell/payment/came_in.ts';
import { countDisputes } from '../../sell/payment/dispute.ts';
import { fitOf, type Meant, meantBy, referenceIn } from '../../sell/payment/meant.ts';
import { mirroredOrder, reportsOfPayment, tiedOrder } from '../../sell/payment/mirror.ts';
import { lockPayments, ordersPaidBy, paidByIn, paymentsIn } from '../../sell/payment/paid_by.ts';
import type { OrderReported, Payment } from '../../shop_event.ts';
import { onOrderUpdated } from '../shop.ts';
import { askMeant, askOfQuote, countMeant, ownMeant } from './payment_meant.ts';
import { tellNoneCame, tellSaidBefore } from './payment_news.ts';
import { onPaymentReported } from './payment_reported.ts';
import { tellOtherMoney } from './refund_news.ts';
import { tellUnknownBack } from './refund_unknown.ts';

/** One more report about an order: it is written down as all of its reports say together. */
export async function onOrderReported(ctx: Context, event: OrderReported): Promise<string | undefined> {
  const { provider, connectionId } = event;
  const kept = await keepReport(ctx.tx, event);
  if (!kept) return 'known already';
  const reports = kept.filter(({ says }) => !says.disputes);
  const payments = paymentsIn(reports);
  const told = orderOf(reports);
  const paidBy = payments.length === 0 ? paidByIn(reports) : undefined;
  await lockPayments(ctx.tx, [...payments, ...(paidBy ? [paidBy] : [])]);
  const [paid, ...others] = isTest(reports) ? [] : await ordersPaidBy(ctx.tx, connectionId, payments);
  if (paid?.paidBy && others.length === 0)
    return onPaymentReported(ctx, event, reports, { ...paid, paidBy: paid.paidBy });
  const called = paid || isTest(reports) ? undefined : await calledOtherwise(ctx, event, reports, payments);
  if (called) return onPaymentReported(ctx, event, reports, called);
  if (told && paidBy !== undefined && !isTest(reports)) {
    const mirrored = await mirroredOrder(ctx.tx, { connectionId, paidBy, reports });
    if (mirrored)
      return onPaymentReported(ctx, event, reports, { ...mirrored, paidBy: mirrored.paidBy ?? paidBy }, told.order);
  }
  if (paid) {
    await noteEvent(ctx, connectionId);
    await tellUnknownBack(ctx, event, reports, [paid, ...others]);
    await tellOfSeveral(ctx, event, reports, [paid, ...others]);
    return 'the payment of several orders of another shop';
  }
  if (!told) {
    await noteEvent(ctx, connectionId);
    await tellUnknownBack(ctx, event, reports);
    return 'kept until something says what the order comes to';
  }
  await settleName(ctx.tx, connectionId, told.order.externalId, reports);
  const before = await findOrder(ctx.tx, connectionId, told.order.externalId);
  const meant = before && isPaid(before) ? undefined : await meantNow(ctx, reports, told.order);
  const own = await ownMeant(ctx, meant);
  const isExact = own !== undefined && fitOf(own, told.order) === 'exact';
  if (before) await dropRefunds(ctx.tx, before.id, refundsInOtherMoney(reports, told.order));
  const isNewest = event.at.getTime() === told.updatedAt.getTime();
  const paidNow = event.says.paidNow === true && isNewest;
  const { retryAt } = reports.at(-1)!.says;
  if (isExact) await noteEvent(ctx, connectionId);
  const write = (into: Context) =>
    onOrderUpdated(into, {
      ...{ kind: 'order.updated', provider, connectionId, ...told, reports: reports.length },
      ...(paidNow && { paidNow }),
      ...(retryAt !== undefined && isNewest && { retryAt }),
      ...(before ? {} : { refundsHeard: refundsHeard(reports) }),
      ...(before && !isCalledOtherwise(before, reports) && { sameNumber: true }),
    });
  // the order that it becomes one with is told of instead
  const outcome = isExact ? await write({ ...ctx, pulled: 'history' }) : await write(ctx);
  const order = await findOrder(ctx.tx, connectionId, told.order.externalId);
  await noteOrder(ctx.tx, order!.id, reports);
  await rewritePayments(ctx.tx, order!.id, paymentsSince(reports));
  if (!before) await tellDisputes(ctx, event, order!, kept);
  if (isExact) {
    await countMeant(ctx, own, order!, provider);
    if (!before) await forgetNoted(ctx.tx, 'order', order!.id);
    return `the payment of ${own.number}`;
  }
  if (own) await askMeant(ctx, own, order!, provider);
  else if (meant && 'quote' in meant) await askOfQuote(ctx, meant.quote, order!, provider);
  for (const report of inOtherMoney(reports, told.order.currency)) await tellOtherMoney(ctx, order!, report);
  return outcome;
}

/** What of ours it is for, by the number that its link has brought back; undefined: nothing, or it is not paid, or its history. */
async function meantNow(
  { tx, pulled }: Context,
  reports: readonly Report[],
  { payment, test }: { payment: Payment; test: boolean },
): Promise<Meant | undefined> {
  const isNews = payment === 'paid' && !test && pulled !== 'history' && paymentsIn(reports).length > 0;
  const reference = isNews ? referenceIn(reports) : undefined;
  return reference === undefined ? undefined : meantBy(tx, reference);
}

/** That money came for several orders, of which a shop knows of none for one, or did not come after all. */
async function tellOfSeveral(
  ctx: Context,
  { provider, at }: OrderReported,
  reports: readonly Report[],
  orders: readonly Order[],
): Promise<void> {
  const told = reports.map((one) => ({ ...one, connectionId: '', provider }));
  const came = cameIn(told);
  const before = cameIn(told.filter((_, nth) => !reports[nth]!.isNew));
  const [order] = orders;
  const money = came ?? before;
  if (!order || !money || (came && (before || !someUnpaid(orders))) || (!came && !before)) return;
  const sum = { minor: money.minor, currency: money.currency, totalMinor: order.totalMinor };
  const oneOf = orders.map(({ number }) => number);
  const said = { provider, backMinor: '0', disputed: undefined, oneOf, came: sum };
  if (came) await tellSaidBefore(ctx, order, said, String(at.getTime()));
  else await tellNoneCame(ctx, order, said, String(at.getTime()));
}

/** The order that a payment is tied to, where its shop calls the payment by a name now of which nobody else tells. */
async function calledOtherwise(
  { tx }: Context,
  { connectionId }: OrderReported,
  reports: readonly Report[],
  [payment]: readonly string[],
): Promise<(Order & { paidBy: string }) | undefined> {
  const tied = payment === undefined ? undefined : await tiedOrder(tx, connectionId, reports);
  if (!tied || payment === undefined) return undefined;
  const order = { ...tied, paidBy: tied.paidBy ?? payment };
  const key = (await orderKeys(tx, [tied.id])).get(tied.id)!;
  const known = await reportsOfPayment(tx, { ...order, connectionId: key.connectionId });
  return known.some(({ id }) => reports.some((one) => one.id === id)) ? order : undefined;
}

/** What the bank had said of its payment before the order came. */
async function tellDisputes(
  ctx: Context,
  { provider }: OrderReported,
  order: Order,
  reports: readonly Report[],
): Promise<void> {
  const disputed = await countDisputes(ctx.tx, order, reports);
  if (disputed) await tellSaidBefore(ctx, order, { provider, backMinor: '0', disputed });
}

const isTest = (reports: readonly Report[]): boolean => reports.some(({ says }) => says.test);

/** What had gone back by earlier reports was told when they came. */
const refundsHeard = (reports: readonly Report[]): string[] =>
  reports.filter(({ isNew }) => !isNew).flatMap(({ says }) => (says.refunds ?? []).map(({ externalId }) => externalId));

/** Whether its system gives it another number than the owner knows: what we call it where there is none may change unsaid. */
const isCalledOtherwise = ({ number: was }: Order, reports: readonly Report[]): boolean =>
  reports.some(({ says }) => says.number !== undefined) && !reports.some(({ names }) => names.includes(was));

/** A report that came late says what had been received before others were made; one that money has just come says that none had. */
function paymentsSince(reports: readonly Report[]): ({ at: Date } & OrderMoney)[] {
  const since = orderSinceEach(reports);
  const paidNow = reports.some(({ says }) => says.paidNow);
  return [
    ...(paidNow ? [{ at: since.at(-1)!.order.placedAt, received: 0n, returned: 0n }] : []),
    ...since.map(({ order, updatedAt: at }) => ({ at, ...moneyBy(order) })),
  ];
}
