import type { Sql } from '../db/sql.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Locale } from '../text/locale.ts';
import { type Messages, messages } from '../text/messages.ts';
import { type Collectable, collect, currentAbsence, noticesLeaveAt } from './away.ts';
import type { Context } from './context.ts';
import { type Gathered, gather, type Shown } from './gather.ts';
import { gatherNews, type OrderNews, togetherCard } from './order_news.ts';
import type { Reply } from './reply.ts';
import type { Urgency } from './urgent.ts';
import { ownerDesks } from './user.ts';

/** Builds one card for a desk, in that desk's language. */
export type Card = (t: Messages, locale: Locale, gathered?: Gathered) => Reply | Promise<Reply>;

export interface About {
  /** An answer to the card answers this conversation. */
  conversationId?: string | null;
  /** Why it may not wait for the morning, nor for the owner's return. */
  urgent?: Urgency | undefined;
  /** It waits so long: there may be more to tell. Default 0. */
  delaySeconds?: number;
  /** While the owner is away it is not shown: the list at the return tells of this instead. */
  collect?: Collectable;
  /** Of a customer's message: what waits to be shown of them is shown with it. */
  shows?: Shown;
  /** Of an order: in a flood it is told together with others. */
  news?: OrderNews;
}

/**
 * Tells the owner something, once per desk. `key` names the occasion: told twice, it is still one card. In quiet hours and while
 * the owner is away it waits for their end, unless it is urgent.
 */
export async function tellOwner(ctx: Context, key: string, card: Card, about: About = {}): Promise<void> {
  const absence = await currentAbsence(ctx.tx, ctx.now);
  if (absence && about.collect) {
    await collect(ctx, key, about.collect, about.urgent);
    if (!about.urgent) return;
  }
  const leaveAt = about.urgent ? ctx.now : noticesLeaveAt(ctx, absence);
  for (const desk of await ownerDesks(ctx.tx)) {
    const address = (about.conversationId && ctx.deskChats[desk.channel]) || desk.address;
    const locale = desk.user.locale ?? ctx.settings.locale;
    const place = { channel: desk.channel, address };
    const gathered = about.shows && (await gather(ctx, place, about.shows));
    const news = about.news && (await gatherNews(ctx, place, about.news));
    const runAt = (gathered ?? news)?.runAt;
    const t = messages(locale);
    await enqueue(ctx.tx, ctx.random, {
      channel: desk.channel,
      address,
      audience: 'owner',
      idempotencyKey: `${key}:${desk.channel}:${address}`,
      payload: {
        kind: 'message',
        reply: news && news.count > 1 ? togetherCard(t, locale, news) : await card(t, locale, gathered),
      },
      conversationId: about.conversationId ?? null,
      unasked: true,
      delaySeconds: about.delaySeconds ?? 0,
      ...(runAt && { runAt }),
      ...(news && { news }),
      ...(about.shows && {
        shows: {
          contactId: about.shows.contactId,
          from: gathered?.from ?? about.shows.messageId,
          count: gathered?.count ?? 1,
        },
      }),
      ...(leaveAt > ctx.now && { quietUntil: leaveAt }),
    });
  }
}

/** Whether anybody would hear us now. */
export async function hasDesk(sql: Sql): Promise<boolean> {
  return (await ownerDesks(sql)).length > 0;
}
