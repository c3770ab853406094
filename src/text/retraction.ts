import { meantFor } from './person/meant_for.ts';
import { plainly } from './plainly.ts';

/** What is asked: that something does not leave, or that it comes back. */
export type Retraction = 'stop' | 'take back';

/** Longer messages say something else as well. */
const LONGEST = 60;

const that =
  '(?:\\s+(?:it|that|this|them|one|yet|anything|to (?:him|her|them)|(?:the |that |my )?(?:last )?(?:message|reply|answer|one)|what i (?:just )?(?:sent|said|wrote|typed)))*';
/** What it is that does not leave: the final contract. */
const what =
  "(?:\\s+(?:the|that|this|those|these|my|our|any|her|his|their)(?:\\s+(?!(?:to|yet|before|until|till?|now|first|please|pls)\\b)[\\p{L}’'-]{2,20}){1,3})?";
const last =
  '(?:给?[他她](?:们)?|出去|过去|(?:这|那|上一?|(?:刚刚|刚才|我?刚发)[那的]?|最后一?)条?(?:消息|回复|答复)?|它|了|消息|回复|答复|发送)*';
/** That nothing is to leave, in so many words. */
const STOP = [
  // 发货, 发票 and the like are words of their own
  `(?:先别|先不|暂时?不|暂时?别|别|不要|甭|不急着?|还不)(?:再|先)?(?:发|寄|传)[\\s:：]*(?!给?[我您你]|[货票烧火呆愁脾现生展觉抖慌光热霉芽])[^\\s\\p{P}您你我吗呢]{1,8}`,
  `(?:do not|don['’]?t|never) (?:send|reply|answer|respond|forward|post|mail|email)(?: (?:him|her|them))?${what}${that}(?: back)?`,
  `hold off(?: on| with)?(?: sending| replying| answering)?${what}${that}`,
  `(?:wait|hold on|hang on) (?:with|before)(?: sending| you send| i send)?${what}${that}`,
  `(?:先别|先不|暂时?不|暂时?别|别|不要|不用|甭|不急着?|不再?|还不)(?:再|先)?(?:发|回)${last}`,
  `[^\\s\\p{P}您你我]{1,6}?(?:先别|先不|暂时?别|别|不要)(?:发|寄)(?:了|出去)?(?=[\\s\\p{P}]*$)`,
  `等我?[^\\s\\p{P}您你]{0,8}?(?:再|后|之后)(?:发|回)${last}`,
  '不发了',
  '不回了',
];
/** What people say about waiting; where more is said it is said to a customer as well. */
const HALT = [
  '(?:hold|hang) on',
  'hold (?:it|that)',
  'wait',
  'stop',
  'halt',
  'abort',
  `cancel${that}`,
  'never ?mind',
  'nvm',
  '取消(?:掉)?(?:刚才|刚刚|上一?|上面|前面|最后)的?(?:[那这]|一)?[条个](?:消息|回复|答复)?',
  '等等',
  '等一下',
  '等一等',
  '等下',
  '慢着',
  '且慢',
  '停一下',
  '停',
  '打住',
  '暂停',
  '算了',
];
/** Why it is not to leave yet. Means nothing by itself; together with words about waiting it is said to a customer. */
const DEFERRED = [
  "(?:let me|let['’]?s|i(?:['’]ll)?(?: (?:will|must|should|have to|need to|want to|gotta|got to))?|need to|have to|must|should|gotta|until i(?:['’]ve)?|till? i(?:['’]ve)?|before i)(?: (?:just|first|have))* (?:re-?|double[- ])?(?:check|checked|think|thought|look|looked|ask|asked|verify|verified|confirm|confirmed|read|sleep|reread|reconsider|consider|reword|rewrite|edit|fix|finish|finished|decide|decided|know)(?: (?:it|that|this|about|over|on|again|through|with|the|my|price|prices|stock|wording|numbers?|first|more|twice|him|her|them|for sure))*",
  "(?:i['’]?m )?not (?:sure|done|finished|ready)(?: yet)?",
  '(?:on|upon) second thoughts?',
  '(?:回头|晚点|稍后|迟点|改天|过会儿?|待会儿?|等会儿?|一会儿?|明天|之后|以后)(?:再)?(?:说|看|讲|议|发|回|定)(?:吧|了)?',
  '(?:我|让我|容我|还得|得|要|还要|需要|先|再|自己)*(?:想|看|查|问|考虑|琢磨|确认|核对|核实|斟酌|商量|改)(?:一?下|[一]?[想看查问改])?(?:清楚|好|完)?(?:价格|库存|一遍|一下|再说)?',
  '(?:还)?(?:没|不|未)(?:有)?(?:写完|想好|确认|确定|改好|弄好|定)(?:好|呢|了)?',
];
const BACK = [
  `(?:undo|unsend|recall|retract|withdraw)${that}`,
  '(?:take|pull|get|call) (?:it|that|this) back',
  `(?:scratch|scrap|forget|disregard|ignore|bin|ditch|kill) (?:it|that|this|(?:the |that |my )?(?:last )?(?:message|reply|answer|one))`,
  'disregard',
  'delete (?:(?:the |that |this |my )?(?:last )?(?:message|reply|answer|one)|it|that|this)',
  '(?:wrong|not this) (?:person|chat|customer|client|window|one|thread|guy|conversation)',
  `(?:撤回|撤销|撤消|收回|召回)${last}`,
  '撤(?:了|吧|啊)?(?=[\\s\\p{P}]*$)',
  `取消发送${last}`,
  '(?:发错|搞错|弄错|打错|点错|按错|写错|输错|回错|选错|贴错)(?:人|了|群|字|客户|窗口|对象)*',
  '(?:[这那]条?|刚才的?|上一?条)?(?:不是|并非)(?:要)?(?:发)?给[你您](?:的|看的|发的)?',
  '(?:[这那]条?|刚才的?|上一?条)?(?:是)?(?:要)?发?给(?:别人|别的客户|其他人|另一?个?(?:客户|人))的',
  "(?:(?:that|this|it)(?:['’]s| is| was)? )?not (?:meant |intended )?for (?:you|him|her|this (?:one|chat|person|client|customer))",
  "(?:(?:that|this|it)(?:['’]s| is| was)? )?(?:meant |intended )?for (?:some(?:one|body) else|(?:another|a different|the other) (?:person|client|customer|chat|one))",
  `(?:刚才|刚刚|上面|前面)?的?${last}(?:不算数?|作废)`,
  `(?:忽略|无视|别管|不用管)(?:掉)?${last}`,
  '当我没(?:说|发|回)(?:过)?',
];
/**
 * What people cry out when they see what they have just sent. Only while it can still be kept back does it mean that: else it is said to
 * whoever reads it.
 */
const CRIES = [
  '(?:oo+ps|oops+|whoo+ps|ops)(?:ie)?',
  'no{2,}',
  'no(?=\\s*!|\\s*,?\\s*no)',
  'nope(?=\\s*!)',
  '(?:oh )?(?:shit|shoot|fuck(?:ing)?|crap|bugger|damn(?: it)?|dammit|ffs|fml|omg|wtf|hell|god|gosh|jesus|christ|yikes|eek)',
  'uh[- ]?oh',
  'a+r+gh+',
  '糟了?糕?|糟糕|完了|完蛋了?|惨了|坏了|坏事了|天[哪啊呐]|我[去靠擦]|卧槽|靠|晕',
  '(?:啊|哎呀?|噢|哦|呃)?不对(?:不对)*',
  '不{2,}|不(?=[!！])',
  '错了',
  'oh,? no',
  '(?:wait|hold on|hang on)(?: up)? (?:a|one) (?:sec(?:ond)?|min(?:ute)?|moment|tick|mo)',
  'stop (?:it|that)',
  "don['’]?t(?: do (?:it|that))?",
  '先?别',
];
/** Said along with it; they mean nothing by themselves. */
const BESIDE = [
  'oh',
  'no',
  'oops',
  'ops',
  'whoops',
  'ah',
  'hey',
  'just',
  'actually',
  'sorry',
  'apologies',
  'my (?:bad|mistake|fault)',
  'hm+',
  'um+|uh+|er+',
  'ugh',
  'argh',
  'wow',
  'yet',
  'first',
  'again',
  'ok(?:ay)?',
  'and',
  'but',
  'or',
  'for now',
  'right now',
  'at the moment',
  'today',
  'now',
  'please',
  'pls',
  'damn',
  '哎呀?',
  '诶',
  '唉',
  '啊',
  '噢',
  '抱歉',
  '不好意思',
  '对不起',
  '糟了?',
  '完了',
  '嗯+',
  '其实',
  '还是',
  '暂时',
  '现在',
  '今天',
  '这个',
  '那',
  '不对',
  '不是',
  '快',
  '赶紧',
  '赶快',
  '帮我',
  '给我',
  '我',
  '先',
  '吧',
  '呀',
  '一下',
  '刚才那?条?',
  '这条',
  '那条',
  '上一?条',
];

const oneOf = (words: readonly string[]) =>
  words
    .map((word) => (/^\p{Script=Han}|^\(\?:\p{Script=Han}/u.test(word) ? word : `${word}(?![\\p{L}\\p{N}])`))
    .join('|');
const NEXT = new RegExp(
  `[\\s\\p{P}\\p{S}]+|(?<back>${oneOf(BACK)})|(?<stop>${oneOf(STOP)})|(?<cry>${oneOf(CRIES)})|(?<halt>${oneOf(HALT)})|(?<deferred>${oneOf(DEFERRED)})|(?:${oneOf(BESIDE)})`,
  'iuy',
);
/** Asked of a customer politely it is for the customer: please wait, 请等一下. */
const POLITE = /please|pls/i;
const WAITING = /wait|hold on|hang on/i;

/** What words of taking back consist of; undefined: they say something else as well. */
function read(text: string) {
  if (text.length > LONGEST) return undefined;
  const plain = plainly(text.trim());
  let found: Retraction | undefined;
  let [outright, deferred, cried] = [false, false, false];
  for (NEXT.lastIndex = 0; NEXT.lastIndex < plain.length; ) {
    const next = NEXT.exec(plain);
    if (!next) return undefined;
    const { back, stop, halt } = next.groups!;
    if (stop ?? halt) found ??= 'stop';
    if (back) found = 'take back';
    outright ||= (stop ?? back) !== undefined;
    deferred ||= next.groups!.deferred !== undefined;
    cried ||= next.groups!.cry !== undefined;
  }
  return { plain, found, outright, deferred, cried };
}

/** Words that only say that what was written is not to leave, or is to come back: 先别发, wait!, don't send that. */
export function retractionIn(text: string): Retraction | undefined {
  const { plain = '', found, outright, deferred } = read(text) ?? {};
  if (deferred && !outright) return undefined;
  return found === 'stop' && POLITE.test(plain) && WAITING.test(plain) ? undefined : found;
}

/** Whether words are nothing but a wish to wait, with why or without: hold on, wait until I've checked. In front of a colon it is of what follows. */
export function isHalt(text: string): boolean {
  const said = read(text);
  return said?.found === 'stop' && !POLITE.test(said.plain);
}

/** What is sent back or need not be answered is said to customers: don't send it back, 不用回了. */
const ALSO_THEIRS = /\b(?:send|post|mail)\b.*\bback\b|\b(?:reply|answer|respond)\b|不(?:用|必|需要?)再?(?:回|发|寄)/i;
/** So is what they had better not mind: you may get a second mail. Ignore it. */
const ADVICE = /^(?:please )?(?:ignore|delete|disregard|forget)\b/i;
/** As `retractionIn`, of a sentence or a `line` of an answer: only in so many words, for whoever reads on may be asked to wait as well. */
export function takesBackWithin(part: string, line: boolean): boolean {
  return read(part)?.outright === true && !ALSO_THEIRS.test(part) && (line || !ADVICE.test(part));
}

/** As `retractionIn`, while an answer can still be kept back: a mere cry says it as well (oops, no!, 啊不对), and so does whose it was. */
export const secondThoughtIn = (text: string): Retraction | undefined =>
  retractionIn(text) ?? (meantFor(text) !== undefined || read(text)?.cried ? 'stop' : undefined);

/** What says, instead of an answer to a question, that nothing is wanted any more. */
const GIVEN_UP =
  /^(?:(?:oh|ok(?:ay)?|ah|hm+|actually|sorry|no|well|please|just)[\s,.!…]{1,3}){0,3}(?:no|nope|nah|no,? thanks?(?: you)?|nothing|none|skip(?: (?:it|that|this))?|not now|leave (?:it|that)(?: be)?|let it be|forget (?:it|that|about (?:it|that))|never ?mind(?: that)?|nvm|cancel(?: (?:it|that|this))?|stop(?: it)?|abort|quit|exit|drop it|(?:i )?changed my mind|don['’]?t(?: bother)?)(?:[\s,.]{1,3}(?:thanks?|thank you|thx|please|pls|then|now))?[\s.!…]*$|^(?:哦|噢|嗯|啊|那|还是|唉|哎|不好意思|抱歉)?[,，、\s]*(?:就|先|还是)?(?:不|不了|不用|不必|不要|不需要|不想|不弄|不改|不加|不写|不发|不回|不做|不设|不填|没事|没什么|没有|没了|取消|算了?|作罢|别|免了?|放弃|停|撤销|撤回|当我没说|先这样)(?:了|吧|啦|呗)?(?:[,，\s]*(?:谢谢|多谢|先这样|不用了|算了)(?:吧|了|啦)?)?[\s。.!！~～…]*$/iu;

/** The same, as people leave something: by a button pressed by mistake, a sign, a way back. */
const LEFT =
  /^(?:(?:the |that was the |i (?:pressed|hit|clicked|tapped) the )?wrong (?:button|key|one|thing|command|menu)|(?:go|take me) back|(?:please )?(?:exit|leave|close|dismiss|escape|esc|back out|undo)(?: (?:it|this|that))?|mis(?:click(?:ed)?|tap(?:ped)?|type[d]?)|(?:that was |i (?:pressed|did|hit) (?:it|that) )?(?:by (?:mistake|accident)|accidentally)|(?:i )?did(?:n['’]?t| not) (?:mean|want) (?:to|that|this|it)\b.{0,30}|no need|not (?:needed|necessary|any ?more)|(?:i(?:['’]ve)? )?(?:changed my mind|thought better of it)|(?:just )?(?:kidding|testing)|i(?:['’]d| would) rather not|let['’]?s (?:not|leave it|drop it|forget it)|i give up|退出|返回|(?:我)?(?:改主意|反悔|后悔)|(?:就|先)?(?:不管|不理|不弄|不搞|不动|不说|放着|放一放|搁着)(?:它|这个)?|没啥(?:事)?|没什么事|(?:点|按|选|弄|搞)错(?:按钮|键|地方)?|手滑|误(?:触|点|操作)|关(?:掉|闭|了)|我?不(?:弄|搞|想弄|想说|想写|想发|想改)|当我没(?:说|问|点)|取消(?:操作|这个)?|回去|回到?上一步|作废)(?:了|吧|啦|啊|呀)?$/iu;
/** What may end it, or be what was asked for. */
const PERHAPS_LEFT =
  /^(?:back|later|maybe later|(?:some|an)?other time|next time|not yet|one (?:moment|sec(?:ond)?|minute)|(?:just )?a (?:moment|sec(?:ond)?|minute)|(?:i )?(?:don['’]?t know|have no idea|am not sure)|not sure|no idea|let me think(?: about it)?|稍等(?:一下)?|等会儿?|(?:晚点儿?|回头|以后|改天|下次|稍后|待会儿?|等会儿?|明天)(?:再)?(?:说|弄|改|写|回|定)?|再说|先这样|没想好|不知道|不确定|想想再说|让我想想)(?:了|吧|啦|呢)?$/iu;
/** Said along with it: what is done instead, or why. */
const WITH_IT =
  /^(?:(?:and |but |so )?(?:i(?:['’]ll| will|['’]m going to)|let me|we(?:['’]ll| will)) (?:just )?(?:do|write|answer|send|handle|reply|call|deal|think|come|get|take|sort|ask|tell|fix)\b.{0,40}|(?:maybe |do it )?(?:later|tomorrow|another time|next time)|(?:that|this|it) (?:is|was) (?:not|wrong|a mistake).{0,20}|(?:oh|oops|whoops|sorry|thanks?|thank you|please|ok(?:ay)?|hm+|ah|my (?:bad|mistake)|actually|well)|(?:我)?(?:自己|晚点|回头|明天|以后|下次|待会儿?|之后)(?:再|来|会|去)?.{0,8}|(?:抱歉|不好意思|谢谢|多谢|哦|啊|哎呀?|唉|嗯|好的?|那))$/iu;
const CROSSED = /^(?:[❌✖✗✘🚫🙅⛔❎🔙↩]|\uFE0F|\u200D|[♂♀]|[\u{1F3FB}-\u{1F3FF}])+$/u;
const CLAUSES = /[\s]*[,.;!…:—–，。；！、~～]+[\s]*/u;
/** A cry in front needs no mark: oops wrong button. */
const CRY_FIRST =
  /^(?:(?:oh|oops|whoops|ops|sorry|ah|ok|no|actually|wait)\s+|(?:哎呀?|啊|哦|噢|唉|抱歉|不好意思)\s*)+(?=\S)/iu;

/** Whether an answer to a question of ours ends it: never mind, 算了, no. 'perhaps': it may be the answer as well. */
export function givesUp(text: string): 'surely' | 'perhaps' | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainly(text.trim());
  const clauses = plain.split(CLAUSES).filter(Boolean);
  const isLeft = (said: string) => GIVEN_UP.test(said) || LEFT.test(said) || LEFT.test(said.replace(CRY_FIRST, ''));
  if (CROSSED.test(plain) || retractionIn(text) !== undefined || isLeft(plain)) return 'surely';
  const [left, perhaps] = [clauses.filter(isLeft), clauses.filter((said) => PERHAPS_LEFT.test(said))];
  const rest = clauses.filter((said) => !left.includes(said) && !perhaps.includes(said));
  if (left.length + perhaps.length === 0 || !rest.every((said) => WITH_IT.test(said))) return undefined;
  return left.length > 0 ? 'surely' : 'perhaps';
}

/** What was called back is to be sent after all: ok send it, 还是发给她吧. */
const AFTER_ALL = [
  /^(?:(?:ok(?:ay)?|no|actually|yes|right|fine|well|hm+|then)[,.!]?\s+){0,3}(?:please |do |just )?send (?:it|that)(?: to (?:him|her|them))?(?: (?:after all|anyway|then|now|please|off))*[\s.!]*$/iu,
  /^(?:(?:那|还是|算了|嗯|好|行|可以)[，,\s]*){0,3}(?:就|给[他她它])?发(?:出去|出|送)?(?:给[他她它]|给对方|给客户)?(?:吧|了|好了)?[\s。.!！]*$/u,
];

/** Whether words ask that what was called back be sent after all. */
export const asksToSendAfterAll = (words: string): boolean =>
  words.length <= LONGEST && AFTER_ALL.some((pattern) => pattern.test(words.trim()));
