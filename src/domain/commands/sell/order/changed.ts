import type { OfLead } from '../../../card.ts';
import { withLead } from '../../../desk/lead_line.ts';
import type { Reply } from '../../../reply.ts';
import { loadOrders } from '../../../sell/order.ts';
import type { OwnOrder } from '../../../sell/own_order.ts';
import { noteTold } from '../../../talk/scheduled.ts';
import type { CommandContext } from '../../command.ts';
import { withLeadBy } from './lead_by_money.ts';
import { withOwedBack } from './owed_back.ts';
import { showOrder } from './pick_order.ts';

interface Changed {
  /** Money came with it. */
  came?: boolean;
  /** What it means for a lead, where that does not follow from its money. */
  lead?: OfLead | undefined;
}

/**
 * Every change of an order that is written down by hand ends so: with its page as it stands now, what was done above it, what is owed
 * back, and what it means for a lead. `was`: as it was before. An answer that is to leave later may not fit any more.
 */
export async function changed(
  ctx: CommandContext,
  id: string,
  was: OwnOrder,
  text: string,
  { came = false, lead }: Changed = {},
): Promise<Reply> {
  await noteTold(ctx.tx, [id]);
  const order = (await loadOrders(ctx.tx, [id]))[0]!;
  const reply = await withOwedBack(ctx, id, was, { ...(await showOrder(ctx, order)), text });
  return lead ? withLead(ctx.t, ctx.locale, reply, lead) : withLeadBy(ctx, was, order, { came, reply });
}
