import { narrow } from '../../../normalise.ts';

const SUM = '(?<sum>[¥$€£]?\\s?\\d[\\d.,]{0,9}(?:\\s?(?:元|块钱?|[A-Z]{3}(?![A-Za-z])))?)';
const TOTAL = '(?:(?:the |new )?total|now|in all|总价|总额|合计|总计|一共|总共|共)(?: is| now)?[\\s:：是]{0,2}';
const WITH =
  '(?:(?:incl(?:\\.|uding|uded|udes)?|with) (?:the )?(?:shipping|postage|delivery|tax|vat)|含(?:运费|邮费|快递费?|税))';
const SHAPES = [`${TOTAL}${SUM},? ?${WITH}`, `${WITH}(?: is| comes to|共|一共|总共)?[\\s:：是]{0,2}${SUM}`].map(
  (shape) => new RegExp(`^${shape}[.。!！]*$`, 'iu'),
);

/** total 65 incl. shipping, 含运费366: what it comes to with all that is in it, as it was typed. Undefined: the words say something else. */
export function sumWithAll(words: string): string | undefined {
  const plain = narrow(words).trim();
  for (const shape of SHAPES) {
    const sum = shape.exec(plain)?.groups?.sum;
    if (sum) return sum.trim();
  }
  return undefined;
}
