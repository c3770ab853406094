import { cleanText } from '../../../text/normalise.ts';
import { kindSaid } from '../../../text/rating/feedback_kind.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { failed, type Reply } from '../../reply.ts';
import {
  type Feedback,
  type FeedbackKind,
  type FeedbackState,
  insertFeedback,
  loadFeedback,
  setFeedbackKind,
  setFeedbackTags,
  settleFeedback,
} from '../../serve/feedback.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';
import { queryPage, splitFirst, tagIn } from '../words/words.ts';
import { askPermission, permissionShown } from './feedback_quote.ts';
import { card, listed, overview } from './feedback_shown.ts';
import { sendTold, tellShown, whoAskedFor } from './feedback_tell.ts';

type Act = 'tell' | 'send' | 'quote' | 'ask';

const KIND = typedMeanings<FeedbackKind>(({ feedback: words }) => words.kind);
const STATE = typedMeanings<FeedbackState>(({ feedback: words }) => words.state);
const ACT = typedMeanings<Act>(({ feedback: words }) => words.act);

const lower = (word: string): string => word.toLowerCase();

/** What a line is about: all of it, one of a number, a tag, a kind or state, or what somebody has said. */
type Args =
  | { is: 'all' }
  | { is: 'list'; kind?: FeedbackKind | undefined; state?: FeedbackState | undefined; words: string; page: number }
  | { is: 'one'; id: string; words: string }
  | { is: 'tag'; tag: string; words: string }
  | { is: 'given'; words: string };

/** '/feedback', '/feedback suggestions', '/feedback #packaging', '/feedback f12 done', '/feedback Anna would like a small pack #packaging' */
export const feedback: Command<Args> = {
  name: 'feedback',
  role: 'helper',
  goesOn: true,
  saidAtOnce: 'shows',
  changes: true,
  takesLines: true,
  onlyShows: (args) => args.is === 'all' || args.is === 'list' || (args.is !== 'given' && !changesBy(args)),
  parse(words, { replying }) {
    const [first, rest] = splitFirst(words);
    const id = /^f(\d{1,18})$/i.exec(first)?.[1];
    if (id) return { is: 'one', id, words: rest };
    const tag = tagIn(first);
    if (tag && (rest === '' || ACT.has(lower(splitFirst(rest)[0])) || !replying))
      return { is: 'tag', tag, words: rest };
    const { query, page } = queryPage(words);
    const [kind, state] = [KIND.get(lower(query)), STATE.get(lower(query))];
    if (kind || state) return { is: 'list', kind, state, words: query, page };
    if (words === '') return replying ? new Incomplete('text') : { is: 'all' };
    return { is: 'given', words };
  },
  async run(ctx, args): Promise<Reply> {
    if (args.is === 'all') return overview(ctx);
    if (args.is === 'list') return list(ctx, args);
    if (args.is === 'tag') return ofTag(ctx, args.tag, args.words);
    return args.is === 'one' ? one(ctx, args.id, args.words) : given(ctx, args.words);
  },
};

/** Whether the words behind a number or a tag do something. */
function changesBy(args: { is: 'one' | 'tag'; words: string }): boolean {
  const act = ACT.get(lower(splitFirst(args.words)[0]));
  return args.is === 'one' ? args.words !== '' && act !== 'quote' : act === 'send';
}

function list(ctx: CommandContext, { kind, state, words, page }: Extract<Args, { is: 'list' }>): Promise<Reply> {
  const name = kind ? ctx.t.feedback.kind[kind] : ctx.t.feedback.state[state!];
  return listed(ctx, { kind, state }, page, { words, name });
}

async function ofTag(ctx: CommandContext, tag: string, words: string): Promise<Reply> {
  const [first, rest] = splitFirst(words);
  const act = ACT.get(lower(first));
  if (act === 'tell') return tellShown(ctx, tag, rest);
  if (act === 'send') return sendTold(ctx, tag, rest);
  return whoAskedFor(ctx, tag);
}

/** '/feedback f12 #tag -#tag', '… done', '… suggestion', '… quote' */
async function one(ctx: CommandContext, id: string, words: string): Promise<Reply> {
  const { t, tx, now } = ctx;
  const found = await loadFeedback(tx, id);
  if (!found) return failed(t.feedback.noSuch(id));
  if (words === '') return card(ctx, found);
  const word = lower(words);
  const act = ACT.get(word);
  if (act === 'quote') return permissionShown(ctx, found);
  if (act === 'ask') return askPermission(ctx, found);
  const [kind, state] = [KIND.get(word), STATE.get(word)];
  if (kind) await setFeedbackKind(tx, id, kind);
  else if (state) await settleFeedback(tx, id, state, now);
  const tags = kind || state ? undefined : retagged(found, words);
  if (tags) await setFeedbackTags(tx, id, tags);
  if (!kind && !state && !tags) return { ...(await card(ctx, found)), failed: true };
  const said = kind
    ? t.feedback.nowKind(t.feedback.one[kind])
    : state
      ? t.feedback.settled[state]
      : t.feedback.retag(tags!.map((tag) => `#${tag}`).join(' ') || t.feedback.noTags);
  return card(ctx, (await loadFeedback(tx, id))!, said);
}

/** The tags it has with these words: '#a -#b'. Undefined: they are something else. */
function retagged({ tags }: Feedback, words: string): string[] | undefined {
  const changes = words
    .split(/[\s,，]+/)
    .map((word) => ({ tag: tagIn(word.replace(/^[-–−]/, '')), off: /^[-–−]/.test(word) }));
  if (changes.some(({ tag }) => tag === undefined)) return undefined;
  const off = changes.flatMap((one) => (one.off ? [one.tag!] : []));
  const on = changes.flatMap((one) => (one.off ? [] : [one.tag!]));
  return [...new Set([...tags, ...on])].filter((tag) => !off.includes(tag));
}

/** '#a' among or behind words. */
const TAG = /(?:^|\s)[#＃]([\p{L}\p{N}_-]{1,40})(?=\s|$|[,，。.;；])/gu;

/** What somebody has said elsewhere, to us. */
async function given(ctx: CommandContext, words: string): Promise<Reply> {
  const { t } = ctx;
  const picked = await pickContact(ctx, words, (ref, rest) => `/feedback ${ref} ${rest}`);
  if ('ask' in picked) return picked.ask;
  const tags = [...` ${picked.rest}`.matchAll(TAG)].map(([, tag]) => tag!.toLowerCase());
  const bare = cleanText(picked.rest.replace(TAG, ' '))
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  const [first, behind] = splitFirst(bare.replace(/^([^\s:：]{1,20}[:：])(?=\S)/u, '$1 '));
  const named = KIND.get(lower(first.replace(/[:：]$/u, '')));
  const text = named ? behind : bare;
  if (text === '')
    return { ...failed(t.desk.typeIt(t.need.text)), rest: { before: `/feedback c${picked.contact.id} `, after: '' } };
  const kind = named ?? kindSaid(text);
  const id = await insertFeedback(ctx.tx, { contactId: picked.contact.id, kind, text, tags });
  const made = (await loadFeedback(ctx.tx, id))!;
  return card(ctx, made, t.feedback.kept(t.feedback.one[kind], picked.contact.name));
}
