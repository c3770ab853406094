import { parseWhen } from '../../../text/when/when.ts';
import { audienceOf, countAudience } from '../../campaigns/audience.ts';
import { type Campaign, type CampaignState, changeCampaign, makeCampaign } from '../../campaigns/campaign.ts';
import { LISTED, type Listed } from '../../campaigns/deeds.ts';
import { decideDoubts, doubtsOf } from '../../campaigns/delivery.ts';
import { effectOf } from '../../campaigns/effect.ts';
import { effectFields } from '../../campaigns/effect_shown.ts';
import { campaignPicture } from '../../campaigns/picture.ts';
import { releaseRest } from '../../campaigns/plan.ts';
import { estimateFor } from '../../campaigns/preflight.ts';
import { type Progress, progressOf, salesOf } from '../../campaigns/report.ts';
import { leftOf, progressReply, reportReply } from '../../campaigns/shown.ts';
import { resultsOf } from '../../campaigns/versions/results.ts';
import { Unclear } from '../../people/filter.ts';
import { printFilter } from '../../people/filter_parse.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { pageButtons } from '../paged.ts';
import { readFilter } from '../people/filtered.ts';
import { momentOf, shown } from '../words/moment.ts';
import { pageIn, splitFirst } from '../words/words.ts';
import { doers } from './doers.ts';
import { draftReply, missingIn } from './draft.ts';
import { confirmedIn, meansEverybody, type Step } from './read.ts';
import { skipped } from './skipped.ts';
import { comparison, firstText, secondText, trialOf, winner } from './versions.ts';

type Act = (ctx: CommandContext, one: Campaign, words: string) => Promise<Reply | Incomplete>;

/** Doubts on one page: more lines than a phone shows at once, but few pages. */
const DOUBTS = 20;
/** So far the number may have moved since it was shown: two people, or a tenth of them. */
const TOLERANCE = { people: 2, share: 0.1 };

/** A campaign as it stands. */
export async function show(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (one.state === 'draft') return draftReply(ctx, one);
  const progress = await progressOf(ctx.tx, one, ctx.now);
  const rest = await estimateFor(ctx, one, leftOf(progress));
  const reply = progressReply(ctx.t, one, progress, { clock: { ...momentOf(ctx), now: ctx.now }, rest });
  if (one.state === 'scheduled') {
    const leaves = { label: ctx.t.campaign.labels.scheduled, value: shown(ctx, one.scheduledAt!) };
    return { ...reply, fields: [leaves, ...(reply.fields ?? [])] };
  }
  return one.plannedAt ? report(ctx, one, { reply, progress }) : reply;
}

/** What came of it as a picture. */
async function picture(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (!one.plannedAt)
    return { ...(await show(ctx, one)), failed: true, text: ctx.t.campaign.notNow(ctx.t.campaign.state[one.state]) };
  const days = ctx.settings.campaignDays;
  const progress = await progressOf(ctx.tx, one, ctx.now);
  const sales = await salesOf(ctx.tx, one, days);
  const results = one.second ? await resultsOf(ctx.tx, one, days) : undefined;
  const bytes = campaignPicture(ctx.t, { progress, sales }, results);
  const ref = await ctx.keepFile(bytes);
  const name = `${ctx.t.campaign.table.fileName}-${one.id}.png`;
  return {
    text: ctx.t.campaign.pictureOf(one.name),
    attachments: [{ kind: 'photo', name, type: 'image/png', bytes: bytes.length, ref }],
  };
}

async function report(ctx: CommandContext, one: Campaign, so: { reply: Reply; progress: Progress }): Promise<Reply> {
  const days = ctx.settings.campaignDays;
  const sales = await salesOf(ctx.tx, one, days);
  const effect = await effectOf(ctx.tx, one, days);
  const fields = effect
    ? effectFields(ctx.t, ctx.locale, effect, { until: shown(ctx, effect.until), over: effect.until <= ctx.now })
    : [];
  const versions = await comparison(ctx, one);
  return reportReply(ctx.t, ctx.locale, { ...so, sales, days, effect: fields, versions });
}

/** What the words say whom it is for, as it is kept; or what to say of the word that is no filter. */
export async function audienceIn(ctx: CommandContext, words: string): Promise<{ audience: string } | { ask: Reply }> {
  if (meansEverybody(words)) return { audience: '' };
  const read = await readFilter(ctx, words);
  return 'ask' in read ? read : { audience: printFilter(read.filter) };
}

const turn = (label: string, command: string, style?: Button['style']): Button => ({
  ...{ label, command, turns: true },
  ...(style && { style }),
});

/** A step that makes sense only in some states; otherwise it is said how it is. */
const within =
  (states: readonly CampaignState[], act: Act): Act =>
  async (ctx, one, words) => {
    if (states.includes(one.state)) return act(ctx, one, words);
    const reply = await show(ctx, one);
    return { ...reply, failed: true, text: ctx.t.campaign.notNow(ctx.t.campaign.state[one.state]) };
  };

const ofDraft = (act: Act): Act => within(['draft'], act);

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
  name: ofDraft(async (ctx, one, words) =>
    words === '' ? new Incomplete('campaignName') : drafted(ctx, one, { name: words.split('\n')[0]!.trim() }),
  ),
  by: ofDraft(async (ctx, one, words) => {
    const channel = ctx.channels.find(({ name, on }) => on && name === words.toLowerCase())?.name;
    return channel ? draftReply(ctx, await moveTo(ctx, one, channel)) : draftReply(ctx, one);
  }),
  recent: ofDraft((ctx, one, words) => drafted(ctx, one, { skipBoughtDays: Math.min(365, confirmedIn(words) ?? 1) })),
  holdout: ofDraft((ctx, one, words) =>
    drafted(ctx, one, { holdout: Math.min(MOST_HELD_OUT, confirmedIn(words) ?? one.holdout) }),
  ),
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
  send: within(['draft', 'scheduled'], (ctx, one) => ask(ctx, one, 100)),
  first: ofDraft((ctx, one) => ask(ctx, one, FIRST)),
  go: within(['draft', 'scheduled'], go),
  at: within(['draft', 'scheduled'], schedule),
  pause: within(['scheduled', 'running'], (ctx, one) => changed(ctx, one, { state: 'paused', reason: 'asked' })),
  async resume(ctx, one) {
    if (one.state !== 'paused' || one.reason === 'undecided') return show(ctx, one);
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
  arrived: async (ctx, one) => {
    const count = await decideDoubts(ctx, one.id, 'arrived');
    return { ...(await show(ctx, one)), text: ctx.t.campaign.sureArrived(count) };
  },
  resend,
  skipped,
  picture,
  ...(Object.fromEntries(
    LISTED.map((what): [Listed, Act] => [what, (ctx, one, words) => doers(ctx, one, what, words)]),
  ) as Record<Listed, Act>),
};

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

/** The first of two taps: how many they are, once more. */
async function ask(ctx: CommandContext, one: Campaign, share: number): Promise<Reply> {
  const { t } = ctx;
  const reached = await reachedBy(ctx, one);
  if (missingIn(ctx, one).length > 0 || reached === 0) return draftReply(ctx, one);
  const first = Math.ceil((reached * share) / 100);
  return {
    undecided: true,
    title: share < 100 ? t.campaign.askFirst(first, reached) : t.campaign.ask(reached),
    text: t.campaign.askText(t.channel(one.channel)),
    buttons: [
      [
        turn(
          t.campaign.button.send(first),
          `/campaign ${one.id} go ${reached}${share < 100 ? ` ${share}` : ''}`,
          'primary',
        ),
        turn(t.campaign.button.back, `/campaign ${one.id}`),
      ],
    ],
  };
}

/** The second: it begins, if it is still about as many. '340', or '340 5' for the first five percent. */
async function go(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const confirmed = confirmedIn(words);
  const reached = await reachedBy(ctx, one);
  if (missingIn(ctx, one).length > 0 || reached === 0) return { ...(await draftReply(ctx, one)), failed: true };
  if (confirmed === undefined) return ask(ctx, one, 100);
  if (Math.abs(reached - confirmed) > Math.max(TOLERANCE.people, confirmed * TOLERANCE.share))
    return { ...(await ask(ctx, one, 100)), failed: true, hint: ctx.t.campaign.changedSince(confirmed) };
  const share = Math.min(100, confirmedIn(splitFirst(words)[1]) || 100);
  return changed(ctx, one, { state: 'running', share, reason: null });
}

async function schedule(ctx: CommandContext, one: Campaign, words: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  if (missingIn(ctx, one).length > 0) return draftReply(ctx, one);
  if (words === '') return new Incomplete('time');
  const when = parseWhen(words, momentOf(ctx));
  if (when?.rest !== '') return failed(t.campaign.noTime(words));
  if (when.at <= ctx.now) return failed(t.campaign.over);
  return changed(ctx, one, { state: 'scheduled', scheduledAt: when.at, reason: null });
}

/** What may have left and may not, a page of it, and the owner's choice. */
async function doubts(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  const page = pageIn(words);
  const found = await doubtsOf(ctx.tx, one.id, DOUBTS, (page - 1) * DOUBTS);
  const total = found[0]?.total ?? 0;
  if (total === 0) return { ...(await show(ctx, one)), text: t.campaign.noDoubts };
  const pages = pageButtons(ctx, page, page * DOUBTS < total, (to) => `/campaign ${one.id} doubts ${to}`);
  return {
    title: t.campaign.doubtsTitle(one.name, total),
    text: t.campaign.doubtsText,
    lists: [
      {
        items: found.map(({ contactId, name, address }) => ({
          text: [name, address].filter(Boolean).join(' · '),
          ref: `c${contactId}`,
          contactId,
        })),
      },
    ],
    buttons: [
      ...(pages.length > 0 ? [pages] : []),
      [
        turn(t.campaign.button.arrived, `/campaign ${one.id} arrived`),
        turn(t.campaign.button.again, `/campaign ${one.id} resend`),
      ],
      [turn(t.campaign.button.back, `/campaign ${one.id}`)],
    ],
  };
}

/** Sending doubts again is asked about once more: some get it twice. */
async function resend(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  const [{ total = 0 } = {}] = await doubtsOf(ctx.tx, one.id, 1, 0);
  if (total === 0) return { ...(await show(ctx, one)), text: t.campaign.noDoubts };
  if (confirmedIn(words) !== total)
    return {
      undecided: true,
      title: t.campaign.askAgain(total),
      buttons: [
        [
          turn(t.campaign.button.again, `/campaign ${one.id} resend ${total}`, 'danger'),
          turn(t.campaign.button.back, `/campaign ${one.id} doubts`),
        ],
      ],
    };
  const count = await decideDoubts(ctx, one.id, 'again');
  const open = one.state === 'finished' ? await changeCampaign(ctx, one, { state: 'running', endedAt: null }) : one;
  return { ...(await show(ctx, open)), text: t.campaign.sureAgain(count) };
}
