import type { Pulled } from '../../domain/shop_event.ts';
import type { InboxEvent } from '../../inbox/event.ts';
import type { Provider } from '../provider.ts';
import { digest } from '../shared/hmac.ts';
import type { Listed } from './api.ts';
import { marked } from './mark.ts';

/**
 * What stands on a page, as events of the shop's hook: in the lanes of its webhooks, so that one thing is handled in order however it
 * came. The same version of a thing is the same event, however often it is read.
 */
export function eventsIn(
  listed: readonly Listed[],
  { provider, source, pulled }: { provider: Provider; source: string; pulled: Pulled },
): InboxEvent[] {
  return listed.flatMap(({ body, headers = {}, externalId }) => {
    const raw = Buffer.from(JSON.stringify(body));
    const event = provider.identify(raw, new Headers(headers));
    if (!event) return [];
    return {
      source,
      externalId: externalId ?? `pulled:${digest(raw)}`,
      lane: `${source}:${event.lane}`,
      headers: { ...headers, ...marked(pulled) },
      body: raw,
    };
  });
}
