import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import type { Attachment } from '../../../src/domain/attachment.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { FileContent, Files } from '../../../src/files/index.ts';
import { isOurMessageId } from '../../../src/mail/read/message_id.ts';
import { readReplyToken } from '../../../src/mail/read/reply_token.ts';
import { type MailSenderOptions, mailSender } from '../../../src/mail/send/send.ts';
import type { OutboxMessage, Outcome } from '../../../src/outbox/message.ts';
import { anyText } from '../../support/any_text.ts';
import { noFiles } from '../../support/files.ts';
import { letter as message } from '../../support/letters/letter.ts';
import {
  type FakeSmtp,
  type FakeSmtpOptions,
  type Fault,
  type Stage,
  startSmtp,
  TLS_FILES,
} from '../../support/smtp.ts';

const SECRET = 'test secret';
const PATIENT = { connectMs: 30_000, greetingMs: 30_000, silenceMs: 30_000 };
/** Only for a server that is silent on purpose. */
const HASTY = { connectMs: 30_000, greetingMs: 3_000, silenceMs: 3_000 };
const servers: FakeSmtp[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function smtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
}

const photo: Attachment = { kind: 'photo', ref: 'telegram-file-id', channel: 'telegram' };
const holding = (content: FileContent): Files => ({ read: async () => content });

async function send(
  url: string,
  row: OutboxMessage,
  options: { tls?: object; signal?: AbortSignal; timeouts?: typeof PATIENT } & Partial<MailSenderOptions> = {},
): Promise<Outcome> {
  const sender = mailSender({
    url,
    from: options.from ?? 'Tea Shop <shop@example.com>',
    secret: SECRET,
    files: options.files ?? noFiles,
    ...(options.reply && { reply: options.reply }),
    pool: { timeouts: options.timeouts ?? PATIENT, idleMs: 0, ...(options.tls && { tls: options.tls }) },
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

  test('with lines of any length and script arrives as it was written', async () => {
    const server = await smtp();
    const text = `${'龙井茶叶'.repeat(1000)}\n${'x'.repeat(3000)}\n.\n..end`;
    await send(server.url, message({ reply: { text } }));
    const { raw } = server.mails[0]!;
    expect(
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
    expect((await simpleParser(raw)).text?.trim()).toBe(text);
  });

  test('says it is automatic when it is for the owner', async () => {
    const server = await smtp();
    await send(server.url, message({}, { audience: 'owner' }));
    expect(server.mails[0]!.raw.toString()).toContain('Auto-Submitted: auto-generated');
  });

  test('that nobody wrote says so, and comes from nobody: neither an answer nor a bounce comes back', async () => {
    const server = await smtp();
    expect(await send(server.url, message({ automatic: true }))).toMatchObject({ result: 'sent' });
    const { from, raw } = server.mails[0]!;
    expect(from).toBe('');
    expect(raw.toString()).toContain('Auto-Submitted: auto-replied');
    expect(raw.toString()).toContain('X-Auto-Response-Suppress: All');
    expect(raw.toString()).toContain('From: Tea Shop <shop@example.com>');
  });

  test('that nobody wrote leaves from our own address where the server takes no other', async () => {
    let refused = 0;
    const server = await smtp({
      fault: (stage) => (stage === 'MAIL' && refused++ === 0 ? '553 mail from must equal authorized user' : undefined),
    });
    expect(await send(server.url, message({ automatic: true }))).toMatchObject({ result: 'sent' });
    expect(server.mails.map(({ from }) => from)).toEqual(['shop@example.com']);
  });

  test('that a person wrote is refused once and not tried again by itself', async () => {
    const server = await smtp({ fault: (stage) => (stage === 'MAIL' ? '553 no' : undefined) });
    expect(await send(server.url, message())).toMatchObject({ result: 'failed' });
    expect(server.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(1);
  });

  test('goes through STARTTLS and signs in only behind it', async () => {
    const server = await smtp({ starttls: true });
    expect(await send(withUser(server), message(), trusted)).toMatchObject({ result: 'sent' });
    const steps = server.commands.map((line) => line.split(' ')[0]);
    expect(steps.slice(0, 4)).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'AUTH']);
  });
});

describe('the address customers’ answers are asked to go to', () => {
  const replyTo = async (row: OutboxMessage, reply: MailSenderOptions['reply']) => {
    const server = await smtp();
    await send(server.url, row, reply && { reply });
    return (await simpleParser(server.mails[0]!.raw)).replyTo?.value.map(({ name, address }) => [name, address]);
  };

  test('names the conversation, when that is wanted', async () => {
    const [[name, address] = []] = (await replyTo(message(), { way: 'plus' }))!;
    expect(name).toBe('Tea Shop');
    expect(address).toMatch(/^shop\+[a-z2-7]{14}@example\.com$/);
    expect(readReplyToken([address!], SECRET)).toBe('7');
    const [[, caught] = []] = (await replyTo(message(), { way: 'catch-all', domain: 'r.example.com' }))!;
    expect(caught).toMatch(/^[a-z2-7]{14}@r\.example\.com$/);
  });

  test('is ours otherwise, and always for what is for the owner', async () => {
    expect(await replyTo(message(), undefined)).toBeUndefined();
    expect(await replyTo(message({}, { audience: 'owner' }), { way: 'plus' })).toBeUndefined();
  });
});

describe('addresses', () => {
  test('in a domain of any script are written in ASCII, in the envelope and in the mail', async () => {
    const server = await smtp();
    expect(await send(server.url, message({}, { address: 'Mei@例子.中国' }))).toMatchObject({ result: 'sent' });
    expect(server.mails[0]).toMatchObject({ to: ['mei@xn--fsqu00a.xn--fiqs8s'] });
    expect(server.mails[0]!.raw.toString()).toMatch(/^To: mei@xn--fsqu00a\.xn--fiqs8s\r$/m);
  });

  test('are not invented: no header and no recipient comes out of a name, a subject or a reference, whatever is in it', async () => {
    const server = await smtp();
    const nasty = fc.array(
      fc.oneof(anyText, fc.constantFrom('\r\n', '\n', '\r', '\0', 'Bcc: evil@x.test', '<e@x.test>', ',', '"', '=?')),
      { maxLength: 8 },
    );
    const headers = [
      'from',
      'to',
      'subject',
      'message-id',
      'date',
      'in-reply-to',
      'references',
      'mime-version',
      'content-type',
    ];
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (subject, reference) => {
        const before = server.mails.length;
        const row = message({ subject: subject.join(''), references: [reference.join('')] });
        expect(await send(server.url, row)).toMatchObject({ result: 'sent' });
        const { to, from, raw } = server.mails[before]!;
        expect([from, to]).toEqual(['shop@example.com', ['mei@example.net']]);
        const lines = raw.toString('latin1').split('\r\n\r\n')[0]!.split('\r\n');
        const names = lines.filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(':')[0]!.toLowerCase());
        expect(names.filter((name) => !headers.includes(name))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('of a sender whose name holds a line break or a second address are refused at the start', async () => {
    for (const from of ['Tea\r\nBcc: e@x.test <shop@example.com>', 'a@b.test, Shop <shop@example.com>, c@d.test']) {
      expect(() => mailSender({ url: 'smtps://x.test', from, secret: SECRET, files: noFiles })).toThrow(/MAIL_FROM/);
    }
  });
});

describe('a mail with files', () => {
  const attached = async (name: string, type: string) => {
    const server = await smtp();
    const bytes = Buffer.from([0, 255, 13, 10, 46, 13, 10, 128]);
    const reply: Reply = { text: 'see', attachments: [photo] };
    await send(server.url, message({ reply }), { files: holding({ bytes, name, type }) });
    const [file, ...more] = (await simpleParser(server.mails[0]!.raw)).attachments;
    expect(more).toEqual([]);
    expect(file!.content.equals(bytes)).toBe(true);
    return [file!.filename, file!.contentType];
  };

  test('carries their bytes, and names of any language', async () => {
    const long = `${'价目表 '.repeat(15)}.pdf`;
    expect(await attached('价目表“新”; final.pdf', 'application/pdf')).toEqual([
      '价目表“新”; final.pdf',
      'application/pdf',
    ]);
    expect(await attached(long, 'image/png')).toEqual([long, 'image/png']);
  });

  test('takes no type that is more than a type', async () => {
    const types = ['text/html\r\nBcc: evil@x.test', 'text/plain; name=x', '', 'exe'];
    for (const type of types) expect(await attached('a.bin', type)).toEqual(['a.bin', 'application/octet-stream']);
  });

  test('waits while a file cannot be fetched: nothing was sent', async () => {
    const server = await smtp();
    const files: Files = { read: () => Promise.reject(new Error('the file server answers 503')) };
    const outcome = await send(server.url, message({ reply: { text: 'see', attachments: [photo] } }), { files });
    expect(outcome).toMatchObject({ result: 'retry', scope: 'chat' });
    expect(server.commands).toEqual([]);
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
      'mei@b_c.test',
    ]) {
      expect(await send(server.url, message({}, { address }))).toMatchObject({
        result: 'failed',
        reason: 'address_not_tried',
      });
    }
    expect(server.commands).toEqual([]);
  });

  test('with a file that cannot be had any more: the owner is told instead of the file being dropped', async () => {
    const server = await smtp();
    const reply: Reply = { text: 'see photo', attachments: [photo] };
    expect(await send(server.url, message({ reply }))).toMatchObject({ result: 'failed', reason: 'file_gone' });
    expect(server.commands).toEqual([]);
  });

  test('with more than 20 MB of files', async () => {
    const server = await smtp();
    const files = holding({ bytes: Buffer.alloc(11 * 1024 * 1024), name: 'film.mov', type: 'video/mp4' });
    const reply: Reply = { text: 'see', attachments: [photo, { ...photo }] };
    const outcome = await send(server.url, message({ reply }), { files });
    expect(outcome).toMatchObject({ result: 'failed', reason: 'file_too_large' });
    expect(server.commands).toEqual([]);
  });

  test('in clear text when the server offers no STARTTLS', async () => {
    const server = await smtp();
    const outcome = await send(`smtp://me:pw@127.0.0.1:${server.port}`, message());
    expect(outcome).toMatchObject({ result: 'retry', scope: 'channel', channelDown: true });
    expect(server.commands.some((line) => /AUTH|MAIL/.test(line))).toBe(false);
  });

  test('over a connection whose STARTTLS somebody on the way has cut out or refused', async () => {
    for (const refusal of ['454 4.7.0 TLS not available', '502 5.5.1 what?', '250 fine without'] as const) {
      const server = await smtp({ starttls: true, fault: (at) => (at === 'STARTTLS' ? refusal : undefined) });
      // who says 250 says nothing to the handshake that follows
      const patience = refusal.startsWith('250') ? { ...trusted, timeouts: HASTY } : trusted;
      expect(await send(withUser(server), message(), patience)).toMatchObject({ result: 'retry', scope: 'channel' });
      expect(server.commands.some((line) => /AUTH|MAIL/.test(line))).toBe(false);
    }
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
const large = message({ reply: { text: 'long line of a long mail\n'.repeat(100_000) } });

describe('each step of the dialogue going wrong', () => {
  const retry = { result: 'retry' };
  const down = { result: 'retry', scope: 'channel', channelDown: true };
  const later = { result: 'retry', scope: 'chat', afterSeconds: 300 };
  const rejected = { result: 'failed', reason: 'rejected' };
  const unknown = { result: 'unknown' };
  const cases: [Stage, Fault, object][] = [
    ['greeting', 'cut', retry],
    ['greeting', '421 4.3.2 later', retry],
    ['greeting', '554 5.7.1 go away', down],
    ['EHLO', 'cut', retry],
    ['EHLO', '421 4.3.2 later', retry],
    ['EHLO', '550 5.7.1 no', down],
    ['STARTTLS', 'cut', retry],
    ['STARTTLS', '454 4.7.0 not now', retry],
    ['STARTTLS', '502 5.5.1 no', down],
    ['AUTH', 'cut', retry],
    ['AUTH', '454 4.7.0 temporary', retry],
    ['AUTH', '535 5.7.8 wrong password', down],
    ['MAIL', 'cut', retry],
    ['MAIL', '451 4.7.1 greylisted', later],
    ['MAIL', '550 5.7.1 sender refused', { ...rejected, reason: 'policy' }],
    ['MAIL', '553 Mail from must equal authorized user', { ...rejected, reason: 'sender_refused' }],
    ['MAIL', '530 5.7.0 sign in first', down],
    ['RCPT', 'cut', retry],
    ['RCPT', '450 4.2.1 busy', later],
    ['RCPT', '550 5.1.1 no such user', { result: 'failed', reason: 'no_such_address' }],
    ['RCPT', '553 5.1.8 bad sender domain', { ...rejected, reason: 'sender_refused' }],
    ['RCPT', '552 5.2.2 full', { ...later, reason: 'mailbox_full' }],
    ['RCPT', '550 5.7.1 policy', { ...rejected, reason: 'policy' }],
    ['RCPT', '553 authentication is required', down],
    ['DATA', 'cut', retry],
    ['DATA', '451 4.3.0 later', later],
    ['DATA', '554 5.6.0 no', rejected],
    ['body', 'cut', retry],
    ['body', '452 4.3.1 disk full', later],
    ['body', '552 5.3.4 too large', { ...rejected, reason: 'file_too_large' }],
    ['dot', 'cut', unknown],
    ['dot', 'lost', unknown],
    ['dot', '451 4.3.0 later', later],
    ['dot', '554 5.7.1 spam', { ...rejected, reason: 'policy' }],
    ['dot', '354 what', unknown],
  ];

  /** Sends to a server at which this step goes so. */
  async function sendThrough(stage: Stage, fault: Fault, options: Parameters<typeof send>[2] = trusted) {
    const server = await smtp({ starttls: true, fault: (at) => (at === stage ? fault : undefined) });
    const outcome = await send(withUser(server), stage === 'body' ? large : message(), options);
    return { server, outcome };
  }

  // all at once: each takes as long as a silent server is given, and that has to be long enough for a busy machine to say anything
  test('silence at any of them', async () => {
    const hasty = { ...trusted, timeouts: HASTY };
    const steps: Stage[] = ['greeting', 'STARTTLS', 'AUTH', 'RCPT', 'DATA', 'body', 'dot'];
    const found = await Promise.all(
      steps.map(async (stage) => [stage, (await sendThrough(stage, 'hang', hasty)).outcome.result]),
    );
    expect(Object.fromEntries(found)).toEqual({
      ...Object.fromEntries(steps.map((stage) => [stage, 'retry'])),
      dot: 'unknown',
    });
  });

  test.each(cases)('%s: %s', async (stage, fault, expected) => {
    const { server, outcome } = await sendThrough(stage, fault);
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

  test('a mail put off again and again waits longer each time, and is tried once more after 48 hours', async () => {
    const server = await smtp({ fault: (at) => (at === 'RCPT' ? '450 4.2.1 greylisted' : undefined) });
    const waits: unknown[] = [];
    for (const attempts of [0, 1, 2, 3, 4, 5, 6, 7, 20]) {
      const outcome = await send(server.url, message({}, { attempts }));
      waits.push(outcome.result === 'retry' && outcome.afterSeconds);
    }
    expect(waits).toEqual([300, 300, 900, 3600, 14_400, 43_200, 86_400, 25_200, 25_200]);
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
    expect(() => mailSender({ url, from: 'a@b.test', secret: SECRET, files: noFiles })).toThrow(words);
  });

  test('a sender that is no address', () => {
    expect(() => mailSender({ url: 'smtps://x.test', from: 'Shop', secret: SECRET, files: noFiles })).toThrow(
      /MAIL_FROM/,
    );
  });
});

describe('copies', () => {
  const copied = message({ copies: ['pat@example.net', 'lee@example.net'] });

  test('go to whom they are named for, who can read who else got it', async () => {
    const server = await smtp();
    expect(await send(server.url, copied)).toMatchObject({ result: 'sent' });
    expect(server.mails[0]?.to).toEqual(['mei@example.net', 'pat@example.net', 'lee@example.net']);
    expect(server.mails[0]?.raw.toString()).toContain('Cc: pat@example.net, lee@example.net');
  });

  test('that are refused are told, and the mail has left for the others', async () => {
    const server = await smtp({ refuses: { 'pat@example.net': '550 5.1.1 no such user' } });
    expect(await send(server.url, copied)).toMatchObject({ result: 'sent', refusedCopies: ['pat@example.net'] });
    expect(server.mails[0]?.to).toEqual(['mei@example.net', 'lee@example.net']);
  });

  test.each([
    ['550 5.1.1 no such user', 'no_such_address'],
    ['451 4.7.1 come back later', 'given_up'],
  ])('that left without the customer’s own mail are not sent twice (%s)', async (answer, reason) => {
    const server = await smtp({ refuses: { 'mei@example.net': answer } });
    expect(await send(server.url, copied)).toMatchObject({ result: 'failed', reason });
  });
});

describe('an address that is not plain', () => {
  test.each([
    ['taro..k.@docomo.example', '"taro..k."@docomo.example'],
    ['.taro@docomo.example', '".taro"@docomo.example'],
    ['ip@[192.0.2.1]', 'ip@[192.0.2.1]'],
    ['sl@localhost', 'sl@localhost'],
    ['o’neil@example.net'.replace('’', "'"), "o'neil@example.net"],
  ])('%s is asked of the server', async (address, written) => {
    const server = await smtp();
    expect(await send(server.url, message({}, { address }))).toMatchObject({ result: 'sent' });
    expect(server.commands).toContain(`RCPT TO:<${written}>`);
  });

  test('in another script is asked of the server, whose answer about the script is none about the person', async () => {
    const address = '用户@例子.example';
    const server = await smtp({ utf8: true });
    expect(await send(server.url, message({}, { address }))).toMatchObject({ result: 'sent' });
    const refuses = { [server.mails[0]!.to[0]!]: '501 5.1.3 Bad recipient address syntax' };
    const elsewhere = await smtp({ refuses });
    expect(await send(elsewhere.url, message({}, { address }))).toMatchObject({ result: 'failed', reason: 'rejected' });
  });

  test.each(['nobody', 'a b@example.net', 'a@', 'a@b@', '<script>@example.net', 'a@ex ample.net', 'a,b@example.net'])(
    '%s was never tried, and nobody says that it does not exist',
    async (address) => {
      const server = await smtp();
      expect(await send(server.url, message({}, { address }))).toMatchObject({ reason: 'address_not_tried' });
      expect(server.commands).toEqual([]);
    },
  );
});
