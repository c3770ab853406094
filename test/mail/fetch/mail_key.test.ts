import { describe, expect, test } from 'vitest';
import { mailKeys } from '../../../src/mail/fetch/mail_key.ts';

const HEADERS = {
  From: 'Mei <mei@example.net>',
  Subject: 'Oolong',
  Date: 'Fri, 20 Nov 2026 10:00:00 +0800',
  'Message-ID': '<m1@example.net>',
};

function keyOf(headers: Record<string, string>, body = 'Two boxes, please.\r\n'): Promise<string | undefined> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return mailKeys(Buffer.from(`${lines.join('')}\r\n${body}`)).then(({ mail }) => mail);
}

describe('a mail is known again', () => {
  test('with other traces of its way and another end', async () => {
    const traces = { Received: 'from b by c; Sat', 'Delivered-To': 'shop@example.com', ...HEADERS, 'X-Spam': 'no' };
    expect(await keyOf(traces, 'Two boxes, please.\r\n\r\n')).toBe(await keyOf(HEADERS));
  });

  test('without a Message-ID, by its date', async () => {
    const { 'Message-ID': _, ...bare } = HEADERS;
    expect(await keyOf({ Received: 'x', ...bare })).toBe(await keyOf(bare));
    expect(await keyOf(bare)).not.toBe(await keyOf({ ...bare, Date: 'Fri, 20 Nov 2026 10:00:01 +0800' }));
  });
});

describe('a mail is another one', () => {
  test.each([
    ['when somebody else uses its Message-ID', { From: 'Mallory <mallory@example.org>' }, undefined],
    ['when the same sender uses it again over another subject', { Subject: 'Green tea' }, undefined],
    ['when the same sender uses it again over other words', {}, 'Ten boxes, please.\r\n'],
    ['when it has an id of its own', { 'Message-ID': '<m2@example.net>' }, undefined],
  ])('%s', async (_, change, body) => {
    expect(await keyOf({ ...HEADERS, ...change }, body)).not.toBe(await keyOf(HEADERS));
  });

  test('unless its bytes are the same, when it has neither Message-ID nor Date', async () => {
    expect(await keyOf({ From: HEADERS.From, Subject: 'Contact form' })).toBeUndefined();
  });
});
