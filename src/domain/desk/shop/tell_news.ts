import { cancelShown, enqueue, enqueueShown } from '../../../outbox/enqueue.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { whereabouts } from '../../owner/away.ts';
import { type Gathered, gatherNews, lastCards, type OrderNews, type StoredCard } from '../order_flood.ts';
import { togetherCard } from '../order_together.ts';
import { type About, type Card, type DeskPlace, leavesAt, noticeFor, placesOf } from '../tell.ts';

/** What has become of an order, and the card that tells it where it is told alone. */
export interface NewsTold extends Pick<About, 'urgent' | 'collect'> {
  /** Names the occasion: told twice, it is still one card. */
  key: string;
  news: OrderNews;
  card: Card;
}

interface Leaving extends NewsTold {
  leaveAt: Date;
}

/**
 * Tells the owner what has become of different orders, in this order: a card for each, or in a flood one that counts several. As in
 * `tellOwner` it waits for the end of quiet hours and absence, and of history nothing is told.
 */
export async function tellNews(ctx: Context, all: readonly NewsTold[]): Promise<void> {
  if (ctx.pulled === 'history' || all.length === 0) return;
  const { absence, desks } = await whereabouts(ctx.tx, ctx.now);
  const leaving: Leaving[] = [];
  for (const one of all) {
    const leaveAt = await leavesAt(ctx, one.key, one, absence);
    if (leaveAt) leaving.push({ ...one, leaveAt });
  }
  const kinds = [...new Set(leaving.map(({ news }) => news.kind))];
  for (const desk of placesOf(ctx, desks))
    for (const kind of kinds)
      await tellThere(
        ctx,
        desk,
        kind,
        leaving.filter(({ news }) => news.kind === kind),
      );
}

/** Tells news of one kind at one desk. */
async function tellThere(
  ctx: Context,
  desk: DeskPlace,
  kind: OrderNews['kind'],
  all: readonly Leaving[],
): Promise<void> {
  const drafts = all.map((one) => ({ ...one, draft: noticeFor(ctx, desk, one.key, one.leaveAt) }));
  const keys = drafts.map(({ draft }) => draft.idempotencyKey);
  const [told, before] = await Promise.all([keysTold(ctx, keys), lastCards(ctx, desk, kind)]);
  const fresh = drafts.filter(({ draft: { idempotencyKey: key } }, nth) => !told.has(key) && keys.indexOf(key) === nth);
  const cards = gatherNews(
    before,
    fresh.map(({ news }) => news),
  );
  const shown = new Set(cards.flatMap(({ takes }) => takes));
  const isShown = (card: Gathered<StoredCard>) => shown.has(card);
  const kept = await enqueueShown(
    ctx.tx,
    kind,
    fresh.flatMap(({ draft }, nth) => (isShown(cards[nth]!) ? draft : [])),
  );
  for (const [nth, { draft, card: alone }] of fresh.entries()) {
    const card = cards[nth]!;
    if (isShown(card)) continue;
    const { news } = card;
    const t = texts(desk.locale);
    const reply = await (news.count > 1 ? togetherCard(ctx, t, desk.locale, news) : alone(t, desk.locale));
    const id = await enqueue(ctx.tx, ctx.random, {
      ...draft,
      ...{ payload: { kind: 'message' as const, reply }, news },
      ...{ delaySeconds: news.delaySeconds ?? 0, yields: news.delaySeconds !== undefined },
    });
    if (card.takes.length > 0) await cancelShown(ctx.tx, [...kept, ...storedOn(card)], id);
  }
}

/** The cards that were there before, and whose place this one takes, be it with that of others. */
const storedOn = ({ takes }: Gathered<StoredCard>): string[] =>
  takes.flatMap((one) => ('takes' in one ? storedOn(one) : one.id));

/** An order that is paid a second time stands on its card, or on the one that tells of several: those are not taken back for it. */
async function keysTold({ tx }: Context, keys: string[]): Promise<Set<string>> {
  const rows = await tx<{ key: string }>`
    select idempotency_key as key from outbox where idempotency_key = any((select ${keys}::text[])::text[])`;
  return new Set(rows.map(({ key }) => key));
}
