import type { Attachment } from './attachment.ts';

/** Where people write from. Identity channels also include `phone` and the shops' own (`shopify`). */
export type Channel = 'telegram' | 'slack' | 'email' | 'console';

/** Whoever wrote, as the channel knows them. */
export interface Party {
  /** The person's id on the channel: Telegram user id, mail address. */
  address: string;
  name: string;
  /** The channel's hint of their language, e.g. 'zh-hans', 'en-GB'. */
  language?: string;
  /** Further identities the channel itself vouches for. */
  phone?: string;
}

/** A person named by somebody else: a forwarded message's author, a shared contact card. */
export interface NamedPerson {
  name: string;
  channel?: Channel | 'phone';
  address?: string;
}

export interface MessageReceived {
  kind: 'message.received';
  channel: Channel;
  /** Where an answer goes: Telegram chat id, mail address, console session. */
  chat: string;
  /** Only a private chat may carry commands. Mail never is one. */
  private: boolean;
  from: Party;
  /** The channel's id of this message, unique within the chat (mail: Message-ID). */
  externalId: string;
  text: string;
  quotedText?: string;
  subject?: string;
  attachments: Attachment[];
  /** External ids of messages this one answers, nearest first (mail: In-Reply-To, then References from the right). */
  answers: string[];
  forwardedFrom?: NamedPerson;
  /** The sender's own phone when verified by the channel, else a card of somebody else. */
  sharedContact?: NamedPerson & { own: boolean };
  /** Set when a machine wrote it: stored, never a lead, never answered. */
  automatic?: 'auto_reply' | 'bounce' | 'list';
  sentAt: Date;
}

export interface MessageEdited {
  kind: 'message.edited';
  channel: Channel;
  chat: string;
  from: Party;
  externalId: string;
  text: string;
  /** As in MessageReceived, where the channel tells it. */
  answers?: string[];
  editedAt: Date;
}

export interface ButtonPressed {
  kind: 'button.pressed';
  channel: Channel;
  chat: string;
  from: Party;
  buttonId: string;
  /** The channel's id of the press, to be answered at once (Telegram callback_query.id). */
  pressId: string;
  /** The message the button is on, where the channel has threads: what follows belongs there. */
  messageId?: string;
}

/** A user picked a message, somebody's or one of our cards, to make a lead or a ticket of it. */
export interface MessagePicked {
  kind: 'message.picked';
  channel: Channel;
  chat: string;
  from: Party;
  make: 'lead' | 'ticket';
  /** Who wrote it; undefined when we did. */
  author?: Party;
  text: string;
  /** If it is a card of ours: its external id. */
  answers: string[];
  /** The channel's id of this wish. */
  externalId: string;
}

/** A person looks at the bot's own page. */
export interface HomeOpened {
  kind: 'home.opened';
  channel: Channel;
  from: Party;
  /** The channel's id of this visit. */
  externalId: string;
}

/** The person stopped (or resumed) our channel to them. */
export interface IdentityBlocked {
  kind: 'identity.blocked';
  channel: Channel;
  address: string;
  blocked: boolean;
}

export interface ChatMigrated {
  kind: 'chat.migrated';
  channel: Channel;
  from: string;
  to: string;
}

/** A shop's customer record, already normalised by the provider's parse. Absent fields are null: shops hide them. */
export interface ShopCustomer {
  externalId: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  /** ISO 3166 alpha-2, to read a phone without a country code. */
  country: string | null;
  language: string | null;
}

export interface CustomerUpdated {
  kind: 'customer.updated';
  provider: string;
  connectionId: string;
  customer: ShopCustomer;
  updatedAt: Date;
}

export interface OrderUpdated {
  kind: 'order.updated';
  provider: string;
  connectionId: string;
  order: {
    externalId: string;
    number: string;
    payment: string;
    fulfillment: string | null;
    currency: string;
    totalMinor: string;
    test: boolean;
    placedAt: Date;
    cancelledAt: Date | null;
    lines: { sku: string | null; title: string; quantity: number; priceMinor: string }[];
  };
  customer: ShopCustomer | null;
  updatedAt: Date;
}

/** Stored and understood, but nothing follows from it; the reason is kept with the row. */
export interface Ignored {
  kind: 'ignored';
  reason: string;
}

/** What an edge makes of one inbox row. The domain knows nothing else of the outside. */
export type DomainEvent =
  | MessageReceived
  | MessageEdited
  | ButtonPressed
  | MessagePicked
  | HomeOpened
  | IdentityBlocked
  | ChatMigrated
  | CustomerUpdated
  | OrderUpdated
  | Ignored;
