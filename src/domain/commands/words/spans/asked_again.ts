import type { Sql } from '../../../../db/sql.ts';
import type { Place } from '../../../../outbox/message.ts';

/** So many of the newest messages are looked at for the list that was shown last. */
const MOST_LOOKED_AT = 200;

/** The last question of this chat about some days, asked of other days; where there was none, it is asked what is meant. */
export async function askedAgain(sql: Sql, { channel, address }: Place, span: string): Promise<string> {
  const [last] = await sql<{ line: string }>`
    select payload -> 'reply' ->> 'ofDays' as line
    from (select id, channel, address, payload from outbox order by id desc limit ${MOST_LOOKED_AT}) newest
    where channel = ${channel} and address = ${address} and payload -> 'reply' ? 'ofDays' order by id desc limit 1`;
  return `${last?.line ?? '/takings which'} ${span}`;
}
