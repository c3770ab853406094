import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../format_when.ts';
import { type PastSpan, pastSpan } from '../past_span.ts';

/** No stretch of days is said in more words. */
const MOST_WORDS = 6;
/** Nor in more Chinese characters. */
const MOST_HAN = 10;
/** What stands between a time and what it is said of. */
const JOINS = /^(?:的|里|内|以来|in|from|during|of|for)$/iu;
const HAN = /\p{Script=Han}/u;

/** Words with days at either end that are over or go on, and what stands beside them; the longest time counts. */
export function withoutSpan(words: string, clock: WhenContext): { span?: PastSpan; said: string; rest: string } {
  const typed = words.trim().split(/\s+/u).filter(Boolean);
  for (let count = Math.min(MOST_WORDS, typed.length); count > 0; count -= 1) {
    const cuts = [
      [typed.slice(-count), typed.slice(0, -count)],
      [typed.slice(0, count), typed.slice(count)],
    ] as const;
    for (const [said, rest] of cuts) {
      const span = spanOf(said.join(' '), clock);
      if (span) return { span, said: said.join(' '), rest: joined(rest) };
    }
  }
  return glued(words.trim(), clock) ?? { said: '', rest: words.trim() };
}

const spanOf = (said: string, clock: WhenContext): PastSpan | undefined =>
  pastSpan(said, clock) ??
  pastSpan(said.replace(/^(?:in|from|during|of|for) /iu, '').replace(/(?:的|里|内)$/u, ''), clock);

const joined = (words: readonly string[]): string => {
  const kept = JOINS.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return (JOINS.test(kept[0] ?? '') ? kept.slice(1) : kept).join(' ');
};

/** 本月成交: without a blank, the time first. */
function glued(words: string, clock: WhenContext): { span: PastSpan; said: string; rest: string } | undefined {
  const plain = plainly(words);
  if (!HAN.test(plain) || /\s/u.test(plain)) return undefined;
  for (let end = Math.min(MOST_HAN, words.length - 1); end > 1; end -= 1) {
    const span = pastSpan(words.slice(0, end), clock);
    if (span) return { span, said: words.slice(0, end), rest: words.slice(end).replace(/^(?:的|里|内)/u, '') };
  }
  return undefined;
}
