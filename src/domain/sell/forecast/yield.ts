/** A lead that is closed: what it was taken for, and what came of it (0 where it was lost). Minor units of one currency. */
export interface Closed {
  minor: number;
  came: number;
}

/** That large leads are won as often as small ones is believed as firmly as by so many closed leads. */
const BELIEF = 20;

/**
 * By how much less (or more) money comes than the share of won leads says: large leads may be won less often, and prices give way at the end.
 * 1 where nothing is known, from .5 to 1.5.
 */
export function yieldOf(closed: readonly Closed[]): number {
  const won = closed.filter(({ came }) => came > 0).length;
  const taken = closed.reduce((sum, { minor }) => sum + minor, 0);
  if (won === 0 || taken === 0) return 1;
  const seen = closed.reduce((sum, { came }) => sum + came, 0) / taken / (won / closed.length);
  return Math.min(1.5, Math.max(0.5, (won * seen + BELIEF) / (won + BELIEF)));
}
