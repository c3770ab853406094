import type { Fragment, Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { refreshSearchKeys } from '../../people/contact.ts';
import type { Noun } from '../all/noun.ts';
import { NOUNS } from '../all/nouns.ts';
import { columnsOf } from '../all/rows.ts';
import type { Import } from '../imports.ts';
import { AFTER } from './after.ts';
import { columnList, mappedRows, type Range, rowIdOf } from './mapped.ts';
import { matchRows } from './match.ts';

/** Whose search keys are made of these rows as well. */
const OF_CONTACTS: Readonly<Record<string, string>> = {
  contacts: 'id',
  contact_identities: 'contact_id',
  contact_signs: 'contact_id',
};

/** Takes in these rows: what is missing is added; where a row is otherwise here, what the owner has chosen stands. */
export async function writeRows(ctx: Context, one: Import, range: Range): Promise<void> {
  const { tx } = ctx;
  const isNoted = range.noun.table === 'leads' && bringsStages(one);
  if (isNoted) await tx`select set_config('crm.stages_noted', 'on', true)`;
  await matchRows(tx, one, range);
  const added = await addMissing(ctx, one, range);
  // what could not be added is there by now, or twice in the file
  await matchAgain(tx, one, range);
  if (range.noun.table === 'contact_identities') await noteShared(ctx, one, range);
  const changed = one.archive!.prefer === 'file' ? await takeTheirs(tx, one, range) : [];
  await refresh(tx, range.noun, [...added, ...changed]);
  await AFTER[range.noun.table]?.(ctx, one, range, { added, changed });
  if (isNoted) await tx`select set_config('crm.stages_noted', 'off', true)`;
}

/** Whether the stages that leads went through come with them; an archive from before they were noted has none. */
const bringsStages = ({ archive }: Import): boolean => archive!.slices.some(({ noun }) => noun === 'stage_changes');

/** Gives the ids of those that it added. */
async function addMissing({ tx, now }: Context, one: Import, range: Range): Promise<string[]> {
  const { noun } = range;
  const table = tx(noun.table);
  const columns = await givenColumns(tx, one, range);
  const list = columnList(tx, columns);
  const shift = one.archive!.shifts?.[noun.file] ?? '0';
  const id = noun.key ? tx`m.source_id` : tx`(m.source_id::bigint + ${shift}::bigint)::text`;
  const own = noun.key || noun.of?.id ? tx`'{}'::jsonb` : tx`jsonb_build_object('id', ${id})`;
  const later = Object.fromEntries((noun.late ?? []).map((column) => [column, null]));
  const settled = noun.settle?.(tx, tx`m.says`, { now, seed: one.archive!.seed }) ?? tx`'{}'::jsonb`;
  const rows = await tx<{ id: string }>`
    with m as materialized (select * from (${mappedRows(tx, one, range)}) b where state = 'new'),
    added as (
      insert into ${table} (${list}) overriding system value
      select ${list} from (
        select r.* from m cross join lateral jsonb_populate_record(
          null::${table}, m.says || ${settled} || ${own} || ${tx.json(later)}::jsonb
        ) r order by m.nth
      ) r
      on conflict do nothing returning ${noun.key ? tx`key` : tx`id::text`} as id
    )
    select id from added`;
  const ids = rows.map((row) => row.id);
  await noteAdded(tx, one, noun, ids);
  return ids;
}

/** Which rows came from the archive: what points to them finds them, and they are known when it comes again. */
async function noteAdded(tx: Tx, one: Import, noun: Noun, ids: readonly string[]): Promise<void> {
  const shift = one.archive!.shifts?.[noun.file] ?? '0';
  const source = noun.key ? tx`a.id` : tx`(a.id::bigint - ${shift}::bigint)::text`;
  const added = tx`(select a.id, ${source} as source_id from unnest(${[...ids]}::text[]) a (id))`;
  await tx`
    update import_rows s set row_id = a.id from ${added} a
    where s.import_id = ${one.id} and s.noun = ${noun.file} and s.source_id = a.source_id`;
  await tx`
    insert into imported_rows (house, noun, source_id, row_id)
    select ${one.archive!.house}, ${noun.file}, source_id, id from ${added} a
    on conflict (house, noun, source_id) do update set row_id = excluded.row_id`;
}

/** An older archive does not know all columns: the others have what they begin with. */
async function givenColumns(tx: Tx, one: Import, { noun, from }: Range): Promise<string[]> {
  const [row] = await tx<{ columns: string[] }>`
    select array(select jsonb_object_keys(says)) as columns from import_rows where import_id = ${one.id} and nth = ${from + 1}`;
  const known = (await columnsOf(tx, noun)).map(({ name }) => name);
  return [...known.filter((name) => row!.columns.includes(name)), ...(noun.anew ?? [])];
}

async function matchAgain(tx: Tx, one: Import, range: Range): Promise<void> {
  const open = await tx`
    select from import_rows where import_id = ${one.id} and nth > ${range.from} and nth <= ${range.to}
      and state = 'new' and row_id is null limit 1`;
  if (open.length === 0) return;
  const added = await tx<{ nth: number; rowId: string }>`
    select nth, row_id as "rowId" from import_rows
    where import_id = ${one.id} and nth > ${range.from} and nth <= ${range.to} and state = 'new' and row_id is not null`;
  await matchRows(tx, one, range);
  await tx`
    update import_rows s set state = 'new' from unnest(${added.map(({ nth }) => nth)}::int[]) a (nth)
    where s.import_id = ${one.id} and s.nth = a.nth`;
  await tx`
    update import_rows set state = 'left' where import_id = ${one.id} and nth > ${range.from} and nth <= ${range.to}
      and state = 'new' and row_id is null`;
}

/** The rows that are here and otherwise become as the archive has them. Gives their ids. */
async function takeTheirs(tx: Tx, one: Import, range: Range): Promise<string[]> {
  const { noun } = range;
  const columns = (await givenColumns(tx, one, range)).filter((column) => noun.decides?.includes(column));
  const [first, ...rest] = columns.map((column) => tx`${tx(column)} = r.${tx(column)}`);
  if (!first) return [];
  const table = tx(noun.table);
  const key = noun.key ? tx`t.key = m.row_id` : tx`t.id = m.row_id::bigint`;
  const rows = await tx<{ id: string }>`
    update ${table} t set ${rest.reduce((all, next) => tx`${all}, ${next}`, first)}
    from (${mappedRows(tx, one, range)}) m cross join lateral jsonb_populate_record(null::${table}, m.says) r
    where m.state = 'differs' and ${key} returning ${noun.key ? tx`t.key` : tx`t.id::text`} as id`;
  return rows.map(({ id }) => id);
}

/** An address that is somebody else's here stays theirs; that both gave it is kept as a sign, and asked about. */
async function noteShared({ tx, now }: Context, one: Import, range: Range): Promise<void> {
  await tx`
    with shared as (
      select distinct r.channel, r.address, r.contact_id as here, t.contact_id as there
      from (${mappedRows(tx, one, range)}) m
      cross join lateral jsonb_populate_record(null::contact_identities, m.says) r
      join contact_identities t on t.id = m.row_id::bigint
      where m.state = 'differs' and r.contact_id is not null and r.contact_id <> t.contact_id
    ), noted as (
      insert into contact_signs (contact_id, channel, address, source)
      select here, channel, address, 'shared' from shared on conflict do nothing
    )
    insert into merge_proposals (first_id, second_id, evidence, state, created_at)
    select distinct on (1, 2) least(here, there), greatest(here, there),
      jsonb_build_array(jsonb_build_object('kind', 'held', 'by', here::text, 'value', address, 'channel', channel)),
      'proposed', ${now}::timestamptz
    from shared order by 1, 2 on conflict (first_id, second_id) do nothing`;
}

async function refresh(tx: Tx, { table }: Noun, ids: readonly string[]): Promise<void> {
  const column = OF_CONTACTS[table];
  if (!column || ids.length === 0) return;
  const rows = await tx<{ id: string }>`
    select distinct ${tx(column)}::text as id from ${tx(table)} where id = any(${[...ids]}::bigint[])`;
  await refreshSearchKeys(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Once all rows are there: those that name rows behind them in their file get these. */
export async function tieUp(tx: Tx, one: Import): Promise<void> {
  for (const { file, table, late = [], points = {} } of NOUNS)
    for (const column of late) {
      const target: Fragment = rowIdOf(tx, one)(points[column]!, tx`s.says ->> ${column}::text`);
      await tx`
        update ${tx(table)} t set ${tx(column)} = j.id::bigint
        from import_rows s cross join lateral (select ${target} as id) j
        where s.import_id = ${one.id} and s.noun = ${file} and s.state = 'new' and s.says ->> ${column}::text is not null
          and t.id = s.row_id::bigint and j.id is not null`;
    }
  await tx`select pg_notify('connections', '')`;
}
