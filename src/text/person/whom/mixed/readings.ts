import { plainly } from '../../../plainly.ts';
import type { WhenContext } from '../../../when/format_when.ts';
import { chineseSaid } from './chinese.ts';
import { englishSaid } from './english.ts';
import { filtersOf } from './sets.ts';

const LONGEST = 160;

/**
 * Each way in which plain words for people may be meant, as filters; whoever knows what there is takes the one that can be meant here, and asks
 * where several can. `ask`: even one alone is only near to what was said. Undefined: they are not understood whole.
 */
export function peopleReadings(typed: string, clock: WhenContext): { filters: string[]; ask: boolean } | undefined {
  const words = plainly(typed).trim();
  if (words.length > LONGEST || /\s[-－]\S/u.test(words) || /[:：=<>"“”\n]/u.test(words.replace(/"[^"]*"/gu, '')))
    return undefined;
  const isEnglish = !/\p{Script=Han}/u.test(words) || /^[a-z]{2,}\s[a-z]{2,}\s/iu.test(words);
  const said = isEnglish ? englishSaid(words, clock) : chineseSaid(words, clock);
  return said && filtersOf(said);
}
