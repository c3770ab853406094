import { headWords } from '../cut.ts';
import { isCity } from './person_text.ts';

/** Words that a street, a house or a district is written with; a company's name may stand behind a city's. */
const HAN_PLACE = /\p{Script=Han}{2,8}[省市区县镇乡]\p{Script=Han}{2}|[路街道巷弄村园]\d{0,5}|\d{1,5}[号楼室栋弄幢]/u;
const HAN_COMPANY = /(?:公司|[店庄行厂馆社坊楼]|中心|超市|集团|协会)$/u;
const FEWEST_HAN = 6;
const STREET =
  /^\d{1,5}[a-z]?\s+\p{L}.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|way|court|square|terrace|place|boulevard|blvd|gardens)\.?$/iu;
const FLAT = /^(?:flat|apt|apartment|unit|suite|po box|floor)\.?\s{1,3}(?:[a-z]?\d\w{0,4}|[a-z])$/i;

/** Whether words are where somebody lives rather than what they are called. A Chinese place is one word, an English one all of them. */
export function isPlace(words: string): boolean {
  const typed = headWords(words.trim(), 200);
  if (!/^\p{Script=Han}/u.test(typed)) return STREET.test(typed) || FLAT.test(typed);
  const [first = ''] = typed.split(/\s/u);
  const isLong = [...first].length >= FEWEST_HAN;
  return isLong && HAN_PLACE.test(first) && (/\d[号楼室栋弄幢]/u.test(first) || !HAN_COMPANY.test(first));
}

/** A word that a street of other languages begins or ends with; its number stands behind it. */
const STREET_ENDS =
  /(?:gasse|stra(?:ß|ss)e|str\.?|weg|platz|allee|ufer|gatan|gade|vej|veien|straat|laan|plein|utca)$/iu;
const STREET_BEGINS = /^(?:calle|rue|via|viale|avenida|plaza|piazza|rua|carrer|chemin|corso|ulica|ul\.)$/iu;
const STREET_WORD =
  /^(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|crescent|way|court|square|terrace|boulevard|blvd|gardens)\.?$/iu;
const CURRENCY = /^(?:eur|usd|gbp|chf|cny|rmb|aud|cad|hkd)$/iu;
const HOUSE = /^\d{1,5}(?:[a-z]|[-/]\d{1,4}[a-z]?)?$/iu;
/** Ends what a house is called: Rose Cottage. */
const HOUSE_NAME = /^(?:cottage|house|villa|manor|farm|farmhouse|lodge|rectory|vicarage|barn|mews|haus|hof)$/iu;
/** In front of the number of a house or a box. */
const NUMBERED =
  /^(?:house|haus|hse|no|nr|number|box|postfach|block|building|bldg|lot|villa|casa|tower|stiege|tür|door|floor)\.?$/iu;
/** Begins a street in German: Am Markt 3, An der Wien 12. */
const AT_STREET = /^(?:am|an|im|in|auf|unter|zum|zur|hinter|vor)$/iu;
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
/** A sum, a handle, a dash before more. */
const SIGN = /^(?:[+＋]\d|[A-Z]{1,3}-?\d{3,}$|[$€£¥￥]\s?\d|\d[\d.,]*[$€£¥￥]|@[\p{L}\p{N}_.]{2,}$|[-–—|/·•]$)/u;
/** Figures that a name ends with stay: Anna 2, Studio 54, John Smith 3rd, Tea 4U. */
const OF_A_NAME = /^(?:\d{1,2}|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?![ap]m|kg|cm|km|ml|pc|x$|h$)[A-Z]{1,2})$/iu;
const COMPANY = /^(?:ltd|limited|inc|gmbh|co|llc|corp|club|bar|cafe|café|shop|store|studio|hotel|gallery|bakery)\.?$/iu;

/** Whether behind a name in letters the word there begins an address, a sum, a handle or figures, which are no part of it: Rosa | 4 Mill Road. */
export function endsForPlace(words: readonly string[], nth: number): boolean {
  const word = words[nth]!;
  const next = words[nth + 1] ?? '';
  if (SIGN.test(word)) return true;
  const code = (at: number) => POSTCODES.some((postcode) => postcode.test(`${words[at] ?? ''} ${words[at + 1] ?? ''}`));
  if (code(nth)) return true;
  // the town in front of its postcode
  if (code(nth + 1) && (nth > 1 || isCity(word))) return true;
  if (STREET_ENDS.test(word) && HOUSE.test(next)) return true;
  if (STREET_WORD.test(next) && HOUSE.test(words[nth + 2] ?? '')) return true;
  if (CURRENCY.test(word) && /^\d/u.test(next)) return true;
  if (/^p\.?o\.?$/iu.test(word) && /^box$/iu.test(next)) return true;
  if (STREET_BEGINS.test(word)) return words.slice(nth + 1).some((one) => HOUSE.test(one));
  if (nth > 1 && behindFullName(words, nth)) return true;
  if (WHAT_THEY_DO.test(word) || (nth > 0 && next === '' && CURRENCY.test(word))) return true;
  if (ROOM.test(word)) return /^\d{1,4}[a-z]?$|^[a-z]$/iu.test(next);
  if (nth === 1 && /^\d{1,4}$/u.test(word) && isTitle(words.slice(2))) return false;
  if (!/^[(（]?\d/u.test(word) || COMPANY.test(next) || COMPANY.test(words[0]!)) return false;
  return next !== '' || !OF_A_NAME.test(word);
}

/** Behind two names a street needs no number, and a house may be called something: Lena Cruz | The Old Rectory. */
function behindFullName(words: readonly string[], nth: number): boolean {
  const [word, next = '', third = '', ...more] = words.slice(nth) as [string, ...string[]];
  const numbered = (one: string) => HOUSE.test(one);
  if (JOINS.test(words[nth - 1]!)) return false;
  if (/^the$/iu.test(word)) return next !== '';
  if (NUMBERED.test(word) && numbered(next)) return true;
  if (AT_STREET.test(word) && [third, ...more].some(numbered)) return true;
  return (STREET_WORD.test(next) || HOUSE_NAME.test(next)) && (third === '' || numbered(third));
}

/** Unit 4 Design, Formula 1 Fan Shop: a number amid a title, and no street behind it. */
const isTitle = (behind: readonly string[]): boolean =>
  behind.length > 0 &&
  behind.every(
    (one) => /^\p{Lu}/u.test(one) && !STREET_WORD.test(one) && !STREET_ENDS.test(one) && !HOUSE_NAME.test(one),
  );
