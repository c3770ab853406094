import type { Context } from '../../context.ts';
import type { ProductDeleted, ProductUpdated, ShipmentUpdated } from '../../goods_event.ts';
import { upsertCheckout } from '../../sell/checkout.ts';
import { noteEvent } from '../../sell/connection.ts';
import { findOrder, type OrderKey, orderKeys } from '../../sell/order.ts';
import { orderCalled } from '../../sell/order_report.ts';
import { deleteProduct, upsertProduct } from '../../sell/product.ts';
import { upsertShipments } from '../../sell/shipment.ts';
import type { CheckoutUpdated } from '../../shop_event.ts';
import { shopBuyer } from './buyer.ts';
import { tellParcels } from './parcel_news.ts';

const OLD = 'older than what is stored';

/** A parcel stands where it stands, whether or not its order is known yet. That it has arrived, or has not, is told. */
export async function onShipmentUpdated(ctx: Context, event: ShipmentUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const { shipment, updatedAt: at } = event;
  const { connectionId, externalId } = await orderOfParcel(ctx, event);
  const parcel = { connectionId, orderExternalId: externalId, shipments: [shipment], at };
  const written = await upsertShipments(ctx.tx, [parcel]);
  if (written.length === 0) return OLD;
  const order = await findOrder(ctx.tx, connectionId, externalId);
  if (!order) return 'kept until its order is known';
  await tellParcels(ctx, order, written, event.updatedAt);
  return undefined;
}

/** Of a system that mirrors a shop it is the shop's. */
async function orderOfParcel({ tx }: Context, { connectionId, orderExternalId }: ShipmentUpdated): Promise<OrderKey> {
  const id = await orderCalled(tx, connectionId, orderExternalId);
  const key = id === undefined ? undefined : (await orderKeys(tx, [id])).get(id);
  return key && key.connectionId !== connectionId ? key : { connectionId, externalId: orderExternalId };
}

export async function onProductUpdated(ctx: Context, event: ProductUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  return (await upsertProduct(ctx.tx, event)) ? undefined : OLD;
}

export async function onProductDeleted(ctx: Context, event: ProductDeleted): Promise<undefined> {
  await noteEvent(ctx, event.connectionId);
  await deleteProduct(ctx.tx, event, ctx.now);
}

/** Whoever begins to pay is a contact, as whoever buys is. Nothing is told at once: most go on and buy. */
export async function onCheckoutUpdated(ctx: Context, event: CheckoutUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const customer = event.checkout.test ? null : event.customer;
  const met = customer ? await shopBuyer(ctx, event, customer) : undefined;
  return (await upsertCheckout(ctx.tx, event, met && { contactId: met.contact.id, address: met.by })) ? undefined : OLD;
}
