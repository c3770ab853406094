import type { Link } from '../text/link.ts';
import type { OptOut } from '../text/sms/opt_out.ts';
import type { Attachment } from './attachment.ts';
import type { CalendarAct } from './calendar_act.ts';
import type { Channel, Party } from './channel.ts';
import type { DeliveryReported, Remark } from './delivery.ts';
import type { ProductDeleted, ProductUpdated, ShipmentUpdated } from './goods_event.ts';
import type { ButtonPressed, FormSubmitted, FormWanted, HomeOpened, MessagePicked } from './press_event.ts';
import type { RowDelayed, RowGivenUp, RowRecovered } from './row_event.ts';
import type { ShopAsked, TopicUnused } from './shop_ask_event.ts';
import type {
  CheckoutUpdated,
  CustomerUpdated,
  OrderDeleted,
  OrderRefunded,
  OrderReported,
  OrderUpdated,
  Pulled,
} from './shop_event.ts';
import type { SubscriptionUpdated } from './subscription_event.ts';
import type { WebFormFilled } from './web_form_event.ts';

/** A person whom somebody else names: the author of a forwarded message, or a shared contact card. */
export interface NamedPerson {
  name: string;
  channel?: Channel | 'phone';
  address?: string;
  /** Further phones and mail addresses on their card, as written. */
  others?: string[];
}

/** A user's own account, whose chats our bot may read and answer (Telegram Business). */
export interface OwnAccount {
  channel: Channel;
  /** The channel's id of the connection. */
  id: string;
  /** Whose account it is, as the channel knows them. */
  userAddress: string;
  name: string;
  /** Their chat with our bot. */
  userChat: string;
  canReply: boolean;
  /** False if they have removed the bot again. */
  enabled: boolean;
  /** An address that opens the chat with a person by hand, once their id is appended. */
  personUrl: string;
}

/** A message's place in somebody's own account: which account, and with whom the chat is. */
export interface InAccount {
  id: string;
  with: Party;
}

/**
 * What names a claimed sender: a website's form, a group that passes mail on, or only the mail's own Reply-To; and the
 * address from which it was sent, '' for none. If a group's address is also the sender's, only their name is known.
 */
export interface NamedBy {
  what: 'form' | 'group' | 'reply_to';
  from: string;
  /** For a form: their address is in no field of it; it only asks for answers there. */
  asks?: true;
}

/** Somebody who cannot be answered: '' for what they do not say; `unusable`: the content of the address field. */
export interface FormVisitor {
  name: string;
  phone: string;
  unusable?: string;
}

export interface MessageReceived {
  kind: 'message.received';
  channel: Channel;
  /** Where an answer goes: Telegram chat id, mail address, console session. */
  chat: string;
  /** Only a private chat may carry commands; mail never does. */
  private: boolean;
  /** Set if it was written to us where we cannot answer: the name of that place. */
  unanswerable?: string;
  /** The topic in which it was written, if the chat has topics; absent outside of them. */
  topic?: string;
  from: Party;
  /** The channel's id of this message, unique within the chat (mail: Message-ID). */
  externalId: string;
  /** Links in it are written out in words: `here (https://…)`. */
  text: string;
  links?: Link[];
  /** Its slash is the channel's, which passes on one command only: what stands behind it may be words. */
  behindSlash?: true;
  quotedText?: string;
  /**
   * The words of an earlier message, here or elsewhere, at which it points; '' if the channel shows none (a story, a
   * picture).
   */
  pointsAt?: string;
  /**
   * What looks like a signature or notice, is passed on in `text`, or stands outside a form's message fields: read if
   * `text` or `formWords` say nothing.
   */
  asideText?: string;
  /** What a letter answers, as its writer's program quoted it; `inside`: they say that their answers stand in it. */
  answered?: { text: string; inside?: true };
  subject?: string;
  attachments: Attachment[];
  /** The channel's name for its content, if words and files cannot carry it ('poll'): `text` has the words in it. */
  strange?: string;
  /**
   * External ids of the messages that it answers, nearest first (mail: In-Reply-To, then References from the right).
   */
  answers: string[];
  /**
   * Id of the conversation to whose reply address it was sent: only people who received a mail of ours know that
   * address.
   */
  conversation?: string;
  /**
   * Who wrote the words that are passed on, in mail below the sender's own. `sentAt`: when they were written; `bot`: by
   * a machine.
   */
  forwardedFrom?: NamedPerson & {
    sentAt?: Date;
    bot?: true;
    /** It stood in a channel that everybody reads: its address there. */
    outlet?: string;
  };
  /** The sender's own phone if the channel has verified it, otherwise somebody else's card. */
  sharedContact?: NamedPerson & { own: boolean };
  /** It shows a sign of a machine, though a person may have written it: it gets no automatic answer. */
  noAutoAnswer?: true;
  /** The code of the link of a post by which they came. */
  cameBy?: string;
  /** A user has said that a person writes under this address. */
  byPerson?: true;
  /** It counts as a machine's: listed (a known customer's is shown), never a lead, never answered. */
  automatic?: 'auto_reply' | 'bounce' | 'complaint' | 'list' | 'calendar';
  /** For an act between calendars: which one, and when the event is. */
  calendar?: CalendarAct;
  /**
   * What an `auto_reply` is, if not an absence note: a mail of ours is late, was delivered, read or deleted unread; or
   * a program asks who we are.
   */
  report?: 'delay' | 'delivered' | 'read' | 'unread' | 'challenge';
  /** Who else received it and would get an answer to all; named only by its sender. */
  copied?: string[];
  /** Where its sender asks for answers, if that is not their own address (mail: Reply-To). */
  replyTo?: string;
  /** Further addresses where the sender asks for answers. */
  replyToOthers?: string[];
  /**
   * Nobody can be answered where it comes from (a website's form without an address, a caller's words). With
   * `formWords` the words are a person's, otherwise a program's on behalf of somebody.
   */
  visitor?: FormVisitor;
  /** For a website's form: what its visitor wrote in their own words, without labels, names and addresses. */
  formWords?: string;
  /** Only an owner's forward names the sender: unproven, and not to be answered unasked. */
  claimed?: true;
  /** What names the sender, if not the owner's forward. */
  namedBy?: NamedBy;
  /** What the owner wrote above what they forwarded. */
  ownerComment?: string;
  /** How far we can believe the sender line, if the channel does not vouch for it itself (mail). */
  trust?: 'verified' | 'unverified' | 'suspicious';
  /** For a complaint that is none: what a provider's report says of our mail instead. */
  remark?: Remark;
  /** For a bounce or complaint: whom it is about, such as `{ address, action: 'failed', status: '5.1.1' }`. */
  returned?: { address: string; action: string; status: string }[];
  /** For a bounce: what it shows of the mail that came back, if anything. `answers` then holds only that mail's id. */
  original?: { subject?: string; sentAt?: Date };
  /** Messages of one chat with the same album were sent together; no part says that it is the last. */
  album?: string;
  /** It is a word by which people leave or come back, and nothing else. */
  optOut?: OptOut;
  /** Set in a user's own account: written by them or to them, never to the bot. */
  account?: InAccount;
  sentAt: Date;
}

export interface MessageEdited {
  kind: 'message.edited';
  channel: Channel;
  chat: string;
  topic?: string;
  from: Party;
  externalId: string;
  text: string;
  /** As in MessageReceived, if the channel says it. */
  answers?: string[];
  account?: InAccount;
  /** The message as it is now, if the channel gives all of it: the edit may overtake its original. */
  whole?: MessageReceived;
  /** When it was first sent, if the channel says it. */
  sentAt?: Date;
  editedAt: Date;
}

/** Messages were deleted in the chat where they had been written. */
export interface MessagesWithdrawn {
  kind: 'messages.withdrawn';
  channel: Channel;
  chat: string;
  externalIds: string[];
  /** Who wrote them and so withdrew them; absent if the channel does not say who did. */
  from?: Party;
  /** As in MessageReceived, if the channel says it. */
  answers?: string[];
  /** When the first of them was sent, if the channel says it. */
  sentAt?: Date;
  /** When they were deleted, if the channel says it. */
  withdrawnAt?: Date;
  account?: InAccount;
}

/** A user has let our bot into their own account, or changed what it may do there. */
export interface AccountUpdated {
  kind: 'account.updated';
  account: OwnAccount;
  updatedAt: Date;
}

/** A copy of what we sent came back to us (our own mailbox): proof that it has left. */
export interface CopyReceived {
  kind: 'copy.received';
  channel: Channel;
  /** The channel's id of what was sent. */
  externalId: string;
}

/** The person has closed (or reopened) our channel to them. */
export interface IdentityBlocked {
  kind: 'identity.blocked';
  channel: Channel;
  address: string;
  blocked: boolean;
}

/** We may now keep topics in a group, or may no longer. */
export interface DeskOffered {
  kind: 'desk.offered';
  channel: Channel;
  chat: string;
  title: string;
  /** Who gave us that right, or withdrew it. */
  from: Party;
  offered: boolean;
}

export interface ChatMigrated {
  kind: 'chat.migrated';
  channel: Channel;
  from: string;
  to: string;
}

/** Stored and understood, but nothing follows from it; the reason is kept with the row. */
export interface Ignored {
  kind: 'ignored';
  reason: string;
}

type Event =
  | MessageReceived
  | MessageEdited
  | MessagesWithdrawn
  | CopyReceived
  | DeliveryReported
  | ButtonPressed
  | FormWanted
  | FormSubmitted
  | MessagePicked
  | HomeOpened
  | AccountUpdated
  | IdentityBlocked
  | DeskOffered
  | ChatMigrated
  | CustomerUpdated
  | OrderUpdated
  | OrderRefunded
  | OrderReported
  | OrderDeleted
  | ShipmentUpdated
  | ProductUpdated
  | ProductDeleted
  | CheckoutUpdated
  | SubscriptionUpdated
  | ShopAsked
  | TopicUnused
  | WebFormFilled
  | RowGivenUp
  | RowDelayed
  | RowRecovered
  | Ignored;

/** What an edge makes of an inbox row; this is all that the domain knows about the outside. `pulled`: a shop was asked for it. */
export type DomainEvent = Event & { pulled?: Pulled };
