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

/** So many cards of a customer within a minute are a flood. */
const FLOOD = 6;
const FLOOD_PAUSE_MS = 60_000;
/** With so many cards waiting the next one takes them along. */
const ENOUGH = 2;
const LAST_WORDS = 5;

interface Card {
  id: string;
  conversationId: string | null;
  waits: boolean;
  recent: boolean;
  from: string;
  count: number;
  runAt: Date;
}

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
  const cards = await ctx.tx<Card>`
    select id, conversation_id as "conversationId", state = 'queued' and attempts = 0 as waits, shows_from as "from",
      created_at > now() - ${FLOOD_PAUSE_MS} * interval '1 ms' as recent, shows_count as count, run_at as "runAt"
    from outbox
    where shows_contact = ${shown.contactId} and channel = ${desk.channel} and address = ${desk.address}
    order by id desc limit ${FLOOD} for update`;
  const flood = cards.length === FLOOD && cards.every(({ recent }) => recent);
  const waiting = cards.filter((card) => card.waits && (flood || card.conversationId === shown.conversationId));
  const enough = flood || waiting.length >= ENOUGH || waiting.some(({ count }) => count > 1);
  if (!enough) return undefined;
  await ctx.tx`update outbox set state = 'cancelled' where id = any(${waiting.map(({ id }) => id)})`;
  const from = waiting.at(-1)?.from ?? shown.messageId;
  const times = waiting.map(({ runAt }) => runAt.getTime());
  return {
    count: waiting.reduce((sum, card) => sum + card.count, 1),
    words: await lastWords(ctx, [shown.conversationId, ...waiting.map((card) => card.conversationId ?? '')], from),
    from,
    flood,
    ...(flood && { runAt: new Date(Math.min(...times, Date.now() + FLOOD_PAUSE_MS)) }),
  };
}

async function lastWords(ctx: Context, conversations: string[], from: string): Promise<string[]> {
  const rows = await ctx.tx<{ text: string }>`
    select coalesce(nullif(text, ''), subject, '') as text from messages m
    where conversation_id = any(${conversations.filter(Boolean)}) and ${isCustomersWords(ctx.tx, ctx.tx`m`)} and id >= ${from}
    order by id desc limit ${LAST_WORDS}`;
  return rows.map(({ text }) => text).reverse();
}
