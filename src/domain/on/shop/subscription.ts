import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { type Contact, contactByIdentity } from '../../people/contact.ts';
import { noteEvent } from '../../sell/connection.ts';
import type { ShopCustomer } from '../../shop_event.ts';
import type { SubscriptionUpdated } from '../../subscription_event.ts';
import { shopContact } from './buyer.ts';
import { isRecent } from './tell_order.ts';

type Subscription = SubscriptionUpdated['subscription'];
type News = keyof Texts['subscription']['title'];

/** Whoever subscribes is a contact. That they stop, or could not pay, is told while it is news; each payment is an order. */
export async function onSubscriptionUpdated(ctx: Context, event: SubscriptionUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const { subscription, customer } = event;
  if (subscription.test) return 'a test';
  const contact = customer ? await subscriber(ctx, event, customer) : undefined;
  const news = newsOf(subscription);
  if (!news || !isRecent(ctx, event.updatedAt)) return contact ? undefined : 'nothing follows from it';
  const day = (news === 'ending' ? subscription.endsAt : subscription.paidUntil)?.getTime() ?? '';
  await tellOwner(
    ctx,
    ['subscription', event.connectionId, subscription.externalId, news, day].join(':'),
    (t, locale) => ({
      title: t.subscription.title[news](whatOf(subscription, locale)),
      text: contact?.name || customer?.name || customer?.email || t.card.unnamedBuyer,
      ...hintOf(ctx, t, locale, subscription, news),
      ...(contact && {
        buttons: [[{ label: t.button.contact, command: `/contact c${contact.id}` }]],
        person: { contactId: contact.id, sure: true },
      }),
    }),
    { notice: { kind: 'order' } },
  );
  return undefined;
}

/** Where the system says no more of them than their number, nobody is made of it. */
function subscriber(ctx: Context, event: SubscriptionUpdated, customer: ShopCustomer): Promise<Contact | undefined> {
  const { externalId, name, email, phone } = customer;
  if (name || email || phone || !externalId) return shopContact(ctx, event, customer);
  return contactByIdentity(ctx.tx, [{ channel: event.provider, address: `${event.connectionId}/${externalId}` }]);
}

function newsOf({ state, endsAt }: Subscription): News | undefined {
  if (state === 'past_due' || state === 'unpaid' || state === 'paused' || state === 'ended') return state;
  return endsAt ? 'ending' : undefined;
}

/** The plan, and what it comes to each time. */
function whatOf({ title, price }: Subscription, locale: Locale): string {
  return [title, price && formatMoney(price.minor, price.currency, locale)].filter(Boolean).join(' · ');
}

function hintOf(ctx: Context, t: Texts, locale: Locale, { endsAt }: Subscription, news: News): { hint?: string } {
  if (news === 'past_due') return { hint: t.subscription.tryAgain };
  return news === 'ending' && endsAt ? { hint: t.subscription.endsAt(formatWhen(endsAt, clockOf(ctx, locale))) } : {};
}
