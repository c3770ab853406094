import fc from 'fast-check';

/** Code points that are unpaired surrogates. */
const [HALVES, HALF_COUNT] = [0xd800, 0x800];

/** Any code point: fast-check's 'binary', without the second and a half that making its table takes. */
const codePoint = fc
  .nat(0x10ffff - HALF_COUNT)
  .map((nth) => String.fromCodePoint(nth < HALVES ? nth : nth + HALF_COUNT));

/** A text of any characters that can be stored. */
export const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('\0', '\n', ' ', 'a', '1', '.', '中'), codePoint) });

/**
 * Everything that a pattern of alternatives fits: 'a(?:b|c)?' → a, ab, ac. Of figures (\d) one stands for all, of what may be repeated the
 * fewest and one more.
 */
export function allSaid(pattern: string): string[] {
  let at = 0;

  const either = (): string[] => {
    const found = inARow();
    while (pattern[at] === '|') {
      at += 1;
      found.push(...inARow());
    }
    return found;
  };

  const inARow = (): string[] => {
    let found = [''];
    while (at < pattern.length && !'|)'.includes(pattern[at]!)) {
      const part = repeated(one());
      found = found.flatMap((front) => part.map((behind) => front + behind));
    }
    return found;
  };

  const one = (): string[] => {
    if (pattern.startsWith('(?:', at)) {
      at += 3;
      const found = either();
      at += 1;
      return found;
    }
    if (pattern.startsWith('\\d', at)) {
      at += 2;
      return ['1'];
    }
    if (pattern[at] === '[') {
      const end = pattern.indexOf(']', at);
      const among = pattern
        .slice(at + 1, end)
        .replace(/(\d)-(\d)/g, (_, from: string, to: string) =>
          Array.from({ length: Number(to) - Number(from) + 1 }, (_one, nth) => Number(from) + nth).join(''),
        );
      at = end + 1;
      return [...among];
    }
    at += 1;
    if ('\\^$.*+('.includes(pattern[at - 1]!)) throw new Error(`${pattern.slice(at - 1)} is no alternative`);
    return [pattern[at - 1]!];
  };

  const repeated = (found: string[]): string[] => {
    if (pattern[at] === '?') {
      at += 1;
      return ['', ...found];
    }
    const [all, from, orMore] = /^\{(\d)(,\d)?\}/.exec(pattern.slice(at)) ?? [];
    if (!all) return found;
    at += all.length;
    return found.flatMap((said) => [said.repeat(Number(from)), ...(orMore ? [said.repeat(Number(from) + 1)] : [])]);
  };

  return either();
}
