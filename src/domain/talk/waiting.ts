import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Attachment } from '../attachment.ts';
import { missed } from '../delivery.ts';
import { goOnAs } from '../serve/merged.ts';
import { awaitCustomer, awaitUs } from '../serve/ticket.ts';
import { type Fate, fate, isHeardWords, otherWriter } from '../shown.ts';
import type { Triage } from '../triage/triage.ts';
import { type Conversation, loadConversation } from './conversation.ts';
import type { Message } from './message.ts';

/** How many of the messages that wait are shown on one card. */
const MOST_UNANSWERED = 10;
/** Kinds of "other" that wait for nobody. */
const NEEDS_NO_ANSWER = ['spam', 'autoreply', 'otp', 'thanks', 'unsubscribe', 'withdrawn', 'rating'];

/** Whether whoever wrote this waits for an answer. Unsure means yes. */
export function wantsAnswer({ label, sublabel, accepted, by, ofEarlier }: Triage): boolean {
  if (!accepted || label === 'lead' || label === 'ticket') return true;
  return label === 'other' && (by !== 'owner' || ofEarlier === true) && !NEEDS_NO_ANSWER.includes(sublabel);
}

/** A conversation whose customer waits for us. */
export interface Waiting {
  id: string;
  contactId: string;
  name: string;
  channel: string;
  since: Date;
  /** The customer's last words, of a form what was asked in it; '' if it was a file. */
  words: string;
  /** What came with them; null where nothing came. */
  files: Attachment[] | null;
  /** What has become of them. */
  fate: Fate | null;
  /** Who wrote them, where that is not the contact; else ''. */
  by: string;
}

/** Somebody waits in the conversation `v`, and it is not snoozed. */
const isListed = (sql: Sql, now: Date): Fragment =>
  sql`v.waiting_since is not null and (v.snoozed_until is null or v.snoozed_until <= ${now})`;

/** Who waits for an answer, longest first; snoozed ones come back at their time. */
export async function listWaiting(sql: Sql, now: Date, limit: number, offset = 0): Promise<Waiting[]> {
  return sql<Waiting>`
    select v.id, v.contact_id as "contactId", coalesce(nullif(c.name, ''), 'c' || c.id) as name, v.channel,
      v.waiting_since as since, coalesce(nullif(last.asked, ''), nullif(last.text, ''), last.subject, '') as words, last.attachments as files, coalesce(last.by, '') as by, last.fate
    from conversations v join contacts c on c.id = v.contact_id
    left join lateral (
      select m.text, m.triage ->> 'judged' as asked, m.subject, m.attachments, ${otherWriter(sql)} as by, ${fate(sql, sql`m.edits`)} as fate from messages m
      where m.conversation_id = v.id and ${isHeardWords(sql)}
      order by m.occurred_at desc, m.id desc limit 1
    ) last on true
    where ${isListed(sql, now)}
    order by v.waiting_since, v.id limit ${limit} offset ${offset}`;
}

/** Who waits just longer than this conversation, and who is next, among the first `most`; nobody where it does not wait itself. */
export async function besideWaiting(
  sql: Sql,
  now: Date,
  id: string,
  most: number,
): Promise<{ before?: string | null; after?: string | null }> {
  const [row] = await sql<{ before: string | null; after: string | null }>`
    with line as (
      select v.id, v.waiting_since from conversations v where ${isListed(sql, now)}
      order by v.waiting_since, v.id limit ${most}
    ), placed as (
      select id, lag(id) over shown as before, lead(id) over shown as after from line window shown as (order by waiting_since, id)
    )
    select before, after from placed where id = ${id}`;
  return row ?? {};
}

/** Of those `listWaiting` lists, with whom was spoken last. */
export async function lastToWait(
  sql: Sql,
  now: Date,
): Promise<{ conversation: Conversation; name: string } | undefined> {
  const [row] = await sql<{ id: string; name: string }>`
    select v.id, coalesce(nullif(c.name, ''), v.address) as name
    from conversations v join contacts c on c.id = v.contact_id
    where ${isListed(sql, now)} order by v.last_message_at desc nulls last, v.id desc limit 1`;
  const conversation = row && (await loadConversation(sql, row.id));
  return conversation && { conversation, name: row.name };
}

/** How many `listWaiting` lists, counted up to `most`; null: all of them. */
export async function countWaiting(sql: Sql, now: Date, most: number | null = null): Promise<number> {
  const listed = sql`from conversations v where ${isListed(sql, now)}`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, listed, most)} as count`;
  return row!.count;
}

/** Whether a message `answer` answers the customer: what the house says by itself, or what did not arrive, answers nothing. */
const answers = (sql: Sql) =>
  sql`answer.direction = 'out' and answer.automatic is not true and not ${missed(sql, sql`answer.id`)}`;

/** How far answers reach: the last that answers all before it, or one since that answers a part of it and reaches further. */
const answeredUpTo = (sql: Sql, conversationId: Fragment) => sql`coalesce((
  select greatest(whole.id, (
    select max(answer.answers_up_to) from messages answer
    where answer.conversation_id = ${conversationId} and answer.answers_up_to is not null and ${answers(sql)}
      and answer.occurred_at >= coalesce(whole.occurred_at, '-infinity')
  ))
  from (values (1)) one left join lateral (
    select answer.id, answer.occurred_at from messages answer
    where answer.conversation_id = ${conversationId} and answer.answers_up_to is null and ${answers(sql)}
    order by answer.occurred_at desc, answer.id desc limit 1
  ) whole on true
), 0)`;

/** Whether an answer in their conversation answers the messages `m`. */
export const isAnswered = (sql: Sql, conversationId: Fragment) =>
  sql`greatest(m.id, m.said_anew) <= ${answeredUpTo(sql, conversationId)}`;

/** The messages of a conversation that came after that one, or were changed after it: a list of ids. */
const saidAfter = (sql: Sql, conversationId: Fragment, after: Fragment) => sql`(
  select id from messages where conversation_id = ${conversationId} and id > ${after}
  union
  select id from messages where conversation_id = ${conversationId} and edits <> '[]' and said_anew > ${after}
)`;

/** Since when the words of the message `m` wait: since they were written, or changed after an answer. */
const saidAt = (sql: Sql) => sql`coalesce(m.said_anew_at, m.occurred_at)`;

/** A message was changed. If it had been answered, its new words wait for an answer of their own. */
export async function sayAnew(tx: Tx, { id, conversationId }: Message, now: Date): Promise<void> {
  await tx`
    update messages m set said_anew = nextval(pg_get_serial_sequence('messages', 'id')), said_anew_at = ${now}
    from conversations v
    where m.id = ${id} and v.id = ${conversationId}
      and greatest(m.id, m.said_anew) <= greatest(v.waits_after, ${answeredUpTo(tx, tx`v.id`)})`;
}

/** An answer of a user that covers a message. */
export interface AnswerSince {
  outboxId: string;
  text: string;
  /** It has not started to leave yet. */
  queued: boolean;
}

/** The last answer that was given to this message; undefined: it has none. */
export async function answerSince(sql: Sql, { id, conversationId }: Message): Promise<AnswerSince | undefined> {
  const [answer] = await sql<AnswerSince>`
    select o.id as "outboxId", answer.text, o.state = 'queued' as queued
    from messages answer join outbox o on o.message_id = answer.id and o.audience = 'customer'
    where answer.conversation_id = ${conversationId} and answer.id > ${id}
      and coalesce(answer.answers_up_to, answer.id) >= ${id} and ${answers(sql)}
    order by answer.occurred_at desc, answer.id desc limit 1`;
  return answer;
}

/** `wantsAnswer` of the messages `m`; one that nobody has judged wants one too. */
const wanting = (sql: Sql) => sql`coalesce(
  (m.triage ->> 'accepted')::boolean is not true or m.triage ->> 'label' in ('lead', 'ticket')
    or m.triage ->> 'label' = 'other' and (m.triage ->> 'by' <> 'owner' or m.triage ? 'ofEarlier')
      and coalesce(m.triage ->> 'sublabel', '') <> all (${NEEDS_NO_ANSWER}::text[]),
  true
)`;

/** The first of the messages of conversation `v` that waits for an answer and has none; `but`: what waits no more. */
const firstWaiting = (sql: Sql, but: Fragment) => sql`(
  select min(${saidAt(sql)}) from messages m
  where m.id in ${saidAfter(sql, sql`v.id`, sql`greatest(v.waits_after, ${answeredUpTo(sql, sql`v.id`)})`)}
    and ${isHeardWords(sql)} and ${wanting(sql)} and not ${but}
)`;

/** The first answer in conversation `v` that did not arrive, and none was written since that was known. */
const firstMissed = (sql: Sql) => sql`(
  select date_trunc('milliseconds', min(o.created_at)) from messages m join outbox o on o.message_id = m.id
  where m.conversation_id = v.id and m.direction = 'out' and m.automatic is not true and o.audience = 'customer'
    and not exists (
      select from contacts c where c.blocked_at is not null and c.id = coalesce((
          select i.contact_id from contact_identities i
          where i.channel = o.channel and i.address = o.address and o.address <> v.address
        ), v.contact_id)
      )
    and (o.state = 'failed' or o.state = 'unknown' and o.locked_until is null) and m.id > coalesce(v.waits_after, 0)
    and not exists (
      select from messages answer
      where answer.conversation_id = m.conversation_id and answer.id > m.id and ${answers(sql)}
        and answer.occurred_at >= coalesce(o.failed_at, '-infinity')
    )
)`;

/**
 * Since when the customers of these conversations wait: since their first words that want an answer and have none that arrived, or
 * since an answer that did not. This is the one place that says so; what only adds a message, or answers all, may do with less.
 */
export async function recountWaiting(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  await recount(tx, conversationIds, tx`false`);
}

async function recount(tx: Tx, ids: readonly string[], but: Fragment): Promise<void> {
  await tx`
    update conversations v set waiting_since = case when joined_to is null then least(${firstWaiting(tx, but)}, ${firstMissed(tx)}) end
    where id = any((select ${[...ids]}::bigint[])::bigint[])`;
}

/**
 * A ticket is resolved, with or without an answer: whoever complained waits no more because of that, unless another ticket of the
 * conversation is open. What they said since our last answer and is with the ticket only because that was open still waits.
 * @returns whether they still wait
 */
export async function endTicketWaiting(tx: Tx, conversationId: string): Promise<boolean> {
  const done = tx`(
    m.triage @> '{"label": "ticket", "accepted": true}' and m.triage -> 'reasons' <> '["open_ticket"]'
    and not exists (
      select from tickets t where (t.conversation_id = v.id or t.id = any(${goOnAs(tx, conversationId)})) and t.resolved_at is null
    )
  )`;
  await recountWaiting(tx, [conversationId]);
  if (!(await isWaiting(tx, conversationId))) return false;
  await recount(tx, [conversationId], done);
  if (await isWaiting(tx, conversationId)) return true;
  await endWaiting(tx, conversationId);
  return false;
}

async function isWaiting(tx: Tx, conversationId: string): Promise<boolean> {
  const rows = await tx`select from conversations where id = ${conversationId} and waiting_since is not null`;
  return rows.length > 0;
}

/** Nobody waits here any more for what has been said so far, or up to that message (or further, as said before): it was answered on a road we do not see. */
export async function endWaiting(tx: Tx, conversationId: string, upTo?: string): Promise<void> {
  await tx`
    update conversations set
      waiting_since = null, snoozed_until = null,
      waits_after = greatest(waits_after, coalesce(${upTo ?? null}, (select max(greatest(id, said_anew)) from messages where conversation_id = ${conversationId})))
    where id = ${conversationId}`;
  if (upTo) await recountWaiting(tx, [conversationId]);
}

type Content = Pick<Message, 'id' | 'text' | 'subject' | 'attachments' | 'fate'> & {
  /** Who wrote it, where that is not the contact; else ''. */
  by: string;
};

/** What the customer wrote since we last answered, oldest first, no more than the last ten; and how many there are. */
export async function unansweredMessages(
  sql: Sql,
  conversationId: string,
): Promise<{ messages: Content[]; total: number }> {
  const rows = await sql<Content & { total: number }>`
    select m.id, m.text, m.subject, m.attachments, ${fate(sql, sql`m.edits`)} as fate, ${otherWriter(sql)} as by, (count(*) over ())::int as total
    from conversations v join messages m on m.conversation_id = v.id
    where v.id = ${conversationId} and ${isHeardWords(sql)}
      and m.id in ${saidAfter(sql, sql`${conversationId}::bigint`, answeredUpTo(sql, sql`${conversationId}`))}
    order by m.id desc limit ${MOST_UNANSWERED}`;
  return { messages: rows.reverse().map(({ total: _, ...message }) => message), total: rows[0]?.total ?? 0 };
}

/** An answer did not arrive for certain: the customer waits again, and their tickets for us; for an automatic one nobody waits. */
export async function waitAgain(tx: Tx, outboxId: string): Promise<void> {
  const [row] = await tx<{ id: string }>`
    select m.conversation_id as id from outbox o join messages m on m.id = o.message_id
    where o.id = ${outboxId} and m.automatic is not true`;
  if (!row) return;
  await recountWaiting(tx, [row.id]);
  await awaitUs(tx, row.id);
}

/** That answer has arrived after all: what the customer wrote since still waits, and so does a later answer that did not arrive. */
export async function waitNoMore(tx: Tx, outboxId: string, now: Date): Promise<void> {
  const [row] = await tx<{ id: string }>`
    select v.id from outbox o left join messages m on m.id = o.message_id
    join conversations v on v.id = coalesce(m.conversation_id, o.conversation_id)
    where o.id = ${outboxId} and v.waiting_since <= date_trunc('milliseconds', o.created_at)`;
  if (!row) return;
  await recountWaiting(tx, [row.id]);
  if (!(await isWaiting(tx, row.id))) await awaitCustomer(tx, row.id, now);
}

/** The owner lets an answer be that did not arrive: up to it nobody waits. */
export async function letBe(tx: Tx, outboxId: string, now: Date): Promise<void> {
  await tx`
    update conversations v set waits_after = greatest(v.waits_after, m.id)
    from outbox o join messages m on m.id = o.message_id where o.id = ${outboxId} and v.id = m.conversation_id`;
  await waitNoMore(tx, outboxId, now);
}
