import { plainly, plainPattern } from '../../plainly.ts';

/** Somebody whom words in front of a message, or behind it, name besides whoever gets it, or instead of them. */
export interface Beside {
  /** As it was typed. */
  whom: string;
  /** The message without them. */
  words: string;
  isInstead: boolean;
}

/** So much of a message is looked at from its beginning, and so much from its end, in UTF-16 units. */
const MOST = 120;

/** Who reads the message, is spoken of in it, or is no person. */
const NOBODY =
  '(?:you|your|yours|u|me|my|us|our|him|her|his|hers|them|their|theirs|it|its|this|that|these|those|the|an?|what|which|whom?|when|here|there|now|later|today|tomorrow|tonight|not|yet|same|again)';
const WORD = "[\\p{L}@#][\\p{L}\\p{N}'’.@_+-]{0,60}";
const ONE = `(?!${NOBODY}(?![\\p{L}'’]))${WORD}(?: (?!(?:too|as|also|please|pls|and|but|so)(?![\\p{L}]))${WORD}){0,2}`;
const WHOM = `(?<whom>${ONE}(?:(?:, ?| and | ?& ?)${ONE}){0,3})`;
const TOO = '(?:,? (?:too|as well|also|please|pls)){0,2}';
const SENDS =
  '(?:(?:please |pls |and |also )*(?:send|tell|copy|cc|bcc|fwd|forward|text|message|mail|e-?mail|let)(?: (?:it|this|that|the same|a copy|all this))?(?: also)?(?: (?:on )?to)?)';
const SAME =
  '(?:(?:the )?same|ditto|copy|do the same)(?: (?:thing|message|answer|reply|goes|text))?(?: (?:to|for|with))?';
const ENDS = '[\\s.!]*$';
/** Behind the message a mark or brackets part it; in brackets, or behind an 'also', a mere 'to' is enough. */
const MARK = '(?:\\s{0,3}[,;.!?(（[–—\\n-]{1,2}\\s{0,3}|\\s{1,3}(?=\\())';
const ALSO: readonly RegExp[] = [
  `^(?:(?:and|also|plus|&|\\+|cc|bcc|as well as) ?(?:also )?(?:(?:to|for|tell|send(?: (?:it|this))? to) )?|(?:${SENDS}|${SAME}) )${WHOM}${TOO}\\s?[:：]\\s?(?<words>\\S.*)$`,
  `^[(（[](?:(?:and|also|plus|cc|bcc) )?(?:(?:also )?(?:to|for|${SENDS}) )?${WHOM}${TOO}[)）\\]][\\s:：,-]{0,3}(?<words>\\S.*)$`,
].map((source) => new RegExp(source, 'isu'));
const ALSO_BEHIND: readonly RegExp[] = [
  `${MARK}(?:(?:and |plus )?also (?:to|for|${SENDS})|${SAME}|(?:and )?(?:cc|bcc)[:：]?|and ${SENDS}|(?:please |pls )?(?:send|copy|fwd|forward)(?: (?:it|this|that|the same|a copy))?(?: (?:on )?to)?) ${WHOM}${TOO}[)）\\]]?${ENDS}`,
  `${MARK}(?:and )?(?:tell|send|let|copy)(?: (?:it|this|the same))?(?: to)? ${WHOM}(?: know)?(?:,? (?:too|as well|also))[)）\\]]?${ENDS}`,
  `\\s{0,3}[(（[](?:and|also|plus|&|\\+) ?(?:(?:to|for) )?${WHOM}${TOO}[)）\\]]${ENDS}`,
  `\\s{0,3}[(（[](?:(?:to|for) )?${WHOM},? (?:too|as well|also)[)）\\]]${ENDS}`,
  `${MARK}(?:and )?${WHOM} (?:(?:should|must|can|needs? to|gets?|wants?)(?: also)?(?: (?:get|know|read|see|hear|have))?)(?: (?:about )?(?:this|it|that|the same))?(?:,? (?:too|as well|also))[)）\\]]?${ENDS}`,
].map((source) => new RegExp(source, 'iu'));
const CRY =
  '(?:(?:oh|oops|whoops|sorry|no|wait|actually|argh|i mean|my bad|not (?:her|him|them|you)|wrong (?:person|one))[\\s,.!:–—-]{1,3}){0,3}';
const INSTEAD: readonly RegExp[] = [
  `^${CRY}(?:(?:i )?(?:meant?|intended)(?: (?:it|this|that))?(?: (?:for|to(?: send (?:it |this )?to)?))?|(?:it|this|that)(?:['’]s| is| was)(?: meant)? for|rather|better|instead(?: to)?|not(?: (?:to|for))?|only (?:to|for)) ${WHOM}\\s?[:：]\\s?(?<words>\\S.*)$`,
].map((source) => new RegExp(source, 'isu'));

const WHOM_ZH = "(?<whom>(?![您你我咱他她它这那])(?:[\\p{Script=Han}、]{1,10}?|\\p{L}[\\p{L}'’.@ -]{1,40}?))";
const JOINS_ZH = '(?:也|还有?|再|顺便|同时|另外|并且?|和|跟|与|及|以及|请|麻烦|帮我|[,，、\\s]){0,4}';
const SENDS_ZH =
  '(?:(?:转|抄|群)?发(?:送|一份|一下|一条)?给?|抄送(?:给)?|转发?给|告诉|告知|通知|转告|回复?|给|跟|对|同)(?:一下|一声)?';
const TO_ZH = '(?:(?:也|都|同样|一并)?(?:发|送|回|来|说)?(?:一?[份条]|一下|一声|一遍)?(?:说|讲)?(?:吧|哦|哈|啊)?)';
const MARK_ZH = '(?:\\s{0,3}[,，。.;；!！?？（(【[\\n]{1,2}\\s{0,3}|\\s{1,3})';
const ENDS_ZH = '[)）】\\]]?[\\s。.!！]*$';
const ALSO_ZH: readonly RegExp[] = [
  `^[(（【[](?:也|还有|再|顺便|同时|另外|和|跟|与|以及|抄送|发给|给){1,3}${WHOM_ZH}${TO_ZH}[)）】\\]][\\s:：,，]{0,3}(?<words>\\S.*)$`,
  `^[(（【[]${WHOM_ZH}(?:也(?:一样|同样|要|发|说|回|通知|告诉)?|同样|一样|同上)[)）】\\]][\\s:：,，]{0,3}(?<words>\\S.*)$`,
  `^(?:(?:也|还有|再|顺便|同时|另外|并且?|和|跟|与|以及){1,2}(?:请|麻烦|帮我)?(?:${SENDS_ZH})?|抄送(?:给)?)\\s?${WHOM_ZH}${TO_ZH}\\s?[:：]\\s?(?<words>\\S.*)$`,
].map((source) => plainPattern(new RegExp(source, 'su')));
const ALSO_BEHIND_ZH: readonly RegExp[] = [
  `${MARK_ZH}${JOINS_ZH}(?:也|再|顺便|同时|另外|一并)${JOINS_ZH}${SENDS_ZH}${WHOM_ZH}${TO_ZH}${ENDS_ZH}`,
  `${MARK_ZH}${JOINS_ZH}(?:抄送(?:一份)?(?:给)?|(?:转|抄)?发一?份给|转发给?|抄给)[:：]?${WHOM_ZH}${TO_ZH}${ENDS_ZH}`,
  `${MARK_ZH}${JOINS_ZH}(?:给|跟|对)?${WHOM_ZH}(?:那边|那里|那儿)?(?:也(?:一样|同样|要|这[幺么]回|这样回?|发|说|讲|回|通知|告诉)(?:一?[份条声下])?|一样|同样|同上|(?:也|同样)发一?份)(?:吧|哦|说|回|发)?${ENDS_ZH}`,
  `\\s{0,3}[(（【](?:和|跟|同|还有|以及|加上)${WHOM_ZH}(?:也?一样|同样|一起|一份)?[)）】]${ENDS_ZH}`,
].map((source) => plainPattern(new RegExp(source, 'u')));
const CRY_ZH =
  '(?:(?:哎呀?|啊|哦|抱歉|对不起|不好意思|等等|不对|(?:发|回|搞|弄|写|打|说)错(?:人|了)*|不是[他她你])[\\s,，。!！;；、:：]{0,3}){0,3}';
const INSTEAD_ZH: readonly RegExp[] = [
  `^${CRY_ZH}(?:(?:应该|本来|其实|这)?(?:是|该)?(?:要|想)?(?:发|回复?|说)?给|(?:应该|其实|这)?是|不是(?:给|发给)?|(?:只|单独)(?:发|回)?给)\\s?${WHOM_ZH}(?:的|才对)?\\s?[:：]\\s?(?<words>\\S.*)$`,
].map((source) => plainPattern(new RegExp(source, 'su')));

const FRONTS: readonly (readonly [readonly RegExp[], boolean])[] = [
  [ALSO, false],
  [INSTEAD, true],
  [ALSO_ZH, false],
  [INSTEAD_ZH, true],
];

/** Who may be named so; whether anybody is called that, only the desk knows. */
export function besidesIn(text: string): Beside[] {
  const typed = text.trim();
  const plain = plainly(typed);
  return [...inFront(typed, plain), ...behind(typed, plain)];
}

const inFront = (typed: string, plain: string): Beside[] =>
  FRONTS.flatMap(([forms, isInstead]) =>
    forms.flatMap((form) => {
      const found = /[:：)）]/u.test(plain.slice(0, MOST)) ? form.exec(plain) : null;
      const { whom = '', words = '' } = found?.groups ?? {};
      // a clock has colons too
      if (!found || found[0].length - words.length > MOST || /^\d{2}(?!\d)/u.test(words)) return [];
      const at = plain.lastIndexOf(whom, plain.length - words.length);
      return [{ whom: typed.slice(at, at + whom.length), words: typed.slice(-words.length), isInstead }];
    }),
  );

const behind = (typed: string, plain: string): Beside[] =>
  [...ALSO_BEHIND, ...ALSO_BEHIND_ZH].flatMap((form) => {
    const from = Math.max(0, plain.length - MOST);
    const found = form.exec(plain.slice(from));
    const whom = found?.groups?.whom;
    const words = found ? typed.slice(0, from + found.index).trim() : '';
    if (!found || whom === undefined || !/[\p{L}\p{N}]/u.test(words)) return [];
    const at = from + found.index + found[0].lastIndexOf(whom);
    return [{ whom: typed.slice(at, at + whom.length), words, isInstead: false }];
  });
