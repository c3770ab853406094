import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import type { FakeTopic } from '../../support/platforms/fake_telegram_topics.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
let telegram: FakeTelegram;
let service: TestService;
let nextChat = 5000;

beforeAll(async () => {
  telegram = await startFakeTelegram({ topics: true });
  service = await startTestService({ ...telegramEnvironment(telegram), BUSINESS_NAME: 'Hill Tea' });
  await pairOwner(service, telegram, OWNER);
});
afterAll(async () => {
  await service.stop();
  await telegram.close();
});

/** A new customer writes; gives their chat, the card the owner got and the topic it is in. */
async function customer(name: string, text: string) {
  const chat = nextChat++;
  telegram.customerWrites(chat, text, { name });
  const card = await ownerSees(({ text: shown }) => shown.startsWith(`💬 ${name}`));
  await service.settled();
  return { chat, card, topic: card.topic! };
}

function ownerSees(which: (message: SentMessage) => boolean): Promise<SentMessage> {
  return telegram.until(() => telegram.messages(OWNER).findLast(which));
}

function ownerWrites(text: string, place: { topic?: number; replyTo?: number } = {}): number {
  return telegram.customerWrites(OWNER, text, { name: 'Owner', ...place });
}

function customerHears(chat: number, text: string): Promise<SentMessage> {
  return telegram.until(() => telegram.messages(chat).find((one) => one.text === text));
}

const topicNamed = (name: string): FakeTopic | undefined => telegram.topics.all.find((topic) => topic.name === name);

describe('a customer has a topic in the owner’s chat:', () => {
  it('what the owner writes in it reaches them, once, though the update comes twice', async () => {
    const { chat, topic } = await customer('Ann', 'How much is the green tea?');
    expect(topicNamed('Ann')).toMatchObject({ id: topic, chat: String(OWNER) });
    telegram.restartIdsAt(700_000);
    const written = ownerWrites('$12 a tin', { topic });
    await customerHears(chat, '$12 a tin');
    telegram.restartIdsAt(700_000);
    ownerWrites('$12 a tin', { topic });
    await telegram.until(() => telegram.pending === 0);
    await service.settled();
    expect(telegram.messages(chat).map(({ text }) => text)).toEqual(['$12 a tin']);
    const receipts = telegram.messages(OWNER).filter(({ text }) => text.startsWith('✓ Sent to Ann'));
    expect(receipts.map(({ replyTo, topic: place }) => [replyTo, place])).toEqual([[written, topic]]);
  });

  it('two customers have two, and a second message makes no other', async () => {
    const bob = await customer('Bob', 'Can I book Friday?');
    const cat = await customer('Cat', 'Is the blue pot in stock?');
    telegram.customerWrites(bob.chat, 'Or Saturday?', { name: 'Bob' });
    const second = await ownerSees(({ text }) => text.includes('Or Saturday?'));
    expect(second.topic).toBe(bob.topic);
    expect(cat.topic).not.toBe(bob.topic);
    expect(telegram.topics.all.filter(({ name }) => name === 'Bob')).toHaveLength(1);
  });

  it('a command there is about them, a note stays there, and what comes of a button is said there', async () => {
    const { chat, card, topic } = await customer('Dee', 'The cup arrived broken, I want a refund');
    ownerWrites('// pays late', { topic });
    const noted = await ownerSees(({ text }) => text === '📝 Noted for Dee.');
    ownerWrites('/task tomorrow 9am call back', { topic });
    const task = await ownerSees(({ text }) => text.includes('call back'));
    telegram.press(card, 'See contact');
    const pressed = await ownerSees(({ messageId }) => messageId > task.messageId);
    expect([noted.topic, task.topic, pressed.topic]).toEqual([topic, topic, topic]);
    expect(task.text).toContain('Dee');
    await service.settled();
    expect(telegram.messages(chat)).toEqual([]);
  });

  it('outside the topics all is as without them: a reply to a card answers, a command is answered where it was typed', async () => {
    const { chat, card } = await customer('Eve', 'Do you deliver to Leeds?');
    const asked = ownerWrites('/contact Eve');
    const shown = await ownerSees(({ replyTo }) => replyTo === asked);
    expect(shown.topic).toBeUndefined();
    ownerWrites('Yes, for $5', { replyTo: card.messageId });
    await customerHears(chat, 'Yes, for $5');
  });

  it('shows that nothing is left to do, until they write again', async () => {
    const { chat, topic } = await customer('Fay', 'My parcel is lost, where is my refund?');
    ownerWrites('/resolve', { topic });
    await telegram.until(() => topicNamed('✓ Fay'));
    telegram.customerWrites(chat, 'Still nothing here, please help', { name: 'Fay' });
    const again = await ownerSees(({ text }) => text.includes('Still nothing'));
    expect(again.topic).toBe(topic);
    expect(topicNamed('Fay')).toBeDefined();
  });

  it('and /status, asked outside them, names the bot', async () => {
    const asked = ownerWrites('/status');
    const shown = await ownerSees(({ replyTo }) => replyTo === asked);
    expect(shown.text).toContain('@solo_shop_bot');
    expect(shown.topic).toBeUndefined();
  });

  it('that was deleted is made anew, and the card is in the new one', async () => {
    const { chat, topic, card: first } = await customer('Gus', 'Are you open on Sunday?');
    telegram.topics.remove(OWNER, topic);
    telegram.deleteMessage(first.messageId);
    telegram.customerWrites(chat, 'And on Monday?', { name: 'Gus' });
    const card = await ownerSees(({ text }) => text.includes('And on Monday?'));
    expect(card.topic).toBe(topicNamed('Gus')?.id);
    expect(card.topic).not.toBe(topic);
    ownerWrites('From nine', { topic: card.topic! });
    await customerHears(chat, 'From nine');
  });

  it('that Telegram refuses to make costs no card', async () => {
    telegram.fail('createForumTopic', {
      refuse: { error_code: 400, description: 'Bad Request: the chat is not a forum' },
    });
    const { chat, card } = await customer('Hal', 'Which tea is the mildest?');
    expect(card.topic).toBeUndefined();
    ownerWrites('The white one', { replyTo: card.messageId });
    await customerHears(chat, 'The white one');
  });
});
