import { isCalled, type SoMany, soManyInAll, soManyMore } from '../../../../../text/money/order/known/so_many.ts';
import type { OwnOrder } from '../../../../sell/own_order.ts';
import type { Contents } from '../own_lines.ts';
import { NO_DAYS } from '../said_days.ts';

/** Nothing but goods. */
export const GOODS_ALONE: Omit<Contents, 'lines' | 'currency' | 'total' | 'names'> = {
  ...{ paid: undefined, onDelivery: undefined, note: undefined, parcel: undefined, sent: false },
  ...{ days: NO_DAYS, perhapsEach: undefined },
};

/** add 5 mugs, 龙井改成3盒: more of an article that it has once, at the price that it has there. Undefined: they say something else. */
export function moreOfKnown(own: OwnOrder, words: string): Contents | undefined {
  const inAll = soManyInAll(words);
  const said: SoMany | undefined = soManyMore(words) ?? inAll;
  const [line, ...others] = said ? own.lines.filter((one) => isCalled(said, one)) : [];
  if (!said || !line || others.length > 0 || line.priceMinor === '0') return undefined;
  const quantity = said === inAll ? said.count - line.quantity : said.count;
  if (quantity <= 0) return undefined;
  const { unsent: _, currentQuantity: __, ...plain } = line;
  const lines = [{ ...plain, quantity }];
  const total = BigInt(line.priceMinor) * BigInt(quantity);
  return { ...GOODS_ALONE, lines, currency: own.currency, total, names: true };
}
