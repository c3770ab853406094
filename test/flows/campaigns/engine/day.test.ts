import { expect, it } from 'vitest';
import { claimDeliveries, stillLeaving } from '../../../../src/domain/campaigns/claim.ts';
import { addPeople, tendCampaigns } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', campaignWarmUp: 'off' });

it('whoever says no between the claim and the sending takes none of the day from the others', async () => {
  await house.reset();
  await house.act(({ tx }) => addPeople(tx, 5));
  await house.say('/campaign new Tea to everybody\nTea\nHello');
  await house.say('/campaign 1 holdout 0');
  await house.say('/campaign 1 go 5');
  await tendCampaigns(house);
  const { rows } = await house.act((ctx) =>
    claimDeliveries(ctx, { channel: 'email', instance: 7, most: 5, leaseSeconds: 60 }),
  );
  const sent = async () => (await house.db.sql<{ sent: number }>`select sent from campaign_senders`)[0]!.sent;
  expect(await sent()).toBe(5);
  await house.act(
    ({ tx, now }) =>
      tx`update consents set withdrawn_at = ${now} where address in ('p1@example.net', 'p2@example.net')`,
  );
  const ids = rows.map(({ id }) => id);
  const leaving = await house.act((ctx) => stillLeaving(ctx, { id: '1' }, { instance: 7, ids }));
  expect(leaving?.size).toBe(3);
  expect(await sent()).toBe(3);
});
