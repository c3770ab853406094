import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderNews } from '../../../src/domain/desk/order_flood.ts';
import { handleOrders } from '../../../src/domain/on/index.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, NOON, OWNER, testHouse } from '../../support/house.ts';
import { whileHeld } from '../../support/lock.ts';

const house = await testHouse();
const t = texts('zh-CN');
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.deliver();
  }),
);

/** The nth order of a buyer of its own: 100.00 and the order's number in cents. */
const order = (nth: number, more: Partial<OrderUpdated['order']> = {}, version = 0): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    ...{ externalId: `${nth}`, number: `#${nth}`, payment: 'paid', fulfillment: null, currency: 'CNY', test: false },
    ...{ totalMinor: String(10_000 + nth), placedAt: NOON, cancelledAt: null, lines: [], ...more },
  },
  customer: {
    externalId: `${900 + nth}`,
    name: `Buyer ${nth}`,
    email: `buyer${nth}@example.com`,
  } as OrderUpdated['customer'],
  updatedAt: new Date(NOON.getTime() + version * 1000),
});
const upTo = (count: number) => Array.from({ length: count }, (_, nth) => nth + 1);

const rows = async () =>
  (await house.outbox()).filter(({ address, state, idempotencyKey }) => {
    return (
      address === OWNER && state !== 'cancelled' && /^(paid|refunded|cancelled|payment failed):/.test(idempotencyKey)
    );
  });
const titles = async (state = 'queued') =>
  (await rows()).filter((row) => row.state === state).map(({ payload }) => 'reply' in payload && payload.reply.title);

describe('orders paid', () => {
  it('are a card each while there are few, and one card a minute in a flood: how many, and what they come to', async () => {
    for (const nth of upTo(20)) {
      await house.happen(order(nth));
      await house.deliver();
    }
    expect(await titles('sent')).toEqual(upTo(6).map((nth) => `🛒 订单 #${nth} 已付款 · ¥100.0${nth}`));
    expect(await titles()).toEqual(['🛒 14 个订单已付款 · ¥1,401.89']);
    expect(await house.db.sql`select from orders where payment = 'paid'`).toHaveLength(20);
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    await house.happen(order(21));
    expect(await titles()).toEqual(['🛒 订单 #21 已付款 · ¥100.21']);
  });

  it('stay on the card that counts them when one is paid a second time', async () => {
    for (const nth of upTo(9)) await house.happen(order(nth));
    const before = await titles();
    expect(before).toEqual(['🛒 9 个订单已付款 · ¥900.45']);
    await house.happen(order(1, { payment: 'pending' }, 1), order(1, {}, 2));
    expect(await titles()).toEqual(before);
  });

  it('that wait are told together from the seventh on, however slowly they came', async () => {
    for (const nth of upTo(6)) await house.happen(order(nth));
    expect(await titles()).toHaveLength(6);
    await house.db.autocommit`update outbox set created_at = created_at - interval '1 hour'`;
    await house.happen(order(7), order(8));
    expect(await titles()).toEqual(['🛒 8 个订单已付款 · ¥800.36']);
  });

  it('lead to their buyers', async () => {
    await house.happen(...upTo(8).map((nth) => order(nth)));
    const reply = (await house.cards()).at(-1)!;
    const [button] = buttonsOf(reply);
    expect(JSON.stringify(await house.say(button!.command))).toContain('Buyer 8');
  });

  it('say whose the last ones are, and with which lead won; each win can be taken back there', async () => {
    await house.say('/add Buyer 3 buyer3@example.com');
    await house.say('/lead c1 Pots');
    await house.happen(...upTo(14).map((nth) => order(nth)));
    const reply = (await house.cards()).at(-1)!;
    const [list] = reply.lists!;
    expect(list!.title).toBe('14 个中的 10 个');
    expect(list!.items).toHaveLength(10);
    expect(list!.items[0]).toMatchObject({ text: '#3 · Buyer 3 · ¥100.03', detail: expect.stringContaining('Pots') });
    expect(list!.items[1]!.text).toBe('#14 · Buyer 14 · ¥100.14');
    await house.press('撤销');
    expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'new' }]);
  });

  it('whose money has gone back meanwhile are not counted, and which they are is said', async () => {
    await house.happen(...upTo(8).map((nth) => order(nth)));
    await house.happen(order(3, { cancelledAt: NOON }, 1));
    await house.happen(
      order(5, { payment: 'refunded', refunds: [{ externalId: 'r', minor: '10005', refundedAt: NOON }] }, 1),
    );
    await house.happen(order(9));
    expect(await titles()).toContain('🛒 7 个订单已付款 · ¥700.37');
    const reply = (await house.cards()).findLast(({ title }) => title?.includes('7 个'))!;
    expect(reply.text).toContain('#3、#5');
    expect(reply.lists![0]!.items).toHaveLength(7);
    // nor are they among those whom the button finds
    expect(buttonsOf(reply).find(({ command }) => command.startsWith('/find'))!.label).toBe(t.button.buyers(7));
  });

  it('come to what they come to now, where one was changed while its card waited', async () => {
    await house.happen(...upTo(8).map((nth) => order(nth)));
    await house.happen(order(4, { totalMinor: '20004' }, 1));
    await house.happen(order(9), order(10));
    expect(await titles()).toContain('🛒 10 个订单已付款 · ¥1,100.55');
    const reply = (await house.cards()).findLast(({ title }) => title?.includes('10 个'))!;
    expect(reply.lists![0]!.items.map(({ text }) => text)).toContain('#4 · Buyer 4 · ¥200.04');
  });

  it('each open by a button of their own', async () => {
    await house.happen(...upTo(8).map((nth) => order(nth)));
    const reply = (await house.cards()).at(-1)!;
    const buttons = reply.lists![0]!.items.flatMap((item) => item.buttons ?? []);
    expect(buttons.map(({ label }) => label)).toEqual(
      upTo(8)
        .map((nth) => `#${nth}`)
        .toReversed(),
    );
    expect(await house.say(buttons[0]!.command)).toMatchObject({ title: expect.stringContaining('#8') });
  });

  it('of two currencies are never added up', async () => {
    await house.happen(...upTo(8).map((nth) => order(nth, { currency: nth % 2 ? 'CNY' : 'USD' })));
    expect(await titles()).toEqual(['🛒 8 个订单已付款 · ¥400.16 + US$400.20']);
  });

  it('wait for no card of which something is being written down at this moment', async () => {
    await house.happen(order(1), order(2), order(3));
    await house.db
      .autocommit`update outbox set state = 'sending' where id = (select min(id) from outbox where state = 'queued' and address = ${OWNER})`;
    await whileHeld(
      house.db,
      (tx) => tx`update outbox set state = 'sent', external_id = '1' where state = 'sending'`,
      () => house.happen(order(4)),
    );
  });

  it('in part are counted with no whole order: in a flood they are a list', async () => {
    await house.happen(...upTo(8).map((nth) => order(nth, { payment: 'partially_paid' })));
    expect(await titles()).toEqual([]);
    const lists = (await house.outbox()).flatMap(({ payload, state }) =>
      state === 'queued' && payload.kind === 'message' && payload.reply.lists ? [payload.reply] : [],
    );
    expect(lists.map(({ title }) => title)).toEqual(['🛒 8 条订单动态']);
  });
});

const floods: [OrderNews['kind'], Partial<OrderUpdated['order']>, string][] = [
  ['cancelled', { cancelledAt: NOON, payment: 'paid' }, '🚫 8 个订单已取消 · ¥800.36'],
  ['payment_failed', { payment: 'voided' }, '⚠️ 8 个订单付款失败 · ¥800.36'],
  ['refunded', { refunds: [{ externalId: 'r', minor: '100', refundedAt: NOON }] }, '↩️ 8 笔退款 · ¥8.00'],
];
it.each(floods)('a flood of what is %s is told together too, and with nothing else', async (_kind, more, title) => {
  await house.happen(...upTo(8).map((nth) => order(nth)));
  await house.happen(...upTo(8).map((nth) => order(nth, more, 1)));
  expect(await titles()).toEqual(['🛒 8 个订单已付款 · ¥800.36', title]);
  const reply = (await house.cards()).at(-1)!;
  expect(reply.lists![0]!.items.map(({ text }) => text!.split(' · ')[1])).toEqual(
    upTo(8)
      .toReversed()
      .map((nth) => `Buyer ${nth}`),
  );
  await house.happen({ ...order(9), order: { ...order(9).order, payment: 'pending' } });
  const found = await house.say(reply.buttons![0]![0]!.command);
  expect(found.title).toMatch(/^8 /);
  expect(JSON.stringify(found)).not.toContain('Buyer 9');
});

it('whatever has left meanwhile, each order is counted on one card', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 5, maxLength: 14 }), async (leaves) => {
      await house.reset();
      await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
      for (const [nth, left] of leaves.entries()) {
        await house.happen(order(nth + 1));
        if (left) await house.deliver();
      }
      const [told] = await house.db.sql<{ count: number; minor: string }>`
        select sum(shows_count)::int as count, sum((shows_sums ->> 'CNY')::bigint)::text as minor
        from outbox where shows_news = 'paid' and state <> 'cancelled'`;
      const minor = leaves.reduce((sum, _, nth) => sum + 10_001 + nth, 0);
      expect(told).toEqual({ count: leaves.length, minor: String(minor) });
    }),
    { numRuns: 12 },
  );
}, 120_000);

it('orders that are handled together leave the cards that one after the other leaves, and each its key', async () => {
  const connected = () => house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  // all but who took whose place, which only one after the other comes to step by step
  const standing = async () =>
    JSON.parse(
      JSON.stringify(
        await house.db.sql`
          select idempotency_key, state, priority, shows_count, shows_sums, shows_orders, payload,
            round(extract(epoch from run_at - created_at)) as waits
          from outbox where shows_news is not null and state <> 'cancelled' order by idempotency_key`,
        (key, value) => (key === 'id' && String(value).length === 16 ? null : value),
      ),
    );
  const keys = () => house.db.sql`select idempotency_key from outbox where shows_news is not null order by 1`;
  await fc.assert(
    fc.asyncProperty(fc.nat(8), fc.boolean(), fc.integer({ min: 2, max: 9 }), async (before, left, now) => {
      const all: unknown[] = [];
      for (const isTogether of [false, true]) {
        await house.reset();
        await connected();
        await house.happen(...upTo(before).map((nth) => order(nth)));
        if (left) await house.deliver();
        // one of them is told already
        const events = upTo(now).map((nth) => order(Math.max(0, before - 1) + nth, {}, 1));
        if (isTogether) await house.act((ctx) => handleOrders(ctx, events));
        else await house.happen(...events);
        all.push([await standing(), [...(await keys())]]);
      }
      expect(all[1]).toEqual(all[0]);
    }),
    { numRuns: 4 },
  );
}, 120_000);
