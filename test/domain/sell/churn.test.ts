import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import { type Churn, findSilent, type Silent } from '../../../src/domain/sell/churn.ts';
import { wallTime } from '../../../src/text/when/zone.ts';
import { testDatabase } from '../../support/database.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 4);
const { db } = await testDatabase();

/** A hundred people who bought lately, thirty of them twice in twenty days: enough to speak of habits, and nobody has one. */
beforeAll(async () => {
  await db.autocommit`insert into connections (provider, token, secret) values ('shopify', 't', '')`;
  await db.autocommit`
    insert into contacts (id, name) overriding system value select 1000 + n, 'Crowd ' || n from generate_series(1, 100) n`;
  await db.autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, n || '-' || visit, 1000 + n, '#' || n, 'paid', 'CNY', 100,
      ${new Date(NOW)}::timestamptz - (visit * 20 + case when n = 100 then 700 else n % 5 end) * interval '1 day', now()
    from generate_series(1, 100) n, generate_series(0, 1) visit where visit = 0 or n <= 30`;
});

type State = 'paid' | 'pending' | 'refunded' | 'test' | 'cancelled';
interface Bought {
  /** Milliseconds before now. */
  ago: number;
  state: State;
  minor: number;
  currency: string;
}

const order = (ago: fc.Arbitrary<number>): fc.Arbitrary<Bought> =>
  fc.record({
    ago,
    state: fc.constantFrom('paid', 'paid', 'paid', 'paid', 'paid', 'pending', 'refunded', 'test', 'cancelled'),
    minor: fc.integer({ min: 1, max: 1_000_000 }),
    currency: fc.constantFrom('CNY', 'CNY', 'USD', 'JPY'),
  });
/** In a rhythm, as far as people have one: some hours early or late, some of it twice a day, and anything beside it. */
const rhythmic = fc
  .record({
    since: fc.integer({ min: 20, max: 200 }),
    every: fc.integer({ min: 3, max: 40 }),
    times: fc.integer({ min: 2, max: 8 }),
  })
  .chain(({ since, every, times }) =>
    fc.tuple(
      ...Array.from({ length: times }, (_, nth) =>
        order(fc.integer({ min: -20, max: 20 }).map((hours) => (since + nth * every) * DAY + hours * 3_600_000)),
      ),
    ),
  );
const anything = fc.array(order(fc.integer({ min: 0, max: 900 * DAY })), { maxLength: 3 });
const orders = fc
  .tuple(rhythmic, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, anything))
  .chain((both) => fc.shuffledSubarray(both.flat(), { minLength: both.flat().length }));
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'UTC',
  '+05:30',
  '-09:30',
);

async function write(tx: Tx, contactId: number, bought: readonly Bought[]): Promise<void> {
  await tx`insert into contacts (id, name) overriding system value values (${contactId}, ${`Buyer ${contactId}`})`;
  for (const [nth, { ago, state, minor, currency }] of bought.entries()) {
    const at = new Date(NOW - ago);
    const payment = state === 'pending' || state === 'refunded' ? state : 'paid';
    await tx`
      insert into orders (
        connection_id, external_id, contact_id, number, payment, currency, total_minor, refunded_minor, placed_at, version_at, test, cancelled_at
      ) values (
        1, ${`${contactId}/${nth}`}, ${contactId}, ${`#${nth}`}, ${payment}, ${currency}, ${minor}, ${state === 'refunded' ? minor : 0}, ${at}, ${at},
        ${state === 'test'}, ${state === 'cancelled' ? at : null}
      )`;
  }
}

/** What the rule says, written a second time and plainly: one person, their orders, a clock. */
function expected(contactId: number, bought: readonly Bought[], timezone: string): Silent | undefined {
  const dayOf = (ago: number) => wallTime(new Date(NOW - ago), timezone).day;
  const paid = bought.filter(({ state }) => state === 'paid');
  const days = [...new Set(paid.map(({ ago }) => dayOf(ago)))].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, nth) => day - days[nth]!);
  gaps.sort((a, b) => a - b);
  if (gaps.length < 2) return undefined;
  const middle = (gaps[Math.floor((gaps.length - 1) / 2)]! + gaps[Math.ceil((gaps.length - 1) / 2)]!) / 2;
  const seldom = gaps[Math.ceil(0.9 * gaps.length) - 1]!;
  const limitDays = Math.max(30, Math.ceil(2 * middle), seldom);
  const silentDays = dayOf(0) - days.at(-1)!;
  const hasOrdered = bought.some(({ ago, state }) => state !== 'test' && ago < limitDays * DAY);
  if (silentDays <= limitDays || silentDays > Math.max(730, 4 * middle) || hasOrdered) return undefined;
  const lastYear = paid.filter(({ ago }) => dayOf(ago) > days.at(-1)! - 365);
  const atStake = [...new Set(lastYear.map(({ currency }) => currency))].map((currency) => {
    const of = lastYear.filter((one) => one.currency === currency);
    return { currency, count: of.length, sum: of.reduce((sum, { minor }) => sum + minor, 0) };
  });
  atStake.sort((a, b) => b.count - a.count || b.sum - a.sum || (a.currency < b.currency ? -1 : 1));
  return {
    ...{ contactId: String(contactId), visits: days.length, usualDays: Math.round(middle), silentDays, limitDays },
    atStake: atStake.map(({ currency, sum }) => ({ currency, minor: String(sum) })),
  };
}

const byId = (people: readonly Silent[]) => people.toSorted((a, b) => Number(a.contactId) - Number(b.contactId));

/** Writes, looks, and takes everything back. */
async function look(timezone: string, people: readonly (readonly Bought[])[], now = NOW): Promise<Churn> {
  let found: Churn | undefined;
  const over = new Error('over');
  await db
    .transaction(async (tx) => {
      for (const [nth, bought] of people.entries()) await write(tx, nth + 1, bought);
      found = await findSilent(tx, { now: new Date(now), settings: { timezone, currency: 'CNY' } }, { limit: 1000 });
      throw over;
    })
    .catch((error: unknown) => {
      if (error !== over) throw error;
    });
  return found!;
}

const peopleIn = (found: Churn): Silent[] => (found.result === 'found' ? found.people : []);
const paid = (days: number[], more: Partial<Bought> = {}): Bought[] =>
  days.map((ago) => ({ ago: ago * DAY, state: 'paid', minor: 100, currency: 'CNY', ...more }));

describe('somebody’s own rhythm', () => {
  it('is what a plain reckoning says, whatever the zone, the order of rows, and what became of them', async () => {
    let silent = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(orders, { minLength: 1, maxLength: 5 }), zones, async (people, timezone) => {
        const wanted = people.flatMap((bought, nth) => expected(nth + 1, bought, timezone) ?? []);
        silent += wanted.length;
        const found = await look(timezone, people);
        expect(found.result).toBe('found');
        expect(byId(peopleIn(found))).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
    // control: there was somebody to find
    expect(silent).toBeGreaterThan(30);
  });

  it('counts several orders of one local day as one visit, and the day by the business’s clock', async () => {
    const hours = (ago: number) => ({ ...paid([0])[0]!, ago: ago * 3_600_000 });
    // 2026-09-19 00:30 and 23:30 in Shanghai, which is two days in UTC
    const late = [hours(24 * 63 + 11.5), hours(24 * 62 + 12.5)];
    const people = [[...paid([84, 105, 126]), ...late]];
    expect(peopleIn(await look('Asia/Shanghai', people))).toMatchObject([{ visits: 4, usualDays: 21, silentDays: 63 }]);
    expect(peopleIn(await look('UTC', people))).toMatchObject([{ visits: 5 }]);
  });

  it('ends with the first day on which it is longer than the habit', async () => {
    const every20 = [...paid([41, 61, 81, 101])];
    expect(peopleIn(await look('UTC', [every20]))).toMatchObject([{ silentDays: 41, limitDays: 40 }]);
    expect(peopleIn(await look('UTC', [every20], NOW - DAY))).toEqual([]);
  });

  it('is not broken where they have been away for as long before', async () => {
    expect(peopleIn(await look('UTC', [paid([60, 70, 80, 180])]))).toEqual([]);
    expect(peopleIn(await look('UTC', [paid([101, 111, 121, 221])]))).toMatchObject([{ limitDays: 100 }]);
  });
});

describe('the list', () => {
  it('takes the most at stake first, and never compares money of two currencies', async () => {
    const people = [
      paid([63, 84, 105], { minor: 500 }),
      paid([63, 84, 105], { minor: 900_000, currency: 'JPY' }),
      paid([63, 84, 105], { minor: 800 }),
      paid([63, 84, 105], { minor: 700, currency: 'USD' }),
      [...paid([63, 84, 105], { minor: 100 }), ...paid([63], { minor: 5, currency: 'USD' })],
    ];
    const found = peopleIn(await look('UTC', people));
    expect(found.map(({ contactId }) => contactId)).toEqual(['3', '2', '4', '1', '5']);
    expect(found.at(-1)!.atStake).toEqual([
      { currency: 'CNY', minor: '300' },
      { currency: 'USD', minor: '5' },
    ]);
  });

  it('leaves out who has been away for over two years, and counts them', async () => {
    const found = await look('UTC', [paid([63, 84, 105]), paid([731, 752, 773])]);
    expect(found).toMatchObject({ result: 'found', total: 1, history: 1 });
  });

  it('is not made where nobody has bought for long: the shop may be shut, or its orders do not come', async () => {
    expect(await look('UTC', [], NOW + 40 * DAY)).toMatchObject({ result: 'found' });
    expect(await look('UTC', [], NOW + 41 * DAY)).toEqual({ result: 'no_orders', days: 41 });
  });

  it.each([
    ['contact_id = 1099', { what: 'customers', needs: 100, has: 99 }],
    ["contact_id = 1030 and external_id like '%-1'", { what: 'repeaters', needs: 30, has: 29 }],
    ["placed_at < now() - 600 * interval '1 day'", { what: 'days', needs: 80, has: 24 }],
  ])('is not made below what a habit is told from chance by (without %s)', async (which, missing) => {
    let found: Churn | undefined;
    const over = new Error('over');
    const at = { now: new Date(NOW), settings: { timezone: 'UTC', currency: 'CNY' } };
    await db
      .transaction(async (tx) => {
        await (which.startsWith('placed_at')
          ? tx`update orders set placed_at = ${new Date(NOW - DAY)} where contact_id = 1100`
          : tx.unsafe(`delete from orders where ${which}`));
        found = await findSilent(tx, at, { limit: 10 });
        throw over;
      })
      .catch((error: unknown) => {
        if (error !== over) throw error;
      });
    expect(found).toEqual({ result: 'not_enough', missing: [missing] });
  });
});
