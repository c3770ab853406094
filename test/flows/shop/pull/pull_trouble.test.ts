import { beforeEach, describe, expect, it } from 'vitest';
import { disableConnection } from '../../../../src/domain/sell/connection.ts';
import { beginPull } from '../../../../src/domain/sell/pull.ts';
import { keepShopKey } from '../../../../src/domain/sell/shop_key.ts';
import { prunings } from '../../../../src/jobs/prune.ts';
import { readShopKey } from '../../../../src/webhooks/pull/apis.ts';
import { type House, testHouse } from '../../../support/house.ts';
import type { FakeShop } from '../../../support/shops/api/fake_shop.ts';
import { fakeShopify } from '../../../support/shops/api/fake_shopify.ts';
import { fakeStripe } from '../../../support/shops/api/fake_stripe.ts';
import { fakeWoo } from '../../../support/shops/api/fake_woo.ts';
import {
  later,
  pull,
  pullAndHandle,
  pullerOf,
  readShops,
  shopConnected,
  untilRest,
} from '../../../support/shops/api/pulling.ts';
import { shopifyOrder } from '../../../support/shops/shopify_order.ts';
import { wooOrder } from '../../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en' });
readShops(house);
let shop: FakeShop;
beforeEach(async () => {
  await house.reset();
  await shopConnected(house, 'shopify', 3);
  shop = await fakeShopify();
});

const shown = async () => {
  const rows = await house.outbox();
  return rows.flatMap(({ payload }) => (payload.kind === 'message' ? [payload.reply] : [])).at(-1)!;
};
const notices = async (word: string) => (await house.cards()).filter(({ title = '' }) => title.includes(word)).length;

describe('a key of a shop', () => {
  it('is optional: without it the steps say what it would be good for', async () => {
    const reply = await house.say('/connect key 1');
    expect(reply.text).toContain('Without it I cannot look for lost orders');
    expect(reply.text).toContain('/connect key 1 your-shop.myshopify.com');
    expect((await house.say('/connect')).lists?.[0]?.items[0]?.detail).toContain('no key');
  });

  it('is tried at once, and the shop’s own answer is told where it was given', async () => {
    const reply = await house.say(`/connect key 1 ${shop.typed}`);
    expect(reply.text).toContain('trying');
    await pull(house, shop, { rounds: 1 });
    expect((await shown()).title).toContain('the key works');
    expect((await house.say('/connect')).lists?.[0]?.items[0]?.detail).toContain('every hour');
  });

  it('that the shop does not take is told with the next step, and not tried again', async () => {
    await house.say(`/connect key 1 ${shop.url} shpat_wrong0000000`);
    await pull(house, { key: 'shpat_wrong0000000' });
    const told = await shown();
    expect(told.failed).toBe(true);
    expect(told.text).toContain('does not take this key');
    expect(told.text).toContain('/connect key 1');
    const asked = shop.asked.length;
    later(house, 600);
    await pull(house, { key: 'shpat_wrong0000000' });
    expect(shop.asked.length).toBe(asked);
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop, { rounds: 1 });
    expect((await shown()).title).toContain('the key works');
  });

  it('is kept nowhere in the clear', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    const tables = await house.db.sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables) {
      const rows = await house.db.sql.unsafe<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`);
      expect([name, rows.filter(({ row }) => row.includes(shop.key))]).toEqual([name, []]);
    }
    const bodies = await house.db.sql<{ body: Buffer }>`select body from inbox`;
    expect(bodies.filter(({ body }) => body.includes(shop.key))).toEqual([]);
  });

  it.each([
    ['shopify', 'tea.myshopify.com nonsense'],
    ['shopify', 'tea.example.com shpat_0123456789abcdef'],
    ['woocommerce', 'https://tea.example.com ck_only'],
    ['stripe', 'pk_live_0123456789'],
  ])('of %s that cannot be one is not kept: %s', async (provider, words) => {
    await house.reset();
    await shopConnected(house, provider);
    const reply = await house.say(`/connect key 1 ${words}`);
    expect(reply.failed).toBe(true);
    expect(JSON.stringify(reply)).not.toContain(words.split(' ').at(-1));
    expect(await house.db.sql`select from shop_keys`).toHaveLength(0);
  });

  it('leads only to the public internet', async () => {
    const key = `ck_${'a'.repeat(40)} cs_${'b'.repeat(40)}`;
    await house.reset();
    await shopConnected(house, 'woocommerce');
    expect((await house.say(`/connect key 1 http://10.0.0.5 ${key}`)).failed).toBe(true);
    expect((await house.say(`/connect key 1 https://localhost ${key}`)).failed).toBe(true);
    expect((await house.say(`/connect key 1 https://169.254.169.254/latest ${key}`)).failed).toBe(true);
    expect(await house.db.sql`select from shop_keys`).toHaveLength(0);
    expect((await house.say(`/connect key 1 tea.example.com/shop/wp-admin/ ${key}`)).failed).toBeUndefined();
    expect(await house.db.sql`select root from shop_keys`).toEqual([{ root: 'https://tea.example.com/shop' }]);
  });

  it('of an app of the Dev Dashboard is exchanged for a token of a day, and again when that is over', async () => {
    const credentials = `${'a'.repeat(32)} shpss_${'b'.repeat(32)}`;
    const app = await fakeShopify(credentials);
    await house.say(`/connect key 1 ${app.typed}`);
    const round = pullerOf(house, app);
    await untilRest(round);
    const exchanges = () => app.paths().filter((path) => path === '/admin/oauth/access_token').length;
    expect(exchanges()).toBe(1);
    later(house, 61);
    app.instead = [{ status: 401 }];
    await untilRest(round);
    expect(exchanges()).toBe(2);
    expect((await house.say('/connect')).lists?.[0]?.items[0]?.detail).toContain('every hour');
  });

  it('rests while the shop is disconnected, comes back with an undo, and is forgotten when there is none any more', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    const asked = shop.asked.length;
    await house.say('/disconnect 1');
    later(house, 120);
    expect(await pull(house, shop)).toBe(30_000);
    expect(shop.asked.length).toBe(asked);
    await house.say('/undo');
    await pull(house, shop);
    expect(shop.asked.length).toBeGreaterThan(asked);
    expect((await house.say('/connect')).lists?.[0]?.items[0]?.detail).toContain('every hour');
    await house.say('/disconnect 1');
    const left = async () => [
      ...(await house.db.sql`select from shop_keys`),
      ...(await house.db.sql`select from pulls`),
    ];
    const prune = () => house.act((ctx) => prunings['shop keys']!(ctx));
    later(house, 29 * 24 * 60);
    await prune();
    expect(await left()).not.toHaveLength(0);
    later(house, 2 * 24 * 60);
    await prune();
    expect(await left()).toHaveLength(0);
  });

  it('given in the moment of a disconnection is not kept, and nobody is asked', async () => {
    await house.act(async (ctx) => {
      await house.db.transaction((tx) => disableConnection(tx, '1', house.now));
      const given = { root: shop.url, account: null, sealed: Buffer.from('x'), userId: null, toldKey: 'k' };
      expect(await keepShopKey(ctx, '1', { ...given, place: { channel: 'telegram', address: '42' } })).toBe(false);
    });
    expect(await pull(house, shop)).toBe(30_000);
  });

  /** Asks until there is nothing to do; something happens before what is noted first once a look is over. */
  async function meanwhile(happens: () => Promise<unknown>): Promise<void> {
    await house.say(`/connect key 1 ${shop.typed}`);
    let once = happens;
    const act: House['act'] = async (...asked) => {
      const [over] = await house.db.sql`select from shop_keys where watched_at is not null`;
      if (over) {
        await once();
        once = async () => {};
      }
      return house.act(...asked);
    };
    await pull(house, shop, { act });
  }
  const histories = () =>
    house.db.sql<{ begunAt: Date }>`select begun_at as "begunAt" from pulls where span = 'history'`;

  it('begins no history anew that was begun in the chat meanwhile', async () => {
    const begunAt = new Date(house.now.getTime() - 1000);
    const span = { connectionId: '1', span: 'history' as const, since: null, until: house.now, begunAt };
    await meanwhile(() => house.db.transaction((tx) => beginPull(tx, span)));
    expect(await histories()).toEqual([{ begunAt }]);
  });

  it('begins one otherwise, and none for a shop that is disconnected meanwhile (controls)', async () => {
    await meanwhile(async () => {});
    expect(await histories()).toEqual([{ begunAt: house.now }]);
    await house.db.autocommit`delete from pulls`;
    await house.db.autocommit`delete from shop_keys`;
    await meanwhile(() => house.say('/disconnect 1'));
    expect(await histories()).toEqual([]);
  });
});

describe('a shop that is asked', () => {
  it.each(['3', '3.0', new Date('2026-11-21T04:00:03Z').toUTCString()])(
    'and says that it is too much is left alone as long as it says: %s',
    async (said) => {
      shop.instead = [{}, { status: 429, headers: { 'retry-after': said } }];
      await house.say(`/connect key 1 ${shop.typed}`);
      const rest = await pull(house, shop);
      expect(rest).toBeGreaterThan(2000);
      expect(rest).toBeLessThanOrEqual(3000);
      expect(shop.asked).toHaveLength(2);
      later(house, 1);
      await pull(house, shop);
      expect(shop.asked.length).toBeGreaterThan(2);
      expect(await notices('cannot be asked')).toBe(0);
    },
  );

  it('and whose bucket is nearly full is given time', async () => {
    shop.instead = [{}, { headers: { 'x-shopify-shop-api-call-limit': '39/40' }, json: { orders: [] } }];
    await house.say(`/connect key 1 ${shop.typed}`);
    expect(await pull(house, shop)).toBe(2000);
  });

  it('and is away is asked again later, told once after an hour, and its orders are found when it is back', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    shop.orders.push(shopifyOrder());
    for (let minutes = 0; minutes < 300; minutes += 20) {
      later(house, 20);
      shop.instead = [{ status: 502 }];
      await pull(house, shop, { rounds: 1 });
      shop.instead = [];
      expect(await notices('cannot be asked')).toBeLessThanOrEqual(1);
    }
    expect(await notices('cannot be asked')).toBe(1);
    later(house, 61);
    await pullAndHandle(house, shop);
    expect(await house.db.sql`select from orders`).toHaveLength(1);
    expect(await house.db.sql`select fault, tries from shop_keys`).toEqual([{ fault: null, tries: 0 }]);
  });

  it('and no longer takes the key is told at once', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    await pull(house, shop);
    later(house, 61);
    shop.key = 'shpat_another00000000';
    await pull(house, { key: 'shpat_0123456789abcdef' });
    const card = (await house.cards()).findLast(({ title = '' }) => title.includes('cannot be asked'))!;
    expect(card.text).toContain('/connect key 1');
  });

  it('and answers what cannot be read, or another page than a list, is not believed', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    shop.instead = [{}, { json: { orders: 'none' } }];
    await pull(house, shop);
    expect(await house.db.sql`select fault from shop_keys`).toEqual([{ fault: 'unreadable' }]);
    expect(await house.db.sql`select from pulls where state = 'done'`).toHaveLength(0);
  });

  it('and says of a page that it is followed by itself is not asked for ever', async () => {
    await house.reset();
    await shopConnected(house, 'stripe', 3);
    shop = await fakeStripe();
    await house.say(`/connect key 1 ${shop.typed}`);
    const page = {
      json: { object: 'list', data: [{ id: 'evt_1', object: 'event', type: 'ping', created: 1 }], has_more: true },
    };
    shop.instead = [{ json: { object: 'list', data: [] } }, ...Array.from({ length: 20 }, () => page)];
    await pull(house, shop, { rounds: 12 });
    expect(await house.db.sql`select fault from shop_keys`).toEqual([{ fault: 'unreadable' }]);
    expect(shop.asked).toHaveLength(3);
  });
});

describe('pages that lead in a circle', () => {
  const LOOPS = {
    'a page to itself': [1],
    'two to each other': [1, 2],
    'a longer one behind some pages': [1, 2, 3, 4, 5, 6, 7],
  };

  it.each(Object.entries(LOOPS))('end with a card, though nothing stands on them: %s', async (_, pages) => {
    await house.say(`/connect key 1 ${shop.typed}`);
    const link = (page: number) => ({
      link: `<${shop.url}/admin/api/2026-01/orders.json?page_info=p${page}>; rel="next"`,
    });
    const circle = Array.from({ length: 100 }, (_, nth) => ({
      headers: link(pages[(nth + 1) % pages.length]!),
      json: { orders: [] },
    }));
    shop.instead = [{}, ...circle];
    await pull(house, shop, { rounds: 60 });
    expect(await house.db.sql`select fault from shop_keys`).toEqual([{ fault: 'unreadable' }]);
    expect(shop.asked.length).toBeLessThan(4 + 3 * pages.length);
  });

  it('are known by what they hold where their paths only count up, and what they hold is taken in', async () => {
    await house.reset();
    await shopConnected(house, 'woocommerce', 3);
    shop = await fakeWoo();
    await house.say(`/connect key 1 ${shop.typed}`);
    const page = Array.from({ length: 100 }, (_, nth) => ({ ...wooOrder(), id: nth + 1 }));
    shop.instead = [{ json: [] }, ...Array.from({ length: 20 }, () => ({ json: page }))];
    await pull(house, shop, { rounds: 12 });
    expect(await house.db.sql`select fault from shop_keys`).toEqual([{ fault: 'unreadable' }]);
    expect(shop.asked).toHaveLength(3);
    expect(await house.db.sql`select from inbox where source like 'woocommerce%'`).toHaveLength(100);
  });
});

describe('a key of another shop', () => {
  const ofYear = (id: number) =>
    shopifyOrder({ id, name: `#${id}`, created_at: '2026-08-01T00:00:00Z', updated_at: '2026-08-01T00:00:00Z' });
  const numbers = async () =>
    (await house.db.sql<{ number: string }>`select number from orders order by number`).map(({ number }) => number);

  it('begins anew: what that one had before is read, and nothing of the one before is kept of it', async () => {
    const live = await fakeShopify();
    shop.orders.push(ofYear(1));
    live.orders.push(ofYear(1000), ofYear(1001));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    await house.db
      .autocommit`update shop_keys set topics = '{orders/updated}', lost = '{orders/updated}', webhooks = 'partial'`;
    await house.say(`/connect key 1 ${live.typed}`);
    expect(await house.db.sql`select topics, lost, webhooks, making, watched_at from shop_keys`).toEqual([
      { topics: [], lost: [], webhooks: 'unknown', making: false, watched_at: null },
    ]);
    await pullAndHandle(house, live);
    expect(await numbers()).toEqual(['#1', '#1000', '#1001']);
  });

  it('and the same one’s new key goes on where it was (control)', async () => {
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    const read = () => house.db.sql`select span, begun_at, pages from pulls order by span`;
    const before = await read();
    later(house, 1);
    shop.key = 'shpat_another00000000';
    await house.say(`/connect key 1 ${shop.url} ${shop.key}`);
    await pullAndHandle(house, shop);
    expect(await read()).toEqual(before);
  });

  it('of Stripe is told by the key alone: one for tests, and one of another account', () => {
    const accountOf = (key: string) => {
      const read = readShopKey('stripe', key, []);
      return typeof read === 'object' ? read.account : undefined;
    };
    const [one, other] = ['51IwVlPLkdIwHu7ix', '51HqLyPLkdIwHu7ix'];
    const live = accountOf(`sk_live_${one}AAAA`);
    expect(accountOf(`rk_live_${one}BBBB`)).toBe(live);
    expect(accountOf(`sk_test_${one}AAAA`)).not.toBe(live);
    expect(accountOf(`sk_live_${other}AAAA`)).not.toBe(live);
    expect(live).not.toContain(one);
  });
});

describe('each system', () => {
  it.each([
    ['shopify', () => fakeShopify()],
    ['woocommerce', fakeWoo],
    ['stripe', fakeStripe],
  ] as const)('is asked only where its key was given: %s', async (provider, make) => {
    await house.reset();
    await shopConnected(house, provider, 3);
    const fake = await make();
    await house.say(`/connect key 1 ${fake.typed}`);
    await pull(house, fake);
    expect(fake.asked.length).toBeGreaterThan(2);
    expect(await house.db.sql`select state from shop_keys`).toEqual([{ state: 'works' }]);
    // the words of the key stand in no address, where logs would keep them
    expect(fake.asked.filter(({ url }) => fake.key.split(' ').some((word) => url.href.includes(word)))).toEqual([]);
  });
});
