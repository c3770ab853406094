import type { Evidence } from './judge.ts';
import type { NormalisedText } from './normalise.ts';
import { labelOf } from './topics.ts';

/** Something the model can weigh, and where in the normalised text it stands (absent for what no phrase shows). */
export interface Feature {
  name: string;
  value: number;
  span?: { start: number; end: number };
}

const MARKS: readonly (readonly [name: string, occurs: RegExp])[] = [
  ['?', /\?/],
  ['?$', /\?\s*$/],
  ['!', /!/],
  ['0', /\d/],
  ['.$', /[。.]\s*$/],
  ['"', /"/],
  [',', /[,，]/],
  ['☺', /\p{Extended_Pictographic}/u],
  ['¶', /\n/],
];

const HAN = /\p{Script=Han}/u;
const CHINESE_LENGTHS = [4, 8, 14, 24, 40, 80];
const ENGLISH_LENGTHS = [12, 24, 45, 75, 130, 260];

/** Words of a language with blanks: the word, the word pair, and (more softly) the parts of the word, for kin and misspellings. */
function* latin(text: string): Generator<Feature> {
  let before: { word: string; start: number } = { word: '^', start: 0 };
  for (const match of text.matchAll(/[a-z]+(?:'[a-z]+)?|\d+|[?!]+|[^\x20-\x7f]/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = match[0].replace(/\d+/, '0');
    if (/^[\x20-\x7f]/.test(word)) {
      yield { name: `w ${word}`, value: 1, span: { start, end } };
      yield { name: `w ${before.word} ${word}`, value: 0.6, span: { start: before.start, end } };
      for (const part of parts(word)) yield { name: `c ${part}`, value: 0.4 };
    }
    before = { word, start };
  }
}

/** The 3 to 5 letters long parts of a word, its ends marked. */
function* parts(word: string): Generator<string> {
  const marked = `<${word}>`;
  for (let length = 3; length <= 5 && /^[a-z]/.test(word); length++)
    for (let at = 0; at + length <= marked.length && length < marked.length; at++) yield marked.slice(at, at + length);
}

/** Chinese has no blanks: every one, two and three characters in a row that hold a Chinese one, the ends of the text marked. */
function* chinese(text: string): Generator<Feature> {
  const units = [...text.matchAll(/[^\s\p{Cs}]/gu)].map((match) => ({ said: match[0], at: match.index }));
  const marked = [{ said: '^', at: 0 }, ...units, { said: '$', at: text.length }];
  for (let first = 0; first < marked.length; first++)
    for (let length = 1; length <= 3 && first + length <= marked.length; length++) {
      const name = `z ${marked.slice(first, first + length).reduce((all, { said }) => all + said, '')}`;
      const last = marked[first + length - 1]!;
      const span = { start: marked[first]!.at, end: Math.min(text.length, last.at + last.said.length) };
      if (HAN.test(name)) yield { name, value: length === 1 ? 0.7 : 1, span };
    }
}

/** Each feature once (where it first stands), together of length 1, so that a long message speaks no louder than a short one. */
function ofUnitLength(all: Iterable<Feature>): Feature[] {
  const once = new Map<string, Feature>();
  for (const feature of all) if (!once.has(feature.name)) once.set(feature.name, feature);
  const length = Math.hypot(...[...once.values()].map(({ value }) => value)) || 1;
  return [...once.values()].map((feature) => ({ ...feature, value: feature.value / length }));
}

/** What the words are: n-grams of the text. */
export function wordFeatures({ text }: NormalisedText): Feature[] {
  return ofUnitLength([...latin(text), ...(HAN.test(text) ? chinese(text) : [])]);
}

/** How it is said, whatever it is about: marks, length, language. */
export function shapeFeatures({ text }: NormalisedText): Feature[] {
  const han = HAN.test(text);
  const marks = MARKS.filter(([, occurs]) => occurs.test(text)).map(([name]) => `m ${name}`);
  const bounds = (han ? CHINESE_LENGTHS : ENGLISH_LENGTHS).filter((bound) => text.length <= bound);
  const names = [...marks, ...bounds.map((bound) => `l ${bound}`), `* ${han ? 'zh' : 'en'}`];
  return names.map((name) => ({ name, value: 0.3 }));
}

const within = (most: number, value: number) => Math.max(-most, Math.min(most, value));

/** What the rules found, added up per topic and (louder) per label; capped, because rules overlap. */
export function ruleFeatures(evidence: readonly Evidence[]): Feature[] {
  const topics = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const { to, weight } of evidence) {
    topics.set(to, (topics.get(to) ?? 0) + weight);
    labels.set(labelOf(to), (labels.get(labelOf(to)) ?? 0) + weight);
  }
  return [
    ...[...topics].map(([name, sum]) => ({ name: `r ${name}`, value: 0.055 * within(8, sum) })),
    ...[...labels].map(([name, sum]) => ({ name: `R ${name}`, value: 0.14 * within(6, sum) })),
  ];
}
