import type { ReceiveHook } from '../http/hook.ts';
import type { Receiver } from '../inbox/receive.ts';
import type { Connections } from './connections.ts';
import { type Provider, sourceOf } from './provider.ts';

export interface WebhookOptions {
  providers: readonly Provider[];
  connections: Pick<Connections, 'find'>;
  receiver: Pick<Receiver, 'receive'>;
  clock: () => Date;
}

/** Verifies, stores, then answers; the inbox worker finds out later what the event means. */
export function webhookReceiver({ providers, connections, receiver, clock }: WebhookOptions): ReceiveHook {
  const byName = new Map(providers.map((provider) => [provider.name, provider]));

  return async function receiveHook({ name, token, headers, read }) {
    const provider = byName.get(name);
    const connection = provider && (await connections.find(name, token));
    if (!connection) return 'unknown_hook';
    const raw = await read();
    if (provider.isPing?.(raw, headers)) return { say: undefined };
    if (!provider.verify(raw, headers, connection.secrets, clock())) return 'not_signed';
    const refused = provider.refuses?.(raw);
    if (refused) return { refused };
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
    return provider.answer ? { say: provider.answer } : 'stored';
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
