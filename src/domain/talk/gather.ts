import type { Shown } from '../card.ts';
import type { Context } from '../context.ts';

/** What a card at a desk is about. */
export interface Telling {
  key: string;
  contactId: string;
  conversationId: string;
  shown: Shown;
}

/** What one card is to show. */
export interface Gathered {
  /** Oldest first; of very many the last ones. */
  shows: Shown[];
  /** How many there are. */
  count: number;
  /** They write faster than anybody reads. */
  flood: boolean;
  /** The cards whose place it takes, by outbox id; empty: it is a card of its own. */
  waiting: string[];
}

/** So many messages of a contact within a minute before this one are a flood. */
const FLOOD = 6;
export const FLOOD_SECONDS = 60;
/** With so many cards waiting the next message takes them along. */
const ENOUGH = 2;
const MOST_KEPT = 20;

interface Waiting {
  id: string;
  conversationId: string | null;
  shows: Shown[];
  count: number;
}

/**
 * What the card of a message shows: the message, and what waits to be shown of the same conversation at this desk and has not begun
 * to leave; in a flood what waits of all their conversations. The cards taken along are locked. Undefined: it has been told.
 */
export async function gather(
  ctx: Context,
  desk: { channel: string; address: string },
  { key, contactId, conversationId, shown }: Telling,
): Promise<Gathered | undefined> {
  const { waiting, lately, told } = await look(ctx, desk, { key, contactId, shown });
  const own = waiting.filter(({ shows }) => shows.some(({ messageId }) => messageId === shown.messageId));
  if (told && own.length === 0) return undefined;
  const flood = lately >= FLOOD;
  const others = waiting.filter((card) => flood || card.conversationId === conversationId);
  const enough = flood || others.length >= ENOUGH || others.some(({ count }) => count > 1);
  const taken = own.length > 0 ? own : enough ? others : [];
  const earlier = taken.flatMap(({ shows }) => shows).filter(({ messageId }) => messageId !== shown.messageId);
  return {
    shows: lastOf(
      [...earlier, shown].sort(byArrival).map((one) => ({ shown: one })),
      MOST_KEPT,
    ).map((one) => one.shown),
    count: taken.reduce((sum, { count }) => sum + count, own.length > 0 ? 0 : 1),
    flood,
    waiting: taken.map(({ id }) => id),
  };
}

/** The last so many; what is urgent stays longest. */
export function lastOf<One extends { shown: Pick<Shown, 'urgent'> }>(shows: One[], most: number): One[] {
  const tooMany = shows.length - most;
  if (tooMany <= 0) return shows;
  const calm = shows.filter(({ shown }) => !shown.urgent).slice(0, tooMany);
  return shows.filter((one) => !calm.includes(one)).slice(-most);
}

const byArrival = (one: Shown, other: Shown) => (BigInt(one.messageId) < BigInt(other.messageId) ? -1 : 1);

/** `lately`: how many other messages of theirs were written within a minute before or after this one, of those told last. */
async function look(
  { tx }: Context,
  desk: { channel: string; address: string },
  { key, contactId, shown }: Omit<Telling, 'conversationId'>,
): Promise<{ waiting: Waiting[]; lately: number; told: boolean }> {
  const [row] = await tx<{ waiting: Waiting[]; lately: number; told: boolean }>`
    with waiting as materialized (
      select id::text, conversation_id::text as "conversationId", shows, shows_count as count from outbox
      where shows_contact = ${contactId} and waits and attempts = 0 and shows is not null
        and channel = ${desk.channel} and address = ${desk.address}
      -- one that somebody holds is about to leave, or to be let go: it does not count, and nobody waits for it
      order by outbox.id + 0 for update skip locked
    ), last as materialized (
      select shows from outbox
      where shows_contact = ${contactId} and channel = ${desk.channel} and address = ${desk.address}
      order by id + 0 desc limit ${FLOOD}
    )
    select coalesce((select json_agg(waiting order by id::bigint) from waiting), '[]') as waiting,
      exists (select from outbox where idempotency_key = ${`${key}:${desk.channel}:${desk.address}`}) as told,
      (
        select count(distinct one ->> 'messageId') from last, jsonb_array_elements(shows) one
        where one ->> 'messageId' <> ${shown.messageId}
          and abs(extract(epoch from (one ->> 'at')::timestamptz - ${shown.at}::timestamptz)) < ${FLOOD_SECONDS}::int
      )::int as lately`;
  return row!;
}
