import type { UrgentRule } from './rule.ts';

const DOOR =
  '(?:outside|downstairs|in front of (?:the|your)|in the lobby|at (?:(?:the|your|my|our) )?(?:\\w+ )?(?:door|shop|store|gate|counter|airport|station|desk|reception|hotel|venue|entrance|port|checkpoint|check-?in|platform|terminal|restaurant|studio|salon|pick-?up(?: point)?|address))';
const THERE = `\\b(?:i'?m|i am|we'?re|we are|(?:my|our|the) (?:guests?|driver|courier|wife|husband|mother|son|daughter|team|client|customers?) (?:is|are)|standing|waiting|waited|stuck|been)\\b[^.!?\\n]{0,16}\\b${DOOR}`;
const NOT_SO_HERE =
  "(?:clos(?:es|ing)\\b|shuts?\\b|nobody|no ?one\\b|not (?:been )?(?:sent|here|arrived|open|come|ready)|(?:has|have|is|are|was|does|did)n'?t\\b|still (?:no|not|nothing|waiting)|where (?:is|are)\\b|no (?:tickets?|codes?|keys?|answer|rooms?|bookings?|reservations?|records?|sign)\\b|missing|locked|needs? (?:an? |the |my )?(?:code|signature|key|number|pin|payment)\\b|board(?:s|ing)\\b|(?:leaves?|departs?|starts?|begins?|ends?|over) in\\b|in \\d{1,2} min)";
const LATER =
  /\b(?:tomorrow|next (?:week|month|time)|back (?:on|in|at)|until \w+day|not (?:urgent|important)|no rush)\b/u;

const THERE_ZH =
  '(?:人|我们?|咱们?|客人|司机|师傅|家人|孩子|老人|都|已经?|现在|正|就){1,4}(?:在|到了?|站在|等在)[^,。!?\\n]{0,6}(?:机场|车站|高铁站|火车站|地铁站|登机口|检票口|门口|门外|现场|前台|楼下|店里|会场|大堂|码头|口岸|海关|取货点|取件柜|快递柜|驿站|餐厅|酒店|诊所|工作室)(?!了?(?:看|逛|买|拍|遇|旁|附近|工作|上班))[前外里]?了?';
const NOT_SO_ZH =
  '(?:没(?:有)?(?:给|到|收到|发|来|人|看到|出|拿到|房|动静)|还没(?!吃|睡|逛|定|想|决定)|(?:还|都)没有|怎么(?:还|没|进|找)|快(?:要)?(?:关门|结束|截止|起飞|检票|开|下班)|(?:就|要|马上)(?:要)?(?:结束|关门|截止|起飞|检票|发车|下班|开始)了|找不到|进不去|打不(?:通|开)|码不对|说没有|不让|关着?门)';
const LATER_ZH = /明[天早]|后天|下周|[周星]期?[一二三四五六日天]|改天|没(?:定|想|决定)|不(?:急|着急)|不用/u;

const SOMEBODY_ELSE =
  "(?:(?:someone|somebody)(?: else)?|(?:an)?other (?:people|customer|person|client|user|buyer|member|guest)s?|(?:a )?strangers?)(?:'s?|s')?";
const THEIR_DATA =
  '(?:(?:\\w+ )?(?:home )?address(?:es)?|orders?|names?|(?:phone )?numbers?|phones?|e-?mails?|data|details|cards?|invoices?|accounts?|baskets?|purchases?|bookings?)';
const BODY =
  '(?:eyes?|skin|face|scalp|lips?|throat|hands?|arms?|legs?|neck|head|chest|stomach|son|daughter|child|baby|kids?|dog|cat|wife|husband)';
const PAINS =
  '(?:burn|burned|burnt|burning|stinging|itching|bleeding|swelling|blistered|sting|stung|itch|itchy|swell|swollen|bleed|hurt|blister|peel|red|raw|sore|numb|cough|sick|dizzy|vomit)';
const BAD_END =
  "(?:(?:was|were|is|has|did|does|could)(?:n't| not) (?:\\w+ )?(?:successful|completed|complete|processed|accepted|go(?:ne)? through|work)|unsuccessful|failed|declined|rejected|refused)";
const MONEY_GONE =
  "(?:(?:money|amount|sum|cash|payment)\\b(?:(?!n't|\\bnot\\b)[^.!?\\n]){0,24}\\b(?:gone|left|off|taken|deducted|debited|charged|missing|went|out)\\b|(?:bank|card|paypal|account|you)\\b(?:(?!n't|\\bnot\\b)[^.!?\\n]){0,20}\\b(?:took|taken|sent|paid|charged|debited|deducted)\\b|i (?:have )?(?:paid\\b(?! (?:by|with|the|another|again|in|it|for))|was charged))";

/** Somebody stands at a door and it does not go on, their money went twice, or they are shown what is another's. */
export const standingRules: readonly UrgentRule[] = [
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: new RegExp(`${THERE}\\b[^!?\\n]{0,60}?${NOT_SO_HERE}|${NOT_SO_HERE}[^.!?\\n]{0,30}?${THERE}`, 'u'),
    unless: LATER,
  },
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: new RegExp(
      `${THERE_ZH}[^。!?\\n]{0,16}?${NOT_SO_ZH}|(?:司机|师傅|快递员?|客人|骑手)[^,。!?\\n]{0,3}(?:到了|来了|在等)[^。!?\\n]{0,10}?(?:没有?(?!问题|事|关系|什么)|找不到|不给|不让|打不通)`,
      'u',
    ),
    unless: LATER_ZH,
  },
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
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b(?:gave|gives|giving) (?:my|our|his|her) (?:\\w+ ){1,2}(?:an? )?(?:\\w+ )?(?:rash|blisters|hives|burns?|eczema|sores|electric shock|diarrh\\w*|food poisoning)\\b|\\b(?:ma(?:de|kes)|left|leaves|turned) (?:(?:my|his|her|our|their|the) (?:\\w+ )?${BODY}(?:'s \\w+)?|me|him|us)(?: \\w+){0,3} ${PAINS}\\b|(?:眼睛|头皮|皮肤|脸上?|手|嘴唇?|喉咙|身上)[^,。!?\\n]{0,14}(?:火辣辣|灼热|灼痛|(?:辣|刺|疼|痛|痒|肿|烧)得(?:睁不开|受不了|厉害|要命|慌|睡不着|不行|哭|很|直))`,
      'u',
    ),
    unless:
      /\b(?:hot|spicy|chill?i|pepper|sauce|curry|lovely|laugh\w*|tears?|happy|joy|love|excite\w*|homesick|blush|if it makes|dye|wash(?:es)? off|funny|onions?)\b|感动|笑|辣椒|火锅|洋葱/u,
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: new RegExp(
      `\\b${BAD_END}\\b[^.!?\\n]{0,20}\\b(?:but|yet|although|though|however|and|while)\\b[^.!?\\n]{0,24}\\b${MONEY_GONE}|\\b(?:i|we)(?:'ve| have)?(?: already)? paid\\b[^.!?\\n]{0,20}\\b(?:but|yet|and|though)\\b[^.!?\\n]{0,40}\\b${BAD_END}\\b`,
      'u',
    ),
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:you|they|it|bank|shop|store|site|paypal|stripe|money|payment|amount)\b(?:'ve| has| have| was| were)? ?(?:\w+ )?(?:took|taken|withdrew|withdrawn|debited|deducted|pulled|left|gone|went|collected)\b[^.!?\n]{0,50}\b(?:twice|(?:two|three|four|2|3|4) times|2x)\b|\b(?:bank|card|statement|account|app)\b[^.!?\n]{0,12}\bshows?\b[^.!?\n]{0,24}\b(?:twice|(?:two|three|2|3) times|2x|double)\b|(?:两|2|三|3)(?:次|回|遍|笔)[都全]?[^,。!?\n]{0,8}(?:扣|刷|划)(?:了)?(?:钱|款|我|走)/u,
    unless: /\b(?:course|class|lesson|pills?|medicine|photos?|pictures?|exam|test)\b|分(?:两|2|三|3)(?:次|期|笔)/u,
  },
  {
    // taken for what was called off, or never came
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:billed|charged|debited|charging|billing|paying)\b[^.!?\n]{0,24}\b(?:after|since|although|though) (?:i|we)(?:'d|'ve| had| have)?(?: already)? (?:ended|terminated|cancell?ed|unsubscribed)\b|\b(?:billed|charged|invoiced|debited|charging|billing|paying|paid|invoices?|bill|charge)\b[^.!?\n]{0,16}\bfor (?:something|stuff|things?|what|(?:an?|the|my) \w+(?: \w+)?) (?:that |which )?(?:i|we)(?:'d|'ve| had| have)?(?: already| long ago| never)* (?:cancell?ed|returned|sent back|stopped|quit|ordered|bought|wanted)\b(?<!\bi (?:ordered|bought|wanted))(?<!\bwe (?:ordered|bought|wanted))(?<!(?:have|had|'ve|'d|already) (?:ordered|bought|wanted))/u,
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

const AT_OURS =
  /\b(?:i'?m|i am|we'?re|we are|standing|waiting)\b[^.!?\n]{0,16}\b(?:outside (?:your|the)|in front of (?:your|the)|at your|downstairs)\b|(?:我们?|人|客人|司机)[^,。!?\n]{0,4}(?:在|到了?)(?:你们?|您|贵)[^,。!?\n]{0,4}(?:门口|楼下|店里|前台|门外)/u;

/** Whether somebody says that they stand at our door: nobody who sends a pitch to many does. */
export const standsAtOurs = (text: string): boolean => AT_OURS.test(text);
