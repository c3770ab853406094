/** One posted event, whichever way it came. `name` and `token` are the parts of its path. */
export interface Hook {
  readonly name: string;
  readonly token: string;
  readonly headers: Headers;
  /** The bytes of the body. Read them only if the sender could be somebody we know: reading costs memory and time. */
  read(maxBytes?: number): Promise<Uint8Array>;
}

/**
 * What to tell the sender. Only after 'stored' and `say` does it forget the event; `say` is the JSON that it wants to
 * hear, or an empty answer. `refused`: why such an event is never taken in.
 */
export type HookAnswer =
  | 'stored'
  | 'unknown_hook'
  | 'not_signed'
  | 'malformed'
  | { say: object | undefined }
  | { refused: string };

/** Takes in one posted event. Rejects if the database is away: then the sender has to come again. */
export type ReceiveHook = (hook: Hook) => Promise<HookAnswer>;
