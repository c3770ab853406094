import { spokenIn } from '../../../text/language.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import { plainly } from '../../../text/plainly.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Measure, Winner } from '../../campaigns/versions/version.ts';
import type { Variants } from '../../templates/compile.ts';
import { delayIn } from '../sequences/read.ts';
import { meansEverybody, readText, withoutLabel, withText } from './read.ts';

const WITHOUT = typedWords(({ campaign }) => campaign.without);

/** Whether there is to be no second text. */
export const meansNone = (words: string): boolean => WITHOUT.has(words.trim().toLowerCase());

/**
 * The second text as it was typed. One line alone is another subject where there are subjects. In a language that is not typed it says
 * what the first text says, so that nobody gets it in another language than that one.
 */
export function readSecond(
  words: string,
  { variants, second, name }: Pick<Campaign, 'variants' | 'second' | 'name'>,
  { locale, subjects }: { locale: Locale; subjects: boolean },
): Variants | undefined {
  const base: Variants = { fallback: variants.fallback, of: { ...variants.of, ...second?.of } };
  const line = words.trim();
  if (!subjects || line.includes('\n')) {
    const read = readText(words, name, locale);
    return read && withText(base, read);
  }
  if (line === '') return undefined;
  const spoken = spokenIn(line)?.locale;
  const known = locales.find((one) => one === spoken && variants.of[one]) ?? variants.fallback;
  const body = variants.of[known]?.body ?? '';
  return { ...base, of: { ...base.of, [known]: { subject: withoutLabel(line), body } } };
}

/** What of the second text was the first one's goes with it when that is written anew. */
export function carriedOver(second: Variants | null, before: Variants, after: Variants): Variants | null {
  if (!second) return null;
  const of: Variants['of'] = {};
  for (const locale of locales) {
    const [one, old, now] = [second.of[locale], before.of[locale], after.of[locale]];
    const kept = one ?? now;
    if (!kept) continue;
    of[locale] = {
      subject: now && kept.subject === old?.subject ? now.subject : kept.subject,
      body: now && kept.body === old?.body ? now.body : kept.body,
    };
  }
  return { fallback: after.fallback, of };
}

const MEASURE = typedMeanings<Measure>(({ campaign }) => campaign.measure);
const WINNER = typedMeanings<Winner>(({ campaign }) => campaign.winner);

export const winnerIn = (words: string): Winner | undefined => WINNER.get(words.trim().toLowerCase());

/** How a trial is made: what is said of it. */
export type Trial = Partial<Pick<Campaign, 'trial' | 'trialMinutes' | 'measure'>>;

const isUnit = (word: string): boolean => delayIn(`1${word}`) !== undefined;

const LONGEST_MINUTES = 30 * 24 * 60;

/** '30% 6h orders', '全部', '4 小时': what it says; the first word that says nothing. */
export function readTrial(words: string): Trial | { unread: string } {
  // a figure and its unit are one word
  const parts = plainly(words)
    .replace(/(\d)\s+(%|\p{L}+)/gu, (typed, digit, unit) => (unit === '%' || isUnit(unit) ? `${digit}${unit}` : typed))
    .split(/[\s,;、·]+/u)
    .filter(Boolean);
  const trial: Trial = {};
  for (const part of parts) {
    const word = part.toLowerCase();
    const share = /^(\d{1,3})%?$/.exec(word)?.[1];
    const measure = MEASURE.get(word);
    const minutes = delayIn(word);
    if (share !== undefined && Number(share) >= 1 && Number(share) <= 100) trial.trial = Number(share);
    else if (meansEverybody(word)) trial.trial = 100;
    else if (measure) trial.measure = measure;
    else if (minutes !== undefined && minutes >= 1 && minutes <= LONGEST_MINUTES) trial.trialMinutes = minutes;
    else return { unread: part };
  }
  return trial;
}
