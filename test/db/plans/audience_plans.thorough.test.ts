import { expect, it } from 'vitest';
import { audienceOf, countAudience, someOf } from '../../../src/domain/campaigns/audience.ts';
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

it('some of those whom it reaches are found among those seen last, and where they are rare among all', async () => {
  await house.db.autocommit`update contacts set last_seen_at = now() - id * interval '1 minute'`;
  const some = (more: { why?: 'blocked'; offset?: number } = {}) =>
    house.act(async (ctx) => {
      const audience = await audienceOf(ctx, (await loadCampaign(ctx.tx, '1'))!);
      if (!('filter' in audience)) throw new Error('unclear');
      return someOf(ctx, audience, { most: 5, ...more });
    });
  const inOrder = async (condition: string, offset = 0) => {
    const rows = await house.db.autocommit.unsafe<{ id: string }>(
      `select id from contacts where ${condition} order by last_seen_at desc, id desc limit 5 offset ${offset}`,
    );
    return rows.map(({ id }) => id);
  };
  const idsOf = (people: { contactId: string }[]) => people.map(({ contactId }) => contactId);
  let people: { contactId: string }[] = [];
  const looks = await lookedAt(house.db, ['contact_identities', 'consents', 'suppressions'], async () => {
    people = await some();
  });
  expect(idsOf(people)).toEqual(await inOrder('true'));
  expect(looks).toBeLessThan(PEOPLE);
  expect(idsOf(await some({ offset: 7 }))).toEqual(await inOrder('true', 7));
  // the last of all, and one of those seen lately: too few among the latter
  await house.db.autocommit`
    update contacts set blocked_at = now() where id in ((select min(id) + 1 from contacts), (select max(id) from contacts))`;
  expect(idsOf(await some({ why: 'blocked' }))).toEqual(await inOrder('blocked_at is not null'));
  expect(idsOf(await some())).toEqual(await inOrder('blocked_at is null'));
});
