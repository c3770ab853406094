import * as z from 'zod';
import type { ShopAsked } from '../../domain/shop_ask_event.ts';
import type { CustomerUpdated } from '../../domain/shop_event.ts';
import { nameOf } from '../shared/name.ts';
import { Address, id, person, type StripeEvent, second, word } from './shapes.ts';

export const Customer = z.object({
  id,
  name: person,
  email: person,
  phone: person,
  address: Address,
  preferred_locales: z.array(word).nullish().catch(null),
  created: second.nullish().catch(null),
});
type Customer = z.output<typeof Customer>;

export function customerUpdated(event: StripeEvent, customer: Customer): CustomerUpdated {
  const { createdAt: updatedAt, connectionId } = event;
  const name = nameOf(customer.name);
  const city = customer.address?.city || null;
  return {
    kind: 'customer.updated',
    provider: 'stripe',
    connectionId,
    customer: {
      externalId: customer.id,
      ...{ name, email: customer.email || null, phone: customer.phone || null },
      ...{ country: customer.address?.country || null, city },
      language: customer.preferred_locales?.[0] || null,
      record: { name, city, updatedAt },
    },
    ...(customer.created && { since: customer.created }),
    updatedAt,
  };
}

export function customerDeleted({ connectionId }: StripeEvent, { id: externalId }: { id: string }): ShopAsked {
  const customer = { externalId, email: null, name: null };
  return {
    kind: 'shop.asked',
    provider: 'stripe',
    connectionId,
    ask: 'deleted',
    externalId,
    customer,
    orderExternalId: null,
  };
}
