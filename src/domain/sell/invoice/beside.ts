import { countUpTo } from '../../../db/count.ts';
import type { Fragment, Sql } from '../../../db/sql.ts';
import { owed, type Uninvoiced } from './invoice.ts';

const unpaid = (
  sql: Sql,
): Fragment => sql`payment in ('pending', 'unpaid', 'failed', 'declined', 'expired', 'authorized', 'partially_paid')
  and cancelled_at is null and deleted_at is null and not test`;
const isOwn = (sql: Sql, own: string): Fragment =>
  sql`connection_id = any((select array(select id from connections where provider = ${own}))::bigint[])`;

/** Orders by hand that are not paid, and of which nobody says that they were invoiced; and those of shops. */
export async function unpaidBeside(sql: Sql, own: string, most: number): Promise<{ own: number; shops: number }> {
  const [row] = await sql<{ own: number; shops: number }>`
    select ${countUpTo(sql, sql`from orders o where ${unpaid(sql)} and ${isOwn(sql, own)} and not exists (select from invoices i where i.order_id = o.id)`, most)} as own,
      ${countUpTo(sql, sql`from orders o where ${unpaid(sql)} and not (${isOwn(sql, own)})`, most)} as shops`;
  return row!;
}

/** Such an order by hand, and whose it is; null: nobody knows. */
export interface Beside extends Uninvoiced {
  contactId: string | null;
  contactName: string;
}

/** Those by hand with what is still to come of each, up to `most`. */
export async function ordersBeside(sql: Sql, own: string, most: number): Promise<Beside[]> {
  return sql<Beside>`
    select o.id, o.number, o.currency, ${owed(sql)}::text as "owedMinor", o.contact_id as "contactId", coalesce(c.name, '') as "contactName"
    from (
      select * from orders o where ${unpaid(sql)} and ${isOwn(sql, own)} and not exists (select from invoices i where i.order_id = o.id) limit ${most}
    ) o left join lateral (select name from contacts where id = o.contact_id limit 1) c on true
    where ${owed(sql)} > 0 order by o.id desc`;
}
