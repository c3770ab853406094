import { peopleSaid } from '../../../../text/person/people_said.ts';
import {
  asPeople,
  type Clause,
  clausesOf,
  coreOf,
  isOnlySigns,
  leavesSomebodyOut,
  type Signs,
  signsIn,
  withoutClause,
  withoutNames,
} from '../../../../text/person/whom/clauses.ts';
import type { Filter } from '../../../people/filter/filter.ts';
import type { CommandContext } from '../../command.ts';
import { readPeople } from '../../people/people_meant.ts';
import { momentOf } from '../../words/moment.ts';
import { type Named, namedIn } from './named_in.ts';
import { either } from './sets.ts';

/** A clause of words to many of which it is not sure that it is for them: it may say who gets them. */
export interface Open {
  clause: string;
  signs: Signs;
  /** Whom it names; null: somebody whom nobody here is called like. */
  whom: Filter | null;
  /** The words without it; '': nothing can be left of them. */
  left: string;
}

const NONE: Signs = { without: false, only: false, also: false, strong: false };
/** What stands in brackets behind people is which of them. */
const NARROWS: Signs = { ...NONE, only: true };

/**
 * The first clause of words to many whose sense is open: it names somebody or something of the house beside a word that leaves out,
 * narrows or adds, or says of somebody that they get nothing. Undefined: all of them are for whoever reads them.
 */
export async function leftOpen(ctx: CommandContext, words: string): Promise<Open | undefined> {
  const clauses = clausesOf(words);
  for (const [nth, clause] of clauses.entries()) {
    const beside = [clauses[nth - 1], clauses[nth + 1]].find((one) => one && isOnlySigns(one.text));
    const found = await openIn(ctx, clause, beside);
    if (!found) continue;
    const { signs, whom, left } = found;
    const uses = beside ? [clause, beside] : [clause];
    const stretch = {
      start: Math.min(...uses.map(({ start }) => start)),
      end: Math.max(...uses.map(({ end }) => end)),
    };
    const rest = left === undefined ? '' : withoutClause(words, stretch, left);
    return { clause: words.slice(stretch.start, stretch.end).trim(), signs, whom, left: rest };
  }
  return undefined;
}

interface Found {
  signs: Signs;
  whom: Filter | null;
  /** What stays of the clause; undefined: that cannot be told. */
  left: string | undefined;
}

async function openIn(ctx: CommandContext, clause: Clause, beside: Clause | undefined): Promise<Found | undefined> {
  const { text, isOpen, narrows } = clause;
  const strong = signsIn(text, false) ?? (beside && signsIn(beside.text, false));
  const named = await namedIn(ctx, text, isOpen || strong !== undefined);
  const people = named.filter((one) => one.isPeople);
  const isAlone = named.length > 0 && withoutNames(text, named) === '';
  const signs = strong ?? (people.length > 0 || isOpen ? signsIn(text, true) : undefined);
  const says = isSaid({ isOpen, isAlone, strong, signs, named, people });
  const core = says || isOpen || strong ? await readWhole(ctx, text, named) : undefined;
  const said = strong ?? (narrows ? NARROWS : (signs ?? NONE));
  if (says) return { signs: said, whom: core ?? whomOf(named), left: core ? '' : withoutNames(text, named) };
  if (core && (strong || isOpen)) return { signs: said, whom: core, left: '' };
  return leavesSomebodyOut(text) ? { signs: strong ?? NONE, whom: null, left: '' } : undefined;
}

/** Whether a clause may say who gets the words. */
function isSaid(said: {
  isOpen: boolean;
  isAlone: boolean;
  strong: Signs | undefined;
  signs: Signs | undefined;
  named: readonly Named[];
  people: readonly Named[];
}): boolean {
  const { isOpen, isAlone, strong, signs, named, people } = said;
  if (people.length > 0 && (signs !== undefined || isOpen || isAlone)) return true;
  return named.length > 0 && (strong !== undefined || isOpen);
}

/** Each of those that are named. */
const whomOf = (named: readonly Named[]): Filter =>
  named.map(({ test }): Filter => ({ any: [[{ not: false, test }]] })).reduce(either);

/** What a clause says as a whole, where plain words say it: 只发买过龙井的. A name counts only where somebody is called so. */
async function readWhole(ctx: CommandContext, text: string, named: readonly Named[]): Promise<Filter | undefined> {
  const core = coreOf(text);
  const moment = momentOf(ctx);
  const said = core === '' ? undefined : asPeople(core).find((one) => peopleSaid(one, moment) !== undefined);
  if (said === undefined) return undefined;
  const read = await readPeople(ctx, said, () => '');
  if ('ask' in read) return undefined;
  const names = named.flatMap(({ test }) => (test.kind === 'name' ? [test.words] : []));
  const isKnown = read.filter.any.flat().every(({ test }) => test.kind !== 'name' || names.includes(test.words));
  return isKnown ? read.filter : undefined;
}
