import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, mailArrives, sendCampaigns, sink } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const HOUR = 3_600_000;

const make = async (nth: number, name: string) => {
  await house.say(`/campaign new ${name} to everybody\n${name}\nHello {{ first_name }}.`);
  return house.say(`/campaign ${nth} holdout 0`);
};
const tap = (reply: Reply) => house.say(buttonsOf(reply)[0]!.command);
const send = async () => {
  const mailbox = sink();
  await sendCampaigns(house, mailbox.way);
  return mailbox.mails.length;
};

describe('people whose numbers lie far apart', () => {
  beforeEach(
    house.startingWith(async () => {
      await house.act(async ({ tx }) => {
        await mailArrives(tx);
        // a few in each of many ranges of numbers that are planned one after the other
        await tx`
          with people as (
            insert into contacts (id, name, search_keys, created_at) overriding system value
            select n * 50000 + k, 'Person ' || n, '{}', now() from generate_series(0, 19) n, generate_series(1, 5) k returning id
          ), addresses as (
            insert into contact_identities (contact_id, channel, address) select id, 'email', 'p' || id || '@example.net' from people
          )
          insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
          select id, 'email', 'p' || id || '@example.net', 'newsletter', 't' || id, 'en', 'yes', 'test', now(), now() from people`;
      });
      await house.say('/settings warm-up off');
      await make(1, 'Spring');
    }),
  );

  it('the first part of them is the share of all that was asked about', async () => {
    const asked = await house.say('/campaign 1 first 5%');
    expect(asked.title).toContain('5 people of 100');
    await tap(asked);
    expect(await send()).toBe(5);
    await house.say('/campaign 1 resume');
    expect(await send()).toBe(95);
  });

  it('of two texts each is tried with half of the trial, and the rest wait', async () => {
    await house.say('/campaign 1 b Only until Sunday');
    await tap(await house.say('/campaign 1 send'));
    expect(await send()).toBe(20);
    expect(
      await sql`select version, compared, count(*)::int from campaign_deliveries group by 1, 2 order by 1`,
    ).toEqual([
      { version: 'a', compared: true, count: 10 },
      { version: 'b', compared: true, count: 10 },
      { version: null, compared: false, count: 80 },
    ]);
  });
});

describe('a first part of a campaign with two texts', () => {
  beforeEach(
    house.startingWith(async () => {
      await house.act(({ tx }) => addPeople(tx, 200));
      await house.say('/settings warm-up off');
      await make(1, 'Spring');
      await house.say('/campaign 1 b Only until Sunday');
    }),
  );

  it('is as many as were asked about, and nothing is decided before the whole trial has left', async () => {
    const asked = await house.say('/campaign 1 first 5%');
    expect(asked.title).toContain('10 people of 200');
    await tap(asked);
    expect(await send()).toBe(10);
    expect(await sql`select state, reason, decide_at from campaigns`).toEqual([
      { state: 'paused', reason: 'share', decide_at: null },
    ]);
    house.now = new Date(house.now.getTime() + 5 * HOUR);
    await house.say('/campaign 1 resume');
    expect(await send()).toBe(30);
    expect(await sql`select state, decide_at from campaigns`).toEqual([
      { state: 'running', decide_at: new Date(house.now.getTime() + 4 * HOUR) },
    ]);
  });

  it('is the trial where that is smaller: the rest wait for the better text, and not for the owner', async () => {
    const asked = await house.say('/campaign 1 first 50%');
    expect(asked.title).toContain('40 people of 200');
    await tap(asked);
    expect(await send()).toBe(40);
    expect(await sql`select state, reason from campaigns`).toEqual([{ state: 'running', reason: null }]);
  });
});
