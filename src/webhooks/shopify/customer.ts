import * as z from 'zod';
import type { CustomerUpdated, ShopCustomer } from '../../domain/shop_event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { isNoAccount } from '../../text/nobody.ts';
import { connectionIdOf } from '../provider.ts';
import { fullName, nameOf } from '../shared/name.ts';
import { text, time } from '../shared/shapes.ts';
import { idOf } from './shapes.ts';

export const Address = z
  .object({ name: text, first_name: text, last_name: text, phone: text, country_code: text, city: text })
  .partial()
  .nullish()
  .catch(null);

/** What they have said about marketing: https://shopify.dev/docs/api/admin-rest/latest/resources/customer */
const MarketingConsent = z
  .object({ state: text, opt_in_level: text, consent_updated_at: time.nullish().catch(null) })
  .partial()
  .nullish()
  .catch(null);

export const Customer = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  email: text,
  phone: text,
  first_name: text,
  last_name: text,
  locale: text,
  default_address: Address,
  created_at: time.nullish().catch(null),
  updated_at: time.nullish(),
  email_marketing_consent: MarketingConsent,
});
type Customer = z.output<typeof Customer>;

/** What an order says about its buyer. */
interface Bought {
  email?: string | null | undefined;
  contact_email?: string | null | undefined;
  phone?: string | null | undefined;
  customer_locale?: string | null | undefined;
  customer?: Customer | null | undefined;
  shipping_address?: z.output<typeof Address> | undefined;
  billing_address?: z.output<typeof Address> | undefined;
}

/**
 * A buyer without an account: identified by the mail address given at the checkout, else by the phone given there; the
 * bill gives the name.
 */
export function guestOf(order: Bought): ShopCustomer | null {
  const email = order.email || order.contact_email || null;
  const given = phoneIn(order);
  if (!email && !given.phone) return null;
  const { billing_address: billing } = order;
  return {
    externalId: null,
    name: billedTo(order),
    email,
    ...given,
    country: billing?.country_code || null,
    city: billing?.city || null,
    language: order.customer_locale || null,
  };
}

function billedTo({ billing_address: billing }: Bought): string | null {
  return nameOf(billing?.name) ?? nameOf(fullName(billing ?? {}));
}

/** Without an account, only the bill says who has bought. */
export function billOf(order: Bought): { billedTo?: string } {
  const name = order.customer ? null : billedTo(order);
  return name ? { billedTo: name } : {};
}

/**
 * The customer as the order shows them. Its addresses say something about the buyer only if they name the buyer: a gift
 * goes to somebody else.
 */
export function buyerOf(order: Bought, updatedAt: Date): ShopCustomer | null {
  const { customer, shipping_address: shipping, billing_address: billing } = order;
  const email = order.email || order.contact_email || null;
  if (!customer || isNoAccount(idOf(customer, 'customer'))) return null;
  const own = shopCustomer(customer);
  const name = own.name ?? nameOf(billing?.name);
  const home = [shipping, billing].find((address) => name !== null && nameOf(address?.name) === name);
  return {
    ...own,
    name,
    email: own.email ?? email,
    ...(!own.email && email && { emailFrom: 'order' as const }),
    ...(own.email && email && email.toLowerCase() !== own.email.toLowerCase() && { orderEmail: email }),
    ...(!own.phone && phoneIn(order)),
    country: own.country ?? home?.country_code ?? null,
    city: own.city ?? (home?.city || null),
    language: own.language ?? order.customer_locale ?? null,
    record: recordOf(customer, customer.updated_at ?? updatedAt),
  };
}

/** Whoever ordered may have given the recipient's phone. */
function phoneIn(order: Bought): Pick<ShopCustomer, 'phone' | 'phoneFrom'> {
  if (order.phone) return { phone: order.phone, phoneFrom: 'order' };
  return phoneAt(order.billing_address?.phone || order.shipping_address?.phone);
}

function phoneAt(phone: string | null | undefined): Pick<ShopCustomer, 'phone' | 'phoneFrom'> {
  return phone ? { phone, phoneFrom: 'address' } : { phone: null };
}

/** What a body means that is a customer. */
export function customerUpdated(row: InboxRow, customer: Customer): CustomerUpdated {
  const updatedAt = customer.updated_at ?? row.receivedAt;
  return {
    kind: 'customer.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    customer: { ...shopCustomer(customer), record: recordOf(customer, updatedAt) },
    ...(customer.created_at && { since: customer.created_at }),
    ...marketingOf(customer, row.receivedAt),
    updatedAt,
  };
}

/** How much our clocks may differ, in ms: what was said later than now by more was not said then. */
const CLOCKS_MS = 5 * 60_000;

/** Only what they have said counts: 'not_subscribed', 'pending' and 'invalid' say nothing. The record's own time is not that of the word. */
function marketingOf(
  { email, email_marketing_consent: said }: Customer,
  receivedAt: Date,
): Pick<CustomerUpdated, 'marketing'> {
  const state = said?.state?.toLowerCase() ?? '';
  const wanted = state === 'subscribed';
  if (!said || !email || !(wanted || state === 'unsubscribed' || state === 'redacted')) return {};
  const confirmed = said.opt_in_level?.toLowerCase() === 'confirmed_opt_in';
  const at = said.consent_updated_at ?? null;
  const isToCome = at !== null && at.getTime() > receivedAt.getTime() + CLOCKS_MS;
  return { marketing: { email, wanted, confirmed, at: isToCome ? null : at } };
}

/** What belongs to the customer alone and is the same in every order. */
function recordOf(customer: Customer, updatedAt: Date): NonNullable<ShopCustomer['record']> {
  const { name, city } = shopCustomer(customer);
  return { name, city, updatedAt };
}

function shopCustomer(customer: Customer): ShopCustomer {
  const address = customer.default_address;
  return {
    externalId: idOf(customer, 'customer'),
    name: nameOf(fullName(customer)) ?? nameOf(address?.name),
    email: customer.email || null,
    ...(customer.phone ? { phone: customer.phone } : phoneAt(address?.phone)),
    country: address?.country_code || null,
    city: address?.city || null,
    language: customer.locale || null,
  };
}
