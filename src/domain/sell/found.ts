import type { Sql, Tx } from '../../db/sql.ts';

/** No webhook had told of this order: it was found when its shop was asked. */
export async function noteFound(tx: Tx, orderId: string, now: Date): Promise<void> {
  await tx`update orders set found_at = ${now} where id = ${orderId}`;
}

/** How many orders of a shop were found. */
export interface Found {
  connectionId: string;
  provider: string;
  orders: number;
}

/** What was found since then, for each shop. */
export async function foundSince(sql: Sql, since: Date): Promise<Found[]> {
  return sql<Found>`
    select n.id as "connectionId", n.provider, count(*)::int as orders
    from orders o join connections n on n.id = o.connection_id where o.found_at >= ${since} group by n.id order by n.id`;
}
