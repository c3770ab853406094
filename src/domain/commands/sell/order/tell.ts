import { formatMoney } from '../../../../text/money/money.ts';
import { type Texts, texts } from '../../../../text/texts.ts';
import { localeOf } from '../../../context.ts';
import { buyerShown } from '../../../desk/order_card.ts';
import { parcelLine } from '../../../desk/shop/parcel.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { failed, type Reply, withFields } from '../../../reply.ts';
import { isPaid, isPaymentFailed, type Order } from '../../../sell/order.ts';
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
  const drafts = await draftsFor(ctx, order, buyer);
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

/** Those that are true of it now. */
async function draftsFor(ctx: CommandContext, order: Order, buyer: Contact): Promise<[Draft, string][]> {
  const locale = localeOf(ctx, buyer);
  const t = texts(locale);
  const parcels = (await shipmentsOf(ctx.tx, order.id)).filter(({ state }) => state !== 'cancelled');
  const isSent = order.fulfillment === 'fulfilled' || order.fulfillment === 'partial' || parcels.length > 0;
  const stands = order.cancelledAt === null && order.deletedAt === null;
  const { number, refundedMinor } = order;
  // all of the money went back: nothing is on its way to them
  const isOver = order.payment === 'refunded';
  const tracked = parcels.map((parcel) => parcelLine(t, { ...parcel, state: 'other', strangeState: null }));
  return [
    ...(isPaid(order) && !isSent && !isOver ? [['paid', t.order.draft.paid(number)] as [Draft, string]] : []),
    ...(isSent && stands && !isOver
      ? [['sent', t.order.draft.sent(number, tracked.filter(Boolean).join('\n'))] as [Draft, string]]
      : []),
    ...(isPaymentFailed(order) ? [['failed', t.order.draft.failed(number)] as [Draft, string]] : []),
    ...(!isSent && stands && !isOver && !isPaymentFailed(order)
      ? [['delayed', t.order.draft.delayed(number)] as [Draft, string]]
      : []),
    ...(refundedMinor === '0'
      ? []
      : [
          ['refunded', t.order.draft.refunded(number, formatMoney(refundedMinor, order.currency, locale))] as [
            Draft,
            string,
          ],
        ]),
    ...(order.cancelledAt === null ? [] : [['cancelled', t.order.draft.cancelled(number)] as [Draft, string]]),
  ];
}
