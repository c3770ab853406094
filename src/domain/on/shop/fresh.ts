import type { Context } from '../../context.ts';
import type { OrderUpdated } from '../../shop_event.ts';

/** How long a shop keeps reporting a change that it could not report at once. */
const FRESH_MS = 2 * 24 * 3_600_000;
/** Most invoices are paid within this time. */
const INVOICE_MS = 31 * 24 * 3_600_000;

/** Whether something in the order changed just now. */
export const isFresh = ({ now }: Context, { updatedAt, order }: OrderUpdated): boolean =>
  now.getTime() - updatedAt.getTime() < FRESH_MS && order.fulfillment === null;

/**
 * Whether its money came just now: the version says so, or it is most likely, because the order is paid, not sent yet
 * and placed not too long ago. `isFirst`: nothing was known of the order.
 */
export function saysPaidNow(ctx: Context, event: OrderUpdated, isFirst: boolean): boolean {
  const recent = ctx.now.getTime() - event.order.placedAt.getTime() < INVOICE_MS;
  return event.paidNow === true || (isFirst && recent && isFresh(ctx, event));
}
