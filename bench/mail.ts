import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import type { Database } from '../src/db/open.ts';
import { claim } from '../src/inbox/claim.ts';
import { insertInbox } from '../src/inbox/receive.ts';
import { mailKeys } from '../src/mail/fetch/mail_key.ts';
import { fetchFromMail, partRef } from '../src/mail/read/files.ts';
import { parseMail } from '../src/mail/read/parse.ts';
import { type MailReader, openMailReader } from '../src/mail/read/reader.ts';
import { inScratchDatabase } from './people.ts';

const CORPUS = fileURLToPath(new URL('../test/fixtures/mail/', import.meta.url));
/** As in production: built, not loaded through tsx. */
const BUILT = new URL('../dist/reader_thread.js', import.meta.url);
const ROUNDS = 5;
const OPTIONS = { ownerEmails: ['owner@example.com'], authservId: 'mx.example.com' };
const LARGE_BYTES = 25_000_000;

export interface MailFigures {
  /** One mail of the corpus, from here to the reader's thread and back. */
  ordinary_ms: { p50: number; p99: number; mails: number };
  /**
   * The longest time that the event loop stood still while a mail of 25 MB was stored, claimed and read and its file
   * fetched; `cpu`: how much of that was its own work.
   */
  large: Record<string, Block>;
  /** What the thread adds to the resident memory when it is idle after all that. */
  thread_rss_mb: number;
}

/** What reading mail costs. Needs `npm run build` first; takes a few seconds. */
export async function benchMail(): Promise<MailFigures> {
  const before = residentMb();
  const reader = openMailReader({ program: BUILT, resolveTxt: async () => [] });
  try {
    const ordinary = await ordinaryMails(reader);
    const rss = residentMb() - before;
    const large = await inScratchDatabase((database) => largeMails(database, reader));
    return { ordinary_ms: ordinary, large, thread_rss_mb: rss };
  } finally {
    await reader.close();
  }
}

async function ordinaryMails(reader: MailReader): Promise<MailFigures['ordinary_ms']> {
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'));
  const mails = files.map((file) => readFileSync(join(CORPUS, file)));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const mail of mails) {
      const began = performance.now();
      await reader.read(mail, OPTIONS);
      // the first round loads the programs
      if (round > 0) times.push(performance.now() - began);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(2));
  return { p50: at(0.5), p99: at(0.99), mails: mails.length };
}

const lines = (text: string) => text.replace(/.{76}/g, '$&\r\n');
const head = (type: string, id: string) =>
  `From: Mei <mei@example.net>\r\n${id}Subject: large\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;
const page = (bytes: number) =>
  '<p>Dear =E6=9D=8E, the <b>tea</b> arrived =E2=80=94 thank you =\r\nvery much.</p>\r\n'.repeat(bytes / 78);

/** An attachment, words in quoted-printable, and an attachment in a mail without Message-ID. */
const large: Record<string, () => Buffer> = {
  attachment: () => withFile('Message-ID: <large@example.net>\r\n'),
  html: () =>
    Buffer.from(
      `${head('text/html; charset=utf-8', 'Message-ID: <html@example.net>\r\n')}Content-Transfer-Encoding: quoted-printable\r\n\r\n<html>${page(LARGE_BYTES)}</html>`,
    ),
  'no id': () => withFile(''),
};

function withFile(id: string): Buffer {
  const content = lines(randomBytes(LARGE_BYTES * 0.73).toString('base64'));
  const file = `Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`;
  return Buffer.from(
    `${head('multipart/mixed; boundary=b', id)}\r\n--b\r\n\r\nSee the file.\r\n--b\r\n${file}\r\n--b--\r\n`,
  );
}

async function largeMails(database: Database, reader: MailReader): Promise<MailFigures['large']> {
  // how much other programs on this machine delay a clock that has nothing to wait for
  const figures: MailFigures['large'] = { 'nothing at all': await watched(() => sleep(2000)) };
  for (const [name, make] of Object.entries(large)) {
    const raw = make();
    const event = { source: 'email:bench', externalId: name, lane: `email:${name}`, headers: {}, body: raw };
    figures[`${name}: keys`] = await watched(() => mailKeys(raw));
    figures[`${name}: store`] = await watched(() => database.transaction((tx) => insertInbox(tx, event)));
    const rows = await watched(() => claim(database, 1));
    figures[`${name}: claim`] = rows;
    const row = rows.result[0]!;
    const house = { ownerEmails: [], key: 'secret', reader };
    figures[`${name}: read`] = await watched(() => parseMail(row, house));
    if (name === 'attachment')
      figures['attachment: open'] = await watched(() =>
        fetchFromMail(database.sql, reader)(partRef(row.id, '1'), AbortSignal.timeout(60_000)),
      );
  }
  return Object.fromEntries(
    Object.entries(figures).map(([name, { took_ms, longest_block_ms, longest_cpu_ms }]) => [
      name,
      { took_ms, longest_block_ms, longest_cpu_ms },
    ]),
  );
}

interface Block {
  took_ms: number;
  longest_block_ms: number;
  longest_cpu_ms: number | undefined;
}

/** Runs work while a clock should tick every millisecond. */
async function watched<T>(work: () => Promise<T>): Promise<Block & { result: T }> {
  let last = { time: performance.now(), cpu: ownCpuMs() };
  const longest = { time: 0, cpu: 0 };
  const tick = () => {
    const now = { time: performance.now(), cpu: ownCpuMs() };
    longest.time = Math.max(longest.time, now.time - last.time);
    longest.cpu = Math.max(longest.cpu, now.cpu - last.cpu);
    last = now;
  };
  const clock = setInterval(tick, 1);
  const began = performance.now();
  const result = await work();
  const took = performance.now() - began;
  tick();
  clearInterval(clock);
  const cpu = Number.isNaN(longest.cpu) ? undefined : Math.round(longest.cpu);
  return { took_ms: Math.round(took), longest_block_ms: Math.round(longest.time), longest_cpu_ms: cpu, result };
}

/** Processor time of this thread alone (Linux), so other programs on the machine do not count. */
function ownCpuMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

function residentMb(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

if (isMainThread && import.meta.url === `file://${process.argv[1]}`)
  console.log(JSON.stringify(await benchMail(), null, 1));
