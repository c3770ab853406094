import type { Context } from '../../context.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { parcelFields } from '../../desk/shop/parcel.ts';
import type { ShipmentState } from '../../goods_event.ts';
import type { Order } from '../../sell/order.ts';
import type { WrittenParcel } from '../../sell/shipment.ts';
import { isRecent, type OrderCard, tell } from './tell_order.ts';

/** What of a parcel somebody has to know: that it is there, or that it will not come. */
const NEWS = ['delivered', 'attempted', 'failed', 'returned'] as const;
type News = (typeof NEWS)[number];

const newsIn = (state: ShipmentState): News | undefined => NEWS.find((one) => one === state);

/** Tells what has become of parcels since we last heard of them, once for each; what has been so for long is history. */
export async function tellParcels(
  ctx: Context,
  order: Order,
  parcels: readonly WrittenParcel[],
  at: Date,
): Promise<void> {
  for (const parcel of parcels) {
    const news = newsIn(parcel.state);
    const since = news === 'delivered' ? (parcel.deliveredAt ?? at) : at;
    if (!news || parcel.stateBefore === news || !isRecent(ctx, since)) continue;
    const card: OrderCard = (named, t) => ({
      ...orderNewsCard(
        t,
        named,
        t.parcel.news[news](named.number),
        news === 'delivered' ? undefined : t.parcel.hint[news],
      ),
      fields: parcelFields(t, [parcel]),
    });
    await tell(ctx, `parcel:${parcel.id}:${news}`, order, card, { itself: true });
  }
}
