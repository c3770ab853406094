import { LONGEST_POST } from '../../../text/post/networks.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { botAddress } from '../../posts/links.ts';
import { changePost, type Post, type PostState, waitingPost } from '../../posts/post.ts';
import { holdOf, messagesOf, publish, removePost, rewordPost, takeBack } from '../../posts/publish.ts';
import { copyReply, postReply } from '../../posts/shown.ts';
import { sayCopies } from '../../posts/tend.ts';
import { failed, type Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { draftReply } from './draft.ts';
import { behindNetwork, networkIn, type Step } from './read.ts';
import { timeAtEnd } from './time_at_end.ts';

type Act = (ctx: CommandContext, post: Post, words: string) => Promise<Reply | Incomplete>;

/** A post as it stands. */
export const show = (ctx: CommandContext, post: Post): Promise<Reply> =>
  post.state === 'draft' ? draftReply(ctx, post) : postReply(ctx, ctx.t, ctx.locale, post);

/** A step that makes sense only in some states; otherwise it is said how it is. */
const within =
  (states: readonly PostState[], act: Act): Act =>
  async (ctx, post, words) => {
    if (states.includes(post.state)) return act(ctx, post, words);
    return { ...(await show(ctx, post)), failed: true, text: ctx.t.post.notNow(ctx.t.post.state[post.state]) };
  };

const changed = async (ctx: CommandContext, post: Post, to: Parameters<typeof changePost>[2]): Promise<Reply> =>
  show(ctx, await changePost(ctx, post, to));

export const STEPS: Readonly<Record<Step, Act>> = {
  go: within(['draft', 'scheduled'], go),
  at: within(['draft', 'scheduled'], async (ctx, post, words) => {
    if (words === '') return new Incomplete('time', (time) => `${post.id} at ${time}`);
    const when = parseWhen(words, momentOf(ctx));
    if (when?.rest !== '' || when.others) return failed(ctx.t.post.noTime(words));
    if (when.at <= ctx.now) return failed(ctx.t.post.over);
    return changed(ctx, post, { state: 'scheduled', scheduledAt: when.at });
  }),
  timed: within(['draft'], async (ctx, post, words) => {
    const end = timeAtEnd(post.words, momentOf(ctx));
    const when = parseWhen(words, momentOf(ctx));
    if (!end || when?.rest !== '' || when.at <= ctx.now) return { ...(await show(ctx, post)), failed: true };
    return changed(ctx, post, { words: end.words, state: 'scheduled', scheduledAt: when.at });
  }),
  edit: within(['draft', 'scheduled', 'posted'], async (ctx, post, words) => {
    if (words === '') return new Incomplete('postText', (text) => `${post.id} edit ${text}`);
    if (words.length > LONGEST_POST) return failed(ctx.t.post.tooLongPost(LONGEST_POST));
    if (post.state !== 'posted') return changed(ctx, post, { words });
    return { ...(await show(ctx, await rewordPost(ctx, post, words))), text: ctx.t.post.editing };
  }),
  drop: within(['draft', 'scheduled'], (ctx, post) => changed(ctx, post, { state: 'dropped', scheduledAt: null })),
  back: within(['scheduled', 'posted'], (ctx, post) =>
    post.state === 'scheduled' ? changed(ctx, post, { state: 'draft', scheduledAt: null }) : back(ctx, post),
  ),
  delete: within(['posted'], async (ctx, post) => {
    await removePost(ctx, post);
    return { ...(await show(ctx, post)), text: ctx.t.post.deleting };
  }),
  async for(ctx, post, words) {
    const network = networkIn(words);
    if (network) return copyReply(ctx, ctx.t, post, network);
    const { channel, address } = ctx.place;
    // asked for anew they are said anew
    await sayCopies(ctx, { ...post, place: { channel, address } }, ctx.random());
    return show(ctx, post);
  },
  with: within(['draft'], (ctx, post, words) => {
    const { network, rest } = behindNetwork(words)!;
    const networks = [...post.networks.filter((one) => one !== network), network];
    return changed(ctx, post, { networks, ...(rest !== '' && { words: rest }) });
  }),
  without: within(['draft'], (ctx, post, words) => {
    const network = networkIn(words)!;
    return changed(ctx, post, { networks: post.networks.filter((one) => one !== network) });
  }),
  bot: within(['draft'], async (ctx, post) => {
    const address = await botAddress(ctx.tx);
    if (!address || post.words.includes(address)) return show(ctx, post);
    return changed(ctx, post, { words: `${post.words}\n${address}` });
  }),
};

async function back(ctx: CommandContext, post: Post): Promise<Reply> {
  const wasByHand = (await messagesOf(ctx.tx, post)).length === 0;
  const taken = await takeBack(ctx, post);
  const reply = await show(ctx, taken.post);
  return taken.left > 0
    ? { ...reply, failed: true, text: ctx.t.post.leftAlready }
    : { ...reply, text: wasByHand ? ctx.t.post.tookBackTexts : ctx.t.post.tookBack };
}

/** What an undo means right after a post was let go: the post, and nothing older. Undefined: none waits to leave. */
export async function takeBackWaiting(ctx: CommandContext): Promise<Reply | undefined> {
  const post = await waitingPost(ctx.tx, ctx.user.id);
  return post && back(ctx, post);
}

/** It leaves in a moment, and can be taken back until then. */
async function go(ctx: CommandContext, post: Post): Promise<Reply> {
  const delaySeconds = holdOf(ctx);
  const posted = await publish(ctx, post, { delaySeconds });
  await sayCopies(ctx, posted);
  const leaves = (await messagesOf(ctx.tx, posted)).length > 0;
  return { ...(await show(ctx, posted)), text: leaves ? ctx.t.post.held(delaySeconds) : ctx.t.post.onlyByHand };
}
