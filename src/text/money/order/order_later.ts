import { narrow } from '../../normalise.ts';
import { discountIn } from '../discount.ts';
import { isRoundedOff } from './not_bought.ts';

/** What is ordered, and what is said behind it that an order takes only once it is written down. */
export interface SaidLater {
  goods: string;
  later: string;
  is: 'discount' | 'deposit' | 'back';
}

/** Nobody types a longer order. */
const LONGEST = 2000;
/** A deposit, or money said to have come. */
const DEPOSIT =
  /(?<=[\s,，;；\d元块])(?:with\s)?(?:an?\s)?(?:deposit|down payment|advance)(?![\p{L}])|(?<=.)(?:定金|订金|押金|预付款?|首付款?)/iu;

/** That it was given back or called off since. */
const BACK =
  /(?<=[\s,，;；\d元块])(?:(?:and |but |then |later )?(?:was )?(?:refunded|cancell?ed|returned|sent back)|(?:后来|又|已经?|都|全)?(?:退款|退货|退了款?|退掉|取消))了?[\s.。!！]*$/iu;

/** 2x tea $30, 10% off; 龙井 256 减20; logo $500 deposit 250 paid. Undefined: nothing of the kind is said behind the goods. */
export function saidLater(words: string): SaidLater | undefined {
  const text = words.trim();
  if (text.length > LONGEST) return undefined;
  const plain = narrow(text);
  const at = DEPOSIT.exec(plain)?.index;
  if (at !== undefined) return parted(text, at, 'deposit');
  const back = BACK.exec(plain)?.index;
  if (back !== undefined && /\d/.test(plain.slice(0, back))) return parted(text, back, 'back');
  for (const { index } of plain.matchAll(/[,，;；\s]+/gu)) {
    const behind = plain.slice(index).replace(/^[,，;；\s]+/u, '');
    // a dash alone is no minus
    const isLess = discountIn(behind) !== undefined || isRoundedOff(text.slice(0, index), behind);
    if (!/^-\s/.test(behind) && isLess) return parted(text, index, 'discount');
  }
  return undefined;
}

function parted(text: string, at: number, is: SaidLater['is']): SaidLater | undefined {
  const goods = text.slice(0, at).replace(/[,，;；\s]+$/u, '');
  const later = text.slice(at).replace(/^[,，;；\s]+/u, '');
  return goods === '' ? undefined : { goods, later, is };
}
