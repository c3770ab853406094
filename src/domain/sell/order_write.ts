import type { Tx } from '../../db/sql.ts';
import type { Delivery, OrderUpdated } from '../shop_event.ts';
import { columns, keyOf, type Order, type OrderKey } from './order.ts';
import { addLines, dropLines, takeUnlisted } from './order_lines.ts';
import { listedIn } from './order_refund.ts';
import { isNewer, type OrderVersion } from './order_version.ts';

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
  /** It was not there before: nothing else is known of it, and the buyer this version names is its buyer. */
  made: boolean;
}

/** For an order that is collected, or not sent at all. */
const NOWHERE: Delivery = { recipient: '', address: '', phone: '', method: '' };

/** A version as its columns: everything listed here is stored. */
function orderRow({ event: { order, connectionId }, version, buyer, billedTo }: OrderTold) {
  const said = buyer && version;
  return {
    ...{ connection_id: connectionId, external_id: order.externalId, number: order.number, payment: order.payment },
    ...{ fulfillment: order.fulfillment, currency: order.currency, total_minor: order.totalMinor },
    ...{ current_minor: order.currentMinor ?? null, outstanding_minor: order.outstandingMinor ?? null },
    ...{ test: order.test, placed_at: order.placedAt, cancelled_at: order.cancelledAt },
    ...{ billed_to: billedTo, strange_payment: order.strangePayment ?? null },
    ...{ strange_fulfillment: order.strangeFulfillment ?? null, words: order.words ?? [] },
    ...{ delivery: order.delivery ?? NOWHERE, discount_minor: order.discountMinor ?? null },
    ...{ contact_details: order.contactDetails ?? null, listed_refunds: listedIn(order) },
    ...{
      tax_minor: order.taxMinor ?? null,
      shipping_minor: order.shippingMinor ?? null,
      url: order.url ?? null,
      utm: order.utm ?? null,
      paid_by: order.paidBy ?? null,
    },
    ...{ version_at: version.at, version_triggered_at: version.triggeredAt, version_tie: version.tie },
    ...{ version_bodies: [version.body], contact_id: buyer?.contactId ?? null, buyer: buyer?.address ?? null },
    ...{ buyer_at: said?.at ?? null, buyer_triggered_at: said?.triggeredAt ?? null, buyer_tie: said?.tie ?? null },
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
  const written = await tx<Written & OrderKey>`
    insert into orders (${tx(columnsOfOrder)}, deleted_at)
    select ${tx(columnsOfOrder)}, (
      select d.at from deleted_orders d
      where d.connection_id = told.connection_id and d.external_id = told.external_id and d.at >= told.version_at
    ) from jsonb_populate_recordset(null::orders, ${tx.json(rows)}) told
    on conflict (connection_id, external_id) do update set
      number = excluded.number, payment = excluded.payment, fulfillment = excluded.fulfillment,
      currency = excluded.currency, total_minor = excluded.total_minor, current_minor = excluded.current_minor,
      outstanding_minor = excluded.outstanding_minor, test = excluded.test, placed_at = excluded.placed_at,
      cancelled_at = excluded.cancelled_at, billed_to = excluded.billed_to,
      strange_payment = excluded.strange_payment,
      strange_fulfillment = excluded.strange_fulfillment, words = excluded.words, delivery = excluded.delivery,
      discount_minor = excluded.discount_minor, contact_details = excluded.contact_details, listed_refunds = excluded.listed_refunds,
      tax_minor = excluded.tax_minor, shipping_minor = excluded.shipping_minor, url = excluded.url,
      utm = coalesce(orders.utm, excluded.utm), paid_by = coalesce(excluded.paid_by, orders.paid_by),
      version_at = excluded.version_at,
      version_triggered_at = excluded.version_triggered_at, version_tie = excluded.version_tie,
      version_bodies = excluded.version_bodies || case when orders.version_at = excluded.version_at then orders.version_bodies else '{}' end
    where ${isNewer(tx, 'version', 'excluded', tx`excluded.version_bodies[1] <> all(orders.version_bodies)`)}
    returning ${columns(tx)}, xmax = 0 as made, connection_id as "connectionId", external_id as "externalId"`;
  const byKey = new Map(
    written.map(({ connectionId, externalId, ...one }) => [keyOf({ connectionId, externalId }), one]),
  );
  await writeLines(tx, told, byKey);
  return byKey;
}

async function writeLines(tx: Tx, told: readonly OrderTold[], written: ReadonlyMap<string, Written>): Promise<void> {
  const changed = [...written.values()].filter(({ made }) => !made).map(({ id }) => id);
  if (changed.length > 0) await dropLines(tx, changed);
  const lines = told.flatMap(({ event: { connectionId, order } }) => {
    const of = written.get(keyOf({ connectionId, externalId: order.externalId }));
    return of ? { orderId: of.id, lines: order.lines } : [];
  });
  await addLines(tx, lines);
  if (changed.length > 0) await takeUnlisted(tx, changed);
}

/** Whom a version of an order that was there before names. */
export interface BuyerTold {
  orderId: string;
  version: OrderVersion;
  buyer: Buyer;
  /** No version of the order is newer. */
  newest: boolean;
}

/**
 * An order belongs to the buyer in the newest version that names one; late deliveries of other versions change nothing.
 * While the buyer stays the same, so does the contact to whom the owner gave it; an order without a contact goes to the
 * buyer.
 */
export async function followBuyers(tx: Tx, told: readonly BuyerTold[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ orderId, newest, buyer, version: { at, triggeredAt, tie } }) => ({
    ...{ id: orderId, newest, contact_id: buyer.contactId, buyer: buyer.address },
    ...{ buyer_at: at, buyer_triggered_at: triggeredAt, buyer_tie: tie },
  }));
  await tx`
    with told as materialized (
      select * from jsonb_to_recordset(${tx.json(rows)}) as r (
        id bigint, newest boolean, contact_id bigint, buyer text, buyer_at timestamptz, buyer_triggered_at timestamptz, buyer_tie text
      )
    ), was as (
      select told.*, told.newest or orders.buyer_at is null or ${isNewer(tx, 'buyer', 'told', tx`false`)} as names
      from told join orders on orders.id = told.id for update of orders
    )
    update orders o set
      contact_id = case when o.contact_id is null or was.names and o.buyer <> was.buyer then was.contact_id else o.contact_id end,
      buyer = case when was.names then was.buyer else o.buyer end,
      buyer_at = case when was.names then was.buyer_at else o.buyer_at end,
      buyer_triggered_at = case when was.names then was.buyer_triggered_at else o.buyer_triggered_at end,
      buyer_tie = case when was.names then was.buyer_tie else o.buyer_tie end
    from was where o.id = was.id and (was.names or o.contact_id is null and o.buyer = was.buyer)`;
}
