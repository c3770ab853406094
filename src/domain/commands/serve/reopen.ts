import { typedMeanings } from '../../../text/typed.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { closedLeadsOf, type Lead, loadLead, reopenLead } from '../../sell/lead.ts';
import { resolvedTicketsOf, type Ticket, ticketNumbered } from '../../serve/ticket.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { actions, describe } from '../sell/lead.ts';
import { pickContact } from '../who/pick.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { describeTicket } from './ticket_card.ts';
import { changeTicket } from './ticket_change.ts';

const MOST_OFFERED = 4;
const NOUN = typedMeanings<Noun>(({ reopens }) => reopens);

type Noun = 'lead' | 'ticket';

/** '/reopen 12', '/reopen ticket 12', '/reopen 张三': a lead that was won or lost is open again, as it was before; so is a ticket that was resolved. */
export const reopen: Command<{ words: string }> = {
  name: 'reopen',
  role: 'helper',
  changes: true,
  settles: 'lead',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words }) {
    const [first, rest] = splitFirst(words);
    const noun = NOUN.get(first.toLowerCase());
    const typed = noun ? rest : words;
    const id = idIn(typed);
    const byNumber = id ? await ofNumber(ctx, id, noun) : undefined;
    return byNumber ?? ofContact(ctx, typed, noun, id);
  },
};

const isClosed = ({ stage }: Lead): boolean => stage === 'won' || stage === 'lost';

/** Leads and tickets are each counted for themselves: where both are over it is asked which. A lead's own button means the lead. */
async function ofNumber(
  ctx: CommandContext,
  id: string,
  noun: Noun | undefined,
): Promise<Reply | Incomplete | undefined> {
  const lead = noun === 'ticket' ? undefined : await loadLead(ctx.tx, id);
  const ticket = noun === 'lead' ? undefined : await ticketNumbered(ctx.tx, id);
  const isOver = ticket?.state === 'resolved';
  if (lead && isClosed(lead) && isOver && !ctx.pressed) {
    const ways = [leadButton(ctx, lead), ticketButton(ctx, ticket)];
    return failed(ctx.t.ticket.reopenWhich, { buttons: ways.map((one) => [one]) });
  }
  if (lead && (isClosed(lead) || !isOver)) return openLead(ctx, lead);
  return ticket && openTicket(ctx, ticket);
}

async function openLead(ctx: CommandContext, found: Lead): Promise<Reply> {
  if (!isClosed(found)) return { text: ctx.t.lead.alreadyOpen(describe(ctx, found)) };
  const lead = await reopenLead(ctx.tx, found.id, ctx.now);
  return {
    text: ctx.t.lead.reopened(describe(ctx, lead)),
    buttons: [actions(ctx, lead.id)],
    thing: { noun: 'lead', id: lead.id },
  };
}

const openTicket = (ctx: CommandContext, row: Ticket): Promise<Reply | Incomplete> =>
  changeTicket(ctx, row, ctx.t.typed.ticketState.open[0]!);

const leadButton = (ctx: CommandContext, lead: Lead): Button => ({
  label: ctx.t.ticket.reopenLead(describe(ctx, lead)),
  command: `/reopen ${ctx.t.typed.reopens.lead[0]} ${lead.id}`,
});

const ticketButton = ({ t }: CommandContext, row: Ticket): Button => ({
  label: t.ticket.reopenTicket(describeTicket(row)),
  command: `/reopen ${t.typed.reopens.ticket[0]} ${row.number}`,
});

/** The one lead or ticket of a contact that is over. */
async function ofContact(
  ctx: CommandContext,
  words: string,
  noun: Noun | undefined,
  id: string | undefined,
): Promise<Reply | Incomplete> {
  const said = noun ? `${ctx.t.typed.reopens[noun][0]} ` : '';
  const picked = await pickContact(ctx, words, (ref) => `/reopen ${said}${ref}`);
  if ('ask' in picked) return id ? noSuchNumber(ctx, noun ?? 'lead', id) : picked.ask;
  const { contact } = picked;
  const leads = noun === 'ticket' ? [] : await closedLeadsOf(ctx.tx, contact.id, MOST_OFFERED);
  const tickets = noun === 'lead' ? [] : await resolvedTicketsOf(ctx.tx, contact.id, MOST_OFFERED);
  if (leads.length + tickets.length === 1) return leads[0] ? openLead(ctx, leads[0]) : openTicket(ctx, tickets[0]!);
  if (leads.length + tickets.length === 0) return noneClosed(ctx, contact);
  const ways = [...tickets.map((row) => ticketButton(ctx, row)), ...leads.map((lead) => leadButton(ctx, lead))];
  return failed(ctx.t.lead.whichClosed(nameOf(contact)), { buttons: ways.map((one) => [one]) });
}

function noneClosed({ t }: CommandContext, contact: Contact): Reply {
  const card = { label: t.button.contact, command: `/contact c${contact.id}` };
  return failed(t.lead.noneClosed(nameOf(contact)), { buttons: [[card]] });
}
