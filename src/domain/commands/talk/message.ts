import { LETTERS } from '../../channel.ts';
import { type NotDelivered, notDelivered } from '../../delivery.ts';
import { orderCard } from '../../desk/order_card.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { ordersLedTo } from '../../sell/order.ts';
import { loadMessage, type Message } from '../../talk/message.ts';
import { fateLines } from '../../talk/said_by.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { behindFirst, idIn, splitFirst } from '../words/words.ts';

/** A message in full, quoted history included: what a card had to cut. With o before its id an order, with all that was written with it. */
export const message: Command<{ id: string; ofOrder: boolean }> = {
  name: 'message',
  role: 'viewer',
  hidden: true,
  unread: behindFirst,
  parse: (words) => {
    const [word] = splitFirst(words);
    const id = idIn(word.replace(/^[mo]/i, ''));
    return id ? { id, ofOrder: /^o/i.test(word) } : new Incomplete('message');
  },
  async run(ctx, { id, ofOrder }) {
    if (ofOrder) return wholeOrder(ctx, id);
    const found = await loadMessage(ctx.tx, id);
    if (!found) return failed(ctx.t.file.noSuch);
    const [row] = await ctx.tx<{ quoted: string | null; notDelivered: NotDelivered | null }>`
      select quoted_text as quoted, ${notDelivered(ctx.tx, ctx.tx`messages.id`)} as "notDelivered"
      from messages where id = ${id}`;
    const marks = fateLines(ctx.t, { ...found, ...row });
    const off = await splitButtons(ctx, found);
    return {
      title: found.subject ?? '',
      text: found.text,
      ...(row?.quoted && { quote: row.quoted }),
      ...(marks.length > 0 && { hint: marks.join(' · ') }),
      ...(off.length > 0 && { buttons: [off] }),
    };
  },
};

async function wholeOrder(ctx: CommandContext, id: string): Promise<Reply> {
  const [order] = await ordersLedTo(ctx.tx, id);
  return order ? orderCard(ctx, ctx.t, ctx.locale, order) : failed(ctx.t.file.noSuch);
}

/** A mail may have been put into the wrong thread; the first of its thread is in its own. */
async function splitButtons(ctx: CommandContext, { id, conversationId, direction }: Message): Promise<Button[]> {
  const [row] = await ctx.tx<{ follows: boolean }>`
    select exists (
      select from messages m join messages f on f.id = ${id}
      where m.conversation_id = v.id and m.direction <> 'note' and (m.occurred_at, m.id) < (f.occurred_at, f.id)
    ) as follows
    from conversations v where v.id = ${conversationId} and v.channel = any(${LETTERS})`;
  const command = `/split v${conversationId} m${id}`;
  return row?.follows && direction === 'in' ? [{ label: ctx.t.mail.splitOff, command }] : [];
}
