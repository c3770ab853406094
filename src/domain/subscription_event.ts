import type { Money } from '../text/money/money.ts';
import type { ShopCustomer } from './shop_event.ts';

/** The state of a subscription; anything else that a system says is 'other'. */
export type SubscriptionState = 'trial' | 'active' | 'past_due' | 'unpaid' | 'paused' | 'ended' | 'other';

/** Somebody pays again and again. Each payment is an order of its own. */
export interface SubscriptionUpdated {
  kind: 'subscription.updated';
  provider: string;
  connectionId: string;
  subscription: {
    externalId: string;
    state: SubscriptionState;
    /** The system's own word for what is 'other'. */
    strangeState?: string;
    /** What is subscribed to; null if the system does not say. */
    title: string | null;
    /** What it comes to each time; null if the system does not say. */
    price: Money | null;
    /** Until when it is paid. */
    paidUntil: Date | null;
    /** When it will end, if it has been cancelled for a later day. */
    endsAt: Date | null;
    endedAt: Date | null;
    test: boolean;
  };
  customer: ShopCustomer | null;
  updatedAt: Date;
}
