import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const PEOPLE = 40;
/** A fifth of them. */
const TRIED = 8;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, PEOPLE));
    await house.say('/settings warm-up off');
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}.');
    await house.say('/campaign 1 holdout 0');
    await house.say('/campaign 1 b Only until Sunday');
    await house.say(`/campaign 1 go ${PEOPLE}`);
  }),
);

async function tried(): Promise<ReturnType<typeof sink>> {
  const mailbox = sink();
  await sendCampaigns(house, mailbox.way);
  expect(mailbox.mails).toHaveLength(TRIED);
  return mailbox;
}
const subjects = async (mailbox: ReturnType<typeof sink>) => {
  await sendCampaigns(house, mailbox.way);
  return mailbox.mails.slice(TRIED).map(({ subject }) => subject);
};
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const state = async () =>
  (await sql<{ state: string; winner: string | null }>`select state, winner from campaigns`)[0]!;

describe('a trial that was halted', () => {
  it.each([
    ['by /stop', '/stop'],
    ['by a pause of its own', '/campaign 1 pause'],
    ['because of bounces', undefined],
  ])('%s keeps the text that is chosen then, and lets nobody have it until it goes on', async (_, halt) => {
    const mailbox = await tried();
    if (halt) await house.say(halt);
    else await house.act(({ tx }) => tx`update campaigns set state = 'paused', reason = 'bounces'`);
    const asked = await house.say('/campaign 1 winner');
    expect(asked.text).toBeTruthy();
    const card = await house.say('/campaign 1 winner b');
    expect(labels(card)).toContain('Go on');
    expect(await subjects(mailbox)).toEqual([]);
    expect(await state()).toEqual({ state: 'paused', winner: 'b' });
    await house.say('/campaign 1 resume');
    expect(await subjects(mailbox)).toEqual(Array(PEOPLE - TRIED).fill('Only until Sunday'));
  });

  it('goes on with half each, where both are chosen', async () => {
    const mailbox = await tried();
    await house.say('/stop');
    await house.say('/campaign 1 winner both');
    await house.say('/campaign 1 resume');
    const left = await subjects(mailbox);
    expect(left.filter((subject) => subject === 'Spring tea')).toHaveLength((PEOPLE - TRIED) / 2);
    expect(left).toHaveLength(PEOPLE - TRIED);
  });

  it('waits for a choice again where that is taken back', async () => {
    const mailbox = await tried();
    await house.say('/stop');
    await house.say('/campaign 1 winner b');
    await house.say('/undo');
    await house.say('/campaign 1 resume');
    expect(await subjects(mailbox)).toEqual([]);
    expect((await state()).winner).toBeNull();
  });

  it('by /stop after it asked which text is better does not leave by the answer', async () => {
    const mailbox = await tried();
    house.now = new Date(house.now.getTime() + 4.1 * 3_600_000);
    expect(await subjects(mailbox)).toEqual([]);
    expect((await house.say('/campaign 1')).text).toContain('cannot be told');
    await house.say('/stop');
    await house.say('/campaign 1 winner b');
    expect(await subjects(mailbox)).toEqual([]);
    await house.say('/campaign 1 resume');
    expect(await subjects(mailbox)).toHaveLength(PEOPLE - TRIED);
  });

  it('control: without a halt the choice sends at once', async () => {
    const mailbox = await tried();
    await house.say('/campaign 1 winner b');
    expect(await subjects(mailbox)).toHaveLength(PEOPLE - TRIED);
  });
});
