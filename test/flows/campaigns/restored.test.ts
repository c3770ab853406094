import { beforeEach, describe, expect, it } from 'vitest';
import { noteStart } from '../../../src/domain/owner/site.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns, tendSequences } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 12));
    for (const [id, name] of [
      [1, 'Spring tea'],
      [2, 'Autumn tea'],
    ]) {
      await house.say(`/campaign new ${name} to everybody\n${name}\nHello {{ first_name }}`);
      await house.say(`/campaign ${id} holdout 0`);
    }
    await house.say('/campaign 1 go 12');
    await tendCampaigns(house);
    await house.say('/campaign 2 at 2026-11-24 10:00');
    await house.db.autocommit`
      insert into posts (words, networks, state, scheduled_at, told_channel, told_address, told_key, created_at)
      values ('New tea', '{}', 'scheduled', '2026-11-24 10:00+08', 'console', 'owner', 'post:1', ${house.now})`;
    const birthdays = await house.say('/sequence birthday');
    await house.say(buttonsOf(birthdays).find(({ label }) => label === 'Put on')!.command);
    await house.act(async ({ tx, now }) => {
      await noteStart(tx, { id: 'first', starts: 0, facts: { host: 'one' } }, now);
      await noteStart(tx, { id: 'copy', starts: 3, facts: { host: 'two' } }, now);
    });
  }),
);

const states = async () =>
  sql<{ id: string; state: string; reason: string | null }>`select id, state, reason from campaigns order by id`;
const sentLater = async (): Promise<string[]> => {
  house.now = new Date('2026-11-24T02:10:00Z');
  const { way, to } = sink();
  await sendCampaigns(house, way);
  await tendSequences(house);
  return to();
};

describe('a copy of the data that was made amid a campaign', () => {
  it('says what waits in it, and what of it goes on by itself', async () => {
    const status = await house.say('/status');
    for (const name of ['Spring tea', 'Autumn tea', 'Birthday', 'Post #1']) expect(status.text).toContain(name);
    expect(buttonsOf(status).map(({ label }) => label)).toContain('▶️ Go, without the 12 that wait');
  });

  it('sends none of it without what waited: it is paused, and who had not got it is in doubt', async () => {
    const said = await house.say('/resume drop');
    for (const name of ['12 messages', 'Spring tea', 'Autumn tea', 'Post #1']) expect(said.text).toContain(name);
    expect(await states()).toEqual([
      { id: '1', state: 'paused', reason: 'restored' },
      { id: '2', state: 'paused', reason: 'restored' },
    ]);
    expect(await sql`select state from posts`).toEqual([{ state: 'draft' }]);
    expect(await sql`select from sequences where is_on`).toHaveLength(0);
    expect(await sentLater()).toEqual([]);
    await house.say('/campaign 1 resume');
    expect(await sentLater()).toEqual([]);
    expect((await house.say('/campaign 1 doubts')).title).toContain('12');
    await house.say('/campaign 1 resend');
  });

  it('control: goes on with all of it where its owner says so', async () => {
    const said = await house.say('/resume');
    expect(said.text).toContain('Spring tea');
    expect(new Set(await sentLater()).size).toBe(12);
  });

  it('leaves those waiting who wait for a choice: going on, they get nothing before it', async () => {
    await house.db.autocommit`
      update campaign_deliveries set run_at = 'infinity' where campaign_id = 1 and contact_id > (select min(id) + 3 from contacts)`;
    await house.say('/resume drop');
    const states = await sql`
      select state, count(*)::int as count from campaign_deliveries where campaign_id = 1 group by 1 order by 1`;
    expect(states).toEqual([
      { state: 'queued', count: 8 },
      { state: 'unknown', count: 4 },
    ]);
    await house.say('/campaign 1 resume');
    expect(await sentLater()).toEqual([]);
  });
});
