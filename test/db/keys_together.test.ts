import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/db/sql.ts';
import { testHouse } from '../support/house.ts';

const house = await testHouse();

const makeContacts = (tx: Tx) =>
  tx`insert into contacts (name, search_keys) select 'Anna ' || n, array['=anna', 'key' || n] from generate_series(1, 50) n`;
/** Pages of keys that a search would have had to read one by one. */
const waiting = async (tx: Tx) =>
  (await tx<{ pages: number }>`select gin_clean_pending_list('contacts_search_keys')::int as pages`)[0]!.pages;

it('no keys of contacts wait beyond the statement that wrote them', async () => {
  await house.db.transaction(async (tx) => {
    await makeContacts(tx);
    expect(await waiting(tx)).toBe(0);
    await tx`update contacts set name = 'Bea' where name like 'Anna%'`;
    expect(await waiting(tx)).toBe(0);
  });
});

it('they would wait without the trigger', async () => {
  const over = new Error('over');
  const tried = house.db.transaction(async (tx) => {
    await tx`alter table contacts disable trigger tidy`;
    await makeContacts(tx);
    expect(await waiting(tx)).toBeGreaterThan(0);
    throw over;
  });
  await expect(tried).rejects.toBe(over);
});

it('those who had an extension before are found by their number, and nobody else changes', async () => {
  await house.reset();
  await house.say('/add Anna +1 202 555 0147 ext 12');
  await house.say('/add Bo +1 202 555 0199');
  const keys = () => house.db.sql<{ keys: string[] }>`select search_keys as keys from contacts order by id`;
  const asNow = await keys();
  await house.db.autocommit`
    update contacts set search_keys = array(select key from unnest(search_keys) key where key !~ '^[0-9]+$' order by key collate "C")
    where name = 'Anna'`;
  expect(await keys()).not.toEqual(asNow);
  const migration = readFileSync(new URL('../../sql/0089_keys_together.sql', import.meta.url), 'utf8');
  const mending = migration.slice(migration.indexOf('with numbers as'));
  await house.db.transaction(async (tx) => void (await tx.unsafe(mending)));
  const [anna, bo] = await keys();
  expect(bo).toEqual(asNow[1]);
  // the number with its extension in one is a key of new contacts alone: nobody types it so
  expect(anna!.keys).toEqual(asNow[0]!.keys.filter((key) => key !== '1202555014712'));
});
