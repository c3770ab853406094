import { chmodSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InboxEvent } from '../../src/inbox/event.ts';
import { type MailCursor, readCursor, storeMail } from '../../src/mail/cursor.ts';
import { type MailboxOptions, type MailboxState, mailboxSource, startMailbox } from '../../src/mail/receive.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { available, type Dovecot, startDovecot } from '../support/dovecot.ts';

const here = available();
if (!here) console.warn('SKIPPED: mailbox tests need Debian’s dovecot-imapd, which is not installed here.');

const LOST_TWICE = ['connected', 'lost', 'connected', 'lost', 'connected'];

let count = 0;
function mail(subject = `mail ${++count}`): string {
  return `From: Mei <mei@example.net>\r\nTo: me@example.com\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '.')}@example.net>\r\nDate: Fri, 20 Nov 2026 10:00:00 +0800\r\n\r\nHello ${subject}\r\n`;
}

describe.skipIf(!here)('a mailbox on a real IMAP server', () => {
  let dovecot: Dovecot;
  let database: TestDatabase;
  let states: MailboxState[];
  let abort: AbortController;
  let stopped: Promise<void>;

  beforeEach(async () => {
    [dovecot, database] = await Promise.all([startDovecot(), createDatabase()]);
    states = [];
    abort = new AbortController();
    stopped = Promise.resolve();
  });
  afterEach(async () => {
    abort.abort();
    await stopped;
    await Promise.all([dovecot.close(), database.drop()]);
  });

  const keep = (event: InboxEvent | undefined, cursor: MailCursor) =>
    database.db.transaction((tx) => storeMail(tx, event, cursor));

  function watch(options: Partial<MailboxOptions> = {}): void {
    abort = new AbortController();
    ({ stopped } = startMailbox({
      url: dovecot.url,
      cursor: (source) => readCursor(database.db.sql, source),
      store: keep,
      onState: (state) => states.push(state),
      signal: abort.signal,
      pollMs: 100,
      backoffMs: 50,
      ...options,
    }));
  }

  async function subjects(): Promise<string[]> {
    const rows = await database.db.sql<{ body: Buffer }>`select body from inbox order by id`;
    return rows.map((row) => /^Subject: (.*)\r$/m.exec(row.body.toString())![1]!);
  }

  async function stored(expected: string[]): Promise<void> {
    await expect.poll(subjects, { timeout: 10_000, interval: 50 }).toEqual(expected);
  }

  async function connected(): Promise<void> {
    await expect.poll(() => states.at(-1)?.reason, { timeout: 10_000, interval: 20 }).toBe('connected');
  }

  test('mail that was there before is left alone; what comes from then on is stored once, raw', async () => {
    dovecot.deliver(mail('years of history'));
    watch();
    await connected();
    const raw = mail('new one');
    dovecot.deliver(raw);
    await stored(['new one']);
    const [row] = await database.db.sql`select source, external_id, lane, headers, body from inbox`;
    expect(row).toMatchObject({
      source: `email:me@127.0.0.1/INBOX`,
      external_id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      lane: 'email:mei@example.net',
      headers: { 'imap-uid': expect.stringMatching(/^\d+:2$/), 'imap-received': expect.any(String) },
    });
    expect((row!.body as Buffer).toString()).toBe(raw);
    await sleep(300);
    await stored(['new one']);
  });

  test('the server’s hint is enough: new mail does not wait for the next look', async () => {
    watch({ pollMs: 3_600_000 });
    await connected();
    dovecot.deliver(mail('hinted'));
    await expect.poll(subjects, { timeout: 30_000, interval: 100 }).toEqual(['hinted']);
  }, 40_000);

  test('what came while the service was down is fetched when it is back', async () => {
    watch();
    await connected();
    dovecot.deliver(mail('first'));
    await stored(['first']);
    abort.abort();
    await stopped;
    dovecot.deliver(mail('second'));
    dovecot.deliver(mail('third'));
    watch();
    await expect.poll(async () => (await subjects()).sort(), { timeout: 10_000 }).toEqual(['first', 'second', 'third']);
  });

  test('mail that comes while the server restarts is stored, and the state goes red and green again', async () => {
    watch();
    await connected();
    dovecot.deliver(mail('before'));
    await stored(['before']);
    await dovecot.stop();
    await expect.poll(() => states.at(-1)?.reason, { timeout: 10_000 }).toBe('unreachable'); // several tries against a closed port
    dovecot.deliver(mail('during'));
    await dovecot.start();
    await stored(['before', 'during']);
    expect(states.map((state) => state.reason)).toEqual(['connected', 'lost', 'unreachable', 'connected']);
  });

  test('after UIDVALIDITY has changed nothing is lost and nothing doubled', async () => {
    watch();
    await connected();
    for (const subject of ['one', 'two', 'three']) dovecot.deliver(mail(subject));
    await expect.poll(async () => (await subjects()).sort(), { timeout: 10_000 }).toEqual(['one', 'three', 'two']);
    const before = await readCursor(database.db.sql, mailboxSource(dovecot.url));
    await dovecot.stop();
    dovecot.forgetUids();
    dovecot.deliver(mail('four'));
    await sleep(1100); // UIDVALIDITY is a time in seconds
    await dovecot.start();
    await expect
      .poll(async () => (await subjects()).sort(), { timeout: 10_000 })
      .toEqual(['four', 'one', 'three', 'two']);
    const after = await readCursor(database.db.sql, mailboxSource(dovecot.url));
    expect(after!.uidValidity).not.toBe(before!.uidValidity);
    expect(after).toEqual({ source: before!.source, uidValidity: after!.uidValidity, lastUid: 4 });
  });

  test('a wrong password turns the state red once and is not tried again', async () => {
    watch({ url: dovecot.url.replace('secret', 'wrong') });
    await stopped;
    expect(states).toEqual([
      { ok: false, reason: 'login_refused', detail: 'the mail server refused the user or password' },
    ]);
  });

  test('without the lease nothing is read; with it, reading begins', async () => {
    let mine = false;
    await database.db.transaction((tx) =>
      storeMail(tx, undefined, { source: mailboxSource(dovecot.url), uidValidity: '0', lastUid: 0 }),
    );
    dovecot.deliver(mail('waiting'));
    watch({ lease: async () => mine });
    await sleep(400);
    expect(await subjects()).toEqual([]);
    mine = true;
    await stored(['waiting']);
  });

  test('a mail larger than 25 MB is kept by its headers, and the next mail comes through', async () => {
    watch();
    await connected();
    const size = 26 * 1024 * 1024;
    dovecot.deliver(`${mail('huge')}${'x'.repeat(998)}\r\n`.padEnd(size, 'long line of a huge mail\r\n'));
    await stored(['huge']);
    dovecot.deliver(mail('after'));
    await stored(['huge', 'after']);
    const [row] = await database.db.sql<{ length: number; headers: Record<string, string> }>`
      select length(body) as length, headers from inbox order by id limit 1`;
    expect(row!.length).toBeLessThan(1000);
    expect(Number(row!.headers['mail-bytes'])).toBeGreaterThanOrEqual(size);
  });

  test('a mail the server cannot hand out is kept as missing after some tries, and the next mail comes through', async () => {
    watch();
    await connected();
    const path = dovecot.deliver(mail('unreadable'));
    chmodSync(path, 0);
    await expect.poll(async () => (await database.db.sql`select id from inbox`).length, { timeout: 10_000 }).toBe(1);
    dovecot.deliver(mail('after'));
    const rows = () =>
      database.db.sql<{ external_id: string }>`select external_id, length(body) as length from inbox order by id`;
    await expect.poll(async () => (await rows()).length, { timeout: 10_000 }).toBe(2);
    expect(await rows()).toMatchObject([
      { external_id: expect.stringMatching(/^uid:\d+:1$/), length: 0 },
      { external_id: expect.stringMatching(/^sha256:/) },
    ]);
  });

  test('a server without STARTTLS is never given the password', async () => {
    watch({ url: dovecot.url.replace('?tls=none', '') });
    await expect.poll(() => states.at(-1)?.reason, { timeout: 10_000 }).toBe('unreachable');
    expect(readFileSync(dovecot.log, 'utf8')).not.toContain('user=<me>');
  });

  describe('when storing fails', () => {
    /** Fails for the first try of every mail, as a database does that goes away. */
    function failingOnce(store: (event: InboxEvent | undefined, cursor: MailCursor) => Promise<unknown>) {
      const tried = new Set<string>();
      return async (event: InboxEvent | undefined, cursor: MailCursor) => {
        if (event && !tried.has(event.externalId)) {
          tried.add(event.externalId);
          return store({ ...event, lane: null as unknown as string }, cursor); // violates not null
        }
        return store(event, cursor);
      };
    }

    test('the cursor stays and the mail is stored at the next try', async () => {
      watch({ store: failingOnce(keep) });
      await connected();
      dovecot.deliver(mail('stubborn'));
      await stored(['stubborn']);
    });

    test('control: a cursor that moves by itself, before the insert, loses the mail', async () => {
      const cursorFirst = async (event: InboxEvent | undefined, cursor: MailCursor) => {
        await keep(undefined, cursor);
        await keep(event, cursor);
      };
      watch({ store: failingOnce(cursorFirst) });
      await connected();
      dovecot.deliver(mail('lost'));
      await expect.poll(() => states.length, { timeout: 10_000 }).toBe(3);
      dovecot.deliver(mail('next'));
      await expect.poll(() => states.map((state) => state.reason), { timeout: 10_000 }).toEqual(LOST_TWICE);
      await sleep(300);
      expect(await subjects()).toEqual([]);
    });
  });
});
