import { expect, it } from 'vitest';
import { listWaiting } from '../../../src/domain/talk/waiting.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });

it('who waits longest is looked up among those who wait, though hundreds have waited since the same second', async () => {
  const { autocommit } = db;
  await autocommit`insert into contacts (name) select 'Buyer ' || n from generate_series(1, 60000) n`;
  await autocommit`
    insert into conversations (contact_id, channel, address, waiting_since)
    select id, 'telegram', id::text, case when id % 120 = 0 then to_timestamp(0) end from contacts`;
  await autocommit`
    insert into messages (conversation_id, direction, text, occurred_at) select id, 'in', 'when?', to_timestamp(0) from conversations`;
  await autocommit`vacuum analyze`;
  const list = () => listWaiting(db.sql, new Date(), 9);
  expect(await list()).toHaveLength(9);
  expect(await lookedAt(db, ['conversations', 'messages', 'contacts'], list)).toBeLessThan(1_000);
});
