import type { Sql } from '../../db/sql.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { threadIn } from './place.ts';

/** The thread a message belongs to, if it belongs to one. */
export type ThreadOf = (message: OutboxMessage) => Promise<string | undefined>;

/**
 * A customer's conversation is one thread of each desk: our first message about it begins the thread, all later ones go into it. The
 * outbox alone tells it: messages of one chat leave one after another, so the first has its ts before the second leaves.
 * What answers something goes to where that is.
 */
export function threadsIn(sql: Sql): ThreadOf {
  return async ({ channel, address, audience, conversationId, payload }) => {
    if (audience === 'customer' || payload.kind !== 'message') return undefined;
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
