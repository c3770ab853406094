import { censusOf } from './census.ts';
import { learn } from './figures.ts';
import { MOST_BEHIND } from './keys.ts';
import { LIKELY, type Likeness, likenessOf, type Measure } from './likeness.ts';
import { meet, type Person } from './person.ts';

/** Two people, by their places in a list, the earlier one first. */
export type Pair = readonly [first: number, second: number];

/** Those who share a key, each pair once. Takes time in proportion to the number of people. */
export function candidatePairs(people: readonly Person[]): Pair[] {
  const behind = new Map<string, number[]>();
  for (const [nth, { keys }] of people.entries()) {
    for (const key of keys) {
      const others = behind.get(key);
      if (others) others.push(nth);
      else behind.set(key, [nth]);
    }
  }
  const pairs = new Map<number, Pair>();
  for (const [, all] of behind) {
    if (all.length > MOST_BEHIND) continue;
    for (const [at, first] of all.entries()) {
      for (const second of all.slice(at + 1)) pairs.set(first * people.length + second, [first, second]);
    }
  }
  return [...pairs.values()];
}

/** How many people have a phone or mail address. */
function holdersAmong(people: readonly Person[]): (address: string) => number {
  const counts = new Map<string, number>();
  for (const { phones, mails } of people) {
    for (const address of new Set([...phones, ...mails.map((mail) => mail.address)])) {
      counts.set(address, (counts.get(address) ?? 0) + 1);
    }
  }
  return (address) => counts.get(address) ?? 0;
}

/** What is learned of these people. `pairs`: those to be compared. */
export function measureOf(people: readonly Person[], pairs: readonly Pair[]): Measure {
  const meetings = pairs.map(([first, second]) => meet(people[first]!, people[second]!));
  return { figures: learn(meetings), census: censusOf(people), holders: holdersAmong(people) };
}

/** The pairs that are likely to be one person, with how likely that is. */
export function likelyPairs(
  people: readonly Person[],
  pairs: readonly Pair[],
  measure: Measure,
): { pair: Pair; likeness: Likeness }[] {
  return pairs
    .map((pair) => ({ pair, likeness: likenessOf(people[pair[0]]!, people[pair[1]]!, measure) }))
    .filter(({ likeness }) => likeness.probability > LIKELY);
}
