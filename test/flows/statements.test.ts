import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent, MessageReceived } from '../../src/domain/event.ts';
import type { OrderUpdated } from '../../src/domain/shop_event.ts';
import { OWNER, telegramMessage, testHouse } from '../support/house.ts';
import { turnsOf } from '../support/statements.ts';

const house = await testHouse({ locale: 'en' });
let count = 0;

/** What it costs to handle one event: from the claim that finds it to the commit, without the claim that finds nothing more. */
async function handling(event: DomainEvent): Promise<string[]> {
  count += 1;
  const body = Buffer.from(JSON.stringify(event));
  await house.store({ source: 'test', externalId: `cost-${count}`, lane: 'test', body });
  return (await turnsOf(() => house.handleAll())).slice(0, -1);
}

/** What it costs to send what is due: from the claim to the commit. */
const sending = async (): Promise<string[]> =>
  (await turnsOf(() => house.deliver())).filter((sent) => !sent.includes('where quiet and state')).slice(0, -1);

const typed = (text: string, more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, { chat: OWNER, from: { address: OWNER, name: 'I' }, externalId: `typed-${text}`, ...more });

const message = telegramMessage('How much is the green tea?');

const order: OrderUpdated = {
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    ...{ externalId: '5', number: '#1', payment: 'paid', fulfillment: null, currency: 'CNY', totalMinor: '100' },
    ...{ test: false, placedAt: house.now, cancelledAt: null, lines: [] },
  },
  customer: {
    ...{ externalId: '900', name: 'Bea Stone', email: 'bea@x.example', phone: null, country: 'CN', city: null },
    language: 'en',
  },
  updatedAt: house.now,
};

const ofCard = async (): Promise<string> =>
  (await house.outbox()).findLast(({ conversationId }) => conversationId !== null)!.externalId!;

beforeEach(async () => {
  await house.reset();
  // what triage has learned is loaded once a process
  await house.happen(telegramMessage('Hello', { chat: '7', from: { address: '7', name: 'Zed' }, externalId: 'warm' }));
  await house.deliver();
});

/** So many at most; what they are is said where there are more. */
function atMost(sent: string[], most: number): void {
  // a counter that sees nothing would let everything pass
  expect(sent.some((one) => one.includes('commit')) || sent.length > 1, sent.join('\n')).toBe(true);
  expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(most);
}

describe('how often the database is waited for', () => {
  it('is 17 times at most for a customer’s first message, and twice for its card', async () => {
    atMost(await handling(message), 17);
    atMost(await sending(), 2);
  });

  it('is 12 times at most for the next', async () => {
    await house.happen(message);
    atMost(await handling({ ...message, text: 'And the red one?', externalId: '2' }), 12);
  });

  it('is 16 times at most when they come back under another name', async () => {
    await house.happen(message);
    const sentAt = new Date(house.now.getTime() + 3_600_000);
    const from = { ...message.from, name: 'Wang' };
    atMost(await handling({ ...message, from, externalId: '3', sentAt }), 16);
  });

  it.each([
    ['/find Nobody', 7],
    ['/inbox', 7],
    ['/lead c2 tea 5 USD', 9],
    ['/contact c2', 9],
  ])('is for %s %i times at most', async (text, most) => {
    await house.happen(message);
    atMost(await handling(typed(text)), most);
  });

  it('is for /inbox the same, however many wait', async () => {
    const few = await handling(typed('/inbox'));
    await house.happen(message, telegramMessage('Hello?', { chat: '8', from: { address: '8', name: 'Yan' } }));
    expect(await handling(typed('/inbox', { externalId: 'again' }))).toEqual(few);
  });

  it('is 16 times at most for an answer to a card, and 10 times until the customer and its writer have heard', async () => {
    await house.happen(message);
    await house.deliver();
    atMost(await handling(typed('5 a box', { answers: [await ofCard()] })), 16);
    atMost(await sending(), 10);
  });

  it('is 27 times at most for a stranger’s paid order, and 28 times for their next', async () => {
    await house.say('/connect shopify s3cret');
    atMost(await handling(order), 27);
    atMost(await handling({ ...order, order: { ...order.order, externalId: '6', number: '#2' } }), 28);
  });
});
