import { formatMoney } from '../../text/money.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import { normalisePhone } from '../../text/phone.ts';
import { lookAlike } from '../alike.ts';
import { cityName } from '../city.ts';
import { type Contact, type Identity, loadContact, type NewContact, resolveContact } from '../contact.ts';
import { followLanguage, languageOf } from '../contact_language.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk.ts';
import type { CustomerUpdated, OrderUpdated, ShopCustomer } from '../event.ts';
import { type Lead, openLeadsOf, winLead } from '../lead.ts';
import { findOrder, isPaid, isPaymentFailed, type Order, upsertOrder } from '../order.ts';
import { urgency } from '../urgent.ts';

/** An order older than this when the shop first tells of it is history: its payment is no news and wins nothing. */
const NEWS_MS = 7 * 24 * 3_600_000;

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
  if (!order) return 'older than what is stored';
  const isNews = (is: (order: Order) => boolean) =>
    is(order) && (before ? !is(before) : ctx.now.getTime() - order.placedAt.getTime() < NEWS_MS);
  if (isNews(isPaid)) await onPaid(ctx, order);
  if (isNews(isPaymentFailed)) await onPaymentFailed(ctx, order);
  return undefined;
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
    { urgent: urgency({ order }), collect: { orderId: order.id } },
  );
}

async function onPaid(ctx: Context, order: Order): Promise<void> {
  const [lead] = order.contactId ? await openLeadsOf(ctx.tx, order.contactId) : [];
  const won = lead && (await winLead(ctx.tx, lead.id, amountFor(lead, order), ctx.now));
  const contact = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  await tellOwner(
    ctx,
    `paid:${order.id}`,
    (t, locale) =>
      t.card.paid({
        number: order.number,
        name: contact?.name ?? '',
        contactId: contact?.id,
        total: formatMoney(order.totalMinor, order.currency, locale),
        lead: won?.title,
      }),
    { collect: { orderId: order.id } },
  );
}

/** The order's total, unless the owner had named an amount. */
function amountFor(lead: Lead, order: Order) {
  return lead.amountMinor === null ? { minor: order.totalMinor, currency: order.currency } : undefined;
}

async function shopContact(
  ctx: Context,
  event: { provider: string; connectionId: string; updatedAt: Date },
  customer: ShopCustomer,
): Promise<Contact> {
  const identities: Identity[] = [{ channel: event.provider, address: `${event.connectionId}/${customer.externalId}` }];
  const email = customer.email && normaliseEmail(customer.email);
  if (email) identities.push({ channel: 'email', address: email });
  const phone = customer.phone && normalisePhone(customer.phone, customer.country ?? ctx.settings.country);
  if (phone) identities.push({ channel: 'phone', address: phone });
  const language = languageOf('', customer.language);
  const city = cityName(customer.city ?? '') || null;
  const draft: NewContact = { name: customer.name ?? email ?? '', ...language, city };
  const contact = await resolveContact(ctx.tx, identities, draft, event.updatedAt);
  await followLanguage(ctx.tx, contact, language);
  await lookAlike(ctx, contact, { identities });
  return contact;
}

async function noteEvent(ctx: Context, connectionId: string): Promise<void> {
  await ctx.tx`
    update connections set last_event_at = ${ctx.now}
    where id = ${connectionId} and (last_event_at is null or last_event_at < ${ctx.now}::timestamptz - interval '1 minute')`;
}
