import type { Place } from '../../../outbox/message.ts';

/** How many lines of a message are looked at; no message has more commands. */
const MOST_LINES = 50;

/** The lines of a message that may each be a command, without those that are empty; behind a semicolon only a slash begins one. */
export const linesOf = (text: string): string[] => cut(text, /\n+|[;；]\s*(?=[/／])/u);

/** As `linesOf`, where only a slash begins one: other lines stay with the one before them. */
export const slashedLinesOf = (text: string): string[] => cut(text, /\n[^\S\n]{0,10}(?=[/／])|[;；]\s*(?=[/／])/u);

/** As `linesOf`, where nothing has a slash: behind any semicolon another sentence may begin. Undefined: one line, or too many. */
export function sentencesOf(text: string): string[] | undefined {
  const lines = cut(text, /\n+|[;；]/u);
  return lines.length > 1 && lines.length <= MOST_LINES ? lines : undefined;
}

/** The lines behind the first that are looked at for a password. */
export const furtherLines = (text: string): string[] => linesOf(text).slice(1, MOST_LINES);

const cut = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((line) => line.trim())
    .filter(Boolean);

/** Of what the nth line (from 0) said in a message of its own; `of`: the message that the lines were typed in. */
export const toldAloneKey = (
  { channel, address }: Pick<Place, 'channel' | 'address'>,
  of: string,
  nth: number,
): string => `line:${channel}:${address}:${of}:${nth}`;
