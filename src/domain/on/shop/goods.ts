import type { Context } from '../../context.ts';
import type { ProductDeleted, ProductUpdated, ShipmentUpdated } from '../../goods_event.ts';
import { upsertCheckout } from '../../sell/checkout.ts';
import { noteEvent } from '../../sell/connection.ts';
import { findOrder } from '../../sell/order.ts';
import { deleteProduct, upsertProduct } from '../../sell/product.ts';
import { upsertShipments } from '../../sell/shipment.ts';
import type { CheckoutUpdated } from '../../shop_event.ts';
import { shopContact } from './buyer.ts';
import { tellParcels } from './parcel_news.ts';

const OLD = 'older than what is stored';

/** A parcel stands where it stands, whether or not its order is known yet. That it has arrived, or has not, is told. */
export async function onShipmentUpdated(ctx: Context, event: ShipmentUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const { connectionId, orderExternalId, shipment, updatedAt: at } = event;
  const written = await upsertShipments(ctx.tx, [{ connectionId, orderExternalId, shipments: [shipment], at }]);
  if (written.length === 0) return OLD;
  const order = await findOrder(ctx.tx, event.connectionId, event.orderExternalId);
  if (!order) return 'kept until its order is known';
  await tellParcels(ctx, order, written, event.updatedAt);
  return undefined;
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
  const contact = customer ? await shopContact(ctx, event, customer) : undefined;
  return (await upsertCheckout(ctx.tx, event, contact?.id ?? null)) ? undefined : OLD;
}
