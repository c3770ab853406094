import { narrow } from '../../../text/normalise.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { festivalTime, isBareFestival } from '../../../text/when/named_festival.ts';
import { overFirst, timeIn } from '../../../text/when/time_like.ts';
import { parseWhen, type When } from '../../../text/when/when.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { ticketNumbered } from '../../serve/ticket.ts';
import { snoozeConversation, snoozeTicket } from '../../talk/snooze.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickNamedFirst } from '../who/pick.ts';
import { pickConversation } from '../who/pick_conversation.ts';
import { askAboutTime, askAfterOver, askWhichMoment, exactly, momentOf, shown } from '../words/moment.ts';
import { noSuchNumber } from '../words/number.ts';
import { explicitConversation, idIn, splitFirst } from '../words/words.ts';
import { nextInLine } from './inbox.ts';
import { unreadReply } from './unread.ts';

interface Snooze {
  /** A ticket's number, 'v12', a name, or '' for the card's conversation. */
  what: string;
  when: When | undefined;
}

/** '/snooze 12 明天' a ticket, '/snooze 张三 明天9点' a conversation; answering a card only the time is needed. */
export const snooze: Command<{ words: string }> = {
  name: 'snooze',
  role: 'helper',
  changes: true,
  settles: 'conversation',
  parse: (words) => (words ? { words } : new Incomplete('time', (more, card) => `${card.conversation} ${more}`)),
  async run(ctx, { words }) {
    const { what, when } = readSnooze(ctx, words);
    if (!when) return whenMissing(ctx, words.trim());
    const unread = timeIn(unreadIn(what, when));
    if (unread !== undefined) return askWhatIsMeant(ctx, what, when.at, unread);
    const rest = unreadIn(what, when).trim();
    if (rest && rest !== what) return unreadReply(ctx.t, rest, `/snooze ${what} ${exactly(ctx, when.at)}`);
    if (!what && !ctx.about) return new Incomplete('ticket', 'front');
    const which = askWhichMoment(ctx, when, (at) => snoozeButton(ctx, what, at));
    if (which) return which;
    if (when.farOff)
      return failed(ctx.t.time.farOff(shown(ctx, when.at)), { buttons: [[snoozeButton(ctx, what, when.at)]] });
    if (when.at < ctx.now) return askAfterOver(ctx, shown(ctx, when.at), { before: `/snooze ${what || cardOf(ctx)} ` });
    const ticketId = idIn(what);
    return ticketId ? ticketUntil(ctx, ticketId, when.at) : conversationUntil(ctx, what, when.at);
  },
};

/** What is named stays named: a ticket, a conversation, somebody. Other words are not understood. */
async function whenMissing(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const festival = festivalTime(words, momentOf(ctx));
  if (festival && (festival.rest || ctx.about)) {
    const buttons = festival.moments.map((at) => snoozeButton(ctx, festival.rest, at));
    return askAboutTime(ctx, festival.said, buttons);
  }
  if (idIn(words) || explicitConversation(words)) return new Incomplete('time', (more) => `${words} ${more}`);
  const picked = await pickNamedFirst(ctx, words, (ref, rest) => `/snooze ${ref} ${rest}`);
  if (!('ask' in picked) && overFirst(picked.rest) !== undefined)
    return askAfterOver(ctx, picked.rest, { before: `/snooze c${picked.contact.id} ` });
  if (!('ask' in picked)) return new Incomplete('time', (more) => `c${picked.contact.id} ${more}`, picked.rest);
  if (!ctx.about) return picked.ask;
  return new Incomplete('time', (more, card) => `${card.conversation} ${more}`, words);
}

const cardOf = ({ about }: CommandContext): string =>
  about?.conversation ? `v${about.conversation.id}` : `c${about?.contact.id}`;

/** A number in front is a ticket's only when a time follows it: "3 天后" is none. */
function readSnooze(ctx: CommandContext, words: string): Snooze {
  const context = momentOf(ctx);
  const [first, rest] = splitFirst(words);
  const numbered = (idIn(first) || explicitConversation(first)) && parseWhen(fromNow(rest), context);
  if (numbered) return { what: first, when: numbered };
  const when = parseWhen(fromNow(words), context);
  if (when && isBareFestival(words, when, context)) return { what: words, when: undefined };
  return { what: when?.rest.trim() ?? '', when };
}

/** Behind a number nothing may be left but the time; a name may stand on either side of it. */
const unreadIn = (what: string, { rest }: When): string => (idIn(what) || explicitConversation(what) ? rest : what);

function askWhatIsMeant(ctx: CommandContext, what: string, until: Date, unread: string): Reply {
  return askAboutTime(ctx, unread, [snoozeButton(ctx, narrow(what).replace(unread, ' ').trim(), until)]);
}

function snoozeButton(ctx: CommandContext, what: string, until: Date): Button {
  const command = ['/snooze', what, exactly(ctx, until)].filter(Boolean).join(' ');
  return { label: ctx.t.time.snoozeUntil(shown(ctx, until)), command };
}

async function ticketUntil(ctx: CommandContext, id: string, until: Date): Promise<Reply> {
  const found = await ticketNumbered(ctx.tx, id);
  if (!found) return noSuchNumber(ctx, 'ticket', id);
  if (found.state === 'resolved') return failed(ctx.t.snooze.noSuch(id));
  const ticket = await snoozeTicket(ctx.tx, found.id, until, ctx.now);
  return snoozed(ctx, `#${ticket.number} · ${ticket.contactName} · ${ticket.title}`, until);
}

async function conversationUntil(ctx: CommandContext, what: string, until: Date): Promise<Reply> {
  const at = exactly(ctx, until);
  const picked = await pickConversation(ctx, what, (ref) => `/snooze ${ref} ${at}`);
  if ('ask' in picked) return picked.unwritten ? nothingWaits(ctx, picked.unwritten, until) : picked.ask;
  const { contact, conversation } = picked;
  await snoozeConversation(ctx.tx, conversation.id, until);
  const reply = snoozed(ctx, contact.name || conversation.address, until);
  const { buttons } = await nextInLine(ctx);
  return { ...reply, ...(buttons && { buttons }) };
}

/** Whoever has written nothing waits for nothing: what can be put off is a reminder of them. */
function nothingWaits(ctx: CommandContext, contact: Contact, until: Date): Reply {
  const { snooze, time } = ctx.t;
  const name = nameOf(contact);
  const task = `/task c${contact.id} ${exactly(ctx, until)} ${snooze.getBackTo(name)}`;
  const label = `${time.remindAt(shown(ctx, until))} · ${snooze.getBackTo(name)}`;
  return failed(snooze.nothingWaits(name), { buttons: [[{ label, command: task }]] });
}

function snoozed(ctx: CommandContext, line: string, until: Date): Reply {
  return { text: ctx.t.snooze.done(line, shown(ctx, until)), hint: ctx.t.snooze.hint };
}
