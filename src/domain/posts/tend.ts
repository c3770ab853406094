import type { OutboxMessage, Outcome } from '../../outbox/message.ts';
import { loadTold, rewrite } from '../../outbox/rewrite.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { type Act, oneByOne } from '../act.ts';
import { type Context, localeOf } from '../context.ts';
import { sendAgain } from '../desk/receipt_card.ts';
import { tellOwner } from '../desk/tell.ts';
import { sayAt } from '../owner/say.ts';
import type { Reply } from '../reply.ts';
import { outletName, settleOutlet } from './outlet.ts';
import { changePost, duePosts, loadPost, type Post } from './post.ts';
import { noteFault, publish } from './publish.ts';
import { copyReplies, postReply } from './shown.ts';

/** A post that could not leave for so long asks: at another hour its words may be wrong. */
const LATE_MS = 2 * 3_600_000;

type Ending = Extract<Outcome, { result: 'sent' | 'failed' | 'unknown' }>;

/**
 * Posts whose time has come leave, each once, in a transaction of its own; the owner gets the texts for where they are put by hand. One
 * that fails is a draft again, and its owner is asked.
 */
export async function sendDuePosts(act: Act, onError: (error: unknown) => void): Promise<void> {
  const due = await act((ctx) => duePosts(ctx.tx, ctx.now));
  await oneByOne(due, (id) => act((ctx) => sendDue(ctx, id)), {
    settle: (id) => act((ctx) => ifDue(ctx, id, (post) => askAgain(ctx, post, (t) => t.post.fault(id)))),
    onError,
  });
}

const sendDue = (ctx: Context, id: string): Promise<void> =>
  ifDue(ctx, id, (post) => {
    const late = ctx.now.getTime() - post.scheduledAt!.getTime() > LATE_MS;
    return late ? askAgain(ctx, post, (t) => t.post.late(id)) : leave(ctx, post);
  });

/** Whoever else lets it go is passed over. */
async function ifDue(ctx: Context, id: string, work: (post: Post) => Promise<void>): Promise<void> {
  const post = await loadPost(ctx.tx, id, ctx.tx`for update skip locked`);
  if (post?.state === 'scheduled' && post.scheduledAt! <= ctx.now) await work(post);
}

async function leave(ctx: Context, due: Post): Promise<void> {
  const post = await publish(ctx, due, { delaySeconds: 0 });
  await tellPost(ctx, post);
  await sayCopies(ctx, post);
}

/** It is a draft again. `why`: what its owner is asked. */
async function askAgain(ctx: Context, due: Post, why: (t: Texts) => string): Promise<void> {
  const post = await changePost(ctx, due, { state: 'draft', scheduledAt: null });
  await tellOwner(
    ctx,
    `post:${post.id}:asked:${ctx.now.getTime()}`,
    (t) => ({
      title: why(t),
      quote: post.words,
      buttons: [
        [
          { label: t.post.button.now, command: `/post ${post.id} go` },
          { label: t.post.button.look, command: `/post ${post.id}` },
        ],
      ],
    }),
    { notice: { kind: 'post' } },
  );
}

const wordsFor = (ctx: Context, { userId }: Pick<Post, 'userId'>) => {
  const locale = localeOf(
    ctx,
    ctx.users.find(({ id }) => id === userId),
  );
  return { locale, t: texts(locale) };
};

/** Where the post was written: the texts for the networks, each in a message of its own, once for each `time`: default, each time that it leaves. */
export async function sayCopies(ctx: Context, post: Post, time = String(post.round)): Promise<void> {
  const { t } = wordsFor(ctx, post);
  for (const { network, reply } of await copyReplies(ctx, t, post))
    await sayAt(ctx, post.place, { key: `post:${post.id}:${time}:${network}`, reply });
}

/** Writes the message anew that shows the post, or says it where the post was written. */
async function tellPost(ctx: Context, post: Post): Promise<void> {
  const { t, locale } = wordsFor(ctx, post);
  const reply = await postReply(ctx, t, locale, post);
  const key = `post:${post.id}:${ctx.random()}`;
  const [row] = await ctx.tx<{ id: string }>`select id from outbox where idempotency_key = ${post.toldKey}`;
  const told = row && (await loadTold(ctx.tx, row.id));
  if (told) return rewrite(ctx.tx, ctx.random, told, { reply }, { key });
  await sayAt(ctx, post.place, { key, reply });
  await changePost(ctx, post, { toldKey: key });
}

/** What everybody reads has reached its channel or has not, was changed or deleted there; or a channel has answered who may post. */
export async function onPublicEnded(ctx: Context, row: OutboxMessage, outcome: Ending): Promise<void> {
  const { payload } = row;
  // what was refused here is told of the post, and is no message that was not sent
  if (outcome.result === 'failed' && payload.kind !== 'message')
    await ctx.tx`update outbox set state = 'cancelled' where id = ${row.id}`;
  if (payload.kind === 'outlet') return onOutletAnswered(ctx, payload.outletId, row.id, outcome);
  const outboxId = payload.kind === 'edit' || payload.kind === 'removal' ? payload.of : row.id;
  const [found] = await ctx.tx<{ postId: string }>`
    select post_id as "postId" from post_messages where outbox_id = ${outboxId}`;
  const post = found && (await loadPost(ctx.tx, found.postId));
  if (!post) return;
  if (payload.kind === 'removal' && outcome.result === 'sent')
    await ctx.tx`update post_messages set removed_at = ${ctx.now}, fault = null where outbox_id = ${outboxId}`;
  else await noteFault(ctx.tx, outboxId, outcome.result === 'failed' ? outcome.reason : null);
  await tellPost(ctx, post);
  if (outcome.result !== 'sent') await tellTrouble(ctx, post, row, outcome);
}

/** What did not go as the owner wanted is told in a message of its own: a changed message rings for nobody. */
async function tellTrouble(
  ctx: Context,
  post: Post,
  row: OutboxMessage,
  outcome: Exclude<Ending, { result: 'sent' }>,
): Promise<void> {
  const [outlet] = await ctx.tx<{ name: string; handle: string; address: string }>`
    select name, handle, address from outlets where channel = ${row.channel} and address = ${row.address}`;
  const name = outletName(outlet ?? { name: '', handle: '', address: row.address });
  await tellOwner(
    ctx,
    `post:${row.id}:${outcome.result}:${ctx.now.getTime()}`,
    (t) => trouble(t, { post, row, name, outcome }),
    { notice: { kind: 'post' }, asked: true },
  );
}

function trouble(
  t: Texts,
  {
    post: { id },
    row,
    name,
    outcome,
  }: { post: Post; row: OutboxMessage; name: string; outcome: Exclude<Ending, { result: 'sent' }> },
): Reply {
  const look = { label: t.post.button.look, command: `/post ${id}` };
  if (outcome.result === 'unknown')
    return {
      title: t.post.unknown(id, name),
      text: t.receipt.brokeOff,
      buttons: [sendAgain(t, row.id, t.button.itArrived), [look]],
    };
  const { kind } = row.payload;
  const said = kind === 'edit' ? 'unchanged' : kind === 'removal' ? 'undeleted' : 'failed';
  return {
    title: t.post[said](id, name),
    text: t.receipt.because(t.receipt.why[outcome.reason]),
    buttons: [...(kind === 'message' ? [sendAgain(t, row.id)] : []), [look]],
  };
}

async function onOutletAnswered(ctx: Context, id: string, rowId: string, outcome: Ending): Promise<void> {
  if (outcome.result === 'unknown') return;
  const answer =
    outcome.result === 'sent' && outcome.outlet
      ? { found: outcome.outlet }
      : { reason: outcome.result === 'failed' ? outcome.reason : ('may_not_post' as const) };
  const outlet = await settleOutlet(ctx, id, answer);
  if (!outlet) return;
  const user = ctx.users.find(({ channel, address }) => {
    return channel === outlet.place.channel && address === outlet.place.address;
  });
  const t = texts(localeOf(ctx, user));
  const name = outletName(outlet);
  const reply: Reply = outlet.reason
    ? { title: t.post.outletRefused(name), text: t.receipt.because(t.receipt.why[outlet.reason]) }
    : {
        text: t.post.outletOn(t.channel(outlet.channel), name),
        buttons: [[{ label: t.post.button.stopOutlet, command: `/post off ${outlet.id}` }]],
      };
  await sayAt(ctx, outlet.place, { key: `outlet:${rowId}:answered`, reply });
}
