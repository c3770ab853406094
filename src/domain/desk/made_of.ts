import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import { journaled } from '../owner/journal.ts';
import { ownerId } from '../owner/user.ts';
import type { Message } from '../talk/message.ts';
import type { TriageLabel } from '../triage/triage.ts';

/** One thing that was made of a message. */
export interface Made {
  what: Exclude<TriageLabel, 'other'>;
  id: string;
  /** Of a ticket: what people call it by. */
  number: string | null;
  isOpen: boolean;
  /** A user has done something with it, money stands in it, or later words of the customer go on with it. */
  workedOn: boolean;
}

/** Names what was made, in words for people. */
export const namesOf = (t: Texts, made: readonly Named[]): string => made.map((one) => nameOf(t, one)).join(' · ');

type Named = Pick<Made, 'what' | 'id' | 'number'>;

function nameOf(t: Texts, { what, id, number }: Named): string {
  if (what === 'feedback') return t.triage.label.feedback;
  return what === 'lead' ? t.card.leadNumber(id) : t.card.ticketNumber(number ?? id);
}

type Of = Pick<Message, 'id' | 'conversationId'>;

/** Columns that change without anybody working on it: whose it is, and which ticket it goes on with. */
const NO_WORK = ['contact_id', 'follows_id'];

/** A user has changed it; that it was filed, or is somebody else's since a merge, is no work. What they have taken back is none, what they have brought back is. */
const touched = (sql: Sql, table: 'leads' | 'tickets', id: Fragment) => sql`exists (
  select from journal_changes c join journal j on j.id = c.journal_id
  where c.table_name = ${table} and c.key = ${id}::text and c.before is not null
    and c.before - ${NO_WORK}::text[] is distinct from c.after - ${NO_WORK}::text[] and (j.undone_at is null or j.by_itself)
)`;

/** Later words of the conversation were taken for the same, or earlier ones since they were changed: nothing was begun for those. */
const goesOn = (sql: Sql, { id, conversationId }: Of, label: 'lead' | 'ticket') => sql`exists (
  select from messages m
  where m.conversation_id = ${conversationId} and m.direction = 'in'
    and m.triage @> ${sql.json({ label, accepted: true })}
    and (m.id > ${id} or (m.id < ${id} and m.edits <> '[]' and not exists (
      select from ${sql(`${label}s`)} own where own.message_id = m.id
    )))
)`;

const leadWorkedOn = (sql: Sql, message: Of) => sql`(
  l.stage in ('won', 'lost') or l.amount_minor is not null or l.product is not null or l.source is not null
    or l.expected_on is not null or exists (select from tasks k where k.lead_id = l.id)
    or exists (select from stage_changes h where h.lead_id = l.id and h.at > l.created_at) or exists (select from quote_lines q where q.lead_id = l.id)
    or ${touched(sql, 'leads', sql`l.id`)} or ${goesOn(sql, message, 'lead')}
)`;

const ticketWorkedOn = (sql: Sql, message: Of) => sql`(
  t.resolved_at is not null or ${touched(sql, 'tickets', sql`t.id`)} or ${goesOn(sql, message, 'ticket')}
)`;

/** A statement that comes after this one sees all that was done with it, and nobody does anything more until the transaction ends. */
const lockMade = (tx: Tx, { id }: Of) => tx`
  with locked_leads as (select id from leads where message_id = ${id} for update),
    locked_tickets as (select id from tickets where message_id = ${id} for update),
    locked_feedback as (select id from feedback where message_id = ${id} for update)
  select id from locked_leads union all select id from locked_tickets union all select id from locked_feedback`;

/** What was made of a message, the last made last: locked, so that what is said of it stays true. */
export async function madeOf(tx: Tx, message: Of): Promise<Made[]> {
  const look = tx<Made>`
    select 'lead' as what, l.id, null::bigint as number, l.closed_at is null as "isOpen", ${leadWorkedOn(tx, message)} as "workedOn"
    from leads l where l.message_id = ${message.id}
    union all
    select 'ticket', t.id, t.number, t.resolved_at is null, ${ticketWorkedOn(tx, message)}
    from tickets t where t.message_id = ${message.id}
    union all
    select 'feedback', f.id, null, true, false from feedback f where f.message_id = ${message.id}
    order by id`;
  const [, made] = await Promise.all([lockMade(tx, message), look]);
  return made;
}

/** What was made of the message goes, but for that and for what has been worked on. Gives what has gone. */
export async function unfile(tx: Tx, message: Of, but: readonly Made[] = []): Promise<Made[]> {
  const kept = (what: Made['what']) => but.filter((one) => one.what === what).map(({ id }) => id);
  const remove = tx<Made>`
    with gone_leads as (
      delete from leads l
      where message_id = ${message.id} and id <> all(${kept('lead')}::bigint[]) and not ${leadWorkedOn(tx, message)} returning id
    ), gone_tickets as (
      delete from tickets t
      where message_id = ${message.id} and id <> all(${kept('ticket')}::bigint[]) and not ${ticketWorkedOn(tx, message)} returning id, number
    ), gone_feedback as (
      delete from feedback where message_id = ${message.id} and id <> all(${kept('feedback')}::bigint[]) returning id
    )
    select 'lead' as what, id, null::bigint as number, false as "isOpen", false as "workedOn" from gone_leads
    union all select 'ticket', id, number, false, false from gone_tickets
    union all select 'feedback', id, null, false, false from gone_feedback
    order by id`;
  const [, gone] = await Promise.all([lockMade(tx, message), remove]);
  return gone;
}

/** What the program has taken off the lists by itself. */
export interface TakenOff {
  gone: Made[];
  /** What brings it back. */
  journalId?: string | undefined;
}

/** What was made of a message, and what of it stays whatever the message says now. */
interface Source {
  message: Of;
  made: readonly Made[];
  but: readonly Made[];
}

/** A customer changed or withdrew what they had written, and the house takes off what was made of that alone: the owner can take it back. `label`: what the words are by now. */
export async function takeOff({ tx, now }: Context, sources: readonly Source[], label: TriageLabel): Promise<TakenOff> {
  const changed = sources.filter(({ made, but }) => made.some((one) => !one.workedOn && !but.includes(one)));
  const [first] = changed;
  if (!first) return { gone: [] };
  const gone: Made[] = [];
  const work = async () => {
    for (const { message, but } of changed) gone.push(...(await unfile(tx, message, but)));
  };
  const userId = await ownerId(tx);
  const entry = userId && { userId, command: `/file ${first.message.id} ${label}`, now, byItself: true };
  const journalId = entry ? (await journaled(tx, entry, work)).journalId : void (await work());
  return { gone, journalId };
}

/** What has gone with one entry of the house, and nobody has brought back. */
export interface GoneWith extends Named {
  journalId: string;
}

/** What has gone with these entries, the first first. */
export async function goneWith(sql: Sql, journalIds: readonly string[]): Promise<GoneWith[]> {
  if (journalIds.length === 0) return [];
  return sql<GoneWith>`
    select c.journal_id as "journalId", made.what, c.key as id, case made.what when 'ticket' then c.before ->> 'number' end as number
    from journal_changes c join journal j on j.id = c.journal_id
    join (values ('leads', 'lead'), ('tickets', 'ticket'), ('feedback', 'feedback')) made (name, what) on made.name = c.table_name
    where c.journal_id = any(${[...journalIds]}::bigint[]) and c.after is null and j.undone_at is null
    order by c.id`;
}
