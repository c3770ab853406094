import { head } from '../cut.ts';
import { plainly } from '../plainly.ts';

/** What is said of a mailing that is written and has not left: when it is to leave, or that it is not to yet. */
export type OfDraft = { is: 'at'; when: string } | { is: 'hold'; named: boolean };

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

/** Undefined: it speaks of something else. */
export function ofDraft(text: string): OfDraft | undefined {
  const plain = plainly(head(text.trim(), LOOKED_AT))
    .trim()
    .replace(/[\s.。!！~～]+$/u, '');
  if (plain.length > LONGEST) return undefined;
  const at = (AT_ENGLISH.exec(plain) ?? AT_CHINESE.exec(plain))?.groups;
  const when = at?.when ?? at?.when2;
  if (when) return { is: 'at', when: when.trim() };
  const hold = HOLD_ENGLISH.exec(plain) ?? HOLD_CHINESE.exec(plain);
  return hold ? { is: 'hold', named: Boolean(hold.groups?.named ?? hold.groups?.named2) } : undefined;
}
