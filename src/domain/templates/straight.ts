/** What a source says where it decides nothing, as most do: its words, and the variable behind each of them but the last. */
export interface Straight {
  words: string[];
  asks: { name: string; of: string | undefined }[];
  /** The whole with its slots, by what these are: there are as many as the address to unsubscribe has places. */
  known: Map<string, string>;
}

const OUTPUT = /\{\{\s*([\p{L}_][\p{L}\p{N}_]*)(?:\.([\p{L}_][\p{L}\p{N}_]*))?\s*\}\}/gu;

/** Of a source that the engine can read. Undefined: it has more than variables as they are. `names`: those that it asks for. */
export function straightOf(source: string, names: readonly string[]): Straight | undefined {
  const words: string[] = [];
  const asks: Straight['asks'] = [];
  let end = 0;
  for (const match of source.matchAll(OUTPUT)) {
    const [whole, name = '', of] = match;
    words.push(source.slice(end, match.index));
    asks.push({ name, of });
    end = match.index + whole.length;
  }
  words.push(source.slice(end));
  const isStraight = asks.every(({ name }) => names.includes(name)) && !words.some((one) => /\{[{%]|\{$/u.test(one));
  return isStraight ? { words, asks, known: new Map() } : undefined;
}

/**
 * The values that it asks for, in turn; undefined: one of them is not there, or is no text and no number, and the engine says what that
 * means.
 */
export function valuesOf({ asks }: Straight, scope: Readonly<Record<string, unknown>>): string[] | undefined {
  const values: string[] = [];
  for (const { name, of } of asks) {
    const value = of === undefined ? own(scope, name) : ownOf(own(scope, name), of);
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    values.push(String(value));
  }
  return values;
}

const own = (one: object, name: string): unknown =>
  Object.hasOwn(one, name) ? (one as Record<string, unknown>)[name] : undefined;

/** Of a list the engine knows properties of its own. */
const ownOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? own(value, name) : undefined;
