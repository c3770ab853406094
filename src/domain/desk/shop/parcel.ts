import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Field } from '../../reply.ts';
import type { OrderNamed, ParcelSeen } from '../../sell/order_number.ts';
import type { Ticket } from '../../serve/ticket.ts';
import { orderState } from '../order_card.ts';

/** Of several orders, the first. */
const MOST_NAMED = 2;
/** More numbers than these stand in the shop. */
const MOST_NUMBERS = 5;

/** 'SF Express · SF1234567890 (https://…) · delivered': one field for each parcel. */
export const parcelFields = (t: Texts, parcels: readonly ParcelSeen[]): Field[] =>
  parcels.map((parcel) => ({ label: t.parcel.label, value: parcelLine(t, parcel) }));

/** The carrier, the numbers with their pages, and where it is. */
export function parcelLine(t: Texts, { carrier, tracking, state, strangeState }: ParcelSeen): string {
  const numbers = tracking.slice(0, MOST_NUMBERS).map(({ number, url }) => (url ? `${number} (${url})` : number));
  const where = state === 'other' ? strangeState && t.order.strangeStatus(strangeState) : t.parcel.state[state];
  return [carrier, numbers.join(', '), where].filter(Boolean).join(' · ');
}

/** How the orders stand that a customer's words name: '#1042: paid · sent · 顺丰 · SF123 · on its way'. */
export const namedOrderFields = (t: Texts, locale: Locale, orders: readonly OrderNamed[]): Field[] =>
  orders
    .filter(({ own }) => own)
    .slice(0, MOST_NAMED)
    .map((order) => ({
      label: t.order.title(order.number),
      value: [orderState(t, order, locale), ...order.parcels.map((parcel) => parcelLine(t, parcel))]
        .filter(Boolean)
        .join(' · '),
    }));

/** The open tickets that name an order, beside it. */
export const ticketFields = (t: Texts, tickets: readonly Pick<Ticket, 'number' | 'title'>[]): Field[] =>
  tickets.map(({ number, title }) => ({ label: t.triage.label.ticket, value: `#${number} · ${title}` }));
