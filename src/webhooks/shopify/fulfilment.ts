import * as z from 'zod';
import type { Shipment, ShipmentState, ShipmentUpdated } from '../../domain/goods_event.ts';
import type { JsonObject } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf } from '../provider.ts';
import { httpUrl, line, quantity, time } from '../shared/shapes.ts';
import { stateOf } from '../shared/shipment.ts';
import { idOf, shopifyId } from './shapes.ts';

/** What Shopify's words for a parcel mean: those of the carrier, then those of the fulfilment itself. */
const STATES: Record<string, ShipmentState> = {
  label_printed: 'ready',
  label_purchased: 'ready',
  confirmed: 'ready',
  carrier_picked_up: 'in_transit',
  in_transit: 'in_transit',
  delayed: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  attempted_delivery: 'attempted',
  ready_for_pickup: 'ready_for_pickup',
  picked_up: 'delivered',
  delivered: 'delivered',
  failure: 'failed',
  error: 'failed',
  cancelled: 'cancelled',
  pending: 'pending',
  open: 'pending',
  success: 'in_transit',
};
/** Whatever the carrier said before, these end it. */
const ENDS = ['cancelled', 'error', 'failure'];

const word = line.nullish().catch(null);
const words = z.array(z.string()).nullish().catch(null);

export const Fulfilment = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  order_id: z.unknown().optional(),
  status: word,
  shipment_status: word,
  tracking_company: word,
  tracking_number: word,
  tracking_numbers: words,
  tracking_url: z.string().nullish().catch(null),
  tracking_urls: words,
  created_at: time.nullish().catch(null),
  updated_at: time.nullish().catch(null),
  line_items: z
    .array(
      z
        .object({ id: z.unknown().optional(), sku: word, title: word, quantity: quantity.catch(0) })
        .catch({ quantity: 0, sku: null, title: null }),
    )
    .nullish()
    .catch(null),
});
type Fulfilment = z.output<typeof Fulfilment>;

/** Whether a body is a fulfilment: one may also come in a body of its own. */
export const isFulfilment = (body: JsonObject): boolean =>
  'order_id' in body && ('tracking_numbers' in body || 'tracking_number' in body);

/** An order's fulfilments, as far as they have an id. */
export function shipmentsOf(fulfilments: readonly Fulfilment[] | null | undefined): { shipments?: Shipment[] } {
  const shipments = (fulfilments ?? []).map(shipmentOf).filter(({ externalId }) => externalId !== '');
  return shipments.length > 0 ? { shipments } : {};
}

/** What a body means that is a fulfilment. */
export function shipmentUpdated(row: InboxRow, fulfilment: Fulfilment): ShipmentUpdated {
  return {
    kind: 'shipment.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    orderExternalId: idOf({ id: fulfilment.order_id }, 'fulfilment'),
    shipment: { ...shipmentOf(fulfilment), externalId: idOf(fulfilment, 'fulfilment') },
    updatedAt: fulfilment.updated_at ?? fulfilment.created_at ?? row.receivedAt,
  };
}

function shipmentOf(fulfilment: Fulfilment): Shipment {
  const { status, shipment_status: carriers, created_at: shippedAt, updated_at: updatedAt } = fulfilment;
  const state = stateOf(STATES, ENDS.includes(status ?? '') ? status : carriers || status);
  return {
    externalId: shopifyId(fulfilment),
    ...state,
    carrier: fulfilment.tracking_company || null,
    tracking: trackingOf(fulfilment),
    lines: (fulfilment.line_items ?? [])
      .filter(({ quantity: pieces }) => pieces > 0)
      .map((item) => ({
        line: ('id' in item && shopifyId({ id: item.id })) || null,
        sku: item.sku || null,
        title: item.title || null,
        quantity: item.quantity,
      })),
    shippedAt: shippedAt ?? null,
    deliveredAt: state.state === 'delivered' ? (updatedAt ?? null) : null,
  };
}

function trackingOf(fulfilment: Fulfilment): Shipment['tracking'] {
  const listed = fulfilment.tracking_numbers ?? [];
  const numbers = listed.length > 0 ? listed : [fulfilment.tracking_number ?? ''];
  const urls = fulfilment.tracking_urls ?? [fulfilment.tracking_url ?? ''];
  return numbers
    .map((number, nth) => ({ number: line.parse(number), url: httpUrl(urls[nth] ?? fulfilment.tracking_url) }))
    .filter(({ number }) => number !== '');
}
