import { expect, it } from 'vitest';
import { compareDue } from '../../../src/domain/merge/compare.ts';
import { measureAgain } from '../../../src/domain/merge/likeness/measured.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const ROWS = Number(process.env.CONTACTS ?? 20_000);
const FEW = 400;
const TABLES = ['contacts', 'contact_identities', 'contact_signs', 'merge_proposals', 'likeness_keys', 'orders'];
const NOW = new Date('2026-11-21T04:00:00Z');

const FILL = [
  `insert into contacts (name, city) select 'Ann Nr' || n, 'Town ' || n from generate_series(1, ${ROWS}) n`,
  `insert into contact_identities (contact_id, channel, address)
   select id, 'email', 'nr' || id || '@x.example' from contacts where name like 'Ann Nr%'`,
  ...Array.from(
    { length: 10 },
    (_, nth) => `insert into likeness_keys (key, contact_id)
      select hashtextextended(id || ' ${nth}', 0), id from contacts where name like 'Ann Nr%'`,
  ),
  `insert into merge_proposals (first_id, second_id, state, created_at)
   select id, id + 1, 'proposed', now() from contacts where name like 'Ann Nr%'`,
  'delete from likeness_due',
];

async function fill(): Promise<void> {
  for (const statement of FILL) await db.autocommit.unsafe(statement);
}

it('a turn of comparing looks at few rows, and learning at no more than its sample, however many people there are', async () => {
  let count = 0;
  const turn = async (): Promise<void> => {
    count += 1;
    await db.transaction(async (tx) => {
      for (const name of ['Bea Stone', 'Bea Stone']) {
        const [row] = await tx<{ id: string }>`insert into contacts (name) values (${`${name} ${count}`}) returning id`;
        const phone = `+8613800${100_000 + count}`;
        await tx`insert into contact_signs (contact_id, channel, address, source) values (${row!.id}, 'phone', ${phone}, 'order')`;
      }
      expect(await compareDue({ tx, now: NOW })).toBe(2);
    });
  };
  // the statements are prepared while the tables are empty
  for (let times = 0; times < 8; times += 1) await turn();
  await fill();
  expect(await lookedAt(db, TABLES, turn)).toBeLessThan(FEW);
  await db.autocommit.unsafe(
    'analyze contacts; analyze contact_identities; analyze likeness_keys; analyze merge_proposals',
  );
  expect(await lookedAt(db, TABLES, turn)).toBeLessThan(FEW);
  const learning = () => db.transaction((tx) => measureAgain(tx));
  expect(await lookedAt(db, ['contacts', 'contact_identities'], learning)).toBeLessThan(12_000);
  // control: a look without an index
  const byName = () => db.sql`select from contacts where name || '' = 'Nr 1'`;
  expect(await lookedAt(db, TABLES, byName)).toBeGreaterThan(ROWS / 2);
});
