import type { GrammyError } from 'grammy';
import type { Outcome } from '../../outbox/message.ts';

/** An answer that says no. Codes may change (Bot API, Making requests), so the wording counts too. */
export type Refusal = Pick<GrammyError, 'error_code' | 'description' | 'parameters'>;

const UNREACHABLE = /blocked by the user|user is deactivated|was kicked|not a member|chat was deleted|USER_IS_BLOCKED/i;
const NO_SUCH_CHAT = /chat not found|user not found|PEER_ID_INVALID|chat_id is empty/i;

/** No byte of the request had left: beside failed connect() and name look-ups, what undici and TLS say before a connection is open. */
const NOT_CONNECTED =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_SSL_WRONG_VERSION_NUMBER|CERT_|ERR_TLS_CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/**
 * What a failed call means for the outbox. Telegram's answer decides; without one, whether the request can have been written:
 * there is no idempotency key and nothing to read back, so a time-out, a cut and any 5xx leave a doubt.
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
  const error = `${status}: ${description}`.slice(0, 200);
  if (parameters.migrate_to_chat_id) return { result: 'moved', to: String(parameters.migrate_to_chat_id) };
  if (status >= 500) return { result: 'unknown', error };
  if (status === 429) return slowDown(error, parameters.retry_after);
  // 404: a token that never was one
  if (status === 401 || status === 404) return { result: 'retry', error, scope: 'channel', channelDown: true };
  if (status === 403 || UNREACHABLE.test(description)) return { result: 'failed', error, reason: 'blocked' };
  if (NO_SUCH_CHAT.test(description)) return { result: 'failed', error, reason: 'no_such_address' };
  return { result: 'failed', error, reason: 'rejected' };
}

/** A 429 does not say whether the chat or the bot was too fast. The chat is: if it was the bot, every chat is told the same. */
function slowDown(error: string, afterSeconds: number | undefined): Outcome {
  return { result: 'retry', error, scope: 'chat', ...(afterSeconds && { afterSeconds }) };
}

function isBeforeRequest(error: unknown): boolean {
  return causesOf(error).some(({ code, syscall }) => {
    if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
    return code !== undefined && NOT_CONNECTED.test(code);
  });
}

/** For logs and rows: a code or a class, never the message, which may hold the URL and so the token. */
export function codeOf(error: unknown): string {
  const causes = causesOf(error);
  return causes.findLast(({ code }) => code)?.code ?? causes.at(-1)?.name ?? 'unknown';
}

interface Fault {
  name?: string;
  code?: string;
  syscall?: string;
}

/** grammY wraps fetch's error (`error`), which wraps the system's (`cause`), which may be one per address tried (`errors`). */
function causesOf(error: unknown, depth = 0): Fault[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, code, syscall, error: wrapped, cause, errors } = error as Record<string, unknown>;
  const fault: Fault = {
    ...(typeof name === 'string' && { name }),
    ...(typeof code === 'string' && { code }),
    ...(typeof syscall === 'string' && { syscall }),
  };
  const inner = [wrapped, cause, ...(Array.isArray(errors) ? errors.slice(0, 8) : [])];
  return [fault, ...inner.flatMap((one) => causesOf(one, depth + 1))];
}
