import { headWords } from '../../cut.ts';
import { timeIn } from '../time_like.ts';
import { timeWithin } from '../times_said.ts';
import { parseWhen, type WhenContext } from '../when.ts';

/** A time that words name, and whether something was promised for it. */
export interface PromisedTime {
  at: Date;
  promised: boolean;
}

/** Longer words are not looked through for times. */
const LONGEST = 2000;
const MOST_CLAUSES = 20;

/** Somebody gave their word, or has to be served by then. */
const PROMISE =
  /答应|说好|约好|约定|承诺|保证|回电|回复|回他|回她|给(?:他|她|对方)?(?:报价|答复|发|寄|打)|之?前(?:要|给|发|送|寄|到)|要在|\b(?:promised?|agreed|will|i['’]?ll|we['’]?ll|call(?:ing)? (?:back|him|her|them)|get back|by|before|until|until then|due|send (?:it|him|her|them)|deliver)\b/iu;

/** The times in what was said, a clause each, in their order; of a clause without one nothing. Each moment once. */
export function promisedTimes(text: string, context: WhenContext): PromisedTime[] {
  const clauses = headWords(text, LONGEST).split(/[,，;；。.!！?？\n]+(?!\d)/u, MOST_CLAUSES);
  const found: PromisedTime[] = [];
  for (const clause of clauses.map((one) => one.trim()).filter(Boolean)) {
    const said = timeIn(clause);
    const read = parseWhen(clause, context) ?? (said === undefined ? undefined : parseWhen(said, context));
    const at = read ? read.at : timeWithin(clause, context);
    if (!at || read?.others || read?.farOff) continue;
    if (!found.some((one) => one.at.getTime() === at.getTime())) found.push({ at, promised: PROMISE.test(clause) });
  }
  return found;
}
