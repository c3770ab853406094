import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { contentsOf, withWords } from '../../desk/order_card.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { type Order, orderKeys, worthOf } from '../../sell/order.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import type { OrderedArticle } from '../../sell/order_lines.ts';
import type { BackDiffers } from '../../sell/payment/back_differs.ts';
import { cameOver } from '../../sell/payment/came_in.ts';
import { cancelledBy, otherOfPayment, reportsOfPayment } from '../../sell/payment/mirror.ts';
import type { SaidBefore } from '../../sell/payment/payment_back.ts';
import { type MoneyText, type OrderCard, tell } from './tell_order.ts';

function onePaymentHint(t: Texts, order: Order, money: MoneyText): string {
  const came = otherCame(order);
  return [...(hasMore(order) ? [] : [t.payment.onePaymentCounts]), ...(came ? [otherSum(t, came, money)] : [])].join(
    ' ',
  );
}

/** What came in for an order, where that is in other money; of more and of less there is a card of its own. */
export function otherCame(order: Order): SaidBefore['came'] {
  const { cameMinor: minor, cameCurrency, totalMinor, currency } = order;
  if (minor === null || cameCurrency === null || cameCurrency === currency) return undefined;
  return { minor, currency: cameCurrency, totalMinor };
}

/** Whether more came in for it than it comes to: what went back since is not looked at. */
const hasMore = ({ cameMinor, cameCurrency, totalMinor, currency }: Order): boolean =>
  cameMinor !== null && cameCurrency === currency && BigInt(cameMinor) > BigInt(totalMinor);

/** More is here for an order than it comes to: its buyer has paid twice, or another sum. It is given back where it came in. */
export async function tellTooMuch(ctx: Context, order: Order): Promise<void> {
  if (!hasMore(order)) return;
  const { connectionId } = (await orderKeys(ctx.tx, [order.id])).get(order.id)!;
  const over = cameOver(order, await reportsOfPayment(ctx.tx, { ...order, connectionId, paidBy: order.paidBy ?? '' }));
  if (!over) return;
  const { payments, minor, lastMinor, provider } = over;
  const card: OrderCard = (named, t, money) => {
    const by = t.channel(provider);
    const total = money(worthOf(order));
    return payments > 1
      ? orderNewsCard(
          t,
          named,
          t.payment.paidTwice(named.number, money(lastMinor)),
          t.payment.paidTwiceNext(money(minor), total, by),
        )
      : orderNewsCard(t, named, t.payment.cameMore(named.number, money(minor), total), t.payment.cameMoreNext(by));
  };
  await tell(ctx, `came too much:${order.id}:${minor}:${order.totalMinor}`, order, card, { itself: true });
}

/**
 * Less came in for an order than it comes to, though its shop does not say that a part is still to come: whether the rest came in another
 * way is the owner's to know.
 */
export async function tellTooLittle(ctx: Context, order: Order): Promise<void> {
  const { id, cameMinor, cameCurrency, currency, totalMinor, payment, cancelledAt, deletedAt } = order;
  if (cameMinor === null || cameCurrency !== currency || payment === 'partially_paid' || cancelledAt || deletedAt)
    return;
  const total = [totalMinor, worthOf(order)].toSorted((a, b) => Number(BigInt(a) - BigInt(b)))[0]!;
  if (BigInt(cameMinor) >= BigInt(total)) return;
  const card: OrderCard = (named, t, money) => {
    const title = t.payment.cameMore(named.number, money(cameMinor), money(total));
    return orderNewsCard(t, named, title, t.payment.cameLessNext);
  };
  await tell(ctx, `came too little:${id}:${cameMinor}:${total}`, order, card, { itself: true });
}

/** Two tell of one pot of money and do not come to the same: the owner hears it once, with both sums. */
export async function tellBackDiffers(ctx: Context, order: Order, differs: BackDiffers): Promise<void> {
  const { shopMinor, takerMinor, provider } = differs;
  const card: OrderCard = (named, t, money) => {
    const title = t.payment.backDiffers(named.number, money(takerMinor), t.channel(provider), money(shopMinor));
    return orderNewsCard(t, named, title, t.payment.backDiffersNext);
  };
  await tell(ctx, `went back otherwise:${order.id}:${shopMinor}:${takerMinor}`, order, card, { itself: true });
}

const otherSum = (t: Texts, { minor, currency, totalMinor }: SaidBefore['came'] & object, money: MoneyText): string =>
  t.payment.otherSum(money(minor, currency), money(totalMinor));

/** Two cards told of one payment: which of the numbers it goes by from now on, and that it counts once. */
export async function tellOnePayment(
  ctx: Context,
  order: Order,
  former: string,
  articles: readonly OrderedArticle[] = [],
): Promise<void> {
  const card: OrderCard = (named, t, money, locale) => {
    const news = orderNewsCard(t, named, t.payment.onePayment(named.number, former), onePaymentHint(t, order, money));
    return articles.length > 0 ? withWords(t, { ...news, ...contentsOf(t, locale, order, articles) }, order) : news;
  };
  await tell(ctx, `one payment:${order.id}:${former}`, order, card, { itself: true });
}

/** A system that mirrors the shop has given an order up which the shop has not: whether it is sent is the owner's to say. */
export async function tellCancelledElsewhere(ctx: Context, order: Order): Promise<void> {
  if (order.cancelledAt || order.deletedAt) return;
  const by = await cancelledBy(ctx.tx, order.id);
  if (!by) return;
  const card: OrderCard = (named, t) => {
    const { cancelledElsewhere, cancelledElsewhereNext } = t.payment;
    return orderNewsCard(t, named, cancelledElsewhere(named.number, t.channel(by)), cancelledElsewhereNext);
  };
  await tell(ctx, `cancelled elsewhere:${order.id}`, order, card, {
    itself: true,
    lead: await shakenBy(ctx.tx, order),
  });
}

/** Two systems have an order each of one payment, and name other buyers: it may be one sale that counts as two. */
export async function tellTwins(ctx: Context, order: Order): Promise<void> {
  const other = await otherOfPayment(ctx.tx, order);
  if (!other) return;
  const card: OrderCard = (named, t, money) => {
    const { ofOnePayment, ofOnePaymentNext } = t.payment;
    const title = ofOnePayment(t.inARow([other.number, named.number]), money(order.totalMinor));
    const news = orderNewsCard(t, named, title, ofOnePaymentNext);
    const theirs = { label: other.number, command: `/order o${other.id}` };
    return { ...news, buttons: [[...(news.buttons?.[0] ?? []), theirs], ...(news.buttons?.slice(1) ?? [])] };
  };
  const [first, second] = [order.id, other.id].toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  await tell(ctx, `of one payment:${first}:${second}`, order, card, { itself: true });
}

/** What was said of an order's payment before the order came, in words. */
export function saidBeforeHint(
  t: Texts,
  { provider, backMinor, disputed, oneOf, isUnsaid, came }: SaidBefore,
  money: MoneyText,
): string {
  const by = t.channel(provider);
  if (oneOf) {
    const back = backMinor === '0' ? '' : money(backMinor);
    const orders = t.inARow([...oneOf]);
    return [
      ...(came ? [t.payment.cameForSeveral(money(came.minor, came.currency), orders, by)] : []),
      ...(back || disputed ? [t.payment.ofWhichIsNotSaid(back, orders, by)] : []),
    ].join(' ');
  }
  return [
    ...(isUnsaid ? [t.payment.saysNotPaid(by)] : []),
    ...(came ? [otherSum(t, came, money)] : []),
    ...(disputed ? [t.payment.disputedBefore[disputed](by)] : []),
    ...(backMinor === '0' ? [] : [t.payment.refundedBefore(money(backMinor), by)]),
  ].join(' ');
}

/** One payment for several orders did not come after all, and was told as come. */
export async function tellNoneCame(
  ctx: Context,
  order: Order,
  { provider, oneOf = [], came }: SaidBefore,
  when: string,
): Promise<void> {
  const card: OrderCard = (named, t, money) => {
    const title = t.payment.noneCame(money(came!.minor, came!.currency), t.inARow([...oneOf]));
    return orderNewsCard(t, named, title, t.payment.noneCameNext(t.channel(provider)));
  };
  await tell(ctx, `payment failed:${order.id}:of several:${when}`, order, card, { itself: true });
}

/** What was said before where nothing else is told of the order that it could stand on. `when`: of money that may come more than once. */
export async function tellSaidBefore(ctx: Context, order: Order, said: SaidBefore, when = ''): Promise<void> {
  const card: OrderCard = (named, t, money) => {
    const { backMinor, disputed, came, oneOf = [] } = said;
    const isOfMoney = came !== undefined && backMinor === '0' && !disputed;
    const title =
      backMinor === '0' ? t.payment.paymentDisputed(named.number) : t.card.refunded(named.number, money(backMinor));
    const shown = isOfMoney ? t.payment.paidForSeveral(t.inARow([...oneOf])) : title;
    return orderNewsCard(t, named, shown, saidBeforeHint(t, said, money));
  };
  await tell(ctx, `said of its payment:${order.id}${said.came ? `:came${when}` : ''}`, order, card, {
    itself: true,
    lead: await shakenBy(ctx.tx, order),
  });
}
