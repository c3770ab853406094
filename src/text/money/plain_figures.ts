import { narrow } from '../normalise.ts';

/** The zeros of the digits people's keyboards have besides 0 to 9; each stands before its one to nine. */
const ZEROS = '٠۰०০๐';
const OTHER_DIGIT = new RegExp(`[${[...ZEROS].map((zero) => `${zero}-${nth(zero, 9)}`).join('')}]`, 'g');
/** What parts thousands besides comma and point: blanks that keep a line together, raised and spacing marks. A plain blank may also part two numbers. */
const GROUPED = /(?<=\d)[\u00a0\u2007\u2009\u202f'’‘´`ʼ˙·٬_](?=\d{3}(?!\d))/g;
const BLANK = /[\u00a0\u2000-\u200a\u202f]/g;

/** A text as its amounts are read: half width, figures 0 to 9, one mark (') between thousands, one yen sign; every index stays the same. */
export function plainFigures(text: string): string {
  return narrow(text)
    .replace(OTHER_DIGIT, (digit) => String(digitOf(digit)))
    .replace(GROUPED, "'")
    .replace(BLANK, ' ')
    .replace(/٫/g, '.')
    .replace(/￥/g, '¥');
}

function nth(zero: string, value: number): string {
  return String.fromCharCode(zero.charCodeAt(0) + value);
}

function digitOf(digit: string): number {
  const from = [...ZEROS].map((zero) => digit.charCodeAt(0) - zero.charCodeAt(0));
  return from.find((distance) => distance >= 0 && distance <= 9)!;
}
