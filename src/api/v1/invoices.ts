import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { todayIn } from '../../domain/commands/sell/contract/shown.ts';
import { changeInvoice, invoiceCalled, invoiceOfOrder } from '../../domain/sell/invoice/invoice.ts';
import { makeInvoice, whyNoInvoice } from '../../domain/sell/invoice/make.ts';
import { loadOrders } from '../../domain/sell/order.ts';
import { dueOf, loadOwn, payOwn } from '../../domain/sell/own_order.ts';
import { isoDay } from '../../text/when/zone.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { invalid, notFound, Problem } from '../problem.ts';
import { currencyShape, idShape, minorShape, pageOf, pageShape, textShape, time, timeShape } from '../shapes.ts';

const group = 'invoices';
const params = { id: idShape('the invoice') };
const dayShape = z.iso
  .date()
  .regex(/^2[0-9]{3}-/)
  .openapi({ format: 'date', example: '2026-12-24' });
const numberShape = textShape(40, 'R-2026-001').regex(/^\S+$/);

const invoiceShape = z
  .strictObject({
    id: idShape('the invoice'),
    number: z.string().openapi({ example: 'R-2026-001' }),
    order: idShape('its order, whose money it is'),
    contact: idShape('its customer').nullable(),
    currency: currencyShape,
    total_minor: minorShape,
    owed_minor: minorShape.openapi({ description: 'What is still to come' }),
    settled: z.boolean().openapi({ description: 'Nothing of it is owed: it is paid, or its order cancelled' }),
    issued_on: dayShape,
    due_on: dayShape,
    reminders: z.int(),
    created_at: timeShape,
  })
  .openapi('Invoice');

interface Row {
  id: string;
  number: string;
  order: string;
  contact: string | null;
  currency: string;
  total: string;
  owed: string;
  settled: boolean;
  issued_on: string;
  due_on: string;
  reminders: number;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  i.id, i.number, i.order_id as "order", o.contact_id as contact, o.currency, coalesce(o.current_minor, o.total_minor) as total,
  case when i.settled then 0 else coalesce(o.outstanding_minor, o.current_minor, o.total_minor) end::text as owed, i.settled,
  i.issued_on::text as issued_on, i.due_on::text as due_on, i.reminders, i.created_at as "createdAt"`;
const orders = (sql: Sql): Fragment => sql`join orders o on o.id = i.order_id`;

const shape = ({ total, owed, createdAt, ...row }: Row) => ({
  ...row,
  ...{ total_minor: Number(total), owed_minor: Number(owed), created_at: time(createdAt) },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from invoices i ${orders(tx)} where i.id = ${id}`;
  if (!row) throw notFound('invoice');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/invoices', name: 'listInvoices', group, scope: 'read' },
  summary: 'Invoices that were noted of orders by hand',
  query: z.object({
    ...pageShape,
    contact: idShape('the customer').optional(),
    settled: z.enum(['true', 'false']).optional(),
  }),
  ok: { status: 200, shape: pageOf(invoiceShape).openapi('InvoicePage') },
  async run({ tx }, { query: { contact, settled, ...page } }) {
    const where = all(
      tx,
      contact ? tx`i.order_id in (select id from orders where contact_id = ${contact})` : undefined,
      settled ? tx`i.settled = ${settled === 'true'}` : undefined,
    );
    const listed = { from: tx`invoices i`, id: tx`i.id`, columns: columns(tx), joins: orders(tx), where };
    return { body: await listPage(tx, listed, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/invoices/{id}', name: 'getInvoice', group, scope: 'read', params },
  summary: 'An invoice',
  ok: { status: 200, shape: invoiceShape },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

/** Its number is nobody else's, it is of no day ahead, and it is due after it was issued. */
async function check(
  act: CommandContext,
  { number, issued_on: issued, due_on: due }: Terms,
  before: { id?: string; issuedOn: string; dueOn?: string },
): Promise<void> {
  const issuedOn = issued ?? before.issuedOn;
  const dueOn = due ?? before.dueOn;
  if (issuedOn > isoDay(todayIn(act))) throw invalid('body', 'issued_on', 'a day that lies ahead');
  if (dueOn !== undefined && dueOn < issuedOn)
    throw invalid(
      'body',
      due === undefined ? 'issued_on' : 'due_on',
      due === undefined ? 'after it is due' : 'before it was invoiced',
    );
  const taken = number === undefined ? undefined : await invoiceCalled(act.tx, number);
  if (taken && taken.id !== before.id) throw invalid('body', 'number', 'the number of another invoice');
}

interface Terms {
  number?: string | undefined;
  issued_on?: string | undefined;
  due_on?: string | undefined;
}

const termsOf = ({ number, issued_on: issuedOn, due_on: dueOn }: Terms) => ({
  ...(number && { number }),
  ...(issuedOn && { issuedOn }),
  ...(dueOn && { dueOn }),
});

const termShapes = {
  number: numberShape.optional(),
  issued_on: dayShape.optional().openapi({ description: 'The day that it is of: today or earlier' }),
  due_on: dayShape.optional(),
};

const create = operation({
  ...{ method: 'post', path: '/invoices', name: 'createInvoice', group, scope: 'write' },
  summary: 'Note that an order by hand was invoiced; one that is noted already is given as it is',
  body: z.strictObject({ order: idShape('the order'), ...termShapes }).openapi('NewInvoice'),
  ok: { status: 201, shape: invoiceShape },
  async run(act, { body: { order: orderId, ...terms } }) {
    const [order] = await loadOrders(act.tx, [orderId]);
    if (!order) throw notFound('order');
    const known = await invoiceOfOrder(act.tx, orderId);
    if (known) return { body: await load(act, known.id), location: `/invoices/${known.id}` };
    const why = await whyNoInvoice(act.tx, order);
    if (why) throw invalid('body', 'order', why === 'shop' ? 'a shop’s order: it is invoiced there' : 'cancelled');
    const today = todayIn(act);
    await check(act, terms, { issuedOn: isoDay(today) });
    const id = await makeInvoice(act, orderId, today, termsOf(terms));
    return { body: await load(act, id), location: `/invoices/${id}` };
  },
});

const change = operation({
  ...{ method: 'patch', path: '/invoices/{id}', name: 'changeInvoice', group, scope: 'write', params },
  summary: 'Another number of an invoice, another day that it is of, or until when it is due',
  body: z.strictObject(termShapes).openapi('InvoiceChange'),
  ok: { status: 200, shape: invoiceShape },
  async run(act, { params, body }) {
    const { id, issued_on: issuedOn, due_on: dueOn } = await load(act, params.id!);
    await check(act, body, { id, issuedOn, dueOn });
    await changeInvoice(act.tx, params.id!, termsOf(body));
    return { body: await load(act, params.id!) };
  },
});

const pay = operation({
  ...{ method: 'post', path: '/invoices/{id}/payments', name: 'payInvoice', group, scope: 'write', params },
  summary: 'Note that an invoice was paid: all that is owed, or so much of it',
  body: z.strictObject({ amount_minor: minorShape.min(1).optional() }).openapi('InvoicePayment'),
  ok: { status: 200, shape: invoiceShape },
  async run(act, { params, body: { amount_minor: amount } }) {
    const { order } = await load(act, params.id!);
    const own = (await loadOwn(act.tx, order))!;
    const due = dueOf(own);
    if (due <= 0n) throw new Problem(409, 'nothing_owed', 'Nothing of it is owed any more.');
    const came = amount === undefined ? due : BigInt(amount);
    if (came > due) throw invalid('body', 'amount_minor', 'more than is owed');
    await payOwn(act.tx, own, { came, at: undefined }, act.now);
    return { body: await load(act, params.id!) };
  },
});

export const invoiceOperations = [list, create, get, change, pay];
