import fc from 'fast-check';

/** Code points that are halves of a pair by themselves. */
const [HALVES, HALF_COUNT] = [0xd800, 0x800];

/** Any code point: what fast-check calls 'binary', without the second and a half it takes to make its table. */
const codePoint = fc
  .nat(0x10ffff - HALF_COUNT)
  .map((nth) => String.fromCodePoint(nth < HALVES ? nth : nth + HALF_COUNT));

/** A text of any characters that can be stored. */
export const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('\0', '\n', ' ', 'a', '1', '.', '中'), codePoint) });
