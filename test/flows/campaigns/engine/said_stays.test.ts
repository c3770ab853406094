import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../../src/delivery/campaigns/worker.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', campaignWarmUp: 'off' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 40));
    await house.say('/campaign new Spring tea to everybody\nOld title\nHello');
    await house.say('/campaign 1 holdout 0');
    await house.say('/campaign 1 subject New title');
  }),
);

const subject = async () =>
  (await sql<{ subject: string }>`select variants #>> '{of,en,subject}' as subject from campaigns`)[0]!.subject;

describe('what was done before a campaign began', () => {
  it('stays as it was once it has left: its record says what people got', async () => {
    await house.say('/campaign 1 go 40');
    await sendCampaigns(house, sink().way);
    for (let nth = 0; nth < 4; nth += 1) {
      const reply = await house.say('/undo');
      for (const { command } of buttonsOf(reply).filter(({ command }) => command.startsWith('/undo')))
        await house.say(command);
    }
    expect(await subject()).toBe('New title');
    expect((await sql<{ state: string }>`select state from campaigns`)[0]!.state).toBe('finished');
  });

  it('is not rewritten amid it either; the rest is a tap from being halted', async () => {
    const [entry] = await sql<{ id: string }>`select max(id)::text as id from journal`;
    await house.say('/campaign 1 go 40');
    await tendCampaigns(house);
    const { way, mails } = sink();
    const round = sending({ act: house.act, instance: 7 }, 'email', way);
    while (mails.length === 0) await round();
    await round.settled();
    const reply = await house.say(`/undo ${entry!.id}`);
    expect(reply.text).toContain('has begun to leave since');
    expect(await subject()).toBe('New title');
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/campaign 1');
  });

  it('is not undone as a schedule of what has left', async () => {
    await house.say('/settings campaign-hours off');
    await house.say('/campaign 1 at in 2 hours');
    const [entry] = await sql<{ id: string }>`select max(id)::text as id from journal`;
    house.now = new Date(house.now.getTime() + 2 * 3_600_000 + 60_000);
    await sendCampaigns(house, sink().way);
    expect((await sql<{ state: string }>`select state from campaigns`)[0]!.state).toBe('finished');
    expect((await house.say(`/undo ${entry!.id}`)).text).toContain('has begun to leave since');
  });

  it('control: is undone while nothing has left', async () => {
    expect((await house.say('/undo')).text).toMatch(/^↩︎ Undone/);
    expect(await subject()).toBe('Old title');
  });
});
