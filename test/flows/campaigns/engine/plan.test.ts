import { beforeEach, describe, expect, it } from 'vitest';
import { tendCampaigns as tendWith } from '../../../../src/domain/campaigns/tend.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, mailArrives, sendCampaigns, sink, tendCampaigns } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

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

/** A few in each of many ranges of numbers, which are planned one after the other. */
const addFarApart = (ranges: number, each: number) =>
  house.act(async ({ tx }) => {
    await mailArrives(tx);
    await tx`
      with people as (
        insert into contacts (id, name, search_keys, created_at) overriding system value
        select n * 50000 + k, 'Person ' || n, '{}', now()
        from generate_series(0, ${ranges}::int - 1) n, generate_series(1, ${each}::int) k returning id
      ), addresses as (
        insert into contact_identities (contact_id, channel, address) select id, 'email', 'p' || id || '@example.net' from people
      )
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
      select id, 'email', 'p' || id || '@example.net', 'newsletter', 't' || id, 'en', 'yes', 'test', now(), now() from people`;
  });

describe('people whose numbers lie far apart', () => {
  beforeEach(
    house.startingWith(async () => {
      await addFarApart(20, 5);
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

describe('a plan that is being made', () => {
  beforeEach(
    house.startingWith(async () => {
      await addFarApart(2, 30);
      await house.say('/settings warm-up off');
      await house.say('/settings campaigns-a-week 0');
      await make(1, 'Small');
      await make(2, 'Large');
    }),
  );
  const begin = async (nth: number) => tap(await house.say(`/campaign ${nth} send`));
  const counts = () => sql`select campaign_id as id, count(*)::int from campaign_deliveries group by 1 order by 1`;
  const states = () => sql`select state, reason from campaigns order by id`;

  it('holds up no halt: /stop is done while people are being planned for, and what was planned of it goes', async () => {
    await begin(1);
    await tendCampaigns(house);
    await begin(2);
    await house.db.autocommit`
      create or replace function held_plan() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(4711); return null; end $$`;
    await house.db.autocommit`
      create trigger held_plan before insert on campaign_deliveries for each statement execute function held_plan()`;
    let tending: Promise<unknown> = Promise.resolve();
    try {
      await house.act(async ({ tx }) => {
        await tx`select pg_advisory_xact_lock(4711)`;
        tending = tendWith(house.act, () => {});
        const waiting = () => tx`select from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`;
        while ((await waiting()).length === 0);
        await house.say('/stop');
        expect(await states()).toEqual(Array(2).fill({ state: 'paused', reason: 'stopped' }));
      });
    } finally {
      await tending;
      await house.db.autocommit`drop trigger held_plan on campaign_deliveries`;
    }
    await tendCampaigns(house);
    expect(await counts()).toEqual([{ id: '1', count: 60 }]);
    await house.say('/campaign 2 to everybody');
    await begin(2);
    await tendCampaigns(house);
    expect(await counts()).toEqual([
      { id: '1', count: 60 },
      { id: '2', count: 60 },
    ]);
  });

  it('goes on where it was after a restart, and gives each one delivery, whoever was merged meanwhile', async () => {
    await begin(1);
    const tend = () => tendWith(house.act, () => {});
    expect(await tend()).toBe(true);
    expect(await counts()).toEqual([{ id: '1', count: 30 }]);
    expect((await house.say('/campaign 1')).title).toContain('being prepared');
    await house.act(
      ({ tx }) => tx`
      update campaign_deliveries set contact_id = 50030 where contact_id = 1`,
    );
    while (await tend());
    expect(await counts()).toEqual([{ id: '1', count: 59 }]);
    expect(await sql`select state, planned_at is not null as planned from campaigns where id = 1`).toEqual([
      { state: 'running', planned: true },
    ]);
  });

  it('that cannot be made holds up no other campaign: it is paused, and its owner is told', async () => {
    await house.db.autocommit`
      create or replace function no_plan() returns trigger language plpgsql as $$
      begin
        if new.campaign_id = 1 then raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end if;
        return new;
      end $$`;
    await house.db.autocommit`
      create trigger no_plan before insert on campaign_deliveries for each row execute function no_plan()`;
    const errors: unknown[] = [];
    try {
      await begin(1);
      await begin(2);
      while (await tendWith(house.act, (error) => errors.push(error)));
      expect(errors).toHaveLength(1);
      expect(await states()).toEqual([
        { state: 'paused', reason: 'fault' },
        { state: 'running', reason: null },
      ]);
      expect(await send()).toBe(60);
      const told = (await house.cards()).find(({ title }) => title?.includes('Small'));
      expect(told?.text).toContain('Something went wrong');
    } finally {
      await house.db.autocommit`drop trigger no_plan on campaign_deliveries`;
    }
    await tap(await house.say('/campaign 1 resume'));
    expect(await send()).toBe(60);
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
