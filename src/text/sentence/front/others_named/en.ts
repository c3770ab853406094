import { commonEnglish } from '../../../common_words.ts';
import { GONE, WRONG } from '../../../person/meant_for.ts';
import { KIN } from '../../../person/spoken_of.ts';
import { type Form, formsOf } from './form.ts';

/** Who reads the message, is spoken of in it, or is no person. */
const NOBODY =
  '(?:you|your|yours|u|me|my|us|our|him|her|his|hers|them|their|theirs|it|its|this|that|these|those|the|an?|what|which|whom?|when|here|there|now|later|today|tomorrow|tonight|not|yet|same|again)';
const WORD = "[\\p{L}@#][\\p{L}\\p{N}'’.@_+-]{0,60}";
const ONE = `(?!${NOBODY}(?![\\p{L}'’]))${WORD}(?: (?!(?:too|as|also|please|pls|and|but|so)(?![\\p{L}]))${WORD}){0,2}`;
/** Whoever belongs to them is somebody without a name. */
const KINSMAN = `(?:(?:(?:all )?(?:(?:her|his|their|the|my) )?${KIN}|everyone|everybody|(?:all )?the others)(?![\\p{L}]))`;
const JOINS = '(?:, ?| and | ?& ?)';
const WHOM = `(?<whom>${ONE}(?:${JOINS}${ONE}){0,3})`;
const WHOM_OR_KIN = `(?<whom>(?:${KINSMAN}|${ONE})(?:${JOINS}(?:${KINSMAN}|${ONE})){0,3})`;
const TOO = '(?:,? (?:too|as well|also|please|pls)){0,2}';
const SENDS =
  '(?:(?:please |pls |and |also ){0,4}(?:send|tell|copy|cc|bcc|fwd|forward|text|message|mail|e-?mail|let|notify|inform|loop(?: in)?)(?: (?:it|this|that|the same|a copy|all this))?(?: also)?(?: (?:on )?to)?)';
const SAME =
  '(?:(?:the )?same|ditto|copy|do the same)(?: (?:thing|message|answer|reply|goes|text))?(?: (?:to|for|with))?';
const AND = '(?:(?:and|plus|as well as) |[&+] ?)';
const CLOSES = '[)）\\]]?[\\s.!]*$';
const COLON = '[\\s)]{0,2}[:：]\\s{0,3}(?=\\S)';
/** Behind the message a mark or brackets part it; in brackets, or behind an 'also', a mere 'to' is enough. */
const MARK = '(?:\\s{0,3}[,;.!?(（[–—\\n-]{1,2}\\s{0,3}|\\s{1,3}(?=\\())';
/** What is said begins here, with a mark in front or without one. */
const PARTED = '[\\s)]{0,2}[:,;–—)]\\s{0,3}(?=\\S)';
const FIRST =
  "(?:we|i|it|its|the|your|you|our|there|this|that|they|please|sorry|yes|no|happy|hi|hello|not)(?:['’]\\w{1,3})?(?![\\p{L}])";
const BEGINS = `\\s(?=["“]|${FIRST})`;
/** A second word is none that something said begins with: not Tom please we close at 5. */
const NAME = `\\p{L}[\\p{L}'’-]{1,20}(?: (?!(?:and|or|${FIRST}))\\p{L}[\\p{L}'’-]{1,20})?`;
const NAMES = `(?<whom>${NAME}(?:(?:, ?| and | or | ?& ?)${NAME}){0,3})`;
const CRY = `${WRONG}(?:i mean[\\s,.!:–—-]{1,3})?`;
const UNTOLD = "(?:don['’]?t|do not) (?:tell|write(?: to)?|send(?: (?:it|this))? to)";
const LEAVES_OUT = `(?:but |and )?(?:not(?: to| for)?|except(?: for)?|instead of|rather than|${UNTOLD})`;
const MEANT = `(?:${GONE}|(?:i )?(?:meant?|intended)(?: (?:it|this|that))?(?: (?:for|to(?: send (?:it |this )?to)?))?|rather|better|instead(?: to)?|only (?:to|for))`;

export const ENGLISH: readonly Form[] = [
  ...formsOf(
    { does: 'adds', at: 'front', certain: true },
    `^[\\s,]{0,2}${AND}(?<whom>${KINSMAN}(?:${JOINS}(?:${KINSMAN}|${ONE})){0,2})(?: too)?(?:${PARTED}|${BEGINS})`,
  ),
  ...formsOf(
    { does: 'adds', at: 'front', certain: 'capital' },
    `^[\\s,]{0,2}(?:(?:${AND}|cc |bcc )?(?:also )?tell |${AND}(?:also )?|cc |bcc )${WHOM_OR_KIN}${TOO}${COLON}`,
    `^[\\s,]{0,2}${AND}(?<whom>${NAME})${BEGINS}`,
    `^[\\s,]{0,2}${AND}(?:also )?(?:tell|inform) ${WHOM}${TOO}, ?(?:that )?(?=\\S)`,
    `^[(（[](?:and |also |plus |cc |bcc |& ?|\\+ ?)${WHOM}${TOO}[)）\\]][\\s:：,-]{0,3}(?=\\S)`,
    `^[\\s,]{0,2}with ${WHOM} in (?:copy|cc)${COLON}`,
  ),
  ...formsOf(
    { does: 'adds', at: 'front' },
    `^(?:(?:${AND}|also |cc |bcc )(?:also )?(?:(?:to|for|send(?: (?:it|this))? to) )?|(?:${SENDS}|${SAME}) )${WHOM}${TOO}${COLON}`,
    `^[(（[](?:(?:and|also|plus|cc|bcc) )?(?:(?:also )?(?:to|for|${SENDS}) )?${WHOM}${TOO}[)）\\]][\\s:：,-]{0,3}(?=\\S)`,
  ),
  ...formsOf({ does: 'instead', at: 'front' }, `^${CRY}${MEANT} ${WHOM}${COLON}`),
  ...formsOf(
    { does: 'alone', at: 'front', certain: true },
    `^[\\s,(]{0,3}(?:(?:only|just (?:her|him)|privately|in private)${COLON}|alone(?:${COLON}|(?!\\sits?(?![\\p{L}]))${BEGINS}))`,
  ),
  ...formsOf(
    { does: 'leavesOut', at: 'front', certain: 'capital' },
    `^[\\s,(]{0,3}${CRY}${LEAVES_OUT} ${NAMES}${COLON}`,
  ),
  ...formsOf({ does: 'leavesOut', at: 'front' }, `^[\\s,(]{0,3}${CRY}${LEAVES_OUT} ${NAMES}(?:${PARTED}|${BEGINS})`),
  ...formsOf(
    { does: 'adds', at: 'end', certain: 'capital' },
    `\\s{0,3}[(（[](?:also |and )?(?:tell|let) ${WHOM}(?: know)?(?: too| as well| also)[)）\\]]${CLOSES}`,
    `${MARK}(?:and )?(?:cc|bcc)[:：]? ${WHOM}${TOO}${CLOSES}`,
    `[\\s,;.]{1,3}(?:and |also ){1,2}(?:say|tell|send|write) the same to ${WHOM}${TOO}${CLOSES}`,
  ),
  ...formsOf(
    { does: 'adds', at: 'end' },
    `${MARK}(?:(?:and |plus )?also (?:to|for|${SENDS})|${SAME}|and ${SENDS}|(?:please |pls )?(?:send|copy|fwd|forward|notify|inform|loop(?: in)?)(?: (?:it|this|that|the same|a copy))?(?: (?:on )?to)?) ${WHOM}${TOO}${CLOSES}`,
    `${MARK}(?:and )?(?:tell|send|let|copy)(?: (?:it|this|the same))?(?: to)? ${WHOM}(?: know)?(?:,? (?:too|as well|also))${CLOSES}`,
    `${MARK}(?:and |please |pls )?(?:keep|put) ${WHOM} in (?:the loop|copy|cc)${TOO}${CLOSES}`,
    `\\s{0,3}[(（[](?:and|also|plus|&|\\+) ?(?:(?:to|for) )?${WHOM}${TOO}[)）\\]]${CLOSES}`,
    `\\s{0,3}[(（[](?:(?:to|for) )?${WHOM},? (?:too|as well|also)[)）\\]]${CLOSES}`,
    `${MARK}(?:and )?${WHOM} gets? the same${TOO}${CLOSES}`,
    `${MARK}(?:and )?${WHOM} (?:(?:should|must|can|needs? to|gets?|wants?)(?: also)?(?: (?:get|know|read|see|hear|have))?)(?: (?:about )?(?:this|it|that|the same))?(?:,? (?:too|as well|also))${CLOSES}`,
  ),
  ...formsOf(
    { does: 'leavesOut', at: 'end' },
    `(?:[\\s,;.]{1,2}(?:but (?:not(?: to| for)?|${UNTOLD})|not to|except(?: for)?)|\\s{0,2}[,;.(]\\s{0,2}${UNTOLD}|(?<=["”])[\\s,]{1,2}not(?: to)?|\\s{0,2}\\(not(?: to| for)?) ${NAMES}[)]?[.!]*$`,
  ),
];

/** A day, a month or a feast is nobody. */
const NO_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|merry|dear|thank|thanks|all|both|then|now|soon|today|tomorrow|also|only|just|what|when|where|why|how|who)$/iu;
const IS_KIN = new RegExp(`(?<!\\p{L})${KINSMAN}`, 'iu');

/** Whether whoever is named so is somebody, whom nobody need know: Zoe, Zoe Hart, her sister. */
export const isSomebody = (whom: string): boolean =>
  IS_KIN.test(whom) ||
  whom
    .split(/,? |&|,/u)
    .filter((word) => !/^(?:and|or|)$/iu.test(word))
    .every((word) => /^\p{Lu}\P{Lu}/u.test(word) && !commonEnglish.has(word.toLowerCase()) && !NO_NAME.test(word));
