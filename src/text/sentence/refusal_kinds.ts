import { plainPattern } from '../plainly.ts';

/*
 * Kinds of what people answer to a mailing who want no more of it, or may: they have moved on, it reached somebody else, it is too often, they
 * ask how to leave. None of them says so for certain, so their writer is held until it is known.
 */

const LEAD =
  "(?:(?:i|we|he|she|they|it|this|that|you|your|she's|he's|i'm|we're|you're|am|are|is|was|have|has|had|got|ve|i've|we've|sorry|actually|just|really|currently|now|already|please|pls|well|but|and|so|think|guess|afraid|seems?|looks?|like|me|us|my) ){0,6}";
const TAIL =
  '(?: (?:any ?more|anymore|please|pls|now|at all|thanks?|thx|thank you|here|this|that|these|it|them|from you|from us|already|anyway|sorry|mate|again|all|off|either|currently|guys))*';
const PAPER =
  '(?:e-?mails?|mails?|messages?|texts?|newsletters?|ads?|offers|promos?|promotions?|updates|stuff|things?|posts?)';

const ENGLISH = [
  // what they were, or wanted, they are no more
  `${LEAD}no longer (?:be )?(?:interested|want(?:ed|s)?|needs?|needed|wish|require[ds]?|relevant|useful|use|using|a (?:customer|client|subscriber|member)|customers?|clients?|buy(?:ing)?|shop(?:ping)?|drink(?:ing)?|care|for me|applicable|work(?:s|ing)?|with|at|in(?! (?:town|the (?:city|area|country)))|run(?:ning)?|own|exist(?:s)?|do(?:ing)?|sell(?:ing)?)(?: (?!but )[\\p{L}'-]+){0,5}`,
  `${LEAD}(?:don't|do not|dont|doesn't|does not|didn't|won't|will not|can't|cannot|never)(?: (?:really|actually|even|ever))? (?:want|need|use|buy|drink|wish|care|like|read|shop|order|work|sell|do|make|eat)(?: (?!but )[\\p{L}'-]+){0,4} (?:any ?more|anymore|any longer|now)${TAIL}`,
  `${LEAD}(?:don't|do not|dont|didn't|did not) (?:want|need|like|order|ask for|request|subscribe to|sign up (?:for|to))(?: (?:to (?:get|receive|have)))?(?: (?:this|that|these|those|any|your|it|${PAPER}))*${TAIL}`,
  `${LEAD}(?:not|never)(?: (?:so|very|really|at all))? (?:interested|relevant(?: (?:to|for) (?:us|me))?|needed|wanted|useful|welcome|my (?:thing|business|area|style))${TAIL}`,
  `${LEAD}no (?:need|use|interest|point)(?: (?:for|in|of))?(?: (?:this|that|these|it|your ${PAPER}|${PAPER}))?${TAIL}`,
  // they are out
  `${LEAD}(?:count me out|out|quit(?: it| this| that)?|leaving|done|over it|through|had enough|past it|lost interest|moved on|not in)(?: (?:of|with) (?:this|that|these|it|your ${PAPER}|these ${PAPER}))?${TAIL}`,
  // it reached somebody else
  `${LEAD}(?:the )?wrong (?:person|people|address|e-?mail|mail|number|guy|one|recipient|contact|man|woman|company|inbox|list)${TAIL}`,
  `${LEAD}(?:not|no) (?:(?:your|a|the|one of your) )?(?:customers?|clients?|subscribers?|members?|me|him|her|the right (?:person|one|contact))(?: (?:of yours|of you|here))?${TAIL}`,
  `${LEAD}(?:(?:have )?left|quit|retired from|moved (?:on )?from|changed|don't work (?:at|for)|do not work (?:at|for)) (?:the|this|that|my|our|your) (?:company|firm|business|job|jobs|team|office|school|city|country|town|place)${TAIL}`,
  `${LEAD}(?:closed|sold|shut(?: down)?|gave up|given up|wound up|retired|(?:my \\p{L}+ )?(?:has )?(?:passed away|died)|gone|bankrupt|don't know (?:you|who you are)|do not know (?:you|who you are)|never heard of you)(?: (?:away|abroad|house|down|our|my|the|business|shop|company|store|practice|studio|last|year|month|out|of))*${TAIL}`,
  // less of it
  `${LEAD}(?:send |get |want |have |write |mail |e-?mail )?(?:me |us )?(?:fewer|less|not so many|not as many|too many|way too many|so many)(?: (?:of )?(?:these|those|your|this|such))?(?: ${PAPER})?(?: (?:often|frequent(?:ly)?))?${TAIL}`,
  `${LEAD}(?:(?:way |far |much )?too (?:often|frequent(?:ly)?|much)|less (?:often|frequent(?:ly)?)|not so (?:often|much|frequent(?:ly)?)|once a (?:month|year|quarter) is enough)${TAIL}`,
  // how one leaves
  `${LEAD}(?:how|where|what)(?: (?:can|do|could|to|should|must|is|would))?(?: (?:i|we|one|the|a))?(?: (?:have to|need to|do to|go to|be able to))? ?(?:unsub\\w*|opt[ -]?out|stop|cancel|leave|quit|get (?:off|out|rid of)|turn (?:this|these|it|them) off|block|remove|be removed|sign off|link)(?: (?!but )[\\p{L}'-]+){0,6}`,
  `${LEAD}(?:unsub\\w*|opt[ -]?out) (?:link|button|how|does(?:n't| not) work|not working|where)(?: (?!but )[\\p{L}'-]+){0,4}`,
  // they have done something about it
  `${LEAD}(?:will |going to |gonna |have |has )*(?:block(?:ed|ing)?|report(?:ed|ing)?|mark(?:ed|ing)?|filter(?:ed|ing)?|delet(?:e|ed|ing)|bin(?:ned)?|trash(?:ed)?|mute[d]?)(?: (?:you|this|it|these|them|as|to|spam|junk|your|sender|address|${PAPER}))*${TAIL}`,
];

const WHOM =
  '(?:这个|这些|我们?|俺|咱们?|人家|本人|你们?|您们?|这边|这里|现在|早就?|已经|都|也|就|真的|其实|应该|可能|是不是|是|请|麻烦|请问|帮我|帮忙|能不能|可以|想|想问|想问下|问一下|问下|一下|给我|把我|那|的)*';
const END = '(?:了|吧|啊|呀|啦|呢|吗|么|哦|的|谢谢|好吗|行吗|可以吗|点|一点|一些|些)*';
const THINGS = '(?:你们?|您们?|的|这个|这些|这种|那个|邮件|短信|消息|信息|广告|推送|资讯|通知|订阅|群发|东西|优惠)*';

const CHINESE = [
  // what they did they do no more
  `${WHOM}(?:不|没|没有|没再|不再|戒)(?:再)?(?:喝|用|做|开|买|养|吃|玩|弄|卖|学|干|订|需要|要|想要|看|收|关注|经营|上班|种|抽|穿)[^,，。]{0,5}(?:了|啦)${END}`,
  `${WHOM}(?:换号|换邮箱|换工作|换公司|换手机号?|换号码|离职|辞职|退休|转行|关店|关门|倒闭|停业|歇业|转让|毕业|出国|回老家|不干|[^,，。]{0,6}去世|离开[^,，。]{0,6}|不在[^,，。]{1,8})${END}`,
  `${WHOM}(?:不感兴趣|没兴趣|没有?(?:这个|这方面)?(?:需求|需要|兴趣|打算)|兴趣不大|不考虑|用不[着上到]|不适合我?|与我无关|跟我没关系|和我没关系)${THINGS}${END}`,
  // it reached somebody else
  `${WHOM}(?:不是|并不是|从来不是|又不是)(?:你们?|您们?|贵店|贵司|这家|这里|您|他|她|本人|这个人|机主)?(?:家|店)?(?:的)?(?:客户|顾客|客人|会员|老客|用户|本人|我|机主|这个人|收件人)?${END}`,
  `${WHOM}(?:发|找|打|寄|认|搞|弄|加)错(?:人|对象|邮箱|地址|号码?|群)?${END}`,
  `${WHOM}(?:不认识|没听说过|没买过|没来过|没在)(?:你们?|您们?|这家|这个)?(?:家|店|这里|的)?(?:的)?(?:东西|茶|货|产品|店)?${END}`,
  // less of it
  `${WHOM}(?:以后|今后)?(?:能|可以)?(?:少|别总|别老|别老是|不要老|不要总|不要一直|别一直|别天天|不要天天|不用总)(?:是)?(?:给我)?(?:发|推|寄|打扰|来)${THINGS}${END}`,
  `${WHOM}(?:发|推送?|邮件|短信|广告|消息|信息)?(?:得|的)?(?:太|有点|有些|过于|也太|实在太)(?:频繁|勤|密|多|打扰|烦|吵|骚扰)${THINGS}${END}`,
  `${WHOM}(?:一|两|三|半)?(?:个)?(?:月|年|季度?|周)(?:发)?(?:一|两)?(?:次|封|条)(?:就)?(?:够|行|好|可以)${END}`,
  // how one leaves
  `${WHOM}(?:怎么样?|如何|咋|怎样|哪里|哪儿|在哪里?|在哪儿|从哪里?|去哪里?)(?:才)?(?:能|可以|样)?(?:够)?(?:退|取消|不收|不再收|不会?再?收到|不接收|关掉?|关闭|屏蔽|删|停|拒收|去掉|移除|不看)[^,，。]{0,10}`,
  `${WHOM}(?:退订?|取消(?:订阅)?|不(?:再)?收|关掉?|屏蔽|停)${THINGS}(?:怎么|如何|咋|哪里|在哪)[^,，。]{0,8}`,
  `${WHOM}(?:退|退掉|取消|取消掉|移除|删|删掉|删除|停掉?|关掉?|拒收|去掉|退出|退群|退会)${THINGS}${END}`,
  // they have done something about it
  `${WHOM}(?:要|会|去)?(?:屏蔽|拉黑|举报|投诉|拒收|取关|设置?为垃圾邮件|标记?为垃圾邮件|报警|删除?)${THINGS}${END}`,
];

const THEIRS = '(?:wife|husband|partner|mother|mum|mom|father|dad|son|daughter|boss|colleague)';
const THEIRS_ZH = '(?:老公|老婆|爱人|先生|太太|妈妈?|爸爸?|儿子|女儿|老板|同事|家人)';

/** Said alone it may be a no. */
const ALONE = [
  `${LEAD}not (?:really |so )?interested in (?:(?!but )[\\p{L}'-]+ ?){1,4}`,
  'thanks? (?:you )?but no(?: thanks?(?: you)?)?',
  "(?:i|we) (?:don't|do not|dont) (?:need|want) any ?more (?:(?!but )[\\p{L}'-]+ ?){1,4}",
  "(?:i|we|i'll|we'll|i will|we will|i'd)(?: rather| better)? pass(?: on (?:this|that|it)(?: one)?)?(?: this time| for now)?",
  `my ${THEIRS} (?:does not|doesn't|doesnt|will not|won't) (?:want|need|read|like)(?: (?:this|that|these|those|any|your|them|it|${PAPER}))*${TAIL}`,
  `no (?:more )?(?:${PAPER})(?: please| pls)?`,
  '(?:go |just )?(?:f[u*][c*][k*]|piss|bugger|sod|naff|jog|get) ?(?:you|off|lost)|go away',
  '(?:我们?)?(?:不接受|拒绝|谢绝)(?:任何|一切|你们?的?|这种)?(?:推销|营销|广告|推广|群发)(?:信息|邮件|短信)?',
  '(?:我们?)?(?:已经)?不再(?:需要|考虑|感兴趣)(?:了)?',
  `(?:你们?|您们?)?(?:是)?(?:从)?(?:哪来|哪儿来|哪里来|哪弄)的?我的?(?:邮箱|号码|手机号?|电话|地址|联系方式)(?:的|啊)?`,
  `我?的?${THEIRS_ZH}(?:说)?(?:不要|不想|不愿意?|不用)(?:再)?(?:收到?|接收|看到?)?${THINGS}${END}`,
  `(?:请|麻烦)?(?:别|不要|不用)(?:再)?给我?的?${THEIRS_ZH}(?:群?发|推送?|寄)${THINGS}${END}`,
  '滚(?:蛋|开|远点)?',
];

/** Said beside anything else it still may be a no: to so much of it, for a while, to this kind of it, or what is broken is the way out. */
const BESIDE = [
  "(?:i(?:'ve| have)? |we )?(?:tried|want(?:ed)?|try|trying|need(?:ed)?)(?: to)? (?:unsub\\w*|opt[ -]?out)(?: [\\p{L}'-]+){0,8}",
  `(?:please )?no more (?:[\\p{L}'-]+ ){1,2}${PAPER}(?: please| pls)?`,
  `(?:please |pls |kindly )?(?:only|just) (?:send|write|mail|e-?mail|text)(?: to)? (?:me|us)(?: ${PAPER})? once (?:a|every|per) (?:week|month|quarter|year)`,
  '(?:这次|这回|这批|今天)(?:就|先|暂时|还是)*(?:不要|不用|不需要|算)(?:了|啦|吧)*',
  '(?:请)?(?:这个?月|这周|最近|这段时间|月底前?|年前|年底前|节前|过年前?|近期|暂时|目前)(?:以?前|之前)?(?:就|先|都)?(?:别|不要|不用|不必)(?:再)?(?:给我)?(?:群?发|推送?)(?:给我)?(?:了|啦|吧)?',
  `(?:请)?(?:每|一)(?:个)?(?:月|季度?|周|星期|年)(?:给我)?(?:群?发|推送?|来)(?:给我)?[一1](?:次|封|条)(?:就|也)*(?:够|行|好|可以)(?:了|啦|吧)?`,
  '(?:你们?|您)?(?:发|找|打|寄|认)错(?:人|对象|邮箱|号码?)(?:了|啦|吧)*',
];

export const BESIDE_PERHAPS = plainPattern(new RegExp(`^(?:${BESIDE.join('|')})$`, 'u'));

const MOVED = [
  `${LEAD}(?:have |has |just |recently |finally )*(?:moved|moving)(?: (?:away|abroad|house|home|out|last|year|month|week|here|there|already|again))*(?: (?:to|from) (?!(?:the )?(?:another|a new|new|other) (?:company|job|firm|provider|supplier|brand))[\\p{L}'-]+(?: [\\p{L}'-]+){0,2})?${TAIL}`,
  `${LEAD}(?:(?:don't|do not|dont) (?:really )?live (?:in )?[\\p{L}'-]+(?: [\\p{L}'-]+){0,2} (?:any ?more|any longer|now)|no longer (?:live|living)(?: (?:in|at|there|here|near|around))?(?: [\\p{L}'-]+){0,3})${TAIL}`,
  `${WHOM}(?:搬家|搬走|搬到[^,，。]{1,8}|搬去[^,，。]{1,8}|搬离[^,，。]{1,8}|搬了|不(?:再)?住(?:在)?[^,，。]{0,8}了?)${END}`,
];

/** Says where somebody lives, or no longer does, and nothing of what comes unasked. */
export const SAYS_MOVED = plainPattern(new RegExp(`^(?:${MOVED.join('|')})$`, 'u'));

/** What names one kind alone of what comes unasked, and not the others. */
export const namesOffersOnly = (part: string): boolean =>
  /\b(?:offers?|promos?|promotions?|discounts?)\b|优惠|促销|折扣/u.test(part) &&
  !/\b(?:e-?mails?|mails?|messages?|texts?|newsletters?|ads?|adverts?|spam|updates|anything|everything|unsub\w*)\b|广告|邮件|消息|信息|短信|资讯|推广|推送|通知|东西|退订/u.test(
    part,
  );

/** A whole part of an answer that is of one of these kinds. */
export const FURTHER_PERHAPS = plainPattern(new RegExp(`^(?:${[...ENGLISH, ...CHINESE, ...ALONE].join('|')})$`, 'u'));

/** 退 订: few Chinese characters with blanks between each. */
export const joinedUp = (text: string): string =>
  /^\s*\p{Script=Han}(?:[ \u3000]+\p{Script=Han}){1,5}\s*[.。!！]?\s*$/u.test(text)
    ? text.replace(/[ \u3000]+/gu, '')
    : text;
