import { triage } from '../domain/triage/index.ts';

/**
 * Judges one message and returns `label<TAB>sublabel<TAB>confidence<TAB>accepted|abstained<TAB>reasons`, with ` | `
 * between the reasons. The message is one line in which ` / ` stands for a line break. The words alone decide: no
 * database, no corrections.
 */
export function triageLine(line: string): string {
  const { label, sublabel, confidence, accepted, reasons } = triage({
    text: line.replaceAll(' / ', '\n'),
    signals: {},
  });
  return [label, sublabel, confidence.toFixed(3), accepted ? 'accepted' : 'abstained', shown(reasons)].join('\t');
}

/** Removes the characters that would begin another column. */
const shown = (reasons: string[]): string => reasons.join(' | ').replace(/[\t\r\n]+/g, ' ');

/** Writes one judgement for each line as it arrives. */
export async function triageLines(lines: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  for await (const line of lines) write(triageLine(line));
}
