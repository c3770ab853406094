/** A shop's customer record, already normalised by the provider's parse. Absent fields are null: shops hide them. */
export interface ShopCustomer {
  /** null: they bought without an account. Then only the mail address they gave tells who it is, else the phone, and that to this shop alone. */
  externalId: string | null;
  name: string | null;
  email: string | null;
  /** Where the mail address stood, when not in the customer's own record. */
  emailFrom?: 'order';
  /** Another mail address given with the order: it may be anybody's. */
  orderEmail?: string;
  phone: string | null;
  /** Where the phone stood, when not in the customer's own record: it may be anybody's. */
  phoneFrom?: 'address' | 'order';
  /** ISO 3166 alpha-2, to read a phone without a country code. */
  country: string | null;
  city: string | null;
  language: string | null;
  /** What the shop's own record of them says, apart from the order's addresses, and when that was written. */
  record?: { name: string | null; city: string | null; updatedAt: Date };
}

export interface CustomerUpdated {
  kind: 'customer.updated';
  provider: string;
  connectionId: string;
  customer: ShopCustomer;
  updatedAt: Date;
}

/** How an order's money stands; what a shop calls otherwise is 'other'. */
export type Payment =
  | 'pending'
  | 'unpaid'
  | 'failed'
  | 'declined'
  | 'expired'
  | 'authorized'
  | 'voided'
  | 'partially_paid'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'other';

/** How its goods stand. */
export type Fulfilment = 'unfulfilled' | 'partial' | 'fulfilled' | 'restocked' | 'other';

/** What was written with an order. */
export interface OrderWords {
  /** What it is of: '' the order's own note, else what the shop's page asked, or an article. */
  of: string;
  text: string;
}

/** Where an order goes to; '' for what the shop does not say. */
export interface Delivery {
  recipient: string;
  /** In one line. */
  address: string;
  phone: string;
  /** By which way: Express, collected at the shop. */
  method: string;
}

/** How whoever ordered asked to be reached about it; left out: the shop does not say. It proves nothing. */
export interface ContactDetails {
  email?: string;
  phone?: string;
}

export interface OrderUpdated {
  kind: 'order.updated';
  provider: string;
  connectionId: string;
  order: {
    externalId: string;
    number: string;
    payment: Payment;
    fulfillment: Fulfilment | null;
    /** The shop's own words for what is 'other'. */
    strangePayment?: string;
    strangeFulfillment?: string;
    currency: string;
    /** As it was placed, edits since included. */
    totalMinor: string;
    /** What it comes to after edits and returns. */
    currentMinor?: string | null;
    /** What the buyer still owes; below 0 what we owe them. */
    outstandingMinor?: string | null;
    /** All that is taken off for the buyer; left out: the shop does not say. */
    discountMinor?: string;
    /** All refunds so far; left out: the shop does not say. */
    refunds?: Refund[];
    /** Those that moved no money, or have not yet. */
    emptyRefunds?: Refund[];
    /** A refund has been begun, but its money has not left yet. */
    refundUnderWay?: boolean;
    /** The person on the bill of an order without an account. */
    billedTo?: string | null;
    /** A note, a gift text, an engraving. Left out: nothing was written. */
    words?: OrderWords[];
    /** Left out: the shop does not say, as of what is collected or not sent at all. */
    delivery?: Delivery;
    /** Left out: the shop does not say. */
    contactDetails?: ContactDetails;
    test: boolean;
    placedAt: Date;
    cancelledAt: Date | null;
    lines: OrderLine[];
  };
  customer: ShopCustomer | null;
  updatedAt: Date;
  /** When the shop told of this version; left out: it does not say. */
  triggeredAt?: Date;
  /** The shop says that it has been paid just now, not only that it is paid. */
  paidNow?: boolean;
}

export interface OrderLine {
  externalId?: string | null;
  sku: string | null;
  title: string;
  /** Which variant of the article: Blue / L. */
  variant?: string;
  quantity: number;
  /** What is left after edits and returns; absent: all of it. */
  currentQuantity?: number | null;
  priceMinor: string;
}

/** Money that went back to the buyer, in the order's currency. */
export interface Refund {
  externalId: string;
  minor: string;
  refundedAt: Date;
  /** What of it did not go through; '0' where the shop does not say how much. Left out: nothing failed. */
  failedMinor?: string;
  /** It went through after it had failed. */
  again?: true;
}

/** A refund told by itself, with what was given back for it. */
export interface OrderRefunded {
  kind: 'order.refunded';
  provider: string;
  connectionId: string;
  orderExternalId: string;
  refund: Refund;
  currency: string;
  returned: ReturnedPieces[];
}

/** Pieces of one of the order's lines, by the line's id. */
export interface ReturnedPieces {
  line: string;
  quantity: number;
}

/** The shop has deleted an order. */
export interface OrderDeleted {
  kind: 'order.deleted';
  provider: string;
  connectionId: string;
  orderExternalId: string;
}

/** What a shop asks of whoever keeps its customers' data, or tells that needs a person. */
export type ShopAsk = 'erase' | 'data' | 'deleted' | 'merged' | 'merge_failed' | 'disputed';

/** How a dispute about a payment stands; whatever else a shop calls it is 'other'. */
export type DisputeState =
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'accepted'
  | 'charge_refunded'
  | 'other';

export interface Dispute {
  state: DisputeState;
  /** The shop's own word for it. */
  word: string | null;
  /** Only a question from the bank: no money has been taken back yet. */
  inquiry: boolean;
  /** How long the owner's answer counts. */
  dueAt: Date | null;
}

export interface ShopAsked {
  kind: 'shop.asked';
  provider: string;
  connectionId: string;
  ask: ShopAsk;
  /** The shop's event about it: told twice, it is still one card. */
  externalId: string;
  customer: { externalId: string | null; email: string | null; name: string | null };
  orderExternalId: string | null;
  /** Of a payment that is disputed. */
  dispute?: Dispute;
}

/** A shop told us something that nothing follows from: it is counted. */
export interface TopicUnused {
  kind: 'topic.unused';
  connectionId: string;
  topic: string;
}
