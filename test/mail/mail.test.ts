import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { isOurMessageId, messageIdFor } from '../../src/mail/read/message_id.ts';
import { parseMailServer } from '../../src/mail/send/server_url.ts';

describe('a mail server is read from its URL', () => {
  test('with user, password and mailbox percent-decoded and the usual port', () => {
    expect(parseMailServer('imaps://me%40x.example:p%3A%25@imap.x.example/%E5%AE%A2%E6%88%B7', 'imap')).toEqual({
      host: 'imap.x.example',
      port: 993,
      tls: 'implicit',
      user: 'me@x.example',
      pass: 'p:%',
      path: '客户',
    });
  });

  test.each([
    ['smtps://x.example', 'smtp', 465, 'implicit'],
    ['smtp://x.example', 'smtp', 587, 'starttls'],
    ['smtp://x.example:25', 'smtp', 25, 'starttls'],
    ['imap://x.example', 'imap', 143, 'starttls'],
    ['imap://localhost:1143?tls=none', 'imap', 1143, 'none'],
    ['imap://[::1]:1143?tls=none', 'imap', 1143, 'none'],
    ['smtp://x.example?tls=starttls', 'smtp', 587, 'starttls'],
    ['smtps://x.example?tls=none', 'smtp', 465, 'implicit'],
  ] as const)('%s', (url, protocol, port, tls) => {
    expect(parseMailServer(url, protocol)).toMatchObject({ port, tls });
  });

  test.each(['127.0.0.1.example.com', 'localhost.example.com', '128.0.0.1', '10.0.0.1'])(
    'clear text to %s is refused: it is not this machine',
    (host) => {
      expect(() => parseMailServer(`smtp://${host}?tls=none`, 'smtp')).toThrow(
        /only allowed for a server on this machine/,
      );
    },
  );

  test('what is wrong is said without quoting the password', () => {
    expect(() => parseMailServer('imap://me:secret@mail.x.example?tls=none', 'imap')).toThrow(/^(?!.*secret)/);
  });
});

describe('several mailboxes', () => {
  const one = 'imaps://a:x,y@imap.example.com';
  const two = 'imaps://b:z@imap.example.net/Shop';

  test.each([`${one} ${two}`, `${one}, ${two}`, `\n${one}\n${two}\n`, `${one},${two},`])(
    'stand in one line: %j',
    (urls) => {
      expect(readConfig({ IMAP_URL: urls }).channels.email.imapUrls).toEqual([one, two]);
    },
  );

  test('none is none', () => {
    expect(readConfig({ IMAP_URL: ' ' }).channels.email.imapUrls).toEqual([]);
  });

  test.each([
    [`${one} imaps://`, /^IMAP_URL number 2 is not a mail server address/],
    [`${one} imaps://a:other@imap.example.com/INBOX`, /^IMAP_URL names one mailbox twice$/],
  ])('what is wrong with one of them is said: %j', (urls, problem) => {
    expect(() => readConfig({ IMAP_URL: urls })).toThrow(problem);
  });
});

test('a Message-ID says nothing of its key and cannot be made without the secret', () => {
  const id = messageIdFor('answer:42', 'example.com', 'secret');
  expect(id).not.toContain('42:');
  expect(isOurMessageId(id, 'secret')).toBe(true);
  expect(
    isOurMessageId(
      id.replace(/crm\.[0-9a-f]/, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
      'secret',
    ),
  ).toBe(false);
});
