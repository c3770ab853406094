import { countUpTo } from '../../../db/count.ts';
import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Uninvoiced } from './invoice.ts';

const unpaid = (
  sql: Sql,
): Fragment => sql`payment in ('pending', 'unpaid', 'failed', 'declined', 'expired', 'authorized', 'partially_paid')
  and cancelled_at is null and deleted_at is null and not test`;

/** What was placed and is still to be paid, by hand or in a shop. What failed, was declined or has expired may never have been meant, and what is authorized needs only be taken. */
const awaited = (sql: Sql): Fragment => sql`${unpaid(sql)} and payment in ('pending', 'unpaid', 'partially_paid')`;

const ofPerson = (sql: Sql, contactId: string | undefined): Fragment =>
  contactId === undefined ? sql`` : sql`and contact_id = ${contactId}`;

/** How many orders, perhaps of one person, are not paid for another reason: that it failed, say. */
export async function unpaidOtherwise(sql: Sql, contactId: string | undefined, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from orders o where ${unpaid(sql)} ${ofPerson(sql, contactId)} and payment not in ('pending', 'unpaid', 'partially_paid')`, most)} as count`;
  return row!.count;
}

/** An order that is not paid and was not invoiced, and whose it is; null: nobody knows. */
export interface Beside extends Uninvoiced {
  contactId: string | null;
  contactName: string;
}

/** What is to come of one of them, also of a shop’s, which says 'pending' (sql). */
const toCome = (sql: Sql): Fragment => sql`coalesce(o.outstanding_minor, o.current_minor, o.total_minor)`;

/** Those with what is still to come of each, up to `most`; perhaps of one person. */
export async function ordersBeside(sql: Sql, contactId: string | undefined, most: number): Promise<Beside[]> {
  return sql<Beside>`
    select o.id, o.number, o.currency, ${toCome(sql)}::text as "owedMinor", o.contact_id as "contactId", coalesce(c.name, '') as "contactName"
    from (
      select * from orders o where ${awaited(sql)} ${ofPerson(sql, contactId)}
        and not exists (select from invoices i where i.order_id = o.id) limit ${most}
    ) o left join lateral (select name from contacts where id = o.contact_id limit 1) c on true
    where ${toCome(sql)} > 0 order by o.id desc`;
}
