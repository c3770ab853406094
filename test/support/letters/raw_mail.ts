import { readFileSync } from 'node:fs';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import { parseMail } from '../../../src/mail/read/parse.ts';
import type { House } from '../house.ts';
import { readHere } from './mail_reader.ts';

/** The owner's own address in tests, and the provider whose judgement of senders we believe. */
export const OWNER_EMAIL = 'me@example.com';
const AUTHSERV = 'mx.example.com';
/** Signs the addresses at which we ask for answers. */
export const REPLY_SECRET = 'secret';

/** Lets the house read rows of 'email:…' as raw mails. */
export function withMail(house: House): House {
  const { routeOf } = house.worker;
  const settings = { ownerEmails: [OWNER_EMAIL], mailAuthservId: AUTHSERV, key: REPLY_SECRET, reader: readHere };
  house.worker.routeOf = (source) => (source.startsWith('email') ? (row) => parseMail(row, settings) : routeOf(source));
  return house;
}

let count = 0;

/** A raw mail; it gets an id if it has none. */
export function rawMail(head: Record<string, string>, text: string): string {
  const fields = {
    From: 'Anna Berg <anna@example.net>',
    To: 'Tea Shop <shop@example.com>',
    Subject: 'Oolong',
    Date: 'Fri, 20 Nov 2026 10:00:00 +0800',
    'Message-ID': `<m${++count}@example.net>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...head,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', ...text.split('\n'), ''].join('\r\n');
}

/** What the owner's provider says about a mail, for `rawMail`. */
export const passed = (domain: string): Record<string, string> => ({
  'Authentication-Results': `${AUTHSERV}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
});
export const refused = (domain: string): Record<string, string> => ({
  'Authentication-Results': `${AUTHSERV}; spf=pass smtp.mailfrom=evil.example; dmarc=fail header.from=${domain}`,
});

/** Puts raw mails through the inbox, one after the other. */
export async function mailsIn(house: House, ...mails: (string | Uint8Array)[]): Promise<void> {
  await house.store(...mails.map(mailRow));
  await house.handleAll();
}

export function mailRow(mail: string | Uint8Array): InboxEvent {
  return { source: 'email:inbox', externalId: `raw-${++count}`, lane: 'mail', body: Buffer.from(mail) };
}

/** A mail from test/fixtures/mail, perhaps with some parts replaced (by the same bytes everywhere). */
export function fixtureMail(path: string, replace: Record<string, string> = {}): Buffer {
  const mail = readFileSync(new URL(`../../fixtures/mail/${path}`, import.meta.url)).toString('latin1');
  const changed = Object.entries(replace).reduce((text, [from, to]) => text.replaceAll(from, to), mail);
  return Buffer.from(changed, 'latin1');
}
