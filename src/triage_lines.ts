import { triage } from './domain/triage/index.ts';

/**
 * `label<TAB>sublabel<TAB>confidence<TAB>accepted|abstained` for a message on one line, in which ` / ` stands for a
 * line break. The words alone judge: no database, no corrections.
 */
export function triageLine(line: string): string {
  const { label, sublabel, confidence, accepted } = triage({ text: line.replaceAll(' / ', '\n'), signals: {} });
  return [label, sublabel, confidence.toFixed(3), accepted ? 'accepted' : 'abstained'].join('\t');
}

/** One judgement a line, as the lines come. */
export async function triageLines(lines: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  for await (const line of lines) write(triageLine(line));
}
