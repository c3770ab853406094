import type { Texts } from '../../../text/texts.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import { NOUNS } from '../all/nouns.ts';
import type { Import } from '../imports.ts';
import type { Archive, Tally } from './archive.ts';

/** What an archive shows once it is read, and once it is taken in. */
export type ArchiveImport = Import & { archive: Archive };

export const isArchive = (one: Import): one is ArchiveImport => one.archive !== null;

/** What is shown by itself; all the rest is one line. */
const ALONE = ['contacts', 'messages', 'orders', 'leads', 'tickets', 'tasks'] as const;

export function askedReply(t: Texts, one: ArchiveImport, file: string): Reply {
  const { title, go, goTheirs, nothingNew, quiet, laterAnswers, clashes, withdrawals } = t.archive;
  const all = sumOf(Object.values(one.archive.tally ?? {}));
  const { clashes: clashing = [], withdrawn = 0 } = one.archive;
  const missing = all.new + withdrawn;
  const decided = sumOf(NOUNS.flatMap(({ file, decides }) => (decides && one.archive.tally?.[file]) || []));
  const later = one.archive.unsent ?? 0;
  const button = (label: string, step: string, style?: Button['style']): Button => ({
    ...{ label, command: `/import ${one.id} ${step}`, turns: true },
    ...(style && { style }),
  });
  return {
    title: title(file),
    fields: fieldsOf(t, one.archive),
    text: [
      missing === 0 ? nothingNew : quiet,
      ...(withdrawn > 0 ? [withdrawals(withdrawn)] : []),
      ...(clashing.length > 0 ? [clashes(clashing)] : []),
      ...(later > 0 ? [laterAnswers(later)] : []),
    ].join('\n'),
    buttons: [
      ...(missing > 0 ? [[button(go(missing), 'go', 'primary')]] : []),
      ...(decided.differs > 0 ? [[button(goTheirs(decided.differs), 'theirs')]] : []),
      ...(missing + decided.differs > 0 ? [[button(t.import.cancel, 'cancel')]] : []),
    ],
    ...(missing + decided.differs > 0 && { hint: t.import.nothingYet }),
  };
}

export function doneReply(t: Texts, one: ArchiveImport, file: string, buttons: Button[][]): Reply {
  const { after, forms, faqs } = t.archive;
  const came = (noun: string): boolean => (one.archive.tally?.[noun]?.new ?? 0) > 0;
  const text = [after, ...(came('web_forms') ? [forms] : []), ...(came('faqs') ? [faqs] : [])].join('\n');
  return { title: t.import.done(file), fields: fieldsOf(t, one.archive), text, buttons };
}

function fieldsOf(t: Texts, { tally = {} }: Archive): Field[] {
  const others = Object.entries(tally).filter(([file]) => !(ALONE as readonly string[]).includes(file));
  const shown: [string, Tally | undefined][] = [
    ...ALONE.map((file): [string, Tally | undefined] => [t.archive.nouns[file], tally[file]]),
    [t.archive.nouns.others, others.length > 0 ? sumOf(others.map(([, one]) => one)) : undefined],
  ];
  return shown.flatMap(([label, one]) => (one ? { label, value: countsIn(t, one) } : []));
}

function countsIn(t: Texts, tally: Tally): string {
  const { counts } = t.archive;
  const parts = (Object.keys(counts) as (keyof Tally)[]).filter((key) => tally[key] > 0);
  return parts.map((key) => counts[key](tally[key])).join(t.archive.comma);
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum: Tally = { new: 0, known: 0, differs: 0, left: 0 };
  for (const one of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += one[key];
  return sum;
}
