import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(
  house.startingWith(() =>
    house.act(async ({ tx }) => {
      await addPeople(tx, 4);
      await tx`update consents set purpose = 'reminders'`;
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'offers', 'o' || token, locale, words, source, asked_at, confirmed_at from consents`;
      await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
    }),
  ),
);

let nth = 0;
/** Shows a recipe and puts it on, in two taps. */
async function putOn(recipe: string): Promise<Reply> {
  const card = await house.say(`/sequence ${recipe}`);
  return house.say(buttonsOf(card).find(({ label }) => label === 'Put on')!.command);
}
/** What leaves by `at`, by recipient. */
async function run(at: Date = house.now): Promise<{ to: string; subject: string }[]> {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails.map(({ to, subject }) => ({ to, subject }));
}
const later = (ms: number) => new Date(house.now.getTime() + ms);
const personId = async (n: number) =>
  (await sql<{ id: string }>`select id from contacts where name = ${`Person ${n}`}`)[0]!.id;
const entries = () =>
  sql<{ occasion: string; ended: string | null; step: number }>`
    select occasion, ended, step from sequence_entries order by id`;

async function leaveCart(
  n: number,
  { startedAt = house.now, completedAt = null as Date | null } = {},
): Promise<string> {
  const id = await personId(n);
  nth += 1;
  const [row] = await house.db.autocommit<{ id: string }>`
    insert into checkouts (connection_id, external_id, contact_id, currency, total_minor, url, started_at, completed_at, version_at, version_tie)
    values (1, ${`k${nth}`}, ${id}, 'USD', 1000, 'https://shop.example/c', ${startedAt}, ${completedAt}, ${startedAt}, '') returning id`;
  return row!.id;
}
async function order(n: number, at: Date = house.now, more: { fulfillment?: string; refunded?: number } = {}) {
  const id = await personId(n);
  nth += 1;
  const [row] = await house.db.autocommit<{ id: string; external: string }>`
    insert into orders (connection_id, external_id, contact_id, number, payment, fulfillment, currency, total_minor, refunded_minor, placed_at, version_at)
    values (1, ${`o${nth}`}, ${id}, ${`#${nth}`}, 'paid', ${more.fulfillment ?? null}, 'USD', 1000, ${more.refunded ?? 0}, ${at}, ${at})
    returning id, external_id as external`;
  return row!;
}
async function answer(n: number, at: Date = house.now): Promise<void> {
  const id = await personId(n);
  nth += 1;
  await house.act(async ({ tx }) => {
    const [v] = await tx<{ id: string }>`
      insert into conversations (contact_id, channel, address, last_message_at) values (${id}, 'email', ${`t${nth}@example.net`}, ${at}) returning id`;
    await tx`insert into messages (conversation_id, direction, text, occurred_at) values (${v!.id}, 'in', 'hi', ${at})`;
  });
}
const born = (n: number, value: string, key: string) =>
  house.act(
    async ({ tx }) =>
      tx`insert into field_values (contact_id, field_id, value, key) values (${await personId(n)}, -1, ${value}, ${key})`,
  );

describe('a cart left behind', () => {
  it('is asked about after an hour and once more the day after, and nobody else is', async () => {
    await putOn('checkout');
    await leaveCart(1);
    expect(await run(later(30 * 60_000))).toEqual([]);
    expect(await run(later(31 * 60_000))).toEqual([
      { to: 'p1@example.net', subject: 'You left something in your cart' },
    ]);
    expect(await run(later(60_000))).toEqual([]);
    expect(await run(later(DAY))).toEqual([{ to: 'p1@example.net', subject: 'Still thinking about it?' }]);
    expect(await run(later(DAY))).toEqual([]);
    expect(await entries()).toMatchObject([{ ended: 'done' }]);
  });

  it('is not asked about any more once the order comes, and not at all where it came before', async () => {
    await putOn('checkout');
    await leaveCart(1);
    await leaveCart(2);
    await order(2);
    expect(await run(later(HOUR + 60_000))).toHaveLength(1);
    await order(1);
    expect(await run(later(DAY))).toEqual([]);
    expect(await entries()).toMatchObject([{ ended: 'ordered' }]);
  });

  it('whoever answers or unsubscribes gets no further step', async () => {
    await putOn('checkout');
    await leaveCart(1);
    await leaveCart(2);
    expect(await run(later(HOUR + 60_000))).toHaveLength(2);
    await answer(1);
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where address = 'p2@example.net'`);
    expect(await run(later(DAY))).toEqual([]);
    expect((await entries()).map(({ ended }) => ended).sort()).toEqual(['replied', 'unsubscribed']);
  });

  it('an order that comes while the mail waits for the morning stops it', async () => {
    // noon in Shanghai; ten in the evening is outside of the hours
    await putOn('checkout');
    house.now = later(9 * HOUR);
    await leaveCart(1);
    await leaveCart(2);
    expect(await run(later(HOUR + 60_000))).toEqual([]);
    await order(1);
    expect(await run(later(12 * HOUR))).toMatchObject([{ to: 'p2@example.net' }]);
    expect(JSON.stringify(await house.say('/campaign 1 skipped'))).toContain('1 person: ordered');
  });

  it('comes to the same step again with another cart, and gets it', async () => {
    await putOn('checkout');
    await leaveCart(1);
    await run(later(HOUR + 60_000));
    await run(later(DAY));
    house.now = later(10 * DAY);
    await run();
    await leaveCart(1);
    expect(await run(later(HOUR + 60_000))).toHaveLength(1);
    expect(await sql`select from campaigns where round = 1`).toHaveLength(1);
  });

  it('that was left before it was put on long ago is nobody’s loss, and control: one of today is asked about', async () => {
    await leaveCart(1, { startedAt: later(-3 * DAY) });
    await leaveCart(2, { startedAt: later(-2 * HOUR) });
    await putOn('checkout');
    expect(await run()).toMatchObject([{ to: 'p2@example.net' }]);
  });

  it('is said to be too late for, where nothing could be sent for longer than its window', async () => {
    await putOn('checkout');
    await run();
    await leaveCart(1);
    expect(await run(later(3 * DAY))).toEqual([]);
    expect(await entries()).toMatchObject([{ ended: 'late' }]);
    expect((await house.cards()).at(-1)!.text).toContain('1 person did not get it');
  });

  it('two processes at once enter and write to nobody twice', async () => {
    await putOn('checkout');
    for (const n of [1, 2, 3]) await leaveCart(n);
    house.now = later(HOUR + 60_000);
    await Promise.all([tendSequences(house), tendSequences(house), tendSequences(house)]);
    const { way, to } = sink();
    await Promise.all([sendCampaigns(house, way, 7), sendCampaigns(house, way, 8)]);
    expect(to()).toEqual(['p1@example.net', 'p2@example.net', 'p3@example.net']);
  });
});

describe('/stop', () => {
  it('halts sequences too, also who waits in the middle, until they are put on again', async () => {
    await putOn('checkout');
    await leaveCart(1);
    house.now = later(HOUR + 60_000);
    await tendSequences(house);
    expect((await house.say('/stop')).text).toContain('Cart left behind');
    expect(await run()).toEqual([]);
    expect((await house.say('/sequence 1')).text).toContain('Stopped');
    await house.say('/sequence 1 on');
    expect(await run()).toHaveLength(1);
  });
});

describe('a birthday', () => {
  it('is written to so many days before it, as the docs say', async () => {
    const card = await house.say('/sequence birthday after 1 3 days');
    expect(card.failed).toBeUndefined();
    expect((await house.db.sql`select steps from sequences where recipe = 'birthday'`)[0]).toMatchObject({
      steps: [{ after: -3 * 24 * 60 }],
    });
    expect((await house.say('/sequence birthday after 1 3天后')).failed).toBe(true);
  });

  it('is wished in the morning of that day, by the clock of their city, once', async () => {
    // 21 November 2026, noon in Shanghai
    await putOn('birthday');
    await born(1, '1990-11-22', '11-22');
    await born(2, '--11-22', '11-22');
    await house.act(({ tx }) => tx`update contacts set city = 'London, UK' where name = 'Person 2'`);
    expect(await run()).toEqual([]);
    expect(await run(new Date('2026-11-22T01:01:00Z'))).toEqual([{ to: 'p1@example.net', subject: 'Happy birthday!' }]);
    expect(await run(new Date('2026-11-22T09:01:00Z'))).toMatchObject([{ to: 'p2@example.net' }]);
    expect(await run(new Date('2026-11-23T02:01:00Z'))).toEqual([]);
    expect(await run(new Date('2027-11-22T01:01:00Z'))).toMatchObject([{ to: 'p1@example.net' }]);
  });

  it('of the lunar calendar is wished when it is kept, and on the day before where that is wanted', async () => {
    const card = await putOn('birthday');
    await house.say(buttonsOf(card).find(({ label }) => label === 'The day before')!.command);
    // the 15th of the tenth month is 23 November 2026
    await born(1, 'l1990-10-15', 'l10-15');
    const next = await house.say('/sequence 1');
    expect(JSON.stringify(next.lists)).toContain('Person 1');
    expect(await run(new Date('2026-11-21T04:00:00Z'))).toEqual([]);
    expect(await run(new Date('2026-11-22T01:06:00Z'))).toMatchObject([{ to: 'p1@example.net' }]);
    expect(await run(new Date('2026-11-23T01:06:00Z'))).toEqual([]);
  });
});

describe('a review', () => {
  it('is asked for two weeks after all parcels arrived, or after what is not shipped was paid', async () => {
    const shipped = await order(1, later(-20 * DAY), { fulfillment: 'fulfilled' });
    await house.db.autocommit`
      insert into shipments (connection_id, order_external_id, external_id, state, delivered_at, version_at, version_tie) values
        (1, ${shipped.external}, 's1', 'delivered', ${later(-14 * DAY + HOUR)}, now(), ''),
        (1, ${shipped.external}, 's2', 'delivered', ${later(-16 * DAY)}, now(), '')`;
    await order(2, later(-14 * DAY - HOUR));
    await order(3, later(-14 * DAY - HOUR), { fulfillment: 'unfulfilled' });
    await putOn('review');
    expect(await run()).toMatchObject([{ to: 'p2@example.net' }]);
    expect(await run(later(2 * HOUR))).toMatchObject([{ to: 'p1@example.net', subject: 'How do you like it?' }]);
    expect(await run(later(DAY))).toEqual([]);
  });

  it('is asked for once where two orders came a day apart, and again for one of weeks later', async () => {
    await order(1, later(-14 * DAY - HOUR));
    await order(1, later(-13 * DAY - HOUR));
    await putOn('review');
    const asked = [];
    for (let day = 0; day < 4; day++) asked.push((await run(later(day * DAY))).length);
    expect(asked).toEqual([1, 0, 0, 0]);
    await order(1, later(3 * DAY));
    expect(await run(later(17 * DAY + HOUR))).toHaveLength(1);
  });

  it('is not asked for after a refund, with an open ticket, or after a complaint', async () => {
    const at = later(-14 * DAY - HOUR);
    await order(1, at, { refunded: 100 });
    await order(2, at);
    await order(3, at);
    await order(4, at);
    await house.act(async ({ tx }) => {
      await tx`insert into tickets (contact_id, title) values (${await personId(2)}, 'broken')`;
      await tx`
        insert into tickets (contact_id, title, kind, state, resolved_at, created_at)
        values (${await personId(3)}, 'bad', 'complaint', 'resolved', now(), ${at})`;
    });
    await putOn('review');
    expect(await run()).toMatchObject([{ to: 'p4@example.net' }]);
    expect((await entries()).map(({ ended }) => ended).sort()).toEqual(['done', 'refunded', 'trouble', 'trouble']);
  });
});

describe('its card', () => {
  it('is changed by words: text, time, further steps', async () => {
    await house.say('/sequence cart');
    await house.say('/sequence 1 text 1 Your cart\nStill there');
    await house.say('/sequence 1 after 1 2 hours');
    await house.say('/sequence 1 after 2 3天');
    const card = await house.say('/sequence 1 add Bye\nThat was it');
    const steps = card.lists![0]!.items.map(({ text }) => text);
    expect(steps).toEqual([
      '1. 2 hours after they left: Your cart',
      '2. 3 days after the step before: Still thinking about it?',
      '3. 3 days after the step before: Bye',
    ]);
    expect((await house.say('/sequence 1 after 1 5 minutes')).text).toContain('from 1 hour to 7 days');
    expect((await house.say('/sequence 1 after 1 soon')).text).toContain('soon');
    await house.say('/sequence 1 drop 2');
    expect((await house.say('/sequence 1')).lists![0]!.items).toHaveLength(2);
    expect((await house.say('/sequence 1 text 1 {{ nothing')).failed).toBe(true);
  });

  it('lists every recipe, and a recipe begun twice is one', async () => {
    await house.say('/sequence birthday');
    await house.say('/sequence birthday');
    expect(await sql`select from sequences`).toHaveLength(1);
    expect((await house.say('/sequence')).lists![0]!.items).toHaveLength(4);
    expect(JSON.stringify(await house.say('/campaign'))).not.toContain('Birthday');
  });
});

describe('whatever happens in whatever order', () => {
  it('nobody is written to after they answered or ordered, nor twice at one step', async () => {
    const happening = fc.constantFrom('wait', 'wait', 'day', 'answer', 'order', 'tend', 'restart');
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 8 }), async (all) => {
        await house.db
          .autocommit`truncate sequences, campaigns, checkouts, orders, conversations restart identity cascade`;
        house.now = later(30 * DAY);
        await putOn('checkout');
        await leaveCart(1);
        const got: string[] = [];
        let over = false;
        for (const what of all) {
          if (what === 'answer') await answer(1);
          if (what === 'order') await order(1);
          over ||= what === 'answer' || what === 'order';
          if (what === 'tend') await Promise.all([tendSequences(house), tendSequences(house)]);
          let acts = 0;
          const breaks = tendSequences({
            act: (work) =>
              house.act(async (ctx) => {
                const got = await work(ctx);
                acts += 1;
                if (acts > 1) throw new Error('killed');
                return got;
              }),
          });
          if (what === 'restart') await expect(breaks).rejects.toThrow('killed');
          else await breaks.catch(() => {});
          const mails = await run(later(what === 'day' ? DAY : HOUR / 2));
          if (over) expect(mails).toEqual([]);
          got.push(...mails.map(({ subject }) => subject));
        }
        expect(new Set(got).size).toBe(got.length);
      }),
      { numRuns: 8 },
    );
  });
});
