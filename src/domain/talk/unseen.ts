import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Conversation } from './conversation.ts';

/**
 * The last message of the conversation before those that still wait to be shown at this desk: nobody there has answered what is not
 * on a card yet. Undefined: nothing waits, or what waits was shown otherwise (`shownUpTo`). `but`: not counting what waits for the
 * end of quiet hours.
 */
export async function seenUpTo(tx: Tx, ...where: Where): Promise<string | undefined> {
  const [row] = await tx<{ seen: string | null }>`select ${lastMessageSeen(tx, ...where)} as seen`;
  return row?.seen ?? undefined;
}

type Where = [
  conversation: Pick<Conversation, 'id' | 'contactId' | 'shownUpTo'>,
  desk: { channel: string; address: string },
  but?: 'quiet',
];

/** seenUpTo as a value of a statement; null: nothing waits. */
export const lastMessageSeen = (sql: Sql, ...[{ id, contactId, shownUpTo = '0' }, desk, but]: Where): Fragment => sql`(
    select min(m.id) - 1
    from outbox o cross join lateral jsonb_array_elements(o.shows) one
    join messages m on m.id = (one ->> 'messageId')::bigint
    where o.waits and o.shows_contact = ${contactId} and o.channel = ${desk.channel} and o.address = ${desk.address}
      and not (o.quiet and ${but === 'quiet'}) and m.conversation_id = ${id} and m.id > ${shownUpTo}::bigint
  )`;
