import { partSaid } from '../../../text/money/part_said.ts';
import { saysToMe } from '../../../text/person/whom/to_me.ts';
import {
  type Campaign,
  type CampaignState,
  changeCampaign,
  hasNotBegun,
  makeCampaign,
} from '../../campaigns/campaign.ts';
import { LISTED, type Listed } from '../../campaigns/deeds.ts';
import { withoutServed } from '../../campaigns/reach/not_yet.ts';
import { turn } from '../../campaigns/turn.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { readHow } from '../people/how_agreed.ts';
import { readPeople } from '../people/people_meant.ts';
import { confirm, wordsAreOurs } from './asking.ts';
import { endComparison, endedByRest, endsComparison } from './comparison.ts';
import { didNot } from './did_not.ts';
import { doers } from './doers.ts';
import { arrived, doubts, leave, resend } from './doubts.ts';
import { draftReply, missingIn } from './draft.ts';
import { ask, changed, drafted, go, resume, schedule } from './leave.ts';
import { purposeButtons, purposeIn } from './purpose.ts';
import { channelSaid, confirmedIn, meansEverybody, type Step, sendIn, stepIn, withSubject } from './read.ts';
import { meansNone } from './read_second.ts';
import { picture, show } from './show.ts';
import { skipped } from './skipped.ts';
import { chooseTemplate } from './template.ts';
import { test } from './test.ts';
import { unread } from './unread.ts';
import { firstText, secondText, trialOf, winner } from './versions.ts';
import { askWay, isOn, madeHere } from './way.ts';
import { keptApart } from './whom/twice.ts';

type Act = (ctx: CommandContext, one: Campaign, words: string) => Promise<Reply | Incomplete>;

/** What the words say whom it is for, as it is kept; or what to say of the word that is no filter. */
export async function audienceIn(
  ctx: CommandContext,
  words: string,
  again: (words: string) => string,
): Promise<{ audience: string } | { ask: Reply }> {
  if (meansEverybody(words)) return { audience: '' };
  const read = await readPeople(ctx, words, again);
  return 'ask' in read ? read : { audience: printFilter(read.filter) };
}

/** It is said how it is, where a step makes no sense as it is. */
async function notNow(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const reply = await show(ctx, one);
  return { ...reply, failed: true, text: ctx.t.campaign.notNow(ctx.t.campaign.state[one.state]) };
}

/** A step that needs a text where there is none yet: what was typed is not kept, and that is said. */
async function beforeText(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const card = await draftReply(ctx, one);
  return { ...card, failed: true, text: [ctx.t.campaign.textFirst, card.text].filter(Boolean).join('\n') };
}

/** A step that makes sense only in some states. */
const within =
  (states: readonly CampaignState[], act: Act): Act =>
  (ctx, one, words) =>
    states.includes(one.state) ? act(ctx, one, words) : notNow(ctx, one);

/** A step for which nobody may have been given it yet: drafts, what is scheduled, and what was paused before it began. */
const unbegun =
  (act: Act): Act =>
  (ctx, one, words) =>
    hasNotBegun(one) ? act(ctx, one, words) : notNow(ctx, one);

/** A step about what came of it. */
const begun =
  (act: Act): Act =>
  (ctx, one, words) =>
    one.plannedAt ? act(ctx, one, words) : notNow(ctx, one);

/** Such a step about its words, or about what it is: one that asks has its own. */
const worded = (act: Act): Act => {
  const free = unbegun(act);
  return (ctx, one, words) => (one.asks && hasNotBegun(one) ? wordsAreOurs(ctx, one) : free(ctx, one, words));
};

export const STEPS: Readonly<Record<Step, Act>> = {
  to: unbegun(async (ctx, one, words) => {
    if (words === '') return new Incomplete('audience');
    if (saysToMe(words)) return STEPS.test(ctx, one, '');
    const { words: typed, isSure } = readHow(words);
    const read = await audienceIn(ctx, typed, (people) => `/campaign ${one.id} to ${people}`);
    if ('ask' in read) return read.ask;
    return drafted(ctx, one, { audience: await keptApart(ctx, one, read.audience, isSure) });
  }),
  text: worded(async (ctx, one, words) => {
    const text = await firstText(ctx, one, words);
    // behind 'edit' alone too
    if (!text) return new Incomplete('campaignText', (more) => `${one.id} text ${more}`);
    return 'ask' in text ? text.ask : drafted(ctx, one, text);
  }),
  template: worded(chooseTemplate),
  subject: worded(async (ctx, one, words) => {
    if (words === '') return new Incomplete('campaignSubject');
    const changed = withSubject(one.variants, words);
    // the first line of a text to come
    return changed ? drafted(ctx, one, { variants: changed }) : beforeText(ctx, one);
  }),
  about: worded(about),
  name: unbegun(async (ctx, one, words) =>
    words === '' ? new Incomplete('campaignName') : drafted(ctx, one, { name: words.split('\n')[0]!.trim() }),
  ),
  by: unbegun(async (ctx, one, words) => {
    const channel = channelSaid(words);
    if (!channel) return unread(ctx, one, words);
    if (!isOn(ctx, channel)) return askWay(ctx, channel, (way) => `/campaign ${one.id} by ${way}`);
    return drafted(ctx, await moveTo(ctx, one, channel), {});
  }),
  recent: worded((ctx, one, words) => {
    const days = words === '' ? 1 : confirmedIn(words);
    return days === undefined ? unread(ctx, one, words) : drafted(ctx, one, { skipBoughtDays: Math.min(365, days) });
  }),
  holdout: (ctx, one, words) => (endsComparison(words) ? endComparison(ctx, one) : holdOut(ctx, one, words)),
  b: worded(async (ctx, one, words) => {
    if (missingIn(ctx, one).includes(ctx.t.campaign.missingText)) return beforeText(ctx, one);
    const text = await secondText(ctx, one, words);
    if (!text) return new Incomplete('campaignSecond');
    return 'ask' in text ? text.ask : drafted(ctx, one, text);
  }),
  trial: worded(async (ctx, one, words) => {
    if (!one.second) return secondFirst(ctx, one);
    const read = trialOf(ctx, words);
    return 'ask' in read ? read.ask : drafted(ctx, one, read.trial);
  }),
  winner: within(['running', 'paused'], async (ctx, one, words) => {
    const said = await winner(ctx, one, words);
    if (!said) return { ...(await show(ctx, one)), failed: true, text: ctx.t.versions.nobodyWaits };
    return 'ask' in said ? said.ask : show(ctx, said.settled);
  }),
  test: unbegun((ctx, one, words) => test(ctx, one, saysToMe(words) ? '' : words)),
  send: unbegun(async (ctx, one, words) => {
    const said = sendIn(words);
    if (said.is === 'test') return STEPS.test(ctx, one, '');
    if (said.is === 'part') return STEPS.first(ctx, one, said.words);
    return said.is === 'all' ? ask(ctx, one) : unread(ctx, one, words);
  }),
  first: unbegun((ctx, one, words) => {
    const part = words === '' ? { percent: FIRST } : partSaid(words);
    return part ? ask(ctx, one, { part }) : unread(ctx, one, words);
  }),
  go: unbegun(go),
  at: unbegun(schedule),
  unschedule: within(['scheduled'], (ctx, one) => changed(ctx, one, { state: 'draft', scheduledAt: null })),
  show: (ctx, one) => show(ctx, one),
  pause: within(['scheduled', 'running'], (ctx, one) => changed(ctx, one, { state: 'paused', reason: 'asked' })),
  resume,
  cancel: within(['draft', 'scheduled', 'running', 'paused'], (ctx, one) =>
    changed(ctx, one, { state: 'cancelled', reason: null, endedAt: ctx.now }),
  ),
  async copy(ctx, one) {
    if (one.sequenceId)
      return failed(ctx.t.campaign.ofSequence(one.name), {
        buttons: [[{ label: one.name, command: `/sequence ${one.sequenceId}` }]],
      });
    const name = await nameOfCopy(ctx, one.name);
    const audience = await withoutServed(ctx, one);
    const reply = await draftReply(
      ctx,
      await makeCampaign(ctx, { ...one, ...madeHere(ctx), name, audience, scheduledAt: null }),
    );
    return audience === one.audience ? reply : endedByRest(ctx, one, reply);
  },
  confirm,
  doubts,
  arrived,
  leave,
  resend,
  skipped,
  unclicked: begun((ctx, one, words) => didNot(ctx, one, 'clicked', words)),
  unreplied: begun((ctx, one, words) => didNot(ctx, one, 'replied', words)),
  picture,
  ...(Object.fromEntries(
    LISTED.map((what): [Listed, Act] => [what, (ctx, one, words) => doers(ctx, one, what, words)]),
  ) as Record<Listed, Act>),
};

/** 'Spring tea (copy)', and of what is called so already 'Spring tea (copy 2)'. */
async function nameOfCopy({ t, tx }: CommandContext, name: string): Promise<string> {
  const { copied } = t.campaign;
  const taken = new Set((await tx<{ name: string }>`select name from campaigns`).map((one) => one.name));
  const names = Array.from({ length: MOST_COPIES }, (_, nth) => copied(name, nth + 1));
  // of a copy the next one, not the copy of a copy
  const first = names.findIndex((_, nth) => name.endsWith(copied('', nth + 1)));
  const bare = first < 0 ? name : name.slice(0, -copied('', first + 1).length);
  const free = names.map((_, nth) => copied(bare, nth + 1)).find((one) => !taken.has(one));
  return free ?? name;
}

/** A trial of two texts where there is one: the second is asked for first. */
async function secondFirst(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const { t } = ctx;
  if (missingIn(ctx, one).includes(t.campaign.missingText)) return beforeText(ctx, one);
  const add: Button = { label: t.versions.button.add, command: `/campaign ${one.id} b`, asks: true };
  return failed(t.versions.secondFirst, { buttons: [[add, turn(t.campaign.button.back, `/campaign ${one.id}`)]] });
}

const MOST_COPIES = 50;

const holdOut = worded((ctx, one, words) => {
  const part = partSaid(words);
  const percent = part && ('percent' in part ? part.percent : confirmedIn(words));
  const none = meansNone(words) || confirmedIn(words) === 0;
  if (percent === undefined && !none) return unread(ctx, one, words);
  return drafted(ctx, one, { holdout: Math.min(MOST_HELD_OUT, Math.round(percent ?? 0)) });
});

/** What it is; and what is done then, where a question about that stood in its way. */
async function about(ctx: CommandContext, one: Campaign, words: string): Promise<Reply | Incomplete> {
  const { purpose, then } = purposeIn(words);
  if (!purpose) return unread(ctx, one, words, purposeButtons(ctx, one));
  const known = await changeCampaign(ctx, one, { purpose, purposeSaid: true });
  const next = stepIn(then);
  return then === '' || next.step === 'unread' ? drafted(ctx, known, {}) : STEPS[next.step](ctx, known, next.words);
}

/** Beyond half of them more are held out than get it. */
const MOST_HELD_OUT = 50;

/** Percent of a first part, where nothing else is said. */
const FIRST = 5;

async function moveTo(ctx: CommandContext, one: Campaign, channel: string): Promise<Campaign> {
  await ctx.tx`update campaigns set channel = ${channel} where id = ${one.id}`;
  return { ...one, channel };
}
