import type { Context } from '../context.ts';
import { buyerChangedCard } from '../desk/order_news_card.ts';
import { loadContact } from '../people/contact.ts';
import { reopenWonBy } from '../sell/lead.ts';
import { isPaid, type Order, worthOf } from '../sell/order.ts';
import type { DetailChange } from '../sell/order_change.ts';
import { winByMove } from '../sell/order_lead.ts';
import { type OrderCard, tell } from './shop/tell_order.ts';

/**
 * The shop says that somebody else bought it: the order is now theirs, with its amount. The lead that it had won is
 * open again; if its new buyer had a lead open when it was paid, that one is won.
 */
export async function onBuyerChanged(
  ctx: Context,
  formerId: string,
  order: Order,
  details: readonly DetailChange[],
): Promise<void> {
  const former = await loadContact(ctx.tx, formerId);
  const reopened = await reopenWonBy(ctx.tx, order.id, ctx.now);
  const lead = isPaid(order) ? await winByMove(ctx, order) : undefined;
  const key = `buyer:${order.id}:${formerId}:${order.contactId}:${ctx.now.getTime()}`;
  const card: OrderCard = (named, t, money) =>
    buyerChangedCard(t, named, {
      total: money(worthOf(order)),
      former: { id: formerId, name: former?.name ?? '' },
      reopened: reopened?.title,
      details,
    });
  await tell(ctx, key, order, card, { lead, formerId });
}
