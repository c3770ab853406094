import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Canvas, type Colour, widthOf } from '../../../src/lib/picture/canvas.ts';
import { glyphOf, HEIGHT } from '../../../src/lib/picture/glyphs.ts';
import { everyLanguage } from '../../../src/text/texts.ts';

const RED: Colour = [255, 0, 0];

/** What a PNG file holds: its parts, each with a sum that is right, and its pixels. */
function read(file: Buffer) {
  expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const named = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    parts.set(named.subarray(0, 4).toString('latin1'), named.subarray(4));
    at += 12 + length;
  }
  const header = parts.get('IHDR')!;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const lines = inflateSync(parts.get('IDAT')!);
  expect(lines).toHaveLength((width * 3 + 1) * height);
  const at = (x: number, y: number) => [...lines.subarray(y * (width * 3 + 1) + 1 + x * 3).subarray(0, 3)];
  return { names: [...parts.keys()], width, height, at };
}

describe('a canvas', () => {
  it('becomes a picture file with every pixel where it was drawn, and nothing beyond its edges', () => {
    const canvas = new Canvas(20, 10);
    canvas.rectangle(2, 3, 4, 2, RED);
    canvas.rectangle(18, -5, 100, 7, RED);
    const { names, width, height, at } = read(canvas.png());
    expect([names, width, height]).toEqual([['IHDR', 'IDAT', 'IEND'], 20, 10]);
    const red = Array.from({ length: 200 }, (_, nth) => [nth % 20, Math.floor(nth / 20)] as const).filter(
      ([x, y]) => at(x, y)[1] === 0,
    );
    const inside = (x: number, y: number) => (x >= 2 && x < 6 && y >= 3 && y < 5) || (x >= 18 && y < 2);
    expect(red).toHaveLength(8 + 4);
    expect(red.every(([x, y]) => inside(x, y))).toBe(true);
  });

  it('writes words as wide as it says, and leaves out a letter that it does not know', () => {
    const canvas = new Canvas(200, HEIGHT);
    expect(canvas.words('12 %', 5, 0, RED)).toBe(5 + widthOf('12 %'));
    expect(canvas.words('\u{1f600}', 5, 0, RED)).toBe(5);
    const { at } = read(canvas.png());
    const inked = Array.from({ length: 200 }, (_, x) => x).filter((x) =>
      Array.from({ length: HEIGHT }, (_, y) => y).some((y) => at(x, y)[1]! < 128),
    );
    expect(inked.length).toBeGreaterThan(10);
    expect(Math.min(...inked)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...inked)).toBeLessThan(5 + widthOf('12 %'));
  });

  it('knows every letter of what stands on pictures, in every language', () => {
    for (const { campaign, versions } of everyLanguage)
      for (const words of [...Object.values(campaign.picture), ...Object.values(versions.name), '0123456789 .%()'])
        expect([...words].filter((letter) => !glyphOf(letter))).toEqual([]);
  });
});
