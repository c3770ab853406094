/** A minute in which a key may ask so often. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the next minute begins. */
  resetSeconds: number;
  refused: boolean;
}

const MINUTE_MS = 60_000;

/** Counts the requests of each key in this process; `nowMs` is monotonic. */
export function rateLimiter(limit: number, nowMs: () => number = () => performance.now()) {
  const windows = new Map<string, { since: number; count: number }>();
  return (key: string): Allowance => {
    const now = nowMs();
    const known = windows.get(key);
    const window = known && now - known.since < MINUTE_MS ? known : { since: now, count: 0 };
    windows.set(key, window);
    window.count += 1;
    return {
      limit,
      remaining: Math.max(0, limit - window.count),
      resetSeconds: Math.ceil((window.since + MINUTE_MS - now) / 1000),
      refused: window.count > limit,
    };
  };
}

export const rateHeaders = ({ limit, remaining, resetSeconds }: Allowance): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetSeconds),
});
