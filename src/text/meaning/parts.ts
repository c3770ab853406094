import { MARK } from './slots.ts';

/** How much each kind of part says. */
const WORD = 1;
const MARKED = 0.7;
const PAIR = 0.6;
const SLIP = 0.4;
const SIGN = 0.55;
const TWO_SIGNS = 0.3;
const THREE_SIGNS = 0.2;

/** What stands for a word or for some characters: of those that say the same, the first. */
export type Canon = ReadonlyMap<string, string>;

export const canonOf = (groups: readonly string[]): Canon =>
  new Map(groups.flatMap((group) => group.split(' ').map((word, _, [first]) => [word, first!] as const)));

const HAN = /\p{Script=Han}/u;
const PIECES = /[\ue001-\ue005]|[a-z0-9\u00c0-\u024f]+|\p{Script=Han}+/gu;
const LONGEST_WORD = 4;
const PIECE_OF_WORD = 4;

/** Tells each part of marked words, some more than once, and how much one of its kind says. */
export function eachPart(text: string, canon: Canon, tell: (part: string, kind: number) => void): void {
  let before = '^';
  for (const piece of spelledOut(text).match(PIECES) ?? []) {
    if (HAN.test(piece)) {
      eachSign(piece, canon, tell);
      before = '^';
      continue;
    }
    const word = canon.get(piece) ?? wordOf(piece, canon);
    tell(word, isMark(word) ? MARKED : WORD);
    tell(`${before} ${word}`, PAIR);
    before = word;
    if (piece.length <= PIECE_OF_WORD) continue;
    for (let at = 0; at + PIECE_OF_WORD <= piece.length; at++) tell(`~${piece.slice(at, at + PIECE_OF_WORD)}`, SLIP);
  }
}

const NOT = /\b(has|have|had|did|does|do|is|was|are|were|would|could|should)nt\b/gu;
const WONT = /\bwont\b/gu;
const CANT = /\b(?:cant|cannot)\b/gu;

/** hasnt, wont, cant: the apostrophe is gone already. */
const spelledOut = (text: string): string =>
  text.replace(NOT, '$1 not').replace(WONT, 'will not').replace(CANT, 'can not');

const isMark = (word: string): boolean => word >= MARK.who && word <= MARK.order;

/** toms and tom, orders and order: without what English puts behind a word. */
function wordOf(piece: string, canon: Canon): string {
  if (piece.length <= PIECE_OF_WORD) return piece;
  const end = ['ing', 'ed', 'es', 's'].find((one) => piece.endsWith(one));
  const stem = end === undefined ? piece : piece.slice(0, -end.length);
  return canon.get(stem) ?? stem;
}

function eachSign(run: string, canon: Canon, tell: (part: string, kind: number) => void): void {
  for (let at = 0; at < run.length; at++) {
    const most = Math.min(LONGEST_WORD, run.length - at);
    for (let length = 1; length <= most; length++) {
      const said = run.slice(at, at + length);
      const meant = canon.get(said);
      if (meant !== undefined) tell(`=${meant}`, WORD);
      if (length === 1) tell(said, SIGN);
      else if (length === 2) tell(said, TWO_SIGNS);
      else if (length === 3) tell(said, THREE_SIGNS);
    }
  }
}
