import { plainly } from '../plainly.ts';

const ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A place in a list, at the front: the first, 2nd one, 第一个, 最后一条. What is glued to it makes a word of it: 第二批, 第一次. */
const NTH = new RegExp(
  `^(?:(?<the>the |no\\.? ?)?(?<en>${ENGLISH.join('|')}|last|\\d{1,2}(?:st|nd|rd|th))(?<one> (?:one|in the list|on the list))?(?![^\\s,，、.。!！:：])` +
    `|(?:第(?<zh>[${CHINESE.join('')}]|\\d{1,2})|(?<end>最后(?:那)?一?(?=[个位条单项])))(?<of>[个位条单项]?)(?![^\\s,，、.。!！:：和跟还]|和(?!第|最后)|跟(?!第|最后)|还(?!有第|有最后)))` +
    `(?<mark>[\\s,，、:：]*)(?:(?:and|&|和|跟|还有)(?=[\\s]|第|最后)\\s*)?`,
  'iu',
);

/** So many places are read. */
const MOST = 10;

/** What is counted oftener than lines are: the first time, the last order. */
const COUNTED =
  /^(?:times?|days?|weeks?|months?|years?|mornings?|evenings?|nights?|hours?|minutes?|things?|steps?|parts?|half|rounds?|tries|try|visits?|calls?|meetings?|orders?|batch(?:es)?|payments?|invoices?|quotes?|offers?|prices?|drafts?|versions?|class|lessons?|few|two|three|couple)(?![\p{L}\p{N}])/iu;

/** What may stand behind places: nothing that is said to somebody or made a title of (free), or words that say why, how much. */
export type Behind = 'free' | 'more';

/**
 * Places in a list at the front of the words, counted from 1, -1 the last, and the words behind them; undefined: there are none. Free
 * words begin with an ordinal as well: before them a place is one only where it can be nothing else.
 */
export function placesFirst(words: string, behind: Behind = 'more'): { places: number[]; left: string } | undefined {
  const places: number[] = [];
  let left = words.trim();
  let isNamed = false;
  for (let found = NTH.exec(plainly(left)); found && places.length < MOST; found = NTH.exec(plainly(left))) {
    places.push(placeOf(found.groups!));
    left = left.slice(found[0].length);
    isNamed ||= behind === 'free' ? addresses(found.groups!) : parts(found.groups!, left);
  }
  if (places.length === 0 || (behind === 'free' && places.length > 1)) return undefined;
  return left === '' || isNamed ? { places, left: left.trim() } : undefined;
}

/** Between them in a row, and in front of a figure. */
const JOINED = /\s*(?:[,，、和跟&]|\band\b|\s)\s*/iu;
const FIGURE = /^#?(\d{1,2})[号条]?$/iu;
const NUMBER = /\b(?:no\.?|number) ?(?=\d)/giu;

/** Places and nothing else, also as bare figures: the first one, 2 and 3, 第2个和第3个. Undefined: there is more. */
export function placesAlone(words: string): number[] | undefined {
  const named = placesFirst(words);
  if (named?.left === '') return named.places;
  const figures = plainly(words)
    .trim()
    .replace(NUMBER, '')
    .split(JOINED)
    .filter(Boolean)
    .map((part) => FIGURE.exec(part)?.[1]);
  const isAll = figures.length > 0 && figures.length <= MOST && figures.every((one) => Number(one) > 0);
  return isAll ? figures.map(Number) : undefined;
}

type Groups = Record<string, string | undefined>;

/** The first: …; the second one, …; 第二个：…; 第二位 … */
const addresses = ({ the, en, one, of, mark = '' }: Groups): boolean =>
  /[:：]/.test(mark) ? !en || the !== undefined || one !== undefined : en ? Boolean(one && mark.trim()) : of === '位';

/** The second too dear; second: too dear; 第二个 太贵. */
const parts = ({ the, en, one, mark = '' }: Groups, left: string): boolean =>
  !en || one !== undefined || mark.trim() !== '' || (the !== undefined && !COUNTED.test(left));

function placeOf({ en = '', zh = '' }: Groups): number {
  const word = en.toLowerCase();
  if (word === 'last' || (word === '' && zh === '')) return -1;
  const named = Math.max(ENGLISH.indexOf(word), CHINESE.indexOf(zh)) + 1;
  return named > 0 ? named : Number.parseInt(word || zh, 10);
}
