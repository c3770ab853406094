/** Groups of terms of a filter: whoever fits all terms of one of them. */
export type Groups = readonly (readonly string[])[];

/** Whom words mean: each way to read them. `ask`: even one of them is only the nearest there is. */
export interface Said {
  readings: readonly Groups[];
  ask: boolean;
}

const MOST_READINGS = 6;
const MOST_GROUPS = 16;
const TERM = /[^\s"]*"[^"]*"|\S+/gu;

const all: Groups = [[]];
export const only = (...terms: string[]): Said => ({ readings: [[terms]], ask: false });

const opposite = (term: string): string => (term.startsWith('-') ? term.slice(1) : `-${term}`);

const crossed = (one: Groups, other: Groups): Groups =>
  one.flatMap((terms) => other.map((more) => [...new Set([...terms, ...more])]));

function combined(one: Said, other: Said, by: (a: Groups, b: Groups) => Groups): Said {
  const readings = one.readings.flatMap((a) => other.readings.map((b) => by(a, b)));
  return { readings: different(readings), ask: one.ask || other.ask };
}

const different = (readings: readonly Groups[]): Groups[] => [
  ...new Map(readings.map((one) => [printed(one), one])).values(),
];

export const both = (one: Said, other: Said): Said => combined(one, other, crossed);
export const either = (one: Said, other: Said): Said => combined(one, other, (a, b) => [...a, ...b]);
/** All others: whoever fits none of the groups. */
export const none = ({ readings, ask }: Said): Said => ({
  readings: readings.map((groups) =>
    groups.map((terms): Groups => terms.map((term) => [opposite(term)])).reduce(crossed, all),
  ),
  ask,
});
/** May mean one or the other. */
export const ways = (one: Said, ...more: readonly Said[]): Said => ({
  readings: different([one, ...more].flatMap(({ readings }) => readings)),
  ask: [one, ...more].some(({ ask }) => ask),
});

export const eitherOf = (some: readonly Said[]): Said => some.slice(1).reduce(either, some[0]!);
export const bothOf = (some: readonly Said[]): Said => some.reduce(both, { readings: [all], ask: false });

/** A filter as it is typed, read back. */
export const filterSaid = (filters: readonly string[], ask: boolean): Said => ({
  readings: filters.map((filter) => filter.split(/ or /u).map((terms) => terms.match(TERM) ?? [])),
  ask,
});

const printed = (groups: Groups): string => groups.map((terms) => terms.join(' ')).join(' or ');

/** Each way to read it, as filters; undefined: too many, or nothing is asked of anybody. */
export function filtersOf({ readings, ask }: Said): { filters: string[]; ask: boolean } | undefined {
  const isPlain = (groups: Groups) =>
    groups.length <= MOST_GROUPS && groups.length > 0 && groups.every((terms) => terms.length > 0);
  if (readings.length === 0 || readings.length > MOST_READINGS || !readings.every(isPlain)) return undefined;
  return { filters: readings.map(printed), ask };
}

/** A name, a tag or a segment, as a term. */
export const term = (words: string, key = ''): string => {
  const bare = words.replace(/["“”]/gu, '').trim();
  if (key === '' && /^[#＃]\S+$/u.test(bare)) return bare;
  return `${key}${/\s/u.test(bare) || key !== '' ? `"${bare}"` : bare}`;
};
