import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { mailMessage } from '../../support/letters/mail_message.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const HOUR = 3_600_000;
const WORDS = 'Your parcel leaves tonight.';

const CANCEL = expect.objectContaining({ label: 'Cancel ⏰ today 18:00', command: '/cancel s1' });

const house = await testHouse({ locale: 'en', currency: 'CNY', country: 'GB', timezone: 'Europe/London', undoSend: 5 });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(mailMessage('anna@example.com', 'When will my pots come?'));
  }),
);

const home = { name: 'Anna Smith', address1: '1 High St', city: 'Leeds', zip: 'LS1 4AP', country: 'United Kingdom' };
const version = (minute: number, more: object = {}) =>
  house.happen(
    shopifyEvent(
      shopifyOrder({
        ...{ shipping_address: home, updated_at: `2026-11-21T03:${String(minute).padStart(2, '0')}:00Z` },
        ...more,
      }),
    ),
  );
const later = (text = WORDS) => house.say(`/later Anna 18:00 ${text}`);
const atItsTime = () => {
  house.now = new Date(house.now.getTime() + 14.1 * HOUR);
  return house.act(sendScheduled);
};
const answers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const lastCard = async (): Promise<Reply> => (await house.cards()).at(-1)!;
const question = async () => (await house.cards()).findLast(({ title }) => title?.startsWith('⏰ Not sent to anna'));

const refund = shopifyRefund(9, '100.00', '2026-11-21T03:10:00Z');
const cancelled = { cancelled_at: '2026-11-21T03:10:00Z' };
const NEWS: [string, { before?: object; happens: () => Promise<unknown>; state: string }][] = [
  ['is cancelled', { happens: () => version(10, cancelled), state: 'cancelled · paid' }],
  [
    'is cancelled before anybody has paid',
    {
      before: { financial_status: 'pending' },
      happens: () => version(10, { financial_status: 'pending', ...cancelled }),
      state: 'cancelled · not paid yet',
    },
  ],
  [
    'is refunded',
    { happens: () => version(10, { financial_status: 'refunded', refunds: [refund] }), state: 'refunded' },
  ],
  [
    'is refunded, told by itself',
    { happens: () => house.happen(shopifyEvent(refund, 'refunds/create')), state: 'refunded' },
  ],
  [
    'goes to another address',
    { happens: () => version(10, { shipping_address: { ...home, zip: 'LS2' } }), state: 'paid' },
  ],
  [
    'has other articles',
    {
      happens: () => version(10, { line_items: [{ id: 1, title: 'Pot', quantity: 1, price: '40.00' }] }),
      state: 'paid',
    },
  ],
  ['has other words', { happens: () => version(10, { note: 'STOP' }), state: 'paid' }],
  [
    'is paid',
    { before: { financial_status: 'pending' }, happens: () => version(10, { processed_at: null }), state: 'paid' },
  ],
  [
    'is deleted in the shop',
    { happens: () => house.happen(shopifyEvent({ id: 3001 }, 'orders/delete')), state: 'deleted' },
  ],
];

describe.each(NEWS)('an answer that is to leave later, when the order %s', (_, { before, happens, state }) => {
  beforeEach(async () => {
    await version(5, before);
    await later();
  });

  it('stands on the card of that, with its hour and a way to keep it back', async () => {
    await happens();
    const card = await lastCard();
    expect(card.fields).toContainEqual({ label: '⏰ To be sent later', value: `today 18:00: ${WORDS}` });
    expect(buttonsOf(card)).toContainEqual(CANCEL);
  });

  it('is asked about at its time, with how the order stands, and does not leave by itself', async () => {
    await happens();
    await atItsTime();
    expect(await answers()).toEqual([]);
    expect(await question()).toMatchObject({
      title: '⏰ Not sent to anna yet: something has changed with their order since. Does it still fit?',
      fields: [{ label: 'Order #3001 now', value: expect.stringContaining(state) }],
      quote: WORDS,
    });
    await house.press('Send it');
    expect(await answers()).toHaveLength(1);
  });
});

describe('an answer that is to leave later', () => {
  it('leaves where nothing has become of the order since', async () => {
    await version(5);
    await later();
    await version(10);
    await atItsTime();
    expect(await answers()).toHaveLength(1);
  });

  it('is asked about where the order was sent meanwhile, though nobody was told of that', async () => {
    await version(5);
    await later();
    await version(10, { fulfillment_status: 'fulfilled' });
    await atItsTime();
    expect(await answers()).toEqual([]);
    expect((await question())?.fields).toMatchObject([{ label: 'Order #3001 now' }]);
  });

  it('is named on the card of a dispute, and asked about', async () => {
    await version(5);
    await later();
    const dispute = { id: 8, order_id: 3001, type: 'chargeback', status: 'needs_response', evidence_due_by: null };
    await house.happen(shopifyEvent(dispute, 'disputes/create'));
    expect(buttonsOf(await lastCard())).toContainEqual(CANCEL);
    await atItsTime();
    expect(await answers()).toEqual([]);
  });

  it('that was written after the change leaves', async () => {
    await version(5);
    await version(10, cancelled);
    await later();
    await atItsTime();
    expect(await answers()).toHaveLength(1);
  });

  it('to somebody else is not held by it', async () => {
    await house.happen(mailMessage('bob@example.com', 'Hello?', { from: { address: 'bob@example.com', name: 'Bob' } }));
    await version(5);
    await house.say(`/later Bob 18:00 ${WORDS}`);
    await version(10, cancelled);
    expect((await lastCard()).fields ?? []).not.toContainEqual(
      expect.objectContaining({ label: '⏰ To be sent later' }),
    );
    await atItsTime();
    expect(await answers()).toHaveLength(1);
  });

  it('stands on the card that says the order is somebody else’s now', async () => {
    await version(5);
    await later();
    const customer = { id: 22, email: 'bob@example.com', first_name: 'Bob', updated_at: '2026-11-01T00:00:00Z' };
    await version(10, { customer, email: 'bob@example.com' });
    const card = (await house.cards()).find(({ title }) => title?.includes('Bob'))!;
    expect(buttonsOf(card)).toContainEqual(CANCEL);
  });

  it('is named on a card of its own, however many orders are cancelled at once', async () => {
    await version(5);
    await later();
    const others = [...Array(8).keys()].map((nth) => {
      const email = `buyer${nth}@example.com`;
      const more = { id: 4000 + nth, name: `#${4000 + nth}`, email, customer: { id: 100 + nth, email } };
      return (minute: number, change: object) => version(minute, { ...more, ...change });
    });
    for (const other of others) await other(5, {});
    for (const other of others) await other(10, cancelled);
    await version(10, cancelled);
    const card = await lastCard();
    expect(card.title).toContain('Order #3001 cancelled');
    expect(buttonsOf(card)).toContainEqual(CANCEL);
  });

  it('waits while the owner is away, with the question', async () => {
    await version(5);
    await later();
    await house.say('/away until tomorrow 9am');
    await version(10, cancelled);
    await atItsTime();
    expect(await answers()).toEqual([]);
    expect(await question()).toBeDefined();
  });
});

describe('words changed since an answer was made', () => {
  const place = { channel: 'telegram' as const, chat: '77' };
  const from = { address: '77', name: 'Zed' };
  beforeEach(async () => {
    await house.happen({
      ...{ kind: 'message.received', private: true, ...place, from, externalId: 'first', text: 'Two boxes, please' },
      ...{ sentAt: house.now, attachments: [], answers: [] },
    });
    await house.say('/later Zed 18:00 Two boxes leave tonight.');
  });
  const CHANGES: [string, () => Promise<void>][] = [
    [
      'changed',
      () =>
        house.happen({
          ...{ kind: 'message.edited', ...place, from, externalId: 'first' },
          ...{ text: 'Three boxes, please', editedAt: house.now },
        }),
    ],
    ['withdrawn', () => house.happen({ kind: 'messages.withdrawn', ...place, from, externalIds: ['first'] })],
    ['deleted', () => house.happen({ kind: 'messages.withdrawn', ...place, externalIds: ['first'] })],
  ];

  it.each(CHANGES)('%s: the card names what is to leave later', async (_, happens) => {
    await happens();
    const card = await lastCard();
    expect(card.fields).toContainEqual({
      label: '⏰ To be sent later',
      value: 'today 18:00: Two boxes leave tonight.',
    });
    expect(buttonsOf(card)).toContainEqual(CANCEL);
  });

  it.each(CHANGES)(
    '%s: it is asked about at its time, whatever our clock says beside the database’s',
    async (_, happens) => {
      await happens();
      await atItsTime();
      expect(await answers()).toEqual([]);
      expect((await house.cards()).at(-1)?.title).toContain('Not sent to Zed yet');
    },
  );
});
