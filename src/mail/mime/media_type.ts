import { readParameters } from './encoded.ts';

/** `text/plain, charset=…` and `"text/plain"; …`, as some programs write them. */
const QUOTED = /^\s*(["'])([^"';]{1,100})\1/;
const COMMA = /^([^;,"]{1,100}),/;
/** As files begin that hold readable characters and are no words all the same. */
const BEGINS_FILE = /^\ufeff?\s*(?:%PDF-|%!PS|\{\\rtf|BEGIN:V|-----BEGIN )/;
/** What may hold a mail's words though no mail program writes them so; of `application` only what says no more. */
const OTHER =
  /^(?:image|audio|video|font|model|multipart|message|application)\/|^text\/(?:calendar|(?:x-)?v-?card|directory|x-vcalendar|rfc822-headers|rtf)$/;
const LOOSE =
  /^application\/(?:\*|octet-stream|(?:x-)?(?:text|plain|html|unknown)|xhtml\+xml|(?:[\w.-]+\+)?(?:json|xml)|x-www-form-urlencoded)$|^message\/partial$/;

/** Reads a Content-Type, tolerantly. `usual` is what holds where it says nothing that can be read. */
export function readContentType(
  field: string,
  usual: string,
): { type: string; parameters: ReadonlyMap<string, string> } {
  const { value, parameters } = readParameters(field.replace(QUOTED, '$2').replace(COMMA, '$1;'));
  return { type: typeOf(value, usual), parameters };
}

function typeOf(value: string, usual: string): string {
  if (/^multipart\/?$/.test(value)) return 'multipart/mixed';
  if (/^html(?:\/(?:text|html|plain))?$/.test(value)) return 'text/html';
  if (value === 'plain/text') return 'text/plain';
  return /^[^\s/]+\/[^\s/]+$/.test(value) ? value : usual;
}

/** Whether what is of this type is HTML. */
export const isHtmlType = (type: string): boolean => /^[^/]+\/(?:x-)?x?html(?:\+xml)?$/.test(type);

/** Whether words may stand in a part of this type, if it holds any: it is misspelt, or says nothing. */
export const mayHoldWords = (type: string): boolean => LOOSE.test(type) || !OTHER.test(type);

/** Whether a text is a file of a kind that readers open, or nothing at all. */
export const beginsFile = (text: string): boolean => BEGINS_FILE.test(text) || !/\S/.test(text);

/** Whether somebody can read it: no file's beginning, and hardly a character that nobody writes. */
export function isReadable(text: string): boolean {
  if (beginsFile(text) || !/\S/.test(text) || text.includes('\0')) return false;
  const odd = text.match(/(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return odd * 20 <= text.length;
}

/** What was sent as a form's bare fields, a line for each; anything else as it is. */
export function fieldsAsLines(text: string): string {
  const written = text.trim();
  if (!/^[^\s=&]{1,200}=[^\s]*$/.test(written)) return text;
  return [...new URLSearchParams(written)].map(([name, value]) => `${name}: ${value}`).join('\n');
}
