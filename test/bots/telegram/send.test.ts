import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeTelegram, openTelegram, setOwnerCommands } from '../../../src/bots/telegram/api.ts';
import { telegramSender } from '../../../src/bots/telegram/send.ts';
import type { Attachment } from '../../../src/domain/attachment.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome, Payload } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeTelegram, type Fault, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const CUSTOMER = 5_550_001_234;
const GROUP = -498_765_432;
let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  telegram.meet(CUSTOMER);
  telegram.meet(GROUP);
});
afterEach(() => telegram.close());

function outgoing(payload: Payload, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: '1',
    channel: 'telegram',
    address: String(CUSTOMER),
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

async function send(
  message: OutboxMessage,
  signal = AbortSignal.timeout(60_000),
  root = telegram.root,
): Promise<Outcome> {
  const api = await openTelegram({ token: telegram.token, apiRoot: root });
  return telegramSender(api, noFiles).send(message, signal);
}

const hello = saying({ text: 'hello' });

/** The last part stands for the whole message; the others are remembered with it. */
function sentAs(parts: { messageId: number }[]): Outcome {
  const ids = parts.map(({ messageId }) => String(messageId));
  return { result: 'sent', externalId: ids.at(-1)!, earlierIds: ids.slice(0, -1) };
}
const photo: Attachment = { kind: 'photo', ref: 'AgACphoto' };

describe('a message', () => {
  test('is sent, and known by its message_id', async () => {
    const outcome = await send(hello);
    const [shown] = telegram.messages(CUSTOMER);
    expect(shown).toMatchObject({ text: 'hello', method: 'sendMessage' });
    expect(outcome).toEqual({ result: 'sent', externalId: String(shown!.messageId) });
  });

  test('answers the message it is meant for, and goes even when that one was deleted', async () => {
    const asked = telegram.customerWrites(CUSTOMER, 'price?');
    const reply = { kind: 'message' as const, reply: { text: '10' } };
    await send(outgoing({ ...reply, replyTo: String(asked) }));
    await send(outgoing({ ...reply, replyTo: '99999' }));
    expect(telegram.messages(CUSTOMER).map(({ replyTo }) => replyTo)).toEqual([asked, undefined]);
  });

  test('with one file is one message under the file', async () => {
    await send(
      saying({ text: 'the cup', attachments: [photo], buttons: [[{ label: 'OK', command: '/ok', id: 'b1' }]] }),
    );
    expect(telegram.messages(CUSTOMER)).toMatchObject([
      { method: 'sendPhoto', file: 'AgACphoto', text: 'the cup', buttons: [[{ callback_data: 'b1' }]] },
    ]);
  });

  test('with several files or a long text sends the files first; the text with its buttons stands for all', async () => {
    const attachments: Attachment[] = [
      photo,
      { kind: 'document', ref: 'doc' },
      { kind: 'voice', ref: 'voice' },
      { kind: 'audio', ref: 'audio' },
      { kind: 'video', ref: 'video' },
      { kind: 'sticker', ref: 'sticker' },
      { kind: 'other', ref: 'note' },
      { kind: 'location', ref: '31.2,121.4' },
    ];
    const outcome = await send(saying({ text: 'all of it', attachments }));
    const shown = telegram.messages(CUSTOMER);
    expect(shown.map(({ method, file }) => [method, file])).toEqual([
      ['sendPhoto', 'AgACphoto'],
      ['sendDocument', 'doc'],
      ['sendVoice', 'voice'],
      ['sendAudio', 'audio'],
      ['sendVideo', 'video'],
      ['sendSticker', 'sticker'],
      ['sendVideoNote', 'note'],
      ['sendLocation', undefined],
      ['sendMessage', undefined],
    ]);
    expect(outcome).toEqual(sentAs(shown));
  });

  test('has its links behind their words, and a place with a name is a venue', async () => {
    const attachments: Attachment[] = [{ kind: 'location', name: 'Our shop', address: '1 Main St', ref: '31.2,121.4' }];
    const links = [{ at: 4, label: 'here', url: 'https://pay.example/1' }];
    await send(saying({ text: 'Pay here (https://pay.example/1) now', links, attachments }));
    expect(telegram.calls('sendVenue')[0]!.payload).toMatchObject({
      ...{ title: 'Our shop', address: '1 Main St' },
      ...{ latitude: 31.2, longitude: 121.4 },
    });
    expect(telegram.calls('sendMessage')[0]!.payload).toMatchObject({
      text: 'Pay here now',
      entities: [{ type: 'text_link', offset: 4, length: 4, url: 'https://pay.example/1' }],
    });
  });

  test('that is empty never reaches Telegram', async () => {
    expect(await send(saying({ text: ' ' }))).toMatchObject({ result: 'failed', reason: 'rejected' });
    expect(telegram.journal).toEqual([]);
  });

  test('to the owner shows no preview of a link a stranger wrote', async () => {
    await send(saying({ quote: 'https://evil.example' }, { audience: 'owner' }));
    expect(telegram.calls('sendMessage')[0]!.payload).toMatchObject({ link_preview_options: { is_disabled: true } });
  });
});

describe('a refusal is certain:', () => {
  const cases: [string, Fault, Outcome['result'], object][] = [
    ['429 is obeyed, for this chat', { refuse: refusals.tooMany(7) }, 'retry', { afterSeconds: 7, scope: 'chat' }],
    [
      'a revoked token stops the channel',
      { refuse: refusals.unauthorized },
      'retry',
      { channelDown: true, scope: 'channel' },
    ],
    ['a token that never was one too', { refuse: refusals.notFound }, 'retry', { channelDown: true }],
    ['blocked by the person', { refuse: refusals.blocked }, 'failed', { reason: 'blocked' }],
    ['a deleted account', { refuse: refusals.deactivated }, 'failed', { reason: 'blocked' }],
    ['kicked from a group', { refuse: refusals.kicked }, 'failed', { reason: 'blocked' }],
    ['no such chat', { refuse: refusals.chatNotFound }, 'failed', { reason: 'no_such_address' }],
    ['anything else in the message', { refuse: refusals.wrongFile }, 'failed', { reason: 'rejected' }],
    ['the chat has moved', { refuse: refusals.moved(-100_123) }, 'moved', { to: '-100123' }],
  ];
  test.each(cases)('%s', async (_name, fault, result, more) => {
    telegram.fail('sendMessage', fault);
    expect(await send(hello)).toMatchObject({ result, ...more });
    expect(telegram.messages()).toEqual([]);
    expect(telegram.journal).toHaveLength(1);
  });
});

describe('no answer is a doubt, and never a second try:', () => {
  const cases: [string, Fault, number][] = [
    ['500 of Telegram', { refuse: refusals.internal }, 0],
    ['502 of the proxy before it', { status: 502 }, 0],
    ['cut before it had any effect', { cut: 'before' }, 0],
    ['cut after it was sent', { cut: 'after' }, 1],
    ['silence before it had any effect', { hang: 'before' }, 0],
    ['silence after it was sent', { hang: 'after' }, 1],
  ];
  test.each(cases)('%s', async (_name, fault, arrived) => {
    telegram.fail('sendMessage', fault);
    const ended = new AbortController();
    const sent = send(hello, 'hang' in fault ? ended.signal : undefined);
    // the fake keeps a call when it has been read: from then on it may have been sent
    if ('hang' in fault)
      await telegram.until(() => telegram.journal.length > 0 && telegram.messages().length === arrived);
    ended.abort();
    expect(await sent).toMatchObject({ result: 'unknown' });
    expect(telegram.messages()).toHaveLength(arrived);
    expect(telegram.journal).toHaveLength(1);
  });
});

describe('what never left is tried again:', () => {
  test('a refused connection', async () => {
    const { root } = telegram;
    await telegram.close();
    expect(await send(hello, undefined, root)).toMatchObject({ result: 'retry', scope: 'channel' });
    telegram = await startFakeTelegram();
  });

  test('a name that does not resolve', async () => {
    expect(await send(hello, undefined, 'http://telegram.invalid')).toMatchObject({ result: 'retry' });
  });

  test('a server that does not speak TLS', async () => {
    const root = telegram.root.replace('http:', 'https:');
    expect(await send(hello, undefined, root)).toMatchObject({ result: 'retry' });
  });

  test('a service that stops before it begins', async () => {
    expect(await send(hello, AbortSignal.abort())).toMatchObject({ result: 'retry' });
    expect(telegram.journal).toEqual([]);
  });
});

test('what is told of a failure holds neither the token nor the chat', async () => {
  const faults: Fault[] = [
    { cut: 'after' },
    { status: 502 },
    { refuse: refusals.blocked },
    { refuse: refusals.unauthorized },
  ];
  telegram.fail('sendMessage', ...faults);
  const outcomes = [await send(hello, undefined, 'http://telegram.invalid')];
  for (const _fault of faults) outcomes.push(await send(hello));
  const told = JSON.stringify(outcomes);
  expect(told).not.toContain(telegram.token.split(':')[1]);
  expect(told).not.toContain(String(CUSTOMER));
});

describe('a long message', () => {
  const long = (audience: 'customer' | 'owner') => saying({ text: 'word '.repeat(2000) }, { audience });

  test('goes in parts, in order', async () => {
    const outcome = await send(long('customer'));
    const shown = telegram.messages(CUSTOMER);
    expect(shown.map(({ text }) => text).join('')).toBe('word '.repeat(2000).trim());
    expect(outcome).toEqual(sentAs(shown));
  });

  test('is retried as a whole while nothing of it has gone', async () => {
    telegram.fail('sendMessage', { refuse: refusals.tooMany(3) });
    expect(await send(long('customer'))).toMatchObject({ result: 'retry', afterSeconds: 3 });
    expect(telegram.messages()).toEqual([]);
  });

  test('waits in its middle when told to, rather than begin again', async () => {
    telegram.fail('sendMessage', { delayMs: 0 }, { refuse: refusals.tooMany(0.05) });
    expect(await send(long('customer'))).toMatchObject({ result: 'sent' });
    expect(telegram.messages(CUSTOMER)).toHaveLength(3);
  });

  const torn: [string, Fault][] = [
    ['blocked meanwhile', { refuse: refusals.blocked }],
    ['told to wait beyond the deadline', { refuse: refusals.tooMany(60) }],
    ['token revoked meanwhile', { refuse: refusals.unauthorized }],
    ['cut', { cut: 'before' }],
  ];
  test.each(torn)('that was torn is a doubt, since its beginning has arrived: %s', async (_name, fault) => {
    telegram.fail('sendMessage', { delayMs: 0 }, fault);
    expect(await send(long('customer'), AbortSignal.timeout(3_000))).toMatchObject({ result: 'unknown' });
    expect(telegram.messages(CUSTOMER)).toHaveLength(1);
  });

  test('that Telegram refuses to show the owner does not come again and again', async () => {
    telegram.fail('sendMessage', { delayMs: 0 }, { refuse: refusals.wrongFile });
    expect(await send(long('owner'))).toMatchObject({ result: 'failed' });
  });
});

describe('a file Telegram refuses', () => {
  const card = { title: 'Anna', attachments: [photo], buttons: [[{ label: 'OK', command: '/ok', id: 'b1' }]] };

  test('does not keep the words from the owner', async () => {
    telegram.fail('sendPhoto', { refuse: refusals.wrongFile });
    const outcome = await send(saying(card, { audience: 'owner' }));
    const shown = telegram.messages(CUSTOMER);
    expect(shown.map(({ text }) => text)).toEqual(['🖼', 'Anna']);
    expect(outcome).toEqual(sentAs(shown));
    expect(shown[1]!.buttons).toHaveLength(1);
  });

  test('makes an answer to a customer fail: the owner meant them to see it', async () => {
    telegram.fail('sendPhoto', { refuse: refusals.wrongFile });
    expect(await send(saying(card))).toMatchObject({ result: 'failed', reason: 'rejected' });
    expect(telegram.messages()).toEqual([]);
  });
});

describe('an answer to a press', () => {
  const toast = (pressId: string) => outgoing({ kind: 'button_answer', pressId, text: 'done' }, { audience: 'owner' });

  test('ends the progress wheel', async () => {
    await send(saying({ text: 'x', buttons: [[{ label: 'OK', command: '/ok', id: 'b1' }]] }));
    const pressId = telegram.press(telegram.messages(CUSTOMER)[0]!, 'OK');
    expect(await send(toast(pressId))).toEqual({ result: 'sent' });
    expect(telegram.calls('answerCallbackQuery')[0]!.payload).toMatchObject({
      callback_query_id: pressId,
      text: 'done',
    });
  });

  test('that comes too late is done with', async () => {
    expect(await send(toast('old'))).toEqual({ result: 'sent' });
  });

  test('is still told when to come again', async () => {
    telegram.fail('answerCallbackQuery', { refuse: refusals.tooMany(2) });
    expect(await send(toast('any'))).toMatchObject({ result: 'retry', afterSeconds: 2 });
  });
});

test('a group that became a supergroup leads to its new address', async () => {
  telegram.refuse(GROUP, refusals.moved(-1_001_987_654_321));
  expect(await send(saying({ text: 'hi' }, { address: String(GROUP) }))).toEqual({
    result: 'moved',
    to: '-1001987654321',
  });
});

test('the bot knows its name, and shows commands to its owner only', async () => {
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  expect(await describeTelegram(api)).toEqual({
    ...{ id: '110201543', username: 'solo_shop_bot', name: 'Solo shop' },
    hasTopics: false,
  });
  await setOwnerCommands(api, '42', [{ command: 'find', description: 'Find a contact' }], 'zh');
  await setOwnerCommands(api, '42', [{ command: 'find', description: 'Find a contact' }]);
  expect(telegram.calls('setMyCommands').map(({ payload }) => payload)).toEqual([
    {
      commands: [{ command: 'find', description: 'Find a contact' }],
      scope: { type: 'chat', chat_id: 42 },
      language_code: 'zh',
    },
    { commands: [{ command: 'find', description: 'Find a contact' }], scope: { type: 'chat', chat_id: 42 } },
  ]);
});
