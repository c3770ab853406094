import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import { formatDay, formatWhen } from '../../text/when/format_when.ts';
import { localSlot } from '../../text/when/zone.ts';
import { type Context, clockOf } from '../context.ts';
import { withLater } from '../desk/later_field.ts';
import { withLead } from '../desk/lead_line.ts';
import { tellOwner } from '../desk/tell.ts';
import { type Contact, contactByIdentity, loadContact } from '../people/contact.ts';
import { EMAIL, type Identity } from '../people/sign.ts';
import type { Button, Reply } from '../reply.ts';
import { noteEvent, noteUnused } from '../sell/connection.ts';
import { findOrder, loadOrders, type Order } from '../sell/order.ts';
import { shakenBy } from '../sell/order_lead.ts';
import { keepReport, orderCalled } from '../sell/order_report.ts';
import { backBefore, countDispute, disputesIn, isOver } from '../sell/payment/dispute.ts';
import { lockPayments, ordersPaidBy } from '../sell/payment/paid_by.ts';
import type { ShopAsked, TopicUnused } from '../shop_ask_event.ts';
import { listStillToCome, noteOrderTold, type StillToCome } from '../talk/scheduled.ts';

/** What a shop asks or warns about a customer is the owner's decision: nothing is erased or merged automatically. */
export async function onShopAsked(ctx: Context, event: ShopAsked): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  if (await isSurpassed(ctx, event)) return 'older than what is known of the dispute';
  const meant = await ordersMeant(ctx, event);
  const order = meant.length === 1 ? meant[0] : undefined;
  const contact = await contactMeant(ctx, event, order);
  const key = ['shop asks', event.connectionId, event.ask, event.externalId, event.dispute?.word]
    .filter(Boolean)
    .join(':');
  const lead = order && takesMoneyBack(event) ? await shakenBy(ctx.tx, order) : undefined;
  const counted = order && (await countTaken(ctx, event, order));
  const before = order && counted === 'taken' ? await backBefore(ctx.tx, order.id) : '0';
  const later = event.dispute || event.ask === 'fraud_warned' ? await maybeStale(ctx, order, contact) : [];
  await tellOwner(
    ctx,
    key,
    (t, locale) => {
      const card = {
        ...saidOf(ctx, t, locale, event, nameOf(event, contact, order) ?? ''),
        ...countedHint(t, locale, event, counted, before),
        ...orderField(t, event, meant),
        ...withButtons([contactButtons(t, event, contact), reminderOf(ctx, t, locale, event, contact)]),
        ...(contact && { person: { contactId: contact.id, sure: false } }),
      };
      return withLead(t, locale, withLater(ctx, t, locale, card, later), lead);
    },
    { notice: { kind: 'shop_asks', of: event.connectionId } },
  );
  return undefined;
}

/** What is to be erased is a tap away, which asks first. */
function contactButtons(t: Texts, { ask }: ShopAsked, contact: Contact | undefined): Button[] {
  if (!contact) return [];
  const remove = { label: t.button.delete, command: `/delete c${contact.id}`, style: 'danger' as const };
  return [...(ask === 'erase' ? [remove] : []), { label: t.button.contact, command: `/contact c${contact.id}` }];
}

const DAY_MS = 24 * 3_600_000;
/** By law what a shop asks about its customers' data has to be done within 30 days (GDPR, article 12). */
const REMINDED_AFTER_DAYS = 25;

/** A task before the time in which it has to be done; none where that is over. */
function reminderOf(ctx: Context, t: Texts, locale: Locale, event: ShopAsked, contact: Contact | undefined): Button[] {
  const title = own(t.shopAsk.task, event.ask);
  const at = remindedAt(ctx, event);
  if (title === undefined || !at || at <= ctx.now) return [];
  const command = `/task ${contact ? `c${contact.id}` : '+'} ${title} ${localSlot(at, ctx.settings.timezone)}`;
  return [{ label: t.chip.remind(formatDay(at, clockOf(ctx, locale))), command }];
}

function remindedAt({ now }: Context, { dispute }: ShopAsked): Date | undefined {
  if (!dispute) return new Date(now.getTime() + REMINDED_AFTER_DAYS * DAY_MS);
  const { state, dueAt } = dispute;
  return state === 'needs_response' && dueAt ? new Date(dueAt.getTime() - DAY_MS) : undefined;
}

const withButtons = (rows: readonly Button[][]): Pick<Reply, 'buttons'> => {
  const left = rows.filter((row) => row.length > 0);
  return left.length > 0 ? { buttons: left } : {};
};

/**
 * By the name that it goes by, another one that a report gave it, or the name of its payment in another shop; several where one payment
 * was for all of them.
 */
async function ordersMeant(
  { tx }: Context,
  { connectionId, orderExternalId: name, paidBy = [] }: ShopAsked,
): Promise<Order[]> {
  if (!name) return [];
  const order = await findOrder(tx, connectionId, name);
  if (order) return [order];
  const id = await orderCalled(tx, connectionId, name);
  return id ? loadOrders(tx, [id]) : ordersPaidBy(tx, connectionId, paidBy);
}

/**
 * Keeps what is said of a dispute: its order may come later, from whichever shop where the payment has a name, else from this one. Returns
 * whether the dispute is known to have got further since.
 */
async function isSurpassed({ tx }: Context, event: ShopAsked): Promise<boolean> {
  const { connectionId, provider, paidBy: payments = [], externalId, orderExternalId, dispute } = event;
  const names = payments.length > 0 ? payments : orderExternalId ? [orderExternalId] : [];
  if (!dispute || names.length === 0) return false;
  const { state, inquiry, sum, at } = dispute;
  const disputes = [{ externalId, state, inquiry, sum, saidAt: at }];
  const kept = await keepReport(tx, {
    ...{ kind: 'order.reported', provider, connectionId },
    names,
    says: { ...(payments.length > 0 && { payments }), disputes },
    at,
    // of two words of one moment that by which it ends is the later
    rank: isOver(state) ? 1 : 0,
  });
  await lockPayments(tx, payments);
  const newest = kept && disputesIn(kept).find((one) => one.externalId === externalId);
  return newest !== undefined && newest.saidAt > at;
}

/** What is still to come to whoever disputes a payment: it may not fit any more, and is asked about at its time. */
const maybeStale = (ctx: Context, order: Order | undefined, contact: Contact | undefined): Promise<StillToCome[]> =>
  order?.contactId ? noteOrderTold(ctx.tx, order) : listStillToCome(ctx.tx, contact?.id ?? null);

const takesMoneyBack = ({ dispute }: ShopAsked): boolean =>
  dispute !== undefined && ['lost', 'accepted', 'charge_refunded'].includes(dispute.state);

/** What a dispute comes to for the order: see `countDispute`. */
async function countTaken({ tx }: Context, event: ShopAsked, order: Order): Promise<'taken' | 'unclear' | undefined> {
  const { dispute, externalId } = event;
  if (!dispute) return undefined;
  const { state, inquiry, sum, at: saidAt } = dispute;
  return countDispute(tx, order, { externalId, state, inquiry, sum, saidAt });
}

/** `before`: what had gone back already, in minor units. */
function countedHint(
  t: Texts,
  locale: Locale,
  { dispute }: ShopAsked,
  counted: 'taken' | 'unclear' | undefined,
  before: string,
) {
  const sum = dispute?.sum;
  if (counted === 'unclear') return { hint: t.shopAsk.dispute.stillSpent };
  if (!counted || !sum) return {};
  const [taken, back] = [sum.minor, before].map((minor) => formatMoney(minor, sum.currency, locale));
  const { refundedBefore, spentLess } = t.shopAsk.dispute;
  return { hint: before === '0' ? spentLess(taken!) : refundedBefore(taken!, back!) };
}

/** An order that is not known here can be looked up in the shop by its own number. */
function orderField(t: Texts, { orderExternalId }: ShopAsked, orders: readonly Order[]) {
  const numbers = t.inARow(orders.map(({ number }) => number));
  const value = numbers || (orderExternalId && t.shopAsk.unknownOrder(orderExternalId));
  return value ? { fields: [{ label: t.shopAsk.order, value }] } : {};
}

/** The owner is told about a dispute in each of its states. */
function saidOf(ctx: Context, t: Texts, locale: Locale, { ask, dispute }: ShopAsked, who: string) {
  if (!dispute) return { title: t.shopAsk.title[ask](who), text: t.shopAsk.what[ask] };
  const { state, word, inquiry, dueAt } = dispute;
  const { asked } = t.shopAsk.dispute;
  if (inquiry && state === 'won') return { title: asked.title(who), text: asked.what };
  const due = dueAt && formatWhen(dueAt, clockOf(ctx, locale));
  return {
    title: t.shopAsk.dispute.title[state](who, word ?? ''),
    text: t.shopAsk.dispute.what[state](due ?? undefined, inquiry),
  };
}

async function contactMeant(ctx: Context, event: ShopAsked, order: Order | undefined): Promise<Contact | undefined> {
  const { externalId, email } = event.customer;
  const address = email && normaliseEmail(email);
  const identities: Identity[] = [
    ...(externalId ? [{ channel: event.provider, address: `${event.connectionId}/${externalId}` }] : []),
    ...(address ? [{ channel: EMAIL, address }] : []),
  ];
  return (await contactByIdentity(ctx.tx, identities)) ?? (await buyerOf(ctx, order));
}

function buyerOf(ctx: Context, order: Order | undefined): Promise<Contact | undefined> {
  return order?.contactId ? loadContact(ctx.tx, order.contactId) : Promise.resolve(undefined);
}

function nameOf({ customer }: ShopAsked, contact: Contact | undefined, order: Order | undefined): string | undefined {
  return contact?.name || customer.name || customer.email || order?.number || customer.externalId || undefined;
}

/** Nothing is made of it, but we remember that it came. */
export async function onTopicUnused(ctx: Context, { connectionId, topic }: TopicUnused): Promise<string> {
  await noteEvent(ctx, connectionId);
  if (!ctx.pulled) await noteUnused(ctx.tx, connectionId, topic, ctx.now);
  return `nothing follows from ${topic}`;
}
