import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../../when/format_when.ts';
import { pastSpan } from '../../when/past_span.ts';
import { type Day, fromWallTime } from '../../when/zone.ts';
import { pastDay } from './past_day.ts';

/** When the orders of a list were placed: [from, until), open where an end is missing. */
export interface ListTime {
  from?: Date;
  until?: Date;
}

/** before nov 10, since monday, 11月3日以前. */
const BOUND =
  /^(?:(?<before>before|until|till?|up to)|(?<since>since|from|after|自从?|从))\s?(?<front>\S.*?)(?:起|以来|开始|至今)?$|^(?<back>\S.*?)(?:(?<ago>以前|之前|前)|(?<on>以来|以后|之后|起|后|至今))$/iu;

/** The time that words say which say nothing else; a day without its week or year is the last such. Undefined: they say none. */
export function listTime(words: string, clock: WhenContext): ListTime | undefined {
  const span = pastSpan(words, clock);
  if (span) return span;
  const plain = plainly(words.trim());
  const { timezone } = clock;
  const startOf = (day: Day): Date => fromWallTime({ day, minutes: 0 }, timezone);
  const alone = pastDay(plain, clock);
  if (alone !== undefined) return { from: startOf(alone), until: startOf(alone + 1) };
  const { before, since, front, back, ago } = BOUND.exec(plain)?.groups ?? {};
  const said = (front ?? back)?.trim();
  const day = said === undefined ? undefined : pastDay(said, clock);
  if (day !== undefined) return before || (!since && ago) ? { until: startOf(day) } : { from: startOf(day) };
  const within = said === undefined ? undefined : pastSpan(said, clock);
  if (!within) return undefined;
  return before || (!since && ago) ? { until: within.from } : { from: within.from };
}
