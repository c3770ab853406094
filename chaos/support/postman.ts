import { setTimeout as pause } from 'node:timers/promises';
import { headersOf, type ShopEvent } from './shop.ts';

const SENDERS = 24;
/** The longest pause of a sender between two events. */
const LONGEST_PAUSE_MS = 40;
/** A platform repeats after minutes; here, an event without a 2xx is repeated almost at once. */
const AGAIN_MS = 100;
const ANSWER_PATIENCE_MS = 10_000;
const REPEATED = 0.1;

export interface Round {
  readonly hook: string;
  readonly random: () => number;
  /** Asked before each new event. */
  readonly next: () => ShopEvent | undefined;
}

/** What a platform knows about its deliveries. */
export interface Journal {
  /** Answered with 2xx at least once, in this order. */
  readonly acknowledged: Map<string, ShopEvent>;
  attempts: number;
  repeated: number;
  /** Answers other than 2xx and 503, by status: nothing that we send deserves one. */
  readonly refused: Record<number, number>;
}

export const newJournal = (): Journal => ({ acknowledged: new Map(), attempts: 0, repeated: 0, refused: {} });

/**
 * Delivers from several senders at once until `next` has nothing more: every event until it is acknowledged, a tenth of
 * them twice.
 */
export async function deliverAll(round: Round, journal: Journal): Promise<void> {
  const sender = async () => {
    for (let event = round.next(); event; event = round.next()) {
      await deliverOftenEnough(event, round, journal);
      await pause(round.random() * LONGEST_PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}

async function deliverOftenEnough(event: ShopEvent, round: Round, journal: Journal): Promise<void> {
  if (round.random() >= REPEATED) return deliver(event, round, journal);
  journal.repeated += 1;
  const together = round.random() < 0.5;
  const first = deliver(event, round, journal);
  if (!together) await first;
  await Promise.all([first, deliver(event, round, journal)]);
}

async function deliver(event: ShopEvent, { hook }: Round, journal: Journal): Promise<void> {
  for (;;) {
    journal.attempts += 1;
    const status = await post(hook, event);
    if (status !== undefined && status < 300) break;
    if (status !== undefined && status !== 503) journal.refused[status] = (journal.refused[status] ?? 0) + 1;
    await pause(AGAIN_MS);
  }
  journal.acknowledged.set(event.id, event);
}

/** The status of the answer; undefined if none came. */
async function post(hook: string, event: ShopEvent): Promise<number | undefined> {
  try {
    const answer = await fetch(hook, {
      method: 'POST',
      headers: headersOf(event),
      body: event.body,
      signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
    });
    // the status is the acknowledgement: a platform does not wait for the rest
    await answer.arrayBuffer().catch(() => undefined);
    return answer.status;
  } catch {
    return undefined;
  }
}
