import { dayAmid } from '../day_amid.ts';
import { dayAlone, orderDay } from '../order_day.ts';
import type { LineRead } from '../ordered_line.ts';

/** logo 11/03: a day is no part of a name unless that is said. */
export function dayOfName(
  { words, goods, note }: { words: string; goods: string; note: string | undefined },
  lines: readonly LineRead[],
): { unclear: string; instead: string[] } | undefined {
  for (const [nth, line] of lines.entries()) {
    const title = 'unclear' in line ? (line.priced?.title ?? line.title) : line.title;
    // mug $15, on nov 3 retail $20: a day amid the articles belongs to none of them
    if (title !== undefined && (dayAlone(title) || (nth > 0 && orderDay(title))))
      return { unclear: title, instead: [] };
    const day = title === undefined ? undefined : dayAmid(title);
    if (!day) continue;
    const at = goods.indexOf(day.whole);
    // Model 3/4 $20: before its price it is a part of the name
    if (
      /\p{L}/u.test(goods.slice(0, at)) &&
      /\d/.test(goods.slice(at + day.whole.length)) &&
      !/\p{Script=Han}/u.test(goods)
    )
      continue;
    const left = `${goods.slice(0, at)}${goods.slice(at + day.whole.length)}`;
    const rest = left.replace(/[^\S\n]+/gu, ' ').trim();
    const named = day.name !== undefined && goods.includes(title!) ? [replaced(words, title!, day.name)] : [];
    const placed = day.days.map((way) => replaced(words, goods, `${rest}${way}`));
    return {
      unclear: day.said,
      instead: [...placed, withNote(replaced(words, goods, rest), day.said, note), ...named],
    };
  }
  return undefined;
}

/** A note takes all that stands behind it: what is to be noted besides goes there. */
export const withNote = (words: string, said: string, note: string | undefined): string =>
  note !== undefined && words.endsWith(note) ? `${words}, ${said}` : `${words}, note: ${said}`;

/** The words with one piece of them otherwise. By a function: a sign in the price is none of the pattern. */
export const replaced = (words: string, piece: string, other: string): string => words.replace(piece, () => other);
