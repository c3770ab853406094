import { simplify } from './fold.ts';
import { narrow } from './normalise.ts';

/** A Chinese keyboard gives its own stop for a point: 9。30. */
const POINT = /(?<=(?<!\d)\d{1,2})[。｡](?=\d{2}(?!\d))/g;

/** A text as its times are read: half width and simplified (下週一 is 下周一); every index stays the same. */
export function plainly(text: string): string {
  return simplify(narrow(text)).replace(POINT, '.');
}

/** A pattern for texts that are read plainly: 么 is written 幺 there. */
export const plainPattern = ({ source, flags }: RegExp): RegExp => new RegExp(plainly(source), flags);
