import type { Filter, Term } from '../../../people/filter/filter.ts';

/** More groups say nothing anybody could read. */
const MOST_GROUPS = 24;

/** Whoever both mean. */
export const both = (one: Filter, other: Filter): Filter => ({
  any: one.any.flatMap((terms) => other.any.map((more) => [...terms, ...more])),
});

/** Whoever either of them means. */
export const either = (one: Filter, other: Filter): Filter => ({ any: [...one.any, ...other.any] });

/** Whoever the first means, and the second does not. Undefined: no filter says that in a few words. */
export function minus(one: Filter, other: Filter): Filter | undefined {
  let any = one.any;
  for (const group of other.any) {
    any = any.flatMap((terms) => group.map(({ not, test }): Term[] => [...terms, { not: !not, test }]));
    if (any.length === 0 || any.length > MOST_GROUPS) return undefined;
  }
  return { any };
}
