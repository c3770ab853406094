/** The state of a parcel; anything else that a shop says is 'other'. */
export type ShipmentState =
  | 'pending'
  | 'ready'
  | 'in_transit'
  | 'out_for_delivery'
  | 'attempted'
  | 'ready_for_pickup'
  | 'delivered'
  | 'failed'
  | 'returned'
  | 'cancelled'
  | 'other';

/** One number under which a carrier knows a parcel. */
export interface Tracking {
  number: string;
  /** null if the shop does not say. */
  url: string | null;
}

/** Some pieces of one of the order's lines, by the line's id; without an id by its sku. */
export interface ShippedPieces {
  line: string | null;
  sku: string | null;
  title: string | null;
  quantity: number;
}

/** A part of an order that is sent together. */
export interface Shipment {
  externalId: string;
  state: ShipmentState;
  /** The shop's own word for what is 'other'. */
  strangeState?: string;
  /** When it was said, where what else is told with it was said at another time. */
  saidAt?: Date;
  /** As the shop writes it: SF Express, 顺丰, UPS. */
  carrier: string | null;
  tracking: Tracking[];
  /** Empty if the shop does not say. */
  lines: ShippedPieces[];
  shippedAt: Date | null;
  deliveredAt: Date | null;
}

/** A shipment reported on its own; the order's next version may contain it too. */
export interface ShipmentUpdated {
  kind: 'shipment.updated';
  provider: string;
  connectionId: string;
  orderExternalId: string;
  shipment: Shipment;
  updatedAt: Date;
}

export interface ProductVariant {
  externalId: string | null;
  sku: string | null;
  /** '' for a product of only one variant. */
  title: string;
  /** A decimal, as the shop writes it: most shops do not name a currency with a product. null if it does not say. */
  price: string | null;
  /** How many are there; null if it is not counted. */
  stock: number | null;
}

/** A product as it stands in the shop; or a variant alone, where a shop reports it apart from its product. */
export interface ProductUpdated {
  kind: 'product.updated';
  provider: string;
  connectionId: string;
  product: {
    externalId: string;
    /** It is one variant of this product, and says nothing of the others. */
    variantOf?: string;
    title: string;
    /** What kinds of goods it is, as the shop calls them; absent if it says none. */
    categories?: string[];
    /** ISO 4217; null if the shop does not say. */
    currency: string | null;
    url: string | null;
    /** Whether buyers see it. */
    published: boolean;
    variants: ProductVariant[];
  };
  updatedAt: Date;
}

export interface ProductDeleted {
  kind: 'product.deleted';
  provider: string;
  connectionId: string;
  productExternalId: string;
}
