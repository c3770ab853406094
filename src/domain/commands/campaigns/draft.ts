import { truncate } from '../../../text/truncate.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { filterOf, type SkipReason } from '../../campaigns/audience.ts';
import { type Campaign, HOLDOUT } from '../../campaigns/campaign.ts';
import { FEWEST_HELD_OUT } from '../../campaigns/holdout.ts';
import { type Preflight, type Preview, preflight } from '../../campaigns/preflight.ts';
import { whyPaused } from '../../campaigns/shown.ts';
import { skipShown } from '../../campaigns/told/skip_shown.ts';
import { turn } from '../../campaigns/turn.ts';
import { subjectsOf } from '../../campaigns/versions/shown.ts';
import { hasLetters, REMOTE } from '../../channel.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import type { Button, Field, List, Reply } from '../../reply.ts';
import { partsForMany } from '../../talk/phone/short_text.ts';
import type { Variants } from '../../templates/compile.ts';
import type { TemplateFault } from '../../templates/fault.ts';
import { hasTemplates } from '../../templates/template.ts';
import type { CommandContext } from '../command.ts';
import { faultText, mends } from '../templates/template_shown.ts';
import { momentOf, shown } from '../words/moment.ts';
import { forewarned } from './check.ts';
import { comparedNote } from './compared_note.ts';
import { leftOutField } from './left_out.ts';
import { linksNowhere } from './links_nowhere.ts';
import { nearest } from './nearest.ts';
import { newerTemplate } from './newer_template.ts';
import { purposeButtons, purposeField } from './purpose.ts';
import { leavesField, sendButtons } from './sending.ts';
import { askedField, consentButtons } from './unagreed.ts';
import { secondButtons, trialField, trialWarnings } from './versions.ts';
import { twiceButtons } from './whom/twice.ts';

const PREVIEW_GRAPHEMES = 160;

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
  const compared = await comparedNote(ctx, campaign, known?.counts.skipped.compared ?? 0);
  const newer = await newerTemplate(ctx, campaign);
  const near = known?.counts.reached === 0 && !known.fault ? await nearest(ctx, campaign) : undefined;
  return {
    title,
    text: [
      ...(campaign.state === 'paused' ? [whyPaused(t, campaign, known?.counts.reached)] : []),
      ...(missing.length > 0 ? [t.campaign.missing(missing.join(' · '))] : []),
      ...(unclear && campaign.reason !== 'unclear' ? [t.campaign.paused.unclear] : []),
      ...newer.text,
      ...compared.text,
      ...(known ? [...warnings(ctx, campaign, known), ...(await linksNowhere(ctx, campaign))] : []),
      ...(near ? [near.text] : []),
      ...mail.text,
    ].join('\n'),
    fields: await fieldsOf(ctx, campaign, known),
    ...(known && { lists: listsOf(ctx, campaign, known) }),
    buttons: [
      ...sendButtons(ctx, campaign, missing.length === 0 ? known : undefined),
      ...(await mendsOf(ctx, campaign, known?.fault)),
      ...(near ? [[near.button]] : []),
      ...(await twiceButtons(ctx, campaign)),
      ...newer.buttons,
      ...compared.buttons,
      [
        turnOrAsk(
          campaign.audience === null ? t.campaign.button.choose : t.campaign.button.audience,
          `/campaign ${id} to`,
        ),
        ...(campaign.asks ? [] : wordButtons(ctx, campaign)),
        ...(!campaign.asks && (await hasTemplates(ctx.tx))
          ? [turn(t.campaign.button.template, `/campaign ${id} template`)]
          : []),
      ],
      ...(known?.counts.skipped.no_consent ? [consentButtons(ctx, campaign)] : []),
      ...(hasText(campaign) && !campaign.asks ? secondButtons(ctx, campaign) : []),
      ...(campaign.asks ? [] : [purposeButtons(ctx, campaign)]),
      [
        ...otherChannels(ctx, campaign).map((channel) =>
          turn(t.campaign.button.channel(t.channel(channel)), `/campaign ${id} by ${channel}`),
        ),
        ...(campaign.asks ? [] : leavingOut(ctx, campaign)),
      ],
      ...mail.buttons,
      [turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger')],
    ].filter((row) => row.length > 0),
  };
}

const wordButtons = ({ t }: CommandContext, campaign: Campaign): Button[] => [
  turnOrAsk(hasText(campaign) ? t.campaign.button.text : t.campaign.button.write, `/campaign ${campaign.id} text`),
];

/** Who of its people may be left out. */
const leavingOut = ({ t }: CommandContext, { id, skipBoughtDays, holdout }: Campaign): Button[] => [
  skipBoughtDays === 0
    ? turn(t.campaign.button.skipRecent, `/campaign ${id} recent 1`)
    : turn(t.campaign.button.withRecent, `/campaign ${id} recent 0`),
  holdout === 0
    ? turn(t.campaign.button.holdOut(HOLDOUT), `/campaign ${id} holdout ${HOLDOUT}`)
    : turn(t.campaign.button.holdNone, `/campaign ${id} holdout 0`),
];
/** What of either text another system would fill in. */
async function mendsOf(
  ctx: CommandContext,
  { id, variants, second }: Campaign,
  fault: TemplateFault | undefined,
): Promise<Button[][]> {
  if (!fault) return [];
  const isIn = ({ of }: Variants) => of[fault.locale]?.[fault.part].includes(fault.where.name);
  const isFirst = isIn(variants) || !second;
  const step = isFirst ? 'text' : 'b';
  return mends(ctx, isFirst ? variants : second, fault, (locale) => `/campaign ${id} ${step} ${locale}`);
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
    ...(lacking.count > 0 ? [t.campaign.lackSome(lacking.count, lacking.isAbout)] : []),
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
    ...leavesField(ctx, campaign, found),
    ...(words === null ? [] : [{ label: labels.audience, value: words }]),
    ...(await leftOutField(ctx, campaign)),
    ...(found ? [{ label: labels.reached, value: t.campaign.of(found.counts.reached, found.counts.total) }] : []),
    campaign.asks ? askedField(ctx, campaign) : purposeField(ctx, campaign),
    { label: labels.channel, value: t.channel(campaign.channel) },
    // of a question its words are ours, in both languages
    ...(hasLetters(campaign.channel) && subject !== '' && !campaign.asks
      ? [{ label: labels.subject, value: second ? t.versions.subjects(subject, subjectsOf(second)) : subject }]
      : []),
    ...(second ? [trialField(ctx, campaign)] : []),
    ...(languages.length > 0
      ? [{ label: labels.language, value: t.inARow(languages.map((one) => t.language.name[one])) }]
      : []),
    ...(campaign.skipBoughtDays > 0
      ? [{ label: labels.recent, value: t.campaign.skippedDays(campaign.skipBoughtDays) }]
      : []),
    ...(found && found.counts.reached > 0
      ? [
          ...textsOf(ctx, campaign, found),
          ...paceOf(ctx, campaign, found),
          { label: labels.finish, value: finishOf(ctx, campaign, found) },
          ...(found.counts.unplaced > 0
            ? [{ label: t.asking.clock, value: t.asking.ownClock(found.counts.unplaced) }]
            : []),
        ]
      : []),
    ...(found && found.counts.reached > 0 && !campaign.asks
      ? [{ label: labels.holdout, value: holdoutOf(ctx, campaign, found) }]
      : []),
  ];
}

/** Whether some get nothing to compare with, and why not. */
function holdoutOf({ t: { campaign: t } }: CommandContext, { holdout }: Campaign, found: Preflight): string {
  if (holdout === 0) return t.holdout.none;
  return found.holdout > 0 ? t.holdout.some(holdout) : t.holdout.small(holdout, FEWEST_HELD_OUT);
}

/** When the last one leaves, and what of it leaves on its first day where that is not all. */
function finishOf(ctx: CommandContext, campaign: Campaign, found: Preflight): string {
  const { finish, opens } = ctx.t.campaign;
  const { estimate, pace, opensAt } = found;
  const { days, minutes, unlimited, today } = estimate;
  const letters = hasLetters(campaign.channel);
  const at = (day: number) => formatDay(new Date(opensAt.getTime() + day * DAY_MS), momentOf(ctx));
  const last = () => {
    if (days > 1) return finish.days(at(days - 1), today, at(0), pace.perDay, letters);
    if (unlimited) return finish.fast(letters ? '' : ctx.t.channel(campaign.channel));
    return minutes < 90 ? finish.minutes(minutes) : finish.hours(Math.round(minutes / 60));
  };
  const isNow = campaign.state === 'draft' && opensAt > ctx.now;
  return isNow ? finish.after(opens(shown(ctx, opensAt)), last()) : last();
}

const DAY_MS = 86_400_000;

/** In how many texts it leaves and what they cost, where it leaves in texts. */
function textsOf(ctx: CommandContext, { channel }: Campaign, { counts, texts }: Preflight): Field[] {
  const parts = partsForMany(ctx, channel, { people: counts.reached, read: texts }, ctx.locale);
  const { campaign: t } = ctx.t;
  return parts ? [{ label: t.labels.cost, value: t.texts(parts.count, parts.most, parts.cost ?? '') }] : [];
}

function paceOf({ t: { campaign: t } }: CommandContext, { channel }: Campaign, { pace }: Preflight): Field[] {
  const { perMinute, perDay, provider } = pace;
  if (perMinute === 0 && perDay === 0) return [];
  const name = provider && isNamed(t.limits.providers, provider) ? t.limits.providers[provider] : '';
  return [{ label: t.labels.pace, value: t.limits.pace(name, perMinute, perDay, hasLetters(channel)) }];
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
    ...(previews.length > 0
      ? [{ title: t.campaign.preview(previews.length), items: previews.map((one) => previewItem(t, campaign, one)) }]
      : []),
    ...(second.length > 0
      ? [{ title: t.versions.previewB(second.length), items: second.map((one) => previewItem(t, campaign, one)) }]
      : []),
    ...(skipped.length > 0 ? [{ title: t.campaign.labels.leftOut, items: skipped }] : []),
  ];
}

/** In a chat and as a text nobody reads a subject. */
function previewItem(t: CommandContext['t'], { channel }: Campaign, { name, address, contactId, words }: Preview) {
  const who = name || address;
  if ('missing' in words) return { text: t.campaign.previewLine(who, t.campaign.lacks(words.missing)), contactId };
  const detail = truncate(words.text.replace(/\s+/g, ' '), PREVIEW_GRAPHEMES);
  return { text: hasLetters(channel) ? t.campaign.previewLine(who, words.subject) : who, detail, contactId };
}
