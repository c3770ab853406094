import type { Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { FORMAT, knownBy, type Manifest, manifestShape } from '../all/manifest.ts';
import { keyOf, type Noun } from '../all/noun.ts';
import { NOUNS } from '../all/nouns.ts';
import { columnsOf } from '../all/rows.ts';
import { settingFits, settingTaken } from '../all/settings.ts';
import { changeImport, type Import } from '../imports.ts';
import { type Archive, ArchiveRefused, isEmptyHouse, MOST_ARCHIVE_ROWS } from './archive.ts';
import { columnList } from './mapped.ts';

/** Reads what an archive says of itself. Throws ArchiveRefused for what is newer than we are, or no archive of ours. */
export function readManifest(text: string): Manifest {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (cause) {
    throw new ArchiveRefused('damaged', { cause });
  }
  const read = manifestShape.safeParse(said);
  if (!read.success) throw new ArchiveRefused('damaged');
  if (read.data.version > FORMAT) throw new ArchiveRefused('newer');
  if (Object.keys(read.data.rows).some((file) => !NOUNS.some((noun) => noun.file === file)))
    throw new ArchiveRefused('newer');
  return read.data;
}

/** Begins to read an archive. Throws ArchiveRefused for one of another business, unless nobody is here yet. */
export async function beginArchive(ctx: Context, one: Import, manifest: Manifest): Promise<Import> {
  const here = await knownBy(ctx.tx, ctx.sha256);
  if (manifest.schema > here.schema) throw new ArchiveRefused('newer');
  const isOurs =
    manifest.houses.some((house) => here.houses.includes(house)) ||
    manifest.owners.some((owner) => here.owners.includes(owner));
  if (!isOurs && !(await isEmptyHouse(ctx.tx))) throw new ArchiveRefused('other_business');
  const slices = slicesOf(manifest);
  const rows = slices.at(-1)?.to ?? 0;
  if (rows > MOST_ARCHIVE_ROWS) throw new ArchiveRefused('too_long');
  const [house = ''] = manifest.houses;
  const archive: Archive = {
    ...{ house, ours: house === here.houses[0], phase: 'reading', prefer: 'here', slices },
    seed: ctx.random() + ctx.random(),
  };
  return changeImport(ctx, one, { archive, rows, position: 0 });
}

function slicesOf({ rows }: Manifest): Archive['slices'] {
  let from = 0;
  return NOUNS.flatMap(({ file }) => {
    const count = rows[file] ?? 0;
    if (count === 0) return [];
    from += count;
    return { noun: file, from: from - count, to: from };
  });
}

/** Some rows of one of its files, a line each. */
export interface Lines {
  noun: Noun;
  lines: string[];
}

/** Keeps the next rows. Throws ArchiveRefused, or what the database says, where they are none of ours. */
export async function stageLines(ctx: Context, one: Import, next: readonly Lines[]): Promise<void> {
  let { position } = one;
  for (const { noun, lines } of next) {
    await stageRows(ctx, { ...one, position }, noun, lines);
    position += lines.length;
  }
  await changeImport(ctx, one, { position });
}

async function stageRows({ tx, now }: Context, one: Import, noun: Noun, lines: readonly string[]): Promise<void> {
  const types = new Map((await columnsOf(tx, noun)).map(({ name, type }) => [name, type]));
  const rows = lines.map((line) => rowIn(noun, types, line));
  const all = Object.keys(rows[0] ?? {});
  if (rows.some((row) => Object.keys(row).join() !== all.join())) throw new ArchiveRefused('damaged');
  const columns = all.filter((column) => !noun.former?.includes(column));
  const from = one.position + 1;
  // a setting may be taken in without a part of it
  const kept = noun.table === 'settings' ? rows.map((row) => JSON.stringify(row)) : [...lines];
  await tx`
    insert into import_rows (import_id, nth, noun, source_id, says)
    select ${one.id}, ${from} + nth - 1, ${noun.file}, id, line::jsonb
    from unnest(${rows.map((row) => row[keyOf(noun)] as string)}::text[], ${kept}::text[]) with ordinality r (id, line, nth)`;
  await rehearse(tx, noun, columns, { id: one.id, from, seed: one.archive!.seed, now });
}

function rowIn(noun: Noun, types: ReadonlyMap<string, string>, line: string): Record<string, unknown> {
  const row = objectIn(line);
  const id = row[keyOf(noun)];
  if (typeof id !== 'string' || (!noun.key && !(noun.fixed ? /^-?[1-9]\d{0,17}$/ : /^[1-9]\d{0,17}$/).test(id)))
    throw new ArchiveRefused('damaged');
  for (const [column, value] of Object.entries(row)) {
    if (noun.former?.includes(column) && (value === null || typeof value === 'string')) continue;
    if (!types.has(column)) throw new ArchiveRefused('damaged');
    const must = noun.json?.[column];
    if (Object.hasOwn(noun.oneOf ?? {}, column) && value !== null && !noun.oneOf![column]!.includes(value as string))
      throw new ArchiveRefused('damaged');
    if (value === null || must === 'any') continue;
    const isList = types.get(column)!.endsWith('[]') || must === 'array';
    if (isList ? !Array.isArray(value) : typeof value === 'object' ? must !== 'object' || Array.isArray(value) : must)
      throw new ArchiveRefused('damaged');
  }
  if (noun.table !== 'settings') return row;
  const value = settingTaken(id, row.value);
  if (!settingFits(id, value)) throw new ArchiveRefused('damaged');
  return { ...row, value };
}

function objectIn(line: string): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  } catch {}
  throw new ArchiveRefused('damaged');
}

/** Writes them into a table that is like theirs and is thrown away: what the database would refuse, it refuses now. */
async function rehearse(
  tx: Tx,
  noun: Noun,
  columns: readonly string[],
  { id, from, seed, now }: { id: string; from: number; seed: string; now: Date },
): Promise<void> {
  const table = tx(noun.table);
  const settled = noun.settle?.(tx, tx`b.says`, { now, seed }) ?? tx`'{}'::jsonb`;
  const given = columnList(tx, [...columns, ...(noun.anew ?? [])]);
  await tx`create temporary table import_check (like ${table} including defaults including constraints including generated) on commit drop`;
  await tx`
    insert into import_check (${given})
    select ${given} from (
      select r.* from import_rows b cross join lateral jsonb_populate_record(null::${table}, b.says || ${settled}) r
      where b.import_id = ${id} and b.nth >= ${from}
    ) r`;
  await tx`drop table import_check`;
}

/** All of its rows are kept: now they can be compared. Throws ArchiveRefused where they contradict each other. */
export async function endReading(ctx: Context, one: Import): Promise<Import> {
  const circles = await ctx.tx`
    select from import_rows c join import_rows j
      on j.import_id = c.import_id and j.noun = 'conversations' and j.source_id = c.says ->> 'joined_to'
    where c.import_id = ${one.id} and c.noun = 'conversations' and c.says ->> 'joined_to' is not null
      and j.says ->> 'joined_to' is not null limit 1`;
  if (circles.length > 0) throw new ArchiveRefused('damaged');
  // so many rows at once: what the planner knew of the table is of before
  await ctx.tx`analyze import_rows`;
  return changeImport(ctx, one, { archive: { ...one.archive!, phase: 'comparing' }, position: 0 });
}
