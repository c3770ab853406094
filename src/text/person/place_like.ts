import { headWords } from '../cut.ts';

/** Words that a street, a house or a district is written with; a company's name may stand behind a city's. */
const HAN_PLACE = /\p{Script=Han}{2,8}[省市区县镇乡]\p{Script=Han}{2}|[路街道巷弄村园]\d{0,5}|\d{1,5}[号楼室栋弄幢]/u;
const HAN_COMPANY = /(?:公司|[店庄行厂馆社坊楼]|中心|超市|集团|协会)$/u;
const FEWEST_HAN = 6;
const STREET =
  /^\d{1,5}[a-z]?\s+\p{L}.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|way|court|square|terrace|place|boulevard|blvd|gardens)\.?$/iu;
const FLAT = /^(?:flat|apt|apartment|unit|suite|po box|floor)\.?\s{1,3}\w{1,6}$/i;

/** Whether words are where somebody lives rather than what they are called. A Chinese place is one word, an English one all of them. */
export function isPlace(words: string): boolean {
  const typed = headWords(words.trim(), 200);
  if (!/^\p{Script=Han}/u.test(typed)) return STREET.test(typed) || FLAT.test(typed);
  const [first = ''] = typed.split(/\s/u);
  const isLong = [...first].length >= FEWEST_HAN;
  return isLong && HAN_PLACE.test(first) && (/\d[号楼室栋弄幢]/u.test(first) || !HAN_COMPANY.test(first));
}
