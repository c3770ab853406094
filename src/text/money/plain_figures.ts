import { narrow } from '../normalise.ts';

/** The zeros of the digits people's keyboards have besides 0 to 9; each stands before its one to nine. */
const ZEROS = '٠۰०০๐';
const OTHER_DIGIT = new RegExp(`[${[...ZEROS].map((zero) => `${zero}-${nth(zero, 9)}`).join('')}]`, 'g');
/** What parts thousands besides comma and point: blanks that keep a line together, raised and spacing marks. A plain blank may also part two numbers. */
const GROUPED = /(?<=\d)[\u00a0\u2007\u2009\u202f'’‘´`ʼ˙·٬_](?=\d{3}(?!\d))/g;
/** A Chinese keyboard gives its own stop for a point: 1。5万; spoken it is 1点5万. Longer numbers end a sentence with it. */
const POINT = /(?<=(?<!\d)\d{1,6})(?:[。｡·・•](?=\d)|点(?=\d{1,3}\s?[百千万亿kw元块]))/gi;
/** 一点五万; behind another character the stop may close a name: 张三。五万. */
const SPOKEN_POINT =
  /(?<![零一二两三四五六七八九十百千万])(?:[零一二两三四五六七八九]点|(?<!\p{L})[零一二两三四五六七八九][。｡·・•])[零一二三四五六七八九]{1,3}(?=\s?[百千万亿元块])/gu;
const BLANK = /[\u00a0\u2000-\u200a\u202f]/g;

/** A text as its amounts are read: half width, figures 0 to 9, one mark (') between thousands, one yen sign; every index stays the same. */
export function plainFigures(text: string): string {
  return narrow(text)
    .replace(OTHER_DIGIT, (digit) => String(digitOf(digit)))
    .replace(GROUPED, "'")
    .replace(POINT, '.')
    .replace(SPOKEN_POINT, (said) => [...said].map((one) => DIGITS[one] ?? '.').join(''))
    .replace(BLANK, ' ')
    .replace(/٫/g, '.')
    .replace(/￥/g, '¥');
}

const DIGITS: Readonly<Record<string, string>> = {
  两: '2',
  ...Object.fromEntries([...'零一二三四五六七八九'].map((one, nth) => [one, String(nth)])),
};

function nth(zero: string, value: number): string {
  return String.fromCharCode(zero.charCodeAt(0) + value);
}

function digitOf(digit: string): number {
  const from = [...ZEROS].map((zero) => digit.charCodeAt(0) - zero.charCodeAt(0));
  return from.find((distance) => distance >= 0 && distance <= 9)!;
}
