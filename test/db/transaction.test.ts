import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { beforeEach, expect, test, vi } from 'vitest';
import { isAway } from '../../src/db/errors.ts';
import type { Sql } from '../../src/db/sql.ts';
import { testDatabase } from '../support/database.ts';
import { turnsOf } from '../support/statements.ts';

const { db, connection } = await testDatabase();
await db.autocommit`create table pairs (half text primary key)`;

beforeEach(async () => {
  await db.autocommit`truncate pairs`;
});

async function stored(): Promise<string[]> {
  const rows = await db.sql<{ half: string }>`select half from pairs order by half`;
  return rows.map(({ half }) => half);
}

async function terminate(pid: number): Promise<void> {
  await db.autocommit`select pg_terminate_backend(${pid}, 5000)`;
}

async function pidOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ pid: number }>`select pg_backend_pid() as pid`;
  return row!.pid;
}

test('what a transaction wrote is there when it has returned, and its result is given back', async () => {
  const result = await db.transaction(async (tx) => {
    await tx`insert into pairs values ('left'), ('right')`;
    return 'done';
  });
  expect([result, await stored()]).toEqual(['done', ['left', 'right']]);
});

test('queries that go along with the begin see what is there, and the rows of each are given', async () => {
  await db.autocommit`insert into pairs values ('left'), ('right')`;
  const along = await db.transaction(
    async (tx, rows) => {
      await tx`insert into pairs values ('whole')`;
      return rows.map((some) => [...some]);
    },
    ['select half from pairs order by half', 'select count(*)::int from pairs'],
  );
  expect([along, await stored()]).toEqual([
    [[{ half: 'left' }, { half: 'right' }], [{ count: 2 }]],
    ['left', 'right', 'whole'],
  ]);
});

test('a statement that goes along with the commit knows the result, and the server is waited for once', async () => {
  const turns = await turnsOf(() =>
    db.transaction(
      async (tx) => {
        await tx`insert into pairs values ('left')`;
        return 'right';
      },
      [],
      (tx, half) => tx`insert into pairs values (${half})`,
    ),
  );
  expect(turns.at(-1)).toBe('insert into pairs values (…); commit');
  expect(await stored()).toEqual(['left', 'right']);
});

test('when the statement that goes along with the commit fails, nothing is there, and its error is told', async () => {
  const failing = db.transaction(
    async (tx) => void (await tx`insert into pairs values ('left')`),
    [],
    (tx) => tx`insert into pairs values ('left')`,
  );
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await stored()).toEqual([]);
  await db.transaction(async (tx) => void (await tx`insert into pairs values ('right')`));
  expect(await stored()).toEqual(['right']);
});

test('statements that are asked for at one moment go together, in their order, and the server is waited for once', async () => {
  const turns = await turnsOf(() =>
    db.transaction(async (tx) => {
      const add = (half: string) => tx`insert into pairs values (${half})`;
      await Promise.all([add('left'), tx`insert into pairs select half || '!' from pairs`, add('right')]);
      await tx`select 1`;
    }),
  );
  expect(turns).toEqual([
    'begin read write',
    "insert into pairs values (…); insert into pairs select half || '!' from pairs; insert into pairs values (…)",
    'select 1',
    'commit',
  ]);
  expect(await stored()).toEqual(['left', 'left!', 'right']);
});

test('when one of several that go together fails, nothing of them stays', async () => {
  const failing = db.transaction((tx) =>
    Promise.all([
      tx`insert into pairs values ('left')`,
      tx`insert into pairs values ('left')`,
      tx`insert into pairs values ('right')`,
    ]),
  );
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await stored()).toEqual([]);
});

test('when the connection dies under several that go together, nothing of them stays and nothing comes after them', async () => {
  const dying = db.transaction(async (tx) => {
    const pid = await pidOf(tx);
    const together = Promise.all([
      tx`select pg_sleep(0.2)`,
      tx`insert into pairs values ('left')`,
      tx`insert into pairs values (${'right'})`,
    ]);
    await terminate(pid);
    await together;
  });
  await expect(dying).rejects.toSatisfy(isAway);
  expect(await stored()).toEqual([]);
});

test('a query that fails along with the begin leaves no transaction open behind it', async () => {
  const { db: one } = await testDatabase({ poolSize: 1 });
  await one.autocommit`create table pairs (half text primary key)`;
  const work = vi.fn(async () => undefined);
  await expect(one.transaction(work, ['select 1/0'])).rejects.toMatchObject({ code: '22012' });
  expect(work).not.toHaveBeenCalled();
  await expect(one.sql`insert into pairs values ('left')`).rejects.toMatchObject({ code: '25006' });
});

test('an error thrown in a transaction takes everything back and is passed on', async () => {
  const failing = db.transaction(async (tx) => {
    await tx`insert into pairs values ('left')`;
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await stored()).toEqual([]);
});

test('a failed statement fails the transaction even when the callback swallows its error', async () => {
  const swallowing = db.transaction(async (tx) => {
    await tx`insert into pairs values ('left')`;
    await tx`insert into pairs values ('left')`.catch(() => undefined);
  });
  await expect(swallowing).rejects.toMatchObject({ code: '23505' });
  expect(await stored()).toEqual([]);
});

test('a savepoint allows to go on after a failed statement', async () => {
  await db.transaction(async (tx) => {
    await tx`insert into pairs values ('left')`;
    await tx`savepoint here`;
    await tx`insert into pairs values ('left')`.catch(() => tx`rollback to here`);
    await tx`insert into pairs values ('right')`;
  });
  expect(await stored()).toEqual(['left', 'right']);
});

test('statements sent together run one after another, in order', async () => {
  const order = await db.transaction(async (tx) => {
    await tx`create temporary table steps (n int, id int generated always as identity) on commit drop`;
    await Promise.all([1, 2, 3, 4, 5].map((n) => tx`insert into steps (n) values (${n})`));
    return tx<{ n: number }>`select n from steps order by id`;
  });
  expect(order.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
});

test('a query after the end of its transaction is refused', async () => {
  let late: Sql = db.sql;
  await db.transaction(async (tx) => {
    late = tx;
  });
  await expect(late`insert into pairs values ('late')`).rejects.toMatchObject({ code: 'TRANSACTION_OVER' });
  expect(await stored()).toEqual([]);
});

/** Writes one half, loses the connection, waits until the pool is busy with new ones, and goes on as if nothing had happened. */
async function cutInTheMiddle(
  transaction: (work: (tx: Sql) => Promise<void>) => Promise<unknown>,
  another: () => PromiseLike<unknown>,
): Promise<{ outcome: unknown; next: () => string }> {
  let next = 'not reached';
  const outcome = await transaction(async (tx) => {
    await tx`insert into pairs values ('left')`;
    await terminate(await pidOf(tx));
    await another();
    next = 'never settled';
    await tx`insert into pairs values ('right')`.then(
      () => {
        next = 'succeeded';
      },
      () => {
        next = 'failed';
      },
    );
  }).catch((error: unknown) => error);
  await expect.poll(() => next).not.toBe('not reached');
  return { outcome, next: () => next };
}

test('a transaction whose connection dies rejects, its handle never settles, and nothing of it is stored', async () => {
  const { outcome, next } = await cutInTheMiddle(
    (work) => db.transaction(work),
    () => db.sql`select 1`,
  );
  expect(outcome).toMatchObject({ code: 'CONNECTION_CLOSED' });
  await pause(200);
  expect([next(), await stored()]).toEqual(['never settled', []]);
});

test('control: with postgres.js alone the rest of a dead transaction is written', async () => {
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined });
  const { next } = await cutInTheMiddle(
    (work) => sql.begin((tx) => work(tx as unknown as Sql)),
    () => sql`select 1`,
  );
  await expect.poll(next).toBe('succeeded');
  expect(await stored()).toEqual(['right']);
  await sql.end({ timeout: 0 });
});

test('a connection that is lost while it commits rejects', async () => {
  await db.autocommit.unsafe(`
    create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(15); return null; end $$;
    create constraint trigger slow after insert on pairs deferrable initially deferred for each row when (new.half = 'slow')
    execute function dawdle()`);
  let pid = 0;
  const committing = db.transaction(async (tx) => {
    pid = await pidOf(tx);
    await tx`insert into pairs values ('slow')`;
  });
  const outcome = expect(committing).rejects.toThrow();
  await expect.poll(() => db.sql`select from pg_stat_activity where pid = ${pid} and query = 'commit'`).toHaveLength(1);
  await terminate(pid);
  await outcome;
  expect(await stored()).toEqual([]);
});

test('a transaction starts on a live connection although every idle one has died', async () => {
  const idle = await Promise.all(
    Array.from({ length: 8 }, () =>
      db.transaction(async (tx) => {
        await tx`select pg_sleep(0.05)`;
        return pidOf(tx);
      }),
    ),
  );
  await Promise.all(idle.map(terminate));
  const results = await Promise.all(
    idle.map((_, n) =>
      db.transaction(async (tx) => {
        await tx`insert into pairs values (${String(n)})`;
      }),
    ),
  );
  expect([results.length, (await stored()).length]).toEqual([8, 8]);
});
