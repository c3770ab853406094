import type { Fragment, Sql } from '../../../db/sql.ts';
import { locales } from '../../../text/locale.ts';
import { REMOTE } from '../../channel.ts';
import { PROOFS, PURPOSES } from '../../people/consent.ts';
import { besideNamed } from '../../people/fields/field.ts';
import { PHONE } from '../../people/sign.ts';
import { REASONS, SAID_BY } from '../../people/suppression.ts';
import { DERIVED, type Noun, type RowId, SECRET } from './noun.ts';

/**
 * The number here of a connection, as text (sql). One that has none yet, or is not in the archive, is no shop that is here: its number
 * there would be another's.
 */
const connectionHere = (sql: Sql, there: Fragment, rowId: RowId): Fragment =>
  sql`coalesce(${rowId('connections', there)}, 'x' || ${there})`;

/** '7/1001' in a shop's addresses begins with the number of its connection. */
export function inShop(sql: Sql, says: Fragment, column: string, rowId: RowId): Fragment {
  const address = sql`${says} ->> ${column}::text`;
  return sql`
    case when ${address} ~ '^\\d{1,18}/' then jsonb_build_object(
      ${column}::text, ${connectionHere(sql, sql`split_part(${address}, '/', 1)`, rowId)} || substr(${address}, strpos(${address}, '/'))
    ) else '{}'::jsonb end`;
}

/** 'shop:7', 'shop:7/1001' and 'form:3' say where something was said, by the number of a connection. */
function fromSource(sql: Sql, says: Fragment, rowId: RowId): Fragment {
  const source = sql`${says} ->> 'source'`;
  return sql`
    case when ${source} ~ '^(form|shop):\\d{1,18}(/|$)' then jsonb_build_object('source', regexp_replace(
      ${source}, '\\d+', ${connectionHere(sql, sql`substring(${source} from '\\d+')`, rowId)}
    )) else '{}'::jsonb end`;
}

/** Channels whose addresses may begin with a number and a slash, and are no shop's. */
const NO_SHOP = [...REMOTE, PHONE, 'note'];

/** People, and what is kept of each: parents before their children. */
export const NOUNS_OF_PEOPLE: readonly Noun[] = [
  // before the people of whom they know
  {
    file: 'suppression_keys',
    table: 'suppression_keys',
    key: 'key',
    natural: ['key'],
    // where there is one already, that of another house only compares with what was said there
    settle: (sql, says) => sql`
      jsonb_build_object('ours', (${says} ->> 'ours')::boolean and not exists (select from suppression_keys where ours))`,
  },
  {
    file: 'suppressions',
    table: 'suppressions',
    natural: ['hash', 'purpose', 'reason'],
    oneOf: { purpose: ['', ...PURPOSES], reason: REASONS, said_by: SAID_BY },
    stays: ['lifted_at', 'until'],
    follow: fromSource,
  },
  {
    file: 'contacts',
    table: 'contacts',
    without: { search_keys: DERIVED },
    json: { refused: 'object' },
    decides: ['name', 'name_from', 'tags', 'city', 'locale', 'locale_from', 'blocked_at'],
  },
  {
    file: 'identities',
    table: 'contact_identities',
    of: { contact_id: 'contacts' },
    natural: ['channel', 'address'],
    stays: ['contact_id'],
    follow: (sql, says, rowId) =>
      sql`case when ${says} ->> 'channel' = any(${NO_SHOP}) then '{}'::jsonb else ${inShop(sql, says, 'address', rowId)} end`,
  },
  {
    file: 'signs',
    table: 'contact_signs',
    of: { contact_id: 'contacts' },
    natural: ['contact_id', 'channel', 'address'],
  },
  {
    file: 'fields',
    table: 'fields',
    fixed: true,
    // what is removed comes back by /undo here, and nowhere else
    only: (sql) => sql`removed_at is null`,
    same: (sql) => sql`
      select t.id, 3 as way from fields t
      where t.removed_at is null and t.kind = r.kind and (t.id > 0) = (r.id > 0) and fold_text(t.name) = fold_text(r.name)`,
    isVoid: (sql, says) => sql`((${says} ->> 'id')::bigint < 0) <> (${says} ->> 'kind' in ('birthday', 'address'))`,
    // a field of that name that takes something else is another field
    follow: (sql, says) => sql`
      case when exists (
        select from fields t where t.removed_at is null and t.name <> '' and fold_text(t.name) = fold_text(${says} ->> 'name')
          and t.kind <> ${says} ->> 'kind'
      ) then jsonb_build_object('name', ${besideNamed(sql, sql`${says} ->> 'name'`)}) else '{}'::jsonb end`,
  },
  {
    file: 'field_values',
    table: 'field_values',
    of: { contact_id: 'contacts', field_id: 'fields' },
    only: (sql) => sql`exists (select from fields f where f.id = t.field_id and f.removed_at is null)`,
    natural: ['contact_id', 'field_id'],
    decides: ['value', 'key', 'number'],
  },
  {
    file: 'organizations',
    table: 'organizations',
    without: { merged_into: 'is said only while it is merged away' },
    same: (sql) => sql`select t.id, 3 as way from organizations t where fold_text(t.name) = fold_text(r.name)`,
    decides: ['domain', 'website', 'tax_id', 'address', 'note'],
  },
  {
    file: 'memberships',
    table: 'memberships',
    of: { organization_id: 'organizations', contact_id: 'contacts' },
    natural: ['organization_id', 'contact_id'],
    decides: ['role'],
  },
  {
    file: 'consents',
    table: 'consents',
    without: { token: SECRET },
    anew: ['token'],
    of: { contact_id: 'contacts' },
    points: { user_id: 'users' },
    oneOf: { purpose: PURPOSES, locale: locales, proof: PROOFS },
    json: { said: 'array' },
    stays: ['confirmed_at', 'withdrawn_at', 'said'],
    // one that counts is there once for each address and purpose
    same: (sql) => sql`
      select t.id, case when t.asked_at = r.asked_at then 3 else 4 end as way from consents t
      where t.channel = r.channel and t.address = r.address and t.purpose = r.purpose and (
        t.asked_at = r.asked_at
        or t.confirmed_at is not null and t.withdrawn_at is null and r.confirmed_at is not null and r.withdrawn_at is null
      )`,
    follow: fromSource,
    settle: (sql, says, { seed }) => sql`
      jsonb_build_object('token', case when coalesce(${says} ->> 'proof', 'page') = 'page' then
        encode(sha256(convert_to(${seed} || ' consent ' || (${says} ->> 'id'), 'UTF8')), 'hex') end)`,
  },
  {
    file: 'churn_alerts',
    table: 'churn_alerts',
    of: { contact_id: 'contacts' },
    json: { at_stake: 'array' },
    same: (sql) => sql`select t.id, 3 as way from churn_alerts t where t.contact_id = r.contact_id and t.at = r.at`,
  },
  {
    file: 'churn_marks',
    table: 'churn_marks',
    of: { contact_id: 'contacts' },
    same: (sql) => sql`
      select t.id, 3 as way from churn_marks t where t.contact_id = r.contact_id and t.at = r.at and t.kind = r.kind`,
  },
  {
    file: 'moves',
    table: 'contact_moves',
    of: { contact_id: 'contacts' },
    numbers: { other_id: 'contacts' },
  },
];
