import { plainPattern } from '../plainly.ts';

/** Asked of us about the customer, or about the shop: no customer can answer it. What a present is to be like is asked of them. */
const FIRST = '(?:so|and|ok(?:ay)?|hm+|wait|remind me|btw)?[\\s,:.…-]{0,3}';
const ASK =
  "(?:how (?:much|many|often|long)|what|when|where|why|which|has|hasn['’]?t|had|have|did|didn['’]?t|does|do|is|was)";
const DEALT =
  '(?:spen[dt]|order(?:ed|s)?|bought|buy|paid|pay|refund(?:ed)?|charged?|owe[sd]?|returned|replied|written|write|wrote|complain(?:ed)?|customer|client|regular|discount|invoiced?|quoted?|promised?|agreed?|last (?:time|order|message|invoice|week|month|year)|tell|told|balance|subscri(?:be[ds]?|ption)|vip)';
const FIELD =
  '(?:number|phone(?: number)?|mobile|e-?mail(?: address)?|address|post ?code|company|account(?: number)?|balance|orders?|tracking(?: number)?|vat|budget)';
const QUESTIONS: readonly RegExp[] = [
  new RegExp(`^${FIRST}${ASK}\\b(?=.{0,60}\\b(?:he|she|him|her|his|hers)\\b).{0,60}\\b${DEALT}\\b.{0,30}$`, 'iu'),
  new RegExp(
    `^${FIRST}(?:what(?:['’]?s| is| was)|where(?:['’]?s| is)|do (?:we|i) (?:still )?have|have (?:we|i) got) (?:his|her) (?:new |old |home |work )?${FIELD}(?: again)?\\s*\\?*$`,
    'iu',
  ),
  new RegExp(
    `^${FIRST}is (?:he|she) (?:the one (?:with|who)|an? (?:regular|old|new|vip)|blocked|tagged)\\b.{0,50}$`,
    'iu',
  ),
  new RegExp(
    `^${FIRST}how (?:many|much)\\b.{0,40}\\b(?:(?:is|are|have we(?: got)?|do we have)\\b.{0,12}(?:left|in stock|remaining)|stock(?: left| have we)?)\\s*\\?*$`,
    'iu',
  ),
  new RegExp(`^${FIRST}do we (?:still )?have (?:any|some|enough)\\b.{0,40}\\b(?:left|in stock)\\s*\\?*$`, 'iu'),
  new RegExp(
    `^${FIRST}(?:who (?:handled|dealt with|wrote|answered|took|is handling|did) (?:this|it|him|her)|where did (?:i|we) put (?:his|her|the|this|that)\\b.{0,30}|what did (?:i|we) (?:tell|say to|promise|quote|charge) (?:him|her)\\b.{0,30})\\s*\\?*$`,
    'iu',
  ),
  new RegExp(`^${FIRST}how much did we charge \\p{L}+\\b.{0,20}\\?*$`, 'iu'),
];

const WHAT_ZH = '(?:吗|么|没有?|多少|几[次单个回]|什么|啥|哪|谁|怎么|时候|是不是|有没有|多久)';
const DEALT_ZH =
  '(?:付|买|消费|花|退|订|下单|欠|投诉|客户|会员|熟客|老客|地址|电话|微信|账|发票|报价|说|答应|订单|工单|标签|邮箱|手机|号码|联系方式|快递|抬头|税号)';
const QUESTIONS_ZH: readonly RegExp[] = [
  new RegExp(
    `^(?=.*${WHAT_ZH}[^，,。]{0,4}[？?]?$)(?:给|跟|对|和|我们?|咱们?|上次|之前|那|所以|到底|[,，\\s]){0,6}[他她](?!们|人|乡)[^您你]{0,14}${DEALT_ZH}[^您你]{0,10}[？?]?$`,
    'u',
  ),
  new RegExp(
    `^(?:我们?|上次|之前|昨天){1,3}[^您你]{0,6}(?:跟|给|对|和|收|退|答应)[^您你]{0,2}[他她](?!们)[^您你]{0,10}${WHAT_ZH}[^您你，,。]{0,4}[？?]?$`,
    'u',
  ),
  /^[^您你]{0,8}(?:库存|存货)(?:还)?(?:有|剩|是)?(?:多少|几[个件套只]?)[^您你，,。]{0,3}[？?]?$|^[^您你我]{0,10}还(?:剩|有)(?:多少|几[个件套只])(?:库存|存货|货)?(?:了)?[？?]?$/u,
  /^(?:这个?|这单|这条|这事)?是?谁(?:处理|回复?|接|跟进|弄|做)(?:的|过)[？?]?$|^[他她](?:的)?[^您你]{0,6}我?们?(?:把)?[^您你]{0,4}放(?:在|到)?哪[里儿]?了?[？?]?$/u,
  /^(?:看看?|查查?|查一下|看一下|确认一?下|核对一?下)[^您你我]{1,8}(?:付(?:款|钱)?|给钱|打款|转账|退款?|收货|下单)(?:了|过)?(?:没有?|吗|么)[？?]?$/u,
  /^(?:我们?|上次|之前|昨天){1,3}(?:怎么|什么时候|何时|是怎么)[^您你]{0,3}(?:跟|给|对|和)[他她](?!们)[^您你]{0,8}[？?]?$/u,
].map(plainPattern);

export const asksDesk = (plain: string): boolean => [...QUESTIONS, ...QUESTIONS_ZH].some((shape) => shape.test(plain));
