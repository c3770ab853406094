import { numeralCharacters, readChineseNumber } from '../../../../text/money/numerals.ts';
import { narrow } from '../../../../text/normalise.ts';
import { anyOf } from '../../../../text/plainly.ts';
import { typedMeanings, typedWords } from '../../../../text/typed.ts';
import { MOST_QUIET_DAYS } from '../../../sell/pipeline/stage.ts';

/** What is typed of a stage besides its name. */
export interface Figures {
  /** In percent. */
  probability?: number;
  /** Null: never. */
  quietDays?: number | null;
}

const IN_DAYS = { day: 1, week: 7, month: 30 };
const UNITS = typedMeanings<keyof typeof IN_DAYS>(({ stage }) => stage.unit);
const NUMBER = `(?:\\d{1,5}|[${numeralCharacters}]{1,5})`;
const PERCENT = anyOf(typedWords(({ stage }) => stage.percent));
const BEFORE = anyOf(typedWords(({ stage }) => stage.percentBefore));
const NEVER = anyOf(typedWords(({ stage }) => stage.never));
/** What ends the words: a percentage, a number of days, or never. */
const AT_END = new RegExp(
  `(?:^|[\\s,，、;；]|(?<=\\p{Script=Han}))(?:(${NUMBER})\\s?(?:${PERCENT})|(?:${BEFORE})(${NUMBER})|(${NUMBER})\\s?(${anyOf(UNITS.keys())})|(${NEVER}))$`,
  'iu',
);

const numberOf = (typed: string): number => readChineseNumber(typed) ?? Number(typed);

/**
 * The figures at the end of the words, and what stands before them: '样品 30% 5天' is 样品, 30 percent and five days. `outOf`: one is
 * larger than it may be.
 */
export function figuresBehind(words: string): { rest: string; figures: Figures; outOf: boolean } {
  let rest = narrow(words).trim();
  const figures: Figures = {};
  let outOf = false;
  // at most one of each
  for (let nth = 0; nth < 2; nth++) {
    const found = AT_END.exec(rest);
    if (!found) break;
    const [, behind, before, count, unit, never] = found;
    const percent = behind ?? before;
    if (percent !== undefined) {
      if (figures.probability !== undefined) break;
      figures.probability = numberOf(percent);
      outOf ||= figures.probability > 100;
    } else {
      if (figures.quietDays !== undefined) break;
      // after 0 days is never
      const isNever = never !== undefined || numberOf(count!) === 0;
      const days = !isNever ? numberOf(count!) * IN_DAYS[UNITS.get(unit!.toLowerCase())!] : null;
      figures.quietDays = days;
      outOf ||= days !== null && days > MOST_QUIET_DAYS;
    }
    rest = rest.slice(0, found.index).trim();
  }
  return { rest, figures, outOf };
}

/** '60' alone, where a percentage is asked for. */
export function bareNumber(words: string): number | undefined {
  const typed = narrow(words).trim();
  return new RegExp(`^${NUMBER}$`, 'u').test(typed) ? numberOf(typed) : undefined;
}
