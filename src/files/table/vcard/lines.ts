/** A property of a card, its value still encoded. */
export interface Property {
  /** 'item1' of item1.TEL: what stands together. */
  group: string;
  /** In capitals: TEL. */
  name: string;
  params: ReadonlyMap<string, readonly string[]>;
  value: string;
}

/** A parameter without a name, as version 2.1 writes them, says how the value is written or what kind it is. */
const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT']);
/** Pictures and sounds are long and nothing for us. */
const LEFT_OUT = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/** The lines of a card file, those put together that were broken: RFC 6350 3.2, and soft breaks of quoted-printable. */
export function unfold(text: string): string[] {
  const lines: string[][] = [];
  let soft = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    if (soft && last) last.push(line);
    else if (/^[ \t]/.test(line) && last) last.push(line.slice(1));
    else lines.push([line]);
    soft = endsSoftly(lines.at(-1)!);
  }
  return lines.map((parts) => parts.join(''));
}

/** Takes the break off the last part of a quoted-printable value, if it ends with one. */
function endsSoftly(parts: string[]): boolean {
  const last = parts.at(-1)!;
  if (!last.endsWith('=') || !/^[^:]{0,200}QUOTED-PRINTABLE/i.test(parts[0]!)) return false;
  parts[parts.length - 1] = last.slice(0, -1);
  return true;
}

/** A line as a property; undefined for one that is none, or that holds a picture. */
export function propertyIn(line: string): Property | undefined {
  const colon = colonOf(line);
  if (colon < 1) return undefined;
  const [named = '', ...rest] = partsOf(line.slice(0, colon), ';');
  const dot = named.lastIndexOf('.');
  const name = named
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (name === '' || LEFT_OUT.has(name)) return undefined;
  return { group: named.slice(0, Math.max(dot, 0)), name, params: paramsOf(rest), value: line.slice(colon + 1) };
}

function paramsOf(parts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const params = new Map<string, string[]>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const bare = part.trim().toUpperCase();
    const name = equals < 0 ? (ENCODINGS.has(bare) ? 'ENCODING' : 'TYPE') : part.slice(0, equals).trim().toUpperCase();
    const values = partsOf(part.slice(equals + 1), ',').map((value) => value.replace(/^"|"$/g, '').trim());
    const known = params.get(name);
    // copied for each, thousands of them would take quadratic time
    if (known) for (const value of values) known.push(value);
    else params.set(name, values);
  }
  return params;
}

/** The first colon outside of quotes; the first at all where they do not close. */
function colonOf(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return line.indexOf(':');
}

function partsOf(text: string, mark: string): string[] {
  const parts: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === mark && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
