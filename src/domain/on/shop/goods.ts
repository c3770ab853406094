import type { Context } from '../../context.ts';
import type { ProductDeleted, ProductUpdated, ShipmentUpdated } from '../../goods_event.ts';
import { noteEvent, noteUnused } from '../../sell/connection.ts';
import type { CheckoutUpdated } from '../../shop_event.ts';

type Goods = ShipmentUpdated | ProductUpdated | ProductDeleted | CheckoutUpdated;

/** Understood, but nothing is made of it yet: it is counted, as what a shop sends that is not used. */
export async function onGoods(ctx: Context, { connectionId, kind }: Goods): Promise<string> {
  await noteEvent(ctx.tx, connectionId, ctx.now);
  await noteUnused(ctx.tx, connectionId, kind, ctx.now);
  return `nothing follows from ${kind}`;
}
