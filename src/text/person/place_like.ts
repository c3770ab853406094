import { headWords } from '../cut.ts';
import { isBareName } from './bare_name.ts';
import { isCity } from './person_text.ts';
import { isHouse, isStreet, isStreetWord, streetBegins } from './place/streets.ts';

/** Words that a street, a house or a district is written with; a company's name may stand behind a city's. */
const HAN_PLACE = /\p{Script=Han}{2,8}[省市区县镇乡]\p{Script=Han}{2}|[路街道巷弄村园]\d{0,5}|\d{1,5}[号楼室栋弄幢]/u;
const HAN_COMPANY = /(?:公司|[店庄行厂馆社坊楼]|中心|超市|集团|协会)$/u;
const FEWEST_HAN = 6;
const STREET =
  /^\d{1,5}[a-z]?\s+\p{L}.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|way|court|square|terrace|place|boulevard|blvd|gardens)\.?$/iu;
const FLAT = /^(?:flat|apt|apartment|unit|suite|po box|floor)\.?\s{1,3}(?:[a-z]?\d\w{0,4}|[a-z])$/i;

const COUNT = '(?:[a-z\\d]{1,4}|[一二三四五六七八九十东西南北]{1,3})';
/** A house of several: A座1203, 3号楼, 12-301, 翠苑一区. */
const BLOCK = new RegExp(
  `^(?:\\p{Script=Han}{0,6}(?:${COUNT}[区期]|小区)|${COUNT}号?院){0,2}(?:${COUNT}(?:号?[楼栋幢座]|单元|室)){0,3}(?:[\\d-]{1,6}[室号]?)?$|^\\d{1,3}(?:-\\d{1,4}){1,3}$`,
  'iu',
);

/** Whether words begin with a house of several, and go on with whose it is: 3号楼 老王. */
export function isBlock(words: string): boolean {
  const [block = '', whose = ''] = words.split(/\s+/u);
  return /[\p{L}-]/u.test(block) && BLOCK.test(block) && /\p{Script=Han}/u.test(whose) && isBareName(whose);
}

/** Whether words are where somebody lives rather than what they are called. A Chinese place is one word, an English one all of them. */
export function isPlace(words: string): boolean {
  const typed = headWords(words.trim(), 200);
  if (isBlock(typed)) return true;
  if (!/^\p{Script=Han}/u.test(typed)) return STREET.test(typed) || FLAT.test(typed);
  // 二胖(3号楼), 阿强-3号楼: who it is stands before it
  const [first = ''] = typed.split(/[\s(（–—-]/u);
  const isLong = [...first].length >= FEWEST_HAN;
  return isLong && HAN_PLACE.test(first) && (/\d[号楼室栋弄幢]/u.test(first) || !HAN_COMPANY.test(first));
}

const CURRENCY = /^(?:eur|usd|gbp|chf|cny|rmb|aud|cad|hkd)$/iu;
/** Ends what a house is called: Rose Cottage. */
const HOUSE_NAME = /^(?:cottage|house|villa|manor|farm|farmhouse|lodge|rectory|vicarage|barn|mews|haus|hof)$/iu;
/** In front of the number of a house or a box. */
const NUMBERED =
  /^(?:house|haus|hse|no|nr|number|box|postfach|block|building|bldg|lot|villa|casa|tower|stiege|tür|door|floor)\.?$/iu;
const JOINS =
  /^(?:and|&|of|for|from|by|at|to|und|et|y|van|von|der|den|de|da|di|do|dos|das|del|la|le|las|los|el|al|bin|ibn|ter|ten|zu|zur)$/iu;
/** What somebody does, behind their name; the name they were born with is one. */
const WHAT_THEY_DO = /^[(（](?!née?\b|geb|born|ltd|inc|jr|sr)\p{Ll}/u;
const ROOM = /^(?:flat|apt\.?|apartment|unit|suite)$/iu;
/** BA1 1AA, K1A 0B6, TX 78701. */
const POSTCODES = [
  /^[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$/iu,
  /^[A-Z]\d[A-Z]\s\d[A-Z]\d$/iu,
  /^[A-Z]{2}\s\d{5}(?:-\d{4})?$/u,
];
/** 80331 München, 110 00 Praha, 00-950 Warszawa. */
const TOWN_BEHIND = /^(?:\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}) \p{Lu}\p{L}/u;
/** A sum, a handle, a dash before more. */
const SIGN = /^(?:[+＋]\d|[A-Z]{1,3}-?\d{3,}$|[$€£¥￥]\s?\d|\d[\d.,]*[$€£¥￥]|@[\p{L}\p{N}_.]{2,}$|[-–—|/·•]$)/u;
/** Figures that a name ends with stay: Anna 2, Studio 54, John Smith 3rd, Tea 4U. */
const OF_A_NAME = /^(?:\d{1,2}|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?![ap]m|kg|cm|km|ml|pc|x$|h$)[A-Z]{1,2})$/iu;
const COMPANY =
  /^(?:ltd|limited|inc|gmbh|co|llc|corp|club|bar|pub|inn|diner|motel|cafe|café|restaurant|bistro|brewery|gasthaus|gasthof|apotheke|pension|shop|store|studio|salon|gym|hotel|gallery|bakery)\.?$/iu;

/** Bar, Ltd, Studio: a word of a firm's name. */
export const isFirmWord = (word: string): boolean => COMPANY.test(word);

/** Whether behind a name in letters the word there begins an address, a sum, a handle or figures, which are no part of it: Rosa | 4 Mill Road. */
export function endsForPlace(words: readonly string[], nth: number): boolean {
  const word = words[nth]!;
  const next = words[nth + 1] ?? '';
  if (SIGN.test(word)) return true;
  const code = (at: number) => POSTCODES.some((postcode) => postcode.test(`${words[at] ?? ''} ${words[at + 1] ?? ''}`));
  if (code(nth)) return true;
  // the town in front of its postcode
  if (code(nth + 1) && (nth > 1 || isCity(word))) return true;
  if (!COMPANY.test(words[0]!) && streetBegins(words, nth)) return true;
  if (nth > 1 && isHouse(next) && TOWN_BEHIND.test(words.slice(nth + 2, nth + 5).join(' '))) return true;
  if (CURRENCY.test(word) && /^\d/u.test(next)) return true;
  if (/^p\.?o\.?$/iu.test(word) && /^box$/iu.test(next)) return true;
  if (nth > 1 && behindFullName(words, nth)) return true;
  if (WHAT_THEY_DO.test(word) || (nth > 0 && next === '' && CURRENCY.test(word))) return true;
  if (ROOM.test(word)) return /^\d{1,4}[a-z]?$|^[a-z]$/iu.test(next);
  if (/^\d{1,4}$/u.test(word) && isTitle(words, nth)) return false;
  if (!/^[(（]?\d/u.test(word) || COMPANY.test(next) || COMPANY.test(words[0]!)) return false;
  return next !== '' || !OF_A_NAME.test(word);
}

/** Behind two names a street needs no number, and a house may be called something: Lena Cruz | The Old Rectory. */
function behindFullName(words: readonly string[], nth: number): boolean {
  const [word, next = '', third = ''] = words.slice(nth) as [string, ...string[]];
  if (JOINS.test(words[nth - 1]!)) return false;
  if (/^the$/iu.test(word)) return next !== '';
  if (NUMBERED.test(word) && isHouse(next)) return true;
  return (isStreetWord(next) || HOUSE_NAME.test(next)) && (third === '' || isHouse(third));
}

/** Unit 4 Design, The Old 5 Bells, Old Route 66 Diner: a number amid a title, and no street behind it. */
function isTitle(words: readonly string[], nth: number): boolean {
  const behind = words.slice(nth + 1);
  if (nth === 1 && /^the$/iu.test(words[0]!)) return true;
  const titled = nth === 1 || /^(?:the|le|la|el|der|die|das)$/iu.test(words[0]!) || COMPANY.test(words.at(-1)!);
  const goesOn = (one: string) => /^\p{Lu}/u.test(one) && !isStreetWord(one) && !isStreet(one) && !HOUSE_NAME.test(one);
  return titled && behind.length > 0 && behind.every(goesOn);
}
