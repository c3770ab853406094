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

/** Somebody stands at a door, and it does not go on. */
export const doorRules: readonly UrgentRule[] = [
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
];

const AT_OURS =
  /\b(?:i'?m|i am|we'?re|we are|standing|waiting)\b[^.!?\n]{0,16}\b(?:outside (?:your|the)|in front of (?:your|the)|at your|downstairs)\b|(?:我们?|人|客人|司机)[^,。!?\n]{0,4}(?:在|到了?)(?:你们?|您|贵)[^,。!?\n]{0,4}(?:门口|楼下|店里|前台|门外)/u;

/** Whether somebody says that they stand at our door: nobody who sends a pitch to many does. */
export const standsAtOurs = (text: string): boolean => AT_OURS.test(text);
