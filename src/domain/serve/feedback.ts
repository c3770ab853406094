import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { isHeardOf } from '../shown.ts';

/** What somebody says of us without asking for a solution. */
export type FeedbackKind = 'praise' | 'suggestion' | 'criticism';

/** What became of it. */
export const FEEDBACK_STATES = ['open', 'done', 'declined'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** Whether somebody's words may be shown: under their name, without it, or not. */
export const QUOTE_ANSWERS = ['name', 'nameless', 'no'] as const;
export type QuoteAnswer = (typeof QUOTE_ANSWERS)[number];

export interface Feedback {
  id: string;
  contactId: string;
  contactName: string;
  messageId: string | null;
  kind: string;
  text: string;
  tags: string[];
  state: FeedbackState;
  createdAt: Date;
  toldAt: Date | null;
  quoteAskedAt: Date | null;
  quoteSaid: QuoteAnswer | null;
  quoteSaidAt: Date | null;
  quoteAnswer: string;
  quoteName: string;
}

const columns = (sql: Sql) => sql`
  f.id, f.contact_id as "contactId", c.name as "contactName", f.message_id as "messageId", f.kind, f.text, f.tags, f.state,
  f.created_at as "createdAt", f.told_at as "toldAt", f.quote_asked_at as "quoteAskedAt", f.quote_said as "quoteSaid",
  f.quote_said_at as "quoteSaidAt", f.quote_answer as "quoteAnswer", f.quote_name as "quoteName"`;

/** Praise, ideas and criticism that do not ask for a solution. */
export async function insertFeedback(
  tx: Tx,
  draft: { contactId: string; messageId?: string; kind: string; text: string; tags?: readonly string[] },
): Promise<string> {
  const [row] = await tx<{ id: string }>`
    insert into feedback (contact_id, message_id, kind, text, tags)
    values (
      ${draft.contactId}, ${draft.messageId ?? null}, ${draft.kind}, ${draft.text}, (select ${[...(draft.tags ?? [])]}::text[])
    ) returning id`;
  return row!.id;
}

export async function loadFeedback(sql: Sql, id: string): Promise<Feedback | undefined> {
  const [found] = await sql<Feedback>`
    select ${columns(sql)} from feedback f join contacts c on c.id = f.contact_id where f.id = ${id}`;
  return found;
}

/** What was kept of a message, if anything was. */
export async function feedbackOfMessage(sql: Sql, messageId: string): Promise<string | undefined> {
  const [row] = await sql<{
    id: string;
  }>`select id from feedback where message_id = ${messageId} order by id desc limit 1`;
  return row?.id;
}

/** Which ones are meant; left out: all of them. */
export interface Which {
  kind?: FeedbackKind | undefined;
  tag?: string | undefined;
  state?: FeedbackState | undefined;
}

/** What people call it is compared without case. */
const isMeant = (sql: Sql, { kind, tag, state }: Which): Fragment => sql`
  ${isHeardOf(sql, sql`f`)}
  ${kind ? sql`and f.kind = ${kind}` : sql``}
  ${tag ? sql`and f.tags @> array[${tag}]::text[]` : sql``}
  ${state ? sql`and f.state = ${state}` : sql``}`;

/** The newest first; those of blocked contacts are left out. */
export async function listFeedback(sql: Sql, which: Which, limit: number, offset = 0): Promise<Feedback[]> {
  return sql<Feedback>`
    select ${columns(sql)} from feedback f join contacts c on c.id = f.contact_id
    where ${isMeant(sql, which)} order by f.created_at desc, f.id desc limit ${limit} offset ${offset}`;
}

/** How many there are, counted up to `most`. */
export async function countFeedback(sql: Sql, which: Which, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from feedback f where ${isMeant(sql, which)}`, most)} as count`;
  return row!.count;
}

/** How many there are of each kind and, of what is open, with each tag: by how many people, the most first. */
export async function feedbackCounts(
  sql: Sql,
): Promise<{ kinds: { kind: string; count: number; open: number }[]; tags: { tag: string; people: number }[] }> {
  const [kinds, tags] = await Promise.all([
    sql<{ kind: string; count: number; open: number }>`
      select kind, count(*)::int as count, count(*) filter (where state = 'open')::int as open from feedback f
      where ${isHeardOf(sql, sql`f`)} group by kind order by 2 desc, 1`,
    sql<{ tag: string; people: number }>`
      select tag, count(distinct contact_id)::int as people from feedback f cross join unnest(f.tags) as tag
      where f.state = 'open' and ${isHeardOf(sql, sql`f`)} group by tag order by 2 desc, 1 limit 20`,
  ]);
  return { kinds, tags };
}

/** The tags there are, as they are written, the most frequent first. */
export async function tagsKnown(sql: Sql): Promise<string[]> {
  const rows = await sql<{ tag: string }>`
    select tag from feedback cross join unnest(tags) as tag group by tag order by count(*) desc, tag limit 200`;
  return rows.map(({ tag }) => tag);
}

export async function setFeedbackTags(tx: Tx, id: string, tags: readonly string[]): Promise<void> {
  await tx`update feedback set tags = (select ${[...new Set(tags)]}::text[]) where id = ${id}`;
}

export async function setFeedbackKind(tx: Tx, id: string, kind: FeedbackKind): Promise<void> {
  await tx`update feedback set kind = ${kind} where id = ${id}`;
}

export async function settleFeedback(tx: Tx, id: string, state: FeedbackState, now: Date): Promise<void> {
  await tx`
    update feedback set state = ${state}, settled_at = ${state === 'open' ? null : now}::timestamptz where id = ${id}`;
}

/** Those who asked for what a tag names and have not been told yet: of each person the newest, whoever asked first in front. Of these ids alone, where they are named. */
export async function whoAsked(sql: Sql, tag: string, ids?: readonly string[]): Promise<Feedback[]> {
  return sql<Feedback>`
    select * from (
      select distinct on (f.contact_id) ${columns(sql)} from feedback f join contacts c on c.id = f.contact_id
      where ${isMeant(sql, { tag, state: 'open' })} and f.told_at is null and f.kind <> 'praise'
        ${ids ? sql`and f.id = any((select ${[...ids]}::bigint[])::bigint[])` : sql``}
      order by f.contact_id, f.created_at desc, f.id desc
    ) asked order by "createdAt", id`;
}

/** Somebody was told that it is here: all that they asked for under the tag is done. */
export async function noteTold(tx: Tx, contactId: string, tag: string, now: Date): Promise<void> {
  await tx`
    update feedback set told_at = ${now}, state = 'done', settled_at = ${now}
    where contact_id = ${contactId} and tags @> array[${tag}]::text[] and state = 'open' and kind <> 'praise'`;
}

/** They are being asked whether their words may be shown. */
export async function noteQuoteAsked(tx: Tx, id: string, conversationId: string, now: Date): Promise<void> {
  await tx`update feedback set quote_asked_at = ${now}, quote_conversation_id = ${conversationId} where id = ${id}`;
}

/** How long after the question words may be its answer. */
const QUOTE_DAYS = 14;

/** The praise about which a question stands in a conversation: the last one, nothing else of ours since, and not answered yet. */
export async function quoteAskedIn(sql: Sql, conversationId: string, now: Date): Promise<Feedback | undefined> {
  const since = new Date(now.getTime() - QUOTE_DAYS * 24 * 3_600_000);
  const [found] = await sql<Feedback>`
    select ${columns(sql)} from feedback f join contacts c on c.id = f.contact_id
    where f.quote_conversation_id = ${conversationId} and f.quote_said is null and f.quote_asked_at > ${since}
      and not exists (
        select from messages m
        where m.conversation_id = ${conversationId} and m.direction = 'out' and m.occurred_at > f.quote_asked_at
      )
    order by f.quote_asked_at desc, f.id desc limit 1`;
  return found;
}

/** They have answered; it counts once, but a no always. */
export async function noteQuoteSaid(
  tx: Tx,
  id: string,
  { said, answer, name, now }: { said: QuoteAnswer; answer: string; name: string; now: Date },
): Promise<boolean> {
  const rows = await tx`
    update feedback set quote_said = ${said}, quote_said_at = ${now}, quote_answer = ${answer}, quote_name = ${said === 'name' ? name : ''}
    where id = ${id} and quote_asked_at is not null and (quote_said is null or (${said === 'no'} and quote_said <> 'no')) returning id`;
  return rows.length > 0;
}

/** The praise that may be shown, the newest first. */
export async function mayBeShown(sql: Sql, limit: number, offset = 0): Promise<Feedback[]> {
  return sql<Feedback>`
    select ${columns(sql)} from feedback f join contacts c on c.id = f.contact_id
    where f.quote_said in ('name', 'nameless') order by f.quote_said_at desc, f.id desc limit ${limit} offset ${offset}`;
}
