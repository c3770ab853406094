/*
 * What we ask without a mark or a word that asks: a price with "ok for you" behind it, a choice, what we still lack, an offer that waits for a
 * yes. What we only tell (it leaves today, you can collect it tomorrow) offers nothing.
 */

/** What we need from somebody to go on. */
const DETAIL =
  '(?:(?:full|phone|order|house|flat|delivery|postal|shipping|e-?mail|billing|zip|post|exact|first|last) ){0,2}(?:address|postcode|zip|code|phone|number|name|surname|e-?mail|date|details|measurements?|choice|answer|reply|confirmation|files?|photos?|pictures?|logo|text|wording|street|floor|quantity|preferences?|id|postal code)';
const LIKING = '(?:sizes?|colou?rs?|flavou?rs?|shapes?|lengths?|width|height|time|day|amount|style|version)';
const BEGINS =
  '^\\W{0,3}(?:(?:so|and|ok|okay|hi|hello|hey|then|or|but|just|only|also|well|last question:?|one (?:more )?question:?)[,:]? ){0,3}';
const OK = '(?:ok(?:ay)?|fine|alright|all right|good|acceptable|convenient|suitable)';

const ENGLISH: readonly string[] = [
  // It costs 20. OK for you
  `\\b${OK} (?:for|with|by) you\\W*$|\\S \\S[^\\n]{0,60}[,–-] ?(?:(?:is (?:that|this|it)|that) )?(?:ok(?:ay)?|alright|all right|right|deal|agreed|yes|no)\\W*$`,
  // want it wrapped; any preference; how many
  `${BEGINS}(?:(?:want|need|fancy|prefer|care for|happy with|good with|interested(?: in)?|still (?:want|need|interested))\\b(?! to (?:help|run|go|dash|be|leave))|(?:any|your) (?:preferences?|thoughts?|wish(?:es)?|objections?|choice|opinion|view|idea)\\b|thoughts\\W*$|which(?: (?:one|ones|text|words|design|model|type|colou?r|size|day|kind|of (?:them|the|these)))?\\b\\W*(?:$|for|then|please|suits?|works?)|how (?:many|much|big|long|tall|about|often|does|do|would)\\b|what (?:size|colou?r|name|time|day|about|address|date|text|wording)\\b)`,
  // Would Monday suit you
  `${BEGINS}(?:would|is|does|will|are|can|could|shall) (?:that|this|it|those|these|they|the|your|my|an?|tomorrow|today|next \\w+|\\w+day|\\d\\S*)\\b`,
  // wrapped or not; tea or coffee
  `\\bwith or without\\b|\\bor (?:not|without|no|rather not|neither)\\W*$|:\\s*(?:the |in |a |an )?[\\p{L}-]+(?: [\\p{L}-]+)? or (?:the |in |a |an )?[\\p{L}-]+(?: [\\p{L}-]+)?\\W*$`,
  `${BEGINS}(?!i\\b|we\\b|you\\b|it\\b|he\\b|she\\b|they\\b|more\\b|sooner\\b|today\\b|tomorrow\\b|now\\b|\\w+day\\b|an?\\b|one\\b|two\\b|three\\b|four\\b|five\\b|either\\b)[\\p{L}-]+(?: [\\p{L}-]+)? or (?:the |in )?(?!less\\b|so\\b|later\\b|two\\b|three\\b|come\\b)[\\p{L}-]+(?: (?:when|then|for|with|please|one|wrap\\w*)(?: [\\p{L}-]+){0,3})?\\W*$`,
  // your size is missing; I don't have your address; and the size
  `\\byour (?:${DETAIL}|${LIKING})(?: (?:is|are|was|were|seems?))?(?: (?:still|yet|not|now))*(?: (?:missing|lacking|needed|unclear|incomplete|illegible|to come|open))\\b`,
  `\\b(?:i|we)(?:'ve| have| am|'m| are|'re)?(?: still| just| only)* (?:don'?t|do not|didn'?t|did not|haven'?t|have not|can'?t|cannot|could ?n[o']t|never|lack|miss(?:ing)?|need)(?: yet)?(?: (?:have|know|get|got|see|find|read|received?|quite|been given|make out|understand))*(?: out)? (?:(?:your|any|an?|the) (?:${DETAIL})\\b|which\\b|what (?:size|colou?r|you)\\b|whether you\\b|if you (?:want|need|mean|prefer)\\b)`,
  `\\b(?:didn'?t|did not|haven'?t|have not|never|don'?t|do not) (?:get|got|know|catch|see|have|receive|received) your (?:${LIKING})(?! in\\b)(?: yet| either)?\\W*$`,
  `\\bnot (?:quite |really |entirely )?(?:sure|certain|clear) (?:which|what (?:size|colou?r|you)|whether you|if you|when you|where (?:you|to))\\b`,
  `${BEGINS}(?:(?:the|your|what|which|a) )?(?:${DETAIL}|${LIKING}),?(?: (?:please|pls|plz|still|too|as well|of the \\w+))*\\W*$`,
  `${BEGINS}(?:please |pls |do |can you |could you )?(?:drop|text|e?-?mail|message|ping|shoot|forward|whatsapp) (?:me|us) (?!a line)`,
  // I can do 18 if you take two; another for 5; on Monday instead
  `\\b(?:i|we)(?:'ll|'d| can| could| will| would| might)(?: also| still| just| then| happily| gladly| probably)* (?!keep\\b|stay\\b|be here\\b|wait\\b)[^.!?\\n]{2,80}?\\b(?:if you (?:take|buy|pay|want|like|order|agree|prefer|wish|collect|come|add|wait|are (?:ok|happy|fine)|don'?t mind)\\b|instead\\b|for (?:only |just |another |an extra |about )?(?:[£$€¥] ?)?\\d+(?:[.,]\\d+)?(?! ?(?:days?|hours?|weeks?|months?|minutes?|mins?|years?|pm|am|o'clock|people|persons|\\d)))`,
  `\\d[^.!?\\n]{0,40}\\bif you (?:take|buy|order|pay|collect|want|like)\\b|\\bif (?:that|it|this) (?:suits|works|helps|is (?:ok|okay|fine|all right|alright)|would (?:suit|work|help))\\b(?! you know)|\\b(?:let'?s say|(?:i|we)(?:'d| would| could| can)? (?:suggest|propose|recommend))\\b`,
  `${BEGINS}(?:i'm |we're |i am |we are |i'd be |we'd be |i would be )?(?:very |quite |more than )?(?:happy|glad|willing) to (?!help|hear|see|know|assist|read|be|answer|say|report|confirm|meet|have|inform|tell|oblige|do business)\\w+`,
  `\\b(?:i|we|it)(?:'d|'ll| would| will)?(?: just| still| only| also)* (?:need|needs|require|requires|have to ask for|ask for|want)\\b[^.!?\\n]{0,20}\\b(?:deposit|pre-?payment|payment|half|upfront|in advance|first)\\b`,
];
const DETAIL_ZH =
  '(?:尺码|尺寸|码数|地址|电话|手机号?|号码|姓名|名字|微信|邮箱|颜色|数量|日期|时间|订单号|单号|规格|款式|口味|身高|体重|照片|图片|文件|税号|抬头|门牌号?|收件人|收货人|联系方式|信息|资料|内容|logo)';
const CHINESE: readonly string[] = [
  // 20块行吧；行的话我就发
  '[^，,。\\s]{2,}[，,]?(?:行|可以|成|中|ok|没问题|合适|同意)(?:吧|不|么|嘛|啵|哈)[。！!~～\\s]*$|(?:行|可以|同意|ok|没问题|愿意|想要|要|需要|喜欢|合适|接受|考虑好|确定)的?话',
  // 40一个，可以就给您做；您看这样行吗：两个蓝的
  '(?<![都也不银])(?:行|可以|同意|ok|没问题|合适)[，,]?(?:我们?)?就(?:给|帮|为)[您你]|(?:行|可以|好|成|对)[吗么][:：]',
  // 哪天方便；选个颜色；贺卡写什么
  '哪[天个种款里些家边位]?(?:儿)?[^，,。都]{0,6}(?:方便|合适|好|行|可以|喜欢)[。！!~～\\s]*$',
  '(?<!帮|帮您|帮你|给您|给你|我|我们|您|你|随便|随意)(?:选|挑|定)(?:个|一个|一下|哪)',
  '(?:写|印|刻|填|选|送|要|署名?|落款写?)(?:点|些|个)?(?:什么|啥)(?!都)',
  // 还差您的尺码；发一下您的地址
  `(?:差|缺|少|没(?:有)?(?:收到|看到|填|写|留)?|不(?:知道|清楚|确定))(?:一?下)?(?:[您你]的?)${DETAIL_ZH}`,
  `(?:发|给|报|写|填|留|补|提供|说|回)(?:一?下|个|我|给我|来)(?:[您你]?的?)${DETAIL_ZH}`,
  // 可以换新的，补5块差价；要先付10块定金
  '(?:补|另收|另付|再付|再加|多付|先付|先交|预付|需付|要付|要加|得加|加收)[^，,。了\\d]{0,4}\\d+(?![^，,。]{0,6}[了过])|补(?:个|一下|点)?差价(?!了)|(?:要|需|需要|得)(?:先|您|你|付|交|收|预){0,3}[^，,。了]{0,6}(?:定金|订金|押金|全款|预付款)(?!了)',
  '(?:拿|买|要|订)[^，,。]{1,6}[，,]?(?:算|给|收)[您你]?\\d+(?!了)|(?<!不知|不管|无论|再看)(?:怎么样|如何|咋样)[。！!~～\\s]*$|(?:我)?建议[^，,。]{1,12}(?:换|改|选|用|发|等|做|约|定)',
  '(?:要不|不如|要么)(?!是|然)[^，,。]{0,10}(?:换|改|发|退|送|给|先|等|做|用|来|寄|约|定)|(?:可以|能)(?:给[您你])?(?:便宜|优惠|少|打)[^，,。了]{0,8}如果|如果[您你][^，,。]{1,12}(?:可以|能|给[您你])(?:便宜|优惠|少|打|做|算|送|换|改)',
];
const OFFERS = [new RegExp(ENGLISH.join('|'), 'iu'), new RegExp(CHINESE.join('|'), 'iu')];

/** Whether a sentence of ours waits for a yes, a choice or what we lack, though nothing marks it as a question. */
export const offersSomething = (sentence: string): boolean => OFFERS.some((sign) => sign.test(sentence));

/** What is to be written on a card, a ring, a cake: any words answer it. */
const WORDS =
  /\bwh(?:at|ich) (?:should|shall|would you like|do you want|do you wish|is|will|text|words|wording|name|names|message|to)\b[^.!?\n]{0,40}\b(?:say|read|write|engrave[d]?|print(?:ed)?|embroider(?:ed)?|written|(?:on|for|in) (?:the|your|it|a))\b|\b(?:wording|text|words|message|inscription|dedication)\b[^.!?\n]{0,20}\b(?:for|on|do you|would you|should|please)\b|(?:卡|贺卡|卡片|蛋糕|牌|戒指|杯子|留言|寄语|祝福语?|落款|上面|封面)[^，,。！？\n]{0,6}(?:写|刻|印|说|署|落款)(?:点|些|个)?(?:什么|啥|哪)|(?:写|刻|印)(?:点|些)?(?:什么|啥)(?:字|话|内容|祝福)?/iu;

/** Whether we ask what words are to stand somewhere. */
export const asksForWords = (ours: string): boolean => WORDS.test(ours.replaceAll('’', "'"));
