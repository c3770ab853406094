import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import { effectOf } from '../../../src/domain/campaigns/effect.ts';
import { isHeldOut } from '../../../src/domain/campaigns/holdout.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 120));
    await house.say('/settings warm-up off');
  }),
);

/** Half of 120 are as few as can be compared with. */
const make = async () => {
  await write();
  return house.say('/campaign 1 holdout 50');
};
const write = () => house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}.');
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const heldOut = async (campaign = '1') =>
  (
    await sql<{ id: string }>`
      select contact_id as id from campaign_deliveries where campaign_id = ${campaign} and arm = 'held_out' order by 1`
  ).map(({ id }) => id);

async function send(card: Reply, id = 1): Promise<ReturnType<typeof sink>> {
  const { label } = buttonsOf(card).find((one) => one.label.startsWith('Send to'))!;
  const reached = /\d+/.exec(label)![0];
  await house.say(`/campaign ${id} go ${reached}`);
  const mailbox = sink();
  await sendCampaigns(house, mailbox.way);
  return mailbox;
}

/** So many of an arm buy once, for so much each, `hours` after the house's time. */
async function buy(
  tx: Tx,
  now: Date,
  arm: string,
  { count, minor, hours = 1 }: { count: number; minor: number; hours?: number },
) {
  await tx`
    insert into connections (provider, token, secret) select 'standard', 't', '' where not exists (select from connections)`;
  await tx`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select (select max(id) from connections), ${arm}::text || ${hours}::int || '-' || contact_id, contact_id, '1', 'paid', 'CNY', ${minor}, ${new Date(now.getTime() + hours * 3_600_000)}, ${now}
    from campaign_deliveries where arm = ${arm} order by contact_id limit ${count}`;
}

describe('those who are held out', () => {
  it('are shown before anything leaves, and are never mailed by that campaign', async () => {
    const card = await make();
    expect(fieldOf(card, 'Held out')).toContain('50 %');
    const { to } = await send(card);
    const held = await heldOut();
    expect(held.length).toBeGreaterThanOrEqual(50);
    expect(JSON.stringify(card.lists)).toContain(`${held.length} people: held out, to compare with`);
    expect(to()).toHaveLength(120 - held.length);
    const addresses = await sql<{ address: string }>`
      select address from contact_identities where contact_id = any(${held}::bigint[])`;
    expect(addresses.filter(({ address }) => to().includes(address))).toEqual([]);
    await house.say('/campaign 1 resume');
    await sendCampaigns(house, sink().way);
    expect(to()).toHaveLength(120 - held.length);
    expect(JSON.stringify(await house.say('/campaign 1 skipped held_out'))).toContain('held out');
  });

  it('are the same whoever asks, and others in another campaign', async () => {
    const card = await make();
    await send(card);
    await house.say('/settings campaigns-a-week 0');
    await house.say('/campaign new Autumn tea to everybody\nAutumn tea\nHello.');
    await send(await house.say('/campaign 2 holdout 50'), 2);
    const [first, second] = [await heldOut('1'), await heldOut('2')];
    const both = first.filter((id) => second.includes(id));
    expect(both.length).toBeLessThan(first.length * 0.75);
    // a hash of campaign and contact, not of when or with whom
    expect(JSON.stringify(await house.say('/campaign 1 skipped'))).toContain(`${first.length} people: held out`);
    const shown = await house.act(
      ({ tx }) => tx`
      select contact_id from campaign_deliveries
      where campaign_id = 1 and (hashint8extended(contact_id, -2) & 9223372036854775807) % 10000 < 5000 order by 1`,
    );
    expect(shown.map(({ contact_id }) => contact_id)).toEqual(first);
  });

  it('are none where they would be too few, and that is said', async () => {
    const card = await write();
    expect(fieldOf(card, 'Held out')).toContain('fewer than 50');
    expect((await send(card)).to()).toHaveLength(120);
    expect(await heldOut()).toEqual([]);
  });

  it('are none where the owner wants none', async () => {
    await make();
    const card = await house.say('/campaign 1 holdout 0');
    expect(fieldOf(card, 'Held out')).toContain('nobody');
    await send(card);
    expect(await heldOut()).toEqual([]);
  });
});

describe('who is held out', () => {
  it('is as many percent as were asked for, of any campaign, and of two campaigns independently', async () => {
    const share = async (condition: ReturnType<typeof isHeldOut>) => {
      const [row] = await sql<{ share: number }>`
        select avg((${condition})::int)::float8 as share from generate_series(1, 20000) c (id)`;
      return row!.share;
    };
    for (const campaign of ['1', '2', '77']) {
      expect(await share(isHeldOut(sql, campaign, 10))).toBeCloseTo(0.1, 2);
      expect(await share(isHeldOut(sql, campaign, 0))).toBe(0);
    }
    expect(await share(sql`${isHeldOut(sql, '1', 10)} and ${isHeldOut(sql, '2', 10)}`)).toBeCloseTo(0.01, 2);
  });
});

describe('what a campaign brought', () => {
  beforeEach(async () => {
    await send(await make());
  });

  it('is not said of too few buyers: what is needed and what is there', async () => {
    await house.act(({ tx, now }) => buy(tx, now, 'treated', { count: 9, minor: 10_000 }));
    const value = fieldOf(await house.say('/campaign 1'), 'Because of it');
    expect(value).toContain('needs 5 buyers on each side, has 9');
    expect(value).toContain('and 0 among those held out');
  });

  it('is the difference to those held out with its bounds, for each person and in all, by currency', async () => {
    await house.act(async ({ tx, now }) => {
      await buy(tx, now, 'treated', { count: 40, minor: 10_000 });
      await buy(tx, now, 'held_out', { count: 5, minor: 10_000 });
    });
    const held = (await heldOut()).length;
    const effect = (await house.act(({ tx, now }) =>
      effectOf(tx, { id: '1', plannedAt: now, comparisonEndedAt: null }, 7),
    ))!;
    expect(effect.people).toEqual({ treated: 120 - held, heldOut: held });
    expect(effect.orders!.difference).toBeCloseTo(40 / (120 - held) - 5 / held, 10);
    expect(effect.orders!.low).toBeLessThan(effect.orders!.difference);
    expect(effect.sums).toMatchObject([{ currency: 'CNY' }]);
    expect(effect.sums[0]!.difference / 10_000).toBeCloseTo(effect.orders!.difference, 10);
    const reply = await house.say('/campaign 1');
    expect(fieldOf(reply, 'Because of it')).toMatch(/^\+\d+ \(\+?-?\d+ to \+\d+\) orders/);
    expect(fieldOf(reply, 'Held out')).toContain(`against ${held} held out`);
  });

  it('counts no order beyond its days, nor any before it began', async () => {
    await house.act(async ({ tx, now }) => {
      for (const arm of ['treated', 'held_out'])
        for (const hours of [-24, 8 * 24]) await buy(tx, now, arm, { count: 20, minor: 10_000, hours });
    });
    const effect = await house.act(({ tx, now }) =>
      effectOf(tx, { id: '1', plannedAt: now, comparisonEndedAt: null }, 7),
    );
    expect(effect).toMatchObject({ buyers: { treated: 0, heldOut: 0 }, sums: [] });
    const longer = await house.act(({ tx, now }) =>
      effectOf(tx, { id: '1', plannedAt: now, comparisonEndedAt: null }, 14),
    );
    expect(longer).toMatchObject({ buyers: { treated: 20, heldOut: 20 } });
  });
});

describe('a copy of a campaign that holds people out', () => {
  it('leaves them out while they are compared with and says so, unless the owner ends the comparison', async () => {
    await send(await make());
    const held = (await heldOut()).length;
    const copy = await house.say('/campaign 1 copy');
    expect(fieldOf(copy, 'Get it')).toBe('0 of 120');
    expect(copy.text).toContain(`${held} people were held out of “Spring tea”`);
    const end = buttonsOf(copy).find(({ label }) => label === 'End that comparison')!;
    const freed = await house.say(end.command);
    expect(freed.text).toContain('comparison is over');
    expect(fieldOf(freed, 'Get it')).toBe(`${held} of 120`);
  });

  it('that was cancelled amid ends the comparison and says so: it goes to them as well', async () => {
    const { label } = buttonsOf(await make()).find((one) => one.label.startsWith('Send to'))!;
    await house.say(`/campaign 1 go ${/\d+/.exec(label)![0]} 50%`);
    await sendCampaigns(house, sink().way);
    await house.say('/campaign 1 cancel');
    const copy = await house.say('/campaign 1 copy');
    expect(copy.text).toContain('comparison is over');
    expect(await sql`select from campaigns where id = 1 and comparison_ended_at is not null`).toHaveLength(1);
  });

  it('control: days after, when nothing is compared any more, they get it', async () => {
    await send(await make());
    house.now = new Date(house.now.getTime() + 8 * 86_400_000);
    expect(fieldOf(await house.say('/campaign 1 copy'), 'Get it')).not.toBe('0 of 120');
  });
});
