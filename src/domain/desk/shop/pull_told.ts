import { loadTold, rewrite } from '../../../outbox/rewrite.ts';
import type { Locale } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { sayAt } from '../../owner/say.ts';
import type { Reply } from '../../reply.ts';
import type { Pull } from '../../sell/pull.ts';
import { changeShopKey, type ShopKey } from '../../sell/shop_key.ts';
import { tellOwner } from '../tell.ts';
import { historyReply, keyTriedReply, type Repaired, repairedReply, shopFaultCard, webhooksCard } from './pull_card.ts';

/** Says what came of a key where it was given. */
export const tellKeyTried = (ctx: Context, key: ShopKey): Promise<void> =>
  tellThere(ctx, key, `key:${key.state}:${key.tries}`, (t) => keyTriedReply(t, key));

/** Says how far a shop's history is, in the message that has told of it so far. */
export const tellHistory = (ctx: Context, key: ShopKey, pull: Pull): Promise<void> =>
  tellThere(ctx, key, `history:${pull.state}:${pull.pages}`, (t, locale) => historyReply(ctx, t, locale, key, pull));

/** Rewrites the message that tells of a key, or says it where that was given. */
async function tellThere(
  ctx: Context,
  key: ShopKey,
  what: string,
  reply: (t: Texts, locale: Locale) => Reply,
): Promise<void> {
  const locale = localeOf(
    ctx,
    ctx.users.find(({ id }) => id === key.userId),
  );
  const shown = reply(texts(locale), locale);
  const telling = `pull:${key.connectionId}:${what}:${ctx.now.getTime()}`;
  const [row] = await ctx.tx<{ id: string }>`select id from outbox where idempotency_key = ${key.toldKey}`;
  const told = row && (await loadTold(ctx.tx, row.id));
  if (told) return rewrite(ctx.tx, ctx.random, told, { reply: shown }, { key: telling });
  await sayAt(ctx, key.place, { key: telling, reply: shown });
  await changeShopKey(ctx.tx, key, { toldKey: telling });
}

/** Tells that a shop is asked in vain; once, until it has answered again. */
export const tellShopFault = (ctx: Context, key: ShopKey): Promise<void> =>
  tellOwner(ctx, `shop fault:${key.connectionId}:${key.failingSince?.getTime() ?? ''}`, (t) => shopFaultCard(t, key), {
    notice: { kind: 'shop' },
  });

/** Tells what has become of a shop's webhooks. */
export const tellWebhooks = (ctx: Context, key: ShopKey): Promise<void> =>
  tellOwner(ctx, `webhooks:${key.connectionId}:${key.webhooks}:${ctx.now.getTime()}`, (t) => webhooksCard(t, key), {
    notice: { kind: 'shop' },
  });

/** Says whether a shop's webhooks were mended, where that was asked for. */
export async function tellRepaired(ctx: Context, key: ShopKey, became: Repaired): Promise<void> {
  const locale = localeOf(
    ctx,
    ctx.users.find(({ id }) => id === key.userId),
  );
  const reply = repairedReply(texts(locale), key, became);
  await sayAt(ctx, key.place, { key: `repaired:${key.connectionId}:${ctx.now.getTime()}`, reply });
}
