/** jsonb and text know neither NUL nor half a surrogate pair. */
export function storableText(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The same for all strings in it: one that slipped through would make its whole row fail at each try. What is storable is not copied. */
export function storableEvent<T>(event: T): T {
  if (typeof event === 'string') return storableText(event) as T;
  const isList = Array.isArray(event);
  // dates and bytes are as they are
  if (!isList && !isPlain(event)) return event;
  let made: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(event)) {
    const storable = storableEvent(value);
    if (storable === value) continue;
    made ??= (isList ? [...event] : { ...event }) as Record<string, unknown>;
    made[key] = storable;
  }
  return (made ?? event) as T;
}

const isPlain = (event: unknown): event is Record<string, unknown> =>
  event !== null && typeof event === 'object' && Object.getPrototypeOf(event) === Object.prototype;
