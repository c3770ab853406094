/**
 * Converts PostgreSQL arrays between text and JavaScript. postgres.js 3.4.9 can do this itself, but only after asking
 * each new connection for the server's types, and when a connection dies during that question the process ends with an
 * unhandled rejection. Syntax: PostgreSQL 18 manual, 8.15.6 "Array Input and Output Syntax".
 */
type Parse = (text: string) => unknown;
type Serialize = (value: unknown) => string;

interface ArrayType {
  readonly to: number;
  readonly from: number[];
  parse(text: unknown): unknown;
  serialize(value: unknown): unknown;
}

const asText: Parse = (text) => text;
const asNumber: Parse = (text) => Number(text);
const asBytes: Parse = (text) => Buffer.from(text.slice(2), 'hex');

/**
 * Array types by their object id in pg_type, which is the same on every server. Elements are read as the single type
 * is.
 */
export const arrayTypes: Readonly<Record<string, ArrayType>> = {
  texts: arrayOf([1009, 1003, 1015, 1016, 1182, 1115, 1231, 2951], asText),
  numbers: arrayOf([1007, 1005, 1021, 1022], asNumber),
  booleans: arrayOf([1000], (text) => text === 't'),
  bytes: arrayOf([1001], asBytes),
  times: arrayOf([1185], (text) => new Date(text)),
  documents: arrayOf([3807, 199], (text) => JSON.parse(text), JSON.stringify),
};

function arrayOf(oids: number[], parse: Parse, serialize: Serialize = elementText): ArrayType {
  return {
    to: oids[0]!,
    from: oids,
    parse: (text) => parseArray(String(text), parse),
    serialize: (value) => (Array.isArray(value) ? arrayText(value, serialize) : value),
  };
}

/**
 * The array type to send a list as, if the driver would otherwise take the type of its elements for that of the list;
 * undefined if the server knows it.
 */
export function arrayOid(list: readonly unknown[]): number | undefined {
  const first = list.find((element) => element !== null && element !== undefined);
  if (Array.isArray(first)) return arrayOid(first);
  if (first instanceof Date) return 1185;
  if (first instanceof Uint8Array) return 1001;
  if (typeof first === 'boolean') return 1000;
  return typeof first === 'bigint' ? 1016 : undefined;
}

function arrayText(list: readonly unknown[], serialize: Serialize = elementText): string {
  return `{${list.map((element) => itemText(element, serialize)).join(',')}}`;
}

function itemText(element: unknown, serialize: Serialize): string {
  if (element === null || element === undefined) return 'NULL';
  if (Array.isArray(element)) return arrayText(element, serialize);
  return `"${serialize(element).replace(/["\\]/g, '\\$&')}"`;
}

function elementText(element: unknown): string {
  if (element instanceof Date) return element.toISOString();
  if (element instanceof Uint8Array) return `\\x${Buffer.from(element).toString('hex')}`;
  return String(element);
}

/**
 * One token: a brace, a quoted element (group 1, still escaped) or a bare one (group 2). Commas stand between tokens.
 */
const TOKEN = /[{}]|"((?:[^"\\]|\\.)*)"|([^{},"]+)/gs;

function parseArray(text: string, parse: Parse): unknown[] {
  const root: unknown[] = [];
  const open = [root];
  // bounds other than 1 come first: `[0:1]={a,b}`
  for (const [token, quoted, bare] of text.slice(text.indexOf('{')).matchAll(TOKEN)) {
    const list = open.at(-1)!;
    if (token === '{') open.push(list[list.push([]) - 1] as unknown[]);
    else if (token === '}') open.pop();
    else if (bare !== undefined) list.push(bare === 'NULL' ? null : parse(bare));
    else list.push(parse(quoted!.replace(/\\(.)/gs, '$1')));
  }
  return root[0] as unknown[];
}
