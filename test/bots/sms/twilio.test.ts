import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyToPath } from '../../../src/bots/sms/provider.ts';
import { smsSender } from '../../../src/bots/sms/send.ts';
import { openTwilio } from '../../../src/bots/sms/twilio/api.ts';
import { missedMessages } from '../../../src/bots/sms/twilio/catch_up.ts';
import { findSent } from '../../../src/bots/sms/twilio/find_sent.ts';
import { fetchFromTwilio } from '../../../src/bots/sms/twilio/media.ts';
import { reasonOf } from '../../../src/bots/sms/twilio/outcome.ts';
import { submit } from '../../../src/bots/sms/twilio/provider.ts';
import { twilioHooks } from '../../../src/bots/sms/twilio/receive.ts';
import type { Hook } from '../../../src/http/hook.ts';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import type { Doubt, OutboxMessage, Sender } from '../../../src/outbox/message.ts';
import { texts } from '../../../src/text/texts.ts';
import { type FakeTwilio, type Fault, startFakeTwilio } from '../../support/platforms/fake_twilio.ts';

const CUSTOMER = '+14155552671';
let twilio: FakeTwilio;
let sender: Sender;

const configOf = (from = twilio.number) => ({
  ...{ kind: 'twilio' as const, accountSid: twilio.accountSid, authToken: twilio.authToken, from },
  apiUrl: twilio.apiUrl,
});
const api = () => openTwilio(configOf());
const soon = () => AbortSignal.timeout(20_000);

function senderFrom(from: string): Sender {
  return smsSender({
    provider: {
      submit: (text, signal) => submit(openTwilio(configOf(from)), from, twilio.publicUrl, text, signal),
      lookUp: (doubt, signal) => findSent(api(), doubt, signal),
    },
    isOut: async () => false,
    ...{ longest: 1600, perSecond: 1 },
  });
}

beforeEach(async () => {
  twilio = await startFakeTwilio();
  sender = senderFrom(twilio.number);
});
afterEach(() => twilio.close());

function saying(text: string, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    ...{ id: '1', channel: 'sms', address: CUSTOMER, audience: 'customer', idempotencyKey: 'answer:1' },
    ...{ payload: { kind: 'message', reply: { text } }, conversationId: null, messageId: null, attempts: 1 },
    ...{ createdAt: new Date(), ...more },
  };
}

describe('a text that is handed over', () => {
  it('goes to its number, from ours, and names where its reports go', async () => {
    expect(await sender.send(saying('你好 & bye'), soon())).toEqual({
      result: 'sent',
      externalId: twilio.sent[0]!.sid,
    });
    expect(twilio.sent[0]).toMatchObject({
      ...{ to: CUSTOMER, from: twilio.number, body: '你好 & bye' },
      callback: `https://crm.example.com/sms/twilio/status/${keyToPath('answer:1')}`,
    });
  });

  it('goes by a messaging service where one is named', async () => {
    const service = `MG${'ab'.repeat(16)}`;
    await senderFrom(service).send(saying('hi'), soon());
    expect(twilio.sent[0]!.from).toBe(service);
  });

  it.each<[string, Fault, object]>([
    [
      'is tried again after 429',
      { status: 429, code: 20429, retryAfter: 7 },
      { result: 'retry', scope: 'channel', afterSeconds: 7 },
    ],
    ['waits while the queue is full', { status: 400, code: 21611 }, { result: 'retry', afterSeconds: 60 }],
    [
      'waits until the owner has corrected the token',
      { status: 401, code: 20003 },
      { result: 'retry', channelDown: true, error: 'sms_login:twilio 20003' },
    ],
    [
      'waits until the owner has corrected the sender',
      { status: 400, code: 21606 },
      { result: 'retry', channelDown: true, error: 'sms_from:twilio 21606' },
    ],
    ['has no such number', { status: 400, code: 21211 }, { result: 'failed', reason: 'no_such_address' }],
    ['goes to nobody who has opted out', { status: 400, code: 21610 }, { result: 'failed', reason: 'opted_out' }],
    ['goes to no country that is not allowed', { status: 400, code: 21408 }, { result: 'failed', reason: 'region' }],
    ['is refused for what nobody explains', { status: 400, code: 99999 }, { result: 'failed', reason: 'rejected' }],
    ['is refused without a code', { status: 404 }, { result: 'failed', reason: 'rejected' }],
    ['may have left where Twilio failed in the middle', { status: 503 }, { result: 'unknown' }],
    ['may have left where the answer is cut off', { cut: 'after' }, { result: 'unknown' }],
  ])('%s', async (_, fault, outcome) => {
    twilio.fail(fault);
    expect(await sender.send(saying('hello'), soon())).toMatchObject(outcome);
    expect(twilio.asked).toBe(1);
  });

  it('is a doubt where no answer comes in time', async () => {
    twilio.fail({ hang: 'after' });
    const giveUp = new AbortController();
    const sending = sender.send(saying('hello'), giveUp.signal);
    await twilio.until(() => twilio.sent[0]);
    giveUp.abort();
    expect(await sending).toMatchObject({ result: 'unknown' });
  });

  it('certainly has not left where nobody listens', async () => {
    await twilio.close();
    expect(await sender.send(saying('hello'), soon())).toMatchObject({ result: 'retry', scope: 'channel' });
    twilio = await startFakeTwilio();
  });

  it('is nothing that a text cannot carry', async () => {
    const files = saying('');
    const photo = {
      kind: 'message' as const,
      reply: { text: 'a', attachments: [{ kind: 'photo' as const, ref: 'x' }] },
    };
    expect(await sender.send({ ...files, payload: photo }, soon())).toMatchObject({ reason: 'words_only' });
    expect(await sender.send(saying('a'.repeat(1601)), soon())).toMatchObject({ reason: 'too_long' });
    expect(await sender.send(saying(' '), soon())).toMatchObject({ reason: 'rejected' });
    expect(twilio.asked).toBe(0);
  });
});

describe('a text in doubt', () => {
  const look = (message: OutboxMessage, more: Partial<Doubt> = {}) =>
    sender.lookUp!({ ...message, sentAfter: null, sentBefore: null, known: [], ...more }, soon());

  it('is found by its words in Twilio’s list', async () => {
    twilio.fail({ cut: 'after' });
    await sender.send(saying('hello  there'), soon());
    expect(await look(saying('hello there'))).toEqual({ externalId: twilio.sent[0]!.sid });
  });

  it('is not found where it never left, nor by a customer’s same words, nor by an older text', async () => {
    twilio.fail({ cut: 'before' });
    await sender.send(saying('hello'), soon());
    twilio.comesIn(CUSTOMER, 'hello');
    expect(await look(saying('hello'))).toBeUndefined();
    await sender.send(saying('hello'), soon());
    const later = new Date(Date.now() + 600_000);
    expect(await look(saying('hello', { createdAt: later }))).toBeUndefined();
  });

  it('is not taken for another with the same words', async () => {
    await sender.send(saying('hello'), soon());
    twilio.fail({ cut: 'after' });
    await sender.send(saying('hello'), soon());
    const [first, second] = twilio.sent;
    expect(await look(saying('hello'), { known: [first!.sid] })).toEqual({ externalId: second!.sid });
    expect(await look(saying('hello'), { known: [first!.sid, second!.sid] })).toBeUndefined();
  });

  it('stays one while the list cannot be read', async () => {
    twilio.refuses = { status: 503, code: 20500 };
    expect(await look(saying('hello'))).toBeUndefined();
  });
});

describe('what Twilio posts', () => {
  const stored: InboxEvent[] = [];
  beforeEach(() => {
    stored.length = 0;
  });

  function ask(path: string, token: string, form: string, signature: string) {
    const hooks = twilioHooks({
      ...{ config: configOf(), publicUrl: twilio.publicUrl },
      store: async (event) => stored.push(event),
    });
    const read = async () => Buffer.from(form);
    const hook: Hook = { name: path, token, headers: new Headers({ 'x-twilio-signature': signature }), read };
    return hooks[path]!(hook);
  }

  it('is not even read without the form of a signature, and not stored with a wrong one', async () => {
    expect(await ask('/sms/twilio', '', 'MessageSid=SM1&From=%2B1', '')).toBe('not_signed');
    expect(await ask('/sms/twilio', '', 'MessageSid=SM1&From=%2B1', `${'A'.repeat(27)}=`)).toBe('not_signed');
    expect(stored).toEqual([]);
  });
});

describe('texts that came while nobody answered', () => {
  it('are found in the list, oldest first, with their pictures, and with the id under which they are posted', async () => {
    twilio.comesIn(CUSTOMER, 'first');
    twilio.comesIn('+14155550000', 'second', [{ type: 'image/png', bytes: 'PNG' }]);
    await sender.send(saying('ours'), soon());
    const missed = await missedMessages(api(), twilio.number, new Date(), soon());
    expect(missed.map(({ externalId }) => externalId)).toEqual(
      twilio.texts.slice(0, 2).map(({ sid }) => `message:${sid}`),
    );
    const form = new URLSearchParams(Buffer.from(missed[1]!.body).toString());
    expect(form.get('Body')).toBe('second');
    const url = form.get('MediaUrl0')!;
    expect(url).toBe(twilio.formOf(twilio.texts[1]!).MediaUrl0);
    const fetch = fetchFromTwilio(api(), configOf());
    expect((await fetch(`twilio:${url}`, soon())).toString()).toBe('PNG');
  });

  it('are not looked for longer ago than a day', async () => {
    twilio.comesIn(CUSTOMER, 'old');
    twilio.texts[0]!.at.setHours(twilio.texts[0]!.at.getHours() - 25);
    expect(await missedMessages(api(), twilio.number, new Date(), soon())).toEqual([]);
  });
});

describe('a picture', () => {
  it('is fetched from Twilio alone: our sign-in goes nowhere else', async () => {
    const fetch = fetchFromTwilio(api(), configOf());
    await expect(fetch('twilio:https://evil.example/x', soon())).rejects.toMatchObject({ reason: 'file_gone' });
    await expect(fetch('twilio:nonsense', soon())).rejects.toMatchObject({ reason: 'file_gone' });
  });
});

describe('a code of Twilio’s', () => {
  it('has words in every language, whatever it is', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { why } = texts(locale).receipt;
      for (const code of [
        '',
        '1',
        '21211',
        '21408',
        '21608',
        '21610',
        '21614',
        '21617',
        '30002',
        '30003',
        '30005',
        '30006',
        '30007',
        '30008',
        '30034',
      ])
        expect(why[reasonOf(code)]).toMatch(/\S/);
    }
    expect(reasonOf('30003')).toBe('unreachable');
    expect(reasonOf('12345')).toBe('rejected');
  });
});
