import type { Sql } from '../db/sql.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Locale } from '../text/locale.ts';
import { type Messages, messages } from '../text/messages.ts';
import type { Context } from './context.ts';
import type { Reply } from './reply.ts';
import { ownerDesks } from './user.ts';

/** Builds one card for a desk, in that desk's language. */
export type Card = (t: Messages, locale: Locale) => Reply | Promise<Reply>;

/**
 * Tells the owner something, once per desk. `key` names the occasion: told twice, it is still one card.
 * An answer to the card answers `conversationId`.
 */
export async function tellOwner(
  ctx: Context,
  key: string,
  card: Card,
  about: { conversationId?: string | null } = {},
): Promise<void> {
  for (const desk of await ownerDesks(ctx.tx)) {
    const address = (about.conversationId && ctx.deskChats[desk.channel]) || desk.address;
    const locale = desk.user.locale ?? ctx.settings.locale;
    await enqueue(ctx.tx, ctx.random, {
      channel: desk.channel,
      address,
      audience: 'owner',
      idempotencyKey: `${key}:${desk.channel}:${address}`,
      payload: { kind: 'message', reply: await card(messages(locale), locale) },
      conversationId: about.conversationId ?? null,
    });
  }
}

/** Whether anybody would hear us now. */
export async function hasDesk(sql: Sql): Promise<boolean> {
  return (await ownerDesks(sql)).length > 0;
}
