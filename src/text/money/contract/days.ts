import { narrow } from '../../normalise.ts';
import type { WhenContext } from '../../when/format_when.ts';
import { parseWhen } from '../../when/parse_when.ts';
import { dateOf, dayOf, isoDay, monthEnd, wallTime } from '../../when/zone.ts';

export const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

export function dayWritten(words: string): string | undefined {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(words.trim()) ?? [];
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/u.exec(words.trim());
  const [y, m, d] = dotted ? [dotted[3]!.padStart(4, '20'), dotted[2], dotted[1]] : [year, month, date];
  const day = y === undefined ? undefined : dayOf(Number(y), Number(m), Number(d));
  return day === undefined ? undefined : isoDay(day);
}

/** 2027-03-31, 31 March 2027, the end of next month: a day and nothing else. */
export function dayRead(words: string, moment: WhenContext): string | undefined {
  const written = dayWritten(narrow(words));
  if (written) return written;
  const [, year, ofYear] = OF_YEAR.exec(narrow(words).trim()) ?? [];
  const begins = year === undefined ? undefined : dayOf(Number(year), Number(ofYear ?? 12), 1);
  if (begins !== undefined) return isoDay(monthEnd(begins, 0));
  const close = closeRead(narrow(words), moment);
  if (close !== undefined) return isoDay(close);
  const month = new RegExp(`^(?:the\\s)?end\\sof\\s(${MONTHS}\\s\\d{4})$`, 'iu').exec(narrow(words).trim())?.[1];
  const first = month ? parseWhen(`1 ${month}`, { ...moment, years: true }) : undefined;
  if (first?.dateOnly && !first.rest) return isoDay(monthEnd(wallTime(first.at, moment.timezone).day, 0));
  const when = parseWhen(words, { ...moment, years: true });
  if (!when || when.rest || when.others || !when.dateOnly) return undefined;
  return isoDay(wallTime(when.at, moment.timezone).day);
}

const OF_MONTH = new RegExp(
  `^(?:(?<word>${MONTHS})\\s(?<behind>\\d{4})|(?<year>\\d{4})(?:年|[-/])(?<month>\\d{1,2})月?)$`,
  'iu',
);

/** until Dec 2027, 到2027年12月: a month ends on its last day, and begins on its first. */
export function monthRead(words: string, moment: WhenContext, which: 'first' | 'last'): string | undefined {
  const { word, behind, year, month } = OF_MONTH.exec(narrow(words).trim())?.groups ?? {};
  const named = word ? parseWhen(`1 ${word} ${behind}`, { ...moment, years: true }) : undefined;
  const first = named ? wallTime(named.at, moment.timezone).day : year && dayOf(Number(year), Number(month), 1);
  if (first === undefined || first === '' || (named && (named.rest || !named.dateOnly))) return undefined;
  return isoDay(which === 'first' ? first : monthEnd(first, 0));
}

const CLOSE =
  /^(?:(?:the\s)?end\sof\s(the|this|next)\s(month|year)|(今|本|这个?|明|下个?)?(?:年的?)?(月|年)(?:底|末))$/iu;
const OF_YEAR = /^(\d{4})年的?(?:(\d{1,2})月)?(?:年?底|年?末)$/u;

/** The end of this or the next month or year. */
function closeRead(words: string, { now, timezone }: WhenContext): number | undefined {
  const found = CLOSE.exec(words.trim());
  if (!found) return undefined;
  const { day } = wallTime(now, timezone);
  const later = /next|明|下/iu.test(found[1] ?? found[3] ?? '') ? 1 : 0;
  if (/month|月/iu.test(found[2] ?? found[4]!)) return monthEnd(day, later);
  return dayOf(dateOf(day).year + later, 12, 31);
}
