import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import type { InboxEvent } from '../../src/inbox/event.ts';
import { createReceiver, insertInbox, type Receiver, type ReceiverOptions } from '../../src/inbox/receive.ts';
import { testDatabase } from '../support/database.ts';

const { db, connection } = await testDatabase();
let lastKey = 0;

const event = (fields: Partial<InboxEvent> = {}): InboxEvent => {
  lastKey += 1;
  return { source: 'test', externalId: `e${lastKey}`, lane: 'test:1', body: Buffer.from('{}'), ...fields };
};
const receiver = (options: Partial<ReceiverOptions> = {}) => createReceiver(db, { wake: () => {}, ...options });
const stored = (keys: string[]) => db.sql<{ externalId: string; lane: string; headers: unknown; body: Buffer }>`
  select external_id as "externalId", lane, headers, body from inbox
  where source = 'test' and external_id = any(${keys}) order by id`;
const keysOf = (events: InboxEvent[]) => events.map((one) => one.externalId);

describe('an event that comes in', () => {
  it('is stored byte by byte, whatever the bytes are', async () => {
    const bodies = [[], [0], [0xff, 0xfe, 0], [...Buffer.from('{"a":"\\ud800 \\u0000 你好"}')], [44, 44, 10]];
    const events = bodies.map((body) => event({ body: Uint8Array.from(body) }));
    const { receive } = receiver();
    for (const one of events) expect(await receive(one)).toBe('stored');
    await Promise.all(events.map((one) => receive({ ...one, externalId: `${one.externalId}-batch` })));
    const expected = bodies.map((body) => Buffer.from(body));
    expect((await stored(keysOf(events))).map((row) => row.body)).toEqual(expected);
    const batched = await stored(keysOf(events).map((key) => `${key}-batch`));
    expect(batched.map((row) => row.body)).toEqual(expected);
  });

  it('keeps its headers, made storable', async () => {
    const plain = event({ headers: { 'x-topic': 'orders/paid', type: '"\\u"' } });
    const hostile = event({ headers: { 'x-topic': 'a\0b\ud800' } });
    const none = event();
    await Promise.all([plain, hostile, none].map(receiver().receive));
    const rows = await stored(keysOf([plain, hostile, none]));
    expect(rows.map((row) => row.headers)).toEqual([plain.headers, { 'x-topic': 'a\uFFFDb\uFFFD' }, null]);
  });

  it('keeps keys apart that cannot be stored as they are', async () => {
    const { receive } = receiver();
    const keys = ['a\0', 'a\uFFFD', 'a\ud800', 'a\ud801', 'k'.repeat(20_000), `${'k'.repeat(20_000)}2`, '"{,}\\', ''];
    for (const externalId of keys)
      expect(await receive(event({ source: 'keys', externalId, lane: externalId }))).toBe('stored');
    for (const externalId of keys) expect(await receive(event({ source: 'keys', externalId }))).toBe('duplicate');
  });

  it('is stored though no other process can be told of it, at once or at the end of a gap', async () => {
    let tries = 0;
    const deaf = () => {
      tries += 1;
      throw new Error('the handle is gone');
    };
    const { receive } = createReceiver({ autocommit: db.autocommit, notify: deaf }, { wake: () => {} });
    expect([await receive(event()), await receive(event())]).toEqual(['stored', 'stored']);
    await expect.poll(() => tries).toBe(2);
  });

  it('is one row however often it comes, and one of its senders was first', async () => {
    const same = event();
    const { receive } = receiver();
    const other = createReceiver(db, { wake: () => {} });
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? receive(same) : other.receive(same))),
    );
    expect(receipts.filter((receipt) => receipt === 'stored')).toHaveLength(1);
    expect(await receive(same)).toBe('duplicate');
    expect(await stored([same.externalId])).toHaveLength(1);
  });

  it('takes its place behind the events before it', async () => {
    const events = Array.from({ length: 150 }, () => event());
    await receiver().receiveAll(events);
    expect((await stored(keysOf(events))).map((row) => row.externalId)).toEqual(keysOf(events));
  });

  it('does not fail with a row the server refuses', async () => {
    const good = Array.from({ length: 20 }, () => event());
    const bad = event({ source: 'NUL \0' });
    const { receive, receiveAll } = receiver();
    const results = await Promise.allSettled([...good.slice(0, 10), bad, ...good.slice(10)].map(receive));
    expect(results.map((result) => result.status)).toEqual(
      results.map((_, n) => (n === 10 ? 'rejected' : 'fulfilled')),
    );
    expect(await stored(keysOf(good))).toHaveLength(20);
    await expect(receiveAll([event(), bad])).rejects.toThrow('invalid byte sequence');
  });

  it.each([
    ['breaks again', 'ECONNRESET'],
    ['meets a closed door', 'ECONNREFUSED'],
    ['comes while the server is starting', '57P03'],
    ['takes too long', '57014'],
  ])(
    'keeps its order when connections break while it is stored and one row %s: what follows waits for it to come again',
    async (_, code) => {
      const events = Array.from({ length: 6 }, () => event());
      let inserts = 0;
      // the batch breaks, then the third of the rows that are tried alone
      const breaking = ((...given: Parameters<typeof db.autocommit>) => {
        const nth = inserts++;
        if (nth === 0) throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
        if (nth === 3) throw Object.assign(new Error('lost'), { code });
        return db.autocommit(...given);
      }) as typeof db.autocommit;
      const { receiveAll } = createReceiver({ ...db, autocommit: breaking }, { wake: () => {} });
      await expect(receiveAll(events)).rejects.toThrow('lost');
      expect((await stored(keysOf(events))).map((row) => row.externalId)).toEqual(keysOf(events.slice(0, 2)));
      await receiveAll(events);
      expect((await stored(keysOf(events))).map((row) => row.externalId)).toEqual(keysOf(events));
    },
  );

  it('survives a deadlock with the batch of another instance', async () => {
    const second = openDatabase(connection);
    onTestFinished(() => second.close());
    const [here, there] = [receiver(), createReceiver(second, { wake: () => {} })];
    for (let round = 0; round < 4; round += 1) {
      const events = Array.from({ length: 60 }, () => event());
      const receipts = await Promise.all([...events.map(here.receive), ...events.toReversed().map(there.receive)]);
      expect(receipts.filter((receipt) => receipt === 'stored')).toHaveLength(60);
    }
  });

  it('goes or stays with the transaction it is stored in', async () => {
    const [kept, undone] = [event(), event()];
    expect(await db.transaction((tx) => insertInbox(tx, kept))).toBe('stored');
    expect(await db.transaction((tx) => insertInbox(tx, kept))).toBe('duplicate');
    const failing = db.transaction(async (tx) => {
      await insertInbox(tx, undone);
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(await stored([kept.externalId, undone.externalId])).toHaveLength(1);
  });
});

describe('the worker', () => {
  it('is woken when there is something new, and only then', async () => {
    let woken = 0;
    const { receive } = receiver({ wake: () => woken++ });
    const one = event();
    await receive(one);
    expect(woken).toBe(1);
    await receive(one);
    expect(woken).toBe(1);
  });

  it('of another instance gets a hint, but not one for each event', async () => {
    let heard = 0;
    const stop = await db.listen('inbox', () => heard++);
    onTestFinished(stop);
    heard = 0;
    const { receive } = receiver();
    for (let n = 0; n < 200; n += 1) await receive(event());
    await expect.poll(() => heard).toBeGreaterThan(0);
    expect(heard).toBeLessThan(100);
  });
});

describe('a database in trouble', () => {
  it('is never the reason of an acknowledgement without a row', async () => {
    expect(await acknowledgedButLost(receiver())).toEqual([]);
  });

  it('would be, if the acknowledgement came first (control)', async () => {
    const { receive, ...rest } = receiver();
    const hasty: Receiver = {
      ...rest,
      receive: async (one) => {
        receive(one).catch(() => undefined);
        return 'stored';
      },
    };
    // On a busy machine an insert may reach the lock too late to be ended, and lives.
    expect(await acknowledgedButLost(hasty)).not.toHaveLength(0);
  });

  it('that is silent keeps nobody waiting, and works again when it is back', async () => {
    const { receive } = receiver({ patienceMs: 50 });
    const early = Array.from({ length: 3 }, () => event());
    const later = event();
    await whileLocked(async () => {
      for (const one of early) await expect(receive(one)).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
      await expect(receive(later)).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
    });
    await expect.poll(() => receive(early[0]!).catch(() => 'refused')).toBe('duplicate');
    await expect.poll(() => stored(keysOf(early))).toHaveLength(3);
    await expect.poll(() => receive(event()).catch(() => 'refused')).toBe('stored');
    expect(await receiver().receive(later)).toBe('stored');
  });
});

/** Sends 20 events, ends every backend that carries them until none is under way, and compares. */
async function acknowledgedButLost({ receive }: Receiver): Promise<string[]> {
  const events = Array.from({ length: 20 }, () => event());
  const acknowledged: string[] = [];
  await whileLocked(async () => {
    let open = events.length;
    for (const one of events) {
      receive(one)
        .then(() => acknowledged.push(one.externalId))
        .catch(() => undefined)
        .finally(() => {
          open -= 1;
        });
    }
    // A sender that was acknowledged too early is not waited for; its inserts are still ended.
    for (let calm = 0; calm < 20; ) calm = (await endBlocked()) === 0 && open === 0 ? calm + 1 : 0;
  });
  const rows = new Set((await stored(acknowledged)).map((row) => row.externalId));
  return acknowledged.filter((key) => !rows.has(key));
}

/** Ends the backends that wait for a lock; gives how many there were. */
async function endBlocked(): Promise<number> {
  const ended = await db.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await new Promise((resolve) => setTimeout(resolve, 5));
  return ended.length;
}

/** Nothing can be inserted meanwhile. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx`lock table inbox in exclusive mode`;
    await work();
  });
}
