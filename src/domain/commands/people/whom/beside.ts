import { mayLeaveOut } from '../../../../text/person/people_said.ts';
import type { Filter, Term, Test } from '../../../people/filter/filter.ts';
import { printFilter } from '../../../people/filter/filter_parse.ts';
import { countMatching } from '../../../people/matching.ts';
import type { Button } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';

/** What a test means here; undefined: nobody and nothing. */
type Known = (test: Test) => Promise<Test | undefined>;

const isName = (term: Term | undefined): term is Term & { test: { kind: 'name' } } => term?.test.kind === 'name';

const calls = async ({ tx, now }: CommandContext, words: string): Promise<boolean> =>
  (await countMatching(tx, { any: [[{ not: false, test: { kind: 'name', words } }]] }, now)) > 0;

/** Names that stand side by side are one where somebody is called so. */
async function joinedNames(ctx: CommandContext, terms: readonly Term[]): Promise<Term[]> {
  const left: Term[] = [];
  for (const term of terms) {
    const before = left.at(-1);
    const words = isName(before) && isName(term) && !term.not ? `${before.test.words} ${term.test.words}` : undefined;
    if (before && words !== undefined && (await calls(ctx, words)))
      left[left.length - 1] = { not: before.not, test: { kind: 'name', words } };
    else left.push(term);
  }
  return left;
}

/**
 * '-Bob Smith' leaves out Bob Smith. `near`: nobody is called so, and whether whoever stands behind who is left out is left out too, or is who is
 * meant, is asked.
 */
export async function signsBeforeNames(
  ctx: CommandContext,
  { any }: Filter,
): Promise<{ filter: Filter } | { near: Filter[] }> {
  const groups: Term[][] = [];
  for (const terms of any) groups.push(await outBeforeNames(ctx, terms));
  const isOpen = (terms: readonly Term[]) =>
    terms.some((term, nth) => isName(term) && term.not && isOneWord(term) && isFollowing(terms[nth + 1]));
  if (!groups.some(isOpen)) return { filter: { any: groups } };
  const as = (read: (terms: readonly Term[]) => Term[]): Filter => ({
    any: groups.map((terms) => (isOpen(terms) ? read(terms) : terms)),
  });
  return { near: [as(allOut), as((terms) => [...terms].sort((one, other) => Number(one.not) - Number(other.not)))] };
}

const isOneWord = ({ test }: Term): boolean => test.kind === 'name' && !test.words.includes(' ');
const isFollowing = (term: Term | undefined): boolean => isName(term) && !term.not && isOneWord(term);

async function outBeforeNames(ctx: CommandContext, terms: readonly Term[]): Promise<Term[]> {
  const isSigned = terms.some((term, nth) => isName(term) && term.not && isFollowing(terms[nth + 1]));
  if (!isSigned) return [...terms];
  const first = terms.findIndex((term) => term.not);
  return [...terms.slice(0, first), ...(await joinedNames(ctx, terms.slice(first)))];
}

function allOut(terms: readonly Term[]): Term[] {
  let isOut = false;
  return terms.map((term) => {
    isOut = isName(term) && (term.not || (isOut && isFollowing(term)));
    return { ...term, not: term.not || isOut };
  });
}

/** Whether a word that nobody is called stands in front of somebody, or beside everybody: without it they may be the opposite of who is meant. */
export const standsBefore = ({ any }: Filter, word: string, isEverybody: (word: string) => boolean): boolean =>
  any.some((terms) => {
    const at = terms.findIndex(({ test }) => test.kind === 'name' && test.words === word);
    if (at < 0 || terms.length === 1) return false;
    const hasAll = terms.some(({ test }) => test.kind === 'name' && isEverybody(test.words));
    return hasAll || at < terms.length - 1 || mayLeaveOut(word);
  });

/** Those in front of that word without those behind it, and how many they are. */
export async function withoutThose(
  ctx: CommandContext,
  { any }: Filter,
  word: string,
  {
    isEverybody,
    known,
    again,
  }: { isEverybody: (word: string) => boolean; known: Known; again: (words: string) => string },
): Promise<Button[]> {
  const [terms] = any;
  const at = terms?.findIndex(({ test }) => test.kind === 'name' && test.words === word) ?? -1;
  if (!terms || any.length > 1 || at < 0) return [];
  const front = terms.slice(0, at).filter(({ test }) => test.kind !== 'name' || !isEverybody(test.words));
  const behind = await joinedNames(ctx, terms.slice(at + 1));
  if (at === 0 || behind.length !== 1 || behind[0]!.not) return [];
  const tests: Term[] = [];
  for (const term of [...front, ...behind]) {
    const test = await known(term.test);
    if (!test) return [];
    tests.push({ not: term.not, test });
  }
  const filter: Filter = { any: [[...tests.slice(0, -1), { not: true, test: tests.at(-1)!.test }]] };
  const count = await countMatching(ctx.tx, filter, ctx.now);
  return [{ label: ctx.t.filter.found(count, printFilter(filter, ctx.locale)), command: again(printFilter(filter)) }];
}
