import type { Sql } from '../../db/sql.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { Context } from '../context.ts';
import { answeredIn, type Conversation, conversationOf } from './conversation.ts';

interface TopicPlace {
  channel: string;
  address: string;
  topic: string;
}

type TopicShown = 'topic_closed' | 'topic_opened';

/**
 * A customer has one topic in a desk chat, whatever roads they write on: two mail threads of one person are one customer to the
 * owner. What is written there likely answers the conversation that waits longest, else the one last spoken in.
 */
export async function conversationOfTopic(
  sql: Sql,
  desk: { channel: string; address: string },
  topic: string,
): Promise<Conversation | undefined> {
  const [row] = await sql<{ contactId: string }>`
    select contact_id as "contactId" from topics
    where channel = ${desk.channel} and address = ${desk.address} and external_id = ${topic}`;
  if (!row) return undefined;
  const [answered] = await answeredIn(sql, row.contactId, 1);
  const conversation = answered ?? (await conversationOf(sql, row.contactId));
  return conversation && { ...conversation, likely: true };
}

/** Nothing is left to do for the customer: their topics are closed, until there is news of them. */
export async function closeTopics(ctx: Context, contactId: string): Promise<void> {
  const open = await ctx.tx<TopicPlace>`
    select channel, address, external_id as topic from topics
    where contact_id = ${contactId} and closed_at is null order by created_at`;
  for (const topic of open) await show(ctx, topic, 'topic_closed');
}

/** What an undone act had settled is open again, and so are its customers' topics, whether their closing has left yet or not. */
export async function reopenTopics(ctx: Context, journalId: string): Promise<void> {
  const topics = await ctx.tx<TopicPlace>`
    select channel, address, external_id as topic from topics
    where contact_id in (
      select t.contact_id from journal_changes j join tickets t on t.id = case when j.table_name = 'tickets' then j.key::bigint end
      where j.journal_id = ${journalId} and j.table_name = 'tickets' and j.after ->> 'resolved_at' is not null
        and t.resolved_at is null
    )
    order by created_at`;
  for (const topic of topics) await show(ctx, topic, 'topic_opened');
}

async function show(ctx: Context, { channel, address, topic }: TopicPlace, kind: TopicShown): Promise<void> {
  await enqueue(ctx.tx, ctx.random, {
    channel,
    address,
    audience: 'owner',
    idempotencyKey: `${kind}:${channel}:${address}:${topic}:${ctx.now.getTime()}`,
    payload: { kind, topic },
    unasked: true,
  });
}
