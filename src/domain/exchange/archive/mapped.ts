import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Noun, RowId } from '../all/noun.ts';
import type { Import } from '../imports.ts';

/** The next rows of a file: those after `from`, up to `to`. */
export interface Range {
  noun: Noun;
  from: number;
  to: number;
}

/** The id here of another row of this archive: of the row that it is, or the one that it gets. Null while that is not known. */
export function rowIdOf(sql: Sql, { id, archive }: Import): RowId {
  return (noun, sourceId) => sql`(
    select coalesce(p.row_id, (p.source_id::bigint + ${archive!.shifts?.[noun] ?? null}::bigint)::text) from import_rows p
    where p.import_id = ${id} and p.noun = ${noun} and p.source_id = ${sourceId} and p.state <> 'left'
  )`;
}

/**
 * The rows with the ids here in place of those that they came with (sql): nth, source_id, state, row_id, says; and `lost`: what they are
 * part of is not in the archive. `offset 0`: each row is worked out once, however often it is spoken of.
 */
export function mappedRows(sql: Sql, one: Import, { noun, from, to }: Range): Fragment {
  const rowId = rowIdOf(sql, one);
  const ids = Object.entries({ ...noun.of, ...noun.points }).map(
    ([column, of]) => sql`|| jsonb_build_object(${column}::text, ${rowId(of, sql`b.says ->> ${column}::text`)})`,
  );
  const numbers = Object.entries(noun.numbers ?? {}).map(([column, of]) => {
    const shift = one.archive!.shifts?.[of] ?? '0';
    const number = sql`b.says ->> ${column}::text`;
    return sql`|| jsonb_build_object(${column}::text, coalesce(${rowId(of, number)}, ((${number})::bigint + ${shift}::bigint)::text))`;
  });
  const lost = Object.entries(noun.of ?? {}).map(
    ([column, of]) => sql`or not exists (
      select from import_rows p where p.import_id = ${one.id} and p.noun = ${of}
        and p.source_id = b.says ->> ${column}::text and p.state <> 'left'
    )`,
  );
  const plain = sql`
    select b.nth, b.source_id, b.state, b.row_id, b.says ${joined(sql, [...ids, ...numbers])} as says, false ${joined(sql, lost)} as lost
    from import_rows b where b.import_id = ${one.id} and b.noun = ${noun.file} and b.nth > ${from} and b.nth <= ${to}
    offset 0`;
  const followed = noun.follow
    ? sql`select nth, source_id, state, row_id, b.says || ${noun.follow(sql, sql`b.says`, rowId)} as says, lost from (${plain}) b offset 0`
    : plain;
  return noun.isVoid
    ? sql`select nth, source_id, state, row_id, says, lost or coalesce(${noun.isVoid(sql, sql`says`)}, false) as lost from (${followed}) v`
    : followed;
}

const joined = (sql: Sql, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, next) => sql`${all} ${next}`, sql``);

/** Columns by their names, parted by commas (sql). */
export const columnList = (sql: Sql, names: readonly string[]): Fragment =>
  names.map((name) => sql`${sql(name)}`).reduce((all, next) => sql`${all}, ${next}`);
