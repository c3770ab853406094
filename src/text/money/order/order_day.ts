import { narrow } from '../../normalise.ts';
import { type Day, dateOf, dayOf } from '../../when/zone.ts';
import { readChineseNumber } from '../numerals.ts';

/** On which day something was ordered, as it was typed. */
export type OrderDay =
  | { is: 'ago'; days: number }
  /** Of the week that is so many before this one; 0 is Monday. */
  | { is: 'weekday'; weekday: number; weeks: number }
  /** The last one that is over; 0 is Monday. */
  | { is: 'past'; weekday: number }
  /** Of the month that is so many before this one. */
  | { is: 'monthday'; date: number; months: number }
  | { is: 'date'; year: number | undefined; month: number; date: number };

export interface DaySaid {
  /** The words without it. */
  text: string;
  day: OrderDay;
  said: string;
  /** That it is the day of the order itself: ordered nov 3, 昨天下单. */
  ordered: boolean;
}

/** So much of either end is looked at. */
const NEAR = 60;
/** A date without its year that is over for longer than this is rather one to come. */
const LONGEST_AGO = 300;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const AGO: Readonly<Record<string, number>> = {
  ...{ 刚刚: 0, 刚才: 0 },
  ...{ today: 0, 今天: 0, 今日: 0, 今早: 0, yesterday: 1, 'last night': 1, 昨天: 1, 昨日: 1, 昨晚: 1 },
  ...{ 'the day before yesterday': 2, 前天: 2, 前日: 2, 前晚: 2, 大前天: 3, 昨夜: 1 },
};
/** last month and last wedding are no Monday and no Wednesday. */
const WEEKDAY =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

const MONTH =
  '(?<named>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const DATE_EN = `${MONTH}\\s(?<date1>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(?<year1>20\\d{2}))?|(?<!\\d)(?<date2>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH.replace('named', 'named2')}(?:\\s(?<year2>20\\d{2}))?`;
const DATE_ZH =
  '(?:(?<year3>20\\d{2})年)?(?<month3>\\d{1,2})月(?<date3>\\d{1,2})[日号]?|(?<year4>20\\d{2})[-/.](?<month4>\\d{1,2})[-/.](?<date4>\\d{1,2})';
/** 3.11. is a day where a point stands behind both; behind a currency or within a number it is an amount. */
const DATE_DE =
  '(?<!\\p{Sc}\\s?|\\b(?:eur|chf|usd|gbp|cny|rmb|jpy|sfr)\\s|[\\d.,])(?<date5>\\d{1,2})\\.\\s?(?<month5>1[0-2]|0?[1-9])\\.(?:\\s?(?<year5>20\\d{2}))?';
/** 上个月5号, the 5th of last month. */
const OF_MONTH =
  '(?<ofmonth>本月|这个月|当月|上个?月)的?(?<date6>\\d{1,2})[日号]|(?:the\\s)?(?<date7>\\d{1,2})(?:st|nd|rd|th)\\sof\\s(?<ofmonth2>this|last)\\smonth';
const WEEK_ZH = '上上个?|上个?|本|这个?';
/** At which hour it was says nothing of the day: yesterday morning, 昨天晚上8点. */
const HOUR =
  "(?:\\s(?:in the\\s|at\\s|around\\s|about\\s)?(?:morning|afternoon|evening|noon|\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm|o'clock)|\\d{1,2}:\\d{2})(?![\\p{L}\\d])){0,2}(?:的?\\s?(?:一早|清早|早[上晨]|上午|中午|下午|傍晚|晚上|夜里))?(?:\\s?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点(?:钟|半|一刻|\\d{1,2}分?)?|[:：]\\d{2}))?";
const DAY = `(?:(?<ago>${Object.keys(AGO)
  .sort((one, other) => other.length - one.length)
  .join(
    '|',
  )})|(?<days>\\d{1,2}|[二两三四五六七八九十]|${NUMBERS.slice(1).join('|')})(?:\\sdays?\\sago|天前)|(?<last>last|(?:this\\s)?past|${WEEK_ZH})(?:\\s|周|星期|礼拜)(?:(?<weekday>${WEEKDAY})(?![a-z])|(?<han>[一二三四五六日天]))|${OF_MONTH}|${DATE_EN}|${DATE_ZH}|${DATE_DE})${HOUR}`;
const BEHIND = new RegExp(
  `(?<=[\\s,，;；。(（\\d元块\\p{Script=Han}])(?:(?:order(?:ed)?|bought|placed|made)\\s?:?\\s)?(?:on\\s|from\\s|date:?\\s)?(?:下单(?:时间|日期|日)?|日期|时间)?[\\s:：是]{0,3}(?:${DAY})(?:\\s?(?:下的?单?|买的?|订的?|定的?|要的|卖的|的)?)?[\\s)）.。!！]*$`,
  'iu',
);
/** 昨天 龙井, 昨天买了2盒龙井, yesterday: mug. */
const FRONT = new RegExp(
  `^(?:on\\s|补记?\\s?)?(?:${DAY})(?:的\\s+|\\s?[:：,，]\\s*|\\s*(?:下单|买|订|定|要|拿|卖)[了的]?[\\s:：,，]*|\\s+|(?<=\\p{Script=Han})(?=[\\d两]))(?=\\S)`,
  'iu',
);
/** Yesterday may be what is sold: a small letter or a mark behind it says that it is a day. */
const NAME = /^\p{Lu}\p{Ll}+\s*$/u;
/** 日期 昨天, ordered yesterday: behind an order's number it says no more. */
const ALONE = new RegExp(
  `^(?:(?:(?:order(?:ed)?|bought|placed|date)(?:\\s(?:date|on|is|was|to))?|on|from|(?:下单|订单)?(?:时间|日期|日)|下单|买于)[\\s:：是]{0,3})?(?:改[为成到]\\s?)?(?:${DAY})(?:下的?单?|买的?|的)?[.。!！]?$`,
  'iu',
);

/** The day where words say nothing but when an order was made. */
export const dayAlone = (words: string): OrderDay | undefined => {
  const found = ALONE.exec(narrow(words.trim()));
  return found ? dayIn(found.groups ?? {}) : undefined;
};

const ORDERED = /order|bought|placed|made|date|下单|下的|买|订|定|要|卖|日期|时间/iu;

/** The day on which it was ordered, where words say one behind the goods or in front of them. */
export const orderDay = (words: string): DaySaid | undefined => dayBehind(words) ?? dayInFront(words);

/** The day at the end of the words. */
export function dayBehind(words: string): DaySaid | undefined {
  const plain = narrow(words);
  const from = Math.max(0, plain.length - NEAR);
  const behind = BEHIND.exec(plain.slice(from));
  if (behind && from + behind.index > 0) {
    const text = words.slice(0, from + behind.index).replace(/[\s,，;；(（]+$/u, '');
    const day = dayIn(behind.groups ?? {});
    const said = words.slice(from + behind.index).trim();
    if (day && text !== '') return { text, day, said, ordered: ORDERED.test(said) };
  }
  return undefined;
}

function dayInFront(words: string): DaySaid | undefined {
  const plain = narrow(words);
  const front = FRONT.exec(plain.slice(0, NEAR));
  const day = front && !(NAME.test(front[0]) && front.groups?.ago) && dayIn(front.groups ?? {});
  return front && day
    ? { text: words.slice(front[0].length), day, said: words.slice(0, front[0].length).trim(), ordered: true }
    : undefined;
}

/** 昨天已付, 昨天发的货. */
const DAY_BEFORE = /^(大?前天|昨[天日晚]|今[天日早])(?=已|都|刚|付|收|发|寄|退|取消)/u;
const VERB_ALONE = /^(付|发|寄|退)(?:的[货款]?)?$/u;

/** The day on which something was done with an order, and the words without it: paid yesterday, 昨天付的. */
export function doneOn(words: string): DaySaid | undefined {
  const said = orderDay(words.replace(DAY_BEFORE, '$1 '));
  return said && { ...said, text: said.text.trim().replace(VERB_ALONE, '$1了') };
}

function dayIn(said: Record<string, string | undefined>): OrderDay | undefined {
  if (said.ago) return { is: 'ago', days: AGO[said.ago.toLowerCase()] ?? 0 };
  if (said.days) return { is: 'ago', days: numberIn(said.days) };
  if (said.last) {
    const weekday = said.weekday
      ? WEEKDAYS.indexOf(said.weekday.slice(0, 3).toLowerCase())
      : '一二三四五六日'.indexOf(said.han!.replace('天', '日'));
    if (/past$/iu.test(said.last)) return { is: 'past', weekday };
    return { is: 'weekday', weekday, weeks: /^上上/u.test(said.last) ? 2 : /^[本这]/u.test(said.last) ? 0 : 1 };
  }
  const ofMonth = said.ofmonth ?? said.ofmonth2;
  if (ofMonth)
    return { is: 'monthday', date: Number(said.date6 ?? said.date7), months: /^(?:上|last)/iu.test(ofMonth) ? 1 : 0 };
  const month = said.named ?? said.named2;
  return dateIn(
    said.year1 ?? said.year2 ?? said.year3 ?? said.year4 ?? said.year5,
    month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(said.month3 ?? said.month4 ?? said.month5),
    Number(said.date1 ?? said.date2 ?? said.date3 ?? said.date4 ?? said.date5),
  );
}

const dateIn = (year: string | undefined, month: number, date: number): OrderDay | undefined =>
  // with its year it is a day, if one that there is not: whoever keeps it asks
  year !== undefined || (month >= 1 && month <= 12 && date >= 1 && date <= 31)
    ? { is: 'date', year: year === undefined ? undefined : Number(year), month, date }
    : undefined;

function numberIn(words: string): number {
  const spoken = NUMBERS.indexOf(words.toLowerCase());
  return spoken >= 0 ? spoken : (readChineseNumber(words) ?? Number(words));
}

/** The day that is meant, counted from today; undefined: it is none, or lies ahead. */
export function orderedOn(said: OrderDay, today: Day): Day | undefined {
  if (said.is === 'ago') return today - said.days;
  if (said.is === 'past') return today - ((dateOf(today).weekday - said.weekday + 6) % 7) - 1;
  if (said.is === 'weekday') return notAhead(today - dateOf(today).weekday - 7 * said.weeks + said.weekday, today);
  if (said.is === 'monthday') {
    const { year, month } = dateOf(today);
    const months = year * 12 + month - 1 - said.months;
    return notAhead(dayOf(Math.floor(months / 12), (months % 12) + 1, said.date), today);
  }
  const { year, month, date } = said;
  const thisYear = dateOf(today).year;
  if (year !== undefined) return notAhead(dayOf(year, month, date), today);
  const [day, before] = [dayOf(thisYear, month, date), dayOf(thisYear - 1, month, date)];
  if (day !== undefined && day <= today) return day;
  return before !== undefined && today - before <= LONGEST_AGO ? before : undefined;
}

/** In no year is there such a day: 31 November. With a year it is looked for in that one. */
export const isNoDay = (said: OrderDay): boolean =>
  said.is === 'date' && dayOf(said.year ?? LEAP_YEAR, said.month, said.date) === undefined;

const LEAP_YEAR = 2028;

const notAhead = (day: Day | undefined, today: Day): Day | undefined =>
  day !== undefined && day <= today ? day : undefined;
