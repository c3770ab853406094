import * as z from 'zod';
import type { Delivery, Fulfilment, OrderReported, OrderSays, Payment, ShopCustomer } from '../../domain/shop_event.ts';
import type { JsonObject } from '../../http/json.ts';
import { toMinor } from '../../text/money/money.ts';
import { isNoAccount } from '../../text/nobody.ts';
import { own } from '../../text/own.ts';
import { NO_RECORD, nameOf } from '../shared/name.ts';
import { FieldError, notNegative, quantity, read } from '../shared/shapes.ts';
import { CNY, moment, type Push, versionAt, word, yuan } from './shapes.ts';

const Info = z
  .object({
    ...{ tid: word, status: word, created: moment, update_time: moment, pay_time: moment, refund_state: word },
    ...{ close_type: word, pay_type: word },
  })
  .partial();
const Full = z.object({
  order_info: Info.nullish().catch(null),
  pay_info: z.object({ payment: yuan, total_fee: yuan, post_fee: yuan }).partial().nullish().catch(null),
  buyer_info: z
    .object({
      ...{ buyer_phone: word, buyer_id: word, yz_open_id: word, outer_user_id: word },
      ...{ fans_nickname: word, fans_id: word },
    })
    .partial()
    .nullish()
    .catch(null),
  address_info: z
    .object({
      ...{ receiver_name: word, receiver_tel: word, delivery_province: word, delivery_city: word },
      ...{ delivery_district: word, delivery_address: word, delivery_postal_code: word },
    })
    .partial()
    .nullish()
    .catch(null),
  remark_info: z.object({ buyer_message: word }).partial().nullish().catch(null),
  orders: z
    .array(
      z.object({
        ...{ oid: word, title: word, sku_properties_name: word, outer_sku_id: word, outer_item_id: word },
        ...{
          price: yuan,
          payment: yuan,
          num: z.coerce.number().pipe(quantity).catch(1),
        },
      }),
    )
    .nullish()
    .catch(null),
});
type Full = z.output<typeof Full>;

/** What the states of a trade say of its money and its goods. */
const PAYMENTS: Record<string, Payment> = {
  ...{ WAIT_BUYER_PAY: 'pending', TRADE_CREATE: 'pending', WAIT_CONFIRM: 'paid', TRADE_PAID: 'paid' },
  ...{ TRADE_BUYER_PAY: 'paid', WAIT_SELLER_SEND_GOODS: 'paid', TRADE_PARTLY_SELLER_SHIP: 'paid' },
  ...{ WAIT_BUYER_CONFIRM_GOODS: 'paid', TRADE_SELLER_SHIP: 'paid', TRADE_BUYER_SIGNED: 'paid', TRADE_SUCCESS: 'paid' },
};
const FULFILMENTS: Record<string, Fulfilment> = {
  ...{ TRADE_PARTLY_SELLER_SHIP: 'partial', WAIT_BUYER_CONFIRM_GOODS: 'fulfilled', TRADE_SELLER_SHIP: 'fulfilled' },
  ...{ TRADE_BUYER_SIGNED: 'fulfilled', TRADE_SUCCESS: 'fulfilled' },
};
const CLOSED = ['TRADE_CLOSED', 'TRADE_CLOSE'];
/** `pay_type` of a trade whose money the courier takes: it goes through the states of a paid one, and is paid when it is there. */
const ON_DELIVERY = '9';
const DELIVERED = ['TRADE_BUYER_SIGNED', 'TRADE_SUCCESS'];
/** In the order in which a trade goes through them: the later has the last word of its second. */
const STEPS = [
  'trade_TradeCreate',
  'trade_TradeBuyerPay',
  'trade_TradePaid',
  'trade_TradePartlySellerShip',
  'trade_TradeSellerShip',
  'trade_TradeSuccess',
  'trade_TradeClose',
];
/** What a push says by its type alone, where its message has no more than the number. */
const SAID_BY_TYPE: Record<string, string> = {
  trade_TradeCreate: 'WAIT_BUYER_PAY',
  trade_TradeBuyerPay: 'TRADE_PAID',
  trade_TradePaid: 'TRADE_PAID',
  trade_TradePartlySellerShip: 'TRADE_PARTLY_SELLER_SHIP',
  trade_TradeSellerShip: 'WAIT_BUYER_CONFIRM_GOODS',
  trade_TradeSuccess: 'TRADE_SUCCESS',
  trade_TradeClose: 'TRADE_CLOSED',
};
const REFUNDED: Record<string, Payment> = { '2': 'partially_refunded', '12': 'refunded' };

/** What a push says of a trade; undefined if it says nothing of it that we keep. */
export function tradeReported(push: Push, message: JsonObject): OrderReported | undefined {
  const full = read(Full, objectIn(message, 'full_order_info') ?? {}, 'trade');
  const info = { ...read(Info, message, 'trade'), ...full.order_info };
  const { tid } = info;
  if (!tid) throw new FieldError('trade', ['tid']);
  const status = (info.status || own(SAID_BY_TYPE, push.type) || push.status).toUpperCase();
  const at = info.update_time ?? versionAt(push) ?? info.created ?? push.receivedAt;
  const standing = standingOf(status, info, at);
  const customer = buyerIn(full);
  if (Object.keys(standing).length === 0 && !full.pay_info) return undefined;
  return {
    kind: 'order.reported',
    provider: 'youzan',
    connectionId: push.connectionId,
    names: [tid],
    says: {
      number: tid,
      ...standing,
      ...(info.created && { placedAt: info.created }),
      ...moneyIn(full),
      ...linesIn(full),
      ...placeIn(full),
      ...(customer && { customer }),
    },
    at,
    rank: STEPS.indexOf(push.type) + 1,
  };
}

function objectIn(message: JsonObject, name: string): JsonObject | undefined {
  const value = message[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** A trade is closed if nobody paid, or if all its money has gone back. A push that does not say how it is paid means what it usually means. */
function standingOf(status: string, { refund_state, pay_type }: z.output<typeof Info>, at: Date): OrderSays {
  const refunded = refund_state ?? '';
  if (CLOSED.includes(status)) return { cancelledAt: at, ...(refunded === '12' && { payment: 'refunded' as const }) };
  const payment = own(REFUNDED, refunded) ?? own(PAYMENTS, status);
  const fulfillment = own(FULFILMENTS, status);
  if (!payment && status) return { payment: 'other', strangePayment: status };
  const goods = fulfillment && { fulfillment };
  const isUnderWay = payment === 'paid' && !DELIVERED.includes(status);
  if (isUnderWay && pay_type === ON_DELIVERY) return { payment: 'pending', paidLater: 'on_delivery', ...goods };
  return { ...(payment && { payment, ...(isUnderWay && !pay_type && { paidAsUsual: true as const }) }), ...goods };
}

function moneyIn({ pay_info: pay }: Full): OrderSays {
  const total = pay?.payment ?? pay?.total_fee;
  if (total && !notNegative(total)) throw new FieldError('trade', ['pay_info.payment']);
  return total ? { currency: CNY, totalMinor: toMinor(total, CNY) } : {};
}

function linesIn({ orders }: Full): OrderSays {
  if (!orders) return {};
  return {
    lines: orders.map((order) => {
      const variant = variantOf(order.sku_properties_name);
      return {
        ...{ externalId: order.oid ?? null, sku: order.outer_sku_id || order.outer_item_id || null },
        ...{ title: order.title || '?', ...(variant && { variant }), quantity: order.num },
        priceMinor: toMinor(order.price ?? order.payment ?? '0', CNY),
      };
    }),
  };
}

/** `[{"k":"颜色","v":"红"}]` or words. */
function variantOf(written: string | null | undefined): string {
  if (!written?.startsWith('[')) return written ?? '';
  try {
    const all: unknown = JSON.parse(written);
    const values = Array.isArray(all) ? all.map((one: { v?: unknown } | null) => one?.v) : [];
    return values.filter((value) => typeof value === 'string').join(' / ');
  } catch {
    return '';
  }
}

function placeIn({ address_info: to, remark_info: remark }: Full): OrderSays {
  const note = remark?.buyer_message;
  const delivery: Delivery | undefined =
    to?.delivery_address || to?.receiver_name
      ? {
          recipient: to.receiver_name ?? '',
          address: [to.delivery_province, to.delivery_city, to.delivery_district, to.delivery_address]
            .filter(Boolean)
            .join(' '),
          phone: to.receiver_tel ?? '',
          method: '',
        }
      : undefined;
  return { ...(note && { words: [{ of: '', text: note }] }), ...(delivery && { delivery }) };
}

/** A buyer has an id of the shop; who gave no name there is called as the parcel is, if it goes to the same phone. */
function buyerIn({ buyer_info: buyer, address_info: to }: Full): ShopCustomer | undefined {
  const ids = [buyer?.yz_open_id, buyer?.buyer_id, buyer?.outer_user_id];
  const externalId = ids.find((id) => id && !isNoAccount(id)) ?? null;
  const phone = buyer?.buyer_phone || to?.receiver_tel || null;
  if (!externalId && !phone) return undefined;
  const isOwn = !buyer?.buyer_phone || buyer.buyer_phone === to?.receiver_tel;
  return {
    externalId,
    name: nameOf(buyer?.fans_nickname) ?? (isOwn ? nameOf(to?.receiver_name) : null),
    email: null,
    phone,
    ...(phone && { phoneFrom: buyer?.buyer_phone ? ('order' as const) : ('address' as const) }),
    country: 'CN',
    city: (isOwn && to?.delivery_city) || null,
    language: 'zh-CN',
    ...(externalId && { record: NO_RECORD }),
  };
}
