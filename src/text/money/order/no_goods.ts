/** What is paid for beside the goods: nothing of it is packed or sent. */
const NO_GOODS =
  /^(?:(?:\d{1,2}(?:\.\d{1,3})?\s?%\s?)?(?:(?:sales|service|import|value added)\s)?(?:tax(?:es)?|vat|gst|hst|pst|duty|duties|增值税|消费税|关税|税费?|税点)(?:\s?\d{1,2}(?:\.\d{1,3})?\s?(?:%|个?点))?|(?:(?:express|standard)\s)?(?:shipping|postage|delivery|freight|handling|p&p|packaging|tip|service|rush)(?:\s(?:and|&)\shandling)?(?:\s(?:costs?|fees?|charges?))?|(?:国际)?(?:运费|邮费|快递费?|配送费|包装费|手工费|加急费?|服务费|手续费|小费))$/iu;

/** Whether a line of an order is a tax or a fee. */
export const isNoGoods = (title: string): boolean => title.length <= 60 && NO_GOODS.test(title.trim());
