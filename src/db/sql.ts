import type postgres from 'postgres';

/** A row as postgres.js returns it: bigint and numeric are strings, json is parsed, timestamptz is a Date, date is 'YYYY-MM-DD'. */
export type Row = Record<string, unknown>;

/**
 * Runs SQL written as a tagged template; values become parameters, fragments nest. Nothing is sent until it is awaited.
 * A plain `Sql` may only read: its connections are read-only by default, and a write fails with SQLSTATE 25006.
 */
export interface Sql {
  <T extends object = Row>(template: TemplateStringsArray, ...values: readonly unknown[]): postgres.PendingQuery<T[]>;
  /** Identifiers (`sql('name')`, `sql(['a', 'b'])`) and row lists for insert. */
  (first: string | readonly string[] | readonly object[] | object, ...columns: string[]): postgres.Helper<never>;
  /** A value for a json or jsonb column. */
  json(value: unknown): postgres.Parameter;
  unsafe<T extends object = Row>(query: string, values?: readonly unknown[]): postgres.PendingQuery<T[]>;
}

/** A part of a statement, to be put into another one: a tagged template is that until it is awaited. */
export type Fragment = postgres.PendingQuery<Row[]>;

declare const writes: unique symbol;

/** A handle inside `transaction()`: the only thing that may write. Functions that write ask for this type. */
export interface Tx extends Sql {
  readonly [writes]: true;
}
