import { createHash } from 'node:crypto';
import type { Sql, Tx } from '../../db/sql.ts';
import type { Shipment, ShipmentState } from '../goods_event.ts';
import type { OrderKey } from './order.ts';

/** How far a parcel has got. Of two reports of the same time the one that is further along is newer. */
const PROGRESS: Record<ShipmentState, number> = {
  other: 0,
  pending: 0,
  ready: 1,
  in_transit: 2,
  ready_for_pickup: 3,
  out_for_delivery: 3,
  attempted: 4,
  failed: 5,
  delivered: 6,
  returned: 7,
  cancelled: 8,
};

/** A parcel as it is stored. */
export interface Parcel extends Omit<Shipment, 'strangeState'> {
  id: string;
  strangeState: string | null;
}

/** A parcel whose version was written. */
export interface WrittenParcel extends Parcel {
  connectionId: string;
  orderExternalId: string;
  /** null: nothing was known of it. */
  stateBefore: ShipmentState | null;
}

/** The parcels of an order as they stood at a time, each where nothing else is said of it. */
interface ParcelsTold {
  connectionId: string;
  orderExternalId: string;
  shipments: readonly Shipment[];
  at: Date;
}

const columns = (sql: Sql) => sql`
  id, external_id as "externalId", state, strange_state as "strangeState", carrier, tracking, lines,
  shipped_at as "shippedAt", delivered_at as "deliveredAt"`;

const tieOf = (shipment: Shipment): string =>
  `${PROGRESS[shipment.state]}${createHash('sha256').update(JSON.stringify(shipment)).digest('base64url')}`;

/**
 * Writes the parcels of different orders, whether or not these are known. What is no newer than the stored version changes
 * nothing; returns those that were written.
 */
export async function upsertShipments(tx: Tx, told: readonly ParcelsTold[]): Promise<WrittenParcel[]> {
  const rows = told.flatMap(({ connectionId, orderExternalId, shipments, at }) =>
    [...new Map(shipments.map((one) => [one.externalId, one])).values()].map((one) => ({
      ...{ ...one, connectionId, orderExternalId, at: one.saidAt ?? at },
      ...{ strangeState: one.strangeState ?? null, tie: tieOf(one) },
    })),
  );
  if (rows.length === 0) return [];
  return tx<WrittenParcel>`
    insert into shipments (
      connection_id, order_external_id, external_id, state, strange_state, carrier, tracking, lines, shipped_at, delivered_at,
      version_at, version_tie
    )
    select "connectionId", "orderExternalId", "externalId", state, "strangeState", carrier, tracking, lines, "shippedAt", "deliveredAt",
      at, tie
    from jsonb_to_recordset(${tx.json(rows)}) as r ("connectionId" bigint, "orderExternalId" text, at timestamptz, "externalId" text, state text, "strangeState" text, carrier text,
      tracking jsonb, lines jsonb, "shippedAt" timestamptz, "deliveredAt" timestamptz, tie text)
    on conflict (connection_id, order_external_id, external_id) do update set
      state = excluded.state, strange_state = excluded.strange_state, carrier = excluded.carrier, tracking = excluded.tracking,
      lines = excluded.lines, shipped_at = excluded.shipped_at, delivered_at = excluded.delivered_at,
      version_at = excluded.version_at, version_tie = excluded.version_tie
    where (shipments.version_at, shipments.version_tie) < (excluded.version_at, excluded.version_tie)
    returning ${columns(tx)}, connection_id as "connectionId", order_external_id as "orderExternalId", (
      select b.state from shipments b where b.id = shipments.id
    ) as "stateBefore"`;
}

/** The parcels of an order, the first sent first. */
export async function shipmentsOf(sql: Sql, orderId: string): Promise<Parcel[]> {
  return sql<Parcel>`
    select s.id, s.external_id as "externalId", s.state, s.strange_state as "strangeState", s.carrier, s.tracking, s.lines,
      s.shipped_at as "shippedAt", s.delivered_at as "deliveredAt"
    from orders o join shipments s on s.connection_id = o.connection_id and s.order_external_id = o.external_id
    where o.id = ${orderId} order by s.shipped_at nulls last, s.id`;
}

/** A parcel's number names few orders. */
const MOST_OF_PARCEL = 6;

/** The orders that left in a parcel of this number. Nothing is indexed by it: asked only where the words are nothing else. */
export async function ordersOfParcel(sql: Sql, number: string): Promise<string[]> {
  const numbers = [...new Set([number, number.toUpperCase()])].map((one) => sql.json([{ number: one }]));
  const rows = await sql<{ id: string }>`
    select o.id from shipments s join orders o on o.connection_id = s.connection_id and o.external_id = s.order_external_id
    where s.tracking @> ${numbers[0]!} or s.tracking @> ${numbers.at(-1)!} limit ${MOST_OF_PARCEL}`;
  return rows.map(({ id }) => id);
}

/** The parcels of one order are another's from now on. What is told of one of them under the old name is written there (`orderCalled`). */
export async function moveParcels(tx: Tx, from: OrderKey, to: OrderKey): Promise<void> {
  await tx`
    update shipments s set connection_id = ${to.connectionId}, order_external_id = ${to.externalId}
    where s.connection_id = ${from.connectionId} and s.order_external_id = ${from.externalId} and not exists (
      select from shipments k
      where k.connection_id = ${to.connectionId} and k.order_external_id = ${to.externalId} and k.external_id = s.external_id
    )`;
}
