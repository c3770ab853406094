import { foldText } from '../../../text/fold.ts';
import { withoutUrgency } from '../../../text/sentence/urgency.ts';
import { truncate } from '../../../text/truncate.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { openTicketsOf, resolvedTicketsOf, type Ticket } from '../../serve/ticket.ts';
import type { CommandContext, Incomplete } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { describeTicket } from './ticket_card.ts';
import { changeTicket } from './ticket_change.ts';
import { changeIn, saysOfTicket } from './ticket_read.ts';

const MOST_OFFERED = 5;
const TITLE_GRAPHEMES = 30;
/** In front of what a new ticket is called, whatever its words say. */
const NEW = /^[+＋]\s*/u;

export const isNew = (words: string): boolean => NEW.test(words);
export const withoutNew = (words: string): string => words.replace(NEW, '');

/**
 * Words behind somebody's name are about their open ticket where they say what becomes of one: urgent, note sent again, solved. Of several it is asked
 * which. Undefined: a new one is meant.
 */
export async function ofTheirs(
  ctx: CommandContext,
  contact: Contact,
  words: string,
): Promise<Reply | Incomplete | undefined> {
  const says = saysOfTicket(words);
  const open = await openTicketsOf(ctx.tx, contact.id);
  if (!says) return sameAs(ctx, contact, words, open);
  const change = changeIn(words);
  const isToOpen = change?.is === 'state' && change.state === 'open';
  const theirs = isToOpen && open.length === 0 ? await resolvedTicketsOf(ctx.tx, contact.id, MOST_OFFERED) : open;
  const [only] = theirs;
  if (says === 'surely' && only && theirs.length === 1) return changeTicket(ctx, only, words);
  const anew = newButton(ctx, contact, words);
  if (theirs.length === 0)
    return says === 'surely' ? failed(ctx.t.ticket.noneOf(nameOf(contact)), { buttons: [[anew]] }) : undefined;
  const ways = theirs.slice(0, MOST_OFFERED).map((row): Button[] => {
    const line = `/ticket ${row.number} ${words}`;
    return [theirs.length === 1 ? lineButton(ctx, line) : { label: describeTicket(row), command: line }];
  });
  const which = says === 'surely' ? ctx.t.ticket.which(nameOf(contact)) : ctx.t.ticket.changeOrNew(words);
  return failed(which, { buttons: [...ways, [anew]] });
}

/** One of the same title is open already: a second one is opened by a tap. */
function sameAs(ctx: CommandContext, contact: Contact, words: string, open: readonly Ticket[]): Reply | undefined {
  const { title: bare, urgent } = withoutUrgency(words.trim());
  const title = foldText(bare);
  const same = title === '' ? undefined : open.find((row) => foldText(row.title) === title);
  if (!same) return undefined;
  const { ticket, ticketCard } = ctx.t;
  return failed(ticket.openAlready(describeTicket(same)), {
    buttons: [
      ...(urgent
        ? [[{ label: `#${same.number} ${ticketCard.priority.urgent}`, command: `/ticketas ${same.number} urgent` }]]
        : []),
      [{ label: ticketCard.button.showLater(same.number), command: `/ticket ${same.number}` }],
      [newButton(ctx, contact, words)],
    ],
  });
}

const newButton = ({ t }: CommandContext, { id }: Contact, words: string): Button => ({
  label: t.ticket.openNew(truncate(words, TITLE_GRAPHEMES)),
  command: `/ticket c${id} + ${words}`,
});
