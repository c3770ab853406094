import type { PullCursor } from '../../domain/sell/pull.ts';
import { digest } from '../shared/hmac.ts';

export type PageSeen = NonNullable<PullCursor['seen']>;

/** A page as it was read: its path, what stands on it ('' for nothing), and where the next is. */
export interface PageRead {
  path: string;
  next: string | null;
  holds: string;
}

export const holdsOf = (items: readonly object[]): string =>
  items.length === 0 ? '' : digest(Buffer.from(JSON.stringify(items)));

/** Whether it leads to itself or to a page seen before, or holds what that one did: its list would be read without end. */
export const isInCircle = ({ path, next, holds }: PageRead, seen: PageSeen | undefined): boolean =>
  next === path || (seen !== undefined && (next === seen.path || (holds !== '' && holds === seen.holds)));

/**
 * The one page that is remembered: the first, the second, the fourth and so on, as Brent finds circles. One of n pages is known within
 * three times n.
 */
export function rememberedAfter({ path, holds }: PageRead, seen: PageSeen | undefined): PageSeen {
  if (!seen) return { path, holds, since: 0, every: 1 };
  const since = seen.since + 1;
  return since < seen.every ? { ...seen, since } : { path, holds, since: 0, every: seen.every * 2 };
}
