import { simplify } from './fold.ts';
import { narrow } from './normalise.ts';

/** A text as its times are read: half width and simplified (下週一 is 下周一); every index stays the same. */
export function plainly(text: string): string {
  return simplify(narrow(text));
}

/** A pattern for texts that are read plainly: 么 is written 幺 there. */
export const plainPattern = ({ source, flags }: RegExp): RegExp => new RegExp(plainly(source), flags);
