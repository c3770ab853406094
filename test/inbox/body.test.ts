import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, PIECE_BYTES } from '../../src/inbox/body.ts';
import { claim } from '../../src/inbox/claim.ts';
import { insertInbox } from '../../src/inbox/receive.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** No two pieces alike, and every byte there is. */
const bytes = (length: number) =>
  Buffer.from(Uint32Array.from({ length: Math.ceil(length / 4) }, (_, i) => i * 2654435761).buffer, 0, length);

test('a body of any size is stored whole, claimed whole and fetched whole, and leaves nothing else behind', async () => {
  const sizes = [0, 5, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES, 2 * PIECE_BYTES + 12_345];
  const event = (size: number) => ({ source: 'email:x', externalId: `${size}`, lane: `${size}`, body: bytes(size) });
  for (const size of sizes) expect(await database.db.transaction((tx) => insertInbox(tx, event(size)))).toBe('stored');
  const again = { ...event(2 * PIECE_BYTES), body: bytes(3 * PIECE_BYTES) };
  expect(await database.db.transaction((tx) => insertInbox(tx, again))).toBe('duplicate');

  const rows = await claim(database.db, 10);
  expect(rows.map(({ externalId, body }) => [externalId, body.equals(bytes(Number(externalId)))])).toEqual(
    sizes.map((size) => [`${size}`, true]),
  );
  for (const { id, externalId } of rows)
    expect((await bodyOf(database.db.sql, id))?.equals(bytes(Number(externalId)))).toBe(true);
  expect(await bodyOf(database.db.sql, '999')).toBeUndefined();
  expect(await database.db.sql`select from pg_largeobject_metadata`).toHaveLength(0);
});

test('a large body whose transaction fails leaves no row and no piece', async () => {
  const event = { source: 'email:x', externalId: 'lost', lane: 'lost', body: bytes(PIECE_BYTES + 1) };
  const failing = database.db.transaction(async (tx) => {
    await insertInbox(tx, event);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await database.db.sql`select from inbox where external_id = 'lost'`).toHaveLength(0);
  expect(await database.db.sql`select from pg_largeobject_metadata`).toHaveLength(0);
});
