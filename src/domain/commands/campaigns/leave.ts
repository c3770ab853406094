import type { PartSaid } from '../../../text/money/part_said.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { type Campaign, changeCampaign } from '../../campaigns/campaign.ts';
import type { GoOn } from '../../campaigns/check/shown.ts';
import { partsOf, releaseRest } from '../../campaigns/plan/draw.ts';
import { crowdNow } from '../../campaigns/preflight.ts';
import { type Crowd, isOther, movedFar } from '../../campaigns/reach/crowd.ts';
import { partFrom } from '../../campaigns/reach/family.ts';
import { hasFault } from '../../campaigns/reach/lack.ts';
import { opensAt, rulesFor } from '../../campaigns/rules.ts';
import { otherTime } from '../../campaigns/shown.ts';
import { turn } from '../../campaigns/turn.ts';
import { giveRest } from '../../campaigns/versions/decide.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { exactly, momentOf, shown } from '../words/moment.ts';
import { heldBack, knowingIn } from './check.ts';
import { draftReply, missingIn } from './draft.ts';
import { askPurpose } from './purpose.ts';
import { confirmedIn, partGoes } from './read.ts';
import { show } from './show.ts';
import { askTwice, TWICE } from './whom/twice.ts';

export async function changed(
  ctx: CommandContext,
  one: Campaign,
  to: Parameters<typeof changeCampaign>[2],
): Promise<Reply> {
  return show(ctx, await changeCampaign(ctx, one, to));
}

/** Changes what has not begun and shows what would happen now: whoever is shown then is who was shown. */
export async function drafted(
  ctx: CommandContext,
  one: Campaign,
  to: Parameters<typeof changeCampaign>[2],
): Promise<Reply> {
  const after = await changeCampaign(ctx, one, to);
  return draftReply(
    ctx,
    after.shown ? await changeCampaign(ctx, after, { shown: (await crowdNow(ctx, after)) ?? null }) : after,
  );
}

const NOBODY: Crowd = { people: 0, sample: [] };

/** Whether it cannot leave as it is: that is what its card says. */
const isStuck = (ctx: CommandContext, one: Campaign, { people }: Crowd): boolean =>
  missingIn(ctx, one).length > 0 || people === 0;

/** How many get it before its owner is asked again: of two texts the better one follows by itself, so that is no question. */
function firstOf(one: Campaign, reached: number, part: PartSaid | undefined): number {
  if (!part) return reached;
  const people = 'people' in part ? part.people : Math.ceil((reached * part.percent) / 100 - ROUNDING);
  return people >= reached ? reached : partsOf(reached, { ...one, firstPeople: people }).first;
}

/** Of 30 people a tenth of a percent of them less is no person more. */
const ROUNDING = 1e-6;

/** The first part that was kept, as it would be said. */
const partKept = ({ share, firstPeople }: Campaign): PartSaid | undefined =>
  firstPeople !== null ? { people: firstPeople } : share < 100 ? { percent: share } : undefined;

/** How a part is typed behind a step. */
const partTyped = (part: PartSaid | undefined): string =>
  part ? ` ${'people' in part ? `${part.people} people` : `${part.percent}%`}` : '';

/** What is typed to ask about it again. */
const askAgain = (part: PartSaid | undefined): string => (part ? `first${partTyped(part)}` : 'send');

/** The second of two taps, for so many: all of them, or exactly the first of them that the question names. */
function goOf({ t }: CommandContext, one: Campaign, reached: number, part: PartSaid | undefined): GoOn {
  const first = firstOf(one, reached, part);
  return {
    line: `/campaign ${one.id} go ${reached}${first < reached ? partTyped({ people: first }) : ''}`,
    label: t.campaign.button.send(first),
  };
}

const NOT_KNOWING = { asks: false, parts: [] };

/** What stands above the question, where it is not asked because of a tap on [Send]. */
interface Asking {
  /** Who get it first; default: all of them at once. */
  part?: PartSaid | undefined;
  /** Why it is asked. */
  because?: string;
  /** Other ways on. */
  otherwise?: Button[];
}

/** The first tap: how many they are, once more. */
export async function ask(
  ctx: CommandContext,
  one: Campaign,
  { part, because, otherwise = [] }: Asking = {},
): Promise<Reply> {
  const { t } = ctx;
  const crowd = (await crowdNow(ctx, one)) ?? NOBODY;
  if (isStuck(ctx, one, crowd)) return draftReply(ctx, one);
  const reached = crowd.people;
  const asked = await askPurpose(ctx, one, askAgain(part));
  if (asked) return asked;
  const first = firstOf(one, reached, part);
  const go = goOf(ctx, one, reached, part);
  const held = await heldBack(ctx, one.channel, go, NOT_KNOWING);
  if (held) return held;
  return {
    undecided: true,
    title: first < reached ? t.campaign.askFirst(first, reached) : t.campaign.ask(reached),
    text: [because, await opensLine(ctx, one), t.campaign.askText(t.channel(one.channel))].filter(Boolean).join('\n'),
    buttons: [[turn(go.label, go.line, 'primary'), ...otherwise, turn(t.campaign.button.back, `/campaign ${one.id}`)]],
  };
}

/** At an hour in which nothing may leave: when it begins in fact. */
async function opensLine(ctx: CommandContext, { channel }: Campaign): Promise<string | undefined> {
  const opens = opensAt(ctx.now, await rulesFor(ctx, channel), ctx.settings.timezone);
  return opens > ctx.now ? ctx.t.campaign.opensLine(shown(ctx, opens)) : undefined;
}

/** It begins, if it is still about as many. '340', '340 17 people' for the first 17 of them, '340 5%'. */
export async function go(ctx: CommandContext, one: Campaign, line: string): Promise<Reply> {
  const { words, ...knowing } = knowingIn(line);
  const confirmed = confirmedIn(words);
  const crowd = (await crowdNow(ctx, one)) ?? NOBODY;
  if (isStuck(ctx, one, crowd)) return { ...(await draftReply(ctx, one)), failed: true };
  if (confirmed === undefined) return ask(ctx, one);
  const said = partGoes(words);
  const part = said === 'all' ? undefined : said;
  if (movedFar(Math.abs(crowd.people - confirmed), confirmed))
    return { ...(await ask(ctx, one, { part })), failed: true, hint: ctx.t.campaign.changedSince(confirmed) };
  if (said === undefined) return { ...(await ask(ctx, one)), failed: true };
  const asked = await askPurpose(ctx, one, askAgain(part));
  if (asked) return asked;
  const held = await heldBack(ctx, one.channel, goOf(ctx, one, crowd.people, part), knowing);
  const first = firstOf(one, crowd.people, part);
  const to = { share: 100, firstPeople: first < crowd.people ? first : null };
  return held ?? changed(ctx, one, { state: 'running', ...to, reason: null, scheduledAt: null, shown: crowd });
}

/** When it begins. Whether its mails arrive is asked now, while there is time, and again then. */
export async function schedule(ctx: CommandContext, one: Campaign, line: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  if (missingIn(ctx, one).length > 0) return notScheduled(ctx, one);
  if (await hasFault(ctx, one)) return { ...(await draftReply(ctx, one)), failed: true };
  const { words, ...knowing } = knowingIn(line);
  const crowd = (await crowdNow(ctx, one)) ?? NOBODY;
  // its card says whom it means, and why nobody of them gets it
  if (crowd.people === 0) return notScheduled(ctx, one);
  if (words === '') return new Incomplete('time');
  const when = parseWhen(words, momentOf(ctx));
  if (when?.rest !== '') return failed(t.campaign.noTime(words));
  if (when.at <= ctx.now) return failed(t.campaign.over);
  const asked = await askPurpose(ctx, one, `at ${exactly(ctx, when.at)}`);
  if (asked) return asked;
  const go = { line: `/campaign ${one.id} at ${exactly(ctx, when.at)}`, label: t.campaign.button.schedule };
  const held = await heldBack(ctx, one.channel, go, knowing);
  if (held) return held;
  return changed(ctx, one, { state: 'scheduled', scheduledAt: when.at, reason: null, shown: crowd });
}

async function notScheduled(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const card = await draftReply(ctx, one);
  return { ...card, failed: true, text: [ctx.t.campaign.noneToSchedule, card.text].filter(Boolean).join('\n') };
}

/** After a pause: the rest of what has begun leaves; what was to leave later leaves then; anything else is asked. */
export async function resume(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  if (one.state !== 'paused' || one.reason === 'undecided') return show(ctx, one);
  if (!one.plannedAt) return resumeUnbegun(ctx, one, words);
  if (await hasFault(ctx, one)) return { ...(await show(ctx, one)), failed: true, text: t.lostWords.paused };
  const said = knowingIn(words).words.trim();
  const asked = await askTwice(ctx, one, said);
  if (asked) return asked;
  const go = { line: `/campaign ${one.id} resume ${said}`.trim(), label: t.campaign.button.resume };
  const held = await heldBack(ctx, one.channel, go, knowingIn(words));
  if (held) return held;
  if (said === TWICE) await partFrom(ctx, one);
  // whoever pauses amid the first part has not said yet that the rest get it
  if (one.reason === 'share') await releaseRest(ctx, one);
  // chosen while it was halted
  else if (one.winner) await giveRest(ctx, one, one.winner);
  // what was to be decided meanwhile is decided now
  const decideAt = one.decideAt && new Date(Math.max(one.decideAt.getTime(), ctx.now.getTime()));
  return changed(ctx, one, { state: 'running', reason: null, decideAt });
}

async function resumeUnbegun(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t, now } = ctx;
  const { id, scheduledAt } = one;
  if (!scheduledAt) return ask(ctx, one, { part: partKept(one) });
  const time = shown(ctx, scheduledAt);
  if (scheduledAt <= now)
    return ask(ctx, one, { part: partKept(one), because: t.campaign.timeOver(time), otherwise: [otherTime(t, one)] });
  const crowd = (await crowdNow(ctx, one)) ?? NOBODY;
  if (isStuck(ctx, one, crowd)) return { ...(await draftReply(ctx, one)), failed: true };
  const line = `/campaign ${id} at ${exactly(ctx, scheduledAt)}`;
  if (one.shown && isOther(one.shown, crowd))
    return {
      undecided: true,
      title: t.campaign.askAt(crowd.people, time),
      text: t.campaign.otherPeople(one.shown.people, crowd.people),
      buttons: [
        [
          turn(t.campaign.button.goAt(crowd.people, time), line, 'primary'),
          turn(t.campaign.button.back, `/campaign ${id}`),
        ],
      ],
    };
  const go = { line: `/campaign ${id} resume`, label: t.campaign.button.resume };
  const held = await heldBack(ctx, one.channel, go, knowingIn(words));
  return held ?? changed(ctx, one, { state: 'scheduled', reason: null, shown: crowd });
}
