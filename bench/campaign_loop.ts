import type { Database } from '../src/db/open.ts';
import type { BulkMail, BulkResult } from '../src/outbox/bulk.ts';
import type { Person } from './campaign_mail.ts';

/** What hands a batch over: ours, or the one it is compared with. */
export interface Way {
  send(batch: readonly BulkMail[]): Promise<BulkResult[]>;
}

/** How one campaign is sent; the service's own worker can take its place. */
export type Loop = (db: Database, way: Way, mailFor: (person: Person) => BulkMail) => Promise<void>;

const BATCH = 500;
/** One is sent while the other is claimed or noted. */
const BATCHES_AT_ONCE = 2;
const LEASE_SECONDS = 900;

/** Claims in batches, `sending` committed before the first byte leaves; writes all results of a batch in one statement. */
export const claimAndSend: Loop = async (db, way, mailFor) => {
  const one = async () => {
    for (;;) {
      const people = await claim(db);
      if (people.length === 0) return;
      await note(db, people, await way.send(people.map(mailFor)));
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, one));
};

function claim({ autocommit }: Database): Promise<Person[]> {
  return autocommit<Person>`
    with due as (
      select campaign_id, contact_id from bench_deliveries
      where campaign_id = 12 and state = 'queued' order by contact_id limit ${BATCH} for update skip locked
    )
    update bench_deliveries d
    set state = 'sending', claimed_by = 1, claimed_until = now() + make_interval(secs => ${LEASE_SECONDS})
    from due, bench_people p
    where d.campaign_id = due.campaign_id and d.contact_id = due.contact_id and p.contact_id = due.contact_id
    returning d.contact_id, d.address, p.name, p.city`.then((rows) => [...rows]);
}

async function note({ autocommit }: Database, people: readonly Person[], results: readonly BulkResult[]) {
  const ids = people.map(({ contact_id }) => contact_id);
  const states = results.map(({ state }) => state);
  const details = results.map(({ state, detail }) => (state === 'sent' ? '' : detail));
  await autocommit`
    update bench_deliveries d
    set state = r.state, detail = nullif(r.detail, ''), claimed_by = null, claimed_until = null, settled_at = now()
    from unnest(${ids}::bigint[], ${states}::text[], ${details}::text[]) as r (contact_id, state, detail)
    where d.campaign_id = 12 and d.contact_id = r.contact_id and d.state = 'sending'`;
}

/** As many people as asked for, each with a delivery that waits. */
export async function plan(db: Database, recipients: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.unsafe(`
      drop table if exists bench_deliveries, bench_people;
      create table bench_people (contact_id bigint primary key, name text not null, city text not null);
      create table bench_deliveries (
        campaign_id bigint, contact_id bigint, address text not null, state text not null default 'queued',
        detail text, claimed_by bigint, claimed_until timestamptz, settled_at timestamptz,
        primary key (campaign_id, contact_id)
      );
      create index bench_deliveries_queued on bench_deliveries (campaign_id, contact_id) where state = 'queued';`);
    await tx`
      insert into bench_people
      select nth, 'Customer ' || nth, (array['Lyon', '杭州', 'Kraków', 'Austin', '成都'])[1 + nth % 5]
      from generate_series(1, ${recipients}::int) nth`;
    await tx`
      insert into bench_deliveries (campaign_id, contact_id, address)
      select 12, contact_id, 'customer' || contact_id || '@example.net' from bench_people`;
  });
  await db.autocommit.unsafe('analyze bench_people, bench_deliveries');
}

/** How many ended in each state. */
export async function counted({ sql }: Database): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from bench_deliveries group by 1`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
