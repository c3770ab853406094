import { expect, it } from 'vitest';
import { lease, releaseLeases } from '../../src/db/lease.ts';
import { openDatabase } from '../../src/db/open.ts';
import { testDatabase } from '../support/database.ts';

const { db, connection } = await testDatabase();
/** Renewed after a quarter of it; a machine that does nothing for three quarters would let it lapse. */
const LEASE_MS = 8_000;
const expiry = async () => {
  const [row] = await db.sql<{ at: Date }>`select expires_at as at from leases where name = 'poll'`;
  return row!.at.getTime();
};

it('is kept without asking again for as long as its holder lives, and taken over soon after it died', async () => {
  const handle = openDatabase(connection);
  const first = lease(handle, 'poll', 'first', LEASE_MS);
  const second = lease(db, 'poll', 'second', LEASE_MS);
  expect(await first.hold()).toBe(true);
  const before = await expiry();
  await expect.poll(expiry).toBeGreaterThan(before);
  expect(await second.hold()).toBe(false);
  // a process that is killed reaches the database no more, and releases nothing
  await handle.close();
  expect(await second.hold()).toBe(false);
  await db.autocommit`update leases set expires_at = expires_at - ${LEASE_MS} * interval '1 ms'`;
  expect(await second.hold()).toBe(true);
  await second.release();
});

it('is free so soon after its holder was killed that with the pause before others ask again it is half a minute', async () => {
  const killed = lease(db, 'half a minute', 'killed');
  await killed.hold();
  const [row] = await db.sql<{ seconds: number }>`
    select extract(epoch from expires_at - now())::float as seconds from leases where name = 'half a minute'`;
  expect(row!.seconds).toBeLessThanOrEqual(20);
  await killed.release();
});

it('is nobody’s after its release, and that of a dead process is free as soon as somebody knows', async () => {
  const [first, second] = ['first', 'second'].map((holder) => lease(db, 'mail', holder));
  expect(await first!.hold()).toBe(true);
  await first!.release();
  expect(await second!.hold()).toBe(true);
  expect(await first!.hold()).toBe(false);
  await releaseLeases(db, 'second');
  expect(await first!.hold()).toBe(true);
  expect(await second!.hold()).toBe(false);
  await first!.release();
});
