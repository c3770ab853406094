import { isManys } from '../../people/names_fit.ts';
import type { OrderUpdated, ShopCustomer } from '../../shop_event.ts';

/** A test order is the shop trying itself out: it makes no contact, and says nothing about anybody. */
export const customerOf = (event: OrderUpdated): ShopCustomer | undefined =>
  event.order.test ? undefined : event.customer ? namedByParcel(event.customer, event.order) : namedOnly(event.order);

/**
 * Of whoever has no account, or an own system's, by which several may come, the order alone says who bought it: others may give that mail
 * address or phone too.
 */
export function billedTo(event: OrderUpdated): string | null {
  const { externalId, ownId, name = null } = customerOf(event) ?? {};
  const isOwn = ownId && name !== null && !isManys(name);
  return event.order.billedTo ?? (!externalId || isOwn ? name : null);
}

/** Of a guest who left neither mail address nor phone the bill has the name. */
function namedOnly({ billedTo }: OrderUpdated['order']): ShopCustomer | undefined {
  if (!billedTo) return undefined;
  return { externalId: null, name: billedTo, email: null, phone: null, country: null, city: null, language: null };
}

/** Of a guest who left a phone alone the parcel has the name, where it goes to whoever has that phone. */
function namedByParcel(customer: ShopCustomer, { delivery }: OrderUpdated['order']): ShopCustomer {
  const { name, externalId, email, phone } = customer;
  if (name || externalId || email || !phone || !delivery?.recipient) return customer;
  return figuresOf(phone) === figuresOf(delivery.phone) ? { ...customer, name: delivery.recipient } : customer;
}

const figuresOf = (phone: string): string => phone.replace(/\D/g, '');
