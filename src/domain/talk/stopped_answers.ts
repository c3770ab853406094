import type { Sql, Tx } from '../../db/sql.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { Button } from '../reply.ts';
import type { AnswerPlace } from './conversation.ts';
import { isBlockedAddress } from './mail/objection.ts';

/** What became of what was to be said to somebody when they were blocked. */
export interface Stopped {
  /** Ids of answers that had not left, in the outbox. */
  answers: string[];
  /** How many are to leave later: each is asked about at its time. */
  later: number;
}

/** How many answers get a button of their own. */
const MOST_BUTTONS = 3;
/** For the log and the list; nothing is decided by it. */
const WHY = 'stopped: blocked by a user';

type Fragment = ReturnType<Sql['unsafe']>;

/** Whom an answer `o` reaches: whose address it is, else whom the chat is with. */
const recipient = (sql: Sql): Fragment => sql`coalesce(
  (select i.contact_id from contact_identities i where i.channel = o.channel and i.address = o.address),
  (select v.contact_id from conversations v where v.id = o.conversation_id and v.address = o.address)
)`;

/** Conversations in which answers may reach them. */
const theirs = (sql: Sql, contactId: string): Fragment => sql`(
  select id from conversations where contact_id = ${contactId}
  union
  select p.conversation_id from contact_identities i join participants p on p.address = i.address
  where i.contact_id = ${contactId}
)`;

/**
 * What has not begun to leave does not leave by itself any more to somebody who is blocked: an answer counts as not sent, and a user can
 * send it all the same; what the house says by itself is let go.
 */
export async function stopAnswers(tx: Tx, contactId: string, now: Date): Promise<Stopped> {
  const stopped = await tx<{ id: string; state: string }>`
    update outbox o set
      state = case when o.payload -> 'automatic' is null then 'failed' else 'cancelled' end,
      failed_at = ${now}, last_error = ${WHY}
    where o.conversation_id in ${theirs(tx, contactId)} and o.audience = 'customer' and o.state = 'queued'
      and ${recipient(tx)} = ${contactId}
    returning o.id, o.state`;
  const [later] = await tx<{ count: number }>`
    select count(*)::int as count from (
      select v.id as conversation_id, v.channel, coalesce(s.address, v.address) as address
      from scheduled_answers s join conversations v on v.id = s.conversation_id
      where v.id in ${theirs(tx, contactId)} and s.sent_at is null and s.cancelled_at is null
    ) o where ${recipient(tx)} = ${contactId}`;
  const answers = stopped.filter(({ state }) => state === 'failed').map(({ id }) => id);
  return { answers: answers.sort((one, other) => Number(BigInt(one) - BigInt(other))), later: later!.count };
}

/** Answers to them that did not leave, oldest first. */
export async function notSentTo(sql: Sql, contactId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select o.id from outbox o
    where o.conversation_id in ${theirs(sql, contactId)} and o.audience = 'customer' and o.state = 'failed'
      and ${recipient(sql)} = ${contactId}
    order by o.id`;
  return rows.map(({ id }) => id);
}

/** Whether it would reach somebody who is blocked, or deleted: then it does not leave by itself. */
export async function mustStay(
  sql: Sql,
  { channel, address, conversationId }: Pick<OutboxMessage, 'channel' | 'address' | 'conversationId'>,
): Promise<'blocked' | 'deleted' | undefined> {
  if (!conversationId) return undefined;
  const [row] = await sql<{ there: boolean; blocked: boolean }>`
    select exists (select from conversations where id = o.conversation_id) as there,
      exists (select from contacts c where c.id = ${recipient(sql)} and c.blocked_at is not null) as blocked
    from (select ${channel}::text as channel, ${address}::text as address, ${conversationId}::bigint as conversation_id) o`;
  if (!row!.there) return 'deleted';
  return row!.blocked ? 'blocked' : undefined;
}

/** Whether whom an answer to this address of the conversation reaches is blocked; of one that nobody has begun, whose the address is. */
export async function isBlocked(sql: Sql, { id, channel }: AnswerPlace, address: string): Promise<boolean> {
  if (id === undefined) return isBlockedAddress(sql, { channel, address });
  return (await mustStay(sql, { channel, address, conversationId: id })) === 'blocked';
}

/** A button for each of them; of many one to the list. `sure`: pressing it is the answer to whether they are meant. */
export function sendAgainButtons(t: Texts, answers: readonly string[], sure: boolean): Button[][] {
  if (answers.length > MOST_BUTTONS) return [[{ label: t.unsent.title, command: '/unsent' }]];
  const command = (id: string) => `/retry o${id}${sure ? ' !' : ''}`;
  return answers.map((id) => [{ label: t.unsent.sendStopped, command: command(id) }]);
}
