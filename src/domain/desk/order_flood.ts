import type { NewsOrder } from '../card.ts';
import type { Context } from '../context.ts';

/** What has become of an order: of one kind several are told together when they come faster than anybody reads. */
export interface OrderNews {
  kind: 'paid' | 'refunded' | 'cancelled' | 'payment_failed';
  /** What it comes to, in minor units. */
  minor: string;
  currency: string;
  order: NewsOrder;
}

/** What one card tells of. */
export interface NewsTogether {
  kind: OrderNews['kind'];
  count: number;
  /** Minor units by currency. */
  sums: Record<string, string>;
  /** Of very many the last ones. */
  orders: NewsOrder[];
  /** How long the card waits in a flood, so that it is one card a minute. */
  delaySeconds?: number;
  /** The cards whose place it takes, by outbox id. */
  waiting: string[];
}

/** So many cards of a kind within a minute are a flood. */
const FLOOD = 6;
const FLOOD_MS = 60_000;
/** So many are remembered on a card, and found by its button. */
const MOST_KEPT = 100;

interface Card {
  id: string;
  waits: boolean;
  recent: boolean;
  count: number;
  sums: Record<string, string> | null;
  orders: NewsOrder[] | null;
  runAt: Date;
}

/**
 * The last few cards of a kind at a desk, newest first. Those that wait are locked, so that they do not begin to leave. One that somebody
 * else holds does not count as waiting: it is about to leave, or to be told with another; waiting for it could be waiting for each other.
 */
async function lastCards(
  { tx }: Context,
  desk: { channel: string; address: string },
  kind: OrderNews['kind'],
): Promise<Card[]> {
  return tx<Card>`
    with last as materialized (
      select * from outbox where shows_news = ${kind} and channel = ${desk.channel} and address = ${desk.address}
      order by id + 0 desc limit ${FLOOD}
    ), free as materialized (
      select id from outbox
      where id in (select id from last where state = 'queued') and state = 'queued' and attempts = 0
      order by id for update skip locked
    )
    select last.id, free.id is not null as waits, created_at > now() - ${FLOOD_MS} * interval '1 ms' as recent,
      shows_count as count, shows_sums as sums, shows_orders as orders, run_at as "runAt"
    from last left join free on free.id = last.id order by last.id desc`;
}

/** They are told on another card, and do not leave. */
export async function takeBack({ tx }: Context, cards: string[], shownBy: string): Promise<void> {
  if (cards.length === 0) return;
  await tx`
    update outbox set state = 'cancelled', shown_by = ${shownBy}
    where id = any((select ${cards}::bigint[])::bigint[]) and id <> ${shownBy}`;
}

/**
 * What the card about this order tells of: in a flood also of those whose cards wait at the desk and have not begun to leave, whose
 * place it takes. Nothing is lost: every order is stored, and counted on one card.
 */
export async function gatherNews(
  ctx: Context,
  desk: { channel: string; address: string },
  { kind, minor, currency, order }: OrderNews,
): Promise<NewsTogether> {
  const cards = await lastCards(ctx, desk, kind);
  const flood = cards.length === FLOOD && cards.every(({ recent }) => recent);
  const waiting = cards.filter(({ waits }) => waits);
  const enough = flood || waiting.length === FLOOD || waiting.some(({ count }) => count > 1);
  const taken = enough ? waiting : [];
  return {
    kind,
    count: taken.reduce((sum, card) => sum + card.count, 1),
    sums: taken.reduce((sums, card) => added(sums, card.sums ?? {}), { [currency]: minor }),
    orders: [...taken.toReversed().flatMap((card) => card.orders ?? []), order].slice(-MOST_KEPT),
    waiting: taken.map(({ id }) => id),
    ...(flood && { delaySeconds: untilMinuteEnds(taken) }),
  };
}

/** When the one card of this minute leaves. */
function untilMinuteEnds(cards: readonly Card[]): number {
  const left = Math.min(FLOOD_MS, ...cards.map(({ runAt }) => runAt.getTime() - Date.now()));
  return Math.max(0, Math.ceil(left / 1000));
}

function added(one: Record<string, string>, other: Record<string, string>): Record<string, string> {
  const sum = { ...one };
  for (const [currency, minor] of Object.entries(other)) {
    sum[currency] = String(BigInt(sum[currency] ?? 0) + BigInt(minor));
  }
  return sum;
}
