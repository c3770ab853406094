import type { Tx } from '../../db/sql.ts';
import { loadTicket, type Ticket } from '../serve/ticket.ts';
import { isHeardOf } from '../shown.ts';
import { type Conversation, loadConversation } from './conversation.ts';

/** Until then, or until the customer writes, nobody is reminded of it. */
export async function snoozeTicket(tx: Tx, id: string, until: Date, now: Date): Promise<Ticket> {
  await tx`update tickets set state = 'snoozed', snoozed_until = ${until},
    state_since = case when state = 'snoozed' then state_since else ${now} end where id = ${id}`;
  return (await loadTicket(tx, id))!;
}

/** Whoever waits in it goes on waiting, but not in front of the owner's eyes. */
export async function snoozeConversation(tx: Tx, id: string, until: Date): Promise<void> {
  await tx`update conversations set snoozed_until = ${until} where id = ${id}`;
}

/** Tickets whose time has come, open again: each is handed out once. Those of somebody blocked sleep on until they are heard. */
export async function wakeTickets(tx: Tx, now: Date): Promise<Ticket[]> {
  const rows = await tx<{ id: string }>`
    update tickets t set state = 'open', snoozed_until = null, state_since = ${now}
    where state = 'snoozed' and snoozed_until <= ${now} and ${isHeardOf(tx, tx`t`)} returning id`;
  return Promise.all(rows.map(async ({ id }) => (await loadTicket(tx, id))!));
}

/** Conversations whose time has come: each is returned once. */
export async function wakeConversations(tx: Tx, now: Date): Promise<Conversation[]> {
  const rows = await tx<{ id: string }>`
    update conversations set snoozed_until = null where snoozed_until <= ${now} returning id`;
  return Promise.all(rows.map(async ({ id }) => (await loadConversation(tx, id))!));
}
