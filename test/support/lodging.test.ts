import { expect, it } from 'vitest';
import { endFile } from './end_of_file.ts';
import { type House, telegramMessage, testHouse } from './house.ts';
import { everyRow, tableNames } from './tables.ts';

const nameOf = async ({ db }: House): Promise<string> => {
  const [row] = await db.sql<{ name: string }>`select current_database() as name`;
  return row!.name;
};

/** Every row except when it was made, and how far each sequence has counted. */
async function everything({ db }: House) {
  const rows = await everyRow<string>(db.sql, await tableNames(db.sql), `(to_jsonb(t) - 'created_at')::text`);
  const counted = await db.sql`
    select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`;
  return { rows, counted };
}

/** Whether the next test file gets the database in which `work` was done. */
async function goesOn(work: (house: House) => Promise<unknown>): Promise<boolean> {
  const house = await testHouse();
  const name = await nameOf(house);
  await work(house);
  await endFile();
  const next = await nameOf(await testHouse());
  await endFile();
  return next === name;
}

it('a database goes on to the next test file, as it began', async () => {
  const began = await everything(await testHouse({}, { anew: true }));
  await endFile();
  const house = await testHouse();
  const name = await nameOf(house);
  await house.happen(telegramMessage('茶罐碎了，要退款'));
  await house.db.autocommit`alter table leads alter column id restart with 100`;
  await endFile();
  const next = await testHouse();
  expect(await nameOf(next)).toBe(name);
  expect(await everything(next)).toEqual(began);
  await next.say('/lead 王小明 龙井');
  expect(() => house.db.sql).toThrow('after its end');
  await endFile();
});

it.each<[string, (house: House) => Promise<unknown>]>([
  ['a new column', ({ db }) => db.autocommit`alter table leads add column extra text`],
  ['a setting of a table', ({ db }) => db.autocommit`alter table leads set (autovacuum_enabled = off)`],
  ['a new function', ({ db }) => db.autocommit.unsafe('create function more() returns int return 1')],
  ['a trigger that was switched', ({ db }) => db.autocommit`alter table leads disable trigger journal`],
  ['somebody who listens', ({ db }) => db.listen('changes', () => {})],
])('but not one with %s', async (_, change) => {
  expect(await goesOn(async () => {})).toBe(true);
  expect(await goesOn(change)).toBe(false);
});
