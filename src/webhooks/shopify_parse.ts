import * as z from 'zod';
import type { CustomerUpdated, DomainEvent, OrderUpdated, ShopCustomer } from '../domain/event.ts';
import type { InboxRow } from '../inbox/event.ts';
import { toMinor } from '../text/money.ts';
import { cleanName, cleanText } from '../text/normalise.ts';
import { truncate } from '../text/truncate.ts';
import { type JsonObject, parseExact, readObject } from './json.ts';
import { connectionIdOf } from './provider.ts';

const LONGEST_LINE = 300;
const MAX_INT = 2 ** 31 - 1;

/**
 * What a stored webhook means. Orders and customers are told by their shape, since the topic is not signed; every other body
 * is ignored, with its topic as the reason. Throws when an order or customer cannot be read: the row then waits for a person.
 */
export function parseShopify(row: InboxRow): DomainEvent {
  const body = readObject(row.body, parseExact);
  if (!body) throw new Error('The body is not a JSON object.');
  if (isOrder(body)) return orderUpdated(row, read(Order, body, 'order'));
  if (isCustomer(body)) return customerUpdated(row, read(Customer, body, 'customer'));
  return { kind: 'ignored', reason: `nothing follows from Shopify’s ${topicOf(row)}` };
}

/** Fulfillments, draft orders and checkouts have lines too, but only an order says how it was paid. */
export function isOrder(body: JsonObject): boolean {
  return Array.isArray(body.line_items) && 'financial_status' in body;
}

/** customers/delete sends the id alone, the redact and data requests wrap the customer in another object. */
export function isCustomer(body: JsonObject): boolean {
  return !('line_items' in body) && 'first_name' in body && 'email' in body && 'updated_at' in body;
}

const GID = /^gid:\/\/shopify\/\w+\/(\d{1,30})$/;

/** The number in `gid://shopify/Order/5600000000001`, else `id`. '' when there is neither. Ids have up to 18 digits. */
export function shopifyId({ admin_graphql_api_id: gid, id }: JsonObject): string {
  const text = (typeof gid === 'string' && GID.exec(gid)?.[1]) || String(id);
  return /^\d{1,30}$/.test(text) ? text : '';
}

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const text = z.string().transform(cleanText).nullish();
const line = z.string().transform((raw) => truncate(cleanText(raw), LONGEST_LINE));
/** A decimal string; never through a float. */
const decimal = z.string().regex(/^-?\d{1,15}(?:\.\d{0,30})?$/);

const Address = z.object({ name: text, phone: text, country_code: text, city: text }).partial().nullish().catch(null);

const Customer = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  email: text,
  phone: text,
  first_name: text,
  last_name: text,
  locale: text,
  default_address: Address,
  updated_at: time.nullish(),
});
type Customer = z.output<typeof Customer>;

const Line = z.object({
  sku: line.nullish(),
  title: line.nullish(),
  name: line.nullish(),
  quantity: z.number().int().min(0).max(MAX_INT),
  price: decimal,
});

const Order = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  name: line.nullish(),
  order_number: z.union([z.number(), z.string()]).nullish(),
  email: text,
  contact_email: text,
  phone: text,
  financial_status: line.nullish(),
  fulfillment_status: line.nullish(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total_price: decimal,
  test: z.boolean().nullish(),
  created_at: time.nullish(),
  processed_at: time.nullish(),
  updated_at: time.nullish(),
  cancelled_at: time.nullish(),
  customer_locale: text,
  line_items: z.array(Line),
  customer: Customer.nullish(),
  shipping_address: Address,
  billing_address: Address,
});
type Order = z.output<typeof Order>;

/** Says which fields are wrong and never what is in them: errors are logged. */
function read<T extends z.ZodType>(schema: T, body: JsonObject, what: string): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = new Set(result.error.issues.map((issue) => issue.path.join('.') || 'id'));
  throw new Error(`The ${what} cannot be read: ${[...fields].slice(0, 5).join(', ')}.`);
}

function orderUpdated(row: InboxRow, order: Order): OrderUpdated {
  const externalId = idOf(order, 'order');
  const placedAt = order.processed_at ?? order.created_at ?? order.updated_at ?? row.receivedAt;
  return {
    kind: 'order.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    order: {
      externalId,
      number: order.name || (order.order_number ? `#${order.order_number}` : externalId),
      // A free order has no payment: Shopify says null, or 'paid'.
      payment: order.financial_status ?? 'pending',
      fulfillment: order.fulfillment_status ?? null,
      currency: order.currency,
      totalMinor: toMinor(order.total_price, order.currency),
      test: order.test ?? false,
      placedAt,
      cancelledAt: order.cancelled_at ?? null,
      lines: order.line_items.map((item) => ({
        sku: item.sku || null,
        title: item.title || item.name || item.sku || '?',
        quantity: item.quantity,
        priceMinor: toMinor(item.price, order.currency),
      })),
    },
    customer: buyerOf(order),
    updatedAt: order.updated_at ?? placedAt,
  };
}

/** The customer as the order shows them. Its addresses tell of the buyer only where they name them: a gift goes to somebody else. */
function buyerOf(order: Order): ShopCustomer | null {
  const { customer, shipping_address: shipping, billing_address: billing } = order;
  if (!customer) return null;
  const own = shopCustomer(customer);
  const name = own.name ?? nameOf(billing?.name);
  const home = [shipping, billing].find((address) => name !== null && nameOf(address?.name) === name);
  return {
    ...own,
    name,
    email: own.email ?? order.email ?? order.contact_email ?? null,
    ...(!own.phone && phoneIn(order)),
    country: own.country ?? home?.country_code ?? null,
    city: own.city ?? (home?.city || null),
    language: own.language ?? order.customer_locale ?? null,
  };
}

/** Whoever ordered may have given the phone of whom it goes to. */
function phoneIn(order: Order): Pick<ShopCustomer, 'phone' | 'phoneFrom'> {
  if (order.phone) return { phone: order.phone, phoneFrom: 'order' };
  return phoneAt(order.billing_address?.phone || order.shipping_address?.phone);
}

function phoneAt(phone: string | null | undefined): Pick<ShopCustomer, 'phone' | 'phoneFrom'> {
  return phone ? { phone, phoneFrom: 'address' } : { phone: null };
}

function customerUpdated(row: InboxRow, customer: Customer): CustomerUpdated {
  return {
    kind: 'customer.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    customer: shopCustomer(customer),
    updatedAt: customer.updated_at ?? row.receivedAt,
  };
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

/** Shopify keeps first and last name apart; a Chinese name is written family first, without a space. */
function fullName({ first_name: first, last_name: last }: Pick<Customer, 'first_name' | 'last_name'>): string {
  const parts = [first?.trim() ?? '', last?.trim() ?? ''];
  const chinese = parts.every((part) => /^\p{Script=Han}{1,4}$/u.test(part));
  return chinese ? parts.reverse().join('') : parts.join(' ').trim();
}

function nameOf(name: string | null | undefined): string | null {
  return cleanName(name ?? '') || null;
}

function idOf(body: JsonObject, what: string): string {
  const id = shopifyId(body);
  if (id === '') throw new Error(`The ${what} cannot be read: id.`);
  return id;
}

function topicOf({ headers }: InboxRow): string {
  const topic = headers?.['x-shopify-topic'] ?? headers?.['shopify-topic'] ?? '';
  return /^[a-z_]{1,40}\/[a-z_]{1,40}$/.test(topic) ? topic : 'unknown topic';
}
