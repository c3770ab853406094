import type { Fragment, Sql } from '../../db/sql.ts';
import { hasWords } from '../../outbox/change.ts';
import type { Shown } from '../card.ts';
import type { Context } from '../context.ts';
import { isAnswered } from './waiting.ts';

/** What a card at a desk is about. */
export interface Telling {
  key: string;
  contactId: string;
  conversationId: string;
  shown: Shown;
  /** It may go on with what was told before. */
  joins: boolean;
  /** It has grown: where it stands on a card that has left, it was told, whichever card that is. */
  again: boolean;
  /** A message that has left cannot be given files. */
  hasFiles: boolean;
}

/** What one card is to show. */
export interface Gathered {
  /** Oldest first; of very many the last ones. */
  shows: Shown[];
  /** How many there are. */
  count: number;
  /** They write faster than anybody can read. */
  flood: boolean;
  /** The cards whose place it takes, by outbox id; empty: it is a card of its own. */
  waiting: string[];
  /** The card that was told and goes on with these words: it `stays` where it is, or is told anew below. */
  told?: { id: string; stays: boolean };
}

/** So many messages of a contact within a minute before this one are a flood. */
const FLOOD = 6;
export const FLOOD_SECONDS = 60;
const MOST_KEPT = 20;
/** People write in pieces: whoever was rung looks at the card for so long. */
const BURST_MS = 2 * 60_000;
/** So many messages told since are looked at; behind more the card has scrolled away. */
const MOST_SINCE = 200;

interface Waiting {
  id: string;
  conversationId: string | null;
  shows: Shown[];
  count: number;
}

/** The last card of a conversation that was told at a desk, with which nothing was done and whose words have no answer. */
interface Open {
  id: string;
  shows: Shown[];
  count: number;
  /** Something else was told there since. */
  scrolled: boolean;
  /** Its words wait for an answer. */
  waits: boolean;
}

interface Look {
  waiting: Waiting[];
  lately: number;
  told: boolean;
  open: Open | null;
}

/**
 * What the card of a message shows: the message, and what waits to be shown of the same conversation at this desk and has not begun
 * to leave; in a flood what waits of all their conversations. Where nothing waits it goes on with the card that was told last, as long
 * as that is open. The cards taken along are locked. Undefined: it has been told.
 */
export async function gather(
  ctx: Context,
  desk: { channel: string; address: string },
  telling: Telling,
): Promise<Gathered | undefined> {
  const { conversationId, shown, joins } = telling;
  const { waiting, lately, told, open } = await look(ctx, desk, telling);
  const own = waiting.filter(({ shows }) => shows.some(({ messageId }) => messageId === shown.messageId));
  if (told && own.length === 0) return undefined;
  const flood = lately >= FLOOD;
  const others = waiting.filter((card) => flood || card.conversationId === conversationId);
  const taken = own.length > 0 ? own : others;
  if (joins && open && taken.length === 0 && !flood) return goingOn(open, telling);
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

/**
 * Words that follow within a moment join the card where it stands, and nobody hears it. What must be heard, or would not be seen there, is
 * told below with what still waits; words that wait for nothing are left where they are.
 */
function goingOn({ id, scrolled, waits, ...card }: Open, { shown, hasFiles }: Telling): Gathered | undefined {
  if (card.shows.some(({ messageId }) => messageId === shown.messageId)) return undefined;
  const isBurst = Math.abs(Date.parse(shown.at) - Date.parse(rangAt(card.shows))) <= BURST_MS;
  if (!isBurst && !waits) return { shows: [shown], count: 1, flood: false, waiting: [] };
  const stays = isBurst && !scrolled && !hasFiles && !shown.urgent;
  const earlier = stays ? card.shows : card.shows.map(({ rang, ...one }) => ({ ...one, told: true as const }));
  const shows = [...earlier, stays ? shown : { ...shown, rang: true as const }].map((one) => ({ shown: one }));
  return {
    shows: lastOf(shows, MOST_KEPT).map((one) => one.shown),
    ...{ count: card.count + 1, flood: false, waiting: [], told: { id, stays } },
  };
}

/** When somebody was last rung for what is on a card: at its first words, if it was never told anew. */
const rangAt = (shows: readonly Shown[]): string => (shows.findLast(({ rang }) => rang) ?? shows[0]!).at;

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
  { key, contactId, conversationId, shown, joins, again }: Telling,
): Promise<Look> {
  const [row] = await tx<Look>`
    with waiting as materialized (
      select id::text, conversation_id::text as "conversationId", shows, shows_count as count from outbox
      where shows_contact = ${contactId} and waits and attempts = 0 and shows is not null and payload ->> 'kind' = 'message'
        and channel = ${desk.channel} and address = ${desk.address}
      -- one that somebody holds is about to leave, or to be let go: it does not count, and nobody waits for it
      order by outbox.id + 0 for update skip locked
    ), last as materialized (
      select shows, conversation_id, coalesce((payload ->> 'of')::bigint, id) as card from outbox
      where shows_contact = ${contactId} and channel = ${desk.channel} and address = ${desk.address}
      order by id + 0 desc limit ${FLOOD}
    ), open as materialized (
      select id, shows, shows_count as count from outbox
      where ${joins} and id = (select max(card) from last where conversation_id = ${conversationId})
        and state in ('sending', 'sent', 'unknown') and shows_kind is null and jsonb_array_length(shows) > 0
        and not payload ? 'marks' and ${hasWords(tx)}
      for update skip locked
    )
    select coalesce((select json_agg(waiting order by id::bigint) from waiting), '[]') as waiting,
      exists (select from outbox where idempotency_key = ${`${key}:${desk.channel}:${desk.address}`})
        or ${again} and exists (select from last, jsonb_array_elements(shows) one where one ->> 'messageId' = ${shown.messageId}) as told,
      (
        select count(distinct one ->> 'messageId') from last, jsonb_array_elements(shows) one
        where one ->> 'messageId' <> ${shown.messageId}
          and abs(extract(epoch from (one ->> 'at')::timestamptz - ${shown.at}::timestamptz)) < ${FLOOD_SECONDS}::int
      )::int as lately,
      (
        select json_build_object('id', open.id::text, 'shows', open.shows, 'count', open.count,
          'waits', coalesce(v.waiting_since < ${shown.at}, false), 'scrolled', ${hasScrolled(tx, { ...desk, contactId })})
        from open join messages m on m.id = (open.shows -> 0 ->> 'messageId')::bigint join conversations v on v.id = m.conversation_id
        where not ${isAnswered(tx, tx`v.id`)} and m.id > coalesce(v.waits_after, 0)
      ) as open`;
  return row!;
}

/** Whether something else was told in the chat since, or in the contact's topic there. */
const hasScrolled = (
  sql: Sql,
  { channel, address, contactId }: { channel: string; address: string; contactId: string },
): Fragment => sql`(
  select coalesce(bool_or(here), false) or count(*) = ${MOST_SINCE} from (
    select o.channel = ${channel} and o.address = ${address} and o.payload ->> 'kind' = 'message' and o.state <> 'cancelled'
      and not (o.waits and o.quiet) and (o.conversation_id = v.id or not exists (
        select from topics t where t.channel = ${channel} and t.address = ${address} and t.contact_id = ${contactId}
      )) as here
    from outbox o where o.id > open.id order by o.id limit ${MOST_SINCE}
  ) since
)`;
