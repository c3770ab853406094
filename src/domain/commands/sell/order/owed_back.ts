import { plainDecimal } from '../../../../text/money/money.ts';
import type { Button, Reply } from '../../../reply.ts';
import { dueOf, keptOf, loadOwn, type OwnOrder } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { money } from './sums.ts';

/** It comes to more again, and some of what had come went back: only its owner knows whether that is to come once more. */
function withCameAgain(ctx: CommandContext, id: string, was: OwnOrder, own: OwnOrder, reply: Reply): Reply {
  const [back, open] = [BigInt(own.paidMinor) - keptOf(own), BigInt(own.totalMinor) - keptOf(own)];
  const isMore = BigInt(own.totalMinor) > BigInt(was.totalMinor);
  if (!isMore || back <= 0n || open <= 0n || own.cancelledAt || dueOf(own) > 0n) return reply;
  const command = `/order o${id} paid ${plainDecimal(String(open), own.currency)} ${own.currency}`;
  return {
    ...reply,
    text: [reply.text, ctx.t.order.paidAndBack(own.number, money(ctx, own, back))].filter(Boolean).join('\n'),
    buttons: [[{ label: ctx.t.order.cameIn(money(ctx, own, open)), command }], ...(reply.buttons ?? [])],
  };
}

/** What its buyer is owed back, now that it costs less or is cancelled, and a tap that notes that it went back; the reply as it is where nothing is. */
export async function withOwedBack(ctx: CommandContext, id: string, was: OwnOrder, reply: Reply): Promise<Reply> {
  const own = await loadOwn(ctx.tx, id);
  if (!own) return reply;
  const kept = keptOf(own);
  const owed = own.cancelledAt ? kept : kept - BigInt(own.totalMinor);
  if (owed <= 0n) return withCameAgain(ctx, id, was, own, reply);
  const { order } = ctx.t;
  const sum = money(ctx, own, owed);
  const text = own.cancelledAt ? order.paidNotRefunded(sum) : order.owedBack(sum);
  const refund: Button = {
    label: order.refundIt(sum),
    command: `/order o${id} refund ${plainDecimal(String(owed), own.currency)} ${own.currency}`,
  };
  return {
    ...reply,
    text: [reply.text, text].filter(Boolean).join('\n'),
    buttons: [[refund], ...(reply.buttons ?? [])],
  };
}
