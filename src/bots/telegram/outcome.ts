import type { GrammyError } from 'grammy';
import { codeOf, isBeforeRequest } from '../../lib/net_fault.ts';
import type { Outcome } from '../../outbox/message.ts';
import { head } from '../../text/cut.ts';

/** A refusal. Codes may change (Bot API, Making requests), so its wording counts too. */
export type Refusal = Pick<GrammyError, 'error_code' | 'description' | 'parameters'>;

const UNREACHABLE = /blocked by the user|user is deactivated|was kicked|not a member|chat was deleted|USER_IS_BLOCKED/i;
/** A bot cannot begin a private chat. */
const NOT_STARTED = /can't initiate conversation/i;
/** Errors of the API below the Bot API, passed through as they are (core.telegram.org/api/errors). */
const SILENT = /BUSINESS_PEER_USAGE_MISSING/;
const DISCONNECTED = /BUSINESS_CONNECTION_INVALID|BUSINESS_PEER_INVALID|business connection not found/i;
const MAY_NOT_REPLY = /BOT_ACCESS_FORBIDDEN|BUSINESS_CONNECTION_NOT_ALLOWED/;
const NO_SUCH_CHAT = /chat not found|user not found|PEER_ID_INVALID|chat_id is empty/i;

/**
 * What a failed call means for the outbox. Telegram's answer decides. Without one, it matters whether the request may
 * have been written: there is no idempotency key, so a time-out, a cut and any 5xx leave a doubt (find_sent.ts looks
 * whether the message is there).
 */
export function outcomeOf(error: unknown): Outcome {
  if (isRefusal(error)) return refused(error);
  const code = codeOf(error);
  if (isBeforeRequest(error))
    return { result: 'retry', error: `Telegram cannot be reached (${code})`, scope: 'channel' };
  return { result: 'unknown', error: `no answer from Telegram (${code})` };
}

export function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'error_code' in error && 'description' in error;
}

function refused({ error_code: status, description, parameters }: Refusal): Outcome {
  const error = head(`${status}: ${description}`, 200);
  if (parameters.migrate_to_chat_id) return { result: 'moved', to: String(parameters.migrate_to_chat_id) };
  if (status >= 500) return { result: 'unknown', error };
  if (status === 429) return slowDown(error, parameters.retry_after);
  // 404: this was never a token
  if (status === 401 || status === 404) return { result: 'retry', error, scope: 'channel', channelDown: true };
  const why = reasonOf(description);
  if (why) return { result: 'failed', error, reason: why };
  if (status === 403 || UNREACHABLE.test(description)) return { result: 'failed', error, reason: 'blocked' };
  if (NO_SUCH_CHAT.test(description)) return { result: 'failed', error, reason: 'no_such_address' };
  return { result: 'failed', error, reason: 'rejected' };
}

function reasonOf(description: string): 'not_started' | 'silent' | 'disconnected' | 'may_not_reply' | undefined {
  if (NOT_STARTED.test(description)) return 'not_started';
  if (SILENT.test(description)) return 'silent';
  if (DISCONNECTED.test(description)) return 'disconnected';
  return MAY_NOT_REPLY.test(description) ? 'may_not_reply' : undefined;
}

/**
 * A 429 does not say whether the chat or the bot was too fast. We assume the chat: if it was the bot, every chat gets
 * the same answer.
 */
function slowDown(error: string, afterSeconds: number | undefined): Outcome {
  return { result: 'retry', error, scope: 'chat', ...(afterSeconds && { afterSeconds }) };
}
