import { detectLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';
import { alike as englishAlike } from './en/alike.ts';
import { english } from './en/index.ts';
import type { Examples, Meaning } from './meaning.ts';
import { type Canon, canonOf, eachPart, SIGN, WORD } from './parts.ts';
import { MARK } from './slots.ts';
import { alike as chineseAlike } from './zh/alike.ts';
import { chinese } from './zh/index.ts';

/** A meaning that words are near to, from 0 to 1. */
interface Near {
  readonly meaning: Meaning;
  readonly score: number;
}

/** All examples of a language by their parts. */
export interface Index {
  readonly canon: Canon;
  /** The numbers of a part's squared weight and its examples. */
  readonly parts: ReadonlyMap<string, number>;
  readonly squares: readonly number[];
  /** Which examples hold a part. */
  readonly holding: readonly (readonly number[])[];
  readonly examples: readonly Example[];
  readonly unknown: number;
}

interface Example {
  readonly meaning: Meaning;
  /** Anything may stand in it. */
  readonly isOpen: boolean;
  /** It names somebody. */
  readonly ofSomebody: boolean;
  /** The squared weights of all its parts. */
  whole: number;
}

/** Of an example that names somebody where nobody is named, or the other way round. */
const OTHERWISE = 0.8;
/** What no example has says so much against all of them. */
const UNKNOWN = 1.6;
const OPEN = /\{(?:goods|words)\}/u;
const SLOT = /\{(who|when|money|n|order|goods|words)\}/gu;

/** A part says the more, the fewer meanings have it. */
export function indexOf(all: Examples, groups: readonly string[]): Index {
  const canon = canonOf(groups);
  const parts = new Map<string, number>();
  const kinds: number[] = [];
  const meanings: number[] = [];
  const lastMeaning: number[] = [];
  const holding: number[][] = [];
  const examples: Example[] = [];
  const entries = Object.entries(all) as [Meaning, string][];
  for (const [nth, [meaning, said]] of entries.entries())
    for (const sentence of said.split('|')) {
      const at = examples.length;
      examples.push({ meaning, isOpen: OPEN.test(sentence), ofSomebody: sentence.includes('{who}'), whole: 0 });
      eachPart(withMarks(sentence), canon, (part, kind) => {
        let id = parts.get(part);
        if (id === undefined) {
          id = parts.size;
          parts.set(part, id);
          kinds.push(kind);
          meanings.push(0);
          lastMeaning.push(-1);
          holding.push([]);
        }
        if (holding[id]!.at(-1) === at) return;
        holding[id]!.push(at);
        if (lastMeaning[id] === nth) return;
        lastMeaning[id] = nth;
        meanings[id]! += 1;
      });
    }
  const squares = kinds.map((kind, id) => (kind * Math.log(1 + entries.length / meanings[id]!)) ** 2);
  for (const [id, having] of holding.entries()) for (const at of having) examples[at]!.whole += squares[id]!;
  return { canon, parts, squares, holding, examples, unknown: Math.log(1 + entries.length / 4) };
}

/** An example as it is compared with what was typed: with marks for what may be anything of its kind. */
export const withMarks = (sentence: string): string =>
  sentence.replace(SLOT, (_, slot: string) => (slot in MARK ? ` ${MARK[slot as keyof typeof MARK]} ` : ' '));

const HAN = /\p{Script=Han}/u;
const INDEXES: Readonly<Record<Locale, () => Index>> = {
  en: () => indexOf(english, englishAlike),
  'zh-CN': () => indexOf(chinese, chineseAlike),
};
const made = new Map<Locale, Index>();

/** Made when it is first asked for. One Chinese character amid what is called otherwise is Chinese: 连whatsapp. */
function indexFor(text: string): Index {
  const language = HAN.test(text) ? 'zh-CN' : (detectLanguage(text) ?? 'en');
  const index = made.get(language) ?? INDEXES[language]();
  made.set(language, index);
  return index;
}

/** A number or a name alone says nothing. */
const ONLY_MARKS = /^[\ue001-\ue005\s\p{P}\p{S}]*$/u;

/** What marked words are near to, the nearest first. */
export function nearest(text: string, index?: Index): Near[] {
  if (ONLY_MARKS.test(text)) return [];
  const { canon, parts, squares, holding, examples, unknown } = index ?? indexFor(text);
  const shared = new Float64Array(examples.length);
  const seen = new Set<string>();
  let whole = 0;
  eachPart(text, canon, (part, kind) => {
    if (seen.has(part)) return;
    seen.add(part);
    const id = parts.get(part);
    if (id !== undefined) {
      whole += squares[id]!;
      for (const at of holding[id]!) shared[at]! += squares[id]!;
      // of unknown words alone, not of each of their pieces
    } else if (kind === WORD || kind === SIGN) whole += (kind * UNKNOWN * unknown) ** 2;
  });
  const near: Near[] = [];
  let scores: number[] = [];
  const ofSomebody = text.includes(MARK.who);
  for (const [at, example] of examples.entries()) {
    const { meaning } = example;
    if (shared[at]! > 0) {
      const [held, said] = [shared[at]! / example.whole, shared[at]! / whole];
      const score = example.isOpen ? held ** 0.75 * said ** 0.1 : held ** 0.45 * said ** 0.25;
      scores.push(example.ofSomebody === ofSomebody ? score : score * OTHERWISE);
    }
    if (examples[at + 1]?.meaning === meaning) continue;
    if (scores.length > 0) near.push({ meaning, score: together(scores) });
    scores = [];
  }
  return near.sort((one, other) => other.score - one.score || (one.meaning < other.meaning ? -1 : 1));
}

/** Of a meaning, its nearest examples count most. */
const MOST_EXAMPLES = 3;

function together(scores: number[]): number {
  const top = scores.sort((one, other) => other - one).slice(0, MOST_EXAMPLES);
  return (top[0]! + top.reduce((sum, score) => sum + score, 0) / MOST_EXAMPLES) / 2;
}

/** Further away words are something else. */
const FLOOR = 0.42;
/** Who names somebody wants something of them: chat does so seldom. */
const FLOOR_NAMED = 0.3;
/** What is so much further away than the nearest is not meant. */
const BESIDE = 0.6;
const MOST_MEANT = 3;

/** What marked words may mean, the likeliest first; nothing where they are only chat, or near to nothing. */
export function meantBy(text: string, index?: Index): Meaning[] {
  const [first, ...others] = nearest(text, index);
  if (!first || first.score < (text.includes(MARK.who) ? FLOOR_NAMED : FLOOR) || first.meaning === 'chat') return [];
  const near = others.slice(0, MOST_MEANT - 1).filter(({ score }) => score >= BESIDE * first.score);
  return [first, ...near].flatMap(({ meaning }) => (meaning === 'chat' ? [] : meaning));
}
