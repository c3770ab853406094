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

/**
 * A text as the source of a pattern that finds this text and nothing else, with any flag: what has no meaning in a
 * pattern stays as it is, because with the flag `u` a `\-` is a fault. `RegExp.escape` comes with Node 24.
 */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The source of a pattern for any of these texts, the longest first. */
export const anyOf = (texts: Iterable<string>): string =>
  [...texts]
    .sort((one, other) => other.length - one.length)
    .map(literal)
    .join('|');
