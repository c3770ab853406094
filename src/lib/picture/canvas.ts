import { crc32, deflateSync } from 'node:zlib';
import { glyphOf, HEIGHT } from './glyphs.ts';

/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A picture of plain shapes and words, in pixels; whatever lies outside of it is left out. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  /** White at first. */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height * 3).fill(255);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    const [left, right] = [x, x + width].map((at) => Math.min(this.width, Math.max(0, Math.round(at)))) as [
      number,
      number,
    ];
    const [top, bottom] = [y, y + height].map((at) => Math.min(this.height, Math.max(0, Math.round(at)))) as [
      number,
      number,
    ];
    for (let row = top; row < bottom; row += 1)
      for (let at = (row * this.width + left) * 3; at < (row * this.width + right) * 3; at += 3)
        this.#pixels.set(colour, at);
  }

  /** Writes in one line from there on; letters that are not known are left out. Gives where it ends. */
  words(text: string, x: number, y: number, colour: Colour): number {
    let left = Math.round(x);
    for (const letter of text) {
      const glyph = glyphOf(letter);
      if (!glyph) continue;
      for (let row = 0; row < HEIGHT; row += 1)
        for (let column = 0; column < glyph.width; column += 1)
          this.#mix(left + column, Math.round(y) + row, colour, glyph.alpha(column, row));
      left += glyph.width;
    }
    return left;
  }

  #mix(x: number, y: number, colour: Colour, alpha: number): void {
    if (alpha === 0 || x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 3;
    for (let nth = 0; nth < 3; nth += 1)
      this.#pixels[at + nth] = Math.round(this.#pixels[at + nth]! * (1 - alpha) + colour[nth]! * alpha);
  }

  /** As a file: Portable Network Graphics (RFC 2083), 8 bits of red, green and blue. */
  png(): Buffer {
    const row = this.width * 3;
    const lines = Buffer.alloc((row + 1) * this.height);
    // the byte in front of each line says that it is not filtered
    for (let y = 0; y < this.height; y += 1)
      lines.set(this.#pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(lines)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

/** How wide these words are, in pixels. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (glyphOf(letter)?.width ?? 0), 0);

/** Whether each of its letters can be drawn. */
export const isDrawable = (text: string): boolean => [...text].every((letter) => glyphOf(letter));

/** As much of a line as has room, with a mark where it is cut. */
export function fitting(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  let cut = line;
  while (cut !== '' && widthOf(`${cut}…`) > width) cut = [...cut].slice(0, -1).join('');
  return `${cut}…`;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
