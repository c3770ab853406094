import { fraction } from '../../money/numerals.ts';

/** The numbers from 0 to 12. */
export const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** How many are said: a word, a figure or a fraction. NaN: none of them. */
export function read(text: string): number {
  const word = text.toLowerCase();
  const part = fraction(word);
  if (part !== undefined) return part;
  if (word.startsWith('half')) return 0.5;
  if (word.includes('quarter')) return word.startsWith('three') ? 0.75 : 0.25;
  if (word.startsWith('a couple')) return 2;
  if (/^an?$/.test(word)) return 1;
  return words.includes(word) ? words.indexOf(word) : Number(word);
}

export function daysIn(count: string, unit: string): number | undefined {
  const days = read(count) * ({ d: 1, w: 7, f: 14 }[unit[0]!.toLowerCase()] ?? 1);
  return days % 1 === 0 ? days : undefined;
}

export function negative(days: number | undefined): number | undefined {
  return days === undefined ? undefined : -days;
}

/** One and a half days are 36 hours; whole ones end at an hour of their own. */
export function partOfDays(count: string, unit: string): number | undefined {
  const days = read(count) * (/^w/i.test(unit) ? 7 : 1);
  return days % 1 === 0 ? undefined : positive(days * 24 * 60);
}

export function positive(minutes: number): number | undefined {
  return minutes > 0 ? minutes : undefined;
}

/** Monday is 0. */
export function weekdayIndex(text: string): number {
  return ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(text.slice(0, 2).toLowerCase());
}

/** January is 1. */
export function monthNumber(text: string): number {
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  return names.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}
