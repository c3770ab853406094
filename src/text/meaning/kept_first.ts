import { plainly, plainPattern } from '../plainly.ts';
import { stillThinks } from './lead_told.ts';
import type { Meaning } from './meaning.ts';
import { asksHow, isToCall } from './tells_otherwise.ts';

/** What words without a command are first of all, before what they are only near to. */
export type KeptFirst = 'note' | 'task' | undefined;

/** What is known of them: what stands behind whoever they begin with, and whether a time is read in them. */
export interface Known {
  readonly behind?: string | undefined;
  readonly timed: boolean;
}

const ASKED = plainPattern(
  /[?？]\s*$|^(?:who|what|which|whose|when|where|why|how|is|are|do|does|did|has|have (?:i|we|you)|can|could|should|would|will|any)\b|[吗呢么]$|谁|什么|哪|多少|几个|怎么|有没有|是不是/iu,
);

/** What is told of a business, and not of a person: each has a command of its own. */
const BUSINESS = plainPattern(
  /[£$€¥￥]|\b(?:order|bought|buy|buys|purchas|paid|pay|pays|owe|invoice|bill|quote|estimate|refund|return|ship|deliver|sent|send|parcel|package|want|need|ask|say|said|told|yes|complain|problem|issue|broken|wrong|late|angry|annoyed|upset|unhappy|call(?:ed|ing)|phoned|rang|dropped by|came (?:in|by)|sign|contract|cancel|interested|proposal|deal|lead|ticket|discount|stopped|unsubscrib|newsletter|vip|tag|block|email is|number is|phone is|birthday|born)/iu,
);
const HAN_BUSINESS = plainPattern(
  /\d+[块元盒斤份件个套罐瓶饼箱]|[买卖付款钱欠订退寄货]|下单|快递|包裹|收到|签收|报价|合同|发票|账单|谈[成到]|成交|没成|嫌|[问说催]|投诉|生气|不满|[坏漏]|少了|发错|想要|要买|需要|咨询|感兴趣|取消|改成|生日|标签|拉黑|打电话来|来电|来店|回复|回访|跟进|联系上|意向|售后|工单|会员/u,
);

/** What somebody likes, is, has or does, or what becomes of them: said of a person, and of no order. */
const OF_A_PERSON = new RegExp(
  [
    "^(?:(?:really|always|also|usually|only|mostly|just|never|still|now|often|doesn['’]?t|does not|can['’]?t|cannot|won['’]?t) )*(?:prefers?|likes?|loves?|hates?|dislikes?|enjoys?|adores?|lives?|works?|speaks?|drinks?|eats?|wears?|collects?|studies|travels?|drives?|plays?|knows|runs|owns|teaches|studied|grew up|moved|moving)\\b",
    "^(?:is|['’]?s|are|was|got|gets|getting)\\b(?: (?:now|still|always|very|really|just|currently|also|a bit|so))* (?:allergic|vegan|vegetarian|veggie|pregnant|expecting|getting|married|divorced|engaged|retir\\w+|moving|relocating|travel\\w*|abroad|from|based|on (?:leave|maternity|paternity|parental|sick|holiday|vacation|a diet)|single|deaf|blind|colou?r ?blind|left[ -]handed|shy|chatty|picky|fussy|friendly|busy|into|a (?:big |huge )?(?:fan|vegan|vegetarian|teacher|nurse|doctor|lawyer|designer|photographer|musician|baker|chef|friend|regular|mum|mom|dad|morning))\\b",
    "^(?:has|had|['’]s got|got)\\b(?: got| now| just)?(?: (?:an?|two|three|four|five|\\d|twin|new|another|young|little|small|his|her|their|the))* (?:kids?|children|child|dogs?|cats?|bab(?:y|ies)|sons?|daughters?|twins|husband|wife|partner|girlfriend|boyfriend|sisters?|brothers?|job|studio|shop|cafe|bakery|restaurant|allerg\\w+|house|flat|car|role|position|boss|accent)\\b",
    '^(?:dogs?|cats?|wife|husband|partner|sons?|daughters?|kids|children|mum|mom|dad|mother|father|sisters?|brothers?|boss|studio|shop|office|house|flat|wedding|anniversary|favou?rite|hobby|allerg\\w+)\\b(?! (?:file|name|mail|order|invoice|logo))',
    '^(?:just |has |have |recently |finally )?(?:got (?:married|engaged|divorced|promoted)|had a baby|changed (?:jobs?|careers?)|started (?:a new job|working)|left (?:his|her|their) job|retired|moved|opened (?:an?|his|her|their)|bought a (?:house|dog|car|flat))\\b',
  ].join('|'),
  'iu',
);
const HAN_OF_A_PERSON = plainPattern(
  /^(?:也|还|一直|特别|比较|更|最|其实|平时|一般|现在|最近|总是?|从来|只|不太|很|挺|真的|目前|经常|今年|明年|去年|下个?[月周]|[上这]个?[月周]|马上|快|要|就|已经|刚刚?|准备|打算|因为|家里?|本人)*(?:(?:不|不太|很|最)?(?:喜欢|爱[喝吃用听看聊]|习惯|讨厌|怕)|偏[爱好]|不[喝吃抽]|只[喝吃用要]|对.{1,8}过敏|过敏|的?(?:老公|老婆|爱人|孩子|儿子|女儿|宝宝|爸|妈|男朋友|女朋友|狗|猫)|住[在城]?|家住|搬[到去家走]|换(?:了)?(?:个)?工作|跳槽|辞职|退休|结婚|离婚|怀孕|生了?(?:个|二|三)?(?:孩子|宝宝|娃|儿子|女儿|小孩|胎)|有(?:个|了|[一两三四二\d]+[个只条家])?(?:孩子|小孩|儿子|女儿|宝宝|娃|狗|猫|男?女?朋友|老公|老婆|店|公司|糖尿病|高血压|新工作)|是.{0,6}(?:人|老师|医生|护士|律师|设计师|同学|同事|朋友|亲戚|邻居|素食|左撇子|回头客|熟人|老乡)|在.{1,10}(?:上班|工作|读书|上学|教书|开店|住)|出国|出差|旅游|度假|休(?:产假|假)|住院|手头|身体|脾气|性格|爱(?:砍价|讲价|还价|聊)|信[佛教]|吃素|戒|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|开了(?:家|个)|微信号)/u,
);

/** Who is who beside them, and what for, whatever else is said of it. */
const SOMEBODY_OF_THEIRS = plainPattern(
  /^(?:['’]?s )?(?:new |old |business |personal )?(?:assistant|secretary|accountant|bookkeeper|manager|boss|partner|colleague|husband|wife|sister|brother|mum|mom|dad|mother|father|son|daughter|friend|pa|agent|lawyer|office|contact|team)\b,?(?:(?: is|['’]s)? (?:called|named) \p{L}| \p{L}+ (?:handles|deals with|does|looks after|takes care of|pays|is in charge|runs|answers|picks up)\b)|^的?(?:[新老]?)(?:秘书|助理|助手|会计|财务|出纳|采购|经理|司机|同事|老板|领导|负责人|对接人|联系人|合伙人|老公|老婆|爱人|先生|太太|儿子|女儿|妈妈?|爸爸?|姐姐?|妹妹?|哥哥?|弟弟?|朋友)(?:叫|姓|是(?!不|否|谁))/u,
);

/** Somebody whom words begin with, and what is told of them, is a note first. */
function tellsOfPerson(behind: string): boolean {
  const text = plainly(behind).trim();
  if (SOMEBODY_OF_THEIRS.test(text)) return true;
  if (OF_A_PERSON.test(text) && !/[£$€¥￥]|\b(?:want|owe|invoice|quote|refund|paid|order)/iu.test(text)) return true;
  if (HAN_OF_A_PERSON.test(text) && !/\d+[块元]|[付款欠]|下单|投诉|[问说催]|报价/u.test(text)) return true;
  return false;
}

/** They fit whatever is told of somebody: of what says nothing of a business they are no better reading than a note. */
const FITS_ANYTHING: ReadonlySet<Meaning> = new Set<Meaning>([
  ...([
    'call',
    'visit',
    'feedbackNew',
    'ticketNew',
    'leadExpected',
    'laterAnswer',
    'snoozePerson',
    'leadOpen',
  ] as const),
  ...(['orderNew', 'ordersOf', 'contact', 'timeline', 'editPerson', 'answered', 'linkChat', 'orders'] as const),
  ...(['lastOrder', 'leads', 'takings', 'newCustomers', 'faq', 'hours', 'companies', 'reopen'] as const),
]);

/** What somebody has to do: it begins with the deed, perhaps behind its time. */
const BEFORE_DEED =
  "(?:(?:i|we|i['’]ve|ive) )?(?:(?:still |really )?(?:need|have|want|got|gotta|must|should)(?: to)? |(?:remember|remind me|dont forget|don['’]t forget|make sure|time|todo:?|to do:?) (?:to )?|and |then |also |please |pls )*";
const SAID_TIME =
  '(?:(?:on |by |at |in |every |each |the |next |this |before |until |from )*(?:tomorrow|tmrw|today|tonight|later|morning|afternoon|evening|noon|weekend|week|month|quarter|year|day|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|first|last|second|other|of|end|\\d{1,2}(?::\\d\\d)?(?:st|nd|rd|th|am|pm)?|jan\\w*|feb\\w*|mar(?:ch)?|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*|nov\\w*|dec\\w*|weeks?|months?|days?|hours?|two|three|an?),? ?)*';
const DEED =
  '(?:follow(?:ing)? up|check(?:ing)?|chase|ping|nudge|ring|phone|call|text|e-?mail|write|send|post|mail|ship|pack|print|pick|drop|go|get|buy|order|pay|prepare|prep|finish|do|make|fix|clean|book|renew|back ?up|update|review|visit|meet|collect|return|design|draft|edit|bring|take|fetch|water|wash|submit|file|sign|scan|sort|wrap|deliver|reorder|restock|stock|count|plan|test|upload|download|invoice|bill|quote|remind|ask|talk|speak|catch up|touch base|reach out|see|read|look|try|charge|bake|cut|sew|shoot|proof|register|order|transfer|hand|give|put|set|arrange|organi[sz]e|research|tidy|empty|feed|walk|practi[cs]e|paint|build|install|measure|photograph|publish|translate|process|run|work on|start|begin|confirm|reply|answer|respond|apply|claim|cancel the|reschedule)';
const ERRAND = new RegExp(`^${BEFORE_DEED}${SAID_TIME}${BEFORE_DEED}${DEED}\\b`, 'iu');
/** Some deeds are put off by themselves, whether a time is said or none. */
const TO_COME =
  /^(?:(?:need|have|got|remember|dont forget|must)(?: to)? )?(?:follow up|chase|check in|touch base|reach out|catch up)\b/iu;
/** Whoever is to be written to or met has not been, whatever else is said of it. */
const TO_MEET =
  /^(?:text|e-?mail|visit|meet|see) (?!me\b|off\b|it\b)\p{L}[\p{L} '’-]{0,30}? (?:back )?(?:on |next |this )?(?:today|tonight|tomorrow|tmrw|mon|tue|wed|thu|fri|sat|sun|later|next|asap|first thing)\p{L}*\b/iu;
const HAN_TIME =
  '(?:(?:今天?|明天?|后天?|大后天|[下这本]个?(?:周|星期|礼拜|月)[一二三四五六日天末初底]?|(?:周|星期|礼拜)[一二三四五六日天末]|月[初底]|年[初底]|每(?:个)?(?:天|周|月|年|星期|礼拜)?[一二三四五六日天末初底]?|早上?|上午|中午|下午|晚上?|傍晚|夜里|[\\d一二两三四五六七八九十半几]+(?:点半?|[:：]\\d\\d|号|日|月|天|周|个?(?:小时|钟头|月|星期|礼拜)|年|分钟?)(?:钟|半)?|过|[之以]?[前后]|的时候|改天|回头|晚点|待会儿?|等会儿?|有空)[\\s，,]*)*';
const HAN_BEFORE =
  '(?:[\\s，,]*(?:记得|记着|别忘了?|要|得|需要|该|我要?|还得|还要|再|先|抽空|顺便|必须|想着|提醒我|千万|就)[\\s，,]*)*';
const HAN_DEED =
  '(?:去|到(?!货|了)|把|给|找|跟|向|帮|取|拿|送|寄|发|打包|打印|打电话|打扫|问|催|联系|回访?|交|买|进货|备货|补货|盘|对|做|写|整理|清|收拾|修|换|装|订|约|见|接|拜访|付|还|缴|充值|续|报税|开|准备|检查|确认|更新|备份|上[架传]|下架|拍|剪|洗|浇|喂|带|办|签|申请|预约|提交|补|安排|测|学|看|复[查诊盘]|存|结|算|核对|统计|招|面试|搬|扔|晒|煮|烤|包|贴|调|教|练|改(?!成)|设计|请|约谈|叫|通知)';
const HAN_ERRAND = plainPattern(new RegExp(`^${HAN_BEFORE}${HAN_TIME}${HAN_BEFORE}${HAN_DEED}`, 'u'));
const HAN_TO_COME = plainPattern(
  /^(?:(?:过几天|过两天|改天|回头|有空)(?:再|得|要|去|就)*|(?:要|得|记得)*(?:跟进|回访|催)一?下)(?!了)/u,
);
/** Asked of this desk, or meant for many: each has a command of its own. */
const OF_DESK = plainPattern(
  /\b(?:(?:send|give|show|tell|e-?mail|text|write|remind) me(?! to\b)|everyone|everybody|(?:all|each|every) (?:of )?(?:my |our |the )?(?:clients?|customers?|people|subscribers?|contacts?|leads?|buyers?)|(?:all|anyone|anybody|people|customers|clients|those) (?:who|that)|newsletters?|mailing|campaign|digest|notif\w*|automatic\w*|auto|subscribers|whoever|those who|(?:me|the) (?:report|summary))\b|给我发|发给我|叫我|群发|日报|自动|免打扰|所有|大家|每[个位](?:客|顾|买)|(?:客户|顾客|会员|客人|粉丝|买家)们?都|凡是|买过|别吵|不要|不用|别(?!忘)/iu,
);
/** Of what says no deed first, these are said with times of their own. */
const OVER = plainPattern(
  /\b(?:just|already|yesterday|last (?:week|night|month|year)|ago)\b|(?:刚刚?|已经|昨天|上周|上个月|前天)|了[。!！]?$/iu,
);

const TO_ASK_AGAIN = plainPattern(
  /\b(?:check (?:back|in)|ask again|follow up|call back|chase|get back to|ping)\b|再(?:问|联系|催|跟进|说|回访)|回头问|(?:天|周|月|星期|号)(?:后)?(?:再)?(?:问|联系|催|跟进|回访)/iu,
);

/** Somebody is to come, or we are to look again then: what is told with it is why. */
const COMES = plainPattern(
  /\b(?:comes?|coming|popp(?:s|ing)|dropp(?:s|ing)|stopp(?:s|ing)|swing(?:s|ing)|collect(?:s|ing)|picking|visit(?:s|ing)|appointment|fitting|consultation|meeting|viewing|trial|tasting)\b|(?:来|过来|到店|上门|到访|见面|碰面|面谈|约了|约好|约在|取货|提货|自提|试[茶穿戴做吃听拍课])/iu,
);
const LOOK_AGAIN = plainPattern(
  /(?:^|[,，;；.。:–—\s-])(?:(?:i|we)(?:['’]ll| will| should| need to| must)? |please |to |and |so |then |says? |said |wants? me to |asked me to |told me to )*(?:check|get|circle|touch|come|ping|call|ring|phone|ask|try|chase|follow|nudge|speak|talk|e-?mail|text|write|contact|look|remind)\b(?: (?:\p{L}+ ){0,4}?(?:back|again|base|in|up|with|her|him|them|me|it))* ?(?:in |on |at |by |after |next |this )?(?:an? |the |\d+ |two |three |four |few |couple of )*(?:tomorrow|tmrw|weeks?|months?|days?|fortnight|morning|afternoon|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|new year|christmas|easter|summer|spring|autumn|holidays?)\p{L}*(?: (?:time|again|then|please|am|pm))*[.!]*$|(?:再|到时候?)(?:来)?(?:联系|问|跟进|说|看|谈|聊|回访|打(?:电话|给|过|$)|催|找|沟通|确认|约)/iu,
);
/** From now on it is to be so: a note on whoever says it. */
const FROM_NOW = plainPattern(
  /\b(?:from now on|in (?:the )?future|going forward|in future|from here on|always from now)\b|(?:以后|今后|往后|从今往后|从现在起|下次(?:起|开始)?)(?:都|就|请|要|别|不要|不用|寄|发|送|改|直接|统一|全)/iu,
);

const OF_MANY = plainPattern(/\bregulars\b|(?:老|熟|常|新|回头)客|会员|粉丝|老顾客/iu);

/** Whether they say what one has to do, so that a time within them is when. */
export function isErrand(typed: string): boolean {
  const text = plainly(typed).trim();
  if (ASKED.test(text) || OF_DESK.test(text) || OVER.test(text) || OF_MANY.test(text)) return false;
  return [ERRAND, HAN_ERRAND, LOOK_AGAIN, COMES].some((sign) => sign.test(text));
}

/** Whether words are kept first of all, and as what: what one has to do, or what is so of somebody. */
export function keptFirst(typed: string, { behind, timed }: Known): KeptFirst {
  const text = plainly(typed).trim();
  if (ASKED.test(text) || asksHow(text)) return undefined;
  // when it is to be asked again is a task, and that it is not decided a note
  if (stillThinks(text)) return timed || TO_ASK_AGAIN.test(text) ? 'task' : 'note';
  if (timed && !OVER.test(text) && !OF_DESK.test(text) && (LOOK_AGAIN.test(text) || COMES.test(text))) return 'task';
  if (isToCall(text) && !OF_DESK.test(text)) return 'task';
  if (behind && FROM_NOW.test(behind) && !/\d+[块元]|[£$€¥￥]/u.test(behind)) return 'note';
  if (behind !== undefined && behind !== '') return tellsOfPerson(behind) ? 'note' : undefined;
  if (OF_DESK.test(text) || OVER.test(text)) return undefined;
  if (TO_MEET.test(text)) return 'task';
  if (timed && (ERRAND.test(text) || HAN_ERRAND.test(text))) return 'task';
  return TO_COME.test(text) || HAN_TO_COME.test(text) ? 'task' : undefined;
}

/** Whether what is told of somebody says nothing of a business, and its nearest meaning is one that fits whatever is told. */
export const onlyTells = (behind: string, nearest: Meaning): boolean =>
  behind !== '' &&
  FITS_ANYTHING.has(nearest) &&
  !ASKED.test(plainly(behind)) &&
  !BUSINESS.test(plainly(behind)) &&
  !HAN_BUSINESS.test(plainly(behind));
