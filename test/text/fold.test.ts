import { expect, it } from 'vitest';
import { fold, foldedCharacters, foldText } from '../../src/text/fold.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const inSql = async (texts: string[]) =>
  (
    await db.sql<{ key: string }>`
    select fold_text(t.word) as key from unnest(${texts}::text[]) with ordinality as t (word, nth) order by nth`
  ).map(({ key }) => key);

it.each([
  ['Café Zürich', 'cafe zurich'],
  ['STRASSE Straße', 'strasse strasse'],
  ['Łódź Ørsted Đorđe Æsop Þór', 'lodz orsted dorde aesop thor'],
  ['İstanbul ISPARTA ışık', 'istanbul isparta isik'],
  ['ＡＢＣ１２３', 'abc123'],
  ['發票 開張 裡面 臺灣', '发票 开张 里面 台湾'],
  ['がくせい 한국', 'がくせい 한국'],
  ['𠮷野家 👩‍👧', '𠮷野家 👩‍👧'],
  ['ﾔﾏﾀﾞ ヤマダ やまだ', 'やまだ やまだ やまだ'],
  ['re\u00adfund or\u200bder \ufeff10\u206001', 'refund order 1001'],
  ['ch\u200darge\u200c\u200dback 退\u200b\u200c款', 'chargeback 退款'],
  ['\u202eab\u202c c\u{e0041}d 葛\u{e0100}城', 'ab cd 葛城'],
  ['می\u200cخواهم क्\u200dष', 'می\u200cخواهم क्\u200dष'],
  ['Ёлка й', 'елка и'],
])('%s is compared as %s', async (text, key) => {
  expect(foldText(text)).toBe(key);
  expect(await inSql([text])).toEqual([key]);
});

it('every character of the table is folded alike here and in the database', async () => {
  const all = foldedCharacters();
  expect(all.length).toBeGreaterThan(2900);
  expect(await inSql(all)).toEqual(all.map(foldText));
});

it('names keep ü for pinyin, everything else is folded alike', () => {
  expect(fold('Lü Müller 呂 Renée')).toBe('lü müller 吕 renee');
});
