import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { createDatabase } from '../support/database.ts';

const SQL = fileURLToPath(new URL('../../sql/', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'solo-crm-sql-'));
const base = await createDatabase({ template: 'template0' });
afterAll(async () => {
  await base.drop();
  rmSync(dir, { recursive: true });
});

/** Runs the migrations whose number is not above this. */
async function upTo(number: string): Promise<void> {
  for (const name of readdirSync(SQL).filter((file) => /^\d/.test(file) && file.slice(0, 4) <= number)) {
    copyFileSync(join(SQL, name), join(dir, name));
  }
  await migrate(base.connection, pathToFileURL(`${dir}/`));
}

test('what was written with orders is kept through the upgrade, with the words of theirs that nobody knew, and undo finds it', async () => {
  const { sql, autocommit } = base.db;
  await upTo('0050');
  await autocommit`insert into connections (provider, token, secret) values ('shopify', 't', '')`;
  await autocommit`
    insert into orders (connection_id, external_id, number, payment, fulfillment, currency, total_minor, placed_at, version_at, words)
    values (1, '1', '#1', 'paid', null, 'EUR', 1, now(), now(), ${'Ring twice\nGift: "Love"'}),
      (1, '2', '#2', 'half_paid', 'fulfilled', 'EUR', 1, now(), now(), ''),
      (1, '3', '#3', 'pending', 'on_hold', 'EUR', 1, now(), now(), null)`;
  await autocommit`insert into users (role, name) values ('owner', 'Me')`;
  await autocommit`insert into journal (user_id, command) values (1, '/delete')`;
  await autocommit`
    insert into journal_changes (journal_id, table_name, key, before, after) values
      (1, 'orders', '1', '{"id": 1, "words": "Ring"}', '{"id": 1, "words": null}'),
      (1, 'leads', '1', '{"id": 1, "words": "kept"}', null)`;
  await upTo('0051');
  expect(
    await sql`
      select words, order_text(words) as written, payment, strange_payment as "strangePayment", fulfillment,
        strange_fulfillment as "strangeFulfillment"
      from orders order by id`,
  ).toEqual([
    {
      ...{ words: [{ of: '', text: 'Ring twice\nGift: "Love"' }], written: 'Ring twice\nGift: "Love"' },
      ...{ payment: 'paid', strangePayment: null, fulfillment: null, strangeFulfillment: null },
    },
    {
      ...{ words: [], written: '', payment: 'other', strangePayment: 'half_paid' },
      ...{ fulfillment: 'fulfilled', strangeFulfillment: null },
    },
    {
      ...{ words: null, written: '', payment: 'pending', strangePayment: null },
      ...{ fulfillment: 'other', strangeFulfillment: 'on_hold' },
    },
  ]);
  expect(await sql`select before, after from journal_changes order by id`).toEqual([
    { before: { id: 1, words: [{ of: '', text: 'Ring' }] }, after: { id: 1, words: null } },
    { before: { id: 1, words: 'kept' }, after: null },
  ]);
});
