import { narrow } from '../../../normalise.ts';
import { type Money, parseMoney } from '../../money.ts';

/** What one of an article of an order costs; '' where it is not said of which. */
export interface UnitPrice {
  title: string;
  money: Money;
}

const SUM = '(?<sum>[¥$€£]?\\s?\\d[\\d.,]{0,9}(?:\\s?(?:元|块钱?|[A-Z]{3}(?![A-Za-z])))?)';
const BEHIND = '\\s?(?:each|apiece|ea\\.?|a piece|per \\p{L}{1,12}|[一每](?:个)?\\p{Script=Han}|[/／]\\s?\\p{L}{1,6})';
const SHAPES = [
  `(?<title>\\p{L}.{0,80}?)(?:的?(?:价格?|单价))?(?:改成|改为|改到|调成|调到|降到|涨到)\\s?${SUM}\\s?(?:[一每](?:个)?\\p{Script=Han}|[/／]\\s?\\p{L}{1,6})`,
  `(?:(?<title>\\p{L}.{0,80}?)(?:\\s(?:at|@|for|now|are|is|costs?))*\\s?)?${SUM}${BEHIND}`,
  `(?<title>\\p{L}.{0,80}?)\\s(?:at|@)\\s?${SUM}`,
  `(?:the )?(?:unit price|price each|each)(?: is| at| now|:)*\\s?${SUM}`,
  `(?<title>\\p{L}.{0,80}?)?\\s?(?:改成|改为|改)?(?:单价|均价|每(?:一)?\\p{Script=Han}|一\\p{Script=Han}|各)(?:价格)?(?:是|为|改成|改为|改到|[:：])?\\s?${SUM}`,
].map((shape) => new RegExp(`^(?:change (?:it )?to |make it |改成|改为)?${shape}[.。!！]*$`, 'iu'));

/** $600 each, logos at 550, 单价600, 龙井 600元一盒: without a word of how many. Undefined: the words say something else. */
export function unitPriceSaid(words: string, currency: string): UnitPrice | undefined {
  const plain = narrow(words).trim();
  if (plain.length > 120 || plain.includes('\n')) return undefined;
  for (const shape of SHAPES) {
    const { title = '', sum = '' } = shape.exec(plain)?.groups ?? {};
    const money = sum === '' ? undefined : parseMoney(sum, currency);
    if (money && !/\d/.test(title)) return { title: title.trim(), money };
  }
  return undefined;
}
