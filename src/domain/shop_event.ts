import type { Money } from '../text/money/money.ts';
/**
 * A shop's customer record, already normalised by the provider's parse. Absent fields are null, because shops hide
 * them.
 */
export interface ShopCustomer {
  /**
   * null: they bought without an account. Then only the mail address that they gave identifies them, else the phone,
   * and that only for this shop.
   */
  externalId: string | null;
  name: string | null;
  email: string | null;
  /** Where the mail address was, if not in the customer's own record. */
  emailFrom?: 'order';
  /** Another mail address given with the order, which may be anybody's. */
  orderEmail?: string;
  phone: string | null;
  /** Where the phone was, if not in the customer's own record: it may be anybody's. */
  phoneFrom?: 'address' | 'order';
  /** ISO 3166 alpha-2, for reading a phone without a country code. */
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

/** The state of an order's money; anything else that a shop says is 'other'. */
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

/** The state of its goods. */
export type Fulfilment = 'unfulfilled' | 'partial' | 'fulfilled' | 'restocked' | 'other';

/** What was written with an order. */
export interface OrderWords {
  /** What the words belong to: '' the order's own note, else the question of the shop's page, or an article. */
  of: string;
  text: string;
}

/** Where an order goes; '' for what the shop does not say. */
export interface Delivery {
  recipient: string;
  /** In one line. */
  address: string;
  phone: string;
  /** How it is sent: Express, collected at the shop. */
  method: string;
}

/** How the buyer asked to be reached about it; absent if the shop does not say. It proves nothing. */
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
    /** As placed, including edits since. */
    totalMinor: string;
    /** What it comes to after edits and returns. */
    currentMinor?: string | null;
    /** What the buyer still owes; negative if we owe them. */
    outstandingMinor?: string | null;
    /** Everything deducted for the buyer; absent if the shop does not say. */
    discountMinor?: string;
    /** All refunds so far; absent if the shop does not say. */
    refunds?: Refund[];
    /** Refunds that moved no money, or not yet. */
    emptyRefunds?: Refund[];
    /** A refund has been begun, but its money has not left yet. */
    refundUnderWay?: boolean;
    /** The person on the bill of an order without an account. */
    billedTo?: string | null;
    /** A note, a gift text, an engraving. Absent if nothing was written. */
    words?: OrderWords[];
    /** Absent if the shop does not say, as for what is collected or not sent at all. */
    delivery?: Delivery;
    /** Absent if the shop does not say. */
    contactDetails?: ContactDetails;
    test: boolean;
    placedAt: Date;
    cancelledAt: Date | null;
    lines: OrderLine[];
  };
  customer: ShopCustomer | null;
  updatedAt: Date;
  /** When the shop reported this version; absent if it does not say. */
  triggeredAt?: Date;
  /** The shop says that it has been paid just now, and not only that it is paid. */
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
  /** The part that did not go through; '0' if the shop does not say how much. Absent if nothing failed. */
  failedMinor?: string;
  /** It went through after having failed. */
  again?: true;
}

/** A refund reported on its own, with what was given back for it. */
export interface OrderRefunded {
  kind: 'order.refunded';
  provider: string;
  connectionId: string;
  orderExternalId: string;
  refund: Refund;
  currency: string;
  /** What went back, where it is money of several kinds and so no one sum. */
  paid?: Money[];
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

/** What a shop asks of whoever keeps its customers' data, or reports that needs a person. */
export type ShopAsk = 'erase' | 'data' | 'deleted' | 'merged' | 'merge_failed' | 'disputed';

/** The state of a dispute about a payment; anything else that a shop says is 'other'. */
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
  /** Until when the owner's answer counts. */
  dueAt: Date | null;
}

export interface ShopAsked {
  kind: 'shop.asked';
  provider: string;
  connectionId: string;
  ask: ShopAsk;
  /** The shop's id of its event: reported twice, it is still one card. */
  externalId: string;
  customer: { externalId: string | null; email: string | null; name: string | null };
  orderExternalId: string | null;
  /** For a payment that is disputed. */
  dispute?: Dispute;
}

/** A shop reported something from which nothing follows: it is counted. */
export interface TopicUnused {
  kind: 'topic.unused';
  connectionId: string;
  topic: string;
}
