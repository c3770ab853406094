import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { selfOf } from '../../../src/bots/telegram/self.ts';
import { telegramSender } from '../../../src/bots/telegram/send.ts';
import { topicRows } from '../../../src/bots/telegram/topic_rows.ts';
import { type Topics, topicsOf, withoutTopics } from '../../../src/bots/telegram/topics.ts';
import type { OutboxMessage, Outcome, Payload } from '../../../src/outbox/message.ts';
import { testDatabase } from '../../support/database.ts';
import { type FakeTelegram, type Fault, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const { db } = await testDatabase();
const OWNER = 42;
const DESK = -1_001_234_567_890;
let telegram: FakeTelegram;
let topics: Topics;
let told: string[];

beforeEach(async () => {
  telegram = await startFakeTelegram({ topics: true });
  telegram.meet(OWNER);
  telegram.makeForum(DESK);
  told = [];
  // the ids of a new fake begin anew
  await db.autocommit`delete from topics`;
  topics = await topicsAt(telegram.root);
});
afterEach(() => telegram.close());

async function topicsAt(root: string): Promise<Topics> {
  const api = await openTelegram({ token: telegram.token, apiRoot: root });
  const onDesk = (ok: boolean, detail: string) => told.push(ok ? 'ok' : detail);
  return topicsOf({ api, rows: topicRows(db), self: selfOf(api), onDesk });
}

/** A new contact with one conversation; gives its id. */
async function conversationWith(name: string, address = name): Promise<string> {
  const [row] = await db.autocommit<{ id: string }>`
    with contact as (insert into contacts (name) values (${name}) returning id)
    insert into conversations (contact_id, channel, address, thread)
    select id, 'telegram', ${address}, gen_random_uuid()::text from contact returning id`;
  return row!.id;
}

function outgoing(payload: Payload, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    ...{ id: '1', channel: 'telegram', address: String(OWNER), audience: 'owner', idempotencyKey: 'k1', payload },
    ...{ conversationId: null, messageId: null, attempts: 1, createdAt: new Date(0) },
    ...more,
  };
}

const card = (conversationId: string, chat = OWNER, payload: object = {}) =>
  outgoing({ kind: 'message', reply: { text: 'card' }, ...payload }, { conversationId, address: String(chat) });

const closing = (topic: number, chat = OWNER) =>
  outgoing({ kind: 'topic_closed', topic: String(topic) }, { address: String(chat) });

const opening = (topic: number, chat = OWNER) =>
  outgoing({ kind: 'topic_opened', topic: String(topic) }, { address: String(chat) });

const noFiles = {} as Parameters<typeof telegramSender>[1];

async function send(message: OutboxMessage, by: Topics = topics): Promise<Outcome> {
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  return telegramSender(api, noFiles, by).send(message, AbortSignal.timeout(60_000));
}

const said = () => telegram.messages().map(({ chat, topic }) => [Number(chat), topic]);

describe.each([
  ['the owner’s chat', OWNER],
  ['the desk group', DESK],
])('in %s', (_name, chat) => {
  test('a customer’s messages share one topic, remembered over a restart', async () => {
    const conversation = await conversationWith('Anna');
    await send(card(conversation, chat));
    await send(card(conversation, chat), await topicsAt(telegram.root));
    expect(telegram.topics.all).toMatchObject([{ chat: String(chat), name: 'Anna' }]);
    const topic = telegram.topics.all[0]!.id;
    expect(said()).toEqual([
      [chat, topic],
      [chat, topic],
    ]);
  });

  test('a deleted topic is made again and nothing is lost; the control that does not make it again loses the card', async () => {
    const conversation = await conversationWith('Bo');
    await send(card(conversation, chat));
    const { id } = telegram.topics.all[0]!;
    telegram.topics.remove(chat, id);
    const placed = card(conversation, chat, { topic: String(id) });
    expect(await send(placed, withoutTopics)).toMatchObject({ result: 'failed' });
    expect(await send(card(conversation, chat))).toMatchObject({ result: 'sent' });
    expect(await send(placed)).toMatchObject({ result: 'sent' });
    const again = telegram.topics.all[0]!.id;
    expect(said().slice(1)).toEqual([
      [chat, again],
      [chat, again],
    ]);
    expect(again).not.toBe(id);
  });

  test('a closed topic shows it, and opens when there is news; what is only answered there leaves it closed', async () => {
    const conversation = await conversationWith('Cy');
    await send(card(conversation, chat));
    const topic = telegram.topics.all[0]!;
    const isOpen = () => !topic.closed && topic.name === 'Cy';
    expect(await send(closing(topic.id, chat))).toEqual({ result: 'sent' });
    expect(isOpen()).toBe(false);
    await send(card(conversation, chat, { topic: String(topic.id) }));
    expect(isOpen()).toBe(false);
    await send(card(conversation, chat));
    expect(isOpen()).toBe(true);
    await send(closing(topic.id, chat));
    expect(await send(opening(topic.id, chat))).toEqual({ result: 'sent' });
    expect(isOpen()).toBe(true);
    expect(await send(opening(topic.id, chat))).toEqual({ result: 'sent' });
    expect(said().every(([, id]) => id === topic.id)).toBe(true);
  });
});

test('two conversations of one contact are one topic', async () => {
  const mail = await conversationWith('Di');
  const [chat] = await db.autocommit<{ id: string }>`
    insert into conversations (contact_id, channel, address)
    select contact_id, 'email', 'di@example.com' from conversations where id = ${mail} returning id`;
  await send(card(mail));
  await send(card(chat!.id));
  expect(telegram.topics.all).toHaveLength(1);
});

test('a topic follows the contact’s new name, which Telegram takes only so long', async () => {
  const conversation = await conversationWith('');
  await db.autocommit`update conversations set address = 'ed@example.com' where id = ${conversation}`;
  await send(card(conversation));
  expect(telegram.topics.all[0]!.name).toBe('ed@example.com');
  await db.autocommit`
    update contacts set name = ${'名'.repeat(300)} where id = (select contact_id from conversations where id = ${conversation})`;
  await send(card(conversation));
  expect(telegram.topics.all[0]!.name).toMatch(/^名{100,128}$/);
});

test('without the mode cards go to the chat itself', async () => {
  telegram.topics.enabled = false;
  await send(card(await conversationWith('Fo')));
  expect(said()).toEqual([[OWNER, undefined]]);
  expect(telegram.calls('createForumTopic')).toEqual([]);
});

test('to a customer, and about nobody, nothing goes to a topic', async () => {
  const conversation = await conversationWith('Gi');
  await send({ ...card(conversation), audience: 'customer' });
  await send(outgoing({ kind: 'message', reply: { text: 'digest' } }));
  await send(card(conversation, OWNER, { topic: '' }));
  expect(said()).toEqual([OWNER, OWNER, OWNER].map((chat) => [chat, undefined]));
});

describe('while a topic cannot be made, the card has certainly not been sent:', () => {
  const cases: [string, Fault, object][] = [
    ['Telegram says slow down', { refuse: refusals.tooMany(9) }, { result: 'retry', afterSeconds: 9 }],
    ['the token is refused', { refuse: refusals.unauthorized }, { result: 'retry', channelDown: true }],
    ['Telegram fails', { refuse: refusals.internal }, { result: 'retry' }],
    ['the answer is lost', { cut: 'after' }, { result: 'retry' }],
  ];
  test.each(cases)('%s', async (_name, fault, outcome) => {
    telegram.fail('createForumTopic', fault);
    expect(await send(card(await conversationWith('Hu')))).toMatchObject(outcome);
    expect(telegram.messages()).toEqual([]);
  });

  test('the bot does not know itself yet', async () => {
    telegram.fail('getMe', { cut: 'before' });
    expect(await send(card(await conversationWith('Hy')))).toMatchObject({ result: 'retry' });
    expect(telegram.messages()).toEqual([]);
  });
});

describe('the desk group', () => {
  test('where the bot may not make topics gets the cards without, and the owner is told what to do', async () => {
    telegram.makeForum(DESK, false);
    const conversation = await conversationWith('Io');
    await send(card(conversation, DESK));
    await send(card(conversation, DESK));
    expect(said()).toEqual([
      [DESK, undefined],
      [DESK, undefined],
    ]);
    expect(telegram.calls('createForumTopic')).toHaveLength(1);
    expect(told).toEqual([expect.stringContaining('let the bot manage them')]);
  });

  test('that has lost the bot keeps its cards waiting', async () => {
    telegram.refuse(DESK, refusals.kicked);
    const waiting = card(await conversationWith('Jo'), DESK);
    expect(await send(waiting)).toMatchObject({ result: 'retry' });
    telegram.refuse(DESK, undefined);
    expect(await send(waiting, await topicsAt(telegram.root))).toMatchObject({ result: 'sent' });
    expect(told.at(-1)).toBe('ok');
  });
});

test('closing a topic that is gone is done with', async () => {
  const conversation = await conversationWith('Ky');
  await send(card(conversation));
  const { id } = telegram.topics.all[0]!;
  telegram.topics.remove(OWNER, id);
  expect(await send(closing(id))).toEqual({ result: 'sent' });
  expect(await send(closing(id))).toEqual({ result: 'sent' });
});
