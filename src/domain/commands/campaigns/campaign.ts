import { namesOffer } from '../../../text/money/offer.ts';
import { typedWords } from '../../../text/typed.ts';
import { LOCKED, listCampaigns, loadCampaign, makeCampaign } from '../../campaigns/campaign.ts';
import { LISTED } from '../../campaigns/deeds.ts';
import { turn } from '../../campaigns/turn.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { Command, CommandContext } from '../command.ts';
import { pageButtons } from '../paged.ts';
import { SURE } from '../people/how_agreed.ts';
import { exactly } from '../words/moment.ts';
import { check } from './check.ts';
import { draftReply } from './draft.ts';
import { type Args, BY, readCampaign, type Step, stepIn } from './read.ts';
import { show } from './show.ts';
import { audienceIn, STEPS } from './steps.ts';
import { unread } from './unread.ts';
import { firstText } from './versions.ts';
import { askWay, firstWay, isOn, madeHere } from './way.ts';
import { askOpen, type Drafted, lineTo } from './whom/ask_open.ts';
import { headGlued, headIn, narrowedBy } from './whom/head.ts';

const PAGE = 8;
/** Steps that change nothing. */
const SHOWS: readonly (Step | 'unread')[] = [
  'show',
  'unread',
  'send',
  'first',
  'doubts',
  'skipped',
  'unclicked',
  'unreplied',
  'picture',
  ...LISTED,
];

/** '/campaign', '/campaign new Spring tea to #vip' with its text on lines below, '/campaign 12', '/campaign 12 pause', '/campaign check'. */
export const campaign: Command<Args> = {
  name: 'campaign',
  role: 'owner',
  changes: true,
  unrecorded: true,
  drafts: (args) => args.of === 'new',
  takesKeys: true,
  takesLines: true,
  saidAtOnce: 'shows',
  onlyShows: (args) =>
    ['list', 'which'].includes(args.of) ||
    (args.of === 'one' && (SHOWS.includes(args.step) || (args.step === 'winner' && args.words === ''))),
  parse: readCampaign,
  async run(ctx, args) {
    if (args.of === 'list') return list(ctx, args.page);
    if (args.of === 'check') return check(ctx, args.key);
    if (args.of === 'new') return begin(ctx, args);
    if (args.of === 'which') return whichOne(ctx, args.words);
    const one = await loadCampaign(ctx.tx, args.id, LOCKED(ctx.tx));
    if (!one) return failed(ctx.t.campaign.noSuch);
    return args.step === 'unread' ? unread(ctx, one, args.words) : STEPS[args.step](ctx, one, args.words);
  },
};

const LATEST = typedWords(({ campaign: { latest } }) => latest);

/** Without a number: the one of that name, else those that it may be about; to stop, whatever is at work. */
async function whichOne(ctx: CommandContext, words: string): Promise<Reply> {
  const { t } = ctx;
  const { step } = stepIn(words);
  const all = await listCampaigns(ctx.tx, PAGE, 0);
  const said = words.trim().toLowerCase();
  if (LATEST.has(said) && all.length > 0) return show(ctx, all.find(({ state }) => state !== 'draft') ?? all[0]!);
  const called = all.filter(({ name }) => name.toLowerCase() === said);
  const near = called.length > 0 ? called : all.filter(({ name }) => name.toLowerCase().includes(said));
  if (near.length === 1) return show(ctx, near[0]!);
  const stops = step === 'pause';
  const meant = stops ? all.filter(({ state }) => ['scheduled', 'running'].includes(state)) : all;
  if (meant.length === 0 && stops) return { text: t.campaign.nothingToStop, hint: t.campaign.how };
  if (meant.length === 0 && LATEST.has(said)) return { text: t.campaign.none, hint: t.campaign.how };
  if (meant.length === 0) {
    const not = step === 'unread' ? `${t.campaign.unread(words)} ` : '';
    return failed(`${not}${t.campaign.none}`, { hint: t.campaign.how });
  }
  const behind = step === 'unread' ? '' : ` ${stops ? 'pause' : words}`;
  return failed(t.campaign.which(words), {
    buttons: [
      ...(stops ? [[turn(t.campaign.button.stopAll, '/stop', 'danger')]] : []),
      ...meant.map(({ id, name }) => [turn(`#${id} ${name}`, `/campaign ${id}${behind}`)]),
    ],
  });
}

async function begin(ctx: CommandContext, args: Extract<Args, { of: 'new' }>): Promise<Reply> {
  const { text, whole, sure } = args;
  const { people, head } = headOf(ctx, args);
  const said = headIn(ctx, head);
  const { rest, at } = said;
  const channel = said.channel ?? args.channel;
  const again = (to: string, way = channel) => {
    const front = [...(sure ? [SURE] : []), ...(way ? [`${BY}${way}`] : []), args.name].join(' ');
    const behind = [at && exactly(ctx, at), rest].filter(Boolean).join(', ');
    const whom = behind ? `to: ${to}, ${behind}` : `to ${to}`;
    return [`/campaign new ${front}${to && ` ${whom}`}`, text].filter(Boolean).join('\n');
  };
  if (channel && !isOn(ctx, channel)) return askWay(ctx, channel, (way) => again(people ?? '', way));
  if (at && at <= ctx.now) return failed(ctx.t.campaign.over);
  const asked = people === undefined ? { audience: null } : await audienceIn(ctx, people, (to) => again(to));
  // 给爸爸的礼物 may be a name as well
  const isName = 'ask' in asked && whole !== args.name;
  if ('ask' in asked && !isName) return withChoosing(ctx, asked.ask, again(''));
  const all = 'ask' in asked ? null : asked.audience;
  const draft = { name: isName ? whole : args.name, text, channel, at };
  const read =
    rest === '' || all === null
      ? { audience: all }
      : await narrowedBy(ctx, { ...draft, audience: all }, rest, (to) => lineTo(ctx, draft, to));
  if ('ask' in read) return read.ask;
  const open = sure || read.audience === null ? undefined : await askOpen(ctx, { ...draft, audience: read.audience });
  return open ?? make(ctx, draft, read.audience);
}

/** Whoever cannot be read from words is chosen in the draft, which keeps its text. */
function withChoosing({ t }: CommandContext, asked: Reply, draft: string): Reply {
  const choose: Button[] = [{ label: t.campaign.button.choose, command: draft }];
  return { ...asked, buttons: [...(asked.buttons ?? []), choose] };
}

/** Whom it is for, and what is said of that behind a comma, or a time or a channel that no mark parts from it. */
function headOf(
  ctx: CommandContext,
  { audience: people, head }: Extract<Args, { of: 'new' }>,
): { people: string | undefined; head: string } {
  return (head === '' && people !== undefined && headGlued(ctx, people)) || { people, head };
}

async function make(
  ctx: CommandContext,
  { name, text, channel, at }: Omit<Drafted, 'audience'>,
  audience: string | null,
): Promise<Reply> {
  const blank = { name, variants: { fallback: ctx.settings.locale, of: {} }, second: null };
  // with its text from the start: a change of it would be all that an undo takes back
  const said = await firstText(ctx, { id: '', ...blank }, text);
  const isAsked = said && 'ask' in said;
  const made = await makeCampaign(ctx, {
    ...{ ...madeHere(ctx), ...blank, ...(said && !isAsked && said), audience, scheduledAt: at ?? null },
    channel: channel ?? firstWay(ctx),
    // the owner said what it is
    ...(namesOffer(name) && { purpose: 'offers' as const }),
  });
  const question = isAsked ? await firstText(ctx, made, text) : undefined;
  return question && 'ask' in question ? question.ask : draftReply(ctx, made);
}

async function list(ctx: CommandContext, page: number): Promise<Reply> {
  const { t } = ctx;
  const found = await listCampaigns(ctx.tx, PAGE, (page - 1) * PAGE);
  if (found.length === 0) return { text: t.campaign.none, hint: t.campaign.how };
  const turn = pageButtons(ctx, page, page * PAGE < found[0]!.total, (to) => `/campaign list ${to}`);
  return {
    title: t.campaign.list,
    lists: [
      {
        items: found.map(({ id, name, state }) => ({
          text: t.campaign.line(name, t.campaign.state[state]),
          ref: `#${id}`,
          buttons: [{ label: `#${id}`, command: `/campaign ${id}` }],
        })),
      },
    ],
    ...(turn.length > 0 && { buttons: [turn] }),
    hint: t.campaign.how,
  };
}
