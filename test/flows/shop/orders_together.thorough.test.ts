import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handle, handleOrders } from '../../../src/domain/on/index.ts';
import type { OrderDeleted, OrderUpdated, Refund } from '../../../src/domain/shop_event.ts';
import { type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { connectShop, shopState } from '../../support/shops/any_order.ts';
import { turnsOf } from '../../support/statements.ts';
import { everyRow, tableNames } from '../../support/tables.ts';

const [house, other] = await Promise.all([testHouse({ locale: 'en' }), testHouse({ locale: 'en' })]);
const HOUR = 3_600_000;

/** What a version says that may be news, or not. */
interface Said {
  order: number;
  buyer: number;
  payment: 'pending' | 'paid' | 'refunded' | 'partially_paid' | 'voided';
  hour: number;
  sent: boolean;
  cancelled: boolean;
  pieces: number;
  refunded: boolean;
  parcel: 'in_transit' | 'delivered' | null;
  renamed: boolean;
  /** Its shop's own record of its buyer calls them otherwise. */
  recorded: boolean;
  phone: string | null;
  note: boolean;
  account: boolean;
  test: boolean;
  /** The shop says that it has it again; or that it has deleted it, which is all that it says. */
  restored: boolean;
  deleted: boolean;
}

const said: fc.Arbitrary<Said> = fc.record({
  order: fc.nat(3),
  buyer: fc.nat(3),
  payment: fc.constantFrom('pending', 'paid', 'paid', 'paid', 'refunded', 'partially_paid', 'voided'),
  hour: fc.nat(6),
  sent: fc.boolean(),
  cancelled: fc.nat(9).map((one) => one === 0),
  pieces: fc.integer({ min: 1, max: 2 }),
  refunded: fc.nat(4).map((one) => one === 0),
  parcel: fc.constantFrom('in_transit', 'delivered', null, null),
  renamed: fc.nat(3).map((one) => one === 0),
  recorded: fc.nat(5).map((one) => one === 0),
  phone: fc.constantFrom(null, null, '+8613800138000', '+8613800138001'),
  note: fc.nat(4).map((one) => one === 0),
  account: fc.nat(4).map((one) => one > 0),
  test: fc.nat(9).map((one) => one === 0),
  restored: fc.nat(5).map((one) => one === 0),
  deleted: fc.nat(7).map((one) => one === 0),
});

const timeOf = ({ hour }: Said): Date => new Date(NOON.getTime() - 20 * HOUR + hour * HOUR);

const deletion = (one: Said): OrderDeleted => ({
  ...{ kind: 'order.deleted', provider: 'shopify', connectionId: '1', orderExternalId: String(one.order) },
  at: timeOf(one),
});

/** A name that several may have. */
const calledAt = ({ hour }: Said): string => `Bea ${hour % 3}`;

function version(one: Said): OrderUpdated {
  const at = timeOf(one);
  const refund: Refund = { externalId: 'r1', minor: '100', refundedAt: at };
  const shipment = { externalId: 'f1', state: one.parcel!, carrier: 'SF', tracking: [{ number: 'SF1', url: null }] };
  return {
    kind: 'order.updated',
    provider: 'shopify',
    connectionId: '1',
    order: {
      ...{ externalId: String(one.order), number: `#${one.order}`, payment: one.payment, currency: 'CNY' },
      ...{ fulfillment: one.sent ? 'fulfilled' : null, totalMinor: String(500 * one.pieces), test: one.test },
      ...{ placedAt: new Date(NOON.getTime() - 21 * HOUR), cancelledAt: one.cancelled ? at : null },
      ...(one.refunded && { refunds: [refund] }),
      ...(one.parcel && { shipments: [{ ...shipment, lines: [], shippedAt: at, deliveredAt: null }] }),
      ...(one.note && { words: [{ of: '', text: `gift ${one.hour}` }] }),
      lines: [{ externalId: '1', sku: 'TEA', title: 'Green tea', quantity: one.pieces, priceMinor: '500' }],
    },
    customer: {
      ...{ externalId: one.account ? String(900 + one.buyer) : null, email: `b${one.buyer}@x.example` },
      ...{ name: one.renamed ? calledAt(one) : `Bea ${'ABCD'[one.buyer]}`, phone: one.phone, country: 'CN' },
      ...{ city: one.sent ? 'Hangzhou' : null, language: one.note ? 'zh' : 'en' },
      record: { name: one.recorded ? calledAt(one) : `Bea ${'ABCD'[one.buyer]}`, city: null, updatedAt: at },
    },
    ...{ updatedAt: at, ...(one.restored && { restored: true }) },
  };
}

/** What only says what came first, or what was drawn by lot. */
const NUMBERED = ['buttons', 'sent_parts', 'likeness_due', 'inbox'];
const VARIES = ['told_at', 'created_at', 'run_at', 'due_at', 'noted_at'];

/** Every row of every table; of messages that wait without their numbers, as they are told in the order of the turns. */
async function everything({ db }: House): Promise<Record<string, string[]>> {
  const tables = (await tableNames(db.sql)).filter((name) => !NUMBERED.includes(name));
  const rows = await everyRow<Record<string, unknown>>(db.sql, tables, 'to_jsonb(t)');
  const said = (table: string) => (key: string, value: unknown) =>
    VARIES.includes(key) || (table === 'outbox' && key === 'id') ? null : value;
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [table, all.map((row) => JSON.stringify(row, said(table))).sort()]),
  );
}

/** What is told, in the order in which it is. */
const inOrder = async (one: House): Promise<string[]> => (await one.cards()).map(({ title }) => String(title));

/** What is told, in the order of the words. */
const told = async (one: House): Promise<string[]> => (await one.cards()).map(({ title }) => String(title)).sort();

/** An order that nobody has to be told of. */
const FIRST: Said = {
  ...{ order: 9, buyer: 0, payment: 'pending', hour: 0, sent: false, cancelled: false, pieces: 1, refunded: false },
  ...{ parcel: null, renamed: false, recorded: false, phone: null, note: false },
  ...{ account: true, test: false },
  ...{ restored: false, deleted: false },
};

const begin = (one: House, people: boolean): Promise<void> =>
  one.start(people ? 'people' : 'nobody', async () => {
    await connectShop(one, 'shopify');
    if (!people) return;
    // somebody who has written, with a lead that an order wins, and who has bought under another address
    await one.happen(telegramMessage('Hello there', { chat: '7', from: { address: '7', name: 'Bea A' } }));
    expect((await one.say('/lead c1 green tea 5 CNY')).failed).toBeUndefined();
    await one.act((ctx) => handleOrders(ctx, [version({ ...FIRST, phone: '+8613800138000' })]));
    expect((await one.say('/merge c1 c2')).failed).toBeUndefined();
  });

/** Handles these, one after the other here and as many at once as possible there: a deletion comes by itself. */
async function handleBoth(all: readonly Said[]): Promise<void> {
  const alone: (string | undefined)[] = [];
  const together: (string | undefined)[] = [];
  let waiting: OrderUpdated[] = [];
  const flush = async () => {
    const events = waiting;
    waiting = [];
    if (events.length > 0) together.push(...(await other.act((ctx) => handleOrders(ctx, events))));
  };
  for (const one of all) {
    if (one.deleted) {
      await flush();
      for (const [of, outcomes] of [
        [house, alone],
        [other, together],
      ] as const)
        outcomes.push(await of.act((ctx) => handle(ctx, deletion(one))));
    } else {
      waiting.push(version(one));
      alone.push(...(await house.act((ctx) => handleOrders(ctx, [version(one)]))));
    }
  }
  await flush();
  expect(together).toEqual(alone);
}

/** Each order by somebody else: then none has to wait for another, and all is numbered in the same order. */
const ofTheirOwn = (one: Said): Said => ({ ...one, buyer: one.order, phone: null });

const numRuns = Number(process.env.RUNS ?? 12);

describe('orders that are handled together', () => {
  it('come to the very rows that one after the other comes to, whatever was known of them', async () => {
    const eachOnce = fc
      .uniqueArray(fc.nat(3), { minLength: 2 })
      .chain((numbers) => fc.tuple(...numbers.map((nth) => said.map((one) => ofTheirOwn({ ...one, order: nth })))));
    await fc.assert(
      fc.asyncProperty(
        fc.array(said.map(ofTheirOwn), { maxLength: 5 }),
        eachOnce,
        fc.boolean(),
        async (before, now, people) => {
          await Promise.all([begin(house, people), begin(other, people)]);
          for (const one of before) await handleBoth([one]);
          await handleBoth(now);
          expect(await everything(other)).toEqual(await everything(house));
          expect(await inOrder(other)).toEqual(await inOrder(house));
        },
      ),
      { numRuns, endOnFailure: true },
    );
  });

  it('come to the same where versions of one order, and orders of one person, are among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 2, maxLength: 8 }), fc.boolean(), async (all, people) => {
        await Promise.all([begin(house, people), begin(other, people)]);
        await handleBoth(all);
        expect(await shopState(other)).toEqual(await shopState(house));
        expect(await told(other)).toEqual(await told(house));
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('meet strangers in the order in which they came, also where one of them waits for a version before theirs', async () => {
    await Promise.all([begin(house, false), begin(other, false)]);
    const one = (order: number, buyer: number, more: Partial<Said>): Said => ({ ...FIRST, order, buyer, ...more });
    // the second is called Bea 2 by the shop and waits, as the last is of the first's buyer and of the second's order
    await handleBoth([
      one(0, 1, { payment: 'paid', hour: 3 }),
      one(3, 2, { hour: 2, recorded: true }),
      one(1, 3, { hour: 5, renamed: true }),
      one(3, 1, { payment: 'paid', hour: 5 }),
    ]);
    const asked = ({ db }: House) => db.sql`select first_id, second_id from merge_proposals`;
    expect(await asked(house)).toHaveLength(1);
    expect(await shopState(other)).toEqual(await shopState(house));
    expect(await told(other)).toEqual(await told(house));
  });

  it('ask once whether two are one whom nobody knew, and who are called alike at one company: the later looks for the earlier', async () => {
    await Promise.all([begin(house, false), begin(other, false)]);
    const called = { ...FIRST, account: false, renamed: true, hour: 2 };
    const all = [1, 2, 3].map((nth) => ({ ...called, order: nth, buyer: nth }));
    await handleBoth(all);
    expect(await everything(other)).toEqual(await everything(house));
    const asked = await other.db.sql`
      select first_id, second_id, array(select distinct e ->> 'by' from jsonb_array_elements(evidence) e) as by
      from merge_proposals order by first_id, second_id`;
    expect(asked).toEqual([
      { first_id: '1', second_id: '2', by: ['2'] },
      { first_id: '1', second_id: '3', by: ['3'] },
      { first_id: '2', second_id: '3', by: ['3'] },
    ]);
  });

  it('are told together, however many strangers have paid: thirty take as many statements as twenty', async () => {
    await begin(other, false);
    const domains = (nth: number) => ({
      email: `buyer${nth}@d${nth}.example`,
      externalId: `77${nth}`,
      name: `Kim ${nth}`,
    });
    let last = 100;
    const paid = (count: number) =>
      Array.from({ length: count }, () => {
        const one = version({ ...FIRST, order: ++last, payment: 'paid' });
        const { record: _, ...customer } = one.customer!;
        return { ...one, customer: { ...customer, ...domains(last) } };
      });
    const taken = async (count: number) =>
      (await turnsOf(() => other.act((ctx) => handleOrders(ctx, paid(count))))).length;
    await taken(20);
    const [twenty, thirty] = [await taken(20), await taken(30)];
    expect(thirty).toBe(twenty);
  });
});

describe('whether two who are called alike are one', () => {
  const paid = (order: number, buyer: number, more: Partial<Said>): Said => ({
    ...{ ...FIRST, order, buyer, payment: 'paid', account: false, renamed: true, hour: 2 },
    ...more,
  });
  /** What is told, in its order, with what each of the two has bought. */
  const asked = async (one: House): Promise<string[]> =>
    (await one.cards()).map((card) => [card.title, ...linesOf(card)].join(' / '));
  const linesOf = ({ lists = [] }: Awaited<ReturnType<House['cards']>>[number]) =>
    lists.flatMap((list) => [list.title, ...list.items.map(({ text }) => text)]);

  async function both(before: readonly Said[], turn: readonly Said[]): Promise<string[]> {
    await Promise.all([begin(house, false), begin(other, false)]);
    for (const one of before) await handleBoth([one]);
    await handleBoth(turn);
    expect(await asked(other)).toEqual(await asked(house));
    expect(await everything(other)).toEqual(await everything(house));
    return (await asked(house)).filter((card) => card.includes('👥'));
  }

  it.each<[string, Said[], Said[], RegExp | undefined]>([
    ['the first has bought', [], [paid(1, 1, {}), paid(2, 2, { payment: 'pending' })], /\(c1\).* 1 order, /],
    ['both have', [], [paid(1, 1, {}), paid(2, 2, {}), paid(3, 3, {})], /\(c1\).* 1 order, .*\(c2\).* 1 order, /],
    ['one who is known buys again before it', [paid(1, 1, {})], [paid(2, 1, { hour: 5 }), paid(3, 2, {})], undefined],
    [
      'one who is known buys again behind it',
      [paid(1, 1, {})],
      [paid(3, 2, {}), paid(2, 1, {}), paid(4, 3, {})],
      /c1.* 1 order/,
    ],
    [
      'what was bought goes back before it',
      [paid(1, 1, {})],
      [paid(1, 1, { payment: 'refunded', hour: 5 }), paid(3, 2, {})],
      undefined,
    ],
    [
      'one is called otherwise behind it',
      [paid(1, 1, { account: true, recorded: true })],
      [paid(3, 2, {}), paid(2, 1, { account: true, hour: 4 })],
      /c1/,
    ],
    [
      'one is called so behind it',
      [paid(1, 1, { account: true, renamed: false })],
      [paid(3, 2, {}), paid(2, 1, { account: true, recorded: true, hour: 5 })],
      undefined,
    ],
  ])('is asked with what they have bought by then, alike alone and together: %s', async (_, before, turn, shown) => {
    const cards = await both(before, turn);
    if (shown) expect(cards.join('\n')).toMatch(shown);
  });
});

describe('an order that was deleted and is there again', () => {
  const PENDING: Said = { ...FIRST, order: 5, hour: 0 };
  const PAID: Said = { ...PENDING, payment: 'paid', hour: 1 };
  const DELETED: Said = { ...PENDING, hour: 3, deleted: true };

  it.each([
    ['by a word of its own', { restored: true, hour: 2 }],
    ['by a version after that', { hour: 4 }],
  ])('is told once, with the money that came meanwhile, alike alone and together: %s', async (_, more) => {
    await Promise.all([begin(house, true), begin(other, true)]);
    await handleBoth([PENDING]);
    await handleBoth([DELETED]);
    await handleBoth([PAID, { ...PAID, ...more }]);
    expect(await told(other)).toEqual(await told(house));
    const cards = (await house.cards()).filter(({ title }) => String(title).includes('#5'));
    expect(cards.map(({ title }) => title)).toEqual([
      '🗑 The shop has deleted order #5 · CN¥5.00',
      '♻️ The shop has order #5 again · CN¥5.00',
    ]);
    expect(cards.at(-1)?.hint).toContain('counts again');
    expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'won' }]);
    // each time anew, and nothing where it only comes once more
    await handleBoth([
      { ...PAID, ...more },
      { ...DELETED, hour: 5 },
      { ...PAID, hour: 6 },
    ]);
    expect((await told(house)).filter((title) => title.includes('#5'))).toHaveLength(4);
  });

  it('is told as paid once where the version that brings it back says that, and not at all as back if it never was away (control)', async () => {
    await Promise.all([begin(house, false), begin(other, false)]);
    await handleBoth([PENDING, { ...PAID, order: 6 }, DELETED, { ...PAID, hour: 4 }]);
    expect((await told(house)).map((title) => title.slice(0, 2))).toEqual(['♻️', '🗑', '🛒', '🛒']);
  });
});
