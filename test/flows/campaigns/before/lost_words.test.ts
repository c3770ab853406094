import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../../src/delivery/campaigns/worker.ts';
import { sendInChat } from '../../../../src/domain/campaigns/chat.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const PEOPLE = 30;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, PEOPLE));
    await house.say('/field add Size number');
    await house.act(
      ({ tx }) => tx`
        insert into field_values (contact_id, field_id, value)
        select c.id, f.id, '38' from contacts c cross join fields f where f.name = 'Size'`,
    );
    await house.say('/campaign new Hats to everybody\nHats\nYour size is {{ fields.size }}.');
    await house.say('/campaign 1 holdout 0');
    await house.say(`/campaign 1 go ${PEOPLE}`);
    await tendCampaigns(house);
  }),
);
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ state: string; count: number }>`
        select state || coalesce(':' || reason, '') as state, count(*)::int as count from campaign_deliveries group by 1`
    ).map(({ state, count }) => [state, count]),
  );
const campaign = async () =>
  (await sql<{ state: string; reason: string | null }>`select state, reason from campaigns`)[0]!;

describe('a field that a campaign asks for and that is removed while it is being sent', () => {
  it('pauses it and leaves nobody out: brought back, the rest get it', async () => {
    const server = sink();
    const round = sending({ act: house.act, instance: 7 }, 'email', server.way);
    await round();
    await round.settled();
    const first = server.mails.length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(PEOPLE);
    const removed = await house.say('/field remove Size');
    expect(removed.text).toContain('“Hats” is being sent and asks for it');
    await sendCampaigns(house, server.way);
    expect(await campaign()).toEqual({ state: 'paused', reason: 'words' });
    expect(await states()).toEqual({ sent: first, queued: PEOPLE - first });
    expect(JSON.stringify(await house.cards())).toContain('asks for something that is not there any more');
    expect((await house.say('/campaign 1 resume')).failed).toBe(true);
    expect((await house.say('/undo')).failed).toBeUndefined();
    await house.say('/campaign 1 resume');
    await sendCampaigns(house, server.way);
    expect(new Set(server.to()).size).toBe(PEOPLE);
    expect(server.mails).toHaveLength(PEOPLE);
  });

  it('does so in a chat as well', async () => {
    await house.act(async ({ tx }) => {
      await tx`update contact_identities set channel = 'telegram'`;
      await tx`update consents set channel = 'telegram'`;
      await tx`update campaign_deliveries set channel = 'telegram'`;
      await tx`update campaigns set channel = 'telegram'`;
    });
    await house.say('/field remove Size');
    while (await house.act((ctx) => sendInChat(ctx, 'telegram', 1)));
    expect(await campaign()).toEqual({ state: 'paused', reason: 'words' });
    expect(await states()).toEqual({ queued: PEOPLE });
  });
});
