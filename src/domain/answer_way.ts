import type { Sql, Tx } from '../db/sql.ts';
import { heldThreads, redirectQueued } from '../outbox/change.ts';
import { type Conversation, loadConversation } from './conversation.ts';
import { mayGetCopies, objectionTo } from './objection.ts';
import { isCustomersWords } from './shown.ts';

/** How an answer goes: to whom, with whom in copy, under which subject. */
export interface AnswerWay {
  address: string;
  /** Mail only: who gets a copy. */
  copies: string[];
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
 * An answer goes to the customer, or where a user chose; in mail also to whom the last mail of the thread went as a copy, and under
 * its subject: that is what is read as answered. In the thread of a customer who is blocked it goes to whoever else wrote. Cards and
 * receipts show the same.
 */
export async function answerWay(sql: Sql, conversation: Conversation): Promise<AnswerWay> {
  const { id, contactId, channel, address, answersTo, withoutCopies, subject } = conversation;
  if (channel !== 'email') return { address: answersTo ?? address, copies: [], subject };
  const [last] = await sql<LastMail>`
    select m.subject, m.copied,
      (select p.address from participants p where p.conversation_id = ${id} and p.address = m.author) as author,
      (select c.blocked_at is not null from contacts c where c.id = ${contactId}) as blocked
    from messages m where m.conversation_id = ${id} and ${isCustomersWords(sql, sql`m`)}
    order by m.occurred_at desc, m.id desc limit 1`;
  const to = answersTo ?? ((last?.blocked && last.author) || address);
  const reached = [...(last?.author ? [last.author] : []), ...(last?.copied ?? [])];
  const copies = withoutCopies ? [] : [...new Set(reached)].filter((one) => one !== to && one !== address);
  return { address: to, copies: await mayGetCopies(sql, copies), subject: last?.subject ?? subject };
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
 * Answers that are still held in these threads go as one given now would: after what decides that has changed. `stay`: where one
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
