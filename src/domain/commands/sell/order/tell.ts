import type { Locale } from '../../../../text/locale.ts';
import { formatMoney } from '../../../../text/money/money.ts';
import { type Texts, texts } from '../../../../text/texts.ts';
import { hasLetters } from '../../../channel.ts';
import { localeOf } from '../../../context.ts';
import { buyerShown } from '../../../desk/order_card.ts';
import { parcelLine } from '../../../desk/shop/parcel.ts';
import type { ShipmentState } from '../../../goods_event.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { failed, type Reply, withFields } from '../../../reply.ts';
import { payableOf } from '../../../sell/invoice/invoice.ts';
import { payLinkFor } from '../../../sell/invoice/pay_link.ts';
import { isPaid, isPaymentFailed, type Order, refundedOf, worthOf } from '../../../sell/order.ts';
import { loadOwn, owedOf } from '../../../sell/own_order.ts';
import { shipmentsOf } from '../../../sell/shipment.ts';
import { offerAnswer } from '../../../talk/answer_way.ts';
import { placeName } from '../../../talk/destination.ts';
import type { CommandContext } from '../../command.ts';
import { nowhereToAnswer, whereToAnswer } from '../../words/nowhere.ts';

type Draft = keyof Texts['order']['draft'];

/** What can be told the buyer, in their language: each with its words and where they go. Nothing leaves without a tap. */
export async function tellBuyer(ctx: CommandContext, order: Order): Promise<Reply> {
  const { t } = ctx;
  const buyer = order.contactId === null ? undefined : await loadContact(ctx.tx, order.contactId);
  if (!buyer) return failed(t.order.nobodyToTell(order.number));
  const place = await whereToAnswer(
    ctx,
    buyer,
    ctx.about?.contact.id === buyer.id ? ctx.about.conversation : undefined,
  );
  if (!place) return nowhereToAnswer(ctx, buyer);
  const { name: shown, person } = await buyerShown(ctx.tx, t, order, buyer);
  const isSure = person?.sure ?? true;
  const drafts = await draftsFor(ctx, order, buyer, hasLetters(place.channel) ? place.address : '');
  const items = [];
  const offered = [];
  for (const [draft, words] of drafts) {
    const offer = await offerAnswer(ctx.tx, t, place, { name: buyer.name, label: t.order.send[draft], words });
    items.push({ text: words, detail: t.order.send[draft], buttons: [offer.button] });
    offered.push(offer);
  }
  return {
    title: t.order.tell(order.number, nameOf(buyer)),
    text: t.order.goesBy(placeName(t, place, undefined)),
    lists: [{ items }],
    ...withFields(offered[0]?.fields ?? []),
    ...(isSure ? {} : { hint: shown }),
    person: { contactId: buyer.id, sure: isSure },
    stays: true,
  };
}

/** Parcels in these states are not on their way, and have not arrived. */
const WENT_WRONG: readonly ShipmentState[] = ['failed', 'returned'];

/** Those that are true of it now. */
async function draftsFor(ctx: CommandContext, order: Order, buyer: Contact, mail: string): Promise<[Draft, string][]> {
  const locale = localeOf(ctx, buyer);
  const t = texts(locale);
  const { number } = order;
  const stands = order.cancelledAt === null && order.deletedAt === null;
  const refunded = refundedOf(order);
  const refund = formatMoney(refunded, order.currency, locale);
  // all of the money went back: nothing is on its way to them
  const isOpen = stands && order.payment !== 'refunded' && !isAllBack(order);
  return [
    ...(isOpen ? await goodsDrafts(ctx, t, order) : []),
    ...(await moneyDrafts(ctx, t, order, { locale, buyer, mail })),
    ...(refunded === '0' ? [] : [draftOf('refunded', t.order.draft.refunded(number, refund))]),
    ...(order.cancelledAt === null ? [] : [draftOf('cancelled', t.order.draft.cancelled(number))]),
  ];
}

/** By what the bank took, or by what whoever took the money says. */
const isAllBack = ({ refundedMinor, takenMinor, totalMinor, ...order }: Order): boolean =>
  refundedMinor !== '0' &&
  BigInt(refundedMinor) >= BigInt(takenMinor === '0' ? totalMinor : worthOf({ totalMinor, ...order }));

const draftOf = (draft: Draft, words: string): [Draft, string] => [draft, words];

/** What can be said of what they bought: being packed, on its way, there, or late. */
async function goodsDrafts(ctx: CommandContext, t: Texts, order: Order): Promise<[Draft, string][]> {
  const { number, fulfillment } = order;
  const { draft } = t.order;
  const parcels = (await shipmentsOf(ctx.tx, order.id)).filter(({ state }) => state !== 'cancelled');
  const isSent = fulfillment === 'fulfilled' || fulfillment === 'partial' || parcels.length > 0;
  const moving = parcels.filter(({ state }) => state !== 'delivered' && !WENT_WRONG.includes(state));
  const arrived = parcels.filter(({ state }) => state === 'delivered');
  const wrong = parcels.filter(({ state }) => WENT_WRONG.includes(state));
  const isPart = fulfillment === 'partial' || arrived.length < parcels.length;
  const tracked = moving.map((parcel) => parcelLine(t, { ...parcel, state: 'other', strangeState: null }));
  const isMoving = moving.length > 0 || (isSent && parcels.length === 0);
  const isSentInPart = fulfillment === 'partial' || moving.length < parcels.length;
  return [
    // nobody thanks whoever has disputed it
    ...(isPaid(order) && !isSent && order.takenMinor === '0' ? [draftOf('paid', draft.paid(number))] : []),
    ...(arrived.length > 0 ? [draftOf('arrived', draft.arrived(number, isPart))] : []),
    ...(isMoving ? [draftOf('sent', draft.sent(number, tracked.filter(Boolean).join('\n'), isSentInPart))] : []),
    ...((!isSent || wrong.length > 0) && !isPaymentFailed(order) ? [draftOf('delayed', draft.delayed(number))] : []),
  ];
}

interface ToWhom {
  locale: Locale;
  buyer: Contact;
  /** '' where they are not written to by mail. */
  mail: string;
}

/** What can be said of money that has not come; of a shop's order the shop reminds, of the owner's own nobody else does: with the link to pay. */
async function moneyDrafts(
  ctx: CommandContext,
  t: Texts,
  order: Order,
  { locale, buyer, mail }: ToWhom,
): Promise<[Draft, string][]> {
  const { number, currency } = order;
  if (isPaymentFailed(order)) return [draftOf('failed', t.order.draft.failed(number))];
  const own = await loadOwn(ctx.tx, order.id);
  const owed = own ? owedOf(own) : 0n;
  if (owed <= 0n) return [];
  const toPay = { minor: String(owed), currency, number, ...(await payableOf(ctx.tx, order.id)) };
  const link = payLinkFor(ctx.settings, { ...toPay, minor: String(owed), name: nameOf(buyer), mail });
  const words = t.order.draft.unpaid(number, formatMoney(String(owed), currency, locale));
  return [draftOf('unpaid', link ? `${words}\n${t.reminder.link(link)}` : words)];
}
