import { Canvas, type Colour, widthOf } from '../../../lib/picture/canvas.ts';
import { HEIGHT } from '../../../lib/picture/glyphs.ts';
import type { Texts } from '../../../text/texts.ts';
import { percent } from '../../campaigns/percent.ts';
import { SATISFIED, SCORES } from '../../serve/rating.ts';
import { type Group, type RatingFigures, satisfaction } from '../../serve/satisfaction.ts';

const INK: Colour = [38, 43, 51];
const FAINT: Colour = [120, 128, 140];
const LINE: Colour = [222, 226, 232];
const GOOD: Colour = [46, 125, 205];
const MIDDLE: Colour = [238, 150, 40];
const BAD: Colour = [214, 96, 77];

const WIDTH = 1080;
const EDGE = 40;
const ROW = 64;
const BAR = 30;
const GAP = 24;
const HEAD = 2 * ROW + GAP;
/** Room for what stands behind a bar. */
const FIGURES = 220;

/** How customers found it, as a picture (PNG): how many gave each score, and the share of those satisfied by month with its bounds. */
export function csatPicture(t: Texts, span: string, figures: RatingFigures, months: readonly Group[]): Buffer {
  const { inPicture, scale } = t.rating;
  const { answered, asked, satisfied, scores } = figures;
  const labels = [...SCORES.map((score) => `${score} ${scale[score]}`), ...months.map(({ name }) => name)];
  const left = EDGE + Math.max(...labels.map(widthOf)) + GAP;
  const most = WIDTH - EDGE - FIGURES - left;
  const monthsTop = EDGE + HEAD + SCORES.length * ROW + ROW + GAP;
  const canvas = new Canvas(WIDTH, months.length > 0 ? monthsTop + months.length * ROW + EDGE : monthsTop - ROW);
  canvas.words(`${inPicture.title} · ${span}`, EDGE, EDGE, INK);
  const said = [`${inPicture.satisfied} ${percent(satisfied, answered)}`, `${answered}/${asked} ${inPicture.answered}`];
  canvas.words(said.join(' · '), EDGE, EDGE + HEIGHT + GAP / 4, FAINT);
  canvas.rectangle(EDGE, EDGE + HEAD - GAP, WIDTH - 2 * EDGE, 2, LINE);
  const largest = Math.max(1, ...Object.values(scores));
  for (const [nth, score] of [...SCORES].reverse().entries()) {
    const y = EDGE + HEAD + nth * ROW;
    const label = `${score} ${scale[score]}`;
    canvas.words(label, left - GAP - widthOf(label), y, INK);
    const long = (most * scores[score]) / largest;
    canvas.rectangle(left, y + (HEIGHT - BAR) / 2, Math.max(2, long), BAR, colourOf(score));
    const end = canvas.words(String(scores[score]), left + long + GAP / 2, y, INK);
    if (answered > 0) canvas.words(percent(scores[score], answered), end + GAP, y, FAINT);
  }
  byMonths(canvas, inPicture, months, { left, most, top: monthsTop });
  return canvas.png();
}

const colourOf = (score: number): Colour => (score >= SATISFIED ? GOOD : score === 3 ? MIDDLE : BAD);

/** The share of those satisfied in each month, with its bounds as a line through the end of its bar. */
function byMonths(
  canvas: Canvas,
  words: Texts['rating']['inPicture'],
  months: readonly Group[],
  { left, most, top }: { left: number; most: number; top: number },
): void {
  if (months.length === 0) return;
  canvas.rectangle(EDGE, top - ROW - GAP / 2, WIDTH - 2 * EDGE, 2, LINE);
  canvas.words(`${words.satisfied} · ${words.bounds}`, left, top - ROW + GAP / 4, FAINT);
  for (const [nth, { name, satisfied, answered }] of months.entries()) {
    const y = top + nth * ROW;
    const { share, low, high } = satisfaction(satisfied, answered);
    canvas.words(name, left - GAP - widthOf(name), y, INK);
    canvas.rectangle(left, y + (HEIGHT - BAR) / 2, Math.max(2, share * most), BAR, GOOD);
    const middle = y + HEIGHT / 2;
    canvas.rectangle(left + low * most, middle - 1.5, (high - low) * most, 3, INK);
    for (const end of [low, high]) canvas.rectangle(left + end * most - 1.5, middle - 9, 3, 18, INK);
    const after = canvas.words(percent(satisfied, answered), left + Math.max(high, share) * most + GAP / 2, y, INK);
    canvas.words(`(${answered})`, after + GAP / 2, y, FAINT);
  }
}
