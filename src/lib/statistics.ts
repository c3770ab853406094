/** What is known of a group: how many, their mean, and the variance of the sample (divided by count - 1). */
export interface Sample {
  count: number;
  mean: number;
  variance: number;
}

/** How much two means differ, and between which bounds that lies with 95 percent confidence. */
export interface Difference {
  difference: number;
  low: number;
  high: number;
}

/** The quantile of the standard normal distribution that leaves 2.5 percent above it. */
const NORMAL = 1.959963984540054;

/**
 * The quantile of Student's distribution that leaves 2.5 percent above it, for that many degrees of freedom (at least 5): Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 26.7.5, the expansion about the normal quantile; from 10 on its error is below 0.00002.
 */
export function student975(freedom: number): number {
  const x = NORMAL;
  const terms = [
    (x ** 3 + x) / 4,
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96,
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384,
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92_160,
  ];
  return terms.reduce((sum, term, nth) => sum + term / freedom ** (nth + 1), x);
}

/**
 * The mean of one group less that of another, with its 95 percent interval: Welch (1947), "The generalization of 'Student's' problem when
 * several different population variances are involved", Biometrika 34. Groups of different size and spread are what it is made for.
 * Each has at least two members, and one of them some spread.
 */
export function welch(one: Sample, other: Sample): Difference {
  const first = one.variance / one.count;
  const second = other.variance / other.count;
  const freedom = (first + second) ** 2 / (first ** 2 / (one.count - 1) + second ** 2 / (other.count - 1));
  const difference = one.mean - other.mean;
  const margin = student975(freedom) * Math.sqrt(first + second);
  return { difference, low: difference - margin, high: difference + margin };
}

/** Between which bounds something lies with 95 percent confidence. */
export interface Bounds {
  low: number;
  high: number;
}

/**
 * The share of those who did something, between its bounds: Wilson (1927), "Probable inference, the law of succession, and statistical
 * inference", JASA 22. It holds for few people and for shares of nothing or of all, where the usual interval ends outside of 0 and 1.
 * `of`: at least 1.
 */
export function wilson(count: number, of: number): Bounds {
  const share = count / of;
  const square = NORMAL ** 2 / of;
  const middle = share + square / 2;
  const margin = NORMAL * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return {
    // of nobody and of all the bound is that exactly, which rounding misses
    low: count === 0 ? 0 : Math.max(0, (middle - margin) / (1 + square)),
    high: count === of ? 1 : Math.min(1, (middle + margin) / (1 + square)),
  };
}

/** Of so many people so many did something. */
export interface Share {
  count: number;
  of: number;
}

/**
 * One share less another, of two separate groups, with its 95 percent interval: Newcombe (1998), "Interval estimation for the difference
 * between independent proportions", Statistics in Medicine 17, method 10, which puts two Wilson intervals together. Each group has at
 * least one member.
 */
export function newcombe(one: Share, other: Share): Difference {
  const [first, second] = [one.count / one.of, other.count / other.of];
  const [a, b] = [wilson(one.count, one.of), wilson(other.count, other.of)];
  const difference = first - second;
  return {
    difference,
    // a share of all less one of none is 1, which rounding may pass
    low: Math.max(-1, difference - Math.hypot(first - a.low, b.high - second)),
    high: Math.min(1, difference + Math.hypot(a.high - first, second - b.low)),
  };
}
