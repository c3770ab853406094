export { type Values, writeValues } from '../../form.ts';

/** The values at the end of a command's words, and the words before them. Words without such an end are words only. */
export function readValues<Key extends string>(
  words: string,
  keys: readonly Key[],
): { before: string; values: Partial<Record<Key, string>> } {
  const pair = `(?:${keys.join('|')}):"[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*"`;
  const found = lastRun([...words.matchAll(new RegExp(pair, 'g'))], words.trimEnd());
  if (!found[0]) return { before: words, values: {} };
  const values = found.map(([typed]) => {
    const colon = typed.indexOf(':');
    return [typed.slice(0, colon), typed.slice(colon + 2, -1).replace(/\\([\s\S])/g, '$1')];
  });
  return { before: words.slice(0, found[0].index).trim(), values: Object.fromEntries(values) };
}

/** The pairs at the very end with nothing but blanks between them, and a blank before the first. */
function lastRun(pairs: RegExpExecArray[], words: string): RegExpExecArray[] {
  let first = pairs.length;
  let end = words.length;
  while (first > 0) {
    const { index, 0: typed } = pairs[first - 1]!;
    const afterBlank = index === 0 || /\s/.test(words[index - 1]!);
    if (!afterBlank || words.slice(index + typed.length, end).trim() !== '') break;
    first -= 1;
    end = index;
  }
  return pairs.slice(first);
}

/** Nothing was typed, only filled in: the words name nobody. */
export function onlyFilledIn(words: string): boolean {
  return /^\w+:"/.test(words);
}

/** Words that are one text: typed as they are, or filled in as the field `text`. */
export function textIn(words: string): string {
  return readValues(words, ['text']).values.text?.trim() ?? words;
}
