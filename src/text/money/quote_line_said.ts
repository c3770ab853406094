import { narrow } from '../normalise.ts';
import { numeralCharacters, readChineseNumber } from './numerals.ts';
import { offAlone, type QuoteTerms } from './quote_terms.ts';

/** What is said of one line, counted as they are shown; `unread`: it names a line, and nobody knows what is to happen to it. */
export type LineSaid = { place: number } & (
  | { is: 'off'; off: NonNullable<QuoteTerms['off']> }
  | { is: 'remove' }
  | { is: 'quantity'; quantity: string }
  | { is: 'price'; price: string }
  | { is: 'unread' }
);

const PLACE = `(?:line\\s?(?:no\\.?\\s?)?#?\\s?(\\d{1,2})|第\\s?(\\d{1,2}|[${numeralCharacters}]{1,3})\\s?[行项条])`;
const OF_LINE = new RegExp(`^${PLACE}\\s?[:：,，]?\\s?(.{0,60})$`, 'iu');
const REMOVED = new RegExp(
  `^(?:remove|delete|drop|take (?:out|off|away)|删掉|删除|删|去掉|拿掉|不要)\\s?(?:the\\s)?${PLACE}[.。了]?$`,
  'iu',
);
const GONE = /^(?:remove|delete|drop|off|删掉|删除|删|去掉|拿掉|不要)[了.。]?$/iu;
const UNREDUCED = /^(?:不打折|原价|无优惠|取消优惠|no discount|full price|discount off)$/iu;
const QUANTITY =
  /^(?:(?:qty|quantity|count|数量)(?:\s?(?:to|is|=|改成|改为|是))?\s?[:：]?\s?|[x×]\s?)(\d{1,9}(?:\.\d{1,3})?)\s?\p{Script=Han}?$/iu;
const PRICE =
  /^(?:price|unit price|each|at|@|单价|价格|每[个件份张盒斤]?)(?:\s?(?:to|is|=|改成|改为|是))?\s?[:：]?\s?([$€£¥￥]?\s?\d[\d.,]*\s?(?:元|块钱?|[A-Z]{3})?)$/iu;

/** 'line 2 -10%', '第二行 打9折', 'remove line 2', 'line 1 qty 3'; undefined: no line is named. `terms`: what was taken off the end of the words. */
export function lineSaid(words: string, terms: QuoteTerms = {}): LineSaid | undefined {
  const plain = narrow(words).trim();
  const removed = REMOVED.exec(plain);
  if (removed) return { place: placeOf(removed), is: 'remove' };
  const found = OF_LINE.exec(plain);
  if (!found || placeOf(found) === 0) return undefined;
  const place = placeOf(found);
  const rest = found[3]!.trim();
  if (rest === '') return terms.off === undefined ? { place, is: 'unread' } : { place, is: 'off', off: terms.off };
  // 'Line 2 poster 1x300' may well be what a line is called
  if (/\d\s?[x×*＊@]\s?[$€£¥￥]?\d/iu.test(rest)) return undefined;
  if (GONE.test(rest)) return { place, is: 'remove' };
  if (UNREDUCED.test(rest)) return { place, is: 'off', off: 'none' };
  const quantity = QUANTITY.exec(rest)?.[1];
  if (quantity) return { place, is: 'quantity', quantity };
  const price = PRICE.exec(rest)?.[1];
  if (price) return { place, is: 'price', price };
  const off = offAlone(rest);
  return off ? { place, is: 'off', off } : { place, is: 'unread' };
}

function placeOf([, english, chinese]: RegExpExecArray): number {
  const said = english ?? chinese ?? '';
  return readChineseNumber(said) ?? (Number(said) || 0);
}
