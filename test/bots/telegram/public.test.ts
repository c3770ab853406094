import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { telegramSender } from '../../../src/bots/telegram/send.ts';
import { outletIn } from '../../../src/domain/channel.ts';
import type { OutboxMessage, Outcome, Payload } from '../../../src/outbox/message.ts';
import { noFiles } from '../../support/files.ts';
import { type FakeTelegram, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const CHANNEL = -1001234567890;
let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  telegram.makeChannel(CHANNEL, 'Tea house', 'teahouse');
});
afterEach(() => telegram.close());

async function send(payload: Payload, address = String(CHANNEL)): Promise<Outcome> {
  const message: OutboxMessage = {
    ...{ id: '1', channel: 'telegram', address, audience: 'public', idempotencyKey: 'k', payload },
    ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
  };
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  return telegramSender(api, noFiles).send(message, AbortSignal.timeout(60_000));
}
const ask = (address: string) => send({ kind: 'outlet', outletId: '1' }, address);
const photo = { kind: 'photo' as const, ref: 'AgAC-photo' };

describe('a channel', () => {
  test('is one where we may post if Telegram says so', async () => {
    const outlet = { address: String(CHANNEL), name: 'Tea house', handle: 'teahouse' };
    expect(await ask('@teahouse')).toEqual({ result: 'sent', outlet });
    expect(await ask(String(CHANNEL))).toEqual({ result: 'sent', outlet });
  });

  test('is none if it shows us no admins, lets us not post, or is not there', async () => {
    telegram.makeChannel(-1002, 'Others', 'others', 'stranger');
    telegram.makeChannel(-1003, 'Mute', 'mute_channel', 'mute');
    for (const name of ['@others', '@mute_channel'])
      expect(await ask(name)).toMatchObject({ result: 'failed', reason: 'may_not_post' });
    expect(await ask('@nowhere')).toMatchObject({ result: 'failed', reason: 'no_such_address' });
  });

  test('is named by its name, a link to it, or a link to a post of one that has none', () => {
    const named = (typed: string) => outletIn(typed)?.address;
    expect(['@teahouse', 't.me/teahouse', 'https://t.me/teahouse/12'].map(named)).toEqual(Array(3).fill('@teahouse'));
    expect(named('https://t.me/c/1234567890/7')).toBe(String(CHANNEL));
    expect(['teahouse', '@ab', 'https://t.me/', 'hello', '@tea house', '-12'].map(named)).toEqual(
      Array(6).fill(undefined),
    );
    expect(outletIn('https://tea.slack.com/archives/C0123ABCD')).toEqual({ channel: 'slack', address: 'C0123ABCD' });
  });
});

describe('a post', () => {
  test('stands in its channel with its link shown, is changed there, and is deleted there', async () => {
    const sent = await send({ kind: 'message', reply: { text: 'Spring tea https://tea.example' } });
    if (sent.result !== 'sent') throw new Error(JSON.stringify(sent));
    const [call] = telegram.journal.filter(({ method }) => method === 'sendMessage');
    expect(call!.payload).not.toHaveProperty('link_preview_options');
    const now = { reply: { text: 'Sold out' }, externalId: sent.externalId!, parts: 1, isPublic: true };
    expect(await send({ kind: 'edit', of: '1', now })).toEqual({ result: 'sent' });
    expect(telegram.messages(CHANNEL)).toMatchObject([{ text: 'Sold out', entities: [], buttons: [] }]);
    expect(await send({ kind: 'edit', of: '1', now })).toEqual({ result: 'sent' });
    const removal = { kind: 'removal' as const, of: '1', ids: [sent.externalId!] };
    expect(await send(removal)).toEqual({ result: 'sent' });
    expect(await send(removal)).toEqual({ result: 'sent' });
    expect(telegram.messages(CHANNEL)).toEqual([]);
    expect(await send({ kind: 'edit', of: '1', now: { ...now, reply: { text: 'Back' } } })).toMatchObject({
      result: 'failed',
    });
  });

  test('with a picture is changed in its caption, wherever the picture came from', async () => {
    const sent = await send({ kind: 'message', reply: { text: 'Spring tea', attachments: [photo] } });
    if (sent.result !== 'sent') throw new Error(JSON.stringify(sent));
    for (const ref of [photo.ref, `file:${'a'.repeat(64)}`]) {
      const reply = { text: `Sold out ${ref.length}`, attachments: [{ ...photo, ref }] };
      const now = { reply, externalId: sent.externalId!, parts: 1, isPublic: true };
      expect(await send({ kind: 'edit', of: '1', now })).toEqual({ result: 'sent' });
      expect(telegram.messages(CHANNEL)).toMatchObject([{ text: reply.text, file: photo.ref }]);
    }
  });

  test('that Telegram does not let us delete any more stays, and that is told', async () => {
    const sent = await send({ kind: 'message', reply: { text: 'Spring tea' } });
    telegram.fail('deleteMessage', { refuse: refusals.cannotDelete });
    const ids = sent.result === 'sent' ? [sent.externalId!] : [];
    expect(await send({ kind: 'removal', of: '1', ids })).toMatchObject({ result: 'failed', reason: 'rejected' });
    expect(await send({ kind: 'removal', of: '1', ids: [] })).toMatchObject({ result: 'failed' });
  });

  test('to be copied stands in a block that one tap copies', async () => {
    telegram.meet(42);
    const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
    const payload: Payload = { kind: 'message', reply: { title: 'X · 11 of 280', copy: 'Spring tea!' } };
    await telegramSender(api, noFiles).send(
      {
        ...{
          id: '1',
          channel: 'telegram',
          address: '42',
          audience: 'owner',
          idempotencyKey: 'k',
          payload,
          attempts: 1,
        },
        conversationId: null,
        messageId: null,
        createdAt: new Date(0),
      },
      AbortSignal.timeout(60_000),
    );
    const [message] = telegram.messages(42);
    const block = message!.entities.find(({ type }) => type === 'pre')!;
    expect(message!.text.slice(block.offset, block.offset + block.length)).toBe('Spring tea!');
  });
});
