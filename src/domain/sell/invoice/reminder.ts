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

/** Whether a message reminds somebody who has paid meanwhile: it does not leave any more. */
export async function isPaidReminder(sql: Sql, messageId: string): Promise<boolean> {
  const rows = await sql`
    select from invoice_reminders r join invoices i on i.id = r.invoice_id where r.message_id = ${messageId} and i.settled`;
  return rows.length > 0;
}

export const noteStopped = async (tx: Tx, messageId: string, now: Date): Promise<void> =>
  void (await tx`
    update invoice_reminders set stopped_at = ${now} where message_id = ${messageId} and stopped_at is null`);

/** So many are told of at one look. */
const MOST = 20;

/** Reminders that stayed because they were paid before they left, and of which nobody was told. */
export async function takeStopped(tx: Tx, now: Date): Promise<Invoice[]> {
  const rows = await tx<{ id: string }>`
    update invoice_reminders set told_at = ${now} where id in (
      select id from invoice_reminders where stopped_at is not null and told_at is null order by id limit ${MOST} for update skip locked
    ) returning invoice_id as id`;
  const found = await Promise.all(rows.map(({ id }) => loadInvoice(tx, id)));
  return found.filter((one) => one !== undefined);
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
