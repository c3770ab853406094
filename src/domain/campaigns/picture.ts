import { Canvas, type Colour, fitting, isDrawable, widthOf } from '../../lib/picture/canvas.ts';
import { HEIGHT } from '../../lib/picture/glyphs.ts';
import { wilson } from '../../lib/statistics.ts';
import type { Texts } from '../../text/texts.ts';
import { percent } from './percent.ts';
import type { Progress, Sales } from './report.ts';
import type { Results } from './versions/results.ts';
import { MEASURES, type Version } from './versions/version.ts';

const INK: Colour = [38, 43, 51];
const FAINT: Colour = [120, 128, 140];
const LINE: Colour = [222, 226, 232];
const GOOD: Colour = [46, 125, 205];
const BAD: Colour = [214, 96, 77];
const OF: Readonly<Record<Version, Colour>> = { a: GOOD, b: [238, 150, 40] };

const WIDTH = 1080;
const EDGE = 40;
const ROOM = WIDTH - 2 * EDGE;
const ROW = 64;
const BAR = 30;
const GAP = 24;
/** Of its name and what stands below it. */
const HEAD = 3 * ROW - GAP;
/** Room for what stands behind a bar. */
const FIGURES = 260;

/** What stands above the figures: which campaign it was, when it was sent, and what it brought ('': nothing). */
export interface PictureHead {
  id: string;
  name: string;
  sentOn: string;
  revenue: string;
}

/** What came of a campaign, as a picture (PNG): of those written to, and how its two texts compare (`results`). It speaks for itself. */
export function campaignPicture(
  t: Texts,
  { head, progress, sales }: { head: PictureHead; progress: Progress; sales: Sales },
  results: Results | undefined,
): Buffer {
  const { picture } = t.campaign;
  const written = progress.left;
  const rows: { label: string; count: number; of: number; colour: Colour }[] = [
    { label: picture.written, count: written, of: 0, colour: FAINT },
    { label: picture.reached, count: progress.sent, of: written, colour: GOOD },
    { label: picture.clicked, count: progress.clicked, of: progress.sent, colour: GOOD },
    { label: picture.replied, count: progress.replied, of: progress.sent, colour: GOOD },
    { label: picture.ordered, count: sales.buyers, of: progress.sent, colour: GOOD },
    { label: picture.unsubscribed, count: progress.unsubscribed, of: progress.sent, colour: BAD },
    { label: picture.bounced, count: progress.bounced, of: written, colour: BAD },
  ];
  const left = EDGE + Math.max(...rows.map(({ label }) => widthOf(label))) + GAP;
  const most = WIDTH - EDGE - FIGURES - left;
  const top = EDGE + HEAD;
  const height = top + EDGE + rows.length * ROW + (results ? 2 * ROW + MEASURES.length * 2 * ROW : 0);
  const canvas = new Canvas(WIDTH, height);
  headed(canvas, t, head, { progress, sales });
  for (const [nth, { label, count, of, colour }] of rows.entries()) {
    const y = top + nth * ROW;
    canvas.words(label, left - GAP - widthOf(label), y, INK);
    const long = (most * count) / Math.max(1, written);
    canvas.rectangle(left, y + (HEIGHT - BAR) / 2, Math.max(2, long), BAR, colour);
    const end = canvas.words(String(count), left + long + GAP / 2, y, INK);
    if (of > 0) canvas.words(percent(count, of), end + GAP, y, FAINT);
  }
  if (results) compared(canvas, t, results, { left, most, top: top + rows.length * ROW });
  return canvas.png();
}

/** Its name, where all its letters can be drawn, else its number; below it when it was sent and what came of it. */
function headed(
  canvas: Canvas,
  { campaign: { picture } }: Texts,
  { id, name, sentOn, revenue }: PictureHead,
  { progress, sales }: { progress: Progress; sales: Sales },
): void {
  canvas.words(fitting(isDrawable(name) ? name : `${picture.unnamed} #${id}`, ROOM), EDGE, EDGE, INK);
  const said = [
    `${picture.from} ${sentOn}`,
    revenue && `${picture.revenue} ${revenue}`,
    `${picture.response} ${percent(sales.responded, progress.left)}`,
  ];
  canvas.words(fitting(said.filter(Boolean).join(' · '), ROOM), EDGE, EDGE + HEIGHT + GAP / 4, FAINT);
  canvas.rectangle(EDGE, EDGE + HEAD - GAP, WIDTH - 2 * EDGE, 2, LINE);
}

interface Room {
  left: number;
  most: number;
  top: number;
}

/** Of each text the shares of those whom it reached, with the bounds of each as a line through its end. */
function compared(canvas: Canvas, { campaign: { picture }, versions }: Texts, results: Results, room: Room): void {
  const { left, most, top } = room;
  canvas.rectangle(EDGE, top + GAP / 2, WIDTH - 2 * EDGE, 2, LINE);
  let x = left;
  for (const version of ['a', 'b'] as const) {
    canvas.rectangle(x, top + ROW - HEIGHT / 2 - BAR / 2 + GAP, BAR, BAR, OF[version]);
    const name = `${versions.name[version]} (${results[version].arrived})`;
    x = canvas.words(name, x + BAR + GAP / 2, top + ROW - HEIGHT + GAP, INK) + 2 * GAP;
  }
  canvas.words(picture.bounds, x, top + ROW - HEIGHT + GAP, FAINT);
  const shares = MEASURES.flatMap((measure) =>
    (['a', 'b'] as const).map((version) => shareOf(results, version, measure)),
  );
  const scale = most / Math.max(...shares.map(({ high }) => high), 0.01);
  for (const [nth, { version, measure, share, low, high, count }] of shares.entries()) {
    const y = top + 2 * ROW + Math.floor(nth / 2) * 2 * ROW + (nth % 2) * (ROW - GAP / 2);
    if (version === 'a')
      canvas.words(picture[measure], left - GAP - widthOf(picture[measure]), y + ROW / 2 - GAP / 4, INK);
    canvas.rectangle(left, y + (HEIGHT - BAR) / 2, Math.max(2, share * scale), BAR, OF[version]);
    const middle = y + HEIGHT / 2;
    canvas.rectangle(left + low * scale, middle - 1.5, (high - low) * scale, 3, INK);
    for (const end of [low, high]) canvas.rectangle(left + end * scale - 1.5, middle - 9, 3, 18, INK);
    const after = canvas.words(String(count), left + high * scale + GAP / 2, y, INK);
    canvas.words(percent(share, 1), after + GAP, y, FAINT);
  }
}

function shareOf(results: Results, version: Version, measure: (typeof MEASURES)[number]) {
  const { arrived, [measure]: count } = results[version];
  const bounds = arrived > 0 ? wilson(count, arrived) : { low: 0, high: 0 };
  return { version, measure, count, share: arrived > 0 ? count / arrived : 0, ...bounds };
}
