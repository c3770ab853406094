import { isWhole, moneyMovedIn } from '../../../../text/money/order_change.ts';
import type { Texts } from '../../../../text/texts.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { splitFirst } from '../../words/words.ts';

/** What can be done about an order. */
export interface Act {
  is: keyof Texts['typed']['orderAct'];
  words: string;
}

const WORDS = typedMeanings<Act['is']>(({ orderAct }) => orderAct);

/** The act that the words begin with; undefined: they begin with none. What is behind a word for cancelling may be one article of many. */
export function actIn(words: string): Act | undefined {
  const [first, rest] = splitFirst(words);
  const is = WORDS.get(first.toLowerCase());
  if (is === 'cancel' && rest !== '' && !isWhole(rest)) return undefined;
  return is ? { is, words: rest } : moneyMovedIn(words);
}
