import * as z from 'zod';
import type { SubscriptionState, SubscriptionUpdated } from '../../domain/subscription_event.ts';
import { own } from '../../text/own.ts';
import { quantity } from '../shared/shapes.ts';
import { cents, currency, customerOf, id, minorOf, ref, type StripeEvent, second, word } from './shapes.ts';

const moment = second.nullish().catch(null);

export const Subscription = z.object({
  id,
  customer: ref,
  status: word,
  description: word,
  cancel_at_period_end: z.boolean().nullish().catch(null),
  cancel_at: moment,
  ended_at: moment,
  // versions of the API before 2025-03-31 have it here, later ones in each item
  current_period_end: moment,
  pause_collection: z.looseObject({}).nullish().catch(null),
  items: z
    .object({
      data: z.array(
        z.object({
          current_period_end: moment,
          quantity: quantity.nullish().catch(null),
          price: z.object({ unit_amount: cents.nullish(), currency, nickname: word }).nullish().catch(null),
        }),
      ),
    })
    .nullish()
    .catch(null),
});
type Subscription = z.output<typeof Subscription>;

const STATES: Record<string, SubscriptionState> = {
  trialing: 'trial',
  active: 'active',
  past_due: 'past_due',
  unpaid: 'unpaid',
  paused: 'paused',
  canceled: 'ended',
};

export function subscriptionUpdated(event: StripeEvent, subscription: Subscription): SubscriptionUpdated {
  const { status, items, cancel_at: cancelAt } = subscription;
  const word = status || 'active';
  const known = own(STATES, word) ?? 'other';
  const state = known === 'active' && subscription.pause_collection ? 'paused' : known;
  const paidUntil = subscription.current_period_end ?? items?.data[0]?.current_period_end ?? null;
  return {
    kind: 'subscription.updated',
    provider: 'stripe',
    connectionId: event.connectionId,
    subscription: {
      externalId: subscription.id,
      state,
      ...(state === 'other' && { strangeState: word }),
      title: subscription.description || items?.data[0]?.price?.nickname || null,
      price: priceOf(subscription),
      paidUntil,
      endsAt: cancelAt ?? (subscription.cancel_at_period_end ? paidUntil : null),
      endedAt: subscription.ended_at ?? null,
      test: !event.live,
    },
    customer: customerOf({ id: subscription.customer }) ?? null,
    updatedAt: event.createdAt,
  };
}

/** What all its items come to; null if one of them has no fixed price. */
function priceOf({ items }: Subscription): SubscriptionUpdated['subscription']['price'] {
  const prices = items?.data ?? [];
  const code = prices[0]?.price?.currency;
  if (!code || prices.some(({ price }) => price?.unit_amount == null || price.currency !== code)) return null;
  const sum = Math.round(prices.reduce((all, { price, quantity }) => all + price!.unit_amount! * (quantity ?? 1), 0));
  return { minor: minorOf(sum, code), currency: code };
}
