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
const TABLES = ['import_rows', 'imported_rows', 'contacts', 'contact_identities', 'contact_moves'];
const AT = '2026-01-01T00:00:00+00:00';

const act = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  db.transaction((tx) => work({ tx, now: new Date(), random: () => 'x'.repeat(16) } as unknown as Context));

/** Takes in so many people of one file, who all began at the same moment, and gives how many rows were looked at for that. */
async function costOf(count: number): Promise<number> {
  await db.autocommit.unsafe('truncate contacts, imports, imported_rows, journal restart identity cascade').simple();
  const nouns = ['contacts', 'identities'].map((file) => NOUNS.find((noun) => noun.file === file)!);
  const slices = nouns.map(({ file }, nth) => ({ noun: file, from: nth * count, to: (nth + 1) * count }));
  const archive: Archive = { house: 'other', ours: false, phase: 'reading', prefer: 'here', slices, seed: 'seed' };
  const numbers = Array.from({ length: count }, (_, nth) => String(nth + 1));
  const lines = [
    numbers.map((id) => JSON.stringify({ id, name: `Person ${id}`, created_at: AT })),
    numbers.map((id) => JSON.stringify({ id, contact_id: id, channel: 'email', address: `p${id}@example.com` })),
  ];
  const id = await act(async (ctx) => {
    const place = { channel: 'console', address: 'test' };
    const file = { kind: 'document' as const, ref: 'file:x' };
    const made = await beginImport(ctx, { userId: null, file, place, toldKey: 'x' });
    return made;
  });
  const change = (work: (ctx: Context, one: Import) => Promise<unknown>) =>
    act(async (ctx) => work(ctx, (await loadImport(ctx.tx, id))!));
  await change((ctx, one) => changeImport(ctx, one, { archive, rows: 2 * count }));
  for (const [nth, noun] of nouns.entries())
    await change((ctx, one) => stageLines(ctx, one, [{ noun, lines: lines[nth]! }]));
  return lookedAt(db, TABLES, async () => {
    await change(endReading);
    for (let at = 0; at < 2 * count; at += 1000) await act((ctx) => compareRows(ctx, id, at));
    await change((ctx, one) =>
      changeImport(ctx, one, { state: 'running', archive: { ...one.archive!, phase: 'keeping' } }),
    );
    await act((ctx) => beginTaking(ctx, id));
    for (let at = 0; at < 2 * count; at += 1000) await act((ctx) => takeArchiveRows(ctx, id, at));
    const [row] = await db.sql`select count(*)::int as count from contact_identities`;
    expect(row).toEqual({ count });
  });
}

/** Of four times as many rows a linear look sees four times as many, a quadratic one sixteen times. */
const growth = async (few: number) => (await costOf(4 * few)) / (await costOf(few));

it('looks at no more rows for each of many than for each of few', async () => {
  expect(await growth(400)).toBeLessThan(8);
  // control: without the index by which a row finds those that it points to
  await db.autocommit`drop index import_rows_source`;
  expect(await growth(100)).toBeGreaterThan(8);
});
