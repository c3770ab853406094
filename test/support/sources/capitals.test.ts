import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LITERAL = /\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+\/([a-z]{1,6})(?![\p{L}(])/gu;
const MADE = /new RegExp\([\s\S]{1,4000}?'([a-z]{1,6})',?\s{0,10}\)/gu;
/** Every pattern of a sentence is read with the flag i (`sentence/rule.ts`). */
const RULES = /^sentence\/(?:en|zh)\/(?!doubt|opening_words)/u;
/** Beside small letters it says that either will do. */
const ONLY_CAPITALS = /(?<!\[\\?)\\p\{Lu\}|\\p\{Lu\}(?!\\{1,2}p\{Ll\})/u;

const patternsIn = (code: string): string[] =>
  [...code.matchAll(LITERAL), ...code.matchAll(MADE)].flatMap(([all, flags]) => (flags!.includes('i') ? [all] : []));
const asksForCapitals = (file: string, code: string): boolean =>
  (RULES.test(file) ? [code] : patternsIn(code)).some((pattern) => ONLY_CAPITALS.test(pattern));

describe('a pattern that is read in capitals and small letters alike', () => {
  it.each(['text', 'mail', 'domain'])('asks for no capital, as there it finds none: %s', (room) => {
    const files = readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    expect(files.filter((file) => asksForCapitals(file, readFileSync(`src/${room}/${file}`, 'utf8')))).toEqual([]);
  });

  it('is found', () => {
    expect(asksForCapitals('a.ts', String.raw`const A = /not \p{Lu}\p{L}+/iu;`)).toBe(true);
    expect(asksForCapitals('a.ts', "const A = new RegExp(`a \\\\p{Lu}+`, 'iu');")).toBe(true);
    expect(asksForCapitals('sentence/en/people.ts', '"is at \\\\p{Lu}"')).toBe(true);
    expect(asksForCapitals('a.ts', String.raw`const A = /not [\p{Lu}\p{Ll}]\p{L}+/iu;`)).toBe(false);
    expect(asksForCapitals('a.ts', String.raw`const A = /not \p{Lu}\p{L}+/u; const B = /b/iu;`)).toBe(false);
  });
});
