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
