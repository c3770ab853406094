import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInSent } from '../../../src/mail/fetch/sent_copy.ts';
import { mailSender } from '../../../src/mail/send/send.ts';
import { available, type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { noFiles } from '../../support/files.ts';
import { letter } from '../../support/letters/letter.ts';

describe.skipIf(!available())('a mail whose sending ended in doubt', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.close());

  const looking = (url = dovecot.url) =>
    mailSender({
      ...{ url: 'smtps://x.test', from: 'shop@example.com', secret: 'test secret', files: noFiles },
      isInSent: (id, signal) => isInSent([url], id, signal),
    });
  const look = (key: string, url?: string) =>
    looking(url).lookUp!(
      { ...letter({}, { idempotencyKey: key }), sentAfter: null, sentBefore: null, known: [] },
      AbortSignal.timeout(60_000),
    );
  const copyOf = (key: string) =>
    `From: shop@example.com\r\nMessage-ID: ${looking().idOf!(letter({}, { idempotencyKey: key }))}\r\nSubject: x\r\n\r\nhello\r\n`;

  test('was sent when the provider keeps a copy of it; else nobody can tell', async () => {
    expect(await look('first')).toBeUndefined();
    dovecot.deliver(copyOf('first'), { folder: 'Sent' });
    expect(await look('first')).toEqual({});
    expect(await look('second')).toBeUndefined();
  });

  test('may not have been sent because a draft of it lies about', async () => {
    dovecot.deliver(copyOf('third'), { folder: 'Drafts' });
    expect(await look('third')).toBeUndefined();
  });

  test('stays in doubt while the mailbox cannot be reached', async () => {
    expect(await look('first', 'imap://me:secret@127.0.0.1:9/INBOX?tls=none')).toBeUndefined();
    expect(await look('first', dovecot.url.replace('secret', 'wrong'))).toBeUndefined();
  });
});
