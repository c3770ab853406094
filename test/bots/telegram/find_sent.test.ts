import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { telegramSender } from '../../../src/bots/telegram/send.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Doubt, OutboxMessage, Sender } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeTelegram, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const CUSTOMER = 5_550_001_234;
const OTHER = 5_550_009_876;
let telegram: FakeTelegram;
let sender: Sender;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  for (const chat of [CUSTOMER, OTHER, -100_200]) telegram.meet(chat);
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  sender = telegramSender(api, noFiles);
});
afterEach(() => telegram.close());

function saying(reply: Reply, chat = CUSTOMER): OutboxMessage {
  return {
    ...{ id: '1', channel: 'telegram', address: String(chat), audience: 'customer', idempotencyKey: 'k1' },
    ...{ payload: { kind: 'message', reply }, conversationId: null, messageId: null, attempts: 1 },
    createdAt: new Date(0),
  };
}

const send = (message: OutboxMessage) => sender.send(message, AbortSignal.timeout(20_000));
const look = (message: OutboxMessage, more: Partial<Doubt> = {}) =>
  sender.lookUp!(
    { ...message, sentAfter: sender.lastNumber!() ?? null, sentBefore: null, known: [], ...more },
    AbortSignal.timeout(20_000),
  );

/** Sent, but the answer is lost on the way. */
async function sendUnheard(message: OutboxMessage): Promise<void> {
  telegram.fail('sendMessage', { cut: 'after' });
  expect(await send(message)).toMatchObject({ result: 'unknown' });
}

const hello = saying({ text: 'hello' });

describe('a message whose answer was lost', () => {
  beforeEach(() => send(saying({ text: 'before' }, OTHER)));

  test('is found by its number, and nothing in the chat changes', async () => {
    await sendUnheard(hello);
    const [shown] = telegram.messages(CUSTOMER);
    const before = structuredClone(shown);
    expect(await look(hello)).toEqual({ externalId: String(shown!.messageId) });
    expect(telegram.messages(CUSTOMER)).toEqual([before]);
  });

  test('is found behind what others wrote and what the bot sent elsewhere meanwhile', async () => {
    const mark = sender.lastNumber!()!;
    telegram.customerWrites(CUSTOMER, 'hm');
    telegram.customerWrites(OTHER, 'hello?');
    await sendUnheard(hello);
    await send(saying({ text: 'after' }, OTHER));
    const [shown] = telegram.messages(CUSTOMER);
    expect(await look(hello, { sentAfter: mark })).toEqual({ externalId: String(shown!.messageId) });
  });

  test('keeps its buttons', async () => {
    const asking = saying({ text: 'Yes?', buttons: [[{ id: 'b1', label: 'Yes', command: '/yes' }]] });
    await sendUnheard(asking);
    const buttons = structuredClone(telegram.messages(CUSTOMER)[0]!.buttons);
    expect(buttons).toHaveLength(1);
    expect(await look(asking)).toBeDefined();
    expect(telegram.messages(CUSTOMER)[0]!.buttons).toEqual(buttons);
  });

  test('is not taken for another of the chat that is known', async () => {
    const mark = sender.lastNumber!()!;
    const known = await send(hello);
    telegram.fail('sendMessage', { cut: 'before' });
    await send(hello);
    const { externalId } = known as { externalId: string };
    expect(await look(hello, { sentAfter: mark, known: [externalId] })).toBeUndefined();
  });
});

describe('nobody can tell whether it has gone', () => {
  beforeEach(() => send(saying({ text: 'before' }, OTHER)));

  test('when nothing is there', async () => {
    telegram.fail('sendMessage', { cut: 'before' });
    await send(hello);
    telegram.customerWrites(CUSTOMER, 'hm');
    expect(await look(hello)).toBeUndefined();
  });

  test('when it went in several parts: the first does not speak for the last', async () => {
    const long = saying({ text: 'a b '.repeat(1500) });
    await send(long);
    expect(await look(long, { sentAfter: 1 })).toBeUndefined();
  });

  test('when it is not known how far Telegram had counted', async () => {
    await sendUnheard(hello);
    expect(await look(hello, { sentAfter: null })).toBeUndefined();
  });

  test('when it may be the next message in doubt that is there', async () => {
    const mark = sender.lastNumber!()!;
    await send(saying({ text: 'elsewhere' }, OTHER));
    await sendUnheard(saying({ text: 'the next one' }));
    expect(await look(hello, { sentAfter: mark, sentBefore: mark + 1 })).toBeUndefined();
  });

  test('in a group, which counts for itself', async () => {
    const toGroup = saying({ text: 'hello' }, -100_200);
    await send(toGroup);
    expect(sender.lastNumber!()).toBe(1);
    expect(await look(toGroup)).toBeUndefined();
    expect(telegram.calls('editMessageReplyMarkup')).toEqual([]);
  });

  test('when Telegram says to wait, or does not answer', async () => {
    await sendUnheard(hello);
    telegram.fail('editMessageReplyMarkup', { refuse: refusals.tooMany(3) });
    expect(await look(hello)).toBeUndefined();
    telegram.fail('editMessageReplyMarkup', { cut: 'before' });
    expect(await look(hello)).toBeUndefined();
  });
});
