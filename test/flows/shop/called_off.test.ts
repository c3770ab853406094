import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
});

const urgentOf = async () => (await house.cards()).at(-1)!.fields?.find(({ label }) => label === '紧急')?.value;
const writes = (text: string, From = 'Anna Smith <anna@example.com>') =>
  mailsIn(house, rawMail({ From, Subject: '' }, text));
const ordered = (more = {}) => house.happen(shopifyEvent(shopifyOrder({ ...{ email: 'anna@example.com' }, ...more })));

describe('whoever calls off an order', () => {
  it.each(['cancel my order', '取消订单', '麻烦帮我取消订单'])(
    'is heard at once while it has not left: %s',
    async (text) => {
      await ordered();
      await writes(text);
      expect(await urgentOf()).toBeDefined();
    },
  );

  it.each([
    ['sent', { fulfillment_status: 'fulfilled' }],
    ['cancelled already', { cancelled_at: '2026-01-02T00:00:00Z' }],
  ])('waits where it is %s', async (_, more) => {
    await ordered(more);
    await writes('cancel my order');
    expect(await urgentOf()).toBeUndefined();
  });

  it('waits where nothing was ordered by them, and where they call nothing off', async () => {
    await ordered();
    await writes('cancel my order', 'Stranger <x@else.example>');
    expect(await urgentOf()).toBeUndefined();
    await writes("please don't cancel my order");
    expect(await urgentOf()).toBeUndefined();
  });
});
