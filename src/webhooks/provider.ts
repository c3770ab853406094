import type { DomainEvent } from '../domain/event.ts';
import type { InboxRow } from '../inbox/event.ts';

/**
 * A system that posts events to us. To add one, write a file that makes such an object and add a line in providers.ts.
 * The headers are the request's; a repeated header reads as 'one, two', as the Fetch standard joins them.
 */
export interface Provider {
  /** The name in its hook URL, `/hooks/<name>/<token>`, and before the colon in the source of its rows. */
  readonly name: string;
  /** Headers worth keeping with the row, in lower case. */
  readonly headers: readonly string[];
  /**
   * Whether one of the secrets signed exactly these bytes. Never throws; without a secret, or with an empty one,
   * nothing counts as signed.
   */
  verify(raw: Uint8Array, headers: Headers, secrets: readonly string[], now: Date): boolean;
  /**
   * What distinguishes the event from other events but not from its own repeats, and what it is about. Undefined if
   * even the format is wrong.
   */
  identify(raw: Uint8Array, headers: Headers): Identified | undefined;
  /** Why something signed is never of use, for its sender to read; undefined: it may be. */
  refuses?(raw: Uint8Array): string | undefined;
  /** Whether it only asks if anybody is there, unsigned, as some shops do when the address is given to them. Nothing comes of it. */
  isPing?(raw: Uint8Array, headers: Headers): boolean;
  /** How its secrets are written: a shop's name must not be taken for one; left out: any word. */
  readonly secretLooks?: RegExp;
  /** It shows its secret only once it has our address. */
  readonly secretAfterAddress?: true;
  /** Makes a secret, where the system takes ours; left out: it makes its own. */
  newSecret?(): string;
  /** What it wants to hear once an event is stored, as JSON; left out: any word will do. */
  readonly answer?: object;
  /** What a stored row means; the last part of its source is the connection's id. Throws if it cannot be read. */
  parse(row: InboxRow): DomainEvent;
}

export interface Identified {
  /** The sender's id of the event, which stays the same when it is sent again. */
  readonly externalId: string;
  /** Events about the same thing, such as 'order:1042', are handled in the order in which they came. */
  readonly lane: string;
}

/** The source of a connection's rows. */
export function sourceOf(provider: string, connectionId: string): string {
  return `${provider}:${connectionId}`;
}

/** The connection that a row came through. */
export function connectionIdOf(row: Pick<InboxRow, 'source'>): string {
  return row.source.slice(row.source.indexOf(':') + 1);
}
