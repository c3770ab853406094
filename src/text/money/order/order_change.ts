import { narrow } from '../../normalise.ts';
import { measureSigns } from '../measures.ts';

/** What is to be done to the articles of an order, and the words that say to which. */
export interface OrderChange {
  is: 'add' | 'take' | 'replace';
  words: string;
}

/** add 1 cup $12, plus shipping $8, 加一盒龙井 128, 再来两罐: none of 加急费 and 加价, which are paid for. */
const ADD_EN = /^(?:please\s)?(?:also\s)?(?:add(?:\s(?:also|on|in))?|plus|\+)(?:\s(?:another|one more))?[\s:]+(?=\S)/iu;
const ADD_ZH =
  /^(?:请|麻烦)?(?:(?:再|另外?|还|又)(?:要|来|买|拿|加上?|添加?|追加)|加上|加购|添加|追加|多加|加(?![急价工]))\s*[:：]?\s*(?=\S)/u;
const TAKE_EN =
  /^(?:please\s)?(?:remove|delete|cancel(?:l?ed)?|drop|void|take\s(?:out|off)|without|no\smore|less|minus)[\s:]+(?:the\s|a\s|an\s)?(?=\p{L}|\d|#)/iu;
const TAKE_ZH =
  /^(?:请|麻烦)?(?:把)?(?:删除|删掉|删去|删|去掉|去除|拿掉|移除|取消|不要|少要|少(?![收付给]))了?\s*[:：]?\s*(?=\S)/u;
/** -1 mug, -2x tea: none of -20元, which is a discount. */
const LESS = /^[-−－]\s?(?=\d{1,4}(?:\s?[x×*]\s?|\s)(?!元|块|[A-Z]{3}$|off\b)\p{L})/u;
/** 龙井不要了, 把白茶去掉. */
const TAKE_BEHIND = /^把?(.{1,60}?)\s*(?:不要了|不要|去掉|删掉|删除|拿掉|取消)了?[。.!！]?$/u;
const REPLACE = /^(?:replace(?:\s(?:all\s)?(?:with|by))?|instead|换成|改成|改为|全换成)[\s:：]+(?=\S)/iu;
/** 一盒: in front of something that is added it says how many. */
const ONE = new RegExp(`^(?:一|壹)(?=[${measureSigns}克])`, 'u');
/** What has no name but what it costs for: it is added to the order, and replaces nothing. */
const FEE =
  /^(?:(?:the\s)?(?:shipping|postage|delivery|packaging|gift\s?wrap(?:ping)?|p&p|tip)(?:\s(?:costs?|fee))?|运费|邮费|快递费?|包装费?|手工费|加急费?|礼盒费)[\s:：]*(?=[¥$€£]?\s?\d)/iu;

/** What the words do to the articles of an order; undefined: they do not say. */
export function orderChangeIn(text: string): OrderChange | undefined {
  const typed = text.trim();
  // every index stays the same
  const plain = narrow(typed);
  if (FEE.test(plain)) return { is: 'add', words: typed };
  const behindOf = (found: RegExpExecArray) => typed.slice(found[0].length);
  const added = ADD_EN.exec(plain) ?? ADD_ZH.exec(plain);
  if (added) return { is: 'add', words: withOne(behindOf(added)) };
  const replaced = REPLACE.exec(plain);
  if (replaced) return { is: 'replace', words: behindOf(replaced) };
  const taken = TAKE_EN.exec(plain) ?? TAKE_ZH.exec(plain) ?? LESS.exec(plain);
  if (taken) return { is: 'take', words: behindOf(taken).replace(/了$/u, '') };
  const behind = TAKE_BEHIND.exec(plain)?.[1];
  return behind === undefined ? undefined : { is: 'take', words: behind };
}

/** 全退, 退一半. */
const REFUNDED_ALL = /^(?:全退|全额退款?|全部退款?|退全款|退全额|全退款|都退)了?$/u;
const REFUNDED_HALF = /^退款?了?(?:一半|半价)了?$/u;

/** All or half of the money went back; undefined: the words say something else. */
export function refundedIn(text: string): { is: 'refund'; words: string } | undefined {
  const plain = narrow(text.trim());
  if (REFUNDED_ALL.test(plain)) return { is: 'refund', words: 'all' };
  return REFUNDED_HALF.test(plain) ? { is: 'refund', words: 'half' } : undefined;
}

/** refund half. */
export const isHalf = (words: string): boolean => /^(?:a |the |one )?half(?: of it)?$|^一半$/iu.test(words.trim());

/** return 1: so many of its articles, or so much money. */
export const isReturnOfSome = (word: string, rest: string): boolean =>
  /^(?:return(?:ed)?|退货)$/iu.test(word) && /^\d{1,2}$/.test(rest.trim());

const CANCELLED_EN =
  /^(?:(?:it|this|(?:the |this )?order|she|he|they|(?:the )?(?:customer|client|buyer)) )?(?:(?:has|have|had|was|is|been|just|now) )*cancel(?:l?ed|s)?(?: (?:it|this|the order))?(?: by (?:her|him|them|us|me|(?:the )?(?:customer|client|buyer)))?(?:(?:[,:;]| because| since| as| due to)\s(?<why>\S.*)|[.!]*)$/iu;
const CANCELLED_ZH =
  /^(?:(?:客户|客人|对方|买家|顾客|他|她|人家)(?:说|要求|已经?|又|刚|都|自己)*(?:取消了?|不要了|退单了?|不买了|不订了)|取消了?|不要了|退单了?|不买了|不订了)(?:订单|这单|整单)?(?:[,，。\s]*(?:因为|原因[:：]?)?(?<why>(?!.*\d)\S.*)|[.。!！]*)$/u;

/** cancelled by her, 客户取消了: that an order is off, with why where that is said. Undefined: an article may be meant. */
export function cancelledIn(text: string): { why: string | undefined } | undefined {
  const plain = narrow(text).trim();
  const found = CANCELLED_EN.exec(plain) ?? CANCELLED_ZH.exec(plain);
  if (!found) return undefined;
  const why = found.groups?.why?.trim();
  // 取消 龙井: one of its articles
  const isSaid =
    why === undefined || /[,，:：;。]|because|since|due to|因为|原因|^.{2,4}取消|不要了|不买了/iu.test(plain);
  return isSaid ? { why } : undefined;
}

/** Behind a word for cancelling these name nothing in it: the order itself is meant. */
const ITSELF =
  /^(?:it|this|that|(?:the\s|this\s)?(?:whole\s)?order|all(?:\sof\sit)?|everything|please|now|整?个?订单|整单|这单|这个订单|全部|都|吧|掉)$/iu;

/** Whether they mean the order as a whole. */
export const isWhole = (words: string): boolean => ITSELF.test(narrow(words).trim());

/** In front of what there is one of a figure: 1盒龙井. */
export const withOne = (words: string): string => words.replace(ONE, '1');

/** 一罐, 2 more: how many, and not of what. */
export const ONLY_COUNT = new RegExp(
  String.raw`^(?:[\d一二两三四五六七八九十]{1,4}\s?[${measureSigns}克]?|another|one|more|one more|\d{1,4} more)$`,
  'iu',
);

/** remove cup, total 300: what it comes to then. */
export const NEW_SUM = /^(.*?)[\s,，]+(?:total|共)[\s:：]*(.*\d.*)$/isu;

/** Before the name of whom goods are for, behind them. */
export const FOR_BEFORE = /\s+(?:for|给)?\s*$/iu;

/** 450元, 45 USD: a new sum of the order. */
const MONEY_ALONE = /^[¥￥$€£]?\s?\d[\d.,]*\s?(?:元|块钱?|[A-Z]{3})?$/u;
export const isMoneyAlone = (text: string): boolean => MONEY_ALONE.test(text);

/** 256元龙井两盒, $30 tea: what goods cost stands before them. */
const MONEY_BEFORE = /^[¥￥$€£]\s?\d|^\d[\d.,]*(?:元|块)\S/u;
export const isMoneyBefore = (text: string): boolean => MONEY_BEFORE.test(text);

/** for Anna 2 tea $30, 给林小梅 2盒龙井: what stands before the buyer. */
export const BEFORE_BUYER = /^(?:(?:new\s+)?for\s+|new\s+|给\s*|新建?\s+)(\S[\s\S]*)$/iu;

const NOT_SENT =
  /^(?:not (?:yet )?(?:sent|shipped)(?: yet)?|un(?:sent|shipped)|(?:还|并)?(?:没有?|未)(?:发货?|寄出?|发出)(?:呢|啊)?)$/iu;
const NOT_CANCELLED =
  /^(?:un-?cancel(?:l?ed)?|not cancel(?:l)?ed|reinstate|restore|reopen|恢复(?:订单)?|撤销取消|取消取消|不取消了?|没有?取消)$/iu;

const NOT_PAID =
  /^(?:un-?paid|(?:was )?not (?:yet )?pa(?:id|yed)(?: yet)?|(?:has|have|is|was|did)(?:n['’]?t| not)(?: yet)?(?: been)? pa(?:id|yed|y)(?: yet)?|(?:还|并)?(?:没有?|未)(?:付款?|收款|收到款|收到钱|给钱|付钱)(?:呢|啊)?|(?:钱|款|货款)(?:还|并)?(?:没有?|未)(?:收到?|到账?|付|给)(?:呢|啊)?)$/iu;
/** 没收到, 客户没收到: the money, or the parcel. */
const NOT_RECEIVED =
  /^(?:客户|客人|对方|买家|顾客|他|她)?(?:说|反映)?(?:一直|现在)?(?:还|并)?(?:没有?|未)收到(?:呢|啊|过)?[.。!！]?$/u;

/** not refunded, undo the refund, 没退, 撤销退款; of several which: r2, all. */
const NOT_REFUNDED =
  /^(?:(?:was )?(?:not|never) (?:yet )?(?:refunded|paid back|returned)|un-?refund(?:ed)?|(?:undo|cancel|delete|remove|revert|take back) (?:the |that |this |last )?refund|(?:还|并)?(?:没有?|未)退(?:款|钱|过|成)?(?:呢|啊)?|(?:撤销|取消|删除|删掉)(?:这笔|那笔)?退款|退款(?:记错了?|取消|撤销|作废))(?:\s(r\d{1,4}|all))?$/iu;

/** What the words take back. */
export interface TakenBack {
  what: 'sent' | 'paid' | 'cancel' | 'refund';
  /** Of several refunds which: its id, or all; of money `perhaps`, where the parcel may be meant; '' if they do not say. */
  which: string;
}

/** Which act the words take back: not sent, unpaid, uncancel, not refunded, 没发, 没付, 恢复, 没退. Undefined: none. */
export function takenBackIn(text: string): TakenBack | undefined {
  const plain = narrow(text).trim();
  if (NOT_PAID.test(plain)) return { what: 'paid', which: '' };
  if (NOT_RECEIVED.test(plain)) return { what: 'paid', which: 'perhaps' };
  if (NOT_SENT.test(plain)) return { what: 'sent', which: '' };
  const refund = NOT_REFUNDED.exec(plain);
  if (refund) return { what: 'refund', which: refund[1]?.toLowerCase() ?? '' };
  return NOT_CANCELLED.test(plain) ? { what: 'cancel', which: '' } : undefined;
}

const BACK = /^back(?:\s|$)(?:to (?:them|him|her|the customer)(?:\s|$))?/iu;

/** paid back 100: behind a word for paying, how much went back. Undefined: nothing is said of that. */
export const paidBackIn = (words: string): string | undefined =>
  BACK.test(words) ? words.replace(BACK, '').trim() : undefined;

const NOTE =
  /^(?:(?:add |a )?(?:note|memo|remark)|(?:加|记)?(?:备注|附言|留言))(?:\s?[:：]\s?|\s+|(?<=\p{Script=Han})(?=\p{Script=Han}))(\S[\s\S]*)$/iu;

/** note call first, 备注：周末送: what is to be kept with an order. Undefined: nothing, or it may be something that is paid for. */
export function noteIn(text: string): string | undefined {
  const plain = narrow(text).trim();
  const said = NOTE.exec(plain)?.[1];
  const isPriced = !/^[^\s:：]*\s?[:：]/u.test(plain) && /[¥$€£]\s?\d|\d\s?(?:元|块)|\s\d+$/u.test(plain);
  return said === undefined || isPriced ? undefined : text.trim().slice(-said.length);
}
