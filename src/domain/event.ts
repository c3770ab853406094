import type { Link } from '../text/link.ts';
import type { Attachment } from './attachment.ts';
import type { CalendarAct } from './calendar_act.ts';
import type { Channel, Party } from './channel.ts';
import type { ButtonPressed, FormSubmitted, FormWanted, MessagePicked } from './press_event.ts';
import type { RowDelayed, RowGivenUp, RowRecovered } from './row_event.ts';
import type {
  CustomerUpdated,
  OrderDeleted,
  OrderRefunded,
  OrderUpdated,
  ShopAsked,
  TopicUnused,
} from './shop_event.ts';

/** A person named by somebody else: a forwarded message's author, a shared contact card. */
export interface NamedPerson {
  name: string;
  channel?: Channel | 'phone';
  address?: string;
  /** Further phones and mail addresses on their card, as written. */
  others?: string[];
}

/** A user's own account, which lets our bot read and answer its chats (Telegram Business). */
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
  /** false: they have taken the bot out again. */
  enabled: boolean;
  /** An address to which a person's id is appended, to open the chat with them by hand. */
  personUrl: string;
}

/** Where in somebody's own account a message is: which account, and with whom the chat is. */
export interface InAccount {
  id: string;
  with: Party;
}

/**
 * What names a claimed sender: a website's form, a group that passes mail on, or the mail's own Reply-To alone; and the address it was
 * sent from, '' for none. Where that of a group is the sender's too, nothing but their name is known.
 */
export interface NamedBy {
  what: 'form' | 'group' | 'reply_to';
  from: string;
  /** Of a form: their address stands in no field of it, it only asks for answers there. */
  asks?: true;
}

/** Whom nobody can answer: '' for what they do not say; `unusable`: what stands where an address belongs. */
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
  /** Only a private chat may carry commands. Mail never is one. */
  private: boolean;
  /** Written to us in a place where we cannot answer: what that is called. */
  unanswerable?: string;
  /** Where the chat has topics: the one it was written in; absent outside them. */
  topic?: string;
  from: Party;
  /** The channel's id of this message, unique within the chat (mail: Message-ID). */
  externalId: string;
  /** Links in it stand as words: `here (https://…)`. */
  text: string;
  links?: Link[];
  quotedText?: string;
  /** The words of an earlier message, here or elsewhere, that it points at; '' where the channel shows none (a story, a picture). */
  pointsAt?: string;
  /** What looks like a signature or notice, or stands beside a form's fields for words: read when `text` or `formWords` say nothing. */
  asideText?: string;
  subject?: string;
  attachments: Attachment[];
  /** The channel's name for what it is, where that is more than words and files can say ('poll'): `text` has the words in it. */
  strange?: string;
  /** External ids of messages this one answers, nearest first (mail: In-Reply-To, then References from the right). */
  answers: string[];
  /** Id of the conversation whose reply address it was sent to: only people who got a mail of ours know that address. */
  conversation?: string;
  /** Whose words are passed on, in mail below the sender's own. `sentAt`: when its author wrote it; `bot`: a machine did. */
  forwardedFrom?: NamedPerson & { sentAt?: Date; bot?: true };
  /** The sender's own phone when verified by the channel, else a card of somebody else. */
  sharedContact?: NamedPerson & { own: boolean };
  /** It carries a sign of a machine, though a person may have written it: it gets no automatic answer. */
  noAutoAnswer?: true;
  /** A user has said that a person writes under this address. */
  byPerson?: true;
  /** Taken for a machine's: listed (a known customer's is shown), never a lead, never answered. */
  automatic?: 'auto_reply' | 'bounce' | 'complaint' | 'list' | 'calendar';
  /** For an act between calendars: which one, and when the event is. */
  calendar?: CalendarAct;
  /** What an `auto_reply` is, if not an absence note: a mail of ours is late, was delivered, read or deleted unread; or a program asks who we are. */
  report?: 'delay' | 'delivered' | 'read' | 'unread' | 'challenge';
  /** Who else got it and would get an answer to all; nobody but its sender names them. */
  copied?: string[];
  /** Where its sender asks for answers, if that is another address than theirs (mail: Reply-To). */
  replyTo?: string;
  /** Further addresses where they ask for answers. */
  replyToOthers?: string[];
  /** Nobody can be answered where it comes from (a website's form that holds no address, a caller's words). With `formWords` they are a person's, else a program's for somebody. */
  visitor?: FormVisitor;
  /** Of a website's form: what its visitor wrote in their own words, without labels, names and addresses. */
  formWords?: string;
  /** Nobody but an owner's forward names the sender: not proven, and not to be answered unasked. */
  claimed?: true;
  /** What names them, if not the owner's forward. */
  namedBy?: NamedBy;
  /** What the owner wrote above what they forwarded. */
  ownerComment?: string;
  /** How far the sender line can be believed, where the channel does not vouch for it itself (mail). */
  trust?: 'verified' | 'unverified' | 'suspicious';
  /** For a bounce or complaint: whom it is about, e.g. `{ address, action: 'failed', status: '5.1.1' }`. */
  returned?: { address: string; action: string; status: string }[];
  /** For a bounce: what it shows of the mail that came back, if it does. `answers` then holds only that mail's id. */
  original?: { subject?: string; sentAt?: Date };
  /** Messages with one album, of one chat, were sent together as one; no part says that it is the last. */
  album?: string;
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
  /** As in MessageReceived, where the channel tells it. */
  answers?: string[];
  account?: InAccount;
  /** The message as it is now, where the channel tells all of it: the edit may overtake its original. */
  whole?: MessageReceived;
  /** When it was first sent, where the channel tells. */
  sentAt?: Date;
  editedAt: Date;
}

/** Messages were deleted where they had been written. */
export interface MessagesWithdrawn {
  kind: 'messages.withdrawn';
  channel: Channel;
  chat: string;
  externalIds: string[];
  /** Who wrote them, and so withdrew them; absent where the channel does not say who did. */
  from?: Party;
  /** As in MessageReceived, where the channel tells it. */
  answers?: string[];
  /** When the first of them was sent, where the channel tells. */
  sentAt?: Date;
  account?: InAccount;
}

/** A user has let our bot into their own account, or changed what it may do there. */
export interface AccountUpdated {
  kind: 'account.updated';
  account: OwnAccount;
  updatedAt: Date;
}

/** What we sent came back to us as a copy (our own mailbox): proof that it has left. */
export interface CopyReceived {
  kind: 'copy.received';
  channel: Channel;
  /** The channel's id of what was sent. */
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

/** We may keep topics in a group, or no longer may. */
export interface DeskOffered {
  kind: 'desk.offered';
  channel: Channel;
  chat: string;
  title: string;
  /** Who gave us that right, or took it. */
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

/** What an edge makes of one inbox row; the domain knows nothing else about the outside. */
export type DomainEvent =
  | MessageReceived
  | MessageEdited
  | MessagesWithdrawn
  | CopyReceived
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
  | OrderDeleted
  | ShopAsked
  | TopicUnused
  | RowGivenUp
  | RowDelayed
  | RowRecovered
  | Ignored;
