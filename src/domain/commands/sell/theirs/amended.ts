import { formatBriefly } from '../../../../text/money/money.ts';
import { insteadOf, withGoods } from '../../../../text/sentence/sale/amended.ts';
import { saleIn } from '../../../../text/sentence/sale/sale.ts';
import type { Context } from '../../../context.ts';
import { type Order, ordersOf } from '../../../sell/order.ts';
import { linesOf } from '../../../sell/order_lines.ts';
import { ownAmong } from '../../../sell/own_order.ts';

/** Their latest are looked at. */
const MOST_ORDERS = 6;

interface Lines {
  line: string;
  shown: string;
}

/** Their order that has not left is to be so many for so much: all that is in it, where that is one article. Of several orders it is shown which there are; undefined: there is none, or not all of it is read. */
export async function amendedSaid(
  ctx: Context,
  said: string,
  { ref, name, ids }: { ref: string; name: string; ids: readonly string[] },
): Promise<Lines | undefined> {
  const open: Order[] = [];
  for (const id of ids)
    for (const one of await ordersOf(ctx.tx, id, MOST_ORDERS))
      if (!one.cancelledAt && !one.deletedAt && !one.test && one.fulfillment !== 'fulfilled') open.push(one);
  const [order, ...others] = open;
  if (!order) return undefined;
  if (others.length > 0) return { line: `/orders ${ref}`, shown: `/orders ${name}` };
  const look = { line: `/order o${order.id}`, shown: `/order ${order.number}` };
  const [article, ...more] = await linesOf(ctx.tx, order.id);
  if (!article || more.length > 0 || (await ownAmong(ctx.tx, [order.id])).length === 0) return look;
  const words = withGoods(said, article.title);
  const sale = words === undefined ? undefined : saleIn(words, ctx.settings.currency);
  if (sale?.behind !== '') return look;
  const price = formatBriefly(sale.sum.minor, sale.sum.currency, ctx.settings.locale).replace(
    /(?<=\d),(?=\d{3})/gu,
    '',
  );
  const change = `${insteadOf(sale.goods)} ${sale.goods} ${sale.priced(price)}`;
  return { line: `/order o${order.id} ${change}`, shown: `/order ${order.number} ${change}` };
}
