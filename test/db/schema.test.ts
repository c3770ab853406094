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
