import type { Addressed, Asking } from './addressed.ts';
import { gluedReadings } from './addressed.ts';
import type { Reading } from './proof.ts';
import { readingsOf } from './readings.ts';

/**
 * Whom words may be for as well, because another's name is the beginning of the one that was read: 赵敏 beside 赵敏敏 of
 * 赵敏敏感肌可用, Julia beside Julia Ann. What parts the name from the words says where it ends.
 */
export async function shorterReadings(ctx: Asking, text: string, { name, isNote, at }: Addressed): Promise<Reading[]> {
  const start = name === '' || isNote || at ? -1 : text.toLowerCase().indexOf(name.toLowerCase());
  if (start < 0) return [];
  const rest = text.slice(start);
  const isChinese = /\p{Script=Han}$/u.test(name);
  if (isChinese && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))) return [];
  const readings = isChinese ? await gluedReadings(ctx, rest) : await readingsOf(ctx, rest);
  return readings.filter((one) => one.name.length < name.length && one.left !== '');
}
