import { expect, it } from 'vitest';
import { audienceOf, countAudience } from '../../../src/domain/campaigns/audience.ts';
import { loadCampaign } from '../../../src/domain/campaigns/campaign.ts';
import { addPeople } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';
import { lookedAt } from '../../support/looked_at.ts';

const house = await testHouse({ locale: 'en' }, { anew: true });
const PEOPLE = 2000;
const NOES = 300;
/** Rows and entries that are looked at for one of them. */
const FEW = 12;
const TABLES = ['contacts', 'contact_identities', 'consents', 'suppressions', 'campaign_deliveries'];

it('whom a campaign reaches is found by a few looks for each of them, right after a list was taken in and later', async () => {
  await house.say('/campaign new Spring tea to #nobody\nSpring tea\nIt is here.');
  await house.say('/campaign 1 to everybody');
  await house.db.transaction(async (tx) => {
    await addPeople(tx, PEOPLE);
    await tx`
      select suppress('email', 'out' || n || '@example.net', array[''], 'unsubscribed', 'person', 'page', now())
      from generate_series(1, ${NOES}::int) n`;
  });
  const count = () =>
    house.act(async (ctx) => {
      const audience = await audienceOf(ctx, (await loadCampaign(ctx.tx, '1'))!);
      if (!('filter' in audience)) throw new Error('unclear');
      expect((await countAudience(ctx, audience)).total).toBe(PEOPLE);
    });
  const early = await lookedAt(house.db, TABLES, count);
  await house.db.autocommit.unsafe('analyze');
  const later = await lookedAt(house.db, TABLES, count);
  for (const looks of [early, later]) {
    expect(looks).toBeLessThan(FEW * PEOPLE);
    // the control: they are counted
    expect(looks).toBeGreaterThan(PEOPLE);
  }
});
