import type { Shipment, ShipmentState, ShipmentUpdated } from '../../domain/goods_event.ts';
import { stateOf } from '../shared/shipment.ts';
import type { Fields } from './fields.ts';

const STATES: Record<string, ShipmentState> = {
  ...{ pending: 'pending', created: 'pending', ready: 'ready', label_created: 'ready', shipped: 'in_transit' },
  ...{ in_transit: 'in_transit', transit: 'in_transit', out_for_delivery: 'out_for_delivery', attempted: 'attempted' },
  ...{ delivery_attempted: 'attempted', ready_for_pickup: 'ready_for_pickup', delivered: 'delivered' },
  ...{ failed: 'failed', lost: 'failed', returned: 'returned', cancelled: 'cancelled', canceled: 'cancelled' },
};

/** Where the numbers of parcels stand, as texts or with their carrier. An order's own number is `number`, so that is none of these. */
const TRACKING = ['tracking', 'trackings', 'tracking_number', 'tracking_numbers', 'tracking_no'];

/** The parcels that an order's event names; each number is one unless it has an id of its own. */
export function shipmentsIn(order: Fields): Shipment[] {
  const beside = { carrier: order.line('carrier', 'carrier_name'), url: order.url('tracking_url') };
  const listed = order.list('shipments', 'parcels');
  if (listed) return listed.map((parcel, nth) => shipmentOf(parcel, String(nth + 1), beside));
  const numbers = order.listOf('number', ...TRACKING) ?? [];
  return numbers.map((parcel, nth) => shipmentOf(parcel, String(nth + 1), beside));
}

/** A parcel reported on its own. */
export function shipmentUpdated(data: Fields, connectionId: string, at: Date): ShipmentUpdated {
  const orderExternalId = data.needed('order_id', 'order_number', 'order');
  const shipment = shipmentOf(data, '1');
  return { kind: 'shipment.updated', provider: 'standard', connectionId, orderExternalId, shipment, updatedAt: at };
}

/** `beside`: what the order says for all of its parcels. */
function shipmentOf(
  data: Fields,
  otherwise: string,
  beside?: { carrier: string | null; url: string | null },
): Shipment {
  const tracking = trackingIn(data).map((one) => ({ ...one, url: one.url ?? beside?.url ?? null }));
  const state = stateOf(STATES, data.line('status', 'state') ?? (tracking.length > 0 ? 'in_transit' : 'pending'));
  return {
    externalId: data.line('shipment_id', 'id', 'external_id') ?? tracking[0]?.number ?? otherwise,
    ...state,
    carrier: data.line('carrier', 'company', 'carrier_name') ?? beside?.carrier ?? null,
    tracking,
    lines: (data.list('items', 'line_items', 'lines') ?? []).map((item) => ({
      line: item.line('line_id', 'id'),
      sku: item.line('sku'),
      title: item.line('title', 'name'),
      quantity: item.amount('quantity', 'qty') ?? 1,
    })),
    shippedAt: data.moment('shipped_at'),
    deliveredAt: data.moment('delivered_at'),
  };
}

/** One number, or a list of them. */
function trackingIn(data: Fields): Shipment['tracking'] {
  const number = data.line('number', ...TRACKING);
  if (number) return [{ number, url: data.url('url', 'tracking_url') }];
  return (data.listOf('number', ...TRACKING) ?? []).flatMap((one) => {
    const listed = one.line('number', ...TRACKING);
    return listed ? [{ number: listed, url: one.url('url', 'tracking_url') }] : [];
  });
}
