import { fold } from '../../text/fold.ts';
import { isHan, readings, wordsIn } from './search_keys.ts';

/**
 * 'Zhang San' and 'ZHANG SAN' are the same, and so are 张三 and 'Zhang San'; but not 张三 and 章三, which only sound the
 * same.
 */
export async function sameName(one: string, other: string): Promise<boolean> {
  const [written, otherWritten] = [joined(one), joined(other)];
  if (written.length < 2 || otherWritten.length < 2) return false;
  if (written === otherWritten) return true;
  if (isHan(written) === isHan(otherWritten)) return false;
  const [spoken, otherSpoken] = [await spokenNames(one), await spokenNames(other)];
  return spoken.some((name) => otherSpoken.includes(name));
}

/** The name without spaces and, for a Chinese one, its reading. */
export async function spokenNames(name: string): Promise<string[]> {
  const written = joined(name);
  if (written.length < 2) return [];
  const read = isHan(written) ? (await readings(written)).map((syllables) => syllables.join('')) : [];
  return [...new Set([written, ...read])];
}

const joined = (name: string): string => wordsIn(fold(name)).join('');
