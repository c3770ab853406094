import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { askedBy, type Fate, fateOf } from '../shown.ts';
import type { Priority, TicketKind, TicketState } from './kind.ts';
import { goOnAs } from './merged.ts';

export interface Ticket {
  id: string;
  /** What people call it by: counted for this business, from 1. */
  number: string;
  contactId: string;
  contactName: string;
  conversationId: string | null;
  messageId: string | null;
  title: string;
  kind: TicketKind;
  priority: Priority;
  /** Why it came about, in the owner's words; null: nobody has said. */
  cause: string | null;
  state: TicketState;
  snoozedUntil: Date | null;
  createdAt: Date;
  resolvedAt: Date | null;
  /** How often it was opened anew. */
  reopened: number;
  /** The number of the ticket that goes on with it. */
  mergedInto: string | null;
  /** The number of the one that it goes on with. */
  follows: string | null;
  /** When the next of its targets ends, as the clocks were set last; null: none runs. */
  dueAt: Date | null;
  /** Its first answer is what is due. */
  unanswered: boolean;
  /** Who asked, if not the contact; else ''. */
  by: string;
  /** What has become of the words it came from. */
  fate: Fate | null;
}

/** The columns of a Ticket: of `t` and its contact `c`. */
export const ticketColumns = (sql: Sql): Fragment => sql`
  t.id, t.number, t.contact_id as "contactId", c.name as "contactName", t.conversation_id as "conversationId", t.message_id as "messageId",
  t.title, t.kind, t.priority, (select name from causes where id = t.cause_id) as cause, t.state, t.snoozed_until as "snoozedUntil",
  t.created_at as "createdAt", t.resolved_at as "resolvedAt", t.reopened,
  (select number from tickets o where o.id = t.merged_into_id) as "mergedInto", (select number from tickets o where o.id = t.follows_id) as follows,
  (select due_at from ticket_clocks k where k.ticket_id = t.id) as "dueAt",
  not exists (select from ticket_clocks k where k.ticket_id = t.id and k.answered_at is not null) as unanswered,
  ${askedBy(sql, sql`t`)} as by, ${fateOf(sql, sql`t`)} as fate`;

export async function loadTicket(sql: Sql, id: string): Promise<Ticket | undefined> {
  const [ticket] = await sql<Ticket>`
    select ${ticketColumns(sql)} from tickets t join contacts c on c.id = t.contact_id where t.id = ${id}`;
  return ticket;
}

/** The one that people call by this number. */
export async function ticketNumbered(sql: Sql, number: string): Promise<Ticket | undefined> {
  const [ticket] = await sql<Ticket>`
    select ${ticketColumns(sql)} from tickets t join contacts c on c.id = t.contact_id where t.number = ${number}`;
  return ticket;
}

export async function openTicketsOf(sql: Sql, contactId: string): Promise<Ticket[]> {
  return sql<Ticket>`
    select ${ticketColumns(sql)} from tickets t join contacts c on c.id = t.contact_id
    where t.contact_id = ${contactId} and t.resolved_at is null order by t.created_at desc, t.id desc`;
}

/** Which of these contacts have an open one. */
export async function withOpenTickets(sql: Sql, contactIds: readonly string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await sql<{ id: string }>`
    select distinct contact_id as id from tickets where contact_id = any(${[...contactIds]}::bigint[]) and resolved_at is null`;
  return new Set(rows.map(({ id }) => id));
}

/** The contact's resolved ones, the latest first; what was merged goes on as another. */
export async function resolvedTicketsOf(sql: Sql, contactId: string, limit: number): Promise<Ticket[]> {
  return sql<Ticket>`
    select ${ticketColumns(sql)} from tickets t join contacts c on c.id = t.contact_id
    where t.contact_id = ${contactId} and t.resolved_at is not null and t.merged_into_id is null
    order by t.resolved_at desc, t.id desc limit ${limit}`;
}

export interface TicketDraft {
  contactId: string;
  conversationId?: string | null;
  messageId?: string;
  title: string;
  /** A kind, or what triage calls it. Default support. */
  kind?: string;
  /** Default normal. */
  priority?: Priority;
  /** The id of an old one that it goes on with. */
  followsId?: string | undefined;
}

export async function insertTicket(tx: Tx, draft: TicketDraft, now: Date): Promise<Ticket> {
  const { contactId, conversationId = null, messageId = null, title, kind = 'support', priority = 'normal' } = draft;
  const [made] = await tx<Ticket>`
    with made as (
      insert into tickets (contact_id, conversation_id, message_id, title, kind, priority, follows_id, created_at, state_since)
      values (${contactId}, ${conversationId}, ${messageId}, ${title}, ${kind}, ${priority}, ${draft.followsId ?? null}, ${now}, ${now})
      returning *
    )
    select ${ticketColumns(tx)} from made t join contacts c on c.id = t.contact_id`;
  return made!;
}

/** A ticket of the conversation, or what one of it goes on as. */
const isOf = (sql: Sql, conversationId: string): Fragment =>
  sql`(conversation_id = ${conversationId} or id = any(${goOnAs(sql, conversationId)}))`;

/** The customer wrote again: tickets that waited for them now wait for us. */
export const reopenTickets = (tx: Tx, conversationId: string, now: Date): Fragment => tx`
  update tickets set state = 'open', snoozed_until = null, state_since = ${now}
  where ${isOf(tx, conversationId)} and state in ('pending', 'snoozed')`;

/** We answered: open tickets now wait for the customer. */
export const awaitCustomer = (tx: Tx, conversationId: string, now: Date): Fragment => tx`
  update tickets set state = 'pending', state_since = ${now} where ${isOf(tx, conversationId)} and state = 'open'`;

/** Our answer did not arrive: tickets that wait for the customer wait for us, as they did before it. */
export async function awaitUs(tx: Tx, conversationId: string): Promise<void> {
  await tx`
    update tickets t set state = 'open', state_since = coalesce(
      (select max(at) from ticket_states s where s.ticket_id = t.id and s.state = 'open'), created_at
    ) where ${isOf(tx, conversationId)} and state = 'pending'`;
}

export async function resolveTicket(tx: Tx, id: string, now: Date): Promise<Ticket> {
  await tx`
    update tickets set state = 'resolved', resolved_at = ${now}, snoozed_until = null, state_since = ${now} where id = ${id}`;
  return (await loadTicket(tx, id))!;
}

/** Opens one anew that was resolved: it waits for us again, from now on. `resolvedAt`: only if it was resolved at that time, and not anew since. */
export async function reopenTicket(tx: Tx, id: string, now: Date, resolvedAt?: Date): Promise<Ticket> {
  await tx`
    update tickets set state = 'open', resolved_at = null, state_since = ${now}, merged_into_id = null,
      reopened = reopened + 1, reopened_at = ${now}
    where id = ${id} and state = 'resolved' ${resolvedAt ? tx`and resolved_at = ${resolvedAt}` : tx``}`;
  return (await loadTicket(tx, id))!;
}

/**
 * Takes back that a ticket was opened anew, if it is as it was then: nobody has done anything with it since, and they do not wait. False: it is
 * not.
 */
export async function closeAgain(tx: Tx, id: string, resolvedAt: Date): Promise<boolean> {
  const rows = await tx`
    update tickets t set state = 'resolved', resolved_at = ${resolvedAt}, state_since = ${resolvedAt}
    where id = ${id} and state = 'open' and state_since = reopened_at and not exists (
      select from conversations v where v.id = t.conversation_id and v.waiting_since is not null
    ) returning id`;
  return rows.length > 0;
}
