import type { CalendarActName } from '../text/calendar_act.ts';
import type { Link } from '../text/link.ts';
import type { Attachment } from './attachment.ts';
import type {
  CustomerUpdated,
  OrderDeleted,
  OrderRefunded,
  OrderUpdated,
  ShopAsked,
  TopicUnused,
} from './shop_event.ts';

/** What the domain asks about a channel. It never asks which one it is. */
export interface ChannelFacts {
  /** Letters: they have subjects, stand in threads and go to others in copy, and who sent one is only claimed. */
  letters?: true;
  /** The terminal of the machine that holds the data: whoever types there is the owner, and looks only at what is answered at once. */
  local?: true;
  /** The link that opens a chat with us and brings a word along, as `/start <word>`. `name`: our name, as people find us there. */
  link?: (name: string, word: string) => string;
}

/** Every channel there is, by its name. */
export const channelFacts = {
  telegram: { link: (name, word) => `https://t.me/${name}?start=${word}` },
  slack: {},
  email: { letters: true },
  console: { local: true },
} satisfies Record<string, ChannelFacts>;

/** Where people write from. Identity channels also include `phone` and the shops' own (`shopify`). */
export type Channel = keyof typeof channelFacts;

const facts = new Map<string, ChannelFacts>(Object.entries(channelFacts));

/** Whether letters come and go there. Any name may be asked about, a shop's too. */
export const hasLetters = (channel: string): boolean => facts.get(channel)?.letters === true;
/** Whether it is the owner's terminal. */
export const isLocal = (channel: string): boolean => facts.get(channel)?.local === true;
/** How a link opens a chat there; undefined where no link does. */
export const linkOf = (channel: string): ChannelFacts['link'] => facts.get(channel)?.link;

/** For queries: the channels of letters, the owner's terminal. */
export const LETTERS: readonly string[] = [...facts.keys()].filter(hasLetters);
export const LOCAL: readonly string[] = [...facts.keys()].filter(isLocal);
/** A channel on which others write. */
export const REMOTE: readonly string[] = [...facts.keys()].filter((channel) => !isLocal(channel));

/** Every channel but the owner's terminal. */
export type RemoteChannel = Exclude<Channel, 'console'>;

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

/** What somebody's calendar says of an event, or of a date of one that repeats. */
export interface CalendarLine {
  is: CalendarActName;
  /** Begin and end (ISO), where the calendar says by which clock. */
  from?: string;
  until?: string;
  /** Else what the sender's own clock shows at begin and end (`2026-12-10T09:30`), nobody knows where. */
  wall?: string[];
  /** Of an event without hours: its days (ISO dates). */
  days?: { first: string; last: string };
  /** Of one that repeats: which of its dates it is about. */
  series?: 'whole' | 'date' | 'following';
  /** Dates (ISO) that a whole series leaves out. */
  except?: string[];
  /** When that date of a series was to be: a moment or a day (ISO). */
  instead?: string;
  /** Whose act it is, if not the sender's. */
  by?: string;
  /** What it is called and what was written to it, where there are several. */
  name?: string;
  comment?: string;
}

/** What somebody's calendar says (RFC 5546): of one event, or of the first of several. */
export interface CalendarAct extends CalendarLine {
  /** It proposes something or holds a person's words: they wait for an answer. */
  waits: boolean;
  /** A line for each event and person, the first few of them; absent where there is one. */
  lines?: CalendarLine[];
  /** How many lines more there are. */
  more?: number;
}

/**
 * What names a claimed sender: a website's form, a group that passes mail on, or the mail's own Reply-To alone; and the address it was
 * sent from, '' for none. Where that of a group is the sender's too, nothing but their name is known.
 */
export interface NamedBy {
  what: 'form' | 'group' | 'reply_to';
  from: string;
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
  /** What of `quotedText` is no history but looks like a signature or notice: read when `text` says nothing. */
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
  /** Nobody can be answered where it comes from (a website's form that holds no address): who filled it in, '' for what it does not say; `unusable`: what stands where an address belongs. */
  visitor?: { name: string; phone: string; unusable?: string };
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

export interface ButtonPressed {
  kind: 'button.pressed';
  channel: Channel;
  chat: string;
  /** As in MessageReceived. */
  topic?: string;
  from: Party;
  buttonId: string;
  /** The channel's id of the press, to be answered at once (Telegram callback_query.id). */
  pressId: string;
  /** The message the button is on, where the channel has threads: what follows belongs there. */
  messageId?: string;
  /** Opens a form, for a few seconds; absent where the channel has none. */
  triggerId?: string;
}

/** A user asked for a command's form, not by a button of ours (a Slack shortcut). */
export interface FormWanted {
  kind: 'form.wanted';
  channel: Channel;
  chat: string;
  from: Party;
  command: string;
  triggerId: string;
}

/** A form was filled in: its button's command, completed. */
export interface FormSubmitted {
  kind: 'form.submitted';
  channel: Channel;
  /** Where it was opened from. */
  chat: string;
  from: Party;
  buttonId: string;
  /** By field; what was left empty is ''. */
  values: Record<string, string>;
  /** As in ButtonPressed. */
  messageId?: string;
  /** The channel's id of the form that was open: it is submitted once. */
  externalId: string;
}

/** A user picked a message (somebody's, or one of our cards) to make a lead or a ticket of it. */
export interface MessagePicked {
  kind: 'message.picked';
  channel: Channel;
  chat: string;
  from: Party;
  make: 'lead' | 'ticket';
  /** Who wrote it; undefined when we did: then it has no words and files of its own. */
  author?: Party;
  text: string;
  attachments: Attachment[];
  sentAt: Date;
  /** The channel's id of it. */
  messageId: string;
  /** If it is a card of ours: its external id. */
  answers: string[];
  /** The channel's id of this wish. */
  externalId: string;
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

/** A row that fails: what can be said of it, perhaps without understanding it. */
export interface RowTrouble {
  /** The first part of its source: 'email', 'telegram', 'shopify'. */
  channel: string;
  rowId: string;
  /** Who seems to have sent it: not proven. */
  from?: Party;
  subject?: string;
  /** What they wrote, where that could be read. */
  words?: string;
  /** The row as it came, where a person can read that. */
  attachments: Attachment[];
  receivedAt: Date;
  /** Where it was written or pressed. */
  place?: { channel: string; address: string; externalId?: string; topic?: string };
}

/** A row could not be read, or could not be handled however often it was tried. */
export interface RowGivenUp extends RowTrouble {
  kind: 'row.given_up';
}

/** A row has failed for about a minute. It is tried again, and what came later in its lane goes on without it. */
export interface RowDelayed extends RowTrouble {
  kind: 'row.delayed';
  /** Undefined: just now. */
  nextTryAt?: Date;
}

/** A row the owner was told of as delayed has been handled after all. */
export interface RowRecovered extends RowTrouble {
  kind: 'row.recovered';
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
