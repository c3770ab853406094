import { plainly } from '../../plainly.ts';

const JOINED =
  /\s?[、,，;；/&]\s?(?:or |and |but not |或者?|和)?|\s(?:or|and|but not|without|not|nor|plus)\s|(?:或者|或是|或|还是|和|跟|以及|但不|但没)/iu;
const FRONT = /^(?:an?|the|any|some|one|two|three|our|\d{1,3}x?|一[个盒份件包]?)\s(?=\S)/iu;
const ANYTHING =
  /^(?:anything|something|any(?: thing)?|any (?:article|product|item)|whatever|东西|任何东西|什么(?:都行)?)$/iu;

/** The articles that words name, where they name several; one: without what stands in front of it; none: anything. */
export function articlesSaid(words: string): string[] {
  const said = plainly(words).trim();
  if (ANYTHING.test(said)) return [];
  return said
    .split(JOINED)
    .map((one) => one.trim().replace(FRONT, '').trim())
    .filter((one) => one !== '');
}

/** 'order cancelled', 'order 2': something of an order that is none of its articles. */
export const saysOfOrder = (words: string): boolean =>
  /^(?:an? |the |any )?(?:orders?|purchases?)\s(?!of\s)\S|^订单(?:被|已|取消|发货|完成|退|改)/iu.test(
    plainly(words).trim(),
  );

/** '#course and #vip': both, or either? */
export const saysBoth = (words: string): boolean => /\s(?:and|&|和|且|而且)\s|(?<=\S)(?:和|且)(?=[#＃])/iu.test(words);
