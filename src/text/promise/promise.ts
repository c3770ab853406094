import { headWords } from '../cut.ts';
import { plainly, plainPattern } from '../plainly.ts';
import { type TimePlace, timePlaces } from '../when/times_said.ts';
import { parseWhen, type WhenContext } from '../when/when.ts';
import { dateOf, fromWallTime, monthEnd, wallTime } from '../when/zone.ts';
import * as en from './en.ts';
import * as zh from './zh.ts';

/** What a writer gives their word for, and until when. */
export interface PromiseMade {
  at: Date;
  /** No time of day was said. */
  dateOnly: boolean;
  /** It is to be done before that time, not at it. */
  by: boolean;
  /** The day that was named is not in this month: its last one, which may be meant as well. */
  lastDay?: Date;
  /** The words in which it was promised. */
  words: string;
}

/** Longer words are not looked through, nor more sentences, and longer sentences promise nothing. */
const LONGEST = 2000;
const MOST_SENTENCES = 40;
const LONGEST_SENTENCE = 300;

const ENGLISH = en.PROMISES.map((one) => new RegExp(one, 'giu'));
const ENGLISH_AGAINST = new RegExp(en.AGAINST, 'iu');
const ENGLISH_BORDER = new RegExp(en.BORDER, 'iu');
const ENGLISH_BY = new RegExp(`(?<![\\p{L}])${en.BY}\\s*$|^\\s*${en.BY}(?![\\p{L}])`, 'iu');
const JOINT = new RegExp(en.JOINT, 'iu');
const OPENING = new RegExp(en.OPENING, 'iu');
const CHINESE = zh.PROMISES.map((one) => plainPattern(new RegExp(one, 'gu')));
const CHINESE_AGAINST = plainPattern(new RegExp(zh.AGAINST, 'u'));
const CHINESE_OVER = plainPattern(new RegExp(zh.OVER, 'u'));
const CHINESE_OTHERS = plainPattern(new RegExp(zh.OTHERS, 'u'));
const CHINESE_AFTER = plainPattern(new RegExp(zh.AFTER, 'u'));
const CHINESE_WAS = plainPattern(new RegExp(zh.WAS, 'u'));
const CHINESE_MORE = plainPattern(new RegExp(zh.MORE, 'u'));
const CHINESE_BY = plainPattern(new RegExp(`^\\s*${zh.BY}|${zh.BY}\\s*$`, 'u'));
const HAN = /\p{Script=Han}/u;

/** What is quoted is somebody else's: lines behind a sign, and words in quotation marks. */
const QUOTED = /^[ \t]*[>＞|].*$|[“「『"][^”」』"\n]{0,400}[”」』"]/gmu;
/** A point between figures ends nothing. */
const SENTENCE = /[^\n.。!！?？；;]{1,400}(?:[.](?=\d)[^\n.。!！?？；;]{0,400}){0,4}[.。!！?？；;\n]?/gu;
const CLAUSE = /[^，,、]+[，,、]?/gu;

/** So many promises of one answer are told of. */
const MOST = 3;

/** What the writer of an answer has promised first. */
export const promiseIn = (text: string, context: WhenContext): PromiseMade | undefined => promisesIn(text, context)[0];

/**
 * What the writer of an answer has promised their reader for a time that is named, each time once, in its order. []: nothing, or it is not plain:
 * of a question, a condition, a refusal, what is over, and what somebody else does nothing is taken for a promise.
 */
export function promisesIn(text: string, context: WhenContext): PromiseMade[] {
  const own = headWords(text, LONGEST).replace(QUOTED, (said) => ' '.repeat(said.length));
  const sentences = own.match(SENTENCE) ?? [];
  const made: PromiseMade[] = [];
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    const said = sentence.trim();
    if (said === '' || said.length > LONGEST_SENTENCE) continue;
    const found = (HAN.test(said) ? chinese(said, context) : english(said, context)).filter(
      ({ at }) => at > context.now,
    );
    const each = found.filter(({ at }, nth) => found.findIndex((one) => +one.at === +at) === nth);
    for (const { words, ...one } of each)
      if (!made.some(({ at }) => +at === +one.at)) made.push({ ...one, words: each.length === 1 ? said : words });
    if (made.length >= MOST) break;
  }
  return made.slice(0, MOST);
}

type Found = PromiseMade;
type Placed = Omit<Found, 'words'> & { end: number };

/** What follows in the same breath: Thursday, and the bill on Friday. */
const MORE =
  /^(?:and|then|,|&|\s){0,6}(?:the|your|our|my|an?|its?) (?:(?!(?:is|are|was|were|will|has|have|had|be|can|needs?|opens?|closes?|starts?|ends?)\b)[\p{L}-]{2,20} ){1,3}(?=\S)/iu;

const FURTHER = new RegExp(en.FURTHER, 'iu');

/** One after the other: what stands behind the time of one may be the next. */
function english(said: string, context: WhenContext): Found[] {
  if (ENGLISH_AGAINST.test(said)) return [];
  const found: Found[] = [];
  let from = 0;
  while (found.length < MOST) {
    const rest = said.slice(from).replace(/^[\s,]+/u, '');
    const lead = said.length - rest.length;
    const isJoined = found.length > 0 && (/,\s*$/u.test(said.slice(0, lead)) || /^(?:and|then|&)/iu.test(rest));
    const one = (isJoined ? furtherIn(rest, context) : undefined) ?? firstIn(rest, context);
    if (!one) break;
    const { end, ...made } = one;
    found.push({ ...made, words: rest.slice(0, end).replace(/^(?:and|then)\s|[\s,.!]+$/giu, '') });
    from = lead + end;
  }
  return found;
}

function furtherIn(rest: string, context: WhenContext): Placed | undefined {
  const done = FURTHER.exec(rest)?.[0];
  const front = done ?? MORE.exec(rest)?.[0];
  const [time] = front ? timesIn(rest, context) : [];
  if (
    !front ||
    !time ||
    !/^(?:(?:on|by|at|before|until) )?$/iu.test(rest.slice(front.length, Math.max(front.length, time.start)))
  )
    return undefined;
  return /^[\s,.!]*(?:$|and\b|then\b)|^\s*,\s*(?:the|your|our|my|an?)\s/iu.test(rest.slice(time.end))
    ? { ...foundAt(time, rest, ENGLISH_BY), end: time.end }
    : undefined;
}

function firstIn(said: string, context: WhenContext): Placed | undefined {
  for (const pattern of ENGLISH)
    for (const match of said.matchAll(pattern)) {
      const behind = said.slice(match.index);
      const region = behind.slice(0, borderIn(behind, match[0].length));
      const [time] = timesIn(region, context);
      if (time) return { ...foundAt(time, region, ENGLISH_BY), end: match.index + time.end };
      const front = said.slice(0, match.index);
      const before = timesIn(front, context).at(-1);
      if (before && JOINT.test(front.slice(before.end)) && OPENING.test(front.slice(0, before.start)))
        return { ...foundAt(before, front, ENGLISH_BY), end: match.index + match[0].length };
    }
  return undefined;
}

/** A span within which it is done ends when that time has passed; every place stays. */
const WITHIN = /(?<![\p{L}])within (?=\d|an? |one|two|three|four|five|six|seven|the )/giu;
const WITHIN_CHINESE = plainPattern(/(?<=[\d一二两三四五六七八九十](?:天|周|个?(?:小时|钟头|星期|礼拜)|分钟))内/gu);
const BEFORE_NOON = plainPattern(/(?<=中午|上午|早上|下午|晚上)前/gu);

/** `lastDay`: the month that runs lacks the day that was named, and may have been meant with its last one. */
type Place = TimePlace & { lastDay?: Date };

function timesIn(line: string, context: WhenContext): Place[] {
  const read = line.replace(WITHIN, '    in ').replace(WITHIN_CHINESE, '后').replace(BEFORE_NOON, ' ');
  const places: Place[] = timePlaces(read, context);
  if (places.length === 0) places.push(...workDays(read, context), ...bareDay(read, context));
  return places.map((one) => ({ ...one, ...lastDayOf(one, context) }));
}

/** 3个工作日内, in 3 working days, and month's end: read where they stand alone. */
const WORK_DAYS = plainPattern(
  /(?<![\p{L}\p{N}])(?:in (?:\d{1,2}|one|two|three|four|five|six|seven|ten) (?:working|business|work|week)[ -]?days?(?!\p{L})|(?:the )?month['’]s end(?!\p{L}))|(?<!\p{N})(?:\d{1,2}|[一二两三四五六七八九十])个?工作日(?:之内|以内|内|之后|以后|后)/iu,
);

function workDays(line: string, context: WhenContext): TimePlace[] {
  const match = WORK_DAYS.exec(line);
  if (!match) return [];
  const said = match[0].replace(/(?:之|以)?[内后]$/u, '后').replace(/^.*end$/iu, 'end of the month');
  const locale = HAN.test(said) ? 'zh-CN' : 'en';
  const when = parseWhen(said, { ...context, locale });
  if (!when?.dateOnly || when.rest !== '') return [];
  const { 0: words, index: start } = match;
  return [{ at: when.at, others: [], dateOnly: true, said: words, start, end: start + words.length }];
}

/** 31号发货: a day without its month, where the clause begins; not a house, a line or a size. */
const BARE_DAY = plainPattern(
  /^(?:(?:好的?|可以|行|那|就|预计|最[晚迟]|我们?|咱们?|这边|[您你]的货)){0,3}((?:[12]?\d|3[01]|三?十?[一二三四五六七八九十])[号日])(?![\p{N}楼店房线车码桌院门柜仓机包件单馆厅库铺])/u,
);

function bareDay(line: string, context: WhenContext): TimePlace[] {
  const match = BARE_DAY.exec(line);
  const when = match?.[1] === undefined ? undefined : parseWhen(match[1], { ...context, locale: 'zh-CN' });
  if (!match || !when || when.rest !== '' || !when.dateOnly) return [];
  const start = match[0].length - match[1]!.length;
  return [{ at: when.at, others: [], dateOnly: true, said: match[1]!, start, end: match[0].length }];
}

const ONLY_DAY =
  /^(?:(?:on|by|before|until|till?) )?(?:the )?(?:29|30|31)(?:th|st)?[号日]?|^(?:三十一?|二十九)[号日]/iu;

function lastDayOf({ at, said }: TimePlace, { now, timezone }: WhenContext): { lastDay?: Date } {
  if (!ONLY_DAY.test(said)) return {};
  const [{ day: today }, { day, minutes }] = [wallTime(now, timezone), wallTime(at, timezone)];
  const last = monthEnd(today, 0);
  const isLacking = day > last && dateOf(day).date > dateOf(last).date && day - last <= 31;
  return isLacking && last > today ? { lastDay: fromWallTime({ day: last, minutes }, timezone) } : {};
}

/** Where something else begins to be spoken of. */
function borderIn(words: string, from: number): number {
  const at = words.slice(from).search(ENGLISH_BORDER);
  return at < 0 ? words.length : from + at;
}

type Made = Omit<Found, 'words'>;

function foundAt({ at, dateOnly, start, end, said, lastDay }: Place, line: string, by: RegExp): Made {
  const isBy = [line.slice(0, start), line.slice(start, end), line.slice(end), said].some((part) => by.test(part));
  return { at, dateOnly, by: isBy, ...(lastDay && { lastDay }) };
}

/** A clause with what is done and its time; a clause of a time alone is the next one's. */
function chinese(said: string, context: WhenContext): Found[] {
  const plain = plainly(said);
  if (/[?？]\s*$/u.test(plain) || CHINESE_AFTER.test(plain)) return [];
  const clauses = plain.match(CLAUSE) ?? [];
  if (clauses.some((clause) => isCondition(clause))) return [];
  const made: Found[] = [];
  let alone: Made | undefined;
  for (const clause of clauses) {
    const words = clause.replace(/[，,、。.!！~～\s]+$/u, '');
    const [time] = timesIn(words, context);
    const found = time ? foundAt(time, words, CHINESE_BY) : alone;
    alone = undefined;
    if (!found) continue;
    const rest = time ? `${words.slice(0, time.start)}${words.slice(time.end)}` : words;
    if (time && /^(?:之前|以前|前|内|的时候)?$/u.test(rest.trim())) {
      alone = found;
      continue;
    }
    // 15号给您发的: a day that may be over
    if (time && /[号日]$/u.test(time.said) && CHINESE_WAS.test(rest)) continue;
    if (isPromised(rest) || (made.length > 0 && time && CHINESE_MORE.test(rest))) made.push({ ...found, words });
  }
  return made;
}

const CONDITION = plainPattern(/如果|要是|假如|假若|的话|只要|除非|万一|一旦/u);
const isCondition = (clause: string): boolean => CONDITION.test(clause);

function isPromised(clause: string): boolean {
  if (CHINESE_AGAINST.test(clause) || CHINESE_OTHERS.test(clause)) return false;
  return CHINESE.some((pattern) =>
    [...clause.matchAll(pattern)].some(({ 0: match, index }) => !CHINESE_OVER.test(clause.slice(index + match.length))),
  );
}
