import { beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { fakeShopify } from '../../support/shops/api/fake_shopify.ts';
import { fakeStripe } from '../../support/shops/api/fake_stripe.ts';
import { fakeWoo } from '../../support/shops/api/fake_woo.ts';
import {
  HOOK_SECRET,
  HOOKS,
  later,
  pull,
  pullAndHandle,
  readShops,
  shopConnected,
} from '../../support/shops/api/pulling.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en' });
readShops(house);
beforeEach(() => house.reset());

const cards = async (word: string) =>
  (await house.cards()).filter(({ title = '', text = '' }) => `${title} ${text}`.includes(word));
const WOO = `${HOOKS}/woocommerce/woocommerce-token`;

describe('the webhooks of a shop', () => {
  it('that the shop has switched off are told once, and switched on again by a tap', async () => {
    await shopConnected(house, 'woocommerce');
    const woo = await fakeWoo();
    woo.webhooks.push(
      ...['order.created', 'order.updated'].map((topic, nth) => ({
        id: nth + 1,
        topic,
        status: 'active',
        delivery_url: WOO,
      })),
      { id: 9, topic: 'order.updated', status: 'disabled', delivery_url: 'https://elsewhere.example/in' },
    );
    await house.say(`/connect key 1 ${woo.typed}`);
    await pull(house, woo);
    expect(await cards('webhook')).toHaveLength(0);
    woo.webhooks[1]!.status = 'disabled';
    for (let hours = 0; hours < 3; hours++) {
      later(house, 61);
      await pull(house, woo);
    }
    const told = await cards('has switched its webhook off');
    expect(told).toHaveLength(1);
    await house.press(told[0]!.buttons![0]![0]!);
    await pull(house, woo);
    expect(woo.webhooks.map(({ status }) => status)).toEqual(['active', 'active', 'disabled']);
    expect(await cards('sends again')).toHaveLength(1);
    later(house, 61);
    await pull(house, woo);
    expect(await cards('has switched its webhook off')).toHaveLength(1);
    woo.webhooks[0]!.status = 'disabled';
    later(house, 61);
    await pull(house, woo);
    expect(await cards('has switched its webhook off')).toHaveLength(2);
  });

  it.each(['while the shop is asked how they are', 'when nothing is left to do'])(
    'are mended though the tap comes %s',
    async (when) => {
      await shopConnected(house, 'woocommerce');
      const woo = await fakeWoo();
      woo.webhooks.push({ id: 1, topic: 'order.updated', status: 'active', delivery_url: WOO });
      await house.say(`/connect key 1 ${woo.typed}`);
      await pull(house, woo);
      woo.webhooks[0]!.status = 'disabled';
      later(house, 61);
      await pull(house, woo);
      later(house, 61);
      const asked = woo.asked.length;
      const isThen = async () => {
        if (when.startsWith('while'))
          return woo.asked.slice(asked).some(({ url }) => url.pathname.endsWith('/webhooks'));
        const [key] = await house.db.sql<{
          watched: boolean;
        }>`select watched_at = ${house.now} as watched from shop_keys`;
        return key!.watched;
      };
      let tapped = false;
      const act: House['act'] = async (...work) => {
        if (!tapped && (await isThen())) {
          tapped = true;
          await house.press('/connect repair 1');
        }
        return house.act(...work);
      };
      await pull(house, woo, { act });
      expect(tapped).toBe(true);
      expect(woo.webhooks[0]!.status).toBe('active');
      expect(await cards('sends again')).toHaveLength(1);
    },
  );

  it('that are gone are made again with the secret of the connection', async () => {
    await shopConnected(house, 'woocommerce');
    const woo = await fakeWoo();
    await house.say(`/connect key 1 ${woo.typed}`);
    await pull(house, woo);
    const [told] = await cards('has no webhook to us');
    await house.press(told!.buttons![0]![0]!);
    await pull(house, woo);
    expect(woo.webhooks.map(({ topic }) => topic)).toContain('order.updated');
    expect(new Set(woo.webhooks.map(({ delivery_url: url, secret, status }) => `${url} ${secret} ${status}`))).toEqual(
      new Set([`${WOO} ${HOOK_SECRET} active`]),
    );
  });

  it('that a key may only read are left to the owner', async () => {
    await shopConnected(house, 'woocommerce');
    const woo = await fakeWoo();
    woo.webhooks.push({ id: 1, topic: 'order.updated', status: 'disabled', delivery_url: WOO });
    await house.say(`/connect key 1 ${woo.typed}`);
    await pull(house, woo);
    await house.press('/connect repair 1');
    woo.instead = [{ json: woo.webhooks }, { status: 403 }];
    await pull(house, woo);
    const [told] = await cards('did not let me');
    expect(told).toMatchObject({ failed: true });
    expect(told?.hint).toContain('Webhooks');
    expect(await house.db.sql`select state from shop_keys`).toEqual([{ state: 'works' }]);
  });

  it('of Stripe that are made anew sign with a new secret, which is kept sealed', async () => {
    await shopConnected(house, 'stripe');
    const stripe = await fakeStripe();
    await house.say(`/connect key 1 ${stripe.typed}`);
    await pull(house, stripe);
    const [before] = await house.db.sql<{ secret: Buffer }>`select secret from connections`;
    await house.press('/connect repair 1');
    await pull(house, stripe);
    expect(stripe.webhooks).toMatchObject([{ url: `${HOOKS}/stripe/stripe-token`, status: 'enabled' }]);
    const [after] = await house.db.sql<{ secret: Buffer; previous: Buffer }>`
      select secret, previous_secret as previous from connections`;
    expect(after!.secret.toString()).toMatch(/^sealed:connection:stripe-token:/);
    expect(after!.previous).toEqual(before!.secret);
  });

  it('of Stripe are made anew where we ended before their secret was kept: it is shown only once', async () => {
    await shopConnected(house, 'stripe');
    const stripe = await fakeStripe();
    await house.say(`/connect key 1 ${stripe.typed}`);
    await pull(house, stripe);
    const secretOf = async () => (await house.db.sql<{ secret: Buffer }>`select secret from connections`)[0]!.secret;
    const before = await secretOf();
    await house.say('/connect repair 1');
    const act: House['act'] = (...asked) =>
      stripe.webhooks.length > 0 ? Promise.reject(new Error('it ends here')) : house.act(...asked);
    await expect(pull(house, stripe, { act })).rejects.toThrow('it ends here');
    expect(stripe.made).toBe(1);
    expect(await secretOf()).toEqual(before);
    later(house, 1);
    await pull(house, stripe);
    expect(stripe.webhooks).toMatchObject([{ id: 'we_2', url: `${HOOKS}/stripe/stripe-token` }]);
    // sealed here it shows its length alone
    expect((await secretOf()).toString()).toBe(`sealed:connection:stripe-token:${'whsec_made_by_stripe_0002'.length}`);
    expect(await secretOf()).not.toEqual(before);
    expect(await cards('sends again')).toHaveLength(1);
    expect(await house.db.sql`select making, webhooks from shop_keys`).toEqual([{ making: false, webhooks: 'on' }]);
  });

  it('of Stripe whose making was not answered are not believed, and can be made anew', async () => {
    await shopConnected(house, 'stripe');
    const stripe = await fakeStripe();
    await house.say(`/connect key 1 ${stripe.typed}`);
    await pull(house, stripe);
    await house.say('/connect repair 1');
    stripe.instead = [{ json: { data: [] } }, { status: 502 }];
    await pull(house, stripe);
    stripe.webhooks.push({
      id: 'we_lost',
      url: `${HOOKS}/stripe/stripe-token`,
      status: 'enabled',
      enabled_events: ['*'],
    });
    const [told] = await cards('could not be set up just now');
    expect(told).toMatchObject({ failed: true });
    later(house, 61);
    await pull(house, stripe);
    expect(await house.db.sql`select webhooks from shop_keys`).toEqual([{ webhooks: 'gone' }]);
    await house.press(told!.buttons![0]![0]!);
    await pull(house, stripe);
    expect(stripe.webhooks).toMatchObject([{ id: 'we_1' }]);
    expect(await cards('sends again')).toHaveLength(1);
  });

  it('of Stripe that the owner made by hand count from the secret on that they give (control)', async () => {
    await shopConnected(house, 'stripe');
    const stripe = await fakeStripe();
    await house.say(`/connect key 1 ${stripe.typed}`);
    await pull(house, stripe);
    await house.say('/connect repair 1');
    stripe.instead = [{ json: { data: [] } }, { status: 502 }];
    await pull(house, stripe);
    stripe.webhooks.push({
      id: 'we_hand',
      url: `${HOOKS}/stripe/stripe-token`,
      status: 'enabled',
      enabled_events: ['*'],
    });
    await house.say('/connect rotate 1 whsec_0123456789abcdef');
    later(house, 61);
    await pull(house, stripe);
    expect(await house.db.sql`select webhooks from shop_keys`).toEqual([{ webhooks: 'on' }]);
    expect(stripe.webhooks).toMatchObject([{ id: 'we_hand' }]);
  });

  it('of Stripe that tell of less than before are told, and tell of it again', async () => {
    await shopConnected(house, 'stripe');
    const stripe = await fakeStripe();
    const endpoint = { id: 'we_1', url: `${HOOKS}/stripe/stripe-token`, status: 'enabled' };
    stripe.webhooks.push({ ...endpoint, enabled_events: ['invoice.paid', 'refund.created', 'payout.paid'] });
    await house.say(`/connect key 1 ${stripe.typed}`);
    await pull(house, stripe);
    stripe.webhooks[0]!.enabled_events = ['payout.paid', 'refund.created'];
    later(house, 61);
    await pull(house, stripe);
    const [told] = await cards('has lost a webhook');
    expect(told?.text).toContain('Missing: invoice.paid');
    await house.press(told!.buttons![0]![0]!);
    await pull(house, stripe);
    expect(stripe.webhooks).toMatchObject([{ enabled_events: ['payout.paid', 'refund.created', 'invoice.paid'] }]);
    expect(stripe.made).toBe(0);
  });

  it('are noticed when a single one is gone, and exactly that is made again', async () => {
    await shopConnected(house, 'shopify', 3);
    const shop = await fakeShopify();
    const address = `${HOOKS}/shopify/shopify-token`;
    shop.webhooks.push(
      { id: 1, topic: 'orders/updated', address },
      { id: 2, topic: 'products/update', address },
      { id: 3, topic: 'app/uninstalled', address },
    );
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    expect(await cards('webhook')).toHaveLength(0);
    shop.webhooks = shop.webhooks.filter(({ id }) => id === 2);
    for (let hours = 0; hours < 3; hours++) {
      later(house, 61);
      await pull(house, shop);
    }
    const told = await cards('has lost a webhook');
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toContain('Missing: orders/updated');
    shop.webhooks = [{ id: 4, topic: 'orders/updated', address }];
    later(house, 61);
    await pull(house, shop);
    expect(await cards('Missing: products/update')).toHaveLength(1);
    await house.press(told[0]!.buttons![0]![0]!);
    await pull(house, shop);
    expect(shop.webhooks.map(({ topic }) => topic)).toEqual(['orders/updated', 'products/update']);
    expect(await cards('sends again')).toHaveLength(1);
  });

  it('that the shop takes none of, or only some, are not said to be mended', async () => {
    await shopConnected(house, 'shopify', 3);
    const shop = await fakeShopify();
    const address = `${HOOKS}/shopify/shopify-token`;
    shop.webhooks.push({ id: 1, topic: 'orders/updated', address }, { id: 2, topic: 'products/update', address });
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    shop.webhooks = [];
    later(house, 61);
    await pull(house, shop);
    await house.say('/connect repair 1');
    const refusal = { status: 422, json: { errors: { address: ['is not allowed'] } } };
    shop.instead = [{ json: { webhooks: [] } }, ...Array.from({ length: 15 }, () => refusal)];
    await pull(house, shop);
    expect(await cards('sends again')).toHaveLength(0);
    expect(await cards('did not let me')).toHaveLength(1);
    later(house, 1);
    shop.forbidden.push('products/update');
    await house.say('/connect repair 1');
    await pull(house, shop);
    expect(shop.webhooks.length).toBeGreaterThan(5);
    expect(await cards('sends again')).toHaveLength(0);
    expect((await cards('only a part'))[0]?.text).toContain('Missing: products/update');
    shop.forbidden = [];
    later(house, 1);
    await house.say('/connect repair 1');
    await pull(house, shop);
    expect(await cards('sends again')).toHaveLength(1);
  });

  it('of Shopify that no list shows are left to the owner, and not made beside those', async () => {
    await shopConnected(house, 'shopify', 3);
    const shop = await fakeShopify();
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    await house.say('/connect repair 1');
    await pull(house, shop);
    expect(shop.webhooks).toEqual([]);
    expect((await cards('does not show me its webhooks'))[0]).toMatchObject({ failed: true });
  });

  it('of Shopify that were made by hand are in no list: none there says nothing', async () => {
    await shopConnected(house, 'shopify', 3);
    const shop = await fakeShopify();
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    expect(await cards('webhook to us')).toHaveLength(0);
    shop.webhooks.push({ id: 1, topic: 'orders/updated', address: `${HOOKS}/shopify/shopify-token` });
    later(house, 61);
    await pull(house, shop);
    shop.webhooks = [];
    later(house, 61);
    await pull(house, shop);
    expect(await cards('has no webhook to us')).toHaveLength(1);
    await house.press('/connect repair 1');
    await pull(house, shop);
    expect(shop.webhooks.length).toBeGreaterThan(5);
  });

  it('are silent when orders are found for longer than the shop is usually quiet', async () => {
    await shopConnected(house, 'shopify', 20);
    const shop = await fakeShopify();
    const at = (hours: number) => new Date(house.now.getTime() + hours * 3_600_000).toISOString();
    const order = (id: number, hours: number) =>
      shopifyOrder({ id, name: `#${id}`, created_at: at(hours), updated_at: at(hours) });
    // two a day, each with its webhook
    for (let nth = 40; nth > 0; nth--) await house.happen(shopifyEvent(order(5000 + nth, -12 * nth)));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    shop.orders.push(order(6001, 1), order(6002, 30), order(6003, 50));
    const silentAfter: number[] = [];
    for (let hours = 4; hours <= 96; hours += 4) {
      later(house, 240);
      await pullAndHandle(house, shop);
      if ((await cards('sends nothing, though it sells')).length > 0) silentAfter.push(hours);
    }
    expect(silentAfter[0]).toBeGreaterThan(24);
    expect(silentAfter[0]).toBeLessThan(72);
    expect(await cards('sends nothing, though it sells')).toHaveLength(1);
    await house.happen(shopifyEvent(order(6004, 96)));
    later(house, 61);
    await pullAndHandle(house, shop);
    expect(await house.db.sql`select webhooks from shop_keys`).toEqual([{ webhooks: 'unknown' }]);
  });
});
