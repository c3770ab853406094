/** What a batch of a file's people costs must not grow with the batches before it. */
import { expect, it } from 'vitest';
import type { Context } from '../../../src/domain/context.ts';
import type { Draft } from '../../../src/domain/exchange/draft.ts';
import { beginImport, changeImport, loadImport } from '../../../src/domain/exchange/imports.ts';
import { takeRows } from '../../../src/domain/exchange/take.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const TABLES = ['contacts', 'contact_identities', 'contact_signs', 'journal', 'journal_changes'];
const BATCH = 100;
/** Every so many rows somebody comes whom an earlier batch made. */
const AGAIN_EVERY = 5;

const act = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  db.transaction((tx) =>
    work({
      ...{ tx, now: new Date(), random: () => 'x'.repeat(16), ownerEmails: [] },
      settings: { locale: 'en' },
    } as unknown as Context),
  );

function draft(nth: number): Draft {
  const who = nth % AGAIN_EVERY === 0 && nth >= BATCH ? nth - BATCH + 1 : nth;
  return {
    ...{ line: nth + 2, name: `Person ${who}`, signs: [], tags: [], city: null, locale: null, fields: [] },
    ...{
      identities: [{ channel: 'phone', address: `+4915${who}` }],
      companies: [],
      roles: [],
      notes: [],
      problems: [],
      unknown: 0,
    },
  };
}

/** Takes in a file of so many rows, where the planner knows how much stands there by then, and gives how many rows were looked at. */
async function costOf(rows: number): Promise<number> {
  await db.autocommit.unsafe('truncate contacts, imports, journal restart identity cascade').simple();
  const id = await act(async (ctx) => {
    const place = { channel: 'console' as const, address: 'test' };
    const made = await beginImport(ctx, {
      ...{ userId: null, file: { kind: 'document', ref: 'file:x' }, place, toldKey: 'x' },
    });
    await changeImport(ctx, (await loadImport(ctx.tx, made))!, { state: 'running', rows });
    return made;
  });
  return lookedAt(db, TABLES, async () => {
    for (let at = 0; at < rows; at += BATCH) {
      const drafts = Array.from({ length: BATCH }, (_, nth) => draft(at + nth));
      const one = await act((ctx) => takeRows(ctx, id, drafts, at));
      expect(one?.position).toBe(at + BATCH);
      await db.autocommit.unsafe(`analyze ${TABLES.join(', ')}`).simple();
    }
  });
}

it('looks at no more rows for each person of a long file than for each of a short one', async () => {
  const short = await costOf(4 * BATCH);
  // a linear look sees four times as many, a quadratic one sixteen times
  expect((await costOf(16 * BATCH)) / short).toBeLessThan(8);
});
