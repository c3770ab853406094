import { english } from './en/index.ts';
import { alike as englishAlike } from './en/alike.ts';
import type { Examples, Meaning } from './meaning.ts';
import { MARK } from './slots.ts';
import { chinese } from './zh/index.ts';
import { alike as chineseAlike } from './zh/alike.ts';

/** A meaning that words are near to, from 0 to 1. */
export interface Near {
  readonly meaning: Meaning;
  readonly score: number;
}

/** How much each kind of part says. */
const WORD = 1;
const MARKED = 0.7;
const PAIR = 0.6;
const SLIP = 0.4;
const SIGN = 0.55;
const TWO_SIGNS = 0.3;
const THREE_SIGNS = 0.2;
/** What no example has: it may be anything. */
const UNKNOWN = 1.6;

interface Example {
  readonly meaning: Meaning;
  /** Anything may stand in it. */
  readonly isOpen: boolean;
  readonly parts: ReadonlyMap<string, number>;
}

export interface Index {
  readonly weights: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly examples: readonly (Example & { readonly whole: number })[];
  /** Which examples have a part. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
  readonly canon: Canon;
}

type Canon = ReadonlyMap<string, string>;

const canonOf = (groups: readonly string[]): Canon =>
  new Map(groups.flatMap((group) => group.split(' ').map((word, _, [first]) => [word, first!] as const)));

const HAN = /\p{Script=Han}/u;
const PIECES = /[\ue001-\ue005]|[a-z0-9\u00c0-\u024f]+|\p{Script=Han}+/gu;
const LONGEST_WORD = 4;

/** The parts of marked words, each with how much one of its kind says. */
function partsOf(text: string, canon: Canon): Map<string, number> {
  const parts = new Map<string, number>();
  let before = '^';
  for (const piece of text.match(PIECES) ?? []) {
    if (HAN.test(piece)) {
      signsOf(piece, canon, parts);
      before = '^';
      continue;
    }
    const word = canon.get(piece) ?? canon.get(stemOf(piece)) ?? stemOf(piece);
    parts.set(word, isMark(word) ? MARKED : WORD);
    parts.set(`${before} ${word}`, PAIR);
    before = word;
    if (piece.length > 4)
      for (let at = 0; at + 4 <= piece.length; at++) parts.set(`~${piece.slice(at, at + 4)}`, SLIP);
  }
  return parts;
}

const isMark = (word: string): boolean => word >= MARK.who && word <= MARK.order;

/** toms and tom, orders and order: what English puts behind a word. */
const stemOf = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word);

function signsOf(run: string, canon: Canon, parts: Map<string, number>): void {
  const signs = [...run];
  for (const at of signs.keys()) {
    for (let length = 1; length <= LONGEST_WORD && at + length <= signs.length; length++) {
      const said = signs.slice(at, at + length).join('');
      const meant = canon.get(said);
      if (meant !== undefined) parts.set(`=${meant}`, WORD);
      if (length === 1) parts.set(said, SIGN);
      else if (length === 2) parts.set(said, TWO_SIGNS);
      else if (length === 3) parts.set(said, THREE_SIGNS);
    }
  }
}

const SLOT = /\{(who|when|money|n|order|goods|words)\}/gu;
const isOpenSlot = (slot: string): boolean => slot === 'goods' || slot === 'words';

export function indexOf(all: Examples, groups: readonly string[]): Index {
  const canon = canonOf(groups);
  const examples: Example[] = Object.entries(all).flatMap(([meaning, said]) =>
    said.split('|').map((sentence) => ({
      meaning: meaning as Meaning,
      isOpen: /\{(?:goods|words)\}/u.test(sentence),
      parts: partsOf(
        sentence.replace(SLOT, (_, slot: string) => (isOpenSlot(slot) ? ' ' : ` ${MARK[slot as keyof typeof MARK]} `)),
        canon,
      ),
    })),
  );
  const meanings = new Map<string, Set<Meaning>>();
  const holding = new Map<string, number[]>();
  for (const [nth, { meaning, parts }] of examples.entries())
    for (const part of parts.keys()) {
      if (!meanings.has(part)) meanings.set(part, new Set());
      meanings.get(part)!.add(meaning);
      if (!holding.has(part)) holding.set(part, []);
      holding.get(part)!.push(nth);
    }
  const count = Object.keys(all).length;
  const weights = new Map([...meanings].map(([part, of]) => [part, Math.log(1 + count / of.size)]));
  const squares = ({ parts }: Example) =>
    [...parts].reduce((sum, [part, kind]) => sum + (kind * weights.get(part)!) ** 2, 0);
  return {
    weights,
    unknown: Math.log(1 + count / 4),
    examples: examples.map((example) => ({ ...example, whole: squares(example) })),
    holding,
    canon,
  };
}

let ofEnglish: Index | undefined;
let ofChinese: Index | undefined;

/** Made when it is first asked for. */
function indexFor(text: string): Index {
  if (!HAN.test(text)) return (ofEnglish ??= indexOf(english, englishAlike));
  return (ofChinese ??= indexOf(chinese, chineseAlike));
}

/** Of a meaning, its nearest examples count most. */
const MOST_EXAMPLES = 3;

/** What marked words are near to, the nearest first. */
export function nearest(text: string, index = indexFor(text)): Near[] {
  const parts = partsOf(text, index.canon);
  // a number or a name alone says nothing
  if ([...parts.keys()].every((part) => /^[\ue001-\ue005\^ ]+$/u.test(part))) return [];
  const shared = new Float64Array(index.examples.length);
  let whole = 0;
  for (const [part, kind] of parts) {
    const weight = index.weights.get(part);
    if (weight === undefined) {
      // of unknown words alone, not of each of their pieces
      if (kind === WORD || kind === SIGN) whole += (kind * UNKNOWN * index.unknown) ** 2;
      continue;
    }
    const square = (kind * weight) ** 2;
    whole += square;
    for (const nth of index.holding.get(part)!) shared[nth]! += square;
  }
  const best = new Map<Meaning, number[]>();
  for (const [nth, both] of shared.entries()) {
    if (both === 0) continue;
    const { meaning, isOpen, whole: ofExample } = index.examples[nth]!;
    const [held, said] = [both / ofExample, both / whole];
    const score = isOpen ? held ** 0.75 * said ** 0.1 : held ** 0.45 * said ** 0.25;
    const scores = best.get(meaning);
    if (scores) scores.push(score);
    else best.set(meaning, [score]);
  }
  return [...best]
    .map(([meaning, scores]) => ({ meaning, score: together(scores) }))
    .sort((one, other) => other.score - one.score || (one.meaning < other.meaning ? -1 : 1));
}

function together(scores: number[]): number {
  const top = scores.sort((one, other) => other - one).slice(0, MOST_EXAMPLES);
  const mean = top.reduce((sum, score) => sum + score, 0) / MOST_EXAMPLES;
  return 0.5 * top[0]! + 0.5 * mean;
}

/** Further away words are something else. */
const FLOOR = 0.42;
/** What is so much further away than the nearest is not meant. */
const BESIDE = 0.6;
const MOST_MEANT = 3;

/** What marked words may mean, the likeliest first; nothing where they are only chat, or near to nothing. */
export function meantBy(text: string, index?: Index): Meaning[] {
  const [first, ...others] = nearest(text, index);
  if (!first || first.score < FLOOR || first.meaning === 'chat') return [];
  const near = others.slice(0, MOST_MEANT - 1).filter(({ score }) => score >= BESIDE * first.score);
  return [first, ...near].flatMap(({ meaning }) => (meaning === 'chat' ? [] : meaning));
}
