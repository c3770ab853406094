import { cleanName } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { titleOf } from '../../desk/filing.ts';
import { failed, type Reply } from '../../reply.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { causeNamed, setCause } from '../../serve/cause.ts';
import {
  lockTwo,
  mergeTickets,
  putOrder,
  rename,
  setKind,
  setPriority,
  takeMessage,
  takeOrder,
} from '../../serve/change.ts';
import { tendComplaints } from '../../serve/complaint.ts';
import type { Priority, TicketKind, TicketState } from '../../serve/kind.ts';
import { addLines, dropLine, linesOf, setDone } from '../../serve/line.ts';
import { insertTicket, reopenTicket, type Ticket, ticketNumbered } from '../../serve/ticket.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { loadMessage } from '../../talk/message.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { describeTicket } from './ticket_card.ts';
import { menuOf, notUnderstood } from './ticket_menu.ts';

export const KIND_WORDS = typedMeanings<TicketKind>(({ ticketKind }) => ticketKind);
export const PRIORITY_WORDS = typedMeanings<Priority>(({ priority }) => priority);
export const STATE_WORDS = typedMeanings<TicketState>(({ ticketState }) => ticketState);
const VERBS = typedMeanings<Verb>(({ ticketVerb }) => ticketVerb);
const NOBODY = typedWords(({ field }) => field.filled.none);

export type Verb =
  | 'kind'
  | 'priority'
  | 'cause'
  | 'note'
  | 'step'
  | 'done'
  | 'undone'
  | 'drop'
  | 'order'
  | 'merge'
  | 'split'
  | 'title';

const LONGEST_TITLE = 300;
const LONGEST_LINE = 2000;
const LONGEST_CAUSE = 60;
const MOST_STEPS = 20;

/** What buttons of a ticket's card do: '/ticketas 12 urgent'. */
export const ticketas: Command<{ number: string; words: string }> = {
  name: 'ticketas',
  role: 'helper',
  changes: true,
  settles: 'ticket',
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const number = idIn(first);
    return number ? { number, words: rest } : new Incomplete('ticket', 'front');
  },
  async run(ctx, { number, words }) {
    const row = await ticketNumbered(ctx.tx, number);
    return row ? changeTicket(ctx, row, words) : noSuchNumber(ctx, 'ticket', number);
  },
};

/** Whether the words behind a ticket's number only ask what can be chosen. */
export const onlyAsks = (words: string): boolean => words === '' || asksFor(words) !== undefined;

function asksFor(words: string): Verb | undefined {
  const verb = VERBS.get(words.toLowerCase());
  return verb && ['kind', 'priority', 'cause', 'merge'].includes(verb) ? verb : undefined;
}

/** '/ticket 12 urgent', '/ticket 12 complaint', '/ticket 12 note parcel is back'. */
export async function changeTicket(ctx: CommandContext, row: Ticket, words: string): Promise<Reply | Incomplete> {
  const said = words.toLowerCase();
  const asked = asksFor(words);
  if (asked) return menuOf(ctx, row, asked);
  const kind = KIND_WORDS.get(said);
  if (kind) return toKind(ctx, row, kind);
  const priority = PRIORITY_WORDS.get(said);
  if (priority) return toPriority(ctx, row, priority);
  if (STATE_WORDS.get(said) === 'open') return toOpen(ctx, row);
  const [first, rest] = splitFirst(words);
  const verb = VERBS.get(first.toLowerCase());
  return verb ? DO[verb](ctx, row, rest) : notUnderstood(ctx, row, words);
}

type Doing = (ctx: CommandContext, row: Ticket, words: string) => Promise<Reply | Incomplete>;

const DO: Readonly<Record<Verb, Doing>> = {
  kind: (ctx, row, words) => {
    const kind = KIND_WORDS.get(words.toLowerCase());
    return kind ? toKind(ctx, row, kind) : notUnderstood(ctx, row, words);
  },
  priority: (ctx, row, words) => {
    const priority = PRIORITY_WORDS.get(words.toLowerCase());
    return priority ? toPriority(ctx, row, priority) : notUnderstood(ctx, row, words);
  },
  cause: toCause,
  async note(ctx, row, words) {
    if (!words) return new Incomplete('text');
    await addLines(ctx.tx, row.id, 'note', [cleanName(words, LONGEST_LINE)], ctx.now);
    return done(ctx, row, ctx.t.ticketCard.set.note(describeTicket(row)));
  },
  async step(ctx, row, words) {
    const steps = words
      .split(/[\n;；]/u)
      .map((one) => cleanName(one, LONGEST_LINE))
      .filter(Boolean)
      .slice(0, MOST_STEPS);
    if (steps.length === 0) return new Incomplete('text');
    await addLines(ctx.tx, row.id, 'step', steps, ctx.now);
    return done(ctx, row, ctx.t.ticketCard.set.step(describeTicket(row), steps.length));
  },
  done: (ctx, row, words) => tick(ctx, row, words, 'done'),
  undone: (ctx, row, words) => tick(ctx, row, words, 'undone'),
  drop: (ctx, row, words) => tick(ctx, row, words, 'drop'),
  order: toOrder,
  merge: toMerge,
  split: toSplit,
  async title(ctx, row, words) {
    const title = cleanName(words, LONGEST_TITLE);
    if (!title) return new Incomplete('text');
    await rename(ctx.tx, row.id, title);
    return done(ctx, row, ctx.t.ticketCard.set.title(describeTicket({ ...row, title })));
  },
};

/** What was done, with the ticket a tap away. */
const done = (ctx: CommandContext, { id, number }: Pick<Ticket, 'id' | 'number'>, text: string): Reply => ({
  text,
  buttons: [[{ label: ctx.t.ticketCard.button.show, command: `/ticket ${number}` }]],
  thing: { noun: 'ticket', id },
});

async function toKind(ctx: CommandContext, row: Ticket, kind: TicketKind): Promise<Reply> {
  const { ticketCard } = ctx.t;
  if (row.kind === kind) return done(ctx, row, ticketCard.already(describeTicket(row)));
  await setKind(ctx.tx, row.id, kind);
  await tendComplaints(ctx, row.id);
  return done(ctx, row, ticketCard.set.kind(describeTicket(row), ticketCard.kind[kind]));
}

async function toPriority(ctx: CommandContext, row: Ticket, priority: Priority): Promise<Reply> {
  const { ticketCard } = ctx.t;
  if (row.priority === priority) return done(ctx, row, ticketCard.already(describeTicket(row)));
  await setPriority(ctx.tx, row.id, priority);
  return done(ctx, row, ticketCard.set.priority(describeTicket(row), ticketCard.priority[priority]));
}

async function toOpen(ctx: CommandContext, row: Ticket): Promise<Reply> {
  if (row.state !== 'resolved') return done(ctx, row, ctx.t.ticketCard.already(describeTicket(row)));
  const opened = await reopenTicket(ctx.tx, row.id, ctx.now);
  if (opened.kind === 'complaint') await tendComplaints(ctx, row.id);
  return done(ctx, opened, ctx.t.lead.reopened(describeTicket(opened)));
}

async function toCause(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { ticketCard } = ctx.t;
  const name = cleanName(words, LONGEST_CAUSE);
  const none = NOBODY.has(name.toLowerCase());
  await setCause(ctx.tx, row.id, none ? null : await causeNamed(ctx.tx, name, ctx.now));
  return done(ctx, row, ticketCard.set.cause(describeTicket(row), none ? ticketCard.noCause : name));
}

async function tick(ctx: CommandContext, row: Ticket, words: string, how: 'done' | 'undone' | 'drop'): Promise<Reply> {
  const steps = await linesOf(ctx.tx, row.id, 'step');
  const nth = idIn(words);
  const step = nth === undefined ? undefined : steps[Number(nth) - 1];
  if (!step) return failed(ctx.t.ticketCard.noStep(words));
  const { set } = ctx.t.ticketCard;
  const said = { done: set.done, undone: set.undone, drop: set.dropped }[how](step.text);
  await (how === 'drop' ? dropLine(ctx.tx, step.id) : setDone(ctx.tx, step.id, how === 'done' ? ctx.now : null));
  return done(ctx, row, said);
}

/** 'A1001' puts it to the ticket, '-A1001' takes it away. */
async function toOrder(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { set, noOrder } = ctx.t.ticketCard;
  const number = words.replace(/^[-－]\s*/u, '');
  const found = number ? await ordersNumbered(ctx.tx, number, 5) : [];
  // of several so numbered, the customer's own
  const order =
    found.find(({ contactId }) => contactId === row.contactId) ?? (found.length === 1 ? found[0] : undefined);
  if (!order) return failed(noOrder(number));
  if (number === words) {
    await putOrder(ctx.tx, row.id, order.id, ctx.now);
    return done(ctx, row, set.order(describeTicket(row), order.number));
  }
  const gone = await takeOrder(ctx.tx, row.id, order.id);
  return gone ? done(ctx, row, set.orderGone(describeTicket(row), order.number)) : failed(noOrder(number));
}

async function toMerge(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { ticketCard: t } = ctx.t;
  const number = idIn(words);
  const other = number ? await ticketNumbered(ctx.tx, number) : undefined;
  if (!other) return number ? noSuchNumber(ctx, 'ticket', number) : notUnderstood(ctx, row, words);
  if (other.id === row.id) return failed(t.notWithItself);
  if (other.contactId !== row.contactId) return failed(t.otherCustomer(describeTicket(other)));
  const locked = await lockTwo(ctx.tx, other.id, row.id);
  if (!locked) return noSuchNumber(ctx, 'ticket', other.number);
  const [from, into] = locked;
  if (into.state === 'resolved') return failed(t.isResolved(describeTicket(into)));
  await mergeTickets(ctx.tx, from, into, ctx.now);
  return done(ctx, into, t.set.merged(from.number, describeTicket(into)));
}

/** A message of the customer becomes a ticket of its own. */
async function toSplit(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { ticketCard: t } = ctx.t;
  const id = /^m?(\d{1,18})$/i.exec(words.trim())?.[1];
  const message = id === undefined ? undefined : await loadMessage(ctx.tx, id);
  const conversation = message ? await loadConversation(ctx.tx, message.conversationId) : undefined;
  if (message?.direction !== 'in' || conversation?.contactId !== row.contactId) return failed(t.noMessage);
  if (message.id === row.messageId) return failed(t.ownMessage);
  await takeMessage(ctx.tx, message.id);
  const draft = {
    ...{ contactId: row.contactId, conversationId: conversation.id, messageId: message.id, title: titleOf(message) },
    ...{ kind: message.triage?.sublabel || row.kind, priority: row.priority },
  };
  const made = await insertTicket(ctx.tx, draft, ctx.now);
  return done(ctx, made, t.set.split(describeTicket(made)));
}
