import { isNoGoods } from '../../text/money/order/no_goods.ts';
import type { Fulfilment, GoneArticle, OrderLine } from '../shop_event.ts';

/** What is in an order, and how far it has left. */
interface Goods {
  lines: OrderLine[];
  fulfillment: Fulfilment;
  /** What has left of articles that are in it no more. */
  gone: GoneArticle[];
}

/** Whether two lines are about the same article. */
export const isSameArticle = (one: GoneArticle, other: GoneArticle): boolean =>
  one.title.toLowerCase() === other.title.toLowerCase() && (one.variant ?? '') === (other.variant ?? '');

/**
 * An order with these lines: where it has left, whatever is more than has left is still to be sent, and no more once that is out again.
 * A tax or a fee is never sent. What has left of an article stays known while that is not in it.
 */
export function withLines(own: Goods, lines: readonly OrderLine[]): Goods {
  const { fulfillment } = own;
  if (fulfillment !== 'fulfilled' && fulfillment !== 'partial') return { lines: [...lines], fulfillment, gone: [] };
  const sent = [
    ...own.lines.map((line) => ({ line, left: line.quantity - (line.unsent ?? 0) })),
    ...own.gone.map((line) => ({ line, left: line.quantity })),
  ];
  const now = lines.map(({ unsent: _, ...line }) => {
    let unsent = isNoGoods(line.title) ? 0 : line.quantity;
    for (const one of sent.filter((other) => isSameArticle(other.line, line))) {
      const taken = Math.min(unsent, one.left);
      one.left -= taken;
      unsent -= taken;
    }
    return { ...line, ...(unsent > 0 && { unsent }) };
  });
  // of one that was partly sent before that was kept, nobody knows what
  const isUnclear = own.fulfillment === 'partial' && own.lines.every(({ unsent }) => unsent === undefined);
  const isPart = isUnclear || now.some(({ unsent }) => unsent !== undefined);
  const gone = sent
    .filter(({ left }) => left > 0)
    .map(({ line: { title, variant }, left }) => ({ title, ...(variant && { variant }), quantity: left }));
  return { lines: now, fulfillment: isPart ? 'partial' : 'fulfilled', gone };
}

/** All of it has left, or none of it. */
export const withoutUnsent = (lines: readonly OrderLine[]): OrderLine[] => lines.map(({ unsent: _, ...line }) => line);
