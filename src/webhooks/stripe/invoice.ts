import * as z from 'zod';
import type { OrderReported, Payment } from '../../domain/shop_event.ts';
import { quantity } from '../shared/shapes.ts';
import {
  Address,
  cents,
  currency,
  customerOf,
  id,
  minorOf,
  named,
  pageOf,
  paymentsOf,
  person,
  ref,
  type StripeEvent,
  second,
  word,
} from './shapes.ts';

const Paid = z
  .object({ payment: z.object({ payment_intent: ref, charge: ref }).partial().nullish().catch(null) })
  .partial()
  .catch({});

export const Invoice = z.object({
  id,
  number: word,
  customer: ref,
  customer_email: person,
  customer_name: person,
  customer_phone: person,
  customer_address: Address,
  currency,
  total: cents,
  created: second,
  next_payment_attempt: second.nullish().catch(undefined),
  lines: z
    .object({
      data: z.array(
        z.object({
          id: word,
          description: word,
          amount: cents,
          quantity: quantity.nullish().catch(null),
        }),
      ),
    })
    .nullish()
    .catch(null),
  total_discount_amounts: z
    .array(z.object({ amount: cents }))
    .nullish()
    .catch(null),
  // versions of the API before 2025-03-31 have the payment here, later ones in `payments`, where it was asked for
  payment_intent: ref,
  charge: ref,
  payments: z
    .object({ data: z.array(Paid) })
    .nullish()
    .catch(null),
});
type Invoice = z.output<typeof Invoice>;

const PAYMENTS: Record<string, Payment> = {
  'invoice.paid': 'paid',
  'invoice.payment_succeeded': 'paid',
  'invoice.payment_failed': 'failed',
  'invoice.marked_uncollectible': 'failed',
  'invoice.voided': 'voided',
};
const RANK = 20;
const PROGRESS: Partial<Record<Payment, number>> = { failed: 1, voided: 2, paid: 3 };

/** An invoice is an order under its number; undefined for one over nothing, as of a trial. */
export function invoiceReported(event: StripeEvent, invoice: Invoice): OrderReported | undefined {
  const payment = PAYMENTS[event.type];
  const { currency: code, total } = invoice;
  if (!payment || total <= 0) return undefined;
  const discount = invoice.total_discount_amounts?.reduce((sum, { amount }) => sum + amount, 0);
  const paid = (invoice.payments?.data ?? []).flatMap(({ payment: by }) => [by?.payment_intent, by?.charge]);
  const customer = customerOf({
    ...{ id: invoice.customer, name: invoice.customer_name, email: invoice.customer_email },
    ...{ phone: invoice.customer_phone, address: invoice.customer_address },
  });
  return {
    kind: 'order.reported',
    provider: 'stripe',
    connectionId: event.connectionId,
    names: named(invoice.id, invoice.payment_intent, invoice.charge, ...paid),
    says: {
      ...(invoice.number && { number: invoice.number }),
      ...{ currency: code, totalMinor: minorOf(total, code), payment, test: !event.live, placedAt: invoice.created },
      ...paymentsOf(invoice.payment_intent, invoice.charge, ...paid),
      ...(discount !== undefined && { discountMinor: minorOf(discount, code) }),
      ...linesOf(invoice),
      url: pageOf(event, 'invoices', invoice.id),
      ...(customer && { customer }),
      ...(event.type === 'invoice.payment_failed' && retryOf(invoice)),
      ...(payment === 'voided' && { cancelledAt: event.createdAt }),
      ...(payment === 'paid' && isLater(event, invoice) && { paidNow: true }),
    },
    at: event.createdAt,
    rank: RANK + (PROGRESS[payment] ?? 0),
  };
}

/** null: Stripe tries no more (docs.stripe.com/api/invoices/object, next_payment_attempt). */
const retryOf = ({ next_payment_attempt: at }: Invoice): Pick<OrderReported['says'], 'retryAt'> =>
  at === undefined ? {} : { retryAt: at };

const DAY_MS = 24 * 3_600_000;
const isLater = ({ createdAt }: StripeEvent, { created }: Invoice): boolean =>
  createdAt.getTime() - created.getTime() > DAY_MS;

function linesOf({ lines, currency: code }: Invoice): Pick<OrderReported['says'], 'lines'> {
  if (!lines) return {};
  return {
    lines: lines.data.map(({ id: externalId, description, amount, quantity }) => {
      const pieces = quantity || 1;
      return {
        ...{ externalId: externalId ?? null, sku: null, title: description || '?', quantity: pieces },
        priceMinor: minorOf(Math.round(amount / pieces), code),
      };
    }),
  };
}

export const InvoicePayment = z.object({
  invoice: ref,
  payment: z.object({ payment_intent: ref, charge: ref }).partial(),
});

/** Says of which invoice a payment is: its refunds name only the payment. */
export function invoiceTied(event: StripeEvent, { invoice, payment }: z.output<typeof InvoicePayment>): OrderReported {
  const names = named(invoice, payment.payment_intent, payment.charge);
  const { connectionId, createdAt: at } = event;
  return {
    kind: 'order.reported',
    provider: 'stripe',
    connectionId,
    names,
    says: paymentsOf(payment.payment_intent, payment.charge),
    at,
  };
}
