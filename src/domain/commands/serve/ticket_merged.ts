import { failed, type Reply } from '../../reply.ts';
import { lastOf } from '../../serve/merged.ts';
import { loadTicket, reopenTicket, type Ticket } from '../../serve/ticket.ts';
import type { CommandContext } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { describeTicket, laterButtons } from './ticket_card.ts';

/** A ticket that was merged is changed no more: the one that it goes on as is, by a tap; or it is parted from that again. */
export async function goesOnAs(
  ctx: CommandContext,
  row: Ticket,
  line: (last: Ticket) => string | undefined,
): Promise<Reply> {
  const { t, tx } = ctx;
  const last = (await loadTicket(tx, await lastOf(tx, row.id)))!;
  const instead = line(last);
  return failed(t.ticketCard.goesOnAs(describeTicket(row), describeTicket(last)), {
    buttons: [...(instead ? [[lineButton(ctx, instead)]] : []), laterButtons(t, row, last.number)],
    thing: { noun: 'ticket', id: last.id },
  });
}

/** It is open again by itself. What went along with it stays where it is. */
export async function part(ctx: CommandContext, row: Ticket): Promise<Reply> {
  const { t, tx } = ctx;
  const opened = await reopenTicket(tx, row.id, ctx.now);
  return {
    text: t.ticketCard.parted(describeTicket(opened), row.mergedInto ?? ''),
    buttons: [[{ label: t.ticketCard.button.show, command: `/ticket ${row.number}` }]],
    thing: { noun: 'ticket', id: row.id },
  };
}
