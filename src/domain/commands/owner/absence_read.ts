import { plainly } from '../../../text/plainly.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { boundBefore } from '../../../text/when/hedge.ts';
import { countedFrom, type FestivalAway, festivalAway } from '../../../text/when/named_festival.ts';
import { parseFrom } from '../../../text/when/parse_from.ts';
import { parseRange } from '../../../text/when/parse_range.ts';
import { parseSpan } from '../../../text/when/parse_span.ts';
import { listedDays, type Stretch, stretchNamed } from '../../../text/when/stretch.ts';
import { parseWhenFirst, type When, type WhenContext } from '../../../text/when/when.ts';

/** An absence until a time; it begins at `startsAt` if that is given, otherwise now. */
export interface Until {
  startsAt?: Date;
  until: Date;
  rest: string;
  /** `until` by other clocks. */
  others?: Date[];
  /** Its dates have no year and are far ahead: those just past may be meant. */
  farOff?: true;
  /** The word that leaves its hour open, as it was typed: 'after' in tomorrow after 3. */
  bound?: string;
  /** The whole of the day or evening that was named, where it was not said to be the end. */
  itself?: Stretch;
}

/** A festival was named, and not whether the absence ends or is then. */
export interface Around {
  until?: undefined;
  festival: FestivalAway;
}

/** An absence as it was typed; without `until` it was said only when it begins. */
export type Read = Until | { startsAt: Date; until?: undefined; rest: string; farOff?: true };

/** From one time to another, from one on, or until one. */
export function readAbsence(moment: WhenContext, words: string): Read | Around | undefined {
  const range = parseRange(words, moment);
  if (range) return { startsAt: range.from, until: range.until, rest: range.rest, ...farOffOf(range) };
  const listed = listedDays(words, moment);
  if (listed) return { startsAt: listed.from, until: listed.until, rest: listed.rest };
  const begun = parseFrom(words, moment);
  if (begun) {
    const { from: startsAt, until, rest } = begun;
    return { startsAt, rest, ...farOffOf(begun), ...(until && { until }) };
  }
  const span = parseSpan(words, moment);
  if (span) return { startsAt: span.from, until: span.until, rest: span.rest };
  const when = readUntil(moment, words);
  const rest = when?.rest.replace(RETURNS, '');
  const isEnd = when && (!when.dateOnly || (rest !== when.rest && !HOME.test(when.rest)));
  const festival = isEnd ? undefined : (festivalAway(words, moment) ?? countedFestival(moment, words, when));
  if (festival) return { festival };
  if (!when || rest === undefined) return undefined;
  const itself = rest === when.rest ? stretchNamed(words, moment) : undefined;
  const bound = boundBefore(plainly(words.slice(0, words.length - when.rest.length)));
  return { ...when, until: when.at, rest, ...(itself && { itself }), ...(bound && { bound }) };
}

const farOffOf = ({ farOff }: { farOff?: true }) => (farOff ? { farOff } : {});

/** 圣诞前两天 may be those two days, that day, or the end. */
function countedFestival(moment: WhenContext, words: string, when: When | undefined): FestivalAway | undefined {
  const said = when?.dateOnly ? words.slice(0, words.length - when.rest.length) : '';
  return when && !UNTIL.test(words) ? countedFrom(said, when.at, when.rest, moment) : undefined;
}

/** Said of the time, not to customers: 明天回来, Friday back. */
const RETURNS =
  /^(?:才|就|再)?(?:(?:回来|返回|回店|回国|回家|上班|恢复|开门|营业|为止|止|回)(?=$|[\s,，。.;；!！])|(?:(?:i['’]?m|i am|i['’]?ll be|i will be)\s)?(?:back|returning|inclusive)(?=$|[,.;!]))[\s,，。.;；!！]*/iu;

/** With a festival this is where somebody goes, and not when they return. */
const HOME = /^(?:回家|回国)/u;

const UNTIL = /^(until|till|for|直到|到)\s*/i;

/** A time, without the word that makes it an end. */
export const withoutUntil = (words: string): string => words.replace(UNTIL, '');

/** A length is as good as a time here: '3d', '2 weeks', '3天'; so is what people put before a time. */
function readUntil(moment: WhenContext, words: string): When | undefined {
  const said = words
    .replace(/^(?:(?:i['’]?ll be |i am |i['’]?m )?back (?=\S)|回来[:：]?\s*(?=\S))/i, '')
    .replace(UNTIL, '');
  return parseWhenFirst(fromNow(said), moment);
}
