/** What a shop asks of whoever keeps its customers' data, or reports that needs a person. */
export type ShopAsk =
  | 'erase'
  | 'data'
  | 'deleted'
  | 'merged'
  | 'merge_failed'
  | 'disputed'
  | 'fraud_warned'
  | 'refund_wanted'
  | 'uninstalled'
  | 'erase_shop';

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
  /** What it is about, in minor units, and when that was said. */
  sum: { minor: string; currency: string } | null;
  at: Date;
}

/** A dispute as it is kept with what else is known of its payment. */
export interface PaymentDispute {
  externalId: string;
  state: DisputeState;
  inquiry: boolean;
  /** What it is about; null if that is not said. */
  sum: Dispute['sum'];
  saidAt: Date;
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
  /** Everything by which the payment is called, where another shop's order may name it. */
  paidBy?: string[];
  /** For a payment that is disputed. */
  dispute?: Dispute;
}

/** A shop reported something from which nothing follows: it is counted. */
export interface TopicUnused {
  kind: 'topic.unused';
  connectionId: string;
  topic: string;
}
