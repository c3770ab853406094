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

beforeEach(
  house.startingWith(async () => {
    // what triage has learned is loaded once a process
    await house.happen(
      telegramMessage('Hello', { chat: '7', from: { address: '7', name: 'Zed' }, externalId: 'warm' }),
    );
    await house.deliver();
  }),
);

/** So many and no fewer: where it takes less, the number here has to fall, or one more could slip in below it. What they are is said. */
function isExactly(sent: string[], number: number): void {
  expect(sent.length, sent.join('\n')).toBe(number);
}

describe('how often the database is waited for', () => {
  it('shows a question that was added (control)', async () => {
    const before = await handling(message);
    const { act } = house.worker;
    house.worker.act = (work, last) =>
      act(async (ctx) => {
        await ctx.tx`select 'one more'`;
        return work(ctx);
      }, last);
    const after = await handling({ ...message, from: { address: '9', name: 'Yul' }, chat: '9', externalId: '9' });
    house.worker.act = act;
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((one) => one.includes('one more'))).toHaveLength(1);
  });

  it('is 15 times for a customer’s first message, and twice for its card', async () => {
    isExactly(await handling(message), 15);
    isExactly(await sending(), 2);
  });

  it('is 12 times for the next, whose card has left or waits: all its messages, and what is open with them', async () => {
    await house.happen(message);
    isExactly(await handling({ ...message, text: 'And the red one?', externalId: '2' }), 12);
    await house.deliver();
    isExactly(await handling({ ...message, text: 'And the blue one?', externalId: '4' }), 12);
  });

  it('is 16 times when they come back under another name', async () => {
    await house.happen(message);
    const sentAt = new Date(house.now.getTime() + 3_600_000);
    const from = { ...message.from, name: 'Wang' };
    isExactly(await handling({ ...message, from, externalId: '3', sentAt }), 16);
  });

  it.each([
    // where nobody is called so, the names on bills are looked at too
    ['/find Nobody', 9],
    ['/inbox', 7],
    ['/lead c2 poster 5 USD', 9],
    ['/contact c2', 8],
    ['Dave has paid £20', 10],
    ['Zed has paid £20', 13],
    ['what came in today?', 6],
  ])('is for %s %i times', async (text, most) => {
    await house.happen(message);
    isExactly(await handling(typed(text)), most);
  });

  it('is for /inbox the same, however many wait', async () => {
    const few = await handling(typed('/inbox'));
    await house.happen(message, telegramMessage('Hello?', { chat: '8', from: { address: '8', name: 'Yan' } }));
    expect(await handling(typed('/inbox', { externalId: 'again' }))).toEqual(few);
  });

  it('is 10 times for an answer to a card, and 10 times until the customer and its writer have heard', async () => {
    await house.happen(message);
    await house.deliver();
    isExactly(await handling(typed('5 a box', { answers: [await ofCard()] })), 10);
    isExactly(await sending(), 10);
  });

  it('is 16 times for a stranger’s paid order, and 12 times for their next', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    isExactly(await handling(order), 16);
    isExactly(await handling({ ...order, order: { ...order.order, externalId: '6', number: '#2' } }), 12);
  });
});
