import type { Fragment, Tx } from '../../db/sql.ts';
import { type Filed, filedAs } from '../desk/filing.ts';
import type { Message } from '../talk/message.ts';

/** What was made of a message and is not closed. */
export interface MadeOf {
  /** By the house, and nobody has touched it. */
  ours: Filed;
  /** A user has worked on it, or a later message of the conversation goes on with it. */
  theirs: Filed;
}

interface Row {
  what: 'leadId' | 'ticketId';
  id: string;
  touched: boolean;
}

/** A user's act has changed it, and was not taken back. */
const touched = (tx: Tx, table: 'leads' | 'tickets', id: Fragment) => tx`exists (
  select from journal_changes c join journal j on j.id = c.journal_id
  where c.table_name = ${table} and c.key = ${id}::text and j.undone_at is null
)`;

/** Later words of the conversation were taken for the same. */
const goesOn = (tx: Tx, { id, conversationId }: Message, label: 'lead' | 'ticket') => tx`exists (
  select from messages m
  where m.conversation_id = ${conversationId} and m.id > ${id} and m.direction = 'in'
    and m.triage @> ${tx.json({ label, accepted: true })}
)`;

export async function madeOf(tx: Tx, message: Message): Promise<MadeOf> {
  const rows = await tx<Row>`
    select 'leadId' as what, l.id, (
        ${touched(tx, 'leads', tx`l.id`)} or ${goesOn(tx, message, 'lead')} or l.stage <> 'new' or l.amount_minor is not null
        or exists (select from quote_lines q where q.lead_id = l.id)
      ) as touched
    from leads l where l.message_id = ${message.id} and l.closed_at is null
    union all
    select 'ticketId', t.id, ${touched(tx, 'tickets', tx`t.id`)} or ${goesOn(tx, message, 'ticket')}
    from tickets t where t.message_id = ${message.id} and t.resolved_at is null`;
  const of = (theirs: boolean): Filed => {
    const last = (what: Row['what']) => rows.findLast((row) => row.what === what && row.touched === theirs)?.id ?? null;
    return filedAs({ leadId: last('leadId'), ticketId: last('ticketId') });
  };
  return { ours: of(false), theirs: of(true) };
}

/** What the house made of the message goes, but for that. Gives what has gone. */
export async function letGo(tx: Tx, { id }: Message, { ours }: MadeOf, but: Filed): Promise<Filed> {
  const { leadId, ticketId } = filedAs({
    leadId: (ours.leadId !== but.leadId && ours.leadId) || null,
    ticketId: (ours.ticketId !== but.ticketId && ours.ticketId) || null,
  });
  await tx`delete from feedback where message_id = ${id}`;
  if (leadId) await tx`delete from leads where id = ${leadId}`;
  if (ticketId) await tx`delete from tickets where id = ${ticketId}`;
  return { ...(leadId && { leadId }), ...(ticketId && { ticketId }) };
}
