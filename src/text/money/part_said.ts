import { plainly } from '../plainly.ts';
import { fraction, readChineseNumber, readEnglishNumber } from './numerals.ts';

/** A part of a number of people: a share of them in percent, above 0 to 100; or so many of them, from 1. */
export type PartSaid = { percent: number } | { people: number };

const FRONT = /^(?:(?:先|只|就|给|发给|发|前|only|just|to|the|a|an|first)\s{0,2}){1,4}(?=\S)/iu;
const BEHIND =
  /\s{0,2}(?:个?人|个|位|名|封|条|的人|客户|顾客|people|persons?|customers?|contacts?|of (?:them|all|it|the people)|first|先)$/iu;
const HALF = /^(?:一?半|一半的?|半数|half)$/iu;
const OF_CHINESE = /^([百千\p{Script=Han}]{1,3})分之([\d.]{1,5}|\p{Script=Han}{1,5})$/u;
const PERCENT = /^([\d.]{1,6}|\p{Script=Han}{1,4}|[a-z][a-z -]{1,20}?)\s?(?:%|percent|per cent|个?百分点)$/iu;
const ENGLISH_PARTS: Readonly<Record<string, number>> = { quarter: 25, third: 100 / 3, tenth: 10, fifth: 20 };

/**
 * '5%', 'the first ten percent', 百分之五, 一半, 'a third': so many percent; '3', 先发五个, 'first 3 people': so many people. Undefined: it is no
 * part of anybody, such as 0, 200 % or other words.
 */
export function partSaid(typed: string): PartSaid | undefined {
  const words = plainly(typed).trim();
  if (words.length > 60) return undefined;
  let said = words.replace(FRONT, '').trim();
  for (let nth = 0; nth < 3; nth += 1) {
    const shorter = said.replace(BEHIND, '').trim();
    if (shorter === '') break;
    said = shorter;
  }
  const percent = percentOfAll(said);
  if (percent !== undefined) return percent > 0 && percent <= 100 ? { percent } : undefined;
  const people = figure(said);
  return people !== undefined && Number.isInteger(people) && people >= 1 ? { people } : undefined;
}

function percentOfAll(said: string): number | undefined {
  if (HALF.test(said)) return 50;
  const part = ENGLISH_PARTS[said.toLowerCase()] ?? fraction(said);
  if (part !== undefined) return part < 1 ? part * 100 : part;
  const [, whole, some] = OF_CHINESE.exec(said) ?? [];
  if (whole && some)
    return (100 * (figure(some) ?? Number.NaN)) / (figure(whole === '百' ? '一百' : whole) ?? Number.NaN);
  const percent = PERCENT.exec(said)?.[1];
  return percent === undefined ? undefined : (figure(percent) ?? Number.NaN);
}

/** A whole number as it is typed: 12, 十二, twelve. */
export function figure(said: string): number | undefined {
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(said)) return Number(said);
  return /\p{Script=Han}/u.test(said) ? readChineseNumber(said) : readEnglishNumber(said);
}
