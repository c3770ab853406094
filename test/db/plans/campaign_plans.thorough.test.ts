import { expect, it } from 'vitest';
import { type Claimed, claimDeliveries, stillLeaving } from '../../../src/domain/campaigns/claim.ts';
import { doersOf } from '../../../src/domain/campaigns/deeds.ts';
import { salesOf } from '../../../src/domain/campaigns/report.ts';
import { lackingIn } from '../../../src/domain/campaigns/sequences/lacking.ts';
import { makeOwn } from '../../../src/domain/campaigns/sequences/sequence.ts';
import { addPeople } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';
import { lookedAt } from '../../support/looked_at.ts';

const house = await testHouse({ locale: 'en' }, { anew: true });
const { sql, autocommit } = house.db;
const PEOPLE = 2000;
/** Rows and entries that may be looked at for a handful of mails. */
const FEW = 300;

/** A campaign that leaves, and everybody's delivery of it, as they are right after its plan: the server has not looked at them yet. */
async function planned(more: { sequenceId?: string; expiresAt?: Date } = {}): Promise<string> {
  const [row] = await autocommit<{ id: string }>`
    insert into campaigns (name, channel, audience, state, planned_at, variants, told_channel, told_address, told_key, created_at, sequence_id, step, round, holdout)
    select 'planned', channel, '', 'running', ${house.now}, jsonb_set(variants, '{of,en,subject}', to_jsonb('Tea ' || gen_random_uuid())), told_channel, told_address, 'key' || now(), ${house.now},
      ${more.sequenceId ?? null}::bigint, ${more.sequenceId ? 1 : null}::int, ${more.sequenceId ? 0 : null}::int, 0
    from campaigns where id = 1 returning id`;
  await autocommit`
    insert into campaign_deliveries (campaign_id, contact_id, channel, address, locale, timezone, state, run_at, expires_at)
    select ${row!.id}::bigint, contact_id, 'email', address, 'en', 'UTC', 'queued', ${house.now}, ${more.expiresAt ?? null}::timestamptz
    from contact_identities where channel = 'email' order by contact_id`;
  return row!.id;
}

let made = 0;
const sequence = (): Promise<string> =>
  house.act(async (ctx) => {
    const place = { channel: 'console', address: 'owner' };
    return (await makeOwn(ctx, { name: `Own ${++made}`, channel: 'email', userId: '1', place })).id;
  });

const stop = (id: string) =>
  autocommit`update campaigns set state = 'cancelled', ended_at = ${house.now} where id = ${id}`;
const looks = (work: () => Promise<unknown>) => lookedAt(house.db, ['campaign_deliveries'], work);

async function claim(): Promise<Claimed[]> {
  const { rows } = await house.act((ctx) =>
    claimDeliveries(ctx, { channel: 'email', instance: 7, most: 8, leaseSeconds: 60 }),
  );
  return rows;
}

it('a mail is claimed and asked about by a few looks, however many wait, right after the plan and later', async () => {
  for (const setting of ['campaigns-a-week 0', 'warm-up off', 'campaign-hours off', 'campaign-pace 100000'])
    await house.say(`/settings ${setting}`);
  await house.say('/campaign new Spring tea to #nobody\nSpring tea\nIt is here.');
  await house.act(({ tx }) => addPeople(tx, PEOPLE));
  // what was sent before is known to the server
  await stop(await planned());
  await autocommit`update campaign_deliveries set state = 'sent', sent_at = ${new Date(house.now.getTime() - 40 * 86_400_000)}`;
  await autocommit.unsafe('analyze');

  const id = await planned();
  const measure = async () => {
    let rows: Claimed[] = [];
    const claiming = await looks(async () => {
      rows = await claim();
    });
    expect(rows).toHaveLength(8);
    let leaving: Set<string> | undefined;
    const asking = await looks(async () => {
      const ids = rows.map((row) => row.id);
      leaving = await house.act((ctx) => stillLeaving(ctx, { id }, { instance: 7, ids }));
    });
    expect(leaving?.size).toBe(8);
    return { claiming, asking };
  };
  const early = await measure();
  await autocommit.unsafe('analyze campaign_deliveries');
  const later = await measure();
  for (const { claiming, asking } of [early, later]) {
    expect(claiming).toBeLessThan(FEW);
    expect(asking).toBeLessThan(FEW);
  }
  await stop(id);
  // the control: all of them are looked at
  const all = () => sql`select count(*) from campaign_deliveries where campaign_id = ${id} and attempts + 0 >= 0`;
  expect(await looks(all)).toBeGreaterThanOrEqual(PEOPLE);
});

it('nor does the queue of a follow-up grow what its claims look at', async () => {
  const id = await planned({ sequenceId: await sequence(), expiresAt: new Date(house.now.getTime() + 86_400_000) });
  const early = await looks(claim);
  await autocommit.unsafe('analyze campaign_deliveries');
  const later = await looks(claim);
  expect(Math.max(early, later)).toBeLessThan(FEW);
  await stop(id);
});

it('nor do the deliveries of all others grow what is asked of who lacks something', async () => {
  const sequenceId = await sequence();
  const id = await planned({ sequenceId });
  await autocommit`update campaign_deliveries set state = 'skipped', reason = 'missing', detail = 'first_name' where campaign_id = ${id} and contact_id % 500 = 0`;
  let lacking: unknown[] = [];
  const early = await looks(async () => {
    lacking = await lackingIn(sql, sequenceId);
  });
  expect(lacking).toHaveLength(4);
  await autocommit.unsafe('analyze campaign_deliveries');
  const later = await looks(() => lackingIn(sql, sequenceId));
  expect(Math.max(early, later)).toBeLessThan(FEW);
  // the control: none of another follow-up's
  expect(await lackingIn(sql, await sequence())).toEqual([]);
});

it('what a campaign brought, and by whom, is found among the purchases of its days, not among all ever made', async () => {
  const id = await planned();
  const sent = new Date(house.now.getTime() - 30 * 86_400_000);
  await autocommit`update campaign_deliveries set state = 'sent', sent_at = ${sent} where campaign_id = ${id}`;
  await stop(id);
  await autocommit.unsafe("insert into connections (provider, secret, token) values ('shopify', '', 't')");
  // twenty of each, one of them within the seven days that count
  await autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at, created_at)
    select 1, contact_id || '-' || day, contact_id, '#' || contact_id, 'paid', case when day % 2 = 0 then 'CNY' else 'EUR' end, 100,
      ${house.now}::timestamptz - day * interval '10 days' + interval '12 hours', now(), now()
    from campaign_deliveries, generate_series(1, 20) day where campaign_id = ${id}`;
  await autocommit.unsafe('analyze');
  const ordersSeen = (work: () => Promise<unknown>) => lookedAt(house.db, ['orders'], work);
  const sales = await ordersSeen(async () => {
    const { buyers, orders, sums, responded } = await salesOf(sql, { id }, 7);
    expect({ buyers, orders, sums, responded }).toEqual({
      ...{ buyers: PEOPLE, orders: PEOPLE, responded: PEOPLE },
      sums: [{ currency: 'EUR', minor: `${100 * PEOPLE}` }],
    });
  });
  const doers = await ordersSeen(async () => {
    const { total, people } = await doersOf(sql, { id }, 'ordered', { days: 7, most: 5, offset: 0 });
    expect(total).toBe(PEOPLE);
    expect(people[0]!.at).toEqual(new Date(sent.getTime() + 12 * 3_600_000));
  });
  // each of them once, and not the twenty of each
  expect(Math.max(sales, doers)).toBeLessThan(3 * PEOPLE);
  expect(Math.min(sales, doers)).toBeGreaterThanOrEqual(PEOPLE);
  // the control: all of them are looked at
  expect(await ordersSeen(() => sql`select sum(total_minor + 0) from orders`)).toBeGreaterThanOrEqual(20 * PEOPLE);
});

it('a tag is found without a look at the tags of all people', async () => {
  await house.say('/template new Spring\nSpring tea\nIt is here, {{ first_name | default: "you" }}.');
  const [one] = await sql<{ id: string }>`select max(id) as id from contacts`;
  await autocommit`update contacts set tags = '{vip}' where id = ${one!.id}`;
  const seen = async (words: string) => {
    let shown = '';
    const rows = await lookedAt(house.db, ['contacts'], async () => {
      shown = JSON.stringify(await house.say(`/template preview Spring ${words}`));
    });
    expect(shown).toContain(`Person ${PEOPLE}`);
    return rows;
  };
  expect(await seen('#vip')).toBeLessThan(FEW);
  // the control: a bare word may be one that is written otherwise
  expect(await seen('vip')).toBeGreaterThanOrEqual(PEOPLE);
});

it('whether somebody has had the week’s is looked up by the person, also while statistics say that nothing was sent', async () => {
  await house.say('/settings campaigns-a-week 2');
  await autocommit`delete from campaign_deliveries`;
  await stop(await planned());
  await autocommit.unsafe('vacuum analyze campaign_deliveries');
  await autocommit`update campaign_deliveries set state = 'sent', sent_at = ${house.now} where id % 2 = 0`;
  await autocommit`update campaigns set state = 'cancelled', ended_at = ${house.now}`;
  await planned();
  expect(await looks(claim)).toBeLessThan(FEW);
});
