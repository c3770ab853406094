import { headWords } from '../cut.ts';
import { simplify } from '../fold.ts';
import { findMoney } from '../money/find_money.ts';
import { narrow } from '../normalise.ts';
import { literal } from '../plainly.ts';
import { timesInFull } from '../when/past/abbreviated.ts';
import { likeTimes } from '../when/time_like.ts';

/** What stands for a part of a sentence that may be any of its kind. */
export const MARK = { who: '\ue001', when: '\ue002', money: '\ue003', n: '\ue004', order: '\ue005' } as const;
type Slot = keyof typeof MARK;

const SLOT = /\{(who|when|money|n|order|goods|words)\}/gu;

/** An example as it is compared with what was typed: with marks for what may be anything of its kind. */
export const withMarks = (sentence: string): string =>
  sentence.replace(SLOT, (_, slot: string) => (slot in MARK ? ` ${MARK[slot as keyof typeof MARK]} ` : ' '));

/** Longer is told or pasted, and no order to us. */
export const LONGEST = 200;

/** A sentence with marks in place of what it names, and what stood there as it was typed. */
export interface Marked {
  readonly text: string;
  readonly when?: string;
  readonly money?: string;
  readonly n?: string;
}

/** By itself it may be no other word: may, march. */
const surely = 'january|february|april|june|july|august|september|october|november|december';
const month = `(?:${surely}|may|march|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const day = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const count = '(?:an?|\\d{1,3}|two|three|four|five|six)';
/** Days that are over or go on, and what `likeTimes` takes for times only beside others: where they stand, not what they mean. */
const DAYS = new RegExp(
  [
    `\\b(?:yesterday|the day before yesterday)\\b(?: (?:morning|afternoon|evening|night))?`,
    `\\b(?:(?:this|(?:the )?(?:last|past)) (?:week|month|year|quarter|weekend|night|${day}|${count} (?:days|weeks|months|years)|${month})|this (?:morning|afternoon|evening))\\b`,
    `\\b${count} (?:minutes?|hours?|days?|weeks?|months?|years?) ago\\b`,
    `\\b(?:(?:in|since|end of|early|late) ${month}|${surely})\\b(?: \\d{4}\\b)?`,
    '\\b(?:tmrw|tomorow)\\b|\\bq[1-4]\\b(?: \\d{4}\\b)?',
    '\\b\\d{1,2}(?:st|nd|rd|th)\\b',
    '(?:(?:早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)(?=[\\d一二三四五六七八九十]{1,3}(?:点|:)))',
    '(?:昨|大?前)(?:天|晚|早)(?:早上|上午|中午|下午|晚上)?',
    '上+个?(?:周|星期|礼拜|月|季度?)[一二三四五六日天末底]?|(?:这个?|本)(?:周|星期|礼拜|月|季度|年)|下+个?(?:周|星期|礼拜|月底?|季度)(?![一二三四五六日天末])',
    '(?:最近|过去|近)(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})(?:天|周|个月|年)',
    '(?:\\d{1,3}|[一二两三四五六七八九十半]{1,2})(?:天|周|年|个?(?:小时|钟头|星期|礼拜|月)|分钟)[之以]?[前后]',
    '(?:今年|去年|明年|月底|年底|月初|年前|十一(?=放假|期间|假期))前?',
    '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?[日号]?(?:前|底)?',
    '\\d{1,2}[日号](?:之?前)?',
  ].join('|'),
  'giu',
);
/** So many times and amounts are looked for. */
const MOST = 8;
/** What parts a day from its time of day. */
const JOINT = /^,?\s?(?:at |by |on )?$/iu;
const BEFORE = /(?<![a-z])(?:on|until|till?|by|from|before|at) $/iu;

interface Place {
  start: number;
  end: number;
}

/** Where times stand, those of one day and its hour as one. */
function timesIn(text: string): Place[] {
  const days = [...text.matchAll(DAYS)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));
  const places = [...likeTimes(text, MOST), ...days].sort((one, other) => one.start - other.start);
  const whole: Place[] = [];
  for (const { start, end } of places) {
    const last = whole.at(-1);
    if (last && (start <= last.end || JOINT.test(text.slice(last.end, start)))) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole.map(({ start, end }) => ({ start: start - (BEFORE.exec(text.slice(0, start))?.[0].length ?? 0), end }));
}

const numbersIn = (text: string): Place[] =>
  [...text.matchAll(/\d[\d,]{0,12}(?:\.\d{1,2})?/gu)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));

/** Each with where it stands, the surest first. */
const READ: readonly (readonly ['when' | 'money' | 'n', (text: string) => Place[]])[] = [
  ['when', timesIn],
  // of which currency it is only its command says
  ['money', (text) => findMoney(text, 'CNY').slice(0, MOST)],
  ['n', numbersIn],
];

/** `names`: of people, as they stand in it; `numbers`: of orders. What stands there twice is not known: which is meant? */
export function marked(typed: string, names: readonly string[] = [], numbers: readonly string[] = []): Marked {
  const found: Partial<Record<Slot, string>> = {};
  let text = timesInFull(narrow(headWords(typed, LONGEST)));
  for (const name of names) text = text.replace(nameIn(name), ` ${MARK.who} `);
  for (const number of numbers) text = text.replace(numberIn(number), ` ${MARK.order} `);
  for (const [slot, read] of READ) {
    const places = read(text);
    const [place, ...others] = places;
    if (place && others.length === 0)
      found[slot] = text
        .slice(place.start, place.end)
        .trim()
        .replace(/^(?:on|by|until|till?|from|before) /iu, '');
    for (const { start, end } of places.reverse()) text = `${text.slice(0, start)} ${MARK[slot]} ${text.slice(end)}`;
  }
  return { ...found, text: simplify(text.toLowerCase()).replace(/['’]/gu, '') };
}

/** A name, and the s that says that something is theirs: Toms order. */
const nameIn = (name: string): RegExp => {
  const said = literal(name);
  return /\p{Script=Han}/u.test(name)
    ? new RegExp(said, 'gu')
    : new RegExp(`(?<![\\p{L}\\d])${said}(?:['’]?s)?(?![\\p{L}\\d])`, 'giu');
};

/** The number of an order, however its groups are parted: M-1, m 1, #1042. */
const numberIn = (number: string): RegExp =>
  new RegExp(`#?(?<![a-z\\d])${(number.match(/[a-z\d]+/giu) ?? []).join('[-./_ ]?')}(?![a-z\\d])`, 'giu');
