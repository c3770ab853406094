import { PACKED } from '../../measures.ts';
import { englishNumber, numeralCharacters, readChineseNumber, readEnglishNumber } from '../../numerals.ts';
import { countsSpoken } from './counts_spoken.ts';

/** Where an article begins. */
const START = '(?<=^\\s{0,3}|[,，;；、+&\\n]\\s{0,3}|\\b(?:and|plus|add|bought|ordered|wants?|needs?|gets?)\\s)';
/** five hundred piece puzzles, twenty minute lessons: how large or how long one of them is. */
const OF_ONE =
  '(?!(?:per\\s?cent|piece|pack|page|sheet|card|count|minute|hour|day|night|week|month|year|gram|pound|kilo|litre|liter|watt|inch|foot|mile|degree)(?![a-z]))';
/** Goods of which there are several: a word among the first says it. */
const GOODS = `(?=${OF_ONE}(?:[a-z'’-]{1,30}\\s){0,4}(?:[a-z'’-]{2,30}[a-rt-z]s|people|men|women|children)(?![a-z'’-]))`;
const SCALE: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const IN_WORDS = new RegExp(`${START}(?:${englishNumber})(?<=\\s)${GOODS}`, 'giu');
/** 2 hundred, 1 hundred twenty. */
const MIXED = new RegExp(
  `${START}(\\d{1,4}(?:\\.\\d)?)\\s(hundred|thousand|million)\\s((?:and\\s)?${englishNumber}(?<=\\s))?${GOODS}`,
  'giu',
);
/** 1,000 and 1 000: neither parts two articles, nor a count from a name. */
const PARTED = new RegExp(`${START}\\d{1,3}(?:(?:,\\d{3}){1,2}|(?: 000){1,2})(?=\\s${GOODS})`, 'giu');
/** 一百二十张, 二十个: 六个核桃 and 三只松鼠 are names, and so is 第十二册; each hundred has a price. */
const IN_CHARACTERS = new RegExp(
  `(?<![${numeralCharacters}\\d第每.])(?:[${numeralCharacters}]{2,9}|[廿卅])(?=\\s?(?:${PACKED}(?![套装])|[个只](?![月人小半钟百]|工作日|星期)))`,
  'gu',
);
/** Up to here a word alone says how many, and where it may be a name as well. */
const FEW = 12;

/** An order with its counts in figures: two hundred cards, 1,000 cards and 一百二十张卡片 are none of two, of one and of twenty. */
export function countsInFigures(typed: string): string {
  return (
    countsSpoken(typed)
      // 两三盒: nobody knows how many
      .replace(IN_CHARACTERS, (said) => (/[十百千万廿卅]/u.test(said) ? figure(readChineseNumber(said), said) : said))
      .replace(PARTED, (said) => said.replace(/[, ]/gu, ''))
      .replace(MIXED, (said, head: string, scale: string, rest: string | undefined) => {
        const more = rest === undefined ? 0 : readEnglishNumber(rest);
        return more === undefined ? said : `${Number(head) * SCALE[scale.toLowerCase()]! + more} `;
      })
      .replace(IN_WORDS, (said) => `${figure(readEnglishNumber(said), said.trimEnd())} `)
  );
}

const figure = (count: number | undefined, said: string): string =>
  count !== undefined && count > FEW && Number.isInteger(count) ? String(count) : said;
