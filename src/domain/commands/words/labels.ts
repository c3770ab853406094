import { everyLanguage, type Texts } from '../../../text/texts.ts';
import type { TriageLabel } from '../../triage/triage.ts';

type Label = keyof Texts['button'];

/** What our buttons say as a line about the card's customer. */
const LINES: Partial<Record<Label, string>> = {
  ...{ block: '/block', unblock: '/unblock', delete: '/delete', contact: '/contact', timeline: '/timeline' },
  ...{ resolve: '/resolve', won: '/won', lost: '/lost', reopen: '/reopen', quote: '/quote', done: '/done' },
  ...{ reply: '/reply', answer: '/reply', note: '/note', task: '/task', undo: '/undo', cancel: '/cancel' },
  ...{ snooze: '/snooze tomorrow 9am', snoozeHour: '/snooze 1h', answered: '/answered', letBe: '/answered' },
  ...{ addContact: '/add', export: '/export', find: '/find', canned: '/c', merge: '/merge', samePerson: '/merge' },
};
/** Labels of our buttons that people also use to answer a customer's question. */
const SAID_TOO: readonly Label[] = ['no', 'tomorrow', 'inAnHour', 'gone', 'doneAlready'];

/** Without the marks that lead on. */
const bare = (label: string): string =>
  label
    .replace(/[\s‹›▸?？]+$|^[\s‹›]+/gu, '')
    .trim()
    .toLowerCase();

const labels = new Map<string, string | undefined>(
  everyLanguage.flatMap(({ button }) =>
    (Object.keys(button) as Label[]).flatMap((key) => {
      const label = button[key];
      return typeof label !== 'string' || SAID_TOO.includes(key) ? [] : [[bare(label), LINES[key]] as const];
    }),
  ),
);
const filings = new Map<string, TriageLabel>(
  everyLanguage.flatMap(({ triage: { label, refile } }) =>
    (Object.keys(label) as TriageLabel[]).map((one) => [bare(refile(label[one])), one] as const),
  ),
);

/** Words that stand on a button of ours, and nothing else: the line that it says, or what the card's message is filed as. */
export function labelMeant(text: string): { line: string | undefined } | { file: TriageLabel } | undefined {
  const said = bare(text.trim());
  const file = filings.get(said);
  if (file) return { file };
  return labels.has(said) ? { line: labels.get(said) } : undefined;
}
