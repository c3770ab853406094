/** By what somebody pays, as patterns. */
export const MEANS_ZH = '(?:微信|支付宝|现金|银行卡|信用卡|刷卡|转账|转帐|对公|扫码|银联|花呗|储值卡?|余额)';
export const MEANS_EN =
  '(?:cash|card|credit card|debit card|bank|bank transfer|transfer|wire|paypal|venmo|zelle|stripe|wechat|alipay|apple pay|google pay|revolut|wise|store credit|(?:cheque|check|invoice)(?: (?:no\\.? ?|# ?)?\\d{2,8})?)';
/** Those of them that are no goods: a card and a cheque may be. */
export const MEANS_SURE = `(?:${MEANS_ZH}|(?:cash|bank transfer|paypal|venmo|zelle|stripe|wechat|alipay|apple pay|google pay|revolut|store credit)(?![a-z]))`;
/** That nothing has come, or not yet: hasnt paid, not payed yet, to pay later, owes it. */
export const NOT_PAID_EN =
  "(?:still |just )*(?:(?:has|have|had|is|was|were|did|does)(?:n['’]?t| not) (?:yet )?(?:been )?pa(?:y(?:ed)?|id)|(?:not|never|nothing) ?(?:yet )?(?:been )?pa(?:id|yed)|unpaid|yet to pay|to be paid|(?:to )?pays? later|owes? (?:me|us|it)(?: (?:for (?:it|them|that)|the money))?|no money yet)(?: (?:me|us|for (?:it|them)|yet|anything|a (?:thing|penny|cent)|so far|though))*";
export const NOT_PAID_ZH =
  '(?:还|都|先|暂时|目前|也|就)*(?:没有?|未|尚未|待)(?:有)?(?:给钱|付钱|转钱|打钱|结账|付款?|收款?|给|转|打)(?:我)?(?:呢|了)?';
