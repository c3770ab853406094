/** One posted event, whatever carried it here. `name` and `token` are the parts of its path. */
export interface Hook {
  readonly name: string;
  readonly token: string;
  readonly headers: Headers;
  /** The body's bytes. Read only if the sender could be somebody we know, because reading costs memory and time. */
  read(maxBytes?: number): Promise<Uint8Array>;
}

/**
 * What to tell the sender. Only 'stored' and `say` make it forget the event; `say` is what it wants to hear, as JSON, or nothing.
 */
export type HookAnswer = 'stored' | 'unknown_hook' | 'not_signed' | 'malformed' | { say: object | undefined };

/** Takes in one posted event. Rejects when the database is away: the sender has to come again. */
export type ReceiveHook = (hook: Hook) => Promise<HookAnswer>;
