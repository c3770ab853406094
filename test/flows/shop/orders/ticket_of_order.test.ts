import { beforeEach, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';

const house = await testHouse({ locale: 'en', currency: 'EUR', country: 'DE', timezone: 'Europe/Berlin' });
const customer = { external_id: 'C-7', name: 'Anna Ruiz', email: 'anna@example.com' };
const order = (id: string, more: object = {}, minute = 0) =>
  house.happen(
    standardEvent('order.updated', standardOrder({ order_id: id, customer, payment_status: 'paid', ...more }), minute),
  );

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect standard');
    await order('5001');
    await order('5002');
  }),
);

it('a ticket and the order that it names know each other', async () => {
  const made = await house.say('/ticket Anna #5001 pot is broken');
  expect(made.fields).toEqual([{ label: 'Order 5001', value: 'paid' }]);
  expect(buttonsOf(made).map(({ label }) => label)).toContain('5001');
  const listed = await house.say('/tickets');
  expect(listed.lists![0]!.items[0]!.detail).toContain('Order 5001: paid');
  const page = await house.say('/order 5001');
  expect(page.fields).toContainEqual({ label: 'Ticket', value: '#1 · #5001 pot is broken' });
  // control: the other order knows nothing of it
  expect(JSON.stringify((await house.say('/order 5002')).fields)).not.toContain('pot is broken');
  await house.say('/resolve 1');
  expect(JSON.stringify((await house.say('/order 5001')).fields)).not.toContain('pot is broken');
});

it.each([
  ['a refund', { payment_status: 'refunded' }],
  ['a cancellation', { cancelled_at: '2026-11-20T02:05:00Z' }],
])('what is told of %s names it', async (_, more) => {
  await house.say('/ticket Anna #5001 pot is broken');
  await order('5001', more, 6);
  expect((await house.cards()).at(-1)!.fields).toContainEqual({ label: 'Ticket', value: '#1 · #5001 pot is broken' });
});

it('of the owner’s own order, too', async () => {
  await house.say('/order Anna tea €20 paid');
  await house.say('/ticket Anna M-1 box was crushed');
  expect((await house.say('/order M-1')).fields).toContainEqual({ label: 'Ticket', value: '#1 · M-1 box was crushed' });
});
