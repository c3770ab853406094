import { headWords } from '../cut.ts';
import { timeIn } from '../when/time_like.ts';
import { timeWithin } from '../when/times_said.ts';
import { parseWhen, type WhenContext } from '../when/when.ts';
import * as en from './en.ts';
import { promiseIn } from './promise.ts';
import * as zh from './zh.ts';

/** A time that a note names, and whether something was promised for it. */
export interface PromisedTime {
  at: Date;
  promised: boolean;
}

/** Longer words are not looked through for times. */
const LONGEST = 2000;
const MOST_CLAUSES = 20;

/** Whoever notes what was said calls it a promise, or that somebody has to be served by then. */
const NOTED = new RegExp(`${zh.NOTED}|${en.NOTED}`, 'iu');

/** The times in a note of what was said, a clause each, in their order; of a clause without one nothing. Each moment once. */
export function promisedTimes(text: string, context: WhenContext): PromisedTime[] {
  const clauses = headWords(text, LONGEST).split(/[,，;；。.!！?？\n]+(?!\d)/u, MOST_CLAUSES);
  const found: PromisedTime[] = [];
  for (const clause of clauses.map((one) => one.trim()).filter(Boolean)) {
    const said = timeIn(clause);
    const read = parseWhen(clause, context) ?? (said === undefined ? undefined : parseWhen(said, context));
    const at = read ? read.at : timeWithin(clause, context);
    if (!at || read?.others || read?.farOff) continue;
    const promised = NOTED.test(clause) || promiseIn(clause, context) !== undefined;
    if (!found.some((one) => one.at.getTime() === at.getTime())) found.push({ at, promised });
  }
  return found;
}
