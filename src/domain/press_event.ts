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
  /** The channel's id of the press, which must be answered at once (Telegram callback_query.id). */
  pressId: string;
  /** The message that the button is on, if the channel has threads: what follows belongs there. */
  messageId?: string;
  /** Opens a form, for a few seconds; absent if the channel has none. */
  triggerId?: string;
}

/** A user asked for a command's form without a button of ours (a Slack shortcut). */
export interface FormWanted {
  kind: 'form.wanted';
  channel: Channel;
  chat: string;
  from: Party;
  command: string;
  triggerId: string;
}

/** A form was filled in, which completes its button's command. */
export interface FormSubmitted {
  kind: 'form.submitted';
  channel: Channel;
  /** Where it was opened from. */
  chat: string;
  from: Party;
  buttonId: string;
  /** By field; '' if it was left empty. */
  values: Record<string, string>;
  /** As in ButtonPressed. */
  messageId?: string;
  /** The channel's id of the open form, which is submitted once. */
  externalId: string;
}

/** A user picked a message (somebody's, or one of our cards) to make a lead or a ticket from it. */
export interface MessagePicked {
  kind: 'message.picked';
  channel: Channel;
  chat: string;
  from: Party;
  make: 'lead' | 'ticket';
  /** Who wrote it; undefined if we did: then it has no words and files of its own. */
  author?: Party;
  text: string;
  attachments: Attachment[];
  sentAt: Date;
  /** The channel's id of it. */
  messageId: string;
  /** Its external id, if it is a card of ours. */
  answers: string[];
  /** The channel's id of this request. */
  externalId: string;
}

/** A person opens the bot's own page. */
export interface HomeOpened {
  kind: 'home.opened';
  channel: Channel;
  from: Party;
  /** The channel's id of this visit. */
  externalId: string;
}
