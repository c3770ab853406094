import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import { findCluster } from '../../src/db/postgres/cluster.ts';
import { findPostmaster } from '../../src/db/postgres/postmaster.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { banner } from '../../src/service/banner.ts';
import { createDatabase } from '../support/database.ts';
import { freePort } from '../support/free_port.ts';
import { temporaryDir } from '../support/global_setup.ts';
import { startTestService, type TestService, urlOf } from '../support/service.ts';
import { BUILT } from '../support/terminal.ts';

describe('a running service', () => {
  const dir = temporaryDir();
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ DATA_DIR: dir });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('says that it is ready and how old its queues are', async () => {
    const response = await fetch(`${service.url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: true, inboxFailed: 0 });
  });

  it('does what another process says, through its inbox', async () => {
    const config = readConfig(service.environment);
    expect(await say(config, '/add Anna Smith anna@example.com #vip')).toMatchObject({ title: 'Anna Smith #vip' });
    expect(await say(config, '/查找 anna@')).toMatchObject({ title: 'Anna Smith #vip' });
    expect(await say(config, '/nonsense')).toMatchObject({ failed: true });
    const rows = await service.house.db.sql`select source from inbox where processed_at is not null`;
    expect(rows).toHaveLength(3);
  });

  it('gives what each of several commands shows, before the reply that tells of all', async () => {
    const told: Reply[] = [];
    const reply = await say(readConfig(service.environment), '/tasks\n/find anna@', (one) => told.push(one));
    expect(told.map(({ title }) => title)).toContain('Anna Smith #vip');
    expect(told).toHaveLength(2);
    expect(reply.lists?.[0]?.items).toHaveLength(2);
  });

  it('takes a signed webhook on the address that /connect gives, and refuses everything else without a row', async () => {
    const config = readConfig(service.environment);
    const reply = await say(config, '/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const hook = /http\S+/.exec(reply.text ?? '')![0];
    const body = '{"id":1001,"name":"#1001"}';
    // the known answer of the fact sheet for this secret and body
    const signature = 'j+s/edOLEwxw7CFd7a5kphYrc9VRLISUwW/e7HyIcX4=';
    const post = (url: string, headers: Record<string, string>, sent: string = body) =>
      fetch(url, { method: 'POST', body: sent, headers }).then((response) => response.status);
    const count = async () => (await service.house.db.sql`select from inbox`).length;
    const before = await count();
    expect(await post(hook, {})).toBe(401);
    expect(
      await post(hook, { 'x-shopify-hmac-sha256': signature.replace(/^./, (first) => (first === 'v' ? 'w' : 'v')) }),
    ).toBe(401);
    expect(await post(hook, { 'x-shopify-hmac-sha256': signature }, `${body} `)).toBe(401);
    expect(await post(`${service.url}/hooks/shopify/nobody`, { 'x-shopify-hmac-sha256': signature })).toBe(404);
    expect(await post(hook, { 'x-shopify-hmac-sha256': signature }, 'x'.repeat(1_100_000))).toBe(413);
    expect(await count()).toBe(before);
    expect(await post(hook, { 'x-shopify-hmac-sha256': signature, 'x-shopify-webhook-id': 'w1' })).toBe(200);
    expect(await count()).toBe(before + 1);
  });

  it('keeps the secret of a shop nowhere in the clear', async () => {
    const { db } = service.house;
    const tables = ['inbox', 'outbox', 'journal', 'journal_changes', 'connections', 'buttons', 'messages'];
    for (const table of tables) {
      const [row] = await db.sql<{ found: number }>`
        select count(*)::int as found from ${db.sql(table)} t
        where t::text like '%shpss_0123456789abcdef0123456789abcdef%' or t::text like ${`%${Buffer.from('shpss_0123456789abcdef0123456789abcdef').toString('hex')}%`}`;
      expect(row, table).toEqual({ found: 0 });
    }
  });

  it('is not started a second time on the same data', async () => {
    const again = startTestService({ ...service.environment, PORT: String(await freePort()) });
    await expect(again).rejects.toThrow(/already running/);
  });
});

it('a service that speaks another language than LOCALE says which, why and how to change it', async () => {
  const service = await startTestService({ LOCALE: 'en' });
  await say(readConfig(service.environment), '/settings language 中文');
  const asked = readConfig({ ...service.environment, LOCALE: 'en' });
  expect(await banner(service, asked)).toMatch(/LOCALE=en does not count here.*中文.*\/settings language English/);
  expect((await say(asked, '/settings language English')).failed).toBeUndefined();
  expect(await banner(service, asked)).not.toContain('LOCALE=');
  await service.stop();
});

it('a service whose key is not the one its shops were sealed with says which, at the start and in /status', async () => {
  const dir = temporaryDir();
  const database = await createDatabase();
  const given = { DATABASE_URL: urlOf(database.connection) };
  const status = async (service: TestService) => JSON.stringify(await say(readConfig(service.environment), '/status'));
  const first = await startTestService({ ...given, DATA_DIR: dir });
  await say(readConfig(first.environment), '/connect shopify shpss_0123456789abcdef0123456789abcdef');
  expect(await status(first)).not.toContain('ENCRYPTION_KEY_FILE');
  expect(await banner(first, readConfig(first.environment))).not.toContain('ENCRYPTION_KEY_FILE');
  await first.stop();
  const lost = await startTestService({ ...given, DATA_DIR: dir, ENCRYPTION_KEY_FILE: join(dir, 'another.key') });
  expect(await banner(lost, readConfig(lost.environment))).toMatch(
    /Shopify · 1: nothing is taken in.*ENCRYPTION_KEY_FILE/,
  );
  expect(await status(lost)).toMatch(/🔴 Shopify · 1.*ENCRYPTION_KEY_FILE/);
  await lost.stop();
  const back = await startTestService({ ...given, DATA_DIR: dir });
  expect(await status(back)).not.toContain('ENCRYPTION_KEY_FILE');
  await back.stop();
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

describe('a service that cannot start says why in one sentence', () => {
  it('when its port is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as { port: number };
    const dir = temporaryDir();
    await expect(startTestService({ DATA_DIR: dir, PORT: String(port) })).rejects.toThrow(`Port ${port} is in use`);
    squatter.close();
    // and it has let go of everything: the same directory starts on another port
    const service = await startTestService({ DATA_DIR: dir });
    await service.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('when its data directory cannot be written', async () => {
    const dir = temporaryDir();
    const file = join(dir, 'file');
    writeFileSync(file, '');
    await expect(startTestService({ DATA_DIR: join(file, 'data') })).rejects.toThrow(
      /data directory .* cannot be made/,
    );
    rmSync(dir, { recursive: true, force: true });
  });

  it('when its database does not answer', async () => {
    const dir = temporaryDir();
    const url = `postgres://nobody:secret@127.0.0.1:${await freePort()}/crm`;
    const refused = startTestService({ DATA_DIR: dir, DATABASE_URL: url });
    await expect(refused).rejects.toThrow(/database|PostgreSQL/i);
    await expect(refused).rejects.not.toThrow(/secret/);
    rmSync(dir, { recursive: true, force: true });
  });
});

it('crm say does the work itself when no service runs, and the service goes on with it later', async () => {
  const dir = temporaryDir();
  const config = readConfig({ DATA_DIR: dir, LOCALE: 'en' });
  expect(await say(config, '/add Otto otto@example.com')).toMatchObject({ title: 'Otto' });
  const service = await startTestService({ DATA_DIR: dir });
  expect(await say(readConfig(service.environment), '/find otto')).toMatchObject({ title: 'Otto' });
  await service.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('the program', () => {
  const run = (environment: Record<string, string>) =>
    spawn(process.execPath, [BUILT], {
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('lists everything that is wrong with its settings at once, and exits 1', async () => {
    const child = run({ PORT: 'many', TIMEZONE: 'Mars/Base', LOCALE: 'fr', SMTP_URL: 'http://x' });
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += chunk;
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    for (const name of ['PORT', 'TIMEZONE', 'LOCALE', 'SMTP_URL']) expect(words).toContain(name);
  });

  it.runIf(process.platform === 'linux').each([['/proc/x'], ['/proc'], ['/sys']])(
    'says in one line that its data cannot be at %s, and exits 1',
    async (dir) => {
      const child = run({ DATA_DIR: dir });
      let words = '';
      child.stderr.on('data', (chunk) => {
        words += chunk;
      });
      const killed = setTimeout(() => child.kill('SIGKILL'), 60_000);
      expect(await once(child, 'exit')).toEqual([1, null]);
      clearTimeout(killed);
      expect(words.trim()).toMatch(new RegExp(`^The data directory ${dir} cannot be .*DATA_DIR.*$`));
    },
  );

  it('says in at most 15 lines what is on, works on when nobody reads it any more, and ends cleanly at SIGTERM', async () => {
    const dir = temporaryDir();
    const port = await freePort();
    const child = run({ DATA_DIR: dir, PORT: String(port), LOCALE: 'en' });
    let words = '';
    for await (const chunk of child.stdout) {
      words += chunk;
      if (words.includes('crm -- say')) break;
    }
    expect(words.trim().split('\n').length).toBeLessThanOrEqual(15);
    expect(words).toContain('TELEGRAM_BOT_TOKEN=');
    await sleep(200); // what is printed next finds the pipe closed
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
    expect(code).toBe(0);
    rmSync(dir, { recursive: true, force: true });
  });

  it('told to end while it starts, leaves no database server behind', async () => {
    const dir = temporaryDir();
    const child = run({ DATA_DIR: dir, PORT: String(await freePort()) });
    const ended = once(child, 'exit');
    await vi.waitUntil(() => serverOn(dir), { timeout: 60_000, interval: 5 });
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(serverOn(dir)).toBeUndefined();
    rmSync(dir, { recursive: true, force: true });
  });
});

describe('the program under npm, in a group of its own', () => {
  const root = new URL('../..', import.meta.url).pathname;
  /** `npm start`, as the README says, but without a look for what has changed. */
  async function start(dir: string) {
    const home = temporaryDir();
    const script = `exec node ${root}${BUILT}`;
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'x', scripts: { start: script } }));
    const environment = { DATA_DIR: dir, PORT: String(await freePort()), LOCALE: 'en' };
    const child = spawn('npm', ['start'], {
      cwd: home,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let words = '';
    child.stdout.on('data', (chunk) => {
      words += chunk;
    });
    await vi.waitUntil(() => words.includes('crm -- say'), { timeout: 60_000, interval: 50 });
    return { pid: child.pid!, ended: once(child, 'exit') };
  }
  const serverEnds = (dir: string) => vi.waitUntil(() => !serverOn(dir), { timeout: 60_000, interval: 20 });

  it('takes a signal to the whole group for one, however often it arrives: it ends in order and stops its database', async () => {
    const dir = temporaryDir();
    const { pid, ended } = await start(dir);
    expect(serverOn(dir)).toBeDefined();
    process.kill(-pid, 'SIGTERM');
    process.kill(-pid, 'SIGTERM');
    await ended;
    await serverEnds(dir);
    // ended in order, it took its name off the directory
    expect(existsSync(join(dir, 'lock'))).toBe(false);
    rmSync(dir, { recursive: true, force: true });
  });
});

it('a process that ends without waiting for anything still stops its database', async () => {
  const dir = temporaryDir();
  const code = `
    import { startEmbedded } from './src/db/postgres/embedded.ts';
    await startEmbedded(process.argv[1]);
    process.exit(1);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code, dir];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  await once(child, 'exit');
  expect(findCluster(dir)).toBeDefined();
  await vi.waitUntil(() => !serverOn(dir), { timeout: 60_000, interval: 20 });
  rmSync(dir, { recursive: true, force: true });
});

function serverOn(dir: string) {
  const cluster = findCluster(dir);
  return cluster && findPostmaster(cluster.dir);
}
