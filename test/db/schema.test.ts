import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSchema } from '../../scripts/describe_schema.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();

test('sql/schema.sql says what the migrations make (if not: npm run schema)', async () => {
  const written = readFileSync(new URL('../../sql/schema.sql', import.meta.url), 'utf8');
  expect(await describeSchema(db.sql)).toBe(written);
});

test('control: another column shows', async () => {
  const before = await describeSchema(db.sql);
  await db.autocommit`alter table contacts add column extra text`;
  expect(await describeSchema(db.sql)).not.toBe(before);
});

test('what joins the rows before and after a change seeks none of them among all others, however few there were at first', async () => {
  const joining = await db.sql<{ name: string; config: string[] | null }>`
    select distinct p.proname as name, p.proconfig as config from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where t.tgoldtable is not null and t.tgnewtable is not null and p.prosrc ~ ('\\mjoin (' || t.tgoldtable || '|' || t.tgnewtable || ')\\M')
    order by 1`;
  expect(joining).toEqual([
    { name: 'journal_changed', config: ['enable_nestloop=off'] },
    { name: 'note_stages', config: ['enable_nestloop=off'] },
  ]);
});
