import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [OWN, OTHER] = ['p1@example.net', 'bob@example.com'];

beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx }) => {
      await addPeople(tx, 1);
      await tx`update consents set purpose = 'reminders'`;
      await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
    });
    await house.say('/settings campaign-hours off');
  }),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
const personId = async () => (await sql<{ id: string }>`select id from contacts where name = 'Person 1'`)[0]!.id;
async function run(at: Date = house.now): Promise<string[]> {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails.map(({ to, subject }) => `${to} ${subject}`);
}
/** An order of Person 1, or a cart that they left, as it came by this address. */
const bought = async (buyer: string) => house.db.autocommit`
  insert into orders (connection_id, external_id, contact_id, number, payment, fulfillment, currency, total_minor, placed_at, version_at, buyer)
  values (1, ${`o-${buyer}`}, ${await personId()}, '#1', 'paid', null, 'USD', 1000, ${house.now}, ${house.now}, ${buyer})`;
const left = async (buyer: string) => house.db.autocommit`
  insert into checkouts (connection_id, external_id, contact_id, currency, total_minor, url, started_at, version_at, version_tie, buyer)
  values (1, ${`k-${buyer}`}, ${await personId()}, 'USD', 1000, 'https://shop.example/c', ${house.now}, ${house.now}, '', ${buyer})`;
const owners = async (table: 'orders' | 'checkouts' | 'sequence_entries') =>
  (
    await sql<{ name: string }>`select c.name from ${sql(table)} x join contacts c on c.id = x.contact_id order by x.id`
  ).map(({ name }) => name);
async function undoOf(command: string) {
  const [entry] = await sql<{ id: string }>`select max(id) as id from journal where command like ${`${command}%`}`;
  return house.say(`/undo ${entry!.id}`);
}
const apart: [string, () => Promise<unknown>][] = [
  ['an undo', () => undoOf('/edit')],
  ['a split', async () => house.say(`/split c${await personId()} email:${OTHER}`)],
];
const putOn = async (recipe: string) => house.say(`/sequence ${recipe} on`);
const given = async () => {
  house.now = later(60_000);
  await house.say(`/edit c${await personId()} mail ${OTHER}`);
};

describe.each(apart)('what followed another’s purchase goes with them: %s', (_, takeApart) => {
  it('of the owner’s own', async () => {
    await house.say('/sequence new Thanks when any order\nThanks\nHello.');
    await house.say('/sequence 1 add 3 days\nLesson\nHello.');
    await house.say('/sequence 1 about service');
    await house.say('/sequence 1 on');
    await given();
    await bought(OTHER);
    await run(later(10 * 60_000));
    expect(await owners('sequence_entries')).toEqual(['Person 1']);
    await takeApart();
    expect(await owners('orders')).toEqual([OTHER]);
    expect(await owners('sequence_entries')).toEqual([OTHER]);
    expect((await run(later(3 * DAY))).filter((one) => one.startsWith(OWN))).toEqual([]);
  });

  it('a review, which is ready to leave', async () => {
    await given();
    await bought(OTHER);
    await house.db.autocommit`update orders set placed_at = placed_at - interval '14 days 1 hour'`;
    await putOn('review');
    await tendSequences(house);
    expect(await sql`select state, address from campaign_deliveries`).toEqual([{ state: 'queued', address: OWN }]);
    await takeApart();
    expect(await owners('sequence_entries')).toEqual([OTHER]);
    expect(await run()).toEqual([]);
    expect(await sql`select state, reason from campaign_deliveries`).toEqual([
      { state: 'skipped', reason: 'no_address' },
    ]);
  });

  it('a cart, which is asked about once by then', async () => {
    await putOn('checkout');
    await given();
    await left(OTHER);
    await run(later(HOUR + 60_000));
    await takeApart();
    expect(await owners('checkouts')).toEqual([OTHER]);
    expect(await owners('sequence_entries')).toEqual([OTHER]);
    expect((await run(later(DAY))).filter((one) => one.startsWith(OWN))).toEqual([]);
  });

  it('a cart that is asked about only behind that', async () => {
    await putOn('checkout');
    await given();
    await left(OTHER);
    await takeApart();
    expect(await owners('checkouts')).toEqual([OTHER]);
    expect((await run(later(HOUR + 60_000))).filter((one) => one.startsWith(OWN))).toEqual([]);
  });

  it('what is ready to leave does not', async () => {
    await putOn('checkout');
    await given();
    await left(OTHER);
    house.now = later(HOUR + 60_000);
    await tendSequences(house);
    expect(await sql`select state, address from campaign_deliveries`).toEqual([{ state: 'queued', address: OWN }]);
    await takeApart();
    expect(await run()).toEqual([]);
    expect(await sql`select state, reason from campaign_deliveries`).toEqual([
      { state: 'skipped', reason: 'no_address' },
    ]);
  });

  it('and control: what came by their own address stays, and goes on', async () => {
    await putOn('checkout');
    await given();
    await left(OWN);
    await bought(OTHER).then(() => house.db.autocommit`update orders set placed_at = placed_at - interval '1 day'`);
    await takeApart();
    expect(await owners('checkouts')).toEqual(['Person 1']);
    expect(await run(later(HOUR + 60_000))).toEqual([`${OWN} You left something in your cart`]);
  });
});
