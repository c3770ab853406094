import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from '../../src/text/csv.ts';

/** The cells of one row, as a spreadsheet reads them (RFC 4180). */
function read(row: string): string[] {
  const cells = row
    .replace(/^\ufeff/, '')
    .replace(/\r\n$/, '')
    .matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return [...cells].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!);
}

const INVISIBLE = ['', ' ', '\t', '\r', '\n', '\ufeff', '\u00a0', '\u3000', '\u200b', '\u2060', '\u200e'];

it('no cell is run as a formula, whatever that cannot be seen stands before it', () => {
  const blank = fc.array(fc.constantFrom(...INVISIBLE), { maxLength: 4 }).map((parts) => parts.join(''));
  const cell = fc.tuple(blank, fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠'), fc.string());
  fc.assert(
    fc.property(cell, ([before, sign, rest]) => {
      const [only] = read(csv([[before + sign + rest]]).toString());
      expect(only).toBe(`'${before}${sign}${rest}`);
    }),
  );
});

it('every other cell is read back as it was', () => {
  const harmless = fc.string({ unit: 'grapheme' }).map((text) => `a${text}`);
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1, maxLength: 4 }), (cells) => {
      expect(read(csv([cells]).toString())).toEqual(cells);
    }),
  );
});
