import type { Database } from '../db/open.ts';
import { whenBack } from '../db/patience.ts';
import type { Fragment, Sql } from '../db/sql.ts';
import type { Act } from '../domain/act.ts';
import { isLocal } from '../domain/channel.ts';
import type { Context } from '../domain/context.ts';
import { onDeliveryEnded } from '../domain/on/delivery.ts';
import { onEventTried } from '../domain/on/hooks/tried.ts';
import { moveChat } from '../domain/on/identity.ts';
import { isUntrueReminder, noteStopped } from '../domain/sell/invoice/reminder.ts';
import { mustStay } from '../domain/talk/stopped_answers.ts';
import type { OutboxMessage, Outcome, Sender } from '../outbox/message.ts';
import { keepDoubt } from './doubt.ts';

/**
 * Seconds before the next try; the last value repeats until the message is too old. One that could not be sent for so long is given up,
 * unless the owner has had it sent again since: then it gets new tries.
 */
const TO_PEOPLE: NonNullable<Sender['retries']> = {
  seconds: [5, 15, 60, 300, 900, 3600, 4 * 3600, 12 * 3600],
  giveUpMs: 48 * 3_600_000,
};
const FEWEST_TRIES = 8;

interface Settling {
  db: Pick<Database, 'sql' | 'autocommit'>;
  act: Act;
  senders?: Record<string, Sender>;
}

/**
 * Writes down the result of one attempt and everything that follows from it, in one transaction. Waits for a database
 * that is away: otherwise a sent message would become a doubt.
 */
export async function settle({ db, act, senders = {} }: Settling, row: OutboxMessage, outcome: Outcome): Promise<void> {
  await whenBack(async () => {
    if (isCardShown(row, outcome)) await noteEnd(db.autocommit, row, outcome, db.sql`now()`);
    else await act((ctx) => record(ctx, row, outcome, senders[row.channel]));
  });
}

type Ending = Extract<Outcome, { result: 'sent' | 'failed' | 'unknown' }>;

/** Nothing follows from a card that has reached the owner, so one statement is enough. */
function isCardShown({ audience }: OutboxMessage, outcome: Outcome): outcome is Ending {
  return audience === 'owner' && outcome.result === 'sent' && !outcome.earlierIds;
}

async function record(ctx: Context, row: OutboxMessage, outcome: Outcome, sender: Sender | undefined): Promise<void> {
  if (row.payload.kind === 'event') await onEventTried(ctx, row, outcome);
  if (outcome.result === 'sent') return end(ctx, row, outcome);
  if (outcome.result === 'failed') return end(ctx, row, outcome);
  if (outcome.result === 'moved') {
    await moveChat(ctx, row.channel, row.address, outcome.to);
    return queueAgain(ctx, { ...row, address: outcome.to }, 0, 'moved');
  }
  // a double notice to the owner is harmless, a lost one is not; a doubt is never sent to a customer again
  // automatically
  if (outcome.result === 'unknown' && isNeverRepeated(row)) {
    return sender?.lookUp ? keepDoubt(ctx, row, outcome.error, sender) : end(ctx, row, outcome);
  }
  const { seconds: pauses, giveUpMs } = sender?.retries ?? TO_PEOPLE;
  if (row.attempts >= FEWEST_TRIES && ctx.now.getTime() - row.createdAt.getTime() > giveUpMs) {
    const reason = (outcome.result === 'retry' && outcome.reason) || 'given_up';
    return end(ctx, row, { result: 'failed', error: outcome.error, reason });
  }
  const seconds = pauses[Math.min(row.attempts, pauses.length) - 1]!;
  const asked = outcome.result === 'retry' ? outcome.afterSeconds : undefined;
  return queueAgain(ctx, row, asked ?? seconds, outcome.error);
}

/** Whoever reads it, other than the owner, must not get it twice. To change or remove what is there changes nothing the second time. */
const isNeverRepeated = ({ audience, payload }: OutboxMessage): boolean =>
  audience === 'customer' || (audience === 'public' && payload.kind === 'message');

/**
 * Queues the message for another try. If its person was blocked or deleted while it was being sent, it stays here and
 * the owner is told.
 */
async function queueAgain(ctx: Context, row: OutboxMessage, seconds: number, error: string): Promise<void> {
  if (row.audience === 'customer' && (await mustStay(ctx.tx, row))) {
    return end(ctx, row, { result: 'failed', error, reason: 'stopped' });
  }
  if (row.audience === 'customer' && row.messageId && (await isUntrueReminder(ctx.tx, row.messageId))) {
    await noteStopped(ctx.tx, row.messageId, ctx.now);
    return end(ctx, row, { result: 'failed', error, reason: 'stopped' });
  }
  await ctx.tx`
    update outbox set
      state = 'queued', run_at = now() + ${seconds} * interval '1 s', last_error = ${error}, locked_until = null
    where id = ${row.id} and state = 'sending' and attempts = ${row.attempts}`;
}

async function end(ctx: Context, row: OutboxMessage, outcome: Ending): Promise<void> {
  // somebody else has settled it since; that result stands
  if (!(await noteEnd(ctx.tx, row, outcome, ctx.now))) return;
  if (outcome.result === 'sent' && outcome.earlierIds) await keepParts(ctx, row.id, outcome.earlierIds);
  await onDeliveryEnded(ctx, row, outcome);
}

/** Notes the end of this attempt; false if the attempt is not ours to settle any more. */
async function noteEnd(sql: Sql, row: OutboxMessage, outcome: Ending, at: Date | Fragment): Promise<boolean> {
  const { result } = outcome;
  const mine = await sql`
    update outbox set
      state = ${result}, locked_until = null, ${isShownOnce(row, outcome) ? sql`payload = payload #- '{reply,quote}',` : sql``}
      -- an id of the chat that it left for says nothing of the one that it belongs to since
      external_id = coalesce(case when address = ${row.address} then ${result === 'sent' ? (outcome.externalId ?? null) : null}::text end, external_id),
      last_error = ${result === 'sent' ? null : outcome.error},
      sent_at = ${result === 'sent' ? at : null},
      failed_at = ${result === 'failed' ? at : null}
    where id = ${row.id} and state = 'sending' and attempts = ${row.attempts}
    returning id`;
  return mine.length > 0;
}

/** A secret that has reached a chat. The terminal takes its replies from their rows, on the machine that has the key as well. */
const isShownOnce = ({ payload, channel }: OutboxMessage, { result }: Ending): boolean =>
  result === 'sent' && payload.kind === 'message' && payload.reply.once === true && !isLocal(channel);

/** Keeps the ids of the earlier parts of a message, because an answer to any part is an answer to the message. */
async function keepParts(ctx: Context, outboxId: string, externalIds: string[]): Promise<void> {
  await ctx.tx`
    insert into sent_parts (external_id, outbox_id) select id, ${outboxId} from unnest((select ${externalIds}::text[])) as id
    on conflict do nothing`;
}

/** Settles rows whose worker died while sending: nobody knows whether they left. */
export async function settleAbandoned(
  settling: Settling,
  { evenLeased = false, gone = [] }: { evenLeased?: boolean /** The instances that are dead. */; gone?: number[] } = {},
): Promise<void> {
  const rows = await settling.db.sql<OutboxMessage>`
    select id, channel, address, audience, idempotency_key as "idempotencyKey", payload,
      conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt"
    from outbox
    where state = 'sending' and (locked_until < now() or ${evenLeased} or claimed_by = any(${gone}::int[]))
    order by id`;
  for (const row of rows) await settle(settling, row, { result: 'unknown', error: 'stopped while sending' });
}
