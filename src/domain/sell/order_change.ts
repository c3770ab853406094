import { fold } from '../../text/fold.ts';
import { amountSold } from '../../text/money/amount_sold.ts';
import type { Money } from '../../text/money/money.ts';
import { EMAIL, PHONE } from '../people/sign.ts';
import type { ContactDetails, Delivery, OrderWords, Payment } from '../shop_event.ts';
import { type Order, type OrderState, refundedOf, worthOf } from './order.ts';
import type { OrderedArticle } from './order_lines.ts';

/** What a newer version of an order changes, as far as somebody has to act on it. */
export interface OrderChange {
  /** The shop calls it otherwise; null: as before. */
  number: { from: string; to: string } | null;
  delivery: readonly { what: keyof Delivery; from: string; to: string }[];
  articles: readonly ArticleChange[];
  /** The sums; what a refund changes is told with the refund. */
  sums: readonly { what: Sum; from: Money; to: Money }[];
  details: readonly DetailChange[];
  /** Something is written that was not there before. */
  hasNewWords: boolean;
  goneWords: readonly OrderWords[];
}

export type Sum = 'total' | 'discount';

/** How the buyer wants to be reached about it; '' for not at all. */
export interface DetailChange {
  what: keyof ContactDetails;
  from: string;
  to: string;
}

/** How many of one variant of an article there were, and how many there are now. */
export interface ArticleChange {
  title: string;
  variant: string | null;
  from: number;
  to: number;
}

const DETAILS = [EMAIL, PHONE] as const;
/** What an order says about where it goes, in the order in which it is shown. */
export const DELIVERY = ['recipient', 'address', 'phone', 'method'] as const;

export const UNCHANGED: OrderChange = {
  number: null,
  delivery: [],
  articles: [],
  sums: [],
  details: [],
  hasNewWords: false,
  goneWords: [],
};

/** Whether it changes what is to be sent, or where. */
export const touchesGoods = ({ delivery, articles, hasNewWords, goneWords }: OrderChange): boolean =>
  delivery.length > 0 || articles.length > 0 || hasNewWords || goneWords.length > 0;

export const isUnchanged = (change: OrderChange): boolean =>
  !change.number && !touchesGoods(change) && change.sums.length === 0 && change.details.length === 0;

/**
 * In an order that is cancelled or deleted only new words matter. `underWay`: money is being refunded that has not left
 * yet.
 */
export function changeOf(before: OrderState, now: OrderState, underWay = false): OrderChange {
  const hasNewWords = newWords(before.order, now.order).length > 0;
  if (now.order.cancelledAt || now.order.deletedAt) return { ...UNCHANGED, hasNewWords };
  const [from, to] = [before.order.number, now.order.number];
  return {
    number: from === to ? null : { from, to },
    delivery: deliveryChanges(before.order, now.order),
    articles: articleChanges(before, now),
    sums: sumChanges(before.order, now.order, underWay),
    details: detailChanges(before.order, now.order),
    hasNewWords,
    goneWords: goneWords(before, now),
  };
}

/** If nothing was read before, nobody knows what has changed. Once an order has been sent, nobody needs its address. */
function deliveryChanges({ delivery: before }: Order, { delivery: now, fulfillment }: Order): OrderChange['delivery'] {
  if (!before || !now) return [];
  return DELIVERY.map((what) => ({ what, from: before[what], to: now[what] })).filter(
    ({ what, from, to }) =>
      asCompared(what, from) !== asCompared(what, to) && !(to === '' && fulfillment === 'fulfilled'),
  );
}

/** What it came to and comes to; as placed, if the shop says no more. */
function sumChanges(before: Order, now: Order, underWay: boolean): OrderChange['sums'] {
  const worth = now.currentMinor === null ? ({ totalMinor }: Order) => totalMinor : worthOf;
  const sums: [Sum, string | null, string | null][] = [
    ['total', worth(before), worth(now)],
    ['discount', before.discountMinor, now.discountMinor],
  ];
  const isOtherMoney = before.currency !== now.currency;
  const changes = sums.flatMap(([what, was, is]) => {
    if (was === null || is === null || (was === is && !(isOtherMoney && what === 'total'))) return [];
    return [{ what, from: { minor: was, currency: before.currency }, to: { minor: is, currency: now.currency } }];
  });
  return changes.length > 0 && (underWay || isByRefund(before, now)) ? [] : changes;
}

/**
 * It comes to less because money went back, or to more because a refund failed. When the payment first reports a
 * refund, less may have gone back than the goods were worth.
 */
function isByRefund(before: Order, now: Order): boolean {
  if (before.currency !== now.currency) return false;
  const [worth, worthBefore] = [BigInt(worthOf(now)), BigInt(worthOf(before))];
  const refunded = BigInt(refundedOf(now));
  if (worth > worthBefore) return refunded < BigInt(refundedOf(before));
  const total = BigInt(now.totalMinor);
  const isGivenBack = now.payment !== before.payment && GIVEN_BACK.includes(now.payment);
  return total >= BigInt(before.totalMinor) && (isGivenBack || (refunded > 0n && total - worth <= refunded));
}

const GIVEN_BACK: readonly Payment[] = ['partially_refunded', 'refunded'];

/** If the shop did not say it before, or does not say it now, that is no change. */
function detailChanges({ contactDetails: before }: Order, now: Order): OrderChange['details'] {
  const { contactDetails, delivery, fulfillment } = now;
  const changes = DETAILS.flatMap((what) => {
    const [from, to] = [before?.[what], contactDetails?.[what]];
    return from === undefined || to === undefined ? [] : [{ what, from, to }];
  });
  return changes.filter(
    ({ what, from, to }) =>
      asCompared(what, from) !== asCompared(what, to) &&
      !(to === '' && fulfillment === 'fulfilled') &&
      // it is told as the recipient's phone
      !(what === PHONE && to !== '' && to === delivery?.phone),
  );
}

/**
 * Shops write the same address in several ways: case, commas, blanks and the grouping of numbers make no difference.
 */
const asCompared = (what: keyof Delivery | keyof ContactDetails, text: string): string =>
  what === 'phone'
    ? text.replace(/\D/g, '')
    : fold(text)
        .replace(/[\s,]+/g, ' ')
        .trim();

/**
 * Compares by name and variant: an article that is taken out and put in again is the same. Variants were not always
 * stored before deliveries were read.
 */
function articleChanges(before: OrderState, now: OrderState): ArticleChange[] {
  const counts = new Map<string, ArticleChange>();
  const count = (end: 'from' | 'to') => (article: OrderedArticle) => {
    const { title } = article;
    const variant = before.order.delivery ? article.variant : null;
    const key = JSON.stringify([title, variant]);
    const known = counts.get(key) ?? { title, variant, from: 0, to: 0 };
    counts.set(key, { ...known, [end]: amountSold(known[end] + article.quantity) });
  };
  before.articles.forEach(count('from'));
  now.articles.forEach(count('to'));
  return [...counts.values()].filter(({ from, to }) => from !== to);
}

/**
 * For an order that was stored before its words were read, all of them are new. Words that were kept as a single text
 * count as the same if they read the same.
 */
function newWords(before: Order, { words, written }: Order): OrderWords[] {
  return before.words && before.written === written ? [] : without(words ?? [], before.words ?? []);
}

/** Words written with an article that is no longer in the order need not be told. */
function goneWords({ order: before, articles }: OrderState, now: OrderState): OrderWords[] {
  if (before.written === now.order.written) return [];
  const left = new Set(now.articles.map(({ title }) => title));
  const gone = new Set(articles.map(({ title }) => title).filter((title) => !left.has(title)));
  return without(before.words ?? [], now.order.words ?? []).filter(({ of }) => !gone.has(of));
}

function without(some: readonly OrderWords[], others: readonly OrderWords[]): OrderWords[] {
  const known = new Set(others.map(asKey));
  return some.filter((one) => !known.has(asKey(one)));
}

const asKey = ({ of, text }: OrderWords): string => JSON.stringify([of, text]);
