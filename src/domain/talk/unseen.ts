import type { Tx } from '../../db/sql.ts';
import type { Conversation } from './conversation.ts';

/** How many of somebody's last cards are looked at. */
const MOST_FOLDED = 20;

/** What of a conversation still waits to be shown at a desk. */
export interface Unseen {
  /** The last message before it, by id. */
  seenUpTo: string;
  /** The cards that show a message as it is by now, by outbox id. */
  ofChanges: string[];
}

/**
 * What of the conversation waits to be shown at this desk: nobody there has answered what is not on a card yet, nor what was changed
 * since. Undefined: nothing waits, or what waits was shown otherwise (`shownUpTo`). What is kept for the list at the return
 * from an absence waits as well. `but`: not counting what waits for that or for the end of quiet hours.
 */
export async function unseenAt(
  tx: Tx,
  { id, contactId, shownUpTo }: Pick<Conversation, 'id' | 'contactId' | 'shownUpTo'>,
  desk: { channel: string; address: string },
  but?: 'quiet',
): Promise<Unseen | undefined> {
  const since = shownUpTo
    ? tx`and (m.id > ${shownUpTo.messageId}::bigint or unseen.at > ${shownUpTo.at}::timestamptz)`
    : tx``;
  const [row] = await tx<{ seenUpTo: string | null; ofChanges: string[] }>`
    with waiting as (
      select o.id, o.shows_count, o.shows, o.payload from outbox o
      where o.waits and o.shows_contact = ${contactId} and o.channel = ${desk.channel} and o.address = ${desk.address}
        and not (o.quiet and ${but === 'quiet'})
      union all
      -- what waits on one card with the forms of others
      select o.id, o.shows_count, o.shows, null from (
        select id, shows_count, shows, shown_by, shows_kind, channel, address from outbox
        where shows_contact = ${contactId} order by outbox.id + 0 desc limit ${MOST_FOLDED}
      ) o join outbox card on card.id = o.shown_by
      where o.shows_kind = 'form' and o.channel = ${desk.channel} and o.address = ${desk.address}
        and card.waits and not (card.quiet and ${but === 'quiet'})
    ), changes as (
      select o.id as card, changed.one
      from waiting o cross join lateral (
        select o.payload #> '{reply,changed}' as one
        union all
        select told.payload #> '{reply,changed}' from outbox told where o.shows_count > 1 and told.shown_by = o.id
      ) changed
    ), unseen as (
      select null::bigint as card, (one ->> 'messageId')::bigint as id, null::timestamptz as at
      from waiting o, jsonb_array_elements(o.shows) one
      -- on a card that tells it anew it was seen before
      where not one ? 'told'
      union all
      select card, (one ->> 'messageId')::bigint, (one ->> 'at')::timestamptz from changes
      union all
      select null, message_id, at from collected_cards
      where told_at is null and urgent is null and not ${but === 'quiet'}
    )
    select min(m.id) - 1 as "seenUpTo", coalesce(array_agg(distinct card::text) filter (where card is not null), '{}') as "ofChanges"
    from unseen join messages m on m.id = unseen.id
    where m.conversation_id = ${id} ${since}`;
  return row?.seenUpTo ? { ...row, seenUpTo: row.seenUpTo } : undefined;
}

/** The last message that was seen at this desk, where more waits: see `unseenAt`. */
export const seenUpTo = async (...asked: Parameters<typeof unseenAt>): Promise<string | undefined> =>
  (await unseenAt(...asked))?.seenUpTo;
