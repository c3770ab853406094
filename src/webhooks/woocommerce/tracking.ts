import type { Shipment } from '../../domain/goods_event.ts';
import { textIn } from '../../http/json.ts';
import { httpUrl } from '../shared/shapes.ts';
import { type Meta, word } from './shapes.ts';

/** Where the plugins for tracking numbers keep them: WooCommerce's own, and those that follow it. */
const KEY = '_wc_shipment_tracking_items';

/** The parcels that a plugin has noted with an order. */
export function shipmentsIn({ meta_data: meta }: { meta_data?: Meta }): { shipments?: Shipment[] } {
  const noted = meta?.find(({ key }) => key === KEY)?.value;
  const shipments = (Array.isArray(noted) ? noted : []).flatMap((item, nth) => {
    const shipment = shipmentOf(item, nth);
    return shipment ? [shipment] : [];
  });
  return shipments.length > 0 ? { shipments } : {};
}

function shipmentOf(item: unknown, nth: number): Shipment | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const noted = item as Record<string, unknown>;
  const said = (key: string) => word.parse(textIn(noted[key])) || null;
  const number = said('tracking_number');
  if (!number) return undefined;
  const seconds = Number(noted.date_shipped);
  return {
    externalId: said('tracking_id') ?? `${nth}:${number}`,
    state: 'in_transit',
    carrier: said('custom_tracking_provider') ?? said('tracking_provider') ?? said('formatted_tracking_provider'),
    tracking: [{ number, url: httpUrl(noted.custom_tracking_link) ?? httpUrl(noted.formatted_tracking_link) }],
    lines: [],
    shippedAt: seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : null,
    deliveredAt: null,
  };
}
