import type { Database } from '../db/open.ts';
import type { Act } from '../domain/act.ts';
import type { Context } from '../domain/context.ts';
import { onDeliveryEnded } from '../domain/on/delivery.ts';
import type { Doubt, OutboxMessage, Sender } from '../outbox/message.ts';

/** By then a copy of a message that has gone is in its place, and the owner has not waited long for the question. */
const LOOK_AFTER_MS = 180_000;
/** The longest that a look may take; the claim lasts longer. */
const LOOK_MS = 30_000;
const LEASE_SECONDS = 60;
const MOST_AT_ONCE = 4;
/** How many of the chat's last messages the look gets to know; it goes no further back. */
const KNOWN = 100;

/**
 * Keeps a doubt: nobody knows whether a message to a customer has left, but its channel can look. The owner is asked
 * only after that look; until then `locked_until` holds the time of the look. The id that the message has if it left is
 * kept at once, because an incoming event may name it first.
 */
export async function keepDoubt(
  ctx: Context,
  row: OutboxMessage,
  error: string,
  { idOf, lookAfterMs = LOOK_AFTER_MS }: Sender,
): Promise<void> {
  const externalId = idOf?.(row) ?? null;
  await ctx.tx`
    update outbox set
      state = 'unknown', locked_until = now() + ${lookAfterMs} * interval '1 ms', last_error = ${error},
      external_id = coalesce(external_id, ${externalId})
    where id = ${row.id} and state = 'sending' and attempts = ${row.attempts}`;
  await ctx.tx`update messages set external_id = ${externalId} where id = ${row.messageId} and external_id is null`;
}

/**
 * Claims the doubts whose look is due, only the oldest of each chat: what is found for one must not be taken for the
 * next. If a look fails or its process dies, it is due again after a minute.
 */
export async function claimDoubts(db: Database): Promise<Doubt[]> {
  return db.autocommit<Doubt>`
    with due as (
      select id from outbox o where state = 'unknown' and locked_until < now() and not exists (
        select from outbox earlier
        where earlier.state = 'unknown' and earlier.locked_until is not null
          and earlier.channel = o.channel and earlier.address = o.address and earlier.id < o.id
      )
      order by id limit ${MOST_AT_ONCE} for update skip locked
    ), taken as (
      update outbox set locked_until = now() + ${LEASE_SECONDS} * interval '1 s'
      from due where outbox.id = due.id
      returning outbox.*
    )
    select taken.id, channel, address, audience, idempotency_key as "idempotencyKey", payload,
      conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt",
      case when not coalesce(others.here, false) then sent_after::float8 end as "sentAfter", others.next::float8 as "sentBefore",
      array(
        with last as (
          select l.id, l.external_id from outbox l
          where l.channel = taken.channel and l.address = taken.address and l.external_id is not null
          order by l.id desc limit ${KNOWN}::int
        )
        select external_id from last union all
        select part.external_id from last join sent_parts part on part.outbox_id = last.id
      ) as known
    from taken cross join lateral (
      select bool_or(o.sent_after = taken.sent_after) as here,
        min(o.sent_after) filter (where o.sent_after > taken.sent_after) as next
      from outbox o
      where o.conversation_id = taken.conversation_id and o.id <> taken.id
        and o.state in ('unknown', 'sent') and o.external_id is null
    ) others`;
}

/** Looks where the message would be if it had left. Not finding it proves nothing, so then the owner is asked. */
export async function resolveDoubt(
  { act, senders }: { act: Act; senders: Record<string, Sender> },
  row: Doubt,
): Promise<void> {
  const found = await senders[row.channel]?.lookUp?.(row, AbortSignal.timeout(LOOK_MS));
  await act(async (ctx) => {
    const ended = await endDoubt(ctx, row.id, found);
    if (!ended) return; // something has settled it meanwhile: a bounce, an answer to it, or the owner
    const { externalId, error } = ended;
    const sent = { result: 'sent', ...(externalId && { externalId }) } as const;
    await onDeliveryEnded(ctx, row, found ? sent : { result: 'unknown', error });
  });
}

async function endDoubt(
  ctx: Context,
  id: string,
  found: { externalId?: string } | undefined,
): Promise<{ externalId: string | null; error: string } | undefined> {
  const [row] = await ctx.tx<{ externalId: string | null; error: string }>`
    update outbox set
      state = ${found ? 'sent' : 'unknown'}, locked_until = null, sent_at = ${found ? ctx.now : null},
      external_id = coalesce(external_id, ${found?.externalId ?? null})
    where id = ${id} and state = 'unknown' and locked_until is not null
    returning external_id as "externalId", coalesce(last_error, '') as error`;
  return row;
}
