import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const DAY = 86_400_000;

/** 'Person 1' and 'Person 2' bought every three weeks and have stayed away for nine; a hundred others came once or twice of late. */
beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx, now }) => {
      await addPeople(tx, 102);
      await tx`update consents set purpose = 'offers'`;
      await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
      await tx`
        insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
        select 1, c.id || '-' || visit, c.id, '#' || c.id || '-' || visit, 'paid', 'USD', 100,
          ${now}::timestamptz - case
            when substr(c.name, 8)::int <= 2 then (63 + visit * 21) * interval '1 day'
            when substr(c.name, 8)::int = 102 then (visit * 20 + 400) * interval '1 day'
            else (visit * 20 + substr(c.name, 8)::int % 5) * interval '1 day' end, ${now}
        from contacts c, generate_series(0, 3) visit
        where visit < case when substr(c.name, 8)::int <= 2 then 4 when substr(c.name, 8)::int <= 42 then 2 else 1 end`;
    });
    const card = await house.say('/sequence winback');
    await house.say(buttonsOf(card).find(({ label }) => label === 'Put on')!.command);
  }),
);

/** What leaves so many days from now on. */
async function run(days = 0) {
  house.now = new Date(house.now.getTime() + days * DAY);
  const { way, mails, to } = sink();
  await tendSequences(house);
  await sendCampaigns(house, way);
  return { to: to(), mails };
}
const personId = async (n: number) =>
  (await house.db.sql<{ id: string }>`select id from contacts where name = ${`Person ${n}`}`)[0]!.id;

describe('whoever stays away for longer than is their habit', () => {
  it('is written to once, and nobody else is', async () => {
    const { to, mails } = await run();
    expect(to).toEqual(['p1@example.net', 'p2@example.net']);
    expect(mails[0]!.text).toContain('Hello Person');
    for (const days of [1, 7, 30]) expect((await run(days)).to).toEqual([]);
  });

  it('is not where they took back what they agreed to, or are blocked', async () => {
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where address = 'p1@example.net'`);
    await house.say(`/block c${await personId(2)}`);
    expect((await run()).to).toEqual([]);
  });

  it('is not where they bought again before its hour came', async () => {
    await house.say('/settings campaign-hours 20:00-21:00');
    expect((await run()).to).toEqual([]);
    const id = await personId(1);
    await house.act(
      ({ tx, now }) => tx`
        insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
        values (1, 'again', ${id}, '#again', 'paid', 'USD', 100, ${now}, ${now})`,
    );
    expect((await run(8.5 / 24)).to).toEqual(['p2@example.net']);
  });
});
