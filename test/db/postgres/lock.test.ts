import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DataDirBusy, lockDataDir } from '../../../src/db/postgres/lock.ts';
import { temporaryDir } from '../../support/global_setup.ts';
import { kill, startChild } from './child.ts';

const home = temporaryDir();
afterAll(() => rmSync(home, { recursive: true, force: true }));

function dataDir(name: string): string {
  mkdirSync(join(home, name));
  return join(home, name);
}

test('a data directory is taken once, and can be taken again when it was let go', async () => {
  const dir = dataDir('once');
  const first = await lockDataDir(dir, 'cli');
  const refusal = await lockDataDir(dir, 'service').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DataDirBusy);
  expect(refusal).toMatchObject({ pid: process.pid, role: 'cli', message: expect.stringContaining(dir) });
  await first.release();
  await (await lockDataDir(dir, 'service')).release();
});

test('another name for the same directory is the same directory', async () => {
  const dir = dataDir('real');
  symlinkSync(dir, join(home, 'link'));
  const lock = await lockDataDir(dir, 'service');
  await expect(lockDataDir(join(home, 'link'), 'service')).rejects.toBeInstanceOf(DataDirBusy);
  await lock.release();
});

test('is not kept from starting by who only knows where the directory is', async () => {
  const dir = dataDir('squatted');
  // all that another account on the machine can see of it
  const { dev, ino } = statSync(dir, { bigint: true });
  const id = createHash('sha256').update(`${dev}:${ino}:data`).digest('hex').slice(0, 24);
  const squatter = createServer().listen(`\0solo-crm-${id}`);
  await once(squatter, 'listening');
  await (await lockDataDir(dir, 'service')).release();
  expect(statSync(join(dir, 'lock.secret')).mode & 0o077).toBe(0);
  squatter.close();
});

test('of many who want it at once, one gets it', async () => {
  const dir = dataDir('many');
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dir, 'service')));
  const won = tries.filter((outcome) => outcome.status === 'fulfilled');
  expect(won).toHaveLength(1);
  await won[0]!.value.release();
});

test('a killed holder holds nothing any more, although its note is still there', async () => {
  const dir = dataDir('killed');
  const child = await startChild('lock_child.ts', dir);
  await expect(lockDataDir(dir, 'cli')).rejects.toMatchObject({ pid: child.pid, role: 'service' });
  await kill(child);
  expect(readFileSync(join(dir, 'lock'), 'utf8')).toBe(`${child.pid} service\n`);
  await (await lockDataDir(dir, 'service')).release();
});
