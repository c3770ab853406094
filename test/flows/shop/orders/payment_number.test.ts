import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
const t = texts('en');
const STRIPE = 'pi_3MtwBwLkdIwHu7ix28a3tqPa';
beforeEach(house.startingWith(() => connectShop(house, 'woocommerce')));

describe('a number that is typed', () => {
  it.each([`/order ${STRIPE}`, `/order ${STRIPE} note gift`, `/order ${STRIPE} tell`])(
    'of a payment is no password: %s',
    async (line) => {
      await house.happen(wooEvent(wooOrder({}), 'order.created'));
      expect((await house.say(line)).text).not.toBe(t.desk.secretNoted);
    },
  );

  it('is one where it opens something (control)', async () => {
    expect((await house.say('/order sk_live_51MtwBwLkdIwHu7ix28a3tqPa')).text).toBe(t.desk.secretNoted);
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
