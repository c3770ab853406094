import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { askedBy, type Fate, fateOf, isHeardOf } from '../shown.ts';

export interface Ticket {
  id: string;
  contactId: string;
  contactName: string;
  conversationId: string | null;
  title: string;
  kind: string;
  state: 'open' | 'pending' | 'snoozed' | 'resolved';
  createdAt: Date;
  /** Who asked, if not the contact; else ''. */
  by: string;
  /** What has become of the words it came from. */
  fate: Fate | null;
}

const columns = (sql: Sql) => sql`
  t.id, t.contact_id as "contactId", c.name as "contactName", t.conversation_id as "conversationId", t.title, t.kind,
  t.state, t.created_at as "createdAt", ${askedBy(sql, sql`t`)} as by, ${fateOf(sql, sql`t`)} as fate`;

export async function loadTicket(sql: Sql, id: string): Promise<Ticket | undefined> {
  const [ticket] = await sql<Ticket>`
    select ${columns(sql)} from tickets t join contacts c on c.id = t.contact_id where t.id = ${id}`;
  return ticket;
}

/**
 * Oldest first: whoever has waited longest comes first. Snoozed ones come last; those of blocked contacts are left out.
 */
export async function openTickets(sql: Sql, limit: number, offset = 0): Promise<Ticket[]> {
  return sql<Ticket>`
    select ${columns(sql)} from tickets t join contacts c on c.id = t.contact_id
    where t.resolved_at is null and ${isHeardOf(sql, sql`t`)} order by (t.state = 'snoozed'), t.created_at, t.id limit ${limit} offset ${offset}`;
}

/** How many `openTickets` lists, counted up to `most`. */
export async function countOpenTickets(sql: Sql, most: number): Promise<number> {
  const open = sql`from tickets t where t.resolved_at is null and ${isHeardOf(sql, sql`t`)}`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, open, most)} as count`;
  return row!.count;
}

/** Those that are open and not snoozed: `openTickets` lists them first. */
export async function countAwakeTickets(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from tickets t
    where t.resolved_at is null and t.state <> 'snoozed' and ${isHeardOf(sql, sql`t`)}`;
  return row!.count;
}

export async function openTicketsOf(sql: Sql, contactId: string): Promise<Ticket[]> {
  return sql<Ticket>`
    select ${columns(sql)} from tickets t join contacts c on c.id = t.contact_id
    where t.contact_id = ${contactId} and t.resolved_at is null order by t.created_at desc, t.id desc`;
}

/** Which of these contacts have an open one. */
export async function withOpenTickets(sql: Sql, contactIds: readonly string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await sql<{ id: string }>`
    select distinct contact_id as id from tickets where contact_id = any(${[...contactIds]}::bigint[]) and resolved_at is null`;
  return new Set(rows.map(({ id }) => id));
}

/** The contact's most recently resolved ticket. */
export async function lastResolvedOf(sql: Sql, contactId: string): Promise<Ticket | undefined> {
  const [ticket] = await sql<Ticket>`
    select ${columns(sql)} from tickets t join contacts c on c.id = t.contact_id
    where t.contact_id = ${contactId} and t.resolved_at is not null order by t.resolved_at desc, t.id desc limit 1`;
  return ticket;
}

export async function insertTicket(
  tx: Tx,
  draft: { contactId: string; conversationId?: string | null; messageId?: string; title: string; kind?: string },
  now: Date,
): Promise<Ticket> {
  const [made] = await tx<Ticket>`
    with made as (
      insert into tickets (contact_id, conversation_id, message_id, title, kind, created_at)
      values (
        ${draft.contactId}, ${draft.conversationId ?? null}, ${draft.messageId ?? null}, ${draft.title}, ${draft.kind ?? 'support'}, ${now}
      )
      returning *
    )
    select ${columns(tx)} from made t join contacts c on c.id = t.contact_id`;
  return made!;
}

/** The customer wrote again: tickets that waited for them now wait for us. */
export const reopenTickets = (tx: Tx, conversationId: string): Fragment => tx`
  update tickets set state = 'open', snoozed_until = null
  where conversation_id = ${conversationId} and state in ('pending', 'snoozed')`;

/** We answered: open tickets now wait for the customer. */
export const awaitCustomer = (tx: Tx, conversationId: string): Fragment =>
  tx`update tickets set state = 'pending' where conversation_id = ${conversationId} and state = 'open'`;

/** Our answer did not arrive: tickets that wait for the customer now wait for us. */
export async function awaitUs(tx: Tx, conversationId: string): Promise<void> {
  await tx`update tickets set state = 'open' where conversation_id = ${conversationId} and state = 'pending'`;
}

export async function resolveTicket(tx: Tx, id: string, now: Date): Promise<Ticket> {
  await tx`update tickets set state = 'resolved', resolved_at = ${now}, snoozed_until = null where id = ${id}`;
  return (await loadTicket(tx, id))!;
}

/** It was not solved after all: it is open again, unless it was resolved anew since (`resolvedAt`: of which time). */
export async function reopenTicket(tx: Tx, id: string, resolvedAt: Date): Promise<void> {
  await tx`
    update tickets set state = 'open', resolved_at = null where id = ${id} and resolved_at = ${resolvedAt}`;
}
