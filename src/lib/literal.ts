/**
 * A text as the source of a pattern that finds this text and nothing else, with any flag: what has no meaning in a
 * pattern stays as it is, because with the flag `u` a `\-` is a fault. `RegExp.escape` comes with Node 24.
 */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The source of a pattern for any of these texts, the longest first. */
export const anyOf = (texts: Iterable<string>): string =>
  [...texts]
    .sort((one, other) => other.length - one.length)
    .map(literal)
    .join('|');
