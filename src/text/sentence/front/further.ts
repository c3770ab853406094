import { plainly } from '../../plainly.ts';
import { BEHIND, CERTAIN, isCapital, KNOWN, UNKNOWN } from './others_named/en.ts';
import { LEFT_OUT_ZH } from './others_named/zh.ts';

/** So much of a message is looked at, in UTF-16 units. */
const MOST = 300;

/** Somebody who is left out of what is said, or gets it too, behind the name of whom it is for. */
export interface Further {
  /** Of whom it is said: only if somebody is called so it is no word of what is said. Undefined: it cannot be one. */
  name?: string;
  /** Chinese: that name, with what is said right behind it. */
  glued?: string;
  /** What is said; where the name is glued to it, that begins there. */
  rest: string;
}

/**
 * Of words behind somebody's name those that leave out somebody else (not Tom: we are closed; 别告诉王磊，明天休息) or add one (and her
 * sister: it is ready). Undefined: all of them are said.
 */
export function furtherIn(text: string): Further | undefined {
  const typed = text.trim();
  const plain = plainly(typed.slice(0, MOST));
  for (const form of CERTAIN) {
    const found = form.exec(plain);
    if (found) return { rest: typed.slice(found[0].length) };
  }
  for (const form of UNKNOWN) {
    const found = form.exec(plain);
    if (found && isCapital(typed.slice(plain.indexOf(found.groups!.name!)).slice(0, found.groups!.name!.length)))
      return { rest: typed.slice(found[0].length) };
  }
  const known = KNOWN.exec(plain);
  if (known) return { name: known.groups!.name!, rest: typed.slice(known[0].length) };
  const end = typed.length > MOST ? null : BEHIND.exec(plain);
  if (end && end.index > 0) return { name: end.groups!.name!, rest: typed.slice(0, end.index) };
  const glued = LEFT_OUT_ZH.exec(plain)?.groups?.glued;
  return glued === undefined ? undefined : { glued: typed.slice(-glued.length), rest: '' };
}
