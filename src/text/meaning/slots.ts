import { headWords } from '../cut.ts';
import { simplify } from '../fold.ts';
import { narrow } from '../normalise.ts';

/** What stands for a part of a sentence that may be any of its kind. */
export const MARK = { who: '\ue001', when: '\ue002', money: '\ue003', n: '\ue004', order: '\ue005' } as const;
type Slot = keyof typeof MARK;

/** Longer is told or pasted, and no order to us. */
export const LONGEST = 200;

/** A sentence with marks in place of what it names, and what stood there as it was typed. */
export interface Marked {
  readonly text: string;
  readonly when?: string;
  readonly money?: string;
  readonly n?: string;
}

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}';
const day = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const clock = '(?:at |by )?(?:\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m\\b|\\d{1,2}:\\d\\d|at \\d{1,2}(?! ?%)\\b)';
const date = [
  '\\d{4}-\\d\\d?-\\d\\d?',
  `${month} \\d{1,2}(?:st|nd|rd|th)?\\b`,
  `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b`,
  '(?:today|tonight|tomorrow|tmrw|tomorow|yesterday)\\b(?: (?:morning|noon|afternoon|evening|night))?',
  `(?:this|next|last|past|end of) (?:week|month|year|quarter|weekend|${day}|\\d+ (?:days|weeks|months)|${month})\\b`,
  `(?:end of |early |late )${month}\\b`,
  `in (?:a|an|\\d+|two|three) (?:minute|hour|day|week|month)s?\\b`,
  `${day}\\b`,
  `in ${month}\\b`,
  'q[1-4]\\b',
].join('|');
const zhClock =
  '(?:早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点半?|:\\d\\d)(?:\\d{1,2}分)?';
const zhDate = [
  '\\d{4}-\\d\\d?-\\d\\d?',
  '(?:\\d{4}年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?(?:前|底)?',
  '(?:今|明|后|昨|前)(?:天|晚|早)(?:早上|上午|中午|下午|晚上)?',
  '(?:上+个?|这个?|本|下+个?)(?:周|星期|礼拜)[一二三四五六日天末]?',
  '(?:上+个?|这个?|本|下+个?)(?:月底?|季度|年)',
  '(?:周|星期|礼拜)[一二三四五六日天末]',
  '(?:最近|过去|近)(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})(?:天|周|个月)',
  '(?:今年|去年|明年|月底|年底|月初|年前)前?',
  '(?:\\d{1,2}|[一二两三四五六七八九十])(?:天|周|个月|小时|分钟)后',
].join('|');

/** Each with its mark, the surest first. */
const READ: readonly (readonly [Slot, RegExp])[] = [
  [
    'when',
    new RegExp(`(?:(?:\\b(?:on|until|till|by|from|before) )?\\b(?:${date})(?:,? ?${clock})?|\\b${clock})`, 'giu'),
  ],
  ['when', new RegExp(`(?:${zhDate})(?:${zhClock})?|${zhClock}`, 'gu')],
  [
    'money',
    /[¥￥$€£]\s?\d[\d,]{0,12}(?:\.\d{1,2})?k?\b|\d[\d,]{0,12}(?:\.\d{1,2})?\s?(?:元|块钱?|万|千|欧|美元|(?:k|usd|eur|gbp|cny|dollars?|bucks|euros?|pounds|quid)\b)|(?:[一二两三四五六七八九]?[十百千万][一二两三四五六七八九零十百千万]{0,8}|[一二两三四五六七八九]{2,3})(?:元|块钱?)?/giu,
  ],
  ['n', /\d[\d,]{0,12}(?:\.\d{1,2})?/gu],
];

/** `names`: of people, as they stand in it; `numbers`: of orders. */
export function marked(typed: string, names: readonly string[] = [], numbers: readonly string[] = []): Marked {
  const found: Partial<Record<Slot, string>> = {};
  let text = narrow(headWords(typed, LONGEST));
  for (const name of names) text = text.replace(nameIn(name), ` ${MARK.who} `);
  for (const number of numbers) text = text.replaceAll(number, ` ${MARK.order} `);
  for (const [slot, pattern] of READ)
    text = text.replace(pattern, (said) => {
      found[slot] ??= said.trim().replace(/^(?:on|by|until|till|from|before) /iu, '');
      return ` ${MARK[slot]} `;
    });
  // one number alone may be an amount
  if (found.money === undefined && found.n !== undefined) found.money = found.n;
  return { ...found, text: simplify(text.toLowerCase()).replace(/['’]/gu, '') };
}

/** A name, and the s that says that something is theirs: Toms order. */
const nameIn = (name: string): RegExp => {
  const said = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /\p{Script=Han}/u.test(name)
    ? new RegExp(said, 'gu')
    : new RegExp(`(?<![\\p{L}\\d])${said}(?:['’]?s)?(?![\\p{L}\\d])`, 'giu');
};
