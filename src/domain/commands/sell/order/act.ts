import { isWhole, moneyMovedIn, paidBackIn } from '../../../../text/money/order/order_change.ts';
import { orderTail } from '../../../../text/money/order/order_tail.ts';
import type { Texts } from '../../../../text/texts.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { splitFirst } from '../../words/words.ts';

/** What can be done about an order. */
export interface Act {
  is: keyof Texts['typed']['orderAct'];
  words: string;
}

const WORDS = typedMeanings<Act['is']>(({ orderAct }) => orderAct);

/** 顺丰 SF1234567890, UPS 1Z…: nothing but a carrier and a parcel's number says that it has left. */
function parcelIn(words: string): Act | undefined {
  const { text, parcel } = orderTail(`- ${words}`, '');
  return text === '-' && parcel ? { is: 'sent', words: `${parcel.carrier} ${parcel.number}`.trim() } : undefined;
}

/** The act that the words begin with; undefined: they begin with none. What is behind a word for cancelling may be one article of many. */
export function actIn(words: string): Act | undefined {
  const [first, rest] = splitFirst(words);
  const is = WORDS.get(first.toLowerCase());
  if (is === 'cancel' && rest !== '' && !isWhole(rest)) return undefined;
  // paid back is a refund
  const back = is === 'paid' ? paidBackIn(rest) : undefined;
  if (back !== undefined) return { is: 'refund', words: back };
  if (is) return { is, words: rest };
  return moneyMovedIn(words) ?? parcelIn(words);
}
