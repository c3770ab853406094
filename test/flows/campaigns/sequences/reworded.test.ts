import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const HOUR = 3_600_000;

beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 2));
    await house.say('/settings campaign-hours off');
    await house.say('/sequence new Welcome when #course\nWelcome\nHello.');
    await house.say('/sequence 1 add 1 day\nLesson\nHello.');
    await house.say('/sequence 1 about news');
    await house.say('/sequence 1 on');
    await house.act(({ tx }) => tx`update contacts set tags = '{course}' where name = 'Person 1'`);
    // queued, not yet handed over
    await tendSequences(house);
  }),
);

const later = (ms: number) => new Date(house.now.getTime() + ms);
async function run(at: Date = house.now): Promise<string[]> {
  house.now = at;
  const { way, mails } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return mails.map(({ subject }) => subject);
}

describe('what waits to leave', () => {
  it('leaves as it is written by then, once, and control: untouched it leaves as it was', async () => {
    expect(await run()).toEqual(['Welcome']);
    expect(await run(later(25 * HOUR))).toEqual(['Lesson']);
  });

  it.each([true, false])('leaves as it is written by then (put off meanwhile: %s)', async (off) => {
    if (off) await house.say('/sequence 1 off');
    await house.say('/sequence 1 text 1 Brand new\nHello again.');
    if (off) await house.say('/sequence 1 on');
    expect(await run(later(6 * 60_000))).toEqual(['Brand new']);
    expect(await run(later(25 * HOUR))).toEqual(['Lesson']);
    expect(JSON.stringify(await house.say('/sequence 1'))).toContain('1 person: got all steps');
  });

  it('does not leave where its step was taken out, and the next one does at its time', async () => {
    await house.say('/sequence 1 off');
    await house.say('/sequence 1 drop 1');
    await house.say('/sequence 1 on');
    expect(await run(later(6 * 60_000))).toEqual([]);
    expect(await run(later(25 * HOUR))).toEqual(['Lesson']);
  });
});

describe('where the step behind it waits as well', () => {
  beforeEach(async () => {
    house.now = later(25 * HOUR);
    await tendSequences(house);
    expect(await house.db.sql`select from campaign_deliveries where state = 'queued'`).toHaveLength(2);
  });

  it('each leaves once, however often the first is reworded', async () => {
    for (const text of ['One', 'Two', 'Three']) {
      await house.say(`/sequence 1 text 1 ${text}\nHello again.`);
      await tendSequences(house);
    }
    expect((await run(later(60_000))).sort()).toEqual(['Lesson', 'Three']);
    expect(await run(later(3 * 24 * HOUR))).toEqual([]);
  });

  it('each leaves once as it was, where that is undone', async () => {
    await house.say('/sequence 1 text 1 Brand new\nHello again.');
    await tendSequences(house);
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect((await run(later(60_000))).sort()).toEqual(['Lesson', 'Welcome']);
    expect(await run(later(3 * 24 * HOUR))).toEqual([]);
  });

  it('no second row for a step of one beginning can be there', async () => {
    await expect(
      house.act(
        ({ tx }) => tx`
          insert into campaign_deliveries (campaign_id, contact_id, channel, address, locale, timezone, state, run_at, entry_id, step)
          select campaign_id, 2, channel, 'p2@example.net', locale, timezone, state, run_at, entry_id, step from campaign_deliveries limit 1`,
      ),
    ).rejects.toThrow('campaign_deliveries_step');
  });
});
