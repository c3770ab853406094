import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxMessage, Outcome } from '../../outbox/message.ts';

/**
 * In the middle of a message we wait out a 429 as long as the deadline allows: starting again would repeat the
 * beginning.
 */
export async function patiently(send: () => Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  for (;;) {
    const outcome = await send();
    if (outcome.result !== 'retry' || outcome.afterSeconds === undefined) return outcome;
    const waited = await sleep(outcome.afterSeconds * 1000, true, { signal }).catch(() => false);
    if (!waited) return outcome;
  }
}

/**
 * The outcome after the first part has arrived. "Not sent" is no longer true then, so any failure is a doubt and the
 * owner is asked. A doubt about a message to the owner is sent again, but what was refused for good stays refused, or
 * its beginning would arrive again and again.
 */
export function afterTheFirst(outcome: Outcome, audience: OutboxMessage['audience']): Outcome {
  if (outcome.result === 'sent' || outcome.result === 'unknown') return outcome;
  if (outcome.result === 'failed' && audience === 'owner') return outcome;
  const why = outcome.result === 'moved' ? 'the chat has moved' : outcome.error;
  return { result: 'unknown', error: `only the beginning was sent: ${why}` };
}
