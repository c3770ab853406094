import { beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

async function ordered(number: string, name: string, payment: string): Promise<void> {
  await house.happen({
    ...{ kind: 'order.updated', provider: 'shopify', connectionId: '1', updatedAt: house.now },
    order: {
      ...{ externalId: number, number, payment, fulfillment: null, currency: 'GBP', totalMinor: '6400', test: false },
      ...{ placedAt: house.now, cancelledAt: null, lines: [] },
    },
    customer: {
      ...{ externalId: `cu${number}`, name, email: null, phone: null, country: null, city: null, language: null },
    },
  } as never);
}

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await ordered('1042', 'Olivia Stone', 'paid');
    await ordered('1043', 'Peter Nolan', 'pending');
    await ordered('1044', 'Greg Holt', 'failed');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);

it('an order of a shop that is not paid yet is owed, and listed with whose it is', async () => {
  await house.say('/order Olivia 1x cup 10');
  const all = await house.say('/unpaid');
  expect(all.text).toBe('£74.00 is still to come.');
  expect(labels(all)).toEqual(
    expect.arrayContaining(['M-1 · Olivia Stone · £10.00', '1043 · Peter Nolan · £64.00', 'These orders']),
  );
  expect(all.hint).toContain('Not counted: 1 order whose payment failed');
  const [peter, olivia] = [await house.say('/unpaid Peter'), await house.say('/unpaid Olivia')];
  expect([peter.text, olivia.text]).toEqual(['Peter Nolan still owes £64.00.', 'Olivia Stone still owes £10.00.']);
  expect(labels(peter)).toContain('Remind Peter Nolan');
});

it('what failed is not owed, and said beside it', async () => {
  const greg = await house.say('/unpaid Greg');
  expect([greg.text, greg.hint]).toEqual([
    'Greg Holt owes nothing.',
    'Not counted: 1 order whose payment failed, expired or is only reserved.',
  ]);
});

it('nobody owes anything only where no order waits to be paid', async () => {
  await ordered('1043', 'Peter Nolan', 'paid');
  expect((await house.say('/unpaid')).text).toContain('Nobody owes you anything');
});
