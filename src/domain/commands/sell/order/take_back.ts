import { failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import { shakenBy } from '../../../sell/order_lead.ts';
import { type OwnOrder, unpayOwn, unsendOwn, writeOwn } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { alike, isOver } from './acts.ts';
import { changed } from './changed.ts';
import { money } from './sums.ts';

type Act = 'sent' | 'paid' | 'cancel';

const UNDO: Record<Act, (ctx: CommandContext, order: Order, own: OwnOrder) => Promise<Reply>> = {
  cancel: standsAgain,
  sent: notSent,
  paid: notPaid,
};

/** Takes back that an order was paid, sent or cancelled. What was said to its buyer is not taken back by it. */
export async function takeBack(ctx: CommandContext, order: Order, own: OwnOrder, what: Act): Promise<Reply> {
  return own.cancelledAt && what !== 'cancel' ? isOver(ctx, order) : UNDO[what](ctx, order, own);
}

async function standsAgain(ctx: CommandContext, order: Order, own: OwnOrder): Promise<Reply> {
  const { t } = ctx;
  if (!own.cancelledAt) return alike(t.order.notCancelled(own.number));
  await writeOwn(ctx.tx, { ...own, cancelledAt: null }, ctx.now);
  return changed(ctx, order.id, own, t.order.standsAgain(own.number));
}

async function notSent(ctx: CommandContext, order: Order, own: OwnOrder): Promise<Reply> {
  const { t } = ctx;
  if (own.fulfillment === 'unfulfilled') return alike(t.order.notSent(own.number));
  await unsendOwn(ctx.tx, own, ctx.now);
  return changed(ctx, order.id, own, t.order.notSent(own.number));
}

/** None of its money has come. What went back of it must have come before. */
async function notPaid(ctx: CommandContext, order: Order, own: OwnOrder): Promise<Reply> {
  const { t } = ctx;
  const [paid, back] = [BigInt(own.paidMinor), own.refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n)];
  if (back > 0n) return failed(t.order.paidAndBack(own.number, money(ctx, own, back)));
  if (paid === 0n) return alike(t.order.notPaid(own.number));
  await unpayOwn(ctx.tx, own, ctx.now);
  const lead = await shakenBy(ctx.tx, order);
  return changed(ctx, order.id, own, t.order.unpaidNow(own.number, money(ctx, own, paid)), { lead });
}
