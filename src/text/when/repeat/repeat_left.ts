import { leftOfTime } from '../time_like.ts';

/** What ends, begins or thins out a repetition: none of it is kept with one. */
const BOUNDED =
  /^(?:(?:for|during) (?:the next )?(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten)|(?:until|till|til|starting|beginning|from|except|excluding|but not|not on|only in)\b|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:once|twice|\d{1,2} times|(?:two|three|four) times)\b)/i;
const BOUNDED_ZH =
  /^(?:直?到(?=[\d一二三四五六七八九十今明下后周月年春夏秋冬底])|直至|截止|除了?|不含|[共连]续?\d|持续|坚持|从.{1,8}(?:开始|起)|[\d一二两三四五六七八九十]{1,3}[次遍回]|第[一二三四五六七八九十\d]{1,2}[天日周个])/;
/** 早晚8点: twice a day. */
const SECOND_HALF = /^[晚夜](?=\d|[上间]?\s?[\d一二三四五六七八九十])/;
/** Parts that are joined to another time: and 5pm, & 17:00, 和 17点. */
const JOINED =
  /^(?:and|or|&|\+|,|、|和|及|跟|到|至|[-–~])\s?(?=(?:at\s)?(?:\d|[一二三四五六七八九十]{1,3}[点號号日]|周|星期))/i;
/** Festivals and the like stand behind such words. */
const WORDS = /^\S{1,12}(?:\s\S{1,10})?/u;

/** The same wherever they stand in what is to be done. */
const ANYWHERE =
  /\b(?:until|till|except|starting|beginning) (?:on )?\S{1,12}|\bfor (?:the next )?(?:\d{1,3}|one|two|three|four|five|six) (?:day|week|month|year|time)s?\b|(?:直到|截止|除了).{1,12}|从.{1,10}(?:开始|起)/iu;
/** Numbers that count things. */
const THINGS = /^\d{1,4} [a-z]+s\b/i;

/** The piece of a repetition that was not read: and 5pm, until june, 除了周日. `behind` stands right behind what was, `title` is all that is left. */
export function leftOfRepeat(behind: string, title: string, hasClock: boolean): string | undefined {
  const words = behind.trimStart();
  const isPiece = [BOUNDED, BOUNDED_ZH, SECOND_HALF, JOINED].some((piece) => piece.test(words));
  if (isPiece) return WORDS.exec(words)?.[0];
  const more = THINGS.test(words) ? undefined : leftOfTime(words, !hasClock);
  return more ?? ANYWHERE.exec(title)?.[0].trim();
}
