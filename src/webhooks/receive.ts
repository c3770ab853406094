import type { Receiver } from '../inbox/receive.ts';
import type { Connections } from './connections.ts';
import { type Provider, sourceOf } from './provider.ts';

/** One posted event, whatever carried it here. `name` and `token` are the parts of its path. */
export interface Hook {
  readonly name: string;
  readonly token: string;
  readonly headers: Headers;
  /** The body's bytes. Asked for only of who could be somebody we know: reading costs memory and time. */
  read(maxBytes?: number): Promise<Uint8Array>;
}

/**
 * What to tell the sender. Only 'stored' and `say` make it forget the event; `say` is what it wants to hear, as JSON, or nothing.
 */
export type HookAnswer = 'stored' | 'unknown_hook' | 'not_signed' | 'malformed' | { say: object | undefined };

/** Takes one posted event in. Rejects when the database is away: the sender has to come again. */
export type ReceiveHook = (hook: Hook) => Promise<HookAnswer>;

export interface WebhookOptions {
  providers: readonly Provider[];
  connections: Pick<Connections, 'find'>;
  receiver: Pick<Receiver, 'receive'>;
  clock: () => Date;
}

/** Verify, store, then answer: what the event means is found out later, by the inbox worker. */
export function webhookReceiver({ providers, connections, receiver, clock }: WebhookOptions): ReceiveHook {
  const byName = new Map(providers.map((provider) => [provider.name, provider]));

  return async function receiveHook({ name, token, headers, read }) {
    const provider = byName.get(name);
    const connection = provider && (await connections.find(name, token));
    if (!connection) return 'unknown_hook';
    const raw = await read();
    if (!provider.verify(raw, headers, connection.secrets, clock())) return 'not_signed';
    const event = provider.identify(raw, headers);
    if (!event) return 'malformed';
    const source = sourceOf(name, connection.id);
    await receiver.receive({
      source,
      externalId: event.externalId,
      lane: `${source}:${event.lane}`,
      headers: kept(headers, provider.headers),
      body: raw,
    });
    return 'stored';
  };
}

function kept(headers: Headers, names: readonly string[]): Record<string, string> {
  const present: Record<string, string> = {};
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) present[name] = value;
  }
  return present;
}
