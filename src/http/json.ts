const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** An integer in JSON that may be too large for a float. Shorter ones cannot be: 2^53 has 16 digits. */
const LONG_INTEGER = /^-?[1-9]\d{15,}$/;
/** Where there is nothing like it, as in most texts, nothing has to be looked at one by one. */
const LONG = /\d{16}/;

/**
 * Parses JSON as JSON.parse does, except that an integer that a float would round (ids beyond ±2^53) becomes a string
 * of its digits. Linear in the text. Throws a SyntaxError where JSON.parse does.
 */
export function parseExact(text: string): unknown {
  return JSON.parse(LONG.test(text) ? quoteLongIntegers(text) : text);
}

function quoteLongIntegers(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (!isNumeric(code)) at++;
    else {
      const end = endOfNumber(text, at);
      const token = text.slice(at, end);
      if (LONG_INTEGER.test(token) && !Number.isSafeInteger(Number(token)) && !isKey(text, end)) {
        parts.push(text.slice(copied, at), `"${token}"`);
        copied = end;
      }
      at = end;
    }
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied);
}

/** The index after the closing quote, or the end of the text if the string never closes. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && isNumeric(text.charCodeAt(at))) at++;
  return at;
}

/** A digit or one of `+ - . E e`. They are taken as one piece, valid or not. */
function isNumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2b || code === 0x2e || (code | 0x20) === 0x65;
}

/** A number must not become a key: in quotes it would be one, and we would accept what is not JSON. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\n\r'.includes(text[at] ?? 'x')) at++;
  return text[at] === ':';
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that `raw` holds as JSON, or undefined if it is anything else. `parse` is JSON.parse or `parseExact`. */
export function readObject(raw: Uint8Array, parse: (text: string) => unknown): JsonObject | undefined {
  try {
    const value = parse(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A text or a number as text, '' for any other value: `String` fails for an object that has a field `toString`. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
