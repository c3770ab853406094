import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFor, safeName } from '../../src/files/name.ts';
import { anyText } from '../support/any_text.ts';

describe('a file’s name', () => {
  it.each([
    ['价目表 2026年11月.pdf', '价目表 2026年11月.pdf'],
    ['Größe «neu».docx', 'Größe «neu».docx'],
    ['👩‍👧 family.jpg', '👩‍👧 family.jpg'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\system32\\cmd.exe', 'C__Windows_system32_cmd.exe'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['a\u2066b\u200f.pdf', 'ab.pdf'],
    ['two\r\nlines\0.txt', 'two lines.txt'],
    ['.bashrc', 'bashrc'],
    ['report.pdf. .', 'report.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM¹.log', '_COM¹.log'],
    ['company.pdf', 'company.pdf'],
    ['what?*<>|".txt', 'what______.txt'],
    ['..', 'file'],
    ['///', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('that is too long is cut between characters and keeps its ending', () => {
    const safe = safeName(`${'表'.repeat(100)}.pdf`);
    expect(safe).toBe(`${'表'.repeat(65)}.pdf`);
    expect(safeName(`a.${'b'.repeat(300)}`)).toBe(`a.${'b'.repeat(198)}`);
  });

  it('is safe whatever it was, and safe names stay', () => {
    const piece = fc.constantFrom(
      '..',
      '/',
      '\\',
      '\u202e',
      '\0',
      'CON',
      '.',
      ' ',
      '表',
      'é',
      '👩‍👧',
      'x'.repeat(90),
      '.pdf',
    );
    const names = fc.oneof(
      anyText,
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeName(name);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
        expect(safe).toMatch(/^[^/\\<>:"|?*\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);
        expect(safe).not.toMatch(/^[.\s]|[.\s]$/);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(safeName(safe)).toBe(safe);
      }),
      { numRuns: 100 },
    );
  });

  it('is made up where there is none', () => {
    expect(nameFor('photo', 'image/jpeg')).toBe('photo.jpg');
    expect(nameFor('document', 'application/x-unheard-of')).toBe('document');
  });
});
