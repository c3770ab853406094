import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../src/delivery/campaigns/worker.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', campaignWarmUp: 'off' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 12));
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}');
    await house.say('/campaign 1 holdout 0');
    await house.say('/campaign 1 go 12');
    await tendCampaigns(house);
    let nth = 0;
    const { way } = sink(() => ({ state: nth++ < 3 ? 'unknown' : 'sent', detail: '' }));
    const round = sending({ act: house.act, instance: 7 }, 'email', way);
    await round();
    await round.settled();
  }),
);

const count = async (state: string): Promise<number> =>
  (await sql`select from campaign_deliveries where state = ${state}`).length;
const commands = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ command }) => command);

describe('doubts of a campaign', () => {
  it('are not sent again where it was cancelled: they stay doubts, and the button is not there', async () => {
    await house.say('/campaign 1 cancel');
    expect(commands(await house.say('/campaign 1 doubts'))).not.toContain('/campaign 1 resend');
    const reply = await house.say('/campaign 1 resend 3');
    expect(reply.text).toContain('cancelled');
    expect(commands(reply)).toContain('/campaign 1 arrived');
    expect(await count('unknown')).toBe(3);
  });

  it('are doubts again when sending them again is taken back before they leave', async () => {
    await sendCampaigns(house, sink().way);
    expect((await sql<{ state: string }>`select state from campaigns`)[0]).toEqual({ state: 'finished' });
    expect(commands(await house.say('/campaign 1 doubts'))).toContain('/campaign 1 resend');
    await house.say('/campaign 1 resend 3');
    expect(await count('queued')).toBe(3);
    expect((await house.say('/undo')).text).toContain('Undone');
    expect((await house.say('/campaign 1 doubts')).title).toContain('3');
    const { way, mails } = sink();
    await sendCampaigns(house, way);
    expect(mails).toEqual([]);
  });
});
