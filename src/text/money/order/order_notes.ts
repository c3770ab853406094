import { narrow } from '../../normalise.ts';
import { findMoney } from '../find_money.ts';
import { besidesGoods } from './besides_goods.ts';
import { type OrderTail, orderTail } from './order_tail.ts';

/** What stands behind the goods and is none of them. */
export interface OrderNotes {
  /** The words in front. */
  text: string;
  /** As it was typed: a note, where it goes, when it will be paid. */
  note?: string;
}

const DAY_EN =
  '(?:(?:on |by |until |next |this )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|week|month|tomorrow|tonight|today|later|soon)|at the end of (?:the |this )?month|(?:on |by |until )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}))';
/** Says that the rest is no article. */
const NOTE =
  /(?<=[\s,，;；。.元块\d])(?:(?:notes?|remark|memo|备注|附言|留言)\s?[:：]\s?\S|(?<=[,，;；]\s?)notes?\s\S|(?:备注|附言|留言)\s?\S)[^\n]*/iu;
/** Says where it goes to. */
const PLACE =
  /(?<=[\s,，;；。.元块\d])(?:(?:please )?(?:ship|deliver|send|post|mail)(?: it| them)? to[\s:：]\s?\S|(?:请)?(?:送货?|寄送?|发货?|配送|邮寄)[到至往给][:：\s]?\S|(?:收货)?地址[:：\s]\s?\S|(?:shipping |delivery )?address[:：]\s?\S)[^\n]*/iu;
/** Says that nothing comes on top of the sum. */
const TAXED =
  /(?<=[\s,，;；。.元块\d(（])(?:(?:全国|全场)?(?:包邮|免邮|免运费|包运费)|(?:free|incl(?:\.|uding|usive of|uded)?) (?:shipping|delivery|postage)|(?:shipping|delivery|postage) (?:is )?(?:free|incl(?:\.|uded)?)|(?:已|价)?含\s?(?:\d{1,2}(?:\.\d{1,3})?\s?%)?(?:增值)?税(?:\s?\d{1,2}(?:\.\d{1,3})?\s?(?:%|个?点)?)?|(?:all )?incl(?:\.|uding|usive of|uded)?,? (?:\d{1,2}(?:\.\d{1,3})?\s?% )?(?:(?:sales )?(?:vat|gst|hst|tax(?:es)?))|(?:vat|gst|tax(?:es)?) incl(?:\.|uded)?)[\s)）.。]*$/iu;
/** Says when it is to leave, or to be there. */
const PLAN = new RegExp(
  `(?<=[\\s,，;；。.元块\\d\\p{Script=Han}])(?:(?:今[天晚日]|明[天早晚日]|大?后天|(?:下|本|这)?(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[号日]|月底|尽快|马上|稍后)(?:之?前|再|就|要|给|先|一早|上午|下午)*(?:发货?|寄出?|送货?|送到|自提|来取|取货?|来拿|交货?|出货|上门)|(?:to be )?(?:ships?|shipping|deliver(?:y|ed)?|pick(?:ed)?[ -]?up|needed|wanted|ready)(?: it)? (?:for )?${DAY_EN})[\\s)）.。!！]*$`,
  'iu',
);
const CALLED_NOTE = /^(?:notes?|remark|memo|备注|附言|留言)\s?[:：]?\s*/iu;
/** Says that the money comes later. */
const REST_EN =
  '(?:(?:and |with )?(?:the )?(?:rest|balance|remainder|remaining|other half)(?: (?:is|will be|to be|due|paid|payable|to pay))* (?:(?:on|upon|at|after|when|by|in|before|within) [^\\d,;，；\\n]{2,30}|later|next \\p{L}{3,9}|tomorrow|soon)|(?:and |then )?[$€£¥]?\\d[\\d.,]{0,9} (?:later|on (?:delivery|completion|arrival|receipt|handover)|next (?:week|month)|tomorrow|at the end))';
const LATER = new RegExp(
  `(?<=[\\s,，;；。.元块\\d])(?:${REST_EN}|(?:he |she |they )?(?:will |'ll )?pays?(?:ing)? (?:it )?${DAY_EN}|(?:will pay|to pay|pays|payment|payable|due)(?: due)? ${DAY_EN}|(?:\\d{1,2}月(?:\\d{1,2}[日号]?|底|初)|(?:下下?|这|本)?(?:个?月|周|星期|礼拜)[一二三四五六日天末底初]?|明天|后天|月底|改天|回头|过几天|晚点|稍后|今晚)(?:前|之前)?(?:再|才|会)?(?:付款?|给钱?|转账?|结清?)|(?:余款|尾款|剩下的?|其余的?|余下的?)(?:货到(?:后|了)?(?:再)?(?:付款?|给钱?)|收货后?(?:再)?付|月结)|(?:余款|尾款|剩下的?|其余的?|余下的?)(?:等)?(?:(?:下下?|这|本)?(?:个?月|周|星期|礼拜)[一二三四五六日天末底初]?|明天|后天|改天|回头|过几天|晚点|稍后|今晚)(?:再|才|会)?(?:付款?|给钱?|转账?|结清?|付清)?)[\\s)）.。!！]*$`,
  'iu',
);

/** Takes off what is no article. Only behind a sum: an article may be called so. Lines below it are articles again. */
export function orderNotes(words: string, currency: string): OrderNotes & { later: boolean; tail: Partial<OrderTail> } {
  const plain = narrow(words);
  const later = LATER.exec(plain.slice(-100));
  const found = later ? undefined : (NOTE.exec(plain) ?? PLACE.exec(plain) ?? TAXED.exec(plain) ?? PLAN.exec(plain));
  const at = later ? Math.max(0, plain.length - 100) + later.index : found?.index;
  const front = at === undefined ? '' : words.slice(0, at).replace(/[\s,，;；(（]+$/u, '');
  const said = at === undefined ? '' : words.slice(at, found ? at + found[0].length : undefined);
  // where it goes to costs nothing: further articles stand behind it
  const isMore = found && !CALLED_NOTE.test(said) && findMoney(said, currency).length > 0;
  if (at === undefined || isMore || !saysSum(front, currency)) return { text: words, later: false, tail: {} };
  const { text: note, ...tail } = CALLED_NOTE.test(said) || later ? { text: said } : withoutTail(said, currency);
  const below = found ? words.slice(at + found[0].length) : '';
  return { text: front + below, note: note.replace(CALLED_NOTE, '').trim(), later: later !== null, tail };
}

/** will pay friday, 周五付: nothing is said but that the money comes later, as it was typed. Undefined: they say something else. */
export function paidLaterIn(words: string): string | undefined {
  const goods = 'x 1 USD';
  const { text, later } = orderNotes(`${goods} ${words.trim()}`, 'USD');
  return later && text === goods ? words.trim() : undefined;
}

/** Whether it is paid and has left may stand behind the place. */
function withoutTail(words: string, currency: string): { text: string } & Partial<OrderTail> {
  const { text, paid, ...tail } = orderTail(words, currency);
  return { text, ...tail, ...(paid !== undefined && { paid }) };
}

const saysSum = (text: string, currency: string): boolean =>
  findMoney(text, currency).length > 0 ||
  /(?:^|[\s\p{Script=Han}])\d{1,6}(?:\.\d{1,2})?$/u.test(narrow(besidesGoods(text, currency).text));
