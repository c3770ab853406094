import type { Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { type Texts, texts } from '../../text/texts.ts';
import type { Urgency } from '../card.ts';
import { type Context, localeOf } from '../context.ts';
import { type Absence, type Collectable, collect, noticesLeaveAt, whereabouts } from '../owner/away.ts';
import type { Notice } from '../owner/notice.ts';
import { type Desk, ownerDesks } from '../owner/user.ts';
import type { Reply } from '../reply.ts';
import { withRecipients } from '../talk/answer_way.ts';
import { tellNotice } from './notice_flood.ts';

/** Builds one card for a desk, in that desk's language. */
export type Card = (t: Texts, locale: Locale) => Reply | Promise<Reply>;

export interface About {
  /** Of which kind it is, and whose: in a flood those of one kind and source are told together. */
  notice: Notice;
  /** An answer to the card answers this conversation. */
  conversationId?: string | null;
  /** Why it may not wait for the morning, nor for the owner's return. */
  urgent?: Urgency | undefined;
  /** It waits so long: there may be more to tell. Default 0. */
  delaySeconds?: number;
  /** While the owner is away it is not shown: the list at the return tells of this instead. */
  collect?: Collectable;
  /** Whose words it shows: it is not shown once they are blocked. */
  showsContact?: string;
  /** It is about the absence itself: told while that lasts. */
  whileAway?: true;
  /** There only. Default: at every desk. */
  desk?: DeskPlace;
  /** The owner has just asked for it: it does not wait for the morning. */
  asked?: true;
}

/**
 * Tells the owner something, once per desk. `key` names the occasion: told twice, it is still one card. In quiet hours and while
 * the owner is away it waits for their end, unless it is urgent. Of history nothing is told.
 */
export async function tellOwner(ctx: Context, key: string, card: Card, about: About): Promise<void> {
  if (ctx.pulled === 'history') return;
  const { absence, desks } = await whereabouts(ctx.tx, ctx.now);
  const leaveAt = await leavesAt(ctx, key, about, absence);
  if (!leaveAt) return;
  const told = async (reply: Reply | Promise<Reply>) => withRecipients(ctx.tx, await reply, about.conversationId);
  for (const desk of about.desk ? [about.desk] : placesOf(ctx, desks, about.conversationId)) {
    const draft = {
      ...noticeFor(ctx, desk, key, leaveAt),
      conversationId: about.conversationId ?? null,
      delaySeconds: about.delaySeconds ?? 0,
      showsContact: about.showsContact,
    };
    const payload = { kind: 'message' as const, reply: await told(card(texts(desk.locale), desk.locale)) };
    await tellNotice(ctx, desk.locale, { ...draft, payload }, about.notice);
  }
}

/** Whether the owner was told under one of these keys. */
export async function wasTold(ctx: Context, ...keys: readonly string[]): Promise<boolean> {
  const places = placesOf(ctx, await ownerDesks(ctx.tx));
  const told = keys.flatMap((key) => places.map((desk) => noticeFor(ctx, desk, key, ctx.now).idempotencyKey));
  return (await ctx.tx`select from outbox where idempotency_key = any(${told}) limit 1`).length > 0;
}

/** When it may be told: now, or at the end of quiet hours or absence. Undefined: the list at the return tells of it instead. */
export async function leavesAt(
  ctx: Context,
  key: string,
  { urgent, collect: what, whileAway, asked }: Pick<About, 'urgent' | 'collect' | 'whileAway' | 'asked'>,
  absence: Absence | undefined,
): Promise<Date | undefined> {
  if (absence && what) {
    await collect(ctx, key, what, urgent);
    if (!urgent) return undefined;
  }
  return urgent || asked ? ctx.now : noticesLeaveAt(ctx, whileAway ? undefined : absence);
}

/** A place where the owner is told things, and in which language. */
export interface DeskPlace {
  channel: string;
  address: string;
  locale: Locale;
}

/** What is about a customer is told in the group, where there is one. */
export function placesOf(ctx: Context, desks: readonly Desk[], conversationId?: string | null): DeskPlace[] {
  return desks.map(({ channel, address, user }) => ({
    channel,
    address: (conversationId && ctx.deskChats[channel]) || address,
    locale: localeOf(ctx, user),
  }));
}

/** What every notice has. */
export function noticeFor({ now }: Context, { channel, address }: DeskPlace, key: string, leaveAt: Date) {
  return {
    channel,
    address,
    audience: 'owner' as const,
    idempotencyKey: `${key}:${channel}:${address}`,
    unasked: true,
    ...(leaveAt > now && { quietUntil: leaveAt }),
  };
}

/** Whether anybody would hear us now. */
export async function hasDesk(sql: Sql): Promise<boolean> {
  return (await ownerDesks(sql)).length > 0;
}
