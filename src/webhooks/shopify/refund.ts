import * as z from 'zod';
import type { OrderRefunded, OrderUpdated, Refund as RefundTold, ReturnedPieces } from '../../domain/shop_event.ts';
import type { JsonObject } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { type Money, toMinor } from '../../text/money/money.ts';
import { connectionIdOf } from '../provider.ts';
import { currency, decimal, quantity, time } from '../shared/shapes.ts';
import { idOf, moneySet, shopifyId } from './shapes.ts';

const Transaction = z.object({
  kind: z.string().nullish(),
  status: z.string().toLowerCase().nullish().catch(null),
  gateway: z.string().nullish().catch(null),
  parent_id: z.union([z.string(), z.number()]).nullish().catch(null),
  amount: decimal.nullish().catch(null),
  amount_set: moneySet,
  currency: currency.nullish().catch(null),
  created_at: time.nullish().catch(null),
  processed_at: time.nullish().catch(null),
});
type Transaction = z.output<typeof Transaction>;

export const Refund = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  order_id: z.unknown().optional(),
  created_at: time.nullish().catch(null),
  processed_at: time.nullish().catch(null),
  transactions: z.array(Transaction).nullish().catch(null),
  refund_line_items: z
    .array(
      z.object({
        line_item_id: z.unknown().optional(),
        quantity: quantity.nullish().catch(null),
        subtotal_set: moneySet,
      }),
    )
    .nullish()
    .catch(null),
});
type Refund = z.output<typeof Refund>;

/** Whether a body is a refund: one may also come in a body of its own. */
export function isRefund(body: JsonObject): boolean {
  return 'order_id' in body && Array.isArray(body.refund_line_items) && Array.isArray(body.transactions);
}

/** The money of an order, as far as it is needed to read a refund. */
interface OrderMoney {
  currency: string;
  total_price_set?: z.output<typeof moneySet>;
}

/** An order's refunds, as far as they have an id. */
export function refundsOf(
  refunds: readonly Refund[],
  order: OrderMoney,
  updatedAt: Date,
): Pick<OrderUpdated['order'], 'refunds' | 'emptyRefunds'> {
  const all = refunds.map((one) => refundOf(one, order, updatedAt)).filter(({ externalId }) => externalId !== '');
  const empty = all.filter(({ minor }) => minor === '0');
  return { refunds: all.filter(({ minor }) => minor !== '0'), ...(empty.length > 0 && { emptyRefunds: empty }) };
}

/**
 * What has really gone back; 0 if the money has not left yet or there is none: articles taken out of an order move no
 * money.
 */
function refundOf(refund: Refund, order: OrderMoney, updatedAt: Date): RefundTold {
  const minor = done(refund).reduce((sum, one) => sum + inShopMoney(one, order), 0n);
  return {
    externalId: shopifyId(refund),
    minor: String(minor > 0n ? minor : 0n),
    refundedAt: refundedAt(refund, updatedAt),
    ...failureOf(refund, order),
  };
}

/**
 * What did not go through, each payment once however often it was tried; or that everything has gone through in the
 * end.
 */
function failureOf({ transactions }: Refund, order: OrderMoney): Pick<RefundTold, 'failedMinor' | 'again'> {
  const back = (transactions ?? []).filter(({ kind }) => kind === 'refund');
  const failed = new Map(back.filter(isFailed).map((one) => [paymentOf(one), one]));
  if (failed.size === 0) return {};
  for (const one of back) if (!isFailed(one)) failed.delete(paymentOf(one));
  if (failed.size === 0) return back.some(({ status }) => status === 'success') ? { again: true } : {};
  return { failedMinor: String([...failed.values()].reduce((sum, one) => sum + inShopMoney(one, order), 0n)) };
}

const isFailed = ({ status }: Transaction): boolean => status === 'failure' || status === 'error';

/** Which payment was to go back, how much of it, and which way. */
const paymentOf = ({ parent_id: of, gateway, amount, currency: written }: Transaction): string =>
  JSON.stringify([of ?? null, gateway ?? null, amount ?? null, written ?? null]);

/** Whether money is to go back that has not left yet. */
export function isUnderWay(refunds: readonly Refund[]): boolean {
  return refunds.some(({ transactions }) =>
    transactions?.some(({ kind, status }) => kind === 'refund' && status === 'pending'),
  );
}

/** Pieces of the order's lines that were given back or taken out of it. */
export function returnedOf(refunds: readonly Refund[]): ReturnedPieces[] {
  return refunds.flatMap(({ refund_line_items: items }) =>
    (items ?? []).flatMap((item) => {
      const line = shopifyId({ id: item.line_item_id });
      return line && item.quantity ? [{ line, quantity: item.quantity }] : [];
    }),
  );
}

/** What a body means that is a refund. */
export function refundTold(row: InboxRow, refund: Refund): OrderRefunded {
  const shop = refund.refund_line_items?.find((item) => item.subtotal_set)?.subtotal_set?.shop_money.currency_code;
  const failed = (refund.transactions ?? []).filter((one) => one.kind === 'refund' && isFailed(one));
  const tried = [...done(refund), ...failed];
  const paidIn = tried.find((one) => one.currency)?.currency;
  // XXX is ISO 4217's code for no currency: where nothing was paid back, or money of several kinds, none is named
  const inCurrency = isMixed(done(refund)) ? 'XXX' : (shop ?? paidIn ?? 'XXX');
  const rate = shop && paidIn && rateOf(refund, shop, paidIn);
  // what was paid back only in the buyer's currency, without a word of its worth, is left to the order's next version
  const isApart = inCurrency !== 'XXX' && shop && paidIn && shop !== paidIn && !tried[0]?.amount_set && !rate;
  const currency = isApart ? paidIn : inCurrency;
  return {
    kind: 'order.refunded',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    orderExternalId: idOf({ id: refund.order_id }, 'refund'),
    refund: {
      ...refundOf(refund, { currency, ...(rate && { total_price_set: rate }) }, row.receivedAt),
      externalId: idOf(refund, 'refund'),
    },
    currency,
    ...(isMixed(done(refund)) && { paid: sumsOf(done(refund)) }),
    returned: returnedOf([refund]),
  };
}

/** What the dearest of its articles came to in the shop's money and in the buyer's: the larger, the less was rounded away. */
function rateOf({ refund_line_items: items }: Refund, shop: string, shown: string): z.output<typeof moneySet> {
  const sets = (items ?? []).flatMap(({ subtotal_set: set }) =>
    set?.shop_money.currency_code === shop && set.presentment_money?.currency_code === shown ? [set] : [],
  );
  const inShop = ({ shop_money: { amount } }: (typeof sets)[number]) => BigInt(toMinor(amount, shop));
  return sets.filter((one) => inShop(one) > 0n).toSorted((a, b) => (inShop(a) > inShop(b) ? -1 : 1))[0];
}

/** Money of several kinds makes one sum only in the order's next version. */
const isMixed = (paid: readonly Transaction[]): boolean =>
  new Set(paid.flatMap(({ amount_set: set, currency: written }) => set?.shop_money.currency_code ?? written ?? []))
    .size > 1;

/** So much of each money. */
function sumsOf(paid: readonly Transaction[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount_set: set, amount, currency: written } of paid) {
    const [sum, currency] = set ? [set.shop_money.amount, set.shop_money.currency_code] : [amount, written];
    if (sum && currency) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(toMinor(sum, currency)));
  }
  return [...sums].map(([currency, minor]) => ({ minor: String(minor), currency }));
}

function done({ transactions }: Refund): Transaction[] {
  return (transactions ?? []).filter(({ kind, status }) => kind === 'refund' && status === 'success');
}

function refundedAt(refund: Refund, otherwise: Date): Date {
  const [first] = done(refund);
  return first?.processed_at ?? first?.created_at ?? refund.processed_at ?? refund.created_at ?? otherwise;
}

/**
 * A transaction may be given in the buyer's currency: then it counts as the same share of the order as it had in that
 * currency.
 */
function inShopMoney({ amount, amount_set: set, currency: written }: Transaction, order: OrderMoney): bigint {
  const shop = order.total_price_set?.shop_money;
  const to = shop?.currency_code ?? order.currency;
  if (set?.shop_money.currency_code === to) return BigInt(toMinor(set.shop_money.amount, to));
  if (!amount) return 0n;
  if (!written || written === to) return BigInt(toMinor(amount, to));
  const shown = order.total_price_set?.presentment_money;
  if (!shop || shown?.currency_code !== written) return 0n;
  const [total, totalShown] = [BigInt(toMinor(shop.amount, to)), BigInt(toMinor(shown.amount, written))];
  return totalShown === 0n ? 0n : (BigInt(toMinor(amount, written)) * total * 2n + totalShown) / (totalShown * 2n);
}
