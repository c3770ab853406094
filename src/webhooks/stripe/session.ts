import * as z from 'zod';
import type { CheckoutUpdated, Delivery, OrderLine, OrderReported, Payment } from '../../domain/shop_event.ts';
import { addressOf } from '../shared/delivery.ts';
import { httpUrl, notNegative, quantity } from '../shared/shapes.ts';
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

const Shipping = z.object({ name: person, phone: person, address: Address }).partial().nullish().catch(null);

/** A line is not in the event unless somebody asked for it. */
const Lines = z
  .object({
    data: z.array(
      z.object({
        id: word,
        description: word,
        quantity: quantity.nullish(),
        amount_subtotal: cents.nullish(),
      }),
    ),
  })
  .nullish()
  .catch(null);

const Field = z
  .object({
    label: z.object({ custom: word }).partial().nullish().catch(null),
    text: z.object({ value: person }).nullish().catch(null),
    dropdown: z.object({ value: person }).nullish().catch(null),
    numeric: z.object({ value: person }).nullish().catch(null),
  })
  .partial()
  .catch({});

export const Session = z.object({
  id,
  mode: word,
  payment_status: word,
  amount_total: cents.refine(notNegative).nullish(),
  currency: currency.nullish(),
  customer: ref,
  customer_email: person,
  customer_details: z
    .object({ email: person, name: person, phone: person, address: Address })
    .partial()
    .nullish()
    .catch(null),
  /** What the link said that it is for. */
  client_reference_id: word,
  payment_intent: ref,
  invoice: ref,
  created: second,
  locale: word,
  total_details: z.object({ amount_discount: cents.nullish() }).nullish().catch(null),
  shipping_details: Shipping,
  collected_information: z.object({ shipping_details: Shipping }).partial().nullish().catch(null),
  custom_fields: z.array(Field).nullish().catch(null),
  line_items: Lines,
  url: z.string().nullish().catch(null),
  after_expiration: z
    .object({ recovery: z.object({ url: z.string().nullish() }).nullish() })
    .nullish()
    .catch(null),
});
type Session = z.output<typeof Session>;

/** Of what a session and an invoice of the same second say, the invoice has the last word. */
const RANK = 10;
const PROGRESS: Partial<Record<Payment, number>> = { failed: 1, paid: 2 };

/** A checkout that was gone through is an order; undefined if nothing was bought: a card was only kept, or a trial begun. */
export function sessionReported(event: StripeEvent, session: Session): OrderReported | undefined {
  const { amount_total: total, currency: code, mode } = session;
  if (mode === 'setup' || total == null || !code || (mode === 'subscription' && total === 0)) return undefined;
  const payment = paymentOf(event, session);
  const discount = session.total_details?.amount_discount;
  const words = wordsOf(session);
  const lines = linesOf(session, code);
  const customer = buyerOf(session);
  const { email, phone } = session.customer_details ?? {};
  return {
    kind: 'order.reported',
    provider: 'stripe',
    connectionId: event.connectionId,
    names: named(session.invoice, session.payment_intent, session.id),
    says: {
      ...{ currency: code, totalMinor: minorOf(total, code), payment, test: !event.live, placedAt: session.created },
      ...paymentsOf(session.payment_intent),
      ...(discount != null && { discountMinor: minorOf(discount, code) }),
      ...(session.customer_details && { contactDetails: { email: email ?? '', phone: phone ?? '' } }),
      ...(words.length > 0 && { words }),
      ...deliveryOf(session),
      ...(session.client_reference_id && { reference: session.client_reference_id }),
      ...(session.payment_intent && { url: pageOf(event, 'payments', session.payment_intent) }),
      ...(lines.length > 0 && { lines }),
      ...(customer && { customer }),
      // a debit or a transfer is on its way
      ...(payment === 'pending' && { paidLater: 'some_way' as const }),
      ...(event.type === 'checkout.session.async_payment_succeeded' && { paidNow: true }),
    },
    at: event.createdAt,
    rank: RANK + (PROGRESS[payment] ?? 0),
  };
}

function paymentOf({ type }: StripeEvent, { payment_status: status }: Session): Payment {
  if (type === 'checkout.session.async_payment_failed') return 'failed';
  return status === 'paid' || status === 'no_payment_required' ? 'paid' : 'pending';
}

/** A checkout that nobody went through. */
export function sessionExpired(event: StripeEvent, session: Session): CheckoutUpdated | undefined {
  const { amount_total: total, currency: code } = session;
  if (total == null || !code) return undefined;
  return {
    kind: 'checkout.updated',
    provider: 'stripe',
    connectionId: event.connectionId,
    checkout: {
      ...{ externalId: session.id, currency: code, totalMinor: minorOf(total, code) },
      lines: linesOf(session, code),
      url: httpUrl(session.after_expiration?.recovery?.url),
      ...{ startedAt: session.created, completedAt: null, test: !event.live },
    },
    customer: buyerOf(session) ?? null,
    updatedAt: event.createdAt,
  };
}

function buyerOf({ customer, customer_email: typed, customer_details: details, locale }: Session) {
  const language = locale && locale !== 'auto' ? locale : null;
  return customerOf({ id: customer, ...details, email: details?.email ?? typed, language });
}

function wordsOf({ custom_fields: fields }: Session) {
  return (fields ?? []).flatMap(({ label, text, dropdown, numeric }) => {
    const said = text?.value ?? dropdown?.value ?? numeric?.value;
    return said ? [{ of: label?.custom ?? '', text: said }] : [];
  });
}

function linesOf({ line_items: items }: Session, code: string): OrderLine[] {
  return (items?.data ?? []).map(({ id: externalId, description, quantity, amount_subtotal: sum }) => {
    const pieces = quantity ?? 1;
    const price = pieces > 0 ? Math.round((sum ?? 0) / pieces) : 0;
    return {
      externalId: externalId ?? null,
      sku: null,
      title: description || '?',
      quantity: pieces,
      priceMinor: minorOf(price, code),
    };
  });
}

function deliveryOf({ collected_information: collected, shipping_details: before }: Session): { delivery?: Delivery } {
  const { name, phone, address } = collected?.shipping_details ?? before ?? {};
  if (!address) return {};
  const { line1, line2, city, state, postal_code: zip, country } = address;
  return {
    delivery: {
      recipient: name ?? '',
      address: addressOf({ address1: line1, address2: line2, city, province: state, zip, country_code: country }),
      phone: phone ?? '',
      method: '',
    },
  };
}
