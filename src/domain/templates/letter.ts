import { head } from '../../text/cut.ts';
import type { Locale } from '../../text/locale.ts';
import { whereOf } from './engine.ts';
import { page } from './layout.ts';
import { rendered } from './markdown.ts';
import { type Part, writePart } from './part.ts';
import type { PersonData } from './person_data.ts';
import { fill, type Parts, Unfit } from './slots.ts';

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

/** A mail for somebody; throws the engine's error. */
export type Writer = (data: PersonData) => Rendered | { missing: string };

/**
 * What a part comes to as HTML and as text, for each outcome of its conditions: Markdown is read once for all who share it, and the values
 * are put into what it came to.
 */
function shapesOf(part: Part): (data: PersonData) => { html: string; text: string } | Unfitting {
  const shapes = new Map<string, { html: Parts; text: Parts }>();
  return (data) => {
    const { words, values } = writePart(part, data);
    let shape = shapes.get(words);
    if (!shape) {
      const { html, text } = rendered(words, part.slots);
      shape = { html: part.slots.partsOf(html), text: part.slots.partsOf(text) };
      if (shapes.size >= MOST_SHAPES) shapes.clear();
      shapes.set(words, shape);
    }
    const html = fill(shape.html, values, 'html');
    const text = fill(shape.text, values, 'text');
    if (html instanceof Unfit) return new Unfitting(values[html.nth] ?? '');
    return text instanceof Unfit ? new Unfitting(values[text.nth] ?? '') : { html, text };
  };
}

/** A value that had to be an address. */
class Unfitting {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** Writes one mail after the other. */
export function writerOf({ locale, subject, body, footer }: Letter): Writer {
  const main = shapesOf(body);
  const below = footer && shapesOf(footer);
  return (data) => {
    const line = oneLine(subject, data);
    const above = main(data);
    const under = below?.(data) ?? { html: '', text: '' };
    for (const part of [line, above, under])
      if (part instanceof Unfitting) return { missing: `https://… (${part.value})` };
    const [one, two, three] = [line, above, under] as [string, Both, Both];
    // nothing but spaces is no subject
    if (one === '') return { missing: 'subject' };
    return {
      subject: one,
      html: page(locale, two.html, three.html),
      text: [two.text, three.text].filter(Boolean).join('\n\n'),
    };
  };
}

interface Both {
  html: string;
  text: string;
}

function oneLine(part: Part, data: PersonData): string | Unfitting {
  const { words, values } = writePart(part, data);
  const line = fill(part.slots.partsOf(words), values, 'text');
  return line instanceof Unfit
    ? new Unfitting(values[line.nth] ?? '')
    : head(line.replace(/\s+/gu, ' ').trim(), LONGEST_SUBJECT);
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
