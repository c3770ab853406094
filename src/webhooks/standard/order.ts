import type {
  Delivery,
  Fulfilment,
  OrderLine,
  OrderReported,
  OrderSays,
  Payment,
  Refund,
} from '../../domain/shop_event.ts';
import { own } from '../../text/own.ts';
import { addressOf } from '../shared/delivery.ts';
import { paidLaterBy } from '../shared/paid_later.ts';
import { customerIn } from './customer.ts';
import type { Fields } from './fields.ts';
import { shipmentsIn } from './shipment.ts';

const PAYMENTS: Record<string, Payment> = {
  ...{ pending: 'pending', open: 'pending', unpaid: 'unpaid', failed: 'failed', payment_failed: 'failed' },
  ...{ declined: 'declined', expired: 'expired', authorized: 'authorized', authorised: 'authorized', voided: 'voided' },
  ...{ partially_paid: 'partially_paid', deposit: 'partially_paid', paid: 'paid' },
  ...{ partially_refunded: 'partially_refunded', refunded: 'refunded' },
};
const FULFILMENTS: Record<string, Fulfilment> = {
  ...{ unfulfilled: 'unfulfilled', unshipped: 'unfulfilled', partial: 'partial', partially_fulfilled: 'partial' },
  ...{ partially_shipped: 'partial', fulfilled: 'fulfilled', shipped: 'fulfilled', delivered: 'fulfilled' },
  ...{ completed: 'fulfilled', complete: 'fulfilled', returned: 'restocked', restocked: 'restocked' },
};
/** Words of a status that say nothing more than that there is an order. */
const OPEN = ['new', 'created', 'confirmed', 'processing', 'in_progress', 'draft', 'active'];
const CANCELLED = ['cancelled', 'canceled', 'closed', 'void'];

/** What has become of it, as the type of the event says; the later has the last word of its second. */
const VERBS = [
  'created',
  'updated',
  'payment_failed',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'partially_refunded',
  'refunded',
] as const;
export type Verb = (typeof VERBS)[number];

const SYNONYMS: Record<string, Verb> = {
  ...{ create: 'created', new: 'created', placed: 'created', update: 'updated', changed: 'updated', edited: 'updated' },
  ...{ failed: 'payment_failed', payment_succeeded: 'paid', completed: 'shipped', fulfilled: 'shipped' },
  ...{ canceled: 'cancelled', cancel: 'cancelled', refund: 'refunded' },
};

/** The end of the type as one of the verbs; one that we do not know is an update. */
export const verbOf = (word: string): Verb => VERBS.find((verb) => verb === word) ?? own(SYNONYMS, word) ?? 'updated';

const REFUNDED_TOTAL = ['refunded_total', 'refund_total', 'refunded_amount', 'refund_amount'];

const DISCOUNTS = ['discount', 'discount_total', 'total_discount', 'discounts'];
const OUTSTANDING = ['outstanding', 'amount_due', 'balance_due'];
const ITEMS = ['items', 'line_items', 'lines', 'products'];
const REFUNDS = ['refunds', 'refund'];
const AMOUNTS = [...DISCOUNTS, ...OUTSTANDING, ...ITEMS, ...REFUNDS, ...REFUNDED_TOTAL];

export const orderIdIn = (data: Fields): string | null =>
  data.line('order_id', 'id', 'external_id', 'number', 'order_number');

interface From {
  connectionId: string;
  verb: Verb;
  at: Date;
}

/** What an event says of an order. Only its id is needed where others say the rest; what is new has to say what it comes to. */
export function orderReported(data: Fields, { connectionId, verb, at }: From): OrderReported {
  const externalId = orderIdIn(data);
  if (externalId === null) throw data.wrong('order_id');
  const currency = currencyIn(data);
  const totalMinor = currency && data.sum(currency, 'total', 'total_amount', 'total_price', 'amount');
  if (verb === 'created' || data.has('total', 'total_amount', 'total_price')) {
    if (!currency) throw data.wrong('currency');
    if (totalMinor === null) throw data.wrong('total');
  }
  // an amount without its currency would be lost, and nobody would know
  if (!currency && data.has(...AMOUNTS)) throw data.wrong('currency');
  const returned = currency && data.sum(currency, ...REFUNDED_TOTAL);
  if (totalMinor && returned && BigInt(returned) > BigInt(totalMinor)) throw data.wrong('refunded_total');
  const number = data.line('number', 'order_number', 'name');
  const customer = customerIn(data.inner('customer', 'buyer', 'contact'));
  const shipments = shipmentsIn(data);
  const paidBy = data.line('payment_id', 'transaction_id', 'payment_reference');
  return {
    kind: 'order.reported',
    provider: 'standard',
    connectionId,
    names: [externalId],
    says: {
      ...(number && { number }),
      ...(currency && { currency, ...(totalMinor && { totalMinor }), ...moneyIn(data, currency, at) }),
      ...standingIn(data, verb, at),
      ...laterIn(data, verb),
      ...placeIn(data),
      ...(customer && { customer }),
      ...(paidBy && { paidBy }),
      ...(shipments.length > 0 && { shipments }),
    },
    at,
    rank: VERBS.indexOf(verb),
  };
}

const CURRENCY = ['currency', 'currency_code'];

/** What may stand beside an order that is an object of its own. */
export const BESIDE = [...CURRENCY, ...REFUNDS, ...REFUNDED_TOTAL];

/** The order's own, else the one that all of its refunds name. */
function currencyIn(data: Fields): string | null {
  const own = data.currency(...CURRENCY);
  const named = new Set(data.list(...REFUNDS)?.flatMap((one) => one.currency(...CURRENCY) ?? []));
  if ([...named].some((one) => one !== (own ?? [...named][0]))) throw data.wrong('refunds.currency');
  return own ?? [...named][0] ?? null;
}

function moneyIn(data: Fields, currency: string, at: Date): OrderSays {
  const discountMinor = data.minor(currency, ...DISCOUNTS);
  const outstandingMinor = data.minor(currency, ...OUTSTANDING);
  const returnedMinor = data.sum(currency, ...REFUNDED_TOTAL);
  const items = data.list(...ITEMS);
  const refunds = data.list(...REFUNDS)?.map((refund) => refundOf(refund, currency, at));
  return {
    ...(discountMinor && { discountMinor }),
    ...(outstandingMinor && { outstandingMinor }),
    ...(returnedMinor && { returnedMinor }),
    ...(items && { lines: items.map((item) => lineOf(item, currency)) }),
    ...(refunds && { refunds }),
  };
}

function lineOf(item: Fields, currency: string): OrderLine {
  const sku = item.line('sku', 'code', 'article_number');
  const title = item.line('title', 'name', 'product_name', 'description') ?? sku;
  if (title === null) throw item.wrong('title');
  const variant = item.line('variant', 'variant_title');
  return {
    externalId: item.line('id', 'line_id', 'external_id'),
    sku,
    title,
    ...(variant && { variant }),
    quantity: item.amount('quantity', 'qty', 'count') ?? 1,
    priceMinor: item.price(currency, 'price', 'unit_price') ?? '0',
  };
}

function refundOf(refund: Fields, currency: string, at: Date): Refund {
  const minor = refund.sum(currency, 'amount', 'total');
  if (minor === null) throw refund.wrong('amount');
  return {
    externalId: refund.needed('id', 'refund_id'),
    minor,
    refundedAt: refund.moment('at', 'created_at', 'refunded_at') ?? at,
  };
}

/** How money and goods stand: said by words of their own, else by the one word for both, else by what happened. */
function standingIn(data: Fields, verb: Verb, at: Date): OrderSays {
  const status = wordOf(data.line('status', 'state'));
  const payment = wordOf(data.line('payment_status', 'financial_status'));
  const fulfilment = wordOf(data.line('fulfillment_status', 'fulfilment_status', 'shipping_status'));
  const placedAt = data.moment('created_at', 'placed_at', 'ordered_at', 'order_date');
  const cancelled =
    data.moment('cancelled_at', 'canceled_at') ?? (verb === 'cancelled' || CANCELLED.includes(status) ? at : null);
  return {
    ...paymentIn(payment, status, verb, data),
    ...fulfilmentIn(fulfilment, status, verb),
    ...(cancelled && { cancelledAt: cancelled }),
    ...(placedAt && { placedAt }),
    ...(data.has('test', 'is_test') && { test: data.flag('test', 'is_test') }),
  };
}

const wordOf = (word: string | null): string =>
  word
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_') ?? '';

/** Where a refund says how much, the payment follows from that. */
function paymentIn(word: string, status: string, verb: Verb, data: Fields): OrderSays {
  if (word) {
    const payment = own(PAYMENTS, word);
    return payment ? { payment } : { payment: 'other', strangePayment: word };
  }
  const said = own(PAYMENTS, status);
  if (said && status !== 'open' && status !== 'pending') return { payment: said };
  const isRefund = verb === 'refunded' || verb === 'partially_refunded';
  if (isRefund) return data.has(...REFUNDS, ...REFUNDED_TOTAL) ? {} : { payment: verb };
  if (verb === 'paid' || data.has('paid_at')) return { payment: 'paid' };
  if (verb === 'payment_failed') return { payment: 'failed' };
  return said ? { payment: said } : {};
}

/** What is told of before it is paid was placed for good, unless it is a draft. */
function laterIn(data: Fields, verb: Verb): OrderSays {
  if (wordOf(data.line('status', 'state')) === 'draft') return {};
  const way = data.line('payment_method', 'payment_gateway');
  return way || verb === 'created' ? { paidLater: paidLaterBy([way ?? '']) } : {};
}

function fulfilmentIn(word: string, status: string, verb: Verb): OrderSays {
  if (word) {
    const fulfillment = own(FULFILMENTS, word);
    return fulfillment ? { fulfillment } : { fulfillment: 'other', strangeFulfillment: word };
  }
  const said = own(FULFILMENTS, status);
  if (said) return { fulfillment: said };
  if (verb === 'shipped' || verb === 'delivered') return { fulfillment: 'fulfilled' };
  const isKnown = status === '' || own(PAYMENTS, status) || OPEN.includes(status) || CANCELLED.includes(status);
  return isKnown ? {} : { fulfillment: 'other', strangeFulfillment: status };
}

function placeIn(data: Fields): { delivery?: Delivery; words?: OrderSays['words'] & object } {
  const note = data.text('note', 'notes', 'customer_note', 'comment');
  const to = data.inner('shipping_address', 'delivery_address', 'ship_to');
  const method = data.line('shipping_method', 'delivery_method') ?? '';
  return {
    ...(note && { words: [{ of: '', text: note }] }),
    ...((to || method) && {
      delivery: {
        recipient: to?.line('name', 'recipient') ?? '',
        address: to ? (to.line('full', 'formatted') ?? lineOfAddress(to)) : '',
        phone: to?.line('phone', 'telephone') ?? '',
        method,
      },
    }),
  };
}

const lineOfAddress = (to: Fields): string =>
  addressOf({
    ...{
      company: to.line('company'),
      address1: to.line('address1', 'line1', 'street', 'address'),
      address2: to.line('address2', 'line2'),
    },
    ...{
      city: to.line('city'),
      province: to.line('province', 'state', 'region'),
      zip: to.line('zip', 'postal_code', 'postcode'),
    },
    ...{ country: to.line('country'), country_code: to.line('country_code', 'country') },
  });
