import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Field } from './field.ts';
import type { FieldValue } from './value.ts';

/** A field and what a contact has there. */
export interface ContactField extends Field {
  value: string;
}

/** What a contact has, in the order of the fields. */
export async function fieldsOf(sql: Sql, contactId: string): Promise<ContactField[]> {
  return sql<ContactField>`
    select f.id, f.name, f.kind, f.choices, v.value
    from field_values v join fields f on f.id = v.field_id
    where v.contact_id = ${contactId} and f.removed_at is null order by f.id > 0, abs(f.id)`;
}

/** As a column `has`, what a contact `c` has: `HeldField[]`. */
export const heldFields = (sql: Sql): Fragment => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id::text, 'name', f.name, 'kind', f.kind, 'value', v.value) order by f.id)
    from field_values v join fields f on f.id = v.field_id and f.removed_at is null where v.contact_id = c.id
  ), '[]') as has`;

/** What somebody is to have in a field; null: nothing any more. */
export interface FieldChange {
  field: Field;
  to: FieldValue | null;
}

/** Changes what a contact has, in one statement each way; of two changes in one field the last counts. True if anything is otherwise than before. */
export async function changeFields(tx: Tx, contactId: string, changes: readonly FieldChange[]): Promise<boolean> {
  const last = [...new Map(changes.map((change) => [change.field.id, change])).values()];
  const gone = last.flatMap(({ field, to }) => (to ? [] : field.id));
  const set = last.flatMap(({ field, to }) => (to ? { contact_id: contactId, field_id: field.id, ...to } : []));
  const removed = gone.length === 0 ? 0 : await takeAway(tx, contactId, gone);
  return (set.length === 0 ? 0 : await write(tx, set)) + removed > 0;
}

async function takeAway(tx: Tx, contactId: string, fieldIds: string[]): Promise<number> {
  const { count } = await tx`
    delete from field_values where contact_id = ${contactId} and field_id = any(${fieldIds}::bigint[])`;
  return count;
}

/** A row of a value that is to be written. */
export interface NewValue extends FieldValue {
  contact_id: string;
  field_id: string;
}

async function write(tx: Tx, values: readonly NewValue[]): Promise<number> {
  const { count } = await tx`
    insert into field_values as v (contact_id, field_id, value, key, number)
    select contact_id, field_id, value, key, number from jsonb_to_recordset(${tx.json([...values])}) as r (
      contact_id bigint, field_id bigint, value text, key text, number numeric
    )
    on conflict (contact_id, field_id) do update set value = excluded.value, key = excluded.key, number = excluded.number
    where v.value <> excluded.value`;
  return count;
}

/** Fills in only what is empty, for many contacts in one statement. Gives the contacts and fields that had something else. */
export async function fillFields(
  tx: Tx,
  values: readonly NewValue[],
): Promise<{ filled: string[]; others: { contactId: string; fieldId: string }[] }> {
  if (values.length === 0) return { filled: [], others: [] };
  const rows = await tx<{ contactId: string; fieldId: string; filled: boolean; same: boolean }>`
    with given as (
      select r.* from jsonb_to_recordset(${tx.json([...values])}) as r (
        contact_id bigint, field_id bigint, value text, key text, number numeric
      ) where exists (select from fields f where f.id = r.field_id)
    ), made as (
      insert into field_values (contact_id, field_id, value, key, number)
      select contact_id, field_id, value, key, number from given
      on conflict (contact_id, field_id) do nothing returning contact_id, field_id
    )
    select g.contact_id as "contactId", g.field_id as "fieldId", m.contact_id is not null as filled,
      coalesce(v.value = g.value, false) as same
    from given g
    left join made m on m.contact_id = g.contact_id and m.field_id = g.field_id
    left join field_values v on v.contact_id = g.contact_id and v.field_id = g.field_id`;
  return {
    filled: rows.flatMap(({ contactId, filled }) => (filled ? [contactId] : [])),
    others: rows.flatMap(({ contactId, fieldId, filled, same }) => (filled || same ? [] : { contactId, fieldId })),
  };
}

/** What two contacts have in the same field. */
export interface Differing extends Field {
  one: string;
  other: string;
}

/** Where two contacts have something different in the same field. */
export async function fieldsThatDiffer(sql: Sql, oneId: string, otherId: string): Promise<Differing[]> {
  return sql<Differing>`
    select f.id, f.name, f.kind, f.choices, a.value as one, b.value as other
    from field_values a join field_values b on b.field_id = a.field_id and b.contact_id = ${otherId}
    join fields f on f.id = a.field_id and f.removed_at is null
    where a.contact_id = ${oneId} and a.value <> b.value order by f.id > 0, abs(f.id)`;
}

/** Whose birthday is kept on a day with one of these keys, the most recently seen first; and how many they are. */
export async function bornOn(
  sql: Sql,
  fieldId: string,
  keys: readonly string[],
  most: number,
): Promise<{ count: number; people: { id: string; name: string; value: string }[] }> {
  const rows = await sql<{ id: string; name: string; value: string; count: number }>`
    with born as materialized (
      select c.id, c.name, c.last_seen_at, v.value, v.key from field_values v join contacts c on c.id = v.contact_id
      where v.field_id = ${fieldId} and v.key = any(${[...keys]}::text[]) and c.blocked_at is null
    )
    select id, name, value, key, (select count(*)::int from born) as count
    from born order by last_seen_at desc nulls last, id limit ${most}`;
  return { count: rows[0]?.count ?? 0, people: rows.map(({ count: _, ...person }) => person) };
}
