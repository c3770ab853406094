import { Canvas, type Colour, fitting, widthOf } from '../../../lib/picture/canvas.ts';
import { HEIGHT } from '../../../lib/picture/glyphs.ts';

const INK: Colour = [38, 43, 51];
const FAINT: Colour = [120, 128, 140];
const LINE: Colour = [222, 226, 232];
const WHOLE: Colour = [176, 208, 238];
const LIKELY: Colour = [46, 125, 205];
const ALERT: Colour = [200, 84, 60];

const WIDTH = 1080;
const EDGE = 40;
const ROOM = WIDTH - 2 * EDGE;
const ROW = 60;
/** A line within a stage stands closer to the next. */
const CLOSE = 46;
const BAR = 26;
const GAP = 20;
/** The longest name of a stage takes so much. */
const MOST_NAME = 300;

/** Words in front and sums behind them: a sum stands whole, or not at all. */
export interface SumLine {
  words: string;
  sums: readonly string[];
}

/** A stage on the picture. Every letter of it can be drawn. */
export interface PictureStage {
  name: string;
  /** How long its bar is, of the longest (0 to 1), and how much of that is likely to come (0 to 1). */
  share: number;
  likely: number;
  /** How many, with what they come to, and what of that is likely; without sums the second is left out. */
  worth: SumLine;
  weighted: SumLine;
  /** '' or how many are stale. */
  stale: string;
  /** Its first leads. */
  leads: readonly { words: string; amount: string }[];
}

/** The board as a picture (PNG): each stage with a bar, its sums and its first leads. It speaks for itself. */
export function boardPicture({
  title,
  lines,
  stages,
}: {
  title: string;
  /** Below the title: the total, and what is expected. */
  lines: readonly SumLine[];
  stages: readonly PictureStage[];
}): Buffer {
  const names = stages.map(({ name }) => fitting(name, MOST_NAME));
  const left = EDGE + Math.max(0, ...names.map(widthOf)) + GAP;
  const heights = stages.map((stage) => ROW + (1 + linesBelow(stage)) * CLOSE + GAP);
  const top = EDGE + ROW + lines.length * CLOSE + 2 * GAP;
  const canvas = new Canvas(WIDTH, top + heights.reduce((sum, height) => sum + height, 0) + GAP);
  canvas.words(fitting(title, ROOM), EDGE, EDGE, INK);
  for (const [nth, line] of lines.entries()) canvas.words(whole(line, ROOM), EDGE, EDGE + ROW + nth * CLOSE, FAINT);
  canvas.rectangle(EDGE, top - GAP, ROOM, 2, LINE);
  let y = top;
  for (const [nth, stage] of stages.entries()) {
    drawStage(canvas, stage, { name: names[nth]!, left, y });
    y += heights[nth]!;
  }
  return canvas.png();
}

const linesBelow = ({ weighted, stale, leads }: PictureStage): number =>
  leads.length + (weighted.sums.length > 0 || stale ? 1 : 0);

/** As many sums as have room, and a mark where some are left out. */
function whole({ words, sums }: SumLine, width: number): string {
  for (let count = sums.length; count > 0; count -= 1) {
    const said = [...sums.slice(0, count), ...(count < sums.length ? ['…'] : [])].join(' + ');
    const line = words ? `${words} ${said}` : said;
    if (widthOf(line) <= width) return line;
  }
  return fitting(words, width);
}

function drawStage(
  canvas: Canvas,
  { share, likely, worth, weighted, stale, leads }: PictureStage,
  { name, left, y }: { name: string; left: number; y: number },
): void {
  const right = WIDTH - EDGE;
  const most = right - left;
  canvas.words(name, left - GAP - widthOf(name), y, INK);
  const middle = y + (HEIGHT - BAR) / 2;
  canvas.rectangle(left, middle, Math.max(3, most * share), BAR, WHOLE);
  canvas.rectangle(left, middle, most * share * likely, BAR, LIKELY);
  let line = y + CLOSE;
  canvas.words(whole(worth, most), left, line, INK);
  if (weighted.sums.length > 0 || stale) {
    line += CLOSE;
    const taken = stale ? widthOf(stale) + GAP : 0;
    if (weighted.sums.length > 0) canvas.words(whole(weighted, most - taken), left, line, FAINT);
    if (stale) canvas.words(stale, right - widthOf(stale), line, ALERT);
  }
  for (const { words, amount } of leads) {
    line += CLOSE;
    const taken = amount ? widthOf(amount) + GAP : 0;
    canvas.words(fitting(words, most - taken), left, line, FAINT);
    canvas.words(amount, right - widthOf(amount), line, FAINT);
  }
}
