import { CHINESE, ENGLISH, namesIn } from './festival.ts';
import { COUNTED_FROM } from './grammar/hours_from.ts';

/** Words that speak of a time without saying one exactly, or say one that is not understood: the owner is told of them, never a customer. */
const hour = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const count = '(?:\\d{1,3}(?:\\.\\d{1,2})?|an?|one|two|three|half an?|a few|a couple of|several|some)';
const span = '(?:minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|bit|while|moment|sec(?:ond)?s?)';
const month =
  '(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec)';
const season = '(?:spring|summer|autumn|winter)';
const longMonth = '(?:january|february|july|september|october|november|december)';
const anyMonth = `(?:${month}|march|may)`;
const monthZh = '(?:[今明后]年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?';
const number = '[\\d一二两三四五六七八九十几数半好多]{1,4}';
const chineseFestival = namesIn(CHINESE);
const englishFestival = namesIn(ENGLISH);

/** Wherever they stand. */
export const VAGUE = [
  COUNTED_FROM,
  `(?<=从\\s?)(?=\\S{2})(?:凌晨|早上|上午|中午|正午|下午|傍晚|晚上)?(?:[\\d一二三四五六七八九十]{1,3}[点點]半?)?(?:起算?|开始)${number}个?半?(?:分钟|小时|钟头)`,
  `(?:离|距离?)(?:[早晚上中下午]{2})?[\\d一二三四五六七八九十]{1,3}[点點]半?(?:还?有|差)?${number}个?半?(?:分钟|小时|钟头)`,
  `(?:婚礼|开会|会议|演出|活动|开门|关门|出发|起飞|登机|上课|下课|开场|比赛|考试|睡觉|[早午晚]饭)之?[前后]${number}个?半?(?:分钟|小时|钟头)`,
  `\\b(?:noon|midday|${hour}(?::\\d{2})?)\\s?-?ish\\b`,
  `\\bhalf ${hour}\\b(?! [a-z]+s\\b)`,
  `\\b${hour} (?:to|past) ${hour}\\b`,
  '\\bfirst thing\\b(?! (?:is|was|to|that)\\b)',
  `\\b(?:in|within) ${count} ${span}\\b`,
  `\\b${count} (?:weeks?|fortnights?) (?:today|tomorrow|on)\\b`,
  '\\b(?:in )?(?:a |next )?fortnight\\b',
  `\\b(?:start|beginning|middle|end|mid|early|late|later)[- ](?:of |in )?(?:the |this |next )?(?:day|week|month|year|quarter|today|tomorrow|morning|afternoon|evening|${month}|${season})\\b`,
  `\\b(?:next|this) (?:week|weekend|month|year|quarter|${season})\\b`,
  `\\b(?:in|by|until|till?|before|after|over) (?:${month}|${season}|q[1-4]|the (?:weekend|holidays?|new year)|(?:${englishFestival}|lunch|dinner|breakfast|work)(?! \\p{L}))\\b`,
  `^${longMonth}\\b(?!['’]s)(?! \\d)|\\b${longMonth}(?: \\d{4})?(?=[\\s.!]*$)|^${anyMonth}(?: \\d{4})?$|\\b(?:this|next) ${anyMonth}\\b`,
  `^${monthZh}(?!\\s?[\\d零一二三四五六七八九十初中底末上下旬号饼球老兔光亮份票薪租费结历嫂色]|的)|(?<=[\\s,，])${monthZh}(?=[\\s.。!！]*$)`,
  "\\bq[1-4]\\b(?![-'’])|第?[一二三四1-4]季度|[本上]个?季度|\\bh[12] 20\\d\\d\\b",
  '\\b(?:weeks?|wk|cw|kw) ?(?:no\\.? ?)?[1-5]?\\d\\b(?! (?:days?|hours?|times))|第(?:[1-5]?\\d|[一二三四五]?十?[一二三四五六七八九]?)周(?![岁年])',
  '(?<![\\p{Script=Han}])月中|小年(?=$|[\\s,，。前后])|初(?:[四五六七八九十]|[一二三](?=$|[\\s,，。]))',
  "\\b(?:christmas|xmas|new year['’]?s?|boxing|thanksgiving|easter|valentine['’]?s?) (?:eve|day|monday)\\b",
  `(?<=^|[\\s,，])[\\p{Script=Han}]{1,5}[之以]?[前后](?:大概|大约|约)?${number}个?半?(?:分钟|小时|钟头)`,
  '\\b(?:lunchtime|overmorrow|close of play)\\b',
  `(?:${number}(?:来|把)?个?半?(?:分钟|小时|钟头|钟|天|日|周|星期|礼拜|月|年)|个把(?:小时|月|星期))[多半]?(?:之后|以后|过后|后)(?![期续台面门院悔天])`,
  `再?过(?:几|两|些|一|三五|两三)(?:天|周|个(?:月|星期|小时)|小时|分钟)|再?过一?会儿?`,
  '(?:本|下+个?|这个?)?(?:月|年|周)(?:初|底)(?![\\p{L}\\p{N}]*[级步])|(?:本|下+个?|这个?)(?:月|周|年)中(?=$|[\\s,，。])',
  '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:初|中(?!旬)|底|末|[上中下]旬)|(?:本月|下个?月)?[上中下]旬',
  '^一大?早',
  '(?:一大?早|大清早|凌晨|晌午|午后|半夜)(?=$|[\\s,，。])',
  '(?:早饭|午饭|晚饭|下班|上班|收工|打烊|关门)之?[前后]',
  `差(?:一刻|${number}分)|[点點](?:过|差)`,
  `${chineseFestival}节?(?:之前|之后|前后|前|后|期间|放?假|当天|那天)?(?=$|[\\s,，。])`,
  '(?:(?:农历|阴历|旧历)(?:[一二三四五六七八九十正冬腊]{1,2}月)?|正月|冬月|腊月|大年)[初正一二三四五六七八九十廿]{1,3}|(?:初[一二三四五六七八九十]|廿[一二三四五六七八九])(?=$|[\\s,，。])',
  '(?<![\\p{L}\\p{N}])(?:节|年|假期?)(?:之|以)?[前后](?=$|[\\s,，。])',
  '(?:\\b(?:on|by|before|after|until|till?|next|the next) (?:the )?|^)(?:pay ?day|(?:bank|public) holidays?)\\b(?! \\w+s\\b| (?:opening|loan))',
  '发(?:工资|薪水?|奖金)(?:那天|当天|那日|日|[之以]?[前后])|下一?个(?:法定)?(?:节假日|假期|假日|长假)',
  '(?:明年|后年|下+个?季度|大大后天)',
].join('|');

/** At the very beginning, where a time is looked for. */
export const VAGUE_FIRST = [
  `(?:起算?|开始|往后|[之以过]?[后前])\\s?${number}\\s?个?半?(?:分钟|刻钟|小时|钟头)[之以]?内?`,
  `${number}\\s?个?半?(?:分钟|刻钟|小时|钟头)[之以]?内`,
  '(?:soon|later|asap|right (?:now|away)|immediately|sometime|some time|shortly|in a bit|twice|every|each|daily)\\b',
  `(?:at|on|by|until|till?|before|after|around) (?:lunch|dawn|dusk|close|dinner|breakfast|work|night|${englishFestival})\\b`,
  `${englishFestival}(?=$|,)`,
  'the \\d{1,2}(?:st|nd|rd|th)\\b',
  '(?:next|from now)(?=$|[\\s,])',
  '(?:晚点儿?|晚些时候|待会儿?|等会儿?|一会儿?|稍后|回头|改天|过阵子|过两天|过几天|尽快)(?=$|[\\s,，。])',
  '[初中末底多](?=$|[\\s,，。])',
].join('|');
