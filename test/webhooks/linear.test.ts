import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { growsTooFast, repeated } from '../support/linear.ts';
import { standardEvent, standardOrder } from '../support/shops/standard_event.ts';
import { stripeEvent, stripeInvoice } from '../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../support/shops/woo_event.ts';
import { youzanEvent, youzanTrade } from '../support/shops/youzan_event.ts';

const UNITS = [' ', ',123', '&amp;', '&#', '&am', '龙 ', '-', '%20', '[{"v":', 'aB', '0', '\n', '{', '\u202e'];
/** Each field of text that a shop's words may stand in. */
const READERS: Record<string, (text: string) => DomainEvent> = {
  'WooCommerce, its note, status, sums and answers': (text) => {
    const line = { id: 1, name: text, quantity: text, subtotal: text, meta_data: [{ key: text, value: text }] };
    return wooEvent(wooOrder({ customer_note: text, status: 'x', line_items: [line], billing: { email: text } }), text);
  },
  'Stripe, its number, names and articles': (text) =>
    stripeEvent(
      'invoice.paid',
      stripeInvoice({ number: text, customer_name: text, lines: { data: [{ description: text, amount: 1 }] } }),
    ),
  'Youzan, its words and variants': (text) => {
    const { full_order_info: full } = youzanTrade(text, 5) as { full_order_info: object };
    const orders = [{ title: text, num: 1, price: text, sku_properties_name: `[${text}` }];
    return youzanEvent('trade_TradePaid', { update_time: text, full_order_info: { ...full, orders } });
  },
  'an own system, its names of fields, sums and times': (text) =>
    standardEvent(
      'order.updated',
      standardOrder({ [text]: 1, note: text, status: text, customer: { name: text, email: text } }),
    ),
  'an own system, a sum': (text) => standardEvent('order.updated', standardOrder({ total: text })),
  'an own system, a time': (text) => standardEvent('order.updated', standardOrder({ created_at: text })),
};

const quietly = (read: (text: string) => unknown) => (text: string) => {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
};

describe('what a shop writes is read in time that grows with its length', () => {
  for (const [what, read] of Object.entries(READERS)) {
    it(what, () => {
      const slow = UNITS.flatMap((unit) => growsTooFast(quietly(read), repeated(unit)) ?? []);
      expect(slow).toEqual([]);
    });
  }
});
