import type { WhenContext } from '../../when/format_when.ts';
import { addMonths, dayOfIso, isoDay } from '../../when/zone.ts';
import { dayRead, MONTHS, monthRead } from './days.ts';

/** The last day to give notice, as it was said. */
export interface NoticeDay {
  /** 'YYYY-MM-DD' */
  day: string;
  /** No year was said: it is the last such day before the end. */
  yearless: boolean;
}

const any = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'iu');

const BY = '(by|on\\sor\\sbefore|before|until|till?|no(?:t)?\\slater\\sthan|latest)';
const LAST = any(
  `(?:(?:give|giving|send|with)\\s)?(?:written\\s)?notice(?:\\s(?:(?:is|has|must|needs)\\s)?(?:to\\s)?(?:be\\s)?(?:given|due|sent|possible))?:?\\s${BY}\\s(.{1,40})`,
  `(?:to\\sbe\\s)?(?:cancel(?:l?ed|l?able)?|terminat(?:e|ed|able))\\s${BY}\\s(.{1,40})`,
  '(?:the\\s)?(?:last\\s(?:day|date)|deadline)()\\s(?:for|of|to\\sgive)\\s(?:giving\\s)?notice(?:\\sis|:)?\\s(.{1,40})',
  'notice()\\s(?:deadline|date|day)(?:\\sis|:)?\\s(.{1,40})',
  '(?:最[晚迟]|须|需要?|要|请)?\\s?(?:在|于)?()\\s?(.{2,20}?)\\s?(?:之?前|以前|为止)\\s?(?:要|须|需要?|必须|得)?(?:提出|发出|给)?(?:书面)?(?:通知|告知|提出)(?:对方)?(?:要?(?:解约|终止|不续约?))?',
  '(?:最[晚迟])()\\s?(.{2,20}?)\\s?(?:要|须|需要?|必须|得)?(?:书面)?(?:通知|告知)(?:对方)?(?:要?(?:解约|终止|不续约?))?',
  '(?:解约)?通知(?:日|期)?()(?:截止日?期?|最[晚迟]|期限|不晚于)(?:到|至|是|为)?\\s?[:：]?\\s?(.{2,20}?)(?:之?前|为?止)?',
  '(?:最[晚迟])(?:解约)?通知日期?()\\s?(?:是|为)?\\s?[:：]?\\s?(.{2,20}?)(?:之?前|为?止)?',
);

/** A day of a month, or a month's end, without a year. */
const YEARLESS = new RegExp(
  `^(?:(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTHS}|${MONTHS}\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}月\\d{1,2}[日号]?)$`,
  'iu',
);
const END_OF = new RegExp(`^(?:the\\s)?end\\sof\\s(${MONTHS})$|^(\\d{1,2})月[底末]$`, 'iu');

/** notice by 30 September; 9月30日前通知. Undefined: nothing is said of it, or no day can be read. */
export function noticeDayIn(plain: string, moment: WhenContext): NoticeDay | undefined {
  const [, ...groups] = LAST.exec(plain) ?? [];
  const [how, words] = groups.filter((one) => one !== undefined);
  if (how === undefined || words === undefined) return undefined;
  const said = words.trim();
  const ofMonth = END_OF.exec(said);
  const year = isoDay(dayOfIso(dayRead('today', moment)!)).slice(0, 4);
  const day = ofMonth
    ? monthRead(ofMonth[1] ? `${ofMonth[1]} ${year}` : `${year}年${ofMonth[2]}月`, moment, 'last')
    : dayRead(said, moment);
  if (day === undefined) return undefined;
  // before 1 October it can be given on 30 September still; 10月1日前 has that day in it
  const last = how.toLowerCase() === 'before' ? isoDay(dayOfIso(day) - 1) : day;
  return { day: last, yearless: ofMonth !== null || YEARLESS.test(said) };
}

/** Its day for a contract with this end; without a year it is the last one before that. */
export function noticeDayFor({ day, yearless }: NoticeDay, endsOn: string): string {
  const said = dayOfIso(day);
  if (!yearless) return day;
  const end = dayOfIso(endsOn);
  const years = Number(endsOn.slice(0, 4)) - Number(day.slice(0, 4));
  const same = addMonths(said, 12 * years);
  return isoDay(same <= end ? same : addMonths(said, 12 * (years - 1)));
}

/** Whether what is typed of a contract says its last day for notice, and not that notice was given. */
export const saysNoticeDay = (words: string): boolean =>
  new RegExp(`^(?:notice|cancel|terminate)\\s${BY}\\s`, 'iu').test(words.trim());
