import { beforeEach, describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/domain/campaigns/rules.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 230));
    await house.say('/campaign new Tea to everybody\nTea\nHello');
    await house.say('/campaign 1 holdout 0');
  }),
);

const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const through = (provider: string | null) => house.act(({ tx }) => tx`update mail_checks set provider = ${provider}`);

describe('how fast a campaign leaves', () => {
  it.each(Object.entries(PRESETS))(
    'is what %s lets one account send, unless the owner says otherwise',
    async (name, preset) => {
      await through(name);
      await house.say('/settings warm-up off');
      const card = await house.say('/campaign 1');
      expect(fieldOf(card, 'Pace')).toContain(`${preset.perMinute} a minute · ${preset.perDay} a day`);
      expect(fieldOf(card, 'Done')).toMatch(
        preset.perDay < 230
          ? new RegExp(
              `: ${preset.perDay} a day at most, so ${preset.perDay} leave today and the rest on the days after$`,
            )
          : /^about \d+ minutes after the start$/,
      );
      await house.say('/settings campaign-pace 7/0');
      expect(fieldOf(await house.say('/campaign 1'), 'Pace')).toBe('7 a minute');
    },
  );

  it('is what its server takes where nobody knows whose it is, and slow at the beginning', async () => {
    await through(null);
    const card = await house.say('/campaign 1');
    expect(fieldOf(card, 'Pace')).toBeUndefined();
    expect(fieldOf(card, 'Done')).toBe(
      'tomorrow: a new address begins slowly, so 200 leave today and the rest on the days after',
    );
  });

  it('the rest of a day’s limit goes on the next day, and the card says so', async () => {
    for (const setting of ['warm-up off', 'campaign-hours off', 'campaign-pace 0/100'])
      await house.say(`/settings ${setting}`);
    const asked = await house.say(
      buttonsOf(await house.say('/campaign 1')).find(({ label }) => label === 'Send to 230 people')!.command,
    );
    await house.say(buttonsOf(asked)[0]!.command);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(100);
    const card = await house.say('/campaign 1');
    expect(fieldOf(card, 'Sent')).toBe('100 of 230');
    expect(fieldOf(card, 'Pace')).toBe('today’s limit is reached (100); the rest goes on tomorrow');
    house.now = new Date(house.now.getTime() + 24 * 3_600_000);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(200);
  });
});
