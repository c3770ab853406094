/**
 * Measures triage on the labelled messages in the repository: `npm run report:triage`.
 * Ends with one line of JSON holding the figures. Nothing is random, so there is no seed.
 */
import { triage } from '../src/domain/triage/index.ts';
import { labels } from '../src/domain/triage/topics.ts';
import type { Triage, TriageLabel } from '../src/domain/triage/triage.ts';
import { type TriageExample, triageExamples } from './triage_examples.ts';

interface Judged {
  example: TriageExample;
  triage: Triage;
}

interface Figures {
  n: number;
  accuracy: number;
  coverage: number;
  acceptedAccuracy: number;
  complaintRecall: number;
  sublabelAccuracy: number;
}

const right = ({ example, triage }: Judged) => example.label === triage.label;

function share<T>(of: readonly T[], counts: (item: T) => boolean): number {
  return of.length === 0 ? Number.NaN : Number((of.filter(counts).length / of.length).toFixed(3));
}

function figures(judged: readonly Judged[]): Figures {
  const accepted = judged.filter(({ triage }) => triage.accepted);
  const complaints = judged.filter(({ example }) => example.sublabel === 'complaint');
  return {
    n: judged.length,
    accuracy: share(judged, right),
    coverage: share(judged, ({ triage }) => triage.accepted),
    acceptedAccuracy: share(accepted, right),
    complaintRecall: share(complaints, ({ triage }) => !triage.accepted || triage.label === 'ticket'),
    sublabelAccuracy: share(judged.filter(right), ({ example, triage }) => example.sublabel === triage.sublabel),
  };
}

function confusion(judged: readonly Judged[]): string[] {
  const cell = (is: TriageLabel, taken: TriageLabel) =>
    judged.filter(({ example, triage }) => example.label === is && triage.label === taken).length;
  const rows = labels.map((is) => {
    const counts = labels.map((taken) => String(cell(is, taken)).padStart(8)).join('');
    const precision = share(
      judged.filter(({ triage }) => triage.label === is),
      right,
    );
    const recall = share(
      judged.filter(({ example }) => example.label === is),
      right,
    );
    return `    ${is.padEnd(9)}${counts}   precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`;
  });
  return [
    `    is \\ taken${labels
      .map((l) => l.padStart(8))
      .join('')
      .slice(1)}`,
    ...rows,
  ];
}

function describe(name: string, judged: readonly Judged[]): string[] {
  const f = figures(judged);
  return [
    `${name}: ${f.n} messages`,
    `    accuracy ${f.accuracy} (label forced), accepted ${f.coverage} of all with accuracy ${f.acceptedAccuracy}`,
    `    complaints kept (ticket or unsorted) ${f.complaintRecall}, sublabel right where the label is ${f.sublabelAccuracy}`,
    ...confusion(judged),
  ];
}

function main(): void {
  const examples = triageExamples();
  const judge = (example: TriageExample): Judged => ({ example, triage: triage({ text: example.text, signals: {} }) });
  examples.forEach(judge); // warms up the regular expressions
  const started = performance.now();
  const judged = examples.map(judge);
  const msPerMessage = Number(((performance.now() - started) / examples.length).toFixed(3));

  const result: Record<string, Figures> = {};
  for (const half of ['writing', 'held-out'] as const) {
    for (const language of ['zh', 'en'] as const) {
      const part = judged.filter(({ example }) => example.half === half && example.language === language);
      const name = `${language}, ${half === 'writing' ? 'half the rules were written on' : 'held-out half'}`;
      console.log(describe(name, part).join('\n'));
      result[`${language} ${half}`] = figures(part);
    }
  }
  console.log(`${msPerMessage} ms a message`);
  console.log(JSON.stringify({ ...result, msPerMessage }));
}

main();
