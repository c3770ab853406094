import type { Sql } from '../../db/sql.ts';
import type { PublicJson } from './public_json.ts';
import { publicId, publicMoney } from './public_json.ts';

interface Row {
  id: string;
  contactId: string;
  conversationId: string | null;
  title: string;
  stage: string;
  stageName: string | null;
  stageAt: Date;
  probability: number;
  product: string | null;
  source: string | null;
  expectedOn: string | null;
  nextStep: string | null;
  amount: string | null;
  currency: string | null;
  lostReason: string | null;
  wonOrderId: string | null;
  createdAt: Date;
  closedAt: Date | null;
  lines: { description: string; quantity: string; unit: string; currency: string }[];
}

/** These leads as other systems see them, with their quotes, by their ids. */
export async function publicLeads(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select l.id, l.contact_id as "contactId", l.conversation_id as "conversationId", l.title, l.stage,
      g.name as "stageName", coalesce(l.stage_at, l.closed_at, l.created_at) as "stageAt", g.probability, l.product, l.source,
      l.expected_on::text as "expectedOn", (
        select k.title from tasks k where k.lead_id = l.id and k.done_at is null order by k.due_at, k.id limit 1
      ) as "nextStep", l.amount_minor as amount,
      l.currency, l.lost_reason as "lostReason", l.won_order_id as "wonOrderId", l.created_at as "createdAt",
      l.closed_at as "closedAt", coalesce((
        select jsonb_agg(jsonb_build_object(
          'description', q.description, 'quantity', trim_scale(q.quantity)::text, 'unit', q.unit_minor::text, 'currency', q.currency
        ) order by q.id) from quote_lines q where q.lead_id = l.id
      ), '[]') as lines
    from leads l join stages g on g.key = l.stage where l.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('lead', row.id)!,
  contact_id: publicId('contact', row.contactId),
  conversation_id: publicId('conversation', row.conversationId),
  title: row.title,
  stage: row.stage,
  stage_name: row.stageName,
  stage_since: row.stageAt.toISOString(),
  probability: row.probability,
  value: publicMoney(row.amount, row.currency),
  product: row.product,
  source: row.source,
  expected_on: row.expectedOn,
  next_step: row.nextStep,
  lost_reason: row.lostReason,
  won_by_order_id: publicId('order', row.wonOrderId),
  quote: row.lines.map(({ description, quantity, unit, currency }) => ({
    description,
    quantity,
    unit_price: publicMoney(unit, currency),
  })),
  created_at: row.createdAt.toISOString(),
  closed_at: row.closedAt?.toISOString() ?? null,
});
