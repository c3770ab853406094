import { alike as english } from '../../../../text/meaning/en/alike.ts';
import { meanings } from '../../../../text/meaning/meaning.ts';
import { type Canon, canonOf, eachPart } from '../../../../text/meaning/parts.ts';
import { MARK } from '../../../../text/meaning/slots.ts';
import { alike as chinese } from '../../../../text/meaning/zh/alike.ts';
import { hashed } from '../../../triage/linear.ts';
import type { Signs } from '../../../triage/signs.ts';

/** The languages that have examples of their own. */
export const tongues = ['en', 'zh'] as const;
export type Tongue = (typeof tongues)[number];

/** A hash decides in which row a part of a sentence stands; the first row is always there. */
export const ROWS = 16_384;
export const WAYS = meanings.length;

const CANONS: Readonly<Record<Tongue, Canon>> = { en: canonOf(english), zh: canonOf(chinese) };
const row = (part: string): number => 1 + hashed(part, ROWS - 1);

/** That something of a kind is named at all says less than what is said of it. */
const NAMED = 0.5;
/** Long sentences have more parts than short ones, and mean no more. */
const LENGTH = 3;

/** What stands in a sentence with marks for what it names (`marked`, `withMarks`). */
export function signsOf(text: string, tongue: Tongue): Signs {
  const found = new Map<number, number>([[0, 1]]);
  eachPart(text, CANONS[tongue], (part, kind) => {
    const at = row(part);
    if (!found.has(at)) found.set(at, kind);
  });
  for (const [slot, mark] of Object.entries(MARK)) if (text.includes(mark)) found.set(row(`mark ${slot}`), NAMED);
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0));
  return {
    at: Int32Array.from(found.keys()),
    value: Float32Array.from(found.values(), (value) => (LENGTH * value) / length),
  };
}
