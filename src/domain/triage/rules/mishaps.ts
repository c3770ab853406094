import { PERSON } from './harmless.ts';
import { en, zh } from './pattern.ts';
import type { UrgentRule } from './rule.ts';
import { tookTooMuch } from './sums.ts';
import { ASKED } from './works.ts';

const FELL =
  '(?:fell|tumbled|crashed down|went down|landed|hit (?:my|his|her|the) (?:head|back|ground|floor))\\b(?! (?:in love|asleep|apart|for|ill|behind|short|through with))';
const SOMEBODY = `(?:they|${PERSON}|(?:my|our|his|her) \\w+)`;
const GAVE =
  '(?:broke|snapped|collapsed|tipped(?: over)?|slipped|gave(?: way| out)?|came (?:off|loose|apart)|buckled|cracked|split|folded|fell apart)';

const SOON =
  '(?:tonight|today|tomorrow(?: (?:morning|evening|night|afternoon|noon))?|this (?:morning|afternoon|evening)|the (?:wedding|party|funeral|show|fair|market|launch|exam))';
const AMISS =
  "(?:wrong|broken|missing|damaged|smashed|ruined|squashed|crushed|torn|ripped|stained|mou?ldy|melted|wilted|collapsed|short|incomplete|too (?:small|big|short|long|tight|large|few|little)|half (?:\\w+ )?(?:empty|missing|of (?:it|them) (?:is|are) missing)|misspelt|misspelled|not (?:here|right|what|the|fit\\w*|open\\w*|work\\w*|enough|come|arrived|ready)|n't (?:here|right|arrived|come|fit|open|work|work\\w*|ready|enough|match)|(?:come|comes|fallen) apart|nothing like|the wrong)";
const THING =
  '(?:蛋糕|花束?|花篮|捧花|衣服|礼服|婚纱|西装|裙子|旗袍|鞋子?|菜|票|礼物|海报|名片|请柬|请帖|横幅|背景板|牌子|展架|展板|节目单|菜单|门票|午餐|晚餐|资料|合同|方案|餐|盒饭|便当|酒|点心|甜品|订单|东西|货|场地|音响|投影|灯光|车|包[间厢]|房间?|位子?|座位)';
const DAY_ZH = '(?:今[天晚早夜]|明[天早晚]|后天|待会儿?|等会儿?|一会儿?)';
const AMISS_ZH =
  '(?:少[印做发送配给拿]|[送发做写印配拿寄搭剪改][^,。!?\\n]{0,2}错|错了|坏了?|碎|破了|塌|倒了|化了|蔫|皱|烂|没到|没来|没送|没做|没发|没拿到|没收到|没弄好|不对|少了|漏了|缺|不合身|太[小大短长紧]|打不开|不能用|用不了|取消了|给(?:了)?别人|被占|没留|不见了|脏了|掉色|拉链)';
/** What is for a near hour, and is not as it is to be: tonight's order is missing half, 今天下午的花送错了. */
const THING_AMISS = new RegExp(
  [
    `\\b(?:the|my|our|your|his|her|this|these)(?: \\w+){1,3} for (?:my |our |her |his )?(?:\\w+ )?${SOON}\\b[^.!?,;\\n]{0,30}?\\b(?:has|have|had|is|are|was|were|came|arrived|got|with|says?|shows?|does|do|did|fell|collapsed)\\b[^.!?,;\\n]{0,20}?(?:\\b|(?=n't))${AMISS}\\b`,
    `\\b\\w{3,} for (?:my |our |her |his |the )?${SOON}(?:'s \\w+)? (?:(?:has|have|just) )?(?:collapsed|broke|melted|fell|smashed|wilted|leaked|never (?:came|arrived)|(?:did|has|have|does|do)(?:n't| not) (?:come|came|arrive|arrived|fit|open|work))\\b`,
    `\\b(?:tonight|today|tomorrow|this (?:morning|afternoon|evening))'s(?: \\w+){1,3}?[^.!?,;\\n]{0,20}?\\b(?:has|have|had|is|are|was|were|came|arrived|got|with|says?|shows?|does|do|did|fell|collapsed)\\b[^.!?,;\\n]{0,20}?(?:\\b|(?=n't))${AMISS}\\b`,
    `${DAY_ZH}[^,。!?\\n]{0,8}?(?:要?用|的|要|穿|戴)[^,。!?\\n]{0,8}?${THING}[^。!?\\n]{0,8}?${AMISS_ZH}`,
    `${THING}[^,。!?\\n]{0,4}?${AMISS_ZH}[^。!?\\n]{0,6}?${DAY_ZH}[^,。!?\\n]{0,6}?(?:就?要?用|就要|就得|走|出发|开|穿|上台|办|飞|等着)`,
  ].join('|'),
  'u',
);

/** Money that went wrong in other words, falls, and what is wrong with a thing of today. */
export const mishapRules: readonly UrgentRule[] = [
  { why: 'payment', counts: 'unless wish', says: { test: tookTooMuch }, unless: ASKED },
  {
    why: 'payment',
    counts: 'unless wish',
    says: en`
      (?:payments?|transactions?|purchases?|(?:my|the|our|your) (?:\w+ )?(?:card|bank)|visa|mastercard|amex|paypal|(?:apple|google) pay|klarna|stripe|ideal|sofort|check-?out|pay(?:ing|ment)? (?:page|form|link|button))\b[^.!?\n]{0,16}\b(?:refus(?:es|ing)|reject(?:s|ing)|declin(?:es|ing)|fails|bounces|(?:is|gets|was|keeps being|keeps getting) turned (?:away|down)|(?:throws?|gives?|shows?|returns?|ends? (?:in|with)|got)(?: me| us)? (?:an? |the |only )?(?:\w+ )?(?:errors?|failure)|errors? out|won'?t (?:go through|work|accept|load|let)|(?:does|do|is|are)(?:n'?t| not) (?:go(?:ing)? through|work\w*|accept\w*))\b
      (?:transfer|wire|payment|paid|money|deposit|invoice)\b[^.!?\n]{0,36}\b(?:still|but|yet|though|shows?|showing|marked|says?|listed|lists?|status)\b[^.!?\n]{0,26}\b(?:unpaid|not paid|as open|awaiting payment|payment pending|not received|not arrived|outstanding)\b
      (?:payments?|transactions?|purchases?|cards?|transfers?|visa|mastercard|amex|paypal|(?:apple|google) pay|klarna|stripe|bank|checkout)\b[^.!?\n]{0,10}\b(?:(?:keeps?|kept) (?:getting|being|on)|(?:was|is|has been|were|are|gets?|got|being|been|says?|said|shows?)(?: always| still| again)?)(?: \w+)? ?(?:declin\w+|den(?:ied|ying)|reject\w+|refus\w+|block\w+|fail\w*|bounc\w+|unsuccessful)\b
      transactions? (?:has |have |just |keeps? |always |still |was |is |got )*(?:fail\w*|declin\w*|reject\w*|refus\w*|denied|error\w*|timed out|stuck|unsuccessful)\b
      (?:payment|card|transaction|paypal|visa) denied\b
      (?:charged|billed|debited|invoiced)\b[^.!?\n]{0,14}\bfor (?:an?|the|my|one) (?:\w+ ){1,3}(?:that )?(?:i|we) (?:(?:have |had )?(?:called off|cancel\w+)|(?:never|did ?n'?t|did not) \w+)
      (?:cancel\w*|quit|ended|unsubscribed|closed|left|stopped)\b[^.!?\n]{0,40}\b(?:still|keeps?|continue|again|yet)\b[^.!?\n]{0,20}\b(?:charg\w+|bill(?:ed|ing)?|debit\w*|tak(?:e|es|ing)|took|deduct\w*)\b
      (?:took|taken|takes|received|kept|keeps) (?:my |the |our )?(?:money|payment|deposit|[$€£]?\d+)[^.!?\n]{0,20}\b(?:and|but|then)\b[^.!?\n]{0,20}\b(?:crash\w*|nothing|no|never|vanish\w*|disappear\w*|froze|error|cancel\w*)\b
      (?:paid|pay|payment)\b[^.!?\n]{0,30}\b(?:you|they|your \w+) (?:say|says|claim|claims|think|keep saying|write|tell me)\b[^.!?\n]{0,20}\b(?:owe|owing|unpaid|not paid|nothing|never|did ?n'?t|not)\b
      (?:get|gets|got|getting|been|am|was) (?:declined|rejected|refused)(?: \w+){0,3} (?:over and over|again and again|every time|each time|all the time|repeatedly|at (?:the |your )?check-?out)
      (?:charges?|payments?|debits?|amount)\b[^.!?\n]{0,24}\b(?:never|did ?n'?t|did not|have ?n'?t|not) (?:\w+ )?(?:agree\w*|approv\w+|consent\w*|authori[sz]\w+|sign\w*|order\w*|ask\w*)
      (?:(?:payment|check-?out|order|booking)? ?(?:page|form|screen|button|link|system|site|website|shop|terminal|reader|machine|app|checkout|paypal|stripe|bank|it|you|your \w+))\b[^.!?\n]{0,12}\b(?:(?:keeps?|kept|is|was) )?(?:reject(?:s|ed|ing)?|declin(?:es|ed|ing)|refus(?:es|ed|ing)(?: to (?:take|accept))?|won'?t (?:take|accept)|(?:do|does|did)(?:n'?t| not) (?:take|accept)|(?:not|never) accept(?:ing|ed)?) (?:all |both |any of )?(?:my|our) (?:\w+ ){0,2}(?:cards?|visa|mastercard|amex|payments?|paypal|iban|account)\b
      (?:charged|billed|debited|took|taken|deducted)\b[^.!?\n]{0,24}\b(?:too much|more than (?:the|it|we|i|you|agreed|that)|the wrong (?:amount|sum|total))(?! (?:time|effort|of your time|space|room))
      (?:double|paid double|doubled?) (?:payment|paid|debit|deduction|withdrawal)s?\b|paid double\b
    `,
    unless: new RegExp(
      `${ASKED.source}|\\b(?:took|taken)\\b[^.!?\\n]{0,14}\\b\\d+ (?:days?|weeks?|hours?|minutes?|months?)\\b|\\bhappy to pay double\\b|\\b(?:can|could|may) (?:i|we) (?:get|have|do|make) (?:an? )?double\\b|\\b(?:can|could|may|shall|should|will|would|do|did) (?:i|we) (?:be |get )?(?:charged|billed|pay|paid)\\b`,
      'u',
    ),
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: zh`
      (?:付|转|打|汇|交)(?:完|过|了|去|出去|款|钱|账|成功){1,3}[^。!?\n]{0,12}?(?:还|仍|却|又|怎么|订单|一直|但|显示|状态)[^。!?\n]{0,6}?(?:未|没|待)(?:支付|付款?|到账|收到|成功)
      (?:付(?:完|过|了)?[款钱]了?|(?:支付|付款|转账|扣款|刷卡)(?:成功|完)?(?:了|成功)|(?:钱|款)(?:已经?|都|也)?(?:付|转|扣|划)(?:走|掉)?了|(?:扣|付|转)了(?:钱|款))[^。!?\n]{0,6}(?:显示|提示|状态|页面|订单|系统|你们?这?边?|后台|还说|说我|写着)[^。!?\n]{0,6}(?:未|没有?|待|等待)(?:付|支付|成功|收到)
      (?:付(?:完|过|了)?[款钱]了?|(?:钱|款)(?:已经?|都|也)?(?:付|转|扣|划)(?:走|掉)?了)[^。!?\n]{0,4}(?:还是?|仍是?|又|怎么还?|依然|一直)(?:未|没|待)(?:付|支付)
      (?:支付宝|微信|银行卡?|云闪付)[^。!?\n]{0,6}(?:成功|扣了|付了)[^。!?\n]{0,8}(?:订单|你们|后台|页面)[^。!?\n]{0,6}(?:未|待|没)(?:支付|付|成功|收到)|刷不了卡?|卡刷不了
      (?:扣|收|刷|划)了?(?:双份|双倍|两倍)
      (?:付|转|打|汇)(?:出去|过去|完|过|款|账|钱)?了[^。!?\n]{0,6}说(?:还)?(?:没|未)(?:有)?(?:收到|到账|付)|(?:充值|付款|转账|打款|汇款|退款)[^,。!?\n]{0,4}(?:没|未)到账
      (?:扫|付|刷|点|按)了?[^,。!?\n]{0,4}(?:两|2|二|三|几)(?:次|遍|回)[^,。!?\n]{0,4}(?:都|全)?(?:扣|收|划)
      没(?:有)?(?:开|办|开通|订阅|续费|同意|授权|答应|点)[^,。!?\n]{0,6}[^。!?\n]{0,5}(?:扣|收|刷|划)(?![吗么])
      (?:卡|付款|支付|交易|付钱|刷卡|转账)(?:一直|总是?|老是?|又|还是?|都)[^,。!?\n]{0,3}(?:被拒|失败|不成功|拒绝|不通过|过不去)
    `,
    unless: ASKED,
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b${GAVE}\\b[^.!?\\n]{0,20}\\b${SOMEBODY}(?: \\w+)? ${FELL}|\\b${SOMEBODY}(?: \\w+)? ${FELL}[^.!?\\n]{0,20}\\b(?:when|because|as|after) (?:the|your|it|one|its|a)\\b[^.!?\\n]{0,16}\\b${GAVE}\\b|(?:断|塌|散架|翻|裂|松|滑|倒|垮|折|坏)(?:了|掉|开)?[^。!?\\n]{0,6}(?:我|他|她|孩子|宝宝|老人|[我他她](?:妈|爸|家人|老[公婆])|妈|爸|客人|人)(?:就|都|也|直接|当场|从[^,。!?\\n]{1,6}){0,2}(?:摔|跌|掉)(?:了|倒|下|得|到)|(?:我|他|她|孩子|宝宝|老人|妈|爸|客人)[^,。!?\\n]{0,4}(?:摔|跌)了(?:一跤|下来|个跟头)?[^。!?\\n]{0,10}(?:你们?家?的?|贵店)?(?:梯|椅|凳|台阶|架|床|秋千|地板|地太|楼梯)|在?(?:你们?家?|贵店)[^,。!?\\n]{0,8}(?:摔|跌|滑倒)(?:了|倒|伤)|\\b(?:slipped|tripped)\\b[^.!?\\n]{0,30}\\b(?:in|at|on|outside) your\\b|\\b(?:slipped|tripped|fell)\\b[^.!?\\n]{0,12}\\b(?:on|over|in|at|down|off) your\\b(?! (?:radar|list|feed|post|page|ad|shop|site|website)\\b)`,
      'u',
    ),
    unless: /摔(?:了|坏|碎)(?:我)?(?:手机|碗|杯|盘|瓶|东西|快递|包裹|箱)|\bprices? fell\b/u,
  },
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: THING_AMISS,
    unless: /\b(?:can|could|may|shall|should) (?:i|we|you) (?:change|swap|move)\b/u,
  },
];
