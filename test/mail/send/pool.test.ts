import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type MailSender, mailSender } from '../../../src/mail/send/send.ts';
import type { Outcome } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { letter } from '../../support/letters/letter.ts';
import { type FakeSmtp, type FakeSmtpOptions, startSmtp } from '../../support/smtp.ts';

let server: FakeSmtp;
let sender: MailSender;
afterEach(async () => {
  sender.close();
  await server.close();
});

const TIMEOUTS = { connectMs: 30_000, greetingMs: 30_000 };

async function open(
  options: FakeSmtpOptions = {},
  { silenceMs = 30_000, ...pool }: { idleMs?: number; mailsEach?: number; silenceMs?: number } = {},
): Promise<void> {
  server = await startSmtp(options);
  sender = mailSender({
    ...{ url: server.url, from: 'shop@example.com', secret: 'test secret', files: noFiles },
    pool: { timeouts: { ...TIMEOUTS, silenceMs }, ...pool },
  });
}

let mails = 0;
const send = (text = 'hello', row: Parameters<typeof letter>[1] = {}): Promise<Outcome> =>
  sender.send(letter({ reply: { text } }, { idempotencyKey: `mail-${++mails}`, ...row }), new AbortController().signal);
const quits = () => steps().filter((step) => step === 'QUIT').length;
const steps = () => server.commands.map((line) => line.split(/[ :]/)[0]);

describe('a connection', () => {
  test('carries the mails that follow, with RSET between them', async () => {
    await open();
    for (const text of ['one', 'two', 'three']) expect(await send(text)).toMatchObject({ result: 'sent' });
    expect(server.connections()).toBe(1);
    expect(server.mails).toHaveLength(3);
    const mail = ['MAIL', 'RCPT', 'DATA'];
    expect(steps()).toEqual(['EHLO', ...mail, 'RSET', ...mail, 'RSET', ...mail]);
  });

  test('is left after so many mails', async () => {
    await open({}, { mailsEach: 2 });
    for (let nth = 0; nth < 3; nth++) await send();
    expect(server.connections()).toBe(2);
    await expect.poll(quits).toBe(1);
  });

  test('is left when nothing more comes', async () => {
    await open({}, { idleMs: 50 });
    await send();
    await expect.poll(quits).toBe(1);
    await send();
    expect(server.connections()).toBe(2);
  });

  test('serves one mail at a time', async () => {
    await open();
    await Promise.all([send(), send(), send(), send()]);
    expect(server.connections()).toBe(4);
    await expect.poll(quits).toBe(2);
    await Promise.all([send(), send()]);
    expect(server.connections()).toBe(4);
    expect(server.mails).toHaveLength(6);
  });

  test('goes on after a recipient was refused, and nothing of that mail is left on it', async () => {
    let refused = 0;
    await open({ fault: (stage) => (stage === 'RCPT' && ++refused === 1 ? '550 5.1.1 no such user' : undefined) });
    expect(await send()).toMatchObject({ result: 'failed', reason: 'no_such_address' });
    expect(await send('two', { address: 'tom@example.net' })).toMatchObject({ result: 'sent' });
    expect(server.connections()).toBe(1);
    expect(server.mails.map(({ to }) => to)).toEqual([['tom@example.net']]);
  });

  test('is not used again once a message was refused: what is still on its way would be read as commands', async () => {
    let refused = 0;
    await open({ fault: (stage) => (stage === 'dot' && ++refused === 1 ? '554 5.7.1 spam' : undefined) });
    expect(await send()).toMatchObject({ result: 'failed', reason: 'policy' });
    expect(await send()).toMatchObject({ result: 'sent' });
    expect(server.connections()).toBe(2);
  });

  test('is not kept by a house that closes', async () => {
    await open();
    await send();
    sender.close();
    await send();
    expect(server.connections()).toBe(2);
    await expect.poll(quits).toBe(2);
  });
});

describe('a kept connection that the server has given up', () => {
  const first = (_: unknown, connection: number) => connection === 1;
  test.each([
    ['closed while idle', (stage: string, n: number) => (first(0, n) && stage === 'after' ? 'cut' : undefined)],
    ['said goodbye (421)', (stage: string, n: number) => (first(0, n) && stage === 'after' ? '421 idle' : undefined)],
    ['cut at RSET', (stage: string, n: number) => (first(0, n) && stage === 'RSET' ? 'cut' : undefined)],
    ['silent at RSET', (stage: string, n: number) => (first(0, n) && stage === 'RSET' ? 'hang' : undefined)],
  ] as const)('%s: the mail goes over a new one at once', async (_, fault) => {
    await open({ fault }, { silenceMs: 3_000 });
    expect(await send()).toMatchObject({ result: 'sent' });
    await sleep(30);
    expect(await send()).toMatchObject({ result: 'sent' });
    expect(server.mails).toHaveLength(2);
    expect(server.connections()).toBe(2);
  });

  test('cut after the final dot: a doubt as over any other, never sent again', async () => {
    let dots = 0;
    await open({ fault: (stage) => (stage === 'dot' && ++dots === 2 ? 'lost' : undefined) });
    await send();
    expect(await send()).toMatchObject({ result: 'unknown' });
    expect(server.mails).toHaveLength(2);
    expect(server.connections()).toBe(1);
  });
});
