import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = new Date(Date.UTC(2027, 4, 10, 4));

beforeEach(
  house.startingWith(async () => {
    house.now = START;
    await house.act(async ({ tx }) => {
      await addPeople(tx, 2);
      await tx`update consents set purpose = 'reminders'`;
      await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
    });
    for (const setting of ['campaigns-a-week 0', 'warm-up off', 'campaign-hours off'])
      await house.say(`/settings ${setting}`);
    const card = await house.say('/sequence checkout');
    await house.say(buttonsOf(card).find(({ label }) => label === 'Put on')!.command);
    await house.say('/sequence 1 after 1 1 hour');
    await house.say('/sequence 1 after 2 1 day');
    await house.say('/sequence 1 add 10 days\nThird\nThe third');
    await run(START);
    await house.db.autocommit`
      insert into checkouts (connection_id, external_id, contact_id, currency, total_minor, url, started_at, version_at, version_tie)
      values (1, 'k1', (select id from contacts where name = 'Person 1'), 'USD', 1000, 'https://shop.example/c', ${START}, ${START}, '')`;
    // the first has left: they wait for the second, a day after it
    expect(await run(at(2 * HOUR))).toHaveLength(1);
  }),
);

const at = (ms: number) => new Date(START.getTime() + ms);
async function run(when: Date): Promise<string[]> {
  house.now = when;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails.map(({ subject }) => subject);
}
const due = async () =>
  (await sql<{ at: Date }>`select due_at as at from sequence_entries where ended_at is null`)[0]!.at.getTime();

describe('whoever waits for a step of a follow-up', () => {
  it('control: gets it by the delay that it has', async () => {
    expect(await run(at(25 * HOUR))).toEqual([]);
    expect(await run(at(26.5 * HOUR))).toHaveLength(1);
  });

  it('gets it by its new delay where that is changed; undone, by the old one', async () => {
    const before = await due();
    await house.say('/sequence 1 after 2 5 days');
    expect((await due()) - before).toBe(4 * DAY);
    await house.say('/undo');
    expect(await due()).toBe(before);
    await house.say('/sequence 1 after 2 5 days');
    expect(await run(at(27 * HOUR))).toEqual([]);
    expect(await run(at(5 * DAY + HOUR))).toEqual([]);
    expect(await run(at(5 * DAY + 3 * HOUR))).toHaveLength(1);
  });

  it('gets the next by the delay of that where theirs is taken out; undone, their own again', async () => {
    const before = await due();
    await house.say('/sequence 1 drop 2');
    expect((await due()) - before).toBe(9 * DAY);
    await house.say('/undo');
    expect(await due()).toBe(before);
    await house.say('/sequence 1 drop 2');
    expect(await run(at(27 * HOUR))).toEqual([]);
    expect(await run(at(10 * DAY + 3 * HOUR))).toEqual(['Third']);
  });

  it('gets it at once where its time is over by a shorter delay', async () => {
    await house.say('/sequence 1 after 2 20 days');
    house.now = at(9 * DAY);
    await house.db.autocommit`update sequence_entries set retimed_at = null`;
    await house.say('/sequence 1 after 2 1 day');
    await house.db.autocommit`update sequence_entries set retimed_at = ${house.now}`;
    expect(await run(at(9 * DAY + HOUR))).toHaveLength(1);
  });

  it('control: a step whose time was over for long without a change is late', async () => {
    expect(await run(at(9 * DAY))).toEqual([]);
  });

  it('keeps its time where only its words change', async () => {
    const before = await due();
    await house.say('/sequence 1 text 2 New\nNew words');
    expect(await due()).toBe(before);
    expect(await run(at(26.5 * HOUR))).toEqual(['New']);
  });
});
