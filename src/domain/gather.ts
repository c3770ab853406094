import type { Fragment } from '../db/sql.ts';
import type { Context } from './context.ts';
import { isCustomersWords } from './shown.ts';

/** Of a customer's message: whose it is, so that what waits to be shown of them can be shown together. */
export interface Shown {
  contactId: string;
  conversationId: string;
  messageId: string;
}

/** Several messages of one customer that are shown on one card. */
export interface Gathered {
  /** How many, with the one that came now. */
  count: number;
  /** The last ones, oldest first. */
  words: string[];
  /** The first that is shown. */
  from: string;
  /** They write faster than anybody reads. */
  flood: boolean;
  /** When the card leaves: later than now in a flood, so that it is one card a minute. */
  runAt?: Date;
}

/** So many cards of a kind within a minute are a flood. */
export const FLOOD = 6;
export const FLOOD_PAUSE_MS = 60_000;
/** With so many cards waiting the next one takes them along. */
const ENOUGH = 2;
const LAST_WORDS = 5;

/** A card at a desk that may be taken back for one that tells more. */
export interface Card {
  id: string;
  conversationId: string | null;
  waits: boolean;
  recent: boolean;
  from: string;
  count: number;
  /** Of orders: what they come to, in minor units by currency. */
  sums: Record<string, string> | null;
  runAt: Date;
}

/**
 * The last few cards of these at a desk, newest first. Those that wait are locked, so that they do not begin to leave. One that somebody
 * else holds does not count as waiting: it is about to leave, or to be told with another; waiting for it could be waiting for each other.
 */
export async function lastCards(
  { tx }: Context,
  desk: { channel: string; address: string },
  which: Fragment,
): Promise<Card[]> {
  return tx<Card>`
    with turn as materialized (
      -- whoever takes cards back frees the next one in the chat: two who do so at once could wait for each other
      select pg_advisory_xact_lock(hashtextextended(${`cards:${desk.channel}:${desk.address}`}, 0))
    ), last as materialized (
      select * from outbox where ${which} and channel = ${desk.channel} and address = ${desk.address}
      order by id desc limit ${FLOOD}
    ), free as materialized (
      select id from outbox
      where exists (select from turn) and id in (select id from last where state = 'queued') and state = 'queued' and attempts = 0
      for update skip locked
    )
    select last.id, conversation_id as "conversationId", free.id is not null as waits,
      created_at > now() - ${FLOOD_PAUSE_MS} * interval '1 ms' as recent,
      shows_from as "from", shows_count as count, shows_sums as sums, run_at as "runAt"
    from last left join free on free.id = last.id order by last.id desc`;
}

/** They are told with another, and do not leave. */
export async function takeBack({ tx }: Context, cards: readonly Card[]): Promise<void> {
  if (cards.length === 0) return;
  await tx`update outbox set state = 'cancelled' where id = any(${cards.map(({ id }) => id)})`;
}

export const isFlood = (cards: readonly Card[]): boolean =>
  cards.length === FLOOD && cards.every(({ recent }) => recent);

/** When the one card of this minute leaves. */
export const endOfMinute = (cards: readonly Card[]): Date =>
  new Date(Math.min(...cards.map(({ runAt }) => runAt.getTime()), Date.now() + FLOOD_PAUSE_MS));

/**
 * Takes back the cards of the customer's conversation that wait at a desk and have not begun to leave, to be shown with the message
 * that came now; in a flood those of all their conversations. Undefined when the message is shown by itself. Nothing is lost: every
 * message is in its conversation.
 */
export async function gather(
  ctx: Context,
  desk: { channel: string; address: string },
  shown: Shown,
): Promise<Gathered | undefined> {
  const cards = await lastCards(ctx, desk, ctx.tx`shows_contact = ${shown.contactId}`);
  const flood = isFlood(cards);
  const waiting = cards.filter((card) => card.waits && (flood || card.conversationId === shown.conversationId));
  const enough = flood || waiting.length >= ENOUGH || waiting.some(({ count }) => count > 1);
  if (!enough) return undefined;
  await takeBack(ctx, waiting);
  const from = waiting.at(-1)?.from ?? shown.messageId;
  return {
    count: waiting.reduce((sum, card) => sum + card.count, 1),
    words: await lastWords(ctx, [shown.conversationId, ...waiting.map((card) => card.conversationId ?? '')], from),
    from,
    flood,
    ...(flood && { runAt: endOfMinute(waiting) }),
  };
}

async function lastWords(ctx: Context, conversations: string[], from: string): Promise<string[]> {
  const rows = await ctx.tx<{ text: string }>`
    select coalesce(nullif(text, ''), subject, '') as text from messages m
    where conversation_id = any(${conversations.filter(Boolean)}) and ${isCustomersWords(ctx.tx, ctx.tx`m`)} and id >= ${from}
    order by id desc limit ${LAST_WORDS}`;
  return rows.map(({ text }) => text).reverse();
}
