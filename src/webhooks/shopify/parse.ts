import * as z from 'zod';
import type { DomainEvent } from '../../domain/event.ts';
import type { OrderDeleted, OrderLine, OrderUpdated } from '../../domain/shop_event.ts';
import { type JsonObject, parseExact, readObject } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { toMinor } from '../../text/money/money.ts';
import { connectionIdOf } from '../provider.ts';
import { deliveryOf, ShippingAddress, ShippingLines } from '../shared/delivery.ts';
import { paidLaterBy } from '../shared/paid_later.ts';
import { decimal, line, notNegative, quantity, read, text, time } from '../shared/shapes.ts';
import { utmOfPage } from '../shared/utm.ts';
import { Answers, Note, orderWords } from '../shared/words.ts';
import { askOf } from './ask.ts';
import { Checkout, checkoutUpdated, isCheckout } from './checkout.ts';
import { Address, billOf, buyerOf, Customer, customerUpdated, guestOf } from './customer.ts';
import { Fulfilment, isFulfilment, shipmentsOf, shipmentUpdated } from './fulfilment.ts';
import { isProduct, isProductDeletion, Product, productDeleted, productUpdated } from './product.ts';
import { isRefund, isUnderWay, Refund, refundsOf, refundTold, returnedOf } from './refund.ts';
import { idOf, isBareId, moneySet, shopDomainOf, shopifyId, topicOf, triggeredAtOf } from './shapes.ts';
import { statusOf } from './status.ts';

const ORDER_GID = /^gid:\/\/shopify\/Order\//;

/**
 * What a stored webhook means. Its shape decides, since the topic is not signed; a body of unknown shape is counted
 * under its topic. Throws if an order or customer cannot be read: the row then waits for a person.
 */
export function parseShopify(row: InboxRow): DomainEvent {
  const body = readObject(row.body, parseExact);
  if (!body) throw new Error('The body is not a JSON object.');
  if (isOrder(body)) return orderUpdated(row, read(Order, body, 'order'));
  if (isCustomer(body)) return customerUpdated(row, read(Customer, body, 'customer'));
  if (isRefund(body)) return refundTold(row, read(Refund, body, 'refund'));
  if (isFulfilment(body)) return shipmentUpdated(row, read(Fulfilment, body, 'fulfilment'));
  if (isCheckout(body)) return checkoutUpdated(row, read(Checkout, body, 'checkout'));
  if (isProduct(body)) return productUpdated(row, read(Product, body, 'product'));
  if (isOrderDeletion(body, topicOf(row))) return orderDeleted(row, body);
  if (isProductDeletion(body, topicOf(row))) return productDeleted(row, body);
  return askOf(row, body) ?? { kind: 'topic.unused', connectionId: connectionIdOf(row), topic: topicOf(row) };
}

/** Fulfillments, draft orders and checkouts have lines too, but only an order says how it was paid. */
export function isOrder(body: JsonObject): boolean {
  return Array.isArray(body.line_items) && 'financial_status' in body;
}

/** orders/delete sends only the id, so only its topic, or the kind in the id, says what was deleted. */
export function isOrderDeletion(body: JsonObject, topic: string): boolean {
  return isBareId(body, ORDER_GID, topic === 'orders/delete');
}

function orderDeleted(row: InboxRow, body: JsonObject): OrderDeleted {
  const ids = { connectionId: connectionIdOf(row), orderExternalId: idOf(body, 'order') };
  const isNamed = body.admin_graphql_api_id !== undefined;
  return { kind: 'order.deleted', provider: 'shopify', ...ids, ...(!isNamed && { saidBy: topicOf(row) }) };
}

/** customers/delete sends only the id; the redact and data requests wrap the customer in another object. */
export function isCustomer(body: JsonObject): boolean {
  return !('line_items' in body) && 'first_name' in body && 'email' in body && 'updated_at' in body;
}

const Line = z.object({
  id: z.unknown().optional(),
  sku: line.nullish(),
  title: line.nullish(),
  name: line.nullish(),
  variant_title: line.nullish().catch(null),
  properties: Answers,
  quantity,
  current_quantity: quantity.nullish().catch(null),
  price: decimal,
  price_set: moneySet,
});

const Order = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  name: line.nullish(),
  order_number: z.union([z.number(), line]).nullish(),
  email: text,
  contact_email: text,
  phone: text,
  financial_status: line.nullish(),
  fulfillment_status: line.nullish(),
  payment_gateway_names: z.array(line).nullish().catch(null),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total_price: decimal.refine(notNegative),
  total_price_set: moneySet,
  current_total_price: decimal.nullish().catch(null),
  current_total_price_set: moneySet,
  total_outstanding: decimal.nullish().catch(null),
  total_discounts: decimal.nullish().catch(null),
  total_discounts_set: moneySet,
  total_tax: decimal.nullish().catch(null),
  total_tax_set: moneySet,
  total_shipping_price_set: moneySet,
  refunds: z.array(Refund).nullish(),
  fulfillments: z.array(Fulfilment).nullish().catch(null),
  test: z.boolean().nullish(),
  created_at: time.nullish(),
  processed_at: time.nullish(),
  updated_at: time.nullish(),
  cancelled_at: time.nullish(),
  customer_locale: text,
  note: Note,
  note_attributes: Answers,
  landing_site: text,
  line_items: z.array(Line),
  customer: Customer.nullish(),
  shipping_address: ShippingAddress,
  shipping_lines: ShippingLines,
  billing_address: Address,
});
type Order = z.output<typeof Order>;

function orderUpdated(row: InboxRow, order: Order): OrderUpdated {
  const externalId = idOf(order, 'order');
  const placedAt = order.processed_at ?? order.created_at ?? order.updated_at ?? row.receivedAt;
  const updatedAt = order.updated_at ?? placedAt;
  const words = orderWords(order);
  return {
    kind: 'order.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    order: {
      externalId,
      number: order.name || (order.order_number ? `#${order.order_number}` : externalId),
      ...statusOf(order.financial_status, order.fulfillment_status),
      // Shopify makes an order once its checkout is through
      paidLater: paidLaterBy(order.payment_gateway_names ?? []),
      ...moneyOf(order),
      ...(order.refunds && refundsOf(order.refunds, order, updatedAt)),
      ...(isUnderWay(order.refunds ?? []) && { refundUnderWay: true }),
      ...billOf(order),
      ...(words.length > 0 && { words }),
      ...deliveryOf(order),
      ...contactDetailsOf(order),
      ...shipmentsOf(order.fulfillments),
      ...pageOf(row, externalId),
      ...utmOfPage(order.landing_site),
      test: order.test ?? false,
      placedAt,
      cancelledAt: order.cancelled_at ?? null,
      lines: linesOf(order),
    },
    customer: buyerOf(order, updatedAt) ?? guestOf(order),
    updatedAt,
    ...triggeredAtOf(row),
    ...(topicOf(row) === 'orders/paid' && isLater(updatedAt, placedAt) && { paidNow: true }),
  };
}

/** Its page in the shop's admin. */
function pageOf(row: InboxRow, externalId: string): { url?: string } {
  const shop = shopDomainOf(row);
  return shop ? { url: `https://${shop}/admin/orders/${encodeURIComponent(externalId)}` } : {};
}

const DAY_MS = 24 * 3_600_000;

/** For an order that is paid at the checkout it is clear when its money came. */
const isLater = (updatedAt: Date, placedAt: Date): boolean => updatedAt.getTime() - placedAt.getTime() > DAY_MS;

/** The mail address and phone of the order itself; an address in it may be anybody's. */
function contactDetailsOf({ email, contact_email, phone }: Order): Pick<OrderUpdated['order'], 'contactDetails'> {
  const isSaid = email !== undefined || contact_email !== undefined;
  const contactDetails = {
    ...(isSaid && { email: email || contact_email || '' }),
    ...(phone !== undefined && { phone: phone ?? '' }),
  };
  return Object.keys(contactDetails).length > 0 ? { contactDetails } : {};
}

/** In the shop's own currency, though the buyer may have seen another. */
function moneyOf(
  order: Order,
): Pick<
  OrderUpdated['order'],
  'currency' | 'totalMinor' | 'currentMinor' | 'outstandingMinor' | 'discountMinor' | 'taxMinor' | 'shippingMinor'
> {
  const shop = order.total_price_set?.shop_money;
  const currency = shop?.currency_code ?? order.currency;
  const minor = (amount: string | null | undefined) => (amount ? toMinor(amount, currency) : null);
  const discountMinor = minor(order.total_discounts_set?.shop_money?.amount ?? order.total_discounts);
  const taxMinor = minor(order.total_tax_set?.shop_money?.amount ?? order.total_tax);
  const shippingMinor = minor(order.total_shipping_price_set?.shop_money?.amount);
  return {
    currency,
    totalMinor: toMinor(shop?.amount ?? order.total_price, currency),
    currentMinor: minor(order.current_total_price_set?.shop_money?.amount ?? order.current_total_price),
    outstandingMinor: minor(order.total_outstanding),
    ...(discountMinor !== null && { discountMinor }),
    ...(taxMinor !== null && { taxMinor }),
    ...(shippingMinor !== null && { shippingMinor }),
  };
}

function linesOf(order: Order): OrderLine[] {
  const returned = returnedOf(order.refunds ?? []);
  return order.line_items.map((item) => {
    const id = shopifyId(item) || null;
    const back = returned.filter(({ line: of }) => of === id).reduce((sum, one) => sum + one.quantity, 0);
    const price = item.price_set?.shop_money;
    return {
      externalId: id,
      sku: item.sku || null,
      title: item.title || item.name || item.sku || '?',
      ...variantOf(item),
      quantity: item.quantity,
      currentQuantity: item.current_quantity ?? Math.max(0, item.quantity - back),
      priceMinor: toMinor(price?.amount ?? item.price, price?.currency_code ?? order.currency),
    };
  });
}

/** An article with only one variant carries Shopify's own name for it. */
const variantOf = ({ variant_title: variant }: { variant_title?: string | null | undefined }) =>
  variant && variant !== 'Default Title' ? { variant } : {};
