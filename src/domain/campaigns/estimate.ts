import type { Rules } from './rules.ts';

/** How long a campaign takes at the configured pace. */
export interface Estimate {
  /** So many leave today at most, because of the day's limit or the warm-up; the rest goes on the days after. */
  today: number;
  /** Local days on which something leaves. */
  days: number;
  /** On the last of them. */
  minutes: number;
  /** No pace is set: as fast as the server takes it. */
  unlimited: boolean;
}

/** On its first day of sending to many an address sends so many, and each further day twice as many: providers trust no newcomer. */
const FIRST_DAY = 200;
/** By then it is known, whatever it sends. */
const WARM_DAYS = 12;

/** How many may leave on the nth day (from 1) on which an address sends to many. */
export function mostOnDay(nth: number, { pace, warmUp }: Pick<Rules, 'pace' | 'warmUp'>): number {
  const warm = warmUp && nth <= WARM_DAYS ? FIRST_DAY * 2 ** (nth - 1) : Number.POSITIVE_INFINITY;
  return Math.min(pace.perDay ?? Number.POSITIVE_INFINITY, warm);
}

const DAY_MINUTES = 24 * 60;

/**
 * When `count` mails will have left. `nth`: which day of sending to many today is for the address; `sent`: what it has sent today.
 * Recipients whose morning is still to come make it later.
 */
export function estimate(count: number, rules: Rules, { nth, sent }: { nth: number; sent: number }): Estimate {
  const { hours, pace } = rules;
  const minutes = hours ? hours.to - hours.from : DAY_MINUTES;
  const inHours = pace.perMinute === undefined ? Number.POSITIVE_INFINITY : pace.perMinute * minutes;
  let left = count;
  const first = Math.max(0, mostOnDay(nth, rules) - sent);
  for (let day = 0; ; day += 1) {
    const today = Math.min(mostOnDay(nth + day, rules) - (day === 0 ? sent : 0), inHours);
    if (left <= today || day > 1000) {
      const unlimited = pace.perMinute === undefined;
      return {
        today: Math.min(count, first, inHours),
        days: day + 1,
        minutes: unlimited ? 0 : Math.ceil(left / pace.perMinute!),
        unlimited,
      };
    }
    left -= Math.max(0, today);
  }
}
