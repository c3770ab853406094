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
}

/** So many cards of a kind within a minute are a flood. */
const FLOOD = 6;
const FLOOD_MS = 60_000;
/** So many are remembered on a card, and found by its button. */
const MOST_KEPT = 100;

/** A card as far as what comes later may be told with it. */
interface NewsCard {
  waits: boolean;
  recent: boolean;
  count: number;
  sums: Record<string, string> | null;
  orders: NewsOrder[] | null;
  runAt: Date;
}

/** One that is there already. */
export interface StoredCard extends NewsCard {
  id: string;
}

/**
 * The last few cards of a kind at a desk, newest first. Those that wait are locked, so that they do not begin to leave. One that somebody
 * else holds does not count as waiting: it is about to leave, or to be told with another; waiting for it could be waiting for each other.
 */
export async function lastCards(
  { tx }: Context,
  desk: { channel: string; address: string },
  kind: OrderNews['kind'],
): Promise<StoredCard[]> {
  return tx<StoredCard>`
    with last as materialized (
      select * from outbox where shows_news = ${kind} and channel = ${desk.channel} and address = ${desk.address}
      order by id + 0 desc limit ${FLOOD}
    ), free as materialized (
      select id from outbox
      -- by these ids: else the planner may walk all that waits, for anybody
      where id = any(array(select id from last where state = 'queued')) and state = 'queued' and attempts = 0
      order by id for update skip locked
    )
    select last.id, free.id is not null as waits, created_at > now() - ${FLOOD_MS} * interval '1 ms' as recent,
      shows_count as count, case when free.id is not null then shows_sums end as sums,
      case when free.id is not null then shows_orders end as orders, run_at as "runAt"
    from last left join free on free.id = last.id order by last.id desc`;
}

/** A card to be made: what it tells of, and which it takes the place of, the newest first. */
export interface Gathered<Card extends NewsCard> extends NewsCard {
  news: NewsTogether;
  takes: (Card | Gathered<Card>)[];
}

/**
 * What the cards about these orders tell of, in their order, when these were the last cards before (newest first): in a flood also of the
 * orders whose cards wait at the desk and have not begun to leave, whose place it takes. Nothing is lost: every order is stored, and
 * counted on one card.
 */
export function gatherNews<Card extends NewsCard>(
  before: readonly Card[],
  all: readonly OrderNews[],
): Gathered<Card>[] {
  let last: (Card | Gathered<Card>)[] = [...before];
  return all.map((one) => {
    const card = gathered(last, one);
    // what is on it waits no more
    last = [card, ...last.map((other) => (card.takes.includes(other) ? { ...other, waits: false } : other))];
    last = last.slice(0, FLOOD);
    return card;
  });
}

function gathered<Card extends NewsCard>(
  cards: readonly (Card | Gathered<Card>)[],
  { kind, minor, currency, order }: OrderNews,
): Gathered<Card> {
  const flood = cards.length === FLOOD && cards.every(({ recent }) => recent);
  const waiting = cards.filter(({ waits }) => waits);
  const enough = flood || waiting.length === FLOOD || waiting.some(({ count }) => count > 1);
  const takes = enough ? waiting : [];
  const delaySeconds = flood ? untilMinuteEnds(takes) : undefined;
  const shown = {
    count: takes.reduce((sum, card) => sum + card.count, 1),
    sums: takes.reduce((sums, card) => added(sums, card.sums ?? {}), { [currency]: minor }),
    orders: [...takes.toReversed().flatMap((card) => card.orders ?? []), order].slice(-MOST_KEPT),
  };
  return {
    ...shown,
    ...{ waits: true, recent: true, runAt: new Date(Date.now() + 1000 * (delaySeconds ?? 0)), takes },
    news: { kind, ...shown, ...(delaySeconds !== undefined && { delaySeconds }) },
  };
}

/** When the one card of this minute leaves. */
function untilMinuteEnds(cards: readonly NewsCard[]): number {
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
