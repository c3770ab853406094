import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/open.ts';
import { Pace } from '../../../src/delivery/pace.ts';
import { claim as claimOutbox } from '../../../src/delivery/worker.ts';
import { answerTyped } from '../../../src/domain/on/user_edit.ts';
import { claim as claimInbox } from '../../../src/inbox/claim.ts';
import type { Sender } from '../../../src/outbox/message.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
// an autoanalyze would take the statistics at a moment of its own, and keep entries of what has ended from being skipped
await db.autocommit
  .unsafe('alter table inbox set (autovacuum_enabled = off); alter table outbox set (autovacuum_enabled = off)')
  .simple();
const ROWS = 20_000;
/** A claim looks at a few rows and their predecessors, in a few indexes. */
const FEW = 600;

const sender: Sender = { send: async () => ({ result: 'sent' }), deadlineMs: 1000, chatGapMs: 0, perSecond: 1000 };
const claimed = {
  inbox: () => claimInbox(db, 4),
  outbox: () => claimOutbox({ db, senders: { telegram: sender, email: sender } }, new Pace(), 4),
};

/** `count` rows, of which each is in a lane (a chat) of its own unless they share one. */
const fill = {
  inbox: (count: number, how: 'handled' | 'open', lane: 'one' | 'each') =>
    db.autocommit`
      insert into inbox (source, external_id, lane, body, processed_at)
      select 'test', ${`${how} ${lane} `} || n, ${how} || case when ${lane === 'one'} then '' else n::text end, '',
        case when ${how === 'handled'} then now() end
      from generate_series(1, ${count}::int) n`,
  outbox: (count: number, how: 'handled' | 'open', lane: 'one' | 'each') =>
    db.autocommit`
      insert into outbox (channel, address, audience, idempotency_key, payload, state)
      select 'telegram', ${how} || case when ${lane === 'one'} then '' else n::text end, 'owner', ${`${how} ${lane} `} || n,
        '{"kind":"message","reply":{"text":"x"}}', case when ${how === 'handled'} then 'sent' else 'queued' end
      from generate_series(1, ${count}::int) n`,
};

/** The statements are prepared, and their plans settled upon, while the tables are empty. */
async function onEmptyTables(): Promise<void> {
  await db.autocommit.unsafe('truncate inbox, outbox cascade');
  for (let times = 0; times < 8; times += 1) await Promise.all([claimed.inbox(), claimed.outbox()]);
}

async function settled(queue: 'inbox' | 'outbox'): Promise<void> {
  const rows = await claimed[queue]();
  expect(rows.length).toBeGreaterThan(0);
}

/**
 * The first who comes by may still meet index entries of what was handled or parked. They are skipped as soon as no transaction on the
 * server is older, one of another test's database included (PostgreSQL takes the oldest of all for the mark below which it is sure).
 */
const expectFew = (look: () => Promise<number>) => expect.poll(look).toBeLessThan(FEW);

beforeEach(onEmptyTables);

describe.each(['inbox', 'outbox'] as const)('a claim of the %s looks at a few rows only', (queue) => {
  const analyze = () => db.autocommit.unsafe(`analyze ${queue}`);

  const statistics: Record<string, () => Promise<void>> = {
    'taken never': async () => {
      await fill[queue](ROWS, 'handled', 'each');
      await fill[queue](ROWS, 'open', 'each');
    },
    'taken while nothing was there': async () => {
      await analyze();
      await fill[queue](ROWS, 'handled', 'each');
      await fill[queue](ROWS, 'open', 'each');
    },
    'taken while nothing was open': async () => {
      await fill[queue](ROWS, 'handled', 'each');
      await analyze();
      await fill[queue](ROWS, 'open', 'each');
    },
    'taken while all was open': async () => {
      await fill[queue](ROWS, 'open', 'each');
      await analyze();
      const end = queue === 'inbox' ? 'processed_at = now()' : "state = 'sent'";
      await db.autocommit.unsafe(`set session_replication_role = replica; update ${queue} set ${end}`).simple();
      await db.autocommit.unsafe('set session_replication_role = origin');
      await fill[queue](3, 'open', 'one');
      // the first who comes by skips the entries of all that ended at once
      await settled(queue);
      await db.autocommit.unsafe(`delete from ${queue} where attempts = 1`);
    },
  };

  it.each(Object.keys(statistics))('whatever was handled and waits, with statistics %s', async (when) => {
    await statistics[when]!();
    await expectFew(() => lookedAt(db, [queue], () => settled(queue).catch(() => undefined)));
  });

  it('however many wait in one lane', async () => {
    await fill[queue](ROWS / 4, 'open', 'one');
    await lookedAt(db, [queue], () => settled(queue));
    await fill[queue](5, 'open', 'each');
    // what is behind another is looked at once in all: afterwards the others' turn comes at once
    while ((await claimed[queue]()).length > 0);
    await expectFew(() => lookedAt(db, [queue], () => claimed[queue]()));
  });
});

it('would see the claims this program had before (control)', async () => {
  await fill.inbox(ROWS, 'open', 'one');
  await db.autocommit.unsafe('analyze inbox');
  const before = (database: Database) => database.autocommit`
    select id from inbox i
    where processed_at is null and failed_at is null and run_at <= now() and not exists (
      select from inbox earlier
      where earlier.lane = i.lane and earlier.id < i.id and earlier.processed_at is null and earlier.failed_at is null
    )
    order by id limit 4 for update skip locked`;
  expect(await lookedAt(db, ['inbox'], () => before(db))).toBeGreaterThan(ROWS / 2);
});

it('the answer that an edited line was is found among what was said since that was typed', async () => {
  const sentAt = new Date('2026-11-21T04:00:00Z');
  await db.autocommit`insert into contacts (id, name) overriding system value values (1, 'Dave')`;
  await db.autocommit`
    insert into conversations (id, contact_id, channel, address, thread) overriding system value
    values (1, 1, 'telegram', '77', '')`;
  await db.autocommit`
    insert into messages (id, conversation_id, direction, text, occurred_at) overriding system value
    select n, 1, 'out', 'x', ${sentAt}::timestamptz - n * interval '1 hour' from generate_series(1, ${ROWS}::int) n`;
  await db.autocommit`
    insert into outbox (channel, address, audience, idempotency_key, payload, state, conversation_id, message_id)
    select 'telegram', '77', 'customer', 'answer:' || n,
      '{"kind":"message","reply":{"text":"x"},"receiptTo":{"channel":"telegram","address":"42","externalId":"other"}}',
      'sent', 1, n
    from generate_series(1, ${ROWS}::int) n`;
  const place = { channel: 'telegram', address: '42', externalId: 'line' };
  const look = (since: Date | undefined) =>
    lookedAt(db, ['messages', 'outbox'], async () => {
      expect(await answerTyped(db.sql, '1', { place, sentAt: since })).toBeUndefined();
    });
  for (let times = 0; times < 8; times += 1) await look(sentAt);
  expect(await look(sentAt)).toBeLessThan(FEW);
  await db.autocommit.unsafe('analyze messages, outbox');
  expect(await look(sentAt)).toBeLessThan(FEW);
  // control: all that was ever said there
  expect(await look(undefined)).toBeGreaterThan(ROWS / 2);
});
