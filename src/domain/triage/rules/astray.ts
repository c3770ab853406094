import type { UrgentRule } from './rule.ts';

const PARCEL =
  "(?:it|they|that|this|(?:my|our|the|her|his|mum's) (?:\\w+ )?(?:parcels?|packages?|orders?|box(?:es)?|delivery|deliveries|letter|gift|present|things|stuff|goods|flowers|cake|shipment|card|documents?|invoice))";
const ELSEWHERE =
  "(?:(?:the wrong|another|a different|some other|someone else'?s?|somebody else'?s?|an(?:other)? (?:old|unknown)|my (?:old|previous|former|ex'?s?)|our (?:old|previous|former)|an old|a stranger'?s?|a random)(?: (?:address|house|door|flat|street|town|city|country|person|building|place|neighbou?r|customer|apartment|floor|number|shop|name|man|woman|guy))?|(?:a|the|some) (?:neighbou?r|person|man|woman|guy|house|address|place) (?:who |that |whom )?(?:i|we) (?:don'?t|do not|never) know)\\b";
const PUT =
  '(?:(?:was|were|got|has been|have been|had been|is being|been)(?: \\w+)? (?:sent|delivered|shipped|dropped(?: off)?|left|handed|given|brought|posted|mailed|taken)|(?:went|ended up|has gone|is going|arrived|landed|turned up))';
const THEY =
  '(?:you|u|they|he|she|(?:the|your) (?:driver|courier|postman|shop|man|guy|people|carrier)|dhl|ups|fedex|dpd|hermes|royal mail|usps|somebody|someone)';
const SENT = '(?:sent|delivered|shipped|dropped(?: off)?|left|handed|gave|brought|posted|mailed|took)';

const CHARGED = '(?:charged|billed|debited|invoiced)';
const NOT_MINE =
  "(?:(?:an? |the |some )?(?:order|thing|item|purchase|subscription|booking|something|one|things|stuff|items)s? (?:that |which )?(?:(?:is|was|are|were)(?:n't|nt| not) (?:mine|ours|my own)|(?:belongs|belonging) to (?:someone|somebody)|(?:i|we) (?:never|did ?n'?t|did not) (?:order|buy|make|place|want|book|ask)\\w*)|(?:someone|somebody) else'?s?)";
const OTHER_PAYER =
  "(?:the wrong (?:person|card|account|customer|man|woman|guy|client)|my (?:wife|husband|mum|mom|mother|father|dad|son|daughter|partner|boss|friend|ex|sister|brother|colleague|flatmate|neighbou?r)(?:'s)?(?: (?:card|account))?\\b[^.!?\\n]{0,24}\\b(?:instead|not m(?:e|ine)|by mistake|without)|(?:someone|somebody) else(?:'s (?:card|account))?)";

const OTHERS =
  "(?:someone else'?s?|somebody else'?s?|another (?:customer|person|client|buyer)'?s?|the wrong (?:person|customer)'?s?|a stranger'?s?|other people'?s?)";
const GOODS =
  '(?:invoices?|documents?|letters?|contracts?|files?|data|details|mails?|orders?|parcels?|packages?|box(?:es)?|deliver(?:y|ies)|shipments?|goods|things|stuff|items?)';
const ELSEWHERE_ZH =
  '(?:别人|别家|人家|陌生人|另(?:外)?一个(?:地址|地方|人|城市|小区)|(?:别的|其他|其它|另外的?|不同的)(?:地址|地方|人|城市|小区|楼|单元)|(?:我|我们)?的?(?:旧|老|以前的?|之前的?|原来的?)地址|隔壁|邻居|外地|(?:别的|其他)?(?:城市|省))';
const SEND_ZH = '(?:寄|发|送|投|派|配送|投递|放|交|给)';

/** Their parcel is with somebody else, or their money paid for somebody else: it can be put right while it is fresh. */
export const astrayRules: readonly UrgentRule[] = [
  {
    why: 'harm',
    counts: 'problem',
    says: new RegExp(
      `\\b${PARCEL} ${PUT}(?: \\w+){0,2}? (?:to|at|with|in|by|for) ${ELSEWHERE}|\\b${THEY}(?:'ve| have| has)?(?: just| already)? ${SENT} (?:it|them|this|(?:my|our|the) (?:\\w+ ){1,2}?)\\s?(?:out )?(?:to|at|with|in) ${ELSEWHERE}|\\b(?:someone|somebody|a stranger|another (?:customer|person)|the wrong person) (?:else )?(?:has |have )?(?:got|received|signed for|took|collected|picked up|opened|has)(?: \\w+)? (?:my|our)\\b|\\bsigned (?:for )?by (?:someone|somebody|a person|a name) (?:else|i don'?t know|we don'?t know)`,
      'u',
    ),
    unless:
      /\b(?:can|could|would|will) (?:you|i|we|it)\b|\bplease (?:send|deliver|ship|leave)|\bi (?:gave|put|entered|typed|used|wrote)\b|\b(?:fine now|sorted|got it back|last year)\b/u,
  },
  {
    why: 'harm',
    counts: 'problem',
    says: new RegExp(
      `${SEND_ZH}(?:错|到错)了?(?:地址|地方|人|楼|门|小区|单元|收件人|城市)|${SEND_ZH}(?:到|去|给|在)了?${ELSEWHERE_ZH}[^,。!?\\n]{0,4}(?:去?了|去(?:$|[,。!]))|(?:别人|陌生人|不认识的人|邻居|隔壁)[^,。!?\\n]{0,4}(?:签收|签的|签了|代签|领走|取走|拿走|收走|拆了|拿了)|被(?:别人|人|陌生人|邻居|谁)?(?:签收|冒领|领走|取走|拿走|代签)|(?:不是|没有?)(?:我|本人|我本人|我们)(?:自己)?(?:签收|签的|收的)|(?:包裹|快递|件|货|单)[^,。!?\\n]{0,6}(?:到|去|寄|发|送)(?:错|了另|别人)`,
      'u',
    ),
    unless:
      /(?:能|可以|可否|能不能|可不可以|帮我|麻烦|请|想|要|能否|改成|改)[^,。!?\n]{0,6}(?:寄|发|送|改)(?:到|去|给|在)|我(?:自己)?(?:把)?(?:地址)?(?:填|写|给|留|选)错|怕|会不会|我(?:已经|自己)?(?:收到|签收)/u,
  },
  // and somebody else's is with them
  {
    why: 'harm',
    counts: 'problem',
    says: new RegExp(
      `\\b(?:(?:i|we)(?:'ve| have| just)* (?:got|received|gotten|been (?:sent|given))|${THEY}(?:'ve| have)? (?:sent|gave|delivered|brought|mailed|emailed|forwarded|handed)(?: (?:me|us))?) ${OTHERS} (?:\\w+ )?${GOODS}\\b|(?:收到|拿到|收错|寄来|送来|发来|寄|发|送)(?:了|的)?(?:是|却是|竟然是|给我){0,2}(?:别人|人家|其他人|另一个人|别的客人|陌生人)(?:家)?的?(?:包裹|快递|货|东西|订单|件|单子)`,
      'u',
    ),
    unless: /\b(?:picked up|for a friend|as i asked)\b|(?:帮|替|代)(?:别人|人家)?(?:收|拿)|怕|会不会/u,
  },
  {
    why: 'harm',
    counts: 'problem',
    says: /\b(?:you|your \w+)(?: have| just|'ve)* (?:published|posted|leaked|disclosed|exposed|gave (?:away|out)|passed on|put)\b[^.!?\n]{0,8}\b(?:my|our|his|her)\b[^.!?\n]{0,14}\b(?:phone|number|address|e-?mail|data|surname|details|passport|id)\b|把我(?:们)?的?(?:件|包裹|快递|货|单子?)?给了?(?:不认识的?|陌生)人?|把我(?:们)?(?:的|家)?(?:手机号?|电话|地址|信息|身份证|名字|隐私|资料)[^,。!?\n]{0,4}(?:公开|泄露|发给|发到|发出去|群发|给了|贴|挂)|(?:别人|有人|陌生人)(?:用|拿|盗用|冒用)了?我的?(?:号|账号|卡|名字|手机|身份)[^,。!?\n]{0,4}(?:下|买|付|登|刷|订)/u,
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: new RegExp(
      `\\b${CHARGED} ${OTHER_PAYER}|\\b${CHARGED}\\b[^.!?\\n]{0,20}\\bfor ${NOT_MINE}|\\b(?:not|isn'?t|wasn'?t|never) (?:my|mine|our) ?(?:order|purchase)?\\b[^.!?\\n]{0,16}\\b(?:but|and|yet)\\b[^.!?\\n]{0,16}\\b${CHARGED}\\b|\\b(?:charges?|payments?|debits?|transactions?|money)\\b[^.!?\\n]{0,30}\\b(?:i|we) (?:did ?n'?t|did not|never|do ?n'?t) (?:make|recogni[sz]e|authori[sz]e|order|know)|\\b(?:paid|paying|pay)\\b for (?:someone|somebody) else'?s (?:order|parcel|booking)`,
      'u',
    ),
    unless:
      /(?:^|[.!?,;\n] ?)(?:so |and |hi |hello |but )?(?:will|would|do|does|am|can|could|should|shall|what if|if) (?:i|we|you|u|it|they)\b[^.!?\n]{0,60}\?/u,
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:see|seeing|shows?|showing|have|has|got|there(?:'s| is| are))\b[^.!?\n]{0,30}\b(?:charges?|payments?|amounts?|transactions?|debits?|withdrawals?)\b[^.!?\n]{0,16}\b(?:twice|two times|double)\b|\b(?:same|identical) (?:charge|payment|amount|transaction|sum|order)s?\b[^.!?\n]{0,16}\b(?:twice|two times|again)\b|(?:扣|收|划|刷)(?:了)?(?:错人|错卡|别人|人家|我(?:老婆|老公|妈|爸|朋友|同事|儿子|女儿|太太|先生|家人)的?)[^,。!?\n]{0,4}(?:的?(?:钱|卡|款)|了|[,。!]|$)|(?:扣|收|划|刷)错(?:人|卡|账户|账号)|(?:不是我(?:下|买|订|点)的(?:单|订单)?|别人的(?:订单|单子?))[^。!?\n]{0,8}(?:扣|收|刷|划)(?:了|的)?(?:我|钱|款)/u,
    unless: /(?:不会|会不会|没有?)[^,。!?\n]{0,2}(?:扣|收|划|刷)/u,
  },
];
