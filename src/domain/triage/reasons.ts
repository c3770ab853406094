import type { Feature } from './features.ts';
import { ideaNamed, topicsOf } from './idea_topics.ts';
import { CLEAR, type Evidence } from './judge.ts';
import { scoresOf, vectorOf } from './linear.ts';
import type { Model } from './model.ts';
import { asWritten, type NormalisedText } from './normalise.ts';
import { signalReasons } from './signals.ts';
import { GREETS, LIGHT, STOP } from './stop_words.ts';
import { labelOf, labelOfKind, labels } from './topics.ts';
import type { TriageLabel } from './triage.ts';
import type { Verdict } from './verdict.ts';

/** A place in the normalised text. */
export interface Span {
  start: number;
  end: number;
}

/** A place that spoke for the verdict. */
export interface Place extends Span {
  /** How it spoke: a rule's phrase, a word for something the verdict is about, or only letters the model has met. */
  by: 'rule' | 'idea' | 'letters';
  /** It is plain enough to be told. */
  clear: boolean;
}

interface Word extends Span {
  text: string;
}

export const MOST_REASONS = 2;

/** Log-odds below which an n-gram says nothing. */
const SPEAKS = 0.12;
/** From here on one is worth telling by itself: what the owner has taught. */
const SHOUTS = 0.6;
/** Longer, and it is a quotation, no reason. */
const LONGEST = 36;
/** Units to either side in which the words around a place are looked for. */
const AROUND = 16;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /\p{Script=Han}/u;
const BREAK = /[\s\p{P}\p{Cc}]/u;

/** The places rules spoke up for the verdict, its own topic first, then the loudest. */
function spokenByRules({ label, topic }: Verdict, evidence: readonly Evidence[]): Place[] {
  const own = (e: Evidence) => (e.to === topic ? 10 : 0) + e.weight;
  const spoke = evidence.filter((e) => e.weight > 0 && labelOf(e.to) === label);
  return spoke
    .toSorted((a, b) => own(b) - own(a))
    .flatMap(({ span, weight }) => (span ? [{ ...span, by: 'rule', clear: weight >= CLEAR }] : []));
}

/** How far a feature leans towards a label, in log-odds against the others. */
function leaning(model: Model, feature: Feature, label: TriageLabel): number {
  const scores = scoresOf(model.weights, vectorOf([feature]));
  const own = scores.filter((_, kind) => labelOfKind[kind] === labels.indexOf(label));
  return Math.max(...own) - scores.reduce((a, b) => a + b) / scores.length;
}

/** Features of the words themselves, by where they stand. */
function wordsByPlace(features: readonly Feature[]): Map<string, Feature> {
  const words = features.filter(({ name, span }) => span && /^(?:w [a-z']+$|zh \p{Script=Han}+$)/u.test(name));
  return new Map(words.map((word) => [`${word.span?.start}-${word.span?.end}`, word]));
}

/** The places whose words the model took for the verdict, the strongest first; an idea only where its own word speaks for the verdict too. */
function spokenByWords({ label }: Verdict, model: Model, features: readonly Feature[]): Place[] {
  const words = wordsByPlace(features);
  const spoke = features.flatMap((feature) => {
    if (feature.span === undefined) return [];
    const weight = leaning(model, feature, label);
    const word = words.get(`${feature.span.start}-${feature.span.end}`);
    const isMeant = topicsOf(ideaNamed(feature.name) ?? '').some((topic) => labelOf(topic) === label);
    const isIdea = isMeant && (word === undefined || leaning(model, word, label) >= SPEAKS);
    const by = isIdea ? ('idea' as const) : ('letters' as const);
    return isIdea || weight >= SPEAKS ? [{ ...feature.span, weight, by, clear: isIdea || weight >= SHOUTS }] : [];
  });
  return spoke.toSorted((a, b) => b.weight - a.weight);
}

/** The places in the text that spoke for the verdict: those of the rules first. */
export function placesFor(
  verdict: Verdict,
  evidence: readonly Evidence[],
  model: Model,
  features: readonly Feature[],
): Place[] {
  return [...spokenByRules(verdict, evidence), ...spokenByWords(verdict, model, features)];
}

/** The whole words of the line that a place touches; Chinese ones as a dictionary tells them apart. */
function wordsAt(text: string, { start, end }: Span): Word[] {
  let from = start;
  let to = end;
  while (from > 0 && start - from < AROUND && !BREAK.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - end < AROUND && !BREAK.test(text.charAt(to))) to += 1;
  const line = text.slice(from, to);
  const words = HAN.test(line)
    ? Array.from(segmenter.segment(line), ({ segment, index }) => ({ segment, index }))
    : Array.from(line.matchAll(/[^\s]+/g), ({ 0: segment, index }) => ({ segment, index }));
  const placed = words.map(({ segment, index }) => ({
    text: segment.replace(/^[^\p{L}\p{N}\p{So}]+|[^\p{L}\p{N}\p{So}]+$/gu, ''),
    start: from + index,
    end: from + index + segment.length,
  }));
  return placed.filter((word) => word.start < end && word.end > start);
}

/** "我的" and "的是" are grammar as much as 我, 的 and 是. */
const isLight = (word: string): boolean =>
  LIGHT.has(word) || (HAN.test(word) && [...word].every((character) => LIGHT.has(character)));

const isBare = ({ text }: Word): boolean => text === '' || isLight(text) || /^\p{N}+$/u.test(text);

/** A number that the next word goes on from without a gap: 二维码, 两步验证. */
const isCount = (word: Word | undefined): boolean => /^[一二两三四五六七八九十]$/.test(word?.text ?? '');

/** How many or how long, of nothing that is named: 五天, 一箱. */
const isAmount = ({ text }: Word): boolean => /^[一二两三四五六七八九十百千半几\d]+\p{Script=Han}$/u.test(text);

/** Without what carries only grammar at either end. */
function trimmed(words: Word[]): Word[] {
  const told = words.findIndex((word) => !isBare(word));
  if (told === -1) return [];
  const first = words.findLastIndex((word, i) => i < told && isCount(word));
  return words.slice(first === -1 ? told : first, words.findLastIndex((word) => !isBare(word)) + 1);
}

/** Enough to tell somebody something: a rule's phrase of two words, or a word that is neither grammar nor everywhere. */
function telling(words: Word[], by: Place['by'], greets: boolean): boolean {
  const said = words.filter((word) => !isBare(word));
  if (said.length === 0) return false;
  if (said.every((word) => STOP.has(word.text) || isAmount(word)))
    return (by === 'rule' && said.length > 1) || (greets && GREETS.has(said[0]!.text));
  const written = said.map(({ text }) => text).join('');
  return written.length >= (HAN.test(written) ? 2 : 3) || /\p{Extended_Pictographic}/u.test(written);
}

/** A place as a phrase worth showing; undefined: none is better. What reads like the code of a signal would mislead. */
function phraseAt(place: Place, of: NormalisedText, greets: boolean): string | undefined {
  const words = place.clear ? trimmed(wordsAt(of.text, place)) : [];
  if (!telling(words, place.by, greets)) return undefined;
  const phrase = asWritten(of, { start: words[0]!.start, end: words.at(-1)!.end });
  const shown = phrase.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  if (shown === '' || shown.length > LONGEST || /[\n,，。;；:!！?？、“”"]/.test(shown)) return undefined;
  return signalReasons.some((code) => code === shown) ? undefined : shown;
}

/** At most two of the places as whole words or phrases, as they stand in the text: none a part of another, none that tells nothing. */
export function reasonsAt(places: readonly Place[], text: NormalisedText, verdict: Verdict): string[] {
  const kept: string[] = [];
  const greets = verdict.topic === 'other/greeting';
  for (const place of places) {
    const phrase = phraseAt(place, text, greets);
    if (!phrase || kept.some((earlier) => earlier.includes(phrase) || phrase.includes(earlier))) continue;
    kept.push(phrase);
    if (kept.length === MOST_REASONS) break;
  }
  return kept;
}
