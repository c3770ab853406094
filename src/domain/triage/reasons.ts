import type { Feature } from './features.ts';
import { explains, ideaNamed, topicsOf } from './idea_topics.ts';
import { CLEAR, type Evidence } from './judge.ts';
import { scoresOf, vectorOf } from './linear.ts';
import type { Model } from './model.ts';
import { asWritten, type NormalisedText } from './normalise.ts';
import { shippedModel } from './shipped.ts';
import { DANGLING, FILLERS, GREETS, LIGHT, STOP } from './stop_words.ts';
import { labelOf, labelOfKind, labels } from './topics.ts';
import { signalReasons, type TriageLabel } from './triage.ts';
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
/** What no rule and no idea knows is told where the owner's corrections made it speak so much louder. */
const SHOUTS = 0.3;
/** Longer, and it is a quotation, no reason. */
const LONGEST = 36;
/** Units to either side in which the words around a place are looked for. */
const AROUND = 16;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /\p{Script=Han}/u;
const BREAK = /[\s\p{P}\p{Cc}]/u;

/** The places rules spoke up for the verdict, its own topic first, then the loudest. What speaks for another topic of the label explains nothing. */
function spokenByRules({ label, topic }: Verdict, evidence: readonly Evidence[]): Place[] {
  const own = (e: Evidence) => (e.to === topic ? 10 : 0) + e.weight;
  const spoke = evidence.filter((e) => e.weight > 0 && labelOf(e.to) === label);
  return spoke
    .toSorted((a, b) => own(b) - own(a))
    .flatMap(({ span, weight, to }) =>
      span ? [{ ...span, by: 'rule', clear: weight >= CLEAR && (to === topic || to === label) }] : [],
    );
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
function spokenByWords({ label, topic }: Verdict, model: Model, features: readonly Feature[]): Place[] {
  const words = wordsByPlace(features);
  const spoke = features.flatMap((feature) => {
    if (feature.span === undefined) return [];
    const weight = leaning(model, feature, label);
    const word = words.get(`${feature.span.start}-${feature.span.end}`);
    const isMeant = topicsOf(ideaNamed(feature.name) ?? '').some((topic) => labelOf(topic) === label);
    const isIdea = isMeant && (word === undefined || leaning(model, word, label) >= SPEAKS);
    const by = isIdea ? ('idea' as const) : ('letters' as const);
    const isTold = isIdea && explains(ideaNamed(feature.name)!, topic);
    const isTaught = () => weight - leaning(shippedModel(), feature, label) >= SHOUTS;
    return isIdea || weight >= SPEAKS ? [{ ...feature.span, weight, by, clear: isTold || isTaught() }] : [];
  });
  return spoke.toSorted((a, b) => b.weight - a.weight);
}

/** The places in the text that spoke for the verdict: those of the rules first, and those of the words only for whoever goes on asking. */
export function* placesFor(
  verdict: Verdict,
  evidence: readonly Evidence[],
  model: Model,
  features: readonly Feature[],
): Generator<Place> {
  yield* spokenByRules(verdict, evidence);
  yield* spokenByWords(verdict, model, features);
}

/** A character a dictionary took for a word, with more behind it (土|鸡蛋), or a number before what it counts (再来两|盒). */
const goesOn = (last: Word, next: Word): boolean =>
  last.end === next.start &&
  HAN.test(next.text) &&
  (/[一二两三四五六七八九十百千几半\d]$/.test(last.text) ||
    (last.text.length === 1 && HAN.test(last.text) && !isBare(last) && !isBare(next)));

const MARKS_BEFORE = /^[^\p{L}\p{N}\p{So}]+/u;
const MARKS_BEHIND = /[^\p{L}\p{N}\p{So}]+$/u;

/** A mark between the groups of a number, as in 3001-A, EU-3001, 12,345; or inside a word: hasn't. */
const JOINED = /^(?:\d[-./_,'\u2010-\u2015][a-z\d]|[a-z][-/_\u2010-\u2015]\d|[a-z]'[a-z])$/u;

/** What parts words stands there; not where it groups a number. */
const parts = (text: string, at: number): boolean =>
  BREAK.test(text.charAt(at)) && !JOINED.test(text.slice(at - 1, at + 2));

/** A number is not cut, or is so long that it is not shown. */
const mostAround = (text: string, at: number): number =>
  /^[a-z\d]{2}$/.test(text.slice(at - 1, at + 1)) ? AROUND + LONGEST : AROUND;

/** Most places of a text stand in the same line, and asking the dictionary is what costs most about a reason. */
let lastLine: { line: string; words: Word[] } = { line: '', words: [] };

/** The words of a line without their marks, by where they stand in it. */
function wordsOf(line: string): Word[] {
  if (lastLine.line !== line) lastLine = { line, words: cutUp(line) };
  return lastLine.words;
}

function cutUp(line: string): Word[] {
  const words = HAN.test(line)
    ? Array.from(segmenter.segment(line), ({ segment, index }) => ({ segment, index }))
    : Array.from(line.matchAll(/[^\s]+/g), ({ 0: segment, index }) => ({ segment, index }));
  return words.map(({ segment, index }) => {
    const bare = segment.replace(MARKS_BEFORE, '');
    const start = index + segment.length - bare.length;
    return { text: bare.replace(MARKS_BEHIND, ''), start, end: start + bare.length };
  });
}

/** The whole words of the line that a place touches; Chinese ones as a dictionary tells them apart. */
function wordsAt(text: string, { start, end }: Span): Word[] {
  let from = start;
  let to = end;
  while (from > 0 && start - from < mostAround(text, from) && !parts(text, from - 1)) from -= 1;
  while (to < text.length && to - end < mostAround(text, to) && !parts(text, to)) to += 1;
  const line = text.slice(from, to);
  const placed = wordsOf(line).map(({ text: word, ...at }) => {
    return { text: word, start: from + at.start, end: from + at.end };
  });
  const touched = placed.filter((word) => word.start < end && word.end > start);
  const last = touched.at(-1);
  const next = last && placed.find((word) => goesOn(last, word));
  return next ? [...touched, next] : touched;
}

/** "我的" and "的是" are grammar as much as 我, 的 and 是. */
const isLight = (word: string): boolean =>
  LIGHT.has(word) || (HAN.test(word) && [...word].every((character) => LIGHT.has(character)));

const isBare = ({ text }: Word): boolean => text === '' || isLight(text) || /^\p{N}+$/u.test(text);

/** A number that the next word goes on from without a gap: 二维码, 两步验证, 一个月. */
const isCount = (word: Word | undefined): boolean => /^[一二两三四五六七八九十几每半]个?$/.test(word?.text ?? '');

/** How many or how long, of nothing that is named: 五天, 一箱, ten minutes. */
const isAmount = ({ text }: Word): boolean =>
  /^(?:[一二两三四五六七八九十百千半几\d]+\p{Script=Han}|\d+(?:am|pm|st|nd|rd|th|x)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|(?:second|min(?:ute)?|hour|hr|day|week|month|year|time)s?)$/u.test(
    text,
  );

/** "有没有" is asked: from its second half on it would be a denial. */
const isHalfAsked = (text: string, { start }: Word): boolean =>
  /(\p{Script=Han})[没不]\1$/u.test(text.slice(Math.max(0, start - 1), start + 2));

/** Without the pronoun a dictionary leaves before a verb (我留), and the particle it leaves behind one (错得, 退给). */
function bared(words: Word[]): Word[] {
  const last = words.length - 1;
  return words.map((word, i) => {
    const before =
      i === 0 ? (/^(?:[我你您他她]们?|咱们?)(?=\p{Script=Han})(?!们$)/u.exec(word.text)?.[0].length ?? 0) : 0;
    const behind =
      i === last &&
      /\p{Script=Han}[得给贵把被让我你不没也都太很个]$/u.test(word.text) &&
      !/[觉值取获记懂]得$/.test(word.text)
        ? 1
        : 0;
    const end = word.start + word.text.length - behind;
    return { text: word.text.slice(before, word.text.length - behind), start: word.start + before, end };
  });
}

/** Without what carries only grammar at either end; what a rule looked for stays whole ("too late to change", 次日达), but for its fillers. */
function trimmed(all: Word[], place: Place, text: string): Word[] {
  const words = bared(all.length > 0 && place.by !== 'rule' && isHalfAsked(text, all[0]!) ? all.slice(1) : all);
  const isOfRule = (word: Word) => place.by === 'rule' && word.start >= place.start && word.end <= place.end;
  const isTold = (word: Word) => !isBare(word) || (isOfRule(word) && word.text !== '' && !FILLERS.has(word.text));
  const told = words.findIndex(isTold);
  if (told === -1) return [];
  const first = words.findLastIndex((word, i) => i < told && isCount(word));
  const end = words.findLastIndex((word) => isTold(word) && !DANGLING.has(word.text)) + 1;
  return bared(words.slice(first === -1 ? told : first, end));
}

/** What gives small words a meaning: "still nothing", "how much", 没有收到. */
const DENIES =
  /n't$|^(?:cant|dont|wont|didnt|hasnt|not|no|never|nothing|nobody|still|again|much|long|too|late|without|back|wrong)$|[没不未多几]/u;

/** An address is no phrase, nor is a part of one. */
const ADDRESS = /https?:|www\.|\.(?:com|cn|net|org|io|ly|co|uk|de|example)\b|@/u;

/** Enough to tell somebody something: a rule's phrase of two words, or a word that is neither grammar nor everywhere. */
function telling(words: Word[], by: Place['by'], greets: boolean): boolean {
  const said = words.filter((word) => !isBare(word));
  if (said.length === 0) return false;
  if (said.every(isAmount)) return false;
  if (said.every((word) => STOP.has(word.text) || isAmount(word)))
    return (
      (by === 'rule' && words.length > 1 && words.some((word) => DENIES.test(word.text))) ||
      (greets && GREETS.has(said[0]!.text))
    );
  // what is left of 你好呀 without its 你 is no greeting
  if (greets && said.length === 1 && HAN.test(said[0]!.text) && said[0]!.text.length < 3) return false;
  const written = said.map(({ text }) => text).join('');
  return written.length >= (HAN.test(written) ? 2 : 3) || /\p{Extended_Pictographic}/u.test(written);
}

/** A word behind "without", "not" or 没 is the opposite of what it tells; a rule has looked at what stands before. */
const isDenied = (text: string, { by, start }: Place): boolean =>
  by === 'idea' &&
  /(?:\b(?:without|not|never|no)\s|n't\s|[不没未别无])$/.test(text.slice(Math.max(0, start - 9), start));

/** A place as a phrase worth showing; undefined: none is better. What reads like the code of a signal would mislead. */
function phraseAt(place: Place, of: NormalisedText, greets: boolean): string | undefined {
  const words = place.clear && !isDenied(of.text, place) ? trimmed(wordsAt(of.text, place), place, of.text) : [];
  if (!telling(words, place.by, greets)) return undefined;
  const [{ start }] = words as [Word];
  const isOrdinal = of.text.charAt(start - 1) === '第';
  const phrase = asWritten(of, { start: isOrdinal ? start - 1 : start, end: words.at(-1)!.end });
  const shown = phrase.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  if (shown === '' || shown.length > LONGEST || ADDRESS.test(shown) || /[\n,，。;；:!！?？、“”"]/.test(shown))
    return undefined;
  return signalReasons.some((code) => code === shown) ? undefined : shown;
}

/** No word tells a friend from a customer; and of a guess only what the owner taught is told. What a signal shows is always told. */
function isWorthTelling({ by }: Place, verdict?: Verdict): boolean {
  if (verdict?.topic === 'other/personal') return false;
  return (verdict?.accepted ?? true) || by === 'letters';
}

/**
 * At most two of the places as whole words or phrases, as they stand in the text: none a part of another, none that tells nothing.
 * `spoken`: there was a place at all.
 */
export function reasonsAt(
  places: Iterable<Place>,
  text: NormalisedText,
  verdict?: Verdict,
): { reasons: string[]; spoken: boolean } {
  const kept: string[] = [];
  let spoken = false;
  const greets = verdict?.topic === 'other/greeting';
  for (const place of places) {
    spoken = true;
    const phrase = isWorthTelling(place, verdict) ? phraseAt(place, text, greets) : undefined;
    if (!phrase || kept.some((earlier) => earlier.includes(phrase) || phrase.includes(earlier))) continue;
    kept.push(phrase);
    if (kept.length === MOST_REASONS) break;
  }
  return { reasons: kept, spoken };
}
