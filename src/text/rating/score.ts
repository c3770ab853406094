import { narrow, visible } from '../normalise.ts';

/** What an answer to "from 1 to 5?" says: a score and what else was said, or something that is a rating and leaves open which. */
export type ScoreSaid = { score: 1 | 2 | 3 | 4 | 5; words: string } | 'unsure';

/** A longer text tells something else. */
const LONGEST = 600;

const NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};

/** What is said for a place on the scale, whole. */
const NAMED: Readonly<Record<string, 1 | 2 | 3 | 4 | 5>> = {
  ...{
    很不满意: 1,
    非常不满意: 1,
    不满意: 2,
    不太满意: 2,
    一般: 3,
    还行: 3,
    满意: 4,
    比较满意: 4,
    很满意: 5,
    非常满意: 5,
    满分: 5,
  },
  ...{ 好评: 5, 五星好评: 5, 差评: 1 },
  ...{
    'very dissatisfied': 1,
    'very unsatisfied': 1,
    dissatisfied: 2,
    unsatisfied: 2,
    neutral: 3,
    satisfied: 4,
    'very satisfied': 5,
  },
  ...{ '👍': 5, '👍👍': 5, '👍👍👍': 5, '👎': 1, '👎👎': 1 },
};

/** In front of the number. */
const BEFORE =
  /^(?:(?:我)?(?:给|打)(?:你们?|您)?打?|i(?:'d| would)? (?:give|say)(?: you| it)?|it'?s an?|(?:my )?(?:rating|score)(?: is)?|评分|打分)\s*[:：]?\s*/iu;
/** In front of a score that takes the place of another: actually 2; 不对，是2分. */
const CORRECTS =
  /^(?:(?:no|sorry|oops|actually|correction|rather|wait|i (?:mean|meant)|make (?:it|that)|change (?:it|that) to|不对|不好意思|抱歉|打错了|说错了|点错了|按错了|其实|更正|应该是|我是说|改成|改为|改|是)[\s,，.。:：!！;；—–-]*){1,3}/iu;
const NUMBER = /^(?:\d{1,3}(?!\d)|[一二两三四五]|(?:one|two|three|four|five)\b)/iu;
/** Stars, points. */
const UNIT = /^\s*(?:颗星|个星|星好评|星级|星|分(?!钟)|⭐️?|★|stars?\b|points?\b|pts?\b)/iu;
/** "of five". */
const OUT_OF = /^\s*(?:\/|out of\b|of\b)\s*(?:5|five)(?!\d)/iu;
/** Between two numbers, half of one, of ten. */
const BETWEEN =
  /^\s*(?:[-–~～—/.,，、到至或和]|to\b|or\b|and\b|还是)?\s*(?:\d{1,3}|半|[一二两三四五]|half)(?:\s*(?:分|星|stars?))?\s*$/iu;
const MARK = /^\s*(?:$|[,.!?;:，。！？；：、~～—-])/u;
const THANKS = /^\s*(?:thanks?|thank you|thx|ty|cheers|谢谢|多谢|感谢|谢了|👍|🙏|😊)/iu;
const MARKS = /^[\s,.!?;:，。！？；：、~～—-]+|[\s~～]+$/gu;

/**
 * Reads a score from 1 to 5 as people answer a question for one: 5, 五星, "5 stars, thank you", ★★★★, 👍, 很满意. Undefined: it is no
 * such answer (2 boxes please). 'unsure': it is, and does not say which (7, 4-5, 3.5, 10/10). Takes linear time.
 */
export function scoreSaid(text: string): ScoreSaid | undefined {
  const said = visible(narrow(text))
    .trim()
    .replace(/\p{Emoji_Modifier}/gu, '');
  if (said === '' || said.length > LONGEST) return undefined;
  const bare = said.replace(/[\s.!。！~～]+$/u, '').toLowerCase();
  const named = Object.hasOwn(NAMED, bare) ? NAMED[bare] : undefined;
  if (named) return { score: named, words: '' };
  const stars = /^(?:⭐️?|★|🌟){1,9}/u.exec(said)?.[0];
  if (stars !== undefined) return starred(stars, said.slice(stars.length));
  const typed = said.replace(CORRECTS, '').replace(BEFORE, '');
  const digits = NUMBER.exec(typed)?.[0];
  if (digits === undefined) return undefined;
  const number = NUMBERS[digits.toLowerCase()] ?? Number(digits);
  return numbered(number, typed.slice(digits.length));
}

/** A number and what stands behind it: "2 boxes please" is none. */
function numbered(number: number, behind: string): ScoreSaid | undefined {
  const unit = UNIT.exec(behind)?.[0] ?? '';
  const outOf = OUT_OF.exec(behind.slice(unit.length))?.[0] ?? '';
  const rest = behind.slice(unit.length + outOf.length).replace(UNIT, '');
  if (rest !== '' && BETWEEN.test(rest)) return 'unsure';
  const isParted = MARK.test(rest) || THANKS.test(rest) || unit + outOf !== '';
  if (!isParted) return undefined;
  const words = rest.replace(MARKS, '');
  if (isScore(number)) return { score: number, words };
  return words === '' && number <= 100 ? 'unsure' : undefined;
}

function starred(stars: string, rest: string): ScoreSaid {
  const count = [...stars].filter((one) => one !== '\u{FE0F}').length;
  return isScore(count) ? { score: count, words: rest.replace(MARKS, '') } : 'unsure';
}

const isScore = (number: number): number is 1 | 2 | 3 | 4 | 5 => number >= 1 && number <= 5;

/** Whether words only thank: what is said beside a score, or after it. */
export const isThanks = (words: string): boolean =>
  /^(?:many )?(?:thanks?(?: (?:you|a lot|so much))*|thx|ty|cheers|谢谢(?:您|你|你们|啦|了)?|多谢|感谢)[\s!.。！~～👍🙏😊]*$/iu.test(
    words,
  );
