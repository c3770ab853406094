/** A question, unless it asks us politely to do something. */
export const ASKED = /[?？]|[吗么]\s*[。.!！]*$|是不是|要不要|有没有|会不会|能不能|对不对/u;
export const POLITE = /能不能|可不可以|可以|^你能/u;
/** Of a time or a name: that it is not so, or that somebody asks who or when. */
export const DENIED = /[不没别未勿谁]|什么|哪|怎么|多少/u;
export const CONDITION = /如果|要是|假如|除非|的话|万一|倘若|假使|只要|只有|可能|也许|或许|说不定/u;
/** More than one thing is said: a mark with words behind it, or a word that joins. */
export const GOES_ON =
  /[，；：。！？、,;:!?]\s*[^\s，；：。！？、,;:!?]|\n|然后|顺便|另外|并且|同时|接着|告诉|转告|通知(?=\p{Script=Han}{2})|提醒(?:一下)?[我他她]/u;
const ORDERS =
  '(?:告诉|转告|通知|知会|提醒我|回复|撤销|导出|合并|拉黑|删掉|删除|新客户|新(?:线索|意向|工单|售后)|[跟和对给]\\p{Script=Han}{1,4}(?:说|讲|发|回)|(?:加|记|开|建|新建|添加|新增)(?:一?[个条张])?(?:新)?(?:客户|联系人|线索|意向|工单|售后|备注|任务|待办)|[把将]\\p{Script=Han}{1,8}(?:删|拉黑|标|改|放|推))';
/** An order of its own behind all else. */
export const ORDER = new RegExp(
  `(?:[，；：。！？,;:!?\\n]|\\s)\\s*(?:然后|顺便|另外|并且|同时|再|也|还要|请|麻烦|帮我)*${ORDERS}`,
  'u',
);
/** An order somewhere behind what only asks. */
export const ORDER_WITHIN = /\p{Script=Han}(?:告诉|转告|提醒我)\p{Script=Han}/u;
/** Somebody new and somebody else. */
export const SECOND_NEW =
  /(?:和|还有|再|以及|[，；、,;。\s])(?:一?[个位])?(?:加|添加|存|新增)?(?:一?[个位])?新?(?:客户|顾客|客人|联系人)/u;

/** Who says so wants to be told something, and not to be reminded of doing it. */
export const RECALLS =
  /^(?:你|您|我)?还?(?:记得|记不记得|记住|记着)(?!提醒|问|看|查|确认).*[吗么?？没][\s。.!！?？]*$|提醒(?:一?[下声])?我(?:了|过)?(?:吗|么|没有?|[?？])[\s。?？]*$|提醒(?:一?[下声])?我(?!.{0,12}(?:问|看|查|确认|告诉|通知|跟|回复))[^，。\n]*(?:什么|啥|多少|哪|谁|怎么|几[点号月个])[^，。\n]*$|(?:谁|什么时候|怎么|为什么|有没有|是不是)[^，。\n]{0,8}提醒(?:过)?我/u;
/** Somebody else reminds or has reminded me: what stands in front is a person, and no time. */
export const TOLD_BY =
  /^(?:(?:昨天|刚才|刚刚|上次|之前|今天)\s*)?(?<who>\p{Script=Latin}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)?|\p{Script=Han}{2,3}|[他她])\s*提醒(?:了|过)?(?:一?[下声])?我/u;
const QUESTION =
  '(?:会|该|要)?怎么?样|(?:该|要)?怎么(?:回|办|说|改|写|发|弄|做|加|用|填|处理|操作)?|(?:该)?如何|(?:该)?(?:回|说|写|发)?(?:什么|啥)(?:时候|意思|情况)?|为(?:什么|啥)|是?谁|在?哪(?:里|儿|个|天)?|多少|多久|几[点次]|行不行|好不好|可不可以|要不要|能不能|对不对|是不是|会不会|有没有|还是不?算?';
const OUR_ACTS = '回复?|答复|回答|处理|跟进|拉黑|解决|联系|改名?|备注|标|删|通知|发';
/** Behind a command, and nothing else: words that ask, doubt or suppose, and are for nobody to read. */
export const ONLY_DOUBT = new RegExp(
  `^[\\s,，]*(?:[?？]+|[了吧呢嘛不过啊]|[他她](?!们)[^您你]{0,15}(?:吗|么|没有?|[?？])|(?:已经|现在|今天|明天|还|都|是|再|先|要|需要|不用|应该){0,3}(?:${OUR_ACTS})?(?:过|好|完)?了?(?:吗|么|没有?)|(?:这样|现在|今天|明天|就|还)?(?:行|好|可以|合适|对|方便|来得及|要|需要|能)(?:吗|么|不)|(?:${QUESTION})[^\\s您你]{0,2}|的(?!确|士|卢)[^您你]*|时(?!间|令|装|尚)候?(?:要|请|注意|语气|先|别|不要|用|得|记得)[^您你]*|(?:之?前|之?后|以前|以后|完)(?:先|要|得|记得|务必|必须|别|不要|让我|给我|问我|告诉我|提醒我|通知我|跟我|再)[^您你]*|(?:如果|要是|除非|万一)(?!.*(?:请|急|电话|联系|可以|您|你))[^,，。\\n]{0,15})[\\s。.!！?？~～…]*$`,
  'u',
);
const SUPPOSED = '如果|要是|假如|除非|的话|万一|倘若|假使|只要|等[他她]|再说|也许|或许|说不定';
/** Behind what an act names: from here on it is asked, denied or supposed. */
export const DOUBT_BEHIND = new RegExp(
  `(?<=\\S\\s{1,3})(?:\\S*(?:${SUPPOSED}).*|\\S{0,3}(?:${QUESTION})\\S{0,3}|\\S*(?:吗|么|没有?|呢|好不)|了?[吧嘛])[\\s。.!！?？~～…]*$|(?<=\\S\\s{1,3})\\S+[?？]+\\s*$|了?(?:吗|么|没有?)[\\s?？]*$|[?？]+\\s*$`,
  'u',
);
/** At the end of what somebody wants: it asks how that stands. */
export const ENDS_ASKED = new RegExp(
  `[?？]\\s*$|(?:吗|么|(?<!网|酒|水|茶|书|贴|氧)吧|呢|了没有?)[\\s。.!！~～]*$|^\\S{0,2}(?:${QUESTION})\\S{0,2}$`,
  'u',
);
