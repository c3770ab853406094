import type { DomainEvent } from '../domain/event.ts';
import type { InboxRow } from '../inbox/event.ts';

/**
 * A system that posts events to us. To add one takes a file that makes one of these, and a line in providers.ts.
 * The headers are the request's; a repeated header reads as 'one, two', as the Fetch standard joins them.
 */
export interface Provider {
  /** As in its hook URL, `/hooks/<name>/<token>`, and before the colon in its rows' source. */
  readonly name: string;
  /** Headers worth keeping with the row, in lower case. */
  readonly headers: readonly string[];
  /** Whether one of the secrets signed exactly these bytes. Never throws; no secret or an empty one signs nothing. */
  verify(raw: Uint8Array, headers: Headers, secrets: readonly string[], now: Date): boolean;
  /** What makes the event itself and not a repeat, and what it is about. Undefined: not even the format is right. */
  identify(raw: Uint8Array, headers: Headers): Identified | undefined;
  /** What a stored row means; the last part of its source is the connection's id. Throws when it cannot be read. */
  parse(row: InboxRow): DomainEvent;
}

export interface Identified {
  /** The sender's id of the event, the same when it is sent again. */
  readonly externalId: string;
  /** Events about the same thing, 'order:1042', are handled in the order they came. */
  readonly lane: string;
}

/** The source of a connection's rows. */
export function sourceOf(provider: string, connectionId: string): string {
  return `${provider}:${connectionId}`;
}

/** The connection a row came by. */
export function connectionIdOf(row: Pick<InboxRow, 'source'>): string {
  return row.source.slice(row.source.indexOf(':') + 1);
}
