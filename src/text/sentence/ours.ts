import { plainly, plainPattern } from '../plainly.ts';
import * as en from './en/ours.ts';
import * as zh from './zh/ours.ts';

/** Whether a sentence that says a command says it to us alone: no customer is told so. */
export function isOurs(text: string): boolean {
  const said = plainly(text).trim();
  if (isToThem(said)) return false;
  return en.OURS.test(said) || ours.test(said);
}

/** Whether it speaks to whoever reads it; what we are politely asked is said to us. */
export function isToThem(text: string): boolean {
  const said = plainly(text).trim();
  return en.TO_THEM.test(said.replace(POLITE, '')) || toThem.test(said);
}

const [ours, toThem] = [plainPattern(zh.OURS), plainPattern(zh.TO_THEM)];
const POLITE = /^(?:please |pls |hey |ok )*(?:can|could|would|will) (?:you|u)\b/iu;

/** What is said behind a word out of politeness, and the marks at its end. */
export const POLITE_END = /(?:[\s,.!]+(?:please|pls|plz|thanks|thx))?[.!]*$/i;
