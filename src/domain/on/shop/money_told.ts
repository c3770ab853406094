import type { Texts } from '../../../text/texts.ts';
import type { OfLead } from '../../card.ts';
import type { Context } from '../../context.ts';
import { contentsOf, withWords } from '../../desk/order_card.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { wasTold } from '../../desk/tell.ts';
import { formerIds, type Order, worthOf } from '../../sell/order.ts';
import type { OrderedArticle } from '../../sell/order_lines.ts';
import type { SaidBefore } from '../../sell/payment/payment_back.ts';
import type { PaidLater } from '../../shop_event.ts';
import { saidBeforeHint } from './payment_news.ts';
import { type MoneyText, newsOf, type OrderCard, tell } from './tell_order.ts';

/** Only part of the money has come. */
export const PART = 'partially_paid';

const placedKey = ({ id }: Pick<Order, 'id'>): string => `placed:${id}`;
const reservedKey = ({ id }: Pick<Order, 'id'>): string => `reserved:${id}`;
/** That money is here for an order that is cancelled: told once, by whoever tells it first. */
export const cameThoughCancelledKey = ({ id }: Pick<Order, 'id'>): string => `came though cancelled:${id}`;
const paidKey = ({ id }: Pick<Order, 'id'>): string => `paid:${id}`;

/**
 * Whether it was told what is in an order that has turned out to be one with another: of the rows that are gone. The one that stayed was
 * told by whoever took the money, who may not know.
 */
export async function wereContentsTold(ctx: Context, order: Order): Promise<boolean> {
  const ids = await formerIds(ctx.tx, order.id);
  return wasTold(ctx, ...ids.flatMap((id) => [placedKey({ id }), reservedKey({ id }), paidKey({ id })]));
}

export const wasPlacedTold = (ctx: Context, order: Order): Promise<boolean> => wasTold(ctx, placedKey(order));

/** What an order's own shop and whoever took its money say of it at once. */
interface Said {
  /** What is to be sent now; left out: it was told before. */
  articles?: readonly OrderedArticle[] | undefined;
  saidBefore: SaidBefore | undefined;
}

/** What a card of its own says that a card of several would not show. */
const aside = (saidBefore: SaidBefore | undefined): { itself?: true } => (saidBefore ? { itself: true } : {});

function hintOf(t: Texts, { saidBefore }: Said, money: MoneyText, hint?: string): string | undefined {
  const said = saidBefore && saidBeforeHint(t, saidBefore, money);
  return [hint, said].filter(Boolean).join(' ') || undefined;
}

/** It was placed for good, and its money comes later: that is told when it comes. */
export function tellPlaced(ctx: Context, order: Order, how: PaidLater, said: Said): Promise<void> {
  const shown: OrderCard = (named, t, money, locale) => {
    const way = BigInt(worthOf(order)) === 0n ? 'free' : how;
    const title = t.card.placed(named.number, money(worthOf(order)), t.card.paidLater[way]);
    const card = orderNewsCard(t, named, title, hintOf(t, said, money, t.card.placedNext[way]));
    return withWords(t, { ...card, ...contentsOf(t, locale, order, said.articles ?? []) }, order);
  };
  return tell(ctx, placedKey(order), order, shown, aside(said.saidBefore));
}

/** This is news only once; the capture is told when it comes. */
export function tellReserved(ctx: Context, order: Order, said: Said): Promise<void> {
  const shown: OrderCard = (named, t, money, locale) => {
    const title = t.card.reserved(named.number, money(worthOf(order)));
    const card = orderNewsCard(t, named, title, hintOf(t, said, money, t.card.notYetCaptured));
    return withWords(t, { ...card, ...contentsOf(t, locale, order, said.articles ?? []) }, order);
  };
  return tell(ctx, reservedKey(order), order, shown, aside(said.saidBefore));
}

interface WithMoney extends Said {
  lead?: OfLead | undefined;
}

/** Says how the money came, because a part is not the whole. */
export function tellPaid(
  ctx: Context,
  order: Order,
  how: 'at once' | 'in part' | 'in full',
  { lead, ...said }: WithMoney,
): Promise<void> {
  const key = how === 'in full' ? `paid in full:${order.id}:${worthOf(order)}` : paidKey(order);
  const { articles, saidBefore } = said;
  const card: OrderCard = (named, t, money, locale) => {
    const total = money(worthOf(order));
    const partly = how === 'in part' && t.card.partlyPaid(named.number, partOf(order, money), total);
    const news = orderNewsCard(t, named, partly || t.card.paid(named.number, total), hintOf(t, said, money));
    return withWords(t, { ...news, ...(articles && contentsOf(t, locale, order, articles)) }, order);
  };
  // a part, and later the rest, must not be counted with whole orders
  const news = how === 'at once' && !saidBefore && newsOf('paid', order, worthOf(order));
  return tell(ctx, key, order, card, { lead, ...(news && { news }), ...aside(saidBefore) });
}

/** How much of it came; '' if the shop does not say. */
function partOf(order: Order, money: (minor: string) => string): string {
  if (order.outstandingMinor === null) return '';
  return money(String(BigInt(worthOf(order)) - BigInt(order.outstandingMinor)));
}
