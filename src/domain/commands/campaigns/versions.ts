import { locales } from '../../../text/locale.ts';
import { type Campaign, TRIAL } from '../../campaigns/campaign.ts';
import { type Progress, progressOf } from '../../campaigns/report.ts';
import { whyPaused } from '../../campaigns/shown.ts';
import { outcomeOf, settleWinner } from '../../campaigns/versions/decide.ts';
import { resultLists, verdictField, waitWords, winnerButtons } from '../../campaigns/versions/shown.ts';
import { awaitsWinner, measureOf } from '../../campaigns/versions/texts.ts';
import { MEASURES } from '../../campaigns/versions/version.ts';
import { hasLetters } from '../../channel.ts';
import { type Button, type Field, failed, type Reply } from '../../reply.ts';
import type { Variants } from '../../templates/compile.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { asText, templateMeant } from '../templates/template_meant.ts';
import { readText, withText } from './read.ts';
import { carriedOver, meansNone, readSecond, readTrial, type Trial, winnerIn } from './read_second.ts';

const turn = (label: string, command: string): Button => ({ label, command, turns: true });

/** The text as it was typed, or a template's by its name; what the second text shares with it changes as well. */
export async function firstText(
  ctx: CommandContext,
  one: Pick<Campaign, 'id' | 'name' | 'variants' | 'second'>,
  words: string,
): Promise<Pick<Campaign, 'variants' | 'second' | 'templateId' | 'templateVariants'> | { ask: Reply } | undefined> {
  const read = readText(words, one.name, ctx.settings.locale);
  const meant = await templateMeant(ctx, words, {
    use: (id) => `/campaign ${one.id} template m${id}`,
    asTyped: { label: ctx.t.template.asText, line: `/campaign ${one.id} text ${asText(words, ctx)}` },
  });
  if (meant && 'ask' in meant) return meant;
  const template = meant?.template;
  const variants = template?.variants ?? (read && withText(one.variants, read));
  const of = { templateId: template?.id ?? null, templateVariants: template?.variants ?? null };
  return variants && { variants, second: carriedOver(one.second, one.variants, variants), ...of };
}

/** The second text; `{ second: null }`: there is to be none. */
export async function secondText(
  ctx: CommandContext,
  one: Campaign,
  words: string,
): Promise<Pick<Campaign, 'second'> | { ask: Reply } | undefined> {
  if (meansNone(words)) return { second: null };
  const options = { locale: ctx.settings.locale, subjects: hasLetters(one.channel) };
  const { template: t } = ctx.t;
  const asTyped = options.subjects
    ? { label: t.asSubject, line: `/campaign ${one.id} b ${SUBJECT}: ${words.trim()}` }
    : { label: t.asText, line: `/campaign ${one.id} b ${asText(words, ctx)}` };
  const meant = await templateMeant(ctx, words, { use: (id) => `/campaign ${one.id} b m${id}`, asTyped });
  if (meant && 'ask' in meant) return meant;
  const second = meant?.template.variants ?? readSecond(words, one, options);
  return second && { second };
}

/** The label that says of one line that it is a subject. */
const SUBJECT = 'Subject';

/** How a trial is made, as it is kept; or what to say of a word that says nothing. */
export function trialOf({ t }: CommandContext, words: string): { trial: Trial } | { ask: Reply | Incomplete } {
  if (words === '') return { ask: new Incomplete('campaignTrial') };
  const read = readTrial(words);
  return 'unread' in read ? { ask: failed(t.versions.notTrial(read.unread)) } : { trial: read };
}

/** How both texts are tried, in words. */
export function trialField(ctx: CommandContext, one: Campaign): Field {
  const { versions: t } = ctx.t;
  const how =
    one.trial === 100
      ? t.everybody
      : t.trial(one.trial, waitWords(ctx.t, one.trialMinutes), t.measure[measureOf(ctx, one)]);
  return { label: t.label, value: how };
}

/** Below so many for each text hardly any difference can be told. */
const FEWEST_EACH = 100;

/** Whether nobody could tell one text from the other: in a chat no subject is seen. */
function saysTheSame({ variants, second, channel }: Campaign): boolean {
  const seen = ({ of }: Variants) =>
    locales.map((locale) => [hasLetters(channel) ? of[locale]?.subject : undefined, of[locale]?.body]);
  return second !== null && JSON.stringify(seen(variants)) === JSON.stringify(seen(second));
}

/** What speaks against a trial as it is made. `reached`: how many get the campaign. */
export function trialWarnings(ctx: CommandContext, one: Campaign, reached: number): string[] {
  const { versions: t } = ctx.t;
  const each = Math.floor((reached * one.trial) / 200);
  return [
    ...(saysTheSame(one) ? [t.same] : []),
    ...(reached > 0 && each < FEWEST_EACH ? [t.small(each)] : []),
    ...(one.trial < 100 && one.measure === 'clicked' && measureOf(ctx, { ...one, measure: null }) !== 'clicked'
      ? [t.noClicks]
      : []),
  ];
}

/** What can be done about a second text of a draft. */
export function secondButtons(ctx: CommandContext, one: Campaign): Button[][] {
  const { button } = ctx.t.versions;
  const { id } = one;
  if (!one.second) return [[{ label: button.add, command: `/campaign ${id} b`, asks: true }]];
  const next = MEASURES[(MEASURES.indexOf(measureOf(ctx, one)) + 1) % MEASURES.length]!;
  return [
    [{ label: button.change, command: `/campaign ${id} b`, asks: true }, turn(button.drop, `/campaign ${id} b off`)],
    one.trial === 100
      ? [turn(button.winner, `/campaign ${id} trial ${TRIAL.percent}%`)]
      : [
          turn(button.everybody, `/campaign ${id} trial 100%`),
          turn(button.by[next], `/campaign ${id} trial ${next}`),
          { label: button.trial, command: `/campaign ${id} trial`, asks: true },
        ],
  ];
}

/** Which text the rest get; without a word it is asked, with what is known so far. Undefined: nobody waits for that. */
export async function winner(
  ctx: CommandContext,
  one: Campaign,
  words: string,
): Promise<{ settled: Campaign } | { ask: Reply } | undefined> {
  const progress: Progress = await progressOf(ctx, one);
  if (!awaitsWinner(one) || progress.undecided === 0) return undefined;
  const chosen = winnerIn(words);
  if (chosen) return { settled: await settleWinner(ctx, one, chosen) };
  const { results } = await outcomeOf(ctx, one);
  const { t } = ctx;
  return {
    ask: {
      undecided: true,
      title: t.versions.ask(progress.undecided),
      // the choice lets nothing leave
      ...(one.state === 'paused' && { text: whyPaused(t, one) }),
      fields: [verdictField(t, one, results, measureOf(ctx, one))],
      lists: resultLists(t, one, results),
      buttons: [...winnerButtons(t, one), [turn(t.campaign.button.back, `/campaign ${one.id}`)]],
    },
  };
}
