import type { Item } from '../../reply.ts';
import { connectionContext, createConnection, listConnections, unusedTopics } from '../../sell/connection.ts';
import type { Command } from '../command.ts';
import { incomplete } from '../incomplete.ts';
import { splitFirst } from '../words/words.ts';

interface Args {
  provider: string | undefined;
  secret: string;
}

/** '/connect shopify <secret>' answers with the hook URL to paste into the shop. */
export const connect: Command<Args> = {
  name: 'connect',
  role: 'owner',
  changes: true,
  secret: 'key',
  parse(words) {
    const [provider, secret] = splitFirst(words);
    return { provider: provider.toLowerCase() || undefined, secret };
  },
  async run(ctx, { provider, secret }) {
    if (!provider) {
      const items: Item[] = [];
      for (const { id, provider: shop } of await listConnections(ctx.tx)) {
        const unused = (await unusedTopics(ctx.tx, id)).map(({ topic, events }) => `${topic} (${events})`);
        items.push({
          text: `${shop} · ${id}`,
          ...(unused.length > 0 && { detail: ctx.t.connect.unused(unused.join(', ')) }),
        });
      }
      return { title: ctx.t.connect.title(ctx.providers.join(', ')), lists: [{ items }], hint: ctx.t.connect.hint };
    }
    if (!ctx.providers.includes(provider)) {
      // what is not understood may be the secret: it is not shown again
      return incomplete(ctx.t, 'connect', ctx.t.need.provider);
    }
    if (!secret) return incomplete(ctx.t, 'connect', ctx.t.need.secret, provider);
    const token = ctx.random();
    await createConnection(ctx.tx, { provider, token, secret: ctx.seal(secret, connectionContext(token)) });
    return {
      title: ctx.t.connect.connected(ctx.t.channel(provider)),
      text: ctx.t.connect.pasteAddress(`${ctx.publicUrl}/hooks/${provider}/${token}`),
      hint: ctx.t.connect.deleteYours,
    };
  },
};
