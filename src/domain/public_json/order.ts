import type { Sql } from '../../db/sql.ts';
import type { PublicJson } from './public_json.ts';
import { publicId, publicMoney } from './public_json.ts';

interface Row {
  id: string;
  contactId: string | null;
  provider: string | null;
  externalId: string;
  number: string;
  payment: string;
  fulfillment: string | null;
  currency: string;
  total: string;
  current: string | null;
  refunded: string;
  taken: string;
  outstanding: string | null;
  discount: string | null;
  test: boolean;
  delivery: Record<string, string> | null;
  words: { of: string; text: string }[] | null;
  placedAt: Date;
  cancelledAt: Date | null;
  lines: Line[];
}

interface Line {
  sku: string | null;
  title: string;
  variant: string | null;
  quantity: number;
  current: number | null;
  price: string;
}

/** These orders as other systems see them, with their lines, by their ids. */
export async function publicOrders(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select o.id, o.contact_id as "contactId", s.provider, o.external_id as "externalId", o.number, o.payment, o.fulfillment, o.currency,
      o.total_minor as total, o.current_minor as current, o.refunded_minor - o.taken_minor as refunded, o.taken_minor as taken, o.outstanding_minor as outstanding,
      o.discount_minor as discount, o.test, o.delivery, o.words, o.placed_at as "placedAt", o.cancelled_at as "cancelledAt", coalesce((
        select jsonb_agg(jsonb_build_object(
          'sku', l.sku, 'title', l.title, 'variant', l.variant, 'quantity', l.quantity, 'current', l.current_quantity, 'price', l.price_minor::text
        ) order by l.position) from order_lines l where l.order_id = o.id
      ), '[]') as lines
    from orders o left join connections s on s.id = o.connection_id
    where o.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

function shown(row: Row): PublicJson {
  const money = (amount: string | null) => publicMoney(amount, row.currency);
  return {
    id: publicId('order', row.id)!,
    contact_id: publicId('contact', row.contactId),
    source: row.provider,
    external_id: row.externalId,
    number: row.number,
    payment: row.payment,
    fulfillment: row.fulfillment,
    total: money(row.total),
    current_total: money(row.current ?? row.total),
    refunded: money(row.refunded),
    taken: money(row.taken),
    outstanding: money(row.outstanding),
    discount: money(row.discount),
    lines: row.lines.map(({ sku, title, variant, quantity, current, price }) => ({
      ...{ sku, title, variant, quantity, current_quantity: current ?? quantity, unit_price: money(price) },
    })),
    delivery: row.delivery,
    notes: (row.words ?? []).map(({ of, text }) => ({ of, text })),
    test: row.test,
    placed_at: row.placedAt.toISOString(),
    cancelled_at: row.cancelledAt?.toISOString() ?? null,
  };
}
