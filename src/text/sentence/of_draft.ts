import { head } from '../cut.ts';
import { plainly } from '../plainly.ts';

/** What is said of a mailing that is written and has not left: when it is to leave, that it is not to yet, or that its writer wants to see it first. */
export type OfDraft = { is: 'at'; when: string } | { is: 'hold'; named: boolean } | { is: 'test' };

/** UTF-16 units; a longer one says more than that. */
const LONGEST = 80;
/** So much of it is looked at, with the blanks and dots around it. */
const LOOKED_AT = 120;

const itEnglish = (named: string): string =>
  `(?:it|that|this|(?:the|my|our) (?:draft|mail|e-?mail|(?<${named}>campaign|newsletter|mailing)))`;
const AT_ENGLISH = new RegExp(
  `^(?:please )?(?:send|schedule|mail) ${itEnglish('named')}(?: out| off)?(?: only| for)? (?<when>(?:tomorrow|tonight|today|on|next|this|at|in|mon|tue|wed|thu|fri|sat|sun|\\d).{0,40})$`,
  'iu',
);
const HOLD_ENGLISH = new RegExp(
  `^(?:(?:wait|no|stop),? )?(?:(?:do not|don['’]?t) send ${itEnglish('named')}(?: out)?|hold (?:off (?:on )?)?${itEnglish('named2')}(?: back)?)(?: yet| for now| today| just yet| now| please)*$`,
  'iu',
);
const IT_CHINESE = '(?:(?:把)?(?:(?<named>群发)|它|这[个条封]|那[个条封]))?';
const AT_CHINESE = new RegExp(
  `^${IT_CHINESE}(?:等|到|等到)?(?<when>[今明后大下周星礼早上中晚过\\d一二三四五六七八九十][^，,。！!？?]{1,20}?)(?:再|才)(?:群?发)(?:出去|送)?(?:吧)?$|^(?:群发|这[个条封]|把?它)(?:改到|推迟到|推到|定在|放到|改成)(?<when2>[^，,。！!？?]{2,20}?)(?:再?发)?(?:吧)?$`,
  'u',
);
const HOLD_CHINESE = new RegExp(
  `^(?:等等|等一下|慢着)?[,，\\s]*${IT_CHINESE}(?:先|暂时|暂且)?(?:别|不要|先不|不)(?:急着)?(?:群?发)(?:了|出去)*(?:吧)?$`,
  'u',
);

const MAILING = '(?:it|this|that|(?:the|my|our) (?:draft|mail|e-?mail|campaign|newsletter|mailing))';
const FIRST =
  '(?: first| beforehand| before (?:it|that|this|you|we|i|the (?:campaign|newsletter|mailing))(?: [^\\n]{1,30})?| before (?:sending|mailing)(?: [^\\n]{1,30})?)';
const TEST_ENGLISH = new RegExp(
  [
    `^(?:please )?(?:first,? )?(?:send|show|mail|e-?mail|give)(?: me)? (?:an? |the |one )?(?:test|sample|preview|proof|trial)(?: (?:mail|e-?mail|message|copy|version|run))?(?: of ${MAILING})?(?: to (?:me|myself|my (?:own )?(?:mail|e-?mail|inbox|address)))?${FIRST}?$`,
    `^(?:please )?(?:first,? )?(?:send|mail|e-?mail|show) ${MAILING} (?:only )?to (?:me|myself)(?: only| alone)?${FIRST}?$`,
    `^(?:please )?(?:let me|i (?:want|would like|['’]d like) to) (?:see|read|check|look at|test|try|preview)(?: ${MAILING})?(?: out)?${FIRST}{1,2}$`,
  ].join('|'),
  'iu',
);
const TEST_CHINESE =
  /^(?=.{0,30}(?:先|前|测试|试发))(?=.{0,30}(?:看|瞧|测试|试|过目))(?=.{0,30}(?:发|测试|让我))(?:(?:正式|真的)?(?:群?发|发出去?|发送)(?:出去)?(?:之?前)?[,，\s]{0,2})?(?:请|你|能不能|可以|麻烦|帮我|要)?(?:先)?(?:发?(?:给|让)我(?:自己|本人)?|发我|测试)(?:自己)?(?:先)?(?:发|来)?(?:一?[份封条个下])?(?:测试|试发|样稿|样张)?(?:邮件|消息|短信)?(?:先)?(?:看看|看一?[下眼遍]|瞧瞧|试试|过目|给我看看?|给我)?(?:效果)?(?:吧|再发)?$/u;

/** Undefined: it speaks of something else. */
export function ofDraft(text: string): OfDraft | undefined {
  const plain = plainly(head(text.trim(), LOOKED_AT))
    .trim()
    .replace(/[\s.。!！~～]+$/u, '');
  if (plain.length > LONGEST) return undefined;
  const at = (AT_ENGLISH.exec(plain) ?? AT_CHINESE.exec(plain))?.groups;
  const when = at?.when ?? at?.when2;
  if (when) return { is: 'at', when: when.trim() };
  if (TEST_ENGLISH.test(plain) || TEST_CHINESE.test(plain)) return { is: 'test' };
  const hold = HOLD_ENGLISH.exec(plain) ?? HOLD_CHINESE.exec(plain);
  return hold ? { is: 'hold', named: Boolean(hold.groups?.named ?? hold.groups?.named2) } : undefined;
}
