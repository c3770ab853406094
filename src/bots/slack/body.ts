export type Json = Readonly<Record<string, unknown>>;

/**
 * What Slack sent: events are JSON, slash commands a form, presses a form with JSON in its field `payload`; over Socket
 * Mode everything is JSON. Undefined if it is none of these.
 */
export function readBody(raw: Uint8Array): Json | undefined {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8');
  if (text.startsWith('{')) return readJson(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  if (payload !== null) return readJson(payload);
  return form.size > 0 ? Object.fromEntries(form) : undefined;
}

function readJson(text: string): Json | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** '' if it is no string. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
