import { foldLetters } from '../fold.ts';
import type { AddressPart } from './address_words.ts';

type Part = AddressPart | 'whole';

/** A cell of an address, and which part of it that is. */
interface AddressCell {
  part: Part;
  value: string;
}

export const HAN = /\p{Script=Han}/u;
/** In which order an address is written, unless it is Chinese. */
const IN_ORDER: readonly Part[] = [
  ...([
    'whole',
    'formatted',
    'detail',
    'street',
    'more',
    'box',
    'district',
    'city',
    'region',
    'code',
    'country',
  ] as const),
];
/** A Chinese one begins with the largest. */
const LARGEST_FIRST: readonly Part[] = ['country', 'region', 'city', 'district'];
const BEHIND: readonly Part[] = ['street', 'whole', 'formatted', 'detail', 'more', 'box'];
/** What stands where a city or district has no name of its own. */
const NAMELESS = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;
/** A city that is its own province. */
const MUNICIPAL = /^(?:北京|上海|天津|重庆)市?$/u;

/** The cells of an address as one line, in the order of its language. */
export function joinAddress(cells: readonly AddressCell[]): string {
  if (cells.some(({ part, value }) => part !== 'country' && HAN.test(value))) return inChinese(cells);
  return IN_ORDER.flatMap((part) => valuesOf(cells, part)).reduce((text, value) => {
    if (holds(text, value)) return text;
    const country = valuesOf(cells, 'country').find((name) => endsWith(text, name));
    if (country === undefined) return [text, value].filter(Boolean).join(', ');
    // an envelope that ends with its country is not written on behind that
    const [front, end] = [text.slice(0, -country.length), text.slice(-country.length)];
    return `${front.replace(/[\s,]+$/u, '')}, ${value}${/[\s,]+$/u.exec(front)![0]}${end}`;
  }, '');
}

const endsWith = (text: string, name: string): boolean =>
  name !== '' && text.toLowerCase().endsWith(name.toLowerCase()) && /[\s,]$/u.test(text.slice(0, -name.length));

const valuesOf = (cells: readonly AddressCell[], part: Part): string[] =>
  cells.filter((cell) => cell.part === part).map(({ value }) => value);

/** 浙江省杭州市西湖区龙井路1号 310000: what the next part begins with is said once. */
function inChinese(cells: readonly AddressCell[]): string {
  const places = placesOf(cells);
  let rest = BEHIND.flatMap((part) => valuesOf(cells, part)).reduce(
    (text, value) => (value.startsWith(text) ? value : text + value),
    '',
  );
  const front: string[] = [];
  for (const place of places) {
    const said = [place, place.replace(/(?<=..)[省市区县]$/u, '')].find((name) => rest.startsWith(name));
    // further behind it stands where it was written
    if (said === undefined && rest.includes(place)) continue;
    front.push(place);
    rest = rest.slice(said?.length ?? 0);
  }
  const whole = front.join('') + rest;
  return [whole, ...valuesOf(cells, 'code').filter((code) => !whole.includes(code))].join(' ');
}

/** Its country, province, city and district, each once. */
function placesOf(cells: readonly AddressCell[]): string[] {
  const named = LARGEST_FIRST.flatMap((part) => valuesOf(cells, part)).filter((place) => !NAMELESS.test(place));
  const own = named.find((place) => MUNICIPAL.test(place));
  return named.filter((place, nth) => named.indexOf(place) === nth && (place === own || !MUNICIPAL.test(place)));
}

/** Whether an address says it already. */
export function holds(text: string, value: string): boolean {
  if (text === '') return false;
  return HAN.test(value) ? text.includes(value) : ` ${words(text)} `.includes(` ${words(value)} `);
}

const words = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
