import type { Context } from '../../context.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { ordersOfTicket, ticketsNaming } from '../../desk/shop/order_tickets.ts';
import { parcelFields } from '../../desk/shop/parcel.ts';
import type { ShipmentState } from '../../goods_event.ts';
import type { Order } from '../../sell/order.ts';
import type { WrittenParcel } from '../../sell/shipment.ts';
import { openTicketsOf, type Ticket } from '../../serve/ticket.ts';
import { orderMeant } from '../../talk/order_meant.ts';
import { isRecent, type OrderCard, tell } from './tell_order.ts';

/** What of a parcel somebody has to know: that it is there, or that it will not come. */
const NEWS = ['delivered', 'attempted', 'failed', 'returned'] as const;
type News = (typeof NEWS)[number];
const MOST_TICKETS = 3;

const newsIn = (state: ShipmentState): News | undefined => NEWS.find((one) => one === state);

/** Tells what has become of parcels since we last heard of them, once for each; what has been so for long is history. */
export async function tellParcels(
  ctx: Context,
  order: Order,
  parcels: readonly WrittenParcel[],
  at: Date,
): Promise<void> {
  const told = parcels.filter((parcel) => isNews(ctx, parcel, at));
  if (told.length === 0) return;
  const tickets = await ticketsAbout(ctx, order);
  for (const parcel of told) {
    const news = newsIn(parcel.state)!;
    const card: OrderCard = (named, t) => ({
      ...orderNewsCard(
        t,
        named,
        t.parcel.news[news](named.number),
        news === 'delivered' ? undefined : t.parcel.hint[news],
      ),
      fields: parcelFields(t, [parcel]),
    });
    await tell(ctx, `parcel:${parcel.id}:${news}`, order, card, { itself: true, tickets });
  }
}

function isNews(ctx: Context, { state, stateBefore, deliveredAt }: WrittenParcel, at: Date): boolean {
  const news = newsIn(state);
  return news !== undefined && stateBefore !== news && isRecent(ctx, news === 'delivered' ? (deliveredAt ?? at) : at);
}

/** The open tickets of its buyer that name this order, or may well be about it: a parcel is what people wait for. */
async function ticketsAbout(ctx: Context, order: Order): Promise<Ticket[]> {
  const naming = await ticketsNaming(ctx.tx, order);
  const open = order.contactId ? (await openTicketsOf(ctx.tx, order.contactId)).slice(0, MOST_TICKETS) : [];
  const about = [];
  for (const ticket of open) {
    if (naming.some(({ id }) => id === ticket.id)) about.push(ticket);
    else if ((await ordersOfTicket(ctx.tx, ticket)).length === 0) {
      const meant = await orderMeant(ctx.tx, order.contactId!, ticket.conversationId ?? undefined);
      if ('order' in meant && meant.order.id === order.id) about.push(ticket);
    }
  }
  return about;
}
