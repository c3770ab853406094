import fc from 'fast-check';

/** Code points that are unpaired surrogates. */
const [HALVES, HALF_COUNT] = [0xd800, 0x800];

/** Any code point: fast-check's 'binary', without the second and a half that making its table takes. */
const codePoint = fc
  .nat(0x10ffff - HALF_COUNT)
  .map((nth) => String.fromCodePoint(nth < HALVES ? nth : nth + HALF_COUNT));

/** A text of any characters that can be stored. */
export const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('\0', '\n', ' ', 'a', '1', '.', '中'), codePoint) });
