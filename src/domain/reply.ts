import type { Link } from '../text/link.ts';
import type { Attachment } from './attachment.ts';

/**
 * What a person is shown, independent of any platform: each bot's `format` renders it (Telegram HTML, Slack Block Kit,
 * terminal). All strings are plain text; a customer's text may be in any of them, and the format escapes it.
 */
export interface Reply {
  /** One short line, shown strong. */
  title?: string;
  /** Plain paragraphs. */
  text?: string;
  /** Links in the text. */
  links?: Link[];
  /** Words of somebody else (a customer's message), shown as a quotation. */
  quote?: string;
  /** Words of ours to be copied as they are, where the channel can in a block that one tap copies. */
  copy?: string;
  /** true: the quotation is a secret of ours. It is shown once: as soon as it is in the chat it is kept nowhere else. */
  once?: true;
  fields?: Field[];
  lists?: List[];
  /** Rows of buttons under the whole reply. */
  buttons?: Button[][];
  attachments?: Attachment[];
  /** A last, less prominent line: a hint, a footnote. */
  hint?: string;
  /** The hint in a topic of the person's own, where it is another one. */
  inTopic?: string;
  /** What has been done with its buttons since, one line each. */
  done?: string[];
  /** true: the hint says what replying to this does; it is left out where nobody can reply. */
  byReplying?: true;
  /** Id of the conversation that this shows: an answer to it answers the customer. */
  about?: string;
  /** The person it shows, if it is not about a conversation: an answer to it may be for them. */
  person?: PersonShown;
  /** The lead, task or ticket that it tells of, and of no other: further words may be about that. */
  thing?: Thing;
  /** The line that lists it, without the days that it is of: asked next of other days, that is asked again. */
  ofDays?: string;
  /** Id of the order that it shows, and of no other: words under it may be about that, and not for its buyer. */
  order?: string;
  /** The command that it asks about: an answer to it stands between these two parts. */
  rest?: Rest;
  /** What is to be typed as an answer to it, in a few words: the chat gets ready for that. */
  asks?: string;
  /** Who gets such an answer, as shown; left out if the chat itself says it. */
  goesTo?: Recipients;
  /**
   * How much of `about` it shows: an answer to it answers everything up to there, even if other cards still wait to be
   * shown.
   */
  shownUpTo?: ShownUpTo;
  /** The message that it shows in its present form and that was told before. */
  changed?: ChangedMessage;
  /** The answer (its outbox row) whose fate it reports: it is rewritten when that leaves, fails or is called back. */
  receiptOf?: string;
  /** It shows a made-up customer: an answer to it reaches nobody. */
  rehearsal?: true;
  /** true: its quote is a secret, shown once: it is taken out soon after it was told. */
  secret?: true;
  /** true: the command was not understood or could not be done (the CLI exits 2). */
  failed?: boolean;
  /** true: it asks which of its buttons is meant, or for words; nothing is done before. */
  undecided?: true;
  /** true: its buttons are of use beside each other. An answer that one of them sends gets a receipt of its own, and the others stay. */
  stays?: true;
  /** true: its buttons exclude each other: of those that change something the first one pressed counts, until that is taken back. */
  oneOf?: true;
  /** true: of several commands some were done before one asked or failed; all of them run again would be done twice. */
  partly?: true;
  /** true: it tells of an answer that has not left, which has a way back of its own. */
  held?: true;
  /** true: it was like that already, so nothing was changed. */
  unchanged?: boolean;
}

/** What is counted by a number of its own. */
export interface Thing {
  noun: 'lead' | 'task' | 'ticket';
  id: string;
}

/** A command line with a gap. */
export interface Rest {
  before: string;
  after: string;
  /** What is to be typed there, as a key of the texts. */
  need?: string;
  /** ISO 8601: the times in it are read as they were then. */
  readAt?: string;
}

/** `sure`: answers to it are meant for them, as under their own card. */
export interface PersonShown {
  contactId: string;
  sure: boolean;
  /** The conversation in which they are answered, if it says so. */
  conversationId?: string;
}

/** How much of a conversation was shown: everything up to this message, as it was then. */
export interface ShownUpTo {
  messageId: string;
  /** ISO 8601. */
  at: string;
}

/** A message that was edited, or has grown. */
export interface ChangedMessage {
  messageId: string;
  /** ISO 8601. */
  at: string;
}

/** A reply that says what was not understood or could not be done, with further parts. */
export function failed(text: string, more: Omit<Reply, 'failed' | 'text'> = {}): Reply {
  return { failed: true, text, ...more };
}

export interface Field {
  label: string;
  value: string;
}

export interface List {
  title?: string;
  items: Item[];
}

/** A line of a list. */
export interface Item {
  text: string;
  /** The less prominent second part of the line. */
  detail?: string;
  /**
   * What people type for it, if something can be done with it: '#12' a ticket, lead or task, 'c3' a contact, 'v7' a
   * conversation. It is on the line and on its buttons, so there is one number for it everywhere.
   */
  ref?: string;
  /** The contact that it is about: an answer to a list may be for any of those on it. */
  contactId?: string;
  buttons?: Button[];
}

/** The line as people read it, with its ref in front. */
export function itemWords({ ref, text }: Item): string {
  return [ref, text].filter(Boolean).join(' · ');
}

/** A button is a command line with a label: pressing it is typing it. */
export interface Button {
  label: string;
  /** Such as '/resolve 12'. Parsed and authorised again when pressed. */
  command: string;
  style?: 'primary' | 'danger';
  /** Opens the command's form with what the button says already filled in; left out on channels without forms. */
  form?: true;
  /** Where there are no forms it asks, and the words are typed as an answer to the question. */
  asks?: true;
  /** Who gets what it sends by mail, as its label says. */
  goesTo?: Recipients;
  /** Its result replaces the message that it is on: another page of a list. */
  turns?: true;
  /** Its label where another button of the same words stands on the message. */
  apart?: string;
  /** Of a line that tells of an answer: it is still there when that has left. */
  outlasts?: true;
  /** Its line holds words as somebody typed them, which are read as if typed. */
  typed?: true;
  /** Its line holds all that was typed: whether a part is an order of its own is asked when it is pressed. */
  whole?: true;
  /** Of those words nothing has been asked but whom they are for: the rest is asked when it is pressed. */
  unasked?: true;
  /** ISO 8601: the times in its line are read as they were then, as its label says them. */
  readAt?: string;
  /** A program proposed it with the key of this id: it is done in that key's name, and not at all once the key is revoked. */
  key?: string;
  /** Short id, set by `enqueue`; a chat platform carries it instead of the command. */
  id?: string;
}

/** All buttons of a reply: under its lines, and under the whole. */
export function buttonsOf({ buttons = [], lists = [] }: Reply): Button[] {
  return [...buttons.flat(), ...lists.flatMap(({ items }) => items.flatMap((item) => item.buttons ?? []))];
}

/** What was done with a button of a message: the message says so until it is taken back. */
export interface Mark {
  /** Id of the button. */
  button: string;
  /** What was done, by whom and when. */
  text: string;
  /** What can be done about it: how to undo it. */
  buttons: Button[];
  /** The thing whose state it set (`ticket:1`): a later mark for the same thing replaces both. */
  of?: string;
  /** Only a remark about it, until the next one. */
  remark?: true;
}

/** Who gets an answer, as a user was shown. */
export interface Recipients {
  address: string;
  /** Mail only: who gets a copy. */
  copies: string[];
}

/** The fields of a reply: none rather than an empty list. */
export const withFields = (fields: readonly Field[]): Pick<Reply, 'fields'> =>
  fields.length > 0 ? { fields: [...fields] } : {};
