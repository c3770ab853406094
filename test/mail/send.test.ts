import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { isOurMessageId } from '../../src/mail/message_id.ts';
import { mailSender } from '../../src/mail/send.ts';
import type { OutboxMessage, Outcome, Payload } from '../../src/outbox/message.ts';
import { type FakeSmtp, type FakeSmtpOptions, type Fault, type Stage, startSmtp, TLS_FILES } from '../support/smtp.ts';

const SECRET = 'test secret';
const TIMEOUTS = { connectMs: 1000, greetingMs: 400, silenceMs: 400 };
const servers: FakeSmtp[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function smtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
}

function message(
  payload: Partial<Extract<Payload, { kind: 'message' }>> = {},
  row: Partial<OutboxMessage> = {},
): OutboxMessage {
  return {
    id: '1',
    channel: 'email',
    address: 'mei@example.net',
    audience: 'customer',
    idempotencyKey: 'answer:1',
    payload: { kind: 'message', reply: { text: '您好,报价见下。' }, subject: 'Re: 报价单', ...payload },
    conversationId: '7',
    messageId: '9',
    attempts: 1,
    createdAt: new Date('2026-11-20T08:00:00Z'),
    ...row,
  };
}

async function send(
  url: string,
  row: OutboxMessage,
  options: { tls?: object; signal?: AbortSignal } = {},
): Promise<Outcome> {
  const sender = mailSender({
    url,
    from: 'Tea Shop <shop@example.com>',
    secret: SECRET,
    timeouts: TIMEOUTS,
    ...(options.tls && { tls: options.tls }),
  });
  return sender.send(row, options.signal ?? new AbortController().signal);
}

const withUser = (server: FakeSmtp) => server.url.replace('smtp://', 'smtp://me:pw@');
const trusted = { tls: { ca: TLS_FILES.cert } };

describe('a mail that goes well', () => {
  test('threads under the customer’s mail and carries text and HTML', async () => {
    const server = await smtp();
    const outcome = await send(server.url, message({ references: ['<a@x>', '<b@x>'] }));
    const raw = server.mails[0]!.raw.toString();
    expect(outcome).toMatchObject({ result: 'sent' });
    expect(server.mails[0]).toMatchObject({ from: 'shop@example.com', to: ['mei@example.net'] });
    expect(raw).toContain('In-Reply-To: <b@x>');
    expect(raw).toContain('References: <a@x> <b@x>');
    expect(raw).toContain('From: Tea Shop <shop@example.com>');
    expect(raw).toContain('Content-Type: text/plain');
    expect(raw).toContain('Content-Type: text/html');
    expect(raw).not.toContain('Auto-Submitted');
  });

  test('has the same signed Message-ID at every attempt, and that id is what an answer will name', async () => {
    const server = await smtp();
    const outcomes = [await send(server.url, message()), await send(server.url, message({}, { attempts: 2 }))];
    const id = /^Message-ID: (.*)\r$/m.exec(server.mails[0]!.raw.toString())![1]!;
    expect(outcomes).toEqual([
      { result: 'sent', externalId: id },
      { result: 'sent', externalId: id },
    ]);
    expect(id).toMatch(/^<crm\.[0-9a-f]{32}\.[0-9a-f]{8}@example\.com>$/);
    expect(isOurMessageId(id, SECRET)).toBe(true);
    expect(isOurMessageId(id, 'another secret')).toBe(false);
    expect(id).not.toContain('answer');
  });

  test('says it is automatic when it is for the owner', async () => {
    const server = await smtp();
    await send(server.url, message({}, { audience: 'owner' }));
    expect(server.mails[0]!.raw.toString()).toContain('Auto-Submitted: auto-generated');
  });

  test('goes through STARTTLS and signs in only behind it', async () => {
    const server = await smtp({ starttls: true });
    expect(await send(withUser(server), message(), trusted)).toMatchObject({ result: 'sent' });
    const steps = server.commands.map((line) => line.split(' ')[0]);
    expect(steps.slice(0, 4)).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'AUTH']);
  });
});

describe('a mail that must not go', () => {
  test('to an address that could be read in two ways', async () => {
    const server = await smtp();
    for (const address of [
      'b@b.test\r\nBcc: evil@x.test',
      'a@b.test, c@d.test',
      '"a b"@c.test',
      'a@b@c.test',
      'a@',
      'a(x)@b.test',
    ]) {
      expect(await send(server.url, message({}, { address }))).toMatchObject({
        result: 'failed',
        reason: 'no_such_address',
      });
    }
    expect(server.commands).toEqual([]);
  });

  test('with files it cannot carry: the owner is told instead of the files being dropped', async () => {
    const server = await smtp();
    const reply: Reply = { text: 'see photo', attachments: [{ kind: 'photo', ref: 'telegram-file-id' }] };
    expect(await send(server.url, message({ reply }))).toMatchObject({ result: 'failed', reason: 'rejected' });
  });

  test('in clear text when the server offers no STARTTLS', async () => {
    const server = await smtp();
    const outcome = await send(`smtp://me:pw@127.0.0.1:${server.port}`, message());
    expect(outcome).toMatchObject({ result: 'retry', scope: 'channel', channelDown: true });
    expect(server.commands.some((line) => /AUTH|MAIL/.test(line))).toBe(false);
  });

  test('to a server whose certificate is not to be trusted', async () => {
    const server = await smtp({ starttls: true });
    const outcome = await send(withUser(server), message());
    expect(outcome).toMatchObject({ result: 'retry', scope: 'channel', channelDown: true });
    expect(server.commands.some((line) => /AUTH|MAIL/.test(line))).toBe(false);
  });

  test('with a header smuggled into the subject', async () => {
    const server = await smtp();
    await send(server.url, message({ subject: 'hi\r\nBcc: evil@x.test' }));
    expect(server.mails[0]!.to).toEqual(['mei@example.net']);
    expect(server.mails[0]!.raw.toString()).not.toMatch(/^Bcc:/m);
  });
});

/** Too large for the socket buffers, so that the final dot cannot be out while the server refuses to read. */
const large = message({ reply: { text: 'long line of a long mail\n'.repeat(250_000) } });

describe('each step of the dialogue going wrong', () => {
  const retry = { result: 'retry' };
  const down = { result: 'retry', scope: 'channel', channelDown: true };
  const later = { result: 'retry', scope: 'chat', afterSeconds: 300 };
  const rejected = { result: 'failed', reason: 'rejected' };
  const unknown = { result: 'unknown' };
  const cases: [Stage, Fault, object][] = [
    ['greeting', 'cut', retry],
    ['greeting', 'hang', retry],
    ['greeting', '421 4.3.2 later', retry],
    ['greeting', '554 5.7.1 go away', down],
    ['EHLO', 'cut', retry],
    ['EHLO', '421 4.3.2 later', retry],
    ['EHLO', '550 5.7.1 no', down],
    ['STARTTLS', 'cut', retry],
    ['STARTTLS', 'hang', retry],
    ['STARTTLS', '454 4.7.0 not now', retry],
    ['STARTTLS', '502 5.5.1 no', down],
    ['AUTH', 'cut', retry],
    ['AUTH', 'hang', retry],
    ['AUTH', '454 4.7.0 temporary', retry],
    ['AUTH', '535 5.7.8 wrong password', down],
    ['MAIL', 'cut', retry],
    ['MAIL', '451 4.7.1 greylisted', later],
    ['MAIL', '550 5.7.1 sender refused', rejected],
    ['MAIL', '530 5.7.0 sign in first', down],
    ['RCPT', 'cut', retry],
    ['RCPT', 'hang', retry],
    ['RCPT', '450 4.2.1 busy', later],
    ['RCPT', '550 5.1.1 no such user', { result: 'failed', reason: 'no_such_address' }],
    ['RCPT', '553 5.1.8 bad sender domain', rejected],
    ['RCPT', '552 5.2.2 full', rejected],
    ['RCPT', '550 5.7.1 policy', rejected],
    ['DATA', 'cut', retry],
    ['DATA', 'hang', retry],
    ['DATA', '451 4.3.0 later', later],
    ['DATA', '554 5.6.0 no', rejected],
    ['body', 'cut', retry],
    ['body', 'hang', retry],
    ['body', '452 4.3.1 disk full', later],
    ['body', '552 5.3.4 too large', rejected],
    ['dot', 'cut', unknown],
    ['dot', 'lost', unknown],
    ['dot', 'hang', unknown],
    ['dot', '451 4.3.0 later', later],
    ['dot', '554 5.7.1 spam', rejected],
    ['dot', '354 what', unknown],
  ];

  test.each(cases)('%s: %s', async (stage, fault, expected) => {
    const server = await smtp({ starttls: true, fault: (at) => (at === stage ? fault : undefined) });
    const outcome = await send(withUser(server), stage === 'body' ? large : message(), trusted);
    expect(outcome).toMatchObject(expected);
    if (outcome.result === 'retry' && !('channelDown' in expected)) expect(outcome).not.toHaveProperty('channelDown');
    if (outcome.result === 'retry' || outcome.result === 'failed') expect(server.mails).toEqual([]);
    expect(JSON.stringify(outcome)).not.toMatch(/@/);
  });

  test('nobody listens there', async () => {
    const server = await smtp();
    await server.close();
    expect(await send(server.url, message())).toMatchObject({ result: 'retry', scope: 'channel' });
  });

  test('a mail put off again and again waits longer each time, up to a day', async () => {
    const server = await smtp({ fault: (at) => (at === 'RCPT' ? '450 4.2.1 greylisted' : undefined) });
    const waits: unknown[] = [];
    for (const attempts of [0, 1, 2, 3, 4, 5, 6, 20]) {
      const outcome = await send(server.url, message({}, { attempts }));
      waits.push(outcome.result === 'retry' && outcome.afterSeconds);
    }
    expect(waits).toEqual([300, 300, 900, 3600, 14_400, 43_200, 86_400, 86_400]);
  });
});

describe('given up from outside', () => {
  test.each<[Stage, string]>([
    ['RCPT', 'retry'],
    ['body', 'retry'],
    ['dot', 'unknown'],
  ])('while waiting at %s it is %s', async (stage, result) => {
    const abort = new AbortController();
    const server = await smtp({
      fault: (at) => {
        if (at !== stage) return undefined;
        setTimeout(() => abort.abort(), 100);
        return 'hang';
      },
    });
    const outcome = await send(server.url, stage === 'body' ? large : message(), { signal: abort.signal });
    expect(outcome).toMatchObject({ result });
  });
});

describe('configuration that cannot work is refused in plain words', () => {
  test.each([
    ['mail.example.com', /not a mail server address/],
    ['http://mail.example.com', /not a mail server address/],
    ['smtp://mail.example.com?tls=none', /only allowed for a server on this machine/],
    ['smtps://me:100%@mail.example.com', /%25/],
  ])('%s', (url, words) => {
    expect(() => mailSender({ url, from: 'a@b.test', secret: SECRET })).toThrow(words);
  });

  test('a sender that is no address', () => {
    expect(() => mailSender({ url: 'smtps://x.test', from: 'Shop', secret: SECRET })).toThrow(/MAIL_FROM/);
  });
});
