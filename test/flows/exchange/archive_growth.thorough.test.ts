import { expect, it } from 'vitest';
import type { Context } from '../../../src/domain/context.ts';
import { NOUNS } from '../../../src/domain/exchange/all/nouns.ts';
import type { Archive } from '../../../src/domain/exchange/archive/archive.ts';
import { endReading, stageLines } from '../../../src/domain/exchange/archive/stage.ts';
import { beginTaking, compareRows, takeArchiveRows } from '../../../src/domain/exchange/archive/take.ts';
import { beginImport, changeImport, type Import, loadImport } from '../../../src/domain/exchange/imports.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const TABLES = [
  'import_rows',
  'imported_rows',
  'contacts',
  'contact_identities',
  'contact_moves',
  'conversations',
  'messages',
];
const AT = '2026-01-01T00:00:00+00:00';

const act = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  db.transaction((tx) => work({ tx, now: new Date(), random: () => 'x'.repeat(16) } as unknown as Context));

/** A file of an archive: so many rows of a noun. */
interface File {
  noun: string;
  rows: object[];
}

const upTo = (count: number): string[] => Array.from({ length: count }, (_, nth) => String(nth + 1));

/** So many people, who all began at the same moment. */
const people = (count: number): File[] => [
  { noun: 'contacts', rows: upTo(count).map((id) => ({ id, name: `Person ${id}`, created_at: AT })) },
  {
    noun: 'identities',
    rows: upTo(count).map((id) => ({ id, contact_id: id, channel: 'email', address: `p${id}@example.com` })),
  },
];

/** So many messages of one person. */
const messages = (count: number): File[] => [
  ...people(1),
  {
    noun: 'conversations',
    rows: [{ id: '1', contact_id: '1', channel: 'email', address: 'p1@example.com', thread: '' }],
  },
  {
    noun: 'messages',
    rows: upTo(count).map((id) => ({
      ...{ id, conversation_id: '1', external_id: `m${id}`, direction: 'in', text: `Message ${id}`, occurred_at: AT },
    })),
  },
];

/** Takes in these files, where the planner knows what `before` left, and gives how many rows were looked at for that. */
async function costOf(files: readonly File[], before: () => Promise<void> = async () => {}): Promise<number> {
  await db.autocommit.unsafe('truncate contacts, imports, imported_rows, journal restart identity cascade').simple();
  await before();
  const rows = files.map((file) => file.rows.length);
  const ends = rows.map((_, nth) => rows.slice(0, nth + 1).reduce((sum, count) => sum + count, 0));
  const slices = files.map(({ noun }, nth) => ({ noun, from: ends[nth]! - rows[nth]!, to: ends[nth]! }));
  const total = ends.at(-1)!;
  const archive: Archive = { house: 'other', ours: false, phase: 'reading', prefer: 'here', slices, seed: 'seed' };
  const id = await act(async (ctx) => {
    const place = { channel: 'console', address: 'test' };
    const file = { kind: 'document' as const, ref: 'file:x' };
    return beginImport(ctx, { userId: null, file, place, toldKey: 'x' });
  });
  const change = (work: (ctx: Context, one: Import) => Promise<unknown>) =>
    act(async (ctx) => work(ctx, (await loadImport(ctx.tx, id))!));
  await change((ctx, one) => changeImport(ctx, one, { archive, rows: total }));
  for (const file of files) {
    const noun = NOUNS.find((one) => one.file === file.noun)!;
    await change((ctx, one) => stageLines(ctx, one, [{ noun, lines: file.rows.map((row) => JSON.stringify(row)) }]));
  }
  return lookedAt(db, TABLES, async () => {
    await change(endReading);
    for (let at = 0; at < total; at += 1000) await act((ctx) => compareRows(ctx, id, at));
    await change((ctx, one) =>
      changeImport(ctx, one, { state: 'running', archive: { ...one.archive!, phase: 'keeping' } }),
    );
    await act((ctx) => beginTaking(ctx, id));
    for (let at = 0; at < total; at += 1000) await act((ctx) => takeArchiveRows(ctx, id, at));
    const [row] = await db.sql`select count(*)::int as count from imported_rows`;
    expect(row).toEqual({ count: total });
  });
}

const analyze = async () => void (await db.autocommit.unsafe('analyze').simple());

/** Of four times as many rows a linear look sees four times as many, a quadratic one sixteen times. */
const growth = async (files: (count: number) => File[], few: number, before?: () => Promise<void>) => {
  const first = await costOf(files(few), before);
  return (await costOf(files(4 * few), before)) / first;
};

it.each([
  ['people, of whom nothing is known as yet', people, undefined],
  ['people, where all tables were known to be empty', people, analyze],
  ['messages of one person, of which nothing is known as yet', messages, undefined],
  ['messages of one person, where all tables were known to be empty', messages, analyze],
])('looks at no more rows for each of many than for each of few: %s', async (_, files, before) => {
  expect(await growth(files, 500, before)).toBeLessThan(8);
});

it('would look at more without the index by which a row finds those that it points to', async () => {
  await db.autocommit`drop index import_rows_source`;
  expect(await growth(people, 100)).toBeGreaterThan(8);
});
