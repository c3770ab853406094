import { plainly } from '../../plainly.ts';
import { ALSO, ALSO_BEHIND, INSTEAD } from './others_named/en.ts';
import { ALSO_BEHIND_ZH, ALSO_ZH, INSTEAD_ZH } from './others_named/zh.ts';

/** Somebody whom words in front of a message, or behind it, name besides whoever gets it, or instead of them. */
export interface Beside {
  /** As it was typed. */
  whom: string;
  /** The message without them. */
  words: string;
  isInstead: boolean;
}

/** So much of a message is looked at from its beginning, and so much from its end, in UTF-16 units. */
const MOST = 120;

const FRONTS: readonly (readonly [readonly RegExp[], boolean])[] = [
  [ALSO, false],
  [INSTEAD, true],
  [ALSO_ZH, false],
  [INSTEAD_ZH, true],
];

/** Who may be named so; whether anybody is called that, only the desk knows. */
export function besidesIn(text: string): Beside[] {
  const typed = text.trim();
  const plain = plainly(typed);
  return [...inFront(typed, plain), ...behind(typed, plain)];
}

const inFront = (typed: string, plain: string): Beside[] =>
  FRONTS.flatMap(([forms, isInstead]) =>
    forms.flatMap((form) => {
      const found = /[:：)）]/u.test(plain.slice(0, MOST)) ? form.exec(plain) : null;
      const { whom = '', words = '' } = found?.groups ?? {};
      // a clock has colons too
      if (!found || found[0].length - words.length > MOST || /^\d{2}(?!\d)/u.test(words)) return [];
      const at = plain.lastIndexOf(whom, plain.length - words.length);
      return [{ whom: typed.slice(at, at + whom.length), words: typed.slice(-words.length), isInstead }];
    }),
  );

const behind = (typed: string, plain: string): Beside[] =>
  [...ALSO_BEHIND, ...ALSO_BEHIND_ZH].flatMap((form) => {
    const from = Math.max(0, plain.length - MOST);
    const found = form.exec(plain.slice(from));
    const whom = found?.groups?.whom;
    const words = found ? typed.slice(0, from + found.index).trim() : '';
    if (!found || whom === undefined || !/[\p{L}\p{N}]/u.test(words)) return [];
    const at = from + found.index + found[0].lastIndexOf(whom);
    return [{ whom: typed.slice(at, at + whom.length), words, isInstead: false }];
  });
