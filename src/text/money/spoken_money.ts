import { numeralCharacters, readChineseNumber, readEnglishNumber } from './numerals.ts';
import { percentOf } from './percent.ts';
import type { PerhapsMoney } from './perhaps_money.ts';

/** Words, and what they may be worth in the owner's own currency, as `parseMoney` reads it; none: it is money, but nobody can say how much. */
type Spoken = readonly [RegExp, (match: RegExpExecArray) => string[]];

const figure = '(\\d{1,9}(?:\\.\\d{1,2})?)';
const apart = '(?<![\\p{L}\\p{N}.,])';
const alone = '(?![\\p{L}\\p{N}])';
const last = '(?=[\\s.,!?。！？]*$)';
/** With what the currency is called, or none. */
const named = '(?![\\p{L}\\p{N}-])(?:\\s(dollars|bucks|euros?|pounds|quid|yuan|yen|rupees|[a-z]{3}(?![a-z])))?';

const SPOKEN: readonly Spoken[] = [
  [
    rule(`${apart}(?:(an?|\\d{1,3}|[a-z]{3,9}) and )?(half|a quarter)(?: of)? an? (thousand|million|billion)${named}`),
    ([, whole = 'zero', part, unit, name]) => scaled(worded(whole) + (part === 'half' ? 0.5 : 0.25), SCALES[unit!.toLowerCase()], name),
  ],
  [
    rule(`${apart}(an?|\\d{1,3}|[a-z]{3,9}) (?:(thousand|million|billion) and a half|and a half (thousand|million|billion))${named}`),
    ([, whole, one, other, name]) => scaled(worded(whole!) + 0.5, SCALES[(one ?? other)!.toLowerCase()], name),
  ],
  [
    rule(`${apart}(an?|\\d{1,3}|[a-z]{3,9}) (?:and a (half|quarter) grand|grand and a (half|quarter))${last}`),
    ([, whole, one, other]) => scaled(worded(whole!) + ((one ?? other)!.toLowerCase() === 'half' ? 0.5 : 0.25), 1000),
  ],
  [rule(`${apart}(half an?|an?|\\d{1,3}(?:\\.\\d)?|(?!half)[a-z]{3,9}) grand${last}`), ([, count]) => scaled(worded(count!), 1000)],
  [rule(`${apart}(\\d{1,4})([wk])(\\d)(?![\\p{L}\\p{N}.])`), ([, head, unit, tail]) => [thousands(head!, unit!, tail!)]],
  [rule(`${apart}(\\d{1,3}\\.\\d{1,2})\\s?m${last}`), ([, count]) => scaled(Number(count), 1_000_000)],
  [
    rule(`${apart}(?!(?:144|240|360|480|720)p)(\\d{1,3})(?:[cp¢]|\\s?¢|\\s?(?:ct|cents?|pence|pennies))${alone}`),
    ([, cents]) => [(Number(cents) / 100).toFixed(2)],
  ],
  [rule(`${apart}(?:an? )?(?:(fiver)|tenner)${alone}`), ([, five]) => [five ? '5' : '10']],
  [
    rule(`${apart}${figure}\\s?(?:less|minus|[-–−])\\s?(\\d{1,2}(?:\\.\\d)?)\\s?%(?: off| discount)?`),
    ([, whole, off]) => [percentOf(whole!, 100 - Number(off)), whole!],
  ],
  [
    rule(`${apart}${figure}\\s?(?:plus|\\+)\\s?(\\d{1,2}(?:\\.\\d)?)\\s?%`),
    ([, whole, more]) => [percentOf(whole!, 100 + Number(more)), whole!],
  ],
  [
    rule(`${apart}${figure}\\s?(?:打\\s?)?(\\d(?:\\.?\\d)?|[一二三四五六七八九]{1,2})折`),
    ([, whole, left]) => [percentOf(whole!, tenths(left!)), whole!],
  ],
  [rule(`${apart}${figure}\\s?(?:usd[tc]|btc|eth)${alone}`), () => []],
  [rule(`(?<![${numeralCharacters}])半([万千百])(?!\\p{Script=Han})`), ([, unit]) => scaled(0.5, readChineseNumber(`一${unit}`))],
  [rule(`${apart}(\\d{1,5}),(\\d{4})(?![\\p{N},.])`), ([, front, back]) => [`${front}${back}`]],
  [rule(`${apart}(\\d{3,9})\\s?[多来](?!\\p{Script=Han}|\\p{N})`), ([, about]) => [about!]],
  [rule(`(?<!\\p{N})[${numeralCharacters}]{1,4}(?:[${numeralCharacters}]|[把来多几])\\s?(?:块钱?|元)(?!\\p{Script=Han})`), () => []],
  [rule(`[三四五六七八3-8]位数|${apart}(?:three|four|five|six|seven|[3-7])[- ]figures?${alone}`), () => []],
]; // biome-ignore format: a table

function rule(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/** What people say for an amount without writing one: a grand, 2k5, 50c, 400 less 10%, 八折, 半万. */
export function spokenMoney(text: string): PerhapsMoney | undefined {
  for (const [pattern, worth] of SPOKEN) {
    const match = pattern.exec(text);
    const prices = match && worth(match);
    if (prices && !prices.includes('NaN')) return { said: match[0].trim(), prices };
  }
  return undefined;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1000, million: 1e6, billion: 1e9 };

function worded(count: string): number {
  if (/^half/i.test(count)) return 0.5;
  if (/^\d/.test(count)) return Number(count);
  return /^an?$/i.test(count) ? 1 : (readEnglishNumber(count) ?? Number.NaN);
}

function scaled(count: number, by = Number.NaN, currency = ''): string[] {
  return [`${Math.round(count * by)} ${currency}`.trim()];
}

/** 2k5 is 2500. */
function thousands(head: string, unit: string, tail: string): string {
  const zeros = unit.toLowerCase() === 'k' ? 2 : 3;
  return head + tail + '0'.repeat(zeros);
}

/** 九折 leaves 90 %, 85折 and 八五折 leave 85 %. */
export function tenths(said: string): number {
  const read = /\d/.test(said) ? said.replace('.', '') : String(readChineseNumber(said));
  return Number(read.padEnd(2, '0'));
}
