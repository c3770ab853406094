/** The lines of a template as one alternation; blanks at the ends of a line do not count. */
function alternatives(lines: TemplateStringsArray): string {
  const parts = (lines.raw[0] ?? '').split('\n').map((line) => line.trim());
  return parts.filter((line) => line !== '').join('|');
}

/** What a pattern holds: escapes, classes and the beginnings of groups, which stay; and Latin words. */
const PIECE = /\\(?:[pu]\{[^}]*\}|.)|\[[^\]]*\]|\(\?<?[=!:]|(?<latin>[a-z]{2,})(?<more>[?*+{])?/g;

/** Latin words in a Chinese pattern are whole words: "app" is not in "happy", nor "ok" in "broken". */
function wholeWords(pattern: string): string {
  return pattern.replace(PIECE, (piece, latin?: string, more?: string) => {
    if (latin === undefined) return piece;
    return more === undefined ? `(?<![a-z])${latin}(?![a-z])` : `(?<![a-z])${piece}`;
  });
}

/** A Chinese pattern, written as lines of alternatives; no blanks part its words, but whatever Latin ones it has are whole. */
export function zh(lines: TemplateStringsArray): RegExp {
  return new RegExp(wholeWords(alternatives(lines)), 'u');
}

/** An English pattern, written as lines of alternatives: each begins at a word boundary. */
export function en(lines: TemplateStringsArray): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${alternatives(lines)})`, 'u');
}

/** The same pattern for all its places in a text. */
export const global = (pattern: RegExp): RegExp => new RegExp(pattern.source, `${pattern.flags}g`);
