import { head } from '../../cut.ts';
import { pastDay } from '../../money/order/past_day.ts';
import { plainly } from '../../plainly.ts';
import { CHINESE, ENGLISH } from '../festival.ts';
import { saidIn } from '../parse_when.ts';
import { pastSpan } from '../past_span.ts';
import { addMonths, type Day, dateOf, dayOf, fromWallTime, wallTime } from '../zone.ts';

/** Of a name that is less it is something else. */
const LONGEST = 40;
const AROUND =
  /^(?:ever )?(?:since|after|from|as of|before)?\s*(?:the (?:end|start|beginning) of )?(?:the )?|^(?:从|自从?)/iu;
const BEHIND = /(?:[之以]后|[之以]来|过后|过完|后|起|开始|至今|到现在)+$/u;
/** The last day of a season's last month. */
const SEASONS: readonly [RegExp, number][] = [
  [/^(?:spring|开?春天?|春季)$/iu, 5],
  [/^(?:summer|夏天?|暑假|夏季)$/iu, 8],
  [/^(?:autumn|fall|秋天?|秋季)$/iu, 11],
  [/^(?:winter|冬天?|冬季)$/iu, 2],
];
const CALLED: readonly [RegExp, string][] = [
  [/^过完?年$|^年$|^年里$/u, '春节'],
  [/^年初$/u, '今年'],
  [/^(?:xmas)$/iu, 'christmas'],
  [/^过完?(?=\p{L}{2})/u, ''],
];
/** So many days before today a festival is looked for that comes once a year. */
const A_YEAR = 370;

/** How many days ago that ended, or began where it goes on, since when something has not been: since June, since Easter, 过年后, this year. */
export function daysSince(text: string, { today, country }: { today: Day; country: string }): number | undefined {
  const plain = head(plainly(text.trim()), LONGEST).replace(BEHIND, '').replace(AROUND, '').trim();
  const said = CALLED.reduce((words, [called, name]) => words.replace(called, name), plain);
  if (said === '') return undefined;
  const days =
    today - (spanEnd(said, today, country) ?? seasonEnd(said, today) ?? festivalEnd(said, today, country) ?? today);
  return days > 0 ? days : undefined;
}

function spanEnd(said: string, today: Day, country: string): Day | undefined {
  const timezone = 'UTC';
  const now = fromWallTime({ day: today, minutes: 12 * 60 }, timezone);
  const context = { now, timezone, country, locale: 'en' } as const;
  const span = ['', 'since ', 'on '].flatMap((before) => pastSpan(before + said, context) ?? [])[0];
  if (!span) return pastDay(said, context);
  const [from, until] = [span.from, span.until].map((moment) => wallTime(moment, timezone).day) as [Day, Day];
  return until > today ? from : until;
}

function seasonEnd(said: string, today: Day): Day | undefined {
  const month = SEASONS.find(([names]) => names.test(said))?.[1];
  if (month === undefined) return undefined;
  const { year } = dateOf(today);
  const ends = [year, year - 1].map((one) => addMonths(dayOf(one, month, 1)!, 1));
  return ends.find((end) => end <= today);
}

function festivalEnd(said: string, today: Day, country: string): Day | undefined {
  const named = [...ENGLISH, ...CHINESE].find(({ names }) => new RegExp(`^(?:${names})$`, 'iu').test(said));
  if (!named) return undefined;
  const timezone = 'UTC';
  const now = fromWallTime({ day: today - A_YEAR, minutes: 12 * 60 }, timezone);
  const context = saidIn({ now, timezone, country, locale: 'en' });
  const ended = named.day(today - A_YEAR, context)?.day;
  if (ended === undefined) return undefined;
  const next = named.day(ended + 1, context)?.day;
  const last = next !== undefined && next < today ? next : ended;
  return last + named.after < today ? last + named.after : last;
}
