import type { DomainEvent } from '../domain/event.ts';

/** What an edge hands to `receive`: the raw thing, before anybody has understood it. */
export interface InboxEvent {
  /** 'telegram', 'email:<mailbox>', 'console', '<provider>:<connection id>' */
  source: string;
  /** The sender's id of this event; (source, externalId) is unique and a repeat is not an error. */
  externalId: string;
  /** Events of one lane are handled in order of arrival: one chat, one order, one mail thread partner. */
  lane: string;
  /** The person's id on the channel, where the channel vouches for it: what users send is handled before everything else. */
  sender?: string;
  headers?: Record<string, string>;
  /** Raw bytes as they came: NUL, lone surrogates and deep JSON are safe only here. */
  body: Uint8Array;
}

/** A stored inbox row as the worker hands it to its route's `parse`. */
export interface InboxRow {
  id: string;
  source: string;
  externalId: string;
  lane: string;
  headers: Record<string, string> | null;
  body: Buffer;
  attempts: number;
  /** A user of ours typed or pressed it. */
  own?: boolean;
  receivedAt: Date;
}

/** Turns a raw row into what it means. Pure, apart from loading its parser; throws when the row cannot be understood. */
export type Parse = (row: InboxRow) => DomainEvent | Promise<DomainEvent>;
