import { withLead } from '../../../desk/lead_line.ts';
import type { Reply } from '../../../reply.ts';
import { isPaid, type Order } from '../../../sell/order.ts';
import { winByOrder, winByRest } from '../../../sell/order_lead.ts';
import type { OwnOrder } from '../../../sell/own_order.ts';
import type { CommandContext } from '../../command.ts';

/** The reply to a change, with what it means for a lead where money came with it, or what had come is all of it now. */
export async function withLeadBy(
  ctx: CommandContext,
  was: OwnOrder,
  now: Order,
  { came, reply }: { came: boolean; reply: Reply },
): Promise<Reply> {
  const isWhole = now.payment === 'paid' && was.payment !== 'paid';
  if (!isPaid(now) || !(came || isWhole)) return reply;
  const isFirst = was.payment === 'unpaid';
  const lead = isFirst ? await winByOrder(ctx, now, { byUser: true }) : await winByRest(ctx, now, true);
  return withLead(ctx.t, ctx.locale, reply, lead);
}
