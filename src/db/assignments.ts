import type { Fragment, Sql } from './sql.ts';

/** `a = 1, b = 2` (sql) of the columns that are given: what is undefined stays as it is in the row. Undefined where none is given. */
export function assignments(sql: Sql, columns: Readonly<Record<string, Fragment | undefined>>): Fragment | undefined {
  return Object.entries(columns).reduce<Fragment | undefined>((all, [column, value]) => {
    if (value === undefined) return all;
    const one = sql`${sql(column)} = ${value}`;
    return all ? sql`${all}, ${one}` : one;
  }, undefined);
}

/** A value as it is written; undefined stays undefined. */
export const given = <T>(value: T | undefined, write: (value: T) => Fragment): Fragment | undefined =>
  value === undefined ? undefined : write(value);
