import { headWords } from './cut.ts';

const PROGRAM = `(?:auto(?:mat(?:ic|ed))?|auto-|out[- ]of[- ](?:the[- ])?office|ooo|away|vacation|holiday|no-?reply|bounce|system|canned)[- ]?(?:reply|replies|respon(?:se|d|der)s?|answers?|messages?|notes?|notifications?|e?-?mails?)`;
const LETTER = `(?:e-?mails?|mails?|messages?|letters?|repl(?:y|ies)|answers?|enquir(?:y|ies)|inquir(?:y|ies)|photos?|pictures?)`;

/** Whoever wrote tells of their own mail, of what answered it or what they were told; programs speak of themselves and of the reader's. */
const OF_OWN_MAIL = [
  // my mail to you came back; not "limited access to my mail", "my mail is not read"
  new RegExp(
    String.raw`\b(?:my|our|the|both|all|every|those|these|which) (?:last |first |two |own |other )?${LETTER} (?:i|we)\b|\b(?:my|our) (?:last |first |two |previous |own |other |order )?${LETTER} (?:to (?:you|your|the|info|sales|shop|support|\S{1,60}@)|(?:that |which )?(?:i |we )|(?:was|were|is|are|came|comes|got|gets|has|have|had|just|all|only|still|kept|keeps?|bounced?|did|do(?:es)?|could|couldn't|can|can't|never|went)\b(?! not (?:be )?(?:read|monitor|check|forward)| (?:being |currently |un)?(?:monitored|forwarded|limited)))`,
    'i',
  ),
  // "I emailed but got a delivery failure"; not "we received your"
  /\b(?:i|we)(?: have|'ve| had)?(?: just| only| then| already| also| always| even| twice| both)* (?:(?:tried|try|trying|wanted|attempted|meant) (?:to )?(?:e-?mail|mail|write|reach|send|answer|reply|contact)|(?:wrote|e-?mailed|mailed|sent|answered|replied)\b|(?:got|get|keep getting|received?|see|saw|read|had)\b(?! your\b))/i,
  // "Wrote to you last week", "tried to reach you"
  /\b(?:tried|trying|wanted) (?:to )?(?:e-?mail(?:ing)?|mail(?:ing)?|writ(?:e|ing)|reach(?:ing)?) you\b|^(?:wrote|e-?mailed|mailed|tried)\b|\b(?:wrote|e-?mailed|mailed|e-?mailing) (?:to )?you\b/im,
  // "Your automatic reply said two days"
  new RegExp(
    String.raw`\b(?:your|the shop's|you(?:'re| are) sending|you(?:r shop)? sent(?: me)?(?: an?)?) (?:\w+ )?${PROGRAM}`,
    'i',
  ),
  // "an automatic reply from your shop", "that out of office says"
  new RegExp(
    String.raw`\b(?:an?|the|this|that|some|only|just|another|same) ${PROGRAM} (?:(?:\S+ ){0,3}?(?:says?|said|told|tells|claims|claimed|promised?|mentions?|asks?|has|had)\b|(?:on|in|of|from) (?:you|your|the (?:site|shop|website|store))|(?:and|but|from|since|instead|back|again|that|which)\b)`,
    'i',
  ),
  // "only the auto-reply", "nothing but an automated message"
  new RegExp(String.raw`\b(?:only|just|nothing but|all i (?:get|got)(?: is)?|except) (?:an?|the|your) ${PROGRAM}`, 'i'),
  // "Can you set up an automatic reply for us?"
  /\b(?:set ?up|build|make|write|switch (?:on|off)|turn (?:on|off)|wording|typo|template|text) [^.!?\n]{0,30}(?:auto(?:matic)?[- ]?(?:reply|replies|responders?|answers?)|out[- ]of[- ]office)/i,
  // "your mailbox is full", "your spam filter rejected it"
  /\byour (?:mail ?box|inbox|mail(?: server)?|server|spam filter|contact form|web ?site|site|shop|store|e-?mail(?: address)?|system|account|address)(?: here| there)?(?: \S+@\S+)? (?:is|was|are|seems?|must be|may be|says?|said|told|gave|sends?|sent|bounces?|bounced|rejects?|rejected|refuses?|refused|does ?n[o']t|doesn't|isn't|not|never|keeps?|came)\b/i,
  // "it says", "gmail tells me", "the app gave me"
  /\b(?:it|which|gmail|google|outlook|yahoo|hotmail|icloud|qq|server|system|courier|carrier|ups|dhl|fedex|app|someone) (?:just |only |always |keeps? )?(?:says?|saying|said|tells?|told me|claims?|telling me|sent me|sent my|gave me)\b/i,
  // "it came back", "keeps bouncing"; not "I am back in the office"
  /\b(?:came|comes|sent|bounc(?:es?|ed|ing)|returned) (?:\S+ ){0,3}back\b(?! (?:to|in|at|on|by|from) (?:the |my |our )?(?:office|desk|work|monday|tuesday|wednesday|thursday|friday))|\b(?:keeps?|kept|got|it|mail|mails|emails?|message) bounc(?:ing|ed|es)\b/i,
  // "I was out of the office last week", "back from leave"
  /\b(?:was|were|had been|been|am back|'m back|back|came back|got back|returned) (?:from (?:\w+ ){0,2}(?:leave|holidays?|vacation|office|trip|travels?)|out[- ]of[- ](?:the[- ])?office|away (?:last|for|all|the|from|so|and|when|until yesterday)|on (?:\w+ ){0,2}(?:leave|holiday|vacation) (?:last|so|and|when|for|all))/i,
  // 给你们发的邮件；你们的自动回复
  /(?:给|往|向|跟)你们?|你们的?[^,，。!！?？\n]{0,6}(?:自动|邮箱|邮件|系统|网站|网店|店|客服|地址|电话|机器人|回复|服务器)|您的?(?:邮箱|自动回复|店|网站)|你的?(?:邮箱|自动回复|店|网站)/,
  // 我昨天写过；我收到一封退信
  /我们?(?:刚|刚刚|昨天|前天|昨晚|上周|之前|已经|都|又|也|就|只|一直|老是|总是|这边|这里|用\S{1,8}|今天|早上)*(?:给|往|向|发(?!货)|寄|写|试|收到[^,，。!！?？\n]{0,10}(?:自动|退信|通知|提示|一封|告诉)|看到|打|联系(?!您|你))/,
  // 自动回复说；只有自动回复；能设置自动回复吗
  /自动(?:回复|答复|邮件|消息|短信)[^,，。!！?？\n]{0,4}?(?:说|写|里|中的|上|显示|提到|让|叫|告诉|的(?!内容|邮件|消息|信息)|太|很|有)|(?:只有|除了|都是|一直是|老是|总是|只|收到|看到|一个|来了)[^,，。!！?？\n]{0,8}自动(?:回复|答复|发)|(?:设置|设|做|写|开通|关掉|关闭|取消)[^,，。!！?？\n]{0,6}自动(?:回复|答复)/,
  // 邮件退信了；老是退；图片发不过去；提示收件人不存在
  /(?:退信|退回来?|投递失败|失败|无法投递|未能送达|被退|被拒)了(?!您|贵)|老是退|一直退|总退|(?:退|打|弹)回来|发(?:了)?(?:不出去|不过去|不进|不了)|(?:提示|显示|说|写着)(?:[^,，。!！?？\n]{0,6})(?:投递|送达|退信|退回|不存在|满|请勿|无人|自动)/,
] as const;
/** Customers speak so of what they wait for and decide; a program may name it too, and says somewhere that it is one. */
const AS_CUSTOMERS_SPEAK = [
  // "so I ask here", "I am writing here instead"
  /\bso (?:i(?:'m| am|'ll)?|we(?:'re| are)?|here|now|hence|am|writing|asking|trying)\b|\bhere (?:i am|instead|it is again)\b|\b(?:write|writing|ask|asking|try|trying|message|messaging|text|texting|send|sending|contact|contacting|reach|reaching) (?:\S+ ){0,3}?(?:here|instead)\b/i,
  // "but nobody called", "no answer since", "any news?"
  /\b(?:but|and) (?:no ?(?:body|one)|nothing|no (?:answer|reply|human)|heard|still|never)\b|\bno (?:answer|reply|response|news|word) (?:since|yet|from|so far)\b|\bany news\b/i,
  // "where is my parcel", "our order", "we take it", "go ahead"; "your parcel" is a shop's
  /(?<!\byour )\b(?:parcel|package|courier|driver|delivery man|dhl|ups|fedex|post ?man)\b|\b(?:my|our|this|the (?:first|second|third|blue|red|small|large|big|other)) (?:\S+ )?(?:order|booking|repair|quote|offer|invoice|appointment|reservation|deposit|refund|boat|cat|dog|car|house|flat)\b|\bwe(?:'ll| will)? take (?:it|the|one|two|\d)|\bgo ahead\b/i,
  // 我的快递、包裹；不是“您的快递”
  /(?<![您你]的)(?:快递|包裹)/,
  // 只好在这里问；没人回我；已经五天了
  /(?:只好|只能|所以)(?:我|在|来|到|用|加|这|先|直接)|(?:在|来|到|用)(?:这里?|这儿|微信|电报|此)(?:问|说|联系|下单|写|发|留言|找)|没(?:有)?人(?:回|理|接|管)|没(?:有)?(?:回音|下文|消息|答复|回复)|已经?[一二三四五六七八九十两几\d]+(?:天|周|个)/,
  // 货等我回来再发；放门卫就行；就按这个做
  /(?:货|茶|单|东西|书|杯子?|花|衣服|发票|报价|合同|样品)[^,，。!！?？\n]{0,6}(?:等我|先|寄|发|送|放)|等我[^,，。!！?？\n]{0,10}再|(?:回来|才)(?:刚|才)?看到|(?:放|送)(?:到)?(?:门卫|前台|驿站|邻居|家)|就(?:按|照|要)这/,
] as const;
/** A question put in whole words, not the one with which programs greet. */
const QUESTION =
  /\b(?:are|is|do|does|did|can|could|will|would|have|has|when|what|how|where|which|who|why|any|may|shall|should)\b(?! (?:can|may|could) (?:we|i) (?:help|assist))[^.!?？\n]{3,200}[?？]|请问|多少|怎么|什么|哪[里儿个家些位天]|几[点号天时]|(?:吗|呢|么|没有?|嘛)\s*[?？。!！~]*\s*$|能(?:不能)?在/im;
/** What programs say of the mail that they write. */
const OF_ITSELF = [
  /^[^\p{L}\n]{0,4}(?:auto(?:matic|mated)?[- ]?(?:reply|replies|response|answer|message)|out of (?:the )?office|undeliver(?:able|ed)|failure notice|mail delivery|delivery (?:status|has failed|failed|failure|incomplete)|returned mail|address (?:not found|rejected)|message not delivered|do not reply|no-?reply|自动(?:回复|答复)|系统(?:退信|通知|消息|提示)?|退信(?:通知)?|邮件(?:系统|已收到|未能送达|未能投递))(?!\p{L})(?!\s{0,3}(?:from you|when|again|back|received|recv|to you|of you|了|说|里|收到))/iu,
  /[[【(（]\s?(?:系统)?(?:auto(?:matic|mated)?[- ]?(?:reply|response)|sent automatically|自动(?:回复|答复|发送)?\s?[\]】)）])|[[【](?:系统|[^\]】\n]{0,8}(?:系统|消息|模式)\s?[\]】])|(?:此|本)(?:邮件|信|短信|消息|邮箱|通知)|由系统|系统自动|自动(?:发送|发出|生成|推送)|(?:请勿|勿|不要)(?:直接)?(?:回复|回覆)|工作人员|工作日内/iu,
  /\b(?:this|the following|it) (?:is an? |e-?mail |message |note |mailbox |inbox |address |reply |response |account )(?:\w+ ){0,4}?(?:auto|generated|unmonitored|unattended|not monitored|isn't monitored|no longer|goes out|was sent)|\b(?:do not|don't|please don't) (?:reply|respond)|\bautomated (?:response|message|reply|e-?mail)\s*[.!]?\s*$|\b(?:mailbox|inbox) (?:is ?n[o']t|isn't) (?:monitored|read|checked)/im,
] as const;
/** How programs speak of themselves, of what the reader sent, and in the name of who is away. */
const FORMS = [
  ...OF_ITSELF,
  /\b(?:thanks|thank you)(?: very much| so much)? for (?:your|getting|contacting|reaching|subscribing|writing|messaging|e-?mailing|the (?:message|mail|e-?mail))|\b(?:we|i)(?:'ve| have)? (?:now |just )?(?:received|got) (?:your|the)\b|\byour (?:\S+ ){0,3}?(?:message|e-?mail|mail|request|ticket|enquiry|inquiry|application|submission|order|payment|booking|subscription|statement|invoice|account|feedback|delivery|appointment|reservation|password|report|export)\b|\b(?:will|'ll|aim to|try to|cannot|can't) (?:\w+ )?(?:get back|reply|respond|be in touch|answer|be (?:back|returning|away|out|offline)|return)\b/i,
  /\b(?:i am|i'm|i will be|i'll be|we are|we're|office is|shop is|we will be|team is) (?:currently |now |presently |away |out |also )*(?:out of|away|on (?:\w+ )?(?:leave|holiday|vacation)|travel?ling|closed|at a conference|offline)|\b(?:no longer work|have left (?:the |my )?\w+)|\bin my absence\b|\blimited access\b|\b(?:for|if|in) (?:\w+ ){0,2}(?:urgent|emergenc)/i,
  /\bmail (?:system|delivery (?:sub)?system)|\bqmail-send|(?:could ?n[o']t|couldn't|wasn't|was not|could not) (?:be )?delivered|\bpermanent(?:ly)? (?:fail|error)|\bthe following (?:address|recipient|message)|\bmailbox (?:is )?full/i,
  /(?:您|你)的[^,，。!！?？\n]{0,12}(?:已|我|未能|无法|被|将|正在)|感谢您?的?|尊敬的|我们?(?:已|已经)?收到(?:您|你|贵)|(?:正在|正|目前|现在|期间|将于|暂时)[^,，。!！?？\n]{0,10}(?:休|度假|出差|外出|无法|不能|不在|开会|在外)|(?:有|如有|若有|遇)[^,，。!！?？\n]{0,3}(?:急事|紧急)|急事请|(?:尽快|稍后|一会儿?)(?:会|再|就)*(?:给?(?:您|你)|与(?:您|你)|回复|答复|联系|处理)|已(?:经)?(?:从[^,，。\n]{1,8})?离职|返回(?:公司|办公室|上班|后)|回(?:来|公司)(?:后|上班)/,
  /通过了你的|开始聊天|打招呼|撤回了|邀请|拍了拍|加入(?:了)?群|\b(?:joined|has left|left|added|invited|accepted|created|closed|updated|opened|scheduled|reminder|notifications paused|newsletter (?:no|issue|#)|digest|edition|unsubscribe|view (?:this|in)|sign-?in|terms of service|this week)\b|周刊|月刊|简报|早报|本(?:期|周|月)|维护|升级|公告|通知/i,
] as const;
const CHARACTERS = 2000;

/**
 * Whether somebody writes of a program: of their mail that came back, of what answered by itself, of having been away. Programs do not;
 * what they say of themselves ("this is an automatic reply", "I am away until Monday") is none of it.
 */
export function tellsOfMachine(text: string): boolean {
  const words = beginningOf(text);
  const has = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(words));
  return has(OF_OWN_MAIL) || (has(AS_CUSTOMERS_SPEAK) && !has(OF_ITSELF));
}

/** Whether words are such as programs write: about themselves, the reader's mail, or in the name of who is away. */
export const speaksAsMachine = (text: string): boolean => {
  const words = beginningOf(text);
  return FORMS.some((form) => form.test(words)) && !tellsOfMachine(words) && !QUESTION.test(words);
};

/** Whether a line is a program's word about what it stands in: that it is automatic, that nobody reads answers to it. */
export const isOfItself = (line: string): boolean => OF_ITSELF.some((form) => form.test(line));

const beginningOf = (text: string): string => headWords(text, CHARACTERS).replaceAll('’', "'");
