import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { openBulk } from '../../../src/mail/bulk/bulk.ts';
import type { BulkSettings, Dispatch } from '../../../src/mail/bulk/dispatch.ts';
import type { MailServer } from '../../../src/mail/send/server_url.ts';
import { bulkMail, dispatchTo } from '../../support/bulk.ts';
import { postfixIsHere, startPostfix } from '../../support/postfix.ts';
import { startSmtp, TLS_FILES } from '../../support/smtp.ts';

interface Taken {
  to: string[];
  text: string;
  secure: boolean;
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** nodemailer's own server, which asks for user and password, or a token. */
async function startServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const methods: string[] = [];
  const server = new SMTPServer({
    ...TLS_FILES,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    onAuth({ username, password, accessToken, method }, _session, done) {
      methods.push(method);
      const known = username === 'me' && (password === 'p w' || accessToken === 'token');
      done(known ? null : new Error('wrong'), known ? { user: 'me' } : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, text: Buffer.concat(chunks).toString(), secure: session.secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {}); // the client may hang up while it encrypts
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { taken, methods, port: (server.server.address() as AddressInfo).port };
}

function dispatchFor(port: number, over: Partial<MailServer>, settings: Partial<BulkSettings> = {}): Dispatch {
  const server: MailServer = { host: '127.0.0.1', port, tls: 'starttls', user: 'me', pass: 'p w', path: '', ...over };
  const dispatch = dispatchTo('smtp://127.0.0.1', { server, tls: { ca: TLS_FILES.cert }, ...settings });
  closing.push(() => dispatch.close());
  return dispatch;
}

const batch = () => Array.from({ length: 12 }, () => bulkMail());
const allSent = new Array(12).fill(expect.objectContaining({ state: 'sent', code: 250 }));

describe('over TLS', () => {
  test.each(['starttls', 'implicit'] as const)('%s: mails and password go encrypted', async (tls) => {
    const { taken, methods, port } = await startServer({ secure: tls === 'implicit' });
    expect(await dispatchFor(port, { tls }).send(batch())).toEqual(allSent);
    expect(taken).toHaveLength(12);
    expect(taken.every(({ secure }) => secure)).toBe(true);
    expect(methods[0]).toBe('PLAIN');
  });

  test.each(['starttls', 'implicit'] as const)(
    '%s: a certificate that nobody vouches for gets nothing',
    async (tls) => {
      const { taken, methods, port } = await startServer({ secure: tls === 'implicit' });
      const results = await dispatchFor(port, { tls }, { tls: {} }).send(batch());
      expect(results).toEqual(new Array(12).fill(expect.objectContaining({ state: 'retry', channelDown: true })));
      expect(results[0]!.detail).toMatch(/^insecure:/);
      expect([...taken, ...methods]).toEqual([]);
    },
  );

  test('a certificate of another name gets nothing', async () => {
    const { taken, port } = await startServer();
    const tls = { ca: TLS_FILES.cert, servername: 'other.example' };
    const results = await dispatchFor(port, {}, { tls }).send([bulkMail()]);
    expect(results).toMatchObject([{ state: 'retry', channelDown: true }]);
    expect(taken).toEqual([]);
  });
});

describe('signs in', () => {
  test.each(['PLAIN', 'LOGIN'])('by %s where only that is offered', async (method) => {
    const { methods, port } = await startServer({ authMethods: [method] });
    expect(await dispatchFor(port, {}).send(batch())).toEqual(allSent);
    expect(new Set(methods)).toEqual(new Set([method]));
  });

  test('by a token, where there is one', async () => {
    const { methods, port } = await startServer();
    expect(await dispatchFor(port, {}, { accessToken: 'token' }).send(batch())).toEqual(allSent);
    expect(new Set(methods)).toEqual(new Set(['XOAUTH2']));
  });

  test.each([
    ['PLAIN', { pass: 'wrong' }, {}],
    ['LOGIN', { pass: 'wrong' }, {}],
    ['XOAUTH2', {}, { accessToken: 'old' }],
  ])('%s: a refusal stops the channel, after one try', async (method, over, settings) => {
    const { methods, port } = await startServer({ authMethods: [method] });
    const results = await dispatchFor(port, over, settings).send(batch());
    const refused = { state: 'retry', scope: 'channel', channelDown: true, code: 535 };
    expect(results).toEqual(new Array(12).fill(expect.objectContaining(refused)));
    expect(results[0]!.detail).toMatch(/^sign_in_refused:/);
    expect(methods).toHaveLength(1);
  });
});

test('a server takes some recipients and refuses others, each with its own answer', async () => {
  const { taken, port } = await startServer({
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 });
      done(address.startsWith('nobody') ? refusal : null);
    },
  });
  const mails = [
    bulkMail(),
    bulkMail({ to: 'nobody@example.net' }),
    bulkMail(),
    bulkMail({ to: 'nobody2@example.net' }),
  ];
  const results = await dispatchFor(port, {}, { connections: 1 }).send(mails);
  expect(results.map(({ state }) => state)).toEqual(['sent', 'failed', 'sent', 'failed']);
  expect(results[1]).toMatchObject({ code: 550, status: '5.1.1', reason: 'no_such_address' });
  expect(taken.map(({ to }) => to)).toEqual([[mails[0]!.to], [mails[2]!.to]]);
});

describe('the thread', () => {
  test('carries batches beside each other, and forms once', async () => {
    const server = await startSmtp({ pipelining: true });
    const { port } = server;
    const sender = openBulk({ server: { host: '127.0.0.1', port, tls: 'none', path: '' } });
    const form = {
      ...{ from: 'shop@example.com', subject: ['Hi ', { slot: 'name' }], headers: {} },
      ...{ html: '', text: ['Dear ', { slot: 'name' }] },
    };
    const filled = (name: string) => ({
      id: name,
      to: `${name}@example.net`,
      messageId: `<${name}@a>`,
      form,
      values: { name },
    });
    const batches = [
      [filled('mei'), filled('tom')],
      [filled('li'), bulkMail({ id: 'w' })],
    ];
    const results = await Promise.all(batches.map((one) => sender.send(one)));
    expect(results.flat().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
    const subjects = server.mails.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw.toString())![1]);
    expect(subjects.sort()).toEqual(['Hi li', 'Hi mei', 'Hi tom', 'mail w']);
    await sender.close();
    expect(await sender.send([filled('late')])).toMatchObject([{ state: 'retry' }]);
    await server.close();
  });

  test('that dies leaves in doubt what it had, and nothing else; the next batch gets another', async () => {
    const server = await startSmtp({ pipelining: true });
    const dying = new URL(`data:text/javascript,${encodeURIComponent('setTimeout(() => process.exit(1), 50)')}`);
    const settings = { server: { host: '127.0.0.1', port: server.port, tls: 'none' as const, path: '' } };
    const sender = openBulk({ ...settings, program: dying });
    expect(await sender.send([bulkMail(), bulkMail()])).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }]);
    expect(await sender.send([bulkMail()])).toMatchObject([{ state: 'unknown' }]);
    const many = await sender.send(Array.from({ length: 1000 }, () => bulkMail()));
    expect(new Set(many.slice(0, 400).map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(new Set(many.slice(400).map(({ state }) => state))).toEqual(new Set(['retry']));
    await sender.close();
    await server.close();
  });

  test('asks once with a wrong password, however many mails wait, signed ones too', async () => {
    const { methods, port } = await startServer();
    const server: MailServer = { host: '127.0.0.1', port, tls: 'starttls', user: 'me', pass: 'wrong', path: '' };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const dkim = [{ domain: 'example.com', selector: 's', privateKey: pem }];
    const sender = openBulk({ server, dkim, tls: { ca: TLS_FILES.cert } });
    const results = await sender.send(Array.from({ length: 600 }, () => bulkMail()));
    expect(results.every(({ state, channelDown }) => state === 'retry' && channelDown)).toBe(true);
    expect(methods).toHaveLength(1);
    await sender.close();
  });

  test('does not begin with a key that is none', () => {
    const server: MailServer = { host: '127.0.0.1', port: 1, tls: 'none', path: '' };
    const dkim = [{ domain: 'example.com', selector: 's', privateKey: 'none' }];
    expect(() => openBulk({ server, dkim })).toThrow();
  });
});

describe.skipIf(!postfixIsHere())('a real Postfix', () => {
  test('takes a batch over one connection and refuses whom it does not know', async () => {
    const postfix = await startPostfix();
    closing.push(() => postfix.stop());
    const dispatch = dispatchFor(postfix.port, { tls: 'starttls', user: '' }, { connections: 2 });
    const mails = Array.from({ length: 40 }, (_, nth) =>
      bulkMail({ to: `${nth % 8 === 7 ? 'nobody' : 'known'}${nth}@local.test` }),
    );
    const results = await dispatch.send(mails);
    const expected = mails.map(({ to }) =>
      to.startsWith('known') ? { state: 'sent', status: '2.0.0' } : { state: 'failed', status: '5.1.1', code: 550 },
    );
    expect(results).toMatchObject(expected);
    await expect
      .poll(() => postfix.delivered().sort())
      .toEqual(
        mails
          .filter(({ to }) => to.startsWith('known'))
          .map(({ messageId }) => messageId)
          .sort(),
      );
  });
});
