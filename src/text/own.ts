/** What a table says of somebody's word; undefined for a word that only every object knows ('constructor'). */
export function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
