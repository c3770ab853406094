import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { ROOT } from '../root.ts';

/** How high a line of words is, in pixels. */
export const HEIGHT = 44;

/** A letter as it is drawn. */
export interface Glyph {
  width: number;
  /** How much of a pixel it covers, from 0 to 1. */
  alpha(x: number, y: number): number;
}

let known: Map<string, Glyph> | undefined;

/** The picture of a letter; undefined: there is none of it. */
export function glyphOf(letter: string): Glyph | undefined {
  known ??= read();
  return known.get(letter);
}

/** How many pixels a byte holds, each a quarter of it: from 0, which is left white, to 3. */
const IN_BYTE = 4;

/**
 * The letters of assets/glyphs.br (`npm run glyphs` draws them), read at first use. Packed with Brotli (RFC 7932): a line of JSON with
 * their widths, then the pixels of one after the other, row by row.
 */
function read(): Map<string, Glyph> {
  const all = brotliDecompressSync(readFileSync(new URL('assets/glyphs.br', ROOT)));
  const head = all.indexOf('\n');
  const { widths } = JSON.parse(all.toString('utf8', 0, head)) as { widths: Record<string, number> };
  const pixels = all.subarray(head + 1);
  let start = 0;
  const glyphs = new Map<string, Glyph>();
  for (const [letter, width] of Object.entries(widths)) {
    const first = start;
    const alpha = (x: number, y: number) => {
      const at = first + y * width + x;
      return ((pixels[Math.floor(at / IN_BYTE)]! >> (2 * (IN_BYTE - 1 - (at % IN_BYTE)))) & 3) / 3;
    };
    glyphs.set(letter, { width, alpha });
    start += width * HEIGHT;
  }
  return glyphs;
}
