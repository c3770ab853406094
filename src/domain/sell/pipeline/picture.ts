import { Canvas, type Colour, fitting, isDrawable, widthOf } from '../../../lib/picture/canvas.ts';
import { HEIGHT } from '../../../lib/picture/glyphs.ts';

const INK: Colour = [38, 43, 51];
const FAINT: Colour = [120, 128, 140];
const LINE: Colour = [222, 226, 232];
const WHOLE: Colour = [176, 208, 238];
const LIKELY: Colour = [46, 125, 205];
const ALERT: Colour = [200, 84, 60];

const WIDTH = 1080;
const EDGE = 40;
const ROW = 60;
/** A line of a lead stands closer to the next. */
const LEAD = 46;
const BAR = 26;
const GAP = 20;
const HEAD = 3 * ROW;
/** The longest name of a stage takes so much. */
const MOST_NAME = 330;

/** A stage on the picture. */
export interface PictureStage {
  name: string;
  /** How long its bar is, of the longest (0 to 1), and how much of that is likely to come (0 to 1). */
  share: number;
  likely: number;
  /** What stands beside the bar: how many, and what they come to. */
  figures: string;
  /** '' or how many are stale. */
  stale: string;
  /** Its first leads, a line each; what cannot be drawn is `instead`. */
  leads: { line: string; instead: string }[];
}

/** The board as a picture (PNG): each stage with a bar, its sums and its first leads. It speaks for itself. */
export function boardPicture({
  title,
  lines,
  stages,
}: {
  title: string;
  /** Below the title: the total, and what is expected. */
  lines: readonly string[];
  stages: readonly PictureStage[];
}): Buffer {
  const name = (stage: PictureStage): string => fitting(stage.name, MOST_NAME);
  const left = EDGE + Math.max(0, ...stages.map((stage) => widthOf(name(stage)))) + GAP;
  const heights = stages.map(({ leads }) => 2 * ROW + leads.length * LEAD + GAP);
  const top = EDGE + HEAD + Math.max(0, lines.length - 2) * LEAD;
  const canvas = new Canvas(WIDTH, top + heights.reduce((sum, height) => sum + height, 0) + EDGE);
  const room = WIDTH - 2 * EDGE;
  canvas.words(fitting(title, room), EDGE, EDGE, INK);
  for (const [nth, line] of lines.entries()) canvas.words(fitting(line, room), EDGE, EDGE + ROW + nth * LEAD, FAINT);
  canvas.rectangle(EDGE, top - GAP, room, 2, LINE);
  let y = top;
  for (const [nth, stage] of stages.entries()) {
    drawStage(canvas, stage, { name: name(stage), left, y });
    y += heights[nth]!;
  }
  return canvas.png();
}

function drawStage(
  canvas: Canvas,
  { share, likely, figures, stale, leads }: PictureStage,
  { name, left, y }: { name: string; left: number; y: number },
): void {
  const most = WIDTH - EDGE - left;
  canvas.words(name, left - GAP - widthOf(name), y, INK);
  const long = Math.max(3, most * share);
  const middle = y + (HEIGHT - BAR) / 2;
  canvas.rectangle(left, middle, long, BAR, WHOLE);
  canvas.rectangle(left, middle, long * likely, BAR, LIKELY);
  const staleWidth = stale ? widthOf(stale) + GAP : 0;
  const end = canvas.words(fitting(figures, most - staleWidth), left, y + LEAD, INK);
  if (stale) canvas.words(stale, end + GAP, y + LEAD, ALERT);
  for (const [nth, { line, instead }] of leads.entries())
    canvas.words(fitting(isDrawable(line) ? line : instead, most), left, y + LEAD + (nth + 1) * LEAD, FAINT);
}
