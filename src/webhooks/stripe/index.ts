import * as z from 'zod';
import type { DomainEvent } from '../../domain/event.ts';
import { type JsonObject, parseExact, readObject, textIn } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf, type Identified, type Provider } from '../provider.ts';
import { isOfNow, isSignedBy } from '../shared/hmac.ts';
import { read } from '../shared/shapes.ts';
import { Customer, customerDeleted, customerUpdated } from './customer.ts';
import { Invoice, InvoicePayment, invoiceReported, invoiceTied } from './invoice.ts';
import {
  Charge,
  chargeReported,
  Disputed,
  disputed,
  FraudWarning,
  fraudWarned,
  Refund,
  refundReported,
} from './refund.ts';
import { Session, sessionExpired, sessionReported } from './session.ts';
import { id, type StripeEvent, second } from './shapes.ts';
import { Subscription, subscriptionUpdated } from './subscription.ts';

/**
 * Stripe's events. Protocol: docs.stripe.com/webhooks; everything in the body is signed, with the second in which it was.
 *
 * An event has no version of its object but the second in which it was made, and an order has no object of its own: a
 * checkout, its invoice, its payment and the refunds of that each say a part, and name each other. So each is a report.
 */
export const stripe: Provider = {
  name: 'stripe',
  headers: [],
  verify(raw, headers, secrets, now) {
    const { t, v1 } = signatureIn(headers.get('stripe-signature') ?? '');
    return isOfNow(t, now) && isSignedBy([`${t}.`, raw], secrets, v1, 'hex');
  },
  refuses: (raw) => (readObject(raw, JSON.parse)?.object === THIN ? NO_OBJECT : undefined),
  identify,
  parse,
  secretLooks: /^whsec_\w{8,}$/,
  secretAfterAddress: true,
};

/** `t=1700000000,v1=…,v1=…`: one time, and a signature for each secret that is in use. */
function signatureIn(header: string): { t: string | undefined; v1: string[] } {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const all = (name: string) =>
    parts.flatMap(([key, value, ...more]) => (key === name && value && more.length === 0 ? [value] : []));
  const times = all('t');
  return { t: times.length === 1 ? times[0] : undefined, v1: all('v1') };
}

const THIN = 'v2.core.event';
const NO_OBJECT = 'This is a thin event without its object. Choose snapshot events for this endpoint.';

function identify(raw: Uint8Array): Identified | undefined {
  const body = readObject(raw, JSON.parse);
  if (body?.object !== 'event' || typeof body.id !== 'string' || body.id === '') return undefined;
  const data = objectOf(body.data);
  return { externalId: body.id, lane: laneOf(textIn(body.type), objectOf(data.object)) };
}

const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Reports about one payment come one after the other where they name the same one; what ties them is locked as they are kept. */
function laneOf(type: string, { id: own, invoice, payment_intent: payment, customer }: JsonObject): string {
  if (/^customer\./.test(type)) return `customer:${typeof customer === 'string' ? customer : own}`;
  const of = [payment, invoice, own].find((name) => typeof name === 'string');
  return `order:${of ?? ''}`;
}

const Event = z.object({
  id,
  type: z.string().max(100),
  created: second,
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({}) }),
});

type Reader = (event: StripeEvent, object: JsonObject) => DomainEvent | undefined;

/** What is read of an event, by its type. */
const READERS: readonly [RegExp, Reader][] = [
  [/^checkout\.session\.expired$/, (event, object) => sessionExpired(event, read(Session, object, 'checkout'))],
  [
    /^checkout\.session\.(?:completed|async_payment_(?:succeeded|failed))$/,
    (event, object) => sessionReported(event, read(Session, object, 'checkout')),
  ],
  [
    /^invoice\.(?:paid|payment_succeeded|payment_failed|voided|marked_uncollectible)$/,
    (event, object) => invoiceReported(event, read(Invoice, object, 'invoice')),
  ],
  [/^invoice_payment\.paid$/, (event, object) => invoiceTied(event, read(InvoicePayment, object, 'payment'))],
  [/^charge\.refunded$/, (event, object) => chargeReported(event, read(Charge, object, 'charge'))],
  [
    /^(?:refund\.(?:created|updated|failed)|charge\.refund\.updated)$/,
    (event, object) => refundReported(event, read(Refund, object, 'refund')),
  ],
  [
    /^charge\.dispute\.\w+$/,
    (event, object) => (event.live ? disputed(event, read(Disputed, object, 'dispute')) : undefined),
  ],
  [
    /^radar\.early_fraud_warning\.created$/,
    (event, object) => (event.live ? fraudWarned(event, read(FraudWarning, object, 'warning')) : undefined),
  ],
  [
    /^customer\.(?:created|updated)$/,
    (event, object) => (event.live ? customerUpdated(event, read(Customer, object, 'customer')) : undefined),
  ],
  [
    /^customer\.deleted$/,
    (event, object) => (event.live ? customerDeleted(event, read(z.object({ id }), object, 'customer')) : undefined),
  ],
  [
    /^customer\.subscription\.(?:created|updated|deleted|paused|resumed)$/,
    (event, object) => subscriptionUpdated(event, read(Subscription, object, 'subscription')),
  ],
];

function parse(row: InboxRow): DomainEvent {
  const body = readObject(row.body, parseExact);
  if (!body) throw new Error('The body is not a JSON object.');
  const { type, created, livemode, data } = read(Event, body, 'event');
  const connectionId = connectionIdOf(row);
  const event: StripeEvent = { type, createdAt: created, live: livemode, connectionId };
  const reader = READERS.find(([pattern]) => pattern.test(type))?.[1];
  return (
    reader?.(event, data.object) ?? {
      kind: 'topic.unused',
      connectionId,
      topic: /^[\w.]+$/.test(type) ? type : 'unknown topic',
    }
  );
}
