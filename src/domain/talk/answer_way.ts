import type { Sql, Tx } from '../../db/sql.ts';
import { heldThreads, queuedCopies, redirectQueued, setCopies } from '../../outbox/change.ts';
import type { Texts } from '../../text/texts.ts';
import { hasLetters } from '../channel.ts';
import type { Button, Field, Recipients, Reply } from '../reply.ts';
import { lastWords } from '../shown.ts';
import { type AnswerPlace, type Conversation, loadConversation } from './conversation.ts';
import { isBlockedAddress, mayGetCopies, objectionTo } from './mail/objection.ts';
import { goesTo, offeredAnswer } from './who_gets_it.ts';

/** How an answer goes: to whom, with whom in copy, under which subject. */
export interface AnswerWay extends Recipients {
  subject: string | null;
}

interface LastMail {
  subject: string | null;
  copied: string[] | null;
  /** Who takes part and wrote it, if that is not the customer. */
  author: string | null;
  /** The customer is. */
  blocked: boolean;
}

/**
 * An answer goes to the customer, or where a user chose, unless they have blocked whoever is there since; in mail also to whom the last mail of the thread went as a copy, and under
 * its subject: that is what is read as answered. In the thread of a customer who is blocked it goes to whoever else wrote. Cards and
 * receipts show the same.
 */
export async function answerWay(sql: Sql, conversation: AnswerPlace): Promise<AnswerWay> {
  const { id, contactId, channel, address, answersTo, withoutCopies, subject } = conversation;
  if (!hasLetters(channel) || id === undefined) return { address: answersTo ?? address, copies: [], subject };
  const [last] = await sql<LastMail>`
    select m.subject, m.copied,
      (select p.address from participants p where p.conversation_id = ${id} and p.address = m.author) as author,
      (select c.blocked_at is not null from contacts c where c.id = ${contactId}) as blocked
    from conversations v join messages m on m.id = ${lastWords(sql)} where v.id = ${id}`;
  const chosen = answersTo && !(await isBlockedAddress(sql, { channel, address: answersTo })) ? answersTo : undefined;
  const to = chosen ?? ((last?.blocked && last.author) || address);
  const reached = [...(last?.author ? [last.author] : []), ...(last?.copied ?? [])];
  const copies = withoutCopies ? [] : [...new Set(reached)].filter((one) => one !== to && one !== address);
  return { address: to, copies: await mayGetCopies(sql, copies), subject: last?.subject ?? subject };
}

/** Who gets an answer given now: as the card that is answered said, else as it goes. */
export async function recipientsShown(sql: Sql, conversation: AnswerPlace): Promise<Recipients> {
  return conversation.shown ?? answerWay(sql, conversation);
}

/** As `offeredAnswer`: to whom the card that is answered said, else to whom an answer goes now. */
export const offerAnswer = async (
  sql: Sql,
  t: Texts,
  place: AnswerPlace,
  said: { name: string; label: string; words: string },
): Promise<{ button: Button; fields: Field[] }> => offeredAnswer(t, place, await recipientsShown(sql, place), said);

/**
 * What the owner is told with a conversation behind it, which an answer to it answers: who gets that is kept with it, as it says itself,
 * as the card said that it came of (`card`), else as it is now. So nobody gets an answer who came in after it was read. What that card
 * showed counts as shown by this, too.
 */
export async function withRecipients(
  sql: Sql,
  reply: Reply,
  conversationId: string | null | undefined,
  card?: AnswerPlace,
): Promise<Reply> {
  if (!conversationId) return reply;
  const isOfCard = card?.id === conversationId;
  if (isOfCard && card.shownUpTo && !reply.shownUpTo)
    return withRecipients(sql, { ...reply, shownUpTo: card.shownUpTo }, conversationId, card);
  if (reply.goesTo) return reply;
  if (isOfCard && card.shown) return { ...reply, goesTo: card.shown };
  const conversation = isOfCard ? card : await loadConversation(sql, conversationId);
  if (!conversation || !hasLetters(conversation.channel)) return reply;
  return { ...reply, ...goesTo(conversation, await answerWay(sql, conversation)) };
}

/** Where answers of this thread go from now on; the customer's own address ends that. */
export async function answerTo(sql: Sql, { id, address }: Conversation, to: string): Promise<void> {
  await sql`update conversations set answers_to = ${to === address ? null : to} where id = ${id}`;
}

/** Whether answers of this thread reach whoever got a copy of the customer's mail. */
export async function answerWithoutCopies(sql: Sql, { id }: Conversation, without: boolean): Promise<void> {
  await sql`update conversations set without_copies = ${without} where id = ${id}`;
}

/**
 * Answers that are still held in these threads go as one given now would: after a user has said where they go. `stay`: where one
 * goes all the same, because mail to the new address came back or it is only claimed.
 */
export async function heldFollow(tx: Tx, among: readonly string[]): Promise<{ followed: number; stay: string[] }> {
  const held = await heldThreads(tx, among);
  const stay: string[] = [];
  for (const { id, address } of held) {
    const conversation = (await loadConversation(tx, id))!;
    const way = await answerWay(tx, conversation);
    const objects = way.address !== address && (await objectionTo(tx, { ...conversation, address: way.address }));
    if (objects) stay.push(address);
    else await redirectQueued(tx, id, way);
  }
  return { followed: held.length - stay.length, stay };
}

/**
 * Answers that are still held in these threads lose the copies to whom none may go any more, and turn to nobody else. Gives who still
 * gets each that lost one.
 */
export async function heldLoseCopies(tx: Tx, among: readonly string[]): Promise<Recipients[]> {
  const changed: Recipients[] = [];
  for (const { id, address, copies, lost } of await queuedCopies(tx, among)) {
    const left = await mayGetCopies(tx, copies);
    if (left.length === copies.length) continue;
    const off = copies.filter((copy) => !left.includes(copy));
    await setCopies(tx, { id, copies: left, lost: [...lost, ...off] });
    changed.push({ address, copies: left });
  }
  return changed;
}

/** A block is taken back: those who lost their copy of a held answer by it get it again. */
export async function heldRegainCopies(tx: Tx, among: readonly string[]): Promise<void> {
  for (const { id, copies, lost } of await queuedCopies(tx, among)) {
    const back = await mayGetCopies(tx, lost);
    const stillLost = lost.filter((copy) => !back.includes(copy));
    if (back.length > 0) await setCopies(tx, { id, copies: [...copies, ...back], lost: stillLost });
  }
}
