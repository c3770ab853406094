import { plainly } from '../plainly.ts';

const ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A place in a list, at the front: the first, 2nd one, 第一个, 最后一条. A thing behind it makes it no place: the first order. */
const NTH = new RegExp(
  `^(?:(?:the |no\\.? ?)?(?<en>${ENGLISH.join('|')}|last|\\d{1,2}(?:st|nd|rd|th))(?: (?:one|in the list|on the list))?(?=$|[\\s,，.。!！])|第(?<zh>[${CHINESE.join('')}]|\\d{1,2})[个条单位项]?|(?<end>最后(?:那)?一?[个条单位项]))[\\s,，、]*(?:(?:and|&|和|跟|还有)(?=[\\s]|第|最后)\\s*)?`,
  'iu',
);

/** So many places are read. */
const MOST = 10;

/** Places in a list at the front of the words, counted from 1, -1 the last, and the words behind them; undefined: there are none. */
export function placesFirst(words: string): { places: number[]; left: string } | undefined {
  const places: number[] = [];
  let left = words.trim();
  for (let found = NTH.exec(plainly(left)); found && places.length < MOST; found = NTH.exec(plainly(left))) {
    places.push(placeOf(found.groups!));
    left = left.slice(found[0].length);
  }
  return places.length > 0 ? { places, left: left.trim() } : undefined;
}

function placeOf({ en = '', zh = '' }: Record<string, string | undefined>): number {
  const word = en.toLowerCase();
  if (word === 'last' || (word === '' && zh === '')) return -1;
  const named = Math.max(ENGLISH.indexOf(word), CHINESE.indexOf(zh)) + 1;
  return named > 0 ? named : Number.parseInt(word || zh, 10);
}
