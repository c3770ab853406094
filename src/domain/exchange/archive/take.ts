import type { Sql, Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { tellNoHooks } from '../../hooks/history.ts';
import { NOUNS } from '../all/nouns.ts';
import { changeImport, type Import, type ImportChange, loadImport } from '../imports.ts';
import { takePart } from '../take.ts';
import { ARCHIVE_BATCH, type Archive, type Tally } from './archive.ts';
import type { Range } from './mapped.ts';
import { matchRows } from './match.ts';
import { shiftsOf } from './shift.ts';
import { tieUp, writeRows } from './write.ts';

/** Which rows come next: of several files where they are short. */
function nextRanges({ archive, position }: Import): Range[] {
  const end = position + ARCHIVE_BATCH;
  return archive!.slices.flatMap((slice) => {
    const noun = NOUNS.find(({ file }) => file === slice.noun)!;
    const [from, to] = [Math.max(slice.from, position), Math.min(slice.to, end)];
    return from < to ? { noun, from, to } : [];
  });
}

/**
 * What the planner knows of the table of a long file is brought up to date as it begins, and whenever it has doubled. Planned for an
 * empty one, a message would be found by its conversation, among all that are in it.
 */
async function lookAnew(tx: Tx, { archive }: Import, { noun, from }: Range): Promise<void> {
  const slice = archive!.slices.find((one) => one.noun === noun.file)!;
  const batches = Math.ceil((from - slice.from) / ARCHIVE_BATCH);
  const hasDoubled = (batches & (batches - 1)) === 0;
  if (hasDoubled && slice.to - slice.from > ARCHIVE_BATCH) await tx`analyze ${tx(noun.table)}`;
}

/** Compares the next rows with those here; after the last of them the owner is asked. Gives the import as it is by now. */
export async function compareRows(ctx: Context, id: string, expected: number): Promise<Import | undefined> {
  const one = await loadImport(ctx.tx, id, ctx.tx`for update`);
  if (one?.state !== 'reading' || one.archive?.phase !== 'comparing' || one.position !== expected) return one;
  const ranges = nextRanges(one);
  for (const range of ranges) {
    await lookAnew(ctx.tx, one, range);
    await matchRows(ctx.tx, one, range);
  }
  const position = ranges.at(-1)?.to ?? one.position;
  if (position < one.rows) return changeImport(ctx, one, { position });
  const [tally, unsent] = [await tallyOf(ctx.tx, id), await countUnsent(ctx.tx, id)];
  const [clashes, withdrawn] = [await clashesIn(ctx.tx, id), await countWithdrawn(ctx.tx, id)];
  const archive: Archive = { ...one.archive, tally, unsent, clashes, withdrawn };
  return changeImport(ctx, one, { state: 'asked', position: 0, archive });
}

/** The answers that would leave by themselves, if a file could make anything leave. */
async function countUnsent(sql: Sql, id: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from import_rows where import_id = ${id} and noun = 'later_answers' and state = 'new'
      and says ->> 'sent_at' is null and says ->> 'cancelled_at' is null`;
  return row!.count;
}

async function countWithdrawn(sql: Sql, id: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from import_rows s join consents c on c.id = s.row_id::bigint
    where s.import_id = ${id} and s.noun = 'consents' and s.state = 'differs'
      and c.withdrawn_at is null and c.confirmed_at <= (s.says ->> 'withdrawn_at')::timestamptz`;
  return row!.count;
}

/** The names of its new fields that another one here has. */
async function clashesIn(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql<{ name: string }>`
    select s.says ->> 'name' as name from import_rows s
    join fields f on f.removed_at is null and f.name <> '' and fold_text(f.name) = fold_text(s.says ->> 'name')
    where s.import_id = ${id} and s.noun = 'fields' and s.state = 'new' order by s.nth`;
  return rows.map(({ name }) => name);
}

async function tallyOf(sql: Sql, id: string): Promise<Record<string, Tally>> {
  const rows = await sql<{ noun: string; state: keyof Tally; count: number }>`
    select noun, state, count(*)::int as count from import_rows where import_id = ${id} group by noun, state`;
  const tally: Record<string, Tally> = {};
  for (const { noun, state, count } of rows) {
    tally[noun] ??= { new: 0, known: 0, differs: 0, left: 0 };
    tally[noun][state] = count;
  }
  return tally;
}

/** Its files are kept: now its rows are taken in. */
export async function beginTaking(ctx: Context, id: string): Promise<void> {
  const one = await loadImport(ctx.tx, id, ctx.tx`for update`);
  if (one?.state !== 'running' || one.archive?.phase !== 'keeping') return;
  const archive: Archive = { ...one.archive, phase: 'taking', shifts: await shiftsOf(ctx.tx, one) };
  await changeImport(ctx, one, { archive });
}

/** Takes in the next rows, and tells no other system of them. Gives the import as it is by now. */
export async function takeArchiveRows(ctx: Context, id: string, expected: number): Promise<Import | undefined> {
  return takePart(ctx, id, expected, async (one): Promise<ImportChange> => {
    await tellNoHooks(ctx.tx);
    // what anybody has refused is in the archive, as it stood for each address
    await ctx.tx`select set_config('crm.noes_kept', 'on', true)`;
    const ranges = nextRanges(one);
    for (const range of ranges) {
      await lookAnew(ctx.tx, one, range);
      await writeRows(ctx, one, range);
    }
    const position = ranges.at(-1)?.to ?? one.position;
    if (position < one.rows) return { position };
    await tieUp(ctx.tx, one);
    return { position, state: 'done', archive: { ...one.archive!, tally: await tallyOf(ctx.tx, id) } };
  });
}
