import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';
import { recordedIn } from '../owner/journal.ts';
import type { Ticket } from './ticket.ts';

/** How somebody found it, from 1 (very dissatisfied) to 5 (very satisfied). */
export type Score = 1 | 2 | 3 | 4 | 5;
export const SCORES: readonly Score[] = [1, 2, 3, 4, 5];

/** So low that the owner hears of it at once, and the ticket is open again. */
export const LOW: Score = 2;
export const isLow = (score: Score): boolean => score <= LOW;
/** So high that it counts as satisfied. */
export const SATISFIED: Score = 4;

/** Why somebody was not asked: a key of the texts. */
export type Skipped =
  | 'off'
  | 'late'
  | 'refused'
  | 'blocked'
  | 'machine'
  | 'unreachable'
  | 'waiting'
  | 'no_words'
  | 'lately';

/** How a rating came in. */
export type RatedBy = 'button' | 'page' | 'reply';

/** A question that was asked, or is planned, and what was answered to it. */
export interface Rating {
  id: string;
  contactId: string;
  ticketId: string;
  conversationId: string | null;
  /** Of which time the ticket was resolved. */
  resolvedAt: Date;
  askAt: Date;
  askedAt: Date | null;
  locale: Locale | null;
  askedBackAt: Date | null;
  score: Score | null;
  words: string;
  ratedAt: Date | null;
}

const columns = (sql: Sql) => sql`
  r.id, r.contact_id as "contactId", r.ticket_id as "ticketId", r.conversation_id as "conversationId", r.resolved_at as "resolvedAt",
  r.ask_at as "askAt", r.asked_at as "askedAt", r.locale, r.asked_back_at as "askedBackAt", r.score, r.words, r.rated_at as "ratedAt"`;

/** Within this from their first answer another one takes its place. */
const CHANGES_MS = 24 * 3_600_000;
/** A question is answered within so many days; a link in a mail lies about for longer. */
const ANSWER_DAYS = 30;

/**
 * Plans to ask the customer of a ticket that has just been resolved, once the owner has switched that on. It is in no entry of the journal: undone
 * or reopened, the ticket is not as it was planned for, and nobody is asked.
 */
export async function planRating({ tx, now, settings }: Context, ticket: Pick<Ticket, 'id'>): Promise<void> {
  if (settings.ratings !== 'on') return;
  await recordedIn(
    tx,
    '',
    () => tx`
      insert into ratings (contact_id, ticket_id, conversation_id, resolved_at, ask_at)
      select contact_id, id, conversation_id, resolved_at, ${now}::timestamptz + ${settings.ratingMinutes} * interval '1 minute'
      from tickets where id = ${ticket.id} and resolved_at is not null and conversation_id is not null
      on conflict (ticket_id, resolved_at) do nothing`,
  );
}

/** Somebody whose ticket was resolved so shortly before the owner switched it on is asked as well: it was offered because of that. */
const LATELY_MINUTES = 60;

/** The owner has just switched it on. */
export async function planLately(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - LATELY_MINUTES * 60_000);
  const rows = await ctx.tx<{ id: string }>`
    select id from tickets where resolved_at > ${since} and resolved_at <= ${ctx.now} order by id`;
  for (const ticket of rows) await planRating(ctx, ticket);
}

/** Those whose time has come, locked, the first first. */
export async function dueRatings(tx: Tx, now: Date, most: number): Promise<Rating[]> {
  return tx<Rating>`
    select ${columns(tx)} from ratings r
    where ask_at <= ${now} and asked_at is null and skipped is null
    order by ask_at, id limit ${most} for update skip locked`;
}

/** Whether its ticket is still resolved, as when it was planned; it stays so until the transaction ends. */
export async function isStillResolved(tx: Tx, { ticketId, resolvedAt }: Rating): Promise<boolean> {
  const rows = await tx`
    select from tickets where id = ${ticketId} and resolved_at = ${resolvedAt} for share`;
  return rows.length > 0;
}

/** It was taken back before anybody was asked. */
export const dropRating = (tx: Tx, { id }: Rating) => tx`delete from ratings where id = ${id}`;

/** Nobody is asked, and why. */
export const skipRating = (tx: Tx, { id }: Rating, why: Skipped) =>
  tx`update ratings set skipped = ${why} where id = ${id}`;

/** They are asked later. */
export const putOffRating = (tx: Tx, { id }: Rating, askAt: Date) =>
  tx`update ratings set ask_at = ${askAt} where id = ${id}`;

/** They are being asked. `token`: what leads to the page, where there is one. */
export async function noteAsked(
  { tx, now, sha256 }: Pick<Context, 'tx' | 'now' | 'sha256'>,
  { id }: Rating,
  { channel, locale, token }: { channel: string; locale: Locale; token: string },
): Promise<void> {
  await tx`
    update ratings set asked_at = ${now}, channel = ${channel}, locale = ${locale}, token_hash = ${sha256(token)}
    where id = ${id}`;
}

/** The one whose page this hash of a token leads to. */
export async function ratingAt(sql: Sql, tokenHash: Uint8Array): Promise<Rating | undefined> {
  const [rating] = await sql<Rating>`select ${columns(sql)} from ratings r where token_hash = ${tokenHash}`;
  return rating;
}

/** Whether it can be answered still: not too late, nor a day after it was. */
export function isAnswerable({ askedAt, ratedAt }: Rating, now: Date): boolean {
  if (ratedAt) return now.getTime() - ratedAt.getTime() < CHANGES_MS;
  return askedAt !== null && now.getTime() - askedAt.getTime() < ANSWER_DAYS * 24 * 3_600_000;
}

/** What became of an answer: it counts, it was the same before, or it came too late. */
export type Voted = 'counts' | 'same' | 'late';

/** Notes an answer; of two at one moment the second finds the first. Words that are empty leave what was said before. */
export async function vote(
  tx: Tx,
  id: string,
  { score, by, words = '', now }: { score: Score; by: RatedBy; words?: string; now: Date },
): Promise<{ voted: Voted; rating: Rating | undefined; before?: Score | null }> {
  const [before] = await tx<Rating>`select ${columns(tx)} from ratings r where id = ${id} for update`;
  if (!before || !isAnswerable(before, now)) return { voted: 'late', rating: before };
  const [rating] = await tx<Rating>`
    update ratings r set score = ${score}, rated_by = ${by}, rated_at = coalesce(rated_at, ${now}),
      words = coalesce(nullif(${words}, ''), words)
    where id = ${id} returning ${columns(tx)}`;
  const isSame = before.score === score && (words === '' || words === before.words);
  return { voted: isSame ? 'same' : 'counts', rating, before: before.score };
}

/** How long what they write next belongs to their answer. */
const WORDS_MS = 2 * 3_600_000;
/** Longer words are a matter of their own, and are there as a message anyhow. */
const MOST_WORDS = 1000;

/** What they write after they have answered stands with their answer, the first of it. */
export async function addWords(tx: Tx, conversationId: string, words: string, now: Date): Promise<void> {
  await tx`
    update ratings set words = ${[...words].slice(0, MOST_WORDS).join('')}
    where words = '' and id = (
      select id from ratings where conversation_id = ${conversationId} and rated_at > ${new Date(now.getTime() - WORDS_MS)}
      order by rated_at desc, id desc limit 1
    )`;
}

/** How long after the question a number alone may be its answer. */
const REPLY_DAYS = 7;

/**
 * The question that the words may answer which have just been stored as `messageId`: the last one in the conversation, and nobody has written
 * there since, neither side.
 */
export async function askedJustNow(
  sql: Sql,
  conversationId: string,
  messageId: string,
  now: Date,
): Promise<Rating | undefined> {
  const since = new Date(now.getTime() - REPLY_DAYS * 24 * 3_600_000);
  const [rating] = await sql<Rating>`
    select ${columns(sql)} from ratings r
    where conversation_id = ${conversationId} and asked_at > ${since} and not exists (
      select from messages m where m.conversation_id = ${conversationId} and m.occurred_at > r.asked_at and m.id <> ${messageId}
        and m.direction in ('in', 'out') and m.automatic is not true
        and (m.triage @> '{"sublabel": "rating"}') is not true
    )
    order by asked_at desc, id desc limit 1`;
  return rating;
}

/** They are asked what they meant, once. False: they were already. */
export async function noteAskedBack(tx: Tx, { id }: Rating, now: Date): Promise<boolean> {
  const rows = await tx`
    update ratings set asked_back_at = ${now} where id = ${id} and asked_back_at is null returning id`;
  return rows.length > 0;
}
