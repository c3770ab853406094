import type { DomainEvent } from '../../../src/domain/event.ts';
import type { House } from '../house.ts';
import { connectShop } from './any_order.ts';
import { standardBody, standardOrder } from './standard_event.ts';
import { stripeEvent, stripeRefund, stripeSession } from './stripe_event.ts';
import { wooEvent, wooOrder } from './woo_event.ts';

/** Connects a shop, whoever takes its money, and a system that mirrors it: 1, 2 and 3. */
export async function connectThree(house: House): Promise<void> {
  await connectShop(house, 'woocommerce');
  await connectShop(house, 'stripe');
  await connectShop(house, 'standard');
}

const of = (connectionId: string, event: DomainEvent): DomainEvent => Object.assign(event, { connectionId });
const PAYMENT = 'pi_9';

/** As its shop writes the order of €31.00, and as its mirror does. */
export const NUMBER = `#${wooOrder().number}`;
export const MIRROR_NUMBER = 'SO-88';
/** Not paid yet. */
export const NOT_PAID = { date_paid_gmt: null, date_paid: null };
export const PENDING = { status: 'pending', ...NOT_PAID };

const clock = (minute: number): string => `2026-11-21T02:${String(minute).padStart(2, '0')}:00`;

/** A version of the shop's order, which names its payment. `minute`: of 2026-11-21 02 o'clock. */
export const shopSays = (minute: number, more: object = {}): DomainEvent =>
  wooEvent(
    wooOrder({
      ...{ transaction_id: PAYMENT, date_created_gmt: '2026-11-21T01:50:00', date_modified_gmt: clock(minute) },
      ...more,
    }),
  );

/** What Stripe says of its checkout. `second`: after 2026-11-21 02:00 UTC. */
export const stripeSays = (type: string, more: object = {}, second = 0): DomainEvent =>
  of(
    '2',
    stripeEvent(
      `checkout.session.${type}`,
      stripeSession({ currency: 'eur', amount_total: 3100, payment_intent: PAYMENT, ...more }),
      second,
    ),
  );

export const stripeRefunds = (id: string, minor: number, second: number, more: object = {}): DomainEvent =>
  of(
    '2',
    stripeEvent(
      'refund.created',
      stripeRefund(id, minor, { currency: 'eur', charge: 'ch_9', payment_intent: PAYMENT, ...more }),
      second,
    ),
  );

/** The sum of what went back so far. */
export const stripeSum = (minor: number, second: number, more: object = {}): DomainEvent =>
  of(
    '2',
    stripeEvent(
      'charge.refunded',
      {
        ...{ id: 'ch_9', object: 'charge', payment_intent: PAYMENT, currency: 'eur', amount: 3100 },
        ...{ amount_captured: 3100, amount_refunded: minor, paid: true },
        ...more,
      },
      second,
    ),
  );

export const stripeDispute = (status: string, second: number, more: object = {}): DomainEvent =>
  of(
    '2',
    stripeEvent(
      status === 'needs_response' ? 'charge.dispute.created' : 'charge.dispute.closed',
      { id: 'dp_1', status, amount: 3100, currency: 'eur', payment_intent: PAYMENT, charge: 'ch_9', ...more },
      second,
    ),
  );

/** What the system says that mirrors the shop. `minute`: of 2026-11-21 02 o'clock. */
export const mirrorSays = (type: string, minute: number, more: object = {}): DomainEvent =>
  of(
    '3',
    standardBody({
      type,
      timestamp: `${clock(minute)}Z`,
      data: standardOrder({
        ...{ order_id: MIRROR_NUMBER, currency: 'EUR', total: '31.00', transaction_id: PAYMENT },
        ...{ customer: { name: 'Ana Ruiz', email: 'ana@example.org' }, items: [], ...more },
      }),
    }),
  );
