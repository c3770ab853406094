/**
 * Writes assets/glyphs.br: the letters of the pictures that the product draws (src/lib/picture), as pixels. Needs a chromium and Noto
 * Sans CJK (Debian: chromium, fonts-noto-cjk; SIL Open Font License 1.1); CHROMIUM names a different one.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { HEIGHT } from '../src/lib/picture/glyphs.ts';
import { everyLanguage } from '../src/text/texts.ts';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const SIZE = 32;
const ALWAYS = '0123456789 %.,()+-–:/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Of amounts, and of what a campaign may be called. */
const NAMES = '¥￥$€£#&\'’"“”「」《》！!？?，。、：（）·~—…@*=_[]ÄÖÜäöüßàáâçèéêëíîïñóôúûùøåæœ';

/** The 3,755 characters of the first level of GB 2312: what Chinese names of campaigns are written in. */
const common = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
  Array.from({ length: 94 }, (_, cell) => new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + row, 0xa1 + cell))),
)
  .flat()
  .filter((letter) => /^\p{Script=Han}$/u.test(letter));

const letters = [
  ...new Set(
    [
      ...ALWAYS,
      ...NAMES,
      ...common,
      ...everyLanguage.flatMap(({ campaign }) => Object.values(campaign.picture).join('')),
    ].join(''),
  ),
].sort();

/** Draws each on a canvas and writes into the page how wide it is and how much of each pixel it covers, in quarters. */
const page = `<!doctype html><meta charset="utf-8"><body><script>
  const letters = ${JSON.stringify(letters)};
  const canvas = document.createElement('canvas');
  canvas.width = 64; canvas.height = ${HEIGHT};
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const all = letters.map((letter) => {
    pen.fillStyle = '#fff'; pen.fillRect(0, 0, 64, ${HEIGHT});
    pen.fillStyle = '#000'; pen.font = '${SIZE}px "Noto Sans CJK SC"'; pen.textBaseline = 'alphabetic';
    pen.fillText(letter, 0, 34);
    const width = Math.max(1, Math.round(pen.measureText(letter).width));
    const { data } = pen.getImageData(0, 0, width, ${HEIGHT});
    const steps = [];
    for (let at = 0; at < data.length; at += 4) steps.push(Math.round((255 - data[at]) / 85));
    return [letter, width, steps.join('')];
  });
  document.body.textContent = JSON.stringify(all);
</script></body>`;

const dir = mkdtempSync(join(tmpdir(), 'solo-crm-glyphs-'));
try {
  const file = join(dir, 'page.html');
  writeFileSync(file, page);
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${join(dir, 'profile')}`,
    '--dump-dom',
  ];
  const dom = execFileSync(CHROMIUM, [...options, `file://${file}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const found = /<body>([\s\S]*)<\/body>/.exec(dom)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const drawn = JSON.parse(found) as [letter: string, width: number, steps: string][];
  const widths = Object.fromEntries(drawn.map(([letter, width]) => [letter, width]));
  // digits would stand first among the names of an object: the pixels follow in the same order
  const ordered = Object.keys(widths).map((letter) => drawn.find(([one]) => one === letter)![2]);
  const steps = ordered.join('');
  const pixels = Buffer.alloc(Math.ceil(steps.length / 4));
  for (let at = 0; at < steps.length; at++) pixels[at >> 2]! |= Number(steps[at]) << (2 * (3 - (at % 4)));
  const head = JSON.stringify({ font: 'Noto Sans CJK SC, SIL Open Font License 1.1', widths });
  const all = Buffer.concat([Buffer.from(`${head}\n`), pixels]);
  // a window as large as all of it
  const params = { [constants.BROTLI_PARAM_LGWIN]: 21, [constants.BROTLI_PARAM_SIZE_HINT]: all.length };
  const packed = brotliCompressSync(all, { params });
  writeFileSync(new URL('../assets/glyphs.br', import.meta.url), packed);
  console.log(`${drawn.length} letters, ${packed.length} bytes`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
