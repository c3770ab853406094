import { escapeHtml } from '../../lib/escape_html.ts';
import type { Slotted } from '../../outbox/bulk.ts';
import { head } from '../../text/cut.ts';
import type { Locale } from '../../text/locale.ts';
import { whereOf } from './engine.ts';
import { page } from './layout.ts';
import { rendered } from './markdown.ts';
import { type Part, writePart } from './part.ts';
import type { PersonData } from './person_data.ts';
import { fill, type Parts, type SlotKind, Unfit, valueAt } from './slots.ts';

/** A mail as somebody gets it: one line, HTML, and the same as text. */
export interface Rendered {
  subject: string;
  html: string;
  text: string;
}

/** Characters: more than mail programs show, and well below the 998 of a line (RFC 5322). */
const LONGEST_SUBJECT = 200;
/** So many outcomes of a template's conditions are kept; one that has more is read anew. */
const MOST_SHAPES = 500;

/** The parts of a mail in one language. */
export interface Letter {
  locale: Locale;
  subject: Part;
  body: Part;
  /** What is added below; undefined: nothing. */
  footer: Part | undefined;
}

/** What the mails of one outcome of a template's conditions have in common: the same object for all of them. */
export interface Wording {
  /** Values are escaped as they are filled in. */
  html: Slotted;
  text: Slotted;
}

/** A mail in two halves: what it shares with others, and what is its reader's own. */
export interface Filling {
  wording: Wording;
  subject: string;
  /** For each slot of the wording its words. */
  values: Readonly<Record<string, string>>;
}

/** A mail for somebody; throws the engine's error. */
export type Writer = (data: PersonData) => Filling | { missing: string };

/** What a part comes to for one outcome of its conditions, and what of its values has to be an address. */
interface Shape {
  html: Parts;
  text: Parts;
  uses: { nth: number; kind: SlotKind }[];
}

/** Markdown is read once for all who share a shape. */
function shapesOf(part: Part): (data: PersonData) => { shape: Shape; values: string[] } {
  const shapes = new Map<string, Shape>();
  return (data) => {
    const { words, values } = writePart(part, data);
    let shape = shapes.get(words);
    if (!shape) {
      const { html, text } = rendered(words, part.slots);
      const parts = { html: part.slots.partsOf(html), text: part.slots.partsOf(text) };
      shape = { ...parts, uses: [...parts.html.slots, ...parts.text.slots] };
      if (shapes.size >= MOST_SHAPES) shapes.clear();
      shapes.set(words, shape);
    }
    return { shape, values };
  };
}

/** Writes one mail after the other. */
export function writerOf({ locale, subject, body, footer }: Letter): Writer {
  const lineFor = linesOf(subject);
  const main = shapesOf(body);
  const below = footer ? shapesOf(footer) : () => ({ shape: NOTHING, values: [] });
  const wordingOf = wordingsIn(locale);
  return (data) => {
    const line = lineFor(data);
    const above = main(data);
    const under = below(data);
    const values: Record<string, string> = {};
    const unfit =
      put(values, 'b', above) ?? put(values, 'f', under) ?? (typeof line === 'string' ? undefined : line.value);
    if (unfit !== undefined || typeof line !== 'string') return { missing: `https://… (${unfit})` };
    // nothing but spaces is no subject
    if (line === '') return { missing: 'subject' };
    return { wording: wordingOf(above.shape, under.shape), subject: line, values };
  };
}

/** The whole mail. */
export const written = ({ wording: { html, text }, subject, values }: Filling): Rendered => ({
  subject,
  html: filledIn(html, values, escapeHtml),
  text: filledIn(text, values, (value) => value),
});

function filledIn(words: Slotted, values: Filling['values'], as: (value: string) => string): string {
  if (typeof words === 'string') return words;
  return words.map((piece) => (typeof piece === 'string' ? piece : as(values[piece.slot] ?? ''))).join('');
}

const NO_WORDS: Parts = { literals: [''], slots: [] };
const NOTHING: Shape = { html: NO_WORDS, text: NO_WORDS, uses: [] };

const slotOf = (from: string, { nth, kind }: Shape['uses'][number]): string =>
  `${from}${nth}${kind === 'part' ? 'p' : ''}`;

/** Adds what stands in the slots of a shape; gives the value that does not fit where it stands. */
function put(
  into: Record<string, string>,
  from: string,
  { shape, values }: { shape: Shape; values: readonly string[] },
): string | undefined {
  for (const use of shape.uses) {
    const value = valueAt(use, values);
    if (value === undefined) return values[use.nth] ?? '';
    into[slotOf(from, use)] = value;
  }
  return undefined;
}

/** Stand for the words and what is below them while the page around them is made. */
const BODY = '\u0001';
const BELOW = '\u0002';

/** The wording of two shapes, made once for each pair. */
function wordingsIn(locale: Locale): (above: Shape, under: Shape) => Wording {
  const known = new WeakMap<Shape, WeakMap<Shape, Wording>>();
  return (above, under) => {
    const ofAbove = known.get(above) ?? new WeakMap<Shape, Wording>();
    known.set(above, ofAbove);
    const wording = ofAbove.get(under) ?? wordingFrom(locale, above, under);
    ofAbove.set(under, wording);
    return wording;
  };
}

function wordingFrom(locale: Locale, above: Shape, under: Shape): Wording {
  const isAlone = isEmpty(under.html);
  const [before = '', rest = ''] = page(locale, BODY, isAlone ? '' : BELOW).split(BODY);
  const [between = '', behind = ''] = isAlone ? ['', rest] : rest.split(BELOW);
  const html = [before, ...piecesOf('b', trimmed(above.html)), between, ...piecesOf('f', trimmed(under.html)), behind];
  const gap = isEmpty(above.text) || isEmpty(under.text) ? '' : '\n\n';
  return { html: joined(html), text: joined([...piecesOf('b', above.text), gap, ...piecesOf('f', under.text)]) };
}

type Piece = string | { slot: string };

const isEmpty = ({ literals, slots }: Parts): boolean => slots.length === 0 && literals.join('').trim() === '';

function trimmed({ literals, slots }: Parts): Parts {
  const last = literals.length - 1;
  const trim = (words: string, nth: number) => {
    const begun = nth === 0 ? words.trimStart() : words;
    return nth === last ? begun.trimEnd() : begun;
  };
  return { literals: literals.map(trim), slots };
}

const piecesOf = (from: string, { literals, slots }: Parts): Piece[] =>
  literals.flatMap((words, nth): Piece[] => (nth === 0 ? [words] : [{ slot: slotOf(from, slots[nth - 1]!) }, words]));

/** Words that stand beside each other are one piece. */
function joined(pieces: readonly Piece[]): Slotted {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else if (piece !== '') all.push(piece);
  }
  return all;
}

/** A value that had to be an address. */
class Unfitting {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** Most of its readers share what stands around their own words. */
function linesOf(part: Part): (data: PersonData) => string | Unfitting {
  let last = { words: '', parts: part.slots.partsOf('') };
  return (data) => {
    const { words, values } = writePart(part, data);
    if (words !== last.words) last = { words, parts: part.slots.partsOf(words) };
    const line = fill(last.parts, values);
    return line instanceof Unfit
      ? new Unfitting(values[line.nth] ?? '')
      : head(line.replace(/\s+/gu, ' ').trim(), LONGEST_SUBJECT);
  };
}

/** The same, where what throws is somebody's missing value. */
export const careful =
  (write: Writer): Writer =>
  (data) => {
    try {
      return write(data);
    } catch (error) {
      return { missing: whereOf(error).name };
    }
  };
