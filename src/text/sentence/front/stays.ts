import { plainly, plainPattern } from '../../plainly.ts';
import { isHalt, retractionIn } from '../../retraction.ts';

/** So much of a message is looked at from its beginning, and so much from its end, in UTF-16 units. */
const MOST = 200;

const WHOM = '(?:him|her|them|anyone|anybody|the (?:customer|client|buyer))';
/** That something is not sent, in so many words, and of no thing but the message itself. */
const NOT_SENT = new RegExp(
  `^(?:(?:please|pls|oh|ok|no|nope|wait|hold on|just|but|so|and|stop)[\\s,.!]{1,3}){0,3}(?:(?:do not|don['’]?t|never|mustn['’]?t|must not) (?:you )?(?:send|share|show|tell|forward|post|release|reply|answer|let ${WHOM} (?:see|know|read)|say)|not (?:to be|to|for|ready to be) (?:send|sent|sending|go out|posted|shared|shown|forwarded|answered)|nothing to be sent|hold (?:off(?: on)?(?: (?:sending|replying|answering))?|this)|unsent)(?:[\\s,]{1,2}(?:this|it|that|${WHOM}|(?:this |the |that )?(?:one|message|text|answer|reply|mail|email)|to ${WHOM}|about|yet|now|today|tonight|tomorrow|later|out|off|back|first|please|pls|for now|at the moment|(?:until|till?|before|unless|when|after|on|next) [^\\s,]{1,15}(?: [^\\s,]{1,15}){0,4})){0,5}[\\s.!]*$`,
  'iu',
);
const NOT_SENT_ZH = plainPattern(
  /^(?:请|哦|等等|等一?下|慢着|千万|这条|这句|这个|下面(?:的|这条|这句)?|以下|暂时|暂|先|还|都|现在|[\s,，]){0,4}(?:(?:别|不要|勿|不能|甭|不准|不可以?|禁止|不急着?)(?:先|再|急着|马上|现在|要|直接){0,2}(?:发送?|外发|外传|寄|回复?|说|讲|告诉|转发|传|透露|(?:让|给)(?=他|她|客户|客人|对方|别人))|不(?:要)?(?:发送?|外发)|(?:不|暂不|先不)(?:发|回复?|对外)|没想好(?:别|不)发)(?:出去?|过去|给)?(?:他|她|它|客户|客人|对方|别人|人家)?(?:看到?|知道|听)?(?:了|哦|啊|哈|呢|吧)?[\s。.!！]*$/u,
);

/** How people head what only waits: draft only, to be sent later, not yet, hold until Friday. */
const WAITS =
  /^(?:(?:strictly|just|only|my|an?|rough|for now|ok|so|the)\s){0,3}(?:(?:unsent )?draft(?: (?:only|answer|reply|message|text|version|to (?:him|her|them)|for (?:now|later|him|her|them|review)))*|not (?:yet|now)(?: (?:please|pls|sent))?|(?:to be |to |must be |should be )(?:sent|send|answered|answer|posted|post)(?: (?:it|this))? (?:later|tomorrow|tonight|another time|next \w{2,12}|(?:on|after|when|once|in) .{2,25})|(?:send|say|tell (?:him|her|them)|answer|reply) (?:it |this |that )?(?:when|once|after|only (?:if|when|after)|not before) .{2,30}|hold(?: (?:it|this|that|on|off|back|for now|(?:until|till?|for) .{2,25}))*|keep (?:(?:it|this|that) )?(?:back|here|for later|in drafts?|(?:until|till?) .{2,25})|(?:save|park|leave)(?: (?:it|this|that))? (?:for (?:later|tomorrow|now)|until .{2,25})|wait(?: (?:for|until|till?|with) (?:(?:he|she|they|i) .{2,25}|him|her|them|it|this|that|now|later|(?:the|his|her|their) (?:payment|money|deposit|ok|answer)))?|no (?:send(?:ing)?|reply)(?: yet)?|(?:sending|answering|replying|goes out|going out)(?: (?:it|this|that))? (?:later|tomorrow|tonight|another time|next \w{2,12}|(?:on|after|when|once) .{2,25})|(?:skip|park|shelve|postpone|defer|delay) (?:it|this|that)(?: one)?(?: (?:for|until|till?) .{2,25})?|tb[cd]|to be (?:decided|confirmed|discussed)|on hold|unfinished|wip|work in progress|check (?:first|before (?:sending|it goes))|unsent|pending approval|for later)[\s.!]*$/iu;
const WAITS_ZH = plainPattern(
  /^(?:先|只是|这是|仅|仅仅|暂时?|一个|一份|我的|的|这[个条句]|[\s]){0,3}(?:草稿(?:而已|先|箱|一份)?|底稿|初稿|腹稿|(?:待|未|没|还没|还未|准备|稍后|等[会下]儿?|晚点儿?|晚些|明天|明早|后天|下周|以后|回头|改天|过会儿?|待会儿?|(?:等|到)[^\s:：]{1,10}(?:再|才|后))(?:再|才|要)?(?:发送?|回复?|定稿?|确认|审核?|写完|想好|改好)(?:出|好|完)?(?:的|吧|了)?|(?:先)?(?:存|放|留|记|写|搁|保存|攒|压)(?:着|在这[里儿]?|草稿箱?|一放|一下)(?:先|不发|别发|吧)?|(?:缓[一]?[缓下]?|[留放搁压攒](?:着|一[留放搁压]))(?:吧|先)?(?:以后|之后|回头|明天|晚点|稍后|过[会阵]儿?)?(?:再|才)?(?:发送?|回|说|寄)(?:出去|给[他她])?|等我?[^\s:：]{0,8}再(?:发|回|说)|备用|备着|留底|存档|未发|没发|不发|待发|待定)[\s。.!！]*$/u,
);

/** What is parted from the rest by a colon or by brackets is said of the rest. */
const FRONT = /^(?<front>[^\n:：]{2,60}?)[^\S\n]{0,3}(?:(?<!\d)[:：]|[:：](?!\d{2}(?!\d)))(?![/\\)(])\s{0,3}(?=\S)/u;
const IN_BRACKETS =
  /^[（(【[「{<*_]{1,2}[^\S\n]{0,3}(?<front>[^()（）【】[\]「」\n]{2,60}?)[^\S\n]{0,3}[)）】\]」}>*_]{1,2}[\s:：,，–—-]{0,3}(?=\S)/u;
/** These marks may stand amid what a customer is told, too. */
const SOFT =
  /^(?<front>[^\n,，;；。.!！–—]{2,40}?)(?:[^\S\n]{0,3}[,，;；。.!！][^\S\n]{0,3}|[^\S\n]{1,3}[-–—]{1,3}[^\S\n]{1,3}|[^\S\n]{0,3}\n\s{0,3}|(?<=\p{Script=Han})[^\S\n]{1,3})(?=\S)/u;
const DRAFT = /^(?:(?:just|only|rough|my|a) )*draft(?: only)?(?: [-–—] |[,;] )|^草稿(?:\s|[-–—,，])+/iu;
/** Shouted, or with a 'yet', it needs no mark. */
const SHOUTED =
  /^(?<front>(?:DO NOT|DON['’]?T|NEVER) (?:SEND|SHARE)(?: (?:THIS|IT|YET))*|[Dd](?:o not|on['’]?t) send yet)[\s:,.!–-]{1,3}(?=\S)/u;
const BEHIND =
  /(?:[^\S\n]{1,3}[-–—/]{1,3}[^\S\n]{1,3}|[^\S\n]{0,3}[,，;；。.!！?？][^\S\n]{0,3}|\s{0,3}\n\s{0,3})(?<front>[^\n,，;；。.!！?？:：–—\s][^\n,，;；。.!！?？:：–—]{1,50})[.。!！]{0,2}$/u;
const BEHIND_IN_BRACKETS = /\s{0,3}[（(【[「](?<front>[^()（）【】[\]「」\n]{2,60})[)）】\]」][\s.。]{0,3}$/u;

/** What is nothing but a draft, behind it: 20 EUR (draft), 20元 草稿. Without a mark between, it stands behind a sum. */
const DRAFTED =
  /^(?:(?:just|only|still|rough|first|my|an?|unsent)\s){0,3}(?:draft|not sent|unsent|tb[cd])(?: (?:only|for now|for me))?[.!]*$|^(?:只是|还是|仅|先|我的|暂时?)?(?:草稿|底稿|初稿|腹稿|待定|没想好|未发)(?:而已|先)?$/iu;
/** What is nothing but a draft, and no answer: what is not sent or not known yet may be told. */
export const isDraft = (plain: string): boolean => DRAFTED.test(plain) && /draft|稿/iu.test(plain);
/** Marks by which writers find again what is not done yet; in small letters they are kisses. */
const MARKED = /^(?:DRAFT|XXX+|TODO|TBC|TBD|WIP|FIXME|\?\?\?+)[\s:：,–-]{1,3}(?=\S)/u;
/** Points at what it stands behind: we have it <-- check. */
const POINTS_BACK = /[^\S\n]{0,3}(?:<[-–—=]{1,3}|<{2,3}|←|⬅\uFE0F?)[^\S\n]{0,3}(?<front>[^\n<>]{2,60})$/u;
/** What is still to be looked at before it leaves. */
const CHECKED =
  /^(?:(?:to |must |still )?(?:double[- ]?check|check|verify|confirm|look up|ask(?! for)|insert|fill in|add|edit|fix|change|rewrite|reword)(?: (?!you|your)[\p{L}'’]{1,15}){0,4}|tb[cd]|to ?do|to be (?:checked|confirmed|filled in|added)|xx+|\?{1,5}|not sure|price|stock|date|time|name|amount)[\s.!?]*$|^(?:先|要|再|还要|待|需要?|未|没|记得|回头){0,2}(?:去)?(?:查|核实|核对|确认|核查|看|问|改|补充?|填|加|检查)(?:一?[下查看遍]|清楚|好|上)?(?:库存|价格|价钱|时间|日期|名字|数量|地址|老板|仓库)?(?:再发|再说|先)?$|^待定$/iu;
const BEHIND_A_SUM =
  /(?<=\d(?:[^\S\n]?(?:[A-Z]{3}|[€$£¥]|元|块钱?|折|%))?)[^\S\n]{1,3}(?<front>draft(?: only)?|(?:只是|先)?(?:草稿|底稿|初稿))$/iu;
const A_SUM = /^[€$£¥￥]?\s?\d[\d.,]{0,9}\s?(?:[a-z]{3}|[€$£¥]|元|块钱?|折)?[\s.。!！]*$/iu;
/** A whole sentence behind not yet or wait is the answer's own: not yet: the glaze is wet. Wait: which one? */
const GOES_ON =
  /^(?:not (?:yet|now)|(?:wait|hold on|hang on)(?: a (?:sec(?:ond)?|min(?:ute)?|moment))?|等等|等一?下|慢着|还没|还没有)$/iu;
const SENTENCE =
  /^(?:\S+\s){2,}\S+[?？]\s*$|[?？]\s*$|^(?:i|we)(?:['’]\w+|\s)|^(?=.{0,40}\b(?:is|are|was|were|am|has|have|will|can|needs?)\b).{8,}[.!]\s*$/iu;
const SENT_BACK = /\b(?:send|post|mail|ship)\b.*\bback\b/iu;

/** What needs nothing behind it: yes, it is in stock. Behind it a wish to wait is hardly said to the customer. */
const MERE =
  /^(?:(?:yes|yep|yeah|it is|it['’]s|they are|we do|we have(?: (?:it|them|one))?|in stock|available)[\s,.!]{0,3}){1,3}$|^(?:[是对]的?|嗯|您好|[\s,，]){0,3}(?:都|还|目前|现在){0,2}(?:有(?:现?货)?|现货|在)(?:的|哦|呢|啊|哈|了)?$/iu;
/** When it is to leave, or to be thought about again: behind a mere answer. */
const LATER =
  /^not (?:yet|now)[.!]*$|^(?:but |and )?(?:wait|hold|send)(?: (?:it|this|off|on))? (?:at (?:\d|noon|midday)|(?:until|till?|after) \S|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:an?|\d{1,2}|half an) (?:min|hour|day|week)|tomorrow|tonight|later)[^\n,]{0,30}$|^ignore this[.!]*$|^取消(?:掉|吧|了)?$/iu;
/** Without a mark it stands behind a mere answer only, and in Chinese wherever it can be said of no parcel. */
const BEHIND_A_BLANK =
  /[^\S\n]{1,3}(?<front>(?:do not|don['’]?t|not (?:yet|now)|wait|hold|never ?mind)(?![\p{L}])[^\n]{0,40})$/iu;
const BEHIND_A_BLANK_ZH = /(?<=[\p{Script=Han}\p{N}])[^\S\n]{1,3}(?<front>\p{Script=Han}{2,8})[。.!！]{0,2}$/u;
const UNSENT_ZH = /^先?(?:别|不要)(?:先|再)?(?:发|回)/u;
/** So customers are answered who ask for it, or who are to wait a moment: yes, cancel it; 在的，等一下. */
const TOLD = /^(?:stop|cancel|delete|(?:ignore|disregard|forget) (?!this)|(?:hold|hang) on)|^不[能可]|^等[等一下]+$/iu;

/** Whoever says so speaks to somebody: don't send it yet, we will come to you. */
const TO_SOMEBODY = /\b(?:you|your|yours|we|we['’]\w+|us|our|i['’]ll|i will)\b|[您你咱]|我们/iu;
/** A letter that asks its reader for that: please do not send it yet. */
const POLITE = /^(?:please|pls)\b|^(?:请|麻烦)/iu;

const saysNotSent = (said: string): boolean => NOT_SENT.test(said) || NOT_SENT_ZH.test(said);
const waits = (said: string): boolean =>
  !/\b(?:you|your)\b|[您你]/iu.test(said) &&
  [saysNotSent, (one: string) => WAITS.test(one) || WAITS_ZH.test(one) || retractionIn(one) !== undefined, isHalt].some(
    (says) => says(said),
  );
const isOurs = (said: string, rest: string): boolean =>
  !SENT_BACK.test(said) && saysNotSent(said) && !POLITE.test(said) && !TO_SOMEBODY.test(`${said} ${rest}`);
/** A draft of something that is sent along is one for its reader. */
const isDrafted = (said: string, rest: string): boolean =>
  DRAFTED.test(said) &&
  !TO_SOMEBODY.test(rest) &&
  !/\b(?:here|attached|enclosed|logo|design)\b|附件|见附|设计/iu.test(rest);

/** Narrower than what waits in front: behind an answer what goes out tomorrow is a parcel. */
const putsOff = (said: string): boolean =>
  ![SENT_BACK, TOLD, TO_SOMEBODY].some((form) => form.test(said)) &&
  (saysNotSent(said) || retractionIn(said) !== undefined || isHalt(said) || LATER.test(said));
const waitsBehind = (said: string, rest: string): boolean =>
  MERE.test(rest) ? putsOff(said) : A_SUM.test(rest) && saysNotSent(said) && !SENT_BACK.test(said);

const FORMS: readonly [RegExp, (said: string, rest: string) => boolean][] = [
  [
    FRONT,
    (said, rest) =>
      POLITE.test(said)
        ? isOurs(said.replace(POLITE, '').trim(), rest)
        : waits(said) && !SENT_BACK.test(said) && !(GOES_ON.test(said) && SENTENCE.test(rest)),
  ],
  [IN_BRACKETS, waits],
  [DRAFT, () => true],
  [MARKED, () => true],
  [SHOUTED, (_, rest) => !TO_SOMEBODY.test(rest)],
  [SOFT, (said, rest) => isOurs(said, rest) || (A_SUM.test(rest) && isHalt(said))],
  [
    BEHIND_IN_BRACKETS,
    (said, rest) => saysNotSent(said) || isDrafted(said, rest) || CHECKED.test(said) || waitsBehind(said, rest),
  ],
  [POINTS_BACK, () => true],
  [BEHIND, (said, rest) => isOurs(said, rest) || isDrafted(said, rest) || waitsBehind(said, rest)],
  [BEHIND_A_BLANK, waitsBehind],
  [BEHIND_A_BLANK_ZH, (said, rest) => (isOurs(said, rest) && UNSENT_ZH.test(said)) || waitsBehind(said, rest)],
  [BEHIND_A_SUM, isDrafted],
];

/**
 * Of a message whose first or last words say that it is not to leave (don't send: 20 EUR; （先别发）打八折？) the message without them.
 * Undefined: it says nothing of the kind, or says so to whoever reads it.
 */
export function waitingWords(text: string): string | undefined {
  const typed = text.trim();
  const plain = plainly(typed);
  for (const [form, says] of FORMS) {
    const isFront = form.source.startsWith('^');
    const from = isFront ? 0 : Math.max(0, plain.length - MOST);
    const found = form.exec(isFront ? plain.slice(0, MOST) : plain.slice(from));
    if (!found) continue;
    const at = from + found.index;
    const rest = (isFront ? typed.slice(at + found[0].length) : typed.slice(0, at)).trim();
    if (/[\p{L}\p{N}]/u.test(rest) && says((found.groups?.front ?? '').trim(), rest)) return rest;
  }
  return undefined;
}
