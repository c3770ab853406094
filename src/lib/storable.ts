/** jsonb and text know neither NUL nor half a surrogate pair. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The same for all strings in it: one that slipped through would make its whole row fail at each try. */
export function storableEvent<T>(event: T): T {
  if (typeof event === 'string') return storableText(event) as T;
  if (Array.isArray(event)) return event.map(storableEvent) as T;
  // dates and bytes are as they are
  if (event === null || typeof event !== 'object' || Object.getPrototypeOf(event) !== Object.prototype) return event;
  return Object.fromEntries(Object.entries(event).map(([key, value]) => [key, storableEvent(value)])) as T;
}
