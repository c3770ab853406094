import { foldText } from '../../../text/fold.ts';
import { cleanName } from '../../../text/normalise.ts';
import { typedWords } from '../../../text/typed.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { parseWhen } from '../../../text/when/when.ts';
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
  setPending,
  setPriority,
  takeMessage,
  takeOrder,
} from '../../serve/change.ts';
import { tendComplaints } from '../../serve/complaint.ts';
import type { Priority, TicketKind, TicketState } from '../../serve/kind.ts';
import { addLines, dropLine, linesOf, setDone, type TicketLine } from '../../serve/line.ts';
import { lastOf } from '../../serve/merged.ts';
import { insertTicket, reopenTicket, type Ticket, ticketNumbered } from '../../serve/ticket.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { snooze } from '../talk/snooze.ts';
import { momentOf } from '../words/moment.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { theirWords } from './call_ticket.ts';
import { settled } from './resolve.ts';
import { describeTicket, openAgain } from './ticket_card.ts';
import { menuOf, notUnderstood, whichIsDone } from './ticket_menu.ts';
import { goesOnAs, part } from './ticket_merged.ts';
import { type Change, changeIn, KIND_WORDS, PRIORITY_WORDS, STATE_WORDS, VERBS, type Verb } from './ticket_read.ts';

const NOBODY = typedWords(({ field }) => field.filled.none);

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

/** '/ticket 12 urgent', '/ticket 12 complaint', '/ticket 12 solved', '/ticket 12 tomorrow', '/ticket 12 note parcel is back'. */
export async function changeTicket(ctx: CommandContext, row: Ticket, words: string): Promise<Reply | Incomplete> {
  const change = changeIn(words);
  if (row.mergedInto) return ofMerged(ctx, row, words, change);
  const asked = asksFor(words);
  if (asked) return menuOf(ctx, row, asked);
  if (!change) return (await until(ctx, row, words)) ?? notUnderstood(ctx, row, words);
  if (change.is === 'kind') return toKind(ctx, row, change.kind);
  if (change.is === 'priority') return toPriority(ctx, row, change.priority);
  return change.is === 'state' ? toState(ctx, row, change.state, words) : DO[change.verb](ctx, row, change.words);
}

/** What has gone on as another ticket is changed there. Steps have other numbers there, and its state is asked about. */
async function ofMerged(ctx: CommandContext, row: Ticket, words: string, change: Change | undefined): Promise<Reply> {
  const verb = change?.is === 'verb' ? change.verb : undefined;
  if (verb === 'part') return part(ctx, row);
  const goes = !(change?.is === 'state' || verb === 'done' || verb === 'undone' || verb === 'drop');
  return goesOnAs(ctx, row, ({ number }) => (goes ? `/ticket ${number} ${words}` : undefined));
}

/** '/ticket 12 tomorrow', '/ticket 12 snooze tomorrow': a time alone puts it off until then. */
async function until(ctx: CommandContext, row: Ticket, words: string): Promise<Reply | Incomplete | undefined> {
  const [first, rest] = splitFirst(words);
  const time = STATE_WORDS.get(first.toLowerCase()) === 'snoozed' ? rest : words;
  const when = parseWhen(fromNow(time), momentOf(ctx));
  return when && when.rest.trim() === '' ? snooze.run(ctx, { words: `${row.number} ${time}` }) : undefined;
}

async function toState(
  ctx: CommandContext,
  row: Ticket,
  state: TicketState,
  words: string,
): Promise<Reply | Incomplete> {
  if (state === 'open') return toOpen(ctx, row);
  if (state === 'snoozed') return snooze.run(ctx, { words: row.number });
  if (state === 'pending') return toPending(ctx, row);
  // "done" may be a step
  const steps = VERBS.get(words.toLowerCase()) === 'done' ? await linesOf(ctx.tx, row.id, 'step') : [];
  return steps.some(({ doneAt }) => !doneAt) && row.state !== 'resolved'
    ? whichIsDone(ctx, row, words, steps)
    : settled(ctx, [row]);
}

/** We wait for the customer, though nothing was sent to them from here. */
async function toPending(ctx: CommandContext, row: Ticket): Promise<Reply> {
  const { t } = ctx;
  if (row.state === 'pending') return done(ctx, row, t.ticketCard.already(describeTicket(row)));
  if (row.state === 'resolved')
    return failed(t.ticket.alreadyResolved(describeTicket(row)), { buttons: [[openAgain(t, row)]] });
  await setPending(ctx.tx, row.id, ctx.now);
  return done(ctx, row, t.ticketCard.isNow(describeTicket(row), t.ticket.state.pending));
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
    const ticked = await tickSaid(ctx, row, words);
    if (ticked) return ticked;
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
  part: (ctx, row) => Promise.resolve(done(ctx, row, ctx.t.ticketCard.already(describeTicket(row)))),
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
  const step = stepNamed(await linesOf(ctx.tx, row.id, 'step'), words);
  if (!step) return failed(ctx.t.ticketCard.noStep(words), toTicket(ctx, row));
  const { set } = ctx.t.ticketCard;
  const said = { done: set.done, undone: set.undone, drop: set.dropped }[how](step.text);
  await (how === 'drop' ? dropLine(ctx.tx, step.id) : setDone(ctx.tx, step.id, how === 'done' ? ctx.now : null));
  return done(ctx, row, said);
}

/** A step by its number, or by words that are in one alone. */
function stepNamed(steps: readonly TicketLine[], words: string): TicketLine | undefined {
  const nth = idIn(words);
  if (nth !== undefined) return steps[Number(nth) - 1];
  const said = foldText(words.trim());
  const [only, ...more] = said === '' ? [] : steps.filter(({ text }) => foldText(text).includes(said));
  return more.length === 0 ? only : steps.find(({ text }) => foldText(text) === said);
}

/** 'step 1 done', '步骤 拍照 完成' tick a step that is there. Undefined: a new step is called so. */
async function tickSaid(ctx: CommandContext, row: Ticket, words: string): Promise<Reply | undefined> {
  const [, named = '', word = ''] = /^(.+?)\s+(\S+)$/su.exec(words.trim()) ?? [];
  const verb = VERBS.get(word.toLowerCase());
  if (verb !== 'done' && verb !== 'undone' && verb !== 'drop') return undefined;
  const step = stepNamed(await linesOf(ctx.tx, row.id, 'step'), named);
  return step || idIn(named) !== undefined ? tick(ctx, row, named, verb) : undefined;
}

/** Where the one that is meant can be looked for. */
const toOrders = ({ t }: CommandContext, { contactId }: Ticket): Partial<Reply> => ({
  buttons: [[{ label: t.order.listAll, command: `/orders c${contactId}`, turns: true }]],
});

const toTicket = ({ t }: CommandContext, { number }: Ticket): Partial<Reply> => ({
  buttons: [[{ label: t.button.show, command: `/ticket ${number}`, turns: true }]],
});

/** 'A1001' puts it to the ticket, '-A1001' takes it away. */
async function toOrder(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { set, noOrder } = ctx.t.ticketCard;
  const number = words.replace(/^[-－]\s*/u, '');
  const found = number ? await ordersNumbered(ctx.tx, number, 5) : [];
  // of several so numbered, the customer's own
  const order =
    found.find(({ contactId }) => contactId === row.contactId) ?? (found.length === 1 ? found[0] : undefined);
  if (!order) return failed(noOrder(number), toOrders(ctx, row));
  if (number === words) {
    await putOrder(ctx.tx, row.id, order.id, ctx.now);
    return done(ctx, row, set.order(describeTicket(row), order.number));
  }
  const gone = await takeOrder(ctx.tx, row.id, order.id);
  return gone
    ? done(ctx, row, set.orderGone(describeTicket(row), order.number))
    : failed(noOrder(number), toOrders(ctx, row));
}

async function toMerge(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { ticketCard: t } = ctx.t;
  const number = idIn(words);
  const other = number ? await ticketNumbered(ctx.tx, number) : undefined;
  if (!other) return number ? noSuchNumber(ctx, 'ticket', number) : notUnderstood(ctx, row, words);
  if (other.id === row.id) return failed(t.notWithItself, toTicket(ctx, row));
  if (other.contactId !== row.contactId) return failed(t.otherCustomer(describeTicket(other)), toTicket(ctx, other));
  if (other.mergedInto) {
    const last = await lastOf(ctx.tx, other.id);
    if (last === row.id) return done(ctx, row, t.already(t.set.merged(other.number, describeTicket(row))));
    return goesOnAs(ctx, other, (one) => `/ticket ${row.number} ${ctx.t.typed.ticketVerb.merge[0]} ${one.number}`);
  }
  const locked = await lockTwo(ctx.tx, other.id, row.id);
  if (!locked) return noSuchNumber(ctx, 'ticket', other.number);
  const [from, into] = locked;
  if (into.state === 'resolved') return failed(t.isResolved(describeTicket(into)), toTicket(ctx, into));
  await mergeTickets(ctx.tx, from, into, ctx.now);
  const stays = from.cause &&
    into.cause &&
    from.cause !== into.cause && { hint: t.causeStays(from.number, from.cause) };
  return { ...done(ctx, into, t.set.merged(from.number, describeTicket(into))), ...stays };
}

/** A message of the customer becomes a ticket of its own. */
async function toSplit(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { ticketCard: t } = ctx.t;
  const id = /^m?(\d{1,18})$/i.exec(words.trim())?.[1];
  const message = id === undefined ? undefined : await theirWords(ctx.tx, id);
  const conversation = message ? await loadConversation(ctx.tx, message.conversationId) : undefined;
  if (!message || conversation?.contactId !== row.contactId) return failed(t.noMessage);
  if (message.id === row.messageId) return failed(t.ownMessage);
  await takeMessage(ctx.tx, message.id);
  const draft = {
    ...{ contactId: row.contactId, conversationId: conversation.id, messageId: message.id, title: titleOf(message) },
    ...{ kind: message.triage?.sublabel || row.kind, priority: row.priority },
  };
  const made = await insertTicket(ctx.tx, draft, ctx.now);
  return done(ctx, made, t.set.split(describeTicket(made)));
}
