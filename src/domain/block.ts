import type { Sql, Tx } from '../db/sql.ts';
import { dropCards, restoreCards } from '../outbox/change.ts';

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
  occurredAt: Date;
}

/** From now on nothing of theirs is shown, what waits to be shown neither, and nobody of them waits. False: they were blocked before. */
export async function block(tx: Tx, contactId: string, now: Date): Promise<boolean> {
  const { count } = await tx`update contacts set blocked_at = ${now} where id = ${contactId} and blocked_at is null`;
  if (count === 0) return false;
  await tx`
    update conversations set waiting_since = null, snoozed_until = null
    where contact_id = ${contactId} and (waiting_since is not null or snoozed_until is not null)`;
  await dropCards(tx, contactId);
  return true;
}

/** What waited to be shown when they were blocked waits again. False: they were not blocked, and nothing of theirs was withheld. */
export async function unblock(tx: Tx, contactId: string): Promise<boolean> {
  const freed = await tx`update contacts set blocked_at = null where id = ${contactId} and blocked_at is not null`;
  const shown = await tx`
    update messages m set withheld = null from conversations v
    where v.contact_id = ${contactId} and m.conversation_id = v.id and m.withheld`;
  await restoreCards(tx, contactId);
  return freed.count + shown.count > 0;
}

/** Kept, and not shown. */
export async function withhold(tx: Tx, messageId: string): Promise<void> {
  await tx`update messages set withheld = true where id = ${messageId}`;
}

/** The newest first; and how many there are in all. */
export async function withheldOf(
  sql: Sql,
  contactId: string,
  limit: number,
): Promise<{ total: number; newest: Withheld[] }> {
  const rows = await sql<Withheld & { total: number }>`
    select m.id, v.id as "conversationId", v.channel, m.text, m.subject, m.occurred_at as "occurredAt",
      (count(*) over ())::int as total
    from conversations v join messages m on m.conversation_id = v.id and m.withheld
    where v.contact_id = ${contactId} order by m.occurred_at desc, m.id desc limit ${limit}`;
  return { total: rows[0]?.total ?? 0, newest: rows.map(({ total: _, ...row }) => row) };
}

/** The ones blocked last first. */
export async function blockedContacts(sql: Sql, limit: number, offset = 0): Promise<Blocked[]> {
  return sql<Blocked>`
    with withheld as materialized (
      select v.contact_id, count(*)::int as count from messages m join conversations v on v.id = m.conversation_id
      where m.withheld group by v.contact_id
    )
    select c.id, c.name, c.blocked_at as "blockedAt", coalesce(w.count, 0) as withheld
    from (
      select id from contacts where blocked_at is not null union select contact_id from withheld
    ) b join contacts c on c.id = b.id left join withheld w on w.contact_id = c.id
    order by c.blocked_at desc nulls last, c.id desc limit ${limit} offset ${offset}`;
}
