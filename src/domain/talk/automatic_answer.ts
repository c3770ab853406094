import { enqueue } from '../../outbox/enqueue.ts';
import type { Itself } from '../../outbox/message.ts';
import type { Locale } from '../../text/locale.ts';
import { isLetter } from '../../text/sentence/letter.ts';
import { texts } from '../../text/texts.ts';
import { localSlot } from '../../text/when/zone.ts';
import { type Context, localeOf } from '../context.ts';
import type { Absence } from '../owner/away.ts';
import { formatReturn } from '../owner/presence.ts';
import { type Contact, contactByIdentity, loadContact } from '../people/contact.ts';
import type { Button } from '../reply.ts';
import type { Triage } from '../triage/triage.ts';
import { referencesFor } from './answer.ts';
import { answerWay } from './answer_way.ts';
import type { Conversation } from './conversation.ts';
import { refusesMachines } from './mail/objection.ts';
import { insertMessage, type Message } from './message.ts';
import { outOfReach } from './own_account.ts';
import { refusesAutomatic } from './ready/refusal.ts';
import { wantsAnswer } from './waiting.ts';

/** More in a row, with no word of a person between them, tell nobody anything new; and two machines fall silent here. */
export const MOST_IN_A_ROW = 3;

/**
 * While the owner is away, whoever waits for an answer is told so, and nobody else: once a local day over all channels, in their
 * language. Their message goes on waiting.
 */
export async function answerWhileAway(
  ctx: Context,
  conversation: Conversation,
  { author }: Pick<Message, 'author'>,
  { triage, absence }: { triage: Triage; absence: Absence },
): Promise<void> {
  if (!wantsAnswer(triage) || triage.sublabel === 'autoreply') return;
  const writer = await writerOf(ctx, conversation, author);
  if (
    !writer ||
    writer.contact.blockedAt ||
    (await refusesMachines(ctx.tx, { ...writer, contactId: writer.contact.id }))
  )
    return;
  const { contact, address } = writer;
  if (await refusesAutomatic(ctx.tx, contact.id)) return;
  if ((await inARow(ctx, contact.id, conversation.id)) >= MOST_IN_A_ROW) return;
  // the day is not used up by words that cannot leave: the customer may write on another road yet
  if (await outOfReach(ctx, conversation)) return;
  const day = localSlot(ctx.now, ctx.settings.timezone);
  if (!(await firstOfDay(ctx, contact.id, day))) return;
  const text = wordsFor(ctx, absence, localeOf(ctx, contact));
  await sayAutomatically(ctx, { ...conversation, address }, text, `away:${contact.id}:${day}`, { itself: 'away' });
}

interface Writer {
  contact: Contact;
  channel: string;
  address: string;
}

/** Whom a message of the conversation came from: in a mail thread it may be another than its customer. */
export async function writerOf(
  { tx }: Context,
  { contactId, channel, address: own }: Conversation,
  author: string | null,
): Promise<Writer | undefined> {
  const address = author ?? own;
  const contact = author ? await contactByIdentity(tx, [{ channel, address }]) : await loadContact(tx, contactId);
  return contact && { contact, channel, address };
}

/** What customers who speak this language are told: that we are away, and the owner's own words; what greets them is told as it is. */
export function wordsFor(
  ctx: Pick<Context, 'now' | 'settings'>,
  { texts: own, until }: Absence,
  locale: Locale,
): string {
  const words = own[locale];
  const { answer, answerSaying } = texts(locale).away;
  const [business, back] = [ctx.settings.businessName, formatReturn(ctx, until, locale)];
  if (words === undefined) return answer(business, back);
  return isLetter(words) ? words : answerSaying(business, back, words.trim().replace(/[.。!！]+$/u, ''));
}

/**
 * Tells them something that no person says, in their conversation; the same key tells it once. `buttons`: what they answer with, where the channel
 * has them; `itself`: of what kind it is where it answers a message.
 */
export async function sayAutomatically(
  ctx: Context,
  conversation: Conversation,
  text: string,
  idempotencyKey: string,
  { buttons = [], itself }: { buttons?: Button[][]; itself?: Itself } = {},
): Promise<void> {
  const { id, channel, address } = conversation;
  const { subject } = await answerWay(ctx.tx, conversation);
  const references = await referencesFor(ctx, conversation);
  const message = (await insertMessage(ctx.tx, {
    conversationId: id,
    direction: 'out',
    text,
    automatic: true,
    occurredAt: ctx.now,
  }))!;
  await enqueue(ctx.tx, ctx.random, {
    channel,
    address,
    audience: 'customer',
    idempotencyKey,
    payload: {
      kind: 'message',
      reply: { text, ...(buttons.length > 0 && { buttons }) },
      automatic: true,
      ...(itself && { itself }),
      ...(subject !== null && { subject }),
      ...(references.length > 0 && { references }),
    },
    conversationId: id,
    messageId: message.id,
  });
}

/** Whoever writes on two roads at once waits here for the other: only one of them gets the day. */
async function firstOfDay(ctx: Context, contactId: string, day: string): Promise<boolean> {
  const mine = await ctx.tx`
    insert into automatic_answers (contact_id, day) values (${contactId}, ${day})
    on conflict do nothing returning day`;
  return mine.length > 0;
}

/** How often we have answered them by ourselves since a person did, here or in any of theirs: a machine begins one with each mail. */
export async function inARow(ctx: Context, contactId: string, conversationId: string): Promise<number> {
  const [row] = await ctx.tx<{ count: number }>`
    select count(*)::int as count from (
      select automatic from messages
      where conversation_id in (select id from conversations where contact_id = ${contactId} union select ${conversationId}::bigint)
        and direction = 'out'
      order by id desc limit ${MOST_IN_A_ROW}
    ) latest
    where automatic`;
  return row!.count;
}
