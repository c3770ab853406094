import type { Sql } from '../../../db/sql.ts';
import { backByShop, backTold, cameOf } from './went_back.ts';

/** What went back of an order by the word of its shop, and by that of whoever took the money, where they differ; minor units. */
export interface BackDiffers {
  orderId: string;
  shopMinor: string;
  takerMinor: string;
  /** Who took the money, as connections call it. */
  provider: string;
}

/** Rounded, or in pieces, two come to sums that lie so far apart, in minor units. */
const ROUNDED = 1;

/**
 * Orders of which something went back within [from, to), and two that tell of it do not come to the same. What only one tells is no other
 * sum, nor what the shop noted after the bank had taken it.
 */
export async function ordersBackDiffers(sql: Sql, from: Date, to: Date): Promise<BackDiffers[]> {
  return sql<BackDiffers>`
    with recent as (
      select distinct order_id as id from order_refunds r
      where at >= ${from} and at < ${to} and minor > 0 and exists (
        select from order_refunds where order_id = r.order_id and by_payment and minor > 0
      ) and not exists (select from order_refunds where order_id = r.order_id and (at >= ${to} or taken))
    ), said as (
      select o.id, least(back.taker, ${cameOf(sql)}) as taker, ${backByShop(sql, {
        shop: sql`greatest(back.shop, case when payment in ('paid', 'partially_paid') then 0
          else (select max(returned_minor) from order_payments where order_id = o.id) end)`,
        ...{ failed: sql`back.taker_failed`, over: sql`back.shop_over` },
      })} as shop
      from recent join orders o on o.id = recent.id cross join lateral (
        select ${backTold(sql)} from order_refunds where order_id = o.id
      ) back where deleted_at is null and not test
    )
    select id as "orderId", shop::text as "shopMinor", taker::text as "takerMinor", (
      select provider from order_reports r join connections c on c.id = r.connection_id
      where r.order_id = said.id and (says ? 'refunds' or says ? 'returnedMinor') order by says ? 'payments' desc, r.id limit 1
    ) as provider
    from said where shop > 0 and abs(shop - taker) > ${ROUNDED} order by id`;
}
