import type { Act } from '../act.ts';
import type { Database } from '../db/open.ts';
import { type Loop, startLoop } from '../loop.ts';
import { claimDoubts, resolveDoubt } from './doubt.ts';
import type { OutboxMessage, Sender } from './message.ts';
import { Pace } from './pace.ts';
import { settle, settleAbandoned } from './settle.ts';

const POLL_MS = 1000;
/** How often rows of dead workers are looked for. */
const SWEEP_MS = 5000;
/** The claim outlives the longest send by this much: it must never run out under a send that is still under way. */
const LEASE_MARGIN_MS = 15_000;
/** Enough for every channel's rate at a third of a second a send; each one under way is a doubt if the process is killed. */
const MAX_AT_ONCE = 8;

export interface OutboxWorkerOptions {
  db: Database;
  act: Act;
  /** The ways out, asked for at each turn: while the process rests there are fewer. */
  readonly senders: Record<string, Sender>;
  onError: (error: unknown, rowId?: string) => void;
  /** A channel went down (for all) or works again. */
  onChannel: (channel: string, ok: boolean, detail: string) => void;
}

export function startOutboxWorker(options: OutboxWorkerOptions): Loop {
  const pace = new Pace();
  const inFlight = new Set<Promise<void>>();
  let sweptAt = Number.NEGATIVE_INFINITY;
  let loop: Loop;

  async function round(): Promise<number> {
    if (performance.now() - sweptAt > SWEEP_MS) {
      await settleAbandoned(options);
      for (const row of await claimDoubts(options.db)) track(lookUp(options, row));
      sweptAt = performance.now();
    }
    const rows = await claim(options, pace, MAX_AT_ONCE - inFlight.size);
    for (const row of rows) track(deliver(options, pace, row));
    return rows.length > 0 && inFlight.size < MAX_AT_ONCE ? 0 : Math.min(POLL_MS, pace.untilFree());
  }

  function track(delivery: Promise<void>): void {
    inFlight.add(delivery);
    void delivery.finally(() => {
      inFlight.delete(delivery);
      loop.wake();
    });
  }

  loop = startLoop(round, options.onError);
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      await Promise.all(inFlight);
    },
  };
}

async function lookUp(options: OutboxWorkerOptions, doubt: OutboxMessage): Promise<void> {
  await resolveDoubt(options, doubt).catch((error: unknown) => options.onError(error, doubt.id)); // it is looked up again
}

/**
 * Takes what is due, the oldest of each chat only, and commits `sending` before the first byte leaves. Answers to buttons
 * and forms overtake: their time is short and their order means nothing. A notice that waits for a better hour holds up nobody.
 */
export async function claim(
  { db, senders }: Pick<OutboxWorkerOptions, 'db' | 'senders'>,
  pace: Pace,
  limit: number,
): Promise<OutboxMessage[]> {
  const open = Object.entries(senders).filter(([channel, sender]) => pace.allowance(channel, sender) > 0);
  if (open.length === 0 || limit <= 0) return [];
  const allowed = Math.min(limit, ...open.map(([channel, sender]) => pace.allowance(channel, sender)));
  const leaseMs = Math.max(...open.map(([, sender]) => sender.deadlineMs)) + LEASE_MARGIN_MS;
  const rows = await db.autocommit<OutboxMessage>`
    with due as (
      select id from outbox o
      where state = 'queued' and run_at <= now() and channel = any(${open.map(([channel]) => channel)})
        and (
          payload ->> 'kind' in ('button_answer', 'form')
          or (
            channel || ':' || address <> all (${pace.heldChats()})
            and not exists (
              select from outbox earlier
              where earlier.channel = o.channel and earlier.address = o.address and earlier.id < o.id
                and earlier.state in ('queued', 'sending') and earlier.payload ->> 'kind' not in ('button_answer', 'form')
                and not (earlier.quiet and earlier.attempts = 0 and earlier.run_at > now())
            )
          )
        )
      order by id limit ${allowed} for update skip locked
    )
    update outbox set
      state = 'sending', attempts = attempts + 1, locked_until = now() + ${leaseMs} * interval '1 ms'
    from due where outbox.id = due.id
    returning outbox.id, channel, address, audience, idempotency_key as "idempotencyKey", payload,
      conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt"`;
  for (const row of rows) pace.spend(row, senders[row.channel]!);
  return rows;
}

async function deliver(options: OutboxWorkerOptions, pace: Pace, row: OutboxMessage): Promise<void> {
  const sender = options.senders[row.channel]!;
  try {
    const outcome = await sender.send(row, AbortSignal.timeout(sender.deadlineMs));
    if (outcome.result === 'retry' && outcome.afterSeconds) {
      const ms = outcome.afterSeconds * 1000;
      if (outcome.scope === 'channel') pace.holdChannel(row.channel, ms);
      else pace.holdChat(row.channel, row.address, ms);
    }
    if (outcome.result === 'retry' && outcome.channelDown) {
      pace.holdChannel(row.channel, (outcome.afterSeconds ?? 60) * 1000);
      options.onChannel(row.channel, false, outcome.error);
    }
    if (outcome.result === 'sent') options.onChannel(row.channel, true, '');
    await settle(options, row, outcome);
  } catch (error) {
    // the row stays `sending` until its lease runs out, then it is settled as a doubt
    options.onError(error, row.id);
  }
}
