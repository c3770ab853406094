import type { Context } from '../context.ts';
import type { DomainEvent } from '../event.ts';
import { tellNoHooks } from '../hooks/history.ts';
import type { OrderUpdated } from '../shop_event.ts';
import { onCopyReceived } from './arrival.ts';
import { onButtonPressed } from './button.ts';
import { onDeliveryReported } from './delivery/reported.ts';
import { onMessageEdited } from './edit.ts';
import { onFormSubmitted, onFormWanted } from './form.ts';
import { onRowDelayed, onRowGivenUp, onRowRecovered } from './given_up.ts';
import { onHomeOpened } from './home.ts';
import { onChatMigrated, onIdentityBlocked } from './identity.ts';
import { onMessageReceived } from './incoming.ts';
import { onDeskOffered } from './offer.ts';
import { onAccountUpdated } from './own_account.ts';
import { onMessagePicked } from './pick.ts';
import { onCheckoutUpdated, onProductDeleted, onProductUpdated, onShipmentUpdated } from './shop/goods.ts';
import { onOrderReported } from './shop/reported.ts';
import { onSubscriptionUpdated } from './shop/subscription.ts';
import { onCustomerUpdated, onOrderDeleted, onOrderRefunded, onOrdersUpdated, onOrderUpdated } from './shop.ts';
import { onShopAsked, onTopicUnused } from './shop_ask.ts';
import { onWebFormFilled } from './webforms/filled.ts';
import { onMessagesWithdrawn } from './withdrawn.ts';

type Handlers = {
  [Kind in DomainEvent['kind']]: (
    ctx: Context,
    event: Extract<DomainEvent, { kind: Kind }>,
  ) => Promise<string | undefined>;
};

/** What happens for each kind of event. A handler may return why nothing came of it; that is kept with the row. */
const handlers: Handlers = {
  'message.received': onMessageReceived,
  'message.edited': onMessageEdited,
  'messages.withdrawn': onMessagesWithdrawn,
  'copy.received': onCopyReceived,
  'delivery.reported': onDeliveryReported,
  'button.pressed': onButtonPressed,
  'form.wanted': onFormWanted,
  'form.submitted': onFormSubmitted,
  'message.picked': onMessagePicked,
  'home.opened': onHomeOpened,
  'account.updated': onAccountUpdated,
  'identity.blocked': onIdentityBlocked,
  'desk.offered': onDeskOffered,
  'chat.migrated': onChatMigrated,
  'customer.updated': onCustomerUpdated,
  'order.updated': onOrderUpdated,
  'order.refunded': onOrderRefunded,
  'order.reported': onOrderReported,
  'order.deleted': onOrderDeleted,
  'shipment.updated': onShipmentUpdated,
  'product.updated': onProductUpdated,
  'product.deleted': onProductDeleted,
  'checkout.updated': onCheckoutUpdated,
  'subscription.updated': onSubscriptionUpdated,
  'shop.asked': onShopAsked,
  'topic.unused': onTopicUnused,
  'web_form.filled': onWebFormFilled,
  'row.given_up': onRowGivenUp,
  'row.delayed': onRowDelayed,
  'row.recovered': onRowRecovered,
  ignored: async (_ctx, event) => event.reason,
};

export async function handle<Kind extends DomainEvent['kind']>(
  ctx: Context,
  event: Extract<DomainEvent, { kind: Kind }>,
): Promise<string | undefined> {
  const { pulled } = event;
  if (pulled === 'history') await tellNoHooks(ctx.tx);
  return handlers[event.kind as Kind](pulled ? { ...ctx, pulled } : ctx, event);
}

/** Events of this kind may be handled several at once: it comes to what one after the other comes to. What was asked for comes alone. */
export const isOrder = (event: DomainEvent): event is OrderUpdated => event.kind === 'order.updated' && !event.pulled;

/** What whoever took the money tells of a payment, which may be of an order of another shop: it goes behind what was told before it. */
export const isOfPayment = (event: DomainEvent): boolean =>
  event.kind === 'order.reported' || (event.kind === 'shop.asked' && event.paidBy !== undefined);

/** Gives the outcome of each. */
export const handleOrders = (ctx: Context, events: readonly OrderUpdated[]): Promise<(string | undefined)[]> =>
  onOrdersUpdated(ctx, events);

/** The outcome of a row whose body must not be kept, because it contained a secret. */
export { FORGET } from './forget.ts';
