/**
 * Measures triage on the labelled messages in the repository by cross-validation: `npm run report:triage`. The last
 * line is the figures as JSON. Nothing is random, so there is no seed.
 */
import { urgency } from '../src/domain/talk/urgent.ts';
import { triage } from '../src/domain/triage/index.ts';
import { train } from '../src/domain/triage/model.ts';
import { labels } from '../src/domain/triage/topics.ts';
import type { Triage, TriageLabel } from '../src/domain/triage/triage.ts';
import {
  anewExamples,
  apartExamples,
  asideExamples,
  freshExamples,
  lateExamples,
  type TriageExample,
  teaching,
  triageExamples,
  type UnseenExample,
  unseenExamples,
} from './triage_examples.ts';

interface Judged<E = TriageExample | UnseenExample> {
  example: E;
  triage: Triage;
}

interface Figures {
  n: number;
  accuracy: number;
  coverage: number;
  acceptedAccuracy: number;
  complaintRecall: number;
  sublabelAccuracy: number;
  /** Of what may not wait, how much is heard; of what may, how much is taken for it. Absent where it is not labelled. */
  urgentHeard?: number;
  calmCalled?: number;
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

/** Whether what may not wait is told from what may. */
function urgencyFigures(judged: readonly Judged<UnseenExample>[]): Pick<Figures, 'urgentHeard' | 'calmCalled'> {
  const rings = ({ example: { text: words }, triage }: Judged<UnseenExample>) =>
    urgency({ triage, words }) !== undefined;
  return {
    urgentHeard: share(
      judged.filter(({ example }) => example.urgent),
      rings,
    ),
    calmCalled: share(
      judged.filter(({ example }) => !example.urgent),
      rings,
    ),
  };
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

const FOLDS = 5;

/** Each message judged by a model that has not learned from it. */
function crossValidated(examples: readonly TriageExample[]): { judged: Judged<TriageExample>[]; seconds: number } {
  const judged: Judged<TriageExample>[] = [];
  const started = performance.now();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(teaching(examples.filter((_, i) => i % FOLDS !== fold)));
    for (let i = fold; i < examples.length; i += FOLDS) {
      const example = examples[i]!;
      judged[i] = { example, triage: triage({ text: example.text, signals: {} }, model) };
    }
  }
  return { judged, seconds: Number(((performance.now() - started) / 1000 / FOLDS).toFixed(1)) };
}

function msPerMessage(examples: readonly TriageExample[]): number {
  const started = performance.now();
  for (const { text } of examples) triage({ text, signals: {} });
  return Number(((performance.now() - started) / examples.length).toFixed(3));
}

/**
 * The rules were written while looking at half of the messages, so only the other half shows what to expect of new
 * ones.
 */
const PARTS: readonly [name: string, holds: (example: TriageExample) => boolean][] = [
  ['all', () => true],
  ['unseen by rules', ({ half }) => half === 'held-out'],
];

/** Messages that nothing was learned from, by the name of their set. */
const SETS: readonly [name: string, examples: readonly UnseenExample[]][] = [
  ['set aside', [...unseenExamples(), ...asideExamples()]],
  ['set apart', apartExamples()],
  ['set anew', anewExamples()],
  ['fresh', freshExamples()],
  ['late', lateExamples()],
];

function main(): void {
  const examples = triageExamples();
  const { judged, seconds } = crossValidated(examples);
  const result: Record<string, Figures> = {};
  for (const [name, holds] of PARTS)
    for (const language of ['zh', 'en'] as const) {
      const part = judged.filter(({ example }) => example.language === language && holds(example));
      console.log(describe(`${language}, ${name}`, part).join('\n'));
      result[`${language} ${name}`] = figures(part);
    }
  for (const [name, set] of SETS)
    for (const language of ['zh', 'en'] as const) {
      const part = set.filter((example) => example.language === language);
      const shipped = part.map((example) => ({ example, triage: triage({ text: example.text, signals: {} }) }));
      const urgent = urgencyFigures(shipped);
      console.log(describe(`${language}, ${name} (shipped model)`, shipped).join('\n'));
      console.log(`    may not wait: heard ${urgent.urgentHeard}, taken for it ${urgent.calmCalled}`);
      result[`${language} ${name}`] = { ...figures(shipped), ...urgent };
    }
  const speed = { msPerMessage: msPerMessage(examples), trainingSeconds: seconds };
  console.log(`${speed.msPerMessage} ms a message, ${seconds} s to train, ${FOLDS}-fold cross-validation`);
  console.log(JSON.stringify({ ...result, ...speed }));
}

main();
