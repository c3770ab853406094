import type { Locale } from '../../text/locale.ts';
import { type Placeholder, placeholdersIn } from '../../text/person/placeholder.ts';
import { texts } from '../../text/texts.ts';

/** A place that another system would fill in, and how it is written here; undefined: nothing of ours is called so. */
export interface Foreign {
  typed: string;
  /** From 1. */
  line: number;
  to: string | undefined;
}

const plain = (words: string): string => words.toLowerCase().replace(/[\s_.-]+/gu, '');

/** How that is written here: {{ first_name }}, {{ fields.shoe_size }}. `fields`: the names under which fields are asked for. */
function oursFor(
  { is, words }: Placeholder,
  locale: Locale,
  fields: readonly string[] | undefined,
): string | undefined {
  const { variable } = texts(locale).typed.template;
  if (is) return `{{ ${variable[is][0]} }}`;
  const named = fields?.filter((one) => plain(one) === plain(words)).at(-1);
  if (named === undefined) return undefined;
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(named);
  return `{{ ${variable.fields[0]}${isPlain ? `.${named}` : `["${named}"]`} }}`;
}

/** The first such place of a text. */
export function foreignIn(source: string, locale: Locale, fields: readonly string[] | undefined): Foreign | undefined {
  const [first] = placeholdersIn(source, fields);
  if (!first) return undefined;
  const line = source.slice(0, first.at).split('\n').length;
  return { typed: first.typed, line, to: oursFor(first, locale, fields) };
}

/** The text with each such place in our way, as far as there is one. */
export const inOurWay = (source: string, locale: Locale, fields: readonly string[] | undefined): string =>
  replaced(source, fields, (one) => oursFor(one, locale, fields) ?? one.typed);

/** The text with that one said as it stands: the engine writes it down and reads nothing in it. */
export const asItStands = (source: string, typed: string, fields: readonly string[] | undefined): string =>
  replaced(source, fields, (one) =>
    one.typed === typed ? `{{ ${typed.includes('"') ? `'${typed}'` : `"${typed}"`} }}` : one.typed,
  );

function replaced(source: string, fields: readonly string[] | undefined, by: (one: Placeholder) => string): string {
  let text = '';
  let end = 0;
  for (const one of placeholdersIn(source, fields)) {
    text += source.slice(end, one.at) + by(one);
    end = one.at + one.typed.length;
  }
  return text + source.slice(end);
}
