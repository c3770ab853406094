import { formatMoney } from '../../../text/money/money.ts';
import type { Context } from '../../context.ts';
import { articleList, orderNewsCard } from '../../desk/order_news_card.ts';
import { tellOwner, wasTold } from '../../desk/tell.ts';
import { type Order, refundedOf } from '../../sell/order.ts';
import type { ArticleChange } from '../../sell/order_change.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import { type ChangedRefund, isCounted, type RefundsNoted } from '../../sell/order_refund.ts';
import type { Report } from '../../sell/order_report.ts';
import { type BackUnheard, hearBack } from '../../sell/payment/payment_back.ts';
import type { OrderRefunded, Refund } from '../../shop_event.ts';
import { isRecent, newsOf, type OrderCard, tell } from './tell_order.ts';

/** Tells what was recently refunded of an order that we had not heard of. */
export async function tellFirstRefunds(
  ctx: Context,
  order: Order,
  refunds: readonly Refund[],
  failed: readonly Refund[],
): Promise<void> {
  if (order.deletedAt || refunds.length + failed.length === 0) return;
  const recent = refunds.filter(({ minor, refundedAt }) => minor !== '0' && isRecent(ctx, refundedAt));
  const unheard = await hearBack(ctx.tx, order.id);
  if (unheard && recent.length > 0) await tellReached(ctx, order, unheard);
  if (!unheard) for (const { externalId, minor } of recent) await tellRefund(ctx, order, externalId, minor);
  await tellFailed(
    ctx,
    order,
    failed.filter(({ refundedAt }) => isRecent(ctx, refundedAt)),
  );
}

/**
 * A refund reported on its own that cannot be counted yet: its order is not known here, or the currency differs. The
 * order's next version counts it, and is then no news.
 */
export async function tellUncounted(ctx: Context, event: OrderRefunded, order: Order | undefined): Promise<void> {
  const { currency, orderExternalId } = event;
  const { externalId, minor, refundedAt } = event.refund;
  const isUnread = minor === '0' && (order !== undefined || !event.paid);
  if (isUnread || order?.deletedAt || !isRecent(ctx, refundedAt)) return;
  if (order) {
    if (await isCounted(ctx.tx, order.id, externalId)) return;
    const card: OrderCard = (named, t, _, locale) =>
      orderNewsCard(t, named, t.card.refunded(named.number, formatMoney(minor, currency, locale)));
    return tell(ctx, otherMoneyKey(order, externalId), order, card, { lead: await shakenBy(ctx.tx, order) });
  }
  const paid = event.paid ?? [{ minor, currency }];
  await tellOwner(
    ctx,
    strangeKey(event, orderExternalId, externalId),
    (t, locale) => ({
      title: t.card.refundedUnknown(paid.map((one) => formatMoney(one.minor, one.currency, locale)).join(' + ')),
      text: t.card.shopsNumber(orderExternalId),
      hint: t.card.countedLater,
    }),
    { notice: { kind: 'order' } },
  );
}

/** What a system wrote of it in other money than the order is in was not counted: only the system can say what it comes to. */
export async function tellOtherMoney(ctx: Context, order: Order, { id, at, says }: Report): Promise<void> {
  if (order.deletedAt || !says.currency || !isRecent(ctx, at)) return;
  const currency = says.currency;
  const refunds = (says.refunds ?? []).map(({ minor }) => minor);
  const sums = [...refunds, says.returnedMinor, says.discountMinor, says.outstandingMinor].filter((one) => one != null);
  const card: OrderCard = (named, t, _, locale) => {
    const said = sums.map((minor) => formatMoney(minor, currency, locale)).join(' + ') || currency;
    const isRefund = refunds.length > 0 || says.returnedMinor !== undefined;
    const title = t.card[isRefund ? 'refundedInOther' : 'inOtherMoney'](named.number, said);
    return orderNewsCard(t, named, title, t.card.otherMoneyNext(order.currency));
  };
  await tell(ctx, `in other money:${order.id}:${id}`, order, card, { itself: true });
}

const otherMoneyKey = (order: Order, refundId: string): string => `refunded in other money:${order.id}:${refundId}`;

const strangeKey = ({ connectionId }: { connectionId: string }, orderId: string, refundId: string): string =>
  `refunded unknown:${connectionId}:${orderId}:${refundId}`;

/** Those refunds that the owner had not heard of before their order was known. */
export async function untold(
  ctx: Context,
  event: { connectionId: string; refundsHeard?: string[] },
  orderId: string,
  refunds: readonly Refund[],
): Promise<Refund[]> {
  const left: Refund[] = [];
  for (const refund of refunds) {
    if (event.refundsHeard?.includes(refund.externalId)) continue;
    if (!(await wasTold(ctx, strangeKey(event, orderId, refund.externalId)))) left.push(refund);
  }
  return left;
}

interface GivenBack {
  /** Distinguishes versions whose refunds come to the same order. */
  version: string;
  underWay?: boolean | undefined;
  /** What no longer has to be sent because of it; empty if nothing is left to send. */
  articles?: readonly ArticleChange[];
}

/**
 * Tells what was refunded since: the listed refunds, else the difference in the order's sums. A refund whose money has
 * not left yet (`underWay`) is told when it has. Returns whether anything was told.
 */
export async function tellRefunds(
  ctx: Context,
  before: Order,
  order: Order,
  { fresh, failed, retracted, less, changed }: RefundsNoted,
  { version, underWay = false, articles = [] }: GivenBack,
): Promise<boolean> {
  if (order.deletedAt) return false;
  await tellFailed(ctx, order, failed);
  for (const one of retracted) await tellRetracted(ctx, order, one, version);
  for (const one of changed) await tellCorrected(ctx, order, one, version);
  const corrected = changed.reduce((all, { from, to }) => all + BigInt(to) - BigInt(from), 0n);
  const [was, is] = [refundedOf(before), refundedOf(order)];
  const more = BigInt(is) - BigInt(was) + less - corrected;
  const isAbout = fresh.length + failed.length > 0 || was !== '0' || is !== '0';
  const unheard = isAbout ? await hearBack(ctx.tx, order.id, more) : undefined;
  if (unheard) return tellReached(ctx, order, unheard, articles);
  const listed = fresh.filter(({ minor }) => minor !== '0');
  const sum = listed.reduce((all, { minor }) => all + BigInt(minor), 0n);
  const unsaid =
    !underWay && failed.length === 0 && listed.length === 0 && before.payment !== order.payment && isGivenBack(order);
  if (sum === more) {
    let told = false;
    for (const { externalId, minor, again } of listed) {
      const which = again ? `${externalId} again ${version}` : externalId;
      told = (await tellRefund(ctx, order, which, minor, told ? [] : articles)) || told;
    }
    if (!unsaid || was !== '0') return told;
    return tellRefund(ctx, order, order.payment, undefined, articles);
  }
  // it had said no more than that the money went back, and now that it is here
  if (more < 0n && isGivenBack(before)) await tellNotGone(ctx, order, `${was} to ${is}`, String(-more));
  return more > 0n && tellRefund(ctx, order, `to ${is}`, String(more), articles);
}

const isGivenBack = ({ payment }: Order): boolean => payment === 'refunded' || payment === 'partially_refunded';

/** Whoever waits for their money has to hear about it, and the owner has to pay it back in another way. */
async function tellFailed(ctx: Context, order: Order, failed: readonly Refund[]): Promise<void> {
  for (const { externalId, failedMinor = '0' } of failed) await tellNotGone(ctx, order, externalId, failedMinor);
}

/** It was counted, and now the shop does not list it any more. */
async function tellRetracted(
  ctx: Context,
  order: Order,
  { externalId, minor }: Pick<Refund, 'externalId' | 'minor'>,
  version: string,
): Promise<void> {
  const card: OrderCard = (named, t, money) =>
    orderNewsCard(t, named, t.card.refundRetracted(named.number, money(minor)), t.card.refundCountsNoMore);
  await tell(ctx, `refund retracted:${order.id}:${externalId}:${version}`, order, card, { itself: true });
}

/** The same refund with another sum: nothing more was given back, and nothing failed. */
async function tellCorrected(
  ctx: Context,
  order: Order,
  { externalId, from, to }: ChangedRefund,
  version: string,
): Promise<void> {
  const card: OrderCard = (named, t, money) =>
    orderNewsCard(t, named, t.card.refundCorrected(named.number, money(from), money(to)));
  await tell(ctx, `refund corrected:${order.id}:${externalId}:${version}`, order, card, { itself: true });
}

/** Money that did not go back after all: whoever waits for it has to get it in another way. */
export async function tellNotGone(ctx: Context, order: Order, which: string, minor: string): Promise<void> {
  await tell(
    ctx,
    `refund failed:${order.id}:${which}`,
    order,
    (named, t, money) => {
      const title = t.card.refundFailed(named.number, minor === '0' ? '' : money(minor));
      return orderNewsCard(t, named, title, t.card.refundStillOpen);
    },
    { itself: true, lead: await shakenBy(ctx.tx, order) },
  );
}

/** Where more than one tells of the money of an order. */
const tellReached = async (
  ctx: Context,
  order: Order,
  { minor, reached }: BackUnheard,
  articles: readonly ArticleChange[] = [],
): Promise<boolean> => minor !== '0' && tellRefund(ctx, order, `payment to ${reached}`, minor, articles);

/** False if the owner has heard of it before. */
async function tellRefund(
  ctx: Context,
  order: Order,
  which: string,
  minor: string | undefined,
  articles: readonly ArticleChange[] = [],
): Promise<boolean> {
  if (await wasTold(ctx, otherMoneyKey(order, which))) return false;
  await tell(
    ctx,
    `refunded:${order.id}:${which}`,
    order,
    (named, t, money) => ({
      ...orderNewsCard(t, named, t.card.refunded(named.number, minor === undefined ? '' : money(minor))),
      ...articleList(t, articles),
    }),
    // told together with others, nobody would read which articles are not to be sent
    {
      ...(articles.length > 0 ? { itself: true } : minor !== undefined && { news: newsOf('refunded', order, minor) }),
      lead: await shakenBy(ctx.tx, order),
    },
  );
  return true;
}
