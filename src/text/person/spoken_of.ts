/** What belongs to a customer of ours: whoever says 'her link' to somebody speaks of the customer, not to them. */
const THING =
  '(?:link|order|refund|invoice|parcel|package|payment|deposit|quote|account|delivery|shipment|subscription|bill|balance|contract|files?|proofs?|site|website|domain|login|password|replacement|complaint|case|issue|deal|lead)';
/** What is looked into or changed for somebody; where they live or can be reached is asked of others as well. */
const HANDLED = `(?:${THING}|tickets?|booking|appointment|address|details|name|number)`;
/** What a contact's card says of them. */
const CARD_FIELD =
  '(?:number|phone|mobile|cell|e-?mail|mail|address|post ?code|zip(?: code)?|birthday|whatsapp|telegram|insta(?:gram)?|company|firm|shop|husband|wife|partner|assistant|size|budget|favou?rite|nickname|language|time ?zone|account number|vat)';
/** Whoever belongs to somebody. */
export const KIN =
  '(?:husband|wife|partner|boyfriend|girlfriend|son|daughter|mother|father|mum|mom|dad|brother|sister|boss|assistant|friend|neighbou?r|colleague|secretary)';
/** How a thing of theirs stands, whatever it is: her scarf is ready, Tom's mugs are packed. */
const STANDS =
  "(?:[\\p{L}'’-]{2,20} ){0,2}[\\p{L}-]{2,20}(?:['’]s| is| are| was| were| has been| have been) (?:all |now |nearly |almost |finally |already |still |not |being )?(?:ready|packed|wrapped|done|finished|made|shipped|posted|sent|dispatched|delivered|here|back|late|lost|broken|damaged|paid|on (?:its|the|their) way|out for delivery|in stock|out of stock|fixed|repaired|printed|framed|collected)(?![\\p{L}])(?![^\\n]{0,80}\\b(?:you|your)\\b)";
const CLIENT = '(?:the |this |that )?(?:client|customer|buyer)';
const HIM = `(?:him|her|${CLIENT}(?! (?:portal|login|service|support|care|parking|area|account)))`;
const SAYS =
  "(?:is(?! king)|was|['’]s|seems?|wants?|wanted|needs?|needed|asks?|asked|says?|said|paid|pays|never|always|keeps?|still|complain(?:s|ed)|refuse[sd]|owes?|has|hasn['’]?t|won['’]?t|didn['’]?t|doesn['’]?t|called|rang|wrote|replied|ordered|cancell?ed|can wait|will (?:wait|pay|call|come|collect)|got)";

const ENGLISH: readonly RegExp[] = [
  /^(?:(?:ok|so|and|but|well|then|fine)[ ,]+)?(?:he|she)(?:['’]ll| (?:can|will|must|should|has to|could|may))(?: just| also| have to| need to)* wait\b/i,
  /^(?:he|she)(?:['’]s| is) (?:(?:still|just) )?waiting\b/i,
  /^(?:he|she)(?:['’]ll| will| still has to| has to) (?:still )?pay\b/i,
  /^(?:he|she)(?:['’]s| has)? (?:already |just |finally )?(?:paid|cancell?ed|complained|refused|promised)\b/i,
  /^(?:he|she) can (?:have|get|keep) (?:it|an?|his|her|the|\d)(?![\p{L}])/iu,
  new RegExp(`^(?:his|her) ${STANDS}`, 'iu'),
  /^(?:he|she) (?:just )?(?:said|says) (?:he|she)['’ ](?:d|ll|s|will|would|wants?|paid|pays?|can|needs?)\b/i,
  /^(?:he|she) (?:just )?(?:asked for|needs|wants|is asking for) (?:an? |the |his |her |another |new )*(?:discount|refund|replacement|link|invoice|quote|receipt|rebate|reduction|extension|copy|reply|answer|call ?back)\b/i,
  /^(?:he|she)['’]s (?:an? |so |such |too |very |really |always |never |again |not |just |only |difficult|annoying|rude|cheap|crazy|lying|haggling|complaining)/i,
  /^(?:he|she) (?:isn['’]?t (?:paying|buying|happy|interested|serious|coming back)|doesn['’]?t (?:like|pay|buy|reply|answer|want)|changed (?:his|her) mind|(?:never |only )?got (?:the wrong|it\b|nothing|no\b))/i,
  new RegExp(
    `^(?:his|her) (?:\\w+ )?${THING} (?:is|was|are|has|got|goes|needs|still|hasn['’]?t|isn['’]?t|didn['’]?t|never)\\b`,
    'i',
  ),
  /^(?:fyi|nb|note|reminder|remember|btw|careful|warning|heads[- ]up)[\s,:.!–—-]{1,3}(?:(?:that )?(?:he|she)(?:['’]s| ))/i,
  new RegExp(
    `^(?:his|her) (?:new |old |real |full |current |other |work |home |mobile |phone |delivery |vat |company |business ){0,2}${CARD_FIELD}(?:\\s?[:=]|['’]s| (?:is|was|has changed|changed|now|again)\\b|(?=\\s(?:\\+?\\d|\\S{1,40}@)))`,
    'i',
  ),
  /^(?:he|she) (?:wants?|needs?|prefers?|would (?:like|prefer|rather)|likes?|loves?|hates?|moved|lives|changed|(?:has|is having) an? |has (?:moved|changed|asked)|(?:is|['’]s) (?:allergic|vegan|vegetarian|from|based|moving|getting married|pregnant|deaf|blind))/i,
  new RegExp(
    `^(?:his|her) ${KIN}(?: (?:just|already|also|still|now))? (?:has |had |will |is going to |wants to |is )?(?:pa(?:id|ys?|ying)|c(?:a|o)m(?:e|es|ing)|pick(?:s|ed|ing)?|collect(?:s|ed|ing)?|call(?:s|ed|ing)?|rang|wrote|order(?:s|ed)?|cancel(?:led|ed|s)?|sa(?:id|ys)|wants?|asked|took|take|brought|bring|sent|send|dropped|fetch(?:ed)?)\\b`,
    'i',
  ),
  /^their (?:refund|order|invoice|deposit|payment) (?:is|was|has|hasn['’]?t|isn['’]?t)\b/i,
  new RegExp(
    `^(?:just |also |then |later |tomorrow )?(?:fix|re-?send|re-?issue|re-?do|cancel|update|find|change|refund|process|ship|look (?:at|into|up)|track|close|issue|review|approve|edit|delete|move|extend|reset|renew|chase|pack|print|check|adjust|correct|book) (?:his|her) (?:\\w+ )?${HANDLED}\\b`,
    'i',
  ),
  new RegExp(`^(?:still |just )?wait(?:ing)? (?:on|for) (?:${HIM}|(?:his|her) ${HANDLED})\\b`, 'i'),
  new RegExp(
    `^(?:(?:please|pls|first|must|need to|have to|to) )?(?:(?:double|re)[- ]?)?(?:check|confirm|clarify|verify|follow(?:ing)? up|speak|talk|chat|discuss|agree|meet)(?: (?:it|this|that|again|first|up|price|dates?))? (?:with|w/|to) ${HIM}(?![\\p{L}\\p{N}'’-])`,
    'iu',
  ),
  new RegExp(`^${CLIENT}(?:(?<=t|r)['’]s| ${SAYS})(?![\\p{L}'’-])`, 'iu'),
  new RegExp(
    `^(?:please |pls |just |don['’]?t |do not |later |tomorrow )*(?:tell|ask|call|ring|phone|text|email|message|ping|remind|chase|warn|refund|charge|invoice|bill|send|give|offer|let|make|answer|reply to|get back to) ${CLIENT}\\b(?! (?:portal|login|service|support|care|parking|area|account))`,
    'i',
  ),
];

/** Asked of us, though it be a question. */
const QUESTIONS: readonly RegExp[] = [
  /^(?:ask|find out|check) (?:if|whether) (?:he|she)(?![\p{L}])[^\n?]{1,50}[.!]*$/iu,
  /^(?:has|when has|did|when did|what did|why did|how much did|when will|will|hasn['’]?t|didn['’]?t) (?:he|she) (?:ever |already |really |not )?(?:pay|paid|order(?:ed)?|repl(?:y|ied)|answer(?:ed)?|buy|bought)\b/i,
  /^[他她](?:到底|究竟|都|们)?(?:已经)?(?:什.时候|啥时候|多久|几时|怎.|为什.|有没有)?(?:没|还没|不)?(?:付|给|打|转|结)(?:过|了)?(?:钱|款|定金|订金|尾款|账)/u,
];

/** What is said of somebody by name, right behind it, and is not said to them: Priya needs a new link. */
const NAMED =
  /^she (?:needs?|wants?|wanted|ask(?:s|ed)|says|said|paid|pays|will (?:wait|pay|call|come|collect|need)|can (?:wait|pay)|has (?:paid|asked|to|not|no)|hasn['’]?t|still|gets|got|called|rang|wrote|replied|ordered|cancell?ed|thinks|owes)\b/i;

const HIM_ZH = '(?:[他她](?![们]?(?:人|乡|日))|(?:[这那此该](?:个|位)?)?(?:客户|客人|买家|顾客)(?!群|端|服|经理|自提))';
/** Days, hours and what stands between them and what is done then. */
const BEFORE_ZH =
  '(?:\\p{Script=Han}{1,5}?[前后])?(?:[\\d:：./点分半刻钟整时号日月年本周天后前星期礼拜今明晚早上中下午凌晨夜里初底末旬元旦春国庆节假双清端秋除夕到了过会儿小个零一二两三四五六七八九十之约大概左右等再先就去要得请别不用必记该,， ]|左右|暂时?|麻烦|帮我|有空|回头|稍后|改天|可以|准备|以后|懒|没|已经?){0,24}';
const THING_ZH =
  '(?:单子?|订单|那[单批笔个]|快递|包裹|定金|订金|尾款|押金|货款|欠款|款|钱|账|货|发票|地址|退款|工单|线索|意向|合同|报价|样品|付款|资料|售后|投诉|预约|电话)';
/** What a contact's card says of them. */
const CARD_FIELD_ZH =
  '(?:电话|手机号?|号码|联系方式|微信号?|邮箱|邮件|地址|住址|生日|公司|单位|店名?|收件人|税号|抬头|预算|尺码|尺寸|老公|老婆|助理|秘书|口味|语言|QQ|qq)';
const CHINESE: readonly RegExp[] = [
  /^[他她](?:的)?(?:老公|老婆|先生|太太|爱人|对象|男朋友|女朋友|儿子|女儿|孩子|爸爸?|妈妈?|哥哥?|姐姐?|弟弟?|妹妹?|父亲|母亲|同事|朋友|助理|秘书|司机|老板|家人|邻居)(?:已经?|刚才?|都|也|还|[昨今明]天)?(?:付|来|拿|取|打|问|说|要|下|订|买|转|收|退|带|送|签|没)[^您你？?]{0,12}$/u,
  new RegExp(
    `^(?!.*(?:多少|什.|哪|几|[吗呢?？]))[他她](?:们)?(?:的)?(?:新|旧|老|工作|公司|家里?|收货|备用|另一个|现在的?){0,2}(?:的)?${CARD_FIELD_ZH}(?:\\s?[:：=]|是|改|换|变|为|\\s?[\\d+]|\\s?[a-zA-Z][\\w.@-]{3})`,
    'u',
  ),
  /^(?:备忘|提醒|记住|记得|注意|备注)[:：,，\s]{0,2}[他她](?!人|乡|日|们家)/u,
  /^[他她](?:想要?|要|需要|喜欢|偏好|不吃|不喝|对.{1,6}过敏|搬家|换|住|爱喝|爱吃|只喝|只吃)(?!(?:来|到|去|过来)(?:找|接|取))/u,
  new RegExp(
    `^(?!请(?:让|叫|跟|给|把|问|和|对))${BEFORE_ZH}(?:给|跟|对|和|找|问|催|追|约|劝|骂|回复?|联系|通知|告诉|提醒|打给|打电话给|发给|寄给|退给?|补给?|赔给?|转给?|返给?|还给|开给|欠|罚|扣|借|少收|多收|少算|多退|便宜|优惠)(?:一下)?${HIM_ZH}`,
    'u',
  ),
  new RegExp(`^${BEFORE_ZH}(?:让|叫|使)(?:[这那此该](?:个|位)?)?(?:客户|客人|买家|顾客)`, 'u'),
  new RegExp(`^(?=[^去到]{2})${BEFORE_ZH}(?:去|到|上)[他她](?:们)?家(?:里)?(?:送|取|装|量|修|看|拿)`, 'u'),
  /^(?!.*(?:可以|能|也|会|就行|已|了))[^您你我咱？?，,。\n]{1,10}(?:退|补|赔|返|免|扣|催|转|发|寄)(?:还|给)?[他她](?:吧|先|算了)?[。.!！~]*$/u,
  new RegExp(
    `^(?!.*(?:[我收]|您|你))(?:.{0,6}(?:把|将|取消|查一?下?|改一?下?|看一?下?|退|补|催|处理|确认|关掉?|延后|推迟|开))?[他她](?:们)?(?:的|这|那|家)?的?${THING_ZH}`,
    'u',
  ),
  /^[他她](?:就|也|会|可以|能|得|应该|先|愿意|还|在|正)*等(?!您|你)/u,
  /^(?!.*(?:可以|能|会|也|就行|已|[我您你]))\p{Script=Han}{1,6}(?:给|跟|找|问|催)[他她](?:再|先|也|单独|重新)?(?:发|寄|打|补|退|留|回|开|报|改|换|要|说|讲)/u,
  /^[他她](?:(?:还|正)?在(?:考虑|犹豫|催|砍价?|问|等)|(?:已经?|刚刚?|都|只)?(?:付|给|转|交|打)(?:的是?)?(?:现金|现钱|全款|一半|定金|订金|尾款|清|款|\d{1,6}(?:元|块)?)(?:了|的|$)|(?:已经?|刚刚?)?(?:付了|付过|付完|打钱|转账了|下单了|投诉了?|取消了|退货)|说(?:了)?(?:不要|不想|不买|想|要|没)|(?:又|要)?换地址)/u,
  /^[这那](?:个|位)?(?:客户|客人|买家|顾客)(?![群端服])/u,
  /^[他她](?:们)?的[\p{Script=Han}\p{L}]{1,8}?(?:都|已经?|刚刚?|快|全)?(?:[做弄修洗包备装烧画改印裁织订补擦换写](?:好|完)|[好完]|到货?|发货?|发出|寄出?|打包好?|完成|出库|送[到出])(?:了|啦)[^您你？?]{0,12}$/u,
  /^[他她](?:可以|能)(?:全额)?(?:退(?:款|货|钱)?|换货?)(?:了|的|吧)?[。.!！]*$/u,
  /^[他她]那边(?!的|有|能|会)/u,
  /^[此该](?:客户|客人|买家|顾客|人)(?!员)/u,
  /^(?:客户|客人|买家|顾客)(?:[他她])?(?:要求?|想|说|很|太|真|好(?!评)|又|总|老|催|投诉|嫌|急|生气|难|信用|不满|不想|不要|不肯|没付|没给|没回|还没|一直|挺|特别|超|脾气|态度|反映|反馈|问(?!题|卷)|砍价|压价|烦)/u,
];

const OTHERS_THING = new RegExp(
  `^(\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?)(?:['’]s (?:(?:\\w+ )?${HANDLED}|${STANDS}|(?:is|was|isn['’]?t|went|came|has|hasn['’]?t))|(?: (?:just|still|already|also))? (?:says?|said|wants?|wanted|needs?|asked|asks|paid|owes|never|hasn['’]?t|didn['’]?t|complain(?:s|ed)|refuse[sd]|cancel(?:l?ed|s)|hates?|is (?:not |never )?(?:paying|complaining|refusing|asking|waiting|angry|furious|upset)))(?!\\p{L})`,
  'u',
);

/** Who else may be spoken of at the front: Anna's order is late, Anna says she will not pay. */
export const otherSpokenOf = (text: string): string | undefined => OTHERS_THING.exec(text)?.[1];

/** Words that speak of the customer as of somebody else, or of what is theirs: she can wait, fix her link, 25号给她补发. */
export const isSpokenOf = (plain: string): boolean => [...ENGLISH, ...CHINESE].some((shape) => shape.test(plain));

/** As `isSpokenOf`, where a name stood for the pronoun at the front. */
export const isSaidOfNamed = (plain: string): boolean => NAMED.test(plain) || isSpokenOf(plain);

/** What only we can be asked about them: has she paid, 他付钱了吗. */
export const asksOfThem = (plain: string): boolean => QUESTIONS.some((shape) => shape.test(plain));
