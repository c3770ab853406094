import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { PHONE } from '../../people/sign.ts';
import { keyOf, type Noun } from '../all/noun.ts';
import { NOUNS } from '../all/nouns.ts';
import { columnsOf } from '../all/rows.ts';
import type { Import } from '../imports.ts';
import { mappedRows, type Range, rowIdOf } from './mapped.ts';

/**
 * Notes for these rows which rows here they are, if any: those that were taken in from them, those with their number that were made in the
 * same microsecond, those with what is there once, and people by what proves that they are theirs. Whatever is not in the archive
 * and should be makes a row that cannot be taken.
 */
export async function matchRows(tx: Tx, one: Import, range: Range): Promise<void> {
  const { noun } = range;
  const table = tx(noun.table);
  const key = tx(keyOf(noun));
  const ways = await waysOf(tx, one, noun);
  const [first, ...rest] = ways;
  const all = rest.reduce((sum, way) => tx`${sum} union all ${way}`, first!);
  await tx`
    update import_rows s set row_id = f.id,
      state = case when m.lost then 'left' when f.id is null then 'new' when f.differs then 'differs' else 'known' end
    from (${mappedRows(tx, one, range)}) m
    cross join lateral jsonb_populate_record(null::${table}, m.says) r
    left join lateral (
      select t.${key}::text as id, ${differs(tx, noun)} as differs
      from (${all}) w join ${table} t on t.${key} = w.id order by w.way, w.id limit 1
    ) f on not m.lost
    where s.import_id = ${one.id} and s.nth = m.nth`;
}

/** Each gives the ids of rows here, and how sure it is: the lowest way first (sql). */
async function waysOf(sql: Sql, one: Import, noun: Noun): Promise<Fragment[]> {
  const table = sql(noun.table);
  const { natural = [], same } = noun;
  const key = sql(keyOf(noun));
  const ways: Fragment[] = [];
  if (!noun.key) {
    ways.push(sql`
      select i.row_id::bigint as id, 1 as way from imported_rows i
      where i.house = ${one.archive!.house} and i.noun = ${noun.file} and i.source_id = m.source_id`);
    if ((await columnsOf(sql, noun)).some(({ name }) => name === 'created_at'))
      ways.push(sql`
        select t.id, 2 as way from (select * from ${table} where id = m.source_id::bigint offset 0) t
        where t.created_at = r.created_at`);
  }
  if (natural.length > 0) {
    const equal = natural.map((column) => sql`and t.${sql(column)} = r.${sql(column)}`);
    ways.push(
      sql`select t.${key} as id, 3 as way from ${table} t where true ${equal.reduce((a, b) => sql`${a} ${b}`)}`,
    );
  }
  if (same) ways.push(sql`select id, way from (${same(sql)}) s`);
  if (noun.table === 'contacts') ways.push(...proofs(sql, one));
  return ways;
}

/**
 * People by their addresses, each found by the one before: while the planner takes a table for empty, it would try all of it for each.
 * A phone is somebody else's where the names differ: phones are shared. Whoever was merged since is who they
 * were merged with.
 */
function proofs(sql: Sql, one: Import): Fragment[] {
  const identities = NOUNS.find(({ file }) => file === 'identities')!;
  const says = sql`(e.says || ${identities.follow!(sql, sql`e.says`, rowIdOf(sql, one))})`;
  return [
    sql`
      select i.contact_id as id, 3 as way from (
        select ${says} as says from import_rows e
        where e.import_id = ${one.id} and e.noun = 'identities' and e.says ->> 'contact_id' = m.source_id offset 0
      ) e
      cross join lateral (
        select * from contact_identities where channel = e.says ->> 'channel' and address = e.says ->> 'address' offset 0
      ) i
      cross join lateral (select name from contacts where id = i.contact_id offset 0) c
      where i.channel <> ${PHONE} or c.name = '' or r.name = '' or fold_text(c.name) = fold_text(r.name)`,
    sql`
      select x.contact_id as id, 4 as way from contact_moves x
      where ${one.archive!.ours} and x.kind = 'merged' and x.other_id = m.source_id::bigint`,
  ];
}

/** Whether the row here, `t`, is otherwise in the archive, `r`. */
function differs(sql: Sql, { decides = [], stays = [] }: Noun): Fragment {
  const each = [...decides, ...stays].map((column) => sql`or t.${sql(column)} is distinct from r.${sql(column)}`);
  return each.reduce((all, next) => sql`${all} ${next}`, sql`false`);
}
