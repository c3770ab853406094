import type { Context } from '../../context.ts';
import { orderState } from '../../desk/order_card.ts';
import { ordersOfTicket } from '../../desk/shop/order_tickets.ts';
import type { Contact } from '../../people/contact.ts';
import { failed, type Reply, withFields } from '../../reply.ts';
import { conversationsOf } from '../../serve/merged.ts';
import { planRating } from '../../serve/rating.ts';
import { insertTicket, openTicketsOf, resolveTicket, type Ticket, ticketNumbered } from '../../serve/ticket.ts';
import { closeTopics } from '../../talk/topic.ts';
import { endTicketWaiting } from '../../talk/waiting.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { keepNote } from '../talk/note.ts';
import { pickContact, pickNamedFirst } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { isNoTitle, wordsInDoubt } from '../words/in_doubt.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn, idsIn, splitFirst } from '../words/words.ts';
import { offerRatings } from './rating_offer.ts';
import { describeTicket, orderButtons, resolveButton, ticketCard } from './ticket_card.ts';
import { changeTicket, onlyAsks } from './ticket_change.ts';

/** '/ticket 张三 茶罐碎了' opens one, '/ticket 12' shows it, '/ticket 12 urgent' changes it. */
export const ticket: Command<{ words: string }> = {
  name: 'ticket',
  role: 'helper',
  titles: true,
  goesOn: true,
  saidAtOnce: 'sure',
  changes: true,
  onlyShows({ words }) {
    const [first, rest] = splitFirst(words);
    return idIn(first) !== undefined && onlyAsks(rest);
  },
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const numbered = await ofNumber(ctx, words);
    if (numbered) return numbered;
    const picked = await pickContact(ctx, words, (ref, rest) => `/ticket ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const again = (title: string) => `/ticket c${picked.contact.id} ${title}`;
    const inDoubt = wordsInDoubt(ctx, picked.rest, again, { isDoubt: isNoTitle });
    if (inDoubt) return inDoubt;
    const conversation = await conversationWith(ctx, picked.contact.id, picked.conversation);
    const draft = {
      contactId: picked.contact.id,
      conversationId: conversation?.id ?? null,
      title: picked.rest || ctx.t.ticket.untitled,
    };
    const made = await insertTicket(ctx.tx, draft, ctx.now);
    const orders = await ordersOfTicket(ctx.tx, made);
    return {
      text: ctx.t.ticket.opened(describeTicket(made)),
      ...withFields(
        orders.map((one) => ({ label: ctx.t.order.title(one.number), value: orderState(ctx.t, one, ctx.locale) })),
      ),
      buttons: [[resolveButton(ctx.t, made), showButton(ctx, made), ...orderButtons(orders.slice(0, MOST_ORDERS))]],
      person: { contactId: picked.contact.id, sure: false },
      thing: { noun: 'ticket', id: made.id },
    };
  },
};

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
    const lines = [];
    for (const one of picked.tickets) lines.push(await resolveOne(ctx, one));
    if (picked.note) await keepNote(ctx, picked.tickets[0]!.contactId, picked.note);
    const done: Reply = { text: lines.join('\n'), ...(picked.note && { hint: ctx.t.add.noted(picked.note) }) };
    return { ...done, ...(await offerRatings(ctx, picked.tickets)) };
  },
};

async function resolveOne(ctx: CommandContext, found: Ticket): Promise<string> {
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

/** Of more orders that a ticket names, the newest. */
const MOST_ORDERS = 2;

const showButton = ({ t }: CommandContext, { number }: Ticket) => ({
  label: t.ticketCard.button.show,
  command: `/ticket ${number}`,
});

/** Its whole card, or what is changed of it; undefined where the words do not begin with the number of one. */
async function ofNumber(ctx: CommandContext, words: string): Promise<Reply | Incomplete | undefined> {
  const [first, rest] = splitFirst(words);
  const number = idIn(first);
  const row = number ? await ticketNumbered(ctx.tx, number) : undefined;
  if (!row) return number && rest === '' ? noSuchNumber(ctx, 'ticket', number) : undefined;
  return rest === '' ? ticketCard(ctx, row.id) : changeTicket(ctx, row, rest);
}

function noneOpen({ t }: CommandContext, { id, name }: Contact): Reply {
  const buttons = [
    { label: t.ticket.open, command: `/ticket c${id}` },
    { label: t.ticket.list, command: '/tickets' },
  ];
  return failed(t.ticket.noneOf(name), { buttons: [buttons] });
}
