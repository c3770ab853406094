import type { Context } from '../../context.ts';
import { contentsOf, withWords } from '../../desk/order_card.ts';
import {
  type AnswersTo,
  changeCard,
  moneyHint,
  orderNewsCard,
  sentHint,
  withTell,
} from '../../desk/order_news_card.ts';
import { loadContact } from '../../people/contact.ts';
import { EMAIL } from '../../people/sign.ts';
import {
  isPaid,
  isPaymentFailed,
  isReserved,
  isUnpaid,
  type Order,
  type OrderState,
  strangeWords,
  worthOf,
} from '../../sell/order.ts';
import { isUnchanged, type OrderChange, UNCHANGED } from '../../sell/order_change.ts';
import { shakenBy, winByOrder, winByRest } from '../../sell/order_lead.ts';
import type { OrderedArticle } from '../../sell/order_lines.ts';
import { firstPaidAt } from '../../sell/order_money.ts';
import type { SaidBefore } from '../../sell/payment/payment_back.ts';
import { shipmentsOf } from '../../sell/shipment.ts';
import type { PaidLater } from '../../shop_event.ts';
import { answerWay } from '../../talk/answer_way.ts';
import { placeFor } from '../../talk/mail/first_mail.ts';
import { listStillToCome } from '../../talk/scheduled.ts';
import { cameThoughCancelledKey, PART, tellPaid, tellPlaced, tellReserved, wasPlacedTold } from './money_told.ts';
import { onPaymentFailed } from './payment_failed.ts';
import { tellSaidBefore } from './payment_news.ts';
import { isRecent, newsOf, type OrderCard, tell } from './tell_order.ts';

/** What a version says about itself: whether the money came just then, and whether something changed just then. */
interface Just {
  paidNow: boolean;
  changedNow: boolean;
  /** False: its buyer has no open lead that it could win. */
  mayWin: boolean;
  /** How its money comes, where the shop has it for good without it. */
  paidLater: PaidLater | undefined;
  /** What is left in it. */
  articles: readonly OrderedArticle[];
  /** What it changes that somebody has to act on. */
  change: OrderChange;
  /** When a failed payment is tried again, if the shop says so. */
  retryAt: Date | null | undefined;
  /** What whoever took its money had said of it before. */
  saidBefore: SaidBefore | undefined;
  /** Distinguishes it from the order's other versions. */
  version: string;
}

/**
 * Tells what has become of an order since we last heard of it. For an order that we had not heard of: what is new in
 * this version; what has been so for long is history.
 */
export async function tellNews(
  ctx: Context,
  before: Order | undefined,
  order: Order,
  { paidNow, changedNow, mayWin, paidLater, articles, change, retryAt, saidBefore, version }: Just,
): Promise<void> {
  const young = isRecent(ctx, order.placedAt);
  const isNews = (is: (order: Order) => boolean, just = changedNow) =>
    is(order) && (before ? !is(before) : young || just);
  const reserved = isNews(isReserved);
  const paid = isNews(isPaid, false) || (paidNow && isPaid(order));
  // however its payment stood since: somebody may have packed it
  const mayPlace = paidLater !== undefined && isToPack(order) && (young || changedNow);
  // most versions ask for nothing that hangs on it
  const asksHeard = mayPlace || reserved || paid || isCancelledSince(before, order);
  const heardOf = asksHeard && before !== undefined && (isReserved(before) || (await wasPlacedTold(ctx, before)));
  const placed = mayPlace && !heardOf ? paidLater : undefined;
  if (reserved) await tellReserved(ctx, order, { articles, saidBefore });
  if (placed) await tellPlaced(ctx, order, placed, { articles, saidBefore });
  const unsaid = reserved || paid || placed ? besidesMoney(before, change, heardOf) : change;
  // what is in it was told when it was reserved or placed
  if (paid) await onPaid(ctx, order, { articles: heardOf ? undefined : articles, saidBefore }, mayWin);
  if (saidBefore && !reserved && !paid && !placed) await tellSaidBefore(ctx, order, saidBefore);
  const said =
    before && !paid && isPaid(before) && (await tellBalance(ctx, before, order, { change: unsaid, version }));
  if (!said) await tellChange(ctx, order, unsaid, version);
  const word = strangeWords(order).join(', ');
  if (word && (before ? strangeWords(before).join(', ') !== word : young || changedNow))
    await tellStrange(ctx, order, word);
  if (isNews(isPaymentFailed) || isLastAttempt(before, order, retryAt))
    await onPaymentFailed(ctx, before, order, retryAt);
  if ((await isCancelledNow(ctx, before, order, heardOf)) || (await isSpokenOf(ctx, before, order)))
    await tellCancelled(ctx, order);
  if (before && isPaidThoughCancelled(before, order)) await tellPaidThoughCancelled(ctx, order);
}

/** Whether its money has come, or is heard to have come, since it was told as cancelled. */
function isPaidThoughCancelled(before: Order, order: Order): boolean {
  const wasPaid = (one: Order) => isPaid({ ...one, cancelledAt: null });
  return before.cancelledAt !== null && order.cancelledAt !== null && !wasPaid(before) && wasPaid(order);
}

/** Whoever is told of it with whoever took the money is told once. */
async function tellPaidThoughCancelled(ctx: Context, order: Order): Promise<void> {
  const card: OrderCard = (named, t, money) => {
    const title = t.payment.paidThoughCancelled(named.number, money(worthOf(order)));
    return orderNewsCard(t, named, title, moneyHint(t, order, money));
  };
  await tell(ctx, cameThoughCancelledKey(order), order, card, { itself: true });
}

/** Whether a payment that had failed before has failed for the last time: from now on nobody tries it but the owner. */
const isLastAttempt = (before: Order | undefined, order: Order, retryAt: Date | null | undefined): boolean =>
  retryAt === null && before !== undefined && isPaymentFailed(before) && isPaymentFailed(order);

/**
 * The card that reports the money shows everything that is written; for most orders it is the first that the owner
 * hears.
 */
function besidesMoney(before: Order | undefined, change: OrderChange, heardOf: boolean): OrderChange {
  return heardOf || (before && (isPaid(before) || isPaymentFailed(before)))
    ? { ...change, hasNewWords: false }
    : UNCHANGED;
}

/** News about an order that came later may change what is to be sent; so may another address, or another article. */
export async function tellChange(ctx: Context, order: Order, change: OrderChange, version: string): Promise<void> {
  if (isUnchanged(change)) return;
  const answers = await answersTo(ctx, order, change);
  const card: OrderCard = (named, t, _, locale) => changeCard(t, named, order, change, { locale, answers });
  await tell(ctx, `changed:${order.id}:${version}`, order, card, { itself: true, answers });
}

/**
 * Where its buyer is answered, if the order now has another mail address: that proves nothing and redirects no answer.
 */
async function answersTo(ctx: Context, { contactId }: Order, { details }: OrderChange): Promise<AnswersTo | undefined> {
  if (!contactId || !details.some(({ what }) => what === EMAIL)) return undefined;
  const buyer = await loadContact(ctx.tx, contactId);
  const place = buyer && (await placeFor(ctx, buyer));
  return place && { place, way: await answerWay(ctx.tx, place) };
}

const isCancelledSince = (before: Order | undefined, order: Order): order is Order & { cancelledAt: Date } =>
  order.cancelledAt !== null && !order.deletedAt && !before?.cancelledAt;

/** Whether an order was cancelled just now whose money had come, or of which the owner has heard without it. */
async function isCancelledNow(
  ctx: Context,
  before: Order | undefined,
  order: Order,
  heardOf: boolean,
): Promise<boolean> {
  if (!isCancelledSince(before, order)) return false;
  if (heardOf || (before && isPaid(before))) return true;
  // its payment had been taken back before that: the goods are still expected
  if (before) return isPaymentFailed(before) && (await firstPaidAt(ctx.tx, order.id)) !== undefined;
  const hadMoney = order.payment === 'voided' || (await firstPaidAt(ctx.tx, order.id)) !== undefined;
  return hadMoney && isRecent(ctx, order.cancelledAt);
}

/** Whether one was cancelled just now for which nobody had paid, while an answer that is to leave later may still speak of it. */
async function isSpokenOf(ctx: Context, before: Order | undefined, order: Order): Promise<boolean> {
  if (!before || !isCancelledSince(before, order)) return false;
  return (await listStillToCome(ctx.tx, order.contactId)).length > 0;
}

/** We do not understand what the shop says about it: the owner reads it as it is, and nothing follows from it. */
async function tellStrange(ctx: Context, order: Order, word: string): Promise<void> {
  await tell(ctx, `status:${order.id}:${word}`, order, (named, t, money) =>
    orderNewsCard(t, named, t.card.strangeStatus(named.number, word, money(worthOf(order))), t.card.lookInShop),
  );
}

/** Whether somebody has to pack it although nothing was paid. */
const isToPack = (order: Order): boolean => isUnpaid(order) && order.fulfillment !== 'fulfilled';

/**
 * An order whose money had come is now paid in full, or was changed so that somebody owes the difference. Returns
 * whether the change was told with it.
 */
async function tellBalance(
  ctx: Context,
  before: Order,
  order: Order,
  { change, version }: Pick<Just, 'change' | 'version'>,
): Promise<boolean> {
  if (!isPaid(order)) return false;
  const [owed, owedBefore] = [owedOf(order), owedOf(before)];
  if (isWhole(order) && before.payment === PART) {
    await tellPaid(ctx, order, 'in full', { lead: await winByRest(ctx, order), saidBefore: undefined });
    return false;
  }
  const grew = owed > 0n ? owed > owedBefore : owed < 0n && owed < owedBefore;
  if (!grew && !(order.payment === PART && before.payment !== PART)) return false;
  // the list at the owner's return says what it amounts to
  const isMore = !isUnchanged({ ...change, sums: [] });
  const key = `balance:${order.id}:${worthOf(order)}:${owed}${isMore ? `:${version}` : ''}`;
  const answers = await answersTo(ctx, order, change);
  const card: OrderCard = (named, t, money, locale) => {
    const amount = owed === 0n ? '' : money(String(owed < 0n ? -owed : owed));
    const title = t.card[owed < 0n ? 'toPayBack' : 'stillToPay'](named.number, amount);
    return changeCard(t, named, order, change, { title, locale, answers });
  };
  await tell(ctx, key, order, card, { ...(isMore && { itself: true }), answers });
  return true;
}

/** What the buyer owes; negative if we owe them, 0 also if the shop does not say. */
const owedOf = (order: Order): bigint => BigInt(order.outstandingMinor ?? '0');

const isWhole = (order: Order): boolean => order.payment === 'paid' && owedOf(order) <= 0n;

/** Nobody waits for these goods any more; what has left already is to come back. */
async function tellCancelled(ctx: Context, order: Order): Promise<void> {
  const parcels = await shipmentsOf(ctx.tx, order.id);
  await tell(
    ctx,
    `cancelled:${order.id}`,
    order,
    (named, t, money) => {
      const hints = [sentHint(t, order, parcels), moneyHint(t, order, money)].filter((hint) => hint !== undefined);
      const title = t.card.cancelled(named.number, money(order.totalMinor));
      return withTell(t, orderNewsCard(t, named, title, hints.join(' ') || undefined), order);
    },
    { news: newsOf('cancelled', order, order.totalMinor), lead: await shakenBy(ctx.tx, order) },
  );
}

/** The shop no longer has it: it counts for nothing from now on. */
export async function tellDeleted(ctx: Context, order: Order): Promise<void> {
  const card: OrderCard = (named, t, money) =>
    orderNewsCard(t, named, t.card.orderDeleted(named.number, money(order.totalMinor)), t.card.countsNoMore);
  await tell(ctx, `deleted:${order.id}:${order.deletedAt?.getTime()}`, order, card, {
    lead: await shakenBy(ctx.tx, order),
  });
}

/** The shop has one again that it had deleted. Its money may have come while it was gone, which nobody has told: it wins a lead by now. */
export async function tellBack(
  ctx: Context,
  before: Order,
  { order, articles }: OrderState,
  deletedAt: Date,
): Promise<void> {
  const lead = isPaid(before) && isPaid(order) ? await winByRest(ctx, order) : undefined;
  const card: OrderCard = (named, t, money, locale) => {
    const title = t.card.orderBack(named.number, money(worthOf(order)));
    const news = orderNewsCard(t, named, title, isPaid(order) ? t.card.countsAgain : undefined);
    return withWords(t, { ...news, ...contentsOf(t, locale, order, articles) }, order);
  };
  await tell(ctx, `back:${order.id}:${deletedAt.getTime()}`, order, card, { lead });
}

async function onPaid(
  ctx: Context,
  order: Order,
  said: { articles: readonly OrderedArticle[] | undefined; saidBefore: SaidBefore | undefined },
  mayWin: boolean,
): Promise<void> {
  const isLeft = order.refundedMinor === '0' || BigInt(order.refundedMinor) < BigInt(worthOf(order));
  const lead = mayWin && isLeft ? await winByOrder(ctx, order) : undefined;
  await tellPaid(ctx, order, order.payment === PART ? 'in part' : 'at once', { lead, ...said });
}
