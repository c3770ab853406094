import { type Locale, locales } from '../../text/locale.ts';
import { namesOptOut } from '../../text/sms/opt_out.ts';
import { texts } from '../../text/texts.ts';
import { asWritten } from './as_written.ts';
import { whereOf } from './engine.ts';
import { TemplateFault } from './fault.ts';
import { careful, type Filling, type Letter, type Rendered, type Writer, writerOf, written } from './letter.ts';
import { type Part, readPart } from './part.ts';
import type { PersonData } from './person_data.ts';
import { sampleData } from './sample.ts';

/** What is written in one language: Liquid, in the body over Markdown. */
export interface Variant {
  subject: string;
  body: string;
}

/** What is written in each language, and in which of them to whoever speaks none. */
export interface Variants {
  fallback: Locale;
  of: Partial<Record<Locale, Variant>>;
}

export interface Compiled {
  /** For somebody who speaks that language. `missing`: what they lack, as the template names it; then nothing may be sent to them. */
  render(data: PersonData, locale: Locale): Rendered | { missing: string };
  /** The same in two halves, for many: those whose conditions come out alike share the same `wording`, and it is encoded once. */
  fill(data: PersonData, locale: Locale): Filling | { missing: string };
  /** Whether its words name anything that may be missing for somebody. */
  asks: boolean;
  /** The language in which somebody who speaks this one is written to. */
  localeFor(locale: Locale): Locale;
}

interface Options {
  /** Under which names the owner's own fields are asked for; a template that asks for another one is at fault. Default: any. */
  fields?: readonly string[];
  /** Whether a body that does not ask for `unsubscribe_url` gets a line with it. Default: true. */
  footer?: boolean;
  /** Who writes, below everything; as it is, no template. Default: nobody is named. */
  sender?: string;
  /**
   * It leaves as a text message, or in a chat: who writes and by which word nothing more comes are one line, in place of a link. Default: it is a
   * letter.
   */
  close?: 'text' | 'chat' | undefined;
}

/** What whoever sends knows of everybody. */
const OURS: readonly string[] = ['unsubscribe_url', 'today', 'language'];

/** Reads a template once, and tries it out: what is returned writes one mail after the other. Does no IO. */
export function compile({ fallback, of }: Variants, options: Options = {}): Compiled | TemplateFault {
  const writers = new Map<Locale, Writer>();
  let asks = false;
  for (const locale of locales) {
    const variant = of[locale];
    const letter = variant && readLetter(locale, variant, options);
    if (letter instanceof TemplateFault) return letter;
    if (!letter) continue;
    writers.set(locale, careful(writerOf(letter)));
    asks ||= [letter.subject, letter.body].some(({ names }) => names.some(([, variable]) => !OURS.includes(variable)));
  }
  const last = writers.get(fallback);
  if (!last) return new TemplateFault(fallback, 'body', { kind: 'empty', name: '', line: 1 });
  const fill = (data: PersonData, locale: Locale) => (writers.get(locale) ?? last)(data);
  return {
    asks,
    localeFor: (locale) => (writers.has(locale) ? locale : fallback),
    fill,
    render: (data, locale) => {
      const filling = fill(data, locale);
      return 'missing' in filling ? filling : written(filling);
    },
  };
}

function readLetter(
  locale: Locale,
  variant: Variant,
  { fields, footer = true, sender = '', close }: Options,
): Letter | TemplateFault {
  const subject = readPart(locale, 'subject', variant.subject.replace(/\s+/gu, ' ').trim(), fields);
  if (subject instanceof TemplateFault) return subject;
  const body = readPart(locale, 'body', variant.body.replace(/\r\n?/gu, '\n'), fields);
  if (body instanceof TemplateFault) return body;
  const hasWay = body.names.some(([, variable]) => variable === 'unsubscribe_url');
  const { template } = texts(locale);
  const closing = close && { text: template.shortFooter, chat: template.chatFooter }[close];
  const line = closing?.(sender, !namesOptOut(variant.body));
  const last = close ? [line && asWritten(line)] : [sender && asWritten(sender), footer && !hasWay && template.footer];
  const shown = last.filter(Boolean);
  const below = shown.length > 0 ? readPart(locale, 'body', shown.join('\n\n'), fields) : undefined;
  if (below instanceof TemplateFault) return below;
  return tried({ locale, subject, body, footer: below }) ?? { locale, subject, body, footer: below };
}

/** What is wrong with it for whoever lacks nothing. */
function tried(letter: Letter): TemplateFault | undefined {
  const { locale, subject, body } = letter;
  const one = (part: Part, name: 'subject' | 'body'): TemplateFault | undefined => {
    try {
      writerOf({ locale, subject: part, body: part, footer: undefined })(sampleData(part.fields));
      return undefined;
    } catch (error) {
      return new TemplateFault(locale, name, whereOf(error));
    }
  };
  return one(subject, 'subject') ?? one(body, 'body');
}
