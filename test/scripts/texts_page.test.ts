import { describe, expect, it } from 'vitest';
import { pageOf, rooms, rowsOf } from '../../scripts/texts_page.ts';
import { locales } from '../../src/text/locale.ts';
import { texts } from '../../src/text/texts.ts';

const all = await rooms();

describe('the page of texts', () => {
  it('has every room, and every text in both languages', () => {
    const sections = all.flatMap((room) => Object.keys(room.texts.en as object));
    expect(sections.sort()).toEqual(Object.keys(texts('en')).sort());
    const rows = all.flatMap(rowsOf);
    expect(rows.length).toBeGreaterThan(900);
    // of what is typed a language may have no word
    for (const { path, shown } of rows.filter((row) => !row.path.startsWith('typed.')))
      for (const locale of locales) expect(shown[locale].join(), `${path} in ${locale}`).not.toBe('');
  });

  it('shows a text once for each way it may read', () => {
    const [row] = rowsOf({
      name: 'made up',
      texts: {
        en: { came: (count: number) => (count === 1 ? 'one came' : `${count} came`) },
        'zh-CN': { came: (count: number) => `来了 ${count} 位` },
      },
    });
    expect(row).toEqual({
      path: 'came',
      shown: { en: ['3 came', 'one came', '0 came'], 'zh-CN': ['来了 3 位', '来了 1 位', '来了 0 位'] },
    });
  });

  it('says which text wants a sample that it has not', () => {
    const texts = { nth: (of: string) => ({ first: '1st' })[of] };
    expect(() => rowsOf({ name: 'made up', texts: { en: texts, 'zh-CN': texts } })).toThrow('nth reads “undefined”');
  });

  it('is one page of HTML, on which nothing of a text is taken for a tag', () => {
    const page = pageOf(all);
    expect(page).toContain('<h2 id="serve">serve</h2>');
    expect(page).toContain('/connect shopify &lt;secret>');
  });
});
