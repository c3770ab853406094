import { beforeEach, describe, expect, it } from 'vitest';
import { digestReply } from '../../../../src/domain/desk/digest.ts';
import { texts } from '../../../../src/text/texts.ts';
import { testHouse } from '../../../support/house.ts';
import { shopState } from '../../../support/shops/any_order.ts';
import type { FakeShop } from '../../../support/shops/api/fake_shop.ts';
import { fakeShopify } from '../../../support/shops/api/fake_shopify.ts';
import { later, pull, pullAndHandle, readShops, shopConnected } from '../../../support/shops/api/pulling.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en' });
readShops(house);
let shop: FakeShop;
beforeEach(async () => {
  await house.reset();
  await shopConnected(house, 'shopify', 3);
  shop = await fakeShopify();
});

const order = (id: number, at: string, more: object = {}) =>
  shopifyOrder({ id, name: `#${id}`, created_at: at, updated_at: at, ...more });
/** Of the day before the house's noon, after the shop was connected. */
const RECENT = '2026-11-21T02:00:00Z';
const titles = async () => (await house.cards()).map(({ title = '', text = '' }) => title || text);
const digestIn = (locale: 'en' | 'zh-CN') =>
  house.act(async (ctx) => JSON.stringify((await digestReply(ctx, texts(locale), locale))?.lists ?? []));

describe('orders that no webhook told of', () => {
  it('are found within the hour, told as if a webhook had told of them, and counted in the digest', async () => {
    shop.orders.push(order(3001, RECENT), order(3002, '2026-11-21T02:30:00Z'));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    expect((await shopState(house)) as object).toMatchObject({ orders: [{ number: '#3001' }, { number: '#3002' }] });
    expect((await titles()).some((title) => title.includes('#3002'))).toBe(true);
    expect(await digestIn('en')).toContain('2 orders had no webhook, added (Shopify)');
    expect(await digestIn('zh-CN')).toContain('2 个订单没有收到推送，已补上');
  });

  it('are not those whose webhook came, before or after', async () => {
    const [one, two] = [order(3001, RECENT), order(3002, RECENT)];
    shop.orders.push(one, two);
    await house.happen(shopifyEvent(one));
    const before = await titles();
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    expect(await digestIn('en')).toContain('1 order had no webhook');
    const told = await titles();
    await house.happen(shopifyEvent(two));
    expect(await titles()).toEqual(told);
    expect(told.filter((title) => title.includes('#3001'))).toEqual(before.filter((title) => title.includes('#3001')));
  });

  it('are not looked for in the last minutes: their webhook may be on its way', async () => {
    shop.orders.push(order(3001, new Date(house.now.getTime() - 60_000).toISOString()));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    expect(await shopState(house)).toMatchObject({ orders: [] });
    later(house, 61);
    await pullAndHandle(house, shop);
    expect(await shopState(house)).toMatchObject({ orders: [{ number: '#3001' }] });
  });

  it('are looked for every hour of the last day, and every day of the last month', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    const spans = () =>
      shop.asked.filter(({ url }) => url.pathname.endsWith('/orders.json') && url.searchParams.has('updated_at_min'))
        .length;
    expect(spans()).toBe(2);
    later(house, 59);
    await pull(house, shop);
    expect(spans()).toBe(2);
    later(house, 2);
    await pull(house, shop);
    expect(spans()).toBe(3);
    later(house, 24 * 60);
    await pull(house, shop);
    expect(spans()).toBe(5);
  });
});
