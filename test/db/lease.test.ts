import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { lease, releaseLeases } from '../../src/db/lease.ts';
import { openDatabase } from '../../src/db/open.ts';
import { testDatabase } from '../support/database.ts';

const { db, connection } = await testDatabase();
const LEASE_MS = 800;

it('is kept without asking again for as long as its holder lives, and taken over soon after it died', async () => {
  const handle = openDatabase(connection);
  const first = lease(handle, 'poll', 'first', LEASE_MS);
  const second = lease(db, 'poll', 'second', LEASE_MS);
  expect(await first.hold()).toBe(true);
  await sleep(2 * LEASE_MS);
  expect(await second.hold()).toBe(false);
  // a process that is killed reaches the database no more, and releases nothing
  await handle.close();
  await expect.poll(() => second.hold(), { timeout: 5_000, interval: 50 }).toBe(true);
  await second.release();
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
