import type { Locale } from '../text/locale.ts';
import type { Messages } from '../text/messages.ts';
import { formatMoney } from '../text/money.ts';
import type { Context } from './context.ts';
import { endOfMinute, FLOOD, isFlood, lastCards, takeBack } from './gather.ts';
import type { Reply } from './reply.ts';

/** What has become of an order: of one kind several are told together when they come faster than anybody reads. */
export interface OrderNews {
  kind: 'paid' | 'refunded' | 'cancelled' | 'payment_failed';
  /** What it comes to, in minor units. */
  minor: string;
  currency: string;
}

/** What one card tells of. */
export interface NewsTogether {
  kind: OrderNews['kind'];
  count: number;
  /** Minor units by currency. */
  sums: Record<string, string>;
  /** When the card leaves: later than now in a flood, so that it is one card a minute. */
  runAt?: Date;
}

/**
 * What the card about this order tells of: in a flood also of those whose cards wait at the desk and have not begun to leave, which
 * are taken back. Nothing is lost: every order is stored, and counted on one card.
 */
export async function gatherNews(
  ctx: Context,
  desk: { channel: string; address: string },
  { kind, minor, currency }: OrderNews,
): Promise<NewsTogether> {
  const cards = await lastCards(ctx, desk, ctx.tx`shows_news = ${kind}`);
  const flood = isFlood(cards);
  const waiting = cards.filter(({ waits }) => waits);
  const enough = flood || waiting.length === FLOOD || waiting.some(({ count }) => count > 1);
  const taken = enough ? waiting : [];
  await takeBack(ctx, taken);
  return {
    kind,
    count: taken.reduce((sum, card) => sum + card.count, 1),
    sums: taken.reduce((sums, card) => added(sums, card.sums ?? {}), { [currency]: minor }),
    ...(flood && { runAt: endOfMinute(taken) }),
  };
}

function added(one: Record<string, string>, other: Record<string, string>): Record<string, string> {
  const sum = { ...one };
  for (const [currency, minor] of Object.entries(other)) {
    sum[currency] = String(BigInt(sum[currency] ?? 0) + BigInt(minor));
  }
  return sum;
}

/** Of all of them: how many, and what they come to. */
export function togetherCard(t: Messages, locale: Locale, { kind, count, sums }: NewsTogether): Reply {
  const total = Object.keys(sums)
    .sort()
    .map((currency) => formatMoney(sums[currency]!, currency, locale))
    .join(' + ');
  return {
    title: t.card.together[kind](count, total),
    text: t.card.togetherWhy,
    buttons: [[{ label: t.button.buyers, command: '/find orders:>0 since:1d' }]],
  };
}
