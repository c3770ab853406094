import { readChineseNumber, readEnglishNumber } from '../../money/numerals.ts';

/** What a piece behind the goods says. `each`: what one of them costs; `back`: what was given back of what was paid; `part`: what of it has come. */
export type SaysOfSale =
  | 'paid'
  | 'unpaid'
  | 'later'
  | 'sum'
  | 'total'
  | 'each'
  | 'back'
  | 'part'
  | 'half'
  | 'day'
  | 'none';

/** How one language says them. A piece stands at the end of the words; its groups: sum, means (how it was paid), day. */
export interface SaleWords {
  pieces: readonly (readonly [SaysOfSale, RegExp])[];
  /** What stands around the goods and is none of them. */
  before: RegExp;
  after: RegExp;
  /** What nobody sells: an answer, a discount. */
  noGoods: RegExp;
  /** The goods themselves: how many, and what. */
  goods: RegExp;
  /** One of them, where how many is left out: 个茶壶. */
  one: (goods: string) => string;
  count: (goods: string) => number | undefined;
  title: (goods: string) => string;
  paid: (means: string) => string;
  part: (sum: string) => string;
  /** That a sum is for all of them. */
  inAll: (sum: string) => string;
  unpaid: string;
  /** Whoever took it with them needs nothing sent. */
  sent: string;
  /** Whoever came in and left without a name. */
  walkIn: string;
  note: (words: string) => string;
}

/** How many there are, in figures or in words: 3, 三, three, an. */
export function numberSaid(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return /^\p{Script=Han}/u.test(text)
    ? readChineseNumber(text)
    : /^(?:an?|another)$/iu.test(text)
      ? 1
      : readEnglishNumber(text);
}
