import type { FailReason } from './message.ts';

/** Words with slots for what differs from person to person: `['Dear ', { slot: 'name' }, ',']`. */
export type Slotted = string | readonly (string | { slot: string })[];

/**
 * What the mails of a campaign have in common, in one language. It is encoded once, at the first of its mails: hand over
 * the same object with each of them.
 */
export interface BulkForm {
  /** `sales@example.com` or `Name <sales@example.com>`. */
  from: string;
  subject: Slotted;
  /** Values are escaped as they are filled in. '': the mail has no HTML. */
  html: Slotted;
  /** '': the mail has no plain text. */
  text: Slotted;
  /** Besides From, To, Subject, Date, Message-ID and those of MIME, which we write ourselves. */
  headers: Readonly<Record<string, Slotted>>;
}

interface Addressed {
  /** The caller's own; it says which mail a doubt is about. */
  id: string;
  /** One address, or `Name <address>`. */
  to: string;
  /** With its brackets: `<…@…>`. */
  messageId: string;
  /** Tries so far, including this one: a deferred mail waits longer each time. Default 1. */
  attempts?: number;
}

/** A mail whose words are complete. */
export interface WrittenMail extends Addressed {
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Readonly<Record<string, string>>;
}

/** A mail that fills a form's slots: several times cheaper than a written one. */
export interface FilledMail extends Addressed {
  form: BulkForm;
  /** For each slot its words; without them the mail fails instead of leaving with a gap. */
  values: Readonly<Record<string, string>>;
}

export type BulkMail = WrittenMail | FilledMail;

/**
 * What became of one mail. Nothing is sent again by itself.
 * - sent: the server answered the final dot with 2xx.
 * - failed: certainly not sent, and another try would end alike.
 * - retry: certainly not sent; another try may go well, not before `afterSeconds`.
 * - unknown: its final dot may have reached the server, which never answered it.
 */
export interface BulkResult {
  state: 'sent' | 'failed' | 'retry' | 'unknown';
  /** The server's words or ours, without any address; at most 300 characters. */
  detail: string;
  /** The server's answer, if it gave one: 250, 550. */
  code?: number;
  /** Its enhanced status (RFC 3463), if it gave one: '5.1.1'. */
  status?: string;
  /** Why it failed, or will have failed once it is given up; one of the house's words. */
  reason?: FailReason;
  /** How long to wait before another try, in seconds. Default: the caller's own back-off. */
  afterSeconds?: number;
  /** It concerns the server and not this mail: all others wait as well. */
  scope?: 'chat' | 'channel';
  /** No connection was there for it: it has not been tried, and neither is what waits behind it. */
  unreached?: true;
  /** Nothing leaves before the owner changes something: a wrong password, a bad certificate. */
  channelDown?: true;
}

/** Hands over many mails at a time, and repeats none of them. */
export interface BulkSender {
  /**
   * Several batches may be under way at once, and it is best when there are two: one is being sent while the caller
   * writes down the results of the other.
   * @returns what became of each, in the order of the batch; never rejects
   */
  send(batch: readonly BulkMail[]): Promise<BulkResult[]>;
  /** What has not begun ends as `retry`; what is under way has ten seconds, then its end is unknown. */
  close(): Promise<void>;
}

/** How a channel takes many mails at once. */
export interface BulkWay {
  sender: BulkSender;
  /** `Name <shop@example.com>`, and the address alone, whose mail is checked. */
  from: string;
  address: string;
  /** The Message-ID of what `key` names: the same for every attempt, and nobody else can make it up. */
  idOf(key: string): string;
}
