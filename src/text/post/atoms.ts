import type { PostStyle } from './networks.ts';
import { partsOf } from './parts.ts';

/** What is never cut: a word, an emoji, a link, a hashtag, a number with what belongs to it. */
export interface Atom {
  text: string;
  isLink?: true;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const BLANK = /\s/u;
/** Scripts that put no blank between words, and signs that belong to neither side. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uffef…—]/u;
const NUMBER_END = /[\p{N}\p{Sc}.,:+\-–/@#&]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}%‰\p{Sc}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** So much around a cut tells whether it may be one: a letter and its marks. */
const NEAR = 8;

/** Whether a text may end between these two pieces of it. */
function mayPart(before: string, after: string): boolean {
  const last = [...before].at(-1) ?? '';
  const first = [...after][0] ?? '';
  if (BLANK.test(last) || BLANK.test(first)) return true;
  if (NUMBER_END.test(before) || CLOSING.test(after) || OPENING.test(before)) return false;
  return DENSE.test(last) || DENSE.test(first);
}

/** Words in pieces between which they may be cut. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { segment, index } of words.segment(text)) {
    if (index > from && mayPart(text.slice(Math.max(from, index - NEAR), index), segment.slice(0, NEAR))) {
      pieces.push(text.slice(from, index));
      from = index;
    }
  }
  return from < text.length ? [...pieces, text.slice(from)] : pieces;
}

/** A post as a network shows it, in what must not be cut. `unmarked`: hashtags beyond what it takes, which are plain words there. */
export function atomsOf(
  text: string,
  { tag, closedTags, mostTags }: PostStyle,
  linkFor: (url: string) => string,
): { atoms: Atom[]; unmarked: string[] } {
  const atoms: Atom[] = [];
  const unmarked: string[] = [];
  let tags = 0;
  const last = () => atoms.at(-1)?.text ?? '';
  let isBehindTag = false;
  for (const part of partsOf(text)) {
    // what is read as a part of a hashtag or link ends it no more
    if (isBehindTag && !/^[\s\p{P}]/u.test(part.typed)) atoms.push({ text: ' ' });
    isBehindTag = false;
    if (part.kind === 'words') atoms.push(...piecesOf(part.typed).map((piece) => ({ text: piece })));
    else if (part.kind === 'link') atoms.push({ text: linkFor(part.typed), isLink: true });
    else if (tags < mostTags) {
      tags += 1;
      if (!closedTags && /[\p{L}\p{N}]$/u.test(last())) atoms.push({ text: ' ' });
      atoms.push({ text: tag(part.word) });
      isBehindTag = !closedTags;
    } else {
      unmarked.push(part.word);
      atoms.push({ text: part.word });
    }
  }
  return { atoms, unmarked };
}
