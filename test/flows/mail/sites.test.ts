import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../src/cli/say.ts';
import { readConfig } from '../../../src/config.ts';
import { readStartNote, writeStartNote } from '../../../src/db/postgres/start_note.ts';
import { embeddedFacts, serverFacts } from '../../../src/db/site.ts';
import { noteStart, type Start } from '../../../src/domain/owner/site.ts';
import { enqueue } from '../../../src/outbox/enqueue.ts';
import { banner } from '../../../src/service/banner.ts';
import { createDatabase } from '../../support/database.ts';
import { temporaryDir } from '../../support/global_setup.ts';
import { testHouse } from '../../support/house.ts';
import { type FakeTelegram, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const CUSTOMER = 7001;

/** With its owners and times, as a backup keeps them. */
const copyAll = (from: string, to: string) => execFileSync('cp', ['-a', from, to]);

describe('a copy of the data directory', () => {
  let telegram: FakeTelegram;
  let original: string;
  let copy: string;
  let service: TestService;

  const start = (dir: string) =>
    startTestService({ ...telegramEnvironment(telegram), TELEGRAM_OWNER_ID: '42', DATA_DIR: dir });
  const typed = (text: string) => say(readConfig(service.environment), text);

  /** An answer that waits to leave for a customer. */
  const answerWaits = (key: string) =>
    service.house.act((ctx) =>
      enqueue(ctx.tx, ctx.random, {
        ...{ channel: 'telegram', address: String(CUSTOMER), audience: 'customer', idempotencyKey: key },
        payload: { kind: 'message', reply: { text: key } },
        delaySeconds: 3600,
      }),
    );
  const itsTimeComes = () => service.house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
  const polled = () => telegram.calls('getUpdates').length;

  beforeAll(async () => {
    telegram = await startFakeTelegram();
    original = temporaryDir();
    copy = join(temporaryDir(), 'data');
    service = await start(original);
    telegram.meet(CUSTOMER);
    await answerWaits('The tea has arrived');
    await service.stop();
    copyAll(original, copy);
  });
  afterAll(async () => {
    await service.stop();
    await telegram.close();
    for (const dir of [original, copy]) rmSync(dir, { recursive: true, force: true });
  });

  it('sends and fetches nothing, and says why in both languages, while hooks and the terminal work', async () => {
    const before = [polled(), telegram.calls('setMyCommands').length];
    service = await start(copy);
    await itsTimeComes();
    const status = await typed('/status');
    expect(status.text).toContain('moved or copied');
    expect(status.buttons?.flat().map(({ command }) => command)).toEqual(['/resume', '/resume drop']);
    const shown = await banner(service, readConfig(service.environment));
    expect(shown).toContain('/resume');
    expect(await banner(service, readConfig({ ...service.environment, LOCALE: 'zh-CN' }))).toContain('/恢复运行');
    await typed('/add Otto otto@example.com');
    // a turn of the outbox, of the scheduler and of the pollers
    await sleep(1_500);
    expect([polled(), telegram.calls('setMyCommands').length]).toEqual(before);
    expect(telegram.messages(CUSTOMER)).toEqual([]);
  });

  it('rests again after a restart: nobody has said go', async () => {
    await service.stop();
    const before = polled();
    service = await start(copy);
    expect(service.house.resting()).toBe(true);
    expect(polled()).toBe(before);
  });

  it('goes to work once when the owner says go, and goes on after a restart without being asked', async () => {
    expect((await typed('/resume')).text).toContain('1 message');
    await telegram.until(() => telegram.messages(CUSTOMER).length === 1);
    await telegram.until(() => polled() > 0);
    expect((await typed('/status')).text).toBeUndefined();
    expect((await typed('/resume')).text).toContain('Everything is running');
    await service.stop();
    service = await start(copy);
    expect(service.house.resting()).toBe(false);
  });

  it('is one after a restore in the same site, too; what waits in it can be kept back', async () => {
    await answerWaits('Twice?');
    await service.stop();
    renameSync(copy, `${copy}.gone`);
    copyAll(`${copy}.gone`, copy);
    rmSync(`${copy}.gone`, { recursive: true });
    service = await start(copy);
    await itsTimeComes();
    expect(service.house.resting()).toBe(true);
    expect((await typed('/resume drop')).text).toContain('will not be sent');
    await expect.poll(() => service.house.resting()).toBe(false);
    expect(telegram.messages(CUSTOMER).map(({ text }) => text)).toEqual(['The tea has arrived']);
  });

  it('is noticed by its files, whatever the machine is called', () => {
    expect(embeddedFacts(original).storage).toBe(embeddedFacts(original).storage);
    expect(embeddedFacts(original).storage).not.toBe(embeddedFacts(copy).storage);
  });
});

it('what a dead process held is taken over where it died, but not by a copy of its directory', () => {
  const dir = temporaryDir();
  expect(readStartNote(dir)).toMatchObject({ starts: 0, dead: undefined });
  const { id } = readStartNote(dir);
  writeStartNote(dir, { id, starts: 1, holder: 'process' });
  expect(readStartNote(dir)).toEqual({ id, starts: 1, dead: 'process' });
  const copy = `${dir}-copy`;
  copyAll(dir, copy);
  expect(readStartNote(copy)).toEqual({ id, starts: 1, dead: undefined });
  for (const one of [dir, copy]) rmSync(one, { recursive: true });
});

it('a database that was copied to another name on its server is another one, though its address be the same', async () => {
  const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
  const url = 'postgres://crm:secret@db.example.com:5432/crm';
  const facts = await serverFacts(one.db.sql, url);
  expect(Object.keys(facts).sort()).toEqual(['address', 'server', 'storage']);
  expect(await serverFacts(one.db.sql, url)).toEqual(facts);
  expect(await serverFacts(one.db.sql, url.replace('secret', 'changed'))).toEqual(facts);
  expect((await serverFacts(other.db.sql, url)).server).not.toBe(facts.server);
  expect((await serverFacts(one.db.sql, url.replace('db.', 'new.'))).address).not.toBe(facts.address);
  expect(JSON.stringify(facts)).not.toMatch(/secret|example/);
  await Promise.all([one.drop(), other.drop()]);
});

describe('a start is noted', async () => {
  const house = await testHouse();
  const here = { path: '/data', storage: 'a', machine: 'm1' };
  const note = (start: Partial<Start>) =>
    house.act(async ({ tx, now }) => (await noteStart(tx, { id: 'one', starts: 0, facts: here, ...start }, now)).doubt);
  const first = async () => {
    await house.reset();
    await note({});
  };

  it.each<[string, Partial<Start>, string | undefined]>([
    ['goes on at the same site', { starts: 1 }, undefined],
    [
      'goes on where less is known of the site than before',
      { starts: 1, facts: { path: '/data', storage: 'a' } },
      undefined,
    ],
    [
      'goes on where more is known of the site than before',
      { starts: 1, facts: { ...here, hardware: 'h' } },
      undefined,
    ],
    ['goes on after the note in the directory was lost', { id: 'two' }, undefined],
    ['goes on as one more process on the same database', { id: 'two', facts: { ...here } }, undefined],
    ['rests on another machine with the same files', { starts: 1, facts: { ...here, machine: 'm2' } }, 'elsewhere'],
    ['rests under another path', { starts: 1, facts: { ...here, path: '/copy' } }, 'elsewhere'],
    ['rests on other files', { starts: 1, facts: { ...here, storage: 'b' } }, 'elsewhere'],
    ['rests where nothing can be compared', { starts: 1, facts: { server: 's' } }, 'elsewhere'],
    ['rests when the database counts fewer starts than the directory', { starts: 2 }, 'restored'],
    ['rests when the database does not know a directory that has started', { id: 'two', starts: 1 }, 'restored'],
  ])('and %s', async (_, start, doubt) => {
    await first();
    expect(await note(start)).toBe(doubt);
  });

  it('and rests on a database that knows of no start at all, where the directory has started before', async () => {
    await house.db.autocommit`delete from sites`;
    expect(await note({ starts: 3 })).toBe('restored');
  });

  it('and a database taken back stays in doubt over restarts, but one that is back in its site does not', async () => {
    await first();
    expect(await note({ starts: 2 })).toBe('restored');
    expect(await note({ starts: 3 })).toBe('restored');
    await first();
    expect(await note({ starts: 1, facts: { ...here, path: '/copy' } })).toBe('elsewhere');
    expect(await note({ starts: 2 })).toBeUndefined();
  });

  it('and /resume makes the new site the right one, and the old one wrong', async () => {
    await first();
    const there = { ...here, path: '/copy', storage: 'c' };
    expect(await note({ starts: 1, facts: there })).toBe('elsewhere');
    await house.say('/resume');
    expect(await note({ starts: 2, facts: there })).toBeUndefined();
    expect(await note({ starts: 3 })).toBe('elsewhere');
    expect((await house.say('/状态')).text).toContain('搬过来或复制过来');
  });
});
