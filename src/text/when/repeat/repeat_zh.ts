import { daysInRow } from './days_in_row.ts';
import {
  between,
  type Days,
  daily,
  dated,
  datesIn,
  daysBut,
  monthly,
  numberIn,
  type Reading,
  spread,
  weekly,
} from './repeat_days.ts';
import { WORKDAY } from './workday.ts';

const APART = '[\\s,:的]{0,3}';
export const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})';
export const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY = '[一二三四五六日天]';
export const WEEKDAYS = `(${WEEKDAY}(?:\\s?(?:[、,，和跟及到至~-]\\s?)?${WEEK}?${WEEKDAY}(?![点點号日月天个小分刻]))*)(?![次遍回])`;
export const DATES_ZH =
  '((?:\\d{1,2}|[一二三]?十?[一二三四五六七八九十])(?:[号日])?(?:[、,，和跟及](?:\\d{1,2})[号日]?)*[号日])';

const DIGIT_ZH = '\\d一二两三四五六七八九十几';
const WORKDAYS = [0, 1, 2, 3, 4];

export const CHINESE: readonly Reading[] = [
  [
    new RegExp(`每(?:[天日](?:都要?)?|个?(工作日))除了(?:${WEEK}${WEEKDAYS}|周末|双休日|(工作日))`),
    (m) => daysBut(m[1] !== undefined, m[3] ? WORKDAYS : m[2] === undefined ? [5, 6] : daysOf(m[2])),
  ],
  [
    new RegExp(`每(?:个)?月${APART}(?:第?([一二三四1-4])个?|(最后|倒数第[一二三123])一?个?)(?:工作日|上班日)`),
    (m) => ({ unit: 'month', every: 1, on: [], nth: { which: whichOf(m[1], m[2]), weekday: WORKDAY } }),
  ],
  [
    new RegExp(`每(?:个)?月${APART}(?:第?([一二三四1-4])个?|(最后)一?个?)${WEEK}(${WEEKDAY})`),
    (m) => ({ unit: 'month', every: 1, on: [], nth: { which: m[2] ? -1 : numberIn(m[1]!), weekday: dayIn(m[3]!) } }),
  ],
  [
    new RegExp(`每(隔)?(?:${COUNT}个|个)?(月|季度?)${APART}(?:最后一天|月?底|[月季]?末)`),
    (m) => spread([-1], stepIn(m[1], m[2]), m[3]!),
  ],
  [
    new RegExp(`每(隔)?(?:${COUNT}个|个)?(月|季度?)${APART}(?:的?第一天|初(?![一二三四五六七八九十]))`),
    (m) => spread([1], stepIn(m[1], m[2]), m[3]!),
  ],
  [
    new RegExp(`每(隔)?(?:${COUNT}个|个)?(月|季度?)${APART}${DATES_ZH}`),
    (m) => spread(datesIn(m[4]!), stepIn(m[1], m[2]), m[3]!),
  ],
  [/每半年/, () => monthly([], 6)],
  [
    new RegExp(`每年${APART}${COUNT.replace('1,2', '1,3')}月${COUNT.replace('{1,2}]', '{1,3}]')}[号日]?`),
    (m) => dated(numberIn(m[1]!), numberIn(m[2]!)),
  ],
  [
    new RegExp(`${COUNT.replace('1,2', '1,3')}月${COUNT.replace('{1,2}]', '{1,3}]')}[号日]?[,，]?每年(?:都|的)?`),
    (m) => dated(numberIn(m[1]!), numberIn(m[2]!)),
  ],
  [
    new RegExp(`(?:每逢?|逢)个?${WEEK}(${WEEKDAY})(?:到|至|[-–~～])${WEEK}?(${WEEKDAY})`),
    (m) => weekly(between(dayIn(m[1]!), dayIn(m[2]!))),
  ],
  [
    new RegExp(
      `(?<![下上本这个那])${WEEK}(${WEEKDAY})(?:到|至|[-–~～])${WEEK}?(${WEEKDAY})都?(?=[\\s,，]?(?:早|上午|中午|下午|傍?晚|凌晨|[${DIGIT_ZH}]{1,3}[点點:]))`,
    ),
    (m) => weekly(between(dayIn(m[1]!), dayIn(m[2]!))),
  ],
  [new RegExp(`每?逢${DATES_ZH}`), (m) => monthly(datesIn(m[1]!))],
  [
    /每个?非(?:工作|上班)日|(?<!\p{Script=Han})非(?:工作|上班)日(?:每天|都)?(?=早|上午|中午|下午|晚|\d)/u,
    () => weekly([5, 6]),
  ],
  [
    new RegExp(`每个?(?:工作日|上班日)|(?<![非下上个第最后本这周${DIGIT_ZH}])工作日每?天?(?=早|上午|中午|下午|晚|\\d)`),
    () => weekly(WORKDAYS),
  ],
  [/每个?周末|周末都/, () => weekly([5, 6])],
  [
    new RegExp(`[每逢](?:(隔)?${COUNT}个?${WEEK}${APART})${WEEK}${WEEKDAYS}`),
    (m) => weekly(daysOf(m[3]!), stepIn(m[1], m[2])),
  ],
  [new RegExp(`隔${WEEK}${APART}${WEEK}?${WEEKDAYS}`), (m) => weekly(daysOf(m[1]!), 2)],
  [new RegExp(`${WEEK}${WEEKDAYS}[,的]?每[天周]`), (m) => weekly(daysOf(m[1]!))],
  [new RegExp(`(?:每逢?|逢)个?${WEEK}(?:${APART}${WEEK})?${WEEKDAYS}`), (m) => weekly(daysOf(m[1]!))],
  [new RegExp(`每(隔)?${COUNT}个?(天|日|${WEEK}|月|季度?|年)`), (m) => spaced(stepIn(m[1], m[2]), m[3]!)],
  [/隔[天日]/, () => daily(2)],
  [new RegExp(`隔${WEEK}`), () => weekly([], 2)],
  [/每(?=[早晚])/, () => daily(1)],
  [/每[天日](?:都要?)?/, () => daily(1)],
  [new RegExp(`每个?(${WEEK}|月|季(?!度)|季度|年)(?!刊|报(?:$|[\\s,，]))`), (m) => spaced(1, m[1]!)],
];

/** Said twice it is each: 天天 as 每天. Not where one of the two belongs to another word (今天|天气), or somebody is called so. As long as what it stands for. */
export const REDOUBLED = new RegExp(
  [
    `(?<![${DIGIT_ZH}多今明后昨前当每聊白整半给跟和对叫找问向替与约陪送])(?:天天(?![气亮黑冷热晴阴数空色]|快递|特价|向上|基金)|日日(?![程期记报常用本历志子]))`,
    `(?<![${DIGIT_ZH}每隔个上下本当这那今明去前后整半满正])(?:月月(?=[${DIGIT_ZH}初底末最])|年年(?=[${DIGIT_ZH}])|周周(?=${WEEKDAY}|末))`,
  ].join('|'),
  'gu',
);

/** 倒数第二个 is -2. */
const whichOf = (nth: string | undefined, fromEnd: string | undefined): number =>
  fromEnd === undefined ? numberIn(nth!) : -(fromEnd === '最后' ? 1 : numberIn(fromEnd.at(-1)!));

const dayIn = (text: string): number => '一二三四五六日'.indexOf(text.replace('天', '日'));
const daysOf = (text: string): number[] => daysInRow(text, `${WEEK}?${WEEKDAY}`, (day) => dayIn(day.at(-1)!));
/** 隔一周 is each second week, 隔两天 each third day. */
const stepIn = (apart: string | undefined, count: string | undefined): number =>
  (count === undefined ? 1 : numberIn(count)) + (apart === undefined ? 0 : 1);

function spaced(every: number, unit: string): Days | undefined {
  if (/^[天日]/.test(unit)) return daily(every);
  if (/^[周星礼]/.test(unit)) return weekly([], every);
  if (/^季/.test(unit)) return monthly([], every * 3);
  return unit === '月' ? monthly([], every) : { unit: 'year', every, on: [] };
}
