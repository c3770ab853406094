import { commonEnglish } from '../../../common_words.ts';
import { KIN } from '../../../person/spoken_of.ts';

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
export const ALSO: readonly RegExp[] = [
  `^(?:(?:and|also|plus|&|\\+|cc|bcc|as well as) ?(?:also )?(?:(?:to|for|tell|send(?: (?:it|this))? to) )?|(?:${SENDS}|${SAME}) )${WHOM}${TOO}\\s?[:：]\\s?(?<words>\\S.*)$`,
  `^[(（[](?:(?:and|also|plus|cc|bcc) )?(?:(?:also )?(?:to|for|${SENDS}) )?${WHOM}${TOO}[)）\\]][\\s:：,-]{0,3}(?<words>\\S.*)$`,
].map((source) => new RegExp(source, 'isu'));
export const ALSO_BEHIND: readonly RegExp[] = [
  `${MARK}(?:(?:and |plus )?also (?:to|for|${SENDS})|${SAME}|(?:and )?(?:cc|bcc)[:：]?|and ${SENDS}|(?:please |pls )?(?:send|copy|fwd|forward)(?: (?:it|this|that|the same|a copy))?(?: (?:on )?to)?) ${WHOM}${TOO}[)）\\]]?${ENDS}`,
  `${MARK}(?:and )?(?:tell|send|let|copy)(?: (?:it|this|the same))?(?: to)? ${WHOM}(?: know)?(?:,? (?:too|as well|also))[)）\\]]?${ENDS}`,
  `\\s{0,3}[(（[](?:and|also|plus|&|\\+) ?(?:(?:to|for) )?${WHOM}${TOO}[)）\\]]${ENDS}`,
  `\\s{0,3}[(（[](?:(?:to|for) )?${WHOM},? (?:too|as well|also)[)）\\]]${ENDS}`,
  `${MARK}(?:and )?${WHOM} (?:(?:should|must|can|needs? to|gets?|wants?)(?: also)?(?: (?:get|know|read|see|hear|have))?)(?: (?:about )?(?:this|it|that|the same))?(?:,? (?:too|as well|also))[)）\\]]?${ENDS}`,
].map((source) => new RegExp(source, 'iu'));
const CRY =
  '(?:(?:oh|oops|whoops|sorry|no|wait|actually|argh|i mean|my bad|not (?:her|him|them|you)|wrong (?:person|one))[\\s,.!:–—-]{1,3}){0,3}';
export const INSTEAD: readonly RegExp[] = [
  `^${CRY}(?:(?:i )?(?:meant?|intended)(?: (?:it|this|that))?(?: (?:for|to(?: send (?:it |this )?to)?))?|(?:it|this|that)(?:['’]s| is| was)(?: meant)? for|rather|better|instead(?: to)?|not(?: (?:to|for))?|only (?:to|for)) ${WHOM}\\s?[:：]\\s?(?<words>\\S.*)$`,
].map((source) => new RegExp(source, 'isu'));

const NAME = "(?<name>\\p{L}[\\p{L}'’-]{1,20}(?: \\p{Lu}[\\p{L}'’-]{1,20})?)";
/** What is said begins here, with a mark in front or without one. */
const PARTED = '[\\s)]{0,2}[:,;–—)]\\s{0,3}(?=\\S)';
const BEGINS =
  '\\s(?=["“]|(?:we|i|it|its|the|your|you|our|there|this|that|they|please|sorry|yes|no|happy|hi|hello|not)(?:[\'’]\\w{1,3})?(?![\\p{L}]))';
const LEAVES_OUT =
  "(?:but |and )?(?:not(?: to| for)?|except(?: for)?|instead of|rather than|(?:don['’]?t|do not) (?:tell|write(?: to)?|send(?: (?:it|this))? to))";

/** Whoever is meant so is somebody, known or not. */
export const CERTAIN: readonly RegExp[] = [
  new RegExp(
    `^[\\s,]{0,2}(?:and|&|\\+|plus|as well as) (?:(?:all )?(?:(?:her|his|their|the|my) )?${KIN}|everyone|everybody|(?:all )?the others)(?: too)?(?:${PARTED}|${BEGINS})`,
    'iu',
  ),
  new RegExp(
    `^[\\s,(]{0,3}(?:(?:only|just (?:her|him)|privately|in private)[\\s)]{0,2}:\\s{0,3}(?=\\S)|alone(?:[\\s)]{0,2}:\\s{0,3}(?=\\S)|(?!\\sits?(?![\\p{L}]))${BEGINS}))`,
    'iu',
  ),
];
export const UNKNOWN = [
  new RegExp(`^[\\s,(]{0,3}${LEAVES_OUT} ${NAME}[\\s)]{0,2}:\\s{0,3}(?=\\S)`, 'iu'),
  new RegExp(`^[\\s,]{0,2}(?:and|&|\\+|plus) ${NAME}(?:\\s?:\\s{0,3}(?=\\S)|${BEGINS})`, 'iu'),
];
export const KNOWN = new RegExp(`^[\\s,(]{0,3}${LEAVES_OUT} ${NAME}(?:${PARTED}|${BEGINS})`, 'iu');
export const BEHIND = new RegExp(
  `(?:[\\s,;.]{1,2}(?:but (?:not(?: to| for)?|(?:don['’]?t|do not) (?:tell|write(?: to)?|send(?: it)? to))|not to|except(?: for)?)|(?<=["”])[\\s,]{1,2}not(?: to)?) ${NAME}[.!]*$`,
  'iu',
);

/** A day, a month or a feast is nobody. */
const NO_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|merry|dear|thank|thanks|all|both|then|now|soon|today|tomorrow|also|only|just|what|when|where|why|how|who)$/iu;
export const isCapital = (name: string): boolean =>
  /^\p{Lu}/u.test(name) &&
  name.split(' ').every((word) => !commonEnglish.has(word.toLowerCase()) && !NO_NAME.test(word));
