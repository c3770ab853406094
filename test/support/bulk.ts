import { type BulkSettings, Dispatch } from '../../src/mail/bulk/dispatch.ts';
import { parseMailServer } from '../../src/mail/send/server_url.ts';
import type { WrittenMail } from '../../src/outbox/bulk.ts';

let last = 0;

/** A mail of a campaign; its text names it. */
export function bulkMail(over: Partial<WrittenMail> = {}): WrittenMail {
  const id = over.id ?? `${++last}`;
  return {
    ...{ id, from: 'Shop <shop@example.com>', to: `mei${id}@example.net`, messageId: `<${id}@example.com>` },
    ...{ subject: `mail ${id}`, html: '<p>hello</p>', text: 'hello', headers: {} },
    ...over,
  };
}

/** Short enough for tests of silence, long enough for a busy machine. */
const TIMEOUTS = { connectMs: 30_000, greetingMs: 30_000, silenceMs: 30_000 };

/** What hands mails over to this server, in this thread. */
export function dispatchTo(url: string, settings: Partial<BulkSettings> = {}): Dispatch {
  return new Dispatch({ server: parseMailServer(url, 'smtp'), timeouts: TIMEOUTS, ...settings });
}
