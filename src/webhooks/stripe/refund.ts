import * as z from 'zod';
import type { Dispute, DisputeState, ShopAsked } from '../../domain/shop_ask_event.ts';
import type { OrderReported, Refund as RefundTold } from '../../domain/shop_event.ts';
import { own } from '../../text/own.ts';
import { cents, currency, id, minorOf, named, ref, type StripeEvent, second, word } from './shapes.ts';

export const Refund = z.object({
  id,
  amount: cents,
  currency,
  status: word,
  created: second,
  charge: ref,
  payment_intent: ref,
});
type Refund = z.output<typeof Refund>;

/** One that can go no further has the last word of its second. */
const RANKS: Record<string, number> = { pending: 0, requires_action: 0, succeeded: 1, failed: 2, canceled: 2 };

/** A refund by its own event; it names the payment and not the order. */
export function refundReported(event: StripeEvent, refund: Refund): OrderReported {
  const payments = named(refund.payment_intent, refund.charge);
  return {
    kind: 'order.reported',
    provider: 'stripe',
    connectionId: event.connectionId,
    names: payments,
    says: { currency: refund.currency, refunds: [refundOf(refund)], payments, ...testOf(event) },
    at: event.createdAt,
    rank: own(RANKS, refund.status ?? '') ?? 0,
  };
}

const testOf = ({ live }: StripeEvent): { test?: true } => (live ? {} : { test: true });

function refundOf({ id: externalId, amount, currency: code, status, created: refundedAt }: Refund): RefundTold {
  const minor = minorOf(amount, code);
  const failed = status === 'failed' || status === 'canceled';
  return { externalId, minor: status === 'succeeded' ? minor : '0', refundedAt, ...(failed && { failedMinor: minor }) };
}

export const Charge = z.object({
  id,
  amount_refunded: cents,
  currency,
  payment_intent: ref,
  invoice: ref,
  refunds: z
    .object({ data: z.array(Refund) })
    .nullish()
    .catch(null),
});

/** A charge says how much of it has gone back; its refunds are in it only in old versions of the API. */
export function chargeReported(event: StripeEvent, charge: z.output<typeof Charge>): OrderReported {
  const refunds = (charge.refunds?.data ?? []).map(refundOf);
  return {
    kind: 'order.reported',
    provider: 'stripe',
    connectionId: event.connectionId,
    names: named(charge.payment_intent, charge.id, charge.invoice),
    says: {
      ...{ currency: charge.currency, payments: named(charge.payment_intent, charge.id), ...testOf(event) },
      returnedMinor: minorOf(charge.amount_refunded, charge.currency),
      ...(refunds.length > 0 && { refunds }),
    },
    at: event.createdAt,
    // what it sums up is known by then: a refund that was begun in its second
    rank: RANKS.succeeded!,
  };
}

export const Disputed = z.object({
  id,
  status: word,
  amount: cents.nullish().catch(null),
  currency: currency.nullish().catch(null),
  charge: ref,
  payment_intent: ref,
  evidence_details: z.object({ due_by: second.nullish() }).nullish().catch(null),
});

/** An inquiry that was not followed by a dispute leaves the money where it is. */
const STATES: Record<string, DisputeState> = {
  needs_response: 'needs_response',
  under_review: 'under_review',
  closed: 'won',
  won: 'won',
  lost: 'lost',
};
const INQUIRY = 'warning_';

/** What the buyer's bank asks is for a person to answer. */
export function disputed(event: StripeEvent, object: z.output<typeof Disputed>): ShopAsked {
  const word = object.status || null;
  const inquiry = word?.startsWith(INQUIRY) ?? false;
  const stage = inquiry ? word!.slice(INQUIRY.length) : (word ?? 'needs_response');
  const { amount, currency: code } = object;
  const dispute: Dispute = {
    state: own(STATES, stage) ?? 'other',
    ...{ word, inquiry, dueAt: object.evidence_details?.due_by ?? null, at: event.createdAt },
    sum: amount != null && code ? { minor: minorOf(amount, code), currency: code } : null,
  };
  return {
    kind: 'shop.asked',
    provider: 'stripe',
    connectionId: event.connectionId,
    ask: 'disputed',
    externalId: object.id,
    customer: { externalId: null, email: null, name: null },
    orderExternalId: object.payment_intent ?? object.charge ?? null,
    paidBy: named(object.payment_intent, object.charge),
    dispute,
  };
}

export const FraudWarning = z.object({
  id,
  actionable: z.boolean().nullish().catch(null),
  charge: ref,
  payment_intent: ref,
});

/** The card's bank suspects fraud: it has taken nothing, and nothing is to be done of what went back or is disputed already. */
export function fraudWarned(event: StripeEvent, warning: z.output<typeof FraudWarning>): ShopAsked | undefined {
  if (warning.actionable === false) return undefined;
  const paidBy = named(warning.payment_intent, warning.charge);
  return {
    kind: 'shop.asked',
    provider: 'stripe',
    connectionId: event.connectionId,
    ask: 'fraud_warned',
    externalId: warning.id,
    customer: { externalId: null, email: null, name: null },
    orderExternalId: paidBy[0] ?? null,
    paidBy,
  };
}
