import { type MimePart, textOf } from '../mime/mime.ts';

/** Characters. */
const LONGEST = 200_000;

/** A part's text with its lines whole (RFC 5545, 3.1: a line that begins with a blank goes on the one before). */
export function icalOf(part: MimePart): string {
  const text = textOf(part).slice(0, LONGEST);
  return text.replaceAll('\r\n', '\n').replace(/\n[ \t]/g, '');
}

/** From the first event on. */
export function eventOf(part: MimePart): string {
  const text = icalOf(part);
  return text.slice(Math.max(0, text.indexOf('BEGIN:VEVENT')));
}

/** A line of an event: `ATTENDEE;CN=Anna;PARTSTAT=DECLINED:mailto:anna@x`. */
export interface Property {
  value: string;
  /** `;CN=Anna;PARTSTAT=DECLINED`, or ''. */
  parameters: string;
}

const NONE: Property = { value: '', parameters: '' };

/** All lines of a name. */
export function properties(text: string, name: string): Property[] {
  const line = new RegExp(`^${name}((?:;[^\\n:"]*(?:"[^"\\n]*"[^\\n:"]*)*)?):(.*)$`, 'gim');
  return [...text.matchAll(line)].map(([, parameters = '', value = '']) => ({ parameters, value: value.trim() }));
}

export const property = (text: string, name: string): Property => properties(text, name)[0] ?? NONE;

/** What a parameter of a line says; '' without it. */
export function parameter({ parameters }: Property, name: string): string {
  const found = new RegExp(`;${name}=(?:"([^"]*)"|([^;"]*))`, 'i').exec(parameters);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}

export function unescapeText(value: string): string {
  return value.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
}
