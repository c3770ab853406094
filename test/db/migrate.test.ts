import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let empty: TestDatabase;
let dir: string;
const cleaning: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

beforeEach(async () => {
  empty = await createDatabase({ template: 'template0' });
  const made = mkdtempSync(join(tmpdir(), 'solo-crm-sql-'));
  cleaning.push(empty.drop, () => rmSync(made, { recursive: true }));
  dir = made;
  write('0001_first.sql', 'create table first (id int);');
  write('0002_second.sql', 'create table second (id int);\ninsert into first values (1);');
  write('schema.sql', 'this is not a migration');
});

function write(name: string, body: string): void {
  writeFileSync(join(dir, name), body);
}

function run(): Promise<string[]> {
  return migrate(empty.connection, pathToFileURL(`${dir}/`));
}

test('of six instances that start at once, one runs the files, in order, and the others find nothing to do', async () => {
  write('0002_second.sql', 'create table second (id int);\nselect pg_sleep(0.2);\ninsert into first values (1);');
  const ran = await Promise.all(Array.from({ length: 6 }, run));
  expect(ran.sort((a, b) => b.length - a.length)).toEqual([['0001_first.sql', '0002_second.sql'], [], [], [], [], []]);
  expect(await empty.db.sql`select from first`).toHaveLength(1);
});

test('only what is new runs the next time', async () => {
  await run();
  write('0003_third.sql', 'create table third (id int);');
  expect(await run()).toEqual(['0003_third.sql']);
});

test('a file that fails leaves nothing of itself, keeps those before it, and can be run again when corrected', async () => {
  write('0002_second.sql', 'create table second (id int);\nselect 1 / 0;');
  await expect(run()).rejects.toThrow('sql/0002_second.sql cannot be run: division by zero');
  write('0002_second.sql', 'create table second (id int);\n\nselect from nowhere;');
  await expect(run()).rejects.toThrow('sql/0002_second.sql, line 3 cannot be run: relation "nowhere" does not exist');
  expect(await empty.db.sql`select name from migrations`).toEqual([{ name: '0001_first.sql' }]);
  write('0002_second.sql', 'create table second (id int);');
  expect(await run()).toEqual(['0002_second.sql']);
});

test('a file marked so runs outside a transaction', async () => {
  write('0002_second.sql', '-- no-transaction\ncreate index concurrently on first (id);');
  expect(await run()).toHaveLength(2);
  // Control: within a transaction the server refuses that statement.
  write('0003_third.sql', 'create index concurrently on first (id);');
  await expect(run()).rejects.toMatchObject({ code: '25001' });
});

test('a file that was changed after it ran is refused; other line ends are not a change', async () => {
  await run();
  write('0002_second.sql', 'create table second (id int);\r\ninsert into first values (1);');
  expect(await run()).toEqual([]);
  write('0002_second.sql', 'create table second (id int);\ninsert into first values (2);');
  await expect(run()).rejects.toThrow('sql/0002_second.sql was changed after it ran');
});

test('a database of a newer program is refused', async () => {
  await run();
  rmSync(join(dir, '0002_second.sql'));
  await expect(run()).rejects.toThrow('The database is newer than this solo-crm (it has 0002_second.sql)');
});

test('an absence that was planned before that was kept counts as planned once it is kept, one that lasts does not', async () => {
  const later = '0050_planned_absences.sql';
  const files = readdirSync('sql').filter((name) => /^\d{4}_/.test(name) && name < later);
  for (const name of ['0001_first.sql', '0002_second.sql']) rmSync(join(dir, name));
  for (const name of files) write(name, readFileSync(join('sql', name), 'utf8'));
  await run();
  await empty.db.autocommit`
    insert into absences (starts_at, until) values
      (now() + interval '1 day', now() + interval '2 days'), (now() - interval '1 hour', now() + interval '2 hours')`;
  write(later, readFileSync(join('sql', later), 'utf8'));
  expect(await run()).toEqual([later]);
  expect(await empty.db.sql`select planned from absences order by id`).toEqual([{ planned: true }, { planned: false }]);
});
