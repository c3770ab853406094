import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import { type MailCursor, notStored, readCursor, storeMail } from '../../../src/mail/fetch/cursor.ts';
import { type Mailbox, type MailboxOptions, type MailboxState, startMailbox } from '../../../src/mail/fetch/receive.ts';
import { mailboxSource } from '../../../src/mail/send/server_url.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { available, type Dovecot, startDovecot } from '../../support/dovecot.ts';

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
  let mailbox: Mailbox;
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
    mailbox = startMailbox({ ...reading(), ...options });
    ({ stopped } = mailbox);
  }

  const reading = (): MailboxOptions => ({
    url: dovecot.url,
    cursor: (source) => readCursor(database.db.sql, source),
    notStored: (cursor, uids) => notStored(database.db.sql, cursor, uids),
    store: keep,
    onState: (state) => states.push(state),
    signal: abort.signal,
    pollMs: 100,
    backoffMs: 50,
  });

  /** The last UID of each mailbox. */
  async function cursors(): Promise<number[]> {
    const rows = await database.db.sql<{ uid: number }>`select (position ->> 'lastUid')::int as uid from cursors`;
    return rows.map(({ uid }) => uid);
  }

  async function subjects(): Promise<string[]> {
    const rows = await database.db.sql<{ body: Buffer }>`select body from inbox order by id`;
    return rows.map((row) => /^Subject: (.*)\r$/m.exec(row.body.toString())![1]!);
  }

  /** Tries to sign in that were refused, as the server tells. */
  function signIns(): number {
    return readFileSync(dovecot.log, 'utf8').split('auth failed').length - 1;
  }

  async function stored(expected: string[]): Promise<void> {
    await expect.poll(subjects, { timeout: 60_000, interval: 50 }).toEqual(expected);
  }

  async function connected(): Promise<void> {
    await expect.poll(() => states.at(-1)?.reason, { timeout: 60_000, interval: 20 }).toBe('connected');
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
      source: `email:me@127.0.0.1:${dovecot.port}/INBOX`,
      external_id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      lane: 'email:mei@example.net',
      headers: {
        'imap-uid': expect.stringMatching(/^\d+:2$/),
        'imap-received': expect.any(String),
        'mail-key': expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect((row!.body as Buffer).toString()).toBe(raw);
    await sleep(300);
    await stored(['new one']);
  });

  test('the server’s hint is enough: new mail does not wait for the next look', async () => {
    watch({ pollMs: 3_600_000 });
    await connected();
    dovecot.deliver(mail('hinted'));
    await stored(['hinted']);
  });

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
    await expect.poll(async () => (await subjects()).sort(), { timeout: 60_000 }).toEqual(['first', 'second', 'third']);
  });

  test('mail that comes while the server restarts is stored, and the state goes red and green again', async () => {
    watch();
    await connected();
    dovecot.deliver(mail('before'));
    await stored(['before']);
    await dovecot.stop();
    await expect.poll(() => states.at(-1)?.reason, { timeout: 60_000 }).toBe('unreachable'); // several tries against a closed port
    dovecot.deliver(mail('during'));
    await dovecot.start();
    await stored(['before', 'during']);
    expect(states.map((state) => state.reason)).toEqual(['connected', 'lost', 'unreachable', 'connected']);
  });

  test('after UIDVALIDITY has changed nothing is lost and nothing doubled', async () => {
    watch();
    await connected();
    for (const subject of ['one', 'two', 'three']) dovecot.deliver(mail(subject));
    await expect.poll(async () => (await subjects()).sort(), { timeout: 60_000 }).toEqual(['one', 'three', 'two']);
    const before = await readCursor(database.db.sql, mailboxSource(dovecot.url));
    await dovecot.stop();
    dovecot.forgetUids();
    dovecot.deliver(mail('four'));
    await sleep(1100); // UIDVALIDITY is a time in seconds
    await dovecot.start();
    await expect
      .poll(async () => (await subjects()).sort(), { timeout: 60_000 })
      .toEqual(['four', 'one', 'three', 'two']);
    const cursor = () => readCursor(database.db.sql, mailboxSource(dovecot.url));
    await expect.poll(async () => (await cursor())?.since).toBeUndefined(); // the mailbox has been listed to its end
    const after = await cursor();
    expect(after!.uidValidity).not.toBe(before!.uidValidity);
    expect(after).toEqual({ ...before, uidValidity: after!.uidValidity, lastUid: 4, checkedFrom: 0 });
  });

  test('a wrong password turns the state red once and is not tried again', async () => {
    watch({ url: dovecot.url.replace('secret', 'wrong') });
    const refused = { ok: false, reason: 'login_refused', detail: 'the mail server refused the user or password' };
    await expect.poll(() => states, { timeout: 60_000 }).toEqual([refused]);
    await expect.poll(signIns, { timeout: 60_000 }).toBe(1); // the server’s log may lag
    await sleep(300);
    expect(signIns()).toBe(1);
    mailbox.signInAgain();
    await expect.poll(() => states, { timeout: 60_000 }).toEqual([refused, refused]);
    await expect.poll(signIns, { timeout: 60_000 }).toBe(2);
  });

  test('the same mail in another mailbox, with other traces of its way, is one mail; other words under its id are not', async () => {
    const raw = mail('one');
    dovecot.deliver('Subject: makes the folder\r\n\r\n', { folder: 'Shop' });
    watch();
    await connected();
    const other = new AbortController();
    const shop = startMailbox({ ...reading(), url: dovecot.url.replace('INBOX', 'Shop'), signal: other.signal });
    await expect.poll(async () => (await cursors()).length, { timeout: 60_000 }).toBe(2);
    dovecot.deliver(raw);
    dovecot.deliver(`Received: from a by b\r\nDelivered-To: shop@example.com\r\n${raw}`, { folder: 'Shop' });
    dovecot.deliver(raw.replace('Hello', 'Good bye'), { folder: 'Shop' });
    await expect.poll(async () => (await cursors()).sort(), { timeout: 60_000 }).toEqual([1, 3]);
    other.abort();
    await shop.stopped;
    const bodies = await database.db.sql<{ body: Buffer }>`select body from inbox`;
    expect(bodies.map(({ body }) => body.toString().split('\r\n\r\n')[1]).sort()).toEqual([
      'Good bye one\r\n',
      'Hello one\r\n',
    ]);
  });

  test('a mail that the server shows only after a later one is found by the daily look, and mail of before the start is not', async () => {
    dovecot.deliver(mail('years of history'));
    let now = new Date();
    const nextDay = () => {
      now = new Date(now.getTime() + 25 * 3_600_000);
    };
    watch({ now: () => now });
    await connected();
    dovecot.deliver(mail('in time'));
    await stored(['in time']);
    // as if it had not been there when the cursor passed over it
    dovecot.deliver(mail('late'));
    await stored(['in time', 'late']);
    await database.db.autocommit`delete from inbox where headers ->> 'imap-uid' like '%:3'`;
    await database.db.autocommit`delete from mailbox_uids where uid = 3`;
    await sleep(300);
    await stored(['in time']);
    nextDay();
    await stored(['in time', 'late']);
    nextDay();
    await sleep(300);
    await stored(['in time', 'late']);
  });

  test('a server that falls silent is given up after a while, and its mail is stored when it is back', async () => {
    watch({ patienceMs: 500 });
    await connected();
    dovecot.freeze();
    await expect.poll(() => states.map((state) => state.reason), { timeout: 60_000 }).toContain('lost');
    dovecot.deliver(mail('frozen'));
    dovecot.thaw();
    await stored(['frozen']);
  });

  test('mails behind the one at which the server dies are not taken for removed', async () => {
    watch();
    await connected();
    abort.abort();
    await stopped;
    for (const subject of ['one', 'two', 'three', 'four']) dovecot.deliver(mail(subject));
    let killed = false;
    const store = async (event: InboxEvent | undefined, cursor: MailCursor) => {
      if (event && !killed) {
        killed = true;
        await dovecot.kill();
        await sleep(100);
      }
      return keep(event, cursor);
    };
    watch({ store });
    await expect.poll(() => states.at(-1)?.reason, { timeout: 60_000 }).toBe('lost');
    await dovecot.start();
    await expect
      .poll(async () => (await subjects()).sort(), { timeout: 60_000 })
      .toEqual(['four', 'one', 'three', 'two']);
  });

  test('a connection that breaks while it signs in is no refusal', async () => {
    const breaking = createServer((socket) => {
      socket.on('error', () => {}).write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
      socket.on('data', (data) => (/ LOGIN /.test(data.toString()) ? socket.destroy() : undefined));
    });
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
    const { port } = breaking.address() as AddressInfo;
    watch({ url: `imap://me:secret@127.0.0.1:${port}/INBOX?tls=none` });
    await expect.poll(() => states.at(-1)?.reason, { timeout: 60_000 }).toBe('unreachable');
    breaking.close();
  });

  test('the server is told who we are: some let nobody in who does not say', async () => {
    watch();
    await connected();
    await expect.poll(() => readFileSync(dovecot.log, 'utf8')).toContain('name=solo-crm');
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

  test('of a mail larger than 25 MB the beginning is kept, with its size, and the next mail comes through', async () => {
    watch();
    await connected();
    const size = 26 * 1024 * 1024;
    dovecot.deliver(`${mail('huge')}${'x'.repeat(998)}\r\n`.padEnd(size, 'long line of a huge mail\r\n'));
    await stored(['huge']);
    dovecot.deliver(mail('after'));
    await stored(['huge', 'after']);
    const [row] = await database.db.sql<{ length: number; headers: Record<string, string> }>`
      select length(body) as length, headers from inbox order by id limit 1`;
    expect(row!.length).toBe(256 * 1024);
    expect(Number(row!.headers['mail-bytes'])).toBeGreaterThanOrEqual(size);
  });

  test('a mail the server cannot hand out is kept as missing after some tries, and the next mail comes through', async () => {
    watch();
    await connected();
    dovecot.deliver(mail('unreadable'), { mode: 0 });
    await expect.poll(async () => (await database.db.sql`select id from inbox`).length, { timeout: 60_000 }).toBe(1);
    dovecot.deliver(mail('after'));
    const rows = () =>
      database.db.sql<{ external_id: string }>`select external_id, length(body) as length from inbox order by id`;
    await expect.poll(async () => (await rows()).length, { timeout: 60_000 }).toBe(2);
    expect(await rows()).toMatchObject([
      { external_id: expect.stringMatching(/^uid:\d+:1$/), length: 0 },
      { external_id: expect.stringMatching(/^sha256:/) },
    ]);
  });

  test('a server without STARTTLS is never given the password', async () => {
    watch({ url: dovecot.url.replace('?tls=none', '') });
    await expect.poll(() => states.at(-1)?.reason, { timeout: 60_000 }).toBe('unreachable');
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
      await expect.poll(() => states.length, { timeout: 60_000 }).toBe(3);
      dovecot.deliver(mail('next'));
      await expect.poll(() => states.map((state) => state.reason), { timeout: 60_000 }).toEqual(LOST_TWICE);
      await sleep(300);
      expect(await subjects()).toEqual([]);
    });
  });
});
