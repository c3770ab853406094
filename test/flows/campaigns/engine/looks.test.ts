import { beforeEach, describe, expect, it } from 'vitest';
import { BIRTHDAY } from '../../../../src/domain/people/fields/field.ts';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More than a look takes at once. */
const MANY = 1003;

const later = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
const putOn = async (recipe: string) => {
  const card = await house.say(`/sequence ${recipe}`);
  await house.say(buttonsOf(card).find(({ label }) => label === 'Put on')!.command);
};
/** Those with these names leave a cart at this moment. */
const leaveCarts = (from: number, to: number) =>
  house.db.autocommit`
    insert into checkouts (connection_id, external_id, contact_id, currency, total_minor, url, started_at, version_at, version_tie)
    select 1, 'k' || c.id || ${house.now.toISOString()}, c.id, 'USD', 1000, 'https://shop.example/c', ${house.now}, ${house.now}, ''
    from contacts c where substr(c.name, 8)::int between ${from} and ${to}`;
const run = async () => {
  const mailbox = sink();
  await tendSequences(house);
  await sendCampaigns(house, mailbox.way);
  return mailbox.mails;
};
const entered = async () =>
  (await sql<{ count: number }>`select count(distinct contact_id)::int as count from sequence_entries`)[0]!.count;
const people = (count: number) => () =>
  house.act(async ({ tx }) => {
    await addPeople(tx, count);
    for (const purpose of ['reminders', 'offers'])
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, ${purpose}, ${purpose} || token, locale, words, source, asked_at, confirmed_at
        from consents where purpose = 'newsletter'`;
    await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
  });

describe('more occasions than a look takes at once', () => {
  beforeEach(house.startingWith(people(MANY + 1)));

  it('of one moment are all begun with, and so is the next one after them', async () => {
    await putOn('checkout');
    await leaveCarts(1, MANY);
    later(HOUR + 60_000);
    await tendSequences(house);
    expect(await entered()).toBe(MANY);
    expect(await sql`select look, looked_to from sequences`).toEqual([{ look: null, looked_to: house.now }]);
    await leaveCarts(MANY + 1, MANY + 1);
    later(HOUR + 60_000);
    await tendSequences(house);
    expect(await entered()).toBe(MANY + 1);
  });

  it('of one day are all begun with', async () => {
    await house.db.autocommit`
      insert into field_values (contact_id, field_id, value, key)
      select id, ${BIRTHDAY}, '--11-24', '11-24' from contacts`;
    house.now = new Date('2026-11-23T12:00:00Z');
    await putOn('birthday');
    house.now = new Date('2026-11-24T12:00:00Z');
    await tendSequences(house);
    expect(await entered()).toBe(MANY + 1);
  });
});

describe('a step that is taken out', () => {
  beforeEach(
    house.startingWith(async () => {
      await people(2)();
      await house.say('/settings campaigns-a-week 0');
      await house.say('/sequence checkout');
      await house.say('/sequence 1 text 1 First\nFirst');
      await house.say('/sequence 1 text 2 Second\nSecond');
      await house.say('/sequence 1 add Third\nThird');
      await putOn('checkout');
      await leaveCarts(1, 2);
      later(HOUR + 60_000);
    }),
  );
  const subjects = async () => [...new Set((await run()).map(({ subject }) => subject))];

  it('takes no other from those who wait for theirs', async () => {
    expect(await subjects()).toEqual(['First']);
    await house.say('/sequence 1 drop 1');
    later(DAY + 60_000);
    expect(await subjects()).toEqual(['Second']);
    later(3 * DAY + 60_000);
    expect(await subjects()).toEqual(['Third']);
  });

  it('leaves those who waited for it to the one behind, and one that is added later is not taken for it', async () => {
    expect(await subjects()).toEqual(['First']);
    await house.say('/sequence 1 drop 2');
    await house.say('/sequence 1 drop 2');
    await house.say('/sequence 1 add Fourth\nFourth');
    expect(await sql`select steps -> 1 ->> 'number' as number from sequences`).toEqual([{ number: '2' }]);
    // three days behind the one before, as it is added
    later(3 * DAY + 60_000);
    expect(await subjects()).toEqual(['Fourth']);
    expect(await sql`select ended, count(*)::int from sequence_entries group by 1`).toEqual([
      { ended: 'done', count: 2 },
    ]);
  });
});

describe('what has a time and is sent behind a large campaign', () => {
  beforeEach(
    house.startingWith(async () => {
      await people(12)();
      await house.say('/settings warm-up off');
      await house.say('/settings campaigns-a-week 0');
      await house.say('/campaign new Spring to everybody\nSpring\nHello {{ first_name }}.');
      await house.say('/campaign 1 holdout 0');
    }),
  );

  it('leaves before it, however long it waits already', async () => {
    await house.say('/settings campaign-pace 0/4');
    await house.say(buttonsOf(await house.say('/campaign 1 send'))[0]!.command);
    expect((await run()).map(({ subject }) => subject)).toEqual(Array(4).fill('Spring'));
    await putOn('checkout');
    await leaveCarts(1, 2);
    later(DAY);
    const second = (await run()).map(({ subject }) => subject);
    expect(second.filter((subject) => subject === 'Spring')).toHaveLength(2);
    expect(second).toHaveLength(4);
  });

  it('is told where it could not leave in time', async () => {
    await house.say('/settings campaign-pace 0/1');
    await putOn('checkout');
    await leaveCarts(1, 3);
    later(2 * HOUR);
    expect(await run()).toHaveLength(1);
    later(3 * DAY);
    await run();
    expect(await sql`select count(*)::int from campaign_deliveries where reason = 'late'`).toEqual([{ count: 2 }]);
    expect((await house.cards()).some(({ text }) => text?.includes('2 people did not get it'))).toBe(true);
    expect(JSON.stringify((await house.say('/sequence 1')).lists)).toContain('its time was over');
  });
});
