import { describe, expect, it } from 'vitest';
import { NOUNS } from '../../src/domain/exchange/all/nouns.ts';
import { NOT_EXPORTED } from '../support/exchange/not_exported.ts';
import { testHouse } from '../support/house.ts';
import { tableNames } from '../support/tables.ts';
import { unzip } from '../support/unzip.ts';

const house = await testHouse();
const { sql } = house.db;
const exportedTables = [...new Set(NOUNS.map(({ table }) => table))];

const unanswered = (tables: readonly string[]) =>
  tables.filter((table) => !exportedTables.includes(table) && !(table in NOT_EXPORTED));

describe('every table', () => {
  it('is exported, or there is a reason', async () => {
    const tables = await tableNames(sql);
    expect(unanswered(tables)).toEqual([]);
    expect([...exportedTables, ...Object.keys(NOT_EXPORTED)].sort()).toEqual(tables);
    // control
    expect(unanswered([...tables, 'lent_things'])).toEqual(['lent_things']);
  });

  it('names in the export every column that points to another row', async () => {
    const keys = await sql<{ table: string; column: string; to: string }>`
      select c.conrelid::regclass::text as "table", a.attname as "column", c.confrelid::regclass::text as "to"
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;
    const files = new Map(NOUNS.map(({ file, table }) => [file, table]));
    for (const { table, column, to } of keys) {
      const noun = NOUNS.find((one) => one.table === table);
      if (noun)
        expect([table, column, files.get({ ...noun.of, ...noun.points, ...noun.keyed }[column] ?? '')]).toEqual([
          table,
          column,
          to,
        ]);
    }
  });

  it('comes after those that it points to', () => {
    const place = (file: string) => NOUNS.findIndex((noun) => noun.file === file);
    for (const { file, of, points, keyed, late = [] } of NOUNS)
      for (const [column, to] of Object.entries({ ...of, ...points, ...keyed }))
        expect([file, column, late.includes(column) || place(to) < place(file)]).toEqual([file, column, true]);
  });

  it('is told apart by what the database holds unique', async () => {
    const rows = await sql<{ table: string; columns: string[] }>`
      select i.indrelid::regclass::text as "table", array(
        select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) order by 1
      ) as columns from pg_index i where i.indisunique and i.indpred is null`;
    for (const { table, natural } of NOUNS)
      if (natural)
        expect([
          table,
          rows.some((row) => row.table === table && row.columns.join() === [...natural].sort().join()),
        ]).toEqual([table, true]);
  });
});

describe('the note in an export', () => {
  it('tells in both languages what each file is and which columns it has, as they are', async () => {
    const reply = await house.say('/export all');
    const files = unzip(await house.files.read(reply.attachments![0]!.ref));
    const note = files.get('README.txt')!.toString();
    const parts = note.split('='.repeat(40));
    expect(parts.length).toBe(2);
    expect(parts[0]).toContain('全部资料');
    expect(parts[1]).toContain('Everything solo-crm knew');
    for (const part of parts)
      for (const { file } of NOUNS) {
        const header = files.get(`${file}.csv`)!.toString().slice(1).split('\r\n')[0]!;
        const told = new RegExp(`\n${file} — \\S.*\n {2}(.*)\n`).exec(part)?.[1];
        expect(told).toBeDefined();
        if (file !== 'contacts') expect([file, told!.split(', ').join()]).toEqual([file, header]);
        for (const row of JSON.parse(files.get(`${file}.json`)!.toString()) as object[])
          expect(Object.keys(row).sort()).toEqual(told!.split(', ').sort());
      }
    for (const name of files.keys())
      expect(note).toContain(name.replace(/\.(csv|json|txt)$/, '').replace(/^(README|solo-crm)$/, 'zip'));
  });
});
