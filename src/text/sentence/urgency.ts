import { head } from '../cut.ts';
import { plainly } from '../plainly.ts';

/** That it is urgent, said alone in front of what it is about, or behind it: urgent: link broken, 杯子碎了，急！ */
const IN_FRONT =
  /^(?:very |super |really )?(?:urgent(?:ly)?(?! (?:care|clinic|room))|asap|emergency)(?=[\s!:,–—-])[\s!:,–—-]*|^(?:十万火急|特急|加急|紧急|急)(?=[\s!:,、])[\s!:,、]*/iu;
const BEHIND =
  /[\s,;.!()–—-]+(?:(?:it is|it['’]s|its|this is|and|very|super|really|quite|pretty) )*(?:urgent(?:ly)?|asap|as soon as possible)(?: please| pls)?[\s!.)]*$|(?:[\s,;.!()、。]+(?:她|他|客户|对方|比较|很|非常|挺|特别|有点)*(?:紧急|加急|特急|十万火急|急)(?:的|啊|了|哦|哈|!)?|(?:很|非常|特别)(?:紧急|着急|急))[\s!.)。]*$/iu;
/** Somewhere in it, as a word that says so. */
const WITHIN =
  /\burgent(?:ly)?\b(?! (?:care|clinic|room))|\basap\b|\bas soon as possible\b|紧急(?!出口|联系|呼叫|按钮|灯|制动|刹|预案|情况下)|加急(?!费)|特急|十万火急|(?:很|非常|特别)急|急(?:用|需|着(?:要|用))|着急/iu;
const DENIED =
  /\b(?:not|never|no|isn['’]?t|less|non)[\s-]+(?:\p{L}+ )?urgent|\bno (?:rush|hurry)\b|[不没别](?:是|要|用|太|那么|这么|怎么)*(?:很|太|特别)?(?:着急|紧急|加急|急)/iu;

/** It is said near the end, in UTF-16 units. */
const NEAR_END = 60;
/** So much of a long text is looked through. */
const LONGEST = 1000;

/** What a ticket's line is about, and whether it says that this is urgent. */
export function withoutUrgency(words: string): { title: string; urgent: boolean } {
  const plain = plainly(head(words, LONGEST));
  const tail = Math.max(0, words.length - NEAR_END);
  const behind = BEHIND.exec(plainly(words.slice(tail)));
  if (DENIED.test(plain) || !(WITHIN.test(plain) || IN_FRONT.test(plain) || behind))
    return { title: words, urgent: false };
  const from = IN_FRONT.exec(plain)?.[0].length ?? 0;
  const to = behind ? tail + behind.index : words.length;
  const title = words.slice(from, Math.max(from, to)).trim();
  return { title: /[\p{L}\p{N}]/u.test(title) ? title : words, urgent: true };
}
