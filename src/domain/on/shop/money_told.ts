import type { OfLead } from '../../card.ts';
import type { Context } from '../../context.ts';
import { contentsOf, withWords } from '../../desk/order_card.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { wasTold } from '../../desk/tell.ts';
import { type Order, worthOf } from '../../sell/order.ts';
import type { OrderedArticle } from '../../sell/order_lines.ts';
import type { PaidLater } from '../../shop_event.ts';
import { newsOf, type OrderCard, tell } from './tell_order.ts';

/** Only part of the money has come. */
export const PART = 'partially_paid';

const placedKey = (order: Order): string => `placed:${order.id}`;

export const wasPlacedTold = (ctx: Context, order: Order): Promise<boolean> => wasTold(ctx, placedKey(order));

/** It was placed for good, and its money comes later: that is told when it comes. */
export function tellPlaced(
  ctx: Context,
  order: Order,
  how: PaidLater,
  articles: readonly OrderedArticle[],
): Promise<void> {
  return tell(ctx, placedKey(order), order, (named, t, money, locale) => {
    const way = BigInt(worthOf(order)) === 0n ? 'free' : how;
    const title = t.card.placed(named.number, money(worthOf(order)), t.card.paidLater[way]);
    const card = orderNewsCard(t, named, title, t.card.placedNext[way]);
    return withWords(t, { ...card, ...contentsOf(t, locale, order, articles) }, order);
  });
}

/** This is news only once; the capture is told when it comes. */
export function tellReserved(ctx: Context, order: Order, articles: readonly OrderedArticle[]): Promise<void> {
  return tell(ctx, `reserved:${order.id}`, order, (named, t, money, locale) => {
    const title = t.card.reserved(named.number, money(worthOf(order)));
    const card = orderNewsCard(t, named, title, t.card.notYetCaptured);
    return withWords(t, { ...card, ...contentsOf(t, locale, order, articles) }, order);
  });
}

interface WithMoney {
  lead?: OfLead | undefined;
  /** What is to be sent now; left out: it was told before. */
  articles?: readonly OrderedArticle[] | undefined;
}

/** Says how the money came, because a part is not the whole. */
export function tellPaid(
  ctx: Context,
  order: Order,
  how: 'at once' | 'in part' | 'in full',
  { lead, articles }: WithMoney,
): Promise<void> {
  const key = how === 'in full' ? `paid in full:${order.id}:${worthOf(order)}` : `paid:${order.id}`;
  const card: OrderCard = (named, t, money, locale) => {
    const total = money(worthOf(order));
    const partly = how === 'in part' && t.card.partlyPaid(named.number, partOf(order, money), total);
    const news = orderNewsCard(t, named, partly || t.card.paid(named.number, total));
    return withWords(t, { ...news, ...(articles && contentsOf(t, locale, order, articles)) }, order);
  };
  // a part, and later the rest, must not be counted with whole orders
  const news = how === 'at once' && newsOf('paid', order, worthOf(order));
  return tell(ctx, key, order, card, { lead, ...(news && { news }) });
}

/** How much of it came; '' if the shop does not say. */
function partOf(order: Order, money: (minor: string) => string): string {
  if (order.outstandingMinor === null) return '';
  return money(String(BigInt(worthOf(order)) - BigInt(order.outstandingMinor)));
}
