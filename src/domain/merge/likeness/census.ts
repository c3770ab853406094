import type { Traits } from './traits.ts';

/** How frequent names are among the people of this business. */
export interface Census {
  people: number;
  /** How many have a part of a name, of those that more than one has. */
  given: Readonly<Record<string, number>>;
  family: Readonly<Record<string, number>>;
}

export const EMPTY: Census = { people: 0, given: {}, family: {} };

/** Counts the names of these people. */
export function censusOf(people: readonly Traits[]): Census {
  const count = (part: 'given' | 'family') => {
    const counts = new Map<string, number>();
    for (const { names } of people) {
      for (const word of new Set(names.flatMap((name) => name[part]?.written ?? []))) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    return Object.fromEntries([...counts].filter(([, times]) => times > 1));
  };
  return { people: people.length, given: count('given'), family: count('family') };
}

/** How many more or fewer have this name than an average pair of namesakes shares: above 1, it says less. */
export function frequency(census: Census, part: 'given' | 'family', word: string): number {
  const times = Object.hasOwn(census[part], word) ? census[part][word]! : 1;
  const mean = meanOf(census, part);
  return mean === 0 ? 1 : Math.min(MOST, Math.max(1 / MOST, times / mean));
}

/** A name that everybody or nobody has tells no more than this. */
const MOST = 16;
const means = new WeakMap<object, number>();

/** How many have the name of one who was met by chance. */
function meanOf(census: Census, part: 'given' | 'family'): number {
  const known = means.get(census[part]);
  if (known !== undefined) return known;
  const counts = Object.values(census[part]);
  const more = counts.reduce((sum, count) => sum + count, 0);
  const alone = Math.max(0, census.people - more);
  const mean =
    census.people === 0 ? 0 : (counts.reduce((sum, count) => sum + count * count, 0) + alone) / (more + alone);
  means.set(census[part], mean);
  return mean;
}
