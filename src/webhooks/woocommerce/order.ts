import * as z from 'zod';
import type { OrderLine, OrderUpdated, Refund, ShopCustomer } from '../../domain/shop_event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { toMinor } from '../../text/money/money.ts';
import { connectionIdOf } from '../provider.ts';
import { deliveryOf } from '../shared/delivery.ts';
import { fullName, NO_RECORD, nameOf } from '../shared/name.ts';
import { notNegative, quantity } from '../shared/shapes.ts';
import { utmIn } from '../shared/utm.ts';
import { Answers, orderWords } from '../shared/words.ts';
import { Address, added, gmt, id, Meta, meaning, noneOrId, person, sum, topicOf, word } from './shapes.ts';
import { statusOf } from './status.ts';
import { shipmentsIn } from './tracking.ts';

const some = sum.nullish().catch(null);

const Line = z.object({
  id: noneOrId,
  name: word,
  sku: word,
  quantity: z.coerce.number().pipe(quantity).catch(1),
  subtotal: some,
  subtotal_tax: some,
  total: some,
  total_tax: some,
  price: some,
  meta_data: Meta,
});

export const Order = z.object({
  id,
  number: word,
  status: z.string().max(60),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total: sum.refine(notNegative),
  discount_total: some,
  discount_tax: some,
  total_tax: some,
  shipping_total: some,
  shipping_tax: some,
  prices_include_tax: z.boolean().nullish().catch(null),
  customer_id: noneOrId,
  customer_note: person,
  payment_method: word,
  transaction_id: word,
  order_key: word,
  date_created_gmt: gmt.nullish(),
  date_modified_gmt: gmt.nullish(),
  date_paid_gmt: gmt.nullish(),
  // in the shop's own time, which it does not name: good enough to know which of its versions is newer
  date_created: gmt.nullish().catch(null),
  date_modified: gmt.nullish().catch(null),
  billing: Address,
  shipping: Address,
  line_items: z.array(Line),
  shipping_lines: z
    .array(z.object({ method_title: word }).catch({}))
    .nullish()
    .catch(null),
  refunds: z
    .array(z.object({ id: noneOrId, total: some }))
    .nullish()
    .catch(null),
  meta_data: Meta,
});
type Order = z.output<typeof Order>;

export function orderUpdated(row: InboxRow, order: Order): OrderUpdated {
  const { currency } = order;
  const placedAt = order.date_created_gmt ?? order.date_created ?? row.receivedAt;
  const updatedAt = order.date_modified_gmt ?? order.date_modified ?? placedAt;
  const refunds = refundsOf(order, updatedAt);
  const totalMinor = toMinor(order.total, currency);
  const words = orderWords({ note: order.customer_note ?? '', line_items: order.line_items.map(withAnswers) });
  const back = refunds.reduce((all, { minor }) => all + BigInt(minor), 0n);
  const refunded = back === 0n ? 'nothing' : back >= BigInt(totalMinor) ? 'all' : 'a part';
  const { status, date_paid_gmt: paidAt, payment_method: method } = order;
  return {
    kind: 'order.updated',
    provider: 'woocommerce',
    connectionId: connectionIdOf(row),
    order: {
      externalId: order.id,
      number: `#${order.number || order.id}`,
      ...statusOf({ status, paidAt, updatedAt, method, refunded }),
      ...{ currency, totalMinor },
      ...(order.discount_total && { discountMinor: discountOf(order) }),
      ...(order.total_tax && { taxMinor: String(added(currency, order.total_tax)) }),
      ...(order.shipping_total && { shippingMinor: shippingOf(order) }),
      ...(order.refunds && { refunds }),
      ...(!order.customer_id && billedTo(order) && { billedTo: billedTo(order) }),
      ...(words.length > 0 && { words }),
      ...deliveryTo(order),
      ...(order.billing && { contactDetails: { email: order.billing.email ?? '', phone: order.billing.phone ?? '' } }),
      ...shipmentsIn(order),
      ...(order.transaction_id && { paidBy: order.transaction_id }),
      ...(order.order_key && { pageKey: order.order_key }),
      ...utmIn((name) => order.meta_data?.find(({ key }) => key === `_wc_order_attribution_${name}`)?.value),
      test: false,
      placedAt,
      lines: order.line_items.map((line) => lineOf(line, order)),
    },
    customer: buyerOf(order),
    updatedAt,
    ...(topicOf(row) === 'order.restored' && { restored: true }),
  };
}

/** Its refunds have no time of their own: they were made at the latest when the order says so. */
function refundsOf({ refunds, currency }: Order, updatedAt: Date): Refund[] {
  return (refunds ?? []).flatMap(({ id: externalId, total }) => {
    const minor = added(currency, total);
    return externalId && minor !== 0n
      ? [{ externalId, minor: String(minor < 0n ? -minor : minor), refundedAt: updatedAt }]
      : [];
  });
}

/** As the buyer saw it: with its tax where the prices have it in them. */
const discountOf = ({ currency, discount_total: net, discount_tax: tax, prices_include_tax: withTax }: Order): string =>
  String(added(currency, net, withTax ? tax : null));

/** As the buyer saw it, as the discount is. */
const shippingOf = ({ currency, shipping_total: net, shipping_tax: tax, prices_include_tax: withTax }: Order): string =>
  String(added(currency, net, withTax ? tax : null));

/** The price of one piece before discounts, with tax where the shop's prices have it in them. */
function lineOf(line: z.output<typeof Line>, { currency, prices_include_tax: withTax }: Order): OrderLine {
  const { quantity } = line;
  const whole = line.subtotal ?? line.total;
  const tax = line.subtotal === null || line.subtotal === undefined ? line.total_tax : line.subtotal_tax;
  const sumMinor = added(currency, whole, withTax ? tax : null);
  const each = whole && quantity > 0 ? divided(sumMinor, quantity) : added(currency, line.price);
  return {
    externalId: line.id ?? null,
    sku: line.sku || null,
    title: line.name || line.sku || '?',
    quantity,
    priceMinor: String(each),
  };
}

const PARTS = 1_000_000;

/** Rounded half away from zero; `amount` has six places at most. */
function divided(minor: bigint, amount: number): bigint {
  const [value, by] = [minor * BigInt(PARTS), BigInt(Math.round(amount * PARTS))];
  const half = value < 0n ? -by : by;
  return (value * 2n + half) / (by * 2n);
}

/** What was asked for an article, as the shop shows it; names that begin with _ are for programs. */
function withAnswers({ name, meta_data: meta }: z.output<typeof Line>) {
  const asked = (meta ?? []).map(({ key, value, display_key: shownAs, display_value: shown }) => ({
    name: typeof shownAs === 'string' && !key?.startsWith('_') ? meaning(shownAs) : (key ?? ''),
    value: meaning(shown ?? value),
  }));
  return { name, properties: Answers.parse(asked) };
}

const billedTo = ({ billing }: Order): string | null => nameOf(fullName(billing ?? {})) ?? nameOf(billing?.company);

/** An account's own mail address is not in the order, only what was typed at the checkout. */
function buyerOf(order: Order): ShopCustomer | null {
  const { customer_id: account, billing } = order;
  const [email, phone] = [billing?.email || null, billing?.phone || null];
  if (!account && !email && !phone) return null;
  return {
    externalId: account ?? null,
    name: billedTo(order),
    email,
    ...(account && email && { emailFrom: 'order' as const }),
    phone,
    ...(phone && { phoneFrom: 'order' as const }),
    country: billing?.country || null,
    city: billing?.city || null,
    language: null,
    ...(account && { record: NO_RECORD }),
  };
}

function deliveryTo({ shipping, billing, shipping_lines: lines }: Order) {
  const to = shipping?.address_1 || shipping?.city ? shipping : null;
  return deliveryOf({
    phone: billing?.phone,
    shipping_address: to && {
      ...{ name: fullName(to), company: to.company, address1: to.address_1, address2: to.address_2 },
      ...{ city: to.city, province: to.state, zip: to.postcode, country_code: to.country, phone: to.phone },
    },
    shipping_lines: (lines ?? []).map((line) => ({ title: 'method_title' in line ? line.method_title : null })),
  });
}
