import { asksOfThem, isSaidOfNamed, isSpokenOf } from '../../../text/person/spoken_of.ts';
import { asThirdPerson, toldTo } from '../../../text/person/third_person.ts';
import { plainly } from '../../../text/plainly.ts';
import { asksDesk } from '../../../text/sentence/asked_of_desk.ts';
import { isReached } from '../../../text/sentence/own/remarks.ts';
import { CHINESE } from './bare_words.ts';

/** What a moment in front of 'remind me' is written with. */
const TIME =
  "(?:(?:at|on|in|by|next|this|every|the|end|of|an?|half|past|quarter|to|from|now|around|about|today|tomorrow|tonight|tmrw|noon|midnight|morning|afternoon|evening|weekend|week|month|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|later|please|pls|\\d[\\d:.]{0,5}(?:am|pm|h|th|st|nd|rd|d|m)?|am|pm|o['’]clock)[ ,]{1,3}){0,8}";
const TIME_ZH =
  '(?:[\\d:：点分半钟时号日月周天后前星期礼拜今明晚早上中下午凌晨一二两三四五六七八九十个多小之刻整等到了过会儿再,， ]){0,20}';
/** Longer texts say something else as well. */
const LONGEST = 80;

/** Says itself that no customer is to read it: private: …, 草稿：…. */
const LABEL =
  /^[\s[(（【「]*(?:(?:strictly )?(?:private(?:ly)?|confidential|draft|personal|internal(?:ly)?(?: (?:note|memo|use))?(?: only)?|off the record|(?:just |strictly )?between (?:us|ourselves)|(?:note )?to (?:my)?self|for (?:me|us|internal use|my eyes|our eyes)(?: only)?|(?:just|only) (?:for )?(?:me|us)|not for (?:the )?(?:customer|client|him|her|them))|(?:内部|私下|私密|保密|草稿|底稿|自用|给?我?自己|私下说|只跟你说)(?:看|用|记|记着|参考|消息|信息|资料)?|(?:仅|只)(?:内部|自己|限内部)(?:看|用|参考|可见)?|(?:别|不要|勿|不)(?:发给?|告诉|让)?(?:客户|客人|对方|他|她)(?:看|知道)?|(?:同事|自己人)(?:看|参考))\s*[\])）】」]*\s*[:：]\s*(?=\S)/iu;
/** Two stops are two slashes on a Chinese keyboard: a note. */
const TWO_STOPS = /^(?:。。|\.\.|．．)(?=[\p{L}\p{N}])/u;
/** Whoever is reminded is the one who writes; a customer is asked for something with 'me' alone. */
const REMIND = new RegExp(
  `^${TIME}remind me(?:[.!]*$| (?:to|about|that|on|in|at|by|tomorrow|tonight|next|later|this|mon|tue|wed|thu|fri|sat|sun))|^${TIME_ZH}(?:请|麻烦|帮我|到时候?|记得)?提醒(?:一?[下声])?我|^(?=[^我]{0,20}[点:：时钟刻])${TIME_ZH}(?:请|麻烦|记得)?(?:叫|喊|通知)(?:一?[下声])?我(?!们|家|的|方)`,
  'iu',
);
/** Stands in front of something to be remembered. */
const ASIDE =
  '(?:(?:fyi|nb|n\\.b\\.|note to self|mental note|reminder|memo|hm+|ugh|btw|by the way|honestly|careful|beware|warning|remember|apparently|i think|i guess|i bet|looks like|seems|maybe|and|but|so)[\\s,:.!-]{0,3})';
const HIM = '(?:him|her|(?:this|that) (?:guy|man|woman|lady|girl|dude|client|customer|buyer|person|jerk|idiot))';
const DO_TO_HIM = new RegExp(
  `^${ASIDE}?(?!now )${TIME}(?:please |pls |just |let['’]?s |don['’]?t |do not |never |later |tomorrow |better |i['’]?ll |i will |we['’]?ll |will |must |should |need to |have to |to )?(?:make|let|give|offer|tell|ask|send|quote|bill|warn|push|nudge|ping|reply to|respond to|write(?: back)? to|message|dm|wait for|stall|thank|blacklist|report|overcharge|double|promise|pay|lend|credit|invite|meet|visit|see|visit|keep|put|ignore|snooze|block|ban|mute|archive|delete|remove|tag|label|flag|skip|chase|remind|refund|charge|invoice|call|ring|phone|text|email|answer|trust|avoid|drop|dump|look up|put off|follow up with|check (?:on|up on)|get rid of|get back to|deal with|watch out for|keep an eye on) ${HIM}\\b`,
  'i',
);
/** The customer is 'he' and not 'you'. */
const HE = new RegExp(
  `^${ASIDE}?(?:he|she|they) (?:(?:is|was|['’]s) (?:an? |so |such |too |very |really |always |never |again |not (?:a |an |to |worth|serious|reliable|happy|paying|going to pay)|just |only |trouble|difficult|annoying|rude|cheap|slow|late (?:again|with)|nice|lovely|crazy|mad|lying|haggling|complaining)|(?:seems?|looks?|sounds?|never|always|keeps?|owes?|haggles?|complains?|lies|pays?|still (?:has|hasn['’]?t|owes?|didn['’]?t)|hasn['’]?t|haven['’]?t|has not|won['’]?t (?:pay|buy|answer|come back)|didn['’]?t (?:pay|buy|answer)|does(?:n['’]?t| not) (?:pay|buy|read|get|want)|only (?:wants?|buys?|pays?)|wants? (?:a discount|it cheap\\w*|everything|money|a refund)|bought|buys?|ordered|prefers?|likes?|loves?|hates?)\\b)|^(?:fyi|nb|note to self|mental note)\\b.{0,40}\\b(?:he|she|him|her)\\b`,
  'i',
);
const THEM_WAITING = /^(?:just |better )?(?:let|make|keep) them (?:wait(?:ing)?|pay|sweat|hang)\b/i;
const OF_HIM =
  /\b(?:this|that) (?:guy|dude|jerk|idiot|client|customer|buyer)(?:['’]s|\s(?:is|was|never|always|keeps|has|again|only|wants|just|owes|pays|will|won['’]?t))\b/i;
const HIM_ZH = '(?:[他她](?!人|乡|日)|[这那](?:个|位)?(?:人|家伙|客户|客人|买家))';
const DO_TO_HIM_ZH = new RegExp(
  `^(?!请(?:让|叫|跟|给|把|问|和|对))(?:先|暂时|暂|再|就|请|去|要|得|可以|帮我|帮忙|以后|下次|下午|晚上|今天|今晚|明天|后天|周[一二三四五六日末]|回头|晚点|等[会下]儿?|过[会]儿?|待会儿?|有空|记得|别再|别|不要|不用|不必|不|甭|懒得){0,3}(?:给|跟|对|和|让|叫|把|帮|替|找|发给?|等|劝|通知|告诉|答应|哄|骗|多收|少收|收(?:了|过|到)?|感谢|追|约|加|防|安抚|谢谢|送|优惠|便宜|坑|催|骂|搭理|理睬|理会|理|管|回复|回|查一?[下查]?|看一?[下看]?|催一?[下催]?|联系|打电话给|打给|盯[着住]?|跟进|跟|拉黑|屏蔽|忽略|无视|晾着?|问一?[下问]?|退款?给|退给|标记|记住|提防|小心)(?:一下)?${HIM_ZH}`,
  'u',
);
const HE_ZH =
  /^(?:注意|提醒|其实|反正|估计|感觉|好像|听说|看来|原来|唉|哎|呵呵|哼|又来了|这|对了|小心)?[,，:： ]?[他她](?:这(?:个)?人|家)?(?:是个?(?!我们|我的|这里|负责)|就是|太|真|好(?!的)|很|老(?!师|板)|又|总|一直|从来|从不|难|烦|还(?:没付|没给|欠|差)|欠|压价|砍价|爱|最|经常|每次|肯定|可能是|只|挺|超|拖|赖|嫌|不(?!在|用|上班|能|会|过来|是)|没(?:付|给|钱|诚意|买)|要(?:便宜|打折|退|砍|的)|(?:想要|订|买|下|问|定|点)的|的(?:先|暂|再|都先)|喜欢|讨厌|上次|人(?:很|不|太|挺|真))/u;
/** What is done for him stands behind: 退50给他, send the link to her. */
const TO_HIM_ZH =
  /^(?!我|咱|已|钱|货|快递|老板)[^您你？?，,。\n]{1,12}(?:给|跟|和|找|问|催|联系|通知)(?:一下)?[他她](?:吧|了|看看?|先|算了)?[。.!！~]*$/u;
const TO_HIM =
  /^(?:give|send|refund|lend|offer|pay|quote|charge|ship|forward|fwd|sell|transfer|deliver|post|mail|show) [^?\n]{1,40} to (?:him|her)(?: (?:now|today|tomorrow|tonight|later|first|asap))?[.! ]*$/i;
const WHAT_HE_WANTS =
  /^(?:the|what) [^?\n]{0,30}\b(?:he|she) (?:wants?|wanted|ordered|asked for|needs?|bought) (?:is|are|was|were|has|have)\b/i;
const OF_HIM_ZH =
  /^[这那](?:个|位)?(?:人|家伙|客户|客人|买家|女的|男的)[他她]?(?:太|真|好|很|老|又|总|一直|从来|不|难|烦|是)/u;
const PASS_ON =
  /^(?:please |pls |can you )?(?:(?:fwd|fw|forward|assign|hand|pass)(?: (?:this|it|that|him|her|them))?(?: (?:on|over))? to|cc) (?!me\b|us\b|you)\p{L}[\p{L}'’.-]{1,20}(?: \p{L}[\p{L}'’.-]{1,20})?[.!]?$/iu;
const PASS_ON_ZH =
  /^(?:转发?给|转交给?|移交给?|交给|派给|分配?给|抄送给?)(?![您你我])[\p{Script=Han}]{2,4}(?<![了的吧呢哦啊哈吗])[。！!]?$/u;
const SHOW =
  /^(?:show|open|view|list|pull up|bring up)(?: me)?(?: (?:the|his|her|their|full|chat|order|contact))* (?:history|timeline|notes|tasks|tickets|leads|profile|inbox|orders|record)[.!]?$/i;
/** Somebody by surname and title, who is to be asked or told: 问问李老板. */
const TURN_TO_ZH =
  /^(?:先|去|得|要|回头|明天|记得){0,2}(?:问问|问一?下|找一?下|联系一?下|通知一?下|催一?下|催催|告诉一?下|跟|找|催|问)[\p{Script=Han}]{1,2}?(?:老板娘?|总|经理|哥|姐|师傅|老师|工|叔|阿姨|会计|先生|女士)(?:说|讲|要|确认|核对|对一?下)?[^您你？?吗]{0,12}$/u;
const SHOW_ZH =
  /^(?:查看|查|看|显示|调出|打开)(?:一?[下看查])?(?:[他她]的)?(?:历史|记录|历史记录|聊天记录|时间线|客户资料|资料|档案|往来)[。！!]?$/u;

const ABOUT_THEM = [
  ...[DO_TO_HIM, HE, THEM_WAITING, OF_HIM, TO_HIM, WHAT_HE_WANTS],
  ...[DO_TO_HIM_ZH, HE_ZH, OF_HIM_ZH, TO_HIM_ZH],
];
const ASKED_OF_US = [PASS_ON, PASS_ON_ZH, SHOW, SHOW_ZH, TURN_TO_ZH];

/**
 * Words under a card that are no customer's: they say so themselves, speak of the customer as of somebody else, by name (`customer`)
 * too, or ask something of us. Gives what is worth keeping of them; undefined: they are for the customer.
 */
export function ownWords(text: string, customer = ''): string | undefined {
  const plain = plainly(text.trim());
  const mark = (LABEL.exec(plain) ?? TWO_STOPS.exec(plain))?.[0];
  if (mark !== undefined) return text.trim().slice(mark.length);
  if (plain.length > LONGEST) return undefined;
  const asked = ASKED_OF_US.some((shape) => shape.test(plain)) || asksOfThem(plain);
  return asked || remindsUs(plain) || isAboutThem(plain) || isAbout(plain, customer) ? text.trim() : undefined;
}

/** What the customer is to be told, of words that ask us to tell them: tell Mia it is Friday. */
export const toldWords = (text: string, customer: string): string | undefined =>
  toldTo(asThirdPerson(text.trim(), customer) ?? text.trim());

/** The customer is named as one names somebody else. */
function isAbout(plain: string, customer: string): boolean {
  const said = customer === '' ? undefined : asThirdPerson(plain, customer);
  if (said === undefined) return false;
  if (!/\b(?:you|your|yours|u)\b|[您你]/iu.test(said) && asksDesk(said.replace(AS_OBJECT, '$1 she'))) return true;
  if (SAYS_YOU.test(said)) return false;
  return (
    toldTo(said) !== undefined || isSaidOfNamed(said) || isReached(said) || ABOUT_THEM.some((shape) => shape.test(said))
  );
}

/** A name behind the verb of a question: Is Kim the one? */
const AS_OBJECT =
  /^(is|was|has|had|did|does|will|when (?:is|was|did|has|does)|what did|how (?:much|often|many) (?:did|has|does)) her\b/iu;
const SAYS_YOU = /\b(?:you|your|yours|u)\b|\?|[您你]|^[他她](?:好|早|晚上好|亲)(?:[,，。!！~ ]|$)/iu;

const remindsUs = (plain: string): boolean =>
  REMIND.test(plain) && !/\b(?:you|your|yours|u)\b|[您你]/i.test(plain) && !plain.endsWith('?');

const isAboutThem = (plain: string): boolean =>
  (isSpokenOf(plain) || ABOUT_THEM.some((shape) => shape.test(plain))) &&
  !TO_THEM.test(plain) &&
  !CHINESE.to.test(plain);

/** Whoever is spoken to; 'I' and 'me' may say what I do with them. */
const TO_THEM = /\b(?:you|your|yours|u|our|please|thanks|thank(?! (?:him|her)\b))\b|\?/i;
