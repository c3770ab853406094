import type { Attachment } from './attachment.ts';
import type { Channel, Party } from './channel.ts';

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
