import type { UrgentRule } from './rule.ts';

const SOMEBODY_ELSE =
  "(?:(?:someone|somebody)(?: else)?|(?:an)?other (?:people|customer|person|client|user|buyer|member|guest)s?|(?:a )?strangers?)(?:'s?|s')?";
const THEIR_DATA =
  '(?:(?:\\w+ )?(?:home )?address(?:es)?|orders?|names?|(?:phone )?numbers?|phones?|e-?mails?|data|details|cards?|invoices?|accounts?|baskets?|purchases?|bookings?)';

/** Somebody is shown what is another's, or theirs is shown to others. */
export const othersDataRules: readonly UrgentRule[] = [
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b(?:profile|account|logged in|log in|login)\\b[^.!?\\n]{0,24}(?:is|was|'s|were) ${SOMEBODY_ELSE}|\\b(?:every(?:one|body)'?s?|all (?:the )?(?:customers?|recipients?|people)'?s?|(?:our|my))\\b[^.!?\\n]{0,14}\\b(?:address(?:es)?|e-?mails?|numbers?|data|names)\\b[^.!?\\n]{0,12}\\b(?:visible|exposed|leaked|public|in cc)\\b|\\b(?:see|sees|saw|seeing|shows?|showed|showing|shown|displays?|displayed|got|received)\\b[^.!?\\n]{0,12}\\b${SOMEBODY_ELSE} ${THEIR_DATA}\\b`,
      'u',
    ),
    unless:
      /\b(?:wish|would (?:like|love)|can (?:i|we|you)|could|may i|do you|does it|to get ideas|want to see|hope|sample|example)\b/u,
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: /(?:大家|所有人|客户|我们?)的?[^,。!?\n]{0,4}(?:邮箱|电话|地址|信息|资料|名单)[^,。!?\n]{0,4}(?:露|曝光|泄|公开|看得[到见]|挂(?:出去|(?:到)?网上))|(?:看(?:到|见|得到)|显示|出现|收到)(?:的)?(?:是|了|都是|的是|出来)?[^,。!?\n]{0,4}(?:别人|其他(?:人|客户|顾客|用户|买家)|陌生人|他人)的?[^,。!?\n]{0,4}(?:地址|订单|电话|手机号|信息|名字|姓名|资料|账[号户]|银行卡|发票|记录)/u,
    toldToo: true,
    unless: /能不能|可不可以|想(?:要)?看|可以吗|[吗么嘛][?。!~ ]*$|好看|参考|晒|也想/u,
  },
];
