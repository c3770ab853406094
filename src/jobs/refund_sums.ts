import type { Context } from '../domain/context.ts';
import { tellBackDiffers } from '../domain/on/shop/payment_news.ts';
import { loadOrders } from '../domain/sell/order.ts';
import { ordersBackDiffers } from '../domain/sell/payment/back_differs.ts';
import { latestSlot } from './slot.ts';
import { takeSlot } from './take.ts';

/** With the morning, behind the digest. */
const AT = '10:00';
const HOUR_MS = 3_600_000;
/** What went back is looked at from an hour after on, when both have told all of it, and for so long. */
const LOOKED_AT_MS = 8 * 24 * HOUR_MS;

/** Tells the owner of sums that two systems tell otherwise, each pair once: told at once, it would be the first of two pieces. */
export async function tellRefundSums(ctx: Context): Promise<void> {
  const { tx, now } = ctx;
  const slot = latestSlot(AT, ctx.settings.timezone, now);
  if ((await takeSlot(tx, 'refund sums', slot.day)) === 'done before') return;
  const until = now.getTime() - HOUR_MS;
  const differing = await ordersBackDiffers(tx, new Date(until - LOOKED_AT_MS), new Date(until));
  const orders = new Map(
    (
      await loadOrders(
        tx,
        differing.map(({ orderId }) => orderId),
      )
    ).map((one) => [one.id, one]),
  );
  for (const one of differing) await tellBackDiffers(ctx, orders.get(one.orderId)!, one);
}
