import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { OutboxMessage, Payload } from '../../outbox/message.ts';
import { deletedBy } from '../people/delete.ts';
import type { Recipients } from '../reply.ts';
import { answerWay } from './answer_way.ts';
import { type Conversation, loadConversation } from './conversation.ts';
import { nameOfReader, readerName } from './destination.ts';
import { sameRecipients } from './recipients.ts';
import { mustStay } from './stopped_answers.ts';
import { letBe } from './waiting.ts';

/** A message that did not go out for certain, or an event that could not be handled. */
export interface Unsent {
  kind: 'out' | 'in';
  id: string;
  state: 'failed' | 'unknown';
  /** Outgoing: the channel; incoming: the source. */
  channel: string;
  name: string;
  payload: Payload | null;
  error: string | null;
  at: Date;
}

/** What is for programs, and what a campaign says, has a line of its own for all of it. */
const isListed = (sql: Sql): Fragment =>
  sql`state in ('failed', 'unknown') and audience <> 'machine' and not payload ? 'campaign'`;

/** What could not be delivered or handled, newest first. */
export async function listUnsent(sql: Sql, limit: number, offset = 0): Promise<Unsent[]> {
  return sql<Unsent>`
    select unsent.kind, unsent.id, unsent.state, unsent.channel, coalesce(
      ${readerName(sql, sql`unsent.address`)},
      (select nullif(t.name, '') from outlets t where t.channel = unsent.channel and t.address = unsent.address), unsent.address
    ) as name,
      unsent.payload, unsent.error, unsent.at
    from (
      (
        select 'out' as kind, id, state, channel, address, payload, last_error as error, created_at as at, conversation_id
        from outbox where ${isListed(sql)} order by id desc limit ${limit + offset}
      ) union all (
        select 'in', id, 'failed', source, source, null, last_error, received_at, null
        from inbox where failed_at is not null order by failed_at desc, id desc limit ${limit + offset}
      )
      order by at desc, id desc limit ${limit} offset ${offset}
    ) unsent
    left join conversations v on v.id = unsent.conversation_id
    left join contacts c on c.id = v.contact_id
    order by unsent.at desc, unsent.id desc`;
}

/** How many there are; of each queue no more than `most` are counted. */
export async function countUnsent(sql: Sql, most: number | null = null): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from outbox where ${isListed(sql)}`, most)}
      + ${countUpTo(sql, sql`from inbox where failed_at is not null`, most)} as count`;
  return row!.count;
}

/** Why an answer is not simply sent again: its customer is deleted or blocked, or answered elsewhere by now. */
export type Hindrance =
  | { why: 'deleted' /** The journal entry that brings them back. */; entry: string | undefined; name: string }
  | { why: 'blocked'; name: string }
  | { why: 'elsewhere'; name: string; place: Conversation; shown: Recipients; now: Recipients };

interface Unchecked {
  copies: string[];
  /** The house said it by itself, to whoever wrote. */
  automatic: boolean;
}

/** What has changed since an answer was written that decides whether it may go where it was to go. */
export async function hindranceOf(sql: Sql, outboxId: string): Promise<Hindrance | undefined> {
  const [row] = await sql<Pick<OutboxMessage, 'channel' | 'address' | 'conversationId'> & Unchecked>`
    select channel, address, conversation_id as "conversationId", coalesce(payload -> 'copies', '[]') as copies,
      payload -> 'automatic' is not null as automatic from outbox
    where id = ${outboxId} and audience = 'customer' and state in ('failed', 'unknown')`;
  if (!row?.conversationId) return undefined;
  const conversation = await loadConversation(sql, row.conversationId);
  if (!conversation) {
    return { why: 'deleted', name: row.address, entry: await deletedBy(sql, row.conversationId) };
  }
  const name = await nameOfReader(sql, conversation.id, row.address);
  if ((await mustStay(sql, row)) === 'blocked') return { why: 'blocked', name };
  const { copies, address } = await answerWay(sql, conversation);
  const [shown, now] = [
    { address: row.address, copies: row.copies },
    { address, copies },
  ];
  if (row.automatic || sameRecipients(shown, now)) return undefined;
  return { why: 'elsewhere', name, place: conversation, shown, now };
}

/** Puts it back into its queue, with a full set of tries. False when it is not there (any more). */
export async function retryUnsent(tx: Tx, kind: Unsent['kind'], id: string): Promise<boolean> {
  const rows =
    kind === 'out'
      ? await tx`
          update outbox set state = 'queued', run_at = now(), attempts = 0, failed_at = null
          where id = ${id} and state in ('failed', 'unknown') and audience <> 'machine' returning id`
      : await tx`
          update inbox set failed_at = null, run_at = now(), attempts = 0, locked_until = null, overtaken = false
          where id = ${id} and (failed_at is not null or overtaken) and processed_at is null
            and (locked_until is null or locked_until < now())
          returning id`;
  return rows.length > 0;
}

/** The owner lets it be, or says of a doubt that it arrived: it stays on record and off the list, and nobody waits for it any more. */
export async function dropUnsent(tx: Tx, kind: Unsent['kind'], id: string, now: Date): Promise<boolean> {
  const rows =
    kind === 'out'
      ? await tx`
          update outbox set
            state = case state when 'unknown' then 'sent' else 'cancelled' end, locked_until = null,
            sent_at = case state when 'unknown' then ${now} else sent_at end
          where id = ${id} and state in ('failed', 'unknown') returning id`
      : await tx`
          update inbox set failed_at = null, processed_at = ${now}, outcome = 'dropped by the owner'
          where id = ${id} and failed_at is not null returning id`;
  if (kind === 'out' && rows.length > 0) await letBe(tx, id, now);
  return rows.length > 0;
}
