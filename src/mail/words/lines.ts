import { COLOURED, withoutMarks } from '../fetch/marks.ts';
import { unglued } from './separator.ts';

/** Longer lines are always text; no pattern looks at them. */
export const LINE_LIMIT = 2000;
/** The least length of a line that is a separator with something before or after it. */
const SHORTEST_GLUED = 20;

/** The most characters of what ends a framed line: ` <<<<<<<<<` and the letter before it. */
const FRAME = 11;

/** What a line is to the reader. History goes on to the end; between quoted lines there may be answers. */
export type Role = 'own' | 'signature' | 'introduction' | 'quoted' | 'history';

/**
 * The lines without trailing blanks. No-break spaces, which fill HTML mail and which QQ writes into plain text as
 * `&nbsp;`, become spaces.
 */
export function linesOf(body: string): string[] {
  return markedLinesOf(body.replaceAll(COLOURED, ''));
}

/** The same with the marks of coloured lines. */
export function markedLinesOf(body: string): string[] {
  const lines: string[] = [];
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const bare = tidy(line);
    if (bare.length < SHORTEST_GLUED) lines.push(bare);
    else lines.push(...unglued(bare));
  }
  return lines;
}

function tidy(line: string): string {
  if (line === '' || line.length > LINE_LIMIT) return line;
  const bare = line.replace(/[\u00a0\u2007\u202f]|&nbsp;/g, ' ').replace(/[\u200b\ufeff]/g, '');
  return bare === '-- ' ? bare : bare.trimEnd();
}

/** Joins lines into text to show: no marks, and no more than one empty line in a row. */
export function join(lines: readonly string[]): string {
  return withoutMarks(lines.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** The next line that is not empty, at most a few lines down. */
export function nextLine(lines: readonly string[], from: number): string {
  let at = from;
  while (at < from + 6 && lines[at] === '') at++;
  return lines[at] ?? '';
}

/** The nearest line above that has words in it, at most a few lines up. */
export function lineAbove(lines: readonly string[], index: number): string {
  return lines.slice(Math.max(0, index - 6), index).findLast((line) => /[^>\s]/.test(line)) ?? '';
}

/** Whether it begins with the mark of a quotation. */
export function isQuoted(line: string): boolean {
  // not ">>> please read <<<", nor the line with which GroupWise begins a quotation
  return /^ ?[>＞]/.test(line) && !(line.startsWith('>>') && /[^<>\s]\s?(?:<{2,9}|>{3})$/.test(line.slice(-FRAME)));
}
