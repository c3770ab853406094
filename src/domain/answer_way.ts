import type { Sql } from '../db/sql.ts';
import type { Conversation } from './conversation.ts';
import { mayGetCopies } from './objection.ts';

/** How an answer goes: to whom, with whom in copy, under which subject. */
export interface AnswerWay {
  address: string;
  /** Mail only: who gets a copy. */
  copies: string[];
  subject: string | null;
}

/**
 * An answer goes to the customer, or where a user chose; in mail also to whom the customer's last mail went as a copy, and under
 * its subject: that is what the customer reads as answered. Cards and receipts show the same.
 */
export async function answerWay(sql: Sql, conversation: Conversation): Promise<AnswerWay> {
  const { id, channel, address, answersTo, withoutCopies, subject } = conversation;
  const to = answersTo ?? address;
  if (channel !== 'email') return { address: to, copies: [], subject };
  const [last] = await sql<{ subject: string | null; copied: string[] | null; author: string | null }>`
    select m.subject, m.copied,
      (select p.address from participants p where p.conversation_id = ${id} and p.address = m.author) as author
    from messages m where m.conversation_id = ${id} and m.direction = 'in'
    order by m.occurred_at desc, m.id desc limit 1`;
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
