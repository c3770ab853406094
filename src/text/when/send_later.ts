import { plainly } from '../plainly.ts';
import { timeFirst } from './time_like.ts';

/** What parts the order to send from what is to be sent; a clock has colons too. */
const PARTED = String.raw`(?:\s?[:：](?!\d{2}(?!\d))\s*|\s[-–—]+\s|\n)`;
const WHAT =
  '(?: (?:this|that|it|the (?:message|answer|reply|text)|my (?:message|answer|reply)|(?:to )?(?:him|her|them)|out|back))*';
const FIRST = new RegExp(
  `^(?:please |pls |can you )?(?:send|schedule|deliver|post|queue|reply|answer|write|delay|hold)${WHAT}(?: (?:for|by|until|till?|to))? (?<when>[^\\n]{1,40}?)${PARTED}(?<words>\\S[\\s\\S]*)$`,
  'iu',
);
const BEHIND = new RegExp(
  `^(?<when>[^\\n]{2,40}?),? (?:send|reply|answer|write|deliver)${WHAT}${PARTED}(?<words>\\S[\\s\\S]*)$`,
  'iu',
);
const LATER = /^(?:later(?: on| today)?|in a (?:bit|while)|afterwards|another time)$/i;

const TIME_ZH =
  '[\\d:：.点分半刻钟整时号日月周天后前星期礼拜今明晚早上中下午傍凌晨夜里过会儿小个一二两三四五六七八九十到等回头稍改几 ]{2,20}?';
const SEND_ZH = '(?:再|定时|准时|给[他她])?(?:发送|发给|发|回复|回|答复)(?:[他她]|出去?|一下|这[条句])?';
const PARTED_ZH =
  '(?:[^\\S\\n]?[:：]\\s*|(?:[^\\S\\n]|[“「"])+(?!顺丰|中通|圆通|申通|韵达|京东|邮政|极兔|德邦|快递|物流|同城|货|\\d))';
const FIRST_ZH = new RegExp(`^(?<when>${TIME_ZH})${SEND_ZH}${PARTED_ZH}(?<words>\\S[\\s\\S]*)$`, 'u');
const BEHIND_ZH = new RegExp(
  `^(?:定时|预约|安排|设定|延迟|推迟)(?:发送|发)?(?:到|在|于)?\\s?(?<when>${TIME_ZH})(?:再?发送?|回复?)?${PARTED_ZH}(?<words>\\S[\\s\\S]*)$`,
  'u',
);
const LATER_ZH = /^(?:稍后|晚点儿?|晚些(?:时候)?|等[会下]儿?|过会儿?|一会儿?|待会儿?|回头|改天)$/u;
/** When on this day. */
const DAYPART = /^(?:早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)$/u;
/** A length alone is meant from now on. */
const LENGTH = /^\d{1,3}\s?(?:m|mins?|minutes?|h|hrs?|hours?|days?|d)$/i;

/**
 * Words that ask to send something later, as the command for it would take them: send tomorrow 9am: fixed now, 明早9点发：茶到了. Of
 * 'later' alone the words to be sent. Undefined: they ask for no such thing.
 */
export function sendLaterIn(text: string): string | undefined {
  const typed = text.trim();
  const plain = plainly(typed);
  for (const form of [FIRST, BEHIND, FIRST_ZH, BEHIND_ZH]) {
    const { when = '', words = '' } = form.exec(plain)?.groups ?? {};
    const said = when.trim();
    const rest = typed.slice(typed.length - words.length).replace(/[”」"]$/u, '');
    if (said !== '' && (LATER.test(said) || LATER_ZH.test(said))) return rest;
    if (LENGTH.test(said)) return `in ${said} ${rest}`;
    if (DAYPART.test(said) || (said !== '' && timeFirst(said) !== undefined)) return `${said} ${rest}`;
  }
  return undefined;
}

/** An hour of a day. */
const CLOCK = /\d\s?(?:[ap]m\b|[:.：]\d{2}|[点时])|[一二两三四五六七八九十]点|\b(?:noon|midnight)\b|^in \d|后$/iu;
/** A length from now, whole: in 2 hours, 半小时后. */
const LENGTH_EN =
  '(?:about |around )?(?:\\d{1,3}|an?|one|two|three|four|five|six|half an?|a couple of|a few|an? half)[ -]?(?:and a half )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|h|m)';
const LENGTH_HAN = '(?:\\d{1,3}|[一二两三四五六七八九十半几]{1,3})个?半?(?:小时|钟头|分钟|天|周|星期|礼拜)';
const FROM_NOW = new RegExp(
  `^(?:(?:in|after) ${LENGTH_EN}(?: time)?|${LENGTH_EN} (?:from now|later)|(?:等|再|过){1,2}${LENGTH_HAN}(?:[之以]?后|再)?|${LENGTH_HAN}[之以]?后)(?=\\s?[:：])`,
  'iu',
);
/** A day that is no heading of what happens on it: opening hours, a list of days. */
const ON_A_DAY =
  /^(?!(?:from |between )?\d|(?:we(?:['’]re| are) )?(?:all day )?(?:open|closed|shut|off|free|full|busy|booked|none|n\/a|no)\b|休|关|不营业|营业|开门|放假|没空|有空|约满|满|[零一二两三四五六七八九十]{1,3}[点时])(?!.*[,，;；\n]\s?(?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|周|星期|明|后)[^\s:：]{0,8}\s?[:：])(?:\S+\s+\S+\s+\S|\p{Script=Han}.{2,})/isu;
const BEFORE_WORDS = new RegExp(
  `^(?:please |pls |can you )?(?:send|schedule|queue|post)${WHAT} (?:(?:for|by|at) )?(?=\\S)`,
  'iu',
);

/** Nothing but an answer behind the time it is to leave at: 明早9点：有货的, in 2 hours: it is ready, send tomorrow 9am yes we do. */
export function timeThenWords(text: string): string | undefined {
  const typed = text.trim();
  const sends = BEFORE_WORDS.exec(plainly(typed))?.[0] ?? '';
  const rest = typed.slice(sends.length);
  const length = FROM_NOW.exec(plainly(rest))?.[0];
  const when = length === undefined ? wholeTimeFirst(rest) : rest.slice(0, length.length);
  if (when === '' || rest.includes('\n')) return undefined;
  const behind = rest.slice(when.length);
  const words = (sends === '' ? /^\s?[:：](?!\d)\s*(\S.*)$/u : /^[\s,，:：]+(\S.*)$/u).exec(behind)?.[1];
  if (words === undefined) return undefined;
  const isThen = length !== undefined || CLOCK.test(plainly(when)) || (sends === '' && ON_A_DAY.test(plainly(words)));
  return isThen ? `${when} ${words}` : undefined;
}

/** A day and an hour are two. */
const MOST_PARTS = 3;

function wholeTimeFirst(text: string): string {
  let end = 0;
  for (let nth = 0; nth < MOST_PARTS; nth += 1) {
    const left = text.slice(end);
    const part = timeFirst(left);
    if (part === undefined) break;
    end += left.length - left.trimStart().length + part.length;
  }
  return text.slice(0, end);
}
