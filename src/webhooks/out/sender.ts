import type { Sql } from '../../db/sql.ts';
import { hookContext, loadSealedHook, type SealedHook } from '../../domain/hooks/hook.ts';
import { type Answer, type PostOptions, post } from '../../lib/outbound/post.ts';
import { secondsToWait } from '../../lib/outbound/retry_after.ts';
import { readTarget } from '../../lib/outbound/target.ts';
import type { HookFault, OutboxMessage, Outcome, Sender } from '../../outbox/message.ts';
import { signedHeaders } from './sign.ts';

const HOUR_S = 3600;
/** Standard Webhooks' pauses; a hook that takes nothing is switched off after the same days. */
const RETRIES = { seconds: [5, 300, 1800, 2 * HOUR_S, 5 * HOUR_S, 10 * HOUR_S], giveUpMs: 5 * 24 * HOUR_S * 1000 };
const ANSWER_MS = 15_000;
/** Nobody is made to wait longer by an answer that asks for it. */
const LONGEST_WAIT_S = 10 * HOUR_S;
/** Too much, or not now: these may say how long to wait. */
const LATER = [429, 503];
const PER_SECOND = 50;

export interface HookSenderOptions extends Pick<PostOptions, 'resolve' | 'ca'> {
  sql: Sql;
  /** Opens what was sealed for a context. */
  open: (sealed: Uint8Array, context: string) => string;
  /** Hosts that need not be of the public internet. */
  allowedHosts: readonly string[];
  clock: () => Date;
}

/** Sends events to one hook, as it is at that moment. */
export function hookSender(hookId: string, options: HookSenderOptions): Sender {
  return {
    send: (message, signal) => send(hookId, options, message, signal),
    deadlineMs: ANSWER_MS + 5000,
    chatGapMs: 0,
    perSecond: PER_SECOND,
    repeatable: true,
    retries: RETRIES,
  };
}

async function send(
  hookId: string,
  options: HookSenderOptions,
  { payload }: OutboxMessage,
  signal: AbortSignal,
): Promise<Outcome> {
  if (payload.kind !== 'event') return { result: 'failed', error: `${payload.kind} is no event`, reason: 'rejected' };
  const { sql, allowedHosts, clock } = options;
  const hook = await loadSealedHook(sql, hookId);
  if (!hook || (hook.offAt && !payload.triedFrom))
    return { result: 'failed', error: 'switched off', reason: 'stopped' };
  const isTry = payload.triedFrom !== undefined;
  const target = readTarget(hook.url, allowedHosts);
  if (typeof target === 'string') return notTaken({ why: target }, isTry);
  const at = clock();
  const secrets = secretsOf(hook, options, at);
  if (!secrets) return notTaken({ why: 'sealed' }, isTry);
  const headers = signedHeaders(secrets, { id: payload.id, at, body: payload.body });
  return outcomeOf(
    await post(target, { headers, body: payload.body }, { ...options, timeoutMs: ANSWER_MS }, signal),
    at,
    isTry,
  );
}

/** The secret, and the one before as long as it counts; undefined if our key does not open the secret. */
function secretsOf(hook: SealedHook, { open }: HookSenderOptions, at: Date): string[] | undefined {
  const { token, secret, previousSecret, previousUntil } = hook;
  const opened = (sealed: Uint8Array) => {
    try {
      return [open(sealed, hookContext(token))];
    } catch {
      return [];
    }
  };
  const [current] = opened(secret);
  const counts = previousSecret && previousUntil && previousUntil > at;
  // the one before may have been sealed with a key that is lost: the new one is there because of that
  return current === undefined ? undefined : [current, ...(counts ? opened(previousSecret) : [])];
}

/** Only 2xx is taken; a redirect is not followed, and 410 wants no more. */
function outcomeOf(answer: Answer, at: Date, isTry: boolean): Outcome {
  if ('fault' in answer) return notTaken({ why: answer.fault }, isTry);
  const { status, ms, retryAfter } = answer;
  if (status >= 200 && status < 300) return { result: 'sent', answered: { status, ms } };
  const wait = LATER.includes(status) ? secondsToWait(retryAfter, at) : undefined;
  const afterSeconds = wait && Math.min(wait, LONGEST_WAIT_S);
  return notTaken({ why: 'status', status }, isTry || status === 410, afterSeconds);
}

function notTaken(fault: HookFault, isOver: boolean, afterSeconds?: number): Outcome {
  const error = fault.why === 'status' ? `status ${fault.status}` : fault.why;
  if (isOver) return { result: 'failed', error, reason: 'rejected', fault };
  return { result: 'retry', error, fault, ...(afterSeconds && { afterSeconds, scope: 'channel' as const }) };
}
