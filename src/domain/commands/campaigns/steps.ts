import { parseWhen } from '../../../text/when/when.ts';
import { audienceOf, countAudience } from '../../campaigns/audience.ts';
import { type Campaign, type CampaignState, changeCampaign, makeCampaign } from '../../campaigns/campaign.ts';
import type { GoOn } from '../../campaigns/check/shown.ts';
import { LISTED, type Listed } from '../../campaigns/deeds.ts';
import { releaseRest } from '../../campaigns/plan.ts';
import { turn } from '../../campaigns/turn.ts';
import { Unclear } from '../../people/filter.ts';
import { printFilter } from '../../people/filter_parse.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { readFilter } from '../people/filtered.ts';
import { exactly, momentOf } from '../words/moment.ts';
import { splitFirst } from '../words/words.ts';
import { heldBack, knowingIn } from './check.ts';
import { doers } from './doers.ts';
import { arrived, doubts, leave, resend } from './doubts.ts';
import { draftReply, missingIn } from './draft.ts';
import { askPurpose, purposeButtons, purposeIn } from './purpose.ts';
import { confirmedIn, meansEverybody, percentIn, type Step, sendIn, stepIn, withSubject } from './read.ts';
import { meansNone } from './read_second.ts';
import { picture, show } from './show.ts';
import { skipped } from './skipped.ts';
import { chooseTemplate } from './template.ts';
import { firstText, secondText, trialOf, winner } from './versions.ts';

type Act = (ctx: CommandContext, one: Campaign, words: string) => Promise<Reply | Incomplete>;

/** So far the number may have moved since it was shown: two people, or a tenth of them. */
const TOLERANCE = { people: 2, share: 0.1 };

/** What the words say whom it is for, as it is kept; or what to say of the word that is no filter. */
export async function audienceIn(ctx: CommandContext, words: string): Promise<{ audience: string } | { ask: Reply }> {
  if (meansEverybody(words)) return { audience: '' };
  const read = await readFilter(ctx, words);
  return 'ask' in read ? read : { audience: printFilter(read.filter) };
}

/** A step that makes sense only in some states; otherwise it is said how it is. */
const within =
  (states: readonly CampaignState[], act: Act): Act =>
  async (ctx, one, words) => {
    if (states.includes(one.state)) return act(ctx, one, words);
    const reply = await show(ctx, one);
    return { ...reply, failed: true, text: ctx.t.campaign.notNow(ctx.t.campaign.state[one.state]) };
  };

/** Of a draft that nobody has a delivery of: whoever has one gets the words that it was planned with. */
const ofDraft = (act: Act): Act => {
  const draft = within(['draft'], act);
  const planned = within([], act);
  return (ctx, one, words) => (one.plannedAt ? planned : draft)(ctx, one, words);
};

/** Changes a draft and shows what would happen now. */
const drafted = async (ctx: CommandContext, one: Campaign, to: Parameters<typeof changeCampaign>[2]): Promise<Reply> =>
  draftReply(ctx, await changeCampaign(ctx, one, to));

export const STEPS: Readonly<Record<Step, Act>> = {
  to: ofDraft(async (ctx, one, words) => {
    if (words === '') return new Incomplete('audience');
    const read = await audienceIn(ctx, words);
    return 'ask' in read ? read.ask : drafted(ctx, one, { audience: read.audience });
  }),
  text: ofDraft(async (ctx, one, words) => {
    const text = await firstText(ctx, one, words);
    return text ? drafted(ctx, one, text) : new Incomplete('campaignText');
  }),
  template: ofDraft(chooseTemplate),
  subject: ofDraft(async (ctx, one, words) => {
    const changed = words === '' ? undefined : withSubject(one.variants, words);
    return changed ? drafted(ctx, one, { variants: changed }) : new Incomplete('campaignText');
  }),
  about: ofDraft(about),
  name: ofDraft(async (ctx, one, words) =>
    words === '' ? new Incomplete('campaignName') : drafted(ctx, one, { name: words.split('\n')[0]!.trim() }),
  ),
  by: ofDraft(async (ctx, one, words) => {
    const channel = ctx.channels.find(({ name, on }) => on && name === words.toLowerCase())?.name;
    return channel ? draftReply(ctx, await moveTo(ctx, one, channel)) : unread(ctx, one, words);
  }),
  recent: ofDraft((ctx, one, words) => {
    const days = words === '' ? 1 : confirmedIn(words);
    return days === undefined ? unread(ctx, one, words) : drafted(ctx, one, { skipBoughtDays: Math.min(365, days) });
  }),
  holdout: ofDraft((ctx, one, words) => {
    const percent = percentIn(words) ?? confirmedIn(words) ?? (meansNone(words) ? 0 : undefined);
    if (percent === undefined) return unread(ctx, one, words);
    return drafted(ctx, one, { holdout: Math.min(MOST_HELD_OUT, percent) });
  }),
  b: ofDraft(async (ctx, one, words) => {
    if (missingIn(ctx, one).includes(ctx.t.campaign.missingText)) return draftReply(ctx, one);
    const text = await secondText(ctx, one, words);
    return text ? drafted(ctx, one, text) : new Incomplete('campaignSecond');
  }),
  trial: ofDraft(async (ctx, one, words) => {
    const read = trialOf(ctx, words);
    return 'ask' in read ? read.ask : drafted(ctx, one, read.trial);
  }),
  winner: within(['running', 'paused'], async (ctx, one, words) => {
    const said = await winner(ctx, one, words);
    if (!said) return { ...(await show(ctx, one)), failed: true, text: ctx.t.versions.nobodyWaits };
    return 'ask' in said ? said.ask : show(ctx, said.settled);
  }),
  test: ofDraft(async (ctx, one) => {
    const [to] = ctx.ownerEmails;
    if (!to) return failed(ctx.t.campaign.noTestAddress);
    await changeCampaign(ctx, one, { testTo: to });
    return { text: ctx.t.campaign.testSent(to) };
  }),
  send: within(['draft', 'scheduled'], async (ctx, one, words) => {
    const said = sendIn(words);
    if (said.is === 'test') return STEPS.test(ctx, one, '');
    if (said.is === 'part') return STEPS.first(ctx, one, said.words);
    return said.is === 'all' ? ask(ctx, one, 100) : unread(ctx, one, words);
  }),
  first: ofDraft((ctx, one, words) => ask(ctx, one, percentIn(words) ?? FIRST)),
  go: within(['draft', 'scheduled'], go),
  at: within(['draft', 'scheduled'], schedule),
  unschedule: within(['scheduled'], (ctx, one) => changed(ctx, one, { state: 'draft', scheduledAt: null })),
  show: (ctx, one) => show(ctx, one),
  pause: within(['scheduled', 'running'], (ctx, one) => changed(ctx, one, { state: 'paused', reason: 'asked' })),
  async resume(ctx, one, words) {
    if (one.state !== 'paused' || one.reason === 'undecided') return show(ctx, one);
    const go = { line: `/campaign ${one.id} resume`, label: ctx.t.campaign.button.resume };
    const held = await heldBack(ctx, one.channel, go, knowingIn(words));
    if (held) return held;
    await releaseRest(ctx, one);
    // what was to be decided meanwhile is decided now
    const decideAt = one.decideAt && new Date(Math.max(one.decideAt.getTime(), ctx.now.getTime()));
    return changed(ctx, one, { state: 'running', reason: null, decideAt });
  },
  cancel: within(['draft', 'scheduled', 'running', 'paused'], (ctx, one) =>
    changed(ctx, one, { state: 'cancelled', reason: null, endedAt: ctx.now }),
  ),
  async copy(ctx, one) {
    const { channel, address, externalId } = ctx.place;
    const toldKey = externalId ? `said:${channel}:${address}:${externalId}` : `campaign:${ctx.random()}`;
    const name = ctx.t.campaign.copied(one.name);
    return draftReply(
      ctx,
      await makeCampaign(ctx, { ...one, name, toldKey, place: { channel, address }, userId: ctx.user.id }),
    );
  },
  doubts,
  arrived,
  leave,
  resend,
  skipped,
  picture,
  ...(Object.fromEntries(
    LISTED.map((what): [Listed, Act] => [what, (ctx, one, words) => doers(ctx, one, what, words)]),
  ) as Record<Listed, Act>),
};

/** What it is; and what is done then, where a question about that stood in its way. */
async function about(ctx: CommandContext, one: Campaign, words: string): Promise<Reply | Incomplete> {
  const { purpose, then } = purposeIn(words);
  if (!purpose) return unread(ctx, one, words, purposeButtons(ctx, one));
  const known = await changeCampaign(ctx, one, { purpose, purposeSaid: true });
  const next = stepIn(then);
  return then === '' || next.step === 'unread' ? draftReply(ctx, known) : STEPS[next.step](ctx, known, next.words);
}

/** What was said of it and cannot be read: nothing is changed, and it stands as it is. A time may be when it is to leave. */
export async function unread(
  ctx: CommandContext,
  one: Campaign,
  words: string,
  buttons: readonly Button[] = [],
): Promise<Reply> {
  const { t } = ctx;
  const shown = await show(ctx, one);
  const at = timeSaid(ctx, words);
  const isTime = at !== undefined && at > ctx.now && ['draft', 'scheduled'].includes(one.state);
  const schedule = isTime
    ? [[turn(t.campaign.button.schedule, `/campaign ${one.id} at ${exactly(ctx, at)}`, 'primary')]]
    : [];
  return {
    ...shown,
    failed: true,
    text: [t.campaign.unread(words), shown.text].filter(Boolean).join('\n'),
    buttons: [...schedule, ...(buttons.length > 0 ? [[...buttons]] : []), ...(shown.buttons ?? [])],
  };
}

/** A time and nothing else but that it is to be sent then: tomorrow 9am, 明早9点发. */
function timeSaid(ctx: CommandContext, words: string): Date | undefined {
  const when = parseWhen(words, momentOf(ctx));
  return when && (when.rest === '' || stepIn(when.rest).step === 'send') ? when.at : undefined;
}

/** Beyond half of them more are held out than get it. */
const MOST_HELD_OUT = 50;

/** Percent of a first part. */
const FIRST = 5;

async function moveTo(ctx: CommandContext, one: Campaign, channel: string): Promise<Campaign> {
  await ctx.tx`update campaigns set channel = ${channel} where id = ${one.id}`;
  return { ...one, channel };
}

async function changed(ctx: CommandContext, one: Campaign, to: Parameters<typeof changeCampaign>[2]): Promise<Reply> {
  return show(ctx, await changeCampaign(ctx, one, to));
}

async function reachedBy(ctx: CommandContext, one: Campaign): Promise<number> {
  const audience = await audienceOf(ctx, one);
  return audience instanceof Unclear ? 0 : (await countAudience(ctx, audience)).reached;
}

/** The second of two taps, for so many: all of them, or the first of them. */
function goOf({ t }: CommandContext, { id }: Campaign, reached: number, share: number): GoOn {
  const first = Math.ceil((reached * share) / 100);
  return {
    line: `/campaign ${id} go ${reached}${share < 100 ? ` ${share}` : ''}`,
    label: t.campaign.button.send(first),
  };
}

/** The first: how many they are, once more. */
async function ask(ctx: CommandContext, one: Campaign, share: number): Promise<Reply> {
  const { t } = ctx;
  const reached = await reachedBy(ctx, one);
  if (missingIn(ctx, one).length > 0 || reached === 0) return draftReply(ctx, one);
  const asked = await askPurpose(ctx, one, share < 100 ? `first ${share}%` : 'send');
  if (asked) return asked;
  const go = goOf(ctx, one, reached, share);
  const held = await heldBack(ctx, one.channel, go, NOT_KNOWING);
  if (held) return held;
  const first = Math.ceil((reached * share) / 100);
  return {
    undecided: true,
    title: share < 100 ? t.campaign.askFirst(first, reached) : t.campaign.ask(reached),
    text: t.campaign.askText(t.channel(one.channel)),
    buttons: [[turn(go.label, go.line, 'primary'), turn(t.campaign.button.back, `/campaign ${one.id}`)]],
  };
}

const NOT_KNOWING = { asks: false, parts: [] };

/** It begins, if it is still about as many. '340', or '340 5' for the first five percent. */
async function go(ctx: CommandContext, one: Campaign, line: string): Promise<Reply> {
  const { words, ...knowing } = knowingIn(line);
  const confirmed = confirmedIn(words);
  const reached = await reachedBy(ctx, one);
  if (missingIn(ctx, one).length > 0 || reached === 0) return { ...(await draftReply(ctx, one)), failed: true };
  if (confirmed === undefined) return ask(ctx, one, 100);
  if (Math.abs(reached - confirmed) > Math.max(TOLERANCE.people, confirmed * TOLERANCE.share))
    return { ...(await ask(ctx, one, 100)), failed: true, hint: ctx.t.campaign.changedSince(confirmed) };
  const share = Math.min(100, confirmedIn(splitFirst(words)[1]) || 100);
  const asked = await askPurpose(ctx, one, share < 100 ? `first ${share}%` : 'send');
  if (asked) return asked;
  const held = await heldBack(ctx, one.channel, goOf(ctx, one, reached, share), knowing);
  return held ?? changed(ctx, one, { state: 'running', share, reason: null });
}

/** When it begins. Whether its mails arrive is asked now, while there is time, and again then. */
async function schedule(ctx: CommandContext, one: Campaign, line: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  if (missingIn(ctx, one).length > 0) return draftReply(ctx, one);
  const { words, ...knowing } = knowingIn(line);
  if (words === '') return new Incomplete('time');
  const when = parseWhen(words, momentOf(ctx));
  if (when?.rest !== '') return failed(t.campaign.noTime(words));
  if (when.at <= ctx.now) return failed(t.campaign.over);
  const asked = await askPurpose(ctx, one, `at ${exactly(ctx, when.at)}`);
  if (asked) return asked;
  const go = { line: `/campaign ${one.id} at ${exactly(ctx, when.at)}`, label: t.campaign.button.schedule };
  const held = await heldBack(ctx, one.channel, go, knowing);
  return held ?? changed(ctx, one, { state: 'scheduled', scheduledAt: when.at, reason: null });
}
