import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import { lookAlike } from '../alike.ts';
import { cityName } from '../city.ts';
import { type Contact, type Identity, loadContact, type Marks, type NewContact, resolveContact } from '../contact.ts';
import { followLanguage, languageOf } from '../contact_language.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk.ts';
import { type Lead, openLeadsOf, winLead } from '../lead.ts';
import { findOrder, giveOrder, isPaid, isPaymentFailed, type Order, takeFromLines, upsertOrder } from '../order.ts';
import { HISTORY_DAYS, notePayment, noteRefunds, receivedBy } from '../order_money.ts';
import type { OrderNews } from '../order_news.ts';
import type { CustomerUpdated, OrderRefunded, OrderUpdated, Refund, ShopCustomer } from '../shop_event.ts';
import { followRecord } from '../shop_record.ts';
import { phoneMark } from '../sign.ts';
import { urgency } from '../urgent.ts';

const DAY_MS = 24 * 3_600_000;
/** Only a part of the money has come. */
const PART = 'partially_paid';

/** A customer of the shop is a contact. */
export async function onCustomerUpdated(ctx: Context, event: CustomerUpdated): Promise<undefined> {
  await noteEvent(ctx, event.connectionId);
  await shopContact(ctx, event, event.customer);
}

/** An order is written down as it stands; once it is paid, the lead that led to it is won and the owner hears of it. */
export async function onOrderUpdated(ctx: Context, event: OrderUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const contact = event.customer ? await shopContact(ctx, event, event.customer) : undefined;
  const before = await findOrder(ctx.tx, event.connectionId, event.order.externalId);
  const order = await upsertOrder(ctx.tx, event, contact?.id ?? null);
  const { id } = (order ?? before)!;
  if (contact && before?.contactId === null) await giveOrder(ctx.tx, id, contact.id);
  await notePayment(ctx.tx, id, event.updatedAt, receivedBy(event.order));
  const refunds = await noteRefunds(ctx.tx, id, event.order.refunds ?? []);
  if (before) await tellRefunds(ctx, before, refunds);
  if (!order) return 'older than what is stored';
  await tellNews(ctx, before, { ...order, contactId: order.contactId ?? contact?.id ?? null });
  return undefined;
}

/** What has become of an order since it was last heard of. */
async function tellNews(ctx: Context, before: Order | undefined, order: Order): Promise<void> {
  const isNews = (is: (order: Order) => boolean) =>
    is(order) && (before ? !is(before) : ctx.now.getTime() - order.placedAt.getTime() < HISTORY_DAYS * DAY_MS);
  if (isNews(isPaid)) await onPaid(ctx, order);
  else if (before?.payment === PART && isPaid(order) && order.payment !== PART) await tellPaid(ctx, order, 'in full');
  if (isNews(isPaymentFailed)) await onPaymentFailed(ctx, order);
  if (before && isPaid(before) && order.cancelledAt && !order.test) await tellCancelled(ctx, order);
}

/** A refund that is told by itself; the order's next version has it too. */
export async function onOrderRefunded(ctx: Context, event: OrderRefunded): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const order = await findOrder(ctx.tx, event.connectionId, event.orderExternalId);
  if (!order) return 'a refund of an order that was not told yet';
  if (order.currency !== event.currency) return 'a refund in another currency than its order’s';
  const fresh = await noteRefunds(ctx.tx, order.id, [event.refund]);
  if (fresh.length === 0) return 'known already';
  await takeFromLines(ctx.tx, order.id, event.returned);
  await tellRefunds(ctx, order, fresh);
  return undefined;
}

async function tellRefunds(ctx: Context, order: Order, refunds: readonly Refund[]): Promise<void> {
  if (order.test) return;
  const contact = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  for (const { externalId, minor } of refunds.filter((refund) => refund.minor !== '0')) {
    await tellOwner(
      ctx,
      `refunded:${order.id}:${externalId}`,
      (t, locale) =>
        t.card.refunded({
          number: order.number,
          name: contact?.name ?? '',
          contactId: contact?.id,
          amount: formatMoney(minor, order.currency, locale),
        }),
      { collect: { orderId: order.id }, news: { kind: 'refunded', minor, currency: order.currency } },
    );
  }
}

/** Somebody waits for these goods no more. */
async function tellCancelled(ctx: Context, order: Order): Promise<void> {
  const contact = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  await tellOwner(
    ctx,
    `cancelled:${order.id}`,
    (t, locale) =>
      t.card.cancelled({
        number: order.number,
        name: contact?.name ?? '',
        contactId: contact?.id,
        total: formatMoney(order.totalMinor, order.currency, locale),
      }),
    { collect: { orderId: order.id }, news: newsOf('cancelled', order, order.totalMinor) },
  );
}

/** Whoever wanted to pay and could not is still there: a word in time keeps the order. */
async function onPaymentFailed(ctx: Context, order: Order): Promise<void> {
  const contact = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  await tellOwner(
    ctx,
    `payment failed:${order.id}:${order.payment}`,
    (t, locale) =>
      t.card.paymentFailed({
        number: order.number,
        name: contact?.name ?? '',
        contactId: contact?.id,
        total: formatMoney(order.totalMinor, order.currency, locale),
      }),
    {
      urgent: urgency({ order }),
      collect: { orderId: order.id },
      news: newsOf('payment_failed', order, order.totalMinor),
    },
  );
}

async function onPaid(ctx: Context, order: Order): Promise<void> {
  const [lead] = order.contactId ? await openLeadsOf(ctx.tx, order.contactId) : [];
  const won = lead && (await winLead(ctx.tx, lead.id, amountFor(lead, order), ctx.now));
  await tellPaid(ctx, order, order.payment === PART ? 'in part' : 'at once', won);
}

/** What came of it is said as it came: a part is not the whole. */
async function tellPaid(ctx: Context, order: Order, how: 'at once' | 'in part' | 'in full', won?: Lead): Promise<void> {
  const contact = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  await tellOwner(
    ctx,
    how === 'in full' ? `paid in full:${order.id}` : `paid:${order.id}`,
    (t, locale) =>
      t.card.paid({
        number: order.number,
        name: contact?.name ?? '',
        contactId: contact?.id,
        total: formatMoney(worthOf(order), order.currency, locale),
        part: how === 'in part' ? partOf(order, locale) : undefined,
        lead: won?.title,
      }),
    // a part, and the rest of it, are no whole orders to be counted with others
    { collect: { orderId: order.id }, ...(how === 'at once' && { news: newsOf('paid', order, worthOf(order)) }) },
  );
}

const newsOf = (kind: OrderNews['kind'], { currency }: Order, minor: string): OrderNews => ({ kind, minor, currency });

const worthOf = (order: Order): string => order.currentMinor ?? order.totalMinor;

/** How much of it came; '' when the shop does not say. */
function partOf(order: Order, locale: Locale): string {
  if (order.outstandingMinor === null) return '';
  return formatMoney(String(BigInt(worthOf(order)) - BigInt(order.outstandingMinor)), order.currency, locale);
}

/** What the order comes to, unless the owner had named an amount. */
function amountFor(lead: Lead, order: Order) {
  return lead.amountMinor === null ? { minor: worthOf(order), currency: order.currency } : undefined;
}

async function shopContact(
  ctx: Context,
  event: { provider: string; connectionId: string; updatedAt: Date },
  customer: ShopCustomer,
): Promise<Contact | undefined> {
  const { externalId } = customer;
  const account = externalId && { channel: event.provider, address: `${event.connectionId}/${externalId}` };
  const identities: Identity[] = account ? [account] : [];
  const email = customer.email && normaliseEmail(customer.email);
  if (email) identities.push({ channel: 'email', address: email });
  // who bought without an account is known by their mail address alone
  if (identities.length === 0) return undefined;
  const phone =
    account && customer.phone
      ? phoneMark(customer.phone, customer.country ?? ctx.settings.country, customer.phoneFrom)
      : {};
  if (phone.identity) identities.push(phone.identity);
  const marks: Marks = { identities, signs: phone.sign ? [phone.sign] : [] };
  const language = languageOf('', customer.language);
  const city = cityName(customer.city ?? '') || null;
  const draft: NewContact = {
    name: customer.name ?? email ?? '',
    ...(customer.name && { nameFrom: event.provider }),
    ...language,
    city,
  };
  const contact = await resolveContact(ctx.tx, marks, draft, event.updatedAt);
  await followLanguage(ctx.tx, contact, language);
  if (account) await followRecord(ctx.tx, contact, account, customer);
  await lookAlike(ctx, contact, marks);
  return contact;
}

async function noteEvent(ctx: Context, connectionId: string): Promise<void> {
  await ctx.tx`
    update connections set last_event_at = ${ctx.now}
    where id = ${connectionId} and (last_event_at is null or last_event_at < ${ctx.now}::timestamptz - interval '1 minute')`;
}
