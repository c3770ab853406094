import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, unguarded } from '../../src/text/csv.ts';

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
      expect(only).not.toMatch(/^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/u);
      expect(unguarded(only!)).toBe(before + sign + rest);
    }),
  );
});

it('a number below zero stays one; control: a text that looks like it does not', () => {
  expect(csv([[{ figure: '-5.5' }, -3, '-5.5']]).toString()).toBe("\ufeff-5.5,-3,'-5.5\r\n");
});

it('no part of a cell is run as one, where a spreadsheet divides at another mark; and all are read back as they were', () => {
  const parts = fc.array(fc.constantFrom(';', '|', '\t', '\n', '=', '@', '-', '＝', "'", ' ', 'a', '1'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(parts, (said) => {
      const text = said.join('');
      const guarded = csv([[text]])
        .toString()
        .replace(/^\ufeff|\r\n$/g, '');
      const [only] = read(csv([[text]]).toString());
      for (const part of guarded.replace(/^"/, '').split(/[;|\t\n]/)) expect(part).not.toMatch(/^ *[=@＝]/);
      expect(unguarded(only!)).toBe(text);
    }),
    { numRuns: 500 },
  );
  expect(csv([['x;=HYPERLINK("http://a.example")', 'a;b', '- tea\n- cups']]).toString()).toContain("x;'=HYPERLINK");
});

it('every other cell is read back as it was', () => {
  const harmless = fc.string({ unit: 'grapheme' }).map((text) => `a${text}`);
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1, maxLength: 4 }), (cells) => {
      expect(read(csv([cells]).toString())).toEqual(cells);
    }),
  );
});
