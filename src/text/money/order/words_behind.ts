import { narrow } from '../../normalise.ts';
import { findMoney } from '../find_money.ts';
import { MEANS_SURE } from './payment_means.ts';
import { IN_ALL, IN_ALL_BEFORE } from './stated_total.ts';

/** 龙井 256 送人的: a figure that may be what stands before it costs. */
const BARE_AMID =
  /^(.*(?:\p{Script=Han}\s{0,3}(?=\d{2})|\p{L}\s{1,3}(?=\d{3})))(\d{2,6}(?:\.\d{1,2})?)(?:[\s,，]+(?:[-–—|#>*/]{1,2}\s?)?\p{L}[^\d]*|\s?\([^\d()]{1,60}\))$/su;

/** 龙井 128（送人的）. */
export const ASIDE = /\d(?:元|块)?\s?\([^\d()]{1,60}\)$/u;

/** How it is paid, and not that it is. */
const PAID_WITH = new RegExp(`^(?:${MEANS_SURE}|转账)了?$`, 'iu');

/** mug $15 for Bob: words on either side of a sum are a name and perhaps something else. */
export function behindSum(
  text: string,
  currency: string,
  is: 'none' | 'amount' | 'times',
): { perhaps: string[]; more: string } | undefined {
  const [sum, ...others] = findMoney(text, currency);
  const bare = sum || is !== 'none' ? null : BARE_AMID.exec(narrow(text));
  if (others.length > 0 || (!sum && !bare)) return undefined;
  const [start, end] = sum ? [sum.start, sum.end] : [bare![1]!.length, bare![1]!.length + bare![2]!.length];
  const [before, said, more] = [
    text.slice(0, start).trim(),
    text.slice(start, end),
    text
      .slice(end)
      .replace(/^[\s,，]+(?:(?:[-–—]{1,2}|\/{1,2}|[|｜#＃>→*])\s*(?=\p{L}))?/u, '')
      .trim(),
  ];
  if (!/\p{L}/u.test(before) || !/^[\p{L}\d(（]/u.test(more) || !/\p{L}/u.test(more)) return undefined;
  if (IN_ALL.exec(more)?.index === 0 || IN_ALL_BEFORE.test(text)) return undefined;
  // 256 现金: what it was paid with, or is to be
  const paid = PAID_WITH.test(more)
    ? [`${before} ${said} ${more.replace(/了$/u, '')}${/\p{Script=Han}/u.test(more) ? '已付' : ' paid'}`]
    : [];
  const later = more === '到付' ? [`${before} ${said} 货到付款`] : [];
  const glued = /^[kw]$/u.test(more) ? [`${before} ${said}${more}`] : [];
  return { perhaps: [`${before} ${said}`, `${before} ${more} ${said}`, ...glued, ...paid, ...later], more };
}

/** How many there are was taken off before it was looked what stands behind the sum: it stays where it was. */
export function backInto(
  piece: string,
  plain: string,
  { perhaps, more }: { perhaps: string[]; more: string },
): { perhaps: string[]; more: string } {
  const at = piece.indexOf(plain.trim());
  const from = piece.lastIndexOf(more);
  if (at < 0) return { perhaps: [piece.slice(0, from).trim()], more: piece.slice(from).trim() };
  // how many there are of what is given along belongs to the note
  const tail = piece.slice(at + plain.trim().length).trim();
  const ways = perhaps.map((one) => `${piece.slice(0, at)}${one}`.trim());
  return tail === '' ? { perhaps: ways, more } : { perhaps: ways.slice(0, 1), more: `${more}${tail}` };
}
