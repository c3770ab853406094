import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippet } from '../../src/text/snippet.ts';

describe('a snippet', () => {
  it.each([
    ['请开一张发票', '发票', '请开一张发票'],
    [
      '这是很长很长的开头，前面说了许多别的事情，最后才提到发票要寄到哪里',
      '发票',
      '…前面说了许多别的事情，最后才提到发票要寄到哪里',
    ],
    ['Two\nlines, one Invoice', 'invoice', 'Two lines, one Invoice'],
    ['no such word here', 'invoice', 'no such word here'],
  ])('of %j around %j', (text, query, shown) => {
    expect(snippet(text, query, 40)).toBe(shown);
  });

  it('always holds the word when it is short enough, is never longer than asked, and halves no character', () => {
    const filler = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.replaceAll('票', ''));
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const shown = snippet(`${before}发票${after}`, '发票', 40);
        expect(shown).toContain('发票');
        expect(shown.isWellFormed()).toBe(true);
        expect([...new Intl.Segmenter().segment(shown)].length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
