import type { UrgentRule } from './rule.ts';

const UNLESS_YOU =
  '(?:if|unless|until|or(?: else)?|otherwise|by (?:tomorrow|tonight|today|noon|\\w+day)|no (?:answer|reply|refund|response))\\b[^.!?\\n]{0,60}?';
const I_WILL =
  "\\b(?:i|we)(?:'ll|'m| will| am| are|'re| shall)?(?: have to| be| go| going to| gonna| simply| just| then| have no choice but to)*";
const BEFORE_OTHERS =
  '(?:complain(?:ing)?|report(?:ing)? (?:you|this|it|your)|(?:call(?:ing)?|go(?:ing)? to|tell(?:ing)?|contact(?:ing)?|writ(?:e|ing) to) (?:the )?(?:police|press|newspaper|a lawyer|my lawyer|consumer \\w+|trading standards|ombudsman|bbb)|su(?:e|ing)\\b|(?:leav|writ|post)(?:e|ing) (?:you )?(?:an? )?(?:\\w+ )?review|tak(?:e|ing) (?:this|it|you) (?:to court|further)|name and shame)';
const BACK_THROUGH_BANK =
  '(?:open(?:ing)?|fil(?:e|ing)|rais(?:e|ing)|start(?:ing)?|lodg(?:e|ing))\\b[^.!?\\n]{0,10}\\b(?:disputes?|claims?|cases?)\\b(?=[^.!?\\n]{0,12}\\b(?:with|at|through|via|on) (?:my |the |our )?(?:paypal|bank|card|visa|klarna|stripe|amazon|etsy|ebay|credit|amex|mastercard)|\\s*(?:$|[.!,;\\n])|[^.!?\\n]{0,12}\\b(?:today|tomorrow|if|unless|against you))|(?:ask|tell|get|call|contact|have)(?:ing)?\\b[^.!?\\n]{0,10}\\b(?:my|the|our) (?:bank|card company|credit card(?: company)?|card issuer|paypal)\\b[^.!?\\n]{0,14}\\b(?:reverse|stop|block|cancel|dispute|claw|pull|take|recall|refund|return|get)\\b|disput(?:e|ing) (?:the|this|that|my|it|your)\\b';
const BACK_ZH =
  '(?:找|向|跟|去|联系|打给|叫|让|通过)(?:我的?)?(?:银行|支付宝|微信(?:支付|客服)|信用卡(?:中心|公司)?|发卡行|paypal)[^,。!?\\n]{0,6}(?:申诉|投诉|退款|退钱|拒付|追回|冻结|撤销|止付|仲裁|介入)|(?:申请|发起|提起|走|要求)[^,。!?\\n]{0,3}(?:拒付|仲裁|止付|平台介入|争议)|(?:就|要|会|准备|只能|只好)[^,。!?\\n]{0,4}拒付';

/** What somebody will do unless they are heard: before others, or with the bank. */
export const threatRules: readonly UrgentRule[] = [
  {
    why: 'complaint',
    counts: 'any',
    says: new RegExp(
      `${I_WILL} report(?:ing)? (?:you|your \\w+)\\b(?! back)|\\b(?:my|our) (?:lawyers?|solicitors?|attorneys?|barristers?) (?:will|is going to|are going to)\\b|\\b(?:hear from|(?:letter|mail|call|post) from) (?:my|our|an?|the) (?:lawyers?|solicitors?|attorneys?)\\b`,
      'u',
    ),
    unless: /\b(?:come|join|love|like|pick up|collect|bring|order|book|sign)\b/u,
  },
  {
    why: 'complaint',
    counts: 'any',
    says: new RegExp(
      `${UNLESS_YOU}${I_WILL} ${BEFORE_OTHERS}|${I_WILL} ${BEFORE_OTHERS}\\b[^.!?\\n]{0,30}\\b(?:if|unless|until) (?:you|it|this|i|we|the|my|nobody|no)\\b`,
      'u',
    ),
    unless:
      /\b(?:if|when(?:ever)?) (?:i|we) (?:like|love|enjoy)|\bif (?:it|everything|all)(?:'s| is| goes) (?:good|well|great|fine)/u,
  },
  {
    why: 'complaint',
    counts: 'any',
    says: /(?:(?:再|还|要是|如果|若|今[天晚]|明[天早])[^。!?\n]{0,4}[不没]|[不没](?:给|退|发|回|处理|解决|道歉|赔|到|来|理)|否则|不然|要不)[^。!?\n]{0,14}?(?:就|只能|只好|会|要|准备|那|去|我)[^。!?\n]{0,8}?(?:投诉|举报|差评|报警|起诉|曝光|告你|维权|找(?:律师|媒体|记者)|上法院|挂(?:你|到?网)|发(?:到?(?:网|小红书|抖音|微博|朋友圈)))/u,
    unless:
      /(?:不会|不想|不打算|不去|不用|没想)[^,。!?\n]{0,3}(?:投诉|举报|差评|报警|起诉|曝光)|(?:就|也|都)?不(?:再)?(?:投诉|举报|给?差评)/u,
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: new RegExp(
      `(?:${I_WILL}|\\b(?:want to|going to|about to|ready to|had to|have)) (?:${BACK_THROUGH_BANK})|${BACK_ZH}`,
      'u',
    ),
    // what is argued about is the thing, not the money for it
    unless: /\bdisput(?:e|ing) the (?:size|length|width|colou?r|shape|taste|spelling)\b/u,
  },
  {
    // with their readers
    why: 'complaint',
    counts: 'any',
    says: /(?:把|将)[^,。!?\n]{0,10}(?:聊天记录|截图|录音|视频)[^,。!?\n]{0,4}(?:(?:发|放|挂)(?:出去|上网|到?网上|到?(?:小红书|抖音|微博|朋友圈))|曝光|公开)|(?:等着|准备)(?:出名|火|上热搜|红|被(?:挂|曝光|骂))(?:吧|了)|(?:我|咱)[^,。!?\n]{0,6}(?:粉丝|朋友圈|群里?)[^。!?\n]{0,10}等着/u,
  },
  {
    why: 'complaint',
    counts: 'unless thanks',
    says: /\b(?:followers|subscribers|readers|viewers|fans)\b[^!?\n]{0,40}\b(?:will|going to|shall|'ll)(?: \w+){0,2} (?:hear|know|learn|read|see|find out|love to (?:hear|know|see))\b[^.!?\n]{0,10}\b(?:all )?(?:about|of|how|what)\b(?=[^.!?\n]{0,16}(?:this|it|you (?:treat|do|did|handle)|happened|$))/u,
    unless: /\b(?:collab\w*|partner\w*|sponsor\w*|promot\w*|love your|great|free|sample|discount|offer|advertis\w*)\b/u,
  },
];
