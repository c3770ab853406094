import { COUNTERS } from '../../money/money_context.ts';
import { fraction, readChineseNumber } from '../../money/numerals.ts';
import { chineseFestivals, lunarDates } from '../festival.ts';
import { isSumBehind } from '../figures/sum.ts';
import { WORKDAY, workdayAfter, workdayOfWeek } from '../repeat/workday.ts';
import { addMonths, type Day, dateOf, dayOf } from '../zone.ts';
import {
  absolute,
  dateInMonth,
  endOfMonth,
  monthly,
  NO_DATE,
  numeric,
  once,
  slashed,
  weekdayInMonth,
  weekdayOf,
  weekend,
  weekly,
  yearly,
} from './anchor.ts';
import { CHINESE_HOURS } from './hours_from.ts';
import type { Clock, Grammar } from './when_grammar.ts';

const number = '(\\d{1,4}|[零〇一二两三四五六七八九十百]{1,5})';
const amount = '([1-7]/[2-8]|\\d{1,3}[½¼¾]|[½¼¾]|\\d{1,4}(?:\\.\\d)?|[零〇一二两三四五六七八九十百]{1,5}|半)';
const later = '(?:之后|以后|过后|后)';
const counted = '(\\d{1,3}|[一两二三四五六七八九十]|十[一二三四五六七八九])\\s?个?(天|日|周|星期|礼拜)';
const week = '(?:周|星期|礼拜)';
const workday = '(?:工作日|上班日)';
/** 星期八: no week has such a day. */
export const noDay = '(?:[七八九十零]|[089])(?![\\d点點时:.日号月个份张件天年岁次折倍])';
const part = '(凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|夜里|半夜|午夜|早|晨|晚|午)?\\s?';
/** Minutes behind a point, as keyboards of either language have one: 7.45, 9。30. */
const pointed = '(\\d{1,2})[.。]([0-5]\\d)(?![\\d.%]|\\s?[元块斤公kg米万])';
const about = '(?:左右|以前|之前|前|多(?=$|[\\s,，。]))?';
/** Behind 1900: years, sums and numbers of things. */
const noSum = `(?!\\s?(?:年|[${COUNTERS}元块件]|[万千百]|(?:的?(?:定金|订金|货款|尾款|余款|押金|房租|工资|预付款|首付)|到账|收款|付款|转账|打款|左右)))`;
const figures = `([01]\\d|2[0-3]|24(?=00))([0-5][05])(?=$|[\\s,，。:：]|\\p{Script=Han})${noSum}`;
const twoDigit = '(\\d{2}|[零〇][一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)';

const minutesOf: Record<string, number> = { 分钟: 1, 分: 1, 刻钟: 15, 小时: 60, 钟头: 60, 钟: 60 };

/** The hour a part of the day stands for when no hour is said. */
const usualHour: Record<string, number> = {
  清晨: 7, 早上: 9, 早晨: 9, 早: 9, 晨: 9, 上午: 10, 中午: 12, 正午: 12, 午: 12, 下午: 15, 傍晚: 18, 晚上: 20, 晚间: 20, 晚: 20, 午夜: 24,
  一早: 9, 一大早: 9, 大清早: 7, 晌午: 12,
}; // biome-ignore format: a table

function read(text: string | undefined): number {
  if (text === '半') return 0.5;
  // 三五天 is some days, not 35
  if (/^[一二两三四五六七八九]{2}$/.test(text ?? '')) return Number.NaN;
  const part = fraction(text ?? '');
  if (part !== undefined) return part;
  return /^\d/.test(text ?? '') ? Number(text) : (readChineseNumber(text ?? '') ?? Number.NaN);
}

/** Twelve-hour talk to the 24-hour clock; the small hours of "晚上1点" belong to the following day. */
function clock(part: string | undefined, hour: number, minute: number, zeroPadded = false): Clock | undefined {
  if (!(hour <= 24 && minute < 60)) return undefined;
  if (hour > 12 || zeroPadded) return { hour, minute };
  switch (part) {
    case undefined:
      return hour >= 1 && hour <= 6 ? { hour: hour + 12, minute } : { hour, minute, ...(hour < 12 && { vague: true }) };
    case '凌晨':
      return { hour: hour % 12, minute };
    case '下午':
    case '傍晚':
      return { hour: (hour % 12) + 12, minute };
    case '中午':
    case '正午':
    case '午':
      return { hour: hour <= 3 ? hour + 12 : hour, minute };
    case '晚上':
    case '晚间':
    case '夜里':
    case '半夜':
    case '午夜':
    case '晚':
      return { hour: hour >= 5 && hour < 12 ? hour + 12 : (hour % 12) + 24, minute };
    default:
      return { hour, minute };
  }
}

function weekdayIndex(text: string): number {
  const index = '一二三四五六日'.indexOf(text.replace('天', '日').replace('末', '六'));
  return index >= 0 ? index : Number(text) - 1;
}

function afterDays(today: Day, count: number, unit: string): Day | undefined {
  if (!(Number.isFinite(count) && count > 0)) return undefined;
  if (unit === '年') return addMonths(today, Math.round(count * 12));
  if (unit === '月') return count % 1 === 0 ? addMonths(today, count) : today + Math.round(count * 30);
  return count % 1 === 0 ? today + count * (unit === '天' || unit === '日' ? 1 : 7) : undefined;
}

const named: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3, 大大后: 4 };

/** 明天10点, 下周一上午9:30, 三天后, 半小时后, 12月3日 14:00, 月底. */
export const chinese: Grammar = {
  offsets: [],
  shifts: [
    [new RegExp(`^的?(?:之|以)?前${counted}`), (m) => daysCounted(m[1]!, m[2]!, -1)],
    [new RegExp(`^的?(?:之|以)?后第?${counted}`), (m) => daysCounted(m[1]!, m[2]!, 1)],
  ],
  hourOffsets: [],
  hourShifts: CHINESE_HOURS,
  until:
    /^\s?(?:之前|以前|前)(?!台|面|往|后|端|夕|[\d一二两三四五六七八九十几半数]{1,3}个?(?:天|日|周|星期|礼拜|月|晚))/,
  filler: /^(?:请?在|于|等到?|到)\s?/,
  spans: [
    [
      new RegExp(`^(?:再?过)?${number}个?(?:小时|钟头)${number}分钟?${later}`),
      (m) => finite(read(m[1]) * 60 + read(m[2])),
    ],
    [
      new RegExp(`^(?:再?过)?${amount}\\s?个?(半)?\\s?(分钟|分|刻钟|小时|钟头|钟)(半)?${later}`),
      (m) => finite((read(m[1]) + (m[2] || m[4] ? 0.5 : 0)) * minutesOf[m[3]!]!),
    ],
    [
      new RegExp(`^(?:再?过)?${amount}\\s?(天|周|个?星期|个?礼拜)(半)?${later}`),
      (m) => partOfDays(read(m[1]) + (m[3] ? 0.5 : 0), m[2]!),
    ],
    [
      new RegExp(`^再?过${amount}\\s?个?(半)?\\s?(分钟|刻钟|小时|钟头)`),
      (m) => finite((read(m[1]) + (m[2] ? 0.5 : 0)) * minutesOf[m[3]!]!),
    ],
  ],
  days: [
    [
      new RegExp(
        `^(?:${number}月|(下个?|这个?|本)月)(?:份|里)?的?(?:第([一二三四五1-5])个?|(最后)一?个?)${week}([一二三四五六日天])`,
      ),
      (m, today) =>
        weekdayInMonth(
          today,
          m[1] ? { month: read(m[1]) } : { ahead: m[2]!.startsWith('下') ? 1 : 0 },
          weekdayIndex(m[5]!),
          m[4] ? 0 : read(m[3]),
        ),
    ],
    [
      new RegExp(
        `^(?:${number}月|(下个?|这个?|本)月)(?:份|里)?的?(?:第([一二三四五1-5])个?|(最后|倒数第[一二三四五1-5])一?个?)${workday}`,
      ),
      (m, today) =>
        weekdayInMonth(
          today,
          m[1] ? { month: read(m[1]) } : { ahead: m[2]!.startsWith('下') ? 1 : 0 },
          WORKDAY,
          placeOf(m[3], m[4]),
        ),
    ],
    [
      new RegExp(
        `^(?:(下+)个?|本|这个?)${week}的?(?:第([一二三四五1-5])个?|(最后|倒数第[一二三四五1-5])一?个?)${workday}`,
      ),
      (m, today) => once(workdayOfWeek(today, m[1]?.length ?? 0, placeOf(m[2], m[3]) || -1)),
    ],
    [new RegExp(`^(下+)[一1]?个?${workday}`), (m, today) => once(workdayAfter(today, m[1]!.length))],
    [new RegExp(`^(?:再?过)?${number}\\s?个?${workday}${later}`), (m, today) => once(workdayAfter(today, read(m[1])))],
    [
      new RegExp(`^(?:再?过${number}\\s?个?|第${number}个)${workday}`),
      (m, today) => once(workdayAfter(today, read(m[1] ?? m[2]))),
    ],
    ...lunarDates,
    [
      new RegExp(`^(?:再?过)?${number}个半月${later}`),
      (m, today) => once(Number.isFinite(read(m[1])) ? addMonths(today, read(m[1])) + 15 : undefined),
    ],
    [/^(大大后|大后|后|明|今)(?:[天日]|儿个?)/, (m, today) => once(today + named[m[1]!]!)],
    [/^([明今])(?=[早晚晨午])/, (m, today) => once(today + named[m[1]!]!)],
    [
      new RegExp(`^(?:再?过)?${number}\\s?个?(?:周|星期|礼拜)${later}的?(?:那个?)?${week}([一二三四五六日天末1-7])`),
      (m, today) => weeksAhead(today, read(m[1]), m[2]!),
    ],
    [
      new RegExp(`^(?:再?过)?${amount}\\s?个?(天|日|周|星期|礼拜|月|年)${later}`),
      (m, today) => once(afterDays(today, read(m[1]), m[2]!)),
    ],
    [
      new RegExp(`^(下+)个?${week}([一二三四五六日天末1-7])`),
      (m, today) => weekdayOf(today, m[1]!.length, weekdayIndex(m[2]!)),
    ],
    [/^(?:本|这个?)?周末/, (_, today) => weekend(today)],
    [
      new RegExp(`^(?:本|这个?)${week}([一二三四五六日天末1-7])`),
      (m, today) => weekdayOf(today, 0, weekdayIndex(m[1]!)),
    ],
    [new RegExp(`^${week}([一二三四五六日天末1-7])`), (m, today) => weekly(today, weekdayIndex(m[1]!))],
    [new RegExp(`^(下+)个?${week}(?!${noDay})`), (m, today) => weekdayOf(today, m[1]!.length, 0)],
    [/^(\d{4})\s?([年/.-])\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})[日号]?/, (m) => numeric(m[1]!, m[2]!, m[3]!, m[4]!)],
    [
      new RegExp(`^([零〇一二三四五六七八九]{4})年${number}月${number}[日号]?`),
      (m) => absolute(read(m[1]), read(m[2]), read(m[3])),
    ],
    [
      new RegExp(`^([今明后])年\\s?${number}\\s?月\\s?${number}[日号]?`),
      (m, today) => once(dayOf(dateOf(today).year + named[m[1]!]!, read(m[2]), read(m[3]))),
    ],
    [new RegExp(`^${number}\\s?月\\s?${number}[日号]?`), (m, today) => yearly(today, read(m[1]), read(m[2]))],
    [new RegExp(`^${NO_DATE}(\\d{1,2})/(\\d{1,2})(?![/\\d.])`), (m, _, said) => slashed(m[1]!, m[2]!, said)],
    [/^(?:下个?月|次月)[底末]/, (_, today) => endOfMonth(today, 1)],
    [/^(?:本月|这个?月|月)[底末]/, (_, today) => endOfMonth(today, 0)],
    [/^年底/, (_, today) => once(dayOf(dateOf(today).year, 12, 31))],
    [new RegExp(`^(下+)个?月\\s?${number}[日号]`), (m, today) => dateInMonth(today, m[1]!.length, read(m[2]))],
    [new RegExp(`^(?:本月|这个?月)\\s?${number}[日号]`), (m, today) => dateInMonth(today, 0, read(m[1]))],
    [/^(?:(下+)个?月|次月)/, (m, today) => dateInMonth(today, m[1]?.length ?? 1, 1)],
  ],
  feasts: chineseFestivals,
  countedFrom: [],
  leadingDays: [[new RegExp(`^${number}[日号](?![线楼店])`), (m, today) => monthly(today, read(m[1]))]],
  clocks: [
    [
      new RegExp(`^${part}差(?:(一)刻|${number}分)钟?(?:到)?${number}[点點]钟?`),
      (m) => before(clock(m[1], read(m[4]), 0), m[2] ? 15 : read(m[3])),
    ],
    [
      new RegExp(`^${part}${number}[点點]钟?差(?:(一)刻|${number}分)钟?`),
      (m) => before(clock(m[1], read(m[2]), 0), m[3] ? 15 : read(m[4])),
    ],
    [
      new RegExp(`^${part}${number}\\s?[点點时](?:钟|整)?(?:(半)|过?([一三])刻|过?${number}分|${twoDigit})?${about}`),
      (m) => clock(m[1], read(m[2]), m[3] ? 30 : m[4] ? read(m[4]) * 15 : m[5] || m[6] ? read(m[5] ?? m[6]) : 0),
    ],
    [
      new RegExp(`^${part}(\\d{1,2}):(\\d{2})(?::\\d{2})?${about}`),
      (m) => clock(m[1], Number(m[2]), Number(m[3]), m[1] === undefined && m[2]!.length === 2),
    ],
    [
      new RegExp(`^(?=[凌清早上中正下傍晚夜半午晨])${part}${pointed}`, 'i'),
      (m) => clock(m[1], Number(m[2]), Number(m[3])),
    ],
    [
      new RegExp(`^(?=[凌清早上中正下傍晚夜半午晨])${part}${figures}`, 'u'),
      (m) => (isSumBehind(m) ? undefined : clock(m[1], Number(m[2]), Number(m[3]), true)),
    ],
    [
      /^(清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|午夜)(?!好)/,
      (m) => ({ hour: usualHour[m[1]!]!, minute: 0 }),
    ],
  ],
  clocksAfterDay: [
    [
      new RegExp(`^${part}${pointed}`, 'i'),
      (m) => clock(m[1], Number(m[2]), Number(m[3]), m[2]!.length === 2 && m[1] === undefined),
    ],
    [
      /^(?:的?(?:这个?时候|这时候?|此时|这会儿|同一?时间|现在这个?时间))/,
      (_, __, { minutes }) => ({ hour: Math.floor(minutes / 60), minute: minutes % 60 }),
    ],
    [/^(一大?早|大清早|晌午)/, (m) => ({ hour: usualHour[m[1]!]!, minute: 0 })],
    [
      /^(?!早[、,和跟]?(?:中午?)?[、,和跟]?晚(?![点些会]))([早晨晚午])(?!好)/,
      (m) => ({ hour: usualHour[m[1]!]!, minute: 0 }),
    ],
    [new RegExp(`^${part}(\\d{1,2})$`), (m) => clock(m[1], Number(m[2]), 0)],
    [/^(\d)([0-5]\d)$/, (m) => clock(undefined, Number(m[1]), Number(m[2]))],
    [
      new RegExp(`^${figures}`, 'u'),
      (m) => (isSumBehind(m) ? undefined : { hour: Number(m[1]), minute: Number(m[2]) }),
    ],
  ],
};

/** 第二个 is 2; 倒数第二个 is -2; the last is 0. */
function placeOf(nth: string | undefined, fromEnd: string | undefined): number {
  if (fromEnd === undefined) return read(nth);
  const place = fromEnd === '最后' ? 1 : read(fromEnd.at(-1));
  return place === 1 ? 0 : -place;
}

/** 差五分八点 is 7:55. */
function before(full: Clock | undefined, minutes: number): Clock | undefined {
  return full && minutes > 0 && minutes < 60 ? { ...full, hour: full.hour - 1, minute: 60 - minutes } : undefined;
}

/** 圣诞前两天, 春节后第三天. */
function daysCounted(count: string, unit: string, sign: 1 | -1): number | undefined {
  const days = read(count) * (unit === '天' || unit === '日' ? 1 : 7);
  return days > 0 ? sign * days : undefined;
}

/** 一天半 is 36 hours; whole days end at an hour of their own. */
function partOfDays(count: number, unit: string): number | undefined {
  const days = count * (unit === '天' ? 1 : 7);
  return count >= 1 && days % 1 !== 0 ? finite(days * 24 * 60) : undefined;
}

function weeksAhead(today: Day, weeks: number, day: string) {
  return Number.isFinite(weeks) ? weekdayOf(today, weeks, weekdayIndex(day)) : undefined;
}

function finite(minutes: number): number | undefined {
  return Number.isFinite(minutes) && minutes > 0 ? minutes : undefined;
}
