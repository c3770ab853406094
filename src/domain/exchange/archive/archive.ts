import type { Sql } from '../../../db/sql.ts';

/** Why an archive is not taken in, as a key of the texts. */
export type WhyRefused = 'damaged' | 'newer' | 'other_business' | 'too_long';

export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
  readonly reason: WhyRefused;
  constructor(reason: WhyRefused, options?: ErrorOptions) {
    super(`the archive is not taken in (${reason})`, options);
    this.reason = reason;
  }
}

/** The rows of one of its files: those after `from`, up to `to`. */
export interface Slice {
  noun: string;
  from: number;
  to: number;
}

/** How many rows of a file are new here, are here, are here and otherwise, and cannot be taken. */
export type Tally = Record<'new' | 'known' | 'differs' | 'left', number>;

/** What is kept of an archive while it is taken in. */
export interface Archive {
  /** The house that it was made of. */
  house: string;
  /** Whether that is this one. */
  ours: boolean;
  /**
   * What is done: its rows are read, compared with those here, and, once the owner has said so, its files are kept and its
   * rows are taken in.
   */
  phase: 'reading' | 'comparing' | 'keeping' | 'taking';
  slices: Slice[];
  /** Nobody can guess what is made of it. */
  seed: string;
  /** What is taken where a row is otherwise here. */
  prefer: 'here' | 'file';
  /** What is added to the ids of its rows that are new here, by its file: 0 where they are free. */
  shifts?: Record<string, string>;
  tally?: Record<string, Tally>;
  /** Answers that were set for later and had not left. */
  unsent?: number;
}

/** So many rows are read, compared or taken in at once. */
export const ARCHIVE_BATCH = 1000;
/** No business of one has more. */
export const MOST_ARCHIVE_ROWS = 20_000_000;

/** The slice in which the row after `position` is. */
export const sliceAt = ({ slices }: Pick<Archive, 'slices'>, position: number): Slice | undefined =>
  slices.find(({ to }) => to > position);

/** Whether there is nobody here whom an archive could be confused with. */
export async function isEmptyHouse(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }>`
    select not exists (select from contacts) and not exists (select from orders) as empty`;
  return row!.empty;
}
