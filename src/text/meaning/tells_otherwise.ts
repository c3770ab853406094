import { plainly, plainPattern } from '../plainly.ts';
import { stillThinks } from './lead_told.ts';
import type { Meaning } from './meaning.ts';

/** Who is to be reminded has not paid. */
const CHASED = plainPattern(/\b(?:remind|nudg|chas|prod|poke|ping|dun|follow)(?:e|es|s|ing)?\b|催|提醒/iu);
/** What is to be sent, once more or elsewhere, has not left; a sample is no order. */
const TO_SEND = plainPattern(
  /改[寄送]|重新?[寄发送]|[要得该再][给]?[寄发送]|[补重]发|地址|样品|小样|试用装|\b(?:resend|re-send|send (?:it |them |one |another )?again|redirect|samples?|address|instead)\b|^(?:please )?(?:send|post|ship|mail)\b/iu,
);
/** What is sold is business. */
const SELLS = plainPattern(/卖(?:了|出|掉)|\bsold\b/iu);
/** What is called off or goes back is nothing new. */
const GOES_BACK = plainPattern(/退[了款货]|取消|\b(?:cancel\w*|refund\w*|money back)\b/iu);

/** Somebody will pay, has paid nothing, or was paid by us; or the sum is said in a way that is not read. */
const NOT_PAID: readonly RegExp[] = [
  /\b(?:will|['’]ll|going to|gonna|wants? to|would|shall|should|needs? to|ha[sd] to|have to|must|might|may|could|cannot|can(?:['’]?t)?|promise[sd]? to|plans? to|intends? to|hopes? to|refuse[sd]? to|supposed to|ought to|about to|forgot to|tried to|asked to)\b/iu,
  /\b(?:nothing|never|no money|not a (?:penny|cent|thing)|none|yet to|without paying|not yet)\b/iu,
  /^(?:(?:yesterday|today|so|ok),? )?(?:i|we)(?:['’]ve| have| had)?(?: just| already)? (?:paid|sent|gave|wired|transferred|owe[sd]?|repaid|refunded)\b/iu,
  /\b(?:paid|gave|sent|transferred)\b.{0,30}\bback\b|\brefund/iu,
  /\b(?:half|quarter|third|part(?:ly|ial(?:ly)?)?|deposit|instal?ments?|most of|some of|down payment)\b/iu,
  /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|fifteen|twelve)\b/iu,
  /\d\s?%/u,
  /\d[a-jln-z]\b|\d\s(?:orders?|invoices?|bills?|items?|days?|weeks?|months?|times)\b(?! ago)/iu,
  /\bpaid\b.{0,20}\d.{0,4}\bfor (?!the\b|his\b|her\b|their\b|it\b|r-|m-|#|an?\b|order\b|invoice\b|this\b|that\b|\d)\p{L}/iu,
  /(?:明天|后天|下周|下个?月|月底|年底|[天周月]后|过几天|回头|晚点|改天|到时候?)[^，,。]{0,6}(?:付|给|转|打|结|还)|(?:说|要|会|准备|打算|答应|保证|应该|需要)[^，,。]{0,4}(?:付|转|打|结|还)/u,
  /没(?:有)?(?:付|给|转|打|结|还)|(?:一分(?:钱)?|分文|啥|什么)(?:也|都)?[没未]|还没|未付|不(?:付|给|还)|催|提醒|免了|抹|减免|赊|[少差]付/u,
  /^(?:我|我们)(?:已经?|刚刚?)?(?:给|付|转|还|欠)|退/u,
  /一半|半数|部分|分期|定金|订金|\d\s?[%％]|[一二三四五六七八九]成/u,
  /\bgot the (?:job|gig|deal|contract|message|mail|e-?mail|quote|invoice)\b/iu,
  /\b(?:waiv|forg[io]v|let(?:ting)? .{1,20} off\b|writ(?:e|ten|ing) off|cancell? the (?:debt|bill))/iu,
].map(plainPattern);
/** Behind it somebody is named whom nobody knows: it is not meant of everybody. */
const OF_ONE = plainPattern(
  /自动(?:回复|应答|答复|回)(?:给)?(?!了|吧|关|停|取消|功能|大家|客户|客人|顾客|买家|别人|人家|他们|所有|全部|都|全|先|现在|还|的)\p{Script=Han}|(?:给|对|跟)(?!大家|客户|客人|顾客|买家|别人|人家|他们|所有|全部|我)\p{Script=Han}{2,4}(?:关|停|取消|发)|\b(?:to|for|with) (?!(?:my|the|all|any|our|every|everyone|everybody|anyone|customers?|clients?|people|them|now|good|a|today|tonight|while|ever)\b)\p{L}/iu,
);

/** Those of them that tell of a part. */
const OF_A_PART = [4, 5, 6, 12];
/** It is to come to us. */
const OWED = plainPattern(
  /催|欠|账单|提醒|\b(?:remind|chas(?:e|ing)|dun|owe[sd]?)\b|^(?!(?:i|we)\b)\S+(?: \S+)?(?: has| have| had)?(?: just| already)? (?:paid|sent|gave|transferred|wired)(?: me| us)? ?(?:the )?[£$€]?(?:\d[\d.,]*|money|it) back\b|\b(?:gave|handed|paid|sent|transferred|wired) (?:me|us) [£$€]?\d(?!.*\bback\b)/iu,
);
const PAYS = plainPattern(
  /\b(?:pa(?:y|ys|id|ying|yment)|transfer\w*|wire[sd]?|owe[sd]?)\b|付|转(?:账|了|给)|打款|还钱|结账|[欠账款]/iu,
);
/** What is written is no parcel. */
const NO_GOODS = plainPattern(
  /\b(?:quotes?|quotation|invoices?|bills?|reminders?|e-?mails?|messages?|links?|proposals?|contracts?|drafts?|answers?|newsletters?)\b|报价|账单|合同|提醒|消息|邮件|短信|链接|微信/iu,
);
/** What somebody owes, or a reminder, is no person. */
const OF_MONEY = plainPattern(
  /\b(?:owe[sd]?|owing|debts?|bills?|invoices?|balance|remainder|reminders?|rest|write off|written off|payments?)\b|[欠账帐债款]|催|提醒/iu,
);
const OF_TASK = plainPattern(
  /\b(?:reminders?|reminding|tasks?|calls?|meetings?|appointments?|promises?|chasing)\b|提醒|任务|待办|催|约会|会议/iu,
);
const STILL_THINKS = plainPattern(
  /\b(?:think(?:s|ing)?|consider(?:s|ing)?|not sure|undecided|cross|angry|upset|annoyed)\b|考虑|想想|琢磨|犹豫|生气|不高兴/iu,
);
const ONLY_NAMED = plainPattern(/^.{1,20}呢[?？]?$/u);
const BIRTHDAY = plainPattern(/\b(?:birthday|bday|b-day|born|birth)\b|生日|出生|生于|寿/iu);
/** What came to grief on its way was sent all right, but is no news of having been sent. */
const BROKEN = plainPattern(
  /\b(?:broke(?:n)?|broken|smashed|cracked|damaged|leak(?:s|ed|ing)?|dropped|spilt|spilled|lost|stolen|missing|returned|came back)\b|[摔碎破裂坏漏洒丢]|退(?:回|货)/iu,
);
const WENT_OUT = plainPattern(/\b(?:shipped|posted|mailed|sent|delivered)\b|(?:寄|发)(?:走|出去?|掉|好)?了|发货/iu);
const WILL_PAY = plainPattern(
  /\b(?:pays?|paying|paid|payment|owe[sd]?|transfers?)\b|[付汇]|打款|转账|给钱|结账|还钱/iu,
);
const TAX = plainPattern(/\b(?:tax(?:es|ed)?|vat|gst)\b|税|%|％/iu);

/** Who moves to another town stays a customer. */
const MOVES = plainPattern(/\bmov(?:e|es|ed|ing) (?:to|house|away|back|in|out)\b|搬[到去家走]/iu);
/** What is to be done later has not been done. */
const LATER = plainPattern(
  /\b(?:tomorrow|tmrw|tonight|later|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)\w*|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|明[天早晚]|后天|下周|下个月|[待一等]会儿?|回头/iu,
);
/** What somebody likes is a note of them, and neither a call nor praise of ours. */
const LIKES = plainPattern(/\bprefers?\b|喜欢[喝吃用穿收]|偏爱|习惯[喝吃用]/iu);

/** What we sent is there. */
const ARRIVED = plainPattern(
  /\b(?:arrived|landed|signed for|(?:was|were|is|has been|have been|got) delivered|(?:got|received|has|have) (?:the|her|his|their) (?:\p{L}+ )?(?:parcel|package|delivery|order|box|shipment|goods))\b|签收|妥投|送达|派送成功|(?:快递|包裹|货|东西|快件|物流|件)(?:已经?|都|刚刚?|今天|昨天|也|应该)*(?:收到|送到|到|拿到|取走)了|(?:收到|拿到)(?:快递|包裹|货|东西)/iu,
);

/** They have it in their hands: got it, picked it up, 收到了, 拿走了. */
const IN_HAND = plainPattern(
  /\b(?:got|gotten|received|collected|picked up|signed for|fetched) (?:it|them|everything|both|all of (?:it|them)|the lot|the (?:goods|stuff|order|parcel|package|delivery))\b|\b(?:picked|collected) (?:it|them|everything|both|the (?:order|goods|lot)) up\b|\btook (?:it|them) (?:home|away|with)\b|\b(?:collected|picked up|received)(?: (?:today|yesterday|already|now|just now|this (?:morning|afternoon)))*[.! ]*$|(?<![没未不])(?:收到|拿到|取到|签收|取走|拿走|提走|带走|领走|自提|取货|取件|提货)(?:过|完)?[了啦]/iu,
);
/** What came is money, or a message. */
const NO_GOODS_CAME = plainPattern(
  /\b(?:money|cash|paid|pay(?:s|ment)?|deposits?|refund\w*|transfers?|invoices?|bills?|quotes?|e-?mails?|messages?|offers?|letters?|jobs?|deals?)\b|[£$€¥￥]|[钱款账]|[定订]金|\d\s?[元块]|报价|账单|消息|邮件|短信|通知|合同/iu,
);

/** Whether words say that a parcel, or what was bought, has come to whom it was for. */
export function saysArrived(typed: string): boolean {
  const text = plainly(typed);
  return ARRIVED.test(text) || (IN_HAND.test(text) && !NO_GOODS_CAME.test(text));
}

/** What somebody who has got what they bought may mean by it: it is neither paid, nor won or lost. */
const OF_GOODS_IN_HAND: readonly Meaning[] = [
  ...(['orderSent', 'orders', 'ordersOf', 'lastOrder', 'ordersUnsent', 'taskDone', 'timeline', 'contact'] as const),
];
const isOfGoodsInHand = (text: string): boolean =>
  IN_HAND.test(text) && !NO_GOODS_CAME.test(text) && !BROKEN.test(text);

/** Some of them, by what they did or did not do: none of everybody. */
const SOME = plainPattern(
  /\b(?:everyone|everybody|all|people|customers?|clients?|those|anyone)\b[^,;]{0,20}\b(?:who|that|whom|i|we|with|without|from|in)\b|[没未不][^，,]{0,8}(?:来|买|联系|下单)|[过了]的(?:客户|客人|顾客|人)|在[^，,]{1,6}的/iu,
);

/** How somebody wants what they get is no new deal. */
const WANTS_SO = plainPattern(
  /\bwants? (?:everything|all (?:of )?(?:it|them|his|her|their|the)|it|them)\b|[都全](?:部)?要用|要求?(?:所有|全部|都)/iu,
);
/** Who is to be called has not called, and a call that is put off has not been. */
const TO_CALL = plainPattern(
  /^(?:(?:i|we) (?:need|have|must|should)(?: to)? |remember to |don['’]?t forget to |need to |must |please |pls |to |asap |urgent:? ){0,3}(?:(?:call|ring|phone)\b(?! (?:from|with|me|was|went|ended|came|done|back from)\b)|give (?!me\b|us\b)\p{L}[\p{L} ’'-]{0,30} a (?:call|ring|bell|buzz|shout)\b)|^(?:please |pls )?(?:push|move|shift|postpone|reschedule|rearrange|put off|bring forward|delay|book|schedule|set up|arrange|plan|cancel|skip)\b.{1,40}\bcalls?\b/iu,
);
const TO_CALL_ZH = plainPattern(
  /^(?:[今明后]天|今晚|明早|下?(?:周|星期|礼拜)[一二三四五六日天]|下周|晚上|上午|下午|待会儿?|等下|回头|有空|赶紧|赶快|尽快|马上|立刻|快|先|再|得|要|该|记得|别忘了?|需要|去|请|帮我|\d{1,2}[点:：]\d{0,2}半?|[\s,，]){0,6}(?:给[^，,。了过]{1,10}(?:回|打|去|拨)(?:一?[个通])?(?:电话|电)|(?:打|回|拨)(?:一?[个通])?(?:电话)?给)|^(?:把)?[^，,。了过]{1,10}(?:的)?(?:电话|通话)(?:改|推|挪|延|换)(?:到|至|成)/u,
);
/** It tells how one went. */
const CALL_WENT = plainPattern(
  /\b(?:said|says|told|agreed|no answer|no reply|voicemail|answering machine|didn['’]?t (?:answer|pick up)|picked up|engaged tone|went well|lasted)\b|说了|聊了|谈了|没(?:人)?接|接了|通了|打(?:过|完|通|了)|打不通/iu,
);

/** Whether words say that somebody is to be called, or a call to be at another time: it has not been. */
export const isToCall = (typed: string): boolean => {
  const text = plainly(typed).trim();
  return (TO_CALL.test(text) || TO_CALL_ZH.test(text)) && !CALL_WENT.test(text);
};

/** A call that is wanted or promised has not been. */
const WANTS_CALL = plainPattern(
  /\b(?:wants?|wanted|needs?|asks?|asked|would like|['’]d like|prefers?|expects?|waiting|hoping|has|have|is|going|will|['’]ll|can|could|should|must)(?: (?:me|us|you|for|on))? (?:to )?(?:an? )?(?:(?:phone|video|quick|short) )?(?:call|ring|phone|chat|speak|talk)(?:[- ]?back)?\b|(?:想|要|希望|让我|叫我|等我|约)[^，,]{0,4}(?:打电话|回电|通话|通个?电话|来电)/iu,
);

/** A logo, a file, a page may be the goods: only what names ours, a quote or a form is about those. */
const OF_OURS = plainPattern(
  /\b(?:my|our|own|business|shop|company|firm|letterhead|header|documents?|invoices?|quotes?|pdfs?|upload|add|set|put|use|change)\b|[店我咱]|公司|上传|换|设|用|放|加/iu,
);
const OF_QUOTE = plainPattern(/quot|estimate|proposal|offer|报价|估价/iu);
const SAYS_PRICE = plainPattern(
  /quot|estimat|propos|offer|pric|cost|how much|rate|charge|figure|number|报|价|多少|方案|预算|单子/iu,
);
/** What ends or undoes something is meant only where a word of its own says so: who wants it by Friday is not lost. */
const OWN_WORD = {
  lost: plainPattern(
    /\b(?:no|nope|not|nothing|never|none|cannot|(?:do|does|did|is|are|was|were|has|have|wo|would|ca|could|should|ai)n['’]?t|without|another|others?|else\p{L}*|cheap\p{L}*|expensive|pricey|costly|dear|afford|too|against|off|out|los[te]|lost|losing|gone|instead|competit\p{L}*|rivals?|chose|chosen|picked|found|pass(?:ed|es|ing)?|declin\p{L}*|reject\p{L}*|refus\p{L}*|turned|cancel\p{L}*|dropp?\p{L}*|pull\p{L}*|back\p{L}* out|walk\p{L}*|bail\p{L}*|dead|died|cold|fell|quit|over|ghost\p{L}*|went with|going with|gone with|stopped)\b|[不没黄崩别贵跑拒换吹凉丢输另死]|放弃|取消|算了|泡汤|其他|同行|对手|流失|找了|反悔/iu,
  ),
  ticketResolve: plainPattern(
    /\b(?:resolv\p{L}*|done|fix(?:ed|es)?|sort(?:ed|s)?|solv\p{L}*|clos\p{L}*|settled?|finish\p{L}*|over|happy|ok(?:ay)?|fine|works?|working|handled|dealt|taken care|took care|good|complet\p{L}*|wrapp?\p{L}*|no (?:longer|more)|satisfied|all set|shut|tick(?:ed)?|mark)\b|解决|[好完妥]|搞定|处理|[关结]|没(?:问题|事)|满意|[行以]了|弄|消/iu,
  ),
  merge: plainPattern(
    /\b(?:same|merg\p{L}*|combin\p{L}*|twice|doubl\p{L}*|dup\p{L}*|join\p{L}*|unit\p{L}*|one (?:and|person|contact|customer|client)|is one|are one|actually)\b|[同并]|重复|两[个次条份]|一个人|一样|其实|就是/iu,
  ),
  orderCancel: plainPattern(
    /\b(?:cancel\p{L}*|call(?:ed)? off|scrap\p{L}*|not|never|no(?: longer| more)|(?:do|does|did|is|are|was|were|has|have|wo|would|ca|could|should|ai)n['’]?t|void\p{L}*|back\p{L}* out|pull\p{L}* out|changed (?:his|her|their|its) minds?|delet\p{L}*|remov\p{L}*|dropp?\p{L}*|stop\p{L}*|kill|bin|annul\p{L}*|withdr\p{L}*|off|forget)\b|取消|[不退撤删别]|作废|算了|反悔/iu,
  ),
  undo: plainPattern(
    /\b(?:undo\p{L}*|undid|revert\p{L}*|restor\p{L}*|recover\p{L}*|retract|rollback|wrong\p{L}*|mistake\p{L}*|error|oops|whoops|didn['’]?t mean|did not mean|(?:take|took|bring|get|put|want|roll|turn|change|switch|go)\b.{0,40}\bback)\b|[撤错]|还原|恢复|反悔|退回|复原|找回/iu,
  ),
} as const;
const TAX_NUMBER = plainPattern(
  /\b(?:tax|vat|gst)[ -]?(?:no\b|nr\b|number|id\b|reg\p{L}*)|\b[A-Z]{2} ?\d{8,}|税号|纳税人/iu,
);
/** A tax is said with its rate, in percent or right beside the word; so many weeks beside it are none. */
const RATE_SAID = plainPattern(
  /\d ?(?:[%％]|per ?cent\b|个?点)|\b(?:tax|vat|gst)(?: (?:rate|of|at|is|to|:))* ?:? ?\d{1,2}(?:\.\d{1,3})?(?![\d%]| ?\p{L}{2})|(?<![\d.,£$€¥￥])\d{1,2}(?:\.\d{1,3})? (?:sales )?(?:tax|vat|gst)\b|税[率点]?[:：是为]?\s?\d{1,2}(?!\d|[天周月年])/iu,
);

/** Whether a rate of a tax stands in the words. */
export const saysTaxRate = (typed: string): boolean => RATE_SAID.test(plainly(typed));

const OF_FORM = plainPattern(/form|enquir|inquir|contact us|web ?site|embed|表|网站|网页|官网|留言|咨询/iu);

/** What one of them costs is not what all is worth: 250一斤, 12 each. */
const FOR_EACH = plainPattern(
  /单价|每[一个件份盒斤套箱张只瓶包饼杯把条本]|\d\s?[元块]?(?:钱)?\s?(?:\/|一)\s?[个件份盒斤套箱张只瓶包饼杯把条本]|\d (?:each|apiece|a piece|per \p{L})/iu,
);
/** Whether words say what one of something costs. */
export const saysForEach = (typed: string): boolean => FOR_EACH.test(plainly(typed));

/** Who wants one more wants something. */
const WANTS_MORE = plainPattern(
  /\b(?:wants?|needs?|would like|['’]d like|asks? for|takes?)\b.{0,20}\b(?:more|another|extra)\b(?! than)(?! (?:e-?mails?|mails?|messages?|newsletters?|texts?|ads?|news|offers?)\b)|[多再还]要(?!求|发|收|广告|打扰|联系|推)/iu,
);
/** Something that is kept of somebody is not they. */
const OF_THEIRS = plainPattern(
  /\b(?:notes?|tags?|tickets?|leads?|orders?|quotes?|contracts?|phone|numbers?|e-?mail|address|birthday|city|files?)\b|备注|标签|工单|售后|意向|订单|报价|合同|电话|手机|邮箱|地址|生日/iu,
);

const TELLS: Partial<Record<Meaning, (text: string) => boolean>> = {
  orderPaid: (text) => CHASED.test(text) || NOT_PAID.some((sign) => sign.test(text)),
  invoicePaid: (text) =>
    CHASED.test(text) || NOT_PAID.some((sign) => sign.test(text)) || /\d/u.test(text.replace(/\br-\d{4}-\d+\b/giu, '')),
  partPaid: (text) => CHASED.test(text) || NOT_PAID.some((sign, nth) => !OF_A_PART.includes(nth) && sign.test(text)),
  orderSent: (text) => NO_GOODS.test(text) || BROKEN.test(text) || LATER.test(text) || TO_SEND.test(text),
  orderRefund: (text) => OWED.test(text),
  leadAmount: (text) => PAYS.test(text) || FOR_EACH.test(text),
  quoteDiscount: (text) =>
    /退(?!订)/u.test(text) ||
    ((PAYS.test(text) || GOES_BACK.test(text)) && !/[折%]|\boff\b|discount|优惠|便宜/iu.test(text)),
  merge: (text) => PAYS.test(text) || !OWN_WORD.merge.test(text),
  ticketResolve: (text) => !OWN_WORD.ticketResolve.test(text),
  undo: (text) => !OWN_WORD.undo.test(text),
  leadExpected: (text) => PAYS.test(text) || WILL_PAY.test(text) || MOVES.test(text),
  unsubscribe: (text) => WANTS_MORE.test(text) || (/退(?!订|出|群)/u.test(text) && !/退订/u.test(text)),
  autoreplyOff: (text) => OF_ONE.test(text),
  deletePerson: (text) => OF_MONEY.test(text) || OF_THEIRS.test(text),
  gone: (text) => OF_MONEY.test(text) || PAYS.test(text) || MOVES.test(text),
  leadOpen: (text) => GOES_BACK.test(text) || STILL_THINKS.test(text) || stillThinks(text) || WANTS_SO.test(text),
  orderNew: (text) => WENT_OUT.test(text) || stillThinks(text),
  leadStage: (text) => stillThinks(text),
  laterAnswer: (text) => stillThinks(text),
  call: (text) => LIKES.test(text) || isToCall(text) || WANTS_CALL.test(text),
  visit: (text) =>
    SELLS.test(text) || (LATER.test(text) && !/\b(?:came|was|visited|dropped|popped|stopped)\b|[来过]了/iu.test(text)),
  back: (text) => SELLS.test(text),
  hoursClosed: (text) => SELLS.test(text),
  ticketNew: (text) => saysArrived(text) && !BROKEN.test(text),
  answered: (text) => saysArrived(text),
  allCustomers: (text) => SOME.test(text),
  feedbackNew: (text) => LIKES.test(text) || stillThinks(text),
  orderCancel: (text) => OF_TASK.test(text) || !OWN_WORD.orderCancel.test(text),
  quoteSend: (text) => BROKEN.test(text),
  won: (text) => BROKEN.test(text) || ONLY_NAMED.test(text) || STILL_THINKS.test(text),
  lost: (text) => ONLY_NAMED.test(text) || STILL_THINKS.test(text) || !OWN_WORD.lost.test(text),
  birthday: (text) => !BIRTHDAY.test(text),
  logo: (text) => !OF_OURS.test(text),
  quotePdf: (text) => !OF_QUOTE.test(text),
  quoteMake: (text) =>
    !SAYS_PRICE.test(text) ||
    ((PAYS.test(text) || GOES_BACK.test(text)) && !/报价|quot|estimate|offer|propos/iu.test(text)),
  forms: (text) => !OF_FORM.test(text),
  quoteTax: (text) => !TAX.test(text) || TAX_NUMBER.test(text),
};

/** Whether words that are near a meaning by their look say something else: who will pay has not, and what somebody owes is not they. */
export function tellsOtherwise(meaning: Meaning, typed: string): boolean {
  const text = plainly(typed);
  if (isOfGoodsInHand(text) && !OF_GOODS_IN_HAND.includes(meaning)) return true;
  return TELLS[meaning]?.(text) ?? false;
}

const HOW = plainPattern(
  /^(?:so |and |please |hey,? )?(?:how|where|who|whom|whose|does|do you know (?:how|where|who))\b|(?:怎么样?|如何|怎样|咋|哪里|哪儿|在哪)(?!了)/iu,
);

const QUESTION = plainPattern(
  /[?？]\s*$|(?:吗|么|呢|没有|了没)[\s。.!！~～]*$|怎么?样|咋样|如何|哪|什么|谁|多少|几[个盒件单号点]|啥|^(?:so |and |hey,? )?(?:what|when|where|who|whose|which|how|why|did|does|do|is|are|was|were|has|have|should|shall)(?:['’]?s)?\b/iu,
);
const ASKED_OF_US = plainPattern(/\b(?:can|could|would|will) (?:you|u)\b|能不能|可不可以|可以|^(?:你|帮)/iu);

/** Whether a sentence asks something, and nothing of us to be done. */
export function asksSomething(typed: string): boolean {
  const text = plainly(typed).trim();
  return QUESTION.test(text) && !ASKED_OF_US.test(text);
}

const SENT = plainPattern(/发|寄|给了|\b(?:sen[dt]|gone? out|went out|received|got)\b/iu);

/** Whether a sentence asks if something has gone to somebody: what was sent is to be seen, and nothing made anew. */
export const asksIfSent = (typed: string): boolean => SENT.test(plainly(typed)) && asksSomething(typed);

/** Whether words ask how, where or who, whatever it is that they ask about. */
export const asksHow = (typed: string): boolean => HOW.test(plainly(typed).trim());
