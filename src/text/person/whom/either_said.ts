/** Two names with a stroke between them, and nothing that is a path, a date or a fraction. */
const EITHER = /(?<![\p{L}\p{N}/.:])([\p{L}\p{M}'’-]{2,20})\/([\p{L}\p{M}'’-]{2,20})(?![\p{L}\p{N}/.])/u;

/** order maja/priya 1200: one of two is meant, and who types it knows which: their names, and the text with each of them alone. */
export function eitherSaid(text: string): { name: string; text: string }[] {
  const [both, one, other] = EITHER.exec(text) ?? [];
  if (!both || !one || !other) return [];
  return [one, other].map((name) => ({ name, text: text.replace(both, name) }));
}
