import type { UrgentRule } from './rule.ts';

/** It is asked beforehand. */
export const ASKED =
  /\bif (?:my|the|a|our) (?:\w+ )?(?:card|payment|site|website|file)\b|\bwhat (?:happens|if)\b|如果|万一|要是|会不会|的话/u;

/** Asked beforehand, or made little of by whoever tells it. */
const SMALL = new RegExp(`${ASKED.source}|\\bjust an? (?:\\w+ )?(?:drip\\w*|drop|bit)\\b`, 'u');

/** What stands still, at work or in a house. */
const SITE =
  '(?:(?:web ?)?(?:site|page|shop|store)|home ?page|booking (?:page|system|form)|checkout|server|system|app|software|e-?mails?|mailbox|inbox|domain|database|printers?|tills?|line|network|internet|wi-?fi|phones?|computers?|laptop|pc|alarm|heating|boiler|heater|radiator|lights?|power|electricity|electrics|water|tap|toilet|shower|sink|drain|pump|oven|cooker|hob|fridge|freezer|dishwasher|washing machine|machine|engine|car|van|bike|brakes?|door|gate|lock|lift|roof|window|shutters?|everything|nothing|it all|half the \\w+|orders|bookings)';
const DOWN =
  "(?:down|offline|dead|broken|gone|blank|unreachable|out|frozen|error(?:s|ing)?(?: page| message)?|crash(?:ed|es|ing)?|leak(?:s|ed|ing)?|flood(?:ed|ing)|trip(?:s|ped|ping)|spark(?:s|ed|ing)|smok(?:es|ed|ing)|stopped(?: \\w+){0,2}|stuck|(?:does|do|did|has|have|is|was|wo|ca)(?:n'?t| not|not) (?:(?:been |be )?(?:work\\w*|load\\w*|open\\w*|start\\w*|turn\\w* on|print\\w*|ring\\w*|flush\\w*|lock\\w*|close\\w*|connect\\w*|reachable)|come up)|not work\\w*|works(?= (?:any ?more|since|after))|worked(?= (?:since|after))|no (?:power|water|signal|heating|hot water|internet|picture|sound|dial tone))";
const AFTER = '(?:ever since|since|after|because of|thanks to|when|once)';
const YOUR_WORK =
  "(?:your (?!(?:mail|e-?mail|message|call|letter|invoice|reply|newsletter|order|parcel|delivery|shop opened)\\b)|you (?:\\w+ed|were|came|left|did|made|put|chang\\w+|updat\\w+|upgrad\\w+|switch\\w+|touch\\w+|work\\w+|fix\\w+|repair\\w*|install\\w*|fitted|edit\\w*|migrat\\w*|deploy\\w*|push\\w*|serviced|replaced|rewired|painted|cleaned|set up|reset|started)|yours\\b|(?:this (?:morning|week)|yesterday|last (?:night|week)|today|the (?:last|latest|new))(?:'s)? (?:\\w+ ){0,2}(?:update|change|upgrade|visit|repair|work|service)s? (?:of yours|you (?:did|made)|by you)|the (?:update|change|upgrade|visit|repair|work|plugin|technician|electrician|plumber|installation|move|migration)\\b)";
const HAZARD =
  '(?:smoke|rains? (?:in|into|through)|leaks?|drips?|smells? (?:of |like )?(?:burn\\w*|gas|smoke)|sparks?|gas|flames?|flood\\w*|flicker\\w*|water (?:everywhere|in|on|runs|comes|drips))';
const BY_US = new RegExp(
  `\\b${SITE}\\b[^.!?\\n]{0,30}?(?<![a-z])${DOWN}(?![a-z])[^.!?\\n]{0,40}?\\b${AFTER} ${YOUR_WORK}|\\b${AFTER} ${YOUR_WORK}[^.!?\\n]{0,44}?\\b${SITE}\\b[^.!?\\n]{0,30}?(?<![a-z])${DOWN}(?![a-z])|\\b${AFTER} ${YOUR_WORK}[^.!?\\n]{0,44}?\\b${HAZARD}|\\b${HAZARD}[^.!?\\n]{0,30}?\\b${AFTER} ${YOUR_WORK}|\\bnothing (?:works|has worked|is working)\\b[^.!?\\n]{0,12}\\b${AFTER} ${YOUR_WORK}|(?<![a-z])${DOWN}(?![a-z])[^.!?\\n]{0,10}\\b(?:on|in|from|at) (?:our|my|the) ${SITE}\\b[^.!?\\n]{0,30}?\\b${AFTER} ${YOUR_WORK}|\\b${SITE}\\b[^.!?\\n]{0,30}?(?:is|has|shows?|showing|got|gives?|throws?)\\b[^.!?\\n]{0,24}(?:blank|white|black|empty|error|404|500|broken)[^.!?\\n]{0,30}\\b${AFTER} ${YOUR_WORK}`,
  'u',
);
/** What they worked on breaks: the boiler you repaired leaks. */
const WORKED_ON =
  /\b(?:the|our|my|that|this) (?:\w+ ){1,2}(?:that |which )?(?:you|your \w+)(?: just| only| guys| people)? (?:\w+ )?(?:repaired|installed|fitted|fixed|serviced|replaced|mounted|hung|built|connected|wired|put (?:up|in)|set up|laid|assembled|sold (?:me|us))\b[^.!?\n]{0,24}\b(?:leak\w*|smok\w+|spark\w*|fell|falling|came (?:down|off|loose)|collapsed?|burn\w*|exploded?|flood\w*|smells? (?:of|like)|caught|melt\w*|is on fire|gave way|tripp\w+)/u;
const SITE_ZH =
  '(?:网站|网店|商城|店铺后台|官网|小程序|系统|服务器|后台|页面|邮箱|域名|数据库|收银机?|收款机|打印机|网络|宽带|wifi|电脑|电话|监控|门锁|热水器|空调|冰箱|洗衣机|马桶|水管|水龙头|电路|灯|插座|暖气|地暖|车)';
const DOWN_ZH =
  '(?:打不开|进不去|登不上|登不了|用不了|不能用|没法用|断了|断网|崩了|挂了|瘫了|瘫痪|白屏|黑屏|死机|报错|全乱|乱了|没了|连不上|没网|没电|停电|跳闸|漏水|漏雨|渗水|漏电|漏气|堵了|不亮|不响|不转|不制冷|不出水|不热|坏了|冒烟|着火|短路)';
/** What was mended broke again. */
const AGAIN = new RegExp(
  `\\b(?:fix(?:ed)?|repair(?:ed)?|sorted|mended|replaced|worked|works|fine|ok|held|good|back)\\b[^.!?\\n]{0,50}?(?:${DOWN}|broke|fails?|failed|failing) (?:it )?again\\b|(?:修|弄|装|换|通|调|好)[^,。!?\\n]{0,4}(?:[一两三几半]?(?:天|周|个?小时|星期|个月)|没多久|没几天|不到[^,。!?\\n]{1,4})[^。!?\\n]{0,6}又[^,。!?\\n]{0,2}?(?:漏|坏|断|停|打不开|跳|堵|崩|挂|报错|不[能行亮转热动出制响]|用不了|没)|(?:你们?|新|刚)(?:装|修|换|做|买)(?:好|完)?的${SITE_ZH}[^,。!?\\n]{0,6}?${DOWN_ZH}|(?:装|挂|钉|贴|安|修|做)的[^,。!?\\n]{1,6}(?:掉|塌|倒|砸|断|裂|炸|漏|冒)(?:下来|了|水|电|烟)|修了(?:[两二三四几]|好几)(?:遍|次|回)[^,。!?\\n]{0,2}还(?:是)?(?:漏|坏|堵|跳|响|不[能行亮转热动出])|[被给](?:关|锁)在(?:了)?(?:门外|外面|里面|屋里)`,
  'u',
);
const BROKE = new RegExp(
  `\\byou(?:r \\w+)? (?:just |have |'ve )*(?:broke|crashed|took down|killed|wrecked|messed up|damaged|cut off|knocked out) (?:my|our|the) (?:\\w+ )?${SITE}\\b|\\byour (?:\\w+ )?(?:driver|courier|van|truck|lorry|car|man|guy|men|guys|fitter|mover|technician|worker|plumber|electrician)s?\\b(?: \\w+)? (?:hit|crashed into|scraped|dented|ran (?:into|over)|drove (?:into|over)|backed into|knocked (?:over|down)|smashed|damaged|broke|scratched|cracked|bent|destroyed|ruined) (?:my|our|the|a|his|her)\\b`,
  'u',
);

const WORK_ZH =
  '(?:改|弄|搞|续费|改版|施工|装修|升级|更新|动|装|安装|迁移?|搬|修|维修|换|接|上门|走|来|检修|调试|清洗)';
const BY_US_ZH = new RegExp(
  [
    // 修完以后网络断了, 装完热水器之后一直漏水
    `(?:(?:你们?|您|师傅|工人|工程师)[^。!?\\n]{0,8})?${WORK_ZH}[^,。!?\\n]{0,6}(?:完|过|好|了)?(?:之后|以后|后|完|了(?=就))[^。!?\\n]{0,14}?${DOWN_ZH}`,
    // 官网打不开了，是你们昨天改的
    `${SITE_ZH}[^。!?\\n]{0,10}?${DOWN_ZH}[^。!?\\n]{0,10}?(?:你们?|您|师傅)[^。!?\\n]{0,6}?(?<![不能会]|可以|[给帮]我)${WORK_ZH}(?!不|[吗么嘛])`,
    `${SITE_ZH}[^,。!?\\n]{0,4}(?:被|让|给)(?:你们?|您|师傅)[^,。!?\\n]{0,5}${WORK_ZH}[^,。!?\\n]{0,2}(?:崩|挂|瘫|死|坏|没|打不开|用不了|乱)`,
    `(?:你们?|您)[^,。!?\\n]{0,4}${WORK_ZH}(?:完|过|了|好)?(?:之后|以后|后)?[^。!?\\n]{0,6}${SITE_ZH}[^。!?\\n]{0,5}${DOWN_ZH}`,
    `把(?:我们?的?|我家)?${SITE_ZH}[^,。!?\\n]{0,5}(?:改|弄|搞|升级|更新|修)(?:崩|挂|瘫|死|坏|没)`,
  ].join('|'),
  'u',
);

const VIRUS = '(?:virus(?:es)?|malware|trojans?|spyware|ransomware|worm|phishing|scam (?:site|page))';
const FILE =
  '(?:files?|attachments?|pdf|documents?|links?|usb(?: stick)?|invoices?|download|installer|zip|e-?mails?|mails?|apps?|software|web ?site|site|page|plugin|qr code)';
const SENT = `(?:your (?:\\w+ )?${FILE}|(?:the|a|that) ${FILE} (?:that )?you (?:sent|gave|mailed|emailed|shared|attached)|you (?:sent|gave|mailed|emailed|shared|attached)[^.!?\\n]{0,16}${FILE}|${FILE} from you)`;
const INFECTED = new RegExp(
  `\\b${SENT}\\b[^.!?\\n]{0,36}\\b(?:${VIRUS}|infected|hacked|malicious|hijacked|redirects? to|(?:has |have )?(?:locked|encrypted|deleted|wiped|destroyed|crashed|froze|killed) (?:all )?(?:of )?(?:my|our))\\b|\\b(?:${VIRUS}|infected)\\b[^.!?\\n]{0,24}\\b(?:in|from|on|with|through|inside|by|via) (?:your|the ${FILE} you|a ${FILE} you)\\b|\\b(?:anti-?virus|virus scanner|defender|firewall|norton|avast|kaspersky)\\b[^.!?\\n]{0,40}\\b(?:your|you sent|from you)\\b|\\byour ${FILE}\\b[^.!?\\n]{0,12}\\bgave [^.!?\\n]{0,20}\\bvirus|(?:你们?|您)?(?:发|给|传|寄|分享|家)?(?:过?来)?的?(?:文件|附件|链接|[u优]盘|邮件|安装包|软件|网站|网页|压缩包|二维码)[^,。!?\\n]{0,10}?(?:有|带|中了?|含|藏着?|报|是|查出)(?:了|个|着)?(?:病毒|木马|毒|钓鱼)|(?:点|打开|下载|装)了?(?:你们?|您)[^,。!?\\n]{0,12}(?:中毒|中了?(?:病毒|木马)|被盗|被黑)|(?:病毒|木马)[^。!?\\n]{0,4}(?:是)?从?(?:你们?|您)[^,。!?\\n]{0,4}(?:来|发)的`,
  'u',
);
const NO_VIRUS = new RegExp(
  `${ASKED.source}|\\b(?:no|not|any|without|free of|against|corona|flu|covid|protect\\w*|remove|does|do|is there)\\b[^.!?\\n]{0,24}\\bvirus|防病毒|杀毒软件(?:卖|有)|没有?(?:病毒|木马|毒)|(?:病毒|木马)[吗么]|有没有(?:病毒|木马|毒)`,
  'u',
);

/** What their work did to a house, its machines or a site, and what their files bring along. */
export const workRules: readonly UrgentRule[] = [
  { why: 'harm', counts: 'unless wish', says: BY_US, unless: SMALL, settles: true },
  { why: 'harm', counts: 'unless wish', says: WORKED_ON, unless: ASKED, settles: true },
  { why: 'harm', counts: 'unless wish', says: AGAIN, unless: ASKED },
  { why: 'harm', counts: 'unless wish', says: BROKE, unless: ASKED, settles: true },
  { why: 'harm', counts: 'unless wish', says: BY_US_ZH, unless: ASKED, settles: true },
  { why: 'harm', counts: 'unless wish', says: INFECTED, unless: NO_VIRUS },
];
