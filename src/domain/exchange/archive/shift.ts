import type { Tx } from '../../../db/sql.ts';
import { NOUNS } from '../all/nouns.ts';
import type { Import } from '../imports.ts';

/** So far beyond the last number: whoever comes at this moment does not collide. */
const GAP = 100;

/**
 * What is added to the numbers of the rows that are new here, by their file: 0 where all of them are free, so that in an empty house all
 * rows keep their numbers; else so much that they come after all that are here, in their order. The numbers that follow begin behind them.
 */
export async function shiftsOf(tx: Tx, one: Import): Promise<Record<string, string>> {
  const shifts: Record<string, string> = {};
  for (const { file, table, key, of, numbers = {} } of NOUNS) {
    if (key) continue;
    const files = NOUNS.flatMap((noun) => (noun.table === table ? [noun.file] : []));
    // its rows have the numbers of those that they belong to, or are numbered with others
    const like = of?.id ?? files.find((one) => one in shifts);
    if (like) {
      shifts[file] = shifts[like]!;
      continue;
    }
    const own = Object.entries(numbers).flatMap(([column, of]) => (of === file ? [column] : []));
    const [row] = await tx<{ shift: string; next: string | null }>`
      with given as (
        select max(greatest(source_id::bigint, (
          select max((says ->> column_name)::bigint) from unnest(${own}::text[]) column_name
        ))) as most
        from import_rows where import_id = ${one.id} and noun = any(${files})
      ), last as (
        select coalesce(pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass), 0) as last
      ), shift as (
        select case when exists (
          select from import_rows s join ${tx(table)} t on t.id = s.source_id::bigint
          where s.import_id = ${one.id} and s.noun = any(${files}) and s.state = 'new'
        ) then last + ${GAP} else 0 end as shift, last from last
      )
      select shift::text, case when most + shift > last then setval(pg_get_serial_sequence(${table}, 'id')::regclass, most + shift) end as next
      from shift cross join given`;
    shifts[file] = row!.shift;
  }
  return shifts;
}
