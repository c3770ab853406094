import { englishCounted, englishFestivals } from '../festival.ts';
import { WORKDAY, workdayAfter, workdayOfWeek } from '../repeat/workday.ts';
import { addMonths, type Day, dateOf, dayOf } from '../zone.ts';
import {
  type Anchor,
  absolute,
  dateInMonth,
  endOfMonth,
  monthly,
  NO_DATE,
  numeric,
  once,
  type Said,
  slashed,
  weekdayInMonth,
  weekdayOf,
  weekend,
  weekly,
  yearly,
} from './anchor.ts';
import {
  clock,
  FIGURES,
  figuresHour,
  inPart,
  isHourForYear,
  military,
  minutesIn,
  minutesTo,
  NO_SUM,
  sameTime,
  usualHour,
  written,
} from './clock_en.ts';
import { ENGLISH_HOURS, ENGLISH_SHIFTS } from './hours_from.ts';
import { daysIn, monthNumber, negative, partOfDays, positive, read, weekdayIndex, words } from './number_en.ts';
import type { Grammar } from './when_grammar.ts';

const amount = `([1-7]/[2-8]|\\d{1,3} ?[½¼¾]|[½¼¾]|(?:\\d{1,3}[ -])[1-7]/[2-8]|\\d{1,4}(?:\\.\\d)?|${words.slice(1).join('|')}|half an?|half|(?:a |three )quarters?(?: of an?)?|an?|a couple of)`;
const spanUnit = '(minutes?|mins?|min|hours?|hrs?|hr|h|m)';
const hoursAndMinutes = `(\\d{1,2}|an|${words.slice(1).join('|')}) ?(?:h|hrs?|hours?)(?: ?, ?| )?(?:and )?(\\d{1,2}|five|ten|fifteen|twenty(?:[- ]five)?|thirty|forty[- ]five) ?(?:m|mins?|minutes?)(?![a-z])`;
const dayUnit = '(days?|weeks?|fortnights?|months?|years?|d|w)';
const weekday = '((?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)';
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const date = '(\\d{1,2})(?:st|nd|rd|th)?';
/** No year, but an hour: 3 Dec 1930 is half past seven; nobody plans for 2360. */
const year = '((?!(?:[01]\\d|2[0-3])[0-5][05](?!\\d))(?:1\\d|20)\\d{2}|20(?!00)\\d{2})';
const hourWord = `(\\d{1,2}|${words.slice(1).reverse().join('|')})`;
const nth = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const workday = '(?:working|business|work)[ -]?day';
/** half nine tickets counts. */
const noThings = '(?! [a-z]+s\\b)';
/** Behind a date without its month: at 10, at noon, in the morning. */
const atHour = '|,? (?:at (?:\\d|noon|midday|half|quarter)|noon\\b|midday\\b|in the (?:morning|afternoon|evening))';
const dayPart = '(morning|afternoon|evening|night)';

function rule(pattern: string): RegExp {
  return new RegExp(`^${pattern}`, 'i');
}

function spanMinutes(count: string, unit: string): number {
  return read(count) * (/^h/i.test(unit) ? 60 : 1);
}

function afterDays(today: Day, count: number, unit: string): Anchor | undefined {
  const letter = unit[0]!.toLowerCase();
  if (!(count > 0)) return undefined;
  if (letter === 'y') return once(addMonths(today, Math.round(count * 12)));
  if (count % 1 !== 0) return undefined;
  if (letter === 'm') return once(addMonths(today, count));
  return once(today + count * ({ f: 14, w: 7 }[letter] ?? 1));
}

function monthDate(said: Said, match: RegExpExecArray, month: string, date: string): Anchor | undefined {
  const [named, year] = [monthNumber(month), match[3]];
  if (year === undefined) return yearly(said.day, named, Number(date));
  return isHourForYear(match, year, said) ? undefined : absolute(Number(year), named, Number(date));
}

/** The first is 1; the last 0. */
function placeOf(nth: string): number {
  const place = ['la', 'fi', 'se', 'th', 'fo'].indexOf(nth.slice(0, 2).toLowerCase());
  return place >= 0 ? place : Number(nth[0]);
}

/** The first Monday in December, the last Friday of the month. */
function nthOf(today: Day, nth: string, day: string | undefined, named: string | undefined, which: string | undefined) {
  const count = placeOf(nth);
  const of = named ? { month: monthNumber(named) } : { ahead: which?.toLowerCase() === 'next' ? 1 : 0 };
  return weekdayInMonth(today, of, day === undefined ? WORKDAY : weekdayIndex(day), count);
}

/** With minutes behind a colon, or a point: 9.30. */
const minutes = '(?:(?::|\\.(?=[0-5]\\d(?![\\d.%])))(\\d{2}))?';
const time = `(\\d{1,2})(?!\\d)${minutes}\\s?(?:([ap])\\.?m\\.?)?`;

/** tomorrow 10am, in 2 hours, next monday 9am, on 3 Dec 14:00, 2026-12-03 14:00, noon, end of month. */
export const english: Grammar = {
  offsets: [
    [/^(?:the )?day (after|before) (?!tomorrow\b)/i, (m) => (/^a/i.test(m[1]!) ? 1 : -1)],
    [rule(`${amount} (days?|weeks?|fortnights?) (?:from|after|on) `), (m) => daysIn(m[1]!, m[2]!)],
    [rule(`${amount} (weeks?|fortnights?) (?=today\\b|tomorrow\\b|${weekday})`), (m) => daysIn(m[1]!, m[2]!)],
    [rule(`${amount} (days?|weeks?|fortnights?) before `), (m) => negative(daysIn(m[1]!, m[2]!))],
  ],
  shifts: [
    [/^ week\b(?! ?end)/i, () => 7],
    [/^ after next\b/i, () => 7],
  ],
  hourOffsets: ENGLISH_HOURS,
  hourShifts: ENGLISH_SHIFTS,
  until: /^/,
  filler: /^(?:(?:on|by|before|around|from)\s{1,3})/i,
  spans: [
    [rule(`in ${hoursAndMinutes}`), (m) => read(m[1]!) * 60 + minutesIn(m[2]!)],
    [rule(`${hoursAndMinutes} (?:later|from now)`), (m) => read(m[1]!) * 60 + minutesIn(m[2]!)],
    [
      rule(`in (an|one|\\d{1,2}) hours? and ((?:a |three )quarters?)(?: of an hour)?`),
      (m) => (read(m[1]!) + read(m[2]!)) * 60,
    ],
    [rule('in (an|one|\\d{1,2}) (?:hours? )?and a half(?: hours?)?'), (m) => (read(m[1]!) + 0.5) * 60],
    [rule(`in ${amount} ?${spanUnit}(?: from now)?`), (m) => positive(spanMinutes(m[1]!, m[2]!))],
    [rule(`${amount} ?${spanUnit} (?:later|from now)`), (m) => positive(spanMinutes(m[1]!, m[2]!))],
    [rule(`in ${amount} ?(days?|weeks?|d)`), (m) => partOfDays(m[1]!, m[2]!)],
    [rule(`${amount} ?(days?|weeks?|d) (?:later|from now)`), (m) => partOfDays(m[1]!, m[2]!)],
  ],
  days: [
    [
      rule(`(?:in )?${amount} (months?|years?) (?:from|after) (today|tomorrow)`),
      (m, today) => afterDays(today + (/^tom/i.test(m[3]!) ? 1 : 0), read(m[1]!), m[2]!),
    ],
    [
      rule(`(?:the )?${nth} ${weekday} (?:in|of) (?:${month}|(next|this|the)? ?month)`),
      (m, today) => nthOf(today, m[1]!, m[2]!, m[3], m[4]),
    ],
    [
      rule(`(?:the )?${nth} ${workday} (?:(?:in|of) )?(?:${month}|(next|this|the)? ?month)`),
      (m, today) => nthOf(today, m[1]!, undefined, m[2], m[3]),
    ],
    [
      rule(`(?:the )?${nth} (?:${workday}|weekday) (?:(?:in|of) )?(?:(next|this|the) )?week`),
      (m, today) => once(workdayOfWeek(today, /^next/i.test(m[2] ?? '') ? 1 : 0, placeOf(m[1]!) || -1)),
    ],
    [rule(`(?:the )?next (?:${workday}|weekday)`), (_, today) => once(workdayAfter(today, 1))],
    [rule(`in ${amount} ${workday}s?`), (m, today) => once(workdayAfter(today, read(m[1]!)))],
    [rule(`${amount} ${workday}s? (?:later|from (?:now|today))`), (m, today) => once(workdayAfter(today, read(m[1]!)))],
    [rule('today'), (_, today) => once(today)],
    [rule('(?=toni(?:ght|te)\\b)'), (_, today) => once(today)],
    [rule(`this (?=${dayPart})`), (_, today) => once(today)],
    [rule('(?:the )?day after tomorrow'), (_, today) => once(today + 2)],
    [rule('(?:tomorrow|tomorow|tommorow|tommorrow|tomoro|2morrow|2moro|tmrw|tmr|tmw)'), (_, today) => once(today + 1)],
    [rule(`in ${amount} ?${dayUnit}(?: from now)?`), (m, today) => afterDays(today, read(m[1]!), m[2]!)],
    [rule(`${amount} ?${dayUnit} (?:later|from now)`), (m, today) => afterDays(today, read(m[1]!), m[2]!)],
    [rule(`${weekday} in ${amount} (weeks?|fortnights?)`), (m, today) => weekOf(today, daysIn(m[2]!, m[3]!), m[1]!)],
    [rule(`${weekday},? (?:of )?next week`), (m, today) => weekdayOf(today, 1, weekdayIndex(m[1]!))],
    [rule(`next week,? (?:on )?${weekday}`), (m, today) => weekdayOf(today, 1, weekdayIndex(m[1]!))],
    [rule(`next ${weekday}`), (m, today) => weekdayOf(today, 1, weekdayIndex(m[1]!))],
    [rule(`this ${weekday}`), (m, today) => weekdayOf(today, 0, weekdayIndex(m[1]!))],
    [rule('(?:this |(?:at )?the )?weekend'), (_, today) => weekend(today)],
    [rule('next weekend'), (_, today) => weekdayOf(today, 1, 5)],
    [rule('next week'), (_, today) => weekdayOf(today, 1, 0)],
    [rule('(?:the )?week after next'), (_, today) => weekdayOf(today, 2, 0)],
    [rule('(?:eow|(?:the )?end of (?:the |this )?week)\\b'), (_, today) => weekdayOf(today, 0, 4)],
    [rule('(?:the )?end of next week\\b'), (_, today) => weekdayOf(today, 1, 4)],
    [
      rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th) of (next|this|the) month'),
      (m, today) => dateInMonth(today, /^next/i.test(m[2]!) ? 1 : 0, Number(m[1])),
    ],
    [rule('next month'), (_, today) => dateInMonth(today, 1, 1)],
    [rule('(?:the )?end of next month'), (_, today) => endOfMonth(today, 1)],
    [rule('(?:(?:the )?end of (?:the |this )?month|eom|month[- ]end)'), (_, today) => endOfMonth(today, 0)],
    [
      rule('(?:(?:the )?end of (?:the |this )?year|eoy|year[- ]end)\\b'),
      (_, today) => once(dayOf(dateOf(today).year, 12, 31)),
    ],
    [rule('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})'), (m) => numeric(m[1]!, m[2]!, m[3]!, m[4]!)],
    [rule(`${month} ${date}(?:,? ${year})?(?! ?:)`), (m, _, said) => monthDate(said, m, m[1]!, m[2]!)],
    [rule(`${month} ${date}(?= 20[0-5][05](?!\\d))`), (m, today) => yearly(today, monthNumber(m[1]!), Number(m[2]))],
    [rule(`(?:the )?${date} (?:of )?${month}(?:,? ${year})?`), (m, _, said) => monthDate(said, m, m[2]!, m[1]!)],
    [
      rule(`(?:the )?${date} (?:of )?${month}(?= 20[0-5][05](?!\\d))`),
      (m, today) => yearly(today, monthNumber(m[2]!), Number(m[1])),
    ],
    [rule('(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?!\\d)'), (m, _, said) => slashed(m[1]!, m[2]!, said, m[3])],
    [rule(`${NO_DATE}(\\d{1,2})/(\\d{1,2})(?![/\\d.])`), (m, _, said) => slashed(m[1]!, m[2]!, said)],
    [rule('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)'), (m) => absolute(Number(m[3]), Number(m[2]), Number(m[1]))],
    [rule('(\\d{1,2})\\.(\\d{1,2})\\.(?!\\d)'), (m, today) => yearly(today, Number(m[2]), Number(m[1]))],
    [
      rule(
        `(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?=$|,? (?:at )?(?:\\d{1,2}(?::|\\s?[ap]m)|[012]\\d[0-5][05](?!\\d))${atHour})`,
      ),
      (m, today) => monthly(today, Number(m[1])),
    ],
    // "sat" and "sun" are words of their own: as days only before a time of day.
    [rule('(sat|sun)(?=\\s?[)\\]])'), (m, today) => weekly(today, weekdayIndex(m[1]!))],
    [rule('(sat|sun)(?= (?:at )?\\d{1,2}(?::|\\s?[ap]m))'), (m, today) => weekly(today, weekdayIndex(m[1]!))],
    [rule(`(?!(?:sat|sun)\\b)(?:coming )?${weekday}`), (m, today) => weekly(today, weekdayIndex(m[1]!))],
  ],
  leadingDays: [],
  feasts: englishFestivals,
  countedFrom: englishCounted,
  clocks: [
    [
      rule(`(?:at )?(?:this|(?:the )?same) time(?= (?:tomorrow|next|on|in|${weekday})\\b)`),
      (_, __, said) => sameTime(said),
    ],
    [
      rule(`(?:at |around )?(\\d{1,2})${minutes}\\s?([ap])?\\.?m?\\.?\\s?-?ish\\b`),
      (m) => clock(Number(m[1]), Number(m[2] ?? 0), m[3]),
    ],
    [rule('(?:at |around )?(?:(?:12|twelve) )?(?:noon|midday)(?:\\s?-?ish)?'), () => ({ hour: 12, minute: 0 })],
    [rule('(?:at )?(?:12|twelve) midnight'), () => ({ hour: 24, minute: 0 })],
    [
      rule('first thing(?: in the morning)?(?! (?:is|was|to|that)\\b)'),
      () => ({ hour: usualHour.morning!, minute: 0 }),
    ],
    [
      rule(`(?:at )?${hourWord}${minutes}(?: o['’]clock)? in the (morning|afternoon|evening)`),
      (m) => inPart(m[3]!, String(read(m[1]!)), m[2], undefined),
    ],
    [rule(`(?:at )?half ${hourWord}${noThings}`), (m) => clock(read(m[1]!), 30, undefined)],
    [
      rule('(?:at )?(\\d{1,2})(?:[:.](\\d{2}))?\\s?([ap])\\.?m\\b\\.?'),
      (m) => clock(Number(m[1]), Number(m[2] ?? 0), m[3]),
    ],
    [rule('(?:at )?(\\d{1,2}):(\\d{2})(?::\\d{2})?'), (m) => written(m[1]!, m[2]!)],
    // "1h30" may be how long it takes or how soon; "7h30" and "01h30" are hours.
    [rule('(?:at (?=\\d)|(?=(?:0\\d|[7-9]|[12]\\d)h))(\\d{1,2})h(\\d{2})\\b'), (m) => military(m[1]!, m[2]!)],
    [rule('(?:at )?(\\d{1,2})(?:[:.](\\d{2}))?\\s?uhr\\b'), (m) => military(m[1]!, m[2] ?? '00')],
    // "2h" and "24h" alone are how long it takes or how soon: as a time of day only with 'at', behind a day, or where it can be no other.
    [rule('(?:at (?=\\d{1,2}h)|(?=(?:1[3-9]|2[0-3])h))(\\d{1,2})h\\b'), (m) => military(m[1]!, '00')],
    [rule('at ([01]\\d|2[0-3]|24(?=00))([0-5]\\d)(?: ?h(?:rs|ours)?\\b)?(?!\\d)'), (m) => military(m[1]!, m[2]!)],
    [
      rule('(?:eod|(?:by )?(?:the )?end of (?:the )?day|cob|close of (?:business|play))\\b'),
      () => ({ hour: 18, minute: 0 }),
    ],
    [rule(`(?:by )?(?:the )?end of(?= (?:the )?next ${workday})`), () => ({ hour: 18, minute: 0 })],
    [rule(`(?:at )?${hourWord} o['’]?clock`), (m) => clock(read(m[1]!), 0, undefined)],
    [rule(`(?:at )?half past ${hourWord}`), (m) => clock(read(m[1]!), 30, undefined)],
    [rule(`(?:at )?(?:a )?quarter (?:past|after) ${hourWord}`), (m) => clock(read(m[1]!), 15, undefined)],
    [rule(`(?:at )?(?:a )?quarter (?:to|before|of) ${hourWord}`), (m) => minutesTo(read(m[1]!), 15)],
    [
      rule(`(?:at )?(twenty[- ]five|five|ten|twenty|\\d{1,2}) (?:minutes )?past ${hourWord}`),
      (m) => clock(read(m[2]!), minutesIn(m[1]!), undefined),
    ],
    [
      rule(`(?:at )?(twenty[- ]five|five|ten|twenty) (?:minutes )?to ${hourWord}`),
      (m) => minutesTo(read(m[2]!), minutesIn(m[1]!)),
    ],
    [
      rule(`(?:at )?(${words.slice(1).reverse().join('|')})(?: (fifteen|thirty|forty[- ]five))?\\s?([ap])\\.?m\\b`),
      (m) => clock(read(m[1]!), minutesIn(m[2]), m[3]),
    ],
    [
      rule(`(?:at )?(${words.slice(1).reverse().join('|')}) (fifteen|thirty|forty[- ]five)`),
      (m) => clock(read(m[1]!), minutesIn(m[2]), undefined),
    ],
    [rule(`at (${words.slice(1).reverse().join('|')})(?! [a-z]+s\\b)`), (m) => clock(read(m[1]!), 0, undefined)],
    [rule('at (\\d{1,2})\\.([0-5]\\d)(?![\\d.%])'), (m) => written(m[1]!, m[2]!)],
    [rule('(?:at )?midnight'), () => ({ hour: 24, minute: 0 })],
    [rule(`toni(?:ght|te),? (?:at )?(?=1[2-9]|2)${FIGURES}(?!\\d)${NO_SUM}`), (m) => figuresHour(m, m[1]!, m[2]!)],
    [rule(`(?:at )?toni(?:ght|te)(?: (?:at )?${time})?`), (m) => inPart('tonight', m[1], m[2], m[3])],
    [rule('at (\\d{1,2})(?![:.%/])'), (m) => clock(Number(m[1]), 0, undefined)],
  ],
  clocksAfterDay: [
    [
      /^(?:(?:at )?(?:the )?same time|(?:at )?this time)(?! (?:we|i|it|you|the|of)\b)/i,
      (_, __, said) => sameTime(said),
    ],
    [
      /^(?:([ap])\.m\.?|([ap])m(?=$|[,;|]))/i,
      (m) => inPart(/^a/i.test(m[1] ?? m[2]!) ? 'morning' : 'afternoon', undefined, undefined, undefined),
    ],
    [/^pm(?= )/i, () => inPart('afternoon', undefined, undefined, undefined)],
    [/^(\d{1,2})h(\d{2})\b/i, (m) => military(m[1]!, m[2]!)],
    [/^(\d{1,2})h\b/i, (m) => military(m[1]!, '00')],
    [rule(`(?:in the )?${dayPart},? (?:at )?${FIGURES}(?!\\d)${NO_SUM}`), (m) => figuresHour(m, m[2]!, m[3]!)],
    [rule(`(?:in the )?${dayPart}(?: (?:at )?${time})?`), (m) => inPart(m[1]!, m[2], m[3], m[4])],
    [rule('([01]?\\d)([0-5]\\d)\\s?([ap])\\.?m\\b\\.?'), (m) => clock(Number(m[1]), Number(m[2]), m[3])],
    [rule(`${FIGURES}(?: ?h(?:rs|ours)?\\b)?(?![\\d/]|[.,:]\\S)${NO_SUM}`), (m) => figuresHour(m, m[1]!, m[2]!)],
    [/^(?:at )?(\d{1,2})\.([0-5]\d)(?![\d.%])/i, (m) => written(m[1]!, m[2]!)],
    [/^(\d{1,2})$/, (m) => clock(Number(m[1]), 0, undefined)],
    [/^(\d)([0-5]\d)$/, (m) => clock(Number(m[1]), Number(m[2]), undefined)],
  ],
};

/** A weekday of the week that is so many days ahead. */
function weekOf(today: Day, days: number | undefined, day: string): Anchor | undefined {
  return days === undefined ? undefined : weekdayOf(today, days / 7, weekdayIndex(day));
}
