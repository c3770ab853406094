import { headWords } from '../../cut.ts';
import { readChineseNumber, readEnglishNumber, UP_TO_TWELVE } from '../../money/numerals.ts';
import { plainly, plainPattern } from '../../plainly.ts';

/** A time of which a part is left unsaid, or that is counted from a day which has to be looked up. */
export type HalfSaid =
  /** in 20, 20后: of what is not said; each of these may be meant. */
  | { is: 'length'; said: string; whole: readonly string[] }
  /** sat week: so many days behind the day that is said. */
  | { is: 'day'; said: string; day: string; later: number }
  /** 3 days before her birthday. */
  | { is: 'birthday'; said: string; days: number; who?: string };

const LONGEST = 120;
const COUNT = `(?<count>\\d{1,2}|an?|${UP_TO_TWELVE.join('|')})`;
/** The number stands alone: in 20 boxes and in 2026 are something else. */
const IN = /^(?:in|after)(?: about| around)? (?<n>\d{1,3})(?=\s*$|\s*[,:–—-]\s|\s(?:to|and)\s)/iu;
const AFTER_ZH = plainPattern(/^(?<n>\d{1,3})(?:(?:[之以]?后)(?![天周年月])|\s*$)/u);
const DAY_WEEK =
  /(?<![\p{L}])(?:on )?(?<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun) week(?![\p{L}])|(?<![\p{L}])a week (?:on |from )?(?<day2>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\p{L}])/iu;
const BIRTHDAY = new RegExp(
  `(?<![\\p{L}\\d])${COUNT} (?<unit>days?|weeks?) (?:before|ahead of) (?<who>[^,.;]{1,40}?)(?:['’]s?)? (?:birthday|bday|b-day)\\b`,
  'iu',
);
const BIRTHDAY_ZH = plainPattern(
  /(?:生日|寿辰)(?:的)?(?:[之以]?前|提前)(?<count>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)?个?(?<unit>天|周|星期|礼拜)|(?:生日|寿辰)(?:的)?前(?:一?天|一日|夕)/u,
);
/** So few may be hours as well, and in Chinese so many an hour of the day. */
const MOST_HOURS = 12;
const MOST_OF_DAY = 23;

/** Such a time in what is to be done, where no other was read. */
export function halfSaid(title: string): HalfSaid | undefined {
  const plain = plainly(headWords(title, LONGEST)).trim();
  const length = IN.exec(plain)?.groups?.n;
  if (length !== undefined) return { is: 'length', said: `in ${length}`, whole: inEnglish(length) };
  const behind = AFTER_ZH.exec(plain);
  if (behind)
    return { is: 'length', said: behind[0].trim(), whole: inChinese(behind.groups!.n!, /后/u.test(behind[0])) };
  const week = DAY_WEEK.exec(plain);
  if (week) return { is: 'day', said: week[0], day: inFull((week.groups?.day ?? week.groups?.day2)!), later: 7 };
  const born = BIRTHDAY.exec(plain) ?? BIRTHDAY_ZH.exec(plain);
  const who = born?.groups?.who;
  return born ? { is: 'birthday', said: born[0], days: daysIn(born.groups ?? {}), ...(who && { who }) } : undefined;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const inFull = (day: string): string => WEEKDAYS.find((one) => one.startsWith(day.slice(0, 3).toLowerCase()))!;

const inEnglish = (n: string): string[] => [`in ${n} minutes`, ...(Number(n) <= MOST_HOURS ? [`in ${n} hours`] : [])];

const inChinese = (n: string, isBehind: boolean): string[] => [
  `${n}分钟后`,
  ...(Number(n) <= MOST_HOURS ? [`${n}小时后`] : []),
  ...(!isBehind && Number(n) <= MOST_OF_DAY ? [`${n}点`] : []),
];

function daysIn({ count = '1', unit = '' }: Record<string, string | undefined>): number {
  const number = /^an?$/iu.test(count) ? 1 : (readEnglishNumber(count) ?? readChineseNumber(count) ?? Number(count));
  return /week|周|星期|礼拜/iu.test(unit) ? number * 7 : number;
}

const REMINDER = plainPattern(
  /\b(?:remind ?me|(?:set|make|create|add)(?: me)? (?:an? )?(?:reminder|alarm)|ping me|alert me|wake me|give me a (?:nudge|shout|ring))\b|提醒(?:一下)?我|(?:叫|喊|通知)(?:一下)?我|闹钟|设(?:个|一个)?提醒/iu,
);

/** Whether words ask for a reminder, which needs a time, and not only for something to be kept. */
export const asksReminder = (text: string): boolean => REMINDER.test(plainly(headWords(text, LONGEST)));
