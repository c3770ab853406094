import { plainDecimal } from '../../../../text/money/money.ts';
import type { Button, Reply } from '../../../reply.ts';
import { loadOwn } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';
import { money } from './sums.ts';

/** What its buyer is owed back, now that it costs less or is cancelled, and a tap that notes that it went back; the reply as it is where nothing is. */
export async function withOwedBack(ctx: CommandContext, id: string, reply: Reply): Promise<Reply> {
  const own = await loadOwn(ctx.tx, id);
  if (!own) return reply;
  const kept = BigInt(own.paidMinor) - own.refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
  const owed = own.cancelledAt ? kept : kept - BigInt(own.totalMinor);
  if (owed <= 0n) return reply;
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
