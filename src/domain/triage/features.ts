import { cuesIn } from './cues.ts';
import { chineseCuesIn } from './cues.zh.ts';
import { ideasOf } from './ideas.ts';
import { chineseIdeas } from './ideas.zh.ts';
import type { Evidence } from './judge.ts';
import type { NormalisedText } from './normalise.ts';
import { LIGHT, STOP } from './stop_words.ts';
import { labelOf } from './topics.ts';

/** Something the model can weigh, and where in the normalised text it stands (absent for what no phrase shows). */
export interface Feature {
  name: string;
  value: number;
  span?: { start: number; end: number };
}

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

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
const LENGTHS = { zh: [4, 8, 14, 24, 40, 80], en: [12, 24, 45, 75, 130, 260] };

/** Against 1 for the words: ideas stand in almost every message. */
const IDEAS_LENGTH = 0.4;

/** Against 1 for the words: there are many of them, and they say nothing of the matter. */
const CONSTRUCTIONS_LENGTH = 0.5;

/** Words of a language with blanks: the word, the word pair (within a sentence), and (more softly) the parts of the word, for kin and misspellings. */
function* latin(text: string): Generator<Feature> {
  let before = { word: '^', start: 0 };
  for (const match of text.matchAll(/[a-z]+(?:'[a-z]+)?|\d+|[?!]+|[.;:\n]+|[^\x20-\x7f]/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = match[0].replace(/\d+/, '0');
    const sentenceEnds = /[.;:\n]/.test(word);
    if (/^[\x20-\x7f]/.test(word) && !sentenceEnds) {
      yield { name: `w ${word}`, value: 1, span: { start, end } };
      yield { name: `w ${before.word} ${word}`, value: 0.6, span: { start: before.start, end } };
      for (const part of parts(word)) yield { name: `c ${part}`, value: 0.4 };
    }
    before = sentenceEnds ? { word: '^', start: end } : { word, start };
  }
}

/** A word that carries grammar stands for itself, any other for its idea: "could you <broke> my <goods>". */
function roleOf(word: string): string {
  if (!/^[a-z]/.test(word) || LIGHT.has(word) || STOP.has(word)) return word;
  return `<${ideasOf(word)[0] ?? ''}>`;
}

/** How a sentence is put together, whatever it is about: roles in a row (two, three; the ends of the text marked), and two with others between them. */
function* constructions(text: string): Generator<Feature> {
  const words = Array.from(text.matchAll(/[a-z]+(?:'[a-z]+)?|\d+|[?!]+/g), ([word]) => word.replace(/\d+/, '0'));
  const roles = ['^', ...words.map(roleOf), '$'];
  for (let at = 0; at + 1 < roles.length; at++) {
    const [first, second, third, fourth] = roles.slice(at, at + 4);
    yield { name: `b ${first} ${second}`, value: 1 };
    if (third !== undefined) yield { name: `t ${first} ${second} ${third}`, value: 1 };
    if (third !== undefined && first !== '^' && third !== '$') yield { name: `s ${first} ${third}`, value: 1 };
    if (fourth !== undefined && first !== '^' && fourth !== '$') yield { name: `s ${first} ${fourth}`, value: 1 };
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
      const name = `zh ${marked.slice(first, first + length).reduce((all, { said }) => all + said, '')}`;
      const last = marked[first + length - 1]!;
      const span = { start: marked[first]!.at, end: Math.min(text.length, last.at + last.said.length) };
      if (HAN.test(name)) yield { name, value: length === 1 ? 0.7 : 1, span };
    }
}

function* englishIdeas(text: string): Generator<{ idea: string; start: number; end: number }> {
  for (const { 0: word, index } of text.matchAll(/[a-z]+(?:'[a-z]+)?/g))
    for (const idea of ideasOf(word)) yield { idea, start: index, end: index + word.length };
}

/** Something bought is counted: "两罐", "3斤". */
const AMOUNT =
  /(?:[一两二三四五六七八九十半几]|\d)+[个只份件套对斤盒包瓶张箱罐袋枚条块杯碗束支本把双棵盆桶坛饼束打枝根节次晚位人间桌捆串筐碟笼缸桶提板扎兜篓幅副台部床听]/u;

/** What the words mean alike, and which of these ideas meet in one message. */
function* ideas(text: string): Generator<Feature> {
  const prefix = HAN.test(text) ? 'zh k' : 'k';
  const met = new Set<string>();
  if (AMOUNT.test(text)) yield { name: `${prefix} amount`, value: 1 };
  for (const cue of HAN.test(text) ? chineseCuesIn(text) : cuesIn(text)) {
    yield { name: `${prefix} ${cue}`, value: 1 };
    for (const other of met) yield { name: `${prefix} ${cue} ${other}`, value: 0.6 };
    met.add(cue);
  }
  for (const { idea, ...span } of HAN.test(text) ? chineseIdeas(text) : englishIdeas(text)) {
    if (met.has(idea)) continue;
    yield { name: `${prefix} ${idea}`, value: 1, span };
    for (const other of met) yield { name: `${prefix} ${[idea, other].toSorted().join(' ')}`, value: 0.6 };
    met.add(idea);
  }
}

/** Each feature once (where it first stands), together of a length, so that a long message speaks no louder than a short one. */
function ofLength(wanted: number, all: Iterable<Feature>): Feature[] {
  const once = new Map<string, Feature>();
  for (const feature of all) if (!once.has(feature.name)) once.set(feature.name, feature);
  const found = [...once.values()];
  const length = Math.sqrt(found.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  for (const feature of found) feature.value = (wanted * feature.value) / length;
  return found;
}

/** What the words are: n-grams of the text, and (softly) how they stand together and the ideas behind them. */
export function wordFeatures({ text }: NormalisedText): Feature[] {
  return [
    ...ofLength(1, [...latin(text), ...(HAN.test(text) ? chinese(text) : [])]),
    ...(HAN.test(text) ? [] : ofLength(CONSTRUCTIONS_LENGTH, constructions(text))),
    ...ofLength(IDEAS_LENGTH, ideas(text)),
  ];
}

/** Whose weights are to judge: a text with any Chinese in it is Chinese. */
export function languageOf({ text }: NormalisedText): Language {
  return HAN.test(text) ? 'zh' : 'en';
}

/** All names of shapes, without their language. */
export const shapeNames = (language: Language): string[] => [
  ...MARKS.map(([name]) => `m ${name}`),
  ...LENGTHS[language].map((bound) => `l ${bound}`),
  '*',
];

/** How it is said, whatever it is about: marks, length, language. */
export function shapeFeatures(of: NormalisedText): Feature[] {
  const { text } = of;
  const language = languageOf(of);
  const marks = MARKS.filter(([, occurs]) => occurs.test(text)).map(([name]) => `m ${name}`);
  const bounds = LENGTHS[language].filter((bound) => text.length <= bound);
  const names = [...marks, ...bounds.map((bound) => `l ${bound}`), '*'];
  return names.map((name) => ({ name: `${language} ${name}`, value: 0.3 }));
}

const within = (most: number, value: number) => Math.max(-most, Math.min(most, value));

/** What the rules found, added up per topic and (louder) per label; capped, because rules overlap. */
export function ruleFeatures(language: Language, evidence: readonly Evidence[]): Feature[] {
  const topics = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const { to, weight } of evidence) {
    topics.set(to, (topics.get(to) ?? 0) + weight);
    labels.set(labelOf(to), (labels.get(labelOf(to)) ?? 0) + weight);
  }
  return [
    ...[...topics].map(([name, sum]) => ({ name: `${language} r ${name}`, value: 0.055 * within(8, sum) })),
    ...[...labels].map(([name, sum]) => ({ name: `${language} R ${name}`, value: 0.14 * within(6, sum) })),
  ];
}
