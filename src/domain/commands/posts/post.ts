import { LONGEST_POST, NETWORKS, type Network } from '../../../text/post/networks.ts';
import { truncate } from '../../../text/truncate.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { carried } from '../../attachment.ts';
import { askOutlet, dropOutlet, listOutlets, loadOutlet, outletName } from '../../posts/outlet.ts';
import { changePost, listPosts, loadPost, makePost, type Post } from '../../posts/post.ts';
import { messagesOf } from '../../posts/publish.ts';
import { standingOf } from '../../posts/shown.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pageButtons } from '../paged.ts';
import { momentOf } from '../words/moment.ts';
import { behindPage, pageIn } from '../words/words.ts';
import { draftReply } from './draft.ts';
import { type Args, AS_WORDS, behindNetwork, networkIn, peopleIn, readPost } from './read.ts';
import { STEPS, show } from './steps.ts';
import { timeAtEnd } from './time_at_end.ts';

const PAGE = 8;
const WORDS_GRAPHEMES = 60;
const LABEL_GRAPHEMES = 30;

/** '/post New tea is here', with a time on a line below it or not; '/post 3', '/post 3 at tomorrow 9am', '/post to @teahouse'. */
export const post: Command<Args> = {
  name: 'post',
  role: 'owner',
  changes: true,
  unrecorded: true,
  drafts: (args) => args.of === 'new',
  takesLines: true,
  onlyShows: (args) =>
    args.of === 'list' ||
    args.of === 'outlets' ||
    (args.of === 'one' &&
      (args.step === 'show' || args.step === 'unread' || (args.step === 'for' && args.words === ''))),
  parse: readPost,
  async run(ctx, args) {
    if (args.of === 'list') return list(ctx, args.page);
    if (args.of === 'outlets') return outlets(ctx);
    if (args.of === 'outlet') return ask(ctx, args);
    if (args.of === 'off') return stopOutlet(ctx, args.id);
    if (args.of === 'new') return begin(ctx, args.words, args.only);
    const one = await loadPost(ctx.tx, args.id, ctx.tx`for update`);
    // words that only look like a step of a post that there is not are a post
    if (!one && !ctx.pressed && args.words !== '' && !networkIn(args.words)) return begin(ctx, args.typed);
    if (!one) return failed(ctx.t.post.noSuch, { buttons: args.words === '' ? [] : [[anewButton(ctx, args.typed)]] });
    if (args.step === 'unread') return unread(ctx, one, args);
    return args.step === 'show' ? show(ctx, one) : STEPS[args.step](ctx, one, args.words);
  },
};

/** The words as a post of their own. */
const anewButton = ({ t }: CommandContext, typed: string): Button => ({
  label: t.post.button.anew(truncate(typed.replace(/\s+/gu, ' '), LABEL_GRAPHEMES)),
  command: `/post ${AS_WORDS} ${typed}`,
});

/** '/posts': those there are. */
export const posts: Command<{ page: number }> = {
  name: 'posts',
  role: 'owner',
  unread: behindPage,
  parse: (words) => ({ page: pageIn(words) }),
  run: (ctx, { page }) => list(ctx, page),
};

/** Makes a draft of words, and shows it: nothing leaves before the owner says so. A time on a line of its own is when it shall. */
async function begin(ctx: CommandContext, words: string, only?: Network): Promise<Reply | Incomplete> {
  const { channel, address, externalId } = ctx.place;
  const end = timeAtEnd(words, momentOf(ctx));
  const text = (end?.sure ? end.words : words).trim();
  if (text === '') return new Incomplete('postText');
  if (text.length > LONGEST_POST) return failed(ctx.t.post.tooLongPost(LONGEST_POST));
  const toldKey = externalId ? `said:${channel}:${address}:${externalId}` : `post:${ctx.random()}`;
  const [picture, ...others] = ctx.files?.map((file) => carried(file, channel)) ?? [];
  if (picture && picture.kind !== 'photo') return failed(ctx.t.post.noPicture);
  const draft = { words: text, picture: picture ?? null, userId: ctx.user.id, place: { channel, address }, toldKey };
  const made = await makePost(ctx, draft, only);
  const reply = await draftReply(ctx, end?.sure ? await changePost(ctx, made, { scheduledAt: end.at }) : made);
  const besides = besidesOf(ctx, made.id, text);
  return {
    ...reply,
    ...(others.length > 0 && { text: ctx.t.post.onePicture }),
    ...(besides && {
      hint: [besides.hint, reply.hint].filter(Boolean).join('\n'),
      buttons: [[besides.button], ...(reply.buttons ?? [])],
    }),
  };
}

/** What stands in front of the words may have been meant for us: a network, or whom it is for. */
function besidesOf({ t }: CommandContext, id: string, words: string): { hint: string; button: Button } | undefined {
  const named = behindNetwork(words);
  if (named && named.rest !== '') {
    const name = t.post.network[named.network];
    const command = `/post ${id} with ${named.network} ${named.rest}`;
    return { hint: t.post.namesNetwork(name), button: { label: t.post.button.forNetwork(name), command, turns: true } };
  }
  const people = peopleIn(words);
  if (people === undefined) return undefined;
  return {
    hint: t.post.isPublic,
    button: { label: t.post.button.campaign(people), command: `/campaign new ${people} to ${people}` },
  };
}

/** What stands behind the number of a post is said of that post, unless its owner says that it is a post of its own. */
async function unread(
  ctx: CommandContext,
  one: Post,
  { words, typed }: Extract<Args, { of: 'one' }>,
): Promise<Reply | Incomplete> {
  const when = parseWhen(words, momentOf(ctx));
  if (when?.rest === '' && !when.others && when.at > ctx.now) return STEPS.at(ctx, one, words);
  const shown = await show(ctx, one);
  const anew = anewButton(ctx, typed);
  const networks = NETWORKS.map((network) => ctx.t.post.network[network]);
  return {
    ...shown,
    failed: true,
    text: ctx.t.post.unread(words, ctx.t.inARow(networks)),
    buttons: [[anew], ...(shown.buttons ?? [])],
  };
}

async function list(ctx: CommandContext, page: number): Promise<Reply> {
  const { t } = ctx;
  const found = await listPosts(ctx.tx, PAGE + 1, (page - 1) * PAGE);
  if (found.length === 0) return { text: t.post.none, hint: t.post.how };
  const standing = new Map<string, keyof typeof t.post.state>();
  for (const one of found) standing.set(one.id, standingOf(one, await messagesOf(ctx.tx, one)));
  const turns = pageButtons(ctx, page, found.length > PAGE, (to) => `/post list ${to}`);
  return {
    title: t.post.list,
    lists: [
      {
        items: found.slice(0, PAGE).map(({ id, words }) => ({
          text: truncate(words.replace(/\s+/gu, ' '), WORDS_GRAPHEMES),
          detail: t.post.state[standing.get(id)!],
          ref: `#${id}`,
          buttons: [{ label: t.post.button.look, command: `/post ${id}` }],
        })),
      },
    ],
    ...(turns.length > 0 && { buttons: [turns] }),
    hint: t.post.how,
  };
}

/** Where posts go by themselves. */
async function outlets(ctx: CommandContext): Promise<Reply> {
  const { t } = ctx;
  const found = await listOutlets(ctx.tx);
  return {
    title: t.post.outlets,
    ...(found.length === 0 && { text: t.post.noOutlet }),
    lists: [
      {
        items: found.map((one) => ({
          text: `${t.channel(one.channel)} ${outletName(one)}`,
          detail: t.post.outletState[one.state],
          buttons: [{ label: t.post.button.stopOutlet, command: `/post off ${one.id}` }],
        })),
      },
    ],
    hint: t.post.outletHow,
  };
}

/** Asks the platform: what it says is told here. */
async function ask(ctx: CommandContext, { channel, address, name }: Extract<Args, { of: 'outlet' }>): Promise<Reply> {
  const { t } = ctx;
  const way = ctx.channels.find((one) => one.name === channel);
  if (!way?.on) return failed(t.post.outletHow);
  const outlet = await askOutlet(ctx, { channel, address, name }, ctx.place);
  return { text: t.post.outletAsked(t.channel(channel), outletName(outlet)) };
}

async function stopOutlet(ctx: CommandContext, id: string): Promise<Reply> {
  const outlet = await loadOutlet(ctx.tx, id);
  if (!outlet) return outlets(ctx);
  const held = await dropOutlet(ctx.tx, id);
  return { text: ctx.t.post.outletOff(outletName(outlet), held) };
}
