/** Answers by their field. */
export type Values = Readonly<Record<string, string>>;

/**
 * A form's answers as words of a command line: `name:"Anna \"Ann\" Smith" tags:"vip"`. Whatever is in a value (line breaks, quotes,
 * slashes), it stays that value. Empty ones are left out.
 */
export function writeValues(values: Values): string {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return given.map(([key, value]) => `${key}:"${value.replace(/["\\]/g, '\\$&')}"`).join(' ');
}

/** The values at the end of a command's words, and the words before them. Words without such an end are words only. */
export function readValues<Key extends string>(
  words: string,
  keys: readonly Key[],
): { before: string; values: Partial<Record<Key, string>> } {
  const pair = `(?:${keys.join('|')}):"[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*"`;
  const end = new RegExp(`(?:^|\\s)(${pair}(?:\\s+${pair})*)\\s*$`).exec(words);
  if (!end) return { before: words, values: {} };
  const pairs = end[1]!.matchAll(/(\w+):"((?:[^"\\]|\\[\s\S])*)"/g);
  const values = Object.fromEntries([...pairs].map(([, key, value]) => [key, value!.replace(/\\([\s\S])/g, '$1')]));
  return { before: words.slice(0, end.index).trim(), values: values as Partial<Record<Key, string>> };
}

/** Nothing was typed, only filled in: the words name nobody. */
export function onlyFilledIn(words: string): boolean {
  return /^\w+:"/.test(words);
}

/** Words that are one text: typed as they are, or filled in as the field `text`. */
export function textIn(words: string): string {
  return readValues(words, ['text']).values.text?.trim() ?? words;
}
