import type { Sql } from '../../db/sql.ts';
import { type PublicJson, publicId, publicMoney } from './public_json.ts';

interface Row {
  id: string;
  number: string;
  orderId: string;
  contactId: string | null;
  currency: string;
  total: string;
  owed: string;
  settled: boolean;
  issuedOn: string;
  dueOn: string;
  reminders: number;
}

/** These invoices as other systems see them, by their ids. */
export async function publicInvoices(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select i.id, i.number, i.order_id as "orderId", o.contact_id as "contactId", o.currency, coalesce(o.current_minor, o.total_minor) as total,
      case when i.settled then 0 else coalesce(o.outstanding_minor, o.current_minor, o.total_minor) end::text as owed, i.settled,
      i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.reminders
    from invoices i join orders o on o.id = i.order_id where i.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('invoice', row.id)!,
  number: row.number,
  order_id: publicId('order', row.orderId),
  contact_id: publicId('contact', row.contactId),
  total: publicMoney(row.total, row.currency),
  owed: publicMoney(row.owed, row.currency),
  settled: row.settled,
  issued_on: row.issuedOn,
  due_on: row.dueOn,
  reminders: row.reminders,
});
