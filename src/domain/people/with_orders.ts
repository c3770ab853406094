import type { Tx } from '../../db/sql.ts';

/** What has gone from one contact to another who was made for it: orders by their numbers, and the addresses that bought. */
interface Gone {
  from: string;
  to: string;
  orders: readonly string[];
  addresses: readonly string[];
}

/**
 * What follows from these orders and addresses goes where they went: carts that were left, and the follow-ups on an order or a cart. What is ready to
 * leave of those does not: its address is not theirs (`whyGone`). The others of one follow-up stay.
 */
export async function followOrders(tx: Tx, { from, to, orders, addresses }: Gone): Promise<void> {
  const carts = await tx<{ id: string }>`
    update checkouts set contact_id = ${to} where contact_id = ${from} and buyer = any(${[...addresses]}) returning id`;
  const entries = await tx<{ id: string }>`
    update sequence_entries e set contact_id = ${to} from sequences q
    where e.contact_id = ${from} and q.id = e.sequence_id and (
      e.order_id = any(${[...orders]}::bigint[]) or q.recipe = 'review' and e.occasion = any(${[...orders]}::text[])
      or q.recipe = 'checkout' and e.occasion = any(${carts.map(({ id }) => id)}::text[])
    ) returning e.id`;
  await tx`
    update campaign_deliveries set contact_id = ${to}
    where entry_id = any(${entries.map(({ id }) => id)}::bigint[]) and (state in ('queued', 'sending') or address = any(${[...addresses]}))`;
}
