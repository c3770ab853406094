import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { addHook, hookPeer, passAllOn } from '../../support/platforms/hook_peer.ts';
import type { FakeShop, Json } from '../../support/shops/api/fake_shop.ts';
import { fakeShopify } from '../../support/shops/api/fake_shopify.ts';
import { fakeStripe } from '../../support/shops/api/fake_stripe.ts';
import { fakeWoo } from '../../support/shops/api/fake_woo.ts';
import { HOOKS, pull, pullAndHandle, readShops, receiverOf, shopConnected } from '../../support/shops/api/pulling.ts';
import { shopifyOrder } from '../../support/shops/shopify_order.ts';
import { stripeInvoice, stripeSession } from '../../support/shops/stripe_event.ts';
import { wooBody, wooOrder } from '../../support/shops/woo_event.ts';

const house = await testHouse({ locale: 'en' });
readShops(house);
let shop: FakeShop;
beforeEach(async () => {
  await house.reset();
  shop = await fakeShopify();
  shop.perPage = 2;
});

/** An order of its own buyer, so many days before the house's noon. */
function oldOrder(nth: number, days: number, more: object = {}): Json {
  const at = new Date(house.now.getTime() - days * 86_400_000).toISOString();
  const customer = {
    id: 500 + nth,
    email: `buyer${nth}@example.com`,
    first_name: 'Buyer',
    last_name: `N${nth}`,
    updated_at: at,
  };
  const of = { id: 4000 + nth, name: `#${4000 + nth}`, email: customer.email, customer };
  return shopifyOrder({ ...of, created_at: at, updated_at: at, ...more });
}
const history = (count: number) => Array.from({ length: count }, (_, nth) => oldOrder(nth, 10 + nth * 40));

const numbers = async () =>
  (await house.db.sql<{ number: string }>`select number from orders order by placed_at desc`).map(
    ({ number }) => number,
  );
const ofOrders = () =>
  shop.asked.filter(({ url }) => url.pathname.endsWith('/orders.json') && !url.searchParams.has('updated_at_min'));
const shown = async () => {
  const rows = await house.outbox();
  const replies = rows.flatMap(({ payload }) => (payload.kind === 'message' ? [payload.reply] : []));
  return replies.findLast(({ title, text }) =>
    /key|what was there before|What has been read/.test(`${title} ${text}`),
  )!;
};

describe('what a shop had before it was connected', () => {
  it('comes in whole, with its true dates, and alerts nobody', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(5));
    shop.customers.push({
      id: 900,
      email: 'never@bought.example',
      first_name: 'Never',
      last_name: 'Bought',
      created_at: '2025-02-03T00:00:00Z',
      updated_at: '2025-02-03T00:00:00Z',
    });
    const before = (await house.outbox()).length;
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    expect(await numbers()).toEqual(['#4000', '#4001', '#4002', '#4003', '#4004']);
    const people = await house.db.sql<{ name: string; day: string }>`
      select name, created_at::date::text as day from contacts order by created_at`;
    expect(people).toEqual([
      { name: 'Never Bought', day: '2025-02-03' },
      ...[4, 3, 2, 1, 0].map((nth) => ({
        name: `Buyer N${nth}`,
        day: (history(5)[nth]!.created_at as string).slice(0, 10),
      })),
    ]);
    // the answer to the command, which tells how far it is
    expect((await house.outbox()).length - before).toBe(1);
    const { title, fields, text } = await shown();
    expect(title).toContain('what was there before is here');
    expect(fields).toEqual([
      { label: 'Orders', value: '5' },
      { label: 'Customers', value: '1' },
    ]);
    expect(text).toContain('Back to');
  });

  it('wins no lead, is told to no other system, and stands in no digest', async () => {
    const peer = await hookPeer();
    await addHook(house, peer.url);
    await shopConnected(house, 'shopify');
    const contact = { name: 'Anna Smith', email: 'buyer0@example.com' };
    await house.say(`/contact ${contact.name} ${contact.email}`);
    await house.say('/lead Anna Smith 100 CNY tea');
    await house.db.autocommit`delete from hook_events`;
    shop.orders.push(...history(2));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    await passAllOn(house);
    expect((await house.outbox()).filter(({ payload }) => payload.kind === 'event')).toEqual([]);
    expect(await house.db.sql`select from leads where stage = 'won'`).toHaveLength(0);
    expect(JSON.stringify((await house.say('/digest')).lists ?? [])).not.toContain('#400');
  });

  it('control: what a webhook tells is told to other systems', async () => {
    const peer = await hookPeer();
    await addHook(house, peer.url);
    await shopConnected(house, 'shopify', 30);
    shop.orders.push(oldOrder(1, 1));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    await passAllOn(house);
    expect((await house.outbox()).filter(({ payload }) => payload.kind === 'event').length).toBeGreaterThan(0);
  });

  it('is read newest first, and goes on where it was when everything ends after any page', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(7));
    await house.say(`/connect key 1 ${shop.typed}`);
    // each round is another process
    for (let nth = 0; nth < 40; nth++) if ((await pull(house, shop, { rounds: 1 })) > 0) break;
    await house.handleAll();
    expect(await numbers()).toHaveLength(7);
    const pages = ofOrders().map(({ url }) => url.search);
    expect(pages).toHaveLength(4);
    expect(new Set(pages).size).toBe(4);
    expect(pages[0]).toContain('order=created_at+desc');
  });

  it('is complete and counted once when the process ends between storing a page and noting it', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(5));
    await house.say(`/connect key 1 ${shop.typed}`);
    const receiver = receiverOf(house);
    let stored = 0;
    const dies = {
      receiveAll: async (events: Parameters<typeof receiver.receiveAll>[0]) => {
        await receiver.receiveAll(events);
        if (++stored % 2 === 1) throw new Error('the process ends here');
      },
    };
    for (let nth = 0; nth < 60; nth++) {
      const rest = await pull(house, shop, { rounds: 1, receiver: dies }).catch(() => later(1));
      if (rest) break;
    }
    await house.handleAll();
    expect(await numbers()).toHaveLength(5);
    expect((await shown()).fields).toContainEqual({ label: 'Orders', value: '5' });
  });

  it('is read anew from the list’s beginning where its place is none any more', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(5));
    await house.say(`/connect key 1 ${shop.typed}`);
    for (let nth = 0; nth < 30 && ofOrders().length === 0; nth++) await pull(house, shop, { rounds: 1 });
    shop.instead = [{ status: 400, json: { errors: { page_info: 'Invalid value.' } } }];
    expect(await pull(house, shop)).toBeGreaterThan(0);
    later(2);
    await pullAndHandle(house, shop);
    expect(await numbers()).toHaveLength(5);
    expect(ofOrders()).toHaveLength(5);
  });

  it('is stopped by a tap, and goes on by another', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(6));
    await house.type(`/connect key 1 ${shop.typed}`);
    for (let nth = 0; nth < 30 && ofOrders().length === 0; nth++) await pull(house, shop, { rounds: 1 });
    expect(buttonsOf(await shown()).map(({ label }) => label)).toEqual(['Stop']);
    await house.press('/connect stop 1');
    await pullAndHandle(house, shop);
    expect(await numbers()).toHaveLength(2);
    expect((await shown()).title).toContain('stopped');
    await house.press('/connect history 1');
    await pullAndHandle(house, shop);
    expect(await numbers()).toHaveLength(6);
    expect((await shown()).title).toContain('is here');
    expect(ofOrders()).toHaveLength(3);
  });

  it('goes back as far as the settings say, or not at all', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(5));
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop, { historyDays: 0 });
    expect(await numbers()).toEqual([]);
    await pullAndHandle(house, shop, { historyDays: 60 });
    later(61);
    await pullAndHandle(house, shop, { historyDays: 60 });
    expect(await numbers()).toEqual(['#4000', '#4001']);
  });

  it('does not hide what happened since: that is told as news', async () => {
    await shopConnected(house, 'shopify');
    const unpaid = oldOrder(1, 2, { financial_status: 'pending' });
    const paid = { ...oldOrder(2, 3), updated_at: new Date(house.now.getTime() + 60_000).toISOString() };
    shop.orders.push(unpaid, paid);
    later(30);
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    const told = (await house.cards()).map(({ title = '' }) => title);
    expect(told.some((title) => title.includes('#4002'))).toBe(true);
    expect(told.some((title) => title.includes('#4001'))).toBe(false);
    expect(await numbers()).toEqual(['#4001', '#4002']);
  });

  it('comes from a list the key may read, and the others are named', async () => {
    await shopConnected(house, 'shopify');
    shop.orders.push(...history(1));
    shop.forbidden = ['customers', 'products'];
    await house.say(`/connect key 1 ${shop.typed}`);
    await pullAndHandle(house, shop);
    expect((await shown()).text).toContain('Not allowed with this key: Customers, Products');
    expect(await numbers()).toEqual(['#4000']);
  });

  it('comes from WooCommerce by numbered pages', async () => {
    await shopConnected(house, 'woocommerce');
    const woo = await fakeWoo();
    woo.perPage = 2;
    const at = (day: number) => ({
      date_created_gmt: `2026-01-0${day}T08:00:00`,
      date_modified_gmt: `2026-01-0${day}T09:00:00`,
      date_paid_gmt: `2026-01-0${day}T08:30:00`,
    });
    woo.orders.push(
      ...[1, 2, 3, 4, 5].map((day) => wooOrder({ id: 600 + day, number: String(600 + day), ...at(day) })),
    );
    woo.customers.push(wooBody('customer_updated'));
    woo.products.push({ ...wooBody('product_updated'), date_created_gmt: '2025-05-05T00:00:00' });
    await house.say(`/connect key 1 ${woo.typed}`);
    await pullAndHandle(house, woo);
    expect(await numbers()).toEqual(['#605', '#604', '#603', '#602', '#601']);
    expect((await shown()).fields?.map(({ value }) => value)).toEqual(['5', '1', '1']);
  });

  it('comes from Stripe out of its checkouts, invoices, refunds and customers', async () => {
    await shopConnected(house, 'stripe');
    const stripe = await fakeStripe();
    stripe.perPage = 1;
    stripe.webhooks.push({ id: 'we_1', url: `${HOOKS}/stripe/stripe-token`, status: 'enabled' });
    const created = 1_770_000_000;
    stripe.sessions.push(
      { ...stripeSession({ created, payment_intent: 'pi_1' }) },
      { ...stripeSession({ id: 'cs_open', created: created + 5, status: 'open', payment_status: 'unpaid' }) },
    );
    stripe.invoices.push(
      { ...stripeInvoice({ created: created + 50, status_transitions: { paid_at: created + 60 } }) },
      { ...stripeInvoice({ id: 'in_2', created, status: 'draft' }) },
    );
    stripe.refunds.push({
      id: 're_1',
      object: 'refund',
      amount: 1000,
      currency: 'usd',
      status: 'succeeded',
      payment_intent: 'pi_1',
      charge: 'ch_1',
      created: created + 90,
    });
    stripe.customers.push({
      id: 'cus_9',
      object: 'customer',
      name: 'Bo Li',
      email: 'bo@example.com',
      created: created - 100,
    });
    const before = (await house.outbox()).length;
    await house.say(`/connect key 1 ${stripe.typed}`);
    await pullAndHandle(house, stripe);
    const orders = await house.db.sql`select external_id, payment, refunded_minor from orders order by placed_at`;
    expect(orders).toMatchObject([
      { external_id: 'pi_1', refunded_minor: '1000' },
      { external_id: 'in_1', payment: 'paid' },
    ]);
    const [person] = await house.db.sql<{ at: Date }>`select created_at as at from contacts`;
    expect(person!.at.getTime()).toBe((created - 100) * 1000);
    expect((await house.outbox()).length - before).toBe(1);
  });
});

function later(minutes: number): void {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
}
