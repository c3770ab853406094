import { lease } from '../db/lease.ts';
import type { Channel, House } from '../house.ts';
import type { InboxEvent } from '../inbox/event.ts';
import { type MailCursor, readCursor, storeMail } from './cursor.ts';
import { mailboxSource, startMailbox } from './receive.ts';
import { mailSender } from './send.ts';

/** Mail, as far as it is configured: IMAP_URL brings it in, SMTP_URL with MAIL_FROM takes it out. */
export async function startMail(house: House): Promise<Channel | undefined> {
  const { imapUrl, smtpUrl, mailFrom } = house.config;
  if (!imapUrl && !smtpUrl) return undefined;
  const sender = smtpUrl && mailFrom ? mailSender({ url: smtpUrl, from: mailFrom, secret: house.key }) : undefined;
  const receiver = imapUrl ? receive(house, imapUrl) : undefined;
  return {
    ...(sender && { sender }),
    // the mailbox and the way out fail apart from each other, and are shown apart
    states: [...(imapUrl ? ['mailbox'] : []), ...(sender ? ['email'] : [])],
    stop: async () => receiver?.stop(),
  };
}

function receive({ db, holder, log, noteChannel }: House, url: string): { stop(): Promise<void> } {
  const reading = lease(db, mailboxSource(url), holder);
  const abort = new AbortController();
  const store = async (event: InboxEvent | undefined, cursor: MailCursor) => {
    const added = await db.transaction((tx) => storeMail(tx, event, cursor));
    if (added) await db.notify('inbox');
  };
  const { stopped } = startMailbox({
    url,
    cursor: (source) => readCursor(db.sql, source),
    store,
    onState: ({ ok, reason, detail }) => {
      if (!ok) log.warn({ reason, detail }, 'mailbox');
      if (reason !== 'lost') noteChannel('mailbox', ok, detail);
    },
    lease: reading.hold,
    signal: abort.signal,
  });
  const stop = async () => {
    abort.abort();
    await stopped;
    await reading.release();
  };
  return { stop };
}
