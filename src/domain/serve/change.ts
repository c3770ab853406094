import type { Tx } from '../../db/sql.ts';
import { PRIORITIES, type Priority, type TicketKind } from './kind.ts';
import { loadTicket, type Ticket } from './ticket.ts';

export async function setKind(tx: Tx, id: string, kind: TicketKind): Promise<void> {
  await tx`update tickets set kind = ${kind} where id = ${id}`;
}

export async function setPriority(tx: Tx, id: string, priority: Priority): Promise<void> {
  await tx`update tickets set priority = ${priority} where id = ${id}`;
}

/** Whoever asked for help and complains now has complained; what is to come back stays that, and what a user has said that it is. */
export async function becomeComplaint(tx: Tx, id: string): Promise<void> {
  await tx`
    update tickets set kind = 'complaint' where id = ${id} and kind in ('inquiry', 'support', 'other') and not exists (
      select from journal_changes j
      where j.table_name = 'tickets' and j.key = ${id} and j.before ->> 'kind' <> j.after ->> 'kind'
    )`;
}

/** It waits for the customer. */
export async function setPending(tx: Tx, id: string, now: Date): Promise<void> {
  await tx`
    update tickets set state = 'pending', snoozed_until = null, state_since = ${now}
    where id = ${id} and state in ('open', 'snoozed')`;
}

export async function rename(tx: Tx, id: string, title: string): Promise<void> {
  await tx`update tickets set title = ${title} where id = ${id}`;
}

/** Makes it as urgent as this, if it is not already. */
export async function raisePriority(tx: Tx, id: string, priority: Priority): Promise<void> {
  const below = PRIORITIES.slice(PRIORITIES.indexOf(priority) + 1);
  await tx`update tickets set priority = ${priority} where id = ${id} and priority = any(${below}::text[])`;
}

/** Puts an order to a ticket; put twice, it is there once. */
export async function putOrder(tx: Tx, ticketId: string, orderId: string, now: Date): Promise<void> {
  await tx`
    insert into ticket_orders (ticket_id, order_id, created_at) values (${ticketId}, ${orderId}, ${now})
    on conflict (ticket_id, order_id) do nothing`;
}

export async function takeOrder(tx: Tx, ticketId: string, orderId: string): Promise<boolean> {
  const gone = await tx`delete from ticket_orders where ticket_id = ${ticketId} and order_id = ${orderId} returning id`;
  return gone.length > 0;
}

/** Both, as nobody changes them until the transaction ends; undefined where one is gone. */
export async function lockTwo(tx: Tx, one: string, other: string): Promise<[Ticket, Ticket] | undefined> {
  await tx`select from tickets where id = any(${[one, other]}::bigint[]) order by id for update`;
  const both = [await loadTicket(tx, one), await loadTicket(tx, other)];
  return both[0] && both[1] ? [both[0], both[1]] : undefined;
}

/**
 * `from` goes on with `into`: its notes, steps, orders and messages go along, its cause where `into` has none, and it is resolved by that. `into` is
 * as urgent as the more urgent of both. Both are locked.
 */
export async function mergeTickets(tx: Tx, from: Ticket, into: Ticket, now: Date): Promise<void> {
  await tx`update ticket_lines set ticket_id = ${into.id} where ticket_id = ${from.id}`;
  for (const [table, column] of [
    ['ticket_orders', 'order_id'],
    ['ticket_messages', 'message_id'],
  ] as const) {
    await tx`
      update ${tx(table)} own set ticket_id = ${into.id}
      where ticket_id = ${from.id} and not exists (
        select from ${tx(table)} there where there.ticket_id = ${into.id} and there.${tx(column)} = own.${tx(column)}
      )`;
  }
  if (from.messageId) await putMessage(tx, into.id, from.messageId, now);
  await tx`
    update tickets set state = 'resolved', resolved_at = coalesce(resolved_at, ${now}), snoozed_until = null,
      state_since = case when state = 'resolved' then state_since else ${now} end, merged_into_id = ${into.id}
    where id = ${from.id}`;
  await raisePriority(tx, into.id, from.priority);
  await tx`
    update tickets set cause_id = (select cause_id from tickets where id = ${from.id})
    where id = ${into.id} and cause_id is null and exists (select from tickets where id = ${from.id} and cause_id is not null)`;
}

async function putMessage(tx: Tx, ticketId: string, messageId: string, now: Date): Promise<void> {
  await tx`
    insert into ticket_messages (ticket_id, message_id, created_at) values (${ticketId}, ${messageId}, ${now})
    on conflict (ticket_id, message_id) do nothing`;
}

/** A message that becomes a ticket of its own belongs to no other any more. */
export async function takeMessage(tx: Tx, messageId: string): Promise<void> {
  await tx`delete from ticket_messages where message_id = ${messageId}`;
}
