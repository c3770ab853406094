import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';
import { stripeEvent, stripeSession } from '../../../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
const t = texts('en');
beforeEach(house.startingWith(() => connectShop(house, 'woocommerce')));

/** What programs call the four orders. */
const IDS = {
  '#311': ['ch_3MtwBwLkdIwHu7ix28a3tqPa', 'wc_order_58d2d042d1dXy'],
  '87998339': ['pi_3MtwBwLkdIwHu7ix28a3tqPd', 'cs_live_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6'],
  '30225250': ['9f86d081884c7d659a2feaa0c55ad015'],
  '55819629': ['550e8400-e29b-41d4-a716-446655440000', '550E8400-E29B-41D4-A716-446655440000'],
};
const SECRETS = [
  'sk_live_51MtwBwLkdIwHu7ix28a3tqPa',
  'rk_live_51MtwBwLkdIwHu7ix28a3tqPa',
  'whsec_51MtwBwLkdIwHu7ix28a3tqPa',
  'pi_3MtwBwLkdIwHu7ix28a3tqPd_secret_YrKJUKribcBjcG8HVhfZluoGH',
  'cs_test_a1B2c3D4_secret_fidwbEhqYWAn',
];

describe('a number that is typed', () => {
  it('finds the order that programs call so, and is no password', async () => {
    await connectShop(house, 'stripe');
    await connectShop(house, 'standard');
    const of = (connectionId: string, event: DomainEvent) => Object.assign(event, { connectionId });
    const [payment, session] = IDS['87998339'];
    await house.happen(
      wooEvent(wooOrder({ transaction_id: IDS['#311'][0], order_key: IDS['#311'][1] }), 'order.created'),
      of('2', stripeEvent('checkout.session.completed', stripeSession({ id: session, payment_intent: payment }))),
      of('3', standardEvent('order.paid', standardOrder({ order_id: IDS['30225250'][0] }))),
      of('3', standardEvent('order.paid', standardOrder({ order_id: IDS['55819629'][0] }))),
    );
    for (const [number, ids] of Object.entries(IDS))
      for (const id of ids)
        for (const line of [`/order ${id}`, `/order ${id} note gift`, `/find ${id}`, `查 ${id}`])
          expect(`${line}: ${(await house.say(line)).title}`).toContain(`Order ${number} ·`);
  });

  it.each(SECRETS)('is a password where it opens something: %s', async (secret) => {
    for (const line of [`/order ${secret}`, `/order ${secret} note gift`])
      expect((await house.say(line)).text).toBe(t.desk.secretNoted);
    for (const line of [`order ${secret}`, `/find ${secret}`]) expect((await house.say(line)).failed).toBe(true);
  });

  it('is a key where no order is named (control)', async () => {
    const [hex] = IDS['30225250'];
    expect((await house.say(`/task ${hex}`)).text).toBe(t.desk.secretNoted);
    expect((await house.say(`${hex}`)).failed).toBe(true);
  });

  it.each(['/order 311 note gift', '/order #311 note gift', '/订单 311 备注 送礼'])(
    'is an order’s where a note stands behind it: %s',
    async (line) => {
      await house.happen(wooEvent(wooOrder({}), 'order.created'));
      expect((await house.say(line)).failed).toBeUndefined();
      expect(JSON.stringify(await house.say('/order 311'))).toMatch(/gift|送礼/);
    },
  );
});

describe('an undo of people who have bought since', () => {
  it('offers nothing about the shop that they bought in', async () => {
    await house.say('/add New Person ana@example.com');
    await house.happen(
      wooEvent(
        wooOrder({ billing: { ...(wooOrder({}).billing as object), email: 'ana@example.com' } }),
        'order.created',
      ),
    );
    const reply = await house.say('/undo');
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply).filter(({ command }) => command.startsWith('/disconnect'))).toEqual([]);
  });
});
