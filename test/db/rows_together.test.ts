import { expect, it } from 'vitest';
import type { Tx } from '../../src/db/sql.ts';
import { journaled } from '../../src/domain/owner/journal.ts';
import { NOON, testHouse } from '../support/house.ts';
import { unrecordedWhenMade } from '../support/tables.ts';

const house = await testHouse();

const recorded = async (tx: Tx, journalId: string | undefined) =>
  tx<{ tableName: string; key: string; before: object | null; after: object | null }>`
    select table_name as "tableName", key, before, after from journal_changes where journal_id = ${journalId ?? null} order by id`;
const byUser = { userId: null, command: '/x', now: NOON };

it('what one statement inserts is recorded row by row, in its order, as each row became, but for what is worked out of it', async () => {
  await house.db.transaction(async (tx) => {
    const { journalId } = await journaled(tx, byUser, async () => {
      await tx`insert into contacts (name, tags) select 'Anna ' || n, array['t' || n] from generate_series(1, 3) n`;
    });
    const rows = await tx<{
      key: string;
      now: object;
    }>`select id::text as key, to_jsonb(c) - 'search_keys' as now from contacts c order by id`;
    expect(rows).toHaveLength(3);
    expect(await recorded(tx, journalId)).toEqual(
      rows.map(({ key, now }) => ({ tableName: 'contacts', key, before: null, after: now })),
    );
  });
});

it('of an insert that meets a row, the change of that row is recorded and the new rows beside it', async () => {
  await house.db.transaction(async (tx) => {
    await tx`insert into settings (key, value) values ('a', '1'), ('b', '1')`;
    const { journalId } = await journaled(tx, byUser, async () => {
      await tx`
        insert into settings as s (key, value) values ('a', '2'), ('b', '1'), ('c', '2')
        on conflict (key) do update set value = excluded.value`;
    });
    const changes = await recorded(tx, journalId);
    const read = changes.map(({ key, before, after }) => [key, before !== null, (after as { value: unknown }).value]);
    expect(read.sort()).toEqual([
      ['a', true, 2],
      ['c', false, 2],
    ]);
  });
});

it('outside an entry nothing is recorded, and an entry of no rows is none', async () => {
  await house.db.transaction(async (tx) => {
    const { journalId } = await journaled(tx, byUser, async () => {
      await tx`insert into contacts (name) select 'Bo' where false`;
    });
    expect(journalId).toBeUndefined();
    const [before] = await tx`select count(*) from journal_changes`;
    await tx`insert into contacts (name) values ('Bo')`;
    expect((await tx`select count(*) from journal_changes`)[0]).toEqual(before);
  });
});

it('whatever is recorded when it changes is recorded when it is made', async () => {
  // what made them is never taken back, only who they are about and their texts
  const known = ['campaign_deliveries', 'campaigns', 'sequences'];
  expect(await unrecordedWhenMade(house.db.sql)).toEqual(known);
});

it('control: a table that records only its changes is found', async () => {
  const over = new Error('over');
  const tried = house.db.transaction(async (tx) => {
    await tx`drop trigger journal_made on tasks`;
    expect(await unrecordedWhenMade(tx)).toContain('tasks');
    throw over;
  });
  await expect(tried).rejects.toBe(over);
});
