import type { Table } from '../../files/table/table.ts';
import { csv } from '../../text/csv.ts';
import type { Texts } from '../../text/texts.ts';
import type { TypedAt } from '../people/fields/value.ts';
import type { Column } from './column.ts';
import { type Draft, isNobody } from './draft.ts';
import { draftOf } from './read_row.ts';

export interface BadRows {
  count: number;
  bytes: Buffer;
}

/** More of them are not looked through by anybody. */
const MOST = 20_000;

/** The lines with something that could not be used, each with why, to be put right and sent again; undefined: there are none. */
export function badRowsOf(
  t: Texts,
  { rows, faults }: Pick<Table, 'rows' | 'faults'>,
  columns: readonly Column[],
  { at, ownEmails }: { at: TypedAt; ownEmails: readonly string[] },
): BadRows | undefined {
  const bad: string[][] = faults.map(({ line, reason }) => [String(line), t.import.reasons[reason]]);
  for (const row of rows) {
    const reasons = reasonsOf(t, draftOf(row, columns, at), ownEmails);
    if (reasons.length > 0 && bad.length < MOST) bad.push([String(row.line), reasons.join('; '), ...row.cells]);
  }
  if (bad.length === 0) return undefined;
  const heading = [t.import.line, t.import.reason, ...columns.map(({ heading }) => heading)];
  return { count: bad.length, bytes: csv([heading, ...bad]) };
}

function reasonsOf(t: Texts, draft: Draft, ownEmails: readonly string[]): string[] {
  const { reasons } = t.import;
  const own = draft.identities.some(({ address }) => ownEmails.includes(address));
  return [
    ...(own ? [reasons.own] : isNobody(draft) ? [reasons.nobody] : []),
    ...draft.problems.map(({ kind, value }) => reasons[kind](value)),
  ];
}
