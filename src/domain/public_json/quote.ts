import type { Sql } from '../../db/sql.ts';
import type { PublicJson } from './public_json.ts';
import { publicId, publicMoney } from './public_json.ts';

interface Row {
  id: string;
  leadId: string;
  contactId: string;
  orderId: string | null;
  number: string;
  revision: number;
  state: string;
  total: string;
  currency: string;
  lines: { description: string; quantity: string; unitMinor: string; minor: string }[];
  validUntil: string | null;
  issuedAt: Date;
  openedAt: Date | null;
  decidedAt: Date | null;
  acceptedBy: string | null;
}

/** These quotes as other systems see them, by their ids; of a draft nothing is shown. */
export async function publicQuotes(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select q.id, q.lead_id as "leadId", l.contact_id as "contactId", q.order_id as "orderId", q.number, q.revision, q.state,
      q.total_minor as total, q.currency, q.content -> 'lines' as lines, q.valid_until::text as "validUntil",
      q.issued_at as "issuedAt", q.opened_at as "openedAt", q.decided_at as "decidedAt",
      case when q.state = 'accepted' then q.decided ->> 'name' end as "acceptedBy"
    from quotes q join leads l on l.id = q.lead_id where q.id = any(${[...ids]}::bigint[]) and q.state <> 'draft'`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('quote', row.id)!,
  number: row.number,
  revision: row.revision,
  lead_id: publicId('lead', row.leadId),
  contact_id: publicId('contact', row.contactId),
  order_id: publicId('order', row.orderId),
  state: row.state,
  total: publicMoney(row.total, row.currency),
  lines: row.lines.map(({ description, quantity, unitMinor, minor }) => ({
    description,
    quantity,
    unit_price: publicMoney(unitMinor, row.currency),
    amount: publicMoney(minor, row.currency),
  })),
  valid_until: row.validUntil,
  accepted_by: row.acceptedBy,
  sent_at: row.issuedAt.toISOString(),
  opened_at: row.openedAt?.toISOString() ?? null,
  decided_at: row.decidedAt?.toISOString() ?? null,
});
