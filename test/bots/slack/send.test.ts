import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSlack } from '../../../src/bots/slack/api.ts';
import { slackSender } from '../../../src/bots/slack/send.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome, Payload } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeSlack, type Fault, startFakeSlack } from '../../support/platforms/fake_slack.ts';

const CUSTOMER = 'U0CUST';
const DESK = 'C0DESK';
let slack: FakeSlack;
let desk: [boolean, string][];

beforeEach(async () => {
  slack = await startFakeSlack();
  desk = [];
});
afterEach(() => slack.close());

function outgoing(payload: Payload, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: '1',
    channel: 'slack',
    address: CUSTOMER,
    audience: 'customer',
    idempotencyKey: 'k1',
    payload,
    conversationId: null,
    messageId: null,
    attempts: 1,
    createdAt: new Date(0),
    ...more,
  };
}

const saying = (reply: Reply, more: Partial<OutboxMessage> = {}) => outgoing({ kind: 'message', reply }, more);
const hello = saying({ text: 'hello' });

async function send(
  message: OutboxMessage,
  options: { thread?: string; responseUrl?: string; apiUrl?: string } = {},
): Promise<Outcome> {
  const { web } = await openSlack({ botToken: slack.botToken, apiUrl: options.apiUrl ?? slack.apiUrl });
  const sender = slackSender({
    web,
    files: noFiles,
    threadOf: async () => options.thread,
    responseUrlOf: async () => options.responseUrl,
    deskChannel: DESK,
    onDesk: (ok, detail) => desk.push([ok, detail]),
  });
  return sender.send(message, AbortSignal.timeout(60_000));
}

describe('a message', () => {
  test('is sent, and known by its ts', async () => {
    const outcome = await send(hello);
    expect(outcome).toEqual({ result: 'sent', externalId: slack.sent[0]!.ts });
    expect(slack.sent[0]).toMatchObject({ channel: CUSTOMER, text: 'hello', thread: undefined });
  });

  test('in a thread is known by the thread and its ts', async () => {
    const outcome = await send(saying({ text: 'hi' }, { audience: 'owner', address: DESK }), { thread: '1.000001' });
    expect(outcome).toEqual({ result: 'sent', externalId: `1.000001/${slack.sent[0]!.ts}` });
  });

  test('too long for one goes as several, in order, below the first', async () => {
    const text = Array.from({ length: 1500 }, (_, index) => `line ${index} & more`).join('\n');
    const more: Partial<OutboxMessage> = { audience: 'owner', address: DESK, conversationId: '7' };
    const outcome = await send(saying({ text }, more));
    expect(outcome).toEqual({ result: 'sent', externalId: slack.sent[0]!.ts });
    expect(slack.sent.length).toBeGreaterThan(1);
    expect(slack.sent.slice(1).every(({ thread }) => thread === slack.sent[0]!.ts)).toBe(true);
    const shown = slack.sent.map((message) => message.shown).join('\n');
    expect(shown.match(/line \d+ &amp; more/g)).toEqual(text.replaceAll('&', '&amp;').split('\n'));
  });

  test('of which only the beginning arrived is a doubt', async () => {
    const message = saying({ text: 'x '.repeat(5000) });
    slack.fail('chat.postMessage');
    const { web } = await openSlack({ botToken: slack.botToken, apiUrl: slack.apiUrl });
    const post = web.chat.postMessage.bind(web.chat);
    let posts = 0;
    Object.assign(web.chat, {
      postMessage: (...given: Parameters<typeof post>) => {
        if (++posts === 2) slack.fail('chat.postMessage', { error: 'channel_not_found' });
        return post(...given);
      },
    });
    const sender = slackSender({
      web,
      files: noFiles,
      threadOf: async () => undefined,
      responseUrlOf: async () => undefined,
      deskChannel: undefined,
      onDesk: () => {},
    });
    const outcome = await sender.send(message, AbortSignal.timeout(60_000));
    expect(outcome).toMatchObject({ result: 'unknown', error: 'only the beginning was sent: channel_not_found' });
  });

  test('with a file that cannot be had any more does not leave without it', async () => {
    const outcome = await send(saying({ text: 'see', attachments: [{ kind: 'photo', ref: 'slack:F1' }] }));
    expect(outcome).toMatchObject({ result: 'failed', reason: 'file_gone' });
    expect(slack.sent).toEqual([]);
  });

  test('whose thread is gone begins another', async () => {
    slack.deleteThread('1.000001');
    const outcome = await send(saying({ text: 'hi' }, { audience: 'owner' }), { thread: '1.000001' });
    expect(outcome).toEqual({ result: 'sent', externalId: slack.sent[0]!.ts });
  });
});

describe('what Slack answers decides what becomes of a message', () => {
  const cases: [Fault, Outcome][] = [
    [
      { status: 429, retryAfter: 7 },
      { result: 'retry', error: '429: ratelimited', scope: 'chat', afterSeconds: 7 },
    ],
    [{ status: 429 }, { result: 'retry', error: '429: ratelimited', scope: 'chat', afterSeconds: 30 }],
    ...['invalid_auth', 'token_revoked', 'account_inactive', 'missing_scope'].map((error): [Fault, Outcome] => [
      { error },
      { result: 'retry', error, scope: 'channel', channelDown: true },
    ]),
    ...['channel_not_found', 'not_in_channel', 'is_archived', 'user_not_found'].map((error): [Fault, Outcome] => [
      { error },
      { result: 'failed', error, reason: 'no_such_address' },
    ]),
    [{ error: 'msg_too_long' }, { result: 'failed', error: 'msg_too_long', reason: 'rejected' }],
    [{ error: 'fatal_error' }, { result: 'unknown', error: 'fatal_error' }],
    [{ status: 500 }, { result: 'unknown', error: 'Slack answers 500' }],
    [{ status: 503 }, { result: 'unknown', error: 'Slack answers 503' }],
    [{ cut: 'before' }, { result: 'unknown', error: expect.stringContaining('no answer from Slack') as string }],
    [{ cut: 'after' }, { result: 'unknown', error: expect.stringContaining('no answer from Slack') as string }],
  ];
  test.each(cases)('%j', async (fault, outcome) => {
    slack.fail('chat.postMessage', fault);
    expect(await send(hello)).toEqual(outcome);
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
  });

  test('no answer for ten seconds is a doubt', async () => {
    slack.fail('chat.postMessage', { hang: 'after' });
    expect(await send(hello)).toMatchObject({ result: 'unknown' });
    expect(slack.sent).toHaveLength(1);
  });

  test('nobody listening is certainly not sent', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const outcome = await send(hello, { apiUrl: `http://127.0.0.1:${port}/api/` });
    expect(outcome).toEqual({ result: 'retry', error: 'Slack cannot be reached (ECONNREFUSED)', scope: 'channel' });
  });

  test('a desk channel without the bot in it waits, and says so', async () => {
    slack.refuse(DESK, 'not_in_channel');
    const card = saying({ text: 'card' }, { audience: 'owner', address: DESK });
    expect(await send(card)).toMatchObject({ result: 'retry', scope: 'chat' });
    slack.refuse(DESK, undefined);
    await send(card);
    expect(desk.map(([ok]) => ok)).toEqual([false, true]);
  });
});

describe('the answer to a press', () => {
  const answer = (text: string) => outgoing({ kind: 'button_answer', pressId: 'C0DESK/U0OWNER/1.000001/t1', text });

  test('is a word only the presser sees, where the button is', async () => {
    expect(await send(answer('Done <already>'))).toEqual({ result: 'sent' });
    expect(slack.ephemeral).toEqual([
      { channel: DESK, user: 'U0OWNER', thread_ts: '1.000001', text: 'Done &lt;already&gt;' },
    ]);
  });

  test('without words is no call at all', async () => {
    expect(await send(answer(''))).toEqual({ result: 'sent' });
    expect(slack.journal).toEqual([]);
  });
});

describe('a form', () => {
  const form = { title: 'Note', submit: 'OK', close: 'Cancel', fields: [] };
  const opening = (triggerId: string) =>
    outgoing({ kind: 'form', triggerId, form, buttonId: 'b1', instead: { text: 'words' } }, { audience: 'owner' });

  test('opens once: asked again because the answer was lost, it is open already', async () => {
    const message = opening(slack.trigger());
    slack.fail('views.open', { cut: 'after' });
    expect(await send(message)).toMatchObject({ result: 'unknown' });
    expect(await send(message)).toEqual({ result: 'sent' });
    expect(slack.modals).toHaveLength(1);
  });

  test('whose trigger is over is certainly not opened', async () => {
    const message = opening(slack.trigger());
    slack.passes(3001);
    expect(await send(message)).toEqual({ result: 'failed', error: 'expired_trigger_id', reason: 'rejected' });
  });
});

describe('what only one person sees', () => {
  const reply = saying({ text: 'x '.repeat(5000) }, { audience: 'owner' });

  test('is posted to the response_url, and what goes beyond it in private', async () => {
    const responseUrl = slack.responseUrl();
    for (const expected of [1, 2, 3, 4, 5]) {
      expect(await send(saying({ text: 'short' }, { audience: 'owner' }), { responseUrl })).toEqual({ result: 'sent' });
      expect([slack.unseen.length, slack.sent.length]).toEqual([expected, 0]);
    }
    await send(reply, { responseUrl });
    expect(slack.unseen).toHaveLength(5);
    expect(
      slack.sent
        .map(({ shown }) => shown)
        .join('')
        .match(/x/g),
    ).toHaveLength(5000);
  });

  test('of unknown fate is a doubt, and of an address nobody listens at is said in private', async () => {
    const server = createServer((request) => request.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const responseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    expect(await send(hello, { responseUrl })).toMatchObject({ result: 'unknown' });
    await new Promise((resolve) => server.close(resolve));
    expect(await send(hello, { responseUrl })).toMatchObject({ result: 'sent' });
    expect(slack.sent).toHaveLength(1);
  });

  test('as the word about a press comes in private where the bot is no guest', async () => {
    slack.fail('chat.postEphemeral', { error: 'not_in_channel' });
    await send(outgoing({ kind: 'button_answer', pressId: 'C0OTHER/U0OWNER//t1', text: 'Done already.' }));
    expect(slack.sent).toMatchObject([{ channel: 'U0OWNER', text: 'Done already.' }]);
  });
});
