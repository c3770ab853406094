import { discountIn } from '../../../../../text/money/discount.ts';
import { quantitySaid } from '../../../../../text/money/order/order_asks.ts';
import { isMoneyAlone, noteIn, orderChangeIn, takenBackIn } from '../../../../../text/money/order/order_change.ts';
import { dayAlone } from '../../../../../text/money/order/order_day.ts';
import {
  behindNumber,
  hasFigure,
  isSentence,
  saysState,
  speaksToSomebody,
} from '../../../../../text/money/order/order_state.ts';
import { readOrder } from '../../../../../text/money/order/ordered_lines.ts';
import { parcelPutRight, parcelTyped } from '../../../../../text/money/order/parcel_typed.ts';
import { isSpokenTo, speaksToBuyer } from '../../../../../text/money/order/unsure/to_buyer.ts';
import { sumAlone } from '../../../../../text/money/sum_alone.ts';
import type { Texts } from '../../../../../text/texts.ts';
import type { Button } from '../../../../reply.ts';
import type { Order } from '../../../../sell/order.ts';
import { actIn } from '../act.ts';

/** Longer words say something else, too; in UTF-16 units. */
const LONGEST = 160;
/**
 * Whether words under the card of an order read as words about that order, as `/order <it>` takes them: they are never said to its buyer
 * unless that is what was wanted. Words that speak to somebody are for the buyer.
 */
export function isOfOrder(text: string, currency: string): boolean {
  const typed = text.trim();
  if (typed === '' || typed.length > LONGEST || speaksToSomebody(typed) || isSpokenTo(typed)) return false;
  return typed.split('\n').every((line) => line.trim() === '' || isLine(line.trim(), currency));
}

/**
 * Whether words under the card of an order, of which nothing else is known, are said to nobody: they are asked about. Of two needless
 * questions and one line that its buyer should not have read, the questions are better.
 */
export const isSaidToNobody = (text: string): boolean => text.trim() !== '' && !speaksToBuyer(text);

/** Keeps the words with the order as they are. */
export const keepOnOrderAs = (t: Texts, { id, number }: Pick<Order, 'id' | 'number'>, words: string): Button => ({
  label: t.order.noteOnIt(number),
  command: `/order o${id} note: ${words.trim().replace(/\s+/gu, ' ')}`,
});

/** Takes the words as words about the order: `/order M-1 paid`. */
export const noteOnOrder = (t: Texts, { id, number }: Pick<Order, 'id' | 'number'>, words: string): Button => ({
  label: t.order.noteOnIt(number),
  command: `/order o${id} ${words.trim().split('\n').map(behindNumber).join('\n')}`,
});

function isLine(line: string, currency: string): boolean {
  const words = behindNumber(line);
  return [words, line].some((said) => isAct(said) || isChange(said, currency));
}

function isAct(words: string): boolean {
  if (saysState(words) || takenBackIn(words) || parcelPutRight(words) || noteIn(words) !== undefined) return true;
  if (isParcel(words)) return true;
  const act = actIn(words);
  if (!act || act.is === 'tell') return false;
  const rest = act.words.trim();
  return rest === '' || act.part !== undefined || act.next !== undefined || isMoneyAlone(rest) || isParcel(rest);
}

const isParcel = (words: string): boolean => parcelTyped(words) !== undefined && !isSentence(words);

function isChange(words: string, currency: string): boolean {
  if (discountIn(words) || dayAlone(words) || quantitySaid(words) !== undefined) return true;
  const sum = sumAlone(words);
  if (isMoneyAlone(sum)) return true;
  const change = orderChangeIn(words);
  if (change && change.is !== 'add') return !isSentence(change.words);
  return isGoods(change?.words ?? words, currency);
}

/** What has a price, or is counted, and no more words than an article has. */
function isGoods(words: string, currency: string): boolean {
  if (!hasFigure(words) || isSentence(words)) return false;
  const read = readOrder(words, currency);
  if ('unclear' in read) return read.instead.length > 0;
  return (
    read.lines.every(({ title }) => title.length <= 60) &&
    read.lines.some((line) => line.amount !== undefined || line.quantity > 1)
  );
}
