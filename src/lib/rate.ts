/** A span of time in which a key may ask so often. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the next span begins. */
  resetSeconds: number;
  refused: boolean;
}

const MINUTE_MS = 60_000;
/** With more keys than this, those whose span is over are forgotten. */
const MANY_KEYS = 10_000;

/** Counts the requests of each key in this process: `limit` in `spanMs` (default: a minute); `nowMs` is monotonic. */
export function rateLimiter(limit: number, nowMs: () => number = () => performance.now(), spanMs = MINUTE_MS) {
  const windows = new Map<string, { since: number; count: number }>();
  const forgetOld = (now: number) => {
    for (const [key, { since }] of windows) if (now - since >= spanMs) windows.delete(key);
  };
  return (key: string): Allowance => {
    const now = nowMs();
    const known = windows.get(key);
    const window = known && now - known.since < spanMs ? known : { since: now, count: 0 };
    if (!known && windows.size >= MANY_KEYS) forgetOld(now);
    windows.set(key, window);
    window.count += 1;
    return {
      limit,
      remaining: Math.max(0, limit - window.count),
      resetSeconds: Math.ceil((window.since + spanMs - now) / 1000),
      refused: window.count > limit,
    };
  };
}
