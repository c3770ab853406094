import { compareNames } from './name.ts';
import { alikeness, isOneSlip } from './spelling.ts';
import type { Traits } from './traits.ts';

/** The levels of each field, the most alike first. What one of the two lacks is not compared, and speaks neither for nor against. */
export const LEVELS = {
  given: ['same', 'sounds', 'close', 'short', 'other'],
  family: ['same', 'sounds', 'close', 'short', 'other'],
  order: ['straight', 'turned'],
  phone: ['same', 'close', 'other'],
  mail: ['same', 'close', 'domain', 'other'],
  birth: ['same', 'close', 'other'],
  number: ['same', 'close', 'other'],
  street: ['same', 'close', 'other'],
  place: ['same', 'close', 'other'],
  city: ['same', 'close', 'other'],
  postcode: ['same', 'close', 'other'],
  region: ['same', 'close', 'other'],
} as const;

export type Field = keyof typeof LEVELS;
export type Level = (typeof LEVELS)[Field][number];
export const FIELDS = Object.keys(LEVELS) as Field[];

/** How two people compare, in each field that both have. */
export type Comparison = { [field in Field]?: Level | undefined };

/** Compares two people; the same in either order. */
export function compare(one: Traits, other: Traits): Comparison {
  const names = compareNames(one.names, other.names);
  const found: Comparison = {
    ...(names?.given && { given: names.given }),
    ...(names?.family && { family: names.family }),
    ...(names && isAgreed(names.given) && isAgreed(names.family) && { order: names.turned ? 'turned' : 'straight' }),
    phone: comparePhones(one, other),
    mail: compareMails(one, other),
    birth: compareBirths(one.birth, other.birth),
    number: compareFigures(one.number, other.number),
    ...compareLines(one, other),
    city: compareWords(one.city, other.city),
    postcode: compareFigures(one.postcode, other.postcode),
    region: compareWords(one.region, other.region),
  };
  return found;
}

const isAgreed = (level: Level | undefined): boolean => level !== undefined && level !== 'other';

const SHORTEST_PHONE = 7;

function comparePhones({ phones: ours }: Traits, { phones: theirs }: Traits): Level | undefined {
  if (ours.length === 0 || theirs.length === 0) return undefined;
  if (ours.some((phone) => theirs.includes(phone))) return 'same';
  const isClose = (a: string, b: string) => a.length >= SHORTEST_PHONE && isOneSlip(a, b);
  return ours.some((a) => theirs.some((b) => isClose(a, b))) ? 'close' : 'other';
}

function compareMails({ mails: ours }: Traits, { mails: theirs }: Traits): Level | undefined {
  if (ours.length === 0 || theirs.length === 0) return undefined;
  const some = (alike: (a: Traits['mails'][number], b: Traits['mails'][number]) => unknown) =>
    ours.some((a) => theirs.some((b) => alike(a, b)));
  if (some((a, b) => a.address === b.address)) return 'same';
  if (some((a, b) => (a.local && a.local === b.local) || isOneSlip(a.address, b.address))) return 'close';
  return some((a, b) => a.domain && a.domain === b.domain) ? 'domain' : 'other';
}

function compareFigures(one: string, other: string): Level | undefined {
  if (one === '' || other === '') return undefined;
  if (one === other) return 'same';
  return isOneSlip(one, other) ? 'close' : 'other';
}

/** A day, a month or two digits that differ are a slip. */
const MOST_DIGITS = 2;

function compareBirths(one: string, other: string): Level | undefined {
  const level = compareFigures(one, other);
  if (level !== 'other' || one.length !== other.length) return level;
  return [...one].filter((digit, at) => digit !== other[at]).length <= MOST_DIGITS ? 'close' : 'other';
}

const ALIKE = 0.84;

function compareWords(one: string, other: string): Level | undefined {
  if (one === '' || other === '') return undefined;
  if (one === other) return 'same';
  const [a, b] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')];
  if (a === b || isOneSlip(a, b)) return 'close';
  return figuresOf(a) === figuresOf(b) && alikeness(a, b) >= ALIKE ? 'close' : 'other';
}

/** Two houses of a street are not alike, however much of their addresses is the same. */
const figuresOf = (line: string): string => (line.match(/\p{N}+/gu) ?? []).join();

/** The two lines of an address, whichever of them was written first. */
function compareLines(one: Traits, other: Traits): Pick<Comparison, 'street' | 'place'> {
  const straight = {
    street: compareWords(one.street, other.street),
    place: compareWords(one.place, other.place),
  };
  // which of the two lines is whose is not known then: the one more alike counts as the street
  const [first, second] = [compareWords(one.street, other.place), compareWords(one.place, other.street)];
  const crossed =
    worthOf(second) > worthOf(first) ? { street: second, place: first } : { street: first, place: second };
  return agreed(crossed) > agreed(straight) ? crossed : straight;
}

const agreed = ({ street, place }: Pick<Comparison, 'street' | 'place'>): number =>
  Math.max(0, worthOf(street)) + Math.max(0, worthOf(place));

const worthOf = (level: Level | undefined): number =>
  level === undefined ? -1 : ({ same: 2, close: 1 }[level as string] ?? 0);
