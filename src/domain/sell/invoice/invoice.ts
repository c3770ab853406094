import { countUpTo } from '../../../db/count.ts';
import { type DaySpan, within } from '../../../db/days.ts';
import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { type Day, dateOf, dayOfIso, isoDay } from '../../../text/when/zone.ts';
import type { Business } from '../../settings.ts';
import { OWN } from '../connection.ts';

const DAYS = 14;
const NUMBERS = 'R-YYYY-###';

export const payDaysOf = ({ payDays = DAYS }: Business): number => payDays;
export const invoiceNumbersOf = ({ invoiceNumbers = NUMBERS }: Business): string => invoiceNumbers;

export interface Invoice {
  id: string;
  number: string;
  orderId: string;
  orderNumber: string;
  /** null: of nobody who is known. */
  contactId: string | null;
  contactName: string;
  currency: string;
  totalMinor: string;
  /** What is still to come; '0' where nothing is. */
  owedMinor: string;
  /** 'YYYY-MM-DD'. */
  issuedOn: string;
  dueOn: string;
  settled: boolean;
  reminders: number;
  remindedAt: Date | null;
}

/** What its buyer still owes of an order `o` of the owner's own: the money that came is the order's (sql). */
const owed = (sql: Sql): Fragment => sql`
  case when order_is_open(o.payment, o.cancelled_at, o.deleted_at) then coalesce(o.outstanding_minor, o.current_minor, o.total_minor) else 0 end`;
/** How often its customer was reminded: what never left does not count (sql). */
const reached = (sql: Sql): Fragment => sql`(
  select count(*)::int from invoice_reminders r where r.invoice_id = i.id and r.stopped_at is null and not exists (
    select from outbox x where x.message_id = r.message_id and x.audience = 'customer' and x.state in ('failed', 'cancelled')
  ))`;
const columns = (sql: Sql): Fragment => sql`
  i.id, i.number, i.order_id as "orderId", o.number as "orderNumber", o.contact_id as "contactId", coalesce(c.name, '') as "contactName",
  o.currency, coalesce(o.current_minor, o.total_minor) as "totalMinor", ${owed(sql)}::text as "owedMinor", i.issued_on::text as "issuedOn",
  i.due_on::text as "dueOn", i.settled, ${reached(sql)} as reminders, i.reminded_at as "remindedAt"`;
/** Each by itself: few are open, and without statistics the planner would rather read all orders and people (sql). */
const orderOf = (sql: Sql): Fragment => sql`cross join lateral (select * from orders where id = i.order_id limit 1) o`;
const rows = (sql: Sql): Fragment => sql`
  invoices i ${orderOf(sql)} left join lateral (select * from contacts where id = o.contact_id limit 1) c on true`;

export async function loadInvoice(sql: Sql, id: string): Promise<Invoice | undefined> {
  const [row] = await sql<Invoice>`select ${columns(sql)} from ${rows(sql)} where i.id = ${id}`;
  return row;
}

/** The one that is numbered so, in any case. */
export async function invoiceCalled(sql: Sql, number: string): Promise<Invoice | undefined> {
  const [row] = await sql<Invoice>`select ${columns(sql)} from ${rows(sql)} where upper(i.number) = upper(${number})`;
  return row;
}

export async function invoiceOfOrder(sql: Sql, orderId: string): Promise<Invoice | undefined> {
  const [row] = await sql<Invoice>`select ${columns(sql)} from ${rows(sql)} where i.order_id = ${orderId}`;
  return row;
}

/** What of one of the owner's own orders is to be paid, and by which number its customer knows it. */
export interface Payable {
  number: string;
  minor: string;
  currency: string;
}

/** Undefined: nothing is to be paid of it, or it is a shop's. */
export async function payableOf(sql: Sql, orderId: string): Promise<Payable | undefined> {
  const [row] = await sql<Payable>`
    select coalesce(i.number, o.number) as number, ${owed(sql)}::text as minor, o.currency
    from orders o join connections n on n.id = o.connection_id left join invoices i on i.order_id = o.id
    where o.id = ${orderId} and n.provider = ${OWN}`;
  return row && BigInt(row.minor) > 0n ? row : undefined;
}

/** One of the owner's own orders for which there is no invoice. */
export interface Uninvoiced {
  id: string;
  number: string;
  currency: string;
  owedMinor: string;
}

/** Those of somebody, the latest first. */
export async function uninvoicedOf(sql: Sql, contactId: string, limit: number): Promise<Uninvoiced[]> {
  return sql<Uninvoiced>`
    select o.id, o.number, o.currency, ${owed(sql)}::text as "owedMinor"
    from orders o join connections n on n.id = o.connection_id
    where o.contact_id = ${contactId} and n.provider = ${OWN} and not o.test and o.cancelled_at is null and o.deleted_at is null
      and not exists (select from invoices i where i.order_id = o.id)
    order by o.placed_at desc, o.id desc limit ${limit}`;
}

/** Which of those that are not paid: of one person, invoiced in some days, or due in them. */
export interface Unpaid {
  contactId?: string | undefined;
  issued?: DaySpan | undefined;
  due?: DaySpan | undefined;
}

const open = (sql: Sql, { contactId, issued, due }: Unpaid): Fragment => sql`
  not i.settled ${contactId ? sql`and o.contact_id = ${contactId}` : sql``}
  ${issued ? sql`and ${within(sql, sql`i.issued_on`, issued)}` : sql``}
  ${due ? sql`and ${within(sql, sql`i.due_on`, due)}` : sql``}`;

/** Those that are not paid, perhaps of one person, the oldest due first. */
export async function listUnpaid(sql: Sql, which: Unpaid, limit: number, offset = 0): Promise<Invoice[]> {
  return sql<Invoice>`
    select ${columns(sql)} from ${rows(sql)} where ${open(sql, which)} order by i.due_on, i.id limit ${limit} offset ${offset}`;
}

/** How many `listUnpaid` lists, counted up to `most`. */
export async function countUnpaid(sql: Sql, which: Unpaid, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from ${rows(sql)} where ${open(sql, which)}`, most)} as count`;
  return row!.count;
}

export const AGES = ['not_due', 'to30', 'to60', 'over60'] as const;
export type Age = (typeof AGES)[number];

/** How long it has been due on a day. */
export function ageOf(dueOn: string, today: Day): { age: Age; days: number } {
  const days = today - dayOfIso(dueOn);
  return { age: days <= 0 ? 'not_due' : days <= 30 ? 'to30' : days <= 60 ? 'to60' : 'over60', days };
}

/** What is owed by age and currency. */
export async function owedByAge(
  sql: Sql,
  which: Unpaid,
  today: Day,
): Promise<{ age: Age; currency: string; minor: string; count: number }[]> {
  const day = isoDay(today);
  return sql<{ age: Age; currency: string; minor: string; count: number }>`
    select age, currency, sum(minor)::text as minor, count(*)::int as count from (
      select o.currency, ${owed(sql)} as minor,
        case when i.due_on >= ${day}::date then 'not_due' when i.due_on >= ${day}::date - 30 then 'to30'
          when i.due_on >= ${day}::date - 60 then 'to60' else 'over60' end as age
      from invoices i ${orderOf(sql)} where ${open(sql, which)}
    ) aged group by age, currency order by age, currency`;
}

/** What is overdue on a day, by currency. */
export async function overdueSums(sql: Sql, today: Day): Promise<{ currency: string; minor: string; count: number }[]> {
  return sql<{ currency: string; minor: string; count: number }>`
    select o.currency, sum(${owed(sql)})::text as minor, count(*)::int as count
    from invoices i ${orderOf(sql)} where not i.settled and i.due_on < ${isoDay(today)}::date
    group by o.currency order by count(*) desc, o.currency`;
}

/** Who owes the most, by currency. */
export async function owedByPerson(
  sql: Sql,
  which: Unpaid,
  limit: number,
): Promise<{ contactId: string; name: string; currency: string; minor: string; count: number }[]> {
  return sql<{ contactId: string; name: string; currency: string; minor: string; count: number }>`
    select c.id as "contactId", c.name, o.currency, sum(${owed(sql)})::text as minor, count(*)::int as count
    from ${rows(sql)} where ${open(sql, which)} and c.id is not null
    group by c.id, c.name, o.currency order by sum(${owed(sql)}) desc, c.id limit ${limit}`;
}

/** The next number of this style, kept from others until `tx` ends. */
export async function nextInvoiceNumber(tx: Tx, style: string, today: Day): Promise<string> {
  await tx`select pg_advisory_xact_lock(hashtextextended('invoice numbers', 0))`;
  const dated = style.replace('YYYY', String(dateOf(today).year));
  const series = dated.replace(/#+$/, '');
  const [row] = await tx<{ next: string }>`
    select (coalesce(max(substr(number, length(${series}) + 1)::bigint), 0) + 1)::text as next from invoices
    where upper(number) >= upper(${series}) and upper(number) < upper(${series}) || ':' and substr(number, length(${series}) + 1) ~ '^[0-9]{1,15}$'`;
  return dated.replace(/#+$/, (count) => row!.next.padStart(count.length, '0'));
}

export async function insertInvoice(
  tx: Tx,
  { orderId, number, issuedOn, dueOn }: Pick<Invoice, 'orderId' | 'number' | 'issuedOn' | 'dueOn'>,
): Promise<string> {
  const [made] = await tx<{ id: string }>`
    insert into invoices (order_id, number, issued_on, due_on, settled)
    select id, ${number}, ${issuedOn}, ${dueOn}, not order_is_open(payment, cancelled_at, deleted_at) from orders where id = ${orderId}
    returning id`;
  return made!.id;
}

export async function changeInvoice(
  tx: Tx,
  id: string,
  {
    number = null,
    issuedOn = null,
    dueOn = null,
  }: { number?: string | null; issuedOn?: string | null; dueOn?: string | null },
): Promise<void> {
  await tx`
    update invoices set number = coalesce(${number}, number), issued_on = coalesce(${issuedOn}::date, issued_on),
      due_on = coalesce(${dueOn}::date, due_on)
    where id = ${id}`;
}

export async function dropInvoice(tx: Tx, id: string): Promise<void> {
  await tx`delete from invoices where id = ${id}`;
}
