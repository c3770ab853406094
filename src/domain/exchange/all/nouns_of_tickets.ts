import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Noun } from './noun.ts';

/** What is past does not come back on the desk. */
export const unlessPast = (sql: Sql, says: Fragment, column: string, now: Date, instead: Fragment): Fragment =>
  sql`case when (${says} ->> ${column}::text)::timestamptz <= ${now}::timestamptz then ${instead} else '{}'::jsonb end`;

/** Tickets with all that is noted and put to them. */
export const NOUNS_OF_TICKETS: readonly Noun[] = [
  {
    file: 'causes',
    table: 'causes',
    same: (sql) => sql`select t.id, 3 as way from causes t where fold_text(t.name) = fold_text(r.name)`,
  },
  {
    file: 'tickets',
    table: 'tickets',
    of: { contact_id: 'contacts' },
    points: {
      ...{ conversation_id: 'conversations', message_id: 'messages', cause_id: 'causes' },
      ...{ merged_into_id: 'tickets', follows_id: 'tickets' },
    },
    late: ['merged_into_id', 'follows_id'],
    decides: ['title', 'kind', 'priority', 'cause_id', 'state', 'snoozed_until', 'resolved_at'],
    settle: (sql, says, { now }) =>
      unlessPast(
        sql,
        says,
        'snoozed_until',
        now,
        sql`case when ${says} ->> 'state' = 'snoozed'
        then '{"snoozed_until": null, "state": "open"}'::jsonb else '{"snoozed_until": null}'::jsonb end`,
      ),
  },
  { file: 'ticket_notes', table: 'ticket_lines', of: { ticket_id: 'tickets' } },
  {
    file: 'ticket_orders',
    table: 'ticket_orders',
    of: { ticket_id: 'tickets', order_id: 'orders' },
    natural: ['ticket_id', 'order_id'],
  },
  {
    file: 'ticket_messages',
    table: 'ticket_messages',
    of: { ticket_id: 'tickets', message_id: 'messages' },
    natural: ['ticket_id', 'message_id'],
  },
];
