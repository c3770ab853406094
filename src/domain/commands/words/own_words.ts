import { plainly } from '../../../text/plainly.ts';
import { CHINESE } from './bare_words.ts';

/** Longer words say something else, too. */
const LONGEST = 80;

/** Says itself that no customer is to read it: private: …, 草稿：…. */
const LABEL =
  /^[\s[(（【「]*(?:(?:strictly )?(?:private(?:ly)?|confidential|draft|personal|off the record|for (?:me|us|internal use|my eyes|our eyes)(?: only)?|(?:just|only) (?:for )?(?:me|us)|not for (?:the )?(?:customer|client|him|her|them))|(?:内部|私下|私密|保密|草稿|底稿|自用|给?自己)(?:看|用|记|参考|消息|信息|资料)?|(?:仅|只)(?:内部|自己|限内部)(?:看|用|参考|可见)?|(?:别|不要|勿|不)(?:发给?|告诉|让)?(?:客户|客人|对方|他|她)(?:看|知道)?|(?:同事|自己人)(?:看|参考))\s*[\])）】」]*\s*[:：]\s*(?=\S)/iu;
/** Two stops are two slashes on a Chinese keyboard: a note. */
const TWO_STOPS = /^(?:。。|\.\.|．．)(?=[\p{L}\p{N}])/u;
/** Whoever is reminded is the one who writes; a customer is asked for something with 'me' alone. */
const REMIND =
  /^(?:please |pls )?remind me (?:to|about|that|on|in|at|by|tomorrow|tonight|next|later|this|mon|tue|wed|thu|fri|sat|sun)|^(?:请|麻烦|帮我|到时候?|明天|记得)?提醒(?:一下)?我/iu;
const HIM = '(?:him|her|(?:this|that) (?:guy|man|woman|lady|girl|dude|client|customer|buyer|person|jerk|idiot))';
const DO_TO_HIM = new RegExp(
  `^(?:please |pls |just |let['’]?s |don['’]?t |do not |never )?(?:ignore|snooze|block|ban|mute|archive|delete|remove|tag|label|flag|skip|chase|remind|refund|charge|invoice|call|ring|phone|text|email|answer|trust|avoid|drop|dump|look up|put off|follow up with|check (?:on|up on)|get rid of|get back to|deal with|watch out for|keep an eye on) ${HIM}\\b`,
  'i',
);
const OF_HIM =
  /\b(?:this|that) (?:guy|dude|jerk|idiot|client|customer|buyer)(?:['’]s|\s(?:is|was|never|always|keeps|has|again|only|wants|just|owes|pays|will|won['’]?t))\b/i;
const HIM_ZH = '(?:[他她](?!人|乡|日)|[这那](?:个|位)?(?:人|家伙|客户|客人|买家))';
const DO_TO_HIM_ZH = new RegExp(
  `^(?:先|暂时|暂|再|就|请|去|帮我|帮忙|以后|别再|别|不要|不用|不必|不|甭|懒得){0,3}(?:搭理|理睬|理会|理|管|回复|回|查一?[下查]?|看一?[下看]?|催一?[下催]?|联系|打电话给|打给|盯[着住]?|跟进|跟|拉黑|屏蔽|忽略|无视|晾着?|问一?[下问]?|退款?给|退给|标记|记住|提防|小心)(?:一下)?${HIM_ZH}`,
  'u',
);
const OF_HIM_ZH =
  /^[这那](?:个|位)?(?:人|家伙|客户|客人|买家|女的|男的)(?:太|真|好|很|老|又|总|一直|从来|不|难|烦|是)/u;
const PASS_ON =
  /^(?:please |pls |can you )?(?:(?:fwd|fw|forward|assign|hand|pass)(?: (?:this|it|that|him|her|them))?(?: (?:on|over))? to|cc) (?!me\b|us\b|you)\p{L}[\p{L}'’.-]{1,20}(?: \p{L}[\p{L}'’.-]{1,20})?[.!]?$/iu;
const PASS_ON_ZH =
  /^(?:转发?给|转交给?|移交给?|交给|派给|分配?给|抄送给?)(?![您你我])[\p{Script=Han}]{2,4}(?<![了的吧呢哦啊哈吗])[。！!]?$/u;
const SHOW =
  /^(?:show|open|view|list|pull up|bring up)(?: me)?(?: (?:the|his|her|their|full|chat|order|contact))* (?:history|timeline|notes|tasks|tickets|leads|profile|inbox|orders|record)[.!]?$/i;
const SHOW_ZH =
  /^(?:查看|查|看|显示|调出|打开)(?:一?[下看查])?(?:[他她]的)?(?:历史|记录|历史记录|聊天记录|时间线|客户资料|资料|档案|往来)[。！!]?$/u;

const ABOUT_THEM = [DO_TO_HIM, OF_HIM, DO_TO_HIM_ZH, OF_HIM_ZH];
const ASKED_OF_US = [PASS_ON, PASS_ON_ZH, SHOW, SHOW_ZH];

/**
 * Words under a card that are no customer's: they say so themselves, speak of the customer as of somebody else, or ask something of
 * us. Gives what is worth keeping of them; undefined: they are for the customer.
 */
export function ownWords(text: string): string | undefined {
  const plain = plainly(text.trim());
  const mark = (LABEL.exec(plain) ?? TWO_STOPS.exec(plain))?.[0];
  if (mark !== undefined) return text.trim().slice(mark.length);
  if (plain.length > LONGEST) return undefined;
  const asked = ASKED_OF_US.some((shape) => shape.test(plain));
  return asked || remindsUs(plain) || isAboutThem(plain) ? text.trim() : undefined;
}

const remindsUs = (plain: string): boolean =>
  REMIND.test(plain) && !/\b(?:you|your|yours|u)\b|[您你]/i.test(plain) && !plain.endsWith('?');

const isAboutThem = (plain: string): boolean =>
  ABOUT_THEM.some((shape) => shape.test(plain)) && !TO_THEM.test(plain) && !CHINESE.to.test(plain);

/** Whoever is spoken to; 'I' and 'me' may say what I do with them. */
const TO_THEM = /\b(?:you|your|yours|u|our|please|thanks?|thank)\b|\?/i;
