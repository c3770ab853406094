import { describe, expect, test } from 'vitest';
import { isOurMessageId, messageIdFor } from '../../src/mail/message_id.ts';
import { parseMailServer } from '../../src/mail/server_url.ts';

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
  ] as const)('%s', (url, protocol, port, tls) => {
    expect(parseMailServer(url, protocol)).toMatchObject({ port, tls });
  });

  test('what is wrong is said without quoting the password', () => {
    expect(() => parseMailServer('imap://me:secret@mail.x.example?tls=none', 'imap')).toThrow(/^(?!.*secret)/);
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
