import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { killServer, untilReady } from '../../../chaos/kill.ts';
import { audit, CREATE_PAIRS, randomFrom, writePairs } from '../../../chaos/pairs.ts';
import type { Connection } from '../../../src/db/client.ts';
import { openDatabase } from '../../../src/db/open.ts';
import { findCluster } from '../../../src/db/postgres/cluster.ts';
import { connectionOfRunning, startEmbedded } from '../../../src/db/postgres/embedded.ts';
import { findPostmaster } from '../../../src/db/postgres/postmaster.ts';
import { temporaryDir } from '../../support/global_setup.ts';
import { kill, startChild } from './child.ts';

const home = temporaryDir();
afterAll(() => rmSync(home, { recursive: true, force: true }));
const FAST = { fsync: 'off' };
const asRoot = process.getuid?.() === 0;

async function answer(connection: Connection, query: string): Promise<unknown> {
  const db = openDatabase(connection);
  try {
    return Object.values((await db.autocommit.unsafe(query))[0] ?? {})[0];
  } finally {
    await db.close();
  }
}

/** The tests before the last one use one cluster, moved about: making one takes a second. */
const plain = join(home, 'plain');

test('a first start goes past an interrupted one, and what was stored is there after a stop and a start', async () => {
  mkdirSync(join(plain, 'postgres.new', 'base'), { recursive: true });
  const first = await startEmbedded(plain, FAST);
  await answer(first.connection, 'create table kept as select 7 as n');
  await first.stop();
  expect(existsSync(join(plain, 'postgres.new'))).toBe(false);
  expect(statSync(findCluster(plain)!.passwordFile).mode & 0o777).toBe(0o600);
  const second = await startEmbedded(plain, FAST);
  expect(await answer(second.connection, 'select n from kept')).toBe(7);
  expect(await answer(second.connection, 'show data_checksums')).toBe('on');
  await second.stop();
});

test.runIf(asRoot)('a data directory that root has copied without its owners is the server’s again', async () => {
  const copy = join(home, 'copied');
  execFileSync('cp', ['-r', plain, copy]);
  expect(statSync(join(copy, 'postgres', 'PG_VERSION')).uid).toBe(0);
  const server = await startEmbedded(copy, FAST);
  expect(await answer(server.connection, 'select n from kept')).toBe(7);
  await server.stop();
  rmSync(copy, { recursive: true });
});

test('another process finds the running server and nothing after its stop', async () => {
  const server = await startEmbedded(plain, FAST);
  expect(await connectionOfRunning(plain)).toEqual(server.connection);
  await server.stop();
  expect(await connectionOfRunning(plain)).toBeUndefined();
  expect(await connectionOfRunning(join(home, 'nowhere'))).toBeUndefined();
});

test('a second start on the same directory says so; the server of a killed process is taken over by the next start', async () => {
  const child = await startChild('embedded_child.ts', plain);
  await expect(startEmbedded(plain, FAST)).rejects.toThrow(`The database in ${plain} is already in use`);
  const connection = (await connectionOfRunning(plain))!;
  await kill(child);
  const orphan = findPostmaster(findCluster(plain)!.dir)!;
  await answer(connection, 'insert into kept values (8)');
  const next = await startEmbedded(plain, FAST);
  expect(await answer(next.connection, 'select sum(n)::int from kept')).toBe(15);
  expect(findPostmaster(findCluster(plain)!.dir)!.pid).not.toBe(orphan.pid);
  await next.stop();
});

test('a stale pid file that names somebody else’s process is not taken for a server', async () => {
  const { dir: cluster } = findCluster(plain)!;
  const pidFile = join(cluster, 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${cluster}\n1\n5432\n${cluster}\n\n\nready   \n`);
  expect(await connectionOfRunning(plain)).toBeUndefined();
  rmSync(pidFile);
});

test('a copy of a directory whose server runs starts beside it, and does not tell anybody to end that one', async () => {
  const original = await startEmbedded(plain, FAST);
  const copied = join(home, 'copied');
  execFileSync('cp', ['-a', plain, copied]);
  const copy = await startEmbedded(copied, FAST);
  expect(await answer(copy.connection, 'select sum(n)::int from kept')).toBe(15);
  expect(await answer(original.connection, 'select sum(n)::int from kept')).toBe(15);
  await copy.stop();
  await original.stop();
});

test('a server that cannot start says why, and lets the directory go', async () => {
  await expect(startEmbedded(plain, { shared_buffers: 'much' })).rejects.toThrow(/could not start.*shared_buffers/);
  await (await startEmbedded(plain, FAST)).stop();
});

test('a server killed under load comes back by itself, and with it the open handle and its listener', async () => {
  const server = await startEmbedded(plain, FAST);
  const address = server.connection as Exclude<Connection, { url: string }>;
  await answer(address, CREATE_PAIRS);
  const db = openDatabase(address);
  let heard = 0;
  await db.listen('bell', () => {
    heard += 1;
  });
  let kills = 0;
  const fire = async () => {
    for (; kills < 2; kills++) {
      await pause(300);
      await untilReady(findCluster(plain)!.dir, killServer(findCluster(plain)!.dir));
    }
  };
  const load = { random: randomFrom(7), writers: 12, patienceMs: 45_000, goOn: () => kills < 2 };
  const [tally] = await Promise.all([writePairs(db, load), fire()]);
  expect(await db.transaction((tx) => tx`select 1 as one`)).toEqual([{ one: 1 }]);
  await expect.poll(() => heard).toBeGreaterThan(0);
  expect(await audit(address, tally)).toEqual({ partial: 0, lost: 0 });
  expect(tally.hung).toBe(0);
  await db.close();
  await server.stop();
});

test('where the path is too long for a socket, the server listens on a port of 127.0.0.1', async () => {
  const deep = join(home, 'deep'.repeat(12), 'deep'.repeat(12));
  mkdirSync(dirname(deep));
  renameSync(plain, deep);
  const server = await startEmbedded(deep, FAST);
  expect(server.connection).toMatchObject({ host: '127.0.0.1' });
  expect(await answer(server.connection, 'select n from kept')).toBe(7);
  expect(await connectionOfRunning(deep)).toEqual(server.connection);
  await server.stop();
});

test('a cluster of another PostgreSQL version is refused in one sentence', async () => {
  const dir = join(home, 'old');
  mkdirSync(join(dir, 'postgres'), { recursive: true });
  writeFileSync(join(dir, 'postgres', 'PG_VERSION'), '13\n');
  await expect(startEmbedded(dir, FAST)).rejects.toThrow('is of PostgreSQL 13, this solo-crm brings 18');
});

test('a data directory that cannot be is refused in one sentence', async () => {
  writeFileSync(join(home, 'file'), '');
  await expect(startEmbedded(join(home, 'file', 'data'), FAST)).rejects.toThrow(
    /^The data directory .* cannot be written to/,
  );
});

test.runIf(asRoot)(
  'as root, below a directory that only root may enter, the data go where the server can reach them',
  async () => {
    const dir = join(home, 'private', 'data');
    mkdirSync(dir, { recursive: true });
    chmodSync(dirname(dir), 0o700);
    const first = await startEmbedded(dir, FAST);
    const cluster = realpathSync(join(dir, 'postgres'));
    await answer(first.connection, 'create table kept as select 7 as n');
    await first.stop();
    const second = await startEmbedded(dir, FAST);
    expect(await answer(second.connection, 'select n from kept')).toBe(7);
    // a copy of the directory leads to the same data, and must not end their server
    const copy = join(home, 'private', 'copy');
    mkdirSync(copy);
    symlinkSync(cluster, join(copy, 'postgres'));
    await expect(startEmbedded(copy, FAST)).rejects.toThrow('already in use');
    expect(await answer(second.connection, 'select n from kept')).toBe(7);
    await second.stop();
    expect(cluster).toMatch(/^\/var\/lib\/solo-crm\//);
    expect(readFileSync(`${cluster}.password`, 'utf8')).not.toBe('');
    rmSync(dirname(cluster), { recursive: true });
  },
);
