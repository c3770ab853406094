import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';
import { holdsOwnAbove } from './above_notice.ts';
import { answersInPerson } from './own_answer.ts';

const LONGEST = 2_000;
const MOST_CLAUSES = 60;

const AWAY =
  /\bout of (?:the )?office\b|\booo\b|\b(?:i'?m|i am|we'?re|we are|i'?ll be|i will be|currently|be)(?: \w+){0,2} (?:away|out (?:until|till|from|of)|on (?:\w+ ){0,2}(?:leave|holidays?|vacation)|travel?ling|abroad|offline|unavailable|not available)\b|\b(?:i'?m|i am|currently|reply:) (?:driving|in a meeting|in meetings)\b|\blimited access\b|\bin my absence\b|休假|度假|出差|外出|请假|年假|产假|不在办公室|开会|开车|在外地|在国外|旅行|自动回复/i;
/** What a note of absence is about; a clause without any of it is something else that its writer says. */
const OF_ABSENCE =
  /\b(?:out of|out until|out till|office|away|annual|on leave|maternity|paternity|parental|sick leave|holidays?|vacation|travel?ling|abroad|conference|offline|unavailable|available|return(?:ing|s)?|back|repl(?:y|ies)|respond|response|answer|limited|access|urgent(?:ly)?|emergenc\w+|absence|contact|colleagues?|assistance|monitored|forwarded|automat\w+|understanding|patience|inconvenience|in touch|closed|enquir\w+|inquir\w+|driving|meetings?|notifications?|disturb|wheel|messages?|e-?mails?|mailbox|get back|soon as|e?-?mails?|mails?|pressing|in the meantime|(?:can't|cannot|can not) wait|covers?|(?:write|turn|ask|call|ring|speak|refer|phone)(?: to| with)? (?!me\b|us\b|her\b|him\b|my\b(?! (?:mobile|cell|phone|number|colleague|assistant|office|deputy))|it\b)\w+)\b|休|度假|出差|外出|开会|开车|办公|请假|年假|产假|放假|假期|旅行|国外|外地|回复|答复|返回|回来|回公司|上班|联系|急事|紧急|自动|谅解|见谅|感谢[您你]|来信|来电|邮件|消息|稍后|恢复|期间|无法|不便|同事|代为|岗位|其间|查看|请联系|值班|拨打|逐一|留言|工作人员|咨询|有事|不在/i;
/** Times, greetings, names: they say nothing more beside it. */
const BESIDE =
  /^(?:[\s\p{P}\p{S}\d]|\b(?:hi|hello|hey|dear|sir|madam|there|all|everyone|sorry|and|or|the|on|at|in|of|to|from|until|till|through|between|inclusive|next|this|week|weeks?|weekend|today|tomorrow|end|day|days|then|again|am|pm|st|nd|rd|th|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|kind|best|warm|many|regards|wishes|sincerely|yours|thank you|thanks|cheers|phone|tel)\b|您好|你好|[年月日号周星期一二三四五六七八九十天至到起从上下午早晚明今后]|谢谢|祝好|此致|敬礼)*$/iu;
const A_NAME = /^\s*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2}\s*$/u;
const REQUEST =
  /\b(?:please|pls|kindly)\b(?! (?:contact|call|note|reach|write|ask|ring|speak|look|e-?mail|mail|text|message|send (?:an? |your )?(?:e-?mails?|mails?|messages?)|be|do not|don't|refer|turn|direct|get|bear|accept|expect|allow|resend|excuse|also)\b)|\b(?:but|so) (?:yes|no|i|we|you|please|it|the|ok)\b|\bleave (?:it|them|the (?:parcel|package))\b|\b(?:yes|no) ?,? (?:the|please|it|i)\b|(?:别|不要|先|请|麻烦)[^,，。]{0,4}(?:发货|寄|送(?!一?[封条]?(?:邮件|短信|信|消息))|换|退|改|放)/i;
/** So a program, or somebody for one, writes: it thanks for the mail, says whom to turn to, promises an answer. */
const FORMAL =
  /\bthank(?:s| you)(?: very much| so much)? for (?:your|getting|contacting|reaching|writing|the)\b|\bauto(?:mat\w+|-?reply)\b|\bout of (?:the )?office(?: (?:reply|message|note)|:)|\b(?:urgent|emergenc)\w*|\bpressing\b|\bin my absence\b|\blimited access\b|\b(?:will|'ll|shall) (?:reply|respond|answer|get back|be in touch)\b|\bon my return\b|自动|感谢[您你]的|急事|紧急|(?:稍后|尽快|回来后?|返回后?|日|号|周[一二三四五六日天])[^,，。]{0,6}(?:回复|答复|联系)|谅解|见谅/i;

/** Whether somebody writes that they are away. */
const saysAway = (text: string): boolean => AWAY.test(text);

/**
 * Whether somebody who writes that they are away says more than a program would in their name: a wish, a complaint, a yes, or `thanks` behind
 * it; what only a person says, beside whatever else a program writes, is more. In answer to a question of ours (`asked`) that they are away is itself the answer, unless it is written as programs write.
 */
export function saysMoreThanAway(written: string, asked: boolean): boolean {
  const text = plainly(headWords(written, LONGEST)).replaceAll('’', "'");
  if (holdsOwnAbove(text, asked, ofAbsenceAlone)) return true;
  if (!saysAway(text)) return answersInPerson(text);
  const isFormal = FORMAL.test(text);
  if (!isFormal && (asked || /[,，] ?(?:thanks|thank you|thx|cheers|谢谢)[\s.!。！~]*$/iu.test(text))) return true;
  return (
    REQUEST.test(text) ||
    answersInPerson(text) ||
    clausesOf(text).some((clause) => !OF_ABSENCE.test(clause) && !BESIDE.test(clause) && !A_NAME.test(clause))
  );
}

/** Whether a line says nothing but that somebody is away, and until when. */
const ofAbsenceAlone = (line: string): boolean =>
  OF_ABSENCE.test(line) && clausesOf(line).every((clause) => OF_ABSENCE.test(clause) || BESIDE.test(clause));

const clausesOf = (text: string): string[] =>
  text.split(/[,，;；。！!？?\n:：]|\.(?=\s|$)| [-–—] |\bbut\b|\bbtw\b/iu, MOST_CLAUSES);
