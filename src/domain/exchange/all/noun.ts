import type { Fragment, Sql } from '../../../db/sql.ts';

/** The id here of a row of the archive, as text (sql); null where it has none. */
export type RowId = (noun: string, sourceId: Fragment) => Fragment;

/** What is decided when a row is written, and passed in. */
export interface Moment {
  now: Date;
  /** Nobody can guess what is made of it. */
  seed: string;
}

/** What is exported and taken in again: the rows of a table, under its name in the zip. */
export interface Noun {
  file: string;
  table: string;
  /** By which column its rows are told apart. Default: id. */
  key?: 'key';
  /** Columns that are not in the file, and why. */
  without?: Readonly<Record<string, string>>;
  /** Of `without` those that a row must have: `settle` makes them. */
  anew?: readonly string[];
  /** Columns that archives of earlier versions have and the table has no more: words, which `AFTER` puts where they are now. */
  former?: readonly string[];
  /** Some of its rows are in every house, with ids below 0. */
  fixed?: boolean;
  /** Columns with ids of other rows, by their file: without that row this one is nothing. */
  of?: Readonly<Record<string, string>>;
  /** The same, but the row stands without it. */
  points?: Readonly<Record<string, string>>;
  /** Columns that name a row of that file by its key; `follow` gives the key here. */
  keyed?: Readonly<Record<string, string>>;
  /** Columns with numbers that are compared with the ids of that file, whether or not there is such a row. */
  numbers?: Readonly<Record<string, string>>;
  /** Of `points` those to rows of the same file, which may come later in it. */
  late?: readonly string[];
  /** There is one row with these values: it is the same, whatever its id. */
  natural?: readonly string[];
  /** What the owner may want from the file where it is otherwise here. */
  decides?: readonly string[];
  /** Where these differ, that is counted, and what is here stays. */
  stays?: readonly string[];
  /** Its JSON columns, and what each must hold; null is always allowed. */
  json?: Readonly<Record<string, 'array' | 'object' | 'any'>>;
  /** Columns that hold one of these words; that the database does not know them does not mean that anything may stand there. */
  oneOf?: Readonly<Record<string, readonly string[]>>;
  /** Which rows are exported and taken in (sql). Default: all. */
  only?: (sql: Sql) => Fragment;
  /** What else names rows: `says` is the row with its columns already turned into ids here. */
  follow?: (sql: Sql, says: Fragment, rowId: RowId) => Fragment;
  /** Whether a row says nothing any more, once its ids are those here (sql). */
  isVoid?: (sql: Sql, says: Fragment) => Fragment;
  /** What is not as in the file, so that nobody is alerted and nobody gets a right by a file (sql). */
  settle?: (sql: Sql, says: Fragment, moment: Moment) => Fragment;
  /** Rows here that are the same (sql, with `id`), besides those of `natural`; `r` is the row of the archive. */
  same?: (sql: Sql) => Fragment;
}

/** Why a column is in no file. */
export const SECRET = 'is a secret';
/** Of `without`: nobody needs to say it. */
export const DERIVED = 'is made of the others';

export const keyOf = ({ key }: Noun): string => key ?? 'id';
