/** What became of somebody who was watched from some moment on. */
export interface Outcome {
  /** Days from that moment until it ended, or until when nobody knows more. */
  after: number;
  /** Null: it has not ended. */
  ended: 'won' | 'lost' | null;
}

/** How likely it is to be won within so many days, as a stair. */
export interface Incidence {
  days: readonly number[];
  /** By each of these days, from 0 to 1; it never falls. */
  chance: readonly number[];
  /** The share that is still open after each of these days; it never rises. */
  open: readonly number[];
  /** Of how many it is known what became of them in the first `SETTLED_DAYS`. */
  settled: number;
}

/** Whoever was watched for so long and has not ended says that they do not end soon. */
const SETTLED_DAYS = 30;

/**
 * The chance to be won by each day where leads may also be lost, from outcomes of which some are still open: the estimator of Aalen and
 * Johansen (1978), "An empirical transition matrix for nonhomogeneous Markov chains", Scandinavian Journal of Statistics 5. Those who are open
 * count as long as they are known, so neither are they taken for lost nor are only the quick ones counted.
 */
export function incidenceOf(outcomes: readonly Outcome[]): Incidence {
  const sorted = [...outcomes].sort((one, other) => one.after - other.after);
  const days: number[] = [];
  const chance: number[] = [];
  const stillOpen: number[] = [];
  let open = 1;
  let won = 0;
  for (let at = 0; at < sorted.length; ) {
    const day = sorted[at]!.after;
    const watched = sorted.length - at;
    let wins = 0;
    let losses = 0;
    for (; at < sorted.length && sorted[at]!.after === day; at += 1) {
      if (sorted[at]!.ended === 'won') wins += 1;
      if (sorted[at]!.ended === 'lost') losses += 1;
    }
    if (wins + losses === 0) continue;
    won += (open * wins) / watched;
    open *= 1 - (wins + losses) / watched;
    days.push(day);
    chance.push(won);
    stillOpen.push(open);
  }
  const settled = outcomes.filter(({ ended, after }) => ended !== null || after >= SETTLED_DAYS).length;
  return { days, chance, open: stillOpen, settled };
}

/** The chance within so many days, 0 before the first. */
export const chanceWithin = (of: Incidence, within: number): number => stair(of.days, of.chance, within) ?? 0;

/** The chance ever, as far as anything is known. */
export const chanceEver = ({ chance }: Incidence): number => chance.at(-1) ?? 0;

/** The chance within so many days from now of what has been open for `age` days. */
export function chanceFrom(of: Incidence, age: number, within: number): number {
  const open = stair(of.days, of.open, age) ?? 1;
  return open > 0 ? (chanceWithin(of, age + within) - chanceWithin(of, age)) / open : 0;
}

/** What stands at the last day up to `at`; undefined before the first. */
function stair(days: readonly number[], values: readonly number[], at: number): number | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : values[low - 1];
}
