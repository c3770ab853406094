import { expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { Tx } from '../../../src/db/sql.ts';
import { byWholeName } from '../../../src/domain/commands/who/readings.ts';
import { formerNames, lastFormerName } from '../../../src/domain/people/former_name.ts';
import { namesake } from '../../../src/domain/people/name.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const ROWS = 20_000;
const FEW = 100;
const { settings } = readConfig({});
const tx = db.autocommit as unknown as Tx;

const fill = [
  `insert into contacts (name, name_from) select 'Buyer ' || n, 'telegram' from generate_series(1, ${ROWS}) n`,
  `insert into contact_identities (contact_id, channel, address, known_as) select id, 'telegram', id::text, 'Merged ' || id from contacts`,
  `insert into contact_signs (contact_id, channel, address, source) select id, 'name', 'Former ' || id, 'former' from contacts`,
  `insert into contact_signs (contact_id, channel, address, source) select id, 'phone', '+86138' || lpad(id::text, 8, '0'), 'order' from contacts`,
];

it('who has a name, or had it, is found among few rows, however many names were given up', async () => {
  const ids: string[][] = [];
  const work = async (): Promise<void> => {
    await tx`select ${namesake(tx, '7')} as namesake, ${lastFormerName(tx, '7')} as former`;
    await formerNames(tx, ['7']);
    for (const name of ['Former 7 hi', 'Merged 7 hi', 'Buyer 7 hi'])
      ids.push((await byWholeName({ tx, settings }, name))?.ids ?? []);
  };
  // the statements are prepared while the tables are empty
  for (let times = 0; times < 8; times += 1) await work();
  for (const statement of fill) await db.autocommit.unsafe(statement);
  const tables = ['contacts', 'contact_signs', 'contact_identities'];
  expect(await lookedAt(db, tables, work)).toBeLessThan(FEW);
  for (const table of tables) await db.autocommit.unsafe(`analyze ${table}`);
  expect(await lookedAt(db, tables, work)).toBeLessThan(FEW);
  expect(ids.slice(-3)).toEqual([['7'], ['7'], ['7']]);
});
