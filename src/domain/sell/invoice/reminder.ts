import type { Sql, Tx } from '../../../db/sql.ts';
import { type Day, isoDay } from '../../../text/when/zone.ts';
import { type Invoice, loadInvoice } from './invoice.ts';

/** How it is said: the more often somebody was reminded, the firmer. */
export const TONES = ['friendly', 'firm', 'last'] as const;
export type Tone = (typeof TONES)[number];

export const toneOf = (reminders: number): Tone => TONES[Math.min(reminders, TONES.length - 1)]!;

/** As it is by then, with its order kept from others until `tx` ends: nobody pays it meanwhile. */
export async function lockInvoice(tx: Tx, id: string): Promise<Invoice | undefined> {
  await tx`select from orders where id = (select order_id from invoices where id = ${id}) for update`;
  await tx`select from invoices where id = ${id} for update`;
  return loadInvoice(tx, id);
}

export async function noteReminder(tx: Tx, invoiceId: string, messageId: string, now: Date): Promise<void> {
  await tx`insert into invoice_reminders (invoice_id, message_id, at) values (${invoiceId}, ${messageId}, ${now})`;
  await tx`update invoices set reminders = reminders + 1, reminded_at = ${now} where id = ${invoiceId}`;
}

/** The error of those that stayed. */
const STOPPED = '^stopped: [a-z]+ meanwhile$';

/** The invoice that a message reminds of. */
async function remindedOf(sql: Sql, messageId: string): Promise<Invoice | undefined> {
  const [row] = await sql<{
    id: string;
  }>`select invoice_id as id from invoice_reminders where message_id = ${messageId}`;
  return row && loadInvoice(sql, row.id);
}

/** What an answer in the outbox reminded of, where its words may not be true any more. undefined: of nothing; null: of one that is gone. */
export async function untrueAgain(tx: Tx, outboxId: string): Promise<Invoice | null | undefined> {
  const [row] = await tx<{ messageId: string | null; stopped: boolean }>`
    select message_id as "messageId", last_error ~ ${STOPPED} as stopped from outbox
    where id = ${outboxId} and audience = 'customer' and state in ('failed', 'unknown')`;
  if (!row?.messageId) return undefined;
  const known = await remindedOf(tx, row.messageId);
  if (!known) return row.stopped ? null : undefined;
  await lockInvoice(tx, known.id);
  return row.stopped || (await isUntrueReminder(tx, row.messageId)) ? known : undefined;
}

/** Whether what a message reminds of has changed since it was written: it does not leave any more. */
export async function isUntrueReminder(sql: Sql, messageId: string): Promise<boolean> {
  const rows = await sql`
    select from invoice_reminders r join invoices i on i.id = r.invoice_id
    where r.message_id = ${messageId} and (i.settled or r.why is not null)`;
  return rows.length > 0;
}

export const noteStopped = async (tx: Tx, messageId: string, now: Date): Promise<void> =>
  void (await tx`
    update invoice_reminders set stopped_at = ${now} where message_id = ${messageId} and stopped_at is null`);

/** So many are told of at one look. */
const MOST = 20;

/** What has changed since a reminder was written. */
type Why = 'paid' | 'cancelled' | 'nothing' | 'sum' | 'due' | 'number';

/** Reminders that stayed because something had changed before they left, and of which nobody was told. */
export async function takeStopped(tx: Tx, now: Date): Promise<{ id: string; why: Why; invoice: Invoice }[]> {
  const rows = await tx<{ id: string; invoiceId: string; why: Why }>`
    update invoice_reminders set told_at = ${now} where id in (
      select id from invoice_reminders where stopped_at is not null and told_at is null order by id limit ${MOST} for update skip locked
    ) returning id, invoice_id as "invoiceId", coalesce(why, 'paid') as why`;
  const found = await Promise.all(
    rows.map(async ({ id, invoiceId, why }) => ({ id, why, invoice: await loadInvoice(tx, invoiceId) })),
  );
  return found.flatMap(({ invoice, ...rest }) => (invoice ? [{ ...rest, invoice }] : []));
}

/** Those that have become overdue and of which nobody was told; all of them are told of together. */
export async function takeOverdue(tx: Tx, today: Day): Promise<Invoice[]> {
  const rows = await tx<{ id: string }>`
    update invoices set told = told || ('overdue:' || due_on) where id in (
      select id from invoices where not settled and due_on < ${isoDay(today)}::date and not told @> array['overdue:' || due_on]
      order by due_on, id limit ${MOST} for update skip locked
    ) returning id`;
  const found = await Promise.all(rows.map(({ id }) => loadInvoice(tx, id)));
  return found.filter((one) => one !== undefined).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}
