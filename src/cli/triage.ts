import { triage } from '../domain/triage/index.ts';

/**
 * `label<TAB>sublabel<TAB>confidence<TAB>accepted|abstained<TAB>reasons`, ` | ` between the reasons, for a message on one line, in which ` / ` stands for a
 * line break. The words alone judge: no database, no corrections.
 */
export function triageLine(line: string): string {
  const { label, sublabel, confidence, accepted, reasons } = triage({
    text: line.replaceAll(' / ', '\n'),
    signals: {},
  });
  return [label, sublabel, confidence.toFixed(3), accepted ? 'accepted' : 'abstained', shown(reasons)].join('\t');
}

/** A column has no room for what would begin another. */
const shown = (reasons: string[]): string => reasons.join(' | ').replace(/[\t\r\n]+/g, ' ');

/** One judgement a line, as the lines come. */
export async function triageLines(lines: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  for await (const line of lines) write(triageLine(line));
}
