import { chancesOf, type Weights } from '../signs.ts';
import type { TriageLabel } from '../triage.ts';
import { signsOf, windowsOf } from './features.ts';
import { shippedPressing } from './shipped.ts';
import { WAYS, type Why, whys } from './table.ts';

type Found = Exclude<Why, '-'>;

/**
 * From this chance on it is told at any hour: surer of harm, as many tell of their own illness. Chosen on lines left out of learning, never on
 * the fixtures that are only measured.
 */
const BARS: Record<Found, number> = { harm: 0.55, payment: 0.5, deadline: 0.48 };

/** Why words may not wait, as what stands in them together says; undefined: they may. */
export function pressing(
  text: string,
  label: TriageLabel | undefined,
  weights: Weights = shippedPressing(),
): Found | undefined {
  let found: { why: Found; chance: number } | undefined;
  for (const words of new Set(windowsOf(text))) {
    const [mayWait = 1, ...chances] = chancesOf(weights, WAYS, signsOf(words, label));
    const chance = 1 - mayWait;
    const why = whys[1 + chances.indexOf(Math.max(...chances))] as Found;
    if (chance >= BARS[why] && chance > (found?.chance ?? 0)) found = { why, chance };
  }
  return found?.why;
}
