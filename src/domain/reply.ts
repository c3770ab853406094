import type { Link } from '../text/link.ts';
import type { Attachment } from './attachment.ts';

/**
 * What a person is shown, free of any platform: each bot's `format` renders it (Telegram HTML, Slack Block Kit, terminal).
 * All strings are plain text; customer text may be in any of them and is escaped by the format.
 */
export interface Reply {
  /** One short line, shown strong. */
  title?: string;
  /** Plain paragraphs. */
  text?: string;
  /** Of the text. */
  links?: Link[];
  /** Words of somebody else (a customer's message), shown as a quotation. */
  quote?: string;
  fields?: Field[];
  lists?: List[];
  /** Rows of buttons under the whole reply. */
  buttons?: Button[][];
  attachments?: Attachment[];
  /** A last, quieter line: a hint, a footnote. */
  hint?: string;
  /** What was done with its buttons since, each a line. */
  done?: string[];
  /** true: the hint says what replying to this does; it is left out where nothing can be replied to. */
  byReplying?: true;
  /** Id of the conversation this shows: an answer to it answers the customer. */
  about?: string;
  /** Whom it shows, where it is about no conversation: an answer to it may be for them. */
  person?: PersonShown;
  /** Who gets such an answer, as is shown; left out where the chat itself says it. */
  goesTo?: Recipients;
  /** How much of `about` it shows: an answer to it answers everything up to there, even if cards still wait to be shown. */
  shownUpTo?: ShownUpTo;
  /** The message it shows as it is by now, of which it had been told before. */
  changed?: ChangedMessage;
  /** The answer (its outbox row) of which it tells what becomes: it is written anew when that leaves, fails or is called back. */
  receiptOf?: string;
  /** true: the command was not understood or could not be done (the CLI exits 2). */
  failed?: boolean;
  /** true: it was like that already, and nothing was changed. */
  unchanged?: boolean;
}

/** `sure`: what is answered to it is meant for them, as under their own card. */
export interface PersonShown {
  contactId: string;
  sure: boolean;
  /** In which conversation they are answered, where it says so. */
  conversationId?: string;
}

/** How much of a conversation was shown: all to this message, as they were then. */
export interface ShownUpTo {
  messageId: string;
  /** ISO 8601. */
  at: string;
}

/** A message that was changed, or has grown. */
export interface ChangedMessage {
  messageId: string;
  /** ISO 8601. */
  at: string;
}

/** It was not understood, or could not be done: what is said of it, and what goes along. */
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
  /** Quieter second part of the line. */
  detail?: string;
  /**
   * What is typed for it, where it can be acted on: '#12' a ticket, lead or task, 'c3' a contact, 'v7' a conversation. It stands on
   * the line and on its buttons alike, so there is one number for it everywhere.
   */
  ref?: string;
  /** Whom it is about: an answer to a list may be for any of those on it. */
  contactId?: string;
  buttons?: Button[];
}

/** The line as it is read: its ref in front. */
export function wordsOf({ ref, text }: Item): string {
  return [ref, text].filter(Boolean).join(' · ');
}

/** A button is a command line with a label: pressing it is typing it. */
export interface Button {
  label: string;
  /** e.g. '/resolve 12'. Re-parsed and re-authorised when pressed. */
  command: string;
  style?: 'primary' | 'danger';
  /** Opens the command's form with what it says already filled in; left out where there are no forms. */
  form?: true;
  /** Who gets what it sends by mail, as its label says. */
  goesTo?: Recipients;
  /** What it shows takes the place of the message it is on: another page of a list. */
  turns?: true;
  /** Its line holds words as somebody typed them: they are read as if typed. */
  typed?: true;
  /** Short id, filled in by `enqueue`; what a chat platform carries instead of the command. */
  id?: string;
}

/** All buttons of a reply: under its lines, and under the whole. */
export function buttonsOf({ buttons = [], lists = [] }: Reply): Button[] {
  return [...buttons.flat(), ...lists.flatMap(({ items }) => items.flatMap((item) => item.buttons ?? []))];
}

/** What was done with a button of a message: said on the message, until it is taken back. */
export interface Mark {
  /** Id of the button. */
  button: string;
  /** What was done, by whom and when. */
  text: string;
  /** What can be done about it: its way back. */
  buttons: Button[];
  /** The thing whose state it set: a later mark of the same thing stands for both. */
  of?: string;
  /** Only a word about it, until the next. */
  remark?: true;
}

/** Who gets an answer, as was said where a user could see it. */
export interface Recipients {
  address: string;
  /** Mail only: who gets a copy. */
  copies: string[];
}
