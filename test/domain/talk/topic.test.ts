import { beforeEach, describe, expect, it } from 'vitest';
import { closeTopics, conversationOfTopic } from '../../../src/domain/talk/topic.ts';
import { NOON, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());
const desk = { channel: 'telegram', address: OWNER };

/** A customer who wrote, with a topic; gives the contact. */
async function customer(address: string, topic: string, text = '茶罐碎了'): Promise<string> {
  await house.happen(telegramMessage(text, { chat: address, from: { address, name: `王${topic}` } }));
  const [row] = await house.db.sql<{ id: string }>`
    select contact_id as id from conversations where address = ${address}`;
  await house.db.autocommit`
    insert into topics (channel, address, external_id, contact_id, name)
    values ('telegram', ${OWNER}, ${topic}, ${row!.id}, ${address})`;
  return row!.id;
}

describe('what is written in a topic', () => {
  it('answers where the customer waits longest, else where they spoke last', async () => {
    const contactId = await customer('1001', '7');
    const [mail] = await house.db.autocommit<{ id: string }>`
      insert into conversations (contact_id, channel, address, waiting_since, last_message_at)
      values (${contactId}, 'email', 'a@example.com', ${new Date(NOON.getTime() - 60_000)}, ${NOON}) returning id`;
    expect((await conversationOfTopic(house.db.sql, desk, '7'))?.id).toBe(mail!.id);
    await house.db
      .autocommit`update conversations set waiting_since = null, last_message_at = null where id = ${mail!.id}`;
    expect((await conversationOfTopic(house.db.sql, desk, '7'))?.address).toBe('1001');
  });

  it('of another chat, or one nobody knows, answers nobody', async () => {
    await customer('1001', '7');
    expect(await conversationOfTopic(house.db.sql, { ...desk, address: '43' }, '7')).toBeUndefined();
    expect(await conversationOfTopic(house.db.sql, desk, '8')).toBeUndefined();
  });
});

it('/resolve closes the topics of a customer with nothing else open, each once', async () => {
  const contactId = await customer('1001', '7');
  const closings = async () => (await house.outbox()).filter(({ payload }) => payload.kind === 'topic_closed');
  for (const title of ['第一件', '第二件']) await house.say(`/ticket 王7 ${title}`);
  const open = await house.db.sql<{ id: string }>`select id from tickets where resolved_at is null order by id`;
  for (const [nth, { id }] of open.entries()) {
    await house.say(`/resolve ${id}`);
    expect(await closings()).toHaveLength(nth === open.length - 1 ? 1 : 0);
  }
  expect(open.length).toBeGreaterThan(1);
  expect((await closings())[0]).toMatchObject({ address: OWNER, payload: { topic: '7' } });
  await house.db.autocommit`update topics set closed_at = now()`;
  await house.act((ctx) => closeTopics(ctx, contactId));
  expect(await closings()).toHaveLength(1);
});

it('/undo of /resolve opens them again, though their closing has not left yet; of anything else, and of one still resolved, it does not', async () => {
  const contactId = await customer('1001', '7', '你好');
  const openings = async () => (await house.outbox()).filter(({ payload }) => payload.kind === 'topic_opened');
  await house.say('/ticket 王7 第一件');
  await house.say('/resolve 王7');
  await house.say('/undo');
  expect(await openings()).toMatchObject([{ address: OWNER, payload: { topic: '7' } }]);
  await house.say(`/tag c${contactId} #vip`);
  await house.say('/undo');
  await house.say('/ticket 王7 第二件');
  await house.say('/undo');
  expect(await openings()).toHaveLength(1);
});
