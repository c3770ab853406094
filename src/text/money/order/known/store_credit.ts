import { narrow } from '../../../normalise.ts';

const SUM = '(?<sum>[¥￥$€£]?\\s?\\d[\\d,]{0,9}(?:\\.\\d{1,2})?(?:\\s?(?:元|块钱?|[A-Za-z]{3}(?![A-Za-z])))?)';
const CREDIT = [
  `(?:an? |as |in |to |give |gave |of )*store credit(?: of| for|:)? ?${SUM}`,
  `(?:give |gave |note )?${SUM} (?:as |in |of |to |for )?(?:an? )?store credit`,
  `refund(?:ed)? ${SUM} (?:as|in|to|for) (?:an? )?store credit`,
  `(?:退)?(?:到|进|入|充|存)?(?:储值卡?|余额)[:：]?\\s?${SUM}`,
  `(?:退|充|存)?\\s?${SUM}(?:到|进|入|作为?|当)?(?:储值卡?|余额)`,
].map((pattern) => new RegExp(`^(?:${pattern})[\\s.。!！]*$`, 'iu'));

/** store credit $20, 储值20: so much, of which nobody says whether it pays, lowers the price or goes back; undefined: other words. */
export function storeCredit(words: string): string | undefined {
  const plain = narrow(words).trim();
  for (const shape of CREDIT) {
    const sum = shape.exec(plain)?.groups?.sum;
    if (sum !== undefined) return sum.trim();
  }
  return undefined;
}
