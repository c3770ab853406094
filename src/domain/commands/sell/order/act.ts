import { someBack, wholeRefund } from '../../../../text/money/order/known/share_back.ts';
import { isRest, moneyMovedIn } from '../../../../text/money/order/money_moved.ts';
import {
  cancelledIn,
  isReturnOfSome,
  isWhole,
  paidBackIn,
  refundedIn,
} from '../../../../text/money/order/order_change.ts';
import { doneOn } from '../../../../text/money/order/order_day.ts';
import { orderTail } from '../../../../text/money/order/order_tail.ts';
import { partSaid } from '../../../../text/money/order/part_paid.ts';
import { cancelledAndBack, cancelledFor } from '../../../../text/money/order/unsure/cancel_said.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { splitFirst } from '../../words/words.ts';
import type { Act } from './act_said.ts';
import { actsAtOnce } from './acts_at_once.ts';

const WORDS = typedMeanings<Act['is']>(({ orderAct }) => orderAct);

/** 顺丰 SF1234567890, UPS 1Z…: nothing but a carrier and a parcel's number says that it has left. */
function parcelIn(words: string): Act | undefined {
  const { text, parcel, paid, part, onDelivery } = orderTail(`- ${words}`, '');
  const more = paid || part || onDelivery;
  return text === '-' && parcel && !more
    ? { is: 'sent', words: `${parcel.carrier} ${parcel.number}`.trim() }
    : undefined;
}

/** half paid, deposit 300, 付一半: the same words count behind the goods of a new order. */
function partIn(words: string): Act | undefined {
  const price = 'x 1 USD';
  const said = partSaid(`${price} ${words}`, 'USD');
  return said?.text === price ? { is: 'paid', words: words.trim(), part: said.part } : undefined;
}

/** deposit 300 paid: so much of it has come. */
function sumIn(act: Act | undefined): Act | undefined {
  const part = act?.part?.part;
  return part && 'sum' in part ? { is: 'paid', words: part.sum } : undefined;
}

/** The act that the words begin with, with the day on which it was done where they end or begin with one; undefined: they begin with none. */
export function actIn(words: string): Act | undefined {
  const said = doneOn(words);
  const act = said && undatedActIn(said.text);
  return act && act.is !== 'tell' ? onDay(act, { day: said.day, typed: words }) : undatedActIn(words);
}

const onDay = ({ next, ...act }: Act, dated: NonNullable<Act['dated']>): Act => ({
  ...act,
  dated,
  ...(next && { next: onDay(next, dated) }),
});

/** What is behind a word for cancelling may be one article of many. */
function undatedActIn(said: string): Act | undefined {
  const words = wholeRefund(said);
  const several = actsAtOnce(words);
  if (several) return several;
  if (isRest(words)) return { is: 'paid', words: '' };
  const part = partIn(words);
  // a sum that has come is read as it always is behind the word for it
  if (part?.part && !(part.part.come && part.part.part && 'sum' in part.part.part)) return part;
  const moved = moneyMovedIn(words);
  if (moved) return moved;
  const both = cancelledAndBack(words);
  if (both) return { is: 'cancel', words: '', next: { is: 'refund', words: both.back } };
  const why = cancelledFor(words);
  if (why !== undefined) return { is: 'cancel', words: why };
  const off = cancelledIn(words);
  if (off) return { is: 'cancel', words: off.why ?? '' };
  const [first, rest] = splitFirst(words);
  const is = WORDS.get(first.toLowerCase());
  if (is === 'cancel' && rest !== '' && !isWhole(rest)) return undefined;
  // paid back is a refund
  const back = is === 'paid' ? paidBackIn(rest) : undefined;
  if (back !== undefined) return { is: 'refund', words: back };
  // return 1: so many of its articles, or so much money
  if (is === 'refund' && isReturnOfSome(first, rest)) return { is, words: '' };
  if (is) return { is, words: rest };
  return refundedIn(words) ?? someBack(words) ?? parcelIn(words) ?? sumIn(part);
}
