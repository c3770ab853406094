import type { Fragment, Sql } from '../../../db/sql.ts';
import { DERIVED, type Noun, type RowId } from './noun.ts';

/** The key here of the stage that a column names: own ones have their number in it. One that nobody knows is where leads begin. */
const stageHere = (sql: Sql, says: Fragment, column: string, rowId: RowId): Fragment => {
  const key = sql`(${says} ->> ${column}::text)`;
  return sql`
    jsonb_build_object(${column}::text, case
      when ${key} ~ '^s\\d{1,18}$' then coalesce('s' || ${rowId('stages', sql`substr(${key}, 2)`)}, 'new')
      when exists (select from stages g where g.id < 0 and g.key = ${key}) then ${key}
      when ${key} is not null then 'new'
    end)`;
};

/** Of what is always there by its number, of an own one by its name. */
const samePart = (sql: Sql, table: string): Fragment => sql`
  select t.id, 3 as way from ${sql(table)} t
  where t.id = r.id and r.id < 0 or t.id > 0 and r.id > 0 and t.removed_at is null and fold_text(t.name) = fold_text(r.name)`;

/** What is always there has a number below 0, and an own one a name that is not taken by another. */
const isVoidPart = (sql: Sql, table: string, says: Fragment): Fragment => sql`(
  (${says} ->> 'id')::bigint < 0 and not exists (
    select from ${sql(table)} t where t.id = (${says} ->> 'id')::bigint and t.built_in = ${says} ->> 'built_in'
  ) or (${says} ->> 'id')::bigint > 0 and (${says} ->> 'name' is null or ${says} ->> 'built_in' is not null)
)`;

/** A name that is another's here is not taken over. */
const freeName = (sql: Sql, table: string, says: Fragment): Fragment => sql`
  case when (${says} ->> 'id')::bigint < 0 and exists (
    select from ${sql(table)} t where t.removed_at is null and t.id <> (${says} ->> 'id')::bigint
      and fold_text(t.name) = fold_text(${says} ->> 'name')
  ) then jsonb_build_object('name', null) else '{}'::jsonb end`;

/** Stages, reasons and leads: parents before their children. */
export const NOUNS_OF_LEADS: readonly Noun[] = [
  {
    file: 'stages',
    table: 'stages',
    fixed: true,
    without: { key: DERIVED },
    decides: ['name', 'probability', 'position', 'quiet_days', 'removed_at'],
    same: (sql) => samePart(sql, 'stages'),
    isVoid: (sql, says) => isVoidPart(sql, 'stages', says),
    follow: (sql, says) => freeName(sql, 'stages', says),
    // what ends a lead is always the same two
    settle: (sql, says) =>
      sql`case when (${says} ->> 'id')::bigint > 0 then '{"ends": null}'::jsonb else '{}'::jsonb end`,
  },
  {
    file: 'lost_reasons',
    table: 'lost_reasons',
    fixed: true,
    decides: ['name', 'removed_at'],
    same: (sql) => samePart(sql, 'lost_reasons'),
    isVoid: (sql, says) => isVoidPart(sql, 'lost_reasons', says),
    follow: (sql, says) => freeName(sql, 'lost_reasons', says),
  },
  {
    file: 'leads',
    table: 'leads',
    former: ['next_step'],
    of: { contact_id: 'contacts' },
    points: {
      conversation_id: 'conversations',
      message_id: 'messages',
      won_order_id: 'orders',
      lost_reason_id: 'lost_reasons',
    },
    keyed: { stage: 'stages' },
    decides: [
      ...['title', 'stage', 'amount_minor', 'currency', 'lost_reason', 'closed_at', 'won_order_id', 'stage_before'],
      ...['product', 'source', 'expected_on', 'lost_reason_id'],
    ],
    follow: (sql, says, rowId) =>
      sql`${stageHere(sql, says, 'stage', rowId)} || ${stageHere(sql, says, 'stage_before', rowId)}`,
  },
  {
    file: 'stage_changes',
    table: 'stage_changes',
    of: { lead_id: 'leads' },
    points: { user_id: 'users' },
    keyed: { stage: 'stages' },
    natural: ['lead_id', 'at', 'stage'],
    follow: (sql, says, rowId) => stageHere(sql, says, 'stage', rowId),
  },
];
