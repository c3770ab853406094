import type { Context } from '../../context.ts';
import { wasTold } from '../../desk/tell.ts';
import type { Order } from '../../sell/order.ts';
import { backByPayment } from '../../sell/payment/paid_by.ts';

/** Under which key the owner is told by whoever took an order's money that so much of it has gone back. A second try comes to the same sum. */
export const byPaymentKey = (orderId: string, sum: string, failed: number): string =>
  `refunded by its payment:${orderId}:to ${sum}${failed > 0 ? ` after ${failed} failed` : ''}`;

/** Whether the owner knows from whoever took its money that all of what has gone back of an order has, and it has not failed since. */
export async function toldByPayment(ctx: Context, { id, refundedMinor }: Order): Promise<boolean> {
  const back = await backByPayment(ctx.tx, id);
  if (!back || back.sum < BigInt(refundedMinor)) return false;
  const tries = Array.from({ length: back.failed.length + 1 }, (_, failed) => byPaymentKey(id, refundedMinor, failed));
  return wasTold(ctx, ...tries);
}
