import type { Table } from '../../files/table/table.ts';
import type { TypedAt } from '../people/fields/value.ts';
import type { Column } from './column.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './read_row.ts';
import { BATCH } from './take.ts';

/** Rows that are read while the database is busy with those before them. */
export interface Ahead {
  position: number;
  drafts: Promise<Draft[]>;
}

/** Reads the batch of rows that begins at this position (0 is the first). */
export function readAhead(
  rows: Table['rows'],
  position: number,
  columns: readonly Column[],
  how: { at: TypedAt; toWrite?: boolean },
): Ahead {
  const drafts = draftsOf(rows.slice(position, position + BATCH), columns, how);
  // whoever asks for them hears of what went wrong
  drafts.catch(() => undefined);
  return { position, drafts };
}
