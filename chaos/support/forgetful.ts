/** The control of chaos:imap: the cursor moves first, and the mail is stored together with the next few. */
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/open.ts';
import type { InboxEvent } from '../../src/inbox/event.ts';
import { openLog } from '../../src/lib/log.ts';
import { type MailCursor, notStored, readCursor, storeMail } from '../../src/mail/fetch/cursor.ts';
import { startMailbox } from '../../src/mail/fetch/receive.ts';
import { startService } from '../../src/service/service.ts';

const GATHER_MS = 1_500;

const config = readConfig(process.env);
const abort = new AbortController();
const { email } = config.channels;
const channels = { ...config.channels, email: { ...email, imapUrls: [] } };
const service = await startService({ ...config, channels }, { log: openLog(config.logLevel) });
const { db } = service.house;
const reading = email.imapUrls.map((url) =>
  startMailbox({
    url,
    cursor: (source) => readCursor(db.sql, source),
    notStored: (cursor, uids) => notStored(db.sql, cursor, uids),
    store: (event, cursor) => storeLater(db, event, cursor),
    onState: () => undefined,
    signal: abort.signal,
  }),
);
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
console.log(service.url);

async function storeLater(at: Database, event: InboxEvent | undefined, cursor: MailCursor): Promise<void> {
  await at.transaction((tx) => storeMail(tx, undefined, cursor));
  if (event) void pause(GATHER_MS).then(() => at.transaction((tx) => storeMail(tx, event, cursor)));
}

async function stop(): Promise<void> {
  abort.abort();
  await Promise.all(reading.map(({ stopped }) => stopped));
  await pause(2 * GATHER_MS);
  await service.stop();
}
