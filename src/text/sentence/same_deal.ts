import { head } from '../cut.ts';
import { foldText } from '../fold.ts';

/** Longer titles are looked at by how they begin, in UTF-16 units. */
const LONGEST = 200;
const BESIDE = new Set(
  'the a an my your our his her for of and with to in on at by from about new some more please hi hello hey i we you it is are be would like want wants need needs how much does do can could get have price quote order buy thanks'.split(
    ' ',
  ),
);
/** How many there are to be, and what is said around it. */
const COUNTED =
  /[\d零〇一二两三四五六七八九十百千万]+[份斤片饼盒个件套箱条罐提包袋瓶只块本张台双克]?|多少钱?|怎么卖|什么价|想要|想买|要买|请问|你们|我们|有没有|一些|左右|大概/gu;
/** More than this share of the shorter title must be in the other. */
const SHARE = 0.5;
/** The same where they begin with other Chinese characters: 红茶礼盒 is not 绿茶礼盒. */
const SHARE_BEGUN_OTHERWISE = 0.75;

/** Whether two titles of leads are likely of one and the same deal, however many there are to be: 龙井5斤, 想买5斤龙井; logo, a logo for the shop. */
export function isSameDeal(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return false;
  const share = [...few].filter((part) => many.has(part)).length / few.size;
  const first = [...few].find((part) => /\p{Script=Han}/u.test(part));
  return first === undefined || many.has(first) ? share > SHARE : share >= SHARE_BEGUN_OTHERWISE;
}

/** Whether all that something is called stands in the title: flyers in A5 flyers, and flyers wet not. */
export function isCalledSo(title: string, called: string): boolean {
  const [has, said] = [partsOf(title), partsOf(called)];
  return said.size > 0 && [...said].every((part) => has.has(part));
}

/** Words without what bends them, and of Chinese each two characters that stand together. */
function partsOf(title: string): Set<string> {
  const text = foldText(head(title, LONGEST)).replace(COUNTED, ' ');
  const parts = new Set<string>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const run of word.match(/\p{Script=Han}{2,}/gu) ?? [])
      for (let at = 0; at + 2 <= run.length; at += 1) parts.add(run.slice(at, at + 2));
    if (!/\p{Script=Han}/u.test(word) && /\p{L}{3}/u.test(word) && !BESIDE.has(word))
      parts.add(word.replace(/(?:es|s)$/u, ''));
  }
  return parts;
}
