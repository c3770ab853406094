import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../support/house.ts';
import { OF_NOBODY, OF_PERSONS, unansweredTables } from '../support/people/persons.ts';
import { tableNames } from '../support/tables.ts';

const house = await testHouse();
const source = (path: string) => readFileSync(new URL(`../../src/domain/${path}`, import.meta.url), 'utf8');

/** Whether a query reads the table, by itself or by the view that stands for it. */
const reads = (text: string, table: string) =>
  new RegExp(
    `(from|join) (${table}${['orders', 'order_payments', 'order_refunds'].includes(table) ? '|(contact_)?purchases' : ''})\\b`,
  ).test(text);

const listedAs = (what: 'timeline' | 'export', word: string) =>
  Object.entries(OF_PERSONS).flatMap(([table, answers]) => (answers[what] === word ? [table] : []));

describe('every table says what it holds of a person', () => {
  it('and none is left out', async () => {
    expect(await unansweredTables(house.db.sql)).toEqual([]);
    const known = new Set([...Object.keys(OF_PERSONS), ...Object.keys(OF_NOBODY)]);
    expect([...known].sort()).toEqual(await tableNames(house.db.sql));
  });

  it('what points to a contact is of a person', async () => {
    const rows = await house.db.sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('contact_id', 'conversation_id', 'message_id')
        and table_name in (select tablename from pg_tables where schemaname = 'public')`;
    expect(rows.map(({ name }) => name).filter((name) => name in OF_NOBODY)).toEqual([]);
  });

  it('the timeline reads what it is said to show', () => {
    const text = source('desk/timeline.ts');
    expect(listedAs('timeline', 'shown').filter((table) => !reads(text, table))).toEqual([]);
  });

  it('the export reads what it is said to hold', () => {
    const text = source('people/export.ts');
    const held = [...listedAs('export', 'in the file'), ...listedAs('export', 'summed in the file')];
    expect(held).toContain('orders');
    expect(held.filter((table) => !reads(text, table))).toEqual([]);
  });

  it('control: a new table shows, and so does one the timeline has forgotten', async () => {
    await house
      .act(async ({ tx }) => {
        await tx`create table lent_things (id bigint, contact_id bigint references contacts)`;
        expect(await unansweredTables(tx)).toEqual(['lent_things']);
        throw new Error('rehearsed');
      })
      .catch((error: Error) => expect(error.message).toBe('rehearsed'));
    expect(reads(source('desk/timeline.ts'), 'lent_things')).toBe(false);
  });
});
