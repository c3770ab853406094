import { en, zh } from './pattern.ts';
import type { UrgentRule } from './rule.ts';

/** It has been put right, is asked beforehand, or is the thing that is sold. */
const SETTLED =
  /\b(?:works?|worked|fine|sorted|fixed|solved|resolved|refunded|through|back up|online again)\b[^.!?\n]{0,14}(?:\bnow\b|\bin the end\b|\bafter all\b|\bagain\b(?! (?:and|but|it|not)))|\bif (?:my|the|a|our) (?:\w+ )?(?:card|payment|site|website|file)\b|\bwhat (?:happens|if)\b|(?:已经|现在|又)(?:好了|可以了|行了|正常了|恢复了|退了|修好了)|(?:如果|万一|要是|会不会|的话)/u;
const AFTER_US =
  '(?:since|after|when|once|ever since|because) (?:your (?:\\w+ )?(?:updates?|upgrades?|changes?|works?|release|migration|visit|patch|deploy\\w*|edits?|fix|installation|repair|plugin|engineer|technician|electrician|plumber)\\b|(?:you(?:r \\w+)?(?: guys| people)?|your (?:last |latest |new )?\\w+)(?: just| last)? ?(?:touch\\w*|updat\\w*|upgrad\\w*|chang\\w*|edit\\w*|work\\w*|mov\\w*|migrat\\w*|deploy\\w*|fix\\w*|install\\w*|did|made|put|switch\\w*|release|plugin|pushed))';
const SITE =
  '(?:(?:web ?)?site|web ?shop|web ?page|home ?page|shop|store|booking (?:page|system|form)|checkout|server|system|app|e-?mails?|mailbox|domain|database|printer|till|line|network|alarm|heating|boiler|everything|nothing|it all)';
const DOWN =
  "(?:(?:is|are|was|has been|have been|went|goes|keeps?|all|completely|totally|been|still|now|just|has|have|'s)\\s?){0,4}(?:down|offline|dead|broken|gone|blank|unreachable|crash(?:ed|es|ing)?|stopped working|not work\\w*|doesn'?t work|won'?t (?:load|open|start|work)|works(?= (?:any ?more|since|after)))";
const VIRUS = '(?:virus(?:es)?|malware|trojans?|spyware|ransomware|worm)';
const FILE =
  '(?:files?|attachments?|pdf|documents?|link|usb(?: stick)?|invoice|download|installer|zip|e-?mail|mail|app|software|web ?site|site|page|plugin)';
const FELL =
  '(?:fell|tumbled|crashed down|went down|landed|hit (?:my|his|her|the) (?:head|back|ground|floor))\\b(?! (?:in love|asleep|apart|for|ill|behind|short|through with))';
const SOMEBODY = '(?:i|he|she|we|they|somebody|someone|a (?:guest|customer|child|visitor)|(?:my|our|his|her) \\w+)';
const GAVE =
  '(?:broke|snapped|collapsed|tipped(?: over)?|slipped|gave(?: way| out)?|came (?:off|loose|apart)|buckled|cracked|split|folded|fell apart)';

const SOON = '(?:tonight|today|tomorrow|this (?:morning|afternoon|evening))';

/** Money that went wrong in other words, what their work did to a house or its machines, and falls. */
export const mishapRules: readonly UrgentRule[] = [
  {
    why: 'payment',
    counts: 'unless wish',
    says: en`
      (?:payments?|transactions?|purchases?|cards?|transfers?|visa|mastercard|amex|paypal|(?:apple|google) pay|klarna|stripe|bank|checkout)\b[^.!?\n]{0,10}\b(?:(?:keeps?|kept) (?:getting|being|on)|(?:was|is|has been|were|are|gets?|got|being|been|says?|said|shows?)(?: always| still| again)?)(?: \w+)? ?(?:declin\w+|den(?:ied|ying)|reject\w+|refus\w+|block\w+|fail\w*|bounc\w+|unsuccessful)\b
      transactions? (?:has |have |just |keeps? |always |still |was |is |got )*(?:fail\w*|declin\w*|reject\w*|refus\w*|denied|error\w*|timed out|stuck|unsuccessful)\b
      (?:payment|card|transaction|paypal|visa) denied\b
      (?:(?:payment|check-?out|order|booking)? ?(?:page|form|screen|button|link|system|site|website|shop|terminal|reader|machine|app|checkout|paypal|stripe|bank|it|you|your \w+))\b[^.!?\n]{0,12}\b(?:(?:keeps?|kept|is|was) )?(?:reject(?:s|ed|ing)?|declin(?:es|ed|ing)|refus(?:es|ed|ing)(?: to (?:take|accept))?|won'?t (?:take|accept)|(?:do|does|did)(?:n'?t| not) (?:take|accept)|(?:not|never) accept(?:ing|ed)?) (?:all |both |any of )?(?:my|our) (?:\w+ ){0,2}(?:cards?|visa|mastercard|amex|payments?|paypal|iban|account)\b
      (?:charged|billed|debited|deducted|withdrew)\b[^.!?\n]{0,14}[$€£¥]? ?\d[\d.,]*[^.!?\n]{0,26}\b(?:instead of|rather than|not the|but (?:it|the (?:price|total|bill|order)) (?:is|was|says)|when (?:it|the (?:price|total|bill|order)) (?:is|was|says))\b[^.!?\n]{0,10}\d
      (?:took|taken)\b[^.!?\n]{0,8}(?:[$€£¥] ?\d[\d.,]*|\d[\d.,]*(?= ?[$€£¥]|(?: \w+)? (?:instead of|rather than) [\d.,]+[^.!?\n]{0,4} (?:from|off|out of) (?:my|our)|[^.!?\n]{0,6} (?:from|off|out of) (?:my|our)))[^.!?\n]{0,26}\b(?:instead of|rather than|not the|but (?:it|the (?:price|total|bill|order)) (?:is|was|says)|when (?:it|the (?:price|total|bill|order)) (?:is|was|says))\b[^.!?\n]{0,10}\d
      (?:charged|billed|debited|took|taken|deducted)\b[^.!?\n]{0,24}\b(?:too much|more than (?:the|it|we|i|you|agreed|that)|the wrong (?:amount|sum|total))(?! (?:time|effort|of your time|space|room))
      (?:double|paid double|doubled?) (?:payment|paid|debit|deduction|withdrawal)s?\b|paid double\b
    `,
    unless: new RegExp(
      `${SETTLED.source}|\\b(?:took|taken)\\b[^.!?\\n]{0,14}\\b\\d+ (?:days?|weeks?|hours?|minutes?|months?)\\b|\\bhappy to pay double\\b|\\b(?:can|could|may|shall|should|will|would|do|did) (?:i|we) (?:be |get )?(?:charged|billed|pay|paid)\\b`,
      'u',
    ),
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: zh`
      (?:付(?:完|过|了)?[款钱]了?|(?:支付|付款|转账|扣款|刷卡)(?:成功|完)?(?:了|成功)|(?:钱|款)(?:已经?|都|也)?(?:付|转|扣|划)(?:走|掉)?了|(?:扣|付|转)了(?:钱|款))[^。!?\n]{0,6}(?:显示|提示|状态|页面|订单|系统|你们?这?边?|后台|还说|说我|写着)[^。!?\n]{0,6}(?:未|没有?|待|等待)(?:付|支付|成功|收到)
      (?:付(?:完|过|了)?[款钱]了?|(?:钱|款)(?:已经?|都|也)?(?:付|转|扣|划)(?:走|掉)?了)[^。!?\n]{0,4}(?:还是?|仍是?|又|怎么还?|依然|一直)(?:未|没|待)(?:付|支付)
      (?:扣|收|刷|划|付)(?:成)?了[^,。!?\n]{0,4}\d+(?:\.\d+)?[^。!?\n]{0,8}(?:应该|明明|本来|标价|说好|说的|实际|原价|只要|不是)(?:是|才|只|就)?[^,。!?\n]{0,4}\d+|\d+[^,。!?\n]{0,4}(?:扣|收|刷|划)成了?\d+|(?:扣|收|刷|划)了?(?:双份|双倍|两倍)
      (?:卡|付款|支付|交易|付钱|刷卡|转账)(?:一直|总是?|老是?|又|还是?|都)[^,。!?\n]{0,3}(?:被拒|失败|不成功|拒绝|不通过|过不去)
    `,
    unless: SETTLED,
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b(?:our|my|the|their)? ?${SITE}\\b[^.!?\\n]{0,14}${DOWN}[^.!?\\n]{0,20}\\b${AFTER_US}|\\b${AFTER_US}[^.!?\\n]{0,24}\\b${SITE}\\b[^.!?\\n]{0,14}${DOWN}|\\byou(?:r \\w+)? (?:just |have |'ve )*(?:broke|crashed|took down|killed|wrecked|messed up) (?:my|our|the) (?:\\w+ )?${SITE}\\b`,
      'u',
    ),
    unless: SETTLED,
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: zh`
      (?:网站|网店|店铺|官网|小程序|系统|服务器|后台|页面|邮箱|域名|数据库|收银机?|打印机|网络|电脑)[^,。!?\n]{0,4}(?:被|让|给)(?:你们?|您)[^,。!?\n]{0,5}(?:改|弄|搞|升级|更新|动|装|迁移?|修)[^,。!?\n]{0,2}(?:崩|挂|瘫|死|坏|没|打不开|用不了|乱)
      (?:你们?|您)[^,。!?\n]{0,4}(?:改|弄|搞|升级|更新|动|装|迁移?|修)(?:完|过|了|好)?(?:之后|以后|后)?[^。!?\n]{0,6}(?:网站|网店|店铺|官网|小程序|系统|服务器|后台|页面|邮箱|收银机?|打印机|网络|电脑)?[^。!?\n]{0,5}(?:崩了|挂了|瘫了|瘫痪|打不开了?|用不了了?|白屏|进不去|全乱)
      把(?:我们?的?|我家)?(?:网站|网店|店铺|官网|小程序|系统|服务器|后台|邮箱|数据库|电脑)[^,。!?\n]{0,5}(?:改|弄|搞|升级|更新)(?:崩|挂|瘫|死|坏|没)
    `,
    unless: SETTLED,
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b(?:your|you (?:sent|gave|mailed|emailed|shared|attached))\\b[^.!?\\n]{0,30}\\b(?:has|have|contain\\w*|carr(?:y|ies)|is|are|with|got|came with|gave (?:me|us)(?: a)?|full of|infected)\\b[^.!?\\n]{0,16}\\b(?:${VIRUS}|infected|hacked)\\b|\\b(?:${VIRUS}|infected)\\b[^.!?\\n]{0,16}\\b(?:in|from|on|with|through|inside|by) (?:your|the ${FILE} you|a ${FILE} you)\\b|\\b(?:anti-?virus|virus scanner|defender|firewall|norton|avast|kaspersky)\\b[^.!?\\n]{0,24}\\b(?:your|you sent|from you)\\b|(?:你们?|您)(?:发|给|传|寄|分享|家)?[^,。!?\\n]{0,6}(?:文件|附件|链接|[u优]盘|邮件|安装包|软件|网站|网页|压缩包)[^,。!?\\n]{0,6}(?:有|带|中了?|含|藏着?|报)(?:了|个|着)?(?:病毒|木马|毒)|(?:病毒|木马)[^。!?\\n]{0,4}(?:是)?从?(?:你们?|您)[^,。!?\\n]{0,4}(?:来|发)的`,
      'u',
    ),
    unless: new RegExp(
      `${SETTLED.source}|\\b(?:no|not|any|without|free of|against|corona|flu|covid|protect\\w*|does|do|is there)\\b[^.!?\\n]{0,24}\\bvirus|防病毒|杀毒软件(?:卖|有)|没有?(?:病毒|木马|毒)|(?:病毒|木马)[吗么]|有没有(?:病毒|木马|毒)`,
      'u',
    ),
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b${GAVE}\\b[^.!?\\n]{0,20}\\b${SOMEBODY}(?: \\w+)? ${FELL}|\\b${SOMEBODY}(?: \\w+)? ${FELL}[^.!?\\n]{0,20}\\b(?:when|because|as|after) (?:the|your|it|one|its|a)\\b[^.!?\\n]{0,16}\\b${GAVE}\\b|(?:断|塌|散架|翻|裂|松|滑|倒|垮|折|坏)(?:了|掉|开)?[^。!?\\n]{0,6}(?:我|他|她|孩子|宝宝|老人|[我他她](?:妈|爸|家人|老[公婆])|妈|爸|客人|人)(?:就|都|也|直接|当场|从[^,。!?\\n]{1,6}){0,2}(?:摔|跌|掉)(?:了|倒|下|得|到)|(?:我|他|她|孩子|宝宝|老人|妈|爸|客人)[^,。!?\\n]{0,4}(?:摔|跌)了(?:一跤|下来|个跟头)?[^。!?\\n]{0,10}(?:你们?家?的?|贵店)?(?:梯|椅|凳|台阶|架|床|秋千|地板|地太|楼梯)|在?(?:你们?家?|贵店)[^,。!?\\n]{0,8}(?:摔|跌|滑倒)(?:了|倒|伤)|\\b(?:slipped|tripped|fell)\\b[^.!?\\n]{0,12}\\b(?:on|over|in|at|down|off) your\\b(?! (?:radar|list|feed|post|page|ad|shop|site|website)\\b)`,
      'u',
    ),
    unless: /摔(?:了|坏|碎)(?:我)?(?:手机|碗|杯|盘|瓶|东西|快递|包裹|箱)|\bprices? fell\b/u,
  },
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: new RegExp(
      `\\b(?:the|my|our|your|his|her|this|these)(?: \\w+){1,3} for ${SOON}\\b[^.!?,;\\n]{0,20}\\b(?:has|have|is|are|came|arrived|got|with|says?|shows?)\\b[^.!?,;\\n]{0,14}\\b(?:wrong|broken|missing|damaged|smashed|ruined|mou?ldy|melted|not (?:here|right|what|the)|n't (?:here|right|arrived|come))\\b|(?:今[天晚早]|明[天早晚])(?:要?用|的|要)[^,。!?\\n]{0,10}(?:蛋糕|花|衣服|礼服|菜|票|礼物|海报|名片|牌子|展架|餐|酒|点心|订单|东西|货)[^。!?\\n]{0,8}(?:错了?|坏了?|碎|破了|没到|没来|不对|少了|漏了|化了)`,
      'u',
    ),
  },
];
