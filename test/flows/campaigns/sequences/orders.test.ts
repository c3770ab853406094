import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx }) => {
      await addPeople(tx, 3);
      await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
    });
    await house.say('/settings campaign-hours off');
  }),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
async function run(at: Date = house.now): Promise<string[]> {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails.map(({ to, subject }) => `${to[1]} ${subject}`).sort();
}
let nth = 0;
async function order(n: number, at: Date = house.now): Promise<string> {
  nth += 1;
  const [row] = await house.act(
    ({ tx }) => tx<{ id: string }>`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      select 1, ${`o${nth}`}, id, ${`#${nth}`}, 'paid', 'USD', 1000, ${at}, ${at} from contacts where name = ${`Person ${n}`} returning id`,
  );
  return row!.id;
}
const change = (id: string, what: 'cancelled' | 'refunded') =>
  house.act(({ tx }) =>
    what === 'cancelled'
      ? tx`update orders set cancelled_at = ${house.now} where id = ${id}`
      : tx`update orders set payment = 'refunded', refunded_minor = total_minor where id = ${id}`,
  );
const ended = async () =>
  (await sql<{ ended: string | null }>`select ended from sequence_entries order by contact_id, id`).map(
    (one) => one.ended,
  );
async function thanks(when: string, { again = false } = {}): Promise<void> {
  await house.say(`/sequence new Thanks when ${when}\nThanks\nHello.`);
  await house.say('/sequence 1 add 3 days\nLesson\nHello.');
  await house.say('/sequence 1 about service');
  if (again) await house.say('/sequence 1 again');
  await house.say('/sequence 1 on');
}

describe('what an order began', () => {
  it.each([false, true])(
    'ends as it is cancelled or refunded (each time anew: %s), and control: the others go on',
    async (again) => {
      await thanks('any order', { again });
      const orders = [await order(1), await order(2), await order(3)];
      expect(await run(later(6 * MINUTE))).toEqual(['1 Thanks', '2 Thanks', '3 Thanks']);
      await change(orders[0]!, 'cancelled');
      await change(orders[1]!, 'refunded');
      expect(await run(later(3 * DAY))).toEqual(['3 Lesson']);
      expect(await ended()).toEqual(['refunded', 'refunded', 'done']);
    },
  );

  it('goes on after another one right behind it, and control: a later one ends it', async () => {
    await thanks('first order');
    for (const n of [1, 2]) await order(n);
    await order(1, later(MINUTE));
    expect(await run(later(6 * MINUTE))).toEqual(['1 Thanks', '2 Thanks']);
    await order(2, later(DAY));
    expect(await run(later(3 * DAY))).toEqual(['1 Lesson']);
    expect(await ended()).toEqual(['done', 'ordered']);
  });

  it('each time anew begins anew with an order amid it', async () => {
    await thanks('any order', { again: true });
    await order(1);
    await order(1, later(MINUTE));
    expect(await run(later(6 * MINUTE))).toEqual(['1 Thanks']);
    await order(1, later(2 * HOUR));
    expect(await run(later(3 * HOUR))).toEqual(['1 Thanks']);
    expect(await run(later(3 * DAY))).toEqual(['1 Lesson']);
    expect(await ended()).toEqual(['ordered', 'done']);
  });

  it('each time anew, and then once for each, begins with nobody again', async () => {
    await thanks('any order', { again: true });
    await order(1);
    expect(await run(later(6 * MINUTE))).toEqual(['1 Thanks']);
    await run(later(3 * DAY));
    await house.say('/sequence 1 again no');
    await order(1, later(DAY));
    await order(2, later(DAY));
    expect(await run(later(DAY + 6 * MINUTE))).toEqual(['2 Thanks']);
    expect((await house.say('/sequence 1 also')).text).toContain('Nobody has come before');
  });
});
