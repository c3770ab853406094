import { headWords } from '../cut.ts';
import { COUNTERS } from '../money/money_context.ts';
import { plainly } from '../plainly.ts';
import { beginsWithSum } from './figures/sum.ts';
import { NO_DATE } from './grammar/anchor.ts';
import { SUM_UNIT } from './grammar/clock_en.ts';
import { noDay } from './grammar/when_zh.ts';
import { HEDGES } from './hedge.ts';
import { VAGUE, VAGUE_FIRST } from './vague_time.ts';

/** Nothing is looked for further from the beginning. */
const LONGEST = 500;

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** By themselves these words are other things, but next to a time they are days. */
const shortDay = '(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)';
const number = '(?:\\d{1,4}|[零〇一二两三四五六七八九十]{1,4})';
/** No name ends in it: of 李四三点 the hour is 三点. */
const hour = '(?:\\d{1,4}|二?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])';

/** What may follow 周八, which may also be somebody's name. */
const dayEnds = '(?=$|[\\s,，。前后交打给发送到去开见])';

/** Whatever looks like a time of day, a day or a date, whether or not there is such a one: 25:00, 2月30日, EOD, 9am EST. */
const TIME = [
  '(?<![\\d/])[1-7]/[2-8]\\s?(?:(?:of )?an? )?(?:hours?|hrs?|minutes?|mins?|days?|weeks?)\\b',
  '(?<![\\d/])[1-7]/[2-8]\\s?个?(?:小时|钟头)',
  '\\d{1,2}:\\d{2}(?!\\d)(?:\\s?[ap]\\.?m\\b)?',
  '\\d{1,2}(?:[.-]\\d{1,2})?\\s?[ap]\\.?m\\b',
  '(?<![\\d.:,])\\d{1,2};[0-5]\\d(?![\\d;])',
  '\\bat \\d{1,2}[.!]?$',
  '\\d{1,2}h(?:\\d{2})?\\b',
  "(?:\\d{1,2}|\\b[a-z]{3,6}) o['’]?clock\\b",
  '\\b(?:half|quarter) (?:past|to|after) (?:\\d{1,2}|[a-z]{3,6})\\b',
  '\\b(?:mon|tues?|wed|thu(?:rs?)?|fri)\\b(?!\\.\\w)',
  `\\b(?:this|next|coming|on|by) ${shortDay}\\b`,
  `\\b(?:on|by|before|until) (?:the )?\\d{1,2}(?:st|nd|rd|th)\\b(?! (?:of\\b|${month}))`,
  '\\b(?:from|of|since) the \\d{1,2}(?:st|nd|rd|th)(?=[.!]?$)',
  '^\\d{1,2}(?:st|nd|rd|th)\\b(?! of\\b)',
  '\\bat \\d{1,2}(?::\\d{2})?(?:\\s?[ap]\\.?m)? or \\d{1,2}\\b',
  '\\bin the (?:morning|afternoon|evening)\\b',
  '\\bnext (?:week|month)\\b',
  '\\bend of (?:the |this |next )?week\\b',
  '\\b(?:from \\d{1,2} to|between \\d{1,2} and) \\d{1,2}\\b',
  '(?:^|\\bat )\\d{1,2}\\.\\d{2}(?![\\d.%]|\\s?(?:[元块斤公米万$€£]|kg|usd|rmb|eur|gbp))',
  '(?<=\\s)\\d{1,2}\\.[0-5]\\d$',
  '\\b(?:the )?day after tomorrow\\b',
  '\\b(?:eod|eow|cob|noon|midnight|tonight|tonite|tomorrow|tmrw|tmr|2moro|2morrow|today)\\b',
  `\\b${weekday}\\b`,
  `\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b`,
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b`,
  `(?<![\\d/])${NO_DATE}\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])`,
  '(?<!\\d)\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\bin (?:\\d{1,3}|an?|one|two|three) (?:minutes?|hours?|days?|weeks?|months?)\\b',
  `${hour}[点點](?!心|单|餐|赞|评|击)(?:半|${number}分?)?`,
  `(?:\\d{4}年)?${number}月${number}[日号]`,
  '(?:下+个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末](?![\\p{Script=Han}]?刊)',
  `(?:(?:下+个?|这个?|本)(?:周|星期|礼拜)|(?:星期|礼拜))${noDay}|(?<![一二两三四五六七八九十\\d每上几半整])周[七八九]${dayEnds}`,
  '^(?:3[2-9]|[4-9]\\d)[日号](?![线楼店院房桌铺位])',
  '(?:今|明|大?后)[天晚早]',
  '(?<![\\d一二三四五六七八九十两])\\d{1,2}[日号](?![线楼店])(?=[前到至\\s]|$)',
].join('|');
/** At the beginning of what is to be done: 晚点 打电话, later call Kim, 12.5 交稿, 9 call mum. */
const TASK_FIRST =
  /(?:^(?:as soon as possible|when(?:ever)? (?:i|we) (?:can|have (?:a )?(?:time|minute|moment)|get (?:time|a chance))|尽快|尽早|赶紧|抓紧|马上|立刻|有空(?:了|的时候)?|得空|\p{Script=Han}{2,8}?(?:那天|当天|那晚)(?=[\s,，。]))|[\s,]asap[\s.!]*$|\bas soon as possible[\s.!]*$|[\s,，](?:尽快|尽早)[。！!]?$)|^(?:(?:soon|later|asap|sometime|some time|shortly|in a bit|the \d{1,2}(?:st|nd|rd|th))(?![\p{L}\p{N}'’-])|(?:晚点儿?|晚些时候|待会儿?|等会儿?|一会儿?|稍后|回头|改天|过阵子|过两天|过几天)|(?:\d{1,2}|[01]\d[0-5]\d|2[0-3][0-5]\d)(?=\s(?:call|ring|phone|email|mail|meet|text|visit|pick up)\b)|(?:1[0-2]|[1-9])\.(?:[12]\d|3[01]|[1-9])(?=\s+\p{L}|$)(?!\s?(?:[元块斤公米万$€£]|kg|g\b|cm|mm|ml|l\b|usd|rmb|eur|gbp)))/iu;
const ANYWHERE = new RegExp(`${TIME}|${VAGUE}`, 'iu');
/** What no number of a time, but a measure or money, is followed by. */
const NO_MEASURE = '(?!\\s?(?:[元块斤公米万%$€£¥]|(?:kg|km|cm|mm|ml|g|l|m|lbs?|oz|hours?|hrs?|usd|rmb|eur|gbp)\\b))';
/** 2.1. or 24/12: the other half of some dates. */
const NUMBERED = `\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{0,4})?(?=$|[\\s,，。;；:：|–—~-])${NO_MEASURE}`;
/** In front of what counts: 20 大箱; the 日 of 生日快乐 counts nothing. */
const SIZE = '[大小新旧老长短整半多余几双单红白黑蓝绿黄公平]';
/** Next to a time even a bare number may belong to it. */
const FIRST = new RegExp(
  `^(?:(?:at|on|by|until|till?|to|and|or|in|between|since|past|within)\\s{1,3}|${HEDGES}{1,2}(?:at\\s{1,3})?|[-–—~到至或和&/、,]\\s{0,3})?(?:${TIME}|${VAGUE}|${VAGUE_FIRST}|${NUMBERED}|[012]\\d[0-5]\\d/[012]\\d[0-5]\\d(?!\\d)|\\d{1,4}(?:\\s?[-–~]\\s?\\d{1,4})?(?![\\d%]|[.,/:]\\S)(?!${SUM_UNIT}|\\s?(?:${SIZE}?[${COUNTERS}]|[元块]))|(?:utc|gmt|[ecmp][sd]t|cet|cest|bst|jst|hkt|sgt|ist)\\b|(?:his|her|their|your|local|\\p{L}+['’]s) time\\b|(?:当地|对方|那边|他那边|她那边|他们那边|客户)时间)`,
  'iu',
);

/** Said of what is over: not a time to do anything at. */
const PAST =
  /\b(?:last|past|previous)\s{1,3}(?:week|month|year|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]s)?|\byesterday\b|上+个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|昨[天晚]|前天|去年/giu;

const RECURRING =
  /\b(?:every|each)\s{1,3}(?:other\s{1,3})?(?:\d{1,3}\s{1,3})?(?:day|night|morning|evening|weekday|week|fortnight|month|quarter|year|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)s?\b|\b(?:daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually)\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days\b|^(?:on )?(?:weekdays|weekends|mornings|afternoons|evenings)\b|\b(?:every|each) (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b(?:once|twice|(?:two|three|four|\d{1,2}) times) (?:an?|per|every|each) (?:day|week|month|year)\b|[一每][天日周月年]\s?[\d一二两三四五六七八九十]{1,2}[次遍回]|[每逢](?:隔?[一二两三四五六七八九十\d]{0,2}个?(?:天|日|周|星期|礼拜|月|季度?|年|小时|早|晚)[一二三四五六日天末早晚]?(?:\d{1,2}[号日])?|个工作日|天)|(?<![相重欣遭恰正适])每?逢[一二三四五六七八九十\d]{1,3}(?![号日])|隔[天周日]/iu;

/** Words about what is over at the very beginning, where a time to come was wanted. */
export function overFirst(text: string): string | undefined {
  const said = overIn(text);
  return said !== undefined && plainly(text).trimStart().startsWith(said) ? said : undefined;
}

/** What is over, where a time to come is wanted: yesterday, 昨天. Undefined: nothing is; yesterday's orders are a thing. */
export function overIn(text: string): string | undefined {
  const plain = plainly(headWords(text, LONGEST));
  const found = [...plain.matchAll(PAST)].find(({ 0: said, index }) => {
    const [before, after] = [plain.slice(0, index).trimEnd(), plain.slice(index + said.length)];
    if (/['’]s$/i.test(said) || /^(?:['’]s|的)/.test(after)) return false;
    return before === '' || (/^[\s.。!！]*$/.test(after) && !/\b(?:from|of|since|about|for|the)$/i.test(before));
  });
  return found?.[0];
}

/** The first words that look like a time, where none was read; undefined: there are none. Words about what is over are no times. */
export function timeIn(text: string): string | undefined {
  const plain = plainly(headWords(text, LONGEST)).replace(PAST, ' ');
  return (ANYWHERE.exec(plain) ?? TASK_FIRST.exec(plain))?.[0].trim();
}

/** Working days that are counted from something else, or within which something is to be done: no time of day beside them has its day. */
const WORKDAYS_SAID =
  /(?:within |in |after )?(?:(?:next|\d{1,3}|two|three|four|five) )?(?:working|business)[ -]days?(?: (?:of|before|after) \S{1,12})?|(?:[下上本]周?)?(?:倒数|最后)?(?:[第]?[一二两三四五六七八九十\d]{1,3})?个?(?:工作日|上班日)[之以]?[内前后]?/iu;

/** What is said of working days, where no time was read. */
export const workdaysIn = (text: string): string | undefined =>
  WORKDAYS_SAID.exec(plainly(headWords(text, LONGEST)))?.[0].trim();

const EACH = new RegExp(ANYWHERE.source, 'giu');

/** Where the first words that look like times stand, so many at most; what is over is none. */
export function likeTimes(text: string, most: number): { start: number; end: number }[] {
  const plain = plainly(headWords(text, LONGEST)).replace(PAST, (over) => ' '.repeat(over.length));
  const found: { start: number; end: number }[] = [];
  for (const { 0: said, index } of plain.matchAll(EACH)) {
    if (found.length >= most) break;
    found.push({ start: index, end: index + said.trimEnd().length });
  }
  return found;
}

/** So near to a time, words about what is over are about it: yesterday at 3pm, 昨天下午三点. */
const NEXT_TO = 6;

/** Whether a time that stands there is said to be over. */
export function overAt(text: string, start: number, end: number): boolean {
  const plain = plainly(headWords(text, LONGEST));
  return [...plain.matchAll(PAST)].some(
    ({ 0: said, index }) => index + said.length >= start - NEXT_TO && index <= end + NEXT_TO,
  );
}

/** A place whose clock is meant, perhaps one we do not know: 'Springfield time'. */
const PLACE_TIME = /^\(?(?:in )?(?:\p{Lu}[\p{L}.'-]*\s){1,3}time\b/u;

/** What looks like more of a time at the very beginning of what follows one: '1900 Shall we talk?', '- 2 Jan'. */
export function timeFirst(text: string): string | undefined {
  const plain = plainly(headWords(text, LONGEST)).trimStart();
  if (beginsWithSum(plain)) return undefined;
  return (FIRST.exec(plain) ?? PLACE_TIME.exec(plain))?.[0].trim();
}

/** What ends or changes a time, and cannot begin what a customer is told. */
const CLOSES =
  /^(?:-?ish|uhr|sharp|prompt(?:ly)?|exactly|(?:at the )?latest|o['’]?clock|(?:early|late)(?=[,.]|$)|\+\d{1,4}(?::\d{2})?(?![\d%])|[−-]\d{1,2}:?\d{2}(?!\d))(?![\p{L}\p{N}])|^(?:许|左右|前后|上下|多钟|整|深夜|夜里|半夜|午夜|凌晨|清早|大清早|发)(?=$|[\s,，。:：])|^(?:凌晨|半夜|夜里|深夜|清早|大清早)/iu;
/** When on that day, in words that say no hour; what is to be done may begin with them as well. */
const DAYTIME =
  /^(?:(?:at|by|for|around|about|before|after|over|during|towards?|until|till?)\s{1,3})?(?:early|late|later|lunch(?:[- ]?time)?|dinner(?:[- ]?time)?|supper(?:[- ]?time)?|breakfast(?:[- ]?time)?|tea[- ]?time|dawn|dusk|sunset|sunrise|evening|afternoon|morning|night|or so|or thereabouts|a\.?m|p\.?m|(?:at the )?(?:latest|earliest)|onwards?)(?![\p{L}\p{N}'’])|^(?:大概|大约|约莫|差不多|最晚|最迟|最早|不晚于|不早于|将近|饭点|[早午晚]饭|饭[前后]|[上下]班|收工|打烊|[前后][一二两三四五六七八九十几]{1,2}个?(?:天|周|星期))/iu;

/** What stands right behind a time and would not be words to a customer: the rest of it. */
export function restOfTime(rest: string): string | undefined {
  const plain = plainly(headWords(rest, LONGEST)).trimStart();
  const bare = plain.replace(/^[([{【"'~@]\s?/, '');
  const more = leftOfTime(rest, true) ?? (bare === plain ? undefined : leftOfTime(bare, true));
  return more ?? DAYTIME.exec(plain)?.[0].trim();
}

/** 'Monday works for me': the sentence goes on from the day. A question ('can you …') begins one. */
const GOES_ON =
  /^(?:works?|sounds?|suits?|looks?|seems?|fits?|(?:is|are|was|will|would|should|could|can|may|might|has|does)(?:n['’]?t| not)?(?! (?:you|we|i|it|he|she|they|the|there|this|that|these|your|my|our|any|every|all|some)\b)|won['’]?t|can['’]?t)(?![\p{L}\p{N}])/u;

/** Parts of a day in Chinese; behind an hour 下午茶 is none. */
const PART_ZH =
  '(?:早[、,和跟]?(?:中午?)?[、,和跟]?晚(?![点些会])上?|(?:早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里)(?![茶好安]))';
const PART = `(?:(?:(?:in|at) )?(?:the )?(?:mornings?|afternoons?|evenings?|nights?|noon|midday|midnight|lunch ?time|bed ?time)\\b|${PART_ZH})`;

/** What a time is joined to: 'or Tue', '- Wed', 或周二. */
const JOINED = new RegExp(
  `^(?:(?:or|and|to|until|till?)\\s{1,3}|[-–—~到至或和&/、]\\s{0,3})(?:again\\s)?(?:(?:(?:at|on)\\s)?(?:${TIME}|${shortDay}\\b|\\d{1,4}(?!\\d))|${PART})`,
  'iu',
);
/** Two parts of a day with nothing between them: 早上晚上, 早晚. */
const SECOND_PART = new RegExp(`^${PART_ZH}`, 'u');

/** Another part of the day right behind a time that was read. */
export const secondPart = (rest: string): string | undefined => SECOND_PART.exec(plainly(rest.trimStart()))?.[0];

/** What joined a time at the beginning of `said` to the rest belongs to what is left: the dash of mon-wed, the to of from 2 to 4. */
export function withJoint(said: string, rest: string): string {
  if (!said.endsWith(rest)) return rest;
  const joint = /(?:[-–—、]|\b(?:to|till?|until))\s*$/i.exec(said.slice(0, said.length - rest.length))?.[0] ?? '';
  return joint.trim() === '' ? rest : `${joint.trim()}${/\p{L}/u.test(joint) ? ' ' : ''}${rest}`;
}

/** What of a time is left right behind one that was read: the rest of a range, a second day, an hour nobody can be sure of. */
export function leftOfTime(rest: string, dateOnly: boolean): string | undefined {
  const plain = plainly(headWords(rest, LONGEST)).trimStart();
  const joined =
    CLOSES.exec(plain)?.[0] ?? JOINED.exec(plain)?.[0] ?? new RegExp(`^${shortDay}\\b`, 'i').exec(plain)?.[0];
  const more = timeFirst(rest);
  return joined ?? (more !== undefined && (dateOnly || !/^\d{1,4}$/.test(more)) ? more : undefined);
}

/** What follows a time and would not be words to a customer: the rest of it, or of the sentence it belongs to. `glued`: nothing parts them. */
export function leftForCustomer(rest: string, glued: boolean): string | undefined {
  const plain = plainly(headWords(rest, LONGEST)).trimStart();
  const more = restOfTime(rest);
  if (more !== undefined || !glued) return more ?? GOES_ON.exec(plain)?.[0];
  return GLUED_ON.exec(plain)?.[0];
}

const DAY =
  /^(?:(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?=\s+\p{L}{2})(?!\s+(?:at|or|and|to|until|morning|afternoon|evening|night|noon)\b)|[今明后]天(?=[给您你我的为帮会可不是已]))/iu;

/** Whether the words behind a moment begin with a day that is their own: 明天9点 | 今天给您退款. */
export const beginsWithOwnDay = (words: string): boolean => DAY.test(plainly(words).trimStart());

/** Right behind a time in Chinese it may be one word with it: 下午茶, 三点水, 周一可以. Who speaks to somebody begins otherwise. */
const GLUED_ON = /^(?![您你亲请])\p{Script=Han}{1,4}/u;

/** Whether a time at the beginning may be the beginning of a word: 下午|茶 订位, 三点|水 包装. */
export function beginsWord(text: string, { rest }: { rest: string }): boolean {
  const end = text.length - rest.length;
  const isGlued = rest !== '' && text.endsWith(rest) && /^\p{Script=Han}{2}/u.test(text.slice(end - 1));
  if (!isGlued) return false;
  // 8点点钱: behind a figure 点 is the hour's
  if (/\d[点點]$/.test(text.slice(0, end)) && /^[点點]/.test(rest)) return false;
  const near = [...WORDS.segment(plainly(text.slice(0, end + 8)))];
  const bare =
    /^[一二两三四五六七八九十][点點]$/.test(text.slice(0, end)) &&
    !/^(?:给|去|到|开|打|见|发|接|送|和|跟|找|叫|回)/.test(rest);
  return bare || near.some(({ index, segment }) => index < end && end < index + segment.length);
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that ask for a repetition, and the text with its first time in their place. */
export interface Recurrence {
  said: string;
  once: string;
}

/** Whether something is to come back: every monday, 每天9点. */
export function recurrenceIn(text: string): Recurrence | undefined {
  const found = RECURRING.exec(plainly(headWords(text, LONGEST)));
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
  [/^(?:daily|every\s+(?:day|morning|weekday)|(?:on\s)?(?:mornings|weekdays))/i, 'tomorrow'],
  [/^(?:每(?:天|日|个工作日)|隔[天日])$/, '明天'],
  [/^每[天日]早/, '明早'],
  [/^每[天日]晚/, '今晚'],
  [/^(?:every\s+(?:night|evening)|(?:on\s)?evenings)/i, 'tonight'],
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

const JOINT = /\s(?:is|are|was|will be)(?: due)?(?: on| at| by)?\s*$|(?<=\S{2})(?:是|定在|定于)\s*$/iu;

/** 5点后 打电话: the hour's. */
const JOINT_ZH = /^(?:[之以过]?后)(?=[\s,，]|打|给|去|联系|回(?:复|电)|发|叫|问)[\s,，]{0,3}/u;

/** A title in front of its time without the word that joined them: the deadline is 10 December. */
export const withoutJoint = (said: string, title: string): string =>
  title.replace(said.trimStart().startsWith(title) ? JOINT : JOINT_ZH, '');

const OF_NOTHING =
  /^(?:(?:to|about|that|of|for|it|this|please|pls|later|then|一下|下|一声|到点|到时候?|时候?|的时候|这个?|那个?|吧|哦|啊|好吗)[\s,，。.!！]*){1,3}$/iu;

/** Whether of words that ask for a reminder nothing is left that says of what: remind me to, 到点提醒我. */
export const isOnlyReminder = (words: string): boolean => OF_NOTHING.test(words.trim());

const HOUR = /\d\s?(?:[点时:：]|am\b|pm\b)|[一二三四五六七八九十两]点/iu;

/** Whether the words say a time of the day: 9点, 9:30, 9 am. */
export const saysHour = (words: string): boolean => HOUR.test(words);
