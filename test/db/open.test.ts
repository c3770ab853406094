import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkServer, explainDatabaseError, openDatabase, tooOld } from '../../src/db/open.ts';
import type { Sql } from '../../src/db/sql.ts';
import { testDatabase } from '../support/database.ts';

const { db, connection } = await testDatabase();
await db.autocommit`create table notes (id bigint generated always as identity primary key, text text not null)`;

function pids(sql: Sql, length = 8): Promise<{ pid: number }[]> {
  return Promise.all(
    Array.from(
      { length },
      async () =>
        (
          await sql<{ pid: number }>`
    select pg_backend_pid() as pid from pg_sleep(0.05)`
        )[0]!,
    ),
  );
}

async function terminate(victims: readonly { pid: number }[]): Promise<void> {
  await db.autocommit`select pg_terminate_backend(pid) from unnest(${victims.map(({ pid }) => pid)}::int[]) as pid`;
}

test('rows come with ids and money as text, dates as days, times as Date, json parsed', async () => {
  const [row] = await db.sql`
    select 9007199254740993::bigint as id, 1.50::numeric as amount, '2024-02-29'::date as day,
      '2024-02-29 12:00+08'::timestamptz as at, '{"a": [1]}'::jsonb as body`;
  const at = new Date('2024-02-29T04:00:00Z');
  expect(row).toEqual({ id: '9007199254740993', amount: '1.50', day: '2024-02-29', at, body: { a: [1] } });
});

test('fragments, identifiers, row lists and undefined are understood, in reads and in transactions', async () => {
  const only = (sql: Sql) => sql`where ${sql('text')} = ${'kept'}`;
  await db.transaction(async (tx) => {
    await tx`insert into notes ${tx([{ text: 'kept' }, { text: 'other' }])}`;
    expect(await tx`select text from notes ${only(tx)}`).toEqual([{ text: 'kept' }]);
  });
  expect(await db.sql`select ${db.sql(['text'])}, ${undefined}::text as nothing from notes ${only(db.sql)}`).toEqual([
    { text: 'kept', nothing: null },
  ]);
});

test('lists of text, numbers, bytes, times and booleans go in and come out as they were', async () => {
  const at = [new Date(0), null, new Date(1e12)];
  const bytes = [Buffer.from([0, 255]), Buffer.alloc(0)];
  const [row] = await db.sql`
    select ${['a"b', 'c\\d', 'e,{f}', '', 'NULL']}::text[] as texts, ${[1, -2]}::int[] as numbers, ${bytes}::bytea[] as bytes,
      ${at}::timestamptz[] as at, ${[true, false]}::boolean[] as flags, ${[[1n, 2n], [3n, 4n]]}::bigint[] as deep`;
  expect(row).toEqual({
    texts: ['a"b', 'c\\d', 'e,{f}', '', 'NULL'],
    numbers: [1, -2],
    bytes,
    at,
    flags: [true, false],
    deep: [
      ['1', '2'],
      ['3', '4'],
    ],
  });
});

test('any list of texts survives the way to the server and back', async () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed() && !value.includes('\0'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text)), async (texts) => {
      const [row] = await db.sql<{ texts: (string | null)[] }>`select ${texts}::text[] as texts`;
      expect(row?.texts).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});

test('a cursor, forEach and values work', async () => {
  const read: unknown[] = [];
  for await (const rows of db.sql`select n from generate_series(1, 5) n`.cursor(2)) read.push(...rows);
  await db.sql`select n from generate_series(6, 7) n`.forEach((row) => {
    read.push(row);
  });
  expect(read).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => ({ n })));
  expect(await db.sql`select 1, 2`.values()).toEqual([[1, 2]]);
});

test('a stray write through the reading handle is refused, the same write elsewhere is not', async () => {
  await expect(db.sql`insert into notes (text) values ('stray')`).rejects.toMatchObject({ code: '25006' });
  await db.autocommit`insert into notes (text) values ('meant')`;
  expect(await db.sql`select text from notes where text in ('stray', 'meant')`).toEqual([{ text: 'meant' }]);
});

test('reads go on as if nothing had happened when every connection was cut', async () => {
  await terminate(await pids(db.sql));
  expect(await pids(db.sql)).toHaveLength(8);
  // Control: a read that is cut twice is not tried for ever.
  const victim = db.sql`select pg_terminate_backend(pg_backend_pid())`;
  await expect(victim).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION_CLOSED|57P01/) });
});

test('a single writing statement that is cut is reported, never tried again', async () => {
  const cut = db.autocommit`
    with written as (insert into notes (text) values ('cut') returning id)
    select pg_terminate_backend(pg_backend_pid()), pg_sleep(1) from written`;
  await expect(cut).rejects.toThrow();
  expect(await db.sql`select from notes where text = 'cut'`).toHaveLength(0);
});

test('a statement that takes too long is ended and the connection stays usable', async () => {
  const hasty = openDatabase(connection, { poolSize: 1, queryTimeoutMs: 500 });
  const [before] = await pids(hasty.sql, 1);
  await expect(hasty.sql`select pg_sleep(60)`).rejects.toMatchObject({ code: '57014' });
  expect(await pids(hasty.sql, 1)).toEqual([before]);
  await hasty.close();
});

test('more statements than connections wait for their turn', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => db.sql<{ n: number }>`select ${n}::int as n`),
  );
  expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('a listener hears a notification, one from a transaction after its commit, and goes on after its connection was cut', async () => {
  let heard = 0;
  const stop = await db.listen('bell', () => {
    heard += 1;
  });
  await db.notify('bell');
  await expect.poll(() => heard).toBe(1);
  await db.autocommit`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`;
  // Once on its own after it is back, because it may have missed one.
  await expect.poll(() => heard).toBe(2);
  await db.transaction((tx) => tx`select pg_notify('bell', '')`);
  await expect.poll(() => heard).toBe(3);
  await stop();
  await db.notify('bell');
  await pause(50);
  expect(heard).toBe(3);
});

test('a closed handle says so instead of hanging', async () => {
  const closed = openDatabase(connection);
  const running = closed.sql`select 1 as done from pg_sleep(0.2)`.execute();
  await pause(50);
  await closed.close();
  expect(await running).toEqual([{ done: 1 }]);
  await expect(closed.sql`select 1`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
  await expect(closed.transaction(async () => 1)).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
});

test('an error from the server names the place that asked', async () => {
  const error = await db.sql`select 1 / 0`.catch((reason: unknown) => reason);
  expect((error as Error).stack).toContain('open.test.ts');
});

test('a database URL works as well as parts', async () => {
  const { host, port, user, password, database } = connection;
  for (const url of [
    `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`,
    `postgres:///${database}?host=${host}&user=${user}`,
  ]) {
    const other = openDatabase({ url });
    const error = await other.sql`select current_database() as name`.catch((reason: unknown) => reason);
    if (url.includes(password)) expect(error).toEqual([{ name: database }]);
    else expect(explainDatabaseError(error)).toMatch(/refused/);
    await other.close();
  }
});

test.each([
  ['a wrong password', { password: 'wrong' }, /refused the password/],
  ['an unknown database', { database: 'nowhere' }, /does not exist/],
  ['a missing socket', { host: '/nowhere' }, /No database answers at the socket/],
  ['a port where nobody listens', { host: '127.0.0.1', port: 1 }, /No database answers at the address/],
  ['an unknown host', { host: 'nowhere.invalid' }, /host name/],
])('%s is explained in one sentence', async (_, change, sentence) => {
  const wrong = openDatabase({ ...connection, ...change });
  const error = await wrong.sql`select 1`.catch((reason: unknown) => reason);
  await wrong.close();
  expect(explainDatabaseError(error)).toMatch(sentence);
  expect(explainDatabaseError(new Error('something else'))).toBeUndefined();
});

test('a server that accepts and hangs up is tried once a query, not in a loop', async () => {
  let calls = 0;
  const rude = createServer((socket) => {
    calls += 1;
    socket.end();
  }).listen(0, '127.0.0.1');
  await once(rude, 'listening');
  const other = openDatabase({ ...connection, host: '127.0.0.1', port: (rude.address() as AddressInfo).port });
  const error = await other.autocommit`select 1`.catch((reason: unknown) => reason);
  expect(explainDatabaseError(error)).toBe('The connection to the database was lost.');
  await pause(100);
  expect(calls).toBe(1);
  await other.close();
  rude.close();
});

test('a server that accepts and says nothing is given up in time', async () => {
  const mute = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const port = (mute.address() as AddressInfo).port;
  const other = openDatabase({ ...connection, host: '127.0.0.1', port }, { queryTimeoutMs: 1 });
  await expect(other.autocommit`select 1`).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
  await other.close();
  mute.close();
});

test('this server is new enough, and an older one is named', async () => {
  await expect(checkServer(db)).resolves.toBeUndefined();
  expect(tooOld('15.18 (Debian 15.18-0+deb12u1)')).toBe('PostgreSQL 15.18 is too old: solo-crm needs 16 or newer.');
});

test('trigram search sees Chinese', async () => {
  await db.autocommit`create extension pg_trgm`;
  const [row] = await db.sql<{
    trigrams: string[];
  }>`select show_trgm('张三') as trigrams, show_trgm('张三' collate "C") as none`;
  expect(row?.trigrams).toHaveLength(3);
});
