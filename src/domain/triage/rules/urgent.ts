import { hotlines } from '../hotlines.ts';
import { astrayRules } from './astray.ts';
import { bodilyRules } from './bodily.ts';
import { doorRules } from './door.ts';
import { allergySuffered, nobodysFault as illnessAlone } from './en/excuses.ts';
import { mishapRules } from './mishaps.ts';
import { othersDataRules } from './others_data.ts';
import { overAndDone } from './past.ts';
import { en, global, zh } from './pattern.ts';
import type { UrgentRule } from './rule.ts';
import { takenWronglyRules } from './taken_wrongly.ts';
import { threatRules } from './threats.ts';
import { troubleRules } from './trouble.ts';
import { workRules } from './works.ts';
import { nobodysFault } from './zh/excuses.ts';

/**
 * Urgency denied, promised by the writer, remembered, or the name of a thing: blanked before a deadline is looked for, so that what stands
 * beside it is still heard ("the blue one is no rush, but I need the red one asap").
 */
export const notUrgent: readonly RegExp[] = [
  ...overAndDone,
  global(zh`
    (?<!能|怎么)(?:急|着急)?(?<!能|怎么)(?:不|没|别|无需|无须|非)(?:有|用|太|是|很|那么|这么|怎么|特别|非常|必|要|需要|需|算|啥|什么|有点|也|催|着){0,3}(?:着急|紧急|加急|急[用事着单求需]?|赶紧|赶时间|马上|立刻|立即)
    (?:上次|上回|那天|当时|那次|那会儿?)[^,。!?]{0,6}急|(?:性子|性格|脾气)[^,。!?]{0,3}急
    (?:加急|(?:^|[,。!~ ])急(?=[,。!~ 请问]))[^。!?]{0,10}(?:多少|怎么(?:收|算|卖)|什么价)
    (?:好|很|真|超|十分|特别)?期待[^,。!?]{0,14}|[^,。!?\n]{0,12}(?:几点|什么时候)(?:(?:能|会|可以)?(?:送?到|来?取|拿|好)(?=$|[,。!?？吗呢啊])|开始|开门|关门|开场|结束|开播|营业|[?？]|$)
    紧急(?:出口|联系|呼叫|按钮|制动|刹车|照明|避孕|集合|疏散|备用|程度)|着急忙慌|急需(?:资金|用钱|周转)|加急(?:费|[^,。!?]{0,4}(?:贵|加钱|另收))
    (?:我们?|咱们?|这边|这就|等[会下]|待会|(?:快递|物流|仓库|商家|卖家|客服|你们?|他们?|她)[^,。]{0,6}(?:说|表示)[^,。]{0,4})(?:这边|我|会|就|去|先|现在|这就){0,2}(?:马上|立刻|立即|赶紧|赶快)(?!就?[要得]|需要|用)[^,。!?\n]{0,6}
  `),
  global(en`
    (?:no|not|non|nothing|never|hardly|without|less|\w+n't|isnt|dont|doesnt)[ -](?:(?:an?|that|this|it|is|are|so|very|too|at all|any|really|super|terribly|particularly|exactly|in|especially) ){0,4}(?:emergency|urgent(?:ly)?|urgency|rush|hurry|asap|time[- ](?:sensitive|critical))
    (?:no|not|\w+n't|dont|doesnt)(?: have| need(?:ed)?| necessary| required| got| be| for| you| to| reply| respond| answer| call| ring| phone| come| send| ship| do| done| get| back| me| us| it| this| them| as){1,8} (?:asap|soon as possible|urgently|right (?:now|away)|immediately|straight ?away|at once|this (?:minute|instant|morning))(?<!(?:don't|dont|doesn't|not) (?:reply|respond|answer|call|ring|phone|come|send|ship|get)\b[^.!?]{0,40})
    can(?:'?t|not) wait (?:for|to|until)\b[^.!?]{0,40}|(?:what time|when) (?:does|do|is|will|are) (?:the|your) (?:\w+ ){1,3}(?:start|begin|open|close|end|on)\b[^.!?]{0,20}
    (?:please|pls) (?:don't|do not|dont) (?:\w+ ){1,4}(?:asap|right away|immediately|straight ?away|at once)
    (?:i|we)(?:'m| am|'re| are)? ?(?:not|can't|cannot|cant|couldn't|don't|won't)(?: (?!need|help|and|but)\w+){1,3} (?:right (?:now|away)|immediately|at once|asap)
    (?:i|we)(?:'ll| will| can| could|'d| would| shall|'m going to| am going to)(?: just| gladly| also)? (?:pay|send|order|come|buy|call|ring|phone|transfer|do|get back|reply|answer|respond|confirm|be|check|sign|ship|sort|fix)(?: \w+){0,3} (?:asap|as soon as possible|right (?:now|away)|immediately|straight ?away|at once)
    (?:cost|charges?|surcharge|fees?|price|extra|offer|do you do|provide|sell)\b[^.!?]{0,30}\b(?:urgent|emergency|asap)|(?:do|must|would|should) (?:i|we) need to\b[^.!?]{0,40}
    (?:emergency|urgent)(?: or urgent)? (?:call[- ]?outs?|services?|fees?|surcharge|rates?|delivery (?:cost|fee|price)|light(?:s|ing)?|exits?|kits?|care|contacts?|blankets?|candles?|food|funds?|rations?|radio|supplies|supply|buttons?|brakes?|rooms?|department|numbers?|stop|rule)\b
    (?<!\b(?:said|say|told \w+|mentioned|wrote|that) (?:it |this |that )?)(?:was|were|been) (?:an? |so |very |really )*(?:urgent|emergency)|(?:do|did|would|will) (?:you|u|they)(?: guys)? (?:need|want)\b[^.!?]{0,40}|(?:on hold|off|hold|keep|nothing|enough|that's (?:it|all|fine)|okay|fine) for (?:right )?now|(?:no|don't|not|without) (?:need to |have to |having to )?(?:cancel|stop|hold)\b[^.!?]{0,30}|saved (?:us|me|the day)[^.!?]{0,80}|thanks? (?:you )?for (?:coming|being|dropping|turning)[^.!?]{0,60}
  `),
];

/** How a seller's urgency sounds; who has a problem may speak of a discount too. */
export const pitches: readonly RegExp[] = [
  zh`加微|点击|领取|贷款|网贷|秒批|代开|刷单|优惠|[\d一二三四五六七八九]折|特价|大促销|限时|促销|清仓|免费|供应|承接|急需资金`,
  en`discount|% off|\boffers?\b|last chance|limited time|(?<!our )(?<!my )sale\b|verify (?:your|now|here|to)|click (?:here|below|to|the link|now)|we (?:help|offer|provide|supply|reduce)|(?:un)?subscribe (?:now|to|today)|suspend your account|wire transfer|act now`,
];

/** What starts soon is looked forward to, or is the reason for the writer's own plans; nothing is said to be amiss. */
const ownPlans =
  /^(?!.*\b(?:but|however|still (?:no|not|waiting)|missing|wrong|broken|nobody|no one|where)\b).*(?:\b(?:excited|looking forward|see you|is it (?:ok|okay|all right|alright|fine) (?:if|for)|have you (?:still )?(?:got|any)|do you (?:still )?have|thanks? (?:you )?for)\b|\bso (?:i|we) (?:can'?t|cannot|won'?t|don'?t)\b)/su;
const ownPlansZh =
  /^(?!.*(?:但|怎么|错了|坏|碎|打不开|没到|没来|没人|还没|丢)).*(?:期待|开心|激动|到时候见|不见不散|谢谢|票还有|还有(?:票|位|房)|能入住|(?:改|换|挪)(?:天|到|期)|(?:周[一二三四五六日末天]|明天|后天|下周)再(?:来|取|去))/su;

export const urgentRules: readonly UrgentRule[] = [
  // somebody was hurt, or something is dangerous
  {
    why: 'harm',
    counts: 'unless wish',
    says: zh`
      (?:吃|喝|用|敷|涂|抹|戴|穿|擦|染|泡|贴|闻|喂|舔|咬|试)[^。!?]{0,16}(?:过敏(?!的|吗|源|体质|可以|能)|起(?:了)?[^,。]{0,5}(?:疹|泡|红点|痘|包)|红肿|又红又|红了一?片|肿(?:了|成|起|得)|烂脸|脱皮|刺痛|上吐下泻|(?:拉|闹)肚子|拉稀|腹泻|呕吐|吐了|一直吐|中毒|住院|医院|急诊|休克|(?<![到得好])晕|呼吸困难|喘不上|窒息|噎)
      食物中毒|过敏(?:反应|了|性休克|严重|发作)|(?:人|我|孩子|宝宝|老人|妈|爸|他|她|女儿|儿子|老公|老婆|朋友)[^,。]{0,6}(?:在|进了?|送了?去?|住进?了?)(?:医院|急诊|icu)(?!旁|对面|附近|门口|那|隔壁|上班|工作|实习|里?做|当|采购|食堂|的)
      摔(?:了下来|下来|伤|断|骨折|出血)|受(?:了)?伤|弄伤|砸(?:到|伤|中|了|破)(?:了)?(?:人|我|他|她|脚|头|手|孩子|宝宝|老人)|割(?:伤|破|到)|划(?:伤|破)(?:了)?(?:手|脸|脚|皮|孩子)|扎(?:伤|到|破)|夹(?:伤|到)(?:手|孩子)|烫(?:伤(?!的?[药膏贴])|到|了一)|烧伤|触电|漏电|(?<!充|来|通|停)电(?:到|着)了?(?:我|人|他|她|手|孩子|一下)|电了我|冒(?:出)?(?:火|烟|黑烟)|起火|着火|烧(?:起来|着)了|(?<!到)爆炸|(?<![美香帅酷嗨棒气爽甜辣火乐笑态好潮])(?:炸|爆)(?:了|开|裂)|自燃|(?:刹车|方向盘|油门)[^,。]{0,8}(?:失灵|不灵|没反应|坏|断|失控|不住)|(?:煤气|燃气|天然气)[^,。]{0,4}(?:味|漏|泄)|流(?:了)?(?:好多|很多|一地)?血|出血|缝了[^,。]{0,3}针|骨折|脑震荡|崩[^,。]{0,3}牙|牙[^,。]{0,4}(?:崩|断|碎)
      (?:吃|喝|嚼|咬|挑|翻|看)(?:到|出)[^,。]{0,8}(?:异物|玻璃|铁丝|虫|刀片|石头|塑料|蟑螂|苍蝇|指甲|钉子|钢丝|创可贴|老鼠)|里(?:面)?(?:有|混)[^,。]{0,4}(?:木刺|石子|异物|玻璃渣|玻璃碴|铁丝|刀片|钉子|活虫|蟑螂)
      (?:狗|猫|毛孩子|兔子|宠物|鹦鹉)[^,。]{0,10}(?:一直吐|吐血|便血|拉血|抽搐|死了|没了气|不行了|走丢|跑丢|瘸)|骂(?:了)?我(?:妈|爸|奶奶|爷爷|老婆|家)|(?:打|骂|骚扰|猥亵|体罚|掐)(?:了)?(?:我家?|我们)?(?:孩子|学生|小孩|女儿|儿子|闺女)|(?:家里|楼下|天花板|地板|厨房)[^,。]{0,4}(?:淹|泡水|漏水漏)
      (?<!防|防止|避免|怕|怕[^,。!?]{1,4}|预防|以免|不会|会不会)误(?:吞|食|服|喝|吃|饮)(?!的?(?:包装|设计|盖|锁)|(?:会|有没有|要紧))|(?:吃|吞|喝|咽|嚼|舔)(?:了|到|进|下)[^,。!?]{0,6}(?:干燥剂|脱氧剂|保鲜剂|生石灰|磁铁|磁珠|电池|硅胶|硅珠|清洁剂|洗洁精|洗衣液|洗衣凝珠|消毒液|漂白|酒精|农药|老鼠药|香薰|精油|蜡烛|珠子|纽扣|硬币)|(?:干燥剂|脱氧剂|保鲜剂|生石灰|磁铁|磁珠|电池|硅胶|硅珠|清洁剂|洗洁精|洗衣液|洗衣凝珠|消毒液|漂白水|酒精|农药|老鼠药|珠子|纽扣|硬币)[^,。!?]{0,8}(?:吃|吞|喝|咽|嚼)(?:了|进|下|掉|完)|(?:孩子|小孩|宝宝|娃|儿子|女儿|老人|狗|猫|他|她)[^,。!?]{0,6}吞(?:了|下|进)
      (?<!(?:电脑|手机|平板|系统|网站|服务器|硬盘|[u优]盘|文件|软件)[^,。!?]{0,4})中(?:了)?毒(?:了|进|送)|住院了(?![^!?\n]{0,24}(?:改|取消|延|退|晚|收不|帮|麻烦|寄|送|探|看望|没空|没时间|出院))|卡(?:住|到|在)?(?:了)?(?:喉咙|嗓子|食道|气管)|(?:喘|透|呼吸)不(?:上|过)(?:来|气|来气)|呼吸(?:很)?困难|(?:已经?|正在|马上|刚刚?|紧急|赶紧|立刻)(?:去|在)?(?:就医|送医|急救|抢救)|(?:就医|送医|洗胃|抢救)了|洗胃|吐血|便血
    `,
    unless: new RegExp(`防过敏|抗过敏|不过敏|怕过敏|容易过敏|会不会过敏|过敏吗|${nobodysFault.source}`, 'su'),
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: en`
      allergic reaction|anaphyla|epi-?pen|(?:came|come|broke|broken|breaking|coming) out in (?:a |an |hives|spots|blisters|welts|red)|hives\b|(?:face|eyes?|lips?|throat|hands?|skin|tongue|foot|ankle)[^.!?]{0,16}(?:swollen|swelled|swelling|swell up|blister\w*|burn(?:ing|t|ed)|numb|raw|bleeding)|(?:gave|given|giving) (?:me|him|her|us) (?:a |an )?(?:nasty |bad |terrible )?(?:rash|shock|blisters|burns?)
      (?:wood |wooden )?(?:splinters?|shards?|stones?|bones?|plastic)\b[^.!?]{0,8}\bin (?:the|my|our|his|her) (?:\w+ )?(?:food|soup|bread|cake|salad|meal|porridge|rice|jam|drink|bottle)|(?:skin|face|eyes?|scalp|lips|hands) (?:burns|stings|itches)\b[^.!?]{0,12}\b(?:since|after|from|because)|(?:he|she|i|son|daughter|child|husband|wife|mother|father|mum|mom|dad|guest|customer) (?:just |then )?collapsed\b
      injur(?:ed|ing) (?:my|his|her|our|their|me|him|us|one of)\b|(?:burn(?:t|ed|s)?|scald(?:ed)?|hurt|cut|sliced|gashed|crushed|trapped|twisted|sprained) (?:(?:my|his|her|our|their|one of (?:my|our))(?: \w+){0,2} (?:fingers?|hands?|thumbs?|palms?|arms?|legs?|foot|feet|toes?|face|cheeks?|eyes?|lips?|tongue|mouth|throat|head|forehead|neck|back|shoulder|knees?|ankles?|wrists?|elbows?|skin|scalp|ears?|nose|shins?|son|daughter|child|kids?|children|baby|toddler|boy|girl|wife|husband|mother|mum|mom|father|dad|friend|dog|cat|staff|guests?)(?!'s|\w)|himself|herself|myself|themselves|(?:me|him|us|her)(?= (?:badly|open|deep|when|while|on|quite|and|in)\b|[^ a-z]|$))\b|burn(?:t|ed)[^.!?]{0,6}(?:my|our|the) (?:\w+ )?(?:curtains?|carpet|sofa|table|desk|bed|mattress|house|kitchen|rug|floor|worktop|hair)\b|injur(?:ed|y|ies) (?:my|his|her|to|from|because|when|by|on|after)|(?:was|were|been|got|is|badly) (?:injured|hurt|burn(?:t|ed)|electrocuted|scalded|poisoned)|electrocut|electric shock|(?:got|gave|had) (?:me |him |her |us )?(?:a|an) (?:\w+ )?shock (?:off|from|when)|bleeding\b|blood (?:everywhere|all over)|(?:needed|had|got|need) (?:\w+ )?stitches|concussion
      (?:broke|broken|fractured|chipped|cracked) (?:my|his|her|a) (?:arm|leg|wrist|tooth|ankle|back|nose|finger|hip|rib|collarbone|foot|toe|elbow)|(?:ended up|is|was|are|were|be|been|taken|rushed|went|drove|still|now|him|her|them|me|us|back) (?:\w+ )?(?<!back )(?:in|to|at|from) (?:the )?(?:hospital|a&e|emergency room|er)\b(?! (?:appointment|visit|shift|job|staff|canteen|shop|road|car))|(?:he|she|they|we|i|mum|mom|dad|son|daughter|husband|wife|who|now)(?:'s|'re|'m)? (?:\w+ )?(?:in|at) (?:the )?(?:hospital|a&e)\b|ambulance|(?:fell|fallen|thrown) (?:off|down|through|over|from|backwards)|gave way|(?:snapped|collapsed|came off|came loose|broke) (?:while|under|when|as|with|at speed|mid)|(?:sparks?|sparking|caught fire|on fire|in flames|exploded|exploding|blew up|melted|melting)|smoke (?:is |was |keeps )?(?:coming|pouring|from|out|came)|(?:started|is|was|began) (?:to smoke|smoking)\b|gas (?:leak|smell)|smell(?:s)? (?:of|like) gas|carbon monoxide
      (?:brakes?|steering|throttle|airbag)\b[^.!?]{0,20}(?:fail|broke|came|gave|gone|stopped|don'?t|didn'?t|doesn'?t|not work|snapp|went|locked|cut out)|food poisoning|(?:been|was|were|got|getting|made (?:me|us|him|her|everyone|my \w+)|violently|all|(?:i|he|she|we|they|who|everyone|everybody|son|daughter|kids?|children|child|baby|wife|husband|mum|mom|dad|guests?|dog|cat|puppy)(?:'s|'m|'re| is| am| are)) (?:\w+ )?(?:sick|ill|poorly)\b(?! of\b)|vomit|throwing up|threw up|thrown up|diarrh|(?:shards?|bits?|pieces?|lumps?|splinters?)? ?(?:of )?(?:glass|metal|nails?|screws?|needles?|blades?|bugs?|cockroach(?:es)?|maggots?|mouse|staples?|wire|plaster|insects?|worms?|mou?ld)\b[^.!?]{0,12}\bin (?:the|my|our|his|her|a|your|it)\b|poison(?:ed|ing)|chok(?:ed|ing) on|unconscious|passed out|fainted|seizures?
      (?:dog|cat|rabbit|horse|puppy|kitten|pet|hamster|parrot)\b[^.!?]{0,24}(?:died|dead|dying|escaped|ran away|run away|got out|limping|seizure|bleeding|collapsed)|(?:hit|slapped|grabbed|shoved|touched|threatened|harassed|locked) (?:my|our|a|the) (?:child|son|daughter|kid|wife|mother|boy|girl)|(?:kitchen|ceiling|basement|flat|house|floor|bathroom|room)[^.!?]{0,16}(?:flooded|flooding|under water|collapsed|came down|fell in)|flooded (?:my|our|the)
      (?:son|daughter|child|kid|kids|children|baby|toddler|boy|girl|infant|grandson|granddaughter|niece|nephew|wife|husband|mother|mum|mom|father|dad|friend|dog|puppy|cat|kitten|pet|he|she|i|we|they|one)(?: \w+){0,3} (?:swallowed|swallowing|ingested|inhaled)(?! (?:my|the) (?:pride|words))|(?:son|daughter|child|kid|kids|children|baby|toddler|boy|girl|infant|grandson|granddaughter|niece|nephew|wife|husband|mother|mum|mom|father|dad|friend|dog|puppy|cat|kitten|pet|he|she|i|we|they|one)(?: \w+){0,2} (?:ate|eaten|drank|licked|chewed|bit|sucked)\b[^.!?]{0,30}\b(?:packets?|sachets?|magnets?|batter(?:y|ies)|beads?|plastic|glass(?! noodles)|metal|screws?|buttons?|coins?|pellets?|detergent|cleaner|soap|mou?ld|wax|oil|paint|glue|pods?)\b|(?:ate|eaten|drank|drunk|swallowed|licked|chewed|ingested|inhaled)\b[^.!?]{0,30}\b(?:silica|desiccants?|oxygen absorbers?|bleach|antifreeze|rat poison|button batter(?:y|ies)|button cells?)|poison (?:control|centre|center|line|helpline)
      (?:had|needed) to (?:go|be (?:taken|rushed|admitted|seen)|see|visit|rush|call|take \w+(?: \w+)?|bring \w+(?: \w+)?) (?:(?:to|at|in) )?(?:the |a |an |my |our )?(?:er|emergency|hospital|a&e|urgent care|doctor|gp|vet|paramedics)\b|(?:can(?:no|')?t|cannot|can not|couldn'?t|could not|hard to|unable to|hardly|barely|struggl\w+ to)(?: (?:even|really|properly|hardly|barely))? breathe\b(?! (?:new|fresh|life))|(?:trouble|difficult(?:y|ies)|problems?|struggl\w+|stopped|hard time)(?: with)?(?: \w+)? breathing\b|short(?:ness)? of breath
      (?:fell|fallen|falling|dropped|came down|come down|came crashing down|landed|collapsed|toppled|tipped|crashed)(?: over| down)? (?:on|onto|on to|on top of) (?:(?:my|his|her|our|their|a|the|one of (?:my|our|the))(?: \w+)? (?:head|face|foot|feet|toes?|hands?|fingers?|legs?|arms?|back|neck|shoulder|knees?|son|daughter|child|kids?|children|baby|toddler|boy|girl|wife|husband|mother|mum|mom|father|dad|dog|cat|guests?|customer)\b|(?:me|him|us|her)(?= (?:when|while|and|in|as|at)\b|[^ a-z]|$))
    `,
    unless: new RegExp(
      `allergic reactions\\?|to avoid|in case (?:of|i|we)|prevents?\\b|sick (?:of|and tired|leave|note|day)|tickets?: |works? (?:at|in|for) (?:the |a )?hospital|${illnessAlone.source}`,
      'su',
    ),
  },
  {
    // so short that they are taken for anything
    why: 'harm',
    counts: 'any',
    says: zh`
      (?<!别|小心|容易|以免|怕|会|不)(?:噎|呛|哽)(?:住|到|着)(?!吗|怎么防)|(?<!要|快|真|都|笑|怕|会|好|美|香|帅|甜|到|得)(?:晕倒|昏倒|昏迷|晕过去|昏过去|晕厥)了(?![,~ ]?(?:又|怎么又|还是|居然))|(?<!不会|会不会|怕)(?:被[^,。!?]{0,4}|把(?:我|人|他|她|孩子|老人))(?<!充)电(?:到|着|了|击|得|麻|伤)(?!你|她|他)
    `,
  },
  {
    why: 'harm',
    counts: 'problem',
    says: zh`
      过敏(?:了|反应|严重|发作|得)|(?:吃|喝|用|敷|涂|抹|戴|穿|擦|染)(?:了|完|过)[^。]{0,14}过敏|过敏[^。!?]{0,12}(?:还|却|居然|竟然|照样)[^,。]{0,4}(?:放|加|给|用|有|上)|(?:数据|记录|文件|资料|照片|视频|账(?!号)|档案|稿子?|客户|论文|作品|订单|存档|备份|通讯录|笔记|录音)[^,。!?]{0,10}(?:没了|丢了|丢失|消失|被?删(?:了|掉|光)|清空|不见|全丢|覆盖|找不回|恢复不)|(?<!(?:我(?:自己|不小心)?(?:把|给)?|小票|名片|收据|说明书)[^,。你们被]{0,5})(?:弄|搞)(?:丢|没)了|给我(?:弄|搞)?(?:丢|没)了|(?:账号|帐号|号|卡|网站|邮箱)[^,。]{0,4}被(?:盗|黑|人)|盗刷|被黑(?:了|客)|(?:信息|隐私|资料|电话|地址)[^,。]{0,6}(?:泄露|泄漏|外泄|给了别人|发给了?别人)|(?:危险|吓死|出人命|差点(?:出事|撞|摔|烧|没命))
    `,
    unless: /哈哈|笑死|😂|🤣|好看|好吃|好喝|过敏[^。!?]{0,12}(?:吗|么|哪[款种个]|有没有)|会(?:不会)?过敏/u,
  },
  {
    why: 'harm',
    counts: 'problem',
    says: en`
      a rash\b|rashes\b|dangerous(?!ly (?:good|tasty|delicious|nice|cute))|unsafe|could have (?:killed|died|been killed|burn|been worse|lost)|nearly (?:killed|died|fell|crashed|burn|lost)|almost (?:killed|died|crashed|set)|(?:data|records?|files?|photos|pictures|videos?|customers|contacts|orders|thesis|dissertation|manuscript|database|backups?|accounts|footage|notes|recordings?|entries|invoices|everything|history)\b[^.!?]{0,30}\b(?:gone|lost|wiped|vanished|disappeared|deleted|erased|overwritten|unrecoverable)\b|(?:data(?:base)?|records|backups?|everything|history|customers|accounts|entries)\b[^.!?]{0,30}\bcorrupted\b|corrupted (?:all|everything|(?:\w+ ){0,3}(?:data(?:base)?|records|files|photos|backups?|thesis|history)\b)|(?:lost|wiped|deleted|erased|overwrote|destroyed)\b[^.!?]{0,26}\b(?:data|records?|files?|photos|pictures|videos?|contacts|thesis|dissertation|manuscript|database|backups?|footage|everything|years|months of)|(?:data|privacy) breach|hacked\b|leaked (?:my|our|the)|(?:someone|somebody|a stranger) (?:has |is |got )?(?:\w+ )?(?:in|into|using|accessed|took over) (?:my|our)|(?:someone|somebody|a stranger|people) (?:else )?(?:is |has |keeps? |are )?(?:order|buy|bought|pay|paid|shop|logg|log)\w*(?: \w+){0,3} (?:with|into|from|on|through|using|in) (?:my|our) (?:\w+ )?(?:account|card|name|login|profile|details)|stolen\b|(?:gave|sent|shared|emailed) (?:my|our|a stranger) (?:\w+ )?(?:address|number|details|documents|data|passport)
    `,
    unless: /haha|\blol\b|lmao|😂|🤣|addict|so good|delicious|yummy/u,
  },
  { why: 'harm', counts: 'any', says: allergySuffered },
  {
    // the one word of somebody who has no time for more
    why: 'harm',
    counts: 'any',
    says: /^\W{0,3}(?:(?:i'?m|i am|we(?:'re| are)|he'?s|she'?s|my \w+ (?:is|got|has)) )?(?:having |got |an? |so |very |really )*allerg(?:ic|y|ies)(?: reactions?)?(?: now| already)?[!.\s]*$|\b(?:got|getting|having|became|went|turned) (?:an? |so |very |really )*allerg|^(?:我|他|她|孩子|宝宝|皮肤|脸|好像|又|全身|大家|都){0,3}过敏了?[!。~\s]*$/u,
    unless: /\b(?:got|have|having) (?:an? )?allerg(?:y|ies) (?:friendly|free|test|safe)/u,
  },
  ...bodilyRules,

  // somebody complains, or means to before others
  {
    why: 'complaint',
    counts: 'any',
    says: zh`
      投诉(?!建议)|客诉|差评(?:见|等着|警告|没跑)|(?:给|打|写|上|留)(?:你们?|你家|您)?(?:个|一个|一条)?(?:差评|[一1](?:颗)?星)|消协|消费者协会|市(?:场)?监(?:管)?局|工商局|曝光你|(?:去|要|就|会|准备|马上)[^,。]{0,4}(?:小红书|抖音|微博|大众点评|网上|朋友圈|各大平台)[^,。]{0,6}(?:发|说|写|挂|曝|让)|(?:去|要|找)[^,。]{0,6}曝光(?!度|率|量|时间|补偿|过|不足)|找(?:媒体|记者)
    `,
    unless:
      /(?:没有?|不是?|无|零|未|没人|从不|从未|别|怕)[^,。就会要只]{0,4}(?:投诉|差评|客诉)|(?:投诉|差评)(?:率|处理(?:软件|系统|服务))|(?:减少|降低|避免|应对|处理|删除?|代删|防)[^,。]{0,4}(?:投诉|差评|客诉)/,
  },
  {
    why: 'complaint',
    counts: 'any',
    says: en`complain(?:t|ts|ing|ed)?\b|(?:going|have|want|forced|ready|prepared|right|threaten\w*|about|like) to sue\b|(?:i|we|he|she|they)(?:'ll| will| can| could| shall| may| might|'d| would) sue\b|sue (?:you|your|them|for (?:damages|compensation))\b|suing\b|(?:see|take) you (?:in|to) court|trading standards|ombudsman|better business bureau|small claims|consumer (?:protection|rights|council|affairs)|(?:1|one|zero)[- ]stars?\b(?! hotel)|(?:leave|leaving|write|writing|post|posting|left|give|giving)\b[^.!?]{0,20}\b(?:bad|negative|terrible|scathing|awful|nasty|horrible|damning|poor) (?:\w+ )?(?:review|rating|feedback)`,
    unless:
      /(?:no|zero|never|not|n't|cannot|cant|without|nothing|few|any|hardly|anything)(?: a| an| one| to| had| have| any| much| really| single| here| heard| about| reason| cause| got| get){0,4} complain|complaints? (?:management|handling|software|box|form|department|policy|procedure)|(?:reduce|fewer|handle|avoid|prevent) (?:\w+ )?complaints|n't (?:want|mean|like) to complain|not complain|never complain/,
  },
  {
    why: 'complaint',
    counts: 'problem',
    says: zh`骗(?:子|人|钱|我)|欺诈|诈骗|黑店|无良|假货|退一赔|假一赔|起诉|(?<!(?:要|得)去)法院(?!旁|对面|附近|门口|那|隔壁|后面|路|边|上班|工作)|(?<!(?:我是|做|当|名|位|推荐给|介绍给|送给?|给)[^,。]{0,3})律师(?!事务所|所|楼|证|形象|行业|朋友|同学|同事|邻居|客户|推荐|介绍)|法律(?:途径|程序)|报警(?!器|灯|铃|系统|功能|声)|派出所(?!旁|对面|附近|门口|那|隔壁|后面|边|盖|办|开的)|告(?:你|到)|(?<!(?:好评|五星|推荐|晒|美图|照片)[^,。!?]{0,8})(?:发|挂|传)(?:到)?(?:网上|小红书|抖音|微博|大众点评|点评|朋友圈|群里)(?![^。!?]{0,8}(?:好评|五星|推荐|夸|安利))|平台(?:介入|见|申诉|评理)|不会(?:就这么)?算了|没完(?!成|工|全|稿)|给(?:我)?(?:个|一个)?(?:说法|交代|解释)`,
  },
  {
    why: 'complaint',
    counts: 'problem',
    says: en`trustpilot|yelp|tripadvisor|(?:google|online|public|honest|my) review|(?:review|post|tell|write|go)(?:s|ing)?\b[^.!?]{0,20}\b(?:online|everyone|public|social media|facebook|twitter|reddit|press|newspaper)`,
    // praise is told to others as well
    unless:
      /\bwhen(?:ever)? (?:you|u)(?: have|'ve| get| can)\b|\bno (?:rush|hurry)\b|\b(?:five|5|four|4)[- ]?stars?\b|\b(?:great|good|glowing|lovely|nice|positive|kind|happy|wonderful|fantastic|excellent|best) (?:\w+ )?(?:reviews?|ratings?|feedback)\b|\brecommend(?:ed|ing)? (?:you|your)\b|\bhow (?:good|great|happy|lovely|nice|much (?:i|we) (?:love|like))\b/u,
  },
  {
    why: 'complaint',
    counts: 'problem',
    says: en`legal (?:action|advice|steps)|lawsuit|(?<!\bfor (?:a|my|our|his|her) )(?:solicitors?|lawyers?|attorneys?)\b(?! (?:friends?|recommended|clients?|colleagues?|customers?|neighbou?rs?|buddy|mates?|brother|sister|husband|wife|told me (?:about|how)|loves?|likes?|(?:and |who |has |he |she ){0,2}recommend\w*)\b)|(?:the|to|a) police\b(?! (?:station|officer|academy|box|car))|(?:you|this|it) (?:in|to) court|go(?:ing)? to court|court (?:action|case|proceedings)|report(?:ing)? (?:you|this|it|your)|scam(?:med|mers?)?\b|fraud|stole\b|theft|counterfeit`,
    // whoever leaves the hour to us threatens nobody
    unless: /\bwhen(?:ever)? (?:you|u)(?: have|'ve| get| can)\b|\bno (?:rush|hurry)\b/u,
  },

  { why: 'complaint', counts: 'any', says: hotlines },
  ...threatRules,
  {
    // nothing but the blame
    why: 'complaint',
    counts: 'any',
    says: /^\W{0,3}(?:(?:this|it|you|u|what|is|are|it'?s|you'?re|ur|such|all|guys|total|complete|absolute|bloody|fucking|an?|bunch|of) ){0,6}(?:scam(?:mers?|s)?|frauds?(?:ters?)?|thie(?:f|ves)|liars?|crooks?|rip[- ]?offs?|con (?:artists?|men|man)|cheats?|cheaters?|fakes?)[!.\s]*$|^(?:你们?|您|这|就是|是|真|全|都|个|一群|大|家|店|东西|卖){0,6}(?:骗子|骗人|骗钱|假货|假的|黑店|小偷|诈骗|奸商)(?:店|公司|平台)?(?:[!。,~\s]|的|啊|呀)*$/u,
  },

  // money went wrong
  {
    why: 'payment',
    counts: 'unless wish',
    says: zh`
      (?:扣|刷|收|划|付了|交了|转了|打了)[^,。?]{0,5}(?:两|2|二|双|三|3|四|几|多)(?:次|遍|回|笔|份|倍)(?!课|合|优惠|消费)|(?<!(?:不是|没有?|未|并非|不算|别|不要|请?勿|不会|会不会|怕)被?)重复(?:扣|付|收|支付|划|付款|扣款)|(?:扣款|扣费|收费|付款|支付)(?:好像|是不是|怎么)?重复(?!购|率)|双重扣|多(?:扣|收|划|刷)(?:了|我|\d)|(?:付款|支付|扣款|付钱|刷卡|转账|交易|缴费|结账|结算)[^,。]{0,8}(?:失败|不成功|没成功|被拒|出错|报错|异常|没反应|打不开|转圈|白屏|闪退|中断|不了|卡住|卡死|过不去)|(?<!能)(?:无法|没法|不能|没办法)(?:正常|完成|成功)?(?:付款|支付(?!宝)|结账|结算|刷卡|付钱)(?![^,。!?]{0,4}[吗么])|(?:付了[款钱]|付过[款钱]|[付][款钱]了|(?:已经?|都|我)(?:付款|支付|付钱|付了)|支付了|(?:付款|支付)成功)[^。!?]{0,10}(?:(?:没|没有|无|不见|找不到|查不到|看不到)(?:生成)?订单|订单(?:没生成|没有|没了|不见|消失|还是|却|显示|又)?[^,。!?]{0,6}(?:没生成|没了|不见|消失|(?:未|没|待)(?:付|支付)))|(?:显示|还是|仍是?|提示)(?:未|没|待)(?:付款|支付)[^。!?]{0,10}(?:扣了|付了|已经?付)|付不(?:了|上|出去|起来)(?:款|钱)?|(?:钱|款)(?:已经|都|却|就)?(?:扣了|没了|划走|被扣|付了|出去了)[^。]{0,14}(?:没|不|未|失败|取消|无)|乱扣|莫名(?:其妙)?[^,。]{0,4}扣|(?:没|未)经?[^,。]{0,6}(?:同意|授权)[^,。]{0,4}扣|扣错(?:钱|款|费)
    `,
    unless:
      /现在(?:好了|可以了|行了|正常了)|已经好了|(?:失败|被拒|扣两次|重复扣)(?:了)?(?:会|怎么样|的话)|(?<!怎么|为什么|为啥|咋)(?:要|会|得|需要|是不是)(?:不会)?[^,。]{0,3}(?:收|付|扣|刷)[^,。]{0,5}(?:次|遍|回|笔)[^,。]{0,6}(?:吗|么|\?)|分(?:两|二|2|三|几)(?:次|期|笔)|(?:可以|能|能不能|可不可以)[^,。]{0,4}(?:两|2|三|几)(?:次|期|笔)/,
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: en`
      (?:charged|charging|billed|billing|debited|invoiced|(?:you|they|it|who|system|site|app|shop)(?: just| keep| always| have)* (?:charge|bill|debit|invoice)s?|took|taken|paid|deducted|withdr[ae]wn?|charge[ds]? (?:me|us|my card) (?:twice|double|again)) ?\b[^.!?]{0,36}\b(?:twice|two times|2 times|2x|double|three times|3 times|four times|again)\b|(?:double|over)[- ]?(?:charg|bill)\w*|(?:duplicate|duplicated|two|2|three|multiple|identical) (?:\w+ )?(?:payments?|charges?|debits|transactions?|withdrawals)|payments? (?:has |have |have been |was |is |got |just |keeps? |kept |keep |always |still )*(?:fail\w*|declin\w*|reject\w*|refused|bounc\w*|error|stuck|not (?:going|go|gone) through)|payment (?:didn'?t|did not|won'?t|doesn'?t|hasn'?t|wouldn'?t|never|will not) (?:go|work|went|gone|complete|register)|(?:card|paypal|transfer|bank)\b[^.!?]{0,16}\b(?:declined|rejected|refused|failed|failing)|(?:can'?t|cannot|can not|couldn'?t|could not|unable to|not able to|(?:won'?t|doesn'?t|does not|will not|not) let(?:ting)? (?:me|us)|impossible to)(?: (?:even|actually|seem to|get it to))? (?:pay|check ?out|(?:complete|finish|make|place) (?:the |my |a |any )?(?:payments?|purchases?|orders?|bookings?|check-?out))\b(?! (?:(?:that|so|this|too|as) (?:much|many|price)|more|(?:un)?til|before|extra|upfront|up front|in advance|the (?:full|whole|rest)|my (?:rent|bills?)|[$£€¥\d]))|(?:payment|check-?out|pay|paying)(?: (?:page|form|screen|button|link|process|system|step|site|now))*(?: (?:of|on|in|at|for) [\w' ]{1,24})? (?:(?:is|was|has|just|keeps?|kept|seems?|appears?|to|be|always|still|got|gets|only|completely|totally) ?\b ?){0,4}(?:broken|down|fail(?:s|ed|ing)|crash(?:es|ed|ing)?|freez(?:es|ing)|froze|frozen|hang(?:s|ing)|hung|stuck|errors?|blank|spin(?:s|ning)|tim(?:es|ed|ing) out|not (?:work|load|open|respond)\w*|(?:does|did|do|will|wo|ca)(?:n't|nt| not|not) (?:work|load|open|respond|complete|do anything)|does nothing)\b|paid\b[^.!?]{0,30}\b(?:but|and|yet|though|however)\b[^.!?]{0,30}\b(?:no (?:order|confirmation|booking|record|receipt number)|(?:un|not )paid|(?:awaiting|waiting for|pending) payment|payment pending|(?:order|booking) (?:\w+ )?(?:disappeared|vanished|missing|gone|never (?:appeared|showed|went)|doesn'?t (?:exist|show|appear)|isn'?t there|not (?:there|found|created|showing)))|(?:money|amount|funds)\b[^.!?]{0,20}\b(?:gone|taken|deducted|debited|left my|went out)\b[^.!?]{0,30}\b(?:no|not|never|without|unpaid|pending|isn't|hasn't|doesn't)\b|charge-?backs?|dispute (?:the|this|that|my|it)\b[^.!?]{0,14}(?:charge|payment|bank|card|transaction)|(?:will|'ll|going to|want to|have to) dispute (?:it|this|that)\b|unauthori[sz]ed (?:charge|payment|transaction)s?|(?:charged|took|taken|debited) (?:me |us |my card )?(?:after|without|even though|although|for (?:something|a thing|nothing))
    `,
    unless:
      /(?:worked|works|went through|going through|fine|all good|sorted)(?: (?:now|again|fine|in the end|after all))|\bbut (?:it |then it )?(?:worked|works|went through)|(?:^|[.!?,;\n] ?)(?:so |and |hi |hello |hey |but )?(?:will|would|do|does|am|if|can|could|should|shall) (?:i|we|you|u|it|they)\b[^.!?\n]{0,16}\b(?:charged?|bill(?:ed)?|pay|paid|debit(?:ed)?|taken?|invoiced?)\b[^.!?\n]{0,30}\b(?:twice|again|double|two|three)\b|twice as|(?:pay|paying) (?:in )?(?:two|2|three|3) (?:payments|instal)|two payments\?|what happens if|if (?:the|my|a) payment fails|charge-?back (?:protection|insurance|prevention)/,
  },

  // needed at once
  {
    why: 'deadline',
    counts: 'any',
    says: zh`
      水管[^,。]{0,5}爆|爆(?:水)?管|(?:满屋子?|一屋子?|满地|全)(?:都)?是?水(?:!|,|。|$)|(?:反锁|锁)在?(?:了)?(?:门外|外面|屋里|里面)[^。]{0,12}(?:孩子|老人|火|灶|煤气)
      急[^。]{0,30}(?:今天|今晚|现在|马上|点半?(?:钟)?(?:之)?前|小时内)|(?:今天|今晚|现在|马上|点半?(?:钟)?(?:之)?前|小时内)[^。]{0,30}(?:急(?:用|!|,|。|急|$)|着急|紧急)
    `,
  },
  {
    why: 'deadline',
    counts: 'any',
    says: en`
      burst pipe|pipes? (?:has |have |just |'s )*burst|water (?:is |was |keeps )*(?:everywhere|pouring|gushing)|(?:pouring|gushing) water|locked (?:out|in)\b[^.!?]{0,24}\b(?:baby|child|kids?|toddler|stove|oven|inside)
      (?:urgent(?:ly)?|emergency|asap)\b[^.!?]{0,50}\b(?:today|tonight|right now|noon|within the hour|in an hour|this (?:morning|afternoon|evening))|(?:today|tonight|right now|noon|in an hour|this (?:morning|afternoon|evening))\b[^.!?]{0,40}\b(?:urgent|emergency|asap)
    `,
  },
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: zh`
      紧急|加急|急[用需求等找寻着事单件]|着急|火急|火烧眉毛|在线等|急(?:死|疯|坏|哭)|(?:很|好|太|真|特|超|挺|贼|非常|特别|十分|万分|比较|有点|有些|实在|真的|确实|这么|那么|单子?|事情?|件|这个|活|货)急(?![诊救刹性脾躁冻促速转忙支于功])|(?:^|[,。!?:;~ \n])急(?=[急,。!?:;~ \n]|$|买|订|问|询)|急[急!]
      (?:马上|立刻|立即|赶紧|赶快|火速|现在就|今天就|今晚就)就?(?:[要得](?![到来好去走出发付下转打开过完关收回确])|需要|给我|帮我|帮忙|处理|解决|回(?:复|电|话|我)|联系|安排|派|来人|过来|退款|退钱|发货|送过?来|寄)|(?:今天|今晚|马上|现在|立刻)就[要得]用|(?:能|怎么)不(?:着)?急|速(?:回|联系|来|处理|复(?=[!,。]|$))
      (?:今[天晚早夜]|现在|[点天午晚夜](?:钟)?之?前|小时(?:之)?内)[^,。!?]{0,6}(?:必须|务必|一定[要得给])(?!加班|走|回家|去|[^,。!?]{0,10}吗)|(?:必须|务必|一定[要得])[^,。!?]{0,8}(?:今[天晚早夜]|现在|马上|立刻|立即|点(?:钟)?之?前|小时之?内)(?![^,。!?]{0,10}吗)
    `,
  },
  {
    why: 'deadline',
    counts: 'unless thanks',
    says: en`
      urgent(?:ly)?\b|urgency\b|emergency\b|asap\b|a\.s\.a\.p|sos\b|as soon as (?:humanly )?possible|time[- ](?:sensitive|critical)|(?:please|pls|plz) hurry|hurry (?:up|please|pls)
      (?:need|want|must|have to|has to|got to|required?|help|fix|call|ring|phone|reply|answer|respond|send|ship|come|deal with|sort|solve|cancel|stop|refund)\b[^.!?,;\n]{0,30}\b(?:right (?:now|away)|immediately|straight ?away|at once|this (?:minute|instant))|(?:right (?:now|away)|immediately),? (?:please|pls)\b|immediate (?:attention|help|action|response|reply|assistance)\b|(?:this|it|that) (?:really |just )?(?:cannot|can't|cant|won't) wait\b
      (?:need(?:s|ed)?|must|has to|have to|got to)\b[^.!?,;\n]{0,40}\b(?:by|before|no later than|until) (?:tonight|today|noon|midnight|midday|(?:this|tomorrow) (?:morning|afternoon|evening)|(?:the )?end of (?:the )?(?:day|today)|eod)\b|(?:today|tonight|by \w+) or (?:else\b|(?:we|i|they|it)(?:'s|'ll| will| are| am| is)?\b(?! (?:can|could|may|might|come|wait|do|pick|get)\b))
    `,
  },

  // an hour is near, and something is wrong
  {
    why: 'deadline',
    counts: 'problem',
    says: zh`
      (?:今晚|今天|今夜|今儿|马上|待会|等会|一会|明早|明天|后天|几?(?:个)?小时(?:后|以后|之后)|半小时|(?:还有|只剩|不到)[^,。]{0,6}(?:小时|分钟)|(?:早上|上午|中午|下午|晚上)?[一二两三四五六七八九十\d]+点(?:半|钟)?)[^。!?]{0,14}(?:要用|就用|急用|就要|等着|开始|婚礼|出嫁|迎亲|开场|开业|活动|演出|上台|开播|直播|考试|答辩|开会|比赛|出发|发车|开车|起飞|检票|开考|开席|登机|赶飞机|发布|截止|交稿|交货|宴|展会|面试|招标|开标|开课|客人|客户|大促|上线|开售|开抢)
      (?:客人|宾客|嘉宾|客户|领导)[^。!?]{0,8}(?:到|来了|等着|到齐)|(?:婚礼|活动|演出|直播|考试|比赛|开业|葬礼|追悼会|答辩|展会|宴会|酒席|寿宴|满月酒|发布会|面试|生日)[^。!?]{0,10}(?:今晚|今天|马上|就要|就在|明天|后天|小时|开始|点)|救命|救急(?!包|箱)|人命关天|等着救
    `,
    unless: ownPlansZh,
  },
  {
    why: 'deadline',
    counts: 'problem',
    says: en`
      (?:event|wedding|party|show|exam|flight|interview|launch|meeting|funeral|concert|gig|presentation|ceremony|opening|guests?|match|race|deadline|due|recital|webinar|course|bride|groom|stage|live|customers?|client|court|dinner|performance|match|birthday|baptism|christening|talk|conference|train|plane|fair|market|stall)\b[^.!?]{0,30}\b(?:tonight|today|this (?:morning|afternoon|evening)|tomorrow|in (?:an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|a few|a couple of|\d+|half an|under an?) ?(?:hours?|hrs?|minutes?|mins?|h)\b|at (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|noon|midday)|within the hour|already)
      (?:tonight|today|this (?:morning|afternoon|evening)|tomorrow|in (?:an?|one|two|three|four|five|six|a few|\d+|half an) (?:hours?|minutes?))\b[^.!?]{0,26}\b(?:event|wedding|party|show|exam|flight|interview|launch|meeting|funeral|concert|gig|presentation|ceremony|opening|guests?|match|race|deadline|recital|webinar|conference)|(?:starts?|begins?|opens?|leaves?|departs?) (?:tonight|today|in (?:an?|ten|fifteen|twenty|thirty|forty|half an|\d+) (?:hours?|hrs?|minutes?|mins?))\b|life or death|desperate(?:ly)?\b|before (?:tonight|i lose|we open|it'?s too late)|need(?:ed)? (?:it|this|them|an answer|help)? ?(?:by |for )?tonight
    `,
    unless: ownPlans,
  },
  ...doorRules,
  ...othersDataRules,
  ...takenWronglyRules,
  ...troubleRules,
  ...mishapRules,
  ...workRules,
  ...astrayRules,
];
