import * as z from 'zod';
import type { ShopAsked } from '../../domain/shop_ask_event.ts';
import type { CustomerUpdated } from '../../domain/shop_event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf } from '../provider.ts';
import { fullName, nameOf } from '../shared/name.ts';
import { Address, gmt, id, person, word } from './shapes.ts';

export const Customer = z.object({
  id,
  email: person,
  first_name: person,
  last_name: person,
  username: word,
  billing: Address,
  date_created_gmt: gmt.nullish(),
  date_modified_gmt: gmt.nullish(),
});
type Customer = z.output<typeof Customer>;

export function customerUpdated(row: InboxRow, customer: Customer): CustomerUpdated {
  const { billing } = customer;
  const updatedAt = customer.date_modified_gmt ?? customer.date_created_gmt ?? row.receivedAt;
  const name = nameOf(fullName(customer)) ?? nameOf(fullName(billing ?? {}));
  const city = billing?.city || null;
  return {
    kind: 'customer.updated',
    provider: 'woocommerce',
    connectionId: connectionIdOf(row),
    customer: {
      externalId: customer.id,
      ...{ name, email: customer.email || null, phone: billing?.phone || null },
      ...(billing?.phone && { phoneFrom: 'address' as const }),
      ...{ country: billing?.country || null, city, language: null },
      record: { name, city, updatedAt },
    },
    ...(customer.date_created_gmt && { since: customer.date_created_gmt }),
    updatedAt,
  };
}

export function customerDeleted(row: InboxRow, externalId: string): ShopAsked {
  return {
    ...{ kind: 'shop.asked', provider: 'woocommerce', connectionId: connectionIdOf(row), ask: 'deleted', externalId },
    ...{ customer: { externalId, email: null, name: null }, orderExternalId: null },
  };
}
