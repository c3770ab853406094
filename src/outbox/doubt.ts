import type { Act } from '../act.ts';
import type { Database } from '../db/open.ts';
import type { Context } from '../domain/context.ts';
import { onDeliveryEnded } from '../domain/on/delivery.ts';
import type { OutboxMessage, Sender } from './message.ts';

/** By then a copy of what has gone is in its place, and the owner does not wait long for the question. */
const LOOK_AFTER_SECONDS = 180;
/** Longest a look may take; the claim outlives it. */
const LOOK_MS = 30_000;
const LEASE_SECONDS = 60;
const MOST_AT_ONCE = 4;

/**
 * The outcome of a message to a customer is unknown, but its channel can be looked at: the owner is asked only after that. Until
 * then `locked_until` holds the time of the look.
 * @param externalId the id it has if it went; something that comes in may name it first
 */
export async function keepDoubt(
  ctx: Context,
  row: OutboxMessage,
  error: string,
  externalId: string | undefined,
): Promise<void> {
  await ctx.tx`
    update outbox set
      state = 'unknown', locked_until = now() + ${LOOK_AFTER_SECONDS} * interval '1 s', last_error = ${error},
      external_id = coalesce(external_id, ${externalId ?? null})
    where id = ${row.id} and state = 'sending' and attempts = ${row.attempts}`;
  await ctx.tx`
    update messages set external_id = ${externalId ?? null} where id = ${row.messageId} and external_id is null`;
}

/** Doubts whose look is due. One whose look fails or dies is due again after a minute. */
export async function claimDoubts(db: Database): Promise<OutboxMessage[]> {
  return db.autocommit<OutboxMessage>`
    with due as (
      select id from outbox where state = 'unknown' and locked_until < now()
      order by id limit ${MOST_AT_ONCE} for update skip locked
    )
    update outbox set locked_until = now() + ${LEASE_SECONDS} * interval '1 s'
    from due where outbox.id = due.id
    returning outbox.id, channel, address, audience, idempotency_key as "idempotencyKey", payload,
      conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt"`;
}

/** Looks where the message would be if it had gone; what is not found there is asked of the owner, for it proves nothing. */
export async function resolveDoubt(
  { act, senders }: { act: Act; senders: Record<string, Sender> },
  row: OutboxMessage,
): Promise<void> {
  const found = await senders[row.channel]?.lookUp?.(row, AbortSignal.timeout(LOOK_MS));
  await act(async (ctx) => {
    const ended = await endDoubt(ctx, row.id, found === 'sent' ? 'sent' : 'unknown');
    if (!ended) return; // something has settled it meanwhile: a bounce, an answer to it, the owner
    const { externalId, error } = ended;
    const sent = { result: 'sent', ...(externalId && { externalId }) } as const;
    await onDeliveryEnded(ctx, row, found === 'sent' ? sent : { result: 'unknown', error });
  });
}

async function endDoubt(
  ctx: Context,
  id: string,
  state: 'sent' | 'unknown',
): Promise<{ externalId: string | null; error: string } | undefined> {
  const [row] = await ctx.tx<{ externalId: string | null; error: string }>`
    update outbox set state = ${state}, locked_until = null, sent_at = ${state === 'sent' ? ctx.now : null}
    where id = ${id} and state = 'unknown' and locked_until is not null
    returning external_id as "externalId", coalesce(last_error, '') as error`;
  return row;
}
