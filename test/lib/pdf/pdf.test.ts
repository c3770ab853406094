import { describe, expect, it } from 'vitest';
import type { PdfDocument } from '../../../src/lib/pdf/document.ts';
import { canSet, settable } from '../../../src/lib/pdf/letters.ts';
import { renderPdf } from '../../../src/lib/pdf/render.ts';
import { setDocument } from '../../../src/lib/pdf/set.ts';

const document = (rows: number, more: Partial<PdfDocument> = {}): PdfDocument => ({
  ...{ title: 'Quote', language: 'en', from: { name: '李记茶铺', lines: ['税号：1'] }, heading: '报价单' },
  ...{ to: [{ label: 'To', value: 'Anna' }], facts: [], sums: [{ label: '合计', value: '¥5', strong: true }] },
  table: {
    columns: [{ title: '项目', align: 'left', width: 'rest' }],
    rows: Array.from({ length: rows }, () => ['龙井']),
  },
  ...{ sections: [], foot: '{page}/{pages}' },
  ...more,
});

/** How many pages the file says that it has. */
const pagesOf = (bytes: Uint8Array): number => Number(/\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1]);

describe('a document', () => {
  it('is set in a thread of its own, over as many pages as it needs', async () => {
    const { bytes, lacking } = await renderPdf(document(80));
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pagesOf(bytes)).toBeGreaterThan(1);
    expect(lacking).toEqual([]);
  });

  it('names what no font has, and leaves no blank for it', async () => {
    const { lacking } = await setDocument(document(1, { heading: 'Tea 🍵 龘 ไทย 🍵' }));
    expect(lacking).toEqual(['🍵', 'ไ', 'ท', 'ย']);
  });

  it('fetches nothing and reads no file but its fonts', async () => {
    const words = { heading: 'http://127.0.0.1:9/x', from: { name: 'file:///etc/passwd', lines: [] } };
    expect(pagesOf((await setDocument(document(1, words))).bytes)).toBe(1);
  });
});

describe('letters', () => {
  it.each([
    ['龘嫚張體繁', '龘嫚張體繁'],
    ['Größe, naïve, Łódź', undefined],
    ['a\u200bb\ufe0f\tc', 'ab c'],
    ['🍵', '[U+1F375]'],
  ])('of %s can be set', (words, shown) => {
    const lacking = new Set<string>();
    const set = settable(words, lacking);
    if (shown !== undefined) expect(set).toBe(shown);
    expect(canSet('regular', set)).toBe(true);
  });
});
