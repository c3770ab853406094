import { countUpTo } from '../../db/count.ts';
import type { Sql, Tx } from '../../db/sql.ts';
import type { Attachment } from '../attachment.ts';
import { writer } from '../shown.ts';
import { conversationsWith } from './mail/participant.ts';
import { recountWaiting } from './waiting.ts';

/** Whom a user wants to hear nothing of, or of whom something was kept from them. */
export interface Blocked {
  id: string;
  name: string;
  /** Null: not blocked any more, but what came meanwhile has not been looked at. */
  blockedAt: Date | null;
  /** Messages kept and not shown. */
  withheld: number;
}

/** What they sent while they were blocked. */
export interface Withheld {
  id: string;
  conversationId: string;
  channel: string;
  text: string;
  subject: string | null;
  attachments: Attachment[];
  occurredAt: Date;
}

/** Ids of what they sent while they were blocked, in their own conversations and in others'. */
const keptOf = (sql: Sql, contactId: string) => sql`
  select m.id from (
    select m.id from conversations v join messages m on m.conversation_id = v.id and m.withheld
    where v.contact_id = ${contactId}
    union
    select m.id from contact_identities i join messages m on m.author = i.address and m.withheld
    where i.contact_id = ${contactId}
  ) kept join messages m on m.id = kept.id join conversations v on v.id = m.conversation_id
  where ${writer(sql)} = ${contactId}`;

/** From now on nothing of theirs is shown, and nobody of them waits; `retellOf` follows. False: they were blocked before. */
export async function block(tx: Tx, contactId: string, now: Date): Promise<boolean> {
  const { count } = await tx`update contacts set blocked_at = ${now} where id = ${contactId} and blocked_at is null`;
  if (count === 0) return false;
  const spokenIn = await conversationsWith(tx, contactId);
  const waited = await tx<{ id: string }>`
    select id from conversations where id = any(${spokenIn}::bigint[]) and (waiting_since is not null or contact_id = ${contactId})`;
  await recountWaiting(tx, spokenIn);
  await tx`
    update conversations set snoozed_until = null
    where id = any(${waited.map(({ id }) => id)}::bigint[]) and waiting_since is null and snoozed_until is not null`;
  return true;
}

/** They are heard again; `retellOf` follows. False: they were not blocked, and nothing of theirs was withheld. */
export async function unblock(tx: Tx, contactId: string): Promise<boolean> {
  const freed = await tx`update contacts set blocked_at = null where id = ${contactId} and blocked_at is not null`;
  const shown = await showKept(tx, contactId);
  const changed = freed.count + shown > 0;
  if (changed) await recountWaiting(tx, await conversationsWith(tx, contactId));
  return changed;
}

/** What they sent meanwhile is there to see from now on; gives how many messages. */
export async function showKept(tx: Tx, contactId: string): Promise<number> {
  const { count } = await tx`update messages set withheld = null where id in (${keptOf(tx, contactId)})`;
  return count;
}

/** Whom taking back this journal entry has freed. */
export async function freedBy(sql: Sql, entryId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select c.id from contacts c
    where c.blocked_at is null and c.id in (
      select case when table_name = 'contacts' then key::bigint end from journal_changes
      where journal_id = ${entryId} and table_name = 'contacts' and before ->> 'blocked_at' is null
        and after ->> 'blocked_at' is not null
    )
    order by c.id`;
  return rows.map(({ id }) => id);
}

/** Kept, and not shown. */
export async function withhold(tx: Tx, messageId: string): Promise<void> {
  await tx`update messages set withheld = true where id = ${messageId}`;
}

/** Whether a message was kept and not shown. */
export async function isWithheld(sql: Sql, messageId: string): Promise<boolean> {
  const rows = await sql`select from messages where id = ${messageId} and withheld`;
  return rows.length > 0;
}

/** The newest first; and how many there are in all. */
export async function withheldOf(
  sql: Sql,
  contactId: string,
  limit: number,
): Promise<{ total: number; newest: Withheld[] }> {
  const rows = await sql<Withheld & { total: number }>`
    select m.id, v.id as "conversationId", v.channel, m.text, m.subject, m.attachments, m.occurred_at as "occurredAt",
      (count(*) over ())::int as total
    from messages m join conversations v on v.id = m.conversation_id
    where m.id in (${keptOf(sql, contactId)}) order by m.occurred_at desc, m.id desc limit ${limit}`;
  return { total: rows[0]?.total ?? 0, newest: rows.map(({ total: _, ...row }) => row) };
}

/** The ones blocked last first. */
export async function blockedContacts(sql: Sql, limit: number, offset = 0): Promise<Blocked[]> {
  return sql<Blocked>`
    with withheld as materialized (
      select ${writer(sql)} as contact_id, count(*)::int as count
      from messages m join conversations v on v.id = m.conversation_id
      where m.withheld group by 1
    )
    select c.id, c.name, c.blocked_at as "blockedAt", coalesce(w.count, 0) as withheld
    from (
      select id, name, blocked_at from contacts where blocked_at is not null
      union all
      select id, name, blocked_at from contacts where blocked_at is null and id in (select contact_id from withheld)
      order by blocked_at desc nulls last, id desc limit ${limit} offset ${offset}
    ) c left join withheld w on w.contact_id = c.id
    order by c.blocked_at desc nulls last, c.id desc`;
}
/** How many those are, counted up to `most`. */
export async function countBlocked(sql: Sql, most: number): Promise<number> {
  const listed = sql`from (
    (select id from contacts where blocked_at is not null limit ${most})
    union
    select ${writer(sql)} from messages m join conversations v on v.id = m.conversation_id where m.withheld
  ) listed`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, listed, most)} as count`;
  return row!.count;
}
