import type { CustomerUpdated, ShopCustomer } from '../../domain/shop_event.ts';
import { isNoAccount } from '../../text/nobody.ts';
import { fullName, NO_RECORD, nameOf } from '../shared/name.ts';
import type { Fields } from './fields.ts';

/** Whom an order names; undefined if it says nothing by which they could be known. */
export function customerIn(data: Fields | undefined): ShopCustomer | undefined {
  if (!data) return undefined;
  const customer = customerOf(data);
  const { externalId, email, phone } = customer;
  return externalId || email || phone ? { ...customer, ...(externalId && { record: NO_RECORD }) } : undefined;
}

/** A customer's own record. */
export function customerUpdated(data: Fields, connectionId: string, updatedAt: Date): CustomerUpdated {
  const customer = customerOf(data);
  const { externalId, email, phone, name, city } = customer;
  if (!externalId && !email && !phone) throw data.wrong('external_id');
  return {
    kind: 'customer.updated',
    provider: 'standard',
    connectionId,
    customer: { ...customer, ...(externalId && { record: { name, city, updatedAt } }) },
    updatedAt,
  };
}

/** A guest's 0 stands for everybody who has no account, and may stand beside a field that says more. */
export const customerIdIn = (data: Fields): string | null =>
  ['external_id', 'customer_id', 'id', 'number'].map((name) => data.line(name)).find((id) => id && !isNoAccount(id)) ??
  null;

function customerOf(data: Fields): ShopCustomer {
  const said = data.line('name', 'full_name', 'company');
  const parts = { first_name: data.line('first_name', 'given_name'), last_name: data.line('last_name', 'family_name') };
  const country = data.line('country_code', 'country');
  return {
    externalId: customerIdIn(data),
    ownId: true,
    name: nameOf(said) ?? nameOf(fullName(parts)),
    email: data.line('email', 'email_address'),
    phone: data.line('phone', 'mobile', 'telephone'),
    country: country && /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : null,
    city: data.line('city'),
    language: data.line('language', 'locale'),
  };
}
