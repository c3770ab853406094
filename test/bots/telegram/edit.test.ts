import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { telegramSender } from '../../../src/bots/telegram/send.ts';
import type { Attachment } from '../../../src/domain/attachment.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome, Payload } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeTelegram, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const OWNER = 42;
let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  telegram.meet(OWNER);
});
afterEach(() => telegram.close());

async function send(payload: Payload): Promise<Outcome> {
  const message: OutboxMessage = {
    ...{ id: '1', channel: 'telegram', address: String(OWNER), audience: 'owner', idempotencyKey: 'k', payload },
    ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
  };
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  return telegramSender(api, noFiles).send(message, AbortSignal.timeout(60_000));
}

/** Sends it, and gives how it is to be changed. */
async function shown(reply: Reply): Promise<{ externalId: string; parts: number }> {
  const outcome = await send({ kind: 'message', reply });
  if (outcome.result !== 'sent' || !outcome.externalId) throw new Error(JSON.stringify(outcome));
  return { externalId: outcome.externalId, parts: 1 + (outcome.earlierIds ?? []).length };
}

const edit = (of: { externalId: string | null; parts: number }, reply: Reply) =>
  send({ kind: 'edit', of: '1', now: { ...of, reply } });
const inChat = () => telegram.messages(OWNER);

const button = { label: 'Resolve', command: '/resolve 1', id: 'b1' };
const undo = { label: 'Undo', command: '/undo 1', id: 'b2' };
const photo: Attachment = { kind: 'photo', ref: 'AgACphoto' };

describe('a message that is written anew', () => {
  test('has other words and other buttons where it stands, and nothing new comes', async () => {
    const of = await shown({ text: 'the cup is broken', buttons: [[button]] });
    const outcome = await edit(of, { text: 'the cup is broken', done: ['✓ Resolved (you, 10:24)'], buttons: [[undo]] });
    expect(outcome).toEqual({ result: 'sent' });
    expect(inChat()).toMatchObject([
      { text: 'the cup is broken\n\n✓ Resolved (you, 10:24)', buttons: [[{ text: 'Undo', callback_data: 'b2' }]] },
    ]);
  });

  test('loses its buttons when it has none any more', async () => {
    const of = await shown({ text: 'in 5 s', buttons: [[button]] });
    await edit(of, { text: '✓ Sent' });
    expect(inChat()).toMatchObject([{ text: '✓ Sent', buttons: [] }]);
  });

  test('below a file is its caption', async () => {
    const of = await shown({ text: 'see', attachments: [photo], buttons: [[button]] });
    expect(await edit(of, { text: 'see', attachments: [photo], done: ['done'] })).toEqual({ result: 'sent' });
    expect(inChat()).toMatchObject([{ method: 'sendPhoto', text: 'see\n\ndone', buttons: [] }]);
  });

  test('that left in parts changes in its last one', async () => {
    const text = 'word '.repeat(1500).trim();
    const of = await shown({ text, attachments: [photo], buttons: [[button]] });
    expect(await edit(of, { text, attachments: [photo], done: ['done'] })).toEqual({ result: 'sent' });
    const parts = inChat();
    expect(parts.map(({ text: words }) => words.endsWith('done'))).toEqual([...parts.slice(1).map(() => false), true]);
    expect(parts.at(-1)?.buttons).toEqual([]);
  });

  test('twice is the same as once', async () => {
    const of = await shown({ text: 'a' });
    await edit(of, { text: 'b' });
    expect(await edit(of, { text: 'b' })).toEqual({ result: 'sent' });
  });

  test('whose words do not fit in changes its buttons, and counts as refused: they are said elsewhere', async () => {
    const of = await shown({ text: 'x'.repeat(4000), buttons: [[button]] });
    expect(await edit(of, { text: 'x'.repeat(4000), done: ['y'.repeat(200)] })).toMatchObject({ result: 'failed' });
    expect(inChat()[0]?.buttons).toEqual([]);
    const below = await shown({ text: 'see', attachments: [photo], buttons: [[button]] });
    expect(await edit(below, { text: 'x'.repeat(1100), attachments: [photo] })).toMatchObject({ result: 'failed' });
    expect(inChat().at(-1)?.buttons).toEqual([]);
  });

  test('that is no longer there, or never had an id, counts as refused', async () => {
    const of = await shown({ text: 'a' });
    telegram.deleteMessage(Number(of.externalId));
    expect(await edit(of, { text: 'b' })).toMatchObject({ result: 'failed', reason: 'rejected' });
    expect(await edit({ externalId: null, parts: 1 }, { text: 'b' })).toMatchObject({ result: 'failed' });
  });

  test('waits when Telegram says so, and is tried again when no answer came', async () => {
    const of = await shown({ text: 'a' });
    telegram.fail('editMessageText', { refuse: refusals.tooMany(7) }, { cut: 'after' });
    expect(await edit(of, { text: 'b' })).toMatchObject({ result: 'retry', afterSeconds: 7 });
    expect(await edit(of, { text: 'b' })).toMatchObject({ result: 'unknown' });
    expect(await edit(of, { text: 'b' })).toEqual({ result: 'sent' });
    expect(inChat()).toMatchObject([{ text: 'b' }]);
  });
});

test('an edit counts as a message for the pace of its chat', async () => {
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  const { chatGapMs } = telegramSender(api, noFiles);
  const gap = (address: string, payload: Payload) => (chatGapMs as (one: unknown) => number)({ address, payload }) > 0;
  expect(gap('-100', { kind: 'edit', of: '1' })).toBe(true);
  expect(gap('42', { kind: 'edit', of: '1' })).toBe(true);
  expect(gap('42', { kind: 'button_answer', pressId: 'p', text: '' })).toBe(false);
});
