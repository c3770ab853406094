import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { OrderUpdated } from '../../src/domain/shop_event.ts';
import { claim, isOfOrders } from '../../src/inbox/claim.ts';
import type { InboxRow } from '../../src/inbox/event.ts';
import { releaseInbox } from '../../src/inbox/release.ts';
import { workTogether } from '../../src/inbox/together.ts';
import { startInboxWorker, work } from '../../src/inbox/worker.ts';
import { testHouse } from '../support/house.ts';
import { connectShop } from '../support/shops/any_order.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(house.startingWith(async () => void (await connectShop(house, 'shopify'))));

const version = (order: number, nth: number, more: Partial<OrderUpdated['order']> = {}): OrderUpdated => ({
  ...{ kind: 'order.updated', provider: 'shopify', connectionId: '1' },
  order: {
    ...{ externalId: String(order), number: `#${order}`, payment: 'paid', fulfillment: null, currency: 'CNY' },
    ...{ totalMinor: String(100 + nth), test: false, placedAt: house.now, cancelledAt: null, lines: [], ...more },
  },
  customer: {
    ...{ externalId: `9${order}`, name: `Bea ${order}`, email: `bea${order}@x.example`, phone: null, country: 'CN' },
    ...{ city: null, language: 'en' },
  },
  updatedAt: new Date(house.now.getTime() + nth * 1000),
});
/** What the database refuses to store. */
const BAD = { currency: 'CNY', totalMinor: 'much' };

let count = 0;
const store = (order: number, event: DomainEvent): Promise<void> =>
  house.store({
    ...{ source: 'test', externalId: `row-${++count}`, lane: `shopify:1:order:${order}` },
    body: Buffer.from(JSON.stringify(event)),
  });

const takeOrders = (orders = 64): Promise<InboxRow[]> => claim(house.db, 4, { orders });
const taken = async (orders?: number): Promise<string[]> =>
  (await takeOrders(orders)).map(({ id }) => id).sort((a, b) => Number(a) - Number(b));

/** Handles all that one claim takes; gives what went wrong, and how many transactions it took. */
async function handleTogether(): Promise<{ errors: unknown[]; acts: number }> {
  const errors: unknown[] = [];
  let acts = 0;
  const options = {
    ...house.worker,
    onError: (error: unknown) => void errors.push(error),
    act: ((...asked) => {
      acts += 1;
      return house.act(...asked);
    }) as typeof house.act,
  };
  await workTogether(options, await takeOrders(), (row) => work(options, row));
  return { errors, acts };
}

const rows = () => house.db.sql`
  select processed_at is not null as done, failed_at is not null as failed, attempts, locked_until is null as free from inbox order by id`;
const totals = async () =>
  (await house.db.sql<{ total: string }>`select total_minor as total from orders order by external_id`).map(
    ({ total }) => total,
  );
const DONE = { done: true, failed: false, attempts: 1, free: true };
const UNTRIED = { done: false, failed: false, attempts: 0, free: true };

describe('the orders of a claim', () => {
  it('are those of many lanes, several of one from its first on', async () => {
    for (const nth of [1, 2, 3]) for (const order of [1, 2]) await store(order, version(order, nth));
    expect(await taken(5)).toEqual(['1', '2', '3', '4', '5']);
    expect(await taken()).toEqual([]);
  });

  it('are one of each lane where none are asked for besides (control)', async () => {
    for (const nth of [1, 2, 3]) await store(1, version(1, nth));
    expect(await taken(0)).toEqual(['1']);
  });

  it('are none of a lane that another is at work on, and none behind one that waits for its next try', async () => {
    for (const nth of [1, 2]) for (const order of [1, 2]) await store(order, version(order, nth));
    await house.db.autocommit`update inbox set locked_until = now() + interval '1 min', attempts = 1 where id = 1`;
    await house.db.autocommit`update inbox set run_at = now() + interval '1 min', attempts = 1 where id = 2`;
    expect(await taken()).toEqual([]);
  });

  it('leave what stands behind one that was tried before', async () => {
    for (const nth of [1, 2]) await store(1, version(1, nth));
    await house.db.autocommit`update inbox set attempts = 1 where id = 1`;
    expect(await taken()).toEqual(['1']);
  });

  it('take no place of other rows, which come with them', async () => {
    for (const order of [1, 2, 3, 4, 5, 6]) await store(order, version(order, 1));
    await house.store({ source: 'test', externalId: 'other', lane: 'other', body: Buffer.from('{}') });
    expect(await taken()).toHaveLength(7);
  });
});

describe('orders handled together', () => {
  it('are done in one transaction, each lane in its order', async () => {
    for (const nth of [1, 2, 3]) for (const order of [1, 2]) await store(order, version(order, nth));
    expect(await handleTogether()).toEqual({ errors: [], acts: 1 });
    expect(await rows()).toEqual(Array.from({ length: 6 }, () => DONE));
    expect(await totals()).toEqual(['103', '103']);
    const [told] = await house.db.sql`select count(*)::int as count from outbox where idempotency_key like 'paid:%'`;
    expect(told).toEqual({ count: 2 });
  });

  it('fall apart where one cannot be stored: only that one is given up, and told', async () => {
    for (const order of [1, 2, 3]) await store(order, version(order, 1, order === 2 ? BAD : {}));
    const { errors } = await handleTogether();
    expect(errors).toHaveLength(2);
    expect(await rows()).toEqual([DONE, { ...DONE, done: false, failed: true }, DONE]);
    expect(await totals()).toEqual(['101', '101']);
    expect((await house.cards()).filter(({ title }) => /could not/i.test(String(title)))).toHaveLength(1);
  });

  it('go back untried where one before them in their lane is to be tried again', async () => {
    for (const nth of [1, 2]) for (const order of [1, 2]) await store(order, version(order, nth));
    const act = house.worker.act;
    let tries = 0;
    house.worker.act = (...asked) => {
      tries += 1;
      // all of them, and then the first alone
      return tries <= 2 ? Promise.reject(Object.assign(new Error('locked'), { code: '55P03' })) : act(...asked);
    };
    const errors: unknown[] = [];
    const options = { ...house.worker, onError: (error: unknown) => void errors.push(error) };
    await workTogether(options, await takeOrders(), (row) => work(options, row)).finally(() => {
      house.worker.act = act;
    });
    expect(errors).toHaveLength(2);
    expect(await rows()).toEqual([{ ...UNTRIED, attempts: 1 }, DONE, UNTRIED, DONE]);
    await house.db.autocommit`update inbox set run_at = now() where processed_at is null`;
    expect(await handleTogether()).toEqual({ errors: [], acts: 1 });
    expect(await handleTogether()).toEqual({ errors: [], acts: 1 });
    expect(await totals()).toEqual(['102', '102']);
  });

  it('let what else is in their lane take its turn', async () => {
    await store(1, version(1, 1));
    await store(2, version(2, 1));
    await store(1, { kind: 'order.deleted', provider: 'shopify', connectionId: '1', orderExternalId: '1' });
    await store(1, { ...version(1, 2), restored: true });
    expect((await handleTogether()).errors).toEqual([]);
    expect(await rows()).toEqual(Array.from({ length: 4 }, () => DONE));
    const [order] = await house.db.sql`select deleted_at, total_minor from orders where external_id = '1'`;
    expect(order).toEqual({ deleted_at: null, total_minor: '102' });
  });

  it('are handled by the worker, whatever comes between them', async () => {
    for (const nth of [1, 2, 3]) for (const order of [1, 2, 3, 4]) await store(order, version(order, nth));
    const errors: unknown[] = [];
    const worker = startInboxWorker({ ...house.worker, onError: (error) => void errors.push(error) });
    const open = () => house.db.sql`select from inbox where processed_at is null`;
    while ((await open()).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await worker.stop();
    expect(errors).toEqual([]);
    expect(await totals()).toEqual(['103', '103', '103', '103']);
  });
});

describe('an order that ends the process', () => {
  const POISON = '1';
  /**
   * Lives of a process, each of which handles what it claims, until nothing is left: one that claims the poison dies at once, with all
   * it has claimed. A start takes three seconds.
   */
  async function live(orders: number): Promise<void> {
    const pass = (seconds: number) => house.db.autocommit`
      update inbox set run_at = run_at - ${seconds}::int * interval '1 s', parked_until = null where processed_at is null`;
    for (let lives = 0; lives < 500; lives++) {
      const [{ open } = { open: 0 }] = await house.db.sql<{ open: number }>`
        select count(*)::int as open from inbox where processed_at is null and failed_at is null`;
      if (open === 0) return;
      const claimed = await claim(house.db, 4, { orders, instance: 7 });
      const options = { ...house.worker, onError: () => {} };
      if (claimed.some(({ id, attempts }) => id === POISON && attempts <= 8)) await releaseInbox(house.db, [7]);
      else for (const row of claimed) await work(options, row);
      await pass(claimed.length > 0 ? 3 : 60);
    }
  }

  it.each([64, 0])('is given up alone, and takes no other with it (%i orders to a claim)', async (orders) => {
    for (const order of [1, 2, 3, 4, 5, 6, 7, 8]) await store(order, version(order, 1));
    await store(1, version(1, 2));
    await live(orders);
    const [poison, ...others] = await rows();
    expect(poison).toMatchObject({ failed: true, attempts: 9 });
    expect(others.map(({ done }) => done)).toEqual(others.map(() => true));
    expect((await house.cards()).filter(({ title }) => /could not/i.test(String(title)))).toHaveLength(1);
  });

  it('is handled among others at its first try only', async () => {
    for (const order of [1, 2, 3, 4, 5, 6]) await store(order, version(order, 1));
    expect(await takeOrders()).toHaveLength(6);
    await releaseInbox(house.db);
    await store(7, version(7, 1));
    const again = await takeOrders();
    expect(again).toHaveLength(5);
    expect(again.filter(isOfOrders).map(({ id }) => id)).toEqual(['7']);
  });

  it('leaves to another instance what that has taken meanwhile', async () => {
    for (const nth of [1, 2]) await store(1, version(1, nth));
    const mine = await takeOrders();
    let theirs: InboxRow[] = [];
    const act = (() => Promise.reject(new Error('all of them fail'))) as typeof house.act;
    await workTogether({ ...house.worker, act, onError: () => {} }, mine, async () => {
      await house.db.autocommit`update inbox set locked_until = now() - interval '1 s'`;
      await house.db.autocommit`update inbox set attempts = 0 where id = 1`;
      theirs = await claim(house.db, 4, { orders: 64, instance: 2 });
      await house.db.autocommit`update inbox set attempts = 2, locked_until = now() + interval '1 min' where id = 2`;
      return false;
    });
    expect(theirs.length).toBeGreaterThan(0);
    const [, second] = await rows();
    expect(second).toMatchObject({ attempts: 2, free: false });
  });
});
