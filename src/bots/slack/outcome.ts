import { codeOf, isBeforeRequest } from '../../lib/net_fault.ts';
import type { Outcome } from '../../outbox/message.ts';
import { head } from '../../text/cut.ts';

/** The app itself may not do anything any more: it needs a new installation or token. */
const APP_REFUSED =
  /^(?:invalid_auth|not_authed|token_revoked|token_expired|account_inactive|missing_scope|org_login_required|no_permission|access_denied)$/;
const NO_SUCH_PLACE =
  /^(?:channel_not_found|not_in_channel|is_archived|user_not_found|users_not_found|user_not_visible|user_disabled)$/;
/**
 * Slack failed in the middle, so the message may have gone out (docs.slack.dev, chat.postMessage: "some aspect of the
 * operation succeeded").
 */
const DOUBTFUL = /^(?:internal_error|fatal_error|request_timeout|service_unavailable)$/;
const SLOW_DOWN_SECONDS = 30;

/**
 * What a failed call means for the outbox. Slack's answer decides. Without one, it matters whether the request may have
 * been written: there is no idempotency key, so a time-out, a cut and any 5xx leave a doubt.
 */
export function outcomeOf(error: unknown): Exclude<Outcome, { result: 'sent' | 'moved' }> {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return refused(refusal);
  const { retryAfter, statusCode } = error as { retryAfter?: number; statusCode?: number };
  if (retryAfter !== undefined) return slowDown(retryAfter);
  if (statusCode !== undefined) return byStatus(statusCode);
  // a 429 without Retry-After comes as an error class without a name
  if (error instanceof Error && error.message.startsWith('Retry header did not')) return slowDown(SLOW_DOWN_SECONDS);
  const code = codeOf(error);
  if (isBeforeRequest(error)) return { result: 'retry', error: `Slack cannot be reached (${code})`, scope: 'channel' };
  return { result: 'unknown', error: `no answer from Slack (${code})` };
}

/** The `error` of an answer `{ok: false, error}`; undefined if there was no such answer. */
export function refusalOf(error: unknown): string | undefined {
  const { data } = (error ?? {}) as { data?: { error?: unknown } };
  return typeof data?.error === 'string' ? head(data.error, 100) : undefined;
}

/** The app's token or rights are gone. */
export function isAppRefused(error: unknown): boolean {
  return APP_REFUSED.test(refusalOf(error) ?? '');
}

function refused(error: string): ReturnType<typeof outcomeOf> {
  if (APP_REFUSED.test(error)) return { result: 'retry', error, scope: 'channel', channelDown: true };
  if (error === 'ratelimited' || error === 'rate_limited') return slowDown(SLOW_DOWN_SECONDS);
  if (DOUBTFUL.test(error)) return { result: 'unknown', error };
  if (NO_SUCH_PLACE.test(error)) return { result: 'failed', error, reason: 'no_such_address' };
  return { result: 'failed', error, reason: 'rejected' };
}

function byStatus(status: number): ReturnType<typeof outcomeOf> {
  const error = `Slack answers ${status}`;
  return status >= 500 ? { result: 'unknown', error } : { result: 'retry', error, scope: 'channel' };
}

/** Messages are limited for each channel (about one a second), so the other channels need not wait. */
function slowDown(afterSeconds: number): ReturnType<typeof outcomeOf> {
  return { result: 'retry', error: '429: ratelimited', scope: 'chat', afterSeconds };
}
