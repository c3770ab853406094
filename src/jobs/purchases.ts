import type { Sql } from '../db/sql.ts';
import type { Context } from '../domain/context.ts';

/** What is kept of contacts' purchases and is not what counting them anew gives: the figures as they should be, null where there are none. */
const differences = (sql: Sql) => sql`
  select contact_id, currency, c.orders, c.spent_minor, c.last_at
  from contact_purchases k full join contact_purchases_counted c using (contact_id, currency)
  where (k.orders, k.spent_minor, k.last_at) is distinct from (c.orders, c.spent_minor, c.last_at)`;

/**
 * Counts anew what each contact has bought, and puts right what was kept of it. Returns how many figures were wrong, which is an error
 * of ours: triggers keep them. Both are looked at in one statement, as whatever changes orders changes what is kept of them with it.
 */
export async function recountPurchases({ tx }: Pick<Context, 'tx'>): Promise<number> {
  const some = await tx`select from (${differences(tx)}) d limit 1`;
  if (some.length === 0) return 0;
  // nobody adds an order between the look and what is written
  await tx`lock table orders in share row exclusive mode`;
  const [row] = await tx<{ count: number }>`
    with wrong as materialized (${differences(tx)}), gone as (
      delete from contact_purchases k using wrong w
      where k.contact_id = w.contact_id and k.currency = w.currency and w.orders is null
    ), right_again as (
      insert into contact_purchases (contact_id, currency, orders, spent_minor, last_at)
      select contact_id, currency, orders, spent_minor, last_at from wrong where orders is not null order by 1, 2
      on conflict (contact_id, currency) do update
      set orders = excluded.orders, spent_minor = excluded.spent_minor, last_at = excluded.last_at
    )
    select count(*)::int as count from wrong`;
  return row!.count;
}
