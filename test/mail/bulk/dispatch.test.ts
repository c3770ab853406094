import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import type { BulkSettings, Dispatch } from '../../../src/mail/bulk/dispatch.ts';
import { bulkMail, dispatchTo } from '../../support/bulk.ts';
import { type FakeSmtp, type FakeSmtpOptions, type Fault, type Stage, startSmtp } from '../../support/smtp.ts';

let server: FakeSmtp;
let dispatch: Dispatch;
afterEach(async () => {
  await dispatch.close();
  await server.close();
});

async function open(options: FakeSmtpOptions = {}, settings: Partial<BulkSettings> = {}): Promise<void> {
  server = await startSmtp(options);
  dispatch = dispatchTo(server.url, settings);
}

const mails = (count: number) => Array.from({ length: count }, () => bulkMail());
const states = (results: { state: string }[]) => results.map(({ state }) => state);
const steps = () => server.commands.map((line) => line.split(/[ :]/)[0]);
const recipients = () => server.mails.flatMap(({ to }) => to).sort();
/** A fault at the nth time that a stage is reached. */
const at = (stage: Stage, nth: number, fault: Fault) => {
  let seen = 0;
  return (now: Stage): Fault | undefined => (now === stage && ++seen === nth ? fault : undefined);
};

describe.each([true, false])('over connections (pipelining: %s)', (pipelining) => {
  test('each mail of a batch arrives once, and its result says so', async () => {
    await open({ pipelining }, { connections: 3, mailsEach: 10 });
    const batch = mails(47);
    const results = await dispatch.send(batch);
    expect(new Set(states(results))).toEqual(new Set(['sent']));
    expect(results[0]).toEqual({ state: 'sent', detail: '250 2.0.0 taken', code: 250, status: '2.0.0' });
    expect(recipients()).toEqual(batch.map(({ to }) => to).sort());
    expect(server.connections()).toBeGreaterThanOrEqual(5);
  });

  test('what is refused is told of the mail it concerns, and the others go on over the same connection', async () => {
    const [a, b, c, d] = mails(4);
    const refuses = { [a!.to]: '550 5.1.1 no such user', [c!.to]: '450 4.2.2 mailbox full' };
    await open({ pipelining, refuses }, { connections: 1 });
    const results = await dispatch.send([a!, b!, c!, d!]);
    expect(results).toMatchObject([
      { state: 'failed', code: 550, status: '5.1.1', reason: 'no_such_address' },
      { state: 'sent' },
      { state: 'retry', code: 450, status: '4.2.2', reason: 'mailbox_full', afterSeconds: 300 },
      { state: 'sent' },
    ]);
    expect(server.connections()).toBe(1);
    expect(recipients()).toEqual([b!.to, d!.to].sort());
  });

  test('a mail in doubt is told as such and not sent again; the one behind it goes over another connection', async () => {
    await open({ pipelining, fault: at('dot', 2, 'lost') }, { connections: 1 });
    const batch = mails(4);
    expect(states(await dispatch.send(batch))).toEqual(['sent', 'unknown', 'sent', 'sent']);
    expect(recipients()).toEqual(batch.map(({ to }) => to).sort());
    expect(server.connections()).toBe(2);
  });

  test('a mail whose text was refused is told, and the connection is left', async () => {
    await open({ pipelining, fault: at('dot', 1, '554 5.7.1 spam') }, { connections: 1 });
    const results = await dispatch.send(mails(3));
    expect(results[0]).toMatchObject({ state: 'failed', code: 554, status: '5.7.1', reason: 'policy' });
    expect(states(results)).toEqual(['failed', 'sent', 'sent']);
    expect(server.connections()).toBe(2);
  });

  test('a goodbye (421) between mails costs nobody a try', async () => {
    await open({ pipelining, fault: at('MAIL', 3, '421 4.7.0 too many messages') }, { connections: 1 });
    expect(states(await dispatch.send(mails(5)))).toEqual(new Array(5).fill('sent'));
    expect(server.mails).toHaveLength(5);
    expect(server.connections()).toBe(2);
  });
});

describe('with pipelining', () => {
  test('a mail costs one round trip: its envelope stands behind the dot of the one before', async () => {
    await open({ pipelining: true }, { connections: 1 });
    await dispatch.send(mails(3));
    expect(steps()).toEqual(['EHLO', ...new Array(3).fill(['MAIL', 'RCPT', 'DATA']).flat()]);
  });

  test('a server that wants a text although nobody gets it is given an empty one', async () => {
    const [a, b] = mails(2);
    await open({ pipelining: true, refuses: { [a!.to]: '550 5.1.1 no' }, takesNobody: true }, { connections: 1 });
    expect(states(await dispatch.send([a!, b!]))).toEqual(['failed', 'sent']);
    expect(server.mails.filter(({ to }) => to.length > 0)).toHaveLength(1);
    expect(server.connections()).toBe(1);
  });
});

describe('the text', () => {
  test('arrives as it was, with dots at the beginning of lines', async () => {
    await open();
    const text = '.\n..\n...three\n.end';
    await dispatch.send([bulkMail({ text, html: '' })]);
    expect((await simpleParser(server.mails[0]!.raw)).text).toBe(`${text}\n`);
  });

  test('arrives when it is too large for one write', async () => {
    await open();
    const text = 'a long line of a long mail '.repeat(20_000);
    expect(states(await dispatch.send([bulkMail({ text, html: '' })]))).toEqual(['sent']);
    expect((await simpleParser(server.mails[0]!.raw)).text).toBe(`${text}\n`);
  });

  test('is not even begun where the server says that it is too large', async () => {
    await open({ size: 10_000 });
    const [large, small] = [bulkMail({ text: 'x'.repeat(10_000), html: '' }), bulkMail()];
    const results = await dispatch.send([large, small]);
    expect(results).toMatchObject([{ state: 'failed', reason: 'file_too_large' }, { state: 'sent' }]);
    expect(steps().filter((step) => step === 'MAIL')).toHaveLength(1);
  });

  test('that cannot be written fails alone', async () => {
    await open();
    const batch = [bulkMail({ subject: 'hi\r\nBcc: all@example.org' }), bulkMail({ to: 'nobody' }), bulkMail()];
    expect(await dispatch.send(batch)).toMatchObject([
      { state: 'failed', reason: 'rejected', detail: 'Subject has a line break' },
      { state: 'failed', reason: 'address_not_tried' },
      { state: 'sent' },
    ]);
  });
});

describe('an address beyond ASCII', () => {
  const chinese = () => bulkMail({ to: '李@example.net' });

  test('is written where the server reads it', async () => {
    await open({ utf8: true, pipelining: true }, { connections: 1 });
    expect(states(await dispatch.send([bulkMail(), chinese(), bulkMail()]))).toEqual(['sent', 'sent', 'sent']);
    expect(server.mails.map(({ to }) => to)[1]).toEqual(['李@example.net']);
    expect(server.commands.find((line) => line.includes('SMTPUTF8'))).toBeDefined();
  });

  test('is not tried where it does not', async () => {
    await open();
    expect(await dispatch.send([chinese(), bulkMail()])).toMatchObject([
      { state: 'failed', reason: 'address_not_tried' },
      { state: 'sent' },
    ]);
  });
});

describe('a server', () => {
  test('that is not there: all wait, nothing is in doubt', async () => {
    await open();
    await server.close();
    const results = await dispatch.send(mails(3));
    expect(results).toMatchObject(new Array(3).fill({ state: 'retry', scope: 'channel' }));
  });

  test('that refuses the password is asked once, not by every connection', async () => {
    server = await startSmtp({ fault: (stage) => (stage === 'AUTH' ? '535 5.7.8 wrong password' : undefined) });
    dispatch = dispatchTo(server.url.replace('smtp://', 'smtp://me:pw@'), { connections: 5 });
    const results = await dispatch.send(mails(20));
    const down = { state: 'retry', scope: 'channel', channelDown: true, unreached: true, code: 535 };
    expect(results[19]).toMatchObject(down);
    expect(server.connections()).toBe(1);
  });

  test('that refuses a further connection gets what the open ones carry', async () => {
    await open(
      {
        fault: (stage, connection) =>
          stage === 'greeting' && connection > 2 ? '421 4.7.0 too many connections' : undefined,
      },
      { connections: 8 },
    );
    expect(new Set(states(await dispatch.send(mails(60))))).toEqual(new Set(['sent']));
    expect(server.mails).toHaveLength(60);
    expect(server.connections()).toBeLessThanOrEqual(4);
  });

  test('that falls silent before the dot: certainly not sent; behind it: nobody knows', async () => {
    const timeouts = { connectMs: 30_000, greetingMs: 30_000, silenceMs: 400 };
    await open({ pipelining: true, fault: at('dot', 1, 'hang') }, { connections: 1, timeouts });
    expect(states(await dispatch.send(mails(2)))).toEqual(['unknown', 'sent']);
    await server.close();
    await dispatch.close();
    await open({ pipelining: true, fault: at('DATA', 1, 'hang') }, { connections: 1, timeouts });
    expect(states(await dispatch.send(mails(2)))).toEqual(['retry', 'sent']);
  });

  test('that says something else than a mail server says is left', async () => {
    await open({ fault: at('greeting', 1, '999 hello' as Fault) });
    expect(await dispatch.send(mails(1))).toMatchObject([{ state: 'retry', scope: 'channel' }]);
  });

  test('that does not encrypt gets neither password nor mail', async () => {
    server = await startSmtp();
    dispatch = dispatchTo(`smtp://me:secret@127.0.0.1:${server.port}`);
    expect(await dispatch.send(mails(1))).toMatchObject([{ state: 'retry', channelDown: true }]);
    expect(steps()).toEqual(['EHLO']);
  });
});

describe('the end of the house', () => {
  test('what has not begun is told as to be tried again, what is under way comes to its end', async () => {
    await open({ fault: at('dot', 1, 'hang') }, { connections: 1 });
    const sending = dispatch.send(mails(3));
    await expect.poll(() => steps().includes('DATA')).toBe(true);
    const closing = dispatch.close();
    expect(states(await dispatch.send(mails(1)))).toEqual(['retry']);
    await server.close();
    expect(states(await sending)).toEqual([expect.stringMatching(/unknown|retry/), 'retry', 'retry']);
    await closing;
    expect(server.connections()).toBe(1);
  });

  test('connections that wait say goodbye, also when nothing more comes', async () => {
    await open({}, { idleMs: 50 });
    await dispatch.send(mails(1));
    await expect.poll(() => steps().at(-1)).toBe('QUIT');
  });
});
