import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSaid } from '../../../src/text/rating/score.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

describe('what people answer when they are asked for a score from 1 to 5', () => {
  it.each([
    ['5', 5, ''],
    ['５', 5, ''],
    ['五星', 5, ''],
    ['五星好评', 5, ''],
    ['👍🏻', 5, ''],
    ['👎', 1, ''],
    ['⭐️⭐️⭐️', 3, ''],
    ['★★★★', 4, ''],
    ['很满意！', 5, ''],
    ['不满意', 2, ''],
    ['very satisfied', 5, ''],
    ['4 out of 5', 4, ''],
    ['4/5', 4, ''],
    ['I would give 4', 4, ''],
    ['打5分', 5, ''],
    ['5 stars, thank you', 5, 'thank you'],
    ['5 谢谢', 5, '谢谢'],
    ['3分，太慢了', 3, '太慢了'],
    ['1 - still broken', 1, 'still broken'],
  ])('%s is %i', (text, score, words) => {
    expect(scoreSaid(text)).toEqual({ score, words });
  });

  it.each(['7', '10', '10/10', '0', '4-5', '4或5', '3.5', '⭐⭐⭐⭐⭐⭐'])('%s leaves open which', (text) => {
    expect(scoreSaid(text)).toBe('unsure');
  });

  it.each([
    ...['2 boxes please', '5 boxes', '5盒龙井', '我要5盒', '5点到吗', '3 days late', '5 minutes?', '2 分钟', '3天了'],
    ...['1 still broken', '2026', '13800138000', '好的', 'ok', '', 'constructor', '12号到货吗'],
  ])('%s is no score', (text) => {
    expect(scoreSaid(text)).toBeUndefined();
  });

  it('reads whatever is written in linear time, and never a score that is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const said = scoreSaid(text);
        if (said !== undefined && said !== 'unsure') expect([1, 2, 3, 4, 5]).toContain(said.score);
      }),
    );
    expect(growsTooFast(scoreSaid, repeated('— 5'))).toBeUndefined();
  });
});
