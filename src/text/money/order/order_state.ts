import { narrow } from '../../normalise.ts';

/** What comes before a state and says no more: whose it is, that it is so by now, that it is not. */
const FRONT_EN =
  "(?:(?:now|just|already|still|also|all|fully|partly|partially|half|not|never|yet|been|is|are|was|were|has|have|had|hasn['’]?t|isn['’]?t|wasn['’]?t|it|this|that|one|(?:the )?(?:order|parcel|goods|money|balance|rest|remainder|deposit|customer|client|buyer|invoice|payment)|she|he|they|to be|mark(?:ed)?(?: as)?|set to|again|carrier|\\d{1,2}[/.-]\\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)[,:]? )*";
const STATE_EN =
  '(?:(?:un|re|pre|over|part-?|half-?)?(?:paid|sent|shipped|refunded|delivered|dispatched|fulfilled|posted|mailed|returned|received|cancell?ed|collected|invoiced|void(?:ed)?|disputed|packed|picked up|handed over|charged|settled|cleared|owed|owing|outstanding|overdue)|refund|cancel|return|ship|paying|c\\.?o\\.?d\\.?|(?:cash|pay(?:s|ment)?|paid) on (?:delivery|arrival|pickup)|pays? later|no (?:payment|money|refund)|(?:stripe|paypal|card|cash|bank) payment|full (?:payment|refund)|partial (?:payment|refund)|deposit|down ?payment|balance|prepaid|chargeback|ups|usps|fedex|dhl|dpd|gls|ems)';
/** A figure as a whole, so that it is read in one way: 500, 11.18, 3rd. */
const FIGURE = '[$€£¥￥]?\\d[\\d.,/-]*(?![\\d.,/-])';
/** When, how and with whom: short words behind it that no sentence needs. */
const BEHIND_EN = `(?:[,;]? (?:(?:in|by|via|with|on|through|at|from|to|for|of|and|but|not|the|a|an|yet|only|back|out|up|now|today|yesterday|already|again|full|half|part|last|this|past|twice|both|later|cash|card|check|cheque|bank|transfer|wire|paypal|stripe|venmo|zelle|wechat|alipay|invoice|deposit|balance|rest|everything|ups|usps|fedex|dhl|dpd|gls|ems|sf|express|royal|mail|week|month|morning|afternoon|evening|night|noon|pickup|delivery|customer|client|buyer|him|her|them|paid|sent|shipped|refunded|returned|delivered|cancell?ed|tracking|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|usd|eur|gbp|cny|rmb|dollars|euros|pounds|${FIGURE}(?:st|nd|rd|th)?)(?![a-z])))*`;
const EN = new RegExp(`^${FRONT_EN}${STATE_EN}${BEHIND_EN}[\\s.!]*$`, 'iu');

const FRONT_ZH = `(?:已经?|刚刚?|都|也|还|又|再|全部?|只|才|没有?|未|待|不|别|并|先|货|钱|款|订单|这单|整单|余款|尾款|定金|客户|客人|买家|对方|他|她|微信|支付宝|现金|转账|刷卡|顺丰|圆通|中通|申通|韵达|极兔|京东|邮政|昨天|前天|今天|上周[一二三四五六日天]?|周[一二三四五六日天]|一半|部分|${FIGURE}(?:元|块|[月日号])?|[\\s,，、；;:：])*`;
const STATE_ZH =
  '(?:付款?|支付|转账|收款?|收到|到账|到帐|结清|退款?|退货|退回|退单|发货?|寄出?|发出|送达|送到|签收|收货|自提|取消|作废|货到付款|到付|货到再付|赊账|欠款?|补款|补发|重发|换货|拒收|拒付|争议|单号|快递|运单|定金|订金|尾款|余款|首付款?|押金|打包|出库|开票)';
const BEHIND_ZH = `(?:了|过|的|完|清|掉|好|齐|给|回|货|款|钱|全款|全部|一半|部分|定金|订金|尾款|余款|还|没有?|未|已经?|付|发|收|到|退|改成|改为|是|共|现金|微信|支付宝|转账|对公|刷卡|顺丰|圆通|中通|申通|韵达|极兔|京东|邮政|快递|单号|客户|客人|他|她|昨天|前天|今天|上周[一二三四五六日天]?|周[一二三四五六日天]|早上|上午|中午|下午|晚上|${FIGURE}(?:元|块|[月日号])?|[A-Z]{1,6}\\d{6,}(?!\\d)|[\\s,，、；;:：])*`;
const ZH = new RegExp(`^${FRONT_ZH}${STATE_ZH}${BEHIND_ZH}[\\s。.!！]*$`, 'iu');

/** Longer words say something else, too; in UTF-16 units. */
const LONGEST = 100;

/** Whether words say no more than how an order stands, or what was done with it: not sent, half paid by card, 已退, 货到付款. */
export function saysState(text: string): boolean {
  const plain = narrow(text).trim();
  return plain.length <= LONGEST && (EN.test(plain) || ZH.test(plain));
}

/** Whoever is spoken to, or speaks: words that are for somebody to read. */
const TO_SOMEBODY =
  /\b(?:you|your|yours|u|ur|please|pls|thanks?|thank|thx|cheers|hi|hello|hey|dear|sorry|welcome|enjoy|i|we|me|my|our|us|will|shall|can|could|would|should|let|tomorrow|tonight|soon|later today|next|going|ok(?:ay)?|yes|no problem|sure|great|perfect|hope|happy|just so|here)\b|['’](?:ll|ve|re|m|d)\b|[?？]|[您你我咱亲请谢哈哦噢呢吗呀嘛啦哟嗯~～]|明[天早晚]|后天|稍后|马上|尽快|好的|抱歉|不好意思|可以|麻烦|注意|\p{Extended_Pictographic}/iu;

/** Whether words speak to whoever reads them, or of whoever says them: your parcel is on its way, 明天给您发. */
export const speaksToSomebody = (text: string): boolean => TO_SOMEBODY.test(narrow(text));

/** M-1 paid, order 1042: sent, 订单 M-1 已付: which it is, in front. */
const NUMBER =
  /^(?:(?:the |this )?order\s?)?(?:(?:no\.?|nr\.?|number)\s?)?[#＃]?(?:[A-Z]{1,4}-?)?\d{1,12}\s*[:：,，]?\s+(?=\D)|^(?:the |this )?order\s?[:：]?\s+(?=\S)|^(?:订单|这单|这个订单)\s*(?:号|编号)?\s*(?:[A-Z]{0,4}-?\d{1,12})?\s*[:：,，]?\s*(?=\S)/iu;
/** Words of a sentence are no article: that's $5 more, the price is 120. */
const SENTENCE =
  /\b(?:that|this|it|is|are|was|were|has|have|had|do|does|did|costs?|price|because|so|but|if|when|about|only|there|they|he|she)\b|['’]s\b|[是会要的把被和跟呗吧]|一共|大概|左右/iu;

/** Without the order that they name in front: M-1 paid. */
export const behindNumber = (line: string): string => line.trim().replace(NUMBER, '');

export const isSentence = (words: string): boolean => SENTENCE.test(words);

export const hasFigure = (words: string): boolean => /\d|[一二两三四五六七八九十]/u.test(words);

/** Where another buyer may begin: a new line, a mark, a word that joins. */
export const BUYER_BORDER = /(?<=\S)(?:\s*\n\s*|\s*[;；,，、]\s*|\s+(?:and|plus|&|和|还有)\s+)(?=\p{L})/giu;
