import type { Tx } from '../../../db/sql.ts';
import { orderKeys } from '../order.ts';
import { moveParcels } from '../shipment.ts';

/**
 * Orders that turned out to be another one: what leads to them, and what they are called in what was written to people, leads to that
 * one from now on.
 */
export async function dropInto(tx: Tx, orderId: string, others: readonly string[]): Promise<void> {
  if (others.length === 0) return;
  const ids = [...others];
  await tx`update leads set won_order_id = ${orderId} where won_order_id = any(${ids}::bigint[])`;
  await tx`update order_reports set order_id = ${orderId} where order_id = any(${ids}::bigint[])`;
  await tx`update collected_cards set order_id = ${orderId} where order_id = any(${ids}::bigint[])`;
  await tx`
    update orders o set
      former_ids = coalesce(o.former_ids, '{}') || ${ids}::bigint[] || array(select unnest(w.former_ids) from orders w where w.id = any(${ids}::bigint[])),
      former_numbers = coalesce(o.former_numbers, '{}') || array(
        select unnest(lower(w.number) || coalesce(w.former_numbers, '{}')) from orders w where w.id = any(${ids}::bigint[])
      ),
      heard_back_minor = greatest(o.heard_back_minor, (select max(w.heard_back_minor) from orders w where w.id = any(${ids}::bigint[])))
    where o.id = ${orderId}`;
  const keys = await orderKeys(tx, [orderId, ...others]);
  const own = keys.get(orderId)!;
  for (const other of others) await moveParcels(tx, keys.get(other) ?? own, own);
  await tx`delete from orders where id = any(${ids}::bigint[])`;
}

/** It is found by these numbers too: others call it so. */
export async function alsoCalled(tx: Tx, orderId: string, numbers: readonly string[]): Promise<void> {
  const more = [...new Set(numbers.map((number) => number.toLowerCase()))];
  await tx`
    update orders set former_numbers = coalesce(former_numbers, '{}') || array(
      select n from unnest((select ${more}::text[])) n where n <> lower(number) and n <> all(coalesce(former_numbers, '{}'))
    ) where id = ${orderId} and not coalesce(former_numbers, '{}') @> ${more}::text[]`;
}

/** What stays with a row when it becomes another order. */
const STAYS = [
  ...['id', 'created_at', 'told_at', 'found_at', 'former_ids', 'former_numbers', 'heard_back_minor', 'spent_minor'],
  ...['came_minor', 'came_currency', 'came_at', 'refunded_minor', 'taken_minor', 'payment', 'said_payment'],
];

/**
 * The order `otherId` goes on in the row `orderId`, of which the owner has heard first: with all that its shop has said of it. What of
 * its money came or went back by the words of whoever took it is to be noted again.
 */
export async function goOnIn(tx: Tx, orderId: string, otherId: string): Promise<void> {
  const keys = await orderKeys(tx, [orderId, otherId]);
  await moveParcels(tx, keys.get(orderId)!, keys.get(otherId)!);
  await tx`delete from order_lines where order_id = ${orderId}`;
  await tx`delete from order_payments where order_id = ${orderId}`;
  await tx`
    delete from order_refunds r where order_id = ${orderId}
      and (not taken or exists (select from order_refunds o where o.order_id = ${otherId} and o.external_id = r.external_id))`;
  await tx`update order_lines set order_id = ${orderId} where order_id = ${otherId}`;
  await tx`update order_payments set order_id = ${orderId} where order_id = ${otherId}`;
  await tx`update order_refunds set order_id = ${orderId} where order_id = ${otherId}`;
  const [was] = await tx<{ row: Record<string, unknown>; isPaid: boolean }>`
    select to_jsonb(o) as row, payment in ('paid', 'partially_paid', 'partially_refunded', 'refunded') as "isPaid" from orders o where id = ${otherId}`;
  const names = Object.keys(was!.row).filter((name) => !STAYS.includes(name) || (name === 'payment' && was!.isPaid));
  const unpaid = was!.isPaid ? null : String(was!.row.payment);
  await dropInto(tx, orderId, [otherId]);
  await tx`update orders set former_numbers = former_numbers || lower(number) where id = ${orderId}`;
  await tx`
    update orders set (${tx(names)}) = (select ${tx(names)} from jsonb_populate_record(null::orders, ${tx.json(was!.row)})),
      said_payment = case when payment in ('paid', 'partially_refunded', 'refunded') then ${unpaid}::text end
    where id = ${orderId}`;
}
