import type { UrgentRule } from './rule.ts';

/** What starts at an hour, whatever is wrong. */
const EVENT =
  '(?:boarding|check-?in|doors|event|wedding|party|show|exam|flight|interview|launch|meeting|funeral|concert|gig|presentation|ceremony|opening|guests?|match|race|deadline|recital|webinar|conference|fair|market|train|plane|bus|taxi|cab|coach|boat|ship|ferry|birthday|christening|baptism|reception|rehearsal|dinner|performance|court|surgery|stall|booth|pop-?up|reservation|graduation|prom|we (?:open|launch|leave|fly|move|go live)|cut-?off)';
const NEAR =
  '(?:tonight|today|tomorrow|this (?:morning|afternoon|evening|weekend)|in (?:an?|one|two|three|four|five|a few|\\d{1,2}|half an) (?:hours?|hrs?|minutes?|mins?)|(?:on |this |by |before |is )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:at|by|before|is|leaves|starts|departs) (?:\\d{1,2}(?::\\d\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday)|\\d{1,2} ?[ap]m)\\b';
const WRONG =
  "(?:nothing (?:has |is )?(?:come|here|arrived)|(?<!\\b(?:i|we) )(?:has|have|had|is|are|was|do|does|did)(?:n'?t| not)(?! (?:decided|chosen|picked|sure|mind|bother|matter))|\\b(?:i|we)(?:'ve| have| had| did)(?:n'?t| not)? (?:not |yet |even |been |still )*(?:receiv|got|gotten|heard|seen|had|told|get)|still (?:no|not|waiting|missing)|not (?:here|arrived|come)|never (?:came|arrived|got|received)|where(?:'s| is| are)|missing|wrong|broken|broke|soaked|damaged|smashed|ruined|torn|nobody|no one|(?:have|got|and|with) no|cancell?ed on|invalid|expired|lost|leaking|stuck)";
const pairOf = (one: string, two: string, gap: string): string => `(?:${one}${gap}${two}|${two}${gap}${one})`;
const enPair = pairOf(`\\b${EVENT}\\b`, `\\b${NEAR}`, '[^.!?\\n]{0,30}?');
const enHour = new RegExp(`${enPair}[^\\n]{0,70}?\\b${WRONG}\\b|\\b${WRONG}\\b[^\\n]{0,70}?${enPair}`, 'u');

const ZH_EVENT =
  '(?:婚礼|结婚|喜宴|订婚|活动|演出|上台|直播|考试|比赛|开业|开张|开幕|葬礼|追悼会|答辩|展会|宴会|酒席|寿宴|满月酒|发布会|面试|生日|飞机|航班|高铁|火车|动车|登机|出发|开会|会议|客人|宾客|嘉宾|聚会|年会|截止|交稿|交货|上线|摆摊|出摊|路演|包[间厢]|订座|订位|开学|报到|新娘|新郎|搬家|手术|入场|开席|车[^,。]{0,3}开)';
const ZH_NEAR =
  '(?:今[天晚早夜儿]|明[天早晚儿]|后天|马上|一会儿?|待会|(?:半|几个?|[一二两三四五六\\d]{1,2}个?)小时|[周这]?(?:周|星期|礼拜)[一二三四五六日天末]|[晚早]上|[下上中]午|[\\d一二两三四五六七八九十]{1,3}点)';
const ZH_WRONG =
  '(?:没(?:有)?(?:到|来|收到|拿到|给|了|寄|发|装|送|动静|消息|人|影|看到)|还没(?!定|想|决|选|确定|订|付|说|问)|都没|怎么办|碎|坏了|是坏|破了|错了?|不合|不对|丢了|漏|来不及(?![^,。]{0,3}(?:取|去|来|过去)了)|少了|打不开|不见了|没法|用不了|怎么没|求回复|联系不上|打不通)';
const LEAVES = `(?:车|船|飞机)[^,。]{0,2}${ZH_NEAR}后?(?:就|要|就要)?(?:开|走|飞)`;
const zhPair = `(?:${pairOf(ZH_EVENT, ZH_NEAR, '[^。!?\\n]{0,8}?')}|${LEAVES}|客[户人]们?都?(?:还?在|正)等|(?:新娘|新郎)[^。!?\\n]{0,8}(?=[^。!?\\n]{0,6}还没))`;
const zhHour = new RegExp(`${zhPair}[^\\n]{0,30}?${ZH_WRONG}|${ZH_WRONG}[^\\n]{0,30}?${zhPair}`, 'u');

const THINGS = '(?:package|parcel|order|shipment|delivery|box|letter|documents?|things?|stuff|card)';

/** Something is wrong with what an hour, a journey or a door waits for. */
export const troubleRules: readonly UrgentRule[] = [
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: enHour,
    unless: /wasn'?t (?:able|sure)|do(?:es)?n'?t matter|have you (?:still )?(?:got|any)|do you still have/,
  },
  { why: 'deadline', counts: 'unless thanks', says: zhHour },
  {
    // nobody came who is waited for
    why: 'deadline',
    counts: 'problem',
    says: /\byour (?:\w+ )?(?:van|driver|courier|team|technician|plumber|electrician|man|men|guys?|people|staff|photographer|cleaner|caterer|fitters?|movers?|dj|band)\b(?: still| has| have| did| is| are)* ?(?:not|never|n't)(?: yet| even)? (?:shown|turned|show|turn|come|came|arrived?|here)\b/u,
  },
  {
    // it can still be stopped, or not any more
    why: 'deadline',
    counts: 'unless thanks',
    says: /\b(?:cancel|stop(?! by| in| over)|hold|halt|intercept)\b[^.!?\n]{0,24}(?:(?<!\bfor (?:right )?)\bnow\b|\bimmediately|\bbefore (?:it|they|you) (?:ships?|leaves?|goes|go|sends?|dispatch)|(?:the|my|our|this|that) (?:shipment|shipping|parcel|package|delivery|dispatch))\b|\b(?:don'?t|do not) (?:ship|dispatch|post|send) (?:it|my|the|them)\b[^.!?\n]{0,24}\b(?:yet|wrong|address)|\bwrong address\b[^.!?\n]{0,40}\b(?:stop|today|now|before|change)|(?<!怎么|如何|能不能)(?:拦截?|截|追回|叫停)(?:一?下|住)?[^,。!?\n]{0,4}(?:快递|包裹|发货|件|货|单)|(?:快递|包裹|件|货|单子?)[^,。!?\\n]{0,3}(?:拦|截|追回)(?:一?下|住|回)|(?:先|千万|赶紧|快|马上)(?:别|不要|停止?)(?:先)?(?:发货|寄出|发出|寄了|发了)|(?:别|不要|停止?)(?:先)?(?:发货|寄出|发出)(?![^。\n]{0,8}(?:不要|退|取消))|先别(?:发|寄)(?=[,。!]|$)|地址[^,。!?\n]{0,4}错了?[^。!?\n]{0,10}(?:改|拦|马上|赶紧|别发)/u,
  },
  {
    why: 'harm',
    counts: 'any',
    says: /\b(?:turning|turned|gone|going) (?:blue|purple)\b[^.!?\n]{0,12}(?:$|[.!?]|help|breath)|(?:孩子|宝宝|老人|他|她|人)[^,。!?\n]{0,3}(?:脸|嘴唇?)[^,。!?\n]{0,2}(?:紫|青|发黑)/u,
  },
  {
    // somebody stands at a door
    why: 'deadline',
    counts: 'unless thanks',
    says: /\b(?:driver|courier|we(?:'re| are)|i(?:'m| am)|guests? (?:is|are)|they(?:'re| are))\b[^.!?\n]{0,14}\b(?:at (?:the|your|my|our)|outside|in front of|downstairs|on site|here)\b[^.!?\n]{0,40}\b(?:nobody|no one|closed|locked|wrong (?:door|address|house|gate)|can'?t (?:find|get|reach)|call me now|no answer)|\blocked (?:out|in)\b[^.!?\n]{0,20}\b(?:flat|house|apartment|room|building|car|hotel|shop|studio|toilet|lift)\b|(?:到了?|在)[^,。!?\n]{0,6}(?:门口|现场|楼下|店里?|会场|前台|机场|车站)了?[^。!?\n]{0,10}(?:没人|关(?:着)?门|关着|锁着|进不去|打不通|联系不上)|(?:司机|快递员?|师傅|骑手|送货的?)[^,。!?\n]{0,8}(?:找不到|联系不上|打不通|走错|送错|等着)/u,
  },
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: /\b(?:need|must have|want)\b (?:an? |the |your |some )?(?:reply|answer|response|decision|confirmation|help|call(?:back)?|it|them|this)\b[^.!?,\n]{0,14}\b(?:today|tonight|right now|this (?:morning|afternoon|evening)|within the hour)|\bor (?:else )?(?:the|our|my) \w+ (?:is|are|will be) (?:off|lost|over|ruined|cancell?ed)|(?:今[天晚]|明早|马上|现在)(?:就|就得|得|要)(?:要?用|等着用)|(?:还没|没)(?:到|来|送|上)[^。!?\n]{0,6}(?:人|客人|大家|孩子|同事)们?(?:都|还|全)*在?等|求(?:回复|回一?下|解决|救)|等了(?:一|半|好几|几)?(?:个)?(?:上午|下午|早上|小时|整?天|晚上)了?[^。\n]{0,10}(?:没人|怎么|还没|求|车|点)/u,
  },
  {
    // their money, and at once
    why: 'deadline',
    counts: 'problem',
    says: /\b(?:want|need|demand|expect|give|refund|return)\b[^.!?\n]{0,24}\b(?:money|refund(?:ed)?|reimburse\w*|cash)\b[^.!?\n]{0,14}\b(?:today|tonight|right (?:now|away)|immediately|at once|this (?:minute|instant))\b|(?:今[天晚]|现在|马上|立刻|立即)(?:就|之?内|必须|务必|一定|给我|要|得|把){1,3}[^,。!?\n]{0,6}退(?:款|钱|给我)/u,
  },
  {
    // the owner's customers cannot buy
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:customers?|clients?|people|guests|users)\b[^.!?\n]{0,12}\b(?:can'?t|cannot|can not|couldn'?t|unable to|aren'?t able to) (?:buy|order|pay|book|check ?out|get in|log ?in)\b|\b(?:nobody|no one)\b (?:can|is able to|was able to|could) (?:buy|order|pay|book|check ?out|get in|log ?in)\b|(?:客户|客人|顾客|大家|用户|买家)[^,。!?\n]{0,4}(?:下不了单|付不了|进不(?:去|来)|登不|买不了|订不了|打不开)/u,
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:charg|bill|debit|invoic)\w*\b[^.!?\n]{0,24}\b(?:[2-9]|[1-9]\d)\s?(?:x|times)\b|\b(?:charg|bill|debit)\w*\b[^.!?\n]{0,24}\b(?:thrice|multiple times|several times)\b|\b(?:payment|money|amount)\b (?:was |has been |is |got |already )?(?:taken|made|deducted|debited|went through|cleared)\b[^.!?\n]{0,40}\b(?:unpaid|not paid|no order|pending)|\bpaid\b[^.!?\n]{0,60}\b(?:awaiting|waiting for|pending) payment|\b(?:transfer|payment)s?\b[^.!?\n]{0,16}\b(?:twice|two times|double)|(?:转|付|刷)了?(?:款|账|钱)?[^,。!?\n]{0,3}(?:转|付|刷)了(?:两|2|三|3|好几)(?:次|遍|回)/u,
  },
  {
    // what is somebody's went to somebody else; what the house's parts did
    why: 'harm',
    counts: 'problem',
    says: new RegExp(
      `\\b(?:sent|gave|given|delivered|shipped|handed)\\b (?:my|our|his|her|me) ?(?:\\w+ )?${THINGS}?\\b[^.!?\\n]{0,12}\\bto (?:a stranger|someone else|somebody else|the wrong (?:person|address|house|guy))|(?:包裹|快递|货|东西|资料|订单|证件)[^,。!?\\n]{0,4}(?:发|寄|送|给|交)(?:错)?(?:给|到)?了?[^,。!?\\n]{0,3}(?:别人|陌生人|错人)|\\b(?:water|ceiling|roof|pipe)\\b[^.!?\\n]{0,16}\\b(?:dripping|leaking|pouring|gushing)|(?:天花板|屋顶|水管|楼上)[^,。!?\\n]{0,4}(?:漏|滴|渗)水|跳闸|焦(?:糊)?味|烧焦|糊味|\\b(?:brakes?|steering)\\b[^.!?\\n]{0,44}\\b(?:failed|snapped|gave (?:out|way)|stopped working)`,
      'u',
    ),
  },
  {
    // paid for by somebody else's hand, or after it was ended
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:somebody|someone|a stranger|they|who)\b(?: \w+){0,2} (?:used|using|paid with|ordered with) (?:my|our) (?:\w+ )?(?:card|account|details)\b|\b(?:i|we) never (?:ordered|bought|authori[sz]ed|signed up)\b[^.!?\n]{0,40}\b(?:charge\w*|paid|payment|card|account|bank)\b|\b(?:billed|charged|debited|taken|paying)\b[^.!?\n]{0,24}\b(?:after|since|although|though) (?:i|we)(?: had|'d)? (?:cancel|left|quit|stopp|clos)\w*|(?:根本|从来|我)?没(?:有)?(?:下过?单|买过|订过|授权)[^,。!?]{0,8}(?:扣|刷|收)|(?:取消|退订|关|注销|停)了?[^。!?]{0,8}(?:还|又|怎么|照样)(?:还|在|给我)?(?:扣|收)(?:费|钱|我|了|款)/u,
  },
  {
    // they are there, and what they came for is not
    why: 'deadline',
    counts: 'unless thanks',
    says: /\b(?:guests?|people|customers|everyone|everybody|bride|groom|kids)\b[^.!?\n]{0,14}\b(?:are|is)(?: all| already)* (?:here|waiting|arriving|seated)\b[^.!?\n]{0,30}\b(?:not|no|nothing|nobody|missing|isn't|aren't|hasn't|haven't)\b|\b(?:call|ring|phone) (?:me|us) (?:right |back )?now\b/u,
  },
  {
    why: 'harm',
    counts: 'any',
    says: /\b(?:lift|elevator)\b[^.!?\n]{0,20}\b(?:with|people|person|child|inside)\b|\b(?:people|person|someone|somebody|child|kids?|i'm|i am|we're|we are)\b[^.!?\n]{0,12}\b(?:stuck|trapped) (?:in|inside) (?:the|your|a) (?:lift|elevator|room|toilet|car)|(?:电梯|房间|车里|屋里)[^。!?]{0,8}(?:困|关|卡)[^。!?]{0,8}(?:着?人|孩子|老人|里面有)|被困/u,
    unless: /\b(?:install|quote|service contract|maintain|maintenance|is there|do you have)\b/u,
  },
  {
    // what was theirs was spoilt by whoever came to work on it, or nobody says a word of it
    why: 'complaint',
    counts: 'problem',
    says: /\b(?:you|your (?:man|men|guys?|cleaner|driver|team|staff|people)|the (?:cleaner|driver|plumber|movers?|groomer|painter))\b(?: \w+){0,2} (?:broke|ruined|smashed|scratched|shrank|shrunk|destroyed|wrecked|tore|ripped|stained|dented|bleached) (?:my|our|her|his|the|a)\b|\b(?:said|told (?:us|me)) nothing\b|\bwithout (?:a word|saying (?:a word|anything|sorry))|\bnot even (?:an apology|a sorry|sorry)/u,
  },
  {
    why: 'complaint',
    counts: 'problem',
    says: /(?:被|让)(?:你们?|师傅|保洁|店员|司机|快递员?)[^,。!?]{0,6}(?:弄|搞|洗|剪|修|烫|染|撞|碰|摔|打)(?:坏|丢|脏|没|毁|花|碎|破|秃)|(?:你们?|师傅|保洁|阿姨|店员|司机|快递员?)[^,。!?]{0,4}把我?[^,。!?]{0,10}(?:弄|搞|洗|剪|修|烫|染|撞|碰|摔|打)(?:坏|丢|脏|没|毁|花|碎|破|秃)|(?<!我(?:自己|不小心)?[^,。!?]{0,2})把(?:我|我们|咱|客户)(?:家|们)?的?[^,。!?]{0,8}(?:弄|搞|碰|刮|砸|烧|撞|划|泡|洗|剪|烫|染|压)(?:坏|花|破|烂|脏|断|丢|没|碎|变形)|一声不吭|(?:道歉|对不起|招呼)(?:也|都)(?:没|不)|(?:消息|电话|信息|微信|短信)[^,。!?]{0,4}(?:也|都)(?:不回|不接|没人[回接])/u,
  },
  {
    why: 'complaint',
    counts: 'any',
    says: /\b(?:you|they|everyone there)(?: just| keep| have)* ignor(?:e|ed|ing) (?:my|me|us|our|all)\b/u,
  },
];
