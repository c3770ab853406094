import { betaDraw } from '../../../lib/random.ts';
import type { Chance } from './learned.ts';

/** A lead that is open, with what it is worth. */
export interface OpenLead {
  id: string;
  stage: string;
  /** Minor units, all in one currency. */
  minor: number;
  chance: Chance;
}

/** What may come in a span: in nine of ten cases at least `p10`, in half of them `p50`, in one of ten `p90`. Minor units. */
export interface Range {
  p10: number;
  p50: number;
  p90: number;
  /** The mean of all. */
  mean: number;
}

/** Beyond this more draws change nothing that is shown. */
export const DRAWS = 4_000;

/**
 * What is won of these leads in each span and in all of them together, by simulation: in each draw a lead is won in one span or in
 * none. What is not known well of a stage makes all of its leads likelier or less likely together.
 * @param ends days from now at which the spans end, rising; the first begins now.
 */
export function simulate(
  leads: readonly OpenLead[],
  ends: readonly number[],
  random: () => number,
  draws = DRAWS,
): { spans: Range[]; total: Range } {
  const chances = leads.map(({ chance }) => ends.map((end) => chance.within(end)));
  const stages = stagesOf(leads, chances);
  const sums = ends.map(() => new Float64Array(draws));
  const total = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const tilts = new Map(stages.map(({ stage, mean, weight }) => [stage, tilt(mean, weight, random)]));
    for (const [nth, { stage, minor }] of leads.entries()) {
      const at = random();
      const span = chances[nth]!.findIndex((chance) => at < tilts.get(stage)!(chance));
      if (span < 0) continue;
      sums[span]![draw]! += minor;
      total[draw]! += minor;
    }
  }
  return { spans: sums.map(rangeOf), total: rangeOf(total) };
}

/** How likely the leads of each stage are on the whole by the last end, and how well that is known. */
function stagesOf(leads: readonly OpenLead[], chances: readonly number[][]) {
  const of = new Map<string, { chances: number[]; weight: number }>();
  for (const [nth, { stage, chance }] of leads.entries()) {
    const one = of.get(stage) ?? { chances: [], weight: 0 };
    of.set(stage, {
      chances: [...one.chances, chances[nth]!.at(-1) ?? 0],
      weight: Math.max(one.weight, chance.weight),
    });
  }
  return [...of].map(([stage, { chances: all, weight }]) => ({
    stage,
    weight,
    mean: all.reduce((sum, one) => sum + one, 0) / all.length,
  }));
}

/** What a chance of the stage is in a draw: its odds are those of a rate drawn around the mean. */
function tilt(mean: number, weight: number, random: () => number): (chance: number) => number {
  if (mean <= 0 || mean >= 1) return (chance) => chance;
  const rate = Math.min(1 - 1e-9, Math.max(1e-9, betaDraw(mean * weight, (1 - mean) * weight, random)));
  const odds = (rate * (1 - mean)) / ((1 - rate) * mean);
  return (chance) => (chance >= 1 ? 1 : (odds * chance) / (1 - chance + odds * chance));
}

function rangeOf(sums: Float64Array): Range {
  const sorted = Float64Array.from(sums).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const mean = sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length);
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean };
}
