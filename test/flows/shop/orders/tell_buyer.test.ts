import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../support/house.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', country: 'DE', timezone: 'Europe/Berlin' });
const customer = { external_id: 'C-7', name: 'Anna Ruiz', email: 'anna@example.com', language: 'en' };

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect standard');
    await house.say('/add Bo Lind bo@example.com');
    await house.say('/language Bo en');
  }),
);

const order = (more: object) =>
  house.happen(standardEvent('order.updated', standardOrder({ customer, payment_status: 'paid', ...more })));

/** What can be said of it, by its label. */
async function drafts(number: string): Promise<Record<string, string>> {
  const { lists } = await house.say(`/order ${number} tell`);
  return Object.fromEntries(lists![0]!.items.map(({ text, detail }) => [detail!, text]));
}

describe('the buyer is told of parcels', () => {
  it('that they have arrived, once all have: nothing is on its way', async () => {
    await order({ fulfillment_status: 'fulfilled', shipments: [{ tracking: 'SF1', status: 'delivered' }] });
    expect(await drafts('SO-88')).toEqual({
      'Say: it has arrived': 'Your order SO-88 has been delivered. If anything is not right, just tell us.',
    });
  });

  it('of one that has arrived and one that has not, each', async () => {
    const shipments = [
      { tracking: 'SF1', status: 'delivered' },
      { tracking: 'SF2', status: 'in_transit' },
    ];
    await order({ fulfillment_status: 'fulfilled', shipments });
    expect(await drafts('SO-88')).toEqual({
      'Say: it has arrived': 'Part of your order SO-88 has been delivered. If anything is not right, just tell us.',
      'Say: sent': 'Part of your order SO-88 is on its way.\nSF2',
    });
  });

  it('of an order sent in part, that a part of it is there', async () => {
    await order({ fulfillment_status: 'partial', shipments: [{ tracking: 'SF1', status: 'delivered' }] });
    expect((await drafts('SO-88'))['Say: it has arrived']).toContain('Part of your order');
  });

  it('that came back: not that they are on their way', async () => {
    await order({ fulfillment_status: 'fulfilled', shipments: [{ tracking: 'SF1', status: 'returned' }] });
    expect(Object.keys(await drafts('SO-88'))).toEqual(['Say: it is late']);
  });

  it('control: one on its way is said to be', async () => {
    await order({ fulfillment_status: 'fulfilled', shipments: [{ tracking: 'SF1', status: 'in_transit' }] });
    expect(await drafts('SO-88')).toEqual({ 'Say: sent': 'Your order SO-88 is on its way.\nSF1' });
  });
});

describe('a reminder to pay', () => {
  const REMINDER = 'Remind to pay';

  it('is offered for an own order, of what is still to be paid', async () => {
    await house.say('/order Bo logo €500');
    expect((await drafts('M-1'))[REMINDER]).toContain('€500.00 of your order M-1 is still to be paid');
    await house.say('/order M-1 paid 200');
    expect((await drafts('M-1'))[REMINDER]).toContain('€300.00');
  });

  it('is not where it is paid or cancelled', async () => {
    await house.say('/order Bo logo €500 paid');
    expect(await drafts('M-1')).not.toHaveProperty([REMINDER]);
    await house.say('/order Bo poster €50');
    await house.say('/order M-2 cancel');
    expect(await drafts('M-2')).not.toHaveProperty([REMINDER]);
  });
});

it('the same words tapped twice for somebody never written to are one question, and leave once', async () => {
  await house.say('/order Bo logo €500 paid');
  const offered = await house.type('/order M-1 tell').then(() => house.say('/order M-1 tell'));
  expect(offered.lists).toBeDefined();
  await house.press('Say: paid');
  await house.press('Say: paid');
  expect(await house.db.sql`select from unconfirmed_answers`).toHaveLength(1);
  const [waiting] = await house.db.sql<{ id: string }>`select id from unconfirmed_answers`;
  await house.say(`/confirm u${waiting!.id}`);
  await house.say(`/confirm u${waiting!.id}`);
  expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(1);
});

it('control: other words to them are another question', async () => {
  await house.say('/order Bo logo €500');
  await house.type('/order M-1 tell');
  await house.press('Remind to pay');
  await house.press('Say: it is late');
  expect(await house.db.sql`select from unconfirmed_answers`).toHaveLength(2);
});
