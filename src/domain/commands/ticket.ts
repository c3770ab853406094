import { formatAge } from '../../text/duration.ts';
import { markAnswered } from '../conversation.ts';
import type { Item, Reply } from '../reply.ts';
import { insertTicket, loadTicket, openTickets, openTicketsOf, resolveTicket, type Ticket } from '../ticket.ts';
import { closeTopics } from '../topic.ts';
import { snoozeButtons } from '../waiting_card.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { noSuchNumber } from './number.ts';
import { paged } from './paged.ts';
import { conversationWith, pickContact, pickNamed } from './pick.ts';
import { idIn, pageIn, splitFirst } from './words.ts';

/** '/ticket 张三 茶罐碎了' */
export const ticket: Command<{ words: string }> = {
  name: 'ticket',
  alias: '工单',
  role: 'helper',
  changes: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/ticket ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const conversation = await conversationWith(ctx, picked.contact.id);
    const draft = {
      contactId: picked.contact.id,
      conversationId: conversation?.id ?? null,
      title: picked.rest || ctx.t.ticket.untitled,
    };
    const made = await insertTicket(ctx.tx, draft, ctx.now);
    return { text: ctx.t.ticket.opened(describe(made)), buttons: [[resolveButton(ctx, made)]] };
  },
};

export const tickets: Command<{ page: number }> = {
  name: 'tickets',
  alias: '工单列表',
  role: 'viewer',
  parse: (words) => ({ page: pageIn(words) }),
  run: (ctx, { page }) =>
    paged(ctx, page, {
      title: ctx.t.ticket.list,
      empty: ctx.t.ticket.none,
      command: '/tickets',
      load: async (limit, offset) => (await openTickets(ctx.tx, limit, offset)).map((row) => ticketItem(ctx, row)),
    }),
};

function ticketItem(ctx: CommandContext, row: Ticket): Item {
  return {
    text: lineOf(row),
    ref: `#${row.id}`,
    detail: `${ctx.t.ticket.state[row.state]} · ${formatAge(ctx.now.getTime() - row.createdAt.getTime(), ctx.locale)}`,
    buttons: [resolveButton(ctx, row), snoozeButtons(ctx.t, row.id)[1]],
  };
}

/** '/resolve 12', '/resolve 张三'; answering a card, nobody need be named. */
export const resolve: Command<{ words: string }> = {
  name: 'resolve',
  alias: '解决',
  role: 'helper',
  changes: true,
  settles: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('ticket')),
  async run(ctx, { words }) {
    const picked = await pickTicket(ctx, words);
    if ('ask' in picked) return picked.ask;
    if (picked.ticket.state === 'resolved') return { text: ctx.t.ticket.alreadyResolved(describe(picked.ticket)) };
    const resolved = await resolveTicket(ctx.tx, picked.ticket.id, ctx.now);
    if (resolved.conversationId) await markAnswered(ctx.tx, resolved.conversationId, ctx.now);
    if ((await openTicketsOf(ctx.tx, resolved.contactId)).length === 0) await closeTopics(ctx, resolved.contactId);
    return { text: ctx.t.ticket.resolved(describe(resolved)) };
  },
};

async function pickTicket(ctx: CommandContext, words: string): Promise<{ ticket: Ticket } | { ask: Reply }> {
  const id = idIn(splitFirst(words)[0]);
  const byId = id && (await loadTicket(ctx.tx, id));
  if (byId) return { ticket: byId };
  const picked = await pickNamed(ctx, words, (ref) => `/resolve ${ref}`);
  if ('ask' in picked) return id && !ctx.about ? { ask: await noSuchNumber(ctx, 'ticket', id) } : picked;
  const open = await openTicketsOf(ctx.tx, picked.contact.id);
  if (open.length === 1) return { ticket: open[0]! };
  if (open.length === 0) return { ask: { failed: true, text: ctx.t.ticket.noneOf(picked.contact.name) } };
  const buttons = open.map((row) => [{ label: describe(row), command: `/resolve ${row.id}` }]);
  return { ask: { failed: true, text: ctx.t.ticket.which(picked.contact.name), buttons } };
}

const resolveButton = (ctx: CommandContext, row: Ticket) => ({
  label: ctx.t.button.resolve,
  command: `/resolve ${row.id}`,
});

const lineOf = (row: Ticket): string => `${row.contactName} · ${row.title}`;
const describe = (row: Ticket): string => `#${row.id} · ${lineOf(row)}`;
