import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Delivery, OrderUpdated } from '../shop_event.ts';
import { columns, keyOf, type Order, type OrderKey } from './order.ts';
import { takeUnlisted, writeLines } from './order_lines.ts';
import { listedIn } from './order_refund.ts';
import { isNewer, type OrderVersion } from './order_version.ts';
import { paidAsTold, saidByShop } from './payment/came_in.ts';
import { sentByAny } from './payment/mirror.ts';

/** Whom a version of an order names: the address of an identity, and whose that is. */
export interface Buyer {
  address: string;
  contactId: string;
}

/** A version of an order as it is to be written. */
export interface OrderTold {
  event: OrderUpdated;
  version: OrderVersion;
  /** Whom this version names, kept with an order that was not there yet. */
  buyer: Buyer | undefined;
  /** The person who bought it without an account, as it says. */
  billedTo: string | null;
}

/** An order whose version was written. */
export interface Written extends Order {
  /** It was not there before: nothing else is known of it. */
  made: boolean;
  /** Pieces were taken from its lines that were given back, which this version does not list. */
  lessGivenBack: boolean;
}

/** For an order that is collected, or not sent at all. */
const NOWHERE: Delivery = { recipient: '', address: '', phone: '', method: '' };

/** A version as its columns: everything listed here is stored. */
function orderRow({ event: { order, connectionId }, version, buyer, billedTo }: OrderTold) {
  const said = buyer && version;
  return {
    connection_id: connectionId,
    external_id: order.externalId,
    number: order.number,
    payment: order.payment,
    fulfillment: order.fulfillment,
    currency: order.currency,
    total_minor: order.totalMinor,
    current_minor: order.currentMinor ?? null,
    outstanding_minor: order.outstandingMinor ?? null,
    test: order.test,
    placed_at: order.placedAt,
    cancelled_at: order.cancelledAt,
    billed_to: billedTo,
    strange_payment: order.strangePayment ?? null,
    strange_fulfillment: order.strangeFulfillment ?? null,
    words: order.words ?? [],
    delivery: order.delivery ?? NOWHERE,
    discount_minor: order.discountMinor ?? null,
    contact_details: order.contactDetails ?? null,
    listed_refunds: listedIn(order),
    tax_minor: order.taxMinor ?? null,
    shipping_minor: order.shippingMinor ?? null,
    url: order.url ?? null,
    utm: order.utm ?? null,
    paid_by: order.paidBy ?? null,
    page_key: order.pageKey ?? null,
    on_delivery: order.onDelivery ?? (order.paidLater === 'on_delivery' ? order.paidLater : null),
    gone: order.gone ?? null,
    version_at: version.at,
    version_triggered_at: version.triggeredAt,
    version_tie: version.tie,
    version_bodies: [version.body],
    contact_id: buyer?.contactId ?? null,
    buyer: buyer?.address ?? null,
    buyer_at: said?.at ?? null,
    buyer_triggered_at: said?.triggeredAt ?? null,
    buyer_tie: said?.tie ?? null,
  };
}

/**
 * Writes orders as their shops say they stand, lines included; one version of each. Shops deliver late, twice and out of order: what is
 * no newer than the stored version changes nothing, and its order is not in the result (by `keyOf`). Of two versions that nothing tells
 * apart the later arrival is taken, unless it is one that came before.
 */
export async function upsertOrders(tx: Tx, told: readonly OrderTold[]): Promise<Map<string, Written>> {
  const rows = told.map(orderRow);
  const columnsOfOrder = Object.keys(rows[0]!);
  const written = await tx<Omit<Written, 'lessGivenBack'> & OrderKey>`
    insert into orders (${tx(columnsOfOrder)}, deleted_at)
    select ${tx(columnsOfOrder)}, (
      select d.at from deleted_orders d
      where d.connection_id = told.connection_id and d.external_id = told.external_id and d.at >= told.version_at
    ) from jsonb_populate_recordset(null::orders, ${tx.json(rows)}) told
    on conflict (connection_id, external_id) do update set
      number = excluded.number, payment = ${paidAsTold(tx, tx`excluded.payment`)}, said_payment = ${saidByShop(tx, tx`excluded.payment`)}, fulfillment = ${sentByAny(tx, tx`excluded.fulfillment`, tx`orders.mirror_fulfillment`)},
      currency = excluded.currency, total_minor = excluded.total_minor, current_minor = excluded.current_minor,
      outstanding_minor = excluded.outstanding_minor, test = excluded.test, placed_at = excluded.placed_at,
      cancelled_at = excluded.cancelled_at, billed_to = excluded.billed_to,
      strange_payment = excluded.strange_payment,
      strange_fulfillment = excluded.strange_fulfillment, words = excluded.words, delivery = excluded.delivery,
      discount_minor = excluded.discount_minor, contact_details = excluded.contact_details, listed_refunds = excluded.listed_refunds,
      tax_minor = excluded.tax_minor, shipping_minor = excluded.shipping_minor, url = excluded.url,
      utm = coalesce(orders.utm, excluded.utm), paid_by = coalesce(excluded.paid_by, orders.paid_by), page_key = excluded.page_key,
      on_delivery = excluded.on_delivery, gone = excluded.gone, contact_id = ${contactOf(tx, 'excluded', tx`true`)},
      buyer = coalesce(excluded.buyer, orders.buyer),
      buyer_at = case when excluded.buyer is null then orders.buyer_at else excluded.buyer_at end,
      buyer_triggered_at = case when excluded.buyer is null then orders.buyer_triggered_at else excluded.buyer_triggered_at end,
      buyer_tie = case when excluded.buyer is null then orders.buyer_tie else excluded.buyer_tie end,
      version_at = excluded.version_at,
      version_triggered_at = excluded.version_triggered_at, version_tie = excluded.version_tie,
      version_bodies = excluded.version_bodies || case when orders.version_at = excluded.version_at then orders.version_bodies else '{}' end
    where ${isNewer(tx, 'version', 'excluded', tx`excluded.version_bodies[1] <> all(orders.version_bodies)`)}
    returning ${columns(tx)}, xmax = 0 as made, connection_id as "connectionId", external_id as "externalId"`;
  const taken = await linesWritten(tx, told, written);
  return new Map(
    written.map(({ connectionId, externalId, ...one }) => [
      keyOf({ connectionId, externalId }),
      { ...one, lessGivenBack: taken.has(one.id) },
    ]),
  );
}

/** Writes the lines of the orders that were written; returns those from which pieces were taken that were given back. */
async function linesWritten(
  tx: Tx,
  told: readonly OrderTold[],
  written: readonly (OrderKey & Pick<Written, 'id' | 'made'>)[],
): Promise<ReadonlySet<string>> {
  const ids = new Map(written.map((one) => [keyOf(one), one.id]));
  const changed = new Set(written.flatMap(({ id, made }) => (made ? [] : id)));
  const lines = told.flatMap(({ event: { connectionId, order } }) => {
    const orderId = ids.get(keyOf({ connectionId, externalId: order.externalId }));
    return orderId ? { orderId, lines: order.lines } : [];
  });
  await writeLines(tx, lines, changed);
  return changed.size > 0 ? takeUnlisted(tx, [...changed]) : new Set();
}

/**
 * While the buyer stays the same, so does the contact to whom the owner gave an order; one without a contact goes to the buyer. `names`:
 * whether the version in the row `told` is the newest that names one.
 */
const contactOf = (sql: Sql, told: 'excluded' | 'was', names: Fragment): Fragment => sql`case
  when orders.contact_id is null or ${names} and orders.buyer <> ${sql(`${told}.buyer`)} then ${sql(`${told}.contact_id`)}
  else orders.contact_id
end`;

/** Whom a version names that is not the newest of its order. */
export interface BuyerTold {
  orderId: string;
  version: OrderVersion;
  buyer: Buyer;
}

/** An order belongs to the buyer in the newest version that names one; late deliveries of other versions change nothing. */
export async function followBuyers(tx: Tx, told: readonly BuyerTold[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ orderId, buyer, version: { at, triggeredAt, tie } }) => ({
    ...{ id: orderId, contact_id: buyer.contactId, buyer: buyer.address },
    ...{ buyer_at: at, buyer_triggered_at: triggeredAt, buyer_tie: tie },
  }));
  await tx`
    with told as materialized (
      select * from jsonb_to_recordset(${tx.json(rows)}) as r (
        id bigint, contact_id bigint, buyer text, buyer_at timestamptz, buyer_triggered_at timestamptz, buyer_tie text
      )
    ), was as (
      select told.*, orders.buyer_at is null or ${isNewer(tx, 'buyer', 'told', tx`false`)} as names
      from told join orders on orders.id = told.id for update of orders
    )
    update orders set
      contact_id = ${contactOf(tx, 'was', tx`was.names`)},
      buyer = case when was.names then was.buyer else orders.buyer end,
      buyer_at = case when was.names then was.buyer_at else orders.buyer_at end,
      buyer_triggered_at = case when was.names then was.buyer_triggered_at else orders.buyer_triggered_at end,
      buyer_tie = case when was.names then was.buyer_tie else orders.buyer_tie end
    from was where orders.id = was.id and (was.names or orders.contact_id is null and orders.buyer = was.buyer)`;
}
