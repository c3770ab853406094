import type { Sql } from '../../db/sql.ts';
import { type PublicJson, publicId, publicMoney } from './public_json.ts';

interface Row {
  id: string;
  contactId: string;
  title: string;
  state: string;
  value: string | null;
  currency: string | null;
  per: string;
  startsOn: string | null;
  endsOn: string | null;
  renewsBy: number | null;
  noticeBy: string | null;
  endedOn: string | null;
}

/** These contracts as other systems see them, by their ids. */
export async function publicContracts(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select id, contact_id as "contactId", title, state, value_minor as value, currency, per, starts_on::text as "startsOn",
      ends_on::text as "endsOn", renews_by as "renewsBy", notice_by::text as "noticeBy", ended_on::text as "endedOn"
    from contracts where id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('contract', row.id)!,
  contact_id: publicId('contact', row.contactId),
  title: row.title,
  state: row.state,
  value: publicMoney(row.value, row.currency),
  per: row.per,
  starts_on: row.startsOn,
  ends_on: row.endsOn,
  renews_by_months: row.renewsBy,
  notice_by: row.noticeBy,
  ended_on: row.endedOn,
});
