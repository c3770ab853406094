import { it } from 'vitest';
import { testDatabase } from '../support/database.ts';
const { db } = await testDatabase();
it('x', async () => {
  await db.autocommit`
      insert into contacts (name, search_keys, last_seen_at)
      select 'n' || i, array['wang', 'k' || i, 'm' || i % 7] || padding, now() - i * interval '1 minute'
      from generate_series(1, 6000) i
      cross join lateral (select array_agg(md5(i || '-' || j)) as padding from generate_series(1, 15) j) as row`;
  await db.autocommit`analyze contacts`;
  const show = async (q: any) => { for (const r of await q) console.log(r['QUERY PLAN']); };
  const n = async () => console.log((await db.sql`select count(*), pg_relation_size('contacts') s, pg_relation_size('contacts_search_keys') g from contacts`)[0]);
  await n();
  await show(db.sql`explain (analyze) with wanted as materialized (select ${['k77']}::text[] as keys) select c.id from wanted w join contacts c on c.search_keys @> w.keys limit 150`);
  await show(db.sql`explain (analyze) with slips as materialized (
      select array[slip] || ${[]}::text[] as keys from unnest(${['=a','=b','=c']}::text[]) slip
    ) select c.id, c.name, c.tags, c.last_seen_at from slips s join contacts c on c.search_keys @> s.keys
      limit 150`);
  await db.autocommit`vacuum contacts`;
  await show(db.sql`explain (analyze) with wanted as materialized (select ${['k77']}::text[] as keys) select c.id from wanted w join contacts c on c.search_keys @> w.keys limit 150`);
});
