import type { Context } from '../../context.ts';
import type { Contact } from '../../people/contact.ts';
import { noteEvent } from '../../sell/connection.ts';
import { keyOf, type OrderState, orderStates } from '../../sell/order.ts';
import type { PaidOrder } from '../../sell/payment/one_payment.ts';
import type { OrderUpdated } from '../../shop_event.ts';
import { customerOf } from './billed.ts';
import { isRenamed, knownAlready, type Named, namedAgain, namedBy } from './buyer.ts';

/** What a shop says of an order, with what is known of it and its buyer. */
export interface Told {
  event: OrderUpdated;
  named: Named | undefined;
  /** Whom it names, if they are a contact of whom nothing is new. */
  known: Contact | undefined;
  before: OrderState | undefined;
  /** How it names its payment, if others have told of that. */
  paid: PaidOrder | undefined;
  /** When the shop had deleted the order that it has again by this. */
  deletedAt?: Date | undefined;
}

/**
 * Those that have an order or a person in common, over others too, wait for one another in a queue, in their order. What is known is
 * looked up for all of them at once. So do all of whose payments others have told (`reported`): one payment may be of several of them.
 */
export async function queuesOf(
  ctx: Context,
  events: readonly OrderUpdated[],
  reported: ReadonlySet<string>,
): Promise<Told[][]> {
  const shops = new Set(events.map(({ connectionId }) => connectionId));
  const [all] = await Promise.all([lookUp(ctx, events, reported), ...[...shops].map((shop) => noteEvent(ctx, shop))]);
  const joined = new Map<string, string>();
  const topOf = (key: string): string => {
    let top = key;
    for (let next = joined.get(top); next !== undefined; next = joined.get(top)) top = next;
    return top;
  };
  for (const one of all) {
    const [order, ...people] = concernedBy(one);
    for (const person of people) {
      const [top, other] = [topOf(order!), topOf(person)];
      if (top !== other) joined.set(top, other);
    }
  }
  const queues = new Map<string, Told[]>();
  for (const one of all) {
    const top = topOf(orderName(one.event));
    const queue = queues.get(top);
    if (queue) queue.push(one);
    else queues.set(top, [one]);
  }
  return [...queues.values()];
}

/** The same, with what is known of them by now. */
export const lookAgain = (ctx: Context, told: readonly Told[], reported: ReadonlySet<string>): Promise<Told[]> =>
  lookUp(
    ctx,
    told.map(({ event }) => event),
    reported,
  );

/** Those that have neither an order nor a person in common with one before. */
function firstOfEach(told: readonly Told[]): Told[] {
  const used = new Set<string>();
  const isFirst = (one: Told) => {
    const concerned = concernedBy(one);
    const first = !concerned.some((key) => used.has(key));
    for (const key of concerned) used.add(key);
    return first;
  };
  return told.filter(isFirst);
}

/** The queues that are left, in the order of their heads, with what is known by now of those. */
export async function lookAtHeads(
  ctx: Context,
  queues: readonly Told[][],
  events: readonly OrderUpdated[],
  reported: ReadonlySet<string>,
): Promise<Told[][]> {
  const place = placesOf(events);
  const left = queues.filter(({ length }) => length > 0).sort(([a], [b]) => place(a!) - place(b!));
  if (left.length === 0) return [];
  const heads = await lookAgain(
    ctx,
    left.map(([head]) => head!),
    reported,
  );
  return left.map(([, ...rest], nth) => [heads[nth]!, ...rest]);
}

/**
 * The heads that can be written at once: without those that have something in common with one before, and those before whom somebody
 * waits who may be new or called otherwise. Whoever is met looks for those met before, so strangers are met in the order in which they
 * came; who is plainly known need not wait.
 */
export function nextOf(queues: readonly Told[][], events: readonly OrderUpdated[]): Told[] {
  const place = placesOf(events);
  const heads = firstOfEach(queues.map(([head]) => head!));
  const going = new Set(heads);
  const named = new Set(heads.map(whoIsNamed));
  const strangers = queues
    .flat()
    .filter((one) => !going.has(one) && !isPlainlyKnown(one) && !named.has(whoIsNamed(one)));
  const first = Math.min(...strangers.map(place));
  return heads.filter((one) => isPlainlyKnown(one) || place(one) < first);
}

function placesOf(events: readonly OrderUpdated[]): (one: Told) => number {
  const places = new Map(events.map((event, nth) => [event, nth]));
  return ({ event }) => places.get(event)!;
}

/** Who names the same as another makes nobody anew and gives no other name. */
const whoIsNamed = ({ named }: Told): string =>
  JSON.stringify(named && [named.marks, named.draft.name, named.customer.record?.name]);

const isPlainlyKnown = ({ named, known }: Told): boolean =>
  !named || (known !== undefined && !isRenamed({ named, known }));

export function paidOrder({ connectionId, order, customer, updatedAt }: OrderUpdated): PaidOrder | undefined {
  const { externalId, paidBy, currency, totalMinor, test } = order;
  return paidBy && !test ? { connectionId, externalId, paidBy, currency, totalMinor, customer, updatedAt } : undefined;
}

async function lookUp(ctx: Context, events: readonly OrderUpdated[], reported: ReadonlySet<string>): Promise<Told[]> {
  const paidBy = (event: OrderUpdated): PaidOrder | undefined => {
    const paid = paidOrder(event);
    return paid && reported.has(paid.paidBy) ? paid : undefined;
  };
  const named = events.map((event) => {
    const customer = customerOf(event);
    return customer && namedBy(ctx, { ...event, since: event.order.placedAt }, customer, event.order.externalId);
  });
  const [known, states] = await Promise.all([knownAlready(ctx, named), orderStates(ctx.tx, events.map(orderKey))]);
  return events.map((event, nth) => {
    const before = states.get(keyOf(orderKey(event)));
    const who = before?.order.contactId ? namedAgain(named[nth]) : named[nth];
    return { event, named: who, known: known.get(nth), before, paid: paidBy(event) };
  });
}

export const orderKey = ({ connectionId, order: { externalId } }: OrderUpdated) => ({ connectionId, externalId });

const orderName = (event: OrderUpdated): string => `order ${keyOf(orderKey(event))}`;

/** The order first, then whose it is, and whom it names. */
function concernedBy({ event, named, known, before, paid }: Told): string[] {
  const { identities = [], signs = [] } = named?.marks ?? {};
  const people = [known?.id, before?.order.contactId].filter((id) => id != null);
  return [
    orderName(event),
    ...(paid ? ['payments'] : []),
    ...people.map((id) => `contact ${id}`),
    ...[...identities, ...signs].map(({ channel, address }) => `${channel}:${address}`),
  ];
}
