import type { Locale } from '../../text/locale.ts';
import { formatMoney, type Money } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { nameOf } from '../people/name.ts';
import type { Field, Item, List, Recipients, Reply } from '../reply.ts';
import { withFields } from '../reply.ts';
import { type Order, refundedOf } from '../sell/order.ts';
import {
  type ArticleChange,
  type DetailChange,
  isUnchanged,
  type OrderChange,
  touchesGoods,
} from '../sell/order_change.ts';
import type { Parcel } from '../sell/shipment.ts';
import type { AnswerPlace } from '../talk/conversation.ts';
import { recipientsNamed } from '../talk/who_gets_it.ts';
import { articleName, withWords } from './order_card.ts';

/** So many articles are listed, and so much of what was taken out is shown, in graphemes. */
const MOST_LISTED = 20;
const GONE_GRAPHEMES = 600;

/** An order on a card: what it is, and who bought it. */
export interface OrderNamed {
  number: string;
  /** '' when the shop does not name them. */
  name: string;
  contactId: string | undefined;
}

/** What has become of an order, with a way to who bought it. */
export function orderNewsCard(t: Texts, { name, contactId }: OrderNamed, title: string, hint?: string): Reply {
  return {
    title,
    text: name || t.card.unnamedBuyer,
    ...(hint && { hint }),
    ...(contactId && { buttons: [[{ label: t.button.contact, command: `/contact c${contactId}` }]] }),
  };
}

/** Where a buyer is answered. */
export interface AnswersTo {
  place: AnswerPlace;
  way: Recipients;
}

interface Telling {
  locale: Locale;
  /** Where something else is told with it. */
  title?: string;
  /** Where the order has another mail address now. */
  answers?: AnswersTo | undefined;
}

/** What of it somebody has to act on is otherwise now. */
export function changeCard(
  t: Texts,
  named: OrderNamed,
  order: Order,
  change: OrderChange,
  { locale, title, answers }: Telling,
): Reply {
  const { hasNewWords, goneWords, articles, sums } = change;
  const hint = title || touchesGoods(change) ? sentHint(t, order) : undefined;
  const card = orderNewsCard(t, named, title ?? changeTitle(t, named.number, change), hint);
  const sum = ({ minor, currency }: Money) => formatMoney(minor, currency, locale);
  const fields: Field[] = [
    ...(change.number ? [{ label: t.order.number, value: became(change.number.from, change.number.to) }] : []),
    ...change.delivery.map(({ what, from, to }) => ({ label: t.order[what], value: became(from, to) })),
    ...sums.map(({ what, from, to }) => ({ label: t.order[what], value: became(sum(from), sum(to)) })),
    ...detailFields(t, change.details),
    ...(answers ? [answersField(t, named.name, answers)] : []),
    ...goneWords.map(({ of, text }) => ({
      label: [t.card.goneWords, of].filter(Boolean).join(' · '),
      value: truncate(text, GONE_GRAPHEMES),
    })),
  ];
  const reply = { ...card, ...withFields(fields), ...articleList(t, articles) };
  return hasNewWords || goneWords.length > 0 ? withWords(t, reply, order) : reply;
}

const became = (from: string, to: string): string => `${from || '—'} → ${to || '—'}`;

const detailFields = (t: Texts, details: readonly DetailChange[]): Field[] =>
  details.map(({ what, from, to }) => ({ label: t.order.details[what], value: became(from, to) }));

const answersField = (t: Texts, name: string, { place, way }: AnswersTo): Field => ({
  label: t.card.answersStillGo,
  value: recipientsNamed(t, place, name, way),
});

function changeTitle(t: Texts, number: string, { hasNewWords, ...change }: OrderChange): string {
  if (!isUnchanged({ ...change, hasNewWords: false, goneWords: [] })) return t.card.orderChanged(number);
  return hasNewWords ? t.card.orderWords(number) : t.card.orderWordsGone(number);
}

/** The card with a way to say something to its buyer about it. */
export function withTell(t: Texts, reply: Reply, { id, contactId }: Pick<Order, 'id' | 'contactId'>): Reply {
  if (contactId === null) return reply;
  const [first = [], ...others] = reply.buttons ?? [];
  const button = { label: t.button.tellCustomer, command: `/order o${id} tell` };
  return { ...reply, buttons: [[button, ...first], ...others] };
}

/** Whoever has sent it has to hear that it is too late, or for some of it; a shop may tell of the parcels alone. */
export function sentHint(
  t: Texts,
  { fulfillment }: Order,
  parcels: readonly Pick<Parcel, 'state'>[] = [],
): string | undefined {
  if (parcels.some(({ state }) => state === 'delivered')) return t.card.arrivedAlready;
  if (fulfillment === 'partial') return t.card.partlySent;
  const isSent = fulfillment === 'fulfilled' || parcels.some(({ state }) => state !== 'cancelled');
  return isSent ? t.card.sentAlready : undefined;
}

/** Of a cancelled order: what of its money is still here. */
export function moneyHint(t: Texts, order: Order, money: (minor: string) => string): string | undefined {
  if (!['paid', 'partially_paid', 'partially_refunded'].includes(order.payment)) return undefined;
  if (order.takenMinor !== '0') return t.card.takenOf(money(order.takenMinor), refundedSaid(order, money));
  return order.refundedMinor === '0' ? t.card.notRefunded : t.card.onlyRefunded(money(order.refundedMinor));
}

function refundedSaid(order: Order, money: (minor: string) => string): string | undefined {
  const refunded = refundedOf(order);
  return refunded === '0' ? undefined : money(refunded);
}

/** What came in, what went out, and of what there are more or fewer. */
export function articleList(t: Texts, articles: readonly ArticleChange[]): { lists?: List[] } {
  if (articles.length === 0) return {};
  const items: Item[] = articles.slice(0, MOST_LISTED).map((article) => ({ text: articleLine(article) }));
  if (articles.length > items.length) items.push({ text: t.digest.more(articles.length - items.length) });
  return { lists: [{ title: t.card.changedArticles, items }] };
}

function articleLine({ from, to, ...article }: ArticleChange): string {
  const name = articleName(article);
  if (from === 0) return `+ ${to} × ${name}`;
  return to === 0 ? `− ${from} × ${name}` : `${from} → ${to} × ${name}`;
}

interface Moved {
  total: string;
  former: { id: string; name: string };
  /** A lead of the former buyer that is open again. */
  reopened: string | undefined;
  details: readonly DetailChange[];
}

/** The shop says that somebody else has bought it. */
export function buyerChangedCard(t: Texts, order: OrderNamed, { total, former, reopened, details }: Moved): Reply {
  const { number, name, contactId } = order;
  return {
    title: t.card.buyerChanged(number, name, total),
    text: t.card.wasFormers(nameOf(former)),
    ...(details.length > 0 && { fields: detailFields(t, details) }),
    ...(reopened && { hint: t.card.leadReopened(reopened) }),
    buttons: [
      [
        ...(contactId ? [{ label: name || t.button.contact, command: `/contact c${contactId}` }] : []),
        { label: former.name || t.card.formerBuyer, command: `/contact c${former.id}` },
      ],
    ],
  };
}
