import { describe, expect, it } from 'vitest';
import { type Sample, student975, welch } from '../../src/lib/statistics.ts';

function sample(values: readonly number[]): Sample {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: squares / (values.length - 1) };
}

/** Student's own data (1908): extra hours of sleep by two drugs, as R ships them. */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('the interval of a difference', () => {
  it('is the one that is published for Student’s sleep data', () => {
    const { difference, low, high } = welch(sample(FIRST), sample(SECOND));
    expect(difference).toBeCloseTo(-1.58, 10);
    expect(low).toBeCloseTo(-3.3654832, 5);
    expect(high).toBeCloseTo(0.2054832, 5);
  });

  it('turns round with its groups', () => {
    const there = welch(sample(FIRST), sample(SECOND));
    const back = welch(sample(SECOND), sample(FIRST));
    expect([back.difference, back.low, back.high]).toEqual([-there.difference, -there.high, -there.low]);
  });

  it.each([
    [10, 2.2281389],
    [30, 2.0422725],
    [50, 2.0085591],
    [100, 1.9839715],
    [1000, 1.9623391],
  ])('uses the quantile of the tables for %i degrees of freedom', (freedom, quantile) => {
    expect(Math.abs(student975(freedom) - quantile)).toBeLessThan(2e-5);
  });
});
