import { narrow } from '../normalise.ts';
import { findMoney } from './find_money.ts';

/** What stands behind the goods and is none of them. */
export interface OrderNotes {
  /** The words in front. */
  text: string;
  /** As it was typed: a note, where it goes, when it will be paid. */
  note?: string;
}

const DAY_EN =
  '(?:(?:on |by |until |next |this )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|week|month|tomorrow|tonight|today|later|soon)|at the end of (?:the |this )?month)';
/** Says that the rest is no article. */
const NOTE =
  /(?<=[\s,，;；。.元块\d])(?:(?:note|notes|remark|memo|备注|附言|留言)\s?[:：]\s?\S.*|(?:please )?(?:ship|deliver|send|post|mail)(?: it| them)? to[\s:：]\s?\S.*|(?:请)?(?:送货?|寄送?|发货?|配送|邮寄)[到至往][:：\s]?\S.*|(?:收货)?地址[:：]\s?\S.*)$/isu;
/** Says that the money comes later. */
const LATER = new RegExp(
  `(?<=[\\s,，;；。.元块\\d])(?:(?:he |she |they )?(?:will |'ll )?pays?(?:ing)? (?:it )?${DAY_EN}|(?:will pay|to pay|pays|payment|payable|due)(?: due)? ${DAY_EN}|(?:(?:下下?|这|本)?(?:个?月|周|星期|礼拜)[一二三四五六日天末底初]?|明天|后天|月底|改天|回头|过几天|晚点|稍后|今晚)(?:再|才|会)?(?:付款?|给钱?|转账?|结清?))[\\s)）.。!！]*$`,
  'iu',
);

/** Takes off the end what is no article. Only behind a sum: an article may be called so. */
export function orderNotes(words: string, currency: string): OrderNotes & { later: boolean } {
  const plain = narrow(words);
  const later = LATER.exec(plain.slice(-100));
  const at = later ? Math.max(0, plain.length - 100) + later.index : NOTE.exec(plain)?.index;
  const front = at === undefined ? '' : words.slice(0, at).replace(/[\s,，;；(（]+$/u, '');
  if (at === undefined || !saysSum(front, currency)) return { text: words, later: false };
  const note = words
    .slice(at)
    .replace(/^(?:notes?|remark|memo|备注|附言|留言)\s?[:：]\s*/iu, '')
    .trim();
  return { text: front, note, later: later !== null };
}

const saysSum = (text: string, currency: string): boolean =>
  findMoney(text, currency).length > 0 || /(?:^|[\s\p{Script=Han}])\d{1,6}(?:\.\d{1,2})?$/u.test(narrow(text));
