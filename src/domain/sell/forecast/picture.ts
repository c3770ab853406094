import { Canvas, type Colour, fitting, widthOf } from '../../../lib/picture/canvas.ts';
import { HEIGHT } from '../../../lib/picture/glyphs.ts';

const INK: Colour = [38, 43, 51];
const FAINT: Colour = [120, 128, 140];
const LINE: Colour = [222, 226, 232];
const FORESEEN: Colour = [176, 208, 238];
const MIDDLE: Colour = [46, 125, 205];
const CAME: Colour = [52, 138, 96];
const NEW: Colour = [168, 214, 188];

const WIDTH = 1080;
const EDGE = 40;
const ROOM = WIDTH - 2 * EDGE;
const ROW = 46;
const GAP = 20;
const CHART = 380;
/** Of the room of a month so much is bars. */
const FILLED = 0.7;
/** What is next to nothing is seen as well. */
const THINNEST = 3;
const MARK = 26;

/** A month on the picture. Minor units. */
export interface PictureMonth {
  /** Under its bars, and in front of its sums. */
  short: string;
  name: string;
  /** What was, or is, foreseen: between two sums with a middle, or one sum. */
  foreseen?: { low: number; middle: number; high: number } | { sum: number };
  /** What came of leads that were open when it was foreseen, and of those that were new; of a month that is ahead nothing is said. */
  came?: { known: number; fresh: number };
  /** The same in words. */
  sums: string;
}

export interface PicturePanel {
  /** '' where there is one currency only. */
  name: string;
  months: readonly PictureMonth[];
  /** Words for a sum at the side. */
  sumAt: (minor: number) => string;
  /** A round step of the side is no smaller: a whole unit of the currency, in minor units. */
  unit: number;
}

export type Legend = Readonly<Record<'foreseen' | 'middle' | 'came' | 'fresh', string>>;

/** What is foreseen by months, beside what came in those before (PNG). Every letter of it can be drawn. */
export function forecastPicture({
  title,
  lines,
  panels,
  legend,
}: {
  title: string;
  /** Below the title, in small steps. */
  lines: readonly string[];
  panels: readonly PicturePanel[];
  legend: Legend;
}): Buffer {
  const shown = marksOf(panels, legend);
  const top = EDGE + ROW + lines.length * ROW + GAP;
  const height = panels.reduce((sum, panel) => sum + heightOf(panel), top) + shown.length * ROW + EDGE;
  const canvas = new Canvas(WIDTH, height);
  canvas.words(fitting(title, ROOM), EDGE, EDGE, INK);
  for (const [nth, line] of lines.entries()) canvas.words(fitting(line, ROOM), EDGE, EDGE + ROW * (nth + 1), FAINT);
  let y = top;
  for (const panel of panels) {
    drawPanel(canvas, panel, y);
    y += heightOf(panel);
  }
  for (const { colour, words } of shown) {
    const height = colour === MIDDLE ? THINNEST * 2 : MARK;
    canvas.rectangle(EDGE, y + (HEIGHT - height) / 2, MARK, height, colour);
    canvas.words(fitting(words, ROOM - MARK - GAP), EDGE + MARK + GAP, y, FAINT);
    y += ROW;
  }
  return canvas.png();
}

const heightOf = ({ name, months }: PicturePanel): number =>
  (name ? ROW : 0) + GAP + CHART + ROW + GAP + months.length * ROW + 2 * GAP;

/** Only of what is drawn it is said what it means. */
function marksOf(panels: readonly PicturePanel[], legend: Legend): { colour: Colour; words: string }[] {
  const months = panels.flatMap((panel) => panel.months);
  return [
    ...(months.some(({ foreseen }) => foreseen) ? [{ colour: FORESEEN, words: legend.foreseen }] : []),
    ...(months.some(({ foreseen }) => foreseen && 'low' in foreseen) ? [{ colour: MIDDLE, words: legend.middle }] : []),
    ...(months.some(({ came }) => came) ? [{ colour: CAME, words: legend.came }] : []),
    ...(months.some(({ came }) => came && came.fresh > 0) ? [{ colour: NEW, words: legend.fresh }] : []),
  ];
}

function drawPanel(canvas: Canvas, panel: PicturePanel, y: number): void {
  const { name, months, sumAt } = panel;
  if (name) canvas.words(fitting(name, ROOM), EDGE, y, INK);
  const top = y + (name ? ROW : 0) + GAP;
  const bottom = top + CHART;
  const step = stepOf(panel);
  const count = Math.max(1, Math.ceil(mostOf(months) / step));
  const sides = Array.from({ length: count + 1 }, (_, nth) => sumAt(nth * step));
  const left = EDGE + Math.max(...sides.map(widthOf)) + GAP;
  const heightAt = (minor: number) => (minor / (count * step)) * CHART;
  for (const [nth, words] of sides.entries()) {
    const at = bottom - heightAt(nth * step);
    canvas.rectangle(left, at, WIDTH - EDGE - left, 2, LINE);
    canvas.words(words, left - GAP - widthOf(words), at - HEIGHT / 2, FAINT);
  }
  const slot = (WIDTH - EDGE - left) / months.length;
  for (const [nth, month] of months.entries()) {
    const middle = left + slot * (nth + 0.5);
    drawMonth(canvas, month, { from: middle - (slot * FILLED) / 2, width: slot * FILLED, bottom, heightAt });
    const short = fitting(month.short, slot);
    canvas.words(short, middle - widthOf(short) / 2, bottom + GAP / 2, INK);
  }
  let line = bottom + ROW + GAP;
  for (const { name: month, sums } of months) {
    canvas.words(month, EDGE, line, INK);
    const behind = EDGE + widthOf(month) + GAP;
    const words = fitting(sums, WIDTH - EDGE - behind);
    canvas.words(words, WIDTH - EDGE - widthOf(words), line, FAINT);
    line += ROW;
  }
}

interface Place {
  from: number;
  width: number;
  bottom: number;
  heightAt: (minor: number) => number;
}

/** What was foreseen stands in front of what came; alone, each has all the room. */
function drawMonth(canvas: Canvas, { foreseen, came }: PictureMonth, { from, width, bottom, heightAt }: Place): void {
  const each = foreseen && came ? width / 2 : width;
  const bar = (x: number, low: number, high: number, colour: Colour) => {
    const height = Math.max(THINNEST, heightAt(high) - heightAt(low));
    canvas.rectangle(x, bottom - heightAt(low) - height, each, height, colour);
  };
  if (foreseen && 'low' in foreseen) {
    bar(from, foreseen.low, foreseen.high, FORESEEN);
    canvas.rectangle(from, bottom - heightAt(foreseen.middle) - THINNEST, each, THINNEST * 2, MIDDLE);
  } else if (foreseen) bar(from, 0, foreseen.sum, FORESEEN);
  if (!came) return;
  const at = foreseen ? from + each : from;
  bar(at, 0, came.known, CAME);
  if (came.fresh > 0) bar(at, came.known, came.known + came.fresh, NEW);
}

const mostOf = (months: readonly PictureMonth[]): number =>
  Math.max(
    0,
    ...months.flatMap(({ foreseen, came }) => [
      ...(foreseen ? ['low' in foreseen ? foreseen.high : foreseen.sum] : []),
      ...(came ? [came.known + came.fresh] : []),
    ]),
  );

/** 1, 2 or 5 with noughts behind it, so that there are at most five. */
function stepOf({ months, unit }: PicturePanel): number {
  const least = Math.max(unit, mostOf(months) / 5);
  const power = unit * 10 ** Math.floor(Math.log10(least / unit));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power;
}
