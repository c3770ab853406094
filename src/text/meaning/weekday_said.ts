import { plainly, plainPattern } from '../plainly.ts';

const ENGLISH = /^(?:on )?((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?)(?: all day)?$/iu;
const CHINESE = plainPattern(/^((?:周|星期|礼拜)[一二三四五六日天])(?:全天|一整天)?$/u);

/** The day of the week, where nothing else is said: it may be meant of every week. */
export function weekdaySaid(words: string): string | undefined {
  const plain = plainly(words).trim();
  return (ENGLISH.exec(plain) ?? CHINESE.exec(plain))?.[1];
}
