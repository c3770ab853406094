import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();

/** Functions with more than one expression that are written in SQL and called by an index, which `inline_function` of the planner reads in vain. */
async function readAnew(): Promise<string[]> {
  const rows = await db.sql<{ name: string }>`
    select distinct p.proname as name
    from pg_depend d
      join pg_class c on c.oid = d.objid and c.relkind = 'i'
      join pg_proc p on p.oid = d.refobjid
      join pg_language l on l.oid = p.prolang
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_proc'::regclass and l.lanname = 'sql' and p.prosrc ~* '\\mfrom\\M'
    order by name`;
  return rows.map(({ name }) => name);
}

it('no index calls a function whose body the server reads again for each row that is stored', async () => {
  expect(await readAnew()).toEqual([]);
});

it('one written in SQL would be seen (control)', async () => {
  await db.autocommit.unsafe(`
    create function letters(value text) returns bigint language sql immutable as $$
      select count(*) from unnest(string_to_array(value, null))
    $$;
    create index contacts_letters on contacts (letters(name))`);
  expect(await readAnew()).toEqual(['letters']);
});
