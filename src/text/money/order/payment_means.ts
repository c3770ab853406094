/** By what somebody pays, as patterns. */
export const MEANS_ZH = '(?:微信|支付宝|现金|银行卡|信用卡|刷卡|转账|转帐|对公|扫码|银联|花呗|储值卡?|余额)';
export const MEANS_EN =
  '(?:cash|card|credit card|debit card|bank|bank transfer|transfer|wire|paypal|venmo|zelle|stripe|wechat|alipay|apple pay|google pay|revolut|wise|store credit|(?:cheque|check|invoice)(?: (?:no\\.? ?|# ?)?\\d{2,8})?)';
/** Those of them that are no goods: a card and a cheque may be. */
export const MEANS_SURE = `(?:${MEANS_ZH}|(?:cash|bank transfer|paypal|venmo|zelle|stripe|wechat|alipay|apple pay|google pay|revolut|store credit)(?![a-z]))`;
