import { expect, it } from 'vitest';
import { sourcesIn, textOf } from '../support/sources/imports.ts';

/** What begins a statement or a piece of one: sql`, tx<{ id: string }>`, db.autocommit`. */
const TAG = /\b(?:\w*[sS]ql|tx|autocommit)(?:<[^`;]*>)?\s*`/g;

/** The words of a template from its first letter on, without what is put into it; those are looked at by themselves. */
function wordsFrom(text: string, start: number): { words: string; end: number } {
  let words = '';
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '`') return { words, end: at };
    if (text.startsWith('${', at)) at = endOfValue(text, at + 2);
    else if (text[at] === '\\') words += text.slice(at, ++at + 1);
    else words += text[at];
  }
  return { words, end: text.length };
}

/** Where the brace closes that opened before `start`. */
function endOfValue(text: string, start: number): number {
  let open = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '`') at = wordsFrom(text, at + 1).end;
    else if (text[at] === '{') open += 1;
    else if (text[at] === '}' && --open === 0) return at;
  }
  return text.length;
}

/**
 * The statements in which a backslash stands alone: what JavaScript makes of it never reaches the database as it was
 * written. A line's end is one either way.
 */
const lone = (text: string): string[] =>
  [...text.matchAll(TAG)]
    .map((found) => wordsFrom(text, found.index + found[0].length).words)
    .filter((words) => /\\[^n]/.test(words.replaceAll('\\\\', '')));

it('no statement loses a backslash on its way to the database', () => {
  const all = sourcesIn('src');
  expect(all.flatMap((file) => lone(textOf(file)).map((words) => [file, words]))).toEqual([]);
  expect(all.filter((file) => textOf(file).match(TAG)).length).toBeGreaterThan(100);
});

it('control: one that does is seen, also within another; one that is written twice is right, and other text is none', () => {
  const inner = ['sql`a ', 'b ~ ', "'^\\d'`"].join('');
  expect(lone(inner)).toHaveLength(1);
  expect(lone(['tx<{ id: string }>`select $', '{', inner, '} from t`'].join(''))).toHaveLength(1);
  expect(lone("sql`select '1' ~ '^\\\\d'`; const plain = `a\\nb`; String.raw`\\d`")).toEqual([]);
});
