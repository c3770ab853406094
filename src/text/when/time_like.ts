import { COUNTERS } from '../money/money_context.ts';
import { plainly } from '../plainly.ts';
import { VAGUE, VAGUE_FIRST } from './vague_time.ts';
import { NO_DATE } from './when_grammar.ts';

/** Further from the beginning nothing is looked for. */
const LONGEST = 500;

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** As words they are other things, but next to a time they are days. */
const shortDay = '(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)';
const number = '[\\d零〇一二两三四五六七八九十]{1,4}';

/** Whatever looks like a time of day, a day or a date, whether or not there is such a one: 25:00, 2月30日, EOD, 9am EST. */
const TIME = [
  '(?<![\\d/])[1-7]/[2-8]\\s?(?:(?:of )?an? )?(?:hours?|hrs?|minutes?|mins?|days?|weeks?)\\b',
  '(?<![\\d/])[1-7]/[2-8]\\s?个?(?:小时|钟头)',
  '\\d{1,2}:\\d{2}(?!\\d)(?:\\s?[ap]\\.?m\\b)?',
  '\\d{1,2}(?:[.-]\\d{1,2})?\\s?[ap]\\.?m\\b',
  '\\d{1,2}h(?:\\d{2})?\\b',
  "(?:\\d{1,2}|\\b[a-z]{3,6}) o['’]?clock\\b",
  '\\b(?:half|quarter) (?:past|to|after) (?:\\d{1,2}|[a-z]{3,6})\\b',
  '\\b(?:mon|tues?|wed|thu(?:rs?)?|fri)\\b(?!\\.\\w)',
  `\\b(?:this|next|coming|on|by) ${shortDay}\\b`,
  `\\b(?:on|by|before|until) (?:the )?\\d{1,2}(?:st|nd|rd|th)\\b(?! (?:of\\b|${month}))`,
  '^\\d{1,2}(?:st|nd|rd|th)\\b(?! of\\b)',
  '\\bin the (?:morning|afternoon|evening)\\b',
  '\\bnext (?:week|month)\\b',
  '\\bend of (?:the |this |next )?week\\b',
  '\\b(?:from \\d{1,2} to|between \\d{1,2} and) \\d{1,2}\\b',
  '(?:^|\\bat )\\d{1,2}\\.\\d{2}(?![\\d.%]|\\s?(?:[元块斤公米万$€£]|kg|usd|rmb|eur|gbp))',
  '(?<=\\s)\\d{1,2}\\.[0-5]\\d$',
  '\\b(?:eod|eow|cob|noon|midnight|tonight|tonite|tomorrow|today)\\b',
  `\\b${weekday}\\b`,
  `\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b`,
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b`,
  `(?<![\\d/])${NO_DATE}\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])`,
  '(?<!\\d)\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\bin (?:\\d{1,3}|an?|one|two|three) (?:minutes?|hours?|days?|weeks?|months?)\\b',
  `${number}[点點](?!心|单|餐|赞|评|击)(?:半|${number}分?)?`,
  `(?:\\d{4}年)?${number}月${number}[日号]`,
  '(?:下+个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末](?![\\p{Script=Han}]?刊)',
  '(?:今|明|后)[天晚早]',
  '(?<![\\d一二三四五六七八九十两])\\d{1,2}[日号](?![线楼店])(?=[前到至\\s]|$)',
].join('|');
const ANYWHERE = new RegExp(`${TIME}|${VAGUE}`, 'iu');
/** Next to a time even a bare number may belong to it. */
const FIRST = new RegExp(
  `^(?:(?:at|on|by|until|to|and|or|in)\\s{1,3}|[-–—~到至或和&/、,]\\s{0,3})?(?:${TIME}|${VAGUE}|${VAGUE_FIRST}|\\d{1,4}(?:\\s?[-–~]\\s?\\d{1,4})?(?![\\d.,/:%])(?!\\s?(?:[$€£¥]|\\p{Script=Han}?[${COUNTERS}]))|(?:utc|gmt|[ecmp][sd]t|cet|cest|bst|jst|hkt|sgt|ist)\\b|(?:his|her|their|your|local|\\p{L}+['’]s) time\\b|(?:当地|对方|那边|他那边|她那边|他们那边|客户)时间)`,
  'iu',
);

/** Said of what is over: no time to do anything at. */
const PAST =
  /\b(?:last|past|previous)\s{1,3}(?:week|month|year|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]s)?|\byesterday\b|上+个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|昨[天晚]|前天|去年/giu;

const RECURRING =
  /\b(?:every|each)\s{1,3}(?:other\s{1,3})?(?:\d{1,3}\s{1,3})?(?:day|night|morning|evening|weekday|week|fortnight|month|quarter|year|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)s?\b|\b(?:daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually)\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days\b|[每逢](?:隔?[一二两三四五六七八九十\d]{0,2}个?(?:天|日|周|星期|礼拜|月|季度?|年|小时|早|晚)[一二三四五六日天末早晚]?(?:\d{1,2}[号日])?|个工作日|天)|隔[天周日]/iu;

/** Words about what is over at the very beginning, where a time to come was wanted. */
export function overFirst(text: string): string | undefined {
  const said = overIn(text);
  return said !== undefined && plainly(text).trimStart().startsWith(said) ? said : undefined;
}

/** What is over, where a time to come is wanted: yesterday, 昨天. Undefined: nothing is; yesterday's orders are a thing. */
export function overIn(text: string): string | undefined {
  const plain = plainly(text.slice(0, LONGEST));
  const found = [...plain.matchAll(PAST)].find(({ 0: said, index }) => {
    const [before, after] = [plain.slice(0, index).trimEnd(), plain.slice(index + said.length)];
    if (/['’]s$/i.test(said) || /^(?:['’]s|的)/.test(after)) return false;
    return before === '' || (/^[\s.。!！]*$/.test(after) && !/\b(?:from|of|since|about|for|the)$/i.test(before));
  });
  return found?.[0];
}

/** The first words that look like a time, where none was read; undefined: there are none. Words about what is over are no times. */
export function timeIn(text: string): string | undefined {
  return ANYWHERE.exec(plainly(text.slice(0, LONGEST)).replace(PAST, ' '))?.[0].trim();
}

/** A place whose clock is meant, perhaps one we do not know: 'Springfield time'. */
const PLACE_TIME = /^\(?(?:in )?(?:\p{Lu}[\p{L}.'-]*\s){1,3}time\b/u;

/** What looks like more of a time at the very beginning of what follows one: '1900 Shall we talk?', '- 2 Jan'. */
export function timeFirst(text: string): string | undefined {
  const plain = plainly(text.slice(0, LONGEST)).trimStart();
  return (FIRST.exec(plain) ?? PLACE_TIME.exec(plain))?.[0].trim();
}

/** What a time is joined to: 'or Tue', '- Wed', 或周二. */
const JOINED = new RegExp(
  `^(?:(?:or|and|to|until|till)\\s{1,3}|[-–—~到至或和&/、]\\s{0,3})(?:${TIME}|${shortDay}\\b|\\d)`,
  'iu',
);

/** What of a time is left right behind one that was read: the rest of a range, a second day, an hour nobody can be sure of. */
export function leftOfTime(rest: string, dateOnly: boolean): string | undefined {
  const plain = plainly(rest.slice(0, LONGEST)).trimStart();
  const joined = JOINED.exec(plain)?.[0] ?? new RegExp(`^${shortDay}\\b`, 'i').exec(plain)?.[0];
  const more = timeFirst(rest);
  return joined ?? (more !== undefined && (dateOnly || !/^\d{1,4}$/.test(more)) ? more : undefined);
}

/** Words that ask for a repetition, and the text with its first time in their place. */
export interface Recurrence {
  said: string;
  once: string;
}

/** Whether something is to come back: every monday, 每天9点. */
export function recurrenceIn(text: string): Recurrence | undefined {
  const found = RECURRING.exec(plainly(text.slice(0, LONGEST)));
  if (!found) return undefined;
  const said = found[0];
  const bare = said
    .replace(/^(?:every|each)\s{1,3}(?:other\s{1,3})?|^on\s/i, '')
    .replace(/^[每逢]个?月?/, '')
    .replace(/(day)s$/i, '$1');
  const once = ONCE.find(([pattern]) => pattern.test(said))?.[1] ?? bare;
  const before = text.slice(0, found.index);
  return { said, once: `${once}${text.slice(found.index + said.length)} ${before}`.trim() };
}

/** The first time of what comes back without a day of its own. */
const ONCE: readonly [RegExp, string][] = [
  [/^(?:daily|every\s+(?:day|morning|weekday))/i, 'tomorrow'],
  [/^(?:每(?:天|日|个工作日)|隔[天日])$/, '明天'],
  [/^每[天日]早/, '明早'],
  [/^每[天日]晚/, '今晚'],
  [/^every\s+(?:night|evening)/i, 'tonight'],
  [/^(?:weekly|every\s+week$)/i, 'next week'],
  [/^(?:每个?(?:周|星期|礼拜)|隔周)$/, '下周'],
  [/^(?:monthly|every\s+month$)/i, 'next month'],
  [/^每个?月$/, '下个月'],
];

const REMINDER =
  /^(?:(?:请|麻烦|帮我)?(?:提醒我|提醒一下我|记得|别忘了|别忘记|不要忘了|不要忘记|提醒)[:：,，]?\s{0,3}|(?:please\s{1,3})?(?:remind me(?:\s{1,3}(?:to|about|that))?|remember to|don['’]?t forget(?:\s{1,3}to)?)\b[:,]?\s{0,3})/i;

/** 'remind me to call Kim' and 提醒我给李雷回电话 without what a reminder says of itself. */
export function withoutReminder(text: string): string {
  const bare = text.trimStart().replace(REMINDER, '').trimStart();
  return bare === '' ? text : bare;
}
