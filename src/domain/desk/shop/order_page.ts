import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import { OWN, shopOfOrder } from '../../sell/connection.ts';
import { type Order, worthOf } from '../../sell/order.ts';
import { refundsMade } from '../../sell/payment/went_back.ts';
import { shipmentsOf } from '../../sell/shipment.ts';
import { lastWords } from '../contact_card.ts';
import { orderCard } from '../order_card.ts';
import { ticketsNaming } from './order_tickets.ts';
import { parcelFields, ticketFields } from './parcel.ts';

/** So much of what was said last is shown. */
const MOST_WORDS = 3;

/** An order with all that is known of it, and what can be done about it. */
export async function orderPage(ctx: Context, t: Texts, locale: Locale, order: Order): Promise<Reply> {
  const { contactId } = order;
  const [card, parcels, refunds, said, shop, tickets] = [
    await orderCard(ctx, t, locale, order),
    await shipmentsOf(ctx.tx, order.id),
    await refundsMade(ctx.tx, order.id),
    contactId === null ? undefined : await lastWords(ctx, t, locale, contactId, MOST_WORDS),
    await shopOfOrder(ctx.tx, order.id),
    await ticketsNaming(ctx.tx, order),
  ];
  const money = (minor: string) => formatMoney(minor, order.currency, locale);
  const fields: Field[] = [
    ...(card.fields ?? []),
    ...sumFields(t, order, money),
    ...parcelFields(t, parcels),
    ...refunds.map(({ minor, at, taken }) => ({
      label: taken ? t.order.takenByBank : t.order.refund,
      value: `${money(minor)} · ${formatWhen(at, clockOf(ctx, locale))}`,
    })),
    ...ticketFields(t, tickets),
    ...(order.url ? [{ label: t.order.page, value: order.url }] : []),
  ];
  return {
    ...card,
    order: order.id,
    fields,
    lists: [...(card.lists ?? []), ...(said && said.items.length > 0 ? [said] : [])],
    buttons: pageButtons(t, order, shop === OWN),
  };
}

/** What of its sum are taxes and shipping, and what is still owed. */
function sumFields(t: Texts, order: Order, money: (minor: string) => string): Field[] {
  const { taxMinor, shippingMinor, outstandingMinor } = order;
  const sums: [string, string | null][] = [
    [t.order.shipping, shippingMinor],
    [t.order.tax, taxMinor],
    [t.order.open, order.payment === 'partially_paid' && !order.cancelledAt ? outstandingMinor : null],
  ];
  return sums.flatMap(([label, minor]) => (minor === null || minor === '0' ? [] : [{ label, value: money(minor) }]));
}

function pageButtons(t: Texts, order: Order, own: boolean): Button[][] {
  const { id, contactId } = order;
  const ofBuyer: Button[] =
    contactId === null
      ? []
      : [
          { label: t.button.tellCustomer, command: `/order o${id} tell` },
          { label: t.button.note, command: `/note c${contactId}`, form: true },
          { label: t.button.task, command: `/task c${contactId}`, form: true },
          { label: t.button.contact, command: `/contact c${contactId}` },
        ];
  return [...(own ? [ownButtons(t, order)] : []), ofBuyer].filter((row) => row.length > 0);
}

/** What an order of one's own can still come to. `parcel`: with what it may have been sent. */
export function ownButtons(t: Texts, order: Order, parcel = ''): Button[] {
  if (order.cancelledAt) return hasMoney(order) ? [refundButton(t, order)] : [];
  const isDue = ['unpaid', 'partially_paid'].includes(order.payment);
  return [
    ...(isDue ? [{ label: t.button.orderPaid, command: `/order o${order.id} paid` }] : []),
    ...(order.fulfillment === 'fulfilled'
      ? []
      : [
          {
            label: parcel ? t.order.sentWith(parcel) : t.button.orderSent,
            command: `/order o${order.id} sent ${parcel}`.trim(),
          },
        ]),
    ...(hasMoney(order) ? [refundButton(t, order)] : []),
    { label: t.button.cancelOrder, command: `/order o${order.id} cancel` },
  ];
}

const hasMoney = (order: Order): boolean =>
  ['paid', 'partially_paid', 'partially_refunded'].includes(order.payment) && worthOf(order) !== '0';

const refundButton = (t: Texts, { id }: Order): Button => ({
  label: t.button.refundOrder,
  command: `/order o${id} refund`,
});
