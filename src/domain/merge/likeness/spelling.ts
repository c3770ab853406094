/**
 * How alike two words are written, from 0 to 1 (Jaro–Winkler: letters in common, in about the same place, a common
 * beginning counts more).
 */
export function alikeness(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [[...one], [...other]];
  const common = inCommon(a, b);
  if (common.ours.length === 0) return 0;
  const moved = common.ours.filter((letter, nth) => letter !== common.theirs[nth]).length / 2;
  const many = common.ours.length;
  const jaro = (many / a.length + many / b.length + (many - moved) / many) / 3;
  return jaro + 0.1 * beginning(a, b) * (1 - jaro);
}

/** The letters of each that stand in the other too, not too far away, in their own order. */
function inCommon(a: string[], b: string[]): { ours: string[]; theirs: string[] } {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const ours = a.filter((letter, at) => {
    for (let to = Math.max(0, at - reach); to < Math.min(b.length, at + reach + 1); to += 1) {
      if (taken[to] || b[to] !== letter) continue;
      taken[to] = true;
      return true;
    }
    return false;
  });
  return { ours, theirs: b.filter((_, at) => taken[at]) };
}

const MOST_IN_FRONT = 4;

function beginning(a: string[], b: string[]): number {
  let length = 0;
  while (length < Math.min(MOST_IN_FRONT, a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

/** Whether one slip of a finger makes one of the other: a sign more, less or another one, or two neighbours changed over. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (one === other || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2));
}
