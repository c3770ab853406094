import { expect, it } from 'vitest';
import { onDisk } from '../../src/db/on_disk.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();

/** Commits as the handling of an event does, and gives where in the server's log that ends. */
const committed = async (): Promise<string> => {
  await db.transaction(async (tx) => {
    await tx`select set_config('synchronous_commit', 'off', true)`;
    await tx`insert into settings (key, value) values ('a', '1') on conflict (key) do update set value = '2'`;
  });
  const [row] = await db.sql<{ end: string }>`select pg_current_wal_insert_lsn()::text as end`;
  return row!.end;
};
const isWritten = async (end: string): Promise<boolean> => {
  const [row] = await db.sql<{ is: boolean }>`select pg_current_wal_flush_lsn() >= ${end}::pg_lsn as is`;
  return row!.is;
};

it('what was committed before is on the disk, though nobody had waited for it', async () => {
  for (let nth = 0; nth < 20; nth += 1) {
    const end = await committed();
    await onDisk(db);
    expect(await isWritten(end)).toBe(true);
  }
});

it('control: without waiting it is not there at once', async () => {
  let late = 0;
  for (let nth = 0; nth < 50 && late === 0; nth += 1) if (!(await isWritten(await committed()))) late += 1;
  expect(late).toBe(1);
});
