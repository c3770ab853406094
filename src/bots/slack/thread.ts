import type { Sql } from '../../db/sql.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { threadIn } from './place.ts';

/** The thread that a message belongs to; undefined if none. */
export type ThreadOf = (message: OutboxMessage) => Promise<string | undefined>;

/**
 * A customer's conversation has one thread on each desk: our first message about it begins the thread, and all later
 * ones go into it. The outbox alone knows it: messages of one chat leave one after another, so the first has its ts
 * before the second leaves. An answer to a message goes where that message is.
 */
export function threadsIn(sql: Sql): ThreadOf {
  return async ({ channel, address, audience, conversationId, payload }) => {
    if (audience !== 'owner' || payload.kind !== 'message') return undefined;
    const { replyTo } = payload;
    if (replyTo === undefined && conversationId === null) return undefined;
    if (replyTo !== undefined && threadIn(replyTo)) return threadIn(replyTo);
    const [first] = await sql<{ ts: string }>`
      select external_id as ts from outbox
      where channel = ${channel} and address = ${address} and payload -> 'replyTo' is null
        and conversation_id is not null and external_id is not null and position('/' in external_id) = 0
        and ${replyTo === undefined ? sql`conversation_id = ${conversationId}` : sql`external_id = ${replyTo}`}
      order by id desc limit 1`;
    return first?.ts;
  };
}
