import type { Sql, Tx } from '../../../db/sql.ts';
import { type Day, isoDay } from '../../../text/when/zone.ts';
import { isCustomersWords } from '../../shown.ts';
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

/** The invoice that a message reminds of; null: of one that is gone, undefined: of none. */
async function remindedOf(sql: Sql, messageId: string): Promise<Invoice | null | undefined> {
  const [row] = await sql<{
    id: string | null;
  }>`select invoice_id as id from invoice_reminders where message_id = ${messageId}`;
  return row && (row.id === null ? null : ((await loadInvoice(sql, row.id)) ?? null));
}

/** The number of the invoice that an answer in the outbox reminds of. */
export async function numberReminded(sql: Sql, outboxId: string): Promise<string | undefined> {
  const [row] = await sql<{ number: string }>`
    select i.number from outbox o join invoice_reminders r on r.message_id = o.message_id join invoices i on i.id = r.invoice_id
    where o.id = ${outboxId} and o.audience = 'customer'`;
  return row?.number;
}

/** What an answer in the outbox reminded of, where its words may not be true any more. undefined: of nothing; null: of one that is gone. */
export async function untrueAgain(tx: Tx, outboxId: string): Promise<Invoice | null | undefined> {
  const [row] = await tx<{ messageId: string | null; stopped: boolean }>`
    select message_id as "messageId", last_error ~ ${STOPPED} as stopped from outbox
    where id = ${outboxId} and audience = 'customer' and state in ('failed', 'unknown')`;
  if (!row?.messageId) return undefined;
  const known = await remindedOf(tx, row.messageId);
  if (!known) return row.stopped ? null : known;
  await lockInvoice(tx, known.id);
  return row.stopped || (await isUntrueReminder(tx, row.messageId)) ? known : undefined;
}

/** Whether what a message reminds of has changed since it was written: it does not leave any more. */
export async function isUntrueReminder(sql: Sql, messageId: string): Promise<boolean> {
  const rows = await sql`
    select from invoice_reminders r left join invoices i on i.id = r.invoice_id
    where r.message_id = ${messageId} and (i.id is null or i.settled or r.why is not null)`;
  return rows.length > 0;
}

export const noteStopped = async (tx: Tx, messageId: string, now: Date): Promise<void> =>
  void (await tx`
    update invoice_reminders set stopped_at = ${now} where message_id = ${messageId} and stopped_at is null`);

/** So many are told of at one look. */
const MOST = 20;

/** What has changed since a reminder was written. */
export type Why = 'paid' | 'cancelled' | 'nothing' | 'sum' | 'due' | 'number' | 'wrote' | 'dropped';

interface Stopped {
  id: string;
  why: Why;
  /** Whom it was to reach. */
  contactId: string | undefined;
  name: string;
  /** undefined: it is gone. */
  invoice: Invoice | undefined;
}

/** Reminders that stayed because something had changed before they left, and of which nobody was told. */
export async function takeStopped(tx: Tx, now: Date): Promise<Stopped[]> {
  const rows = await tx<Omit<Stopped, 'invoice'> & { invoiceId: string | null }>`
    with taken as (
      update invoice_reminders set told_at = ${now} where id in (
        select id from invoice_reminders where stopped_at is not null and told_at is null order by id limit ${MOST} for update skip locked
      ) returning id, invoice_id, message_id, why
    )
    select t.id, t.invoice_id as "invoiceId", coalesce(t.why, 'paid') as why, c.id as "contactId", coalesce(c.name, '') as name
    from taken t left join messages m on m.id = t.message_id left join conversations v on v.id = m.conversation_id
      left join contacts c on c.id = v.contact_id order by t.id`;
  return Promise.all(
    rows.map(async ({ invoiceId, contactId, ...row }) => ({
      ...{ ...row, contactId: contactId ?? undefined },
      invoice: invoiceId === null ? undefined : await loadInvoice(tx, invoiceId),
    })),
  );
}

/** Why the last reminder of an invoice did not leave; undefined: none stayed, or another was written since. */
export async function whyHeld(sql: Sql, invoiceId: string): Promise<Why | undefined> {
  const [last] = await sql<{ stopped: boolean; why: Why | null }>`
    select stopped_at is not null as stopped, why from invoice_reminders where invoice_id = ${invoiceId} order by at desc, id desc limit 1`;
  return last?.stopped ? (last.why ?? 'paid') : undefined;
}

/** What somebody has written that may answer a reminder. */
export interface Written {
  id: string;
  text: string;
  at: Date;
}

/** Their last words since an invoice was written. */
export async function writtenLast(
  sql: Sql,
  contactId: string,
  { issuedOn }: Pick<Invoice, 'issuedOn'>,
): Promise<Written | undefined> {
  const [row] = await sql<Written>`
    select m.id, coalesce(nullif(m.text, ''), m.subject, '') as text, m.occurred_at as at
    from conversations v join messages m on m.conversation_id = v.id
    where v.contact_id = ${contactId} and ${isCustomersWords(sql, sql`m`)}
      and m.occurred_at >= ${issuedOn}::date
    order by m.occurred_at desc, m.id desc limit 1`;
  return row;
}

/** They have written: what reminds them of an invoice and has not reached them waits for its owner to read that. */
export const stopReminders = (sql: Sql, contactId: string): Promise<unknown> => sql`
  select stop_reminders(i.id, 'wrote') from orders o join invoices i on i.order_id = o.id
  where o.contact_id = ${contactId} and not i.settled and exists (
    select from invoice_reminders r join outbox x on x.message_id = r.message_id
    where r.invoice_id = i.id and r.why is null and x.audience = 'customer' and x.state in ('queued', 'sending', 'failed', 'unknown')
  )`;

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
