import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
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

/**
 * The letters of assets/glyphs.json (`npm run glyphs` draws them), read at first use: their widths, and the pixels of one after the
 * other, row by row, half a byte each.
 */
function read(): Map<string, Glyph> {
  const { widths, pixels } = JSON.parse(readFileSync(new URL('assets/glyphs.json', ROOT), 'utf8')) as {
    widths: Record<string, number>;
    pixels: string;
  };
  const packed = inflateSync(Buffer.from(pixels, 'base64'));
  let start = 0;
  const glyphs = new Map<string, Glyph>();
  for (const [letter, width] of Object.entries(widths)) {
    const first = start;
    const alpha = (x: number, y: number) => {
      const at = first + y * width + x;
      return (at % 2 === 0 ? packed[at >> 1]! >> 4 : packed[at >> 1]! & 15) / 15;
    };
    glyphs.set(letter, { width, alpha });
    start += width * HEIGHT;
  }
  return glyphs;
}
