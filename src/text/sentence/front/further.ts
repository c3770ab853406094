import { commonEnglish } from '../../common_words.ts';
import { KIN } from '../../person/spoken_of.ts';
import { plainly, plainPattern } from '../../plainly.ts';

/** So much of a message is looked at, in UTF-16 units. */
const MOST = 300;

/** Somebody who is left out of what is said, or gets it too, behind the name of whom it is for. */
export interface Further {
  /** Of whom it is said: only if somebody is called so it is no word of what is said. Undefined: it cannot be one. */
  name?: string;
  /** Chinese: that name, with what is said right behind it. */
  glued?: string;
  /** What is said; where the name is glued to it, that begins there. */
  rest: string;
}

const NAME = "(?<name>\\p{L}[\\p{L}'’-]{1,20}(?: \\p{Lu}[\\p{L}'’-]{1,20})?)";
/** What is said begins here, with a mark in front or without one. */
const MARK = '[\\s)]{0,2}[:,;–—)]\\s{0,3}(?=\\S)';
const BEGINS =
  '\\s(?=["“]|(?:we|i|it|its|the|your|you|our|there|this|that|they|please|sorry|yes|no|happy|hi|hello|not)(?:[\'’]\\w{1,3})?(?![\\p{L}]))';
const LEAVES_OUT =
  "(?:but |and )?(?:not(?: to| for)?|except(?: for)?|instead of|rather than|(?:don['’]?t|do not) (?:tell|write(?: to)?|send(?: (?:it|this))? to))";

/** Whoever is meant so is somebody, known or not. */
const CERTAIN: readonly RegExp[] = [
  new RegExp(
    `^[\\s,]{0,2}(?:and|&|\\+|plus|as well as) (?:(?:all )?(?:(?:her|his|their|the|my) )?${KIN}|everyone|everybody|(?:all )?the others)(?: too)?(?:${MARK}|${BEGINS})`,
    'iu',
  ),
  new RegExp(
    `^[\\s,(]{0,3}(?:(?:only|just (?:her|him)|privately|in private)[\\s)]{0,2}:\\s{0,3}(?=\\S)|alone(?:[\\s)]{0,2}:\\s{0,3}(?=\\S)|(?!\\sits?(?![\\p{L}]))${BEGINS}))`,
    'iu',
  ),
];
const UNKNOWN = [
  new RegExp(`^[\\s,(]{0,3}${LEAVES_OUT} ${NAME}[\\s)]{0,2}:\\s{0,3}(?=\\S)`, 'iu'),
  new RegExp(`^[\\s,]{0,2}(?:and|&|\\+|plus) ${NAME}(?:\\s?:\\s{0,3}(?=\\S)|${BEGINS})`, 'iu'),
];
const KNOWN = new RegExp(`^[\\s,(]{0,3}${LEAVES_OUT} ${NAME}(?:${MARK}|${BEGINS})`, 'iu');
const BEHIND = new RegExp(
  `(?:[\\s,;.]{1,2}(?:but (?:not(?: to| for)?|(?:don['’]?t|do not) (?:tell|write(?: to)?|send(?: it)? to))|not to|except(?: for)?)|(?<=["”])[\\s,]{1,2}not(?: to)?) ${NAME}[.!]*$`,
  'iu',
);

/** A day, a month or a feast is nobody. */
const NO_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|merry|dear|thank|thanks|all|both|then|now|soon|today|tomorrow|also|only|just|what|when|where|why|how|who)$/iu;
const isCapital = (name: string): boolean =>
  /^\p{Lu}/u.test(name) &&
  name.split(' ').every((word) => !commonEnglish.has(word.toLowerCase()) && !NO_NAME.test(word));

const LEFT_OUT_ZH = plainPattern(
  /^[\s,，(（]{0,2}(?:但是?|而)?(?:先|再)?(?:不是(?=\p{Script=Han}{2,4}[\s,，:：)）])|不是(?=\p{Script=Han}{2,6}(?:今|明|后天|周))|(?:别|不要|不用|先别)(?:告诉|通知|发给?)|除了|不包括)(?<glued>\p{L}[^\n]*)$/u,
);

/**
 * Of words behind somebody's name those that leave out somebody else (not Tom: we are closed; 别告诉王磊，明天休息) or add one (and her
 * sister: it is ready). Undefined: all of them are said.
 */
export function furtherIn(text: string): Further | undefined {
  const typed = text.trim();
  const plain = plainly(typed.slice(0, MOST));
  for (const form of CERTAIN) {
    const found = form.exec(plain);
    if (found) return { rest: typed.slice(found[0].length) };
  }
  for (const form of UNKNOWN) {
    const found = form.exec(plain);
    if (found && isCapital(typed.slice(plain.indexOf(found.groups!.name!)).slice(0, found.groups!.name!.length)))
      return { rest: typed.slice(found[0].length) };
  }
  const known = KNOWN.exec(plain);
  if (known) return { name: known.groups!.name!, rest: typed.slice(known[0].length) };
  const end = typed.length > MOST ? null : BEHIND.exec(plain);
  if (end && end.index > 0) return { name: end.groups!.name!, rest: typed.slice(0, end.index) };
  const glued = LEFT_OUT_ZH.exec(plain)?.groups?.glued;
  return glued === undefined ? undefined : { glued: typed.slice(-glued.length), rest: '' };
}
