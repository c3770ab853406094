import { truncate } from '../../../text/truncate.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { filterOf, type SkipReason } from '../../campaigns/audience.ts';
import { type Campaign, HOLDOUT } from '../../campaigns/campaign.ts';
import { FEWEST_HELD_OUT } from '../../campaigns/holdout.ts';
import { type Preflight, type Preview, preflight } from '../../campaigns/preflight.ts';
import { turn } from '../../campaigns/turn.ts';
import { subjectsOf } from '../../campaigns/versions/shown.ts';
import { hasLetters, REMOTE } from '../../channel.ts';
import { Unclear } from '../../people/filter.ts';
import { printFilter } from '../../people/filter_parse.ts';
import type { Button, Field, List, Reply } from '../../reply.ts';
import { partsForMany } from '../../talk/phone/short_text.ts';
import { hasTemplates } from '../../templates/template.ts';
import type { CommandContext } from '../command.ts';
import { faultText } from '../templates/template_shown.ts';
import { momentOf } from '../words/moment.ts';
import { forewarned } from './check.ts';
import { purposeButtons, purposeField } from './purpose.ts';
import { skipShown } from './skipped.ts';
import { secondButtons, trialField, trialWarnings } from './versions.ts';

const PREVIEW_GRAPHEMES = 160;
/** Below this a first part says nothing. */
const FEWEST_FOR_PARTS = 40;

/** A campaign that has not begun: what is missing, or what would happen, with what can be done about either. */
export async function draftReply(ctx: CommandContext, campaign: Campaign): Promise<Reply> {
  const { t } = ctx;
  const { id } = campaign;
  const title = t.campaign.title(campaign.name, t.campaign.state[campaign.state]);
  const missing = missingIn(ctx, campaign);
  const looked = campaign.audience === null ? undefined : await preflight(ctx, campaign);
  const unclear = looked instanceof Unclear;
  const known = looked && !unclear ? looked : undefined;
  const mail = await forewarned(ctx, campaign.channel);
  return {
    title,
    text: [
      ...(missing.length > 0 ? [t.campaign.missing(missing.join(' · '))] : []),
      ...(unclear ? [t.campaign.paused.unclear] : []),
      ...(known ? warnings(ctx, campaign, known) : []),
      ...mail.text,
    ].join('\n'),
    fields: await fieldsOf(ctx, campaign, known),
    ...(known && { lists: listsOf(ctx, campaign, known) }),
    buttons: [
      ...(known && missing.length === 0 ? sendButtons(ctx, campaign, known) : []),
      [
        turnOrAsk(
          campaign.audience === null ? t.campaign.button.choose : t.campaign.button.audience,
          `/campaign ${id} to`,
        ),
        turnOrAsk(hasText(campaign) ? t.campaign.button.text : t.campaign.button.write, `/campaign ${id} text`),
        ...((await hasTemplates(ctx.tx)) ? [turn(t.campaign.button.template, `/campaign ${id} template`)] : []),
      ],
      ...(hasText(campaign) ? secondButtons(ctx, campaign) : []),
      purposeButtons(ctx, campaign),
      [
        ...otherChannels(ctx, campaign).map((channel) =>
          turn(t.campaign.button.channel(t.channel(channel)), `/campaign ${id} by ${channel}`),
        ),
        campaign.skipBoughtDays === 0
          ? turn(t.campaign.button.skipRecent, `/campaign ${id} recent 1`)
          : turn(t.campaign.button.withRecent, `/campaign ${id} recent 0`),
        campaign.holdout === 0
          ? turn(t.campaign.button.holdOut(HOLDOUT), `/campaign ${id} holdout ${HOLDOUT}`)
          : turn(t.campaign.button.holdNone, `/campaign ${id} holdout 0`),
      ],
      ...mail.buttons,
      [turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger')],
    ],
  };
}

/** What is typed next is asked for in a message of its own. */
const turnOrAsk = (label: string, command: string): Button => ({ label, command, asks: true });

const hasText = ({ variants }: Pick<Campaign, 'variants'>): boolean => Object.keys(variants.of).length > 0;

export function missingIn({ t }: Pick<CommandContext, 't'>, campaign: Campaign): string[] {
  return [
    ...(campaign.audience === null ? [t.campaign.missingAudience] : []),
    ...(hasText(campaign) ? [] : [t.campaign.missingText]),
  ];
}

/** The other ways out that are set up. */
function otherChannels({ channels }: CommandContext, { channel }: Campaign): string[] {
  return REMOTE.filter((name) => name !== channel && channels.some((way) => way.name === name && way.on));
}

function warnings(ctx: CommandContext, campaign: Campaign, found: Preflight): string[] {
  const { t, channels } = ctx;
  const { channel } = campaign;
  const { counts, lacking, fault } = found;
  return [
    ...(channels.some((way) => way.name === channel && way.on) ? [] : [t.campaign.noWay(t.channel(channel))]),
    ...(fault === undefined ? [] : [t.campaign.fault(faultText(t, fault))]),
    ...(campaign.second ? trialWarnings(ctx, campaign, counts.reached) : []),
    ...(lacking.count > 0 ? [t.campaign.lackSome(lacking.count, lacking.of)] : []),
    ...(counts.reached === 0 ? [t.campaign.nobody] : []),
  ];
}

async function fieldsOf(ctx: CommandContext, campaign: Campaign, found: Preflight | undefined): Promise<Field[]> {
  const { t, locale } = ctx;
  const { labels } = t.campaign;
  const filter = campaign.audience ? await filterOf(ctx, campaign.audience) : undefined;
  const words =
    campaign.audience === ''
      ? t.campaign.everybody
      : filter && !(filter instanceof Unclear)
        ? printFilter(filter, locale)
        : campaign.audience;
  const { second } = campaign;
  const subject = subjectsOf(campaign.variants);
  const languages = Object.keys(campaign.variants.of) as (keyof typeof t.language.name)[];
  return [
    ...(words === null ? [] : [{ label: labels.audience, value: words }]),
    ...(found ? [{ label: labels.reached, value: t.campaign.of(found.counts.reached, found.counts.total) }] : []),
    purposeField(ctx, campaign),
    { label: labels.channel, value: t.channel(campaign.channel) },
    ...(hasLetters(campaign.channel) && subject !== ''
      ? [{ label: labels.subject, value: second ? t.versions.subjects(subject, subjectsOf(second)) : subject }]
      : []),
    ...(second ? [trialField(ctx, campaign)] : []),
    ...(languages.length > 0
      ? [{ label: labels.language, value: languages.map((one) => t.language.name[one]).join(', ') }]
      : []),
    ...(campaign.skipBoughtDays > 0
      ? [{ label: labels.recent, value: t.campaign.skippedDays(campaign.skipBoughtDays) }]
      : []),
    ...(found && found.counts.reached > 0
      ? [...textsOf(ctx, campaign, found), ...paceOf(ctx, found), { label: labels.finish, value: finishOf(ctx, found) }]
      : []),
    ...(found && found.counts.reached > 0 ? [{ label: labels.holdout, value: holdoutOf(ctx, campaign, found) }] : []),
  ];
}

/** Whether some get nothing to compare with, and why not. */
function holdoutOf({ t: { campaign: t } }: CommandContext, { holdout }: Campaign, found: Preflight): string {
  if (holdout === 0) return t.holdout.none;
  return found.holdout > 0 ? t.holdout.some(holdout) : t.holdout.small(holdout, FEWEST_HELD_OUT);
}

/** When the last one leaves, and what of it leaves today where that is not all. */
function finishOf(ctx: CommandContext, { estimate, pace }: Preflight): string {
  const { finish } = ctx.t.campaign;
  const { days, minutes, unlimited, today } = estimate;
  if (days > 1) return finish.days(today, pace.perDay, dayShown(ctx, days - 1));
  if (unlimited) return finish.fast;
  return minutes < 90 ? finish.minutes(minutes) : finish.hours(Math.round(minutes / 60));
}

const DAY_MS = 86_400_000;

/** 'Sun 29 Nov': so many days from now. */
const dayShown = (ctx: CommandContext, days: number): string =>
  formatDay(new Date(ctx.now.getTime() + days * DAY_MS), momentOf(ctx));

/** In how many texts it leaves and what they cost, where it leaves in texts. */
function textsOf(ctx: CommandContext, { channel }: Campaign, { counts, texts }: Preflight): Field[] {
  const parts = partsForMany(ctx, channel, { people: counts.reached, read: texts }, ctx.locale);
  const { campaign: t } = ctx.t;
  return parts ? [{ label: t.labels.cost, value: t.texts(parts.count, parts.most, parts.cost ?? '') }] : [];
}

function paceOf({ t: { campaign: t } }: CommandContext, { pace }: Preflight): Field[] {
  const { perMinute, perDay, provider } = pace;
  if (perMinute === 0 && perDay === 0) return [];
  const name = provider && isNamed(t.limits.providers, provider) ? t.limits.providers[provider] : '';
  return [{ label: t.labels.pace, value: t.limits.pace(name, perMinute, perDay) }];
}

const isNamed = <Names extends object>(names: Names, word: string): word is keyof Names & string =>
  Object.hasOwn(names, word);

function listsOf({ t }: CommandContext, campaign: Campaign, { counts, previews, second }: Preflight): List[] {
  const reasons = Object.entries(counts.skipped) as [SkipReason, number][];
  const skipped = reasons
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => ({
      text: t.campaign.skippedLine(count, skipShown(t, campaign, reason)),
      buttons: [turn(skipShown(t, campaign, reason), `/campaign ${campaign.id} skipped ${reason}`)],
    }));
  return [
    ...(previews.length > 0 ? [{ title: t.campaign.preview, items: previews.map((one) => previewItem(t, one)) }] : []),
    ...(second.length > 0 ? [{ title: t.versions.previewB, items: second.map((one) => previewItem(t, one)) }] : []),
    ...(skipped.length > 0 ? [{ title: t.campaign.labels.skipped, items: skipped }] : []),
  ];
}

function previewItem(t: CommandContext['t'], { name, address, contactId, words }: Preview) {
  const who = name || address;
  if ('missing' in words) return { text: t.campaign.previewLine(who, t.campaign.lacks(words.missing)), contactId };
  const detail = truncate(words.text.replace(/\s+/g, ' '), PREVIEW_GRAPHEMES);
  return { text: t.campaign.previewLine(who, words.subject), detail, contactId };
}

function sendButtons({ t }: CommandContext, { id }: Campaign, { counts, fault, lacking }: Preflight): Button[][] {
  const { reached } = counts;
  // where all that were tried lack something, it is the words that are wrong
  const allLack = lacking.count > 0 && lacking.count === lacking.of;
  if (reached === 0 || fault !== undefined || allLack) return [];
  const { button } = t.campaign;
  return [
    [turn(button.send(reached), `/campaign ${id} send ${reached}`, 'primary')],
    [
      ...(reached >= FEWEST_FOR_PARTS ? [turn(button.first, `/campaign ${id} first ${reached}`)] : []),
      { label: button.schedule, command: `/campaign ${id} at`, asks: true },
      { label: button.test, command: `/campaign ${id} test` },
    ],
  ];
}
