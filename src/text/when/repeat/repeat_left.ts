import { leftOfTime, secondPart } from '../time_like.ts';
import type { Repeat } from './repeat.ts';

/** What ends, begins or thins out a repetition: none of it is kept with one. */
const BOUNDED =
  /^(?:(?:for|during) (?:the next )?(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten)|(?:until|till?|til|starting|beginning|from|except|excluding|but not|not on|only in)\b|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|(?:once|twice|\d{1,2} times|(?:two|three|four) times)\b)/i;
const BOUNDED_ZH =
  /^(?:直?到(?=[\d一二三四五六七八九十今明下后周月年春夏秋冬底])|直至|截止|除了?|不含|[共连]续?\d|持续|坚持|从.{1,8}(?:开始|起)|[\d一二两三四五六七八九十]{1,3}[次遍回]|第[一二三四五六七八九十\d]{1,2}[天日周个])/;
/** 早晚8点: twice a day. */
const SECOND_HALF = /^[晚夜](?=\d|[上间]?\s?[\d一二三四五六七八九十])/;
/** Days said in front of this are those on which it does not come: 每月1号|以外, the 1st |excluded. */
const TURNED =
  /^[\s,，]*(?:的?(?:以外|之外|除外|不算|不用)|(?:are |is )?(?:excluded|excepted|aside\b|not included|off,))/iu;
/** Parts that are joined to another time or day: and 5pm, & 17:00, 和 17点, and the last day. */
const JOINED =
  /^(?:and|or|&|\+|,|、|和|及|跟|到|至|[-–~])\s?(?=(?:at\s)?(?:\d|[一二三四五六七八九十]{1,3}[点號号日]|周|星期)|(?:on )?(?:the )?(?:last|first|second|third|fourth) |最后|月[底末初]|初)/i;
/** An hour of the house that has no hour of the clock: before bed, 饭后. */
const UNTIMED =
  /^(?:right )?(?:before|after|during|at|with)\s(?:going to )?(?:bed(?:time)?|sleep|lunch|dinner|breakfast|supper|work|school|(?:each |every |the )?meals?|dawn|dusk|sunset|sunrise)(?![\p{L}\p{N}])|^(?:睡觉?|[早午晚]?[饭餐]|[上下]班|放学|起床|关门|打烊)[之以]?[前后]/iu;
/** Festivals and the like stand behind such words. */
const WORDS = /^(?:(?:and|or|&) (?:at|on|the) (?:the )?|(?:on|in|by) the )?\S{1,12}(?:\s\S{1,10})?/iu;

/** The same wherever they stand in what is to be done. */
const ANYWHERE =
  /\b(?:until|till?|except|excluding|unless(?: it['’]?s)?|starting|beginning) (?:on )?\S{1,12}|\bfor (?:the next )?(?:\d{1,3}|one|two|three|four|five|six) (?:day|week|month|year|time)s?\b|(?:直到|截止|除了).{1,12}|从.{1,10}(?:开始|起)|[^\s,，。]{1,8}(?:除外|不算)(?=$|[\s,，。)）])/iu;
/** Numbers that count things. */
const THINGS = /^\d{1,4} [a-z]+s\b/i;

/** The piece of a repetition that was not read: and 5pm, until june, 除了周日. `behind` stands right behind what was, `title` is all that is left. */
export function leftOfRepeat(behind: string, title: string, hasClock: boolean): string | undefined {
  const words = behind.trimStart();
  if (TURNED.test(words)) return words.slice(0, TURNED.exec(words)![0].length).trim();
  const pieces = [BOUNDED, BOUNDED_ZH, SECOND_HALF, JOINED, ...(hasClock ? [] : [UNTIMED])];
  if (pieces.some((piece) => piece.test(words))) return WORDS.exec(words)?.[0];
  const part = secondPart(words);
  if (part !== undefined) return part;
  const more = THINGS.test(words) ? undefined : leftOfTime(words, !hasClock);
  return more ?? ANYWHERE.exec(title)?.[0].trim();
}

/** What says which day, where none was read: 倒数第二天, 逢五, 十五, on the last two days. */
const WHICH_DAY =
  /^(?:倒数|最后|逢|[头前后]?[一二两三几][天日周]|第[一二三四五六七八九十\d]|初[一二三四五六七八九十]|[十廿卅][一二三四五六七八九十]?(?![个次遍回张件箱条元块万斤])|[二三]十[一二三四五六七八九]?(?![个次遍回张件箱条元块万斤])|[上中下]旬|中(?=[\s,，])|[工休]作?[假息]?日|(?:on |in |by )?(?:the )?(?:very )?(?:first|last|second|third|fourth|final|penultimate|\d(?:st|nd|rd|th)) (?!time\b))/iu;
/** By which calendar: that of the moon is another than ours. */
const MOON = /^[\s,，:：的]*(?:农历|阴历|旧历|[正腊冬]月|初[一二三四五六七八九十]|lunar\b|the lunar\b)/i;

/** The words right behind a repetition without a day of its own that say which day, and were not read. */
export function leftOfDay({ unit, on, nth }: Pick<Repeat, 'unit' | 'on' | 'nth'>, behind: string): string | undefined {
  const words = behind.replace(/^[\s,，:：的]+/, '');
  if (MOON.test(words)) return WORDS.exec(words)?.[0];
  const isOpen = unit === 'month' || unit === 'week' || unit === 'year';
  return isOpen && on.length === 0 && !nth && WHICH_DAY.test(words) ? WORDS.exec(words)?.[0] : undefined;
}

/** Words in front of a repetition that belong to its days: the 1st and | the last day of the month, 农历 | 每月十五. */
const IN_FRONT =
  /(?:\S{1,12}\s)?(?:\S{1,12}\s)?(?:\b(?:and|or|of|but|except|second to|next to|third to|not)(?: on)?(?: the)?|[&、和跟及或]|农历|阴历|旧历|\blunar)\s*$/iu;

/** Days that are left out: 除了节假日 | 每天, 节假日以外 | 每天. */
const LEFT_OUT =
  /(?:除了?|除开|除去|不含|\bexcept(?: for)?\s|\bapart from\s|\bwithout\s).{1,16}$|.{1,16}(?:以外|之外|除外|不算|不用|\bexcluded|\bexcepted)的?[\s,，]*$/iu;

/** Whether what was not read says on which days it does not come: then no first time is sure either. */
export const leavesOut = (left: string): boolean =>
  TURNED.test(left) ||
  /除了?|除开|除去|不含|不包括|以外|之外|不算|不用|\b(?:except|excepted|excluding|excluded|unless|without|apart from|but not|not on)\b/i.test(
    left,
  );

/** Those, with the repetition itself. */
export function leftInFront({ unit }: Pick<Repeat, 'unit'>, before: string, often: string): string | undefined {
  const near = before.slice(-60);
  const found = LEFT_OUT.exec(near) ?? (unit === 'day' ? undefined : IN_FRONT.exec(near));
  return found ? `${found[0]}${often}`.trim() : undefined;
}
