import type { Sql } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';

/** So many of the newest messages are looked at, for those in this chat. */
const MOST_LOOKED_AT = 200;
/** How a button says on whom it is. */
const ON_SOMEBODY = /^\/(?:contact|note) c(\d{1,18})(?=\s|$)/u;

/**
 * Whom this chat was shown or told of last: their card, what became of an answer to them, or words that named them. Undefined: nobody, or
 * several at once.
 */
export async function lastShown(sql: Sql, { channel, address }: Place): Promise<string | undefined> {
  const rows = await sql<{ id: string | null; commands: string[] }>`
    select coalesce(newest.shows_contact, v.contact_id)::text as id,
      jsonb_path_query_array(payload, '$.reply.buttons[*][*].command') as commands
    from (
      select id, channel, address, payload, conversation_id, shows_contact from outbox order by id desc limit ${MOST_LOOKED_AT}
    ) newest left join conversations v on v.id = newest.conversation_id
    where newest.channel = ${channel} and newest.address = ${address} order by newest.id desc limit ${MOST_LOOKED_AT}`;
  for (const { id, commands } of rows) {
    if (id !== null) return id;
    const [one, ...others] = new Set(commands.flatMap((command) => ON_SOMEBODY.exec(command)?.[1] ?? []));
    if (one !== undefined) return others.length === 0 ? one : undefined;
  }
  return undefined;
}
