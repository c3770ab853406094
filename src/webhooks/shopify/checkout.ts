import * as z from 'zod';
import type { CheckoutUpdated } from '../../domain/shop_event.ts';
import type { JsonObject } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { toMinor } from '../../text/money/money.ts';
import { connectionIdOf } from '../provider.ts';
import { currency, decimal, httpUrl, line, quantity, text, time } from '../shared/shapes.ts';
import { Address, buyerOf, Customer, guestOf } from './customer.ts';
import { idOf } from './shapes.ts';

const word = line.nullish().catch(null);

export const Checkout = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  email: text,
  phone: text,
  currency,
  total_price: decimal,
  abandoned_checkout_url: z.string().nullish().catch(null),
  customer_locale: text,
  created_at: time.nullish(),
  updated_at: time.nullish(),
  completed_at: time.nullish().catch(null),
  test: z.boolean().nullish().catch(null),
  line_items: z.array(z.object({ sku: word, title: word, variant_title: word, quantity, price: decimal })),
  customer: Customer.nullish().catch(null),
  shipping_address: Address,
  billing_address: Address,
});
type Checkout = z.output<typeof Checkout>;

export const isCheckout = (body: JsonObject): boolean =>
  Array.isArray(body.line_items) && 'abandoned_checkout_url' in body;

/** What a body means that is a checkout. */
export function checkoutUpdated(row: InboxRow, checkout: Checkout): CheckoutUpdated {
  const updatedAt = checkout.updated_at ?? row.receivedAt;
  const minor = (amount: string) => toMinor(amount, checkout.currency);
  return {
    kind: 'checkout.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    checkout: {
      externalId: idOf(checkout, 'checkout'),
      currency: checkout.currency,
      totalMinor: minor(checkout.total_price),
      lines: checkout.line_items.map((item) => ({
        sku: item.sku || null,
        title: item.title || item.sku || '?',
        ...(item.variant_title && { variant: item.variant_title }),
        quantity: item.quantity,
        priceMinor: minor(item.price),
      })),
      url: httpUrl(checkout.abandoned_checkout_url),
      startedAt: checkout.created_at ?? updatedAt,
      completedAt: checkout.completed_at ?? null,
      test: checkout.test ?? false,
    },
    customer: buyerOf(checkout, updatedAt) ?? guestOf(checkout),
    updatedAt,
  };
}
