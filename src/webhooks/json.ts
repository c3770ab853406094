/** A string (skipped whole) or an integer of 16 digits or more, which may lie above 2^53. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/gs;

/** JSON as JSON.parse reads it, but integers of 16 digits or more are strings and lose nothing. Throws a SyntaxError. */
export function parseExact(text: string): unknown {
  return JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that `raw` is in JSON; undefined when it is anything else. `parse` is JSON.parse, or `parseExact`. */
export function readObject(raw: Uint8Array, parse: (text: string) => unknown): JsonObject | undefined {
  try {
    const value = parse(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
