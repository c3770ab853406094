import { headWords } from '../cut.ts';
import { plainly, plainPattern } from '../plainly.ts';
import { type TimePlace, timePlaces } from '../when/times_said.ts';
import type { WhenContext } from '../when/when.ts';
import * as en from './en.ts';
import * as zh from './zh.ts';

/** What a writer gives their word for, and until when. */
export interface PromiseMade {
  at: Date;
  /** No time of day was said. */
  dateOnly: boolean;
  /** It is to be done before that time, not at it. */
  by: boolean;
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
const CHINESE_BY = plainPattern(new RegExp(`^\\s*${zh.BY}|${zh.BY}\\s*$`, 'u'));
const HAN = /\p{Script=Han}/u;

/** What is quoted is somebody else's: lines behind a sign, and words in quotation marks. */
const QUOTED = /^[ \t]*[>＞|].*$|[“「『"][^”」』"\n]{0,400}[”」』"]/gmu;
/** A point between figures ends nothing. */
const SENTENCE = /[^\n.。!！?？；;]{1,400}(?:[.](?=\d)[^\n.。!！?？；;]{0,400}){0,4}[.。!！?？；;\n]?/gu;
const CLAUSE = /[^，,、]+[，,、]?/gu;

/**
 * What the writer of an answer has promised their reader for a time that is named, the first of it. Undefined: nothing, or it is not plain:
 * of a question, a condition, a refusal, what is over, and what somebody else does nothing is taken for a promise.
 */
export function promiseIn(text: string, context: WhenContext): PromiseMade | undefined {
  const own = headWords(text, LONGEST).replace(QUOTED, (said) => ' '.repeat(said.length));
  const sentences = own.match(SENTENCE) ?? [];
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    const said = sentence.trim();
    if (said === '' || said.length > LONGEST_SENTENCE) continue;
    const found = HAN.test(said) ? chinese(said, context) : english(said, context);
    if (found && found.at > context.now) return { ...found, words: said };
  }
  return undefined;
}

type Found = Omit<PromiseMade, 'words'>;

function english(said: string, context: WhenContext): Found | undefined {
  if (ENGLISH_AGAINST.test(said)) return undefined;
  for (const pattern of ENGLISH)
    for (const match of said.matchAll(pattern)) {
      const behind = said.slice(match.index);
      const region = behind.slice(0, borderIn(behind, match[0].length));
      const [time] = timesIn(region, context);
      if (time) return foundAt(time, region, ENGLISH_BY);
      const front = said.slice(0, match.index);
      const before = timesIn(front, context).at(-1);
      if (before && JOINT.test(front.slice(before.end)) && OPENING.test(front.slice(0, before.start)))
        return foundAt(before, front, ENGLISH_BY);
    }
  return undefined;
}

/** A span within which it is done ends when that time has passed; every place stays. */
const WITHIN = /(?<![\p{L}])within (?=\d|an? |one|two|three|four|five|six|seven|the )/giu;
const WITHIN_CHINESE = plainPattern(/(?<=[\d一二两三四五六七八九十](?:天|周|个?(?:小时|钟头|星期|礼拜)|分钟))内/gu);
const BEFORE_NOON = plainPattern(/(?<=中午|上午|早上|下午|晚上)前/gu);
const timesIn = (line: string, context: WhenContext): TimePlace[] =>
  timePlaces(line.replace(WITHIN, '    in ').replace(WITHIN_CHINESE, '后').replace(BEFORE_NOON, ' '), context);

/** Where something else begins to be spoken of. */
function borderIn(words: string, from: number): number {
  const at = words.slice(from).search(ENGLISH_BORDER);
  return at < 0 ? words.length : from + at;
}

function foundAt({ at, dateOnly, start, end, said }: TimePlace, line: string, by: RegExp): Found {
  const isBy = [line.slice(0, start), line.slice(start, end), line.slice(end), said].some((part) => by.test(part));
  return { at, dateOnly, by: isBy };
}

/** A clause with what is done and its time; a clause of a time alone is the next one's. */
function chinese(said: string, context: WhenContext): Found | undefined {
  const plain = plainly(said);
  if (/[?？]\s*$/u.test(plain) || CHINESE_AFTER.test(plain)) return undefined;
  const clauses = plain.match(CLAUSE) ?? [];
  if (clauses.some((clause) => isCondition(clause))) return undefined;
  let alone: Found | undefined;
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
    if (isPromised(rest)) return found;
  }
  return undefined;
}

const CONDITION = plainPattern(/如果|要是|假如|假若|的话|只要|除非|万一|一旦/u);
const isCondition = (clause: string): boolean => CONDITION.test(clause);

function isPromised(clause: string): boolean {
  if (CHINESE_AGAINST.test(clause) || CHINESE_OTHERS.test(clause)) return false;
  return CHINESE.some((pattern) =>
    [...clause.matchAll(pattern)].some(({ 0: match, index }) => !CHINESE_OVER.test(clause.slice(index + match.length))),
  );
}
