const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;
const segmenter = new Intl.Segmenter();

const signsOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
const columnsOf = (sign: string): number => (WIDE.test(sign) ? 2 : /^\p{M}+$/u.test(sign) ? 0 : 1);

/** Columns on a terminal: a Chinese character or a picture takes two. */
export const widthOf = (text: string): number => signsOf(text).reduce((sum, sign) => sum + columnsOf(sign), 0);

/** Lines of at most so many columns, broken between words where there are any, between signs else. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\s)/)) {
    if (current && widthOf(current + word.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = '';
    }
    for (const sign of signsOf(word)) {
      const full = widthOf(current + sign) > columns;
      if (full) lines.push(current);
      // a blank that has no room stands at the line's end all the same
      if (full) current = sign.trim();
      else current += sign;
    }
  }
  return [...lines, current.trimEnd()];
}
