/** When a shop was heard of last is noted in the transaction of whatever came from it. */
import { expect, it } from 'vitest';
import { createConnection, noteEvent } from '../../../src/domain/sell/connection.ts';
import { testDatabase } from '../../support/database.ts';

const { db } = await testDatabase();
const NOW = new Date('2026-11-27T10:00:00Z');

const heard = async () =>
  (await db.sql<{ at: Date | null }>`select last_event_at as at from connections`).map(({ at }) => at?.toISOString());

it('waits for nobody who is noting the same, and is noted by the next if they fail', async () => {
  const { id } = await db.transaction((tx) => createConnection(tx, { provider: 'shopify', token: 'x', secret: null }));
  const failing = db.transaction(async (tx) => {
    await noteEvent({ tx, now: NOW }, id);
    // its own transaction is over before this one ends, or nothing would ever be
    await db.transaction((other) => noteEvent({ tx: other, now: NOW }, id));
    throw new Error('this order cannot be written');
  });
  await expect(failing).rejects.toThrow('cannot be written');
  expect(await heard()).toEqual([undefined]);
  await db.transaction((tx) => noteEvent({ tx, now: NOW }, id));
  expect(await heard()).toEqual([NOW.toISOString()]);
});
