/**
 * `read` with its latest results kept: while one message is handled, the same words are asked about several times.
 * `most`: how many texts are kept, default 64; beyond that the oldest is forgotten, and read again when it is asked for.
 * A result is shared by all who ask, so nobody may change it.
 */
export function memoize<T>(read: (text: string) => T, most = 64): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    if (kept.has(text)) return kept.get(text)!;
    const result = read(text);
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(text, result);
    return result;
  };
}
