import type { Sql, Tx } from '../../db/sql.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { FailReason } from '../../outbox/message.ts';
import { rewrite } from '../../outbox/rewrite.ts';
import { wholePost } from '../../text/post/plain.ts';
import { carried } from '../attachment.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import { linksFor } from './links.ts';
import { type Outlet, outletsOn } from './outlet.ts';
import { changePost, type Post } from './post.ts';

/** A post is held so long at least before it leaves: everybody reads it. */
const HOLD_SECONDS = 10;

/** How long a post that leaves at a tap can be taken back, in seconds. */
export const holdOf = ({ settings }: Pick<Context, 'settings'>): number => Math.max(HOLD_SECONDS, settings.undoSend);

/** Lets a post go to every outlet, once for each. */
export async function publish(ctx: Context, post: Post, { delaySeconds }: { delaySeconds: number }): Promise<Post> {
  const posted = await changePost(ctx, post, {
    ...{ state: 'posted', postedAt: ctx.now, scheduledAt: null, round: post.round + 1 },
  });
  for (const outlet of await outletsOn(ctx.tx)) {
    const outboxId = await enqueue(ctx.tx, ctx.random, {
      ...{ channel: outlet.channel, address: outlet.address, audience: 'public', delaySeconds },
      idempotencyKey: `post:${post.id}:${outlet.id}:${posted.round}`,
      payload: { kind: 'message', reply: await replyFor(ctx, posted, outlet) },
    });
    await ctx.tx`
      insert into post_messages (post_id, outlet_id, outbox_id) values (${post.id}, ${outlet.id}, ${outboxId})
      on conflict (post_id, outlet_id) do update set outbox_id = excluded.outbox_id, removed_at = null, fault = null`;
  }
  return posted;
}

/** The post as an outlet shows it: its words as they were typed, with the outlet's own links. Nothing else is put in. */
async function replyFor(ctx: Context, post: Post, { channel }: Pick<Outlet, 'channel'>): Promise<Reply> {
  const { picture } = post;
  return {
    text: wholePost(post.words, await linksFor(ctx, post, channel)),
    ...(picture && { attachments: [carried(picture, picture.channel ?? post.place.channel, channel)] }),
  };
}

/** A post at one of its outlets. */
export interface PostMessage {
  outletId: string;
  channel: string;
  address: string;
  name: string;
  handle: string;
  outboxId: string;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled';
  externalId: string | null;
  sentAt: Date | null;
  removedAt: Date | null;
  fault: FailReason | null;
}

export const messagesOf = (sql: Sql, { id }: Pick<Post, 'id'>): Promise<PostMessage[]> =>
  sql<PostMessage>`
    select t.id as "outletId", t.channel, t.address, t.name, t.handle, o.id as "outboxId", o.state,
      o.external_id as "externalId", o.sent_at as "sentAt", m.removed_at as "removedAt", m.fault
    from post_messages m join outlets t on t.id = m.outlet_id join outbox o on o.id = m.outbox_id
    where m.post_id = ${id} order by t.id`;

/** Calls back what has not begun to leave; the row's lock decides between this and the worker. Gives how many have left. */
async function cancelWaiting(tx: Tx, { id }: Post): Promise<number> {
  await tx`
    update outbox set state = 'cancelled' where state = 'queued' and id in (select outbox_id from post_messages where post_id = ${id})`;
  const messages = await messagesOf(tx, { id });
  return messages.filter(({ state }) => state !== 'cancelled' && state !== 'failed').length;
}

/** Takes a post back before it leaves: it is a draft again. Where some of it has left it stays posted, and goes no further. */
export async function takeBack(ctx: Context, post: Post): Promise<{ post: Post; left: number }> {
  const left = await cancelWaiting(ctx.tx, post);
  if (left > 0) return { post, left };
  return { post: await changePost(ctx, post, { state: 'draft', postedAt: null, scheduledAt: null }), left };
}

const isThere = ({ state, removedAt }: PostMessage): boolean =>
  !removedAt && (state === 'queued' || state === 'sending' || state === 'sent' || state === 'unknown');

/** Other words for a post: what waits leaves with them, and what has left is rewritten where it stands. */
export async function rewordPost(ctx: Context, post: Post, words: string): Promise<Post> {
  const changed = await changePost(ctx, post, { words });
  for (const message of await messagesOf(ctx.tx, post)) {
    if (!isThere(message)) continue;
    const key = `post:${post.id}:${message.outletId}:edit:${ctx.random()}`;
    const reply = await replyFor(ctx, changed, message);
    await rewrite(ctx.tx, ctx.random, { id: message.outboxId, conversationId: null }, { reply }, { key });
    await noteFault(ctx.tx, message.outboxId, null);
  }
  return changed;
}

/** Deletes a post wherever it stands; what waits stays here. */
export async function removePost(ctx: Context, post: Post): Promise<void> {
  await cancelWaiting(ctx.tx, post);
  for (const message of await messagesOf(ctx.tx, post)) {
    if (!isThere(message)) continue;
    await enqueue(ctx.tx, ctx.random, {
      ...{ channel: message.channel, address: message.address, audience: 'public' },
      idempotencyKey: `post:${post.id}:${message.outletId}:removal:${ctx.random()}`,
      payload: { kind: 'removal', of: message.outboxId },
    });
    await noteFault(ctx.tx, message.outboxId, null);
  }
}

/** Keeps why the last thing that was to be done with it was refused. */
export async function noteFault(tx: Sql, outboxId: string, fault: FailReason | null): Promise<void> {
  await tx`update post_messages set fault = ${fault} where outbox_id = ${outboxId}`;
}
