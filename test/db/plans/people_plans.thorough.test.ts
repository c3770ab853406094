import { expect, it } from 'vitest';
import { resolveContact } from '../../../src/domain/people/resolve.ts';
import { holdersOfMarks, holdersOfSigns, type Identity } from '../../../src/domain/people/sign.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const ROWS = 20_000;
const FEW = 100;
const TABLES = ['contacts', 'contact_identities', 'contact_signs'];
const NOW = new Date('2026-11-21T04:00:00Z');

const fill = () =>
  db.autocommit.unsafe(`
    insert into contacts (name) select 'Nr ' || n from generate_series(1, ${ROWS}) n;
    insert into contact_identities (contact_id, channel, address)
    select id, 'email', 'nr' || id || '@x.example' from contacts where name like 'Nr %';
    insert into contact_signs (contact_id, channel, address, source)
    select id, 'phone', 'nr ' || id, 'unread' from contacts where name like 'Nr %'`);

it('who somebody is, and who may be the same person, is found among few rows, however many people there are', async () => {
  let count = 0;
  const come = (identities: Identity[]) =>
    db.transaction(async (tx) => {
      await resolveContact(tx, { identities }, { name: 'Ann' }, NOW);
      await holdersOfSigns(tx, identities);
      await holdersOfMarks(tx, identities);
    });
  const work = async (): Promise<void> => {
    count += 1;
    const [account, email] = [`1/${count}`, `ann${count}@x.example`];
    await come([{ channel: 'email', address: email }]);
    await come([{ channel: 'email', address: email }]);
    await come([
      { channel: 'shopify', address: account },
      { channel: 'email', address: email },
    ]);
  };
  // the statements are prepared while the tables are empty
  for (let times = 0; times < 8; times += 1) await work();
  await fill();
  expect(await lookedAt(db, TABLES, work)).toBeLessThan(FEW);
  await db.autocommit.unsafe('analyze contacts; analyze contact_identities; analyze contact_signs');
  expect(await lookedAt(db, TABLES, work)).toBeLessThan(FEW);
  // control: a look without an index
  const byName = () => db.sql`select from contacts where name || '' = 'Nr 1'`;
  expect(await lookedAt(db, TABLES, byName)).toBeGreaterThan(ROWS / 2);
});
