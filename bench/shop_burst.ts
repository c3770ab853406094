import type { InboxEvent } from '../src/inbox/event.ts';
import { CUSTOMERS, nameOf, SHOP, shopCustomer } from './handling_data.ts';

/**
 * What Shopify sends of one order that is paid at the checkout: that it was made, that it was paid (the same version once more), that
 * something the owner need not hear of has changed (the risk was judged, a tag, an app's note), that it was sent, and that the parcel's
 * number is known. The first is news to the owner; the others write the order anew.
 */
const TOPICS = [
  'orders/create',
  'orders/paid',
  'orders/updated',
  'orders/updated',
  'orders/fulfilled',
  'orders/updated',
];
export const WEBHOOKS = TOPICS.length;

/** So many orders are between two webhooks of one. */
const APART = 40;

/**
 * The webhooks of `count` orders from `first` on, as they come while many buy: those of one order in order, with those of others in
 * between.
 */
export function burst(first: number, count: number): InboxEvent[] {
  const all = [];
  for (let nth = 0; nth < count; nth += 1)
    for (let version = 0; version < WEBHOOKS; version += 1) all.push({ nth, version, at: nth + version * APART });
  const began = Date.now();
  return all
    .sort((a, b) => a.at - b.at || a.version - b.version)
    .map(({ nth, version }) => webhook(first + nth, version, new Date(began + nth)));
}

function webhook(nth: number, version: number, placed: Date): InboxEvent {
  const id = 6_600_000_000_000 + nth;
  const topic = TOPICS[version]!;
  return {
    ...{ source: SHOP, externalId: `burst-${nth}-${version}`, lane: `${SHOP}:order:${id}` },
    headers: { 'x-shopify-topic': topic, 'x-shopify-shop-domain': 'tea.myshopify.com' },
    body: Buffer.from(JSON.stringify(orderBody(nth, id, version, placed))),
  };
}

/** The order as it stands by then, with the parts that the parser reads and many that it does not, as they are sent. */
function orderBody(nth: number, id: number, version: number, placed: Date): object {
  const customer = nth % CUSTOMERS;
  const [first, last] = nameOf(customer).split(' ');
  const buyer = shopCustomer(customer);
  const { email } = buyer;
  const at = placed.toISOString();
  // that it is paid is told of the version that was made
  const updated = new Date(placed.getTime() + 1000 * Math.max(0, version - 1)).toISOString();
  const money = (amount: string) => ({
    shop_money: { amount, currency_code: 'CNY' },
    presentment_money: { amount, currency_code: 'CNY' },
  });
  const address = {
    ...{
      first_name: first,
      last_name: last,
      name: nameOf(customer),
      address1: `${customer} Garden Road`,
      address2: null,
    },
    ...{
      city: 'Hangzhou',
      zip: '310000',
      province: 'Zhejiang',
      province_code: 'ZJ',
      country: 'China',
      country_code: 'CN',
    },
    ...{ phone: null, company: null, latitude: 30.25, longitude: 120.16 },
  };
  return {
    ...{
      id,
      admin_graphql_api_id: `gid://shopify/Order/${id}`,
      name: `#${nth}`,
      order_number: nth,
      email,
      contact_email: email,
    },
    ...{
      app_id: 580_111,
      browser_ip: '203.0.113.7',
      cart_token: `c-${id}`,
      checkout_token: `k-${id}`,
      token: `t-${id}`,
    },
    ...{
      confirmed: true,
      buyer_accepts_marketing: false,
      customer_locale: 'en',
      currency: 'CNY',
      presentment_currency: 'CNY',
    },
    ...{ created_at: at, processed_at: at, updated_at: updated, cancelled_at: null, closed_at: null, test: false },
    ...{
      financial_status: 'paid',
      fulfillment_status: version >= 4 ? 'fulfilled' : null,
      tags: version >= 3 ? 'checked' : '',
    },
    ...{
      note: null,
      note_attributes: [],
      gateway: 'shopify_payments',
      source_name: 'web',
      landing_site: '/collections/tea',
    },
    ...{
      subtotal_price: '118.00',
      subtotal_price_set: money('118.00'),
      total_price: '128.00',
      total_price_set: money('128.00'),
    },
    ...{ current_total_price: '128.00', current_total_price_set: money('128.00'), total_outstanding: '0.00' },
    ...{ total_discounts: '0.00', total_discounts_set: money('0.00'), total_tax: '0.00', total_tax_set: money('0.00') },
    ...{
      total_shipping_price_set: money('10.00'),
      total_weight: 300,
      taxes_included: true,
      tax_lines: [],
      refunds: [],
    },
    client_details: {
      accept_language: 'en',
      browser_height: null,
      browser_ip: '203.0.113.7',
      user_agent: 'Mozilla/5.0',
    },
    customer: {
      ...buyer,
      ...{ phone: null, state: 'enabled', tags: '' },
      ...{
        created_at: at,
        updated_at: updated,
        verified_email: true,
        tax_exempt: false,
        currency: 'CNY',
        default_address: address,
      },
    },
    ...{ shipping_address: address, billing_address: address },
    shipping_lines: [
      { id: nth, code: 'Standard', title: 'Standard', price: '10.00', price_set: money('10.00'), tax_lines: [] },
    ],
    line_items: [line(2 * nth, '龙井 100 g', 'TEA', '88.00', money), line(2 * nth + 1, '盖碗', 'CUP', '30.00', money)],
    fulfillments: version < 4 ? [] : [fulfilment(nth, id, version, at, updated)],
  };
}

const line = (id: number, title: string, sku: string, price: string, money: (amount: string) => object) => ({
  ...{
    id,
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
    title,
    name: title,
    sku,
    quantity: 1,
    current_quantity: 1,
  },
  ...{ price, price_set: money(price), total_discount: '0.00', total_discount_set: money('0.00'), properties: [] },
  ...{ fulfillable_quantity: 1, fulfillment_service: 'manual', gift_card: false, grams: 100, product_exists: true },
  ...{ product_id: id + 1, variant_id: id + 2, variant_title: null, vendor: 'Tea', taxable: true, tax_lines: [] },
});

const fulfilment = (nth: number, orderId: number, version: number, at: string, updated: string) => ({
  ...{
    id: 9_000_000 + nth,
    order_id: orderId,
    name: `#${nth}.1`,
    status: 'success',
    created_at: at,
    updated_at: updated,
  },
  ...{ service: 'manual', shipment_status: null, tracking_company: version >= 5 ? 'SF Express' : null },
  ...{ tracking_number: version >= 5 ? `SF${nth}` : null, tracking_numbers: version >= 5 ? [`SF${nth}`] : [] },
  ...{ tracking_url: null, tracking_urls: [], line_items: [] },
});
