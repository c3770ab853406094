/** The lines of a template as one alternation; blanks at the ends of a line do not count. */
function alternatives(lines: TemplateStringsArray): string {
  const parts = (lines.raw[0] ?? '').split('\n').map((line) => line.trim());
  return parts.filter((line) => line !== '').join('|');
}

/** A Chinese pattern, written as lines of alternatives. */
export function zh(lines: TemplateStringsArray): RegExp {
  return new RegExp(alternatives(lines), 'u');
}

/** An English pattern, written as lines of alternatives: each begins at a word boundary. */
export function en(lines: TemplateStringsArray): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${alternatives(lines)})`, 'u');
}
