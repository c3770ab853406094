import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe, type Sample, student975, welch, wilson } from '../../src/lib/statistics.ts';

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

describe('the interval of a share', () => {
  it.each([
    [70, 100, 0.6042, 0.7811],
    [5, 10, 0.2366, 0.7634],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
  ])('is the published one for %i of %i', (count, of, low, high) => {
    expect(wilson(count, of).low).toBeCloseTo(low, 4);
    expect(wilson(count, of).high).toBeCloseTo(high, 4);
  });

  it('holds the share and stays within nothing and all, and gets no wider with more people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const count = Math.round(part * of);
        const { low, high } = wilson(count, of);
        if (count === 0) expect(low).toBe(0);
        if (count === of) expect(high).toBe(1);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / of + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
        const more = wilson(count * 10, of * 10);
        expect(more.high - more.low).toBeLessThanOrEqual(high - low + 1e-12);
      }),
    );
  });
});

describe('the interval of two shares’ difference', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ])('is the one of Newcombe’s table for %i of %i and %i of %i', (count, of, others, ofOthers, low, high) => {
    const found = newcombe({ count, of }, { count: others, of: ofOthers });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('turns round with its groups, and is within -1 and 1', () => {
    const share = fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 2000 })).map(([count, of]) => ({
      count: Math.min(count, of),
      of,
    }));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const there = newcombe(one, other);
        const back = newcombe(other, one);
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
        expect(there.low).toBeLessThanOrEqual(there.difference);
        expect(there.high).toBeGreaterThanOrEqual(there.difference);
      }),
      {
        examples: [
          [
            { count: 0, of: 1 },
            { count: 302, of: 302 },
          ],
        ],
      },
    );
  });
});
