import { plainly } from '../plainly.ts';

/** So much of a clause is looked at on either side. */
const NEAR = 80;

/** Right before a time. */
const EXCEPT =
  /\b(?:not|never|no|except(?:ing| for)?|apart from|other than|besides|excluding|anything but|avoid)\s{1,2}(?:(?:on|for|at|in|this|the|a)\s{1,2}){0,2}$|(?:除了?|除开|除去|不是|避开|不要|别|不在|不包括|不含)\s?$/i;
/** Anywhere before it, in its clause. */
const CANNOT =
  /\b(?:ca|wo|do|does|could|would|is|are)n['’]?t\b(?! (?:we|you|i|they|he|she|it|wait|forget|hesitate)\b)|\b(?:cannot|can not|will not|do not|unable to|no need to|not (?:able|available|free|here|open|in|around|possible)|unavailable|busy|closed)\b/i;
/** And yet that time is meant: I can't come until Friday, please send it by Friday. */
const BUT_THEN = /\b(?:until|till?|before|by|please|pls|unless|so)\b/i;
/** Right behind it. */
const REFUSED =
  /^(?:\s?['’]s\s|\s?(?:is|are|would be|will be)\s|\s?)(?:not\b(?! an? (?:problem|issue))|no good\b|impossible\b|out of the question\b|bad\b)|^\s?(?:is|was|does|wo|would|ca|are)n['’]?t\b(?! an? (?:problem|issue)| it\b)|^\s?(?:does|will|would|can) ?not\b/i;
const REFUSED_ZH =
  /^\s?(?:的话|那天|这天|我们?|都|他|她|也|就|可能|恐怕|应该|上午|下午|晚上|先|千万|实在){0,3}(?:(?:不(?!见不散|变|错|急|知|晓|要忘|如|如意|到|见)|没(?!问题|错|准|关系)|别(?!忘|的)|无法|休息|有事|除外|以外|之外))/;

/** Whether somebody says that then is not meant: any day except Monday, 周五不行, 明早别打电话. */
export function speaksAgainst(text: string, start: number, end: number): boolean {
  const before = plainly(text.slice(Math.max(0, start - NEAR), start))
    .split(/[,，;；.。!！?？\n]|\b(?:but|and)\b/i)
    .at(-1)!;
  const after = plainly(text.slice(end, end + NEAR));
  if (REFUSED.test(after) || REFUSED_ZH.test(after) || EXCEPT.test(before)) return true;
  return CANNOT.test(before) && !BUT_THEN.test(plainly(`${before} ${text.slice(start, end)}`));
}
