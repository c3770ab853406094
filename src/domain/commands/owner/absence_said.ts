import { isUnsure } from '../../../text/sentence/doubt.ts';
import { texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { namesNextDay } from '../../../text/when/stretch.ts';
import type { WhenContext } from '../../../text/when/when.ts';
import { readAbsence } from './absence_read.ts';

/** A day of the year that is over for longer than a month is not the one that was meant. */
const YEAR_LESS_MONTH_MS = (365 - 31) * 24 * 3_600_000;

/**
 * How an absence is said in a sentence, as /away reads it: the time in the words, without what stands behind it, as that would be told
 * to every customer. A day of which a sentence says that nobody is there is the absence, and not its end. Undefined: no time, or it is
 * denied, asked or supposed.
 */
export function absenceSaid(moment: WhenContext, words: string): string | undefined {
  const said = words.trim();
  const read = isUnsure(said) ? undefined : readAbsence(moment, said);
  if (!read) return undefined;
  const rest = 'rest' in read ? read.rest.trim() : '';
  if (!said.endsWith(rest) || namesNextDay(rest, moment)) return undefined;
  const time = said.slice(0, said.length - rest.length).trim();
  const shown = (at: Date) => formatWhen(at, moment);
  if (!read.until) return time;
  const begins = read.itself?.from ?? ('startsAt' in read ? read.startsAt : undefined);
  // of those that lie ahead only one can be meant: its year is said, and nothing asked
  if (read.farOff && begins && begins.getTime() - moment.now.getTime() < YEAR_LESS_MONTH_MS)
    return `${shown(begins)} – ${shown(read.itself?.until ?? read.until)}`;
  if (!read.itself) return time;
  const { from, until, isDay } = read.itself;
  return isDay ? texts(moment.locale).away.wholeDay(time) : `${shown(from)} – ${shown(until)}`;
}
