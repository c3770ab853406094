/**
 * Writes assets/fonts: the letters in which documents (PDF) are set, cut out of Noto Sans SC (SIL Open Font License 1.1), and which
 * they are. What it needs is 94 MB and no part of the product, so it is put beside it for this alone:
 *
 *   npm install --no-save @expo-google-fonts/noto-sans-sc@0.4.3 subset-font@2.9.0 && npm run fonts
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type SubsetFont = (font: Buffer, text: string, options: { targetFormat: 'truetype' }) => Promise<Buffer>;

const asked = createRequire(join(process.env.FONTS_FROM ?? process.cwd(), 'package.json'));
const source = dirname(asked.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const { create } = createRequire(createRequire(import.meta.url).resolve('pdfkit'))('fontkit') as {
  create: (font: Buffer) => { characterSet: number[] };
};
const subset = (await import(asked.resolve('subset-font'))) as { default: SubsetFont };

/** Everything that two bytes of this encoding may say; with the euro sign, which GBK has by one byte. */
function lettersOf(encoding: 'gbk', [from, to]: [number, number], [low, high]: [number, number]): string {
  const decoder = new TextDecoder(encoding);
  let all = '';
  for (let lead = from; lead <= to; lead++)
    for (let trail = low; trail <= high; trail++) if (trail !== 0x7f) all += decoder.decode(Uint8Array.of(lead, trail));
  return all.replaceAll('\ufffd', '');
}

/** Latin with its accents, Vietnamese, Greek, Cyrillic, marks and signs of currencies: of these the font has what it has. */
const RANGES: readonly [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x21ff],
  [0x3000, 0x30ff],
  [0xff00, 0xffef],
];
const signs = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, nth) => String.fromCodePoint(from + nth)),
).join('');

/** GB 2312 within GBK, and all of GBK. */
const common = lettersOf('gbk', [0xa1, 0xf7], [0xa1, 0xfe]);
const all = lettersOf('gbk', [0x81, 0xfe], [0x40, 0xfe]);

/** [[32, 126], [160, 591]]: the code points from one to the other. */
function ranges(points: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const point of [...new Set(points)].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else found.push([point, point]);
  }
  return found;
}

const letters: Record<string, [number, number][]> = {};
mkdirSync('assets/fonts', { recursive: true });
for (const [weight, file, wanted] of [
  ['400Regular', 'regular', signs + all],
  ['700Bold', 'bold', signs + common],
] as const) {
  const font = readFileSync(join(source, weight, `NotoSansSC_${weight}.ttf`));
  const cut = await subset.default(font, wanted, { targetFormat: 'truetype' });
  writeFileSync(`assets/fonts/${file}.ttf`, cut);
  letters[file] = ranges(create(cut).characterSet);
  console.log(`${file}: ${cut.length} bytes`);
}
writeFileSync('assets/fonts/letters.json', `${JSON.stringify(letters)}\n`);
copyFileSync(join(source, 'LICENSE_FONT'), 'assets/fonts/OFL.txt');
