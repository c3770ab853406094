import type { Sql } from '../db/sql.ts';

type Fragment = ReturnType<Sql['unsafe']>;

/**
 * Who wrote a message `m` of a conversation `v`, as a contact: whoever has its author's address, else the one the conversation is with.
 * What came from the conversation's own address is its contact's, whoever else may write from there.
 */
export const writer = (sql: Sql): Fragment => sql`case when m.author is null then v.contact_id else coalesce((
  select i.contact_id from contact_identities i where i.channel = v.channel and i.address = m.author
), v.contact_id) end`;

/** The name under which the writer of the message `m` of the conversation `v` is shown, where that is not the one the conversation is with. */
export const otherWriter = (sql: Sql): Fragment => sql`case when m.direction = 'in' then coalesce((
  select case when w.id <> v.contact_id then coalesce(nullif(w.name, ''), 'c' || w.id) else coalesce(m.author_name, '') end
  from contact_identities i join contacts w on w.id = i.contact_id where i.channel = v.channel and i.address = m.author
), m.author_name, m.author, '') else '' end`;

/** Whether the writer of the message `m` of the conversation `v` is not blocked: what waits to be seen is shown, and they wait for an answer. */
export const isHeard = (sql: Sql): Fragment => sql`not exists (
  select from contacts c where c.id = ${writer(sql)} and c.blocked_at is not null
)`;

/** Whether whoever asked for the work `w` (a ticket, a lead) is not blocked: the writer of the message it came from, else its contact. */
export const isHeardOf = (sql: Sql, w: Fragment): Fragment => sql`not exists (
  select from contacts c
  where c.blocked_at is not null and c.id = coalesce((
    select ${writer(sql)} from messages m join conversations v on v.id = m.conversation_id where m.id = ${w}.message_id
  ), ${w}.contact_id)
)`;

/** `otherWriter` of the message that the work `w` came from. */
export const askedBy = (sql: Sql, w: Fragment): Fragment => sql`coalesce((
  select ${otherWriter(sql)} from messages m join conversations v on v.id = m.conversation_id where m.id = ${w}.message_id
), '')`;

/** The `Fate` of the words that the work `w` came from. */
export const fateOf = (sql: Sql, w: Fragment): Fragment =>
  sql`(select ${fate(sql, sql`m.edits`)} from messages m where m.id = ${w}.message_id)`;

/** Whether a message is there for users to see: not sent by somebody they have blocked. `m`: the messages' name in the query. */
export const isShown = (sql: Sql, m: Fragment): Fragment => sql`${m}.withheld is not true`;

/** What has become of words where they were written; 'deleted': nobody says by whom. */
export type Fate = 'edited' | 'withdrawn' | 'deleted';

/** The `Fate` of the message with these `edits`; null: it stands as it came, or there is no message. */
export const fate = (sql: Sql, edits: Fragment): Fragment => sql`case
  when coalesce(${edits}, '[]') = '[]' then null
  when ${edits} @> '[{"withdrawn": true, "unsure": true}]' then 'deleted'
  when ${edits} @> '[{"withdrawn": true}]' then 'withdrawn'
  else 'edited'
end`;

/** Whether a message is a customer's own words, and shown. Which of them an answer answers is `lastWords`. */
export const isCustomersWords = (sql: Sql, m: Fragment): Fragment => sql`(
  ${m}.direction = 'in' and ${isShown(sql, m)}
  and (${m}.triage @> '{"sublabel": "autoreply", "accepted": true}') is not true
)`;

/** Customers' words `m` of the conversation `v` that count: they are shown, and their writer is not blocked. */
export const isHeardWords = (sql: Sql): Fragment => sql`(${isCustomersWords(sql, sql`m`)} and ${isHeard(sql)})`;

/** As `isHeardWords`, and those of the conversation's own contact, blocked or not: they did say them. */
export const isHeardOrOwn = (sql: Sql): Fragment => sql`(${isCustomersWords(sql, sql`m`)} and not exists (
  select from contacts c where c.id = ${writer(sql)} and c.id <> v.contact_id and c.blocked_at is not null
))`;

/** The last words of the conversation `v` that count, by id: the next answer answers those and their writer. If nobody is heard, its contact's. */
export const lastWords = (sql: Sql): Fragment => sql`coalesce(
  (select m.id from messages m where m.conversation_id = v.id and ${isHeardWords(sql)} order by m.occurred_at desc, m.id desc limit 1),
  (select m.id from messages m where m.conversation_id = v.id and ${isHeardOrOwn(sql)} order by m.occurred_at desc, m.id desc limit 1)
)`;
