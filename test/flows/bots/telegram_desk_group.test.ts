import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
const STRANGER = 666;
const CUSTOMER = 5000;
const GROUP = -1_001_234_567_890;
let telegram: FakeTelegram;
let service: TestService;
let card: SentMessage;

beforeAll(async () => {
  telegram = await startFakeTelegram();
  telegram.makeForum(GROUP);
  service = await startTestService(telegramEnvironment(telegram));
  await pairOwner(service, telegram, OWNER);
  telegram.pushUpdate({
    my_chat_member: {
      chat: { id: GROUP, title: 'Desk', type: 'supergroup', is_forum: true },
      from: { id: OWNER, is_bot: false, first_name: 'Owner' },
      date: 0,
      new_chat_member: { status: 'administrator', can_manage_topics: true },
    },
  });
  await telegram.until(() => telegram.messages(OWNER).find(({ text }) => text.includes('now go to “Desk”')));
  telegram.customerWrites(CUSTOMER, 'My parcel is lost, where is my refund?', { name: 'Ann' });
  card = await telegram.until(() => telegram.messages(GROUP)[0]);
});
afterAll(async () => {
  await service.stop();
  await telegram.close();
});

it('a customer’s card is in their topic of the desk group, and not in the owner’s own chat', () => {
  expect(telegram.topics.all).toMatchObject([{ chat: String(GROUP), id: card.topic, name: 'Ann' }]);
  expect(card.text).toContain('My parcel is lost');
  expect(telegram.messages(OWNER).some(({ text }) => text.includes('parcel'))).toBe(false);
});

it('a stranger there gives no commands and no answers, and becomes no customer', async () => {
  const place = { group: GROUP, topic: card.topic!, name: 'Mallory' };
  telegram.customerWrites(STRANGER, '/resolve', place);
  telegram.customerWrites(STRANGER, 'You get nothing', place);
  telegram.customerWrites(STRANGER, 'And you neither', { ...place, replyTo: card.messageId });
  await telegram.until(() => telegram.pending === 0);
  await service.settled();
  expect(telegram.messages(CUSTOMER)).toEqual([]);
  expect(telegram.messages(GROUP)).toHaveLength(1);
  expect(telegram.topics.all[0]!.closed).toBe(false);
  expect(await service.house.db.sql`select from contacts`).toHaveLength(1);
});

it('the owner answers there, resolves, and the customer’s next message opens the topic again', async () => {
  const place = { group: GROUP, topic: card.topic!, name: 'Owner' };
  telegram.customerWrites(OWNER, 'A new one left today', place);
  await telegram.until(() => telegram.messages(CUSTOMER).find(({ text }) => text === 'A new one left today'));
  telegram.customerWrites(OWNER, '/resolve', place);
  await telegram.until(() => telegram.topics.all[0]!.closed);
  telegram.customerWrites(CUSTOMER, 'It is broken as well', { name: 'Ann' });
  const next = await telegram.until(() => telegram.messages(GROUP).find(({ text }) => text.includes('broken as well')));
  expect(next.topic).toBe(card.topic);
  expect(telegram.topics.all).toMatchObject([{ closed: false }]);
});

it('the owner’s commands work in General; other words, and other people’s, stay unread', async () => {
  await service.settled();
  const before = telegram.messages(GROUP).length;
  telegram.customerWrites(STRANGER, '/find Ann', { group: GROUP, name: 'Mallory' });
  telegram.customerWrites(OWNER, 'lunch at one?', { group: GROUP, name: 'Owner' });
  telegram.customerWrites(OWNER, '收件箱', { group: GROUP, name: 'Owner' });
  const inbox = await telegram.until(() => telegram.messages(GROUP)[before]);
  expect(inbox.text).toContain('Ann');
  expect(inbox.topic).toBeUndefined();
  await service.settled();
  expect(telegram.messages(GROUP)).toHaveLength(before + 1);
  expect(await service.house.db.sql`select from contacts`).toHaveLength(1);
});
