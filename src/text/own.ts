/** What a table says of somebody's word; undefined for a word that is known only because every object knows it ('constructor'). */
export function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
