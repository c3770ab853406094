import { ASKING, contentOf } from './content.ts';
import { callsForPerson, isOwnCase, isQuestion } from './doubt.ts';

/** What is often asked, by examples of how. */
export interface Often {
  name: string;
  questions: readonly string[];
}

export interface Matched<One extends Often> {
  one: One;
  /** It is that question and nothing else: whoever reads the answer has got theirs. */
  sure: boolean;
}

/** How much of two is alike: from here on an answer is worth proposing. */
const ALIKE = 0.5;
/** So much of the example is in what is asked. */
const COVERED = 0.8;
/** The next best is so much less alike. */
const AHEAD = 0.2;
/** Among more words a keyword says little. */
const MOST_AROUND = 14;

interface Likeness {
  /** From 0 to 1. */
  alike: number;
  /** It holds all of the example. */
  holds: boolean;
  /** It holds most of the example and nothing else. */
  same: boolean;
}

/** Which of these questions somebody's words ask; the most like, undefined: none. */
export function matchOf<One extends Often>(words: string, all: readonly One[]): Matched<One> | undefined {
  const said = contentOf(words);
  if (said.length === 0) return undefined;
  const rated = all
    .map((one) => ({ one, ...best(one.questions.map((question) => likeness(said, contentOf(question)))) }))
    .filter(({ alike, holds }) => alike >= ALIKE || (holds && said.length <= MOST_AROUND))
    .sort((one, other) => other.alike - one.alike);
  const [first, second] = rated;
  if (!first) return undefined;
  const ahead = !second || first.alike - second.alike >= AHEAD;
  return {
    one: first.one,
    sure: first.same && ahead && isQuestion(words) && !callsForPerson(words) && !isOwnCase(words),
  };
}

const NOTHING: Likeness = { alike: 0, holds: false, same: false };

const best = (all: readonly Likeness[]): Likeness =>
  all.reduce((most, one) => (one.alike > most.alike || (one.alike === most.alike && one.same) ? one : most), NOTHING);

function likeness(said: readonly string[], example: readonly string[]): Likeness {
  if (example.length === 0) return NOTHING;
  const [mine, theirs] = [new Set(said), new Set(example)];
  const both = [...mine].filter((piece) => theirs.has(piece));
  if (both.every((piece) => ASKING.has(piece))) return NOTHING;
  const shared = both.length;
  const covered = shared / theirs.size;
  return {
    alike: (2 * shared) / (mine.size + theirs.size),
    holds: covered === 1,
    same: shared === mine.size && covered >= COVERED,
  };
}
