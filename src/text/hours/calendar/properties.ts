/** One line of a calendar file (RFC 5545, 3.1): its name, what stands with it, and its value. */
export interface Property {
  name: string;
  params: ReadonlyMap<string, string>;
  value: string;
}

/** Its lines, those that were folded put together again: what goes on begins with a space or a tab. */
export function unfolded(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    if (/^[ \t]/u.test(line) && lines.length > 0) lines.at(-1)!.push(line.slice(1));
    else if (line !== '') lines.push([line]);
  }
  return lines.map((parts) => parts.join(''));
}

/** 'DTSTART;VALUE=DATE:20261224'. A colon or semicolon within quotes is a part of what they hold. Undefined: it is no such line. */
export function propertyIn(line: string): Property | undefined {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at];
    if (letter === '"') isQuoted = !isQuoted;
    if (isQuoted || (letter !== ';' && letter !== ':')) continue;
    parts.push(line.slice(from, at));
    from = at + 1;
    if (letter === ':') return propertyOf(parts, line.slice(from));
  }
  return undefined;
}

function propertyOf([name = '', ...params]: readonly string[], value: string): Property {
  const pairs = params.map((param): [string, string] => {
    const at = param.indexOf('=');
    return [param.slice(0, Math.max(0, at)).toUpperCase(), param.slice(at + 1).replaceAll('"', '')];
  });
  return { name: name.trim().toUpperCase(), params: new Map(pairs), value: value.trim() };
}

/** As words are written in a value: '\,' and '\n'. */
export const wordsOf = (value: string): string =>
  value
    .replace(/\\([\\,;nN])/gu, (_, letter: string) => (/n/iu.test(letter) ? ' ' : letter))
    .replace(/\s+/gu, ' ')
    .trim();
