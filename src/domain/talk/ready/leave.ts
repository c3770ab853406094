import { isToldAtOnce } from '../../../outbox/itself.ts';
import { isNobodys } from '../../../text/nobody.ts';
import type { Context } from '../../context.ts';
import { currentAbsence } from '../../owner/away.ts';
import { lockContacts } from '../../people/belongings.ts';
import type { Contact } from '../../people/contact.ts';
import { unwelcomeTo } from '../../people/unwelcome.ts';
import { inARow, MOST_IN_A_ROW, sayAutomatically, writerOf } from '../automatic_answer.ts';
import { type Conversation, loadConversation } from '../conversation.ts';
import { refusesMachines } from '../mail/objection.ts';
import { loadMessage, type Message } from '../message.ts';
import { outOfReach } from '../own_account.ts';
import { closedWords, opensNext } from './closed.ts';
import { asksForMore } from './faq.ts';
import { orderAnswer } from './order_words.ts';
import { whyNotByItself } from './person.ts';
import { type Ready, settle, takeDue, type WhyStays } from './rows.ts';

/** So many leave in one look. */
const MOST = 20;
/** Later than this it answers nobody any more. */
const LATE_MS = { hours: 2 * 3_600_000, faq: 30 * 60_000, order: 30 * 60_000 } as const;
const HOUR_MS = 3_600_000;
/** Between two that say that it is closed. */
const APART_MS = 12 * HOUR_MS;
/** Between two that answer what is often asked. */
const A_DAY_MS = 24 * HOUR_MS;

/**
 * What is to leave by itself leaves when its time has come, if nothing speaks against it then. Whatever decides is read behind a lock on the person
 * who gets it, so two messages, two instances or a merge never come to two. Gives what was due.
 */
export async function leaveByItself(ctx: Context): Promise<Ready[]> {
  const due = await takeDue(ctx.tx, ctx.now, MOST);
  for (const ready of due) await leave(ctx, ready);
  return due;
}

async function leave(ctx: Context, ready: Ready): Promise<void> {
  const conversation = await lockedConversation(ctx, ready.conversationId);
  const message = conversation && (await loadMessage(ctx.tx, ready.messageId));
  const writer = message && (await writerOf(ctx, conversation, message.author));
  if (!writer) return stay(ctx, ready, 'unreachable');
  const why =
    (await whyNotThem(ctx, ready, conversation, writer)) ??
    (await whyNotNow(ctx, ready, conversation, message)) ??
    (await whyNotByItself(ctx, writer.contact.id, ready.kind)) ??
    (await whyNotAgain(ctx, ready, writer.contact.id));
  if (why) return stay(ctx, ready, why);
  const text = await wordsNow(ctx, ready, message, writer.contact);
  if (text === undefined) return stay(ctx, ready, 'changed');
  await ctx.tx`update ready_answers set text = ${text} where id = ${ready.id} and text <> ${text}`;
  const to = { ...conversation, address: writer.address };
  await sayAutomatically(ctx, to, text, `ready:${ready.id}`, { itself: ready.kind });
  await settle(ctx, ready.id, 'sent');
}

/** What answers a question goes on being proposed. */
const stay = (ctx: Context, { id, kind }: Ready, why: WhyStays): Promise<void> =>
  settle(ctx, id, kind === 'hours' ? 'stopped' : 'proposed', why);

/** The conversation, with a lock on whose it is. It may have become another's while the lock was waited for. */
async function lockedConversation(ctx: Context, id: string): Promise<Conversation | undefined> {
  for (let turn = 0; turn < 3; turn += 1) {
    const before = await loadConversation(ctx.tx, id);
    if (!before) return undefined;
    await lockContacts(ctx.tx, [before.contactId]);
    const after = await loadConversation(ctx.tx, id);
    if (after?.contactId === before.contactId) return after;
  }
  return undefined;
}

/** Whether it is still switched on, and the message as it was and unanswered. */
async function whyNotNow(
  ctx: Context,
  { kind, name, dueAt, opensAt, madeAt }: Ready,
  conversation: Conversation,
  message: Message,
): Promise<WhyStays | undefined> {
  const { tx, now, settings } = ctx;
  const { autoreply = {} } = settings;
  if (kind !== 'faq' && !(kind === 'hours' ? autoreply.hours : autoreply.orders)) return 'off';
  if (kind === 'faq' && (await tx`select from faqs where name = ${name} and by_itself`).length === 0) return 'off';
  if (await currentAbsence(tx, now)) return 'away';
  if (now.getTime() - dueAt!.getTime() > LATE_MS[kind]) return 'late';
  if (kind === 'hours' && opensNext(ctx)?.getTime() !== opensAt!.getTime()) return 'open';
  // who took it back asks nothing; an edit has been looked at (`prepareAnew`), unless it was of another kind
  if (message.fate && (message.fate !== 'edited' || (kind !== 'hours' && (await editedSince(ctx, message, madeAt)))))
    return 'edited';
  if (!conversation.waitingSince) return 'answered';
  const [since] = await tx<{ answered: boolean; more: boolean; back: boolean; later: boolean }>`
    select exists (
      select from conversations v join messages m on m.conversation_id = v.id
      where v.contact_id = ${conversation.contactId} and m.id > ${message.id} and m.direction = 'out' and m.automatic is not true
    ) or exists (
      select from scheduled_answers s join conversations v on v.id = s.conversation_id
      where v.contact_id = ${conversation.contactId} and s.sent_at is null and s.cancelled_at is null
    ) as answered, exists (
      select from conversations v join outbox o on o.conversation_id = v.id
      where v.contact_id = ${conversation.contactId} and o.audience = 'customer' and o.state = 'cancelled' and o.message_id > ${message.id}
        and o.payload -> 'automatic' is null
    ) or exists (
      select from scheduled_answers s join conversations v on v.id = s.conversation_id
      where v.contact_id = ${conversation.contactId} and s.cancelled_at >= ${madeAt}
    ) as back, exists (
      select from conversations v where v.contact_id = ${conversation.contactId} and v.snoozed_until > ${now}
    ) as later, exists (
      select from messages m where m.conversation_id = ${conversation.id} and m.id > ${message.id} and m.direction = 'in'
    ) as more`;
  if (since!.answered) return 'answered';
  // a user has had it in hand
  if (since!.back) return 'back';
  if (since!.later) return 'snoozed';
  // who goes on may mean something else by now
  return kind !== 'hours' && since!.more ? 'more' : undefined;
}

const editedSince = async ({ tx }: Context, { id }: Message, madeAt: Date): Promise<boolean> => {
  const [row] = await tx<{
    at: string | null;
  }>`select edits -> -1 ->> 'replaced_at' as at from messages where id = ${id}`;
  return !row?.at || new Date(row.at) > madeAt;
};

/** Whether they may be written to by a program at all. */
async function whyNotThem(
  ctx: Context,
  { kind }: Ready,
  conversation: Conversation,
  { contact, channel, address }: { contact: Contact; channel: string; address: string },
): Promise<WhyStays | undefined> {
  const { tx } = ctx;
  if (contact.blockedAt || (await unwelcomeTo(tx, contact.id))) return 'blocked';
  if (await refusesMachines(tx, { channel, address, contactId: contact.id })) return 'blocked';
  if (isNobodys(address.toLowerCase())) return 'unreachable';
  if (await outOfReach(ctx, conversation)) return 'unreachable';
  return kind === 'hours' && (await inARow(ctx, contact.id, conversation.id)) >= MOST_IN_A_ROW ? 'already' : undefined;
}

/** Once for each time that it is closed and not twice in twelve hours; what is often asked, once a day; how an order stands too, unless that has changed. Whoever was told that the owner is away was told. */
async function whyNotAgain({ tx, now }: Context, { id, kind, opensAt, text }: Ready, contactId: string) {
  const since = new Date(now.getTime() - (kind === 'hours' ? APART_MS : A_DAY_MS));
  const [row] = await tx<{ already: boolean }>`
    select exists (
      select from conversations v join ready_answers r on r.conversation_id = v.id
      where v.contact_id = ${contactId} and r.kind = ${kind} and r.state = 'sent' and r.id <> ${id} and (${kind} <> 'order' or r.text = ${text})
        and (r.settled_at > ${since} or r.opens_at = ${opensAt})
    ) or ${kind === 'hours'} and exists (
      select from conversations v join outbox o on o.conversation_id = v.id
      where v.contact_id = ${contactId} and o.audience = 'customer' and o.payload ->> 'itself' = 'away' and o.created_at > ${since}
    ) as already`;
  return row!.already ? ('already' as const) : undefined;
}

/** As it is to be said now; undefined: it is not what was shown any more, so a person looks first. */
async function wordsNow(ctx: Context, ready: Ready, message: Message, contact: Contact): Promise<string | undefined> {
  const { kind, locale, text, name, opensAt } = ready;
  if (kind === 'hours') {
    const told = await isToldAtOnce(ctx.tx, message);
    return closedWords(ctx, locale, { opensAt: opensAt!, told });
  }
  if (kind === 'order') {
    const now = await orderAnswer(ctx, contact.id, message.text, locale);
    return now?.clear && now.text === text ? text : undefined;
  }
  const [canned] = await ctx.tx<{
    text: string;
  }>`select text from canned_replies where name = ${name} and locale = ${locale}`;
  return canned?.text === text && !asksForMore(text) ? text : undefined;
}
