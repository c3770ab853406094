import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, type Crowd, isOther } from '../../../src/domain/campaigns/reach/crowd.ts';

const SAMPLE = 400;
/** As good as a hash: the same for the same person, and in no order. */
const mark = (id: number): bigint => BigInt.asIntN(64, BigInt(id + 1) * 0x9e3779b97f4a7c15n);
const crowd = (ids: Iterable<number>): Crowd => {
  const marks = [...new Set(ids)].map(mark).sort((one, other) => (one < other ? -1 : 1));
  return { people: marks.length, sample: marks.slice(0, SAMPLE).map(String) };
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => from + nth);

describe('two crowds', () => {
  it('of few people are told apart to the last of them', () => {
    const few = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: SAMPLE - 1 });
    fc.assert(
      fc.property(few, few, (before, now) => {
        expect(between(crowd(before), crowd(now))).toEqual({
          added: now.filter((one) => !before.includes(one)).length,
          gone: before.filter((one) => !now.includes(one)).length,
        });
      }),
    );
  });

  it('of many are told apart to a few percent', () => {
    for (const moved of [0, 1000, 5000, 10_000]) {
      const { added, gone } = between(crowd(range(0, 10_000)), crowd(range(moved, 10_000 + moved)));
      expect(Math.abs(added - moved)).toBeLessThan(1000);
      expect(Math.abs(gone - moved)).toBeLessThan(1000);
    }
    expect(between(crowd(range(0, 3)), crowd(range(0, 60_000))).added).toBeGreaterThan(59_000);
  });

  it('are noticeably other where more than two, and more than a tenth, have come or gone', () => {
    const isMoved = (before: number, now: number) => isOther(crowd(range(0, before)), crowd(range(0, now)));
    expect([isMoved(3, 5), isMoved(3, 6), isMoved(100, 110), isMoved(100, 111), isMoved(5, 2)]).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
    expect(isOther(crowd(range(0, 30)), crowd(range(30, 60)))).toBe(true);
  });
});
