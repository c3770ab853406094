import type { Context } from '../../context.ts';
import type { Contact } from '../../people/contact.ts';
import { failed, type Reply } from '../../reply.ts';
import { tendComplaints } from '../../serve/complaint.ts';
import { conversationsOf, lastOf } from '../../serve/merged.ts';
import { planRating } from '../../serve/rating.ts';
import { loadTicket, openTicketsOf, resolveTicket, type Ticket, ticketNumbered } from '../../serve/ticket.ts';
import { closeTopics } from '../../talk/topic.ts';
import { endTicketWaiting } from '../../talk/waiting.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { keepNote } from '../talk/note.ts';
import { pickNamedFirst } from '../who/pick.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn, idsIn, splitFirst } from '../words/words.ts';
import { offerRatings } from './rating_offer.ts';
import { describeTicket } from './ticket_card.ts';
import { goesOnAs } from './ticket_merged.ts';

/** '/resolve 12', '/resolve 12 13', '/resolve 张三 已补发' (more words are kept as a note); answering a card, nobody need be named. */
export const resolve: Command<{ words: string }> = {
  name: 'resolve',
  role: 'helper',
  changes: true,
  settles: 'ticket',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('ticket')),
  async run(ctx, { words }) {
    const picked = await pickTickets(ctx, words);
    if ('ask' in picked) return picked.ask;
    const [only] = picked.tickets;
    if (picked.tickets.length === 1 && only?.mergedInto) return goesOnAs(ctx, only, resolvedAs(picked.note));
    return settled(ctx, picked.tickets, picked.note);
  },
};

/** The ticket that goes on with a merged one is resolved in its place. */
const resolvedAs =
  (note: string) =>
  ({ number }: Ticket): string =>
    `/resolve ${number} ${note}`.trim();

/** Resolves them; words are kept as a note of whose the first is. */
export async function settled(ctx: CommandContext, tickets: readonly Ticket[], note = ''): Promise<Reply> {
  const lines = [];
  for (const one of tickets) lines.push(await resolveOne(ctx, one));
  if (note) await keepNote(ctx, tickets[0]!.contactId, note);
  const done: Reply = { text: lines.join('\n'), ...(note && { hint: ctx.t.add.noted(note) }) };
  return { ...done, ...(await offerRatings(ctx, tickets)) };
}

async function resolveOne(ctx: CommandContext, found: Ticket): Promise<string> {
  if (found.mergedInto) {
    const last = (await loadTicket(ctx.tx, await lastOf(ctx.tx, found.id)))!;
    return ctx.t.ticketCard.goesOnAs(describeTicket(found), describeTicket(last));
  }
  if (found.state === 'resolved') return ctx.t.ticket.alreadyResolved(describeTicket(found));
  const { resolved, waits } = await settleTicket(ctx, found.id);
  const line = ctx.t.ticket.resolved(describeTicket(resolved));
  return waits ? `${line}\n${ctx.t.ticket.stillWaits(resolved.contactName)}` : line;
}

/** Resolves it: nobody waits because of it any more, unless they have written since (`waits`), and the topics of a customer without another close. */
export async function settleTicket(ctx: Context, id: string): Promise<{ resolved: Ticket; waits: boolean }> {
  const resolved = await resolveTicket(ctx.tx, id, ctx.now);
  let waits = false;
  for (const one of await conversationsOf(ctx.tx, id)) waits = (await endTicketWaiting(ctx.tx, one)) || waits;
  if ((await openTicketsOf(ctx.tx, resolved.contactId)).length === 0) await closeTopics(ctx, resolved.contactId);
  await planRating(ctx, resolved);
  if (resolved.kind === 'complaint') await tendComplaints(ctx, id);
  return { resolved, waits };
}

type PickedTickets = { tickets: Ticket[]; note: string } | { ask: Reply };

async function pickTickets(ctx: CommandContext, words: string): Promise<PickedTickets> {
  const [first, rest] = splitFirst(words);
  const ids = idsIn(words) ?? [idIn(first) ?? ''];
  const loaded = ids[0] ? await Promise.all(ids.map((id) => ticketNumbered(ctx.tx, id))) : [];
  const missing = ids[loaded.indexOf(undefined)];
  if (ids[0] && missing === undefined) return { tickets: loaded as Ticket[], note: ids.length > 1 ? '' : rest };
  if (ids.length > 1) return { ask: await noSuchNumber(ctx, 'ticket', missing!) };
  return ticketOf(ctx, words, missing);
}

/** The open one of whoever is named, or of the card. */
async function ticketOf(ctx: CommandContext, words: string, missing: string | undefined): Promise<PickedTickets> {
  const picked = await pickNamedFirst(ctx, words, (ref, note) => `/resolve ${ref} ${note}`);
  if ('ask' in picked) return missing && !ctx.about ? { ask: await noSuchNumber(ctx, 'ticket', missing) } : picked;
  const { contact, rest: note } = picked;
  const open = await openTicketsOf(ctx.tx, contact.id);
  if (open.length === 1) return { tickets: open, note };
  if (open.length === 0) return { ask: noneOpen(ctx, contact) };
  const buttons = open.map((row) => [{ label: describeTicket(row), command: `/resolve ${row.number} ${note}`.trim() }]);
  return { ask: failed(ctx.t.ticket.which(contact.name), { buttons }) };
}

function noneOpen({ t }: CommandContext, { id, name }: Contact): Reply {
  const buttons = [
    { label: t.ticket.open, command: `/ticket c${id}` },
    { label: t.ticket.list, command: '/tickets' },
  ];
  return failed(t.ticket.noneOf(name), { buttons: [buttons] });
}
