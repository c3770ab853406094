import type { Money } from '../text/money/money.ts';
import type { Shipment } from './goods_event.ts';
import type { PaymentDispute } from './shop_ask_event.ts';

/** A shop's customer record, already normalised by the provider's parse. Absent fields are null, because shops hide them. */
export interface ShopCustomer {
  /**
   * null: they bought without an account. Then only the mail address that they gave identifies them, else the phone,
   * and that only for this shop.
   */
  externalId: string | null;
  /** Whether the id is an own system's: nobody vouches for it that it is one person's, as a shop platform does. */
  ownId?: true;
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

/**
 * What we asked a shop for: what was there before it was connected (`history`: it alerts nobody), or what its webhooks may
 * have left out (`look`: it is told as a webhook's).
 */
export type Pulled = 'history' | 'look';

/** What a customer has said in the shop about its marketing by mail. */
export interface ShopMarketing {
  /** As the shop writes it. */
  email: string;
  wanted: boolean;
  /** They confirmed it by a mail (double opt-in). */
  confirmed: boolean;
  /** When they said so; null: the shop does not say, or names a time that is to come. */
  at: Date | null;
}

export interface CustomerUpdated {
  kind: 'customer.updated';
  provider: string;
  connectionId: string;
  customer: ShopCustomer;
  /** Since when the shop has had them, if it says so. */
  since?: Date;
  /** Whether they want the shop's news and offers by mail, if they have said so there. */
  marketing?: ShopMarketing;
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

/** How the money comes of an order that was placed for good before it was paid; `some_way`: its shop does not say. */
export type PaidLater = 'on_delivery' | 'by_transfer' | 'some_way';

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

/** What the address by which a buyer came to the shop says of where they came from: utm_source, utm_medium and so on. */
export type Utm = Partial<Record<'source' | 'medium' | 'campaign' | 'content' | 'term', string>>;

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
    /** It was placed for good and is paid later; absent: its buyer is still paying, or its shop tells only of paid ones. Means nothing once money came. */
    paidLater?: PaidLater;
    currency: string;
    /** As placed, including edits since. */
    totalMinor: string;
    /** What it comes to after edits and returns. */
    currentMinor?: string | null;
    /** What the buyer still owes; negative if we owe them. */
    outstandingMinor?: string | null;
    /** Everything deducted for the buyer; absent if the shop does not say. */
    discountMinor?: string;
    /** What of the total are taxes, and what is shipping; absent if the shop does not say. */
    taxMinor?: string;
    shippingMinor?: string;
    /** Absent if the shop does not say. */
    utm?: Utm;
    /** By which name whoever took the money knows its payment; absent if the shop does not say. */
    paidBy?: string;
    /** The key in the address of its page, by which the shop's mails call it; absent if it has none. */
    pageKey?: string;
    /** Of one that is written down by hand: that it is paid when it is delivered, in the owner's words. */
    onDelivery?: string;
    /** Of such a one: what has left of articles that are in it no more. */
    gone?: GoneArticle[];
    /** Its page in the shop, for the owner; absent if the shop does not say. */
    url?: string;
    /** All refunds so far; absent if the shop does not say. */
    refunds?: Refund[];
    /** Refunds that moved no money, or not yet. */
    emptyRefunds?: Refund[];
    /** A refund has been begun, but its money has not left yet. */
    refundUnderWay?: boolean;
    /** Everything that has gone back so far, where the shop says it as one sum. */
    returnedMinor?: string;
    /** The person on the bill of an order without an account. */
    billedTo?: string | null;
    /** A note, a gift text, an engraving. Absent if nothing was written. */
    words?: OrderWords[];
    /** Absent if the shop does not say, as for what is collected or not sent at all. */
    delivery?: Delivery;
    /** Absent if the shop does not say. */
    contactDetails?: ContactDetails;
    /** Absent if it names none. */
    shipments?: Shipment[];
    test: boolean;
    placedAt: Date;
    cancelledAt: Date | null;
    lines: OrderLine[];
  };
  customer: ShopCustomer | null;
  updatedAt: Date;
  /** When the shop reported this version; absent if it does not say. */
  triggeredAt?: Date;
  /** Of how many reports it is what they say together: what more of them say is newer. Absent if the shop tells the whole of it. */
  reports?: number;
  /** The shop says that it has been paid just now, and not only that it is paid. */
  paidNow?: boolean;
  /** Its payment has failed: when it is tried again; null: never. Absent if the shop does not say. */
  retryAt?: Date | null;
  /** That it is numbered otherwise than before is no change: its system gives it no number, or it went by its id until now. */
  sameNumber?: boolean;
  /** Of these refunds the owner has heard before their order was known. */
  refundsHeard?: string[];
  /** It had been deleted, and is there again. */
  restored?: boolean;
}

/**
 * One report about an order of a system that never tells the whole: the order is what all reports say together, the later
 * one where they differ. So it does not matter in which order they come.
 */
export interface OrderReported {
  kind: 'order.reported';
  provider: string;
  connectionId: string;
  /** Everything by which the system calls the order; it goes by the first. Reports that share a name are about one order. */
  names: string[];
  says: OrderSays;
  at: Date;
  /** Of reports of the same time the greater has the last word. */
  rank?: number;
}

/** What a report says; what it leaves out is as the others say. Its refunds and shipments add to theirs, by id. */
export type OrderSays = Partial<Omit<OrderUpdated['order'], 'externalId' | 'emptyRefunds'>> & {
  customer?: ShopCustomer;
  paidNow?: boolean;
  /** That it is paid only follows from how far it is: not if it is paid on delivery. */
  paidAsUsual?: true;
  retryAt?: Date | null;
  /** What whoever took the money calls its payment, where the order may be another shop's. */
  payments?: string[];
  /** What the link by which it was paid said that it is for: perhaps a number of ours. Anybody can write it. */
  reference?: string;
  /** What its buyer's bank has said of them. */
  disputes?: PaymentDispute[];
};

export interface OrderLine {
  externalId?: string | null;
  sku: string | null;
  title: string;
  /** Which variant of the article: Blue / L. */
  variant?: string;
  /** Whole pieces, or what is sold by weight: 1.5. */
  quantity: number;
  /** What is left after edits and returns; absent: all of it. */
  currentQuantity?: number | null;
  /** How much of it was put in after its order had left; absent: none, or nothing has left. */
  unsent?: number;
  priceMinor: string;
}

/** What has left of an article. */
export type GoneArticle = Pick<OrderLine, 'title' | 'variant' | 'quantity'>;

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
  /** When the shop did it, by the same clock as the versions of its orders; without it, it is the last that we hear of the order so far. */
  at?: Date;
  /** That it was an order is said only by this topic, which nobody has signed: it was none if the shop has something else of that number. */
  saidBy?: string;
}

/** Somebody has filled a cart and begun to pay; if they do not go on, it is abandoned. */
export interface CheckoutUpdated {
  kind: 'checkout.updated';
  provider: string;
  connectionId: string;
  checkout: {
    externalId: string;
    currency: string;
    totalMinor: string;
    lines: OrderLine[];
    /** Where the buyer can go on with it; null if the shop does not say. */
    url: string | null;
    startedAt: Date;
    /** When it became an order. */
    completedAt: Date | null;
    test: boolean;
  };
  customer: ShopCustomer | null;
  updatedAt: Date;
}
